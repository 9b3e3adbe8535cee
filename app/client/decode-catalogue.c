/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-catalogue.h"

#include "client/decode.h"
#include "model/detail.h"
#include "model/json.h"
#include "model/variant.h"

void
madaf_code_match_free (MadafCodeMatch *match)
{
  g_clear_object (&match->product);
  g_free (match->variant_id);
  g_free (match);
}

/* Ways that this version does not know are left out; a central that says nothing of them has none. */
static gboolean
read_ways (JsonObject *object, int *ways, GError **error)
{
  static const char *const words[] = { "phone_page", "member_code", "one_time_code" };
  g_auto (GStrv) said = NULL;

  if (json_object_has_member (object, "sign_in") && !madaf_decode_strv (object, "sign_in", &said, error))
    return FALSE;
  for (guint i = 0; said != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains ((const char *const *)said, words[i]))
      *ways |= 1 << i;
  return TRUE;
}

gpointer
madaf_decode_shop (JsonObject *object, GError **error)
{
  const char *id;
  g_autoptr (MadafText) name = NULL;
  const char *currency;
  int vat_rate;
  g_auto (GStrv) languages = NULL;
  const char *country = NULL;
  int ways = 0;
  gint64 now_us;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_decode_text (object, "name", &name, error)
      || !madaf_json_read_string_bounded (object, "currency", 3, 3, &currency, error)
      || !madaf_decode_int (object, "vat_rate", 0, &vat_rate, error)
      || !madaf_decode_strv (object, "languages", &languages, error)
      || !madaf_json_read_optional_string_bounded (object, "country", 2, 2, &country, error)
      || !read_ways (object, &ways, error) || !madaf_decode_time (object, "now", &now_us, error))
    return NULL;

  return g_object_new (MADAF_TYPE_SHOP, "id", id, "name", name, "currency", currency, "vat-rate", vat_rate, "languages",
                       languages, "country", country, "ways", ways, "now-us", now_us, NULL);
}

static gpointer
decode_category (JsonObject *object, GError **error)
{
  const char *id;
  const char *parent_id = NULL;
  const char *picture_id = NULL;
  g_autoptr (MadafText) name = NULL;
  int product_count;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_decode_optional_id (object, "parent_id", &parent_id, error)
      || !madaf_decode_text (object, "name", &name, error)
      || !madaf_decode_optional_id (object, "picture_id", &picture_id, error)
      || !madaf_decode_int (object, "product_count", 0, &product_count, error))
    return NULL;

  return g_object_new (MADAF_TYPE_CATEGORY, "id", id, "parent-id", parent_id, "name", name, "picture-id", picture_id,
                       "product-count", product_count, NULL);
}

gpointer
madaf_decode_categories (JsonObject *object, GError **error)
{
  GListModel *list = NULL;

  madaf_decode_list (object, "items", MADAF_TYPE_CATEGORY, decode_category, &list, error);
  return list;
}

static gpointer
decode_colour (JsonObject *object, GError **error)
{
  const char *id;
  const char *hex = NULL;
  g_autoptr (MadafText) name = NULL;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_decode_text (object, "name", &name, error)
      || !madaf_json_read_optional_string_bounded (object, "hex", 7, 7, &hex, error))
    return NULL;

  return g_object_new (MADAF_TYPE_COLOUR, "id", id, "name", name, "hex", hex, NULL);
}

gpointer
madaf_decode_picture (JsonObject *object, GError **error)
{
  const char *id;
  const char *colour_id = NULL;
  int width;
  int height;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_decode_int (object, "width", 1, &width, error)
      || !madaf_decode_int (object, "height", 1, &height, error)
      || !madaf_decode_optional_id (object, "colour_id", &colour_id, error))
    return NULL;

  return g_object_new (MADAF_TYPE_PICTURE, "id", id, "width", width, "height", height, "colour-id", colour_id, NULL);
}

static gpointer
decode_detail (JsonObject *object, GError **error)
{
  g_autoptr (MadafText) label = NULL;
  g_autoptr (MadafText) value = NULL;

  if (!madaf_decode_text (object, "label", &label, error) || !madaf_decode_text (object, "value", &value, error))
    return NULL;

  return g_object_new (MADAF_TYPE_DETAIL, "label", label, "value", value, NULL);
}

