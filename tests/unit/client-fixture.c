/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client-fixture.h"

#include <glib/gstdio.h>

/* 2026-11-21T18:30:00Z */
#define NOW_US G_GINT64_CONSTANT (1795285800000000)

#define MONEY(amount) "{\"amount\":" amount ",\"currency\":\"ILS\"}"
#define PRICE(amount) "{\"amount\":" MONEY (amount) ",\"steps\":[{\"kind\":\"shelf\",\"amount\":" MONEY (amount) "}]}"
#define SPREAD        "{\"count\":3,\"average\":433,\"spread\":[0,0,0,2,1]}"
#define BLUE          "{\"id\":\"blue\",\"name\":{\"he\":\"כחול\",\"en\":\"Blue\"},\"hex\":\"#204080\"}"
#define LINE(title)                                                                                                    \
  "\"variant_id\":\"v1\",\"product_id\":\"p1\",\"title\":{\"en\":\"" title "\"},\"size\":\"M\",\"quantity\":2,"        \
  "\"unit_price\":" PRICE ("24990") ",\"total\":" MONEY ("49980")

const MadafTransportLimits client_fixture_limits = {
  .connect_ms = 2000,
  .low_speed_bytes = 1000,
  .low_speed_s = 1,
  .silent_stream_ms = 5000,
};

const char client_fixture_shop[]
    = "{\"id\":\"demo\",\"name\":{\"he\":\"מדף\",\"en\":\"Madaf\"},\"currency\":\"ILS\",\"vat_rate\":1800,"
      "\"languages\":[\"he\",\"en\"],\"country\":\"IL\",\"sign_in\":[\"phone_page\",\"palm\",\"one_time_code\"],"
      "\"now\":\"2026-11-21T19:30:00.250000Z\"}";

const char client_fixture_product[]
    = "{\"id\":\"p1\",\"title\":{\"he\":\"חולצת פשתן\",\"en\":\"Linen shirt\"},\"description\":{\"en\":\"Cool.\"},"
      "\"brand\":\"Nahar\",\"category_ids\":[\"shirts\"],\"details\":[{\"label\":{\"en\":\"Material\"},\"value\":"
      "{\"en\":\"Linen\"}}],\"colours\":[" BLUE "],\"sizes\":[\"S\",\"M\"],\"variants\":[{\"id\":\"v1\",\"gtin\":"
      "\"07290012345674\",\"colour_id\":\"blue\",\"size\":\"M\",\"price\":" PRICE (
          "24990") "}],\"pictures\":[{\"id\":\"pic1\",\"width\":900,\"height\":1200,\"colour_id\":\"blue\"}],"
                   "\"review_summary\":" SPREAD ",\"something_new\":{\"a\":[1,2]}}";

const char client_fixture_product_list[]
    = "{\"items\":[{\"id\":\"p1\",\"title\":{\"en\":\"Linen shirt\"},\"brand\":\"Nahar\",\"picture\":{\"id\":\"pic1\","
      "\"width\":900,\"height\":1200},\"price_from\":" PRICE ("19990") ",\"price_to\":" PRICE (
          "24990") ",\"colours\":[" BLUE
                   "],\"review_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]}}],\"next_cursor\":\"abc\","
                   "\"total\":31,\"retyped\":\"shirt\",\"facets\":{\"colours\":[{\"colour\":" BLUE ",\"count\":7}],"
                   "\"sizes\":[{\"size\":\"M\",\"count\":4}]}}";

const char client_fixture_stock[]
    = "{\"product_id\":\"p1\",\"as_of\":\"2026-11-21T18:29:58Z\",\"event_id\":41,\"levels\":[{\"variant_id\":\"v1\","
      "\"branch_id\":\"tlv\",\"available\":3,\"changed_at\":\"2026-11-21T18:00:00Z\",\"price\":{\"amount\":"
      "{\"amount\":22990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":22990,"
      "\"currency\":\"ILS\"}}]}}]}";

