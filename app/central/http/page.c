/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/page.h"

#include <string.h>

#include "model/text.h"

/* Only the inline style sheet; no script, no picture, nothing from anywhere, in nobody's frame. */
#define POLICY      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action "
#define POLICY_FORM POLICY "'self'"
#define POLICY_NONE POLICY "'none'"

static const char style[]
    = "body{font:1.05rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:32rem;padding:1rem;color:#1d1d1f;"
      "background:#fff}h1{font-size:1.4rem}h2{font-size:1.1rem;margin:0}section{border:1px solid #d0d0d5;"
      "border-radius:12px;padding:1rem;margin:1rem 0}ul{list-style:none;padding:0}li{display:flex;gap:1rem;"
      "justify-content:space-between;padding:.3rem 0;border-top:1px solid #ececf0}.code{font-size:1.8rem;"
      "letter-spacing:.1em;direction:ltr;unicode-bidi:isolate;text-align:center;margin:.2rem}.qr{display:block;"
      "width:14rem;max-width:100%;margin:0 auto}.sum{font-weight:600}.quiet{color:#5c5c63}"
      ".wrong{border-inline-start:4px solid #b3261e;padding-inline-start:.7rem}label{display:block;margin:1rem 0 .3rem}"
      "input{font:inherit;box-sizing:border-box;width:100%;padding:.8rem;border:1px solid #85858c;border-radius:12px;"
      "background:transparent;color:inherit}.ltr{direction:ltr;text-align:start}button{font:inherit;width:100%;"
      "min-height:3.4rem;margin:.8rem 0 0;border:1px solid #1f5fbf;border-radius:12px;background:#1f5fbf;color:#fff}"
      "button.other{background:transparent;color:inherit;border-color:#85858c}nav{display:flex;gap:1rem;flex-wrap:wrap;"
      "margin-top:2rem}a{color:#1f5fbf}nav a{padding:.7rem 0}a:focus-visible,button:focus-visible,input:focus-visible{"
      "outline:3px solid #6fa8ff;outline-offset:2px}"
      "@media(prefers-color-scheme:dark){body{background:#1b1b1d;color:#f2f2f4}.quiet{color:#b5b5bb}a{color:#8fb8ff}"
      ".wrong{border-color:#f2b8b5}}";

void
madaf_page_append (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

void
madaf_page_append_text (GString *html, const char *json, const char *language)
{
  g_autoptr (MadafText) text = json != NULL ? madaf_text_new_from_string (json, NULL) : NULL;

  if (text != NULL)
    madaf_page_append (html, madaf_text_pick (text, language));
}

void
madaf_page_append_paragraph (GString *html, const char *style_class, const char *text)
{
  if (style_class != NULL)
    g_string_append_printf (html, "<p class=\"%s\">", style_class);
  else
    g_string_append (html, "<p>");
  madaf_page_append (html, text);
  g_string_append (html, "</p>");
}

GString *
madaf_page_begin (const char *language, const char *direction, const char *title)
{
  GString *html = g_string_sized_new (8192);

  g_string_append_printf (html,
                          "<!DOCTYPE html><html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                          "<meta name=\"robots\" content=\"noindex\"><title>",
                          language, direction);
  madaf_page_append (html, title);
  g_string_append_printf (html, "</title><style>%s</style></head><body>", style);
  return html;
}

char *
madaf_page_finish (GString *html)
{
  g_string_append (html, "</body></html>\n");
  return g_string_free (html, FALSE);
}

void
madaf_page_append_day (GString *html, gint64 time_us, const char *time_zone)
{
  g_autoptr (GTimeZone) zone = time_zone != NULL ? g_time_zone_new_identifier (time_zone) : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  g_autofree char *text = g_date_time_format (local, "%d.%m.%Y");

  g_string_append (html, "<bdi dir=\"ltr\">");
  madaf_page_append (html, text);
  g_string_append (html, "</bdi>");
}

MadafReply *
madaf_page_reply (guint status, char *html, gboolean has_form)
{
  MadafReply *reply = madaf_reply_new (status, "text/html; charset=utf-8", html, strlen (html));

  reply->policy = g_strdup (has_form ? POLICY_FORM : POLICY_NONE);
  reply->has_form = has_form;
  return reply;
}
