/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/link-texts.h"

#include <string.h>

const MadafLinkTexts madaf_link_texts[] = {
  { .language = "en",
    .direction = "ltr",
    .own_name = "English",
    .title = "Sign in on a screen",
    .type_code = "Type the code that the screen in the shop shows.",
    .code_label = "Code on the screen",
    .go_on = "Continue",
    .compare = "The screen must show this code:",
    .phone_label = "Your phone number",
    .phone_hint = "We send a code to it. If you are new here, you become a member.",
    .phone_bad = "That is no number we can send a code to. Please look at it again.",
    .digits_label = "The six digits",
    .digits_sent = "We sent you a code. It is good for five minutes.",
    .digits_wrong = "That is not the code. Tries left:",
    .digits_over = "This code does not count any more. Please ask for a new one.",
    .again = "Ask for a new code",
    .too_many = "That was too often. Please wait a while and try again.",
    .hello = "Hello",
    .question = "Is this you, signing in here?",
    .name_label = "Your name, if you like",
    .yes = "Yes, sign me in",
    .no = "No, this is not me",
    .approved_title = "You are signed in",
    .approved = "Look at the screen. It forgets you when you are done.",
    .denied_title = "Nobody was signed in",
    .denied = "The screen was told no.",
    .over_title = "This code does not count any more",
    .over = "It was used already, or ten minutes have passed. Take a new one from the screen.",
    .stale = "This page was open for too long. Please begin again.",
    .forget = "Not you? Forget this phone",
    .forgotten = "This phone is not known here any more.",
    .my_code = "Show my member code",
    .my_code_hint = "Hold this to the camera of a screen in the shop. It is good for one minute and works once.",
    .new_code = "A new code",
    .for_camera = "This code is for the camera of a screen in the shop: hold it there.",
    .unavailable = "That does not work right now. Nothing was lost; please try again in a while.",
    .my_data = "What is kept about me",
    .my_data_hint = "This is all that the shop keeps about you.",
    .take = "Take it with me, as a file",
    .erase = "Delete all of it",
    .erase_ask = "Everything about you is deleted, your orders stay without your name. This cannot be undone.",
    .erase_yes = "Yes, delete all of it",
    .erased = "Nothing is kept about you any more.",
    .erase_waits = "One of your orders is still under way. Once it is over, all can be deleted.",
    .list = "A list of wishes",
    .list_over = "This list is not shared any more.",
    .list_empty = "Nothing is on this list yet.",
    .not_sold = "Not sold any more",
    .tables = { "You", "Where you are signed in", "Phones that are known", "Codes that were sent", "Messages that wait",
                "Orders", "Basket", "Lists", "Answers kept so that nothing happens twice" } },
  { .language = "he",
    .direction = "rtl",
    .own_name = "עברית",
    .title = "כניסה במסך",
    .type_code = "הקלידו את הקוד שמופיע על המסך בחנות.",
    .code_label = "הקוד שעל המסך",
    .go_on = "המשך",
    .compare = "על המסך צריך להופיע הקוד הזה:",
    .phone_label = "מספר הטלפון שלכם",
    .phone_hint = "נשלח אליו קוד. אם אתם חדשים כאן, תהיו לחברי מועדון.",
    .phone_bad = "למספר הזה אי אפשר לשלוח קוד. כדאי לבדוק אותו שוב.",
    .digits_label = "שש הספרות",
    .digits_sent = "שלחנו לכם קוד. הוא תקף לחמש דקות.",
    .digits_wrong = "זה לא הקוד. ניסיונות שנותרו:",
    .digits_over = "הקוד הזה כבר אינו תקף. בקשו קוד חדש.",
    .again = "בקשת קוד חדש",
    .too_many = "יותר מדי פעמים. המתינו מעט ונסו שוב.",
    .hello = "שלום",
    .question = "זה אתם שנכנסים כאן?",
    .name_label = "השם שלכם, אם תרצו",
    .yes = "כן, הכניסו אותי",
    .no = "לא, זה לא אני",
    .approved_title = "נכנסתם",
    .approved = "הביטו במסך. הוא ישכח אתכם כשתסיימו.",
    .denied_title = "איש לא נכנס",
    .denied = "המסך קיבל תשובה שלילית.",
    .over_title = "הקוד הזה כבר אינו תקף",
    .over = "כבר השתמשו בו, או שעברו עשר דקות. קחו קוד חדש מהמסך.",
    .stale = "הדף היה פתוח זמן רב מדי. התחילו מחדש.",
    .forget = "זה לא אתם? לשכוח את הטלפון הזה",
    .forgotten = "הטלפון הזה כבר אינו מוכר כאן.",
    .my_code = "הצגת קוד החבר שלי",
    .my_code_hint = "הראו אותו למצלמה של מסך בחנות. הוא תקף לדקה אחת ופועל פעם אחת.",
    .new_code = "קוד חדש",
    .for_camera = "הקוד הזה מיועד למצלמה של מסך בחנות: הראו אותו שם.",
    .unavailable = "זה לא עובד כרגע. דבר לא אבד; נסו שוב בעוד זמן מה.",
    .my_data = "מה נשמר עליי",
    .my_data_hint = "זה כל מה שהחנות שומרת עליכם.",
    .take = "לקחת איתי, כקובץ",
    .erase = "למחוק הכול",
    .erase_ask = "כל מה שנוגע לכם יימחק, וההזמנות יישארו בלי שמכם. אי אפשר לבטל זאת.",
    .erase_yes = "כן, למחוק הכול",
    .erased = "שום דבר כבר אינו נשמר עליכם.",
    .erase_waits = "אחת ההזמנות שלכם עדיין בטיפול. כשתסתיים אפשר יהיה למחוק הכול.",
    .list = "רשימת משאלות",
    .list_over = "הרשימה הזאת כבר אינה משותפת.",
    .list_empty = "אין עדיין דבר ברשימה הזאת.",
    .not_sold = "כבר לא נמכר",
    .tables = { "אתם", "היכן אתם מחוברים", "טלפונים מוכרים", "קודים שנשלחו", "הודעות שממתינות", "הזמנות", "הסל",
                "רשימות", "תשובות שנשמרות כדי ששום דבר לא יקרה פעמיים" } },
  { .language = "ar",
    .direction = "rtl",
    .own_name = "العربية",
    .title = "تسجيل الدخول على الشاشة",
    .type_code = "اكتبوا الرمز الظاهر على الشاشة في المتجر.",
    .code_label = "الرمز الظاهر على الشاشة",
    .go_on = "متابعة",
    .compare = "يجب أن يظهر على الشاشة هذا الرمز:",
    .phone_label = "رقم هاتفكم",
    .phone_hint = "سنرسل إليه رمزًا. إن كنتم جددًا هنا فستصبحون أعضاء.",
    .phone_bad = "لا يمكننا إرسال رمز إلى هذا الرقم. يُرجى مراجعته.",
    .digits_label = "الأرقام الستة",
    .digits_sent = "أرسلنا إليكم رمزًا. وهو صالح لخمس دقائق.",
    .digits_wrong = "هذا ليس الرمز. المحاولات المتبقية:",
    .digits_over = "لم يعد هذا الرمز صالحًا. يُرجى طلب رمز جديد.",
    .again = "طلب رمز جديد",
    .too_many = "محاولات كثيرة. يُرجى الانتظار قليلًا ثم المحاولة من جديد.",
    .hello = "مرحبًا",
    .question = "هل أنتم من يسجّل الدخول هنا؟",
    .name_label = "اسمكم، إن رغبتم",
    .yes = "نعم، سجّلوا دخولي",
    .no = "لا، لست أنا",
    .approved_title = "تم تسجيل دخولكم",
    .approved = "انظروا إلى الشاشة. ستنساكم عندما تنتهون.",
    .denied_title = "لم يسجّل أحد الدخول",
    .denied = "أُبلغت الشاشة بالرفض.",
    .over_title = "لم يعد هذا الرمز صالحًا",
    .over = "لقد استُخدم من قبل، أو مرّت عشر دقائق. خذوا رمزًا جديدًا من الشاشة.",
    .stale = "بقيت هذه الصفحة مفتوحة وقتًا طويلًا. يُرجى البدء من جديد.",
    .forget = "لستم أنتم؟ انسوا هذا الهاتف",
    .forgotten = "لم يعد هذا الهاتف معروفًا هنا.",
    .my_code = "إظهار رمز عضويتي",
    .my_code_hint = "قرّبوه من كاميرا شاشة في المتجر. وهو صالح لدقيقة واحدة ولمرة واحدة.",
    .new_code = "رمز جديد",
    .for_camera = "هذا الرمز مخصص لكاميرا شاشة في المتجر: قرّبوه منها.",
    .unavailable = "هذا غير ممكن الآن. لم يضِع شيء؛ يُرجى المحاولة بعد قليل.",
    .my_data = "ما يُحفظ عني",
    .my_data_hint = "هذا كل ما يحفظه المتجر عنكم.",
    .take = "أخذه معي في ملف",
    .erase = "حذف كل ذلك",
    .erase_ask = "سيُحذف كل ما يتعلق بكم، وتبقى طلباتكم بلا اسمكم. لا يمكن التراجع عن ذلك.",
    .erase_yes = "نعم، احذفوا كل ذلك",
    .erased = "لم يعد يُحفظ عنكم أي شيء.",
    .erase_waits = "أحد طلباتكم ما زال قيد التنفيذ. بعد انتهائه يمكن حذف كل شيء.",
    .list = "قائمة أمنيات",
    .list_over = "لم تعد هذه القائمة مشتركة.",
    .list_empty = "لا شيء في هذه القائمة بعد.",
    .not_sold = "لم يعد يُباع",
    .tables = { "أنتم", "أين سجّلتم الدخول", "هواتف معروفة", "رموز أُرسلت", "رسائل تنتظر", "طلبات", "السلة", "قوائم",
                "إجابات محفوظة كي لا يحدث شيء مرتين" } },
  { .language = "ru",
    .direction = "ltr",
    .own_name = "Русский",
    .title = "Вход на экране",
    .type_code = "Введите код, который показывает экран в магазине.",
    .code_label = "Код на экране",
    .go_on = "Продолжить",
    .compare = "На экране должен быть этот код:",
    .phone_label = "Ваш номер телефона",
    .phone_hint = "Мы отправим на него код. Если вы здесь впервые, вы станете участником клуба.",
    .phone_bad = "На этот номер нельзя отправить код. Проверьте его, пожалуйста.",
    .digits_label = "Шесть цифр",
    .digits_sent = "Мы отправили вам код. Он действует пять минут.",
    .digits_wrong = "Это не тот код. Осталось попыток:",
    .digits_over = "Этот код больше не действует. Запросите новый.",
    .again = "Запросить новый код",
    .too_many = "Слишком много попыток. Подождите немного и попробуйте снова.",
    .hello = "Здравствуйте",
    .question = "Это вы входите здесь?",
    .name_label = "Ваше имя, если хотите",
    .yes = "Да, это я",
    .no = "Нет, это не я",
    .approved_title = "Вы вошли",
    .approved = "Посмотрите на экран. Он забудет вас, когда вы закончите.",
    .denied_title = "Никто не вошёл",
    .denied = "Экран получил отказ.",
    .over_title = "Этот код больше не действует",
    .over = "Он уже использован, или прошло десять минут. Возьмите новый код с экрана.",
    .stale = "Эта страница была открыта слишком долго. Начните заново.",
    .forget = "Это не вы? Забыть этот телефон",
    .forgotten = "Этот телефон здесь больше не известен.",
    .my_code = "Показать мой код участника",
    .my_code_hint = "Поднесите его к камере экрана в магазине. Он действует одну минуту и один раз.",
    .new_code = "Новый код",
    .for_camera = "Этот код для камеры экрана в магазине: поднесите его туда.",
    .unavailable = "Сейчас это не получается. Ничего не пропало; попробуйте чуть позже.",
    .my_data = "Что обо мне хранится",
    .my_data_hint = "Это всё, что магазин хранит о вас.",
    .take = "Забрать с собой файлом",
    .erase = "Удалить всё",
    .erase_ask = "Всё о вас будет удалено, заказы останутся без вашего имени. Отменить это нельзя.",
    .erase_yes = "Да, удалить всё",
    .erased = "О вас больше ничего не хранится.",
    .erase_waits = "Один из ваших заказов ещё выполняется. Когда он завершится, можно будет удалить всё.",
    .list = "Список желаний",
    .list_over = "Этим списком больше не делятся.",
    .list_empty = "В этом списке пока ничего нет.",
    .not_sold = "Больше не продаётся",
    .tables = { "Вы", "Где вы вошли", "Знакомые телефоны", "Отправленные коды", "Сообщения в очереди", "Заказы",
                "Корзина", "Списки", "Ответы, сохранённые, чтобы ничего не случилось дважды" } },
};

