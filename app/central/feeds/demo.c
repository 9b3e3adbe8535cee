/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo.h"

#include "central/feeds/demo-books.h"
#include "central/feeds/demo-looks.h"
#include "central/feeds/demo-members.h"
#include "central/feeds/demo-money.h"
#include "central/feeds/demo-orders.h"
#include "central/feeds/demo-pictures.h"
#include "central/feeds/demo-stock.h"
#include "central/shop/branch.h"
#include "central/shop/catalogue.h"
#include "central/shop/member.h"
#include "central/shop/review.h"
#include "model/gtin.h"
#include "model/json-writer.h"
#include "model/phone.h"

#define SOURCE     "demo"
#define OLDEST_DAY 300 /* the product that has been there longest */

/* The filling of one shop. */
typedef struct
{
  const char *folder;
  MadafRandom *random;
  MadafDemoBooks *books;
  MadafTransaction *transaction;
  GHashTable *pictures;
  gint64 now_us;
} Filling;

G_DEFINE_QUARK (madaf - demo - error - quark, madaf_demo_error)

const char *
madaf_demo_get_folder (void)
{
  const char *folder = g_getenv ("MADAF_DEMO_DIR");

  return folder != NULL ? folder : MADAF_DEMO_DIR;
}

static const char *
get_string (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gboolean
put_settings (Filling *self, GError **error)
{
  JsonObject *shop = self->books->shop;
  g_autofree char *name = madaf_demo_json (shop, "name");
  g_autofree char *languages = madaf_demo_json (shop, "languages");
  const char *country = get_string (shop, "country");
  MadafShopSettings settings = {
    .id = (char *)get_string (shop, "id"),
    .name = name,
    .currency = (char *)get_string (shop, "currency"),
    .vat_rate_basis_points = (int)json_object_get_int_member_with_default (shop, "vat_rate_percent", 0) * 100,
    .languages = languages,
    .time_zone = (char *)get_string (shop, "time_zone"),
    .default_branch = (char *)get_string (shop, "default_branch"),
    .country = (char *)(country != NULL ? country : "IL"),
  };

  return madaf_shop_put_settings (self->transaction, &settings, error);
}

static gboolean
put_branch (Filling *self, JsonObject *object, int position, GError **error)
{
  g_autofree char *name = madaf_demo_json (object, "name");
  g_autofree char *address = madaf_demo_json (object, "address");
  g_autofree char *city = madaf_demo_json (object, "city");
  g_autofree char *hours = madaf_demo_json (object, "hours");
  MadafShopBranch branch = {
    .id = (char *)get_string (object, "id"),
    .name = name,
    .address = address,
    .city = city,
    .phone = (char *)get_string (object, "phone"),
    .hours = hours,
    .has_position = json_object_has_member (object, "latitude"),
    .latitude = json_object_get_double_member_with_default (object, "latitude", 0),
    .longitude = json_object_get_double_member_with_default (object, "longitude", 0),
    .can_collect = json_object_get_boolean_member_with_default (object, "can_collect", FALSE),
    .can_ship = json_object_get_boolean_member_with_default (object, "can_ship", FALSE),
    .collect_lead_minutes = (int)json_object_get_int_member_with_default (object, "collect_lead_minutes", 60),
    .fitting_rooms = (int)json_object_get_int_member_with_default (object, "fitting_rooms", 0),
    .position = position,
  };

  return madaf_branch_put (self->transaction, &branch, SOURCE, error);
}

static gboolean
put_branches (Filling *self, GError **error)
{
  for (guint i = 0; i < json_array_get_length (self->books->branches); i++)
    if (!put_branch (self, json_array_get_object_element (self->books->branches, i), (int)i, error))
      return FALSE;
  return TRUE;
}

static const MadafDemoPicture *
first_picture (Filling *self, JsonObject *product)
{
  JsonArray *colours = json_object_get_array_member (product, "colours");
  const char *drawing = get_string (product, "drawing");
  GPtrArray *list = drawing != NULL && json_array_get_length (colours) > 0
                        ? madaf_demo_pictures_find (self->pictures, drawing, json_array_get_string_element (colours, 0))
                        : NULL;

  return list != NULL ? g_ptr_array_index (list, 0) : NULL;
}

static gboolean
is_in_category (JsonObject *product, const char *category)
{
  JsonArray *categories = json_object_get_array_member (product, "categories");
  g_autofree char *below = g_strconcat (category, "-", NULL);

  for (guint i = 0; i < json_array_get_length (categories); i++)
    {
      const char *own = json_array_get_string_element (categories, i);

      if (g_strcmp0 (own, category) == 0 || g_str_has_prefix (own, below))
        return TRUE;
    }
  return FALSE;
}

/* A category is shown by what sells best in it. */
static const char *
find_category_picture (Filling *self, const char *category)
{
  JsonArray *products = self->books->products;
  const char *found = NULL;
  gint64 best = -1;

  for (guint i = 0; i < json_array_get_length (products); i++)
    {
      JsonObject *product = json_array_get_object_element (products, i);
      gint64 popularity = json_object_get_int_member_with_default (product, "popularity", 0);
      const MadafDemoPicture *picture
          = popularity > best && is_in_category (product, category) ? first_picture (self, product) : NULL;

      if (picture == NULL)
        continue;
      found = picture->id;
      best = popularity;
    }
  return found;
}

static gboolean
put_categories (Filling *self, GError **error)
{
  for (guint i = 0; i < json_array_get_length (self->books->categories); i++)
    {
      JsonObject *object = json_array_get_object_element (self->books->categories, i);
      g_autofree char *name = madaf_demo_json (object, "name");
      MadafShopCategory category = {
        .id = (char *)get_string (object, "id"),
        .parent = (char *)get_string (object, "parent"),
        .name = name,
        .picture_id = (char *)find_category_picture (self, get_string (object, "id")),
        .position = (int)json_object_get_int_member_with_default (object, "position", 0),
      };

      if (!madaf_catalogue_put_category (self->transaction, &category, SOURCE, error))
        return FALSE;
    }
  return TRUE;
}

/* Details are named where many products share one, and spelled out where only this one has it. */
static char *
make_details (Filling *self, JsonObject *product, GError **error)
{
  JsonArray *array = json_object_get_array_member (product, "details");
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *detail = JSON_NODE_HOLDS_OBJECT (node)
                               ? json_node_get_object (node)
                               : g_hash_table_lookup (self->books->details, json_node_get_string (node));
      g_autofree char *label = detail != NULL ? madaf_demo_json (detail, "label") : NULL;
      g_autofree char *value = detail != NULL ? madaf_demo_json (detail, "value") : NULL;

      if (detail == NULL)
        {
          g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "%s has the unknown detail %s",
                       get_string (product, "id"), json_node_get_string (node));
          return NULL;
        }
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_raw (writer, "label", label);
      madaf_json_writer_member_raw (writer, "value", value);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
  return madaf_json_writer_finish (writer, NULL);
}

