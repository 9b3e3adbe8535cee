/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/receipt-texts.h"

#include <string.h>

const MadafReceiptTexts madaf_receipt_texts[] = {
  { "en",
    "ltr",
    "Your order",
    "Collect at",
    "Show this code at the branch",
    "Delivery",
    "Expected to be ready:",
    "Expected to be sent:",
    "Total",
    "of which VAT",
    "To be paid at the till.",
    "To be paid when you collect it.",
    "This order is not known here.",
    "Points",
    "Gift card",
    "Stored value",
    "Left to pay",
    { "placed", "being prepared", "ready", "collected", "on its way", "delivered", "cancelled", "returned" } },
  { "he",
    "rtl",
    "ההזמנה שלכם",
    "איסוף מסניף",
    "יש להציג את הקוד בסניף",
    "משלוח",
    "צפויה להיות מוכנה:",
    "צפויה להישלח:",
    "סה״כ",
    "מתוכו מע״מ",
    "התשלום בקופה.",
    "התשלום בעת האיסוף.",
    "ההזמנה אינה מוכרת כאן.",
    "נקודות",
    "כרטיס מתנה",
    "יתרה צבורה",
    "נותר לתשלום",
    { "התקבלה", "בהכנה", "מוכנה", "נאספה", "בדרך", "נמסרה", "בוטלה", "הוחזרה" } },
  { "ar",
    "rtl",
    "طلبكم",
    "الاستلام من فرع",
    "يُرجى إبراز هذا الرمز في الفرع",
    "توصيل",
    "من المتوقع أن يكون جاهزًا:",
    "من المتوقع إرساله:",
    "المجموع",
    "منه ضريبة القيمة المضافة",
    "الدفع عند الصندوق.",
    "الدفع عند الاستلام.",
    "هذا الطلب غير معروف هنا.",
    "نقاط",
    "بطاقة هدية",
    "رصيد مخزّن",
    "المتبقي للدفع",
    { "تم استلام الطلب", "قيد التحضير", "جاهز", "تم تسليمه", "في الطريق", "تم توصيله", "أُلغي", "أُعيد" } },
  { "ru",
    "ltr",
    "Ваш заказ",
    "Получение в магазине",
    "Покажите этот код в магазине",
    "Доставка",
    "Будет готов:",
    "Будет отправлен:",
    "Итого",
    "в том числе НДС",
    "Оплата на кассе.",
    "Оплата при получении.",
    "Этот заказ здесь неизвестен.",
    "Баллы",
    "Подарочная карта",
    "Средства на счёте",
    "Осталось оплатить",
    { "принят", "собирается", "готов", "получен", "в пути", "доставлен", "отменён", "возвращён" } },
};

const guint madaf_n_receipt_texts = G_N_ELEMENTS (madaf_receipt_texts);

const MadafReceiptTexts *
madaf_receipt_texts_get (const char *language)
{
  gsize length = language != NULL ? strcspn (language, "-") : 0;

  for (guint i = 0; i < madaf_n_receipt_texts; i++)
    if (strlen (madaf_receipt_texts[i].language) == length
        && strncmp (madaf_receipt_texts[i].language, language, length) == 0)
      return &madaf_receipt_texts[i];
  return &madaf_receipt_texts[0];
}
