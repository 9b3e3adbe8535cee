/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody typed, fit to be shown to others as it is: without controls, without marks, embeddings and overrides of
 * direction (which would turn the text around it), without towers of accents, and without space around it. Joiners
 * stay, which scripts and emoji need. @lines: line feeds stay too, no more than two in a row; else all space is one
 * space. (transfer full) (nullable): NULL when nothing is left. */
char *madaf_plain_text_clean (const char *typed, gboolean lines);

G_END_DECLS
