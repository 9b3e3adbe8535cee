/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/receipt.h"

#include <string.h>

#include "central/http/qr-svg.h"
#include "central/http/receipt-texts.h"
#include "model/collection-code.h"
#include "model/money.h"
#include "model/text.h"

/* One page in a string. Only append() and append_json_text() put foreign text into it, and both escape. */

static const char style[]
    = "body{font:1.05rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:32rem;padding:1rem;color:#1d1d1f;"
      "background:#fff}h1{font-size:1.4rem}h2{font-size:1.1rem;margin:0}section{border:1px solid #d0d0d5;"
      "border-radius:12px;padding:1rem;margin:1rem 0}ul{list-style:none;padding:0}li{display:flex;gap:1rem;"
      "justify-content:space-between;padding:.3rem 0;border-top:1px solid #ececf0}.code{font-size:1.8rem;"
      "letter-spacing:.1em;direction:ltr;unicode-bidi:isolate;text-align:center;margin:.2rem}.qr{display:block;"
      "width:14rem;max-width:100%;margin:0 auto}.sum{font-weight:600}.quiet{color:#5c5c63}"
      "@media(prefers-color-scheme:dark){body{background:#1b1b1d;color:#f2f2f4}.quiet{color:#b5b5bb}}";

static void
append (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
append_json_text (GString *html, const char *json, const char *language)
{
  g_autoptr (MadafText) text = json != NULL ? madaf_text_new_from_string (json, NULL) : NULL;

  if (text != NULL)
    append (html, madaf_text_pick (text, language));
}

static void
append_money (GString *html, gint64 amount, const char *currency, const char *language)
{
  g_autofree char *text = NULL;
  MadafMoney money;

  if (!madaf_money_init (&money, amount, currency))
    return;
  text = madaf_money_format (&money, language);
  append (html, text);
}

static void
append_time (GString *html, gint64 time_us, const char *time_zone)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (time_zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  g_autofree char *text = g_date_time_format (local, "%d.%m.%Y %H:%M");

  g_string_append (html, "<bdi dir=\"ltr\">");
  append (html, text);
  g_string_append (html, "</bdi>");
}

static const MadafShopBranch *
find_branch (const GPtrArray *branches, const char *id)
{
  for (guint i = 0; i < branches->len; i++)
    {
      const MadafShopBranch *branch = g_ptr_array_index (branches, i);

      if (g_strcmp0 (branch->id, id) == 0)
        return branch;
    }
  return NULL;
}

static void
append_lines (GString *html, const MadafShopFulfilment *fulfilment, const MadafShopOrder *order)
{
  g_string_append (html, "<ul>");
  for (guint i = 0; i < fulfilment->lines->len; i++)
    {
      const MadafShopOrderLine *line = g_ptr_array_index (fulfilment->lines, i);

      g_string_append (html, "<li><span>");
      append_json_text (html, line->title, order->language);
      if (line->colour_name != NULL)
        {
          g_string_append (html, ", ");
          append_json_text (html, line->colour_name, order->language);
        }
      if (line->size != NULL && line->size[0] != '\0')
        {
          g_string_append (html, ", <bdi>");
          append (html, line->size);
          g_string_append (html, "</bdi>");
        }
      g_string_append_printf (html, " <bdi dir=\"ltr\">× %" G_GINT64_FORMAT "</bdi></span><span>", line->quantity);
      append_money (html, line->price.total, order->currency, order->language);
      g_string_append (html, "</span></li>");
    }
  g_string_append (html, "</ul>");
}

static void
append_place (GString *html, const MadafShopBranch *branch, const char *language)
{
  if (branch == NULL)
    return;
  g_string_append (html, "<p><strong>");
  append_json_text (html, branch->name, language);
  g_string_append (html, "</strong><br>");
  append_json_text (html, branch->address, language);
  g_string_append (html, ", ");
  append_json_text (html, branch->city, language);
  g_string_append (html, "</p>");
}

/* A code opens its parcel only until that is handed out. */
static gboolean
code_still_counts (MadafOrderStep state)
{
  return state == MADAF_STEP_PLACED || state == MADAF_STEP_PICKING || state == MADAF_STEP_READY;
}

static void
append_code (GString *html, const char *code, const MadafReceiptTexts *texts)
{
  g_autofree char *shown = madaf_collection_code_format (code);

  madaf_qr_svg_append (html, code);
  g_string_append (html, "<p class=\"code\">");
  append (html, shown);
  g_string_append (html, "</p><p class=\"quiet\">");
  append (html, texts->show_code);
  g_string_append (html, "</p>");
}

static void
append_fulfilment (GString *html,
                   const MadafShopFulfilment *fulfilment,
                   const MadafShopOrder *order,
                   const MadafShopSettings *settings,
                   const GPtrArray *branches,
                   const MadafReceiptTexts *texts)
{
  gboolean collects = fulfilment->reach == MADAF_REACH_COLLECT;

  g_string_append (html, "<section><h2>");
  append (html, collects ? texts->collect_at : texts->ship);
  g_string_append (html, " · ");
  append (html, texts->states[fulfilment->state]);
  g_string_append (html, "</h2>");
  if (collects)
    append_place (html, find_branch (branches, fulfilment->branch_id), order->language);
  if (fulfilment->ready_us > 0 && code_still_counts (fulfilment->state))
    {
      g_string_append (html, "<p>");
      append (html, collects ? texts->ready : texts->sent);
      g_string_append (html, " ");
      append_time (html, fulfilment->ready_us, settings->time_zone);
      g_string_append (html, "</p>");
    }
  if (fulfilment->collection_code != NULL && code_still_counts (fulfilment->state))
    append_code (html, fulfilment->collection_code, texts);
  append_lines (html, fulfilment, order);
  g_string_append (html, "</section>");
}

static void
append_sums (GString *html, const MadafShopOrder *order, const MadafReceiptTexts *texts)
{
  g_string_append (html, "<p class=\"sum\">");
  append (html, texts->total);
  g_string_append (html, " ");
  append_money (html, order->total, order->currency, order->language);
  g_string_append (html, "</p><p class=\"quiet\">");
  append (html, texts->vat);
  g_string_append (html, " ");
  append_money (html, order->tax, order->currency, order->language);
  g_string_append (html, "</p>");
  if (order->state == MADAF_STEP_CANCELLED || order->state == MADAF_STEP_RETURNED)
    return;
  g_string_append (html, "<p>");
  append (html, order->payment == MADAF_PAYMENT_TILL ? texts->pay_till : texts->pay_collection);
  g_string_append (html, "</p>");
}

static GString *
begin_page (const MadafReceiptTexts *texts)
{
  GString *html = g_string_sized_new (8192);

  g_string_append_printf (html,
                          "<!DOCTYPE html><html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                          "<meta name=\"robots\" content=\"noindex\"><title>",
                          texts->language, texts->direction);
  append (html, texts->title);
  g_string_append_printf (html, "</title><style>%s</style></head><body>", style);
  return html;
}

char *
madaf_receipt_format (const MadafShopOrder *order, const MadafShopSettings *settings, const GPtrArray *branches)
{
  const MadafReceiptTexts *texts = madaf_receipt_texts_get (order->language);
  GString *html = begin_page (texts);

  g_string_append (html, "<header>");
  append_json_text (html, settings->name, order->language);
  g_string_append (html, "</header><main><h1>");
  append (html, texts->title);
  g_string_append (html, "</h1>");
  for (guint i = 0; i < order->fulfilments->len; i++)
    append_fulfilment (html, g_ptr_array_index (order->fulfilments, i), order, settings, branches, texts);
  append_sums (html, order, texts);
  g_string_append (html, "</main></body></html>\n");
  return g_string_free (html, FALSE);
}

char *
madaf_receipt_format_missing (void)
{
  GString *html = begin_page (&madaf_receipt_texts[0]);

  g_string_append (html, "<main>");
  for (guint i = 0; i < madaf_n_receipt_texts; i++)
    {
      g_string_append_printf (html, "<p lang=\"%s\" dir=\"%s\">", madaf_receipt_texts[i].language,
                              madaf_receipt_texts[i].direction);
      append (html, madaf_receipt_texts[i].missing);
      g_string_append (html, "</p>");
    }
  g_string_append (html, "</main></body></html>\n");
  return g_string_free (html, FALSE);
}
