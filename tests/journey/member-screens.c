/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a member has before them, page by page and sheet by sheet, with what goes wrong in print put there on purpose: a
 * thing of a very long name, of no picture and of no stock, and a thousand reviews. The pictures are for eyes to look
 * at; what does not fit at all, the journeys' own rules find (a warning of GTK, a button that cannot be touched).
 */
#include "shop-floor.h"

#include <string.h>

#define NOA       "050-123-4501"
#define ITEM      "7290012001086"
#define LOOK      "market-morning"
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"

/* The tee that most is done with here, and on the wishlist and in the basket of Noa one that nobody can show. */
#define HARD_THINGS                                                                                                                                                                                     \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"                                                                                                                     \
  " INSERT INTO review (id, product_id, source, stars, language, title, text, author, size, fit, verified, "                                                                                            \
  "written_on)"                                                                                                                                                                                         \
  " SELECT 'many-' || i, 'relaxed-cotton-tee', 'test', 1 + i % 5, 'en', 'Review ' || i,"                                                                                                                \
  " 'Soft, and it keeps its shape after many a wash. Number ' || i, 'R. ' || i, 'M', 'true', i % 2,"                                                                                                    \
  " '2025-0' || (1 + i % 9) || '-11' FROM n;"                                                                                                                                                           \
  "UPDATE product SET stars_5 = stars_5 + 1000 WHERE id = 'relaxed-cotton-tee';"                                                                                                                        \
  "DELETE FROM product_picture WHERE product_id = 'wrap-midi-dress';"                                                                                                                                   \
  "UPDATE stock SET on_hand = reserved WHERE variant_id IN (SELECT id FROM variant WHERE product_id ="                                                                                                  \
  " 'wrap-midi-dress');"                                                                                                                                                                                \
  "UPDATE product SET title = json_object ("                                                                                                                                                            \
  "'he', 'שמלת מידי במעטפת מבד סאטן זורם עם חגורה קשירה, צווארון וי עמוק ושרוולים ארוכים נפוחים לאירועי ערב',"          \
  "'ar', 'فستان ميدي ملفوف من قماش الساتان المنسدل بحزام للربط وياقة عميقة وأكمام طويلة منفوخة لمناسبات المساء',"  \
  "'ru', 'Платье-миди с запахом из струящегося атласа, с поясом, глубоким вырезом и длинными объёмными рукавами'," \
  "'en', 'Flowing satin wrap midi dress with a tie belt, a deep neckline and long balloon sleeves for the evening')"                                                                                    \
  " WHERE id = 'wrap-midi-dress';"                                                                                                                                                                      \
  "INSERT OR IGNORE INTO wish (list_id, product_id, variant_id, position, saved_us, saved_price)"                                                                                                       \
  " SELECT l.id, 'wrap-midi-dress', '', 0, 1794000000000000, 99900 FROM wishlist l JOIN member m"                                                                                                       \
  " ON m.id = l.member_id WHERE m.phone = '+972501234501' AND l.name IS NULL"

typedef struct
{
  const char *name; /* of the walk */
  const char *language;
  const char *native;
  const char *shape;
  const char *scheme;
  const char *scale; /* of words, in percent */
} Screen;

static const Screen screens[] = {
  { "he-narrow-light", "he", "עברית", "800x1280", "--light", "100" },
  { "he-landscape-dark", "he", "עברית", "1280x800", "--dark", "100" },
  { "ar-landscape-light", "ar", "العربية", "1280x800", "--light", "100" },
  { "ar-tall-dark", "ar", "العربية", "1080x1920", "--dark", "100" },
  { "ru-landscape-light", "ru", "Русский", "1280x800", "--light", "100" },
  { "ru-narrow-dark", "ru", "Русский", "800x1280", "--dark", "100" },
  { "en-tall-light", "en", "English", "1080x1920", "--light", "100" },
  { "en-landscape-light", "en", "English", "1280x800", "--light", "100" },
  { "en-landscape-large", "en", "English", "1280x800", "--light", "200" },
  { "he-landscape-large", "he", "עברית", "1280x800", "--light", "200" },
};

typedef struct
{
  const Screen *screen;
  MadafShopFloor *floor;
  MadafPerson *person;
} Walk;

