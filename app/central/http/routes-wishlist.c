/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/list-page.h"
#include "central/http/page.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/error.h"
#include "central/shop/wishlist.h"
#include "model/json.h"

/* A member's lists of wishes, and one of them shown to whoever was given its link. */

#define NAME_BYTES 240

static MadafWishAsker
asker_of (const MadafRequest *request)
{
  return (MadafWishAsker){ request->member_id, request->branch_id, request->now_us };
}

static void
encode_id_entry (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafWish *wish = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "product_id", wish->product_id);
  madaf_encode_optional (writer, "variant_id", wish->variant_id);
  madaf_json_writer_end_object (writer);
}

static void
encode_entry (MadafJsonWriter *writer, gconstpointer item, gconstpointer currency)
{
  const MadafWish *wish = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "product_id", wish->product_id);
  madaf_encode_optional (writer, "variant_id", wish->variant_id);
  madaf_json_writer_member_raw (writer, "title", wish->title);
  madaf_encode_optional (writer, "brand", wish->brand);
  madaf_encode_optional_json (writer, "colour", wish->colour_name);
  madaf_encode_optional (writer, "size", wish->size);
  madaf_encode_optional (writer, "picture_id", wish->picture_id);
  madaf_encode_time (writer, "saved_at", wish->saved_us);
  madaf_encode_money (writer, "saved_price", wish->saved_price, currency);
  if (wish->price >= 0)
    madaf_encode_money (writer, "price", wish->price, currency);
  madaf_json_writer_member_int (writer, "available", wish->available);
  madaf_json_writer_member_int (writer, "available_here", wish->available_here);
  madaf_json_writer_end_object (writer);
}

static void
encode_share (MadafJsonWriter *writer, const MadafWishlist *list, const char *public_url)
{
  g_autofree char *path = list->share_token != NULL ? g_strconcat ("/w/", list->share_token, NULL) : NULL;
  g_autofree char *url = path != NULL && public_url != NULL ? g_strconcat (public_url, path, NULL) : NULL;

  madaf_encode_optional (writer, "share_path", path);
  madaf_encode_optional (writer, "share_url", url);
}

static void
encode_summary (MadafJsonWriter *writer, gconstpointer item, gconstpointer public_url)
{
  const MadafWishlist *list = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", list->id);
  madaf_encode_optional (writer, "name", list->name);
  madaf_json_writer_member_int (writer, "version", list->version);
  encode_share (writer, list, public_url);
  madaf_encode_list (writer, "entries", list->wishes, encode_id_entry, NULL);
  madaf_json_writer_end_object (writer);
}

/* Answers with @list (transfer full) (nullable). FALSE when there is none. */
static gboolean
answer (MadafRequest *request, guint status, MadafWishlist *list, const MadafFaults *faults)
{
  g_autoptr (MadafWishlist) owned = list;
  MadafJsonWriter *writer;

  if (faults != NULL)
    madaf_decode_refuse_faults (request, faults);
  if (owned == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", owned->id);
  madaf_encode_optional (writer, "name", owned->name);
  encode_share (writer, owned, request->service->public_url);
  madaf_encode_list (writer, "entries", owned->wishes, encode_entry, owned->currency);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, status, writer);
  request->reply->etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", owned->version);
  return TRUE;
}

gboolean
madaf_route_list_my_lists (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);
  g_autoptr (GPtrArray) lists = madaf_wishlist_list (transaction, &asker, error);
  g_autofree char *id = madaf_wishlists_make_id (request->member_id);
  MadafJsonWriter *writer;

  if (lists == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", id);
  madaf_encode_list (writer, "items", lists, encode_summary, request->service->public_url);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

/* (transfer full) (nullable): cleaned; NULL when it was refused or is not there. */
static char *
decode_name (MadafFields *fields, MadafFieldNeed need)
{
  const char *typed = madaf_fields_string (fields, "name", need, 1, NAME_BYTES);
  char *name = typed != NULL ? madaf_member_clean_name (typed) : NULL;

  if (typed != NULL && name == NULL)
    madaf_fields_refuse (fields, "name", "bad_format");
  return name;
}

/* The member "entries". (transfer full) (nullable): borrows from the body; NULL when it was refused or is not there. */
static MadafWishRequest *
decode_entries (MadafFields *parent, MadafFieldNeed need, gsize *n)
{
  gboolean is_there = parent->object != NULL && json_object_has_member (parent->object, "entries");
  JsonArray *array = is_there || need == MADAF_FIELD_REQUIRED
                         ? madaf_fields_array (parent, "entries", 0, MADAF_WISHLIST_MAX_WISHES)
                         : NULL;
  MadafWishRequest *wishes;

  if (array == NULL)
    return NULL;

  *n = json_array_get_length (array);
  wishes = g_new0 (MadafWishRequest, *n + 1);
  for (guint i = 0; i < *n; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/entries/%u", i);
      g_auto (MadafFields) fields = { 0 };
      JsonObject *object = NULL;

      if (!madaf_json_element_object (array, i, &object, NULL))
        madaf_request_refuse (parent->request, pointer, "wrong_type");
      madaf_fields_init (&fields, parent->request, object, pointer, "product_id variant_id");
      wishes[i].product_id = madaf_fields_id (&fields, "product_id", MADAF_FIELD_REQUIRED);
      wishes[i].variant_id = madaf_fields_id (&fields, "variant_id", MADAF_FIELD_OPTIONAL);
    }
  return wishes;
}

gboolean
madaf_route_create_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);
  g_auto (MadafFields) fields = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autofree char *name = NULL;

  madaf_fields_init (&fields, request, request->body, "", "name");
  name = decode_name (&fields, MADAF_FIELD_REQUIRED);
  return !madaf_request_has_refused (request)
         && answer (request, 201,
                    madaf_wishlist_create (transaction, &asker, name, request->service->random, &faults, error),
                    &faults);
}

