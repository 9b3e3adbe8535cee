/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What others say is read narrowed to what matters; a shopper says something themselves, which nobody sees until the
 * staff has read it.
 */
#include "shop-floor.h"

#define NOA       "050-123-4501"
#define ITEM      "7290012001086"
#define PRODUCT   "relaxed-cotton-tee"
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"

typedef struct
{
  const char *name;
  const char *shape;
  const char *language;
  const char *native_name;
  const char *look; /* option of the kiosk */
  const char *text; /* what is said, by keys of the keyboard in that language */
} Screen;

static const Screen screens[] = {
  { "/journey/reviews/english-landscape", "1280x800", "en", "English", "--light", "wide" },
  { "/journey/reviews/hebrew-portrait", "800x1280", "he", "עברית", "--dark", "רחב" },
};

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("reviews-%s-%s", screen->language, what);

  madaf_person_takes_picture (person, name);
}

static void
open_reviews (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *count
      = madaf_shop_floor_ask (floor, "SELECT count (*) FROM review WHERE product_id = '" PRODUCT "'");
  int n = (int)g_ascii_strtoll (count, NULL, 10);
  g_autofree char *read
      = g_strdup_printf (madaf_person_words (person, "Read %d review", "Read all %d reviews", (gulong)n), n);

  madaf_person_scans_usb (person, ITEM);
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, read);
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Sort and filter");
}

/* How many there are of that is said before they are shown, and right. */
static void
narrow (MadafShopFloor *floor, MadafPerson *person, const Screen *screen)
{
  g_autofree char *count = madaf_shop_floor_ask (floor, "SELECT count (*) FROM review WHERE product_id = '" PRODUCT
                                                        "' AND size = 'M' AND fit = 'true'");
  int n = (int)g_ascii_strtoll (count, NULL, 10);
  g_autofree char *show
      = g_strdup_printf (madaf_person_words (person, "Show %d review", "Show %d reviews", (gulong)n), n);

  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Sort and filter");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "\u2068M\u2069 · ");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (person, "True to size"));
  madaf_person_waits_for_text (person, show);
  /* The page below is not there for who hears the screen until the sheet is gone. */
  g_assert_false (madaf_person_sees (person, madaf_person_word (person, "Write a review")));
  take_picture (person, screen, "filter");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, show);
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Write a review");
  take_picture (person, screen, "narrowed");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "reviews|All");
}

static void
sign_in (MadafShopFloor *floor, MadafPerson *person)
{
  g_auto (GStrv) words = g_strsplit (madaf_person_word (person, "Code for your phone: %s"), "%s", 2);
  g_autofree char *code = madaf_person_reads (person, words[0], USER_CODE);

  g_free (madaf_shop_floor_use_phone (floor, "approve", code, NOA));
}

static void
write_review (MadafShopFloor *floor, MadafPerson *person, const Screen *screen)
{
  g_autofree char *four = g_strdup_printf (madaf_person_words (person, "Give %d star", "Give %d stars", 4), 4);
  const char *own = madaf_person_word (person, "The size you usually wear");
  g_autofree char *other = g_strdup_printf ("%s: \u2068XL\u2069", own);
  g_autofree char *usual = g_strdup_printf ("%s: \u2068S\u2069", own);
  g_autofree char *bought = g_strdup_printf ("%s: \u2068L\u2069", madaf_person_word (person, "The size you bought"));

  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Write a review");
  sign_in (floor, person);
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Send the review");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, bought);
  /* What she wears is known of her, and differs: to touch it again would take it back. */
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, other);
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, usual);
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, four);
  madaf_person_touches (person, ATSPI_ROLE_TEXT, "What do you want to say?");
  madaf_person_types (person, screen->text);
}

static void
test_write (gconstpointer data)
{
  const Screen *screen = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  const char *look[] = { screen->look, NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, look);
  g_autofree char *id = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *four = NULL;

  four = g_strdup_printf (madaf_person_words (noa, "%d star", "%d stars", 4), 4);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, screen->native_name);
  open_reviews (floor, noa);
  take_picture (noa, screen, "all");
  narrow (floor, noa, screen);
  write_review (floor, noa, screen);
  take_picture (noa, screen, "form");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Send the review");
  madaf_person_waits_for_text (noa,
                               madaf_person_word (noa, "Your review is held until somebody of the shop has read it."
                                                       " Then everybody can see it."));
  take_picture (noa, screen, "thanks");
  madaf_shop_floor_wait (floor, "SELECT count (*) = 1 FROM review WHERE state = 'held' AND stars = 4");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (noa, "Close"));
  /* Held, then read by the staff. */
  id = madaf_shop_floor_ask (floor, "SELECT id FROM review WHERE state = 'held'");
  madaf_shop_floor_decide_review (floor, g_strchomp (id), "accept", NULL);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, four);
  shown = g_strdup_printf (madaf_person_word (noa, "Usually %s, bought %s"), "\u2068S\u2069", "\u2068L\u2069");
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "A shopper"));
  madaf_person_waits_for_text (noa, shown);
  madaf_person_waits_for_text (noa, screen->text);
  take_picture (noa, screen, "accepted");
}

