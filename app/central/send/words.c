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
  const char *advertisement; /* a word that the law wants */
  const char *cheaper;
  const char *back;
  const char *stop; /* before the link that ends it */
} Words;

static const Words all_words[] = {
  { "en", "is your code for", "It is good for five minutes. Tell it to nobody.", "We have your order.",
    "Your order is ready to be collected.", "Your order is on its way.", "Your order was cancelled.",
    "What you brought back has arrived.", "Advertisement", "From your wishlist, cheaper now",
    "From your wishlist, back in stock", "No more of these messages" },
  { "he", "הוא הקוד שלכם ל", "הוא תקף לחמש דקות. אל תמסרו אותו לאיש.", "ההזמנה שלכם התקבלה.",
    "ההזמנה שלכם מוכנה לאיסוף.", "ההזמנה שלכם בדרך.", "ההזמנה שלכם בוטלה.", "מה שהחזרתם הגיע אלינו.", "פרסומת",
    "מרשימת המשאלות שלכם, ירד המחיר", "מרשימת המשאלות שלכם, חזר למלאי", "להסרה מהודעות כאלה" },
  { "ar", "هو رمزكم لدى", "وهو صالح لخمس دقائق. لا تخبروا به أحدًا.", "وصلنا طلبكم.", "طلبكم جاهز للاستلام.",
    "طلبكم في الطريق.", "أُلغي طلبكم.", "وصلنا ما أعدتموه.", "إعلان", "من قائمة أمنياتكم، انخفض السعر",
    "من قائمة أمنياتكم، عاد إلى المخزون", "لإيقاف هذه الرسائل" },
  { "ru", "— ваш код для", "Он действует пять минут. Никому его не сообщайте.", "Мы получили ваш заказ.",
    "Ваш заказ готов, его можно забрать.", "Ваш заказ в пути.", "Ваш заказ отменён.", "Мы получили то, что вы вернули.",
    "Реклама", "Из вашего списка желаний, дешевле", "Из вашего списка желаний, снова в наличии",
    "Больше не присылать" },
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

/* What was made of the wishes; nobody is told of them who is not told how to end it. */
static char *
wishes_words (const MadafMessage *message, const Words *words, const char *shop, const char *url)
{
  g_auto (GStrv) lines = g_strsplit (message->body != NULL ? message->body : "", "\n", 3);
  GString *text;

  if (url == NULL || g_strv_length (lines) != 3)
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s. %s", words->advertisement, shop);
  if (lines[1][0] != '\0')
    g_string_append_printf (text, "\n%s: %s", words->cheaper, lines[1]);
  if (lines[2][0] != '\0')
    g_string_append_printf (text, "\n%s: %s", words->back, lines[2]);
  g_string_append_printf (text, "\n%s: %s", words->stop, url);
  return g_string_free (text, FALSE);
}

char *
madaf_send_words (const MadafMessage *message, const char *shop_name, const char *url)
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
  if (strcmp (message->kind, MADAF_MESSAGE_WISHES) == 0)
    return wishes_words (message, words, shop, url);
  state = find_state (words, message->kind);
  if (state == NULL)
    return NULL;
  return g_strdup_printf ("%s: %s%s%s", shop, state, url != NULL ? " " : "", url != NULL ? url : "");
}