gboolean
madaf_route_get_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);

  return answer (request, 200, madaf_wishlist_get (transaction, &asker, request->parameters[0], error), NULL);
}

gboolean
madaf_route_replace_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);
  g_auto (MadafFields) fields = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autofree MadafWishRequest *wishes = NULL;
  g_autofree char *name = NULL;
  gint64 version;
  gsize n = 0;

  if (!madaf_request_read_version (request, &version))
    return FALSE;
  madaf_fields_init (&fields, request, request->body, "", "name entries");
  name = decode_name (&fields, MADAF_FIELD_OPTIONAL);
  wishes = decode_entries (&fields, MADAF_FIELD_OPTIONAL, &n);
  if (!madaf_request_has_refused (request) && name == NULL && wishes == NULL)
    madaf_fields_refuse (&fields, "name", "missing");
  return !madaf_request_has_refused (request)
         && answer (request, 200,
                    madaf_wishlist_replace (transaction, &asker, request->parameters[0], version, name, wishes, n,
                                            &faults, error),
                    &faults);
}

static gboolean
answer_done (MadafRequest *request, gboolean done)
{
  if (done)
    request->reply = madaf_reply_new (204, NULL, NULL, 0);
  return done;
}

gboolean
madaf_route_delete_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);

  return answer_done (request, madaf_wishlist_delete (transaction, &asker, request->parameters[0], error));
}

gboolean
madaf_route_restore_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);
  g_auto (MadafFaults) faults = { 0 };

  return answer (request, 200, madaf_wishlist_restore (transaction, &asker, request->parameters[0], &faults, error),
                 &faults);
}

gboolean
madaf_route_add_to_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);
  g_auto (MadafFields) fields = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autofree MadafWishRequest *wishes = NULL;
  gsize n = 0;

  madaf_fields_init (&fields, request, request->body, "", "entries");
  wishes = decode_entries (&fields, MADAF_FIELD_REQUIRED, &n);
  return !madaf_request_has_refused (request)
         && answer (request, 200,
                    madaf_wishlist_add (transaction, &asker, request->parameters[0], wishes, n, &faults, error),
                    &faults);
}

gboolean
madaf_route_remove_from_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);
  const MadafWishRequest wish = { request->parameters[1], madaf_request_query (request, "variant_id") };

  return answer (request, 200, madaf_wishlist_remove (transaction, &asker, request->parameters[0], &wish, error), NULL);
}

gboolean
madaf_route_share_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);

  return answer (request, 200,
                 madaf_wishlist_share (transaction, &asker, request->parameters[0], request->service->random, error),
                 NULL);
}

gboolean
madaf_route_unshare_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafWishAsker asker = asker_of (request);

  return answer_done (request, madaf_wishlist_unshare (transaction, &asker, request->parameters[0], error));
}

gboolean
madaf_route_get_shared_list (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafWishlist) list
      = madaf_wishlist_get_shared (transaction, request->parameters[0], NULL, request->now_us, error);
  MadafJsonWriter *writer;

  if (list == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_encode_optional (writer, "name", list->name);
  madaf_encode_list (writer, "entries", list->wishes, encode_entry, list->currency);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_get_shared_list_page (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafLinkTexts *texts = madaf_link_texts_pick (madaf_request_query (request, "lang"), request->accept_language);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafWishlist) list
      = madaf_wishlist_get_shared (transaction, request->parameters[0], NULL, request->now_us, &local_error);

  if (list == NULL && local_error->domain != MADAF_SHOP_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  request->reply = madaf_page_reply (list != NULL ? 200 : 404, madaf_list_page_format (texts, list), FALSE);
  return TRUE;
}