const char client_fixture_reviews[]
    = "{\"summary\":" SPREAD ",\"items\":[{\"id\":\"r1\",\"stars\":4,\"language\":\"en\",\"title\":\"Nice\",\"text\":"
      "\"Fits.\",\"author\":\"Dana\",\"written_on\":\"2026-10-01\",\"size_bought\":\"M\",\"usual_size\":\"S\","
      "\"fit\":\"true\",\"verified\":true}],\"matching\":1,\"facets\":{\"sizes\":[{\"value\":\"M\",\"count\":3}],"
      "\"fits\":[{\"value\":\"true\",\"count\":2}],\"languages\":[]},\"next_cursor\":\"r2\"}";

const char client_fixture_branches[]
    = "{\"items\":[{\"id\":\"tlv\",\"name\":{\"en\":\"Tel Aviv\"},\"address\":{\"en\":\"Dizengoff 50\"},\"city\":"
      "{\"en\":\"Tel Aviv\"},\"phone\":\"+97231234567\",\"latitude\":32.07,\"longitude\":34.77,\"hours\":"
      "{\"time_zone\":\"Asia/Jerusalem\",\"week\":[[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\","
      "\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"14:00\"]],[]],\"exceptions\":[]},"
      "\"can_collect\":true,\"can_ship\":false,\"collect_ready_at\":\"2026-11-21T20:30:00Z\"}]}";

const char client_fixture_basket[]
    = "{\"id\":\"b1\",\"lines\":[{" LINE ("Linen shirt") ",\"fulfilment\":{\"kind\":\"collect\",\"branch_id\":\"tlv\"}"
                                                         "}],\"total\":" MONEY ("49980") ",\"vat\":" MONEY ("7624") "}";

const char client_fixture_order[]
    = "{\"id\":\"o1\",\"state\":\"placed\",\"placed_at\":\"2026-11-21T18:30:00Z\",\"fulfilments\":[{\"id\":\"f1\","
      "\"kind\":\"collect\",\"branch_id\":\"tlv\",\"state\":\"placed\",\"collection_code\":\"1234567893\","
      "\"ready_at\":\"2026-11-21T20:30:00Z\",\"lines\":[{" LINE (
          "Linen shirt") "}]}],\"contact\":{\"name\":\"Dana\",\"phone\":\"+972501234567\"},\"address\":{\"street\":"
                         "\"Main 1\",\"city\":"
                         "\"Haifa\",\"note\":\"Bell\"},\"payment\":\"on_collection\",\"language\":\"he\","
                         "\"total\":" MONEY ("49980") ",\"vat\":" MONEY ("7624") ",\"payments\":[{\"kind\":\"gift_"
                                                                                 "card\",\"amount\":" MONEY (
                                                                                     "20000") ",\"last_four\":\"0001\"}"
                                                                                              "],"
                                                                                              "\"due\":" MONEY (
                                                                                                  "29980") ",\"earns\":"
                                                                                                           "4,"
                                                                                                           "\"receipt_"
                                                                                                           "path\":\"/"
                                                                                                           "r/"
                                                                                                           "abcdefghijk"
                                                                                                           "lmnopqrstuv"
                                                                                                           "\","
                                                                                                           "\"events\":"
                                                                                                           "[{"
                                                                                                           "\"state\":"
                                                                                                           "\"placed\","
                                                                                                           "\"at\":"
                                                                                                           "\"2026-11-"
                                                                                                           "21T18:30:"
                                                                                                           "00Z\","
                                                                                                           "\"by\":"
                                                                                                           "\"kiosk\","
                                                                                                           "\"branch_"
                                                                                                           "id\":"
                                                                                                           "\"tlv\"}]}";

#define COUPON(more) "{\"coupon_id\":\"welcome\",\"title\":{\"en\":\"Welcome\"},\"percent\":1500" more "}"

