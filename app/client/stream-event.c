/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/stream-event.h"

#include "client/decode.h"
#include "model/json.h"
#include "model/words.h"

void
madaf_stream_event_free (MadafStreamEvent *event)
{
  g_free (event->subject_id);
  g_free (event->variant_id);
  g_free (event->branch_id);
  g_free (event->state);
  g_free (event);
}

static gboolean
decode_stock (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  const char *product_id;
  const char *variant_id;
  const char *branch_id;

  if (!madaf_decode_id (object, "product_id", &product_id, error)
      || !madaf_decode_id (object, "variant_id", &variant_id, error)
      || !madaf_decode_id (object, "branch_id", &branch_id, error)
      || !madaf_json_read_int (object, "available", 0, G_MAXINT32, &event->available, error)
      || !madaf_decode_time (object, "changed_at", &event->at_us, error))
    return FALSE;

  event->subject_id = g_strdup (product_id);
  event->variant_id = g_strdup (variant_id);
  event->branch_id = g_strdup (branch_id);
  return TRUE;
}

static gboolean
decode_order (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  const char *order_id;
  int state;

  if (!madaf_decode_id (object, "order_id", &order_id, error)
      || !madaf_decode_word (object, "state", MADAF_TYPE_ORDER_STATE, &state, error)
      || !madaf_decode_time (object, "at", &event->at_us, error))
    return FALSE;

  event->subject_id = g_strdup (order_id);
  event->state = g_strdup (madaf_word_get (MADAF_TYPE_ORDER_STATE, state));
  return TRUE;
}

static gboolean
decode_sign_in (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  const char *sign_in_id;
  const char *state;

  if (!madaf_decode_id (object, "sign_in_id", &sign_in_id, error)
      || !madaf_json_read_string_bounded (object, "state", 1, 32, &state, error)
      || !madaf_decode_time (object, "at", &event->at_us, error))
    return FALSE;

  event->subject_id = g_strdup (sign_in_id);
  event->state = g_strdup (state);
  return TRUE;
}

static gboolean
decode_carried (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  const char *carried_id;

  if (!madaf_decode_id (object, "carried_id", &carried_id, error)
      || !madaf_decode_time (object, "at", &event->at_us, error))
    return FALSE;

  event->subject_id = g_strdup (carried_id);
  return TRUE;
}

static gboolean
decode_lists (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  const char *lists_id;

  if (!madaf_decode_id (object, "lists_id", &lists_id, error)
      || !madaf_decode_time (object, "at", &event->at_us, error))
    return FALSE;

  event->subject_id = g_strdup (lists_id);
  return TRUE;
}

static gboolean
decode_basket (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  const char *basket_id;

  if (!madaf_decode_id (object, "basket_id", &basket_id, error)
      || !madaf_json_read_int (object, "version", 1, G_MAXINT64, &event->version, error)
      || !madaf_decode_time (object, "at", &event->at_us, error))
    return FALSE;

  event->subject_id = g_strdup (basket_id);
  return TRUE;
}

static gboolean
decode_fetch (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  const char *id;

  if (!madaf_decode_id (object, "fetch_request_id", &id, error)
      || !madaf_decode_time (object, "at", &event->at_us, error))
    return FALSE;

  event->subject_id = g_strdup (id);
  return TRUE;
}

static gboolean
kind_from_word (const char *word, MadafStreamEventKind *kind)
{
  static const char *const words[]
      = { "stock", "order", "catalogue", "reset", "sign-in", "lists", "basket", "fetch", "carried" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *kind = (MadafStreamEventKind)i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
decode_body (MadafStreamEvent *event, JsonObject *object, GError **error)
{
  switch (event->kind)
    {
    case MADAF_STREAM_EVENT_STOCK:
      return decode_stock (event, object, error);
    case MADAF_STREAM_EVENT_ORDER:
      return decode_order (event, object, error);
    case MADAF_STREAM_EVENT_SIGN_IN:
      return decode_sign_in (event, object, error);
    case MADAF_STREAM_EVENT_LISTS:
      return decode_lists (event, object, error);
    case MADAF_STREAM_EVENT_BASKET:
      return decode_basket (event, object, error);
    case MADAF_STREAM_EVENT_FETCH:
      return decode_fetch (event, object, error);
    case MADAF_STREAM_EVENT_CARRIED:
      return decode_carried (event, object, error);
    default:
      return TRUE;
    }
}

MadafStreamEvent *
madaf_stream_event_decode (const char *kind, const char *id, const char *data, GError **error)
{
  g_autoptr (MadafStreamEvent) event = g_new0 (MadafStreamEvent, 1);
  g_autoptr (JsonObject) object = NULL;

  if (!kind_from_word (kind, &event->kind))
    return NULL;
  if (!g_ascii_string_to_signed (id, 10, 0, G_MAXINT64, &event->id, NULL))
    event->id = -1;

  object = madaf_json_parse_object (data, -1, NULL, error);
  if (object == NULL || !decode_body (event, object, error))
    return NULL;

  return g_steal_pointer (&event);
}
