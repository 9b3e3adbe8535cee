/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is only a member's business: what they agree to be told, and a sign-in that was ended elsewhere while something
 * of theirs is on the screen.
 */
#include "shop-floor.h"

#define NOA       "050-123-4501"
#define NOA_IS    "(SELECT id FROM member WHERE phone = '+972501234501')"
#define ITEM      "7290012001086"
#define ITEM_NAME "Relaxed cotton tee"
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"
#define ENDED     "Your sign-in has ended."

typedef struct
{
  const char *name;
  const char *shape;
  const char *look;
  const char *language;
  const char *tongue;
} Screen;

static const Screen screens[] = {
  { "/journey/private/alerts-landscape", "1280x800", "--light", "en", "English" },
  { "/journey/private/alerts-portrait", "800x1280", "--dark", "he", "עברית" },
};

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("private-%s-%s", screen->shape, what);

  madaf_person_takes_picture (person, name);
}

static void
sign_in (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *before = g_strdup_printf (madaf_person_word (person, "Code for your phone: %s"), "");
  g_autofree char *code = NULL;

  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = madaf_person_reads (person, before, USER_CODE);
  g_free (madaf_shop_floor_use_phone (floor, "approve", code, NOA));
}

/* The button of the purpose that this is said to. */
static void
answer (MadafPerson *person, const char *words, const char *purpose)
{
  g_autofree char *name = g_strdup_printf (madaf_person_word (person, "%s: %s"), madaf_person_word (person, words),
                                           madaf_person_word (person, purpose));

  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, name);
}

static void
open_member_sheet (MadafPerson *person, const char *way)
{
  g_auto (GStrv) words = g_strsplit (madaf_person_word (person, "Signed in: %s"), "%s", 2);

  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, words[0]);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, way);
}

static void
wait_agreed (MadafShopFloor *floor, const char *purposes)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (group_concat (purpose), '') = '%s' FROM consent"
                                          " WHERE member_id = " NOA_IS,
                                          purposes);

  madaf_shop_floor_wait (floor, sql);
}

/* Asked once with the first heart, agreed to one by one, seen and ended on the wishlist and from the member's sheet. */
static void
test_alerts (gconstpointer data)
{
  const Screen *screen = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  const char *look[] = { screen->look, NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, look);
  const char *shall
      = madaf_person_word (noa, "On your wishlist. Shall we tell you when it becomes cheaper, or is there again?");

  madaf_shop_floor_let_happen (floor, "DELETE FROM consent; DELETE FROM wish");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, screen->tongue);
  madaf_person_scans_usb (noa, ITEM);
  sign_in (floor, noa);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (noa, "%s on your wishlist") + 2);
  madaf_person_waits_for_text (noa, shall);
  take_picture (noa, screen, "asked");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Tell me");
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "You are not told of this."));
  take_picture (noa, screen, "not-agreed");
  answer (noa, "Yes, tell me", "When something on my lists becomes cheaper");
  wait_agreed (floor, "price_drop");
  answer (noa, "Yes, tell me", "When something on my lists, or its size, is there again");
  wait_agreed (floor, "back_in_stock,price_drop");
  take_picture (noa, screen, "agreed");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Tell me of changes");
  take_picture (noa, screen, "wishlist");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Tell me of changes");
  answer (noa, "Do not tell me any more", "When something on my lists becomes cheaper");
  wait_agreed (floor, "back_in_stock");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
  open_member_sheet (noa, "What we may tell you");
  answer (noa, "Do not tell me any more", "When something on my lists, or its size, is there again");
  wait_agreed (floor, "");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
}

/* Somebody ends their sign-ins, and what they touch next says so, wherever that is. */
static void
end_sign_in (MadafShopFloor *floor)
{
  /* Five codes are sent to a phone in an hour; there are more places than that. */
  madaf_shop_floor_let_happen (floor, "DELETE FROM access_token; DELETE FROM one_time_code");
}

static void
wait_ended (MadafPerson *person, const char *gone)
{
  madaf_person_waits_for_text (person, ENDED);
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  if (gone != NULL)
    madaf_person_waits_until_gone (person, ATSPI_ROLE_PUSH_BUTTON, gone);
}

static void
end_at_wishlist (MadafShopFloor *floor, MadafPerson *noa)
{
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Share this list");
  end_sign_in (floor);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Remove ");
  wait_ended (noa, "Share this list");
  madaf_person_takes_picture (noa, "private-ended");
}

