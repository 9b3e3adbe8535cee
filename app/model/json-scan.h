/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/json.h"

G_BEGIN_DECLS

/**
 * madaf_json_scan:
 * @n_members: (out): how many members the objects have, all told
 * @error: return location, domain MADAF_JSON_ERROR
 *
 * The first look at a document, before json-glib sees it: RFC 8259 to the letter, within @limits, without recursion and
 * without allocating. madaf_json_parse () calls it.
 */
gboolean
madaf_json_scan (const char *bytes, gsize length, const MadafJsonLimits *limits, guint *n_members, GError **error);

G_END_DECLS
