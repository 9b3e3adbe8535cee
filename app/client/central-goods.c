/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "client/decode-catalogue.h"
#include "client/decode-stock.h"

/* The calls of MadafCentralClient that are about goods. */

/* What can be asked for. */

static const MadafCallKind get_shop
    = { "GET", "/v1/shop", madaf_decode_shop, g_object_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind list_categories
    = { "GET", "/v1/categories", madaf_decode_categories, g_object_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind lookup_code = { "GET", "/v1/codes/*", madaf_decode_code_match,
                                           (GDestroyNotify)madaf_code_match_free, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind list_products
    = { "GET", NULL, madaf_decode_product_list, (GDestroyNotify)madaf_product_list_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind get_product
    = { "GET", "/v1/products/*", madaf_decode_product, g_object_unref, .shelf = MADAF_CALL_REVALIDATED };
static const MadafCallKind list_related
    = { "GET", "/v1/products/*/related", madaf_decode_related, g_object_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind get_stock = { "GET", "/v1/products/*/stock", madaf_decode_product_stock,
                                         (GDestroyNotify)madaf_product_stock_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind list_reviews
    = { "GET", NULL, madaf_decode_review_list, (GDestroyNotify)madaf_review_list_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind list_branches
    = { "GET", "/v1/branches", madaf_decode_branches, g_object_unref, .shelf = MADAF_CALL_KEPT };
/* Pictures have a place of their own on the shelf. */
static const MadafCallKind get_picture
    = { "GET", NULL, NULL, (GDestroyNotify)g_bytes_unref, .total_ms = 10000, .media_type = "image/" };

void
madaf_central_client_get_shop_async (MadafCentralClient *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_shop, NULL), cancellable, callback, user_data);
}

MadafShop *
madaf_central_client_get_shop_finish (MadafCentralClient *self,
                                      GAsyncResult *result,
                                      MadafFreshness *freshness,
                                      GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, &get_shop, error);
  MadafShop *shop;

  if (answer == NULL)
    return NULL;

  shop = g_steal_pointer (&answer->value);
  if (!answer->freshness.from_shelf)
    {
      madaf_central_client_note_time (self, madaf_shop_get_now_us (shop), answer->received_us);
      answer->freshness.as_of_us = madaf_shop_get_now_us (shop);
    }
  if (freshness != NULL)
    *freshness = answer->freshness;

  return shop;
}

void
madaf_central_client_list_categories_async (MadafCentralClient *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &list_categories, NULL), cancellable, callback, user_data);
}

GListModel *
madaf_central_client_list_categories_finish (MadafCentralClient *self,
                                             GAsyncResult *result,
                                             MadafFreshness *freshness,
                                             GError **error)
{
  return madaf_call_finish_value (self, result, &list_categories, freshness, error);
}

void
madaf_central_client_lookup_code_async (MadafCentralClient *self,
                                        const char *code,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &lookup_code, code), cancellable, callback, user_data);
}

MadafProduct *
madaf_central_client_lookup_code_finish (
    MadafCentralClient *self, GAsyncResult *result, char **variant_id, MadafFreshness *freshness, GError **error)
{
  g_autoptr (MadafCodeMatch) match = madaf_call_finish_value (self, result, &lookup_code, freshness, error);

  if (match == NULL)
    return NULL;

  if (variant_id != NULL)
    *variant_id = g_steal_pointer (&match->variant_id);
  return g_steal_pointer (&match->product);
}

void
madaf_central_client_list_products_async (MadafCentralClient *self,
                                          const MadafProductQuery *query,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autofree char *path = madaf_product_query_to_path (query);
  MadafCall *call = madaf_call_new_for_path (self, &list_products, path);

  /* What somebody typed is theirs. */
  if (query != NULL && query->words != NULL && query->words[0] != '\0')
    madaf_call_forgo_shelf (call);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafProductList *
madaf_central_client_list_products_finish (MadafCentralClient *self,
                                           GAsyncResult *result,
                                           MadafFreshness *freshness,
                                           GError **error)
{
  return madaf_call_finish_value (self, result, &list_products, freshness, error);
}

void
madaf_central_client_get_product_async (MadafCentralClient *self,
                                        const char *product_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_product, product_id), cancellable, callback, user_data);
}

