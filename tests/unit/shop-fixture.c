/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shop-fixture.h"

#include <glib/gstdio.h>

#include "central/shop/member.h"
#include "central/shop/branch.h"
#include "central/shop/stock.h"

/* Sunday 22 November 2026, 10:00 in Jerusalem. */
#define START_US G_GINT64_CONSTANT (1795334400000000)

#define HOURS                                                                                                          \
  "{\"time_zone\": \"Asia/Jerusalem\", \"week\": [[[\"09:00\", \"21:00\"]], [[\"09:00\", \"21:00\"]],"                 \
  " [[\"09:00\", \"21:00\"]], [[\"09:00\", \"21:00\"]], [[\"09:00\", \"21:00\"]], [[\"09:00\", \"14:00\"]], []],"      \
  " \"exceptions\": []}"

static gboolean
put_branch (MadafTransaction *transaction, const char *id, gboolean serves, int position, GError **error)
{
  MadafShopBranch branch = {
    .id = (char *)id,
    .name = (char *)"{\"en\": \"Branch\"}",
    .address = (char *)"{\"en\": \"Street 1\"}",
    .city = (char *)"{\"en\": \"Town\"}",
    .hours = (char *)HOURS,
    .can_collect = serves,
    .can_ship = serves,
    .collect_lead_minutes = 60,
    .fitting_rooms = 3,
    .position = position,
  };

  return madaf_branch_put (transaction, &branch, "test", error);
}

MadafShopVariant *
shop_fixture_variant (const char *id, const char *gtin, const char *colour, const char *size, gint64 price)
{
  MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

  variant->id = g_strdup (id);
  variant->gtin = g_strdup (gtin);
  variant->colour = g_strdup (colour);
  variant->size = g_strdup (size);
  variant->price = price;
  variant->sale_price = -1;
  return variant;
}

MadafShopProduct *
shop_fixture_product (const char *id, const char *title_json, gint64 popularity, gint64 now_us)
{
  MadafShopProduct *product = madaf_shop_product_new ();

  product->id = g_strdup (id);
  product->source = g_strdup ("test");
  product->title = g_strdup (title_json);
  product->popularity = popularity;
  product->updated_us = now_us;
  g_ptr_array_add (product->categories, g_strdup ("tops"));
  return product;
}

static void
add_colour (MadafShopProduct *product, const char *id, const char *name, const char *hex)
{
  MadafShopColour *colour = g_new0 (MadafShopColour, 1);

  colour->id = g_strdup (id);
  colour->name = g_strdup (name);
  colour->hex = g_strdup (hex);
  g_ptr_array_add (product->colours, colour);
}

static gboolean
put_products (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  g_autoptr (MadafShopProduct) shirt
      = shop_fixture_product ("shirt",
                              "{\"he\": \"חולצת פִּשְׁתָּן לגברים\", \"ar\": \"قميص كتّان أزرق\", \"ru\": \"Льняная рубашка "
                              "тёмная\", \"en\": \"Linen shirt\"}",
                              900, now_us);
  g_autoptr (MadafShopProduct) sock
      = shop_fixture_product ("sock", "{\"he\": \"גרב צמר\", \"en\": \"Wool sock\"}", 500, now_us);

  add_colour (shirt, "navy", "{\"en\": \"Navy\"}", "#1b2a41");
  add_colour (shirt, "red", "{\"en\": \"Red\"}", "#aa0000");
  g_ptr_array_add (shirt->variants, shop_fixture_variant ("shirt-navy-s", "07290000000015", "navy", "S", 24990));
  g_ptr_array_add (shirt->variants, shop_fixture_variant ("shirt-navy-m", "07290000000022", "navy", "M", 24990));
  g_ptr_array_add (shirt->variants, shop_fixture_variant ("shirt-red-m", "07290000000039", "red", "M", 19990));
  g_ptr_array_add (sock->variants, shop_fixture_variant ("sock-one", NULL, NULL, NULL, 1990));
  return madaf_catalogue_put_product (transaction, shirt, error)
         && madaf_catalogue_put_product (transaction, sock, error);
}

