/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/link-visit.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/error.h"
#include "central/shop/personal-data.h"
#include "model/json.h"

/* On a member's own phone: all that is kept about them, to look at, to take away, to delete. On a screen in the shop,
 * where somebody else may stand next, there is none of it. */

/* Begins, and says so where the phone is nobody's. *@go_on FALSE: answered already. */
static gboolean
begin (MadafLinkVisit *visit, MadafRequest *request, MadafTransaction *transaction, gboolean *go_on, GError **error)
{
  if (!madaf_link_visit_init_form (visit, request, transaction, go_on, error) || !*go_on || visit->member_id != NULL)
    return *go_on || request->reply != NULL;
  *go_on = FALSE;
  return madaf_link_visit_answer (
      visit, 200, madaf_link_page_format_start (&visit->page, visit->page.texts->title, visit->page.texts->forgotten));
}

/* (transfer full) (nullable): the bytes of a JSON document. */
static char *
write_data (MadafLinkVisit *visit, gsize *length, GError **error)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  if (!madaf_personal_data_write (visit->transaction, visit->member_id, writer, error))
    return NULL;
  return madaf_json_writer_finish (writer, length);
}

gboolean
madaf_route_post_link_data (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autofree char *bytes = NULL;
  g_autoptr (JsonObject) data = NULL;
  gsize length = 0;
  gboolean go_on;

  if (!begin (&visit, request, transaction, &go_on, error) || !go_on)
    return request->reply != NULL;
  bytes = write_data (&visit, &length, error);
  data = bytes != NULL ? madaf_json_parse_object (bytes, (gssize)length, &madaf_json_limits_answer, error) : NULL;
  return data != NULL && madaf_link_visit_answer (&visit, 200, madaf_link_page_format_data (&visit.page, data));
}

gboolean
madaf_route_post_link_data_file (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  gsize length = 0;
  char *bytes;
  gboolean go_on;

  if (!begin (&visit, request, transaction, &go_on, error) || !go_on)
    return request->reply != NULL;
  bytes = write_data (&visit, &length, error);
  if (bytes == NULL)
    return FALSE;
  request->reply = madaf_reply_new (200, "application/json", bytes, length);
  request->reply->file_name = g_strdup ("my-data.json");
  return TRUE;
}

/* One purpose by itself. FALSE: it is none. */
static gboolean
change_consent (MadafConsents *consents, const char *purpose, gboolean agree)
{
  if (strcmp (purpose, MADAF_CONSENT_PRICE_DROP) == 0)
    consents->price_drop = agree;
  else if (strcmp (purpose, MADAF_CONSENT_BACK_IN_STOCK) == 0)
    consents->back_in_stock = agree;
  else
    return FALSE;
  return TRUE;
}

gboolean
madaf_route_post_link_consents (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  const char *purpose = madaf_form_get (request->form, "purpose");
  gboolean agree = strcmp (madaf_form_get (request->form, "agree"), "yes") == 0;
  MadafConsents consents;
  gboolean go_on;

  if (!begin (&visit, request, transaction, &go_on, error) || !go_on)
    return request->reply != NULL;
  if (!madaf_consents_get (transaction, visit.member_id, &consents, error))
    return FALSE;
  if (change_consent (&consents, purpose, agree)
      && (!madaf_consents_set (transaction, visit.member_id, &consents, request->now_us, error)
          || !madaf_consents_get (transaction, visit.member_id, &consents, error)))
    return FALSE;
  return madaf_link_visit_answer (&visit, 200, madaf_link_page_format_consents (&visit.page, &consents));
}

/* The member's reviews count no more, and nobody listens as them. */
static void
on_erased (MadafRequest *request)
{
  madaf_cache_clear (request->service->cache);
  madaf_streams_close_member (request->service->streams, request->member_id);
}

static gboolean
answer_erase_question (MadafLinkVisit *visit, GError **error)
{
  MadafForfeit lost;

  if (!madaf_personal_data_get_forfeit (visit->transaction, visit->member_id, &lost, error))
    return FALSE;
  return madaf_link_visit_answer (visit, 200,
                                  madaf_link_page_format_erase (&visit->page, &lost, visit->settings->currency));
}

gboolean
madaf_route_post_link_erase (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autoptr (GError) local_error = NULL;
  gboolean go_on;

  if (!begin (&visit, request, transaction, &go_on, error) || !go_on)
    return request->reply != NULL;
  if (strcmp (madaf_form_get (request->form, "sure"), "yes") != 0)
    return answer_erase_question (&visit, error);
  if (!madaf_personal_data_erase (transaction, visit.member_id, &local_error))
    {
      if (g_error_matches (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_STATE))
        return madaf_link_visit_answer (
            &visit, 409,
            madaf_link_page_format_notice (&visit.page, visit.page.texts->my_data, visit.page.texts->erase_waits));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  request->member_id = g_strdup (visit.member_id);
  request->committed = on_erased;
  madaf_link_visit_set_secret (&visit, madaf_random_secret (request->service->random));
  visit.secret_is_new = TRUE;
  return madaf_link_visit_answer (
      &visit, 200, madaf_link_page_format_notice (&visit.page, visit.page.texts->my_data, visit.page.texts->erased));
}