MadafProduct *
madaf_central_client_get_product_finish (MadafCentralClient *self,
                                         GAsyncResult *result,
                                         MadafFreshness *freshness,
                                         GError **error)
{
  return madaf_call_finish_value (self, result, &get_product, freshness, error);
}

void
madaf_central_client_list_related_async (MadafCentralClient *self,
                                         const char *product_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &list_related, product_id), cancellable, callback, user_data);
}

GListModel *
madaf_central_client_list_related_finish (MadafCentralClient *self,
                                          GAsyncResult *result,
                                          MadafFreshness *freshness,
                                          GError **error)
{
  return madaf_call_finish_value (self, result, &list_related, freshness, error);
}

void
madaf_central_client_get_stock_async (MadafCentralClient *self,
                                      const char *product_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_stock, product_id), cancellable, callback, user_data);
}

MadafProductStock *
madaf_central_client_get_stock_finish (MadafCentralClient *self,
                                       GAsyncResult *result,
                                       MadafFreshness *freshness,
                                       GError **error)
{
  MadafProductStock *stock = madaf_call_finish_value (self, result, &get_stock, freshness, error);

  if (stock != NULL && freshness != NULL)
    freshness->as_of_us = madaf_product_stock_get_as_of_us (stock);
  return stock;
}

void
madaf_central_client_list_reviews_async (MadafCentralClient *self,
                                         const char *product_id,
                                         const MadafReviewQuery *query,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autofree char *path = madaf_review_query_to_path (query, product_id);

  madaf_call_run (self, madaf_call_new_for_path (self, &list_reviews, path), cancellable, callback, user_data);
}

MadafReviewList *
madaf_central_client_list_reviews_finish (MadafCentralClient *self,
                                          GAsyncResult *result,
                                          MadafFreshness *freshness,
                                          GError **error)
{
  return madaf_call_finish_value (self, result, &list_reviews, freshness, error);
}

void
madaf_central_client_list_branches_async (MadafCentralClient *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &list_branches, NULL), cancellable, callback, user_data);
}

GListModel *
madaf_central_client_list_branches_finish (MadafCentralClient *self,
                                           GAsyncResult *result,
                                           MadafFreshness *freshness,
                                           GError **error)
{
  return madaf_call_finish_value (self, result, &list_branches, freshness, error);
}

/* A picture: its key on the shelf is its path. */
static char *
picture_path (const char *picture_id, MadafPictureSize size)
{
  g_autofree char *escaped = g_uri_escape_string (picture_id, NULL, FALSE);

  return g_strconcat ("/v1/pictures/", escaped, size == MADAF_PICTURE_SMALL ? "?size=small" : "?size=large", NULL);
}

static void
on_picture (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MadafCentralClient *self = MADAF_CENTRAL_CLIENT (source);
  MadafShelf *shelf = madaf_central_client_get_shelf (self);
  GError *error = NULL;
  GBytes *bytes = madaf_call_finish_value (self, result, &get_picture, NULL, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (shelf != NULL)
    madaf_shelf_put_picture (shelf, g_task_get_task_data (task), bytes);
  g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
}

static void
ask_for_picture (GTask *task)
{
  MadafCentralClient *self = g_task_get_source_object (task);
  MadafCall *call = madaf_call_new_for_path (self, &get_picture, g_task_get_task_data (task));

  madaf_call_run (self, call, g_task_get_cancellable (task), on_picture, g_object_ref (task));
}

static void
on_kept_picture (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GBytes *bytes = madaf_shelf_get_picture_finish (MADAF_SHELF (source), result, NULL);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
  else
    ask_for_picture (task);
}

void
madaf_central_client_get_picture_async (MadafCentralClient *self,
                                        const char *picture_id,
                                        MadafPictureSize size,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  MadafShelf *shelf = madaf_central_client_get_shelf (self);
  char *path = picture_path (picture_id, size);

  g_task_set_source_tag (task, madaf_central_client_get_picture_async);
  g_task_set_task_data (task, path, g_free);
  if (shelf != NULL)
    madaf_shelf_get_picture_async (shelf, path, cancellable, on_kept_picture, g_object_ref (task));
  else
    ask_for_picture (task);
}

GBytes *
madaf_central_client_get_picture_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
