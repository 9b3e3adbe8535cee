/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/link-visit.h"
#include "central/http/page.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/member-code.h"
#include "central/shop/one-time-code.h"
#include "central/shop/phone-session.h"
#include "model/phone.h"

/* The page on a member's own phone where they say that it is them at the screen (RFC 8628, section 3.3). Each step is a
 * form, so that it works without script. A phone is known by its cookie; every form carries a token that follows from
 * it. Whatever is wrong is said on a page, and the page says what to do. */

static gboolean
answer_over (MadafLinkVisit *visit)
{
  return madaf_link_visit_answer (
      visit, 404, madaf_link_page_format_start (&visit->page, visit->page.texts->over_title, visit->page.texts->over));
}

static gboolean
answer_too_many (MadafLinkVisit *visit, gint64 wait_us)
{
  madaf_link_visit_answer (
      visit, 429, madaf_link_page_format_start (&visit->page, visit->page.texts->title, visit->page.texts->too_many));
  visit->request->reply->retry_after = (guint)(wait_us / G_TIME_SPAN_SECOND) + 1;
  return TRUE;
}

/* The sign-in that the user code stands for. *@sign_in stays NULL when it is answered already. */
static gboolean
find_sign_in (MadafLinkVisit *visit, MadafSignIn **sign_in, GError **error)
{
  MadafRequest *request = visit->request;
  MadafLimiter *limiter = request->service->user_codes;
  g_autoptr (GError) local_error = NULL;
  char peer[33];
  guint wait_s;

  madaf_exchange_get_peer_name (request->exchange, peer);
  wait_s = madaf_limiter_check (limiter, peer, request->now_us);
  if (wait_s > 0)
    return answer_too_many (visit, wait_s * G_TIME_SPAN_SECOND);
  if (visit->user_code != NULL)
    *sign_in = madaf_sign_in_find (visit->transaction, visit->user_code, request->now_us, &local_error);
  if (*sign_in != NULL)
    return TRUE;
  if (local_error != NULL && local_error->domain != MADAF_SHOP_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  madaf_limiter_count (limiter, peer, request->now_us);
  return answer_over (visit);
}

static gboolean
answer_question (MadafLinkVisit *visit, const MadafSignIn *sign_in, GError **error)
{
  g_autoptr (MadafMember) member = madaf_member_get (visit->transaction, visit->member_id, error);

  return member != NULL
         && madaf_link_visit_answer (visit, 200, madaf_link_page_format_question (&visit->page, sign_in, member));
}

gboolean
madaf_route_get_link_page (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autoptr (MadafSignIn) sign_in = NULL;
  const char *user_code = madaf_request_query (request, "user_code");

  if (!madaf_link_visit_init (&visit, request, transaction, madaf_request_query (request, "lang"), user_code, error))
    return FALSE;
  if (user_code == NULL || user_code[0] == '\0')
    return madaf_link_visit_answer (
        &visit, 200, madaf_link_page_format_start (&visit.page, visit.page.texts->title, visit.page.texts->type_code));
  if (!find_sign_in (&visit, &sign_in, error))
    return FALSE;
  if (sign_in == NULL)
    return TRUE;
  if (visit.member_id != NULL)
    return answer_question (&visit, sign_in, error);
  return madaf_link_visit_answer (&visit, 200, madaf_link_page_format_phone (&visit.page, NULL));
}

gboolean
madaf_route_post_link_phone (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafService *service = request->service;
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autoptr (MadafSignIn) sign_in = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *id = NULL;
  gint64 wait_us = 0;
  gboolean go_on;

  if (!madaf_link_visit_init_form (&visit, request, transaction, &go_on, error) || !go_on)
    return go_on || request->reply != NULL;
  if (!find_sign_in (&visit, &sign_in, error) || sign_in == NULL)
    return request->reply != NULL;
  if (!service->can_send)
    return madaf_link_visit_answer (&visit, 503,
                                    madaf_link_page_format_phone (&visit.page, visit.page.texts->unavailable));
  phone = madaf_phone_normalise (madaf_form_get (request->form, "phone"), visit.settings->country, NULL);
  if (phone == NULL)
    return madaf_link_visit_answer (&visit, 422,
                                    madaf_link_page_format_phone (&visit.page, visit.page.texts->phone_bad));
  if (!madaf_one_time_code_send (transaction, phone, visit.page.texts->language, sign_in->device_id, request->now_us,
                                 service->random, &id, &wait_us, error))
    return FALSE;
  if (id == NULL)
    return answer_too_many (&visit, wait_us);
  return madaf_link_visit_answer (&visit, 200, madaf_link_page_format_digits (&visit.page, id, NULL, -1));
}

/* The phone was proved: it is a member's from here on, under a cookie that nobody could have planted before. */
static gboolean
welcome (MadafLinkVisit *visit, const MadafCodeVerdict *verdict, GError **error)
{
  MadafRequest *request = visit->request;
  g_autoptr (MadafMember) member = madaf_member_welcome (visit->transaction, verdict->phone, verdict->language,
                                                         request->now_us, request->service->random, error);
  char *secret = member != NULL ? madaf_phone_session_create (visit->transaction, member->id, request->now_us,
                                                              request->service->random, error)
                                : NULL;

  if (secret == NULL)
    return FALSE;
  madaf_link_visit_set_secret (visit, secret);
  visit->secret_is_new = TRUE;
  visit->page.is_known = TRUE;
  g_free (visit->member_id);
  visit->member_id = g_strdup (member->id);
  return TRUE;
}

gboolean
madaf_route_post_link_code (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autoptr (MadafSignIn) sign_in = NULL;
  g_auto (MadafCodeVerdict) verdict = { 0 };
  const char *id = madaf_form_get (request->form, "one_time_code_id");
  gboolean go_on;

  if (!madaf_link_visit_init_form (&visit, request, transaction, &go_on, error) || !go_on)
    return go_on || request->reply != NULL;
  if (!find_sign_in (&visit, &sign_in, error) || sign_in == NULL)
    return request->reply != NULL;
  if (!madaf_one_time_code_check (transaction, id, madaf_form_get (request->form, "code"), sign_in->device_id,
                                  request->now_us, &verdict, error))
    return FALSE;
  if (verdict.result == MADAF_CODE_TOO_MANY)
    return answer_too_many (&visit, G_TIME_SPAN_HOUR);
  if (verdict.result == MADAF_CODE_OVER || (verdict.result == MADAF_CODE_WRONG && verdict.tries_left == 0))
    return madaf_link_visit_answer (&visit, 422,
                                    madaf_link_page_format_phone (&visit.page, visit.page.texts->digits_over));
  if (verdict.result == MADAF_CODE_WRONG)
    return madaf_link_visit_answer (
        &visit, 422,
        madaf_link_page_format_digits (&visit.page, id, visit.page.texts->digits_wrong, verdict.tries_left));
  return welcome (&visit, &verdict, error) && answer_question (&visit, sign_in, error);
}

static gboolean
keep_name (MadafLinkVisit *visit, GError **error)
{
  g_autofree char *name = madaf_member_clean_name (madaf_form_get (visit->request->form, "name"));

  return name == NULL || madaf_member_set_name (visit->transaction, visit->member_id, name, error);
}

gboolean
madaf_route_post_link_answer (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autoptr (MadafSignIn) sign_in = NULL;
  gboolean says_yes = strcmp (madaf_form_get (request->form, "answer"), "yes") == 0;
  gboolean go_on;

  if (!madaf_link_visit_init_form (&visit, request, transaction, &go_on, error) || !go_on)
    return go_on || request->reply != NULL;
  if (!find_sign_in (&visit, &sign_in, error) || sign_in == NULL)
    return request->reply != NULL;
  if (visit.member_id == NULL)
    return madaf_link_visit_answer (&visit, 200, madaf_link_page_format_phone (&visit.page, NULL));
  if (!madaf_sign_in_answer (transaction, sign_in->id, says_yes ? visit.member_id : NULL, request->now_us, error)
      || !keep_name (&visit, error))
    return FALSE;
  return madaf_link_visit_answer (
      &visit, 200,
      madaf_link_page_format_notice (&visit.page,
                                     says_yes ? visit.page.texts->approved_title : visit.page.texts->denied_title,
                                     says_yes ? visit.page.texts->approved : visit.page.texts->denied));
}

gboolean
madaf_route_post_link_forget (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  gboolean go_on;

  if (!madaf_link_visit_init_form (&visit, request, transaction, &go_on, error) || !go_on)
    return go_on || request->reply != NULL;
  if (!madaf_phone_session_forget (transaction, visit.secret, error))
    return FALSE;
  madaf_link_visit_set_secret (&visit, madaf_random_secret (request->service->random));
  visit.secret_is_new = TRUE;
  visit.page.is_known = FALSE;
  if (visit.user_code != NULL)
    return madaf_link_visit_answer (&visit, 200,
                                    madaf_link_page_format_phone (&visit.page, visit.page.texts->forgotten));
  return madaf_link_visit_answer (
      &visit, 200, madaf_link_page_format_start (&visit.page, visit.page.texts->title, visit.page.texts->forgotten));
}

gboolean
madaf_route_post_link_member_code (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;
  const char *url = request->service->public_url;
  gboolean go_on;

  if (!madaf_link_visit_init_form (&visit, request, transaction, &go_on, error) || !go_on)
    return go_on || request->reply != NULL;
  if (visit.member_id == NULL)
    return madaf_link_visit_answer (
        &visit, 200, madaf_link_page_format_start (&visit.page, visit.page.texts->title, visit.page.texts->forgotten));
  code = madaf_member_code_create (transaction, visit.member_id, request->now_us, request->service->random, error);
  if (code == NULL)
    return FALSE;
  text = url != NULL ? g_strconcat (url, "/m/", code, NULL) : g_strdup (code);
  return madaf_link_visit_answer (&visit, 200, madaf_link_page_format_member_code (&visit.page, text));
}

/* What an ordinary camera makes of a member's code: a page that says where to hold it. It is not used up. */
gboolean
madaf_route_get_member_code_page (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafLinkPage page = { .texts = madaf_link_texts_pick (NULL, request->accept_language) };

  request->reply = madaf_page_reply (
      200, madaf_link_page_format_notice (&page, page.texts->my_code, page.texts->for_camera), FALSE);
  return TRUE;
}
