/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/list-page.h"

#include "central/http/page.h"
#include "model/money.h"

static void
append_wish (GString *html, const MadafWish *wish, const char *currency, const MadafLinkTexts *texts)
{
  MadafMoney money;

  g_string_append (html, "<li><span>");
  madaf_page_append_text (html, wish->title, texts->language);
  if (wish->colour_name != NULL)
    {
      g_string_append (html, ", ");
      madaf_page_append_text (html, wish->colour_name, texts->language);
    }
  if (wish->size != NULL)
    {
      g_string_append (html, ", <bdi>");
      madaf_page_append (html, wish->size);
      g_string_append (html, "</bdi>");
    }
  g_string_append (html, "</span><span>");
  if (wish->price < 0)
    madaf_page_append (html, texts->not_sold);
  else if (madaf_money_init (&money, wish->price, currency))
    {
      g_autofree char *price = madaf_money_format (&money, texts->language);

      madaf_page_append (html, price);
    }
  g_string_append (html, "</span></li>");
}

char *
madaf_list_page_format (const MadafLinkTexts *texts, const MadafWishlist *list)
{
  const char *title = list != NULL && list->name != NULL ? list->name : texts->list;
  GString *html = madaf_page_begin (texts->language, texts->direction, title);

  g_string_append (html, "<main><h1><bdi>");
  madaf_page_append (html, title);
  g_string_append (html, "</bdi></h1>");
  if (list == NULL || list->wishes->len == 0)
    madaf_page_append_paragraph (html, NULL, list == NULL ? texts->list_over : texts->list_empty);
  else
    {
      g_string_append (html, "<ul>");
      for (guint i = 0; i < list->wishes->len; i++)
        append_wish (html, g_ptr_array_index (list->wishes, i), list->currency, texts);
      g_string_append (html, "</ul>");
    }
  g_string_append (html, "</main>");
  return madaf_page_finish (html);
}