static void
add_pictures (Filling *self, MadafShopProduct *product, const char *drawing, const char *colour)
{
  GPtrArray *list = drawing != NULL ? madaf_demo_pictures_find (self->pictures, drawing, colour) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MadafDemoPicture *from = g_ptr_array_index (list, i);
      MadafShopPicture *picture = g_new0 (MadafShopPicture, 1);

      picture->id = g_strdup (from->id);
      picture->colour = g_strdup (colour);
      picture->position = (int)product->pictures->len;
      picture->width = from->width;
      picture->height = from->height;
      g_ptr_array_add (product->pictures, picture);
    }
}

static gboolean
add_colours (Filling *self, MadafShopProduct *product, JsonObject *object, GError **error)
{
  JsonArray *colours = json_object_get_array_member (object, "colours");

  for (guint i = 0; i < json_array_get_length (colours); i++)
    {
      const char *id = json_array_get_string_element (colours, i);
      JsonObject *from = g_hash_table_lookup (self->books->colours, id);
      MadafShopColour *colour;

      if (from == NULL)
        {
          g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "%s has the unknown colour %s", product->id, id);
          return FALSE;
        }
      colour = g_new0 (MadafShopColour, 1);
      colour->id = g_strdup (id);
      colour->name = madaf_demo_json (from, "name");
      colour->hex = g_strdup (get_string (from, "hex"));
      g_ptr_array_add (product->colours, colour);
      add_pictures (self, product, get_string (object, "drawing"), id);
    }
  return TRUE;
}

static gboolean
add_variants (MadafShopProduct *product, JsonObject *object, GError **error)
{
  JsonArray *variants = json_object_get_array_member (object, "variants");
  gint64 price = json_object_get_int_member_with_default (object, "price_minor", 0);
  gint64 sale_price = json_object_get_int_member_with_default (object, "sale_price_minor", -1);

  for (guint i = 0; i < json_array_get_length (variants); i++)
    {
      JsonObject *from = json_array_get_object_element (variants, i);
      MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

      g_ptr_array_add (product->variants, variant);
      variant->id = g_strdup (get_string (from, "id"));
      variant->colour = g_strdup (get_string (from, "colour"));
      variant->size = g_strdup (get_string (from, "size"));
      variant->position = (int)i;
      variant->price = price;
      variant->sale_price = sale_price > 0 ? sale_price : -1;
      variant->gtin = madaf_gtin_normalise (get_string (from, "gtin"), error);
      if (variant->gtin == NULL)
        return FALSE;
    }
  return TRUE;
}

