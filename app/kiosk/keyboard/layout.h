/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafKeyLayout:
 *
 * Which letters stand where: four rows (digits, and three of letters) taken from the xkbcommon keymap of the language
 * ("il", "ara", "ru", "us"), so that they stand where people learnt them. Each key is UTF-8 text, one letter or, in
 * Arabic, the lam-alef pair. Keys that give nothing to search or type a name with (brackets, …) are left out.
 */
typedef struct
{
  char language[4];
  GPtrArray *rows[4];  /* of char * */
  GPtrArray *upper[4]; /* the same with Shift; equals rows in languages without case */
  gboolean has_case;
} MadafKeyLayout;

/** NULL if the language is not one of ours or its keymap is not installed. Free with madaf_key_layout_free (). */
MadafKeyLayout *madaf_key_layout_new (const char *language);
void madaf_key_layout_free (MadafKeyLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafKeyLayout, madaf_key_layout_free)

G_END_DECLS