static void
end_at_purchases (MadafShopFloor *floor, MadafPerson *noa)
{
  open_member_sheet (noa, "Purchases");
  madaf_person_waits_for_text (noa, "Buy again");
  end_sign_in (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  wait_ended (noa, NULL);
  g_assert_false (madaf_person_sees (noa, "Buy again"));
}

static void
end_at_wallet (MadafShopFloor *floor, MadafPerson *noa)
{
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Signed in: ");
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign out");
  madaf_person_takes_picture (noa, "private-member-sheet");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Points and coupons");
  madaf_person_waits_for_text (noa, "What happened lately");
  end_sign_in (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  wait_ended (noa, NULL);
  g_assert_false (madaf_person_sees (noa, "What happened lately"));
}

static void
end_at_sizes (MadafShopFloor *floor, MadafPerson *noa)
{
  open_member_sheet (noa, "My sizes");
  madaf_person_waits_for_text (noa, "From what you bought");
  end_sign_in (floor);
  madaf_person_takes_picture (noa, "private-sizes");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "S");
  wait_ended (noa, NULL);
  g_assert_false (madaf_person_sees (noa, "From what you bought"));
}

static void
end_at_basket (MadafShopFloor *floor, MadafPerson *noa)
{
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Basket, ");
  madaf_person_waits_for_text (noa, "Remove ");
  end_sign_in (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "One more");
  wait_ended (noa, NULL);
}

static void
end_at_reviews (MadafShopFloor *floor, MadafPerson *noa)
{
  madaf_person_scans_usb (noa, ITEM);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Read all ");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Write a review");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Give 4 stars");
  end_sign_in (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Send the review");
  wait_ended (noa, "Send the review");
}

static void
test_ended_elsewhere (void)
{
  static void (*const places[]) (MadafShopFloor * floor, MadafPerson * noa)
      = { end_at_wishlist, end_at_purchases, end_at_wallet, end_at_sizes, end_at_basket, end_at_reviews };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      sign_in (floor, noa);
      madaf_person_waits_for_text (noa, "Signed in: ");
      places[i](floor, noa);
      g_assert_false (madaf_person_sees (noa, "Signed in: "));
    }
}

/* On their own phone they have all of it deleted, while they are signed in here: the screen says that it has ended, and
 * by itself, because it listens. */
static void
test_erased (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autoptr (MadafPerson) elsewhere = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *code = NULL;

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  sign_in (floor, noa);
  madaf_person_touches_text (elsewhere, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches (elsewhere, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = madaf_person_reads (elsewhere, "Code for your phone: ", USER_CODE);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Share this list");
  madaf_shop_floor_let_happen (floor, "UPDATE customer_order SET state = 'collected' WHERE member_id = " NOA_IS);
  g_free (madaf_shop_floor_use_phone (floor, "erase", code, NOA));
  wait_ended (noa, "Share this list");
  madaf_shop_floor_wait (floor, "SELECT count (*) = 0 FROM member WHERE phone = '+972501234501'");
}

/* The code of their app before the camera; and one that was used, or shown for too long. */
static void
test_member_code (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autofree char *picture = madaf_rig_path (rig, "member-code.png");
  g_autoptr (MadafPerson) noa = NULL;

  madaf_shop_floor_open_app (floor, NOA);
  madaf_shop_floor_shows_member_code (floor, picture);
  noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", picture, NULL);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Scan an item");
  madaf_person_waits_for_text (noa, "Shalom, ");
  madaf_person_takes_picture (noa, "private-member-code");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  madaf_person_waits_for_text (noa, "Touch to begin");

  /* Used twice: somebody photographed it. */
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Scan an item");
  madaf_person_waits_for_text (noa, "This code was used or is too old. Your app shows a new one.");
  madaf_person_takes_picture (noa, "private-member-code-used");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");

  /* Shown a minute ago. */
  madaf_shop_floor_shows_member_code (floor, picture);
  madaf_shop_floor_let_happen (floor, "UPDATE member_code SET expires_us = expires_us - 61000000");
  madaf_person_waits_for_text (noa, "Touch to begin");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Scan an item");
  madaf_person_waits_for_text (noa, "This code was used or is too old. Your app shows a new one.");
  g_assert_false (madaf_person_sees (noa, "Signed in: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_alerts);
  g_test_add_func ("/journey/private/ended-elsewhere", test_ended_elsewhere);
  g_test_add_func ("/journey/private/erased", test_erased);
  g_test_add_func ("/journey/private/member-code", test_member_code);
  return g_test_run ();
}
