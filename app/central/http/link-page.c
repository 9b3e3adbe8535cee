/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/link-page.h"

#include "central/http/data-texts.h"
#include "central/http/page.h"
#include "central/http/qr-svg.h"
#include "model/money.h"

static GString *
begin (const MadafLinkPage *page, const char *title)
{
  GString *html = madaf_page_begin (page->texts->language, page->texts->direction, title);

  if (page->shop_name != NULL)
    {
      g_string_append (html, "<header>");
      madaf_page_append_text (html, page->shop_name, page->texts->language);
      g_string_append (html, "</header>");
    }
  g_string_append (html, "<main><h1>");
  madaf_page_append (html, title);
  g_string_append (html, "</h1>");
  return html;
}

/* The languages, each in itself. */
static void
append_switch (GString *html, const MadafLinkPage *page)
{
  g_string_append (html, "<nav>");
  for (guint i = 0; i < madaf_n_link_texts; i++)
    if (&madaf_link_texts[i] != page->texts)
      {
        g_string_append_printf (html, "<a lang=\"%1$s\" hreflang=\"%1$s\" href=\"/link?lang=%1$s",
                                madaf_link_texts[i].language);
        if (page->user_code != NULL)
          g_string_append_printf (html, "&amp;user_code=%s", page->user_code);
        g_string_append (html, "\">");
        madaf_page_append (html, madaf_link_texts[i].own_name);
        g_string_append (html, "</a>");
      }
  g_string_append (html, "</nav>");
}

static char *
finish (GString *html, const MadafLinkPage *page, gboolean with_switch)
{
  g_string_append (html, "</main>");
  if (with_switch)
    append_switch (html, page);
  return madaf_page_finish (html);
}

static void
append_problem (GString *html, const char *problem)
{
  if (problem != NULL)
    g_string_append (html, "<div role=\"alert\">");
  if (problem != NULL)
    madaf_page_append_paragraph (html, "wrong", problem);
  if (problem != NULL)
    g_string_append (html, "</div>");
}

static void
append_user_code (GString *html, const MadafLinkPage *page)
{
  g_autofree char *shown = madaf_user_code_format (page->user_code);

  madaf_page_append_paragraph (html, "quiet", page->texts->compare);
  madaf_page_append_paragraph (html, "code", shown);
}

/* What every form carries. */
static void
begin_form (GString *html, const MadafLinkPage *page, const char *action)
{
  g_string_append_printf (html,
                          "<form method=\"post\" action=\"%s\"><input type=\"hidden\" name=\"form\" value=\"%s\">"
                          "<input type=\"hidden\" name=\"lang\" value=\"%s\">",
                          action, page->form_token, page->texts->language);
  if (page->user_code != NULL)
    g_string_append_printf (html, "<input type=\"hidden\" name=\"user_code\" value=\"%s\">", page->user_code);
}

/* @attributes: ours, for the browser's keyboard and its filling in. */
static void
append_field (GString *html, const char *name, const char *label, const char *attributes)
{
  g_string_append_printf (html, "<label for=\"%s\">", name);
  madaf_page_append (html, label);
  g_string_append_printf (html, "</label><input id=\"%1$s\" name=\"%1$s\" %2$s>", name, attributes);
}

static void
append_button (GString *html, const char *attributes, const char *text)
{
  g_string_append_printf (html, "<button %s>", attributes);
  madaf_page_append (html, text);
  g_string_append (html, "</button>");
}

static void
append_one_button (GString *html, const MadafLinkPage *page, const char *action, const char *text)
{
  begin_form (html, page, action);
  append_button (html, "class=\"other\"", text);
  g_string_append (html, "</form>");
}

char *
madaf_link_page_format_start (const MadafLinkPage *page, const char *title, const char *problem)
{
  GString *html = begin (page, title);

  append_problem (html, problem);
  g_string_append_printf (html,
                          "<form method=\"get\" action=\"/link\"><input type=\"hidden\" name=\"lang\" value=\"%s\">",
                          page->texts->language);
  append_field (html, "user_code", page->texts->code_label,
                "class=\"ltr\" required maxlength=\"20\" autocomplete=\"off\" autocapitalize=\"characters\"");
  append_button (html, "", page->texts->go_on);
  g_string_append (html, "</form>");
  if (page->is_known && page->form_token != NULL)
    {
      append_one_button (html, page, "/link/member-code", page->texts->my_code);
      append_one_button (html, page, "/link/consents", page->texts->consents);
      append_one_button (html, page, "/link/data", page->texts->my_data);
      append_one_button (html, page, "/link/forget", page->texts->forget);
    }
  return finish (html, page, TRUE);
}

