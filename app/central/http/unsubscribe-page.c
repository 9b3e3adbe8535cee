/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/unsubscribe-page.h"

#include <string.h>

#include "central/http/page.h"

/* A table and not gettext: the language is the phone's. */
typedef struct
{
  const char *language;
  const char *title;
  const char *ask;
  const char *yes;
  const char *done;
  const char *none;
} Words;

static const Words all_words[] = {
  { "en", "Messages about your wishlist", "Do you want no more messages about prices and stock of your wishes?",
    "No more messages", "It is done: you get no more of these messages. You still hear of your orders.",
    "This link is not good any more." },
  { "he", "הודעות על רשימת המשאלות", "להפסיק לקבל הודעות על מחירים ומלאי של המשאלות שלכם?", "להפסיק את ההודעות",
    "זהו: לא יישלחו עוד הודעות כאלה. על ההזמנות שלכם עדיין תקבלו הודעה.", "הקישור הזה כבר אינו תקף." },
  { "ar", "رسائل عن قائمة أمنياتكم", "هل تريدون إيقاف الرسائل عن أسعار أمنياتكم وتوفّرها؟", "إيقاف الرسائل",
    "تمّ ذلك: لن تصلكم رسائل كهذه بعد الآن. ستبقى رسائل طلباتكم تصلكم.", "لم يعد هذا الرابط صالحًا." },
  { "ru", "Сообщения о вашем списке желаний", "Больше не присылать сообщения о ценах и наличии ваших желаний?",
    "Больше не присылать", "Готово: таких сообщений больше не будет. О ваших заказах мы по-прежнему сообщим.",
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

char *
madaf_unsubscribe_page_format (const MadafLinkTexts *texts, MadafUnsubscribe state, const char *token)
{
  const Words *words = find (texts->language);
  GString *html = madaf_page_begin (texts->language, texts->direction, words->title);

  g_string_append (html, "<main><h1>");
  madaf_page_append (html, words->title);
  g_string_append (html, "</h1>");
  madaf_page_append_paragraph (html, NULL,
                               state == MADAF_UNSUBSCRIBE_ASKED  ? words->ask
                               : state == MADAF_UNSUBSCRIBE_DONE ? words->done
                                                                 : words->none);
  if (state == MADAF_UNSUBSCRIBE_ASKED)
    {
      g_string_append (html, "<form method=\"post\" action=\"/u/");
      madaf_page_append (html, token);
      g_string_append_printf (html, "?lang=%s\"><button>", texts->language);
      madaf_page_append (html, words->yes);
      g_string_append (html, "</button></form>");
    }
  g_string_append (html, "</main>");
  return madaf_page_finish (html);
}
