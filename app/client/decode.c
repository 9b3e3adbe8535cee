/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode.h"

#include "client/error.h"
#include "model/json.h"
#include "model/time.h"
#include "model/words.h"

#define STEPS_MAXIMUM 32

gpointer
madaf_decode_bytes (GBytes *bytes, MadafDecoder decoder, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonObject) object = NULL;
  gpointer result = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  object = madaf_json_parse_object (text != NULL ? text : "", (gssize)length, &madaf_json_limits_answer, &reason);
  if (object != NULL)
    result = decoder (object, &reason);
  if (result == NULL)
    g_set_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA,
                 "The central's answer is not what the contract says: %s", reason->message);

  return result;
}

gboolean
madaf_decode_id (JsonObject *object, const char *member, const char **id, GError **error)
{
  return madaf_json_read_string_bounded (object, member, 1, 64, id, error);
}

gboolean
madaf_decode_optional_id (JsonObject *object, const char *member, const char **id, GError **error)
{
  return madaf_json_read_optional_string_bounded (object, member, 1, 64, id, error);
}

gboolean
madaf_decode_int (JsonObject *object, const char *member, int minimum, int *value, GError **error)
{
  gint64 wide;

  if (!madaf_json_read_int (object, member, minimum, G_MAXINT32, &wide, error))
    return FALSE;

  *value = (int)wide;
  return TRUE;
}

gboolean
madaf_decode_time (JsonObject *object, const char *member, gint64 *time_us, GError **error)
{
  const char *text;

  if (!madaf_json_read_string (object, member, &text, error))
    return FALSE;
  if (madaf_time_parse (text, time_us, error))
    return TRUE;

  g_prefix_error (error, "%s: ", member);
  return FALSE;
}

static gboolean
has_member (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) && !json_object_get_null_member (object, member);
}

gboolean
madaf_decode_optional_time (JsonObject *object, const char *member, gint64 *time_us, GError **error)
{
  return !has_member (object, member) || madaf_decode_time (object, member, time_us, error);
}

gboolean
madaf_decode_money (JsonObject *object, const char *member, MadafMoney *money, GError **error)
{
  JsonObject *inner;
  gint64 minor;
  const char *currency;

  if (!madaf_json_read_object (object, member, &inner, error)
      || !madaf_json_read_int (inner, "amount", G_MININT64, G_MAXINT64, &minor, error)
      || !madaf_json_read_string (inner, "currency", &currency, error))
    return FALSE;
  if (madaf_money_init (money, minor, currency))
    return TRUE;

  g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: no currency: %s", member, currency);
  return FALSE;
}

gboolean
madaf_decode_text (JsonObject *object, const char *member, MadafText **text, GError **error)
{
  JsonObject *inner;

  if (!madaf_json_read_object (object, member, &inner, error))
    return FALSE;

  *text = madaf_text_new_from_json (json_object_get_member (object, member), error);
  return *text != NULL;
}

gboolean
madaf_decode_optional_text (JsonObject *object, const char *member, MadafText **text, GError **error)
{
  return !has_member (object, member) || madaf_decode_text (object, member, text, error);
}

static gboolean
decode_steps (JsonArray *array, MadafPriceStep *steps, GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object;
      int kind;

      if (!madaf_json_element_object (array, i, &object, error)
          || !madaf_decode_word (object, "kind", MADAF_TYPE_PRICE_STEP_KIND, &kind, error)
          || !madaf_decode_money (object, "amount", &steps[i].amount, error))
        return FALSE;
      if (kind > MADAF_PRICE_STEP_SALE)
        {
          g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "kind: not a step to the price of one");
          return FALSE;
        }
      steps[i].kind = (MadafPriceStepKind)kind;
    }

  return TRUE;
}

gboolean
madaf_decode_price (JsonObject *object, const char *member, MadafPrice **price, GError **error)
{
  JsonObject *inner;
  JsonArray *array;
  MadafMoney amount;
  MadafPriceStep steps[STEPS_MAXIMUM];

  if (!madaf_json_read_object (object, member, &inner, error) || !madaf_decode_money (inner, "amount", &amount, error)
      || !madaf_json_read_array (inner, "steps", &array, error))
    return FALSE;

  if (json_array_get_length (array) > STEPS_MAXIMUM)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: too many steps", member);
      return FALSE;
    }
  if (!decode_steps (array, steps, error))
    return FALSE;

  *price = madaf_price_new (&amount, steps, json_array_get_length (array));
  return TRUE;
}

gboolean
madaf_decode_strv (JsonObject *object, const char *member, char ***strings, GError **error)
{
  JsonArray *array;

  if (!madaf_json_read_array (object, member, &array, error))
    return FALSE;

  *strings = madaf_json_array_to_strv (array, error);
  return *strings != NULL;
}

gboolean
madaf_decode_word (JsonObject *object, const char *member, GType type, int *value, GError **error)
{
  const char *word;

  if (!madaf_json_read_string (object, member, &word, error))
    return FALSE;
  if (madaf_word_parse (type, word, value))
    return TRUE;

  g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: not a word of the contract: %s", member, word);
  return FALSE;
}

gboolean
madaf_decode_member (JsonObject *object, const char *member, MadafDecoder decoder, gpointer result, GError **error)
{
  JsonObject *inner;
  gpointer *place = result;

  if (!madaf_json_read_object (object, member, &inner, error))
    return FALSE;

  *place = decoder (inner, error);
  return *place != NULL;
}

gboolean
madaf_decode_list (
    JsonObject *object, const char *member, GType type, MadafDecoder decoder, GListModel **list, GError **error)
{
  JsonArray *array;
  g_autoptr (GListStore) store = NULL;

  if (!madaf_json_read_array (object, member, &array, error))
    return FALSE;

  store = g_list_store_new (type);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *inner;
      g_autoptr (GObject) item = NULL;

      if (!madaf_json_element_object (array, i, &inner, error))
        return FALSE;
      item = decoder (inner, error);
      if (item == NULL)
        return FALSE;
      g_list_store_append (store, item);
    }

  *list = G_LIST_MODEL (g_steal_pointer (&store));
  return TRUE;
}