char *
madaf_link_page_format_phone (const MadafLinkPage *page, const char *problem)
{
  GString *html = begin (page, page->texts->title);

  append_user_code (html, page);
  append_problem (html, problem);
  begin_form (html, page, "/link/phone");
  append_field (html, "phone", page->texts->phone_label,
                "class=\"ltr\" type=\"tel\" required maxlength=\"40\" autocomplete=\"tel\" inputmode=\"tel\"");
  madaf_page_append_paragraph (html, "quiet", page->texts->phone_hint);
  append_button (html, "", page->texts->go_on);
  g_string_append (html, "</form>");
  return finish (html, page, TRUE);
}

char *
madaf_link_page_format_digits (const MadafLinkPage *page, const char *code_id, const char *problem, int tries_left)
{
  GString *html = begin (page, page->texts->title);

  append_user_code (html, page);
  if (problem != NULL && tries_left >= 0)
    {
      g_autofree char *text = g_strdup_printf ("%s %d", problem, tries_left);

      append_problem (html, text);
    }
  else
    append_problem (html, problem);
  madaf_page_append_paragraph (html, NULL, page->texts->digits_sent);
  begin_form (html, page, "/link/code");
  g_string_append (html, "<input type=\"hidden\" name=\"one_time_code_id\" value=\"");
  madaf_page_append (html, code_id);
  g_string_append (html, "\">");
  append_field (html, "code", page->texts->digits_label,
                "class=\"ltr\" required maxlength=\"20\" autocomplete=\"one-time-code\" inputmode=\"numeric\"");
  append_button (html, "", page->texts->go_on);
  g_string_append_printf (html, "</form><p><a href=\"/link?lang=%s&amp;user_code=%s\">", page->texts->language,
                          page->user_code);
  madaf_page_append (html, page->texts->again);
  g_string_append (html, "</a></p>");
  return finish (html, page, FALSE);
}

static void
append_place (GString *html, const MadafLinkPage *page, const MadafSignIn *sign_in)
{
  g_string_append (html, "<section><h2><bdi>");
  madaf_page_append_text (html, sign_in->branch_name, page->texts->language);
  g_string_append (html, "</bdi></h2>");
  if (sign_in->device_name != NULL)
    {
      g_string_append (html, "<p><bdi>");
      madaf_page_append (html, sign_in->device_name);
      g_string_append (html, "</bdi></p>");
    }
  append_user_code (html, page);
  g_string_append (html, "</section>");
}

char *
madaf_link_page_format_question (const MadafLinkPage *page, const MadafSignIn *sign_in, const MadafMember *member)
{
  GString *html = begin (page, page->texts->question);

  if (member->name != NULL)
    {
      g_string_append (html, "<p>");
      madaf_page_append (html, page->texts->hello);
      g_string_append (html, ", <bdi>");
      madaf_page_append (html, member->name);
      g_string_append (html, "</bdi></p>");
    }
  append_place (html, page, sign_in);
  begin_form (html, page, "/link/answer");
  if (member->name == NULL)
    append_field (html, "name", page->texts->name_label, "maxlength=\"60\" autocomplete=\"given-name\"");
  append_button (html, "name=\"answer\" value=\"yes\"", page->texts->yes);
  append_button (html, "class=\"other\" name=\"answer\" value=\"no\"", page->texts->no);
  g_string_append (html, "</form>");
  append_one_button (html, page, "/link/forget", page->texts->forget);
  return finish (html, page, TRUE);
}

char *
madaf_link_page_format_notice (const MadafLinkPage *page, const char *title, const char *text)
{
  GString *html = begin (page, title);

  madaf_page_append_paragraph (html, NULL, text);
  return finish (html, page, FALSE);
}

char *
madaf_link_page_format_member_code (const MadafLinkPage *page, const char *text)
{
  GString *html = begin (page, page->texts->my_code);

  madaf_qr_svg_append (html, text);
  madaf_page_append_paragraph (html, "quiet", page->texts->my_code_hint);
  append_one_button (html, page, "/link/member-code", page->texts->new_code);
  return finish (html, page, FALSE);
}

/* A row is short, and its values say what they are. */
static void
append_row (GString *html, JsonObject *row)
{
  g_autoptr (GList) names = json_object_get_members (row);

  g_string_append (html, "<li><span>");
  for (GList *link = names; link != NULL; link = link->next)
    {
      g_string_append (html, link == names ? "<bdi>" : " · <bdi>");
      madaf_page_append (html, json_object_get_string_member_with_default (row, link->data, ""));
      g_string_append (html, "</bdi>");
    }
  g_string_append (html, "</span></li>");
}

