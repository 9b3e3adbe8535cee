/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/branch-price.h"
#include "central/shop/branch.h"
#include "central/shop/catalogue.h"
#include "central/shop/event.h"
#include "central/shop/look.h"
#include "central/shop/picture.h"
#include "central/shop/review.h"
#include "central/shop/stock.h"
#include "central/shop/together-count.h"
#include "central/store/store.h"

/* Fills a database with the smallest shop that has one of everything: what test_contract.py asks about. */

#define HOURS                                                                                                          \
  "{\"time_zone\":\"Asia/"                                                                                             \
  "Jerusalem\",\"week\":[[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],"                     \
  "[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"14:00\"]],[]],\"exceptions\":[]}"

/* A PNG of one pixel. */
static const guint8 png[] = {
  0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    0x0d, 'I',  'H',  'D',  'R',  0, 0,
  0,    1,    0,    0,    0,    1,    8,    6,    0,    0,    0,    0x1f, 0x15, 0xc4, 0x89, 0,    0, 0,
  0x0d, 'I',  'D',  'A',  'T',  0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0,    5,    0,    1, 0xff,
  0x56, 0xc7, 0x2f, 0x0d, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 'B',  0x60, 0x82,
};

static gboolean
put_places (MadafTransaction *transaction, GError **error)
{
  MadafShopSettings settings = {
    .id = "test",
    .name = "{\"he\":\"חנות <b>מדף</b>\",\"en\":\"Shelf & Sons\"}",
    .currency = "ILS",
    .vat_rate_basis_points = 1800,
    .languages = "[\"he\",\"ar\",\"ru\",\"en\"]",
    .time_zone = "Asia/Jerusalem",
    .default_branch = "tlv",
    .country = "IL",
  };
  MadafShopBranch branches[] = {
    { .id = "tlv",
      .can_collect = TRUE,
      .can_ship = TRUE,
      .collect_lead_minutes = 60,
      .phone = "+97231234567",
      .has_position = TRUE,
      .latitude = 32.08,
      .longitude = 34.78,
      .fitting_rooms = 4 },
    { .id = "haifa", .can_collect = TRUE, .can_ship = FALSE, .collect_lead_minutes = 120, .position = 1 },
    { .id = "depot", .can_collect = FALSE, .can_ship = TRUE, .position = 2 },
  };

  if (!madaf_shop_put_settings (transaction, &settings, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (branches); i++)
    {
      branches[i].name = "{\"he\":\"סניף\",\"en\":\"Branch\"}";
      branches[i].address = "{\"he\":\"דיזנגוף 1\",\"en\":\"1 Dizengoff\"}";
      branches[i].city = "{\"he\":\"עיר\",\"en\":\"City\"}";
      branches[i].hours = HOURS;
      if (!madaf_branch_put (transaction, &branches[i], "test", error))
        return FALSE;
    }
  return TRUE;
}

static MadafShopVariant *
make_variant (const char *id, const char *gtin, const char *colour, const char *size, gint64 price, gint64 sale)
{
  MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

  variant->id = g_strdup (id);
  variant->gtin = g_strdup (gtin);
  variant->colour = g_strdup (colour);
  variant->size = g_strdup (size);
  variant->price = price;
  variant->sale_price = sale;
  return variant;
}

static MadafShopColour *
make_colour (const char *id, const char *name, const char *hex)
{
  MadafShopColour *colour = g_new0 (MadafShopColour, 1);

  colour->id = g_strdup (id);
  colour->name = g_strdup (name);
  colour->hex = g_strdup (hex);
  return colour;
}

static MadafShopProduct *
make_product (const char *id, const char *title, const char *category)
{
  MadafShopProduct *product = madaf_shop_product_new ();

  product->id = g_strdup (id);
  product->source = g_strdup ("test");
  product->title = g_strdup (title);
  g_free (product->description);
  product->description = g_strdup ("{\"en\":\"Linen.\",\"he\":\"פשתן.\"}");
  product->updated_us = 1;
  g_ptr_array_add (product->categories, g_strdup (category));
  return product;
}

static gboolean
put_shirt (MadafTransaction *transaction, const char *picture_id, GError **error)
{
  g_autoptr (MadafShopProduct) shirt
      = make_product ("shirt", "{\"he\":\"חולצת פשתן\",\"en\":\"Linen shirt\"}", "shirts");
  MadafShopPicture *picture = g_new0 (MadafShopPicture, 1);

  shirt->brand = g_strdup ("Madaf");
  shirt->popularity = 10;
  g_free (shirt->details);
  shirt->details = g_strdup ("[{\"label\":{\"en\":\"Material\"},\"value\":{\"en\":\"Linen\"}}]");
  g_ptr_array_add (shirt->colours, make_colour ("navy", "{\"he\":\"כחול\",\"en\":\"Navy\"}", "#1b2a41"));
  g_ptr_array_add (shirt->colours, make_colour ("white", "{\"he\":\"לבן\",\"en\":\"White\"}", "#ffffff"));
  g_ptr_array_add (shirt->variants, make_variant ("shirt-navy-m", "07290000000015", "navy", "M", 24990, -1));
  g_ptr_array_add (shirt->variants, make_variant ("shirt-navy-s", "07290000000022", "navy", "S", 24990, 19990));
  g_ptr_array_add (shirt->variants, make_variant ("shirt-white-m", NULL, "white", "M", 24990, -1));
  picture->id = g_strdup (picture_id);
  picture->colour = g_strdup ("navy");
  picture->width = picture->height = 1;
  g_ptr_array_add (shirt->pictures, picture);
  return madaf_catalogue_put_product (transaction, shirt, error);
}

static gboolean
put_goods (MadafTransaction *transaction, GError **error)
{
  MadafShopCategory women = { .id = "women", .name = "{\"he\":\"נשים\",\"en\":\"Women\"}" };
  MadafShopCategory shirts = { .id = "shirts", .parent = "women", .name = "{\"en\":\"Shirts\"}", .position = 1 };
  g_autoptr (MadafShopProduct) bag = make_product ("bag", "{\"he\":\"תיק\",\"en\":\"Bag\"}", "women");
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);
  g_autofree char *picture_id = NULL;

  g_ptr_array_add (bag->variants, make_variant ("bag-1", "07290000000039", NULL, NULL, 9990, -1));
  return madaf_picture_put (transaction, "image/png", 1, 1, bytes, bytes, &picture_id, error)
         && madaf_catalogue_put_category (transaction, &women, "test", error)
         && madaf_catalogue_put_category (transaction, &shirts, "test", error)
         && put_shirt (transaction, picture_id, error) && madaf_catalogue_put_product (transaction, bag, error)
         && madaf_catalogue_put_relation (transaction, "shirt", "bag", 0, error)
         && madaf_catalogue_finish (transaction, 1, error);
}

