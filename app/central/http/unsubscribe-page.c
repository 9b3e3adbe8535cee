/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/unsubscribe-page.h"

#include <string.h>

#include "central/http/page.h"
#include "central/shop/consent.h"

/* A table and not gettext: the language is the phone's. */
typedef struct
{
  const char *language;
  const char *title;
  const char *ask; /* all of them; then each */
  const char *ask_price_drop;
  const char *ask_back_in_stock;
  const char *yes;
  const char *done;
  const char *none;
} Words;

static const Words all_words[] = {
  { "en", "Messages about your wishlist", "Do you want no more messages about prices and stock of your wishes?",
    "Do you want no more messages when a wish becomes cheaper?",
    "Do you want no more messages when a wish is there again?", "No more messages",
    "It is done: you get no more of these messages. You still hear of your orders.",
    "This link is not good any more." },
  { "he", "הודעות על רשימת המשאלות", "להפסיק לקבל הודעות על מחירים ומלאי של המשאלות שלכם?",
    "להפסיק לקבל הודעות כשמשאלה מוזלת?", "להפסיק לקבל הודעות כשמשאלה חוזרת למלאי?", "להפסיק את ההודעות",
    "זהו: לא יישלחו עוד הודעות כאלה. על ההזמנות שלכם עדיין תקבלו הודעה.", "הקישור הזה כבר אינו תקף." },
  { "ar", "رسائل عن قائمة أمنياتكم", "هل تريدون إيقاف الرسائل عن أسعار أمنياتكم وتوفّرها؟",
    "هل تريدون إيقاف الرسائل عند انخفاض سعر إحدى أمنياتكم؟",
    "هل تريدون إيقاف الرسائل عند عودة إحدى أمنياتكم إلى المخزون؟", "إيقاف الرسائل",
    "تمّ ذلك: لن تصلكم رسائل كهذه بعد الآن. ستبقى رسائل طلباتكم تصلكم.", "لم يعد هذا الرابط صالحًا." },
  { "ru", "Сообщения о вашем списке желаний", "Больше не присылать сообщения о ценах и наличии ваших желаний?",
    "Больше не присылать сообщения о том, что желание подешевело?",
    "Больше не присылать сообщения о том, что желание снова в наличии?", "Больше не присылать",
    "Готово: таких сообщений больше не будет. О ваших заказах мы по-прежнему сообщим.",
    "Эта ссылка больше не действует." },
};

static const Words *
find (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
    if (strcmp (all_words[i].language, language) == 0)
      return &all_words[i];
  return &all_words[0];
}

static const char *
find_question (const Words *words, const char *purpose)
{
  return purpose == NULL                                   ? words->ask
         : strcmp (purpose, MADAF_CONSENT_PRICE_DROP) == 0 ? words->ask_price_drop
                                                           : words->ask_back_in_stock;
}

char *
madaf_unsubscribe_page_format (const MadafLinkTexts *texts,
                               MadafUnsubscribe state,
                               const char *purpose,
                               const char *token)
{
  const Words *words = find (texts->language);
  GString *html = madaf_page_begin (texts->language, texts->direction, words->title);

  g_string_append (html, "<main><h1>");
  madaf_page_append (html, words->title);
  g_string_append (html, "</h1>");
  madaf_page_append_paragraph (html, NULL,
                               state == MADAF_UNSUBSCRIBE_ASKED  ? find_question (words, purpose)
                               : state == MADAF_UNSUBSCRIBE_DONE ? words->done
                                                                 : words->none);
  if (state == MADAF_UNSUBSCRIBE_ASKED)
    {
      g_string_append (html, "<form method=\"post\" action=\"/u/");
      madaf_page_append (html, token);
      g_string_append_printf (html, "?lang=%s", texts->language);
      if (purpose != NULL)
        g_string_append_printf (html, "&amp;about=%s", purpose);
      g_string_append (html, "\"><button>");
      madaf_page_append (html, words->yes);
      g_string_append (html, "</button></form>");
    }
  g_string_append (html, "</main>");
  return madaf_page_finish (html);
}