static void
append_table (GString *html, const char *title, JsonArray *rows)
{
  g_string_append (html, "<section><h2>");
  madaf_page_append (html, title);
  g_string_append (html, "</h2><ul>");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    append_row (html, json_array_get_object_element (rows, i));
  g_string_append (html, "</ul></section>");
}

char *
madaf_link_page_format_data (const MadafLinkPage *page, JsonObject *data)
{
  GString *html = begin (page, page->texts->my_data);
  g_autoptr (GList) names = json_object_get_members (data);

  madaf_page_append_paragraph (html, "quiet", page->texts->my_data_hint);
  for (GList *link = names; link != NULL; link = link->next)
    {
      JsonArray *rows = json_object_get_array_member (data, link->data);

      if (json_array_get_length (rows) > 0)
        append_table (html, madaf_data_texts_find (link->data, page->texts->language), rows);
    }
  append_one_button (html, page, "/link/data-file", page->texts->take);
  append_one_button (html, page, "/link/erase", page->texts->erase);
  return finish (html, page, FALSE);
}

/* One purpose by itself: what it is, since when, and the button that changes it. */
static void
append_consent (GString *html, const MadafLinkPage *page, const char *purpose, const char *title, gint64 given_us)
{
  g_string_append (html, "<section><h2>");
  madaf_page_append (html, title);
  g_string_append (html, "</h2><p>");
  madaf_page_append (html, given_us != 0 ? page->texts->agreed_on : page->texts->not_agreed);
  if (given_us != 0)
    {
      g_string_append_c (html, ' ');
      madaf_page_append_day (html, given_us, page->time_zone);
    }
  g_string_append (html, "</p>");
  begin_form (html, page, "/link/consents");
  g_string_append_printf (html, "<input type=\"hidden\" name=\"purpose\" value=\"%s\">", purpose);
  append_button (html, given_us != 0 ? "class=\"other\" name=\"agree\" value=\"no\"" : "name=\"agree\" value=\"yes\"",
                 given_us != 0 ? page->texts->withdraw : page->texts->agree);
  g_string_append (html, "</form></section>");
}

char *
madaf_link_page_format_consents (const MadafLinkPage *page, const MadafConsents *consents)
{
  GString *html = begin (page, page->texts->consents);

  madaf_page_append_paragraph (html, "quiet", page->texts->consents_hint);
  append_consent (html, page, MADAF_CONSENT_PRICE_DROP, page->texts->price_drop, consents->price_drop_us);
  append_consent (html, page, MADAF_CONSENT_BACK_IN_STOCK, page->texts->back_in_stock, consents->back_in_stock_us);
  return finish (html, page, FALSE);
}

static void
append_lost (GString *html, const char *name, const char *amount)
{
  g_string_append (html, "<li><span>");
  madaf_page_append (html, name);
  g_string_append (html, ": <bdi>");
  madaf_page_append (html, amount);
  g_string_append (html, "</bdi></span></li>");
}

/* What is worth something, so that nobody gives it up unawares. */
static void
append_forfeit (GString *html, const MadafLinkPage *page, const MadafForfeit *lost, const char *currency)
{
  MadafMoney money;

  if (lost->points == 0 && lost->stored_value == 0)
    return;
  g_string_append (html, "<section role=\"alert\">");
  madaf_page_append_paragraph (html, "wrong", page->texts->erase_lost);
  g_string_append (html, "<ul>");
  if (lost->points > 0)
    {
      g_autofree char *points = g_strdup_printf ("%" G_GINT64_FORMAT, lost->points);

      append_lost (html, page->texts->points, points);
    }
  if (lost->stored_value > 0 && madaf_money_init (&money, lost->stored_value, currency))
    {
      g_autofree char *amount = madaf_money_format (&money, page->texts->language);

      append_lost (html, page->texts->stored_value, amount);
    }
  g_string_append (html, "</ul></section>");
}

char *
madaf_link_page_format_erase (const MadafLinkPage *page, const MadafForfeit *lost, const char *currency)
{
  GString *html = begin (page, page->texts->erase);

  madaf_page_append_paragraph (html, NULL, page->texts->erase_ask);
  append_forfeit (html, page, lost, currency);
  begin_form (html, page, "/link/erase");
  append_button (html, "name=\"sure\" value=\"yes\"", page->texts->erase_yes);
  g_string_append (html, "</form>");
  return finish (html, page, FALSE);
}

char *
madaf_link_page_format_unavailable (const char *accept_language)
{
  const MadafLinkPage page = { .texts = madaf_link_texts_pick (NULL, accept_language) };

  return madaf_link_page_format_notice (&page, page.texts->title, page.texts->unavailable);
}
