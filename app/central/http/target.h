/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MADAF_TARGET_MAX_SEGMENTS 6
#define MADAF_TARGET_MAX_QUERY    40

/**
 * MadafTarget:
 *
 * A request target taken apart: the decoded segments of its path and the decoded pairs of its query, in the order they
 * came. All text is valid UTF-8 without control characters.
 */
typedef struct
{
  char *segments[MADAF_TARGET_MAX_SEGMENTS];
  guint n_segments;
  char *names[MADAF_TARGET_MAX_QUERY];
  char *values[MADAF_TARGET_MAX_QUERY];
  guint n_query;
} MadafTarget;

typedef enum
{
  MADAF_TARGET_OK,
  MADAF_TARGET_BAD,      /* not decodable: 400 */
  MADAF_TARGET_NO_ROUTE, /* well formed, but longer than any path we have: 404 */
} MadafTargetResult;

/* Takes @text ("/v1/a%20b?c=d") apart. Clear @target in any case. */
MadafTargetResult madaf_target_parse (const char *text, MadafTarget *target);
void madaf_target_clear (MadafTarget *target);

/* Undoes the percent-encoding of RFC 3986, in a query or a form also that of spaces as "+". (transfer full) (nullable):
 * NULL when it is none, or no UTF-8, or has control characters in it. */
char *madaf_target_decode (const char *text, gsize length, gboolean is_query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafTarget, madaf_target_clear)

G_END_DECLS
