/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one cookie of our pages (RFC 6265): 256 random bits, for this origin only, never for a script, not sent along
 * from another site's form. Over TLS its name has the prefix __Host-, so that no other origin can set it. */

#define MADAF_COOKIE_SECRET_LENGTH 43

/* The value in a Cookie header. @header (nullable). (transfer full) (nullable): NULL when there is none of our form. */
char *madaf_cookie_read (const char *header, gboolean secure);

/* A Set-Cookie header for 30 days. (transfer full) */
char *madaf_cookie_format (const char *secret, gboolean secure);

/* What the forms of a page carry so that only our own pages can send them: it follows from the cookie and does not
 * give it away. (transfer full) */
char *madaf_cookie_make_form_token (const char *secret);

/* Whether @token is that of @secret. */
gboolean madaf_cookie_check_form_token (const char *secret, const char *token);

/* Whether a request with @origin (nullable: the browser did not say) comes from our own page: of the host it was sent
 * to, or of @public_url (nullable). */
gboolean madaf_cookie_check_origin (const char *origin, const char *host, const char *public_url);

G_END_DECLS
