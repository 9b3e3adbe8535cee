/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/request.h"

#include <string.h>

MadafRequest *
madaf_http_request_new (MadafService *service, MadafExchange *exchange)
{
  static int counter;
  MadafRequest *request = g_new0 (MadafRequest, 1);

  request->service = service;
  request->exchange = exchange;
  g_snprintf (request->id, sizeof request->id, "%08x", (guint)g_atomic_int_add (&counter, 1));
  return request;
}

void
madaf_request_free (MadafRequest *request)
{
  if (request == NULL)
    return;
  madaf_target_clear (&request->target);
  g_clear_pointer (&request->body, json_object_unref);
  g_clear_pointer (&request->body_bytes, g_bytes_unref);
  g_clear_pointer (&request->refused, g_ptr_array_unref);
  g_clear_pointer (&request->reply, madaf_reply_free);
  for (guint i = 0; i < G_N_ELEMENTS (request->headers); i++)
    g_free (request->headers[i]);
  g_free (request->device_id);
  g_free (request->branch_id);
  g_free (request->device_name);
  g_free (request->device_role);
  g_free (request->member_id);
  g_clear_pointer (&request->form, madaf_form_free);
  g_free (request);
}

const char *
madaf_request_query (MadafRequest *request, const char *name)
{
  for (guint i = 0; i < request->target.n_query; i++)
    if (strcmp (request->target.names[i], name) == 0)
      return request->target.values[i];
  return NULL;
}

const char **
madaf_request_query_all (MadafRequest *request, const char *name)
{
  const char **values = g_new0 (const char *, request->target.n_query + 1);
  guint n = 0;

  for (guint i = 0; i < request->target.n_query; i++)
    if (strcmp (request->target.names[i], name) == 0)
      values[n++] = request->target.values[i];
  return values;
}

gboolean
madaf_request_query_int (MadafRequest *request, const char *name, gint64 minimum, gint64 maximum, gint64 *value)
{
  const char *text = madaf_request_query (request, name);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_signed (text, 10, minimum, maximum, value, &error))
    return TRUE;
  madaf_request_refuse (request, name,
                        g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS)
                            ? "out_of_range"
                            : "wrong_type");
  return FALSE;
}

const char *
madaf_request_query_text (MadafRequest *request, const char *name, glong maximum)
{
  const char *value = madaf_request_query (request, name);

  if (value != NULL && g_utf8_strlen (value, -1) > maximum)
    madaf_request_refuse (request, name, "too_long");
  return value;
}

int
madaf_request_query_word (MadafRequest *request, const char *name, const char *const *words)
{
  const char *value = madaf_request_query (request, name);

  for (int i = 0; value != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], value) == 0)
      return i;
  if (value != NULL)
    madaf_request_refuse (request, name, "bad_format");
  return 0;
}

void
madaf_request_refuse (MadafRequest *request, const char *pointer, const char *reason)
{
  if (request->refused == NULL)
    request->refused = g_ptr_array_new_with_free_func (g_free);
  /* Enough to mend a form; a hostile body does not get an answer of its own size. */
  if (request->refused->len >= 2 * 50)
    return;
  g_ptr_array_add (request->refused, g_strdup (pointer));
  g_ptr_array_add (request->refused, g_strdup (reason));
}

gboolean
madaf_request_has_refused (MadafRequest *request)
{
  return request->refused != NULL;
}

MadafReply *
madaf_request_make_refusal (MadafRequest *request, const char *detail)
{
  MadafJsonWriter *writer = madaf_problem_begin (MADAF_PROBLEM_INVALID_FIELD, detail);

  madaf_json_writer_member (writer, "errors");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; request->refused != NULL && i + 1 < request->refused->len; i += 2)
    {
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_string (writer, "pointer", g_ptr_array_index (request->refused, i));
      madaf_json_writer_member_string (writer, "reason", g_ptr_array_index (request->refused, i + 1));
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
  return madaf_problem_finish (MADAF_PROBLEM_INVALID_FIELD, writer);
}

static void
set_reply (MadafRequest *request, MadafReply *reply)
{
  g_clear_pointer (&request->reply, madaf_reply_free);
  request->reply = reply;
}

void
madaf_request_answer (MadafRequest *request, guint status, MadafJsonWriter *writer)
{
  gsize length;
  char *body = madaf_json_writer_finish (writer, &length);

  madaf_json_writer_free (writer);
  set_reply (request, madaf_reply_new (status, "application/json", body, length));
}

void
madaf_request_answer_problem (MadafRequest *request, MadafProblem problem, const char *detail)
{
  set_reply (request, madaf_problem_reply (problem, detail));
}

/* RFC 9110, section 13.1.2: weak comparison, so a W/ in front changes nothing. */
static gboolean
lists_tag (const char *list, const char *etag)
{
  g_auto (GStrv) items = g_strsplit (list, ",", 32);

  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *item = g_strstrip (items[i]);

      if (g_str_has_prefix (item, "W/"))
        item += 2;
      if (strcmp (item, "*") == 0 || strcmp (item, etag) == 0)
        return TRUE;
    }
  return FALSE;
}

void
madaf_request_tag (MadafRequest *request, const char *tag)
{
  g_autofree char *etag = g_strdup_printf ("\"%s\"", tag);

  if (request->if_none_match != NULL && lists_tag (request->if_none_match, etag)
      && strcmp (request->route->method, "GET") == 0)
    set_reply (request, madaf_reply_new (304, NULL, NULL, 0));
  request->reply->cache = g_strdup ("private, no-cache");
  g_free (request->reply->etag);
  request->reply->etag = g_steal_pointer (&etag);
}

gboolean
madaf_request_read_version (MadafRequest *request, gint64 *version)
{
  const char *tag = request->if_match;
  gsize length;
  g_autofree char *number = NULL;

  if (tag == NULL)
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_PRECONDITION_REQUIRED, NULL);
      return FALSE;
    }
  *version = -1;
  if (strcmp (tag, "*") == 0)
    return TRUE;
  length = strlen (tag);
  if (length > 2 && tag[0] == '"' && tag[length - 1] == '"')
    number = g_strndup (tag + 1, length - 2);
  if (number != NULL && g_ascii_string_to_signed (number, 10, 0, G_MAXINT64, version, NULL))
    return TRUE;
  madaf_request_answer_problem (request, MADAF_PROBLEM_PRECONDITION_FAILED, NULL);
  return FALSE;
}
