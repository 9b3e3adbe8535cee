/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/send/config.h"

#include <string.h>

#include "central/send/transfer.h"

static MadafSender *
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
  return NULL;
}

static char *
read_url (GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *url = g_key_file_get_string (file, group, "url", error);
  gboolean is_mail = url != NULL && (g_str_has_prefix (url, "smtp://") || g_str_has_prefix (url, "smtps://"));

  if (url == NULL)
    return NULL;
  if (madaf_send_url_is_safe (url) && is_mail == (strcmp (group, "smtp") == 0))
    return g_steal_pointer (&url);
  refuse (error, is_mail || strcmp (group, "smtp") != 0
                     ? "The url must begin with https:// (http:// only to this machine)."
                     : "The url must begin with smtps:// or smtp://.");
  return NULL;
}

static MadafSender *
read_webhook (GKeyFile *file, const char *url, GError **error)
{
  g_autofree char *secret = g_key_file_get_string (file, "webhook", "secret", error);

  if (secret == NULL)
    return NULL;
  if (strlen (secret) < 16)
    return refuse (error, "The secret of a webhook has at least 16 characters.");
  return madaf_webhook_sender_new (url, secret);
}

static MadafSender *
read_sms (GKeyFile *file, const char *url, GError **error)
{
  g_autofree char *type = g_key_file_get_string (file, "sms", "content-type", NULL);
  g_autofree char *body = g_key_file_get_string (file, "sms", "body", NULL);
  g_auto (GStrv) headers = g_key_file_get_string_list (file, "sms", "headers", NULL, NULL);

  if (body != NULL && g_strcmp0 (type, "application/json") != 0
      && g_strcmp0 (type, "application/x-www-form-urlencoded") != 0)
    return refuse (error, "The content-type of a body is application/json or application/x-www-form-urlencoded.");
  if (strstr (url, "{text}") == NULL && (body == NULL || strstr (body, "{text}") == NULL))
    return refuse (error, "The url or the body says where the {text} goes.");
  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    if (strchr (headers[i], ':') == NULL || strpbrk (headers[i], "\r\n") != NULL)
      return refuse (error, "Each of the headers is “Name: value”.");
  return madaf_sms_sender_new (url, (const char *const *)headers, body != NULL ? type : NULL, body);
}

static MadafSender *
read_smtp (GKeyFile *file, const char *url, GError **error)
{
  g_autofree char *from = g_key_file_get_string (file, "smtp", "from", error);
  g_autofree char *to = from != NULL ? g_key_file_get_string (file, "smtp", "to", error) : NULL;
  g_autofree char *subject = g_key_file_get_string (file, "smtp", "subject", NULL);
  g_autofree char *user = g_key_file_get_string (file, "smtp", "user", NULL);
  g_autofree char *password = g_key_file_get_string (file, "smtp", "password", NULL);

  if (to == NULL)
    return NULL;
  if (strchr (from, '@') == NULL || strpbrk (from, "\r\n<> ") != NULL || strchr (to, '@') == NULL
      || strpbrk (to, "\r\n<> ") != NULL)
    return refuse (error, "from and to are bare addresses.");
  return madaf_smtp_sender_new (url, from, to, subject != NULL ? subject : "Madaf", user, password);
}

MadafSender *
madaf_send_config_read (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  g_autofree char *url = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  groups = g_key_file_get_groups (file, NULL);
  if (g_strv_length (groups) != 1
      || !g_strv_contains ((const char *const[]){ "webhook", "sms", "smtp", NULL }, groups[0]))
    return refuse (error, "It has one group: [webhook], [sms] or [smtp].");
  url = read_url (file, groups[0], error);
  if (url == NULL)
    return NULL;
  return strcmp (groups[0], "webhook") == 0 ? read_webhook (file, url, error)
         : strcmp (groups[0], "sms") == 0   ? read_sms (file, url, error)
                                            : read_smtp (file, url, error);
}
