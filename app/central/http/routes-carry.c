/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/carry-page.h"
#include "central/http/decode.h"
#include "central/http/link-visit.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/carry.h"
#include "central/shop/error.h"
#include "central/shop/member-basket.h"

/* A basket that goes from a screen to the phone of whoever stands there. */

gboolean
madaf_route_carry_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafService *service = request->service;
  g_auto (MadafFaults) faults = { 0 };
  gsize n_lines;
  g_autofree MadafLineRequest *lines = NULL;
  g_autofree char *token = NULL;
  g_autofree char *id = NULL;
  g_autofree char *url = NULL;
  MadafJsonWriter *writer;

  if (service->public_url == NULL)
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_UNAVAILABLE,
                                    "Phones do not reach this central: it has no public URL.");
      return FALSE;
    }
  lines = madaf_decode_basket_draft (request, &n_lines);
  if (lines == NULL)
    return FALSE;
  token = madaf_carry_create (transaction, lines, n_lines, request->device_id, &id, request->now_us, service->random,
                              &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  if (token == NULL)
    return FALSE;
  url = g_strconcat (service->public_url, "/b/", token, NULL);
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", id);
  madaf_json_writer_member_string (writer, "url", url);
  madaf_json_writer_member_int (writer, "expires_in", MADAF_CARRY_LIFE_US / G_TIME_SPAN_SECOND);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 201, writer);
  return TRUE;
}

/* What is not there is said on a page, with why; other errors are. Always answers or sets @error. */
static gboolean
answer_none (MadafLinkVisit *visit, GError *local_error, GError **error)
{
  const MadafLinkTexts *texts = visit->page.texts;
  gboolean taken;

  if (local_error->domain != MADAF_SHOP_ERROR)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_error_free (local_error);
  if (!madaf_carry_is_taken (visit->transaction, visit->request->parameters[0], &taken, error))
    return FALSE;
  return madaf_link_visit_answer (
      visit, 404,
      madaf_link_page_format_notice (&visit->page, texts->carry, taken ? texts->carry_taken : texts->carry_over));
}

gboolean
madaf_route_get_carry_page (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autoptr (MadafShopBasket) basket = NULL;
  GError *local_error = NULL;

  if (!madaf_link_visit_init (&visit, request, transaction, madaf_request_query (request, "lang"), NULL, error))
    return FALSE;
  if (!madaf_carry_look_up (transaction, request->parameters[0], visit.secret, request->now_us, &basket, &local_error))
    return answer_none (&visit, local_error, error);
  return madaf_link_visit_answer (&visit, 200,
                                  basket != NULL
                                      ? madaf_carry_page_format_basket (&visit.page, basket, FALSE)
                                      : madaf_carry_page_format_question (&visit.page, request->parameters[0]));
}

/* A phone that is known as a member's puts it with what they have. */
static gboolean
merge (MadafLinkVisit *visit, const MadafShopBasket *basket, GError **error)
{
  g_autofree MadafLineRequest *lines = g_new0 (MadafLineRequest, basket->lines->len + 1);
  g_autoptr (MadafShopBasket) merged = NULL;
  g_auto (MadafFaults) faults = { 0 };

  for (guint i = 0; i < basket->lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (basket->lines, i);

      lines[i] = (MadafLineRequest){ line->variant_id, line->quantity, line->reach, line->branch_id };
    }
  merged = madaf_member_basket_merge (visit->transaction, visit->member_id, lines, basket->lines->len,
                                      visit->request->now_us, &faults, error);
  return merged != NULL;
}

gboolean
madaf_route_post_carry (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafLinkVisit) visit = { 0 };
  g_autoptr (MadafShopBasket) basket = NULL;
  GError *local_error = NULL;
  gboolean go_on;

  if (!madaf_link_visit_init_form (&visit, request, transaction, &go_on, error) || !go_on)
    return request->reply != NULL;
  basket = madaf_carry_take (transaction, request->parameters[0], visit.secret, request->now_us, &local_error);
  if (basket == NULL)
    return answer_none (&visit, local_error, error);
  if (visit.member_id != NULL && !merge (&visit, basket, error))
    return FALSE;
  return madaf_link_visit_answer (&visit, 200,
                                  madaf_carry_page_format_basket (&visit.page, basket, visit.member_id != NULL));
}