static MadafShopProduct *
make_product (Filling *self, JsonObject *object, GError **error)
{
  g_autoptr (MadafShopProduct) product = madaf_shop_product_new ();
  JsonArray *categories = json_object_get_array_member (object, "categories");

  product->id = g_strdup (get_string (object, "id"));
  product->source = g_strdup (SOURCE);
  product->brand = g_strdup (get_string (object, "brand"));
  product->title = madaf_demo_json (object, "title");
  product->description = madaf_demo_json (object, "description");
  product->popularity = json_object_get_int_member_with_default (object, "popularity", 0);
  product->updated_us = self->now_us - (gint64)madaf_random_below (self->random, OLDEST_DAY) * G_TIME_SPAN_DAY;
  for (guint i = 0; i < json_array_get_length (categories); i++)
    g_ptr_array_add (product->categories, g_strdup (json_array_get_string_element (categories, i)));
  g_free (product->details);
  product->details = make_details (self, object, error);
  if (product->details == NULL || !add_colours (self, product, object, error) || !add_variants (product, object, error))
    return NULL;
  return g_steal_pointer (&product);
}

static gboolean
put_level (Filling *self, const char *variant_id, const char *branch_id, int quantity, GError **error)
{
  g_autofree char *source_id = g_strdup_printf ("%s/%s", variant_id, branch_id);

  return madaf_transaction_execute (
             self->transaction,
             "INSERT INTO stock (variant_id, branch_id, on_hand, reserved, changed_us) VALUES ($1, $2, $3, 0, $4)",
             MADAF_VALUES (MADAF_VALUE_TEXT (variant_id), MADAF_VALUE_TEXT (branch_id), MADAF_VALUE_INT (quantity),
                           MADAF_VALUE_INT (self->now_us)),
             NULL, error)
         && madaf_transaction_execute (
             self->transaction,
             "INSERT INTO movement (source, source_id, kind, variant_id, branch_id, quantity, discrepancy, on_hand,"
             " reserved, happened_us, recorded_us) VALUES ('" SOURCE "', $1, 'count', $2, $3, $4, 0, $4, 0, $5, $5)",
             MADAF_VALUES (MADAF_VALUE_TEXT (source_id), MADAF_VALUE_TEXT (variant_id), MADAF_VALUE_TEXT (branch_id),
                           MADAF_VALUE_INT (quantity), MADAF_VALUE_INT (self->now_us)),
             NULL, error);
}

