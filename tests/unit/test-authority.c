/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-authority.h"

#include <gio/gio.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include <time.h>

#define HOUR_S 3600

struct _TestAuthority
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t certificate;
  char *path;
  guint8 issued;
};

static void
check (int result)
{
  if (result < 0)
    g_error ("GnuTLS: %s", gnutls_strerror (result));
}

static gnutls_x509_privkey_t
make_key (void)
{
  gnutls_x509_privkey_t key;

  check (gnutls_x509_privkey_init (&key));
  check (gnutls_x509_privkey_generate (key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0));
  return key;
}

static gnutls_x509_crt_t
make_certificate (gnutls_x509_privkey_t key, const char *name, guint8 serial, int from_s, int until_s)
{
  g_autofree char *subject = g_strconcat ("CN=", name, NULL);
  time_t now = time (NULL);
  gnutls_x509_crt_t certificate;

  check (gnutls_x509_crt_init (&certificate));
  check (gnutls_x509_crt_set_version (certificate, 3));
  check (gnutls_x509_crt_set_serial (certificate, &serial, sizeof serial));
  check (gnutls_x509_crt_set_dn (certificate, subject, NULL));
  check (gnutls_x509_crt_set_key (certificate, key));
  check (gnutls_x509_crt_set_activation_time (certificate, now + from_s));
  check (gnutls_x509_crt_set_expiration_time (certificate, now + until_s));
  return certificate;
}

static void
take_file (const char *path, gnutls_datum_t *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *)text->data, (gssize)text->size, &error);
  g_assert_no_error (error);
  gnutls_free (text->data);
}

static void
write_certificate (gnutls_x509_crt_t certificate, const char *path)
{
  gnutls_datum_t text;

  check (gnutls_x509_crt_export2 (certificate, GNUTLS_X509_FMT_PEM, &text));
  take_file (path, &text);
}

TestAuthority *
test_authority_new (const char *folder, const char *name)
{
  TestAuthority *authority = g_new0 (TestAuthority, 1);
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  authority->path = g_build_filename (folder, file, NULL);
  authority->key = make_key ();
  authority->certificate = make_certificate (authority->key, name, 1, -HOUR_S, HOUR_S);
  check (gnutls_x509_crt_set_basic_constraints (authority->certificate, 1, -1));
  check (gnutls_x509_crt_set_key_usage (authority->certificate, GNUTLS_KEY_KEY_CERT_SIGN));
  check (gnutls_x509_crt_sign2 (authority->certificate, authority->certificate, authority->key, GNUTLS_DIG_SHA256, 0));
  write_certificate (authority->certificate, authority->path);
  return authority;
}

void
test_authority_free (TestAuthority *authority)
{
  gnutls_x509_crt_deinit (authority->certificate);
  gnutls_x509_privkey_deinit (authority->key);
  g_free (authority->path);
  g_free (authority);
}

const char *
test_authority_get_path (TestAuthority *authority)
{
  return authority->path;
}

static void
set_host (gnutls_x509_crt_t certificate, const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    check (gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_IPADDRESS, g_inet_address_to_bytes (address),
                                                 (unsigned)g_inet_address_get_native_size (address), GNUTLS_FSAN_SET));
  else
    check (gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_DNSNAME, host, (unsigned)strlen (host),
                                                 GNUTLS_FSAN_SET));
}

void
test_authority_issue (TestAuthority *authority,
                      const char *host,
                      int from_s,
                      int until_s,
                      const char *certificate_path,
                      const char *key_path)
{
  gnutls_x509_privkey_t key = make_key ();
  gnutls_x509_crt_t certificate
      = make_certificate (key, "Test central", (guint8)(++authority->issued + 1), from_s, until_s);
  gnutls_datum_t text;

  set_host (certificate, host);
  check (gnutls_x509_crt_set_basic_constraints (certificate, 0, -1));
  check (gnutls_x509_crt_set_key_purpose_oid (certificate, GNUTLS_KP_TLS_WWW_SERVER, 0));
  check (gnutls_x509_crt_sign2 (certificate, authority->certificate, authority->key, GNUTLS_DIG_SHA256, 0));
  write_certificate (certificate, certificate_path);
  check (gnutls_x509_privkey_export2 (key, GNUTLS_X509_FMT_PEM, &text));
  take_file (key_path, &text);
  gnutls_x509_crt_deinit (certificate);
  gnutls_x509_privkey_deinit (key);
}
