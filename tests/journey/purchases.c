/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A member sees what they bought in every channel and where it stands, buys some of it again, and leaves nothing
 * behind.
 */
#include "shop-floor.h"

#include <string.h>

#define NOA       "050-123-4501"
#define NOA_IS    "(SELECT id FROM member WHERE phone = '+972501234501')"
#define MINE      "FROM customer_order WHERE member_id = " NOA_IS
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"

typedef struct
{
  const char *name;
  const char *shape;
  const char *look;
  const char *language;
  const char *tongue;
} Screen;

static const Screen screens[] = {
  { "/journey/purchases/landscape", "1280x800", "--light", "en", "English" },
  { "/journey/purchases/portrait", "800x1280", "--dark", "he", "עברית" },
};

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("purchases-%s-%s", screen->shape, what);

  madaf_person_takes_picture (person, name);
}

static void
sign_in (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *before = g_strdup_printf (madaf_person_word (person, "Code for your phone: %s"), "");
  g_autofree char *code = madaf_person_reads (person, before, USER_CODE);

  g_free (madaf_shop_floor_use_phone (floor, "approve", code, NOA));
}

static void
check_nothing_left (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *receipt = madaf_shop_floor_ask (floor, "SELECT receipt_token " MINE " LIMIT 1");
  g_autofree char *name = madaf_shop_floor_ask (floor, "SELECT name FROM member WHERE phone = '+972501234501'");
  g_autofree char *hits = NULL;
  g_autofree char *names = NULL;

  madaf_person_waits_for_text (person, madaf_person_word (person, "Touch to begin"));
  g_assert_cmpstr (receipt, !=, "");
  hits = madaf_shop_floor_search_kiosks (floor, receipt);
  g_assert_cmpstr (hits, ==, "");
  names = madaf_shop_floor_search_kiosks (floor, name);
  g_assert_cmpstr (names, ==, "");
}

static void
test_purchases (gconstpointer data)
{
  const Screen *screen = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  const char *look[] = { screen->look, NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, look);
  g_autofree char *signed_in = g_strdup_printf (madaf_person_word (noa, "Signed in: %s"), "");

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, screen->tongue);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  sign_in (floor, noa);
  madaf_shop_floor_wait (floor, "SELECT count(*) = 1 FROM access_token");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, signed_in);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Purchases");
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "Ordered online"));
  take_picture (noa, screen, "list");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (noa, "Receipt"));
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "Receipt for your phone"));
  take_picture (noa, screen, "receipt");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (noa, "Buy again"));
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "View basket"));
  take_picture (noa, screen, "again");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  check_nothing_left (floor, noa);
}

/* The shop's brain is gone when the page is opened: it says so, and has them once that is back. */
static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  sign_in (floor, noa);
  madaf_person_waits_for_text (noa, "Shalom, ");
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "Signed in: ");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Purchases");
  madaf_person_waits_for_text (noa, "We cannot reach the shop’s system right now");
  g_assert_false (madaf_person_sees (noa, "No purchases yet"));
  madaf_person_takes_picture (noa, "purchases-gone");
  madaf_shop_floor_start_central (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Try again");
  madaf_person_waits_for_text (noa, "Ordered online");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_purchases);
  g_test_add_func ("/journey/purchases/central-gone", test_central_gone);
  return g_test_run ();
}