static gpointer
decode_variant (JsonObject *object, GError **error)
{
  const char *id;
  const char *gtin = NULL;
  const char *colour_id = NULL;
  const char *size = NULL;
  g_autoptr (MadafPrice) price = NULL;

  if (!madaf_decode_id (object, "id", &id, error)
      || !madaf_json_read_optional_string_bounded (object, "gtin", 14, 14, &gtin, error)
      || !madaf_decode_optional_id (object, "colour_id", &colour_id, error)
      || !madaf_json_read_optional_string_bounded (object, "size", 1, 24, &size, error)
      || !madaf_decode_price (object, "price", &price, error))
    return NULL;

  return g_object_new (MADAF_TYPE_VARIANT, "id", id, "gtin", gtin, "colour-id", colour_id, "size", size, "price", price,
                       NULL);
}

gpointer
madaf_decode_review_summary (JsonObject *object, GError **error)
{
  int count;
  gint64 average = 0;
  JsonArray *spread;
  gint64 stars[5] = { 0 };

  if (!madaf_decode_int (object, "count", 0, &count, error)
      || !madaf_json_read_optional_int (object, "average", 100, 500, &average, error)
      || !madaf_json_read_array (object, "spread", &spread, error))
    return NULL;

  if (json_array_get_length (spread) != G_N_ELEMENTS (stars))
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "spread: not five numbers");
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (stars); i++)
    {
      JsonNode *node = json_array_get_element (spread, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
        {
          g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE, "spread: not a whole number");
          return NULL;
        }
      stars[i] = json_node_get_int (node);
      if (stars[i] < 0 || stars[i] > G_MAXINT32)
        {
          g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "spread: out of range");
          return NULL;
        }
    }

  return g_object_new (MADAF_TYPE_REVIEW_SUMMARY, "count", count, "average", (int)average, "one", (int)stars[0], "two",
                       (int)stars[1], "three", (int)stars[2], "four", (int)stars[3], "five", (int)stars[4], NULL);
}

/* What a product is made of, while it is read. */
typedef struct
{
  const char *id;
  MadafText *title;
  MadafText *description;
  const char *brand;
  char **category_ids;
  GListModel *details;
  GListModel *colours;
  char **sizes;
  GListModel *variants;
  GListModel *pictures;
  MadafReviewSummary *review_summary;
} ProductParts;

static void
product_parts_clear (ProductParts *parts)
{
  g_clear_pointer (&parts->title, madaf_text_unref);
  g_clear_pointer (&parts->description, madaf_text_unref);
  g_clear_pointer (&parts->category_ids, g_strfreev);
  g_clear_pointer (&parts->sizes, g_strfreev);
  g_clear_object (&parts->details);
  g_clear_object (&parts->colours);
  g_clear_object (&parts->variants);
  g_clear_object (&parts->pictures);
  g_clear_object (&parts->review_summary);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProductParts, product_parts_clear)

static gboolean
read_product_parts (JsonObject *object, ProductParts *parts, GError **error)
{
  return madaf_decode_id (object, "id", &parts->id, error) && madaf_decode_text (object, "title", &parts->title, error)
         && madaf_decode_text (object, "description", &parts->description, error)
         && madaf_json_read_optional_string (object, "brand", &parts->brand, error)
         && madaf_decode_strv (object, "category_ids", &parts->category_ids, error)
         && madaf_decode_list (object, "details", MADAF_TYPE_DETAIL, decode_detail, &parts->details, error)
         && madaf_decode_list (object, "colours", MADAF_TYPE_COLOUR, decode_colour, &parts->colours, error)
         && madaf_decode_strv (object, "sizes", &parts->sizes, error)
         && madaf_decode_list (object, "variants", MADAF_TYPE_VARIANT, decode_variant, &parts->variants, error)
         && madaf_decode_list (object, "pictures", MADAF_TYPE_PICTURE, madaf_decode_picture, &parts->pictures, error)
         && madaf_decode_member (object, "review_summary", madaf_decode_review_summary, &parts->review_summary, error);
}

gpointer
madaf_decode_product (JsonObject *object, GError **error)
{
  g_auto (ProductParts) parts = { 0 };

  if (!read_product_parts (object, &parts, error))
    return NULL;

  if (g_list_model_get_n_items (parts.variants) == 0)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "variants: none");
      return NULL;
    }

  return g_object_new (MADAF_TYPE_PRODUCT, "id", parts.id, "title", parts.title, "description", parts.description,
                       "brand", parts.brand, "category-ids", parts.category_ids, "details", parts.details, "colours",
                       parts.colours, "sizes", parts.sizes, "variants", parts.variants, "pictures", parts.pictures,
                       "review-summary", parts.review_summary, NULL);
}