static void
take_picture (Walk *walk, const char *what)
{
  g_autofree char *name = g_strdup_printf ("member-%s-%s", what, walk->screen->name);

  madaf_person_takes_picture (walk->person, name);
}

static void
touch (Walk *walk, const char *english)
{
  madaf_person_touches (walk->person, ATSPI_ROLE_PUSH_BUTTON, english);
}

/* The button whose words begin like the sentence, up to what is put into it. */
static void
touch_beginning (Walk *walk, const char *english)
{
  g_auto (GStrv) words = g_strsplit (madaf_person_word (walk->person, english), "%s", 2);

  madaf_person_touches_text (walk->person, ATSPI_ROLE_PUSH_BUTTON, words[0]);
}

static void
wait_for (Walk *walk, const char *english)
{
  g_auto (GStrv) words = g_strsplit (madaf_person_word (walk->person, english), "%s", 2);

  madaf_person_waits_for_text (walk->person, words[0]);
}

static void
sign_in (Walk *walk)
{
  g_autofree char *before = g_strdup_printf (madaf_person_word (walk->person, "Code for your phone: %s"), "");
  g_autofree char *code = NULL;

  touch (walk, "Sign in");
  code = madaf_person_reads (walk->person, before, USER_CODE);
  take_picture (walk, "sign-in");
  g_free (madaf_shop_floor_use_phone (walk->floor, "approve", code, NOA));
  wait_for (walk, "Shalom, %s");
  take_picture (walk, "greeting");
}

