/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"

#include <string.h>

#include "model/json.h"

static void
decode_reach (MadafFields *line, gboolean needed, MadafLineRequest *request)
{
  JsonObject *object = madaf_fields_object (line, "fulfilment", needed ? MADAF_FIELD_REQUIRED : MADAF_FIELD_OPTIONAL);
  g_autofree char *pointer = g_strconcat (line->pointer, "/fulfilment", NULL);
  g_auto (MadafFields) fields = { 0 };
  const char *kind;

  if (object == NULL)
    return;
  madaf_fields_init (&fields, line->request, object, pointer, "kind branch_id");
  kind = madaf_fields_word (&fields, "kind", MADAF_FIELD_REQUIRED, "collect ship");
  if (kind == NULL || !madaf_reach_from_string (kind, &request->reach))
    return;
  if (request->reach == MADAF_REACH_COLLECT)
    request->branch_id = madaf_fields_id (&fields, "branch_id", MADAF_FIELD_REQUIRED);
  else if (json_object_has_member (object, "branch_id"))
    madaf_fields_refuse (&fields, "branch_id", "unknown_member");
}

void
madaf_decode_basket_line (MadafFields *fields, gboolean needs_reach, MadafLineRequest *line)
{
  line->variant_id = madaf_fields_id (fields, "variant_id", MADAF_FIELD_REQUIRED);
  decode_reach (fields, needs_reach, line);
}

static void
decode_line (MadafFields *parent, JsonArray *array, guint i, gboolean needs_reach, MadafLineRequest *request)
{
  g_autofree char *pointer = g_strdup_printf ("%s/lines/%u", parent->pointer, i);
  g_auto (MadafFields) fields = { 0 };
  JsonObject *object = NULL;

  if (!madaf_json_element_object (array, i, &object, NULL))
    {
      madaf_request_refuse (parent->request, pointer, "wrong_type");
      return;
    }
  madaf_fields_init (&fields, parent->request, object, pointer, "variant_id quantity fulfilment");
  madaf_decode_basket_line (&fields, needs_reach, request);
  madaf_fields_int (&fields, "quantity", MADAF_FIELD_REQUIRED, 1, MADAF_BASKET_MAX_QUANTITY, &request->quantity);
}

MadafLineRequest *
madaf_decode_lines (MadafFields *fields, guint minimum, gboolean needs_reach, gsize *n_lines)
{
  JsonArray *array = madaf_fields_array (fields, "lines", minimum, MADAF_BASKET_MAX_LINES);
  MadafLineRequest *lines;

  *n_lines = 0;
  if (array == NULL)
    return NULL;
  *n_lines = json_array_get_length (array);
  lines = g_new0 (MadafLineRequest, *n_lines + 1);
  for (guint i = 0; i < *n_lines; i++)
    decode_line (fields, array, i, needs_reach, &lines[i]);
  return lines;
}

static const char *
decode_string (MadafFields *fields, const char *name, JsonArray *array, guint i, glong longest)
{
  g_autofree char *pointer = g_strdup_printf ("%s/%s/%u", fields->pointer, name, i);
  const char *value = "";
  glong length;

  if (!madaf_json_element_string (array, i, &value, NULL))
    {
      madaf_request_refuse (fields->request, pointer, "wrong_type");
      return "";
    }
  length = g_utf8_strlen (value, -1);
  if (length < 1 || length > longest)
    madaf_request_refuse (fields->request, pointer, length < 1 ? "too_short" : "too_long");
  return value;
}

const char **
madaf_decode_strings (MadafFields *fields, const char *name, guint most, glong longest)
{
  JsonArray *array;
  const char **strings;
  guint n;

  if (fields->object == NULL || !json_object_has_member (fields->object, name))
    return NULL;
  array = madaf_fields_array (fields, name, 0, most);
  n = array != NULL ? json_array_get_length (array) : 0;
  if (n == 0)
    return NULL;
  strings = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    strings[i] = decode_string (fields, name, array, i, longest);
  return strings;
}

void
madaf_decode_refuse_faults (MadafRequest *request, const MadafFaults *faults)
{
  for (guint i = 0; faults->list != NULL && i < faults->list->len; i++)
    {
      const MadafFault *fault = g_ptr_array_index (faults->list, i);

      madaf_request_refuse (request, fault->pointer, fault->reason);
    }
}
