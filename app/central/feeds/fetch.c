/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/fetch.h"

#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define CONNECT_SECONDS 10L
#define TOTAL_SECONDS   60L
#define SLOW_BYTES      1000L /* a second, over SLOW_SECONDS: then it is given up */
#define SLOW_SECONDS    15L
#define MAX_REDIRECTS   5L

/* One transfer under way. */
typedef struct
{
  const MadafFetchRules *rules;
  MadafFetch *fetch;
  CURL *handle;
  GByteArray *body;
  char *etag;
  char *last_modified;
  gboolean refused; /* an address that is not public */
  char message[CURL_ERROR_SIZE];
} Transfer;

MadafFetch *
madaf_fetch_new (const char *url, const char *etag, const char *last_modified)
{
  MadafFetch *fetch = g_new0 (MadafFetch, 1);

  fetch->url = g_strdup (url);
  fetch->etag = g_strdup (etag);
  fetch->last_modified = g_strdup (last_modified);
  return fetch;
}

void
madaf_fetch_free (MadafFetch *fetch)
{
  g_free (fetch->url);
  g_free (fetch->etag);
  g_free (fetch->last_modified);
  g_clear_pointer (&fetch->bytes, g_bytes_unref);
  g_free (fetch->trouble);
  g_free (fetch);
}

static gboolean
is_public_v4 (const guint8 *b)
{
  /* RFC 6890: this network, private, shared, loopback, link-local, protocol assignments, documentation, 6to4 relays,
   * benchmarks, multicast and reserved. */
  if (b[0] == 0 || b[0] == 10 || b[0] == 127 || b[0] >= 224)
    return FALSE;
  if ((b[0] == 100 && (b[1] & 0xc0) == 64) || (b[0] == 169 && b[1] == 254) || (b[0] == 172 && (b[1] & 0xf0) == 16))
    return FALSE;
  if (b[0] == 192 && (b[1] == 168 || (b[1] == 0 && (b[2] == 0 || b[2] == 2)) || (b[1] == 88 && b[2] == 99)))
    return FALSE;
  return !((b[0] == 198 && ((b[1] & 0xfe) == 18 || (b[1] == 51 && b[2] == 100)))
           || (b[0] == 203 && b[1] == 0 && b[2] == 113));
}

gboolean
madaf_fetch_is_public (GInetAddress *address)
{
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 nat64[12] = { 0, 0x64, 0xff, 0x9b };
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_public_v4 (bytes);
  if (memcmp (bytes, mapped, 12) == 0 || memcmp (bytes, nat64, 12) == 0)
    return is_public_v4 (bytes + 12);
  if (bytes[0] == 0x20 && bytes[1] == 0x02) /* 6to4 */
    return is_public_v4 (bytes + 2);
  /* Of IPv6 only 2000::/3 is given out; in it, 2001:0::/23 is for protocols and 2001:db8::/32 for books. */
  if ((bytes[0] & 0xe0) != 0x20)
    return FALSE;
  return !(bytes[0] == 0x20 && bytes[1] == 0x01 && ((bytes[2] & 0xfe) == 0 || (bytes[2] == 0x0d && bytes[3] == 0xb8)));
}

/* Asked for the very address that is about to be connected to, so no name can lie about it. */
static curl_socket_t
open_socket (void *data, curlsocktype purpose, struct curl_sockaddr *where)
{
  Transfer *self = data;
  g_autoptr (GSocketAddress) address = g_socket_address_new_from_native (&where->addr, where->addrlen);

  if (!G_IS_INET_SOCKET_ADDRESS (address)
      || (!self->rules->allow_private
          && !madaf_fetch_is_public (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)))))
    {
      self->refused = TRUE;
      return CURL_SOCKET_BAD;
    }
  return socket (where->family, where->socktype | SOCK_CLOEXEC, where->protocol);
}

static size_t
on_body (char *bytes, size_t size, size_t count, void *data)
{
  Transfer *self = data;

  if (self->body->len + size * count > MADAF_FETCH_MAX_BYTES)
    return 0;
  g_byte_array_append (self->body, (const guint8 *)bytes, (guint)(size * count));
  return size * count;
}

static void
take_header (const char *line, gsize size, const char *name, char **value)
{
  gsize length = strlen (name);

  if (size <= length || g_ascii_strncasecmp (line, name, length) != 0)
    return;
  g_free (*value);
  *value = g_strstrip (g_strndup (line + length, size - length));
}

static size_t
on_header (char *bytes, size_t size, size_t count, void *data)
{
  Transfer *self = data;

  take_header (bytes, size * count, "ETag:", &self->etag);
  take_header (bytes, size * count, "Last-Modified:", &self->last_modified);
  return size * count;
}

