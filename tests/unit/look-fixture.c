/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "look-fixture.h"

typedef struct
{
  const char *id;
  const char *category;
  const char *colours[3];
  const char *sizes[3];
  gint64 price;
} Piece;

static const Piece pieces[] = {
  { "jeans", "trousers", { "navy", "sand" }, { "S", "M" }, 19990 },
  { "skirt", "trousers", { "sand" }, { "M" }, 14990 },
  { "dress", "dresses", { "red" }, { "M" }, 29990 },
  { "shoe", "shoes", { "navy", "sand" }, { "38", "39" }, 34990 },
  { "bag", "bags", { NULL }, { NULL }, 9990 },
};

static const char *
hex_of (const char *colour)
{
  return g_str_equal (colour, "navy") ? "#1b2a41" : g_str_equal (colour, "sand") ? "#d3bf9f" : "#aa0000";
}

static void
add_variant (MadafShopProduct *product, const Piece *piece, const char *colour, const char *size)
{
  g_autofree char *id = g_strconcat (piece->id, colour != NULL ? "-" : "", colour != NULL ? colour : "",
                                     size != NULL ? "-" : "", size != NULL ? size : "", NULL);
  MadafShopVariant *variant = shop_fixture_variant (id, NULL, colour, size, piece->price);

  variant->position = (int)product->variants->len;
  g_ptr_array_add (product->variants, variant);
}

static void
add_colour (MadafShopProduct *product, const Piece *piece, const char *id)
{
  MadafShopColour *colour = g_new0 (MadafShopColour, 1);

  colour->id = g_strdup (id);
  colour->name = g_strdup ("{\"en\": \"Colour\"}");
  colour->hex = g_strdup (hex_of (id));
  g_ptr_array_add (product->colours, colour);
  for (int i = 0; piece->sizes[i] != NULL; i++)
    add_variant (product, piece, id, piece->sizes[i]);
}

static gboolean
put_piece (MadafTransaction *transaction, const Piece *piece, gint64 now_us, GError **error)
{
  g_autofree char *title = g_strdup_printf ("{\"en\": \"A %s\"}", piece->id);
  g_autoptr (MadafShopProduct) product = shop_fixture_product (piece->id, title, 100, now_us);

  g_ptr_array_set_size (product->categories, 0);
  g_ptr_array_add (product->categories, g_strdup (piece->category));
  for (int i = 0; piece->colours[i] != NULL; i++)
    add_colour (product, piece, piece->colours[i]);
  if (piece->colours[0] == NULL)
    add_variant (product, piece, NULL, NULL);
  return madaf_catalogue_put_product (transaction, product, error);
}

static gboolean
put_looks (MadafTransaction *transaction, GError **error)
{
  const MadafLookPieceDraft city[] = {
    { "shirt", MADAF_ROLE_OF_TOP, "navy", FALSE },
    { "jeans", MADAF_ROLE_OF_BOTTOM, "navy", FALSE },
    { "shoe", MADAF_ROLE_OF_SHOES, "sand", FALSE },
    { "bag", MADAF_ROLE_OF_BAG, NULL, TRUE },
  };
  const MadafLookPieceDraft evening[] = {
    { "dress", MADAF_ROLE_OF_DRESS, "red", FALSE },
    { "shoe", MADAF_ROLE_OF_SHOES, "navy", FALSE },
    { "bag", MADAF_ROLE_OF_BAG, NULL, FALSE },
  };

  return madaf_look_put (transaction, "city", "test", 1, "{\"en\": \"City\"}", NULL, city, G_N_ELEMENTS (city), error)
         && madaf_look_put (transaction, "evening", "test", 2, "{\"en\": \"Evening\"}", NULL, evening,
                            G_N_ELEMENTS (evening), error);
}

static gboolean
fill (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const char *const categories[] = { "trousers", "dresses", "shoes", "bags" };
  ShopFixture *fixture = data;

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      MadafShopCategory category
          = { .id = (char *)categories[i], .parent = (char *)"clothes", .name = (char *)"{\"en\": \"Things\"}" };

      if (!madaf_catalogue_put_category (transaction, &category, "test", error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (!put_piece (transaction, &pieces[i], fixture->now_us, error))
      return FALSE;
  return put_looks (transaction, error) && madaf_catalogue_finish (transaction, fixture->now_us, error);
}

static gboolean
run (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

void
look_fixture_run (ShopFixture *fixture, const char *sql)
{
  shop_fixture_write (fixture, run, (gpointer)sql);
}

void
look_fixture_set_up (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_up (fixture, data);
  shop_fixture_write (fixture, fill, fixture);
  look_fixture_run (fixture, "UPDATE branch SET latitude = 32.0, longitude = 35.0 WHERE id = 'north'");
  look_fixture_run (fixture, "UPDATE branch SET latitude = 31.0, longitude = 35.0 WHERE id = 'south'");
}
