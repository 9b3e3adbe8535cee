/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/http/reply.h"

G_BEGIN_DECLS

/* The frame of every page that people see in a browser: small, without script, nothing from elsewhere, in one look.
 * What comes from outside is put in with the functions below, which escape it. */

/* A whole document up to its <body>. @direction: "ltr" or "rtl" */
GString *madaf_page_begin (const char *language, const char *direction, const char *title);

/* Ends it. (transfer full): the document; frees @html. */
char *madaf_page_finish (GString *html);

/* Escaped for text and attributes. */
void madaf_page_append (GString *html, const char *text);

/* Escaped, out of texts with languages. @json (nullable) */
void madaf_page_append_text (GString *html, const char *json, const char *language);

/* "<p class=…>text</p>", escaped; @style (nullable) */
void madaf_page_append_paragraph (GString *html, const char *style, const char *text);

/* The day of a time, in digits, as it is in @time_zone (nullable: UTC). */
void madaf_page_append_day (GString *html, gint64 time_us, const char *time_zone);

/* The answer with @html (transfer full), never kept and never framed. @has_form: it sends forms, to us only. */
MadafReply *madaf_page_reply (guint status, char *html, gboolean has_form);

G_END_DECLS
