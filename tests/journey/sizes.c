/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The size that a member wears: chosen first with a word why, seen from the member’s sheet, and nothing of
 * it there for the next shopper.
 */
#include "shop-floor.h"

#define NOA       "050-123-4501"
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"
/* No goods have it. */
#define NO_CODE "4006381333931"

/* Something Noa bought in a size and kept, as what the shop calls it in English. (transfer full) */
static char *
find_bought (MadafShopFloor *floor)
{
  return madaf_shop_floor_ask (floor,
                               "SELECT p.title ->> 'en' FROM member m JOIN customer_order o ON o.member_id = m.id"
                               " JOIN fulfilment f ON f.order_id = o.id JOIN order_line l ON l.fulfilment_id ="
                               " f.id JOIN product p ON p.id = l.product_id WHERE m.phone = '+972501234501'"
                               " AND f.state NOT IN ('cancelled', 'returned') AND l.size <> ''"
                               " AND p.hidden = 0 ORDER BY o.placed_us DESC LIMIT 1");
}

static void
open_by_name (MadafPerson *person, const char *title)
{
  g_autofree char *typed = g_utf8_strdown (title, -1);

  madaf_person_scans_usb (person, NO_CODE);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Search by name");
  madaf_person_types (person, typed);
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, title);
}

static void
sign_in (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *code = NULL;

  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = madaf_person_reads (person, "Code for your phone: ", USER_CODE);
  g_free (madaf_shop_floor_use_phone (floor, "approve", code, NOA));
  madaf_person_waits_for_text (person, "Shalom, ");
}

static void
test_chosen_first (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *title = find_bought (floor);
  g_autofree char *size = NULL;
  g_autofree char *chosen = NULL;

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  open_by_name (noa, title);
  madaf_person_waits_for_text (noa, "Choose a size");
  g_assert_false (madaf_person_sees (noa, "Your size in "));
  sign_in (floor, noa);
  size = madaf_person_reads (noa, "Your size in ", "[A-Z0-9]+(?=[^A-Za-z0-9]*$)");
  chosen = g_strdup_printf ("Size: \u2068%s", size);
  madaf_person_waits_for_text (noa, chosen);
  madaf_person_takes_picture (noa, "sizes-chosen");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Signed in: ");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "My sizes");
  madaf_person_waits_for_text (noa, "From what you bought");
  madaf_person_takes_picture (noa, "sizes-sheet");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  madaf_person_waits_for_text (noa, "Touch to begin");
  g_assert_false (madaf_person_sees (noa, "Your size in "));
}

/* What another size was touched for while the shop's brain is gone is said not to be known there, and can be touched
 * again. */
static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  sign_in (floor, noa);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Signed in: ");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "My sizes");
  madaf_person_waits_for_text (noa, "From what you bought");
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "XL");
  madaf_person_waits_for_text (noa, "This could not be changed. Please try again in a moment.");
  g_assert_false (madaf_person_sees (noa, "As you said"));
  madaf_person_takes_picture (noa, "sizes-gone");
  madaf_shop_floor_start_central (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "XL");
  madaf_person_waits_for_text (noa, "As you said");
  madaf_shop_floor_wait (floor, "SELECT count(*) = 1 FROM member_size WHERE size = 'XL'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/sizes/chosen-first", test_chosen_first);
  g_test_add_func ("/journey/sizes/central-gone", test_central_gone);
  return g_test_run ();
}
