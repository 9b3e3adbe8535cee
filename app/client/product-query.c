/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/product-query.h"

#include <string.h>

/* A path that grows by parameters. */
static void
add (GString *path, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;

  g_string_append_c (path, strchr (path->str, '?') == NULL ? '?' : '&');
  g_string_append (path, name);
  g_string_append_c (path, '=');
  g_string_append_uri_escaped (path, value, NULL, FALSE);
}

static void
add_each (GString *path, const char *name, const char *const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    add (path, name, values[i]);
}

static void
add_int (GString *path, const char *name, int value)
{
  g_autofree char *text = value > 0 ? g_strdup_printf ("%d", value) : NULL;

  add (path, name, text);
}

char *
madaf_product_query_to_path (const MadafProductQuery *query)
{
  static const char *const sorts[] = { NULL, "price", "price_desc", "newest" };
  static const MadafProductQuery everything = { 0 };
  GString *path = g_string_new ("/v1/products");

  if (query == NULL)
    query = &everything;

  add (path, "q", query->words);
  add (path, "category", query->category_id);
  add_each (path, "colour", query->colour_ids);
  add_each (path, "size", query->sizes);
  add (path, "in_stock_at", query->in_stock_at);
  add (path, "sort", sorts[query->sort]);
  add (path, "cursor", query->cursor);
  add_int (path, "limit", query->limit);

  return g_string_free (path, FALSE);
}

char *
madaf_review_query_to_path (const MadafReviewQuery *query, const char *product_id)
{
  static const char *const sorts[] = { NULL, "highest", "lowest" };
  static const MadafReviewQuery everything = { 0 };
  GString *path = g_string_new ("/v1/products/");

  if (query == NULL)
    query = &everything;

  g_string_append_uri_escaped (path, product_id, NULL, FALSE);
  g_string_append (path, "/reviews");
  add_int (path, "stars", query->stars);
  add (path, "size", query->size);
  add (path, "fit", query->fit);
  add (path, "language", query->language);
  add (path, "sort", sorts[query->sort]);
  add (path, "cursor", query->cursor);
  add_int (path, "limit", query->limit);

  return g_string_free (path, FALSE);
}