const char client_fixture_quote[] = "{\"lines\":[{" LINE (
    "Linen shirt") ",\"steps\":[{\"kind\":\"coupon\",\"coupon_id\":\"welcome\",\"title\":{\"en\":"
                   "\"Welcome\"},\"amount\":" MONEY ("-7497") "}]}],\"steps\":[{\"kind\":\"shelf\",\"amount\":" MONEY (
                       "49980") "},"
                                "{\"kind\":\"coupon\",\"coupon_id\":\"welcome\",\"title\":{\"en\":\"Welcome\"},"
                                "\"amount\":" MONEY ("-7497") "},"
                                                              "{\"kind\":\"points\",\"points\":40,\"amount\":" MONEY ("-2000") "}],\"total\":" MONEY ("40483") ",\"vat\":" MONEY (
                                                                  "6175") ",\"payments\":[{\"kind\":\"gift_card\","
                                                                          "\"amount\":" MONEY ("20000") ",\"last_"
                                                                                                        "four\":"
                                                                                                        "\"0001\"},"
                                                                                                        "{\"kind\":"
                                                                                                        "\"stored_"
                                                                                                        "value\","
                                                                                                        "\"amount\""
                                                                                                        ":" MONEY ("500"
                                                                                                                   "0") "}],\"due\":" MONEY ("15483") ",\"coupons\":[" COUPON (
                                                                                                            ",\"code\":"
                                                                                                            "\"WELCOME1"
                                                                                                            "5\","
                                                                                                            "\"taken\""
                                                                                                            ":" MONEY (
                                                                                                                "7497")) ",{\"code\":\"OLD10\",\"reason\":\"ended\"}],"
                                                                                                                         "\"gift_cards\":[{\"last_four\":\"0001\",\"balance\":" MONEY ("20000") ",\"paid\":" MONEY (
                                                                                                                             "20000") "},"
                                                                                                                                      "{\"reason\":\"unknown\"}],\"points\":{\"balance\":240,\"point_value\":" MONEY ("50") ",\"earn_per\":" MONEY ("1000") "},\"points_useful\":240,\"points_used\":40,\"earns\":40,\"stored_value\":" MONEY (
                                                                                                                                          "5000") ",\"waiting\":[" COUPON (",\"until\":\"2026-12-01T00:00:00Z\"") "]}";

const char client_fixture_wallet[] = "{\"points\":{\"balance\":240,\"point_value\":" MONEY (
    "50") ",\"earn_per\":" MONEY ("1000") "},\"stored_value\":" MONEY ("5000") ",\"coupons\":[" COUPON (",\"until\":"
                                                                                                        "\"2026-12-"
                                                                                                        "01T00:00:"
                                                                                                        "00Z\"") "],"
                                                                                                                 "\"ent"
                                                                                                                 "ries"
                                                                                                                 "\":[{"
                                                                                                                 "\"of"
                                                                                                                 "\":"
                                                                                                                 "\"poi"
                                                                                                                 "nts\""
                                                                                                                 ","
                                                                                                                 "\"kin"
                                                                                                                 "d\":"
                                                                                                                 "\"spe"
                                                                                                                 "nd\","
                                                                                                                 "\"at"
                                                                                                                 "\":"
                                                                                                                 "\"202"
                                                                                                                 "6-11-"
                                                                                                                 "20T10"
                                                                                                                 ":00:"
                                                                                                                 "00Z\""
                                                                                                                 ",\"po"
                                                                                                                 "ints"
                                                                                                                 "\":-"
                                                                                                                 "40,"
                                                                                                                 "\"ord"
                                                                                                                 "er_"
                                                                                                                 "id\":"
                                                                                                                 "\"o1"
                                                                                                                 "\"},{"
                                                                                                                 "\"of"
                                                                                                                 "\":"
                                                                                                                 "\"sto"
                                                                                                                 "red_"
                                                                                                                 "value"
                                                                                                                 "\","
                                                                                                                 "\"kin"
                                                                                                                 "d\":"
                                                                                                                 "\"loa"
                                                                                                                 "d\","
                                                                                                                 "\"at"
                                                                                                                 "\":"
                                                                                                                 "\"202"
                                                                                                                 "6-11-"
                                                                                                                 "19T10"
                                                                                                                 ":00:"
                                                                                                                 "00Z\""
                                                                                                                 ",\"am"
                                                                                                                 "ount"
                                                                                                                 "\""
                                                                                                                 ":" MONEY (
                                                                                                                     "5"
                                                                                                                     "0"
                                                                                                                     "0"
                                                                                                                     "0") "}],\"next_cursor\":\"7\"}";

