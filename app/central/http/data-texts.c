/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/data-texts.h"

#include <string.h>

typedef struct
{
  const char *table;
  const char *en;
  const char *he;
  const char *ar;
  const char *ru;
} DataText;

static const DataText texts[] = {
  { "member", "You", "אתם", "أنتم", "Вы" },
  { "sign_ins", "Where you are signed in", "היכן אתם מחוברים", "أين سجّلتم الدخول", "Где вы вошли" },
  { "known_phones", "Phones that are known", "טלפונים מוכרים", "هواتف معروفة", "Знакомые телефоны" },
  { "codes_sent", "Codes that were sent", "קודים שנשלחו", "رموز أُرسلت", "Отправленные коды" },
  { "messages", "Messages that wait", "הודעות שממתינות", "رسائل تنتظر", "Сообщения в очереди" },
  { "orders", "Orders", "הזמנות", "طلبات", "Заказы" },
  { "basket", "Basket", "הסל", "السلة", "Корзина" },
  { "lists", "Lists", "רשימות", "قوائم", "Списки" },
  { "reviews", "Reviews that you wrote", "חוות דעת שכתבתם", "مراجعات كتبتموها", "Ваши отзывы" },
  { "answers_kept", "Answers kept so that nothing happens twice", "תשובות שנשמרות כדי ששום דבר לא יקרה פעמיים",
    "أجوبة محفوظة كي لا يحدث شيء مرتين", "Ответы, хранимые, чтобы ничего не случилось дважды" },
  { "purses", "Points and money on your account", "נקודות וכסף בחשבון שלכם", "نقاط ورصيد في حسابكم",
    "Баллы и деньги на счёте" },
  { "purse_entries", "How points and money came and went", "איך נוספו וירדו נקודות וכסף",
    "كيف جاءت النقاط والرصيد وذهبت", "Как приходили и уходили баллы и деньги" },
  { "sizes", "Your sizes", "המידות שלכם", "مقاساتكم", "Ваши размеры" },
  { "fetch_requests", "What was brought to you", "מה שהובא אליכם", "ما أُحضر لكم", "Что вам приносили" },
  { "consents", "What you agreed to be told", "על מה ביקשתם שנודיע", "ما وافقتم أن نخبركم به",
    "О чём вы просили сообщать" },
  { "told_of_wishes", "When you were told of your lists last", "מתי הודענו לכם לאחרונה על הרשימות",
    "متى أخبرناكم آخر مرة عن قوائمكم", "Когда вам последний раз сообщали о списках" },
  { "watched_wishes", "What is watched for you", "מה שאנחנו בודקים בשבילכם", "ما نتابعه لأجلكم",
    "За чем мы следим для вас" },
  { "coupons", "Coupons", "קופונים", "قسائم", "Купоны" },
};

const char *
madaf_data_texts_find (const char *table, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].table, table) == 0)
      return strcmp (language, "he") == 0   ? texts[i].he
             : strcmp (language, "ar") == 0 ? texts[i].ar
             : strcmp (language, "ru") == 0 ? texts[i].ru
                                            : texts[i].en;
  return table;
}
