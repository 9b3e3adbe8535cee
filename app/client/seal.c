/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/seal.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <string.h>

#define KEY_BYTES   32
#define NONCE_BYTES 12
#define TAG_BYTES   16

struct _MadafSeal
{
  guint8 key[KEY_BYTES];
  gnutls_aead_cipher_hd_t cipher; /* (owned) */
};

/* What cannot fail unless the library is broken, in which case nothing personal is to be written. */
static void
must (int result)
{
  if (result < 0)
    g_error ("No sealing: %s", gnutls_strerror (result));
}

static gboolean
read_key (MadafSeal *seal, const char *path, GError **error)
{
  char *text = NULL;
  gsize length = 0;
  gboolean right;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;

  right = length == KEY_BYTES;
  if (right)
    memcpy (seal->key, text, KEY_BYTES);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no key", path);
  explicit_bzero (text, length);
  g_free (text);

  return right;
}

static gboolean
make_key (MadafSeal *seal, const char *path, GError **error)
{
  must (gnutls_rnd (GNUTLS_RND_KEY, seal->key, KEY_BYTES));
  return g_file_set_contents_full (path, (const char *)seal->key, KEY_BYTES,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

MadafSeal *
madaf_seal_new (const char *path, gboolean may_make, GError **error)
{
  g_autoptr (MadafSeal) seal = g_new0 (MadafSeal, 1);
  g_autoptr (GError) reason = NULL;
  gnutls_datum_t key = { seal->key, KEY_BYTES };

  if (!read_key (seal, path, &reason))
    {
      if (!may_make || !g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
      if (!make_key (seal, path, error))
        return NULL;
    }

  must (gnutls_aead_cipher_init (&seal->cipher, GNUTLS_CIPHER_AES_256_GCM, &key));
  return g_steal_pointer (&seal);
}

void
madaf_seal_free (MadafSeal *seal)
{
  g_clear_pointer (&seal->cipher, gnutls_aead_cipher_deinit);
  explicit_bzero (seal->key, KEY_BYTES);
  g_free (seal);
}

GBytes *
madaf_seal_close (MadafSeal *seal, const char *name, GBytes *bytes)
{
  gsize length;
  const void *plain = g_bytes_get_data (bytes, &length);
  gsize room = length + TAG_BYTES;
  guint8 *sealed = g_malloc (NONCE_BYTES + room);

  must (gnutls_rnd (GNUTLS_RND_NONCE, sealed, NONCE_BYTES));
  must (gnutls_aead_cipher_encrypt (seal->cipher, sealed, NONCE_BYTES, name, strlen (name), TAG_BYTES,
                                    plain != NULL ? plain : "", length, sealed + NONCE_BYTES, &room));

  return g_bytes_new_take (sealed, NONCE_BYTES + room);
}

GBytes *
madaf_seal_open (MadafSeal *seal, const char *name, GBytes *sealed, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (sealed, &length);
  gsize room = length;
  g_autofree guint8 *plain = g_malloc (length + 1);

  if (length < NONCE_BYTES + TAG_BYTES
      || gnutls_aead_cipher_decrypt (seal->cipher, bytes, NONCE_BYTES, name, strlen (name), TAG_BYTES,
                                     bytes + NONCE_BYTES, length - NONCE_BYTES, plain, &room)
             < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not sealed by this device");
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&plain), room);
}
