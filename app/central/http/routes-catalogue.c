/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/picture.h"
#include "model/gtin.h"

/* Reads of what the shop sells and where. */

#define RELATED_LIMIT 12
/* Answers to the first letters somebody types are kept ready: they are few, everybody's, and find the most. */
#define FIRST_LETTERS 3
#define FOR_EVER      "public, max-age=31536000, immutable"

static void
answer_list (MadafRequest *request, const GPtrArray *items, MadafEncodeItem encode, const MadafPriceContext *context)
{
  MadafJsonWriter *writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_encode_list (writer, "items", items, encode, context);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
}

static MadafPriceContext
price_context (MadafRequest *request, const MadafShopSettings *settings)
{
  return (MadafPriceContext){ settings->currency, settings->vat_rate_basis_points, request->now_us };
}

gboolean
madaf_route_get_shop (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  MadafJsonWriter *writer;

  if (settings == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_encode_shop (writer, settings, request->service->public_url != NULL, request->service->can_send,
                     request->now_us);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

static void
encode_category_item (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  madaf_encode_category (writer, item);
}

gboolean
madaf_route_list_categories (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) categories = madaf_catalogue_list_categories (transaction, error);

  if (categories == NULL)
    return FALSE;
  answer_list (request, categories, encode_category_item, NULL);
  return TRUE;
}

/* When the first price of @product changes by itself. */
static gint64
prices_hold_until (const MadafShopProduct *product, gint64 now_us)
{
  gint64 until_us = G_MAXINT64;

  for (guint i = 0; i < product->variants->len; i++)
    {
      const MadafShopVariant *variant = g_ptr_array_index (product->variants, i);

      if (variant->sale_from_us > now_us)
        until_us = MIN (until_us, variant->sale_from_us);
      if (variant->sale_until_us > now_us)
        until_us = MIN (until_us, variant->sale_until_us);
    }
  return until_us;
}

/* TRUE when the document was ready and is the answer now. */
static gboolean
answer_ready (MadafRequest *request, const char *key)
{
  GBytes *document = madaf_cache_look_up (request->service->cache, key, request->now_us);

  if (document == NULL)
    return FALSE;
  request->reply = madaf_reply_new (200, "application/json", NULL, 0);
  request->reply->body = document;
  return TRUE;
}

static void
keep_ready (MadafRequest *request, const char *key, const MadafShopProduct *product)
{
  madaf_cache_keep (request->service->cache, request->generation, key, request->reply->body,
                    prices_hold_until (product, request->now_us));
}

static void
answer_match (MadafRequest *request,
              const MadafShopProduct *product,
              const char *variant_id,
              const MadafShopSettings *settings)
{
  MadafPriceContext context = price_context (request, settings);
  MadafJsonWriter *writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "kind", "product");
  madaf_json_writer_member_string (writer, "variant_id", variant_id);
  madaf_json_writer_member (writer, "product");
  madaf_encode_product (writer, product, &context);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
}

gboolean
madaf_route_get_code (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const char *code = request->parameters[0];
  g_autofree char *key = g_strconcat ("code:", code, NULL);
  g_autofree char *gtin = NULL;
  g_autofree char *variant_id = NULL;
  g_autoptr (MadafShopSettings) settings = NULL;
  g_autoptr (MadafShopProduct) product = NULL;

  if (answer_ready (request, key))
    return TRUE;
  settings = madaf_shop_get_settings (transaction, error);
  if (settings == NULL)
    return FALSE;
  /* What is no GTIN may be the retailer's own variant id. */
  gtin = madaf_gtin_normalise (code, NULL);
  if (gtin != NULL)
    product = madaf_catalogue_get_by_code (transaction, gtin, &variant_id, NULL);
  if (product == NULL)
    product = madaf_catalogue_get_by_code (transaction, code, &variant_id, error);
  if (product == NULL)
    return FALSE;
  answer_match (request, product, variant_id, settings);
  keep_ready (request, key, product);
  return TRUE;
}

static void
check_id (MadafRequest *request, const char *name)
{
  const char *value = madaf_request_query (request, name);

  if (value != NULL && !madaf_router_is_id (value))
    madaf_request_refuse (request, name, "bad_format");
}

