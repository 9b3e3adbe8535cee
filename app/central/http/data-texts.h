/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the tables of shop/personal-data.c are called for whoever they are about. A table and not gettext, as in
 * link-texts.h. */

/* @language: "he". @table itself when nobody gave it a name. */
const char *madaf_data_texts_find (const char *table, const char *language);

G_END_DECLS
