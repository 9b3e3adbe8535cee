/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/page.h"
#include "central/http/routes.h"
#include "central/http/unsubscribe-page.h"
#include "central/shop/consent.h"
#include "central/shop/error.h"
#include "model/time.h"

/* What a member agreed to be told, and the link that ends it. */

static void
write_one (MadafJsonWriter *writer, const char *purpose, gint64 given_us)
{
  g_autofree char *name = g_strconcat (purpose, "_at", NULL);
  g_autofree char *time = given_us != 0 ? madaf_time_format (given_us) : NULL;

  madaf_json_writer_member_bool (writer, purpose, given_us != 0);
  if (time != NULL)
    madaf_json_writer_member_string (writer, name, time);
}

gboolean
madaf_route_get_my_consents (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafConsents consents;
  MadafJsonWriter *writer;

  if (!madaf_consents_get (transaction, request->member_id, &consents, error))
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  write_one (writer, MADAF_CONSENT_PRICE_DROP, consents.price_drop_us);
  write_one (writer, MADAF_CONSENT_BACK_IN_STOCK, consents.back_in_stock_us);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_set_my_consents (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  MadafConsents consents = { 0 };

  madaf_fields_init (&fields, request, request->body, "", "price_drop back_in_stock");
  consents.price_drop = madaf_fields_boolean (&fields, "price_drop");
  consents.back_in_stock = madaf_fields_boolean (&fields, "back_in_stock");
  return !madaf_request_has_refused (request)
         && madaf_consents_set (transaction, request->member_id, &consents, request->now_us, error)
         && madaf_route_get_my_consents (request, transaction, error);
}

/* What the message was about that the link was in. (nullable): of all; refused when it is neither. */
static const char *
read_purpose (MadafRequest *request)
{
  static const char *const purposes[] = { "", MADAF_CONSENT_PRICE_DROP, MADAF_CONSENT_BACK_IN_STOCK, NULL };
  int which = madaf_request_query_word (request, "about", purposes);

  return which > 0 ? purposes[which] : NULL;
}

/* Whose the link is. (transfer full) (nullable): NULL, and answered, when it is nobody's; or with @error. */
static char *
find_member (MadafRequest *request, MadafTransaction *transaction, const MadafLinkTexts *texts, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *member_id = madaf_consents_find_member (transaction, request->parameters[0], &local_error);

  if (member_id != NULL)
    return member_id;
  if (g_error_matches (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND))
    request->reply
        = madaf_page_reply (404, madaf_unsubscribe_page_format (texts, MADAF_UNSUBSCRIBE_NONE, NULL, NULL), FALSE);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
madaf_route_get_unsubscribe_page (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafLinkTexts *texts = madaf_link_texts_pick (madaf_request_query (request, "lang"), request->accept_language);
  const char *purpose = read_purpose (request);
  g_autofree char *member_id = find_member (request, transaction, texts, error);

  if (member_id == NULL || madaf_request_has_refused (request))
    return request->reply != NULL;
  request->reply = madaf_page_reply (
      200, madaf_unsubscribe_page_format (texts, MADAF_UNSUBSCRIBE_ASKED, purpose, request->parameters[0]), TRUE);
  return TRUE;
}

/* The link is all the proof there is, and all that is needed to be left alone: also for a mail program's own button
 * (RFC 8058). */
gboolean
madaf_route_post_unsubscribe (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafLinkTexts *texts = madaf_link_texts_pick (madaf_request_query (request, "lang"), request->accept_language);
  const char *purpose = read_purpose (request);
  g_autofree char *member_id = find_member (request, transaction, texts, error);

  if (member_id == NULL || madaf_request_has_refused (request))
    return request->reply != NULL;
  if (!madaf_consents_end (transaction, member_id, purpose, request->now_us, error))
    return FALSE;
  request->reply
      = madaf_page_reply (200, madaf_unsubscribe_page_format (texts, MADAF_UNSUBSCRIBE_DONE, purpose, NULL), FALSE);
  return TRUE;
}
