/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TestAuthority:
 *
 * A certificate authority that nobody trusts but who is told to, with its files in a test's folder.
 */
typedef struct _TestAuthority TestAuthority;

/* Writes NAME.pem, what a client is to trust. */
TestAuthority *test_authority_new (const char *folder, const char *name);
void test_authority_free (TestAuthority *authority);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestAuthority, test_authority_free)

const char *test_authority_get_path (TestAuthority *authority);

/* Writes a certificate for @host, a DNS name or an IPv4 address, and its key as PEM; good from and until so many
 * seconds from now. */
void test_authority_issue (TestAuthority *authority,
                           const char *host,
                           int from_s,
                           int until_s,
                           const char *certificate_path,
                           const char *key_path);

G_END_DECLS