static void
go_to_item (Walk *walk)
{
  madaf_person_scans_usb (walk->person, ITEM);
  madaf_person_waits_for (walk->person, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
}

static void
show_errands (Walk *walk)
{
  g_autofree char *stock = madaf_shop_floor_ask (
      walk->floor, "SELECT count(*) FROM stock s JOIN variant v ON v.id = s.variant_id WHERE v.gtin = '0" ITEM
                   "' AND s.branch_id = 'tel-aviv-dizengoff' AND s.on_hand > s.reserved");

  if (g_str_equal (stock, "0"))
    return;
  touch_beginning (walk, "Bring me size %s");
  wait_for (walk, "Where shall we bring it?");
  take_picture (walk, "bring-where");
  touch (walk, "To me, at this screen");
  wait_for (walk, "Next in the queue");
  take_picture (walk, "bring-asked");
  madaf_person_touches_text (walk->person, ATSPI_ROLE_PUSH_BUTTON,
                             madaf_person_word (walk->person, "Next in the queue"));
  wait_for (walk, "What we bring you");
  take_picture (walk, "bring-sheet");
  madaf_person_touches_text (walk->person, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (walk->person, "errand|Cancel"));
  wait_for (walk, "Bring me size %s");
}

static void
show_carrying (Walk *walk)
{
  touch (walk, "Add to basket");
  madaf_person_opens_basket (walk->person, 1);
  touch (walk, "Take it on your phone");
  wait_for (walk, "Point your phone’s camera here");
  take_picture (walk, "carry");
  touch (walk, "Close");
}

static void
show_basket (Walk *walk)
{
  madaf_person_waits_for (walk->person, ATSPI_ROLE_PUSH_BUTTON, "Checkout");
  take_picture (walk, "basket");
  touch (walk, "Why this price");
  wait_for (walk, "Shelf price");
  take_picture (walk, "why");
  touch (walk, "Close");
}

static void
show_wishes (Walk *walk)
{
  touch (walk, "Wishlist");
  madaf_person_waits_for (walk->person, ATSPI_ROLE_PUSH_BUTTON, "Share this list");
  take_picture (walk, "wishlist");
  touch (walk, "Share this list");
  wait_for (walk, "It shows what is on the list, not whose it is.");
  take_picture (walk, "share");
  touch (walk, "Close");
}

static void
show_purchases (Walk *walk)
{
  touch_beginning (walk, "Signed in: %s");
  madaf_person_waits_for (walk->person, ATSPI_ROLE_PUSH_BUTTON, "My sizes");
  take_picture (walk, "menu");
  touch (walk, "My sizes");
  wait_for (walk, "From what you bought");
  take_picture (walk, "sizes");
  touch (walk, "Close");
  touch_beginning (walk, "Signed in: %s");
  touch (walk, "Purchases");
  wait_for (walk, "Ordered online");
  take_picture (walk, "purchases");
  madaf_person_touches_text (walk->person, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (walk->person, "Receipt"));
  wait_for (walk, "Receipt for your phone");
  take_picture (walk, "receipt");
  touch (walk, "Close");
}

static void
show_reviews (Walk *walk)
{
  g_auto (GStrv) read
      = g_strsplit (madaf_person_words (walk->person, "Read %d review", "Read all %d reviews", 1046), "%d", 2);

  go_to_item (walk);
  take_picture (walk, "product");
  madaf_person_touches_text (walk->person, ATSPI_ROLE_PUSH_BUTTON, *read[0] != '\0' ? read[0] : read[1]);
  madaf_person_waits_for (walk->person, ATSPI_ROLE_PUSH_BUTTON, "Sort and filter");
  take_picture (walk, "reviews");
  touch (walk, "Sort and filter");
  madaf_person_waits_for_text (walk->person, madaf_person_word (walk->person, "True to size"));
  take_picture (walk, "reviews-filter");
  touch (walk, "Close");
  touch (walk, "Write a review");
  madaf_person_waits_for (walk->person, ATSPI_ROLE_TEXT, "What do you want to say?");
  take_picture (walk, "review-form");
  madaf_person_touches (walk->person, ATSPI_ROLE_TEXT, "What do you want to say?");
  madaf_person_waits_for (walk->person, ATSPI_ROLE_PUSH_BUTTON, "Space");
  take_picture (walk, "review-typing");
  touch (walk, "Close");
  touch (walk, "Back");
}

static void
show_look (Walk *walk)
{
  g_autofree char *size = madaf_shop_floor_ask (
      walk->floor,
      "SELECT size FROM variant v JOIN stock s ON s.variant_id = v.id JOIN look_piece p ON p.look_id = '" LOOK
      "' AND p.product_id = 'court-sneaker' AND v.product_id = p.product_id AND v.colour_id = p.colour_id"
      " WHERE s.branch_id = 'tel-aviv-dizengoff' AND s.on_hand > s.reserved ORDER BY v.id LIMIT 1");

  touch_beginning (walk, "See the whole look: %s");
  wait_for (walk, "Where can I have all of it?");
  take_picture (walk, "look");
  madaf_person_touches (walk->person, ATSPI_ROLE_PUSH_BUTTON, size);
  wait_for (walk, "All of it at %s");
  take_picture (walk, "all-of-it");
  touch (walk, "Back");
}

static void
show_hard_thing (Walk *walk)
{
  g_autofree char *code
      = madaf_shop_floor_ask (walk->floor, "SELECT substr (gtin, 2) FROM variant WHERE product_id = 'wrap-midi-dress'"
                                           " ORDER BY id LIMIT 1");
  g_autofree char *sql = g_strdup_printf ("SELECT json_extract (title, '$.%s') FROM product WHERE id ="
                                          " 'wrap-midi-dress'",
                                          walk->screen->language);
  g_autofree char *name = madaf_shop_floor_ask (walk->floor, sql);

  madaf_person_scans_usb (walk->person, code);
  madaf_person_waits_for_text (walk->person, name);
  take_picture (walk, "hard-thing");
}

static void
test_walk (gconstpointer data)
{
  const Screen *screen = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  const char *extra[] = { screen->scheme, "--text-scale", screen->scale, NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = NULL;
  Walk walk = { screen, floor, NULL };

  madaf_shop_floor_change (floor, HARD_THINGS);
  noa = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, extra);
  walk.person = noa;
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, screen->native);
  go_to_item (&walk);
  show_errands (&walk);
  show_carrying (&walk);
  sign_in (&walk);
  show_basket (&walk);
  show_wishes (&walk);
  show_purchases (&walk);
  show_reviews (&walk);
  show_look (&walk);
  show_hard_thing (&walk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      g_autofree char *name = g_strconcat ("/journey/member-screens/", screens[i].name, NULL);

      g_test_add_data_func (name, &screens[i], test_walk);
    }
  return g_test_run ();
}
