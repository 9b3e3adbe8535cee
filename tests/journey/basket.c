/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A member's one basket on the screen and in the app at once, and a guest's that goes along on their phone.
 */
#include "phone-camera.h"
#include "shop-floor.h"

#include <stdlib.h>

#define NOA       "050-123-4501"
#define ITEM      "7290012001086"
#define ITEM_NAME "Relaxed cotton tee"
#define NOAS_LINES                                                                                                     \
  "FROM basket_line l JOIN basket b ON b.id = l.basket_id JOIN member m ON m.id = b.member_id"                         \
  " WHERE m.phone = '+972501234501'"

typedef struct
{
  const char *name;
  const char *shape;
  const char *language;
  const char *own_name; /* of the language */
  const char *look;     /* option of the kiosk */
} Screen;

static const Screen screens[] = {
  { "/journey/basket/taken-along", "1280x800", "en", "English", "--light" },
  { "/journey/basket/taken-along-portrait", "800x1280", "he", "עברית", "--dark" },
};

static int
count_pieces (MadafShopFloor *floor)
{
  g_autofree char *sum = madaf_shop_floor_ask (floor, "SELECT COALESCE(sum(l.quantity), 0) " NOAS_LINES);

  return atoi (sum);
}

static void
sign_in (MadafShopFloor *floor, MadafPerson *noa)
{
  g_autofree char *code = NULL;

  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = madaf_person_reads (noa, "Code for your phone: ", "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
  g_free (madaf_shop_floor_use_phone (floor, "approve", code, NOA));
  madaf_person_waits_for_text (noa, "Shalom, ");
}

/* Of what is on sale each step is told. */
static void
check_why (MadafPerson *noa)
{
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Why this price");
  madaf_person_waits_for_text (noa, "Shelf price");
  madaf_person_waits_for_text (noa, "Sale");
  madaf_person_takes_picture (noa, "basket-why");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
}

/* What was left in the app is here with what was chosen here; then each sees what the other does. */
static void
test_member (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *other
      = madaf_shop_floor_ask (floor, "SELECT id FROM variant WHERE product_id = 'penny-loafer' ORDER BY id LIMIT 1");
  int pieces = count_pieces (floor);

  g_assert_cmpint (pieces, >, 0);
  madaf_shop_floor_open_app (floor, NOA);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_scans_usb (noa, ITEM);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  madaf_person_opens_basket (noa, 1);
  sign_in (floor, noa);
  madaf_person_opens_basket (noa, pieces + 1);
  madaf_person_takes_picture (noa, "basket-of-a-member");
  madaf_shop_floor_adds_in_app (floor, other, 2);
  madaf_person_opens_basket (noa, pieces + 3);
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Remove Penny loafer");
  madaf_person_takes_picture (noa, "basket-changed-in-the-app");
  g_assert_cmpint (count_pieces (floor), ==, pieces + 3);
  check_why (noa);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Remove " ITEM_NAME);
  madaf_shop_floor_wait (floor, "SELECT count(*) = 0 " NOAS_LINES
                                " AND l.variant_id IN (SELECT id FROM variant WHERE gtin = '0" ITEM "')");
  g_assert_cmpint (count_pieces (floor), ==, pieces + 2);
  /* The screen forgets it, the shop does not. */
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  madaf_person_waits_for_text (noa, "Touch to begin");
  madaf_shop_floor_wait (floor, "SELECT count(*) = 0 FROM access_token t JOIN device d ON d.id = t.device_id"
                                " WHERE d.role = 'kiosk'");
  g_assert_cmpint (count_pieces (floor), ==, pieces + 2);
}

/* What is chosen while the shop's brain is gone joins what was changed in the app meanwhile: no line is lost. */
static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *other
      = madaf_shop_floor_ask (floor, "SELECT id FROM variant WHERE product_id = 'penny-loafer' ORDER BY id LIMIT 1");
  int pieces = count_pieces (floor);

  madaf_shop_floor_open_app (floor, NOA);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_scans_usb (noa, ITEM);
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  sign_in (floor, noa);
  madaf_person_opens_basket (noa, pieces);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Back");
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  madaf_person_opens_basket (noa, pieces + 1);
  madaf_person_takes_picture (noa, "basket-gone");
  madaf_shop_floor_start_central (floor);
  madaf_shop_floor_adds_in_app (floor, other, 2);
  madaf_person_opens_basket (noa, pieces + 3);
  madaf_shop_floor_wait (floor, "SELECT count(*) = 1 " NOAS_LINES
                                " AND l.variant_id IN (SELECT id FROM variant WHERE gtin = '0" ITEM "')");
  g_assert_cmpint (count_pieces (floor), ==, pieces + 3);
}

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("basket-%s-%s-%s", screen->shape, screen->language, what);

  madaf_person_takes_picture (person, name);
}

static void
test_taken_along (gconstpointer data)
{
  const Screen *screen = data;
  const char *look[] = { screen->look, NULL };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) guest = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, look);
  g_autofree char *url = NULL;
  g_autofree char *said = NULL;
  g_autofree char *late = NULL;

  madaf_person_touches_text (guest, ATSPI_ROLE_PUSH_BUTTON, screen->own_name);
  madaf_person_scans_usb (guest, ITEM);
  madaf_person_touches (guest, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  madaf_person_opens_basket (guest, 1);
  madaf_person_waits_for (guest, ATSPI_ROLE_PUSH_BUTTON, "Take it on your phone");
  take_picture (guest, screen, "guest");
  /* Without the shop's brain it is not lost, and goes along once that is back. */
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (guest, ATSPI_ROLE_PUSH_BUTTON, "Take it on your phone");
  madaf_person_waits_for_text (guest, madaf_person_word (guest, "That does not work right now"));
  take_picture (guest, screen, "failed");
  madaf_shop_floor_start_central (floor);
  madaf_person_touches (guest, ATSPI_ROLE_PUSH_BUTTON, "Try again");
  madaf_person_waits_for_text (guest, madaf_person_word (guest, "Point your phone’s camera here"));
  take_picture (guest, screen, "code");
  url = madaf_phone_camera_read (guest);
  said = madaf_shop_floor_use_phone (floor, "take", url, NULL);
  g_assert_nonnull (strstr (said, "30 days"));
  /* The screen has heard of it, and does not have the basket any more; another phone is told that it is too late. */
  madaf_person_waits_for_text (guest, madaf_person_word (guest, "It is on your phone"));
  take_picture (guest, screen, "taken");
  late = madaf_shop_floor_use_phone (floor, "take", url, NULL);
  g_assert_nonnull (strstr (late, "Another phone has this basket already."));
  madaf_person_touches (guest, ATSPI_ROLE_PUSH_BUTTON, "Clear this screen");
  madaf_person_waits_for_text (guest, madaf_person_word (guest, "Touch to begin"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/basket/of-a-member", test_member);
  g_test_add_func ("/journey/basket/central-gone", test_central_gone);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_taken_along);
  return g_test_run ();
}
