/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/carry-page.h"

#include "central/http/page.h"
#include "model/money.h"

static GString *
begin (const MadafLinkPage *page)
{
  GString *html = madaf_page_begin (page->texts->language, page->texts->direction, page->texts->carry);

  if (page->shop_name != NULL)
    {
      g_string_append (html, "<header>");
      madaf_page_append_text (html, page->shop_name, page->texts->language);
      g_string_append (html, "</header>");
    }
  g_string_append (html, "<main><h1>");
  madaf_page_append (html, page->texts->carry);
  g_string_append (html, "</h1>");
  return html;
}

static char *
finish (GString *html)
{
  g_string_append (html, "</main>");
  return madaf_page_finish (html);
}

char *
madaf_carry_page_format_question (const MadafLinkPage *page, const char *token)
{
  GString *html = begin (page);

  madaf_page_append_paragraph (html, NULL, page->texts->carry_ask);
  g_string_append (html, "<form method=\"post\" action=\"/b/");
  madaf_page_append (html, token);
  g_string_append_printf (html,
                          "\"><input type=\"hidden\" name=\"form\" value=\"%s\">"
                          "<input type=\"hidden\" name=\"lang\" value=\"%s\"><button>",
                          page->form_token, page->texts->language);
  madaf_page_append (html, page->texts->carry_yes);
  g_string_append (html, "</button></form>");
  return finish (html);
}

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

/* @currency: (nullable): NULL where it is not sold any more */
static void
append_line (GString *html, const MadafPricedLine *line, const char *currency, const MadafLinkTexts *texts)
{
  g_string_append (html, "<li><span>");
  madaf_page_append_text (html, line->title, texts->language);
  if (line->colour_name != NULL)
    {
      g_string_append (html, ", ");
      madaf_page_append_text (html, line->colour_name, texts->language);
    }
  if (line->size != NULL)
    {
      g_string_append (html, ", <bdi>");
      madaf_page_append (html, line->size);
      g_string_append (html, "</bdi>");
    }
  g_string_append_printf (html, " <bdi dir=\"ltr\">× %" G_GINT64_FORMAT "</bdi></span><span>", line->quantity);
  if (currency != NULL)
    append_money (html, line->price.total, currency, texts->language);
  else
    madaf_page_append (html, texts->not_sold);
  g_string_append (html, "</span></li>");
}

char *
madaf_carry_page_format_basket (const MadafLinkPage *page, const MadafShopBasket *basket, gboolean is_members)
{
  GString *html = begin (page);

  g_string_append (html, "<ul>");
  for (guint i = 0; i < basket->lines->len; i++)
    append_line (html, g_ptr_array_index (basket->lines, i), basket->currency, page->texts);
  for (guint i = 0; i < basket->gone->len; i++)
    append_line (html, g_ptr_array_index (basket->gone, i), NULL, page->texts);
  g_string_append (html, "</ul><p class=\"sum\">");
  append_money (html, basket->total, basket->currency, page->texts->language);
  g_string_append (html, "</p>");
  madaf_page_append_paragraph (html, "quiet", is_members ? page->texts->carry_merged : page->texts->carry_kept);
  return finish (html);
}