/* What was written stays on the screen while the shop does not answer, and goes when it does. */
static void
test_central_gone (void)
{
  const Screen *screen = &screens[0];
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, screen->shape, "en", NULL, NULL);

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, screen->native_name);
  open_reviews (floor, noa);
  write_review (floor, noa, screen);
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Send the review");
  madaf_person_waits_for_text (noa, "The shop does not answer right now. What you wrote stays here until you leave.");
  take_picture (noa, screen, "gone");
  madaf_shop_floor_start_central (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Send the review");
  madaf_person_waits_for_text (noa, "Your review is held until somebody of the shop has read it.");
  madaf_shop_floor_wait (floor, "SELECT count (*) = 1 FROM review WHERE state = 'held'");
}

static void
open_form (MadafPerson *person)
{
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Write a review");
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Send the review");
}

static void
send (MadafPerson *person, int stars)
{
  g_autofree char *give
      = g_strdup_printf (madaf_person_words (person, "Give %d star", "Give %d stars", (gulong)stars), stars);

  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, give);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Send the review");
}

/* One of Noa's sweaters was a shirt. */
#define BOUGHT                                                                                                         \
  "UPDATE order_line SET product_id = '" PRODUCT "', size = 'M' WHERE product_id = 'cotton-crew-sweater'"              \
  " AND fulfilment_id IN (SELECT f.id FROM fulfilment f JOIN customer_order o ON o.id = f.order_id"                    \
  " JOIN member m ON m.id = o.member_id WHERE m.phone = '+972501234501')"

/* Nobody says twice what the shop knows: what they bought, and what they said before, with what became of it. */
static void
test_again (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *bought = NULL;
  g_autofree char *id = NULL;

  madaf_shop_floor_change (floor, BOUGHT);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  open_reviews (floor, noa);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Write a review");
  sign_in (floor, noa);
  bought = madaf_person_reads (noa, "You bought ", "⁨M⁩ in [A-Z][a-z]+");
  madaf_person_touches (noa, ATSPI_ROLE_TEXT, "What do you want to say?");
  madaf_person_types (noa, "poor");
  madaf_person_takes_picture (noa, "reviews-en-bought");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "keyboard|Done");
  send (noa, 2);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_shop_floor_wait (floor,
                         "SELECT count (*) = 1 FROM review WHERE state = 'held' AND size = 'M' AND verified = 1");

  id = madaf_shop_floor_ask (floor, "SELECT id FROM review WHERE state = 'held'");
  madaf_shop_floor_decide_review (floor, id, "refuse", "rude");
  open_form (noa);
  madaf_person_waits_for_text (noa, "It was not accepted, because its words may hurt somebody.");
  madaf_person_takes_picture (noa, "reviews-en-refused");
  /* Meanwhile somebody thinks better of it. What is sent now takes its place all the same. */
  madaf_shop_floor_decide_review (floor, id, "accept", NULL);
  send (noa, 4);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_shop_floor_wait (floor, "SELECT count (*) = 1 AND sum (stars = 4 AND state = 'held' AND text = 'poor') = 1"
                                " FROM review WHERE member_id IS NOT NULL");

  open_form (noa);
  madaf_person_waits_for_text (noa, "It is waiting to be read by somebody of the shop.");
  madaf_shop_floor_change (floor, "UPDATE product SET hidden = 1 WHERE id = '" PRODUCT "'");
  send (noa, 5);
  madaf_person_waits_for_text (noa, "The shop does not sell this any more");
  madaf_shop_floor_wait (floor, "SELECT sum (stars) = 4 FROM review WHERE member_id IS NOT NULL");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_write);
  g_test_add_func ("/journey/reviews/central-gone", test_central_gone);
  g_test_add_func ("/journey/reviews/again", test_again);
  return g_test_run ();
}
