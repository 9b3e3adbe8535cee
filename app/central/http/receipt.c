/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/receipt.h"

#include "central/http/page.h"
#include "central/http/qr-svg.h"
#include "central/http/receipt-texts.h"
#include "model/collection-code.h"
#include "model/money.h"

/* One page in a string. Foreign text comes into it through madaf_page_append() and its like, which escape. */

static void
append_money (GString *html, gint64 amount, const char *currency, const char *language)
{
  g_autofree char *text = NULL;
  MadafMoney money;

  if (!madaf_money_init (&money, amount, currency))
    return;
  text = madaf_money_format (&money, language);
  madaf_page_append (html, text);
}

static void
append_time (GString *html, gint64 time_us, const char *time_zone)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (time_zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  g_autofree char *text = g_date_time_format (local, "%d.%m.%Y %H:%M");

  g_string_append (html, "<bdi dir=\"ltr\">");
  madaf_page_append (html, text);
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
      madaf_page_append_text (html, line->title, order->language);
      if (line->colour_name != NULL)
        {
          g_string_append (html, ", ");
          madaf_page_append_text (html, line->colour_name, order->language);
        }
      if (line->size != NULL && line->size[0] != '\0')
        {
          g_string_append (html, ", <bdi>");
          madaf_page_append (html, line->size);
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
  madaf_page_append_text (html, branch->name, language);
  g_string_append (html, "</strong><br>");
  madaf_page_append_text (html, branch->address, language);
  g_string_append (html, ", ");
  madaf_page_append_text (html, branch->city, language);
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
  madaf_page_append (html, shown);
  g_string_append (html, "</p><p class=\"quiet\">");
  madaf_page_append (html, texts->show_code);
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
  madaf_page_append (html, collects ? texts->collect_at : texts->ship);
  g_string_append (html, " · ");
  madaf_page_append (html, texts->states[fulfilment->state]);
  g_string_append (html, "</h2>");
  if (collects)
    append_place (html, find_branch (branches, fulfilment->branch_id), order->language);
  if (fulfilment->ready_us > 0 && code_still_counts (fulfilment->state))
    {
      g_string_append (html, "<p>");
      madaf_page_append (html, collects ? texts->ready : texts->sent);
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
append_sum (GString *html, const char *label, gint64 amount, const MadafShopOrder *order)
{
  g_string_append (html, "<p class=\"sum\">");
  madaf_page_append (html, label);
  g_string_append (html, " ");
  append_money (html, amount, order->currency, order->language);
  g_string_append (html, "</p>");
}

static gboolean
takes_off (const MadafBillStep *step)
{
  return step->kind == MADAF_PRICE_STEP_COUPON || step->kind == MADAF_PRICE_STEP_POINTS;
}

static void
append_step_name (GString *html, const MadafBillStep *step, const char *language, const MadafReceiptTexts *texts)
{
  if (step->kind == MADAF_PRICE_STEP_COUPON && step->title != NULL)
    madaf_page_append_text (html, step->title, language);
  else
    madaf_page_append (html, step->kind == MADAF_PRICE_STEP_POINTS      ? texts->points
                             : step->kind == MADAF_PRICE_STEP_GIFT_CARD ? texts->gift_card
                                                                        : texts->stored_value);
  if (step->kind != MADAF_PRICE_STEP_GIFT_CARD || step->reference == NULL)
    return;
  g_string_append (html, " <bdi dir=\"ltr\">…");
  madaf_page_append (html, step->reference);
  g_string_append (html, "</bdi>");
}

/* Those that take off the price before the total, those that pay it after. */
static void
append_steps (GString *html, const MadafShopOrder *order, gboolean before_total, const MadafReceiptTexts *texts)
{
  gboolean any = FALSE;

  for (guint i = 0; i < order->steps->len; i++)
    {
      const MadafBillStep *step = g_ptr_array_index (order->steps, i);

      if (takes_off (step) != before_total)
        continue;
      g_string_append (html, any ? "<li><span>" : "<ul><li><span>");
      any = TRUE;
      append_step_name (html, step, order->language, texts);
      g_string_append (html, "</span><span>");
      append_money (html, -step->amount, order->currency, order->language);
      g_string_append (html, "</span></li>");
    }
  if (any)
    g_string_append (html, "</ul>");
}

static void
append_sums (GString *html, const MadafShopOrder *order, const MadafReceiptTexts *texts)
{
  append_steps (html, order, TRUE, texts);
  append_sum (html, texts->total, order->total, order);
  g_string_append (html, "<p class=\"quiet\">");
  madaf_page_append (html, texts->vat);
  g_string_append (html, " ");
  append_money (html, order->tax, order->currency, order->language);
  g_string_append (html, "</p>");
  append_steps (html, order, FALSE, texts);
  if (order->due != order->total)
    append_sum (html, texts->due, order->due, order);
  if (order->state == MADAF_STEP_CANCELLED || order->state == MADAF_STEP_RETURNED || order->due == 0)
    return;
  g_string_append (html, "<p>");
  madaf_page_append (html, order->payment == MADAF_PAYMENT_TILL ? texts->pay_till : texts->pay_collection);
  g_string_append (html, "</p>");
}

static GString *
begin_page (const MadafReceiptTexts *texts)
{
  return madaf_page_begin (texts->language, texts->direction, texts->title);
}

char *
madaf_receipt_format (const MadafShopOrder *order, const MadafShopSettings *settings, const GPtrArray *branches)
{
  const MadafReceiptTexts *texts = madaf_receipt_texts_get (order->language);
  GString *html = begin_page (texts);

  g_string_append (html, "<header>");
  madaf_page_append_text (html, settings->name, order->language);
  g_string_append (html, "</header><main><h1>");
  madaf_page_append (html, texts->title);
  g_string_append (html, "</h1>");
  for (guint i = 0; i < order->fulfilments->len; i++)
    append_fulfilment (html, g_ptr_array_index (order->fulfilments, i), order, settings, branches, texts);
  append_sums (html, order, texts);
  g_string_append (html, "</main>");
  return madaf_page_finish (html);
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
      madaf_page_append (html, madaf_receipt_texts[i].missing);
      g_string_append (html, "</p>");
    }
  g_string_append (html, "</main>");
  return madaf_page_finish (html);
}
