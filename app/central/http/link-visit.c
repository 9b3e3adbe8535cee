/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/link-visit.h"

#include "central/http/cookie.h"
#include "central/http/page.h"
#include "central/http/service.h"
#include "central/shop/phone-session.h"

void
madaf_link_visit_clear (MadafLinkVisit *visit)
{
  g_clear_pointer (&visit->settings, madaf_shop_settings_free);
  g_free (visit->secret);
  g_free (visit->form_token);
  g_free (visit->user_code);
  g_free (visit->member_id);
}

static gboolean
is_secure (MadafRequest *request)
{
  return request->service->public_url != NULL && g_str_has_prefix (request->service->public_url, "https://");
}

void
madaf_link_visit_set_secret (MadafLinkVisit *visit, char *secret)
{
  g_free (visit->secret);
  g_free (visit->form_token);
  visit->secret = secret;
  visit->form_token = madaf_cookie_make_form_token (secret);
  visit->page.form_token = visit->form_token;
}

gboolean
madaf_link_visit_init (MadafLinkVisit *visit,
                       MadafRequest *request,
                       MadafTransaction *transaction,
                       const char *language,
                       const char *user_code,
                       GError **error)
{
  char *secret = madaf_cookie_read (request->cookies, is_secure (request));

  visit->request = request;
  visit->transaction = transaction;
  visit->settings = madaf_shop_get_settings (transaction, error);
  visit->secret_is_new = secret == NULL;
  madaf_link_visit_set_secret (visit, secret != NULL ? secret : madaf_random_secret (request->service->random));
  if (visit->settings == NULL
      || !madaf_phone_session_look_up (transaction, visit->secret, request->now_us, &visit->member_id, error))
    return FALSE;
  visit->user_code = user_code != NULL ? madaf_user_code_normalise (user_code) : NULL;
  visit->page.texts = madaf_link_texts_pick (language, request->accept_language);
  visit->page.shop_name = visit->settings->name;
  visit->page.time_zone = visit->settings->time_zone;
  visit->page.user_code = visit->user_code;
  visit->page.is_known = visit->member_id != NULL;
  return TRUE;
}

gboolean
madaf_link_visit_answer (MadafLinkVisit *visit, guint status, char *html)
{
  visit->request->reply = madaf_page_reply (status, html, TRUE);
  if (visit->secret_is_new)
    visit->request->reply->cookie = madaf_cookie_format (visit->secret, is_secure (visit->request));
  return TRUE;
}

gboolean
madaf_link_visit_init_form (
    MadafLinkVisit *visit, MadafRequest *request, MadafTransaction *transaction, gboolean *go_on, GError **error)
{
  *go_on = FALSE;
  if (!madaf_link_visit_init (visit, request, transaction, madaf_form_get (request->form, "lang"),
                              madaf_form_get (request->form, "user_code"), error))
    return FALSE;
  if (visit->secret_is_new || !madaf_cookie_check_form_token (visit->secret, madaf_form_get (request->form, "form"))
      || !madaf_cookie_check_origin (request->origin, request->host, request->service->public_url))
    return madaf_link_visit_answer (
        visit, 403, madaf_link_page_format_start (&visit->page, visit->page.texts->title, visit->page.texts->stale));
  *go_on = TRUE;
  return TRUE;
}