/* All options in one place. */
static CURL *
make_handle (Transfer *self, struct curl_slist **headers)
{
  CURL *handle = curl_easy_init ();

  if (self->fetch->etag != NULL)
    {
      g_autofree char *line = g_strconcat ("If-None-Match: ", self->fetch->etag, NULL);

      *headers = curl_slist_append (*headers, line);
    }
  else if (self->fetch->last_modified != NULL)
    {
      g_autofree char *line = g_strconcat ("If-Modified-Since: ", self->fetch->last_modified, NULL);

      *headers = curl_slist_append (*headers, line);
    }
  curl_easy_setopt (handle, CURLOPT_URL, self->fetch->url);
  curl_easy_setopt (handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt (handle, CURLOPT_MAXREDIRS, MAX_REDIRECTS);
  curl_easy_setopt (handle, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  curl_easy_setopt (handle, CURLOPT_TIMEOUT, TOTAL_SECONDS);
  curl_easy_setopt (handle, CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES);
  curl_easy_setopt (handle, CURLOPT_LOW_SPEED_TIME, SLOW_SECONDS);
  curl_easy_setopt (handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)MADAF_FETCH_MAX_BYTES);
  curl_easy_setopt (handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (handle, CURLOPT_PROXY, "");
  curl_easy_setopt (handle, CURLOPT_USERAGENT, "madaf-central/" MADAF_VERSION);
  curl_easy_setopt (handle, CURLOPT_ERRORBUFFER, self->message);
  curl_easy_setopt (handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt (handle, CURLOPT_OPENSOCKETDATA, self);
  curl_easy_setopt (handle, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt (handle, CURLOPT_WRITEDATA, self);
  curl_easy_setopt (handle, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt (handle, CURLOPT_HEADERDATA, self);
  curl_easy_setopt (handle, CURLOPT_HTTPHEADER, *headers);
  curl_easy_setopt (handle, CURLOPT_PRIVATE, self);
  if (self->rules->ca_file != NULL)
    curl_easy_setopt (handle, CURLOPT_CAINFO, self->rules->ca_file);
  return handle;
}

static void
take_answer (Transfer *self, CURLcode code)
{
  MadafFetch *fetch = self->fetch;
  long status = 0;

  curl_easy_getinfo (self->handle, CURLINFO_RESPONSE_CODE, &status);
  if (self->refused)
    fetch->trouble = g_strdup ("leads to this machine or its own network");
  else if (code == CURLE_FILESIZE_EXCEEDED || code == CURLE_WRITE_ERROR)
    fetch->trouble = g_strdup ("is larger than 10 MiB");
  else if (code != CURLE_OK)
    fetch->trouble = g_strdup (self->message[0] != '\0' ? self->message : curl_easy_strerror (code));
  else if (status == 304)
    fetch->unchanged = TRUE;
  else if (status != 200)
    fetch->trouble = g_strdup_printf ("is answered with status %ld", status);
  else
    {
      fetch->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
      g_free (fetch->etag);
      g_free (fetch->last_modified);
      fetch->etag = g_steal_pointer (&self->etag);
      fetch->last_modified = g_steal_pointer (&self->last_modified);
    }
}

typedef struct
{
  const MadafFetchRules *rules;
  CURLM *multi;
  guint under_way;
  GHashTable *headers; /* CURL → curl_slist (owned) */
} Fetching;

static gboolean
start_next (Fetching *self, MadafFetchNext next, gpointer data)
{
  MadafFetch *fetch = next (data);
  struct curl_slist *headers = NULL;
  Transfer *transfer;

  if (fetch == NULL)
    return FALSE;
  transfer = g_new0 (Transfer, 1);
  transfer->rules = self->rules;
  transfer->fetch = fetch;
  transfer->body = g_byte_array_new ();
  transfer->handle = make_handle (transfer, &headers);
  g_hash_table_insert (self->headers, transfer->handle, headers);
  curl_multi_add_handle (self->multi, transfer->handle);
  self->under_way++;
  return TRUE;
}

static MadafFetch *
end_transfer (Fetching *self, CURL *handle, CURLcode code)
{
  Transfer *transfer = NULL;
  MadafFetch *fetch;

  curl_easy_getinfo (handle, CURLINFO_PRIVATE, (char **)&transfer);
  take_answer (transfer, code);
  fetch = transfer->fetch;
  curl_multi_remove_handle (self->multi, handle);
  curl_easy_cleanup (handle);
  curl_slist_free_all (g_hash_table_lookup (self->headers, handle));
  g_hash_table_remove (self->headers, handle);
  g_clear_pointer (&transfer->body, g_byte_array_unref);
  g_free (transfer->etag);
  g_free (transfer->last_modified);
  g_free (transfer);
  self->under_way--;
  return fetch;
}

void
madaf_fetch_all (const MadafFetchRules *rules, MadafFetchNext next, MadafFetchDone done, gpointer data)
{
  Fetching self = { .rules = rules, .multi = curl_multi_init () };
  gboolean more = TRUE;

  self.headers = g_hash_table_new (NULL, NULL);
  do
    {
      CURLMsg *message;
      int running = 0, left = 0;

      while (more && self.under_way < MADAF_FETCH_PARALLEL)
        more = start_next (&self, next, data);
      curl_multi_perform (self.multi, &running);
      while ((message = curl_multi_info_read (self.multi, &left)) != NULL)
        if (message->msg == CURLMSG_DONE)
          more = done (end_transfer (&self, message->easy_handle, message->data.result), data) && more;
      if (running > 0)
        curl_multi_poll (self.multi, NULL, 0, 1000, NULL);
    }
  while (self.under_way > 0 || more);
  curl_multi_cleanup (self.multi);
  g_hash_table_unref (self.headers);
}