const char client_fixture_sold_out[]
    = "{\"type\":\"https://madaf.io/problems/sold-out\",\"title\":\"Sold out\",\"status\":409,\"lines\":[{"
      "\"variant_id\":\"v1\",\"branch_id\":\"tlv\",\"requested\":2,\"available\":1,\"can_ship\":true,\"branches\":"
      "[{\"branch_id\":\"hfa\",\"available\":6}]}]}";

void
client_fixture_set_up (ClientFixture *fixture, gconstpointer data)
{
  g_autofree char *shelf = NULL;

  fixture->folder = g_dir_make_tmp ("madaf-client-XXXXXX", NULL);
  fixture->fake = fake_central_new (NULL);
  fixture->clock = madaf_clock_new_manual (NOW_US);
  fixture->transport = madaf_transport_new (&client_fixture_limits, NULL);
  shelf = client_fixture_path (fixture, "shelf.db");
  fixture->shelf = madaf_shelf_new (shelf, MADAF_SHELF_PICTURE_BYTES, fixture->clock);
  fixture->client = madaf_central_client_new (fake_central_get_url (fixture->fake), fixture->transport, fixture->shelf,
                                              fixture->clock);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

void
client_fixture_tear_down (ClientFixture *fixture, gconstpointer data)
{
  fake_wait_finalize (fixture->client);
  fake_wait_finalize (fixture->shelf);
  fake_wait_finalize (fixture->transport);
  g_object_unref (fixture->clock);
  fake_central_free (fixture->fake);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

char *
client_fixture_path (ClientFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

const char client_fixture_authorization[]
    = "{\"sign_in_id\":\"s1\",\"device_code\":\"DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD\",\"user_code\":"
      "\"BCDF-GHJK\",\"verification_uri\":\"https://shop.example/link\",\"verification_uri_complete\":"
      "\"https://shop.example/link?user_code=BCDF-GHJK\",\"expires_in\":600,\"interval\":5}";

const char client_fixture_member[] = "{\"number\":\"M1234567897\",\"name\":\"Dana Levi\",\"language\":\"he\",\"phone\":"
                                     "\"+972•••••4501\",\"joined_at\":\"2026-11-01T10:00:00Z\"}";

const char client_fixture_token[]
    = "{\"access_token\":\"m_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"token_type\":\"Bearer\",\"expires_in\":"
      "3600,"
      "\"member\":{\"number\":\"M1234567897\",\"name\":\"Dana Levi\",\"language\":\"he\",\"phone\":\"+972•••••4501\","
      "\"joined_at\":\"2026-11-01T10:00:00Z\"}}";

const char client_fixture_code_sent[] = "{\"one_time_code_id\":\"o1\",\"expires_in\":300}";

const char client_fixture_looks[]
    = "{\"as_of\":\"2026-11-21T18:29:58Z\",\"event_id\":41,\"items\":[{\"id\":\"market\",\"title\":{\"en\":\""
      "Market morning\",\"he\":\"בוקר בשוק\"},\"pieces\":[{\"product\":{\"id\":\"tee\",\"title\":{\"en\":\"C"
      "otton tee\",\"he\":\"חולצת כותנה\"},\"price_from\":{\"amount\":{\"amount\":9990,\"currency\":\"ILS\"}"
      ",\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":9990,\"currency\":\"ILS\"}}]},\"price_to\":{\""
      "amount\":{\"amount\":9990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\""
      ":9990,\"currency\":\"ILS\"}}]},\"colours\":[{\"id\":\"white\",\"name\":{\"en\":\"White\",\"he\":\"לבן"
      "\"},\"hex\":\"#ffffff\"},{\"id\":\"blue\",\"name\":{\"en\":\"Blue\",\"he\":\"כחול\"},\"hex\":\"#2244a"
      "a\"}],\"review_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]},\"picture\":{\"id\":\"pic-tee\",\"width"
      "\":900,\"height\":1200}},\"role\":\"top\",\"optional\":false,\"colour_id\":\"white\",\"picture\":{\"i"
      "d\":\"pic-tee-white\",\"width\":900,\"height\":1200},\"variants\":[{\"id\":\"tee-s\",\"price\":{\"amo"
      "unt\":{\"amount\":9990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":99"
      "90,\"currency\":\"ILS\"}}]},\"available_here\":0,\"branches\":0,\"can_ship\":false,\"size\":\"S\",\"c"
      "olour_id\":\"white\"},{\"id\":\"tee-m\",\"price\":{\"amount\":{\"amount\":9990,\"currency\":\"ILS\"},"
      "\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":9990,\"currency\":\"ILS\"}}]},\"available_here\""
      ":3,\"branches\":4,\"can_ship\":true,\"size\":\"M\",\"colour_id\":\"white\"},{\"id\":\"tee-l\",\"price"
      "\":{\"amount\":{\"amount\":9990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"am"
      "ount\":9990,\"currency\":\"ILS\"}}]},\"available_here\":0,\"branches\":2,\"can_ship\":true,\"size\":\""
      "L\",\"colour_id\":\"white\"}]},{\"product\":{\"id\":\"jeans\",\"title\":{\"en\":\"Straight jeans\",\""
      "he\":\"ג׳ינס ישר\"},\"price_from\":{\"amount\":{\"amount\":24990,\"currency\":\"ILS\"},\"steps\":[{\""
      "kind\":\"shelf\",\"amount\":{\"amount\":24990,\"currency\":\"ILS\"}}]},\"price_to\":{\"amount\":{\"am"
      "ount\":24990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":24990,\"curr"
      "ency\":\"ILS\"}}]},\"colours\":[{\"id\":\"blue\",\"name\":{\"en\":\"Blue\",\"he\":\"כחול\"},\"hex\":\""
      "#2244aa\"}],\"review_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]},\"picture\":{\"id\":\"pic-jeans\""
      ",\"width\":900,\"height\":1200}},\"role\":\"bottom\",\"optional\":false,\"colour_id\":\"blue\",\"vari"
      "ants\":[{\"id\":\"jeans-28\",\"price\":{\"amount\":{\"amount\":24990,\"currency\":\"ILS\"},\"steps\":"
      "[{\"kind\":\"shelf\",\"amount\":{\"amount\":24990,\"currency\":\"ILS\"}}]},\"available_here\":0,\"bra"
      "nches\":0,\"can_ship\":true,\"size\":\"28\",\"colour_id\":\"blue\"},{\"id\":\"jeans-30\",\"price\":{\""
      "amount\":{\"amount\":24990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\""
      ":24990,\"currency\":\"ILS\"}}]},\"available_here\":1,\"branches\":1,\"can_ship\":true,\"size\":\"30\""
      ",\"colour_id\":\"blue\"}]},{\"product\":{\"id\":\"tote\",\"title\":{\"en\":\"Market tote\",\"he\":\"ת"
      "יק בד\"},\"price_from\":{\"amount\":{\"amount\":4990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"she"
      "lf\",\"amount\":{\"amount\":4990,\"currency\":\"ILS\"}}]},\"price_to\":{\"amount\":{\"amount\":4990,\""
      "currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":4990,\"currency\":\"ILS\"}}"
      "]},\"colours\":[],\"review_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]}},\"role\":\"bag\",\"optiona"
      "l\":false,\"variant_id\":\"tote-1\",\"variants\":[{\"id\":\"tote-1\",\"price\":{\"amount\":{\"amount\""
      ":4990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":4990,\"currency\":\""
      "ILS\"}}]},\"available_here\":0,\"branches\":0,\"can_ship\":false}]},{\"product\":{\"id\":\"scarf\",\""
      "title\":{\"en\":\"Wool scarf\",\"he\":\"צעיף צמר\"},\"price_from\":{\"amount\":{\"amount\":7990,\"cur"
      "rency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":7990,\"currency\":\"ILS\"}}]},"
      "\"price_to\":{\"amount\":{\"amount\":7990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amou"
      "nt\":{\"amount\":7990,\"currency\":\"ILS\"}}]},\"colours\":[],\"review_summary\":{\"count\":0,\"sprea"
      "d\":[0,0,0,0,0]},\"picture\":{\"id\":\"pic-scarf\",\"width\":900,\"height\":1200}},\"role\":\"accesso"
      "ry\",\"optional\":true,\"variant_id\":\"scarf-1\",\"variants\":[{\"id\":\"scarf-1\",\"price\":{\"amou"
      "nt\":{\"amount\":7990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":799"
      "0,\"currency\":\"ILS\"}}]},\"available_here\":0,\"branches\":0,\"can_ship\":false}]}]}]}";

const char client_fixture_together[]
    = "{\"items\":[{\"product\":{\"id\":\"jeans\",\"title\":{\"en\":\"Straight jeans\",\"he\":\"ג׳ינס ישר\"}"
      ",\"price_from\":{\"amount\":{\"amount\":24990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\""
      "amount\":{\"amount\":24990,\"currency\":\"ILS\"}}]},\"price_to\":{\"amount\":{\"amount\":24990,\"curr"
      "ency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":24990,\"currency\":\"ILS\"}}]},"
      "\"colours\":[{\"id\":\"blue\",\"name\":{\"en\":\"Blue\",\"he\":\"כחול\"},\"hex\":\"#2244aa\"}],\"revi"
      "ew_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]},\"picture\":{\"id\":\"pic-jeans\",\"width\":900,\"h"
      "eight\":1200}},\"orders\":14,\"of\":32}]}";

const char client_fixture_whole_look[]
    = "{\"as_of\":\"2026-11-21T18:29:58Z\",\"event_id\":42,\"answer\":\"one_branch\",\"pieces\":[{\"product_"
      "id\":\"tee\",\"variant_id\":\"tee-m\",\"available_here\":3,\"branches\":4,\"can_ship\":true}],\"one_b"
      "ranch\":[{\"branch_id\":\"tlv\",\"distance\":0,\"ready_at\":\"2026-11-21T19:30:00Z\",\"total\":{\"amo"
      "unt\":39970,\"currency\":\"ILS\"},\"lines\":[{\"piece\":0,\"variant_id\":\"tee-m\",\"quantity\":1},{\""
      "piece\":1,\"variant_id\":\"jeans-30\",\"quantity\":1},{\"piece\":2,\"variant_id\":\"tote-1\",\"quanti"
      "ty\":1}]}],\"two_branches\":[{\"total\":{\"amount\":39970,\"currency\":\"ILS\"},\"stops\":[{\"branch_"
      "id\":\"tlv\",\"distance\":0,\"ready_at\":\"2026-11-21T19:30:00Z\",\"total\":{\"amount\":34980,\"curre"
      "ncy\":\"ILS\"},\"lines\":[{\"piece\":0,\"variant_id\":\"tee-m\",\"quantity\":1},{\"piece\":1,\"varian"
      "t_id\":\"jeans-30\",\"quantity\":1}]},{\"branch_id\":\"haifa\",\"distance\":81200,\"ready_at\":\"2026"
      "-11-22T08:00:00Z\",\"total\":{\"amount\":4990,\"currency\":\"ILS\"},\"lines\":[{\"piece\":2,\"variant"
      "_id\":\"tote-1\",\"quantity\":1}]}]}],\"ship\":{\"total\":{\"amount\":39970,\"currency\":\"ILS\"},\"l"
      "ines\":[{\"piece\":0,\"variant_id\":\"tee-m\",\"quantity\":1},{\"piece\":1,\"variant_id\":\"jeans-30\""
      ",\"quantity\":1},{\"piece\":2,\"variant_id\":\"tote-1\",\"quantity\":1}]},\"missing\":[]}";

const char client_fixture_missing_look[]
    = "{\"as_of\":\"2026-11-21T18:29:58Z\",\"event_id\":43,\"answer\":\"missing\",\"pieces\":[],\"one_branch"
      "\":[],\"two_branches\":[],\"most\":[{\"branch_id\":\"tlv\",\"distance\":0,\"ready_at\":\"2026-11-21T1"
      "9:30:00Z\",\"total\":{\"amount\":34980,\"currency\":\"ILS\"},\"lines\":[{\"piece\":0,\"variant_id\":\""
      "tee-m\",\"quantity\":1},{\"piece\":1,\"variant_id\":\"jeans-30\",\"quantity\":1}]}],\"missing\":[{\"p"
      "iece\":2,\"swaps\":[{\"kind\":\"similar\",\"variant_id\":\"bag-9\",\"product\":{\"id\":\"bag\",\"titl"
      "e\":{\"en\":\"Canvas bag\",\"he\":\"תיק קנבס\"},\"price_from\":{\"amount\":{\"amount\":5990,\"currenc"
      "y\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":5990,\"currency\":\"ILS\"}}]},\"pr"
      "ice_to\":{\"amount\":{\"amount\":5990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\""
      ":{\"amount\":5990,\"currency\":\"ILS\"}}]},\"colours\":[{\"id\":\"blue\",\"name\":{\"en\":\"Blue\",\""
      "he\":\"כחול\"},\"hex\":\"#2244aa\"}],\"review_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]},\"pictur"
      "e\":{\"id\":\"pic-bag\",\"width\":900,\"height\":1200}},\"colour_id\":\"blue\",\"price\":{\"amount\":"
      "{\"amount\":5990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":5990,\"c"
      "urrency\":\"ILS\"}}]},\"branch_id\":\"tlv\",\"completes\":true}]}]}";

const char client_fixture_completion[]
    = "{\"as_of\":\"2026-11-21T18:29:58Z\",\"event_id\":44,\"has\":[\"top\",\"bottom\"],\"items\":[{\"role\""
      ":\"shoes\",\"product\":{\"id\":\"sneaker\",\"title\":{\"en\":\"Court sneaker\",\"he\":\"נעלי ספורט\"}"
      ",\"price_from\":{\"amount\":{\"amount\":29990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\""
      "amount\":{\"amount\":29990,\"currency\":\"ILS\"}}]},\"price_to\":{\"amount\":{\"amount\":29990,\"curr"
      "ency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":29990,\"currency\":\"ILS\"}}]},"
      "\"colours\":[{\"id\":\"white\",\"name\":{\"en\":\"White\",\"he\":\"לבן\"},\"hex\":\"#ffffff\"}],\"rev"
      "iew_summary\":{\"count\":0,\"spread\":[0,0,0,0,0]},\"picture\":{\"id\":\"pic-sneaker\",\"width\":900,"
      "\"height\":1200}},\"colour_id\":\"white\",\"variant_id\":\"sneaker-42\",\"price\":{\"amount\":{\"amou"
      "nt\":25990,\"currency\":\"ILS\"},\"steps\":[{\"kind\":\"shelf\",\"amount\":{\"amount\":29990,\"curren"
      "cy\":\"ILS\"}},{\"kind\":\"sale\",\"amount\":{\"amount\":-4000,\"currency\":\"ILS\"}}]},\"available_h"
      "ere\":2,\"branches\":3,\"can_ship\":true,\"reasons\":[{\"kind\":\"not_known_yet\",\"number\":1},{\"ki"
      "nd\":\"bought_together\",\"number\":14,\"of\":32,\"product_id\":\"tee\"},{\"kind\":\"part_of_look\",\""
      "number\":2,\"look_id\":\"market\"}]}]}";
