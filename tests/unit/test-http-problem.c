/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "central/http/problem.h"

/* Every problem is a document by RFC 9457 with a type of its own and the status it is sent with. */

static void
test_every_problem (void)
{
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint problem = 0; problem < MADAF_PROBLEM_N; problem++)
    {
      g_autoptr (MadafReply) reply = madaf_problem_reply (problem, "say “why”\n");
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;
      JsonObject *object;
      gsize length;
      const char *text = g_bytes_get_data (reply->body, &length);

      json_parser_load_from_data (parser, text, (gssize)length, &error);
      g_assert_no_error (error);
      object = json_node_get_object (json_parser_get_root (parser));
      g_assert_cmpstr (reply->media_type, ==, "application/problem+json");
      g_assert_cmpint (json_object_get_int_member (object, "status"), ==, reply->status);
      g_assert_cmpuint (reply->status, ==, madaf_http_problem_get_status (problem));
      g_assert_cmpstr (json_object_get_string_member (object, "detail"), ==, "say “why”\n");
      g_assert_true (
          g_str_has_suffix (json_object_get_string_member (object, "type"), madaf_problem_get_slug (problem)));
      g_assert_true (g_hash_table_add (types, g_strdup (json_object_get_string_member (object, "type"))));
      g_assert_cmpint (reply->challenge, ==, reply->status == 401);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http/problem/every", test_every_problem);
  return g_test_run ();
}