gpointer
madaf_decode_code_match (JsonObject *object, GError **error)
{
  g_autoptr (MadafCodeMatch) match = g_new0 (MadafCodeMatch, 1);
  const char *kind;
  const char *variant_id;

  if (!madaf_json_read_string (object, "kind", &kind, error)
      || !madaf_decode_id (object, "variant_id", &variant_id, error)
      || !madaf_decode_member (object, "product", madaf_decode_product, &match->product, error))
    return NULL;

  if (!g_str_equal (kind, "product") || madaf_product_find_variant (match->product, variant_id) == NULL)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "variant_id: not one of the product");
      return NULL;
    }

  match->variant_id = g_strdup (variant_id);
  return g_steal_pointer (&match);
}

gpointer
madaf_decode_product_summary (JsonObject *object, GError **error)
{
  const char *id;
  const char *brand = NULL;
  g_autoptr (MadafText) title = NULL;
  g_autoptr (MadafPicture) picture = NULL;
  g_autoptr (MadafPrice) price_from = NULL;
  g_autoptr (MadafPrice) price_to = NULL;
  g_autoptr (GListModel) colours = NULL;
  g_autoptr (MadafReviewSummary) reviews = NULL;
  JsonObject *inner = NULL;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_decode_text (object, "title", &title, error)
      || !madaf_json_read_optional_string (object, "brand", &brand, error)
      || !madaf_json_read_optional_object (object, "picture", &inner, error)
      || !madaf_decode_price (object, "price_from", &price_from, error)
      || !madaf_decode_price (object, "price_to", &price_to, error)
      || !madaf_decode_list (object, "colours", MADAF_TYPE_COLOUR, decode_colour, &colours, error)
      || !madaf_decode_member (object, "review_summary", madaf_decode_review_summary, &reviews, error))
    return NULL;

  if (inner != NULL && (picture = madaf_decode_picture (inner, error)) == NULL)
    return NULL;

  return g_object_new (MADAF_TYPE_PRODUCT_SUMMARY, "id", id, "title", title, "brand", brand, "picture", picture,
                       "price-from", price_from, "price-to", price_to, "colours", colours, "review-summary", reviews,
                       NULL);
}

gpointer
madaf_decode_related (JsonObject *object, GError **error)
{
  GListModel *list = NULL;

  madaf_decode_list (object, "items", MADAF_TYPE_PRODUCT_SUMMARY, madaf_decode_product_summary, &list, error);
  return list;
}

static MadafFacet *
decode_colour_facet (JsonObject *object, GError **error)
{
  g_autoptr (MadafColour) colour = NULL;
  int count;

  if (!madaf_decode_member (object, "colour", decode_colour, &colour, error)
      || !madaf_decode_int (object, "count", 1, &count, error))
    return NULL;

  return madaf_facet_new (madaf_colour_get_id (colour), colour, count);
}

static MadafFacet *
decode_size_facet (JsonObject *object, GError **error)
{
  const char *size;
  int count;

  if (!madaf_json_read_string (object, "size", &size, error) || !madaf_decode_int (object, "count", 1, &count, error))
    return NULL;

  return madaf_facet_new (size, NULL, count);
}

static GPtrArray *
decode_facets (JsonObject *object, const char *member, MadafFacet *(*decode) (JsonObject *, GError **), GError **error)
{
  g_autoptr (GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_facet_free);
  JsonArray *array;

  if (!madaf_json_read_array (object, member, &array, error))
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *inner;
      MadafFacet *facet;

      if (!madaf_json_element_object (array, i, &inner, error) || (facet = decode (inner, error)) == NULL)
        return NULL;
      g_ptr_array_add (facets, facet);
    }

  return g_steal_pointer (&facets);
}

gpointer
madaf_decode_product_list (JsonObject *object, GError **error)
{
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GPtrArray) colours = NULL;
  g_autoptr (GPtrArray) sizes = NULL;
  JsonObject *facets;
  const char *next_cursor = NULL;
  const char *retyped = NULL;
  gint64 total = -1;

  if (!madaf_decode_list (object, "items", MADAF_TYPE_PRODUCT_SUMMARY, madaf_decode_product_summary, &items, error)
      || !madaf_json_read_optional_string (object, "next_cursor", &next_cursor, error)
      || !madaf_json_read_optional_int (object, "total", 0, G_MAXINT64, &total, error)
      || !madaf_json_read_optional_string (object, "retyped", &retyped, error)
      || !madaf_json_read_object (object, "facets", &facets, error)
      || (colours = decode_facets (facets, "colours", decode_colour_facet, error)) == NULL
      || (sizes = decode_facets (facets, "sizes", decode_size_facet, error)) == NULL)
    return NULL;

  return madaf_product_list_new (items, next_cursor, total, retyped, g_steal_pointer (&colours),
                                 g_steal_pointer (&sizes));
}
