/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafSeal:
 *
 * What is about a person and must lie on the disk for a while lies there sealed: AES-256-GCM (NIST SP 800-38D) with a
 * random nonce each time, under a key that this device made for itself and keeps in a file that only its owner can
 * read. Without that file a copy of the rest says nothing, and what was changed does not open. Errors: G_FILE_ERROR,
 * and G_IO_ERROR_INVALID_DATA for what is no key or was not sealed with it.
 */
typedef struct _MadafSeal MadafSeal;

/* Reads the key at @path, or makes it, durably, when there is none and @may_make. */
MadafSeal *madaf_seal_new (const char *path, gboolean may_make, GError **error);
/* The key is wiped from memory. */
void madaf_seal_free (MadafSeal *seal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSeal, madaf_seal_free)

/* (transfer full): @bytes sealed. They open only together with @name, which itself is not in them. */
GBytes *madaf_seal_close (MadafSeal *seal, const char *name, GBytes *bytes);
/* (transfer full) */
GBytes *madaf_seal_open (MadafSeal *seal, const char *name, GBytes *sealed, GError **error);

G_END_DECLS
