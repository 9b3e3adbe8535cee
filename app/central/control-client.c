/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/control-client.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <string.h>

#include "model/json.h"

/* An import may take a while; anything else answers at once. */
#define TIMEOUT_SECONDS 600
/* More than any answer to a command has. */
#define MAX_ANSWER (1024 * 1024)

static GString *
read_all (GInputStream *stream, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0 && text->len < MAX_ANSWER)
    g_string_append_len (text, buffer, n);
  return n < 0 ? NULL : g_steal_pointer (&text);
}

static gboolean
parse (const char *text, MadafControlAnswer *answer, GError **error)
{
  const char *body = strstr (text, "\r\n\r\n");

  if (!g_str_has_prefix (text, "HTTP/1.1 ") || body == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "What answers on the control socket is no madaf-central.");
      return FALSE;
    }
  answer->status = (guint)g_ascii_strtoull (text + strlen ("HTTP/1.1 "), NULL, 10);
  body += strlen ("\r\n\r\n");
  if (*body == '\0')
    return TRUE;
  answer->body = madaf_json_parse_object (body, -1, &madaf_json_limits_answer, error);
  return answer->body != NULL;
}

gboolean
madaf_control_post (
    const char *database, const char *path, const char *json, MadafControlAnswer *answer, GError **error)
{
  g_autofree char *socket_path = g_strconcat (database, "-control", NULL);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (socket_path);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *request = g_strdup_printf ("POST %s HTTP/1.1\r\nHost: control\r\nConnection: close\r\n"
                                              "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
                                              path, strlen (json), json);
  g_autoptr (GString) text = NULL;

  *answer = (MadafControlAnswer){ 0 };
  g_socket_client_set_timeout (client, TIMEOUT_SECONDS);
  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, error);
  if (connection == NULL
      || !g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                                     strlen (request), NULL, NULL, error))
    return FALSE;
  text = read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)), error);
  return text != NULL && parse (text->str, answer, error);
}

void
madaf_control_answer_clear (MadafControlAnswer *answer)
{
  g_clear_pointer (&answer->body, json_object_unref);
}