static gboolean
put_stock (MadafTransaction *transaction, GError **error)
{
  static const struct
  {
    const char *variant_id;
    const char *branch_id;
    gint64 quantity;
  } levels[] = {
    { "shirt-navy-m", "tlv", 5 },     { "shirt-navy-m", "haifa", 1 }, { "shirt-navy-s", "tlv", 50 },
    { "shirt-white-m", "depot", 20 }, { "bag-1", "tlv", 100 },        { "shirt-white-m", "haifa", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *source_id = g_strdup_printf ("seed-%u", i);
      MadafMovement movement = {
        .kind = MADAF_MOVEMENT_COUNT,
        .source = "seed",
        .source_id = source_id,
        .variant_id = levels[i].variant_id,
        .branch_id = levels[i].branch_id,
        .quantity = levels[i].quantity,
      };
      MadafMovementResult result = { 0 };
      g_auto (MadafFaults) faults = { 0 };

      if (!madaf_stock_apply (transaction, &movement, g_get_real_time (), "", &result, &faults, error))
        return FALSE;
    }
  return TRUE;
}

/* Haifa asks less for a white shirt. */
static gboolean
put_prices (MadafTransaction *transaction, GError **error)
{
  const MadafBranchPrice price = { 22990, -1, 0, 0 };
  gboolean changed = FALSE;

  return madaf_branch_price_put (transaction, "shirt-white-m", "haifa", &price, &changed, error) && changed;
}

static gboolean
put_reviews (MadafTransaction *transaction, GError **error)
{
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("review-%d", i);
      g_autofree char *day = g_strdup_printf ("2026-11-0%d", i);
      MadafShopReview review = {
        .id = id,
        .product_id = "shirt",
        .stars = i,
        .language = i % 2 ? "he" : "en",
        .title = i == 3 ? NULL : "Nice",
        .text = "Fits.",
        .author = "Dana",
        .size = "M",
        .usual_size = i == 2 ? "L" : NULL,
        .fit = i == 2 ? "small" : NULL,
        .verified = i > 2,
        .written_on = day,
      };

      if (!madaf_review_put (transaction, &review, "test", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_look (MadafTransaction *transaction, GError **error)
{
  const MadafLookPieceDraft pieces[]
      = { { "shirt", MADAF_ROLE_OF_TOP, "navy", FALSE }, { "bag", MADAF_ROLE_OF_BAG, NULL, TRUE } };

  return madaf_look_put (transaction, "outfit", "test", 0, "{\"he\":\"תלבושת\",\"en\":\"Outfit\"}", NULL, pieces,
                         G_N_ELEMENTS (pieces), error);
}

/* As if fourteen orders had both, and twenty the shirt, up to the events there are. */
static gboolean
put_together (MadafTransaction *transaction, GError **error)
{
  MadafTogetherCount counts[]
      = { { "bag", "bag", 14 }, { "bag", "shirt", 14 }, { "shirt", "bag", 14 }, { "shirt", "shirt", 20 } };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (MadafTogetherCount));
  g_autoptr (MadafShopEvents) events = madaf_event_list (transaction, -1, 0, error);
  MadafTogetherState state = { .generation = 1, .recounted_us = g_get_real_time () };

  if (events == NULL)
    return FALSE;
  g_array_append_vals (list, counts, G_N_ELEMENTS (counts));
  state.event_id = events->last_id;
  return madaf_together_put (transaction, 1, list, 0, list->len, error)
         && madaf_together_hold (transaction, &state, error);
}

static gboolean
put_all (MadafTransaction *transaction, gpointer data, GError **error)
{
  return put_places (transaction, error) && put_goods (transaction, error) && put_stock (transaction, error)
         && put_prices (transaction, error) && put_reviews (transaction, error) && put_look (transaction, error)
         && put_together (transaction, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafStore) store = argc == 2 ? madaf_store_open (argv[1], &error) : NULL;

  if (store != NULL && madaf_store_write (store, put_all, NULL, &error))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "usage: seed DATABASE");
  return 1;
}