const guint madaf_n_link_texts = G_N_ELEMENTS (madaf_link_texts);

static const MadafLinkTexts *
find (const char *language, gsize length)
{
  for (guint i = 0; i < madaf_n_link_texts; i++)
    if (strlen (madaf_link_texts[i].language) == length
        && g_ascii_strncasecmp (madaf_link_texts[i].language, language, length) == 0)
      return &madaf_link_texts[i];
  /* Hebrew was "iw" until 1989, and still is on some phones. */
  return length == 2 && g_ascii_strncasecmp (language, "iw", 2) == 0 ? find ("he", 2) : NULL;
}

/* The weight of "he-IL;q=0.8", in thousandths. */
static int
read_weight (const char *parameters)
{
  const char *q = strstr (parameters, "q=");

  return q != NULL ? (int)(g_ascii_strtod (q + 2, NULL) * 1000) : 1000;
}

const MadafLinkTexts *
madaf_link_texts_pick (const char *chosen, const char *accept_language)
{
  const MadafLinkTexts *best = chosen != NULL ? find (chosen, strlen (chosen)) : NULL;
  g_auto (GStrv) ranges = NULL;
  int weight = 0;

  if (best != NULL)
    return best;
  ranges = g_strsplit (accept_language != NULL ? accept_language : "", ",", 20);
  for (guint i = 0; ranges[i] != NULL; i++)
    {
      const char *range = g_strstrip (ranges[i]);
      const MadafLinkTexts *texts = find (range, strcspn (range, "-; "));

      if (texts == NULL || read_weight (range) <= weight)
        continue;
      best = texts;
      weight = read_weight (range);
    }
  return best != NULL ? best : &madaf_link_texts[0];
}
