/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/send/words.h"

#include <string.h>

#include "model/text.h"

/* A table and not gettext: the language is the message's. */

typedef struct
{
  const char *language;
  const char *code; /* behind the digits, before the shop's name */
  const char *code_end;
  const char *placed;
  const char *ready;
  const char *shipped;
  const char *cancelled;
  const char *returned;
} Words;

static const Words all_words[] = {
  { "en", "is your code for", "It is good for five minutes. Tell it to nobody.", "We have your order.",
    "Your order is ready to be collected.", "Your order is on its way.", "Your order was cancelled.",
    "What you brought back has arrived." },
  { "he", "הוא הקוד שלכם ל", "הוא תקף לחמש דקות. אל תמסרו אותו לאיש.", "ההזמנה שלכם התקבלה.",
    "ההזמנה שלכם מוכנה לאיסוף.", "ההזמנה שלכם בדרך.", "ההזמנה שלכם בוטלה.", "מה שהחזרתם הגיע אלינו." },
  { "ar", "هو رمزكم لدى", "وهو صالح لخمس دقائق. لا تخبروا به أحدًا.", "وصلنا طلبكم.", "طلبكم جاهز للاستلام.",
    "طلبكم في الطريق.", "أُلغي طلبكم.", "وصلنا ما أعدتموه." },
  { "ru", "— ваш код для", "Он действует пять минут. Никому его не сообщайте.", "Мы получили ваш заказ.",
    "Ваш заказ готов, его можно забрать.", "Ваш заказ в пути.", "Ваш заказ отменён.",
    "Мы получили то, что вы вернули." },
};

static const Words *
find (const char *language)
{
  gsize length = strcspn (language, "-");

  for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
    if (strlen (all_words[i].language) == length && strncmp (all_words[i].language, language, length) == 0)
      return &all_words[i];
  return &all_words[0];
}

static const char *
find_state (const Words *words, const char *state)
{
  return strcmp (state, "placed") == 0      ? words->placed
         : strcmp (state, "ready") == 0     ? words->ready
         : strcmp (state, "shipped") == 0   ? words->shipped
         : strcmp (state, "cancelled") == 0 ? words->cancelled
         : strcmp (state, "returned") == 0  ? words->returned
                                            : NULL;
}

char *
madaf_send_words (const MadafMessage *message, const char *shop_name, const char *receipt_url)
{
  const Words *words = find (message->language);
  g_autoptr (MadafText) name = madaf_text_new_from_string (shop_name, NULL);
  const char *shop = name != NULL ? madaf_text_pick (name, message->language) : "";
  const char *state;

  if (strcmp (message->kind, MADAF_MESSAGE_CODE) == 0)
    /* The Hebrew preposition is written together with what follows. */
    return message->body != NULL
               ? g_strdup_printf ("%s %s%s%s. %s", message->body, words->code,
                                  strcmp (words->language, "he") == 0 ? "" : " ", shop, words->code_end)
               : NULL;
  state = find_state (words, message->kind);
  if (state == NULL)
    return NULL;
  return g_strdup_printf ("%s: %s%s%s", shop, state, receipt_url != NULL ? " " : "",
                          receipt_url != NULL ? receipt_url : "");
}
