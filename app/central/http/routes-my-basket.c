/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/shop/member-basket.h"
#include "model/json.h"

/* A member's one basket: who asks is all that says whose. */

#define MAX_CHANGES 100

static gboolean
answer (MadafRequest *request, MadafShopBasket *basket, const MadafFaults *faults)
{
  g_autoptr (MadafShopBasket) owned = basket;

  if (faults != NULL)
    madaf_decode_refuse_faults (request, faults);
  if (owned == NULL)
    return FALSE;
  madaf_request_answer_basket (request, 200, owned);
  return TRUE;
}

gboolean
madaf_route_get_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  return answer (request, madaf_member_basket_get (transaction, request->member_id, request->now_us, error), NULL);
}

gboolean
madaf_route_replace_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFaults) faults = { 0 };
  g_autofree MadafLineRequest *lines = NULL;
  gint64 version;
  gsize n_lines;

  if (!madaf_request_read_version (request, &version))
    return FALSE;
  lines = madaf_decode_basket_draft (request, &n_lines);
  return lines != NULL
         && answer (request,
                    madaf_member_basket_replace (transaction, request->member_id, version, lines, n_lines,
                                                 request->now_us, &faults, error),
                    &faults);
}

static void
decode_change (MadafRequest *request, JsonArray *array, guint i, MadafBasketChange *change)
{
  g_autofree char *pointer = g_strdup_printf ("/changes/%u", i);
  g_auto (MadafFields) fields = { 0 };
  JsonObject *object = NULL;
  const char *action;

  if (!madaf_json_element_object (array, i, &object, NULL))
    {
      madaf_request_refuse (request, pointer, "wrong_type");
      return;
    }
  madaf_fields_init (&fields, request, object, pointer, "do variant_id quantity fulfilment");
  action = madaf_fields_word (&fields, "do", MADAF_FIELD_REQUIRED, "add set remove");
  if (action != NULL)
    madaf_basket_action_from_string (action, &change->action);
  madaf_decode_basket_line (&fields, FALSE, &change->line);
  if (change->action != MADAF_BASKET_REMOVE)
    madaf_fields_int (&fields, "quantity", MADAF_FIELD_REQUIRED, 1, MADAF_BASKET_MAX_QUANTITY, &change->line.quantity);
  else if (json_object_has_member (object, "quantity"))
    madaf_fields_refuse (&fields, "quantity", "unknown_member");
}

gboolean
madaf_route_change_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autofree MadafBasketChange *changes = NULL;
  JsonArray *array;
  guint n_changes;

  madaf_fields_init (&fields, request, request->body, "", "changes");
  array = madaf_fields_array (&fields, "changes", 1, MAX_CHANGES);
  n_changes = array != NULL ? json_array_get_length (array) : 0;
  changes = g_new0 (MadafBasketChange, n_changes + 1);
  for (guint i = 0; i < n_changes; i++)
    decode_change (request, array, i, &changes[i]);
  return !madaf_request_has_refused (request)
         && answer (request,
                    madaf_member_basket_change (transaction, request->member_id, changes, n_changes, request->now_us,
                                                &faults, error),
                    &faults);
}

gboolean
madaf_route_merge_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFaults) faults = { 0 };
  gsize n_lines;
  g_autofree MadafLineRequest *lines = madaf_decode_basket_draft (request, &n_lines);

  return lines != NULL
         && answer (request,
                    madaf_member_basket_merge (transaction, request->member_id, lines, n_lines, request->now_us,
                                               &faults, error),
                    &faults);
}