static gboolean
fill_shop (MadafTransaction *transaction, gpointer data, GError **error)
{
  ShopFixture *fixture = data;
  MadafShopSettings settings = {
    .id = (char *)"shop",
    .name = (char *)"{\"en\": \"Shop\"}",
    .currency = (char *)"ILS",
    .vat_rate_basis_points = 1800,
    .languages = (char *)"[\"he\", \"en\"]",
    .time_zone = (char *)"Asia/Jerusalem",
    .country = (char *)"IL",
  };
  MadafShopCategory clothes = { .id = (char *)"clothes", .name = (char *)"{\"en\": \"Clothes\"}" };
  MadafShopCategory tops = { .id = (char *)"tops", .parent = (char *)"clothes", .name = (char *)"{\"en\": \"Tops\"}" };

  return madaf_shop_put_settings (transaction, &settings, error) && put_branch (transaction, "north", TRUE, 1, error)
         && put_branch (transaction, "south", TRUE, 2, error) && put_branch (transaction, "corner", FALSE, 3, error)
         && madaf_catalogue_put_category (transaction, &clothes, "test", error)
         && madaf_catalogue_put_category (transaction, &tops, "test", error)
         && put_products (transaction, fixture->now_us, error)
         && madaf_catalogue_finish (transaction, fixture->now_us, error);
}

void
shop_fixture_set_up (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("madaf-shop-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "central.db", NULL);
  fixture->store = madaf_store_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->random = madaf_random_new_seeded (7);
  fixture->now_us = START_US;
  shop_fixture_write (fixture, fill_shop, fixture);
}

void
shop_fixture_tear_down (ShopFixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-lock" };

  madaf_store_close (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (name);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->random);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
shop_fixture_read (ShopFixture *fixture, MadafTransactionFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean good = madaf_store_read (fixture->store, func, data, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

void
shop_fixture_write (ShopFixture *fixture, MadafTransactionFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean good = madaf_store_write (fixture->store, func, data, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

typedef struct
{
  ShopFixture *fixture;
  MadafMovement movement;
} Count;

static gboolean
apply_count (MadafTransaction *transaction, gpointer data, GError **error)
{
  Count *count = data;
  MadafMovementResult result = { 0 };
  g_auto (MadafFaults) faults = { 0 };

  return madaf_stock_apply (transaction, &count->movement, count->fixture->now_us, "", &result, &faults, error);
}

void
shop_fixture_set_stock (ShopFixture *fixture, const char *variant_id, const char *branch_id, gint64 quantity)
{
  g_autofree char *id = madaf_random_token (fixture->random);
  Count count = {
    fixture,
    { .kind = MADAF_MOVEMENT_COUNT,
      .source = "test",
      .source_id = id,
      .variant_id = variant_id,
      .branch_id = branch_id,
      .quantity = quantity },
  };

  shop_fixture_write (fixture, apply_count, &count);
}

typedef struct
{
  const char *sql;
  gint64 number;
} Question;

static gboolean
ask (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (transaction, question->sql, MADAF_NO_VALUES, error);

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  question->number = madaf_rows_int (rows, 0);
  return TRUE;
}

gint64
shop_fixture_number (ShopFixture *fixture, const char *sql)
{
  Question question = { sql, 0 };

  shop_fixture_read (fixture, ask, &question);
  return question.number;
}

static gboolean
put_member (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_member_put (transaction, data, error);
}

void
shop_fixture_add_member (ShopFixture *fixture, const char *id, const char *phone)
{
  MadafMember member = {
    .id = (char *)id,
    .number = (char *)phone + 1,
    .phone = (char *)phone,
    .language = (char *)"he",
    .joined_us = fixture->now_us,
  };

  shop_fixture_write (fixture, put_member, &member);
}