static gboolean
put_stock (Filling *self, const MadafShopProduct *product, const char *profile, GError **error)
{
  JsonArray *branches = self->books->branches;
  guint n_branches = json_array_get_length (branches);
  guint n_variants = product->variants->len;
  g_autofree gint16 *levels = g_new0 (gint16, (gsize)n_variants * n_branches + 1);

  madaf_demo_stock (profile, n_variants, n_branches, self->random, levels);
  for (guint i = 0; i < n_variants * n_branches; i++)
    {
      const MadafShopVariant *variant = g_ptr_array_index (product->variants, i / n_branches);
      JsonObject *branch = json_array_get_object_element (branches, i % n_branches);

      if (levels[i] >= 0 && !put_level (self, variant->id, get_string (branch, "id"), levels[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_products (Filling *self, GError **error)
{
  for (guint i = 0; i < json_array_get_length (self->books->products); i++)
    {
      JsonObject *object = json_array_get_object_element (self->books->products, i);
      g_autoptr (MadafShopProduct) product = make_product (self, object, error);

      if (product == NULL || !madaf_catalogue_put_product (self->transaction, product, error)
          || !put_stock (self, product, get_string (object, "stock_profile"), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_members (Filling *self, GError **error)
{
  for (guint i = 0; i < json_array_get_length (self->books->members); i++)
    {
      JsonObject *object = json_array_get_object_element (self->books->members, i);
      const MadafMember member = {
        .id = (char *)get_string (object, "id"),
        .number = (char *)get_string (object, "number"),
        .phone = (char *)get_string (object, "phone"),
        .name = (char *)get_string (object, "name"),
        .language = (char *)get_string (object, "language"),
        .joined_us = self->now_us - (gint64)(i + 1) * 60 * G_TIME_SPAN_DAY,
      };

      if (member.phone == NULL || !madaf_phone_is_e164 (member.phone))
        {
          g_set_error_literal (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "members.json: a phone is not E.164");
          return FALSE;
        }
      if (!madaf_member_put (self->transaction, &member, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_relations (Filling *self, GError **error)
{
  for (guint i = 0; i < json_array_get_length (self->books->products); i++)
    {
      JsonObject *product = json_array_get_object_element (self->books->products, i);
      JsonArray *others = json_object_get_array_member (product, "goes_with");

      for (guint j = 0; j < json_array_get_length (others); j++)
        if (!madaf_catalogue_put_relation (self->transaction, get_string (product, "id"),
                                           json_array_get_string_element (others, j), (int)j, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
put_review (Filling *self, JsonObject *object, int number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("demo-%04d", number);
  MadafShopReview review = {
    .id = id,
    .product_id = (char *)get_string (object, "product"),
    .stars = (int)json_object_get_int_member_with_default (object, "stars", 0),
    .language = (char *)get_string (object, "language"),
    .title = (char *)get_string (object, "title"),
    .text = (char *)get_string (object, "text"),
    .author = (char *)get_string (object, "author"),
    .size = (char *)get_string (object, "size_bought"),
    .usual_size = (char *)get_string (object, "usual_size"),
    .fit = (char *)get_string (object, "fit"),
    .verified = json_object_get_boolean_member_with_default (object, "verified", FALSE),
    .written_on = (char *)get_string (object, "date"),
  };

  return madaf_review_put (self->transaction, &review, SOURCE, error);
}

static gboolean
put_reviews (Filling *self, GError **error)
{
  int number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->books->reviews); i++)
    for (guint j = 0; j < json_array_get_length (self->books->reviews[i]); j++)
      if (!put_review (self, json_array_get_object_element (self->books->reviews[i], j), ++number, error))
        return FALSE;
  return TRUE;
}

static gboolean
read_emptiness (MadafTransaction *transaction, gpointer data, GError **error)
{
  gboolean *empty = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction,
      "SELECT NOT EXISTS (SELECT 1 FROM shop) AND NOT EXISTS (SELECT 1 FROM branch) AND NOT EXISTS (SELECT 1 FROM "
      "product)",
      MADAF_NO_VALUES, error);

  *empty = rows != NULL && madaf_rows_next (rows, error) && madaf_rows_int (rows, 0) != 0;
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
fill (MadafTransaction *transaction, gpointer data, GError **error)
{
  Filling *self = data;
  g_autofree char *pack = g_build_filename (self->folder, "demo-pictures.db", NULL);
  gboolean empty = FALSE;
  gboolean done;

  if (!read_emptiness (transaction, &empty, error))
    return FALSE;
  if (!empty)
    {
      g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_NOT_EMPTY,
                   "The database holds a shop already; the demo shop needs an empty one");
      return FALSE;
    }
  self->transaction = transaction;
  self->pictures = madaf_demo_pictures_put (transaction, pack, error);
  done = self->pictures != NULL && put_settings (self, error) && put_branches (self, error)
         && put_categories (self, error) && put_products (self, error) && put_relations (self, error)
         && put_reviews (self, error) && put_members (self, error)
         && madaf_demo_put_money (transaction, self->books, self->now_us, error)
         && madaf_demo_put_looks (transaction, self->books->looks, error)
         && madaf_demo_put_orders (transaction, self->books, self->random, self->now_us, error)
         && madaf_catalogue_finish (transaction, self->now_us, error)
         && madaf_demo_put_lives (transaction, self->books, self->random, self->now_us, error);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  return done;
}

gboolean
madaf_demo_is_wanted (MadafStore *store, gboolean *wanted, GError **error)
{
  return madaf_store_read (store, read_emptiness, wanted, error);
}

static gboolean
read_demo (MadafTransaction *transaction, gpointer data, GError **error)
{
  gboolean *is = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction,
      "SELECT EXISTS (SELECT 1 FROM branch) AND NOT EXISTS (SELECT 1 FROM branch WHERE source <> $1)"
      " AND NOT EXISTS (SELECT 1 FROM product WHERE source <> $1)",
      MADAF_VALUES (MADAF_VALUE_TEXT (SOURCE)), error);

  *is = rows != NULL && madaf_rows_next (rows, error) && madaf_rows_int (rows, 0) != 0;
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_demo_is_there (MadafStore *store, gboolean *is, GError **error)
{
  return madaf_store_read (store, read_demo, is, error);
}

gboolean
madaf_demo_fill (MadafStore *store, const char *folder, MadafRandom *random, MadafClock *clock, GError **error)
{
  g_autoptr (MadafDemoBooks) books = madaf_demo_books_read (folder, error);
  Filling self = { .folder = folder, .random = random, .books = books, .now_us = madaf_clock_now_us (clock) };

  return books != NULL && madaf_store_write (store, fill, &self, error);
}
