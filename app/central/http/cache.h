/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafCache:
 *
 * Documents about goods, ready to send: they are asked for far more often than they change. All are dropped when the
 * catalogue changes, before anybody is told that it did, and each at the time at which one of its prices does. Who
 * makes a document asks for the generation before looking at the database; one made from what was before a change is
 * not kept. Safe from any thread.
 */
typedef struct _MadafCache MadafCache;

/* @max_bytes: of all documents together; the cache starts anew when there are more. */
MadafCache *madaf_cache_new (gsize max_bytes);
void madaf_cache_free (MadafCache *self);

guint madaf_cache_get_generation (MadafCache *self);

/* (transfer full) (nullable) */
GBytes *madaf_cache_look_up (MadafCache *self, const char *key, gint64 now_us);

/* @until_us: when it stops to be true; G_MAXINT64 for never. */
void madaf_cache_keep (MadafCache *self, guint generation, const char *key, GBytes *document, gint64 until_us);

void madaf_cache_clear (MadafCache *self);

G_END_DECLS