static void
check_words (MadafRequest *request, const char *name, const char **values, glong maximum, guint most)
{
  if (g_strv_length ((char **)values) > most)
    madaf_request_refuse (request, name, "too_long");
  for (guint i = 0; values[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (values[i], -1);

      if (length < 1 || length > maximum)
        madaf_request_refuse (request, name, length < 1 ? "too_short" : "too_long");
    }
}

static int
read_limit (MadafRequest *request)
{
  gint64 limit = MADAF_LIST_DEFAULT_LIMIT;

  madaf_request_query_int (request, "limit", 1, MADAF_LIST_MAX_LIMIT, &limit);
  return (int)limit;
}

/* The name of the answer among the ready ones. (transfer full) (nullable): when it is not worth keeping, or tells of
 * stock
 */
static char *
ready_key (const MadafProductQuery *query)
{
  if (query->words == NULL || g_utf8_strlen (query->words, -1) > FIRST_LETTERS || query->category != NULL
      || query->colours != NULL || query->sizes != NULL || query->in_stock_at != NULL || query->cursor != NULL
      || query->sort != MADAF_SORT_POPULAR)
    return NULL;
  return g_strdup_printf ("search:%d:%s", query->limit, query->words);
}

static void
keep_page_ready (MadafRequest *request, const char *key, const MadafProductPage *page)
{
  gint64 until_us = G_MAXINT64;

  for (guint i = 0; i < page->cards->len; i++)
    until_us = MIN (until_us, ((const MadafShopCard *)g_ptr_array_index (page->cards, i))->prices_until_us);
  madaf_cache_keep (request->service->cache, request->generation, key, request->reply->body, until_us);
}

static gboolean
answer_products (MadafRequest *request, MadafTransaction *transaction, const MadafProductQuery *query, GError **error)
{
  g_autofree char *key = ready_key (query);
  g_autoptr (MadafShopSettings) settings = NULL;
  g_autoptr (MadafProductPage) page = NULL;
  MadafJsonWriter *writer;

  if (key != NULL && answer_ready (request, key))
    return TRUE;
  settings = madaf_shop_get_settings (transaction, error);
  page = settings != NULL ? madaf_catalogue_list (transaction, query, error) : NULL;
  if (page == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_encode_product_page (writer, page, settings->currency);
  madaf_request_answer (request, 200, writer);
  if (key != NULL)
    keep_page_ready (request, key, page);
  return TRUE;
}

gboolean
madaf_route_list_products (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  /* In the order of MadafShopSort. */
  static const char *const sorts[] = { "popular", "price", "price_desc", "newest", NULL };
  g_autofree const char **colours = madaf_request_query_all (request, "colour");
  g_autofree const char **sizes = madaf_request_query_all (request, "size");
  MadafProductQuery query = {
    .words = madaf_request_query_text (request, "q", 100),
    .category = madaf_request_query (request, "category"),
    .colours = colours[0] != NULL ? colours : NULL,
    .sizes = sizes[0] != NULL ? sizes : NULL,
    .in_stock_at = madaf_request_query (request, "in_stock_at"),
    .sort = (MadafShopSort)madaf_request_query_word (request, "sort", sorts),
    .cursor = madaf_request_query_text (request, "cursor", 200),
    .limit = read_limit (request),
    .now_us = request->now_us,
  };

  check_id (request, "category");
  check_id (request, "in_stock_at");
  check_words (request, "colour", colours, 64, 20);
  check_words (request, "size", sizes, 24, 20);
  for (guint i = 0; colours[i] != NULL; i++)
    if (!madaf_router_is_id (colours[i]))
      madaf_request_refuse (request, "colour", "bad_format");
  if (madaf_request_has_refused (request))
    return FALSE;
  return answer_products (request, transaction, &query, error);
}

/* A strong tag of the bytes: FNV-1a, 64 bit. It guards against nobody, it only tells versions apart. */
static char *
make_tag (GBytes *bytes)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ data[i]) * G_GUINT64_CONSTANT (1099511628211);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", hash);
}

static gboolean
make_product (MadafRequest *request, MadafTransaction *transaction, const char *key, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (MadafShopProduct) product = NULL;
  MadafPriceContext context;
  MadafJsonWriter *writer;

  if (settings == NULL)
    return FALSE;
  product = madaf_catalogue_get_product (transaction, request->parameters[0], error);
  if (product == NULL)
    return FALSE;
  context = price_context (request, settings);
  writer = madaf_json_writer_new ();
  madaf_encode_product (writer, product, &context);
  madaf_request_answer (request, 200, writer);
  keep_ready (request, key, product);
  return TRUE;
}

gboolean
madaf_route_get_product (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autofree char *key = g_strconcat ("product:", request->parameters[0], NULL);
  g_autofree char *tag = NULL;

  if (!answer_ready (request, key) && !make_product (request, transaction, key, error))
    return FALSE;
  tag = make_tag (request->reply->body);
  madaf_request_tag (request, tag);
  return TRUE;
}

static void
encode_card_item (MadafJsonWriter *writer, gconstpointer item, gconstpointer data)
{
  const MadafPriceContext *context = data;

  madaf_encode_card (writer, item, context->currency);
}

gboolean
madaf_route_list_related (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (GPtrArray) cards = NULL;
  MadafPriceContext context;

  if (settings == NULL)
    return FALSE;
  cards = madaf_catalogue_list_related (transaction, request->parameters[0], RELATED_LIMIT, request->now_us, error);
  if (cards == NULL)
    return FALSE;
  context = price_context (request, settings);
  answer_list (request, cards, encode_card_item, &context);
  return TRUE;
}

static void
encode_branch_item (MadafJsonWriter *writer, gconstpointer item, gconstpointer data)
{
  const MadafPriceContext *context = data;

  madaf_encode_branch (writer, item, context->now_us);
}

gboolean
madaf_route_list_branches (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) branches = madaf_branch_list (transaction, error);
  MadafPriceContext context = { .now_us = request->now_us };

  if (branches == NULL)
    return FALSE;
  answer_list (request, branches, encode_branch_item, &context);
  return TRUE;
}

gboolean
madaf_route_get_branch (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopBranch) branch = madaf_branch_get (transaction, request->parameters[0], error);
  MadafJsonWriter *writer;

  if (branch == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_encode_branch (writer, branch, request->now_us);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_get_picture (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  /* In the order of MadafPictureSize. */
  static const char *const sizes[] = { "large", "small", NULL };
  MadafPictureSize size = (MadafPictureSize)madaf_request_query_word (request, "size", sizes);
  g_autofree char *media_type = NULL;
  GBytes *bytes;

  if (madaf_request_has_refused (request))
    return FALSE;
  bytes = madaf_picture_get (transaction, request->parameters[0], size, &media_type, error);
  if (bytes == NULL)
    return FALSE;
  request->reply = madaf_reply_new (200, media_type, NULL, 0);
  request->reply->body = bytes;
  request->reply->cache = g_strdup (FOR_EVER);
  return TRUE;
}
