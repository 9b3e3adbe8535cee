/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a form without script sends: application/x-www-form-urlencoded (WHATWG URL, section 5). All text is valid UTF-8
 * without control characters. */
typedef struct _MadafForm MadafForm;

/* (transfer full) (nullable): NULL when it cannot be decoded, has too many fields or one of them twice. */
MadafForm *madaf_form_parse (const char *text, gsize length);
void madaf_form_free (MadafForm *form);

/* What was typed, "" for a field that is not there. */
const char *madaf_form_get (MadafForm *form, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafForm, madaf_form_free)

G_END_DECLS
