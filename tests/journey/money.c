/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A member puts a coupon, points and a gift card down for their basket, sees why it costs what it does and orders at
 * that price; what is used, ended or unknown is told in words; without the shop's brain nothing is guessed.
 */
#include "shop-floor.h"

#include <stdlib.h>
#include <string.h>

#define DANIEL    "050-123-4506"
#define DANIEL_IS "(SELECT id FROM member WHERE phone = '+972501234506')"
#define ITEM      "7290012001086"
#define CARD      "DEM0-G1FT-CARD-0001"
#define LEFT_IN_APP                                                                                                    \
  "FROM basket_line l JOIN basket b ON b.id = l.basket_id JOIN variant v ON v.id = l.variant_id"                       \
  " JOIN product p ON p.id = v.product_id WHERE b.member_id = " DANIEL_IS
#define USER_CODE    "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"
#define POINTS       "SELECT balance FROM purse WHERE kind = 'points' AND member_id = " DANIEL_IS
#define CARD_BALANCE "SELECT balance FROM purse WHERE kind = 'gift_card' AND last_four = '0001'"

typedef struct
{
  const char *name;
  const char *shape;
  const char *look;
  const char *language;
  const char *tongue;
  const char *coupon; /* what it is called */
  const char *name_typed;
} Screen;

static const Screen screens[] = {
  { "/journey/money/member-landscape", "1280x800", "--light", "en", "English", "15% off your purchase", "dani" },
  { "/journey/money/member-portrait", "800x1280", "--dark", "he", "עברית", "15% על הקנייה", "דני" },
};

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("money-%s-%s-%s", screen->language, screen->shape, what);

  madaf_person_takes_picture (person, name);
}

/* The beginning of a sentence with figures in it: enough to know it by. (transfer full) */
static char *
beginning (MadafPerson *person, const char *english)
{
  const char *text = madaf_person_word (person, english);

  return g_strndup (text, strcspn (text, "%"));
}

static void
sign_in (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *before = beginning (person, "Code for your phone: %s");
  g_autofree char *greeting = beginning (person, "Shalom, %s");
  g_autofree char *code = NULL;

  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = madaf_person_reads (person, before, USER_CODE);
  g_free (madaf_shop_floor_use_phone (floor, "approve", code, DANIEL));
  madaf_person_waits_for_text (person, greeting);
}

static int
ask_number (MadafShopFloor *floor, const char *sql)
{
  g_autofree char *text = madaf_shop_floor_ask (floor, sql);

  return atoi (text);
}

/* What they left in the app is not for today. */
static void
empty_basket (MadafShopFloor *floor, MadafPerson *daniel, const char *language)
{
  g_autofree char *sql = g_strdup_printf ("SELECT json_extract(p.title, '$.%s') " LEFT_IN_APP, language);
  g_autofree char *titles = madaf_shop_floor_ask (floor, sql);
  g_auto (GStrv) lines = g_strsplit (titles, "\n", -1);

  madaf_person_opens_basket (daniel, ask_number (floor, "SELECT sum(l.quantity) " LEFT_IN_APP));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (madaf_person_word (daniel, "Remove %s"), lines[i]);

      madaf_person_touches_text (daniel, ATSPI_ROLE_PUSH_BUTTON, name);
    }
  madaf_person_waits_for_text (daniel, madaf_person_word (daniel, "Your basket is empty"));
}

static void
add_item (MadafPerson *person)
{
  madaf_person_scans_usb (person, ITEM);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  madaf_person_opens_basket (person, 1);
}

/* They are signed in, with one thing in their basket. */
static void
begin (MadafShopFloor *floor, MadafPerson *daniel, const char *tongue, const char *language)
{
  madaf_person_touches_text (daniel, ATSPI_ROLE_PUSH_BUTTON, tongue);
  sign_in (floor, daniel);
  empty_basket (floor, daniel, language);
  add_item (daniel);
  madaf_person_waits_for (daniel, ATSPI_ROLE_PUSH_BUTTON, "Use points");
}

static void
put_down_all (MadafPerson *daniel, const Screen *screen)
{
  take_picture (daniel, screen, "before");
  madaf_person_scans_keys (daniel, "coupon:WELCOME15");
  madaf_person_waits_for_text (daniel, screen->coupon);
  take_picture (daniel, screen, "coupon");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Use points");
  take_picture (daniel, screen, "points");
  madaf_person_touches_text (daniel, ATSPI_ROLE_PUSH_BUTTON, "100");
  madaf_person_scans_keys (daniel, CARD);
  madaf_person_waits_for_text (daniel, "•••• 0001");
  madaf_person_waits_for_text (daniel, madaf_person_word (daniel, "Left to pay"));
  take_picture (daniel, screen, "all");
}

static void
open_why (MadafPerson *daniel, const Screen *screen)
{
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Why this price");
  madaf_person_waits_for_text (daniel, madaf_person_word (daniel, "Shelf price"));
  take_picture (daniel, screen, "why");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Close");
}

/* What the screen said is what was taken, once. */
static void
check_order (MadafShopFloor *floor, int points_before, int card_before)
{
  int paid = ask_number (floor, "SELECT -amount FROM purse_entry e JOIN purse p ON p.number = e.purse"
                                " WHERE p.kind = 'gift_card' AND e.kind = 'spend' ORDER BY e.number DESC LIMIT 1");

  g_assert_cmpuint (madaf_shop_floor_count_orders (floor), ==, 1);
  g_assert_cmpint (ask_number (floor, POINTS), ==, points_before - 100);
  g_assert_cmpint (paid, >, 0);
  g_assert_cmpint (ask_number (floor, CARD_BALANCE), ==, card_before - paid);
  g_assert_cmpint (ask_number (floor, "SELECT count(*) FROM coupon_entry e JOIN customer_order o ON o.id = e.order_id"
                                      " WHERE o.device_id NOT NULL"),
                   ==, 1);
}

/* Used once, and each only once for a member; and one whose time is over. */
static void
try_again (MadafPerson *daniel, const Screen *screen)
{
  g_autofree char *ended = beginning (daniel, "This coupon ended on %s.");

  add_item (daniel);
  madaf_person_scans_keys (daniel, "coupon:WELCOME15");
  madaf_person_waits_for_text (daniel, madaf_person_word (daniel, "This coupon has been used already."));
  take_picture (daniel, screen, "used");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Go on");
  madaf_person_scans_keys (daniel, "coupon:OLD10");
  madaf_person_waits_for_text (daniel, ended);
  take_picture (daniel, screen, "ended");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Go on");
}

static void
open_wallet (MadafPerson *daniel, const Screen *screen)
{
  g_autofree char *signed_in = beginning (daniel, "Signed in: %s");

  madaf_person_touches_text (daniel, ATSPI_ROLE_PUSH_BUTTON, signed_in);
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Points and coupons");
  madaf_person_waits_for_text (daniel, madaf_person_word (daniel, "Used for an order"));
  take_picture (daniel, screen, "wallet");
}

static void
check_nothing_left (MadafShopFloor *floor, MadafPerson *daniel)
{
  static const char *const traces[] = { CARD, "DEM0G1FTCARD0001", "WELCOME15" };

  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  madaf_person_waits_for_text (daniel, madaf_person_word (daniel, "Touch to begin"));
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      g_autofree char *hits = madaf_shop_floor_search_kiosks (floor, traces[i]);

      g_assert_cmpstr (hits, ==, "");
    }
}

static void
test_member (gconstpointer data)
{
  const Screen *screen = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  const char *look[] = { screen->look, NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) daniel = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, look);
  int points = ask_number (floor, POINTS);
  int on_card = ask_number (floor, CARD_BALANCE);

  begin (floor, daniel, screen->tongue, screen->language);
  put_down_all (daniel, screen);
  open_why (daniel, screen);
  madaf_person_fills_in_checkout (daniel, screen->name_typed, "0501234506");
  take_picture (daniel, screen, "review");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (daniel, madaf_person_word (daniel, "Bring this code and an ID."));
  take_picture (daniel, screen, "placed");
  check_order (floor, points, on_card);
  try_again (daniel, screen);
  open_wallet (daniel, screen);
  check_nothing_left (floor, daniel);
}

/* The shop's brain goes when all is put down: the screen says that nothing is counted, orders nothing, and goes on as
 * soon as it is back. */
static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) daniel = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);

  begin (floor, daniel, "English", "en");
  madaf_person_touches_text (daniel, ATSPI_ROLE_PUSH_BUTTON, "15% off your purchase");
  madaf_person_waits_for_text (daniel, "Items");
  madaf_person_fills_in_checkout (daniel, "daniel", "0501234506");
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Back");
  madaf_person_touches_text (daniel, ATSPI_ROLE_PUSH_BUTTON, "Use stored value");
  madaf_person_waits_for_text (daniel, "Without your coupons, points and cards");
  madaf_person_takes_picture (daniel, "money-gone");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Checkout");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (daniel, "Your coupons, points and cards cannot be counted right now");
  madaf_person_takes_picture (daniel, "money-gone-order");
  g_assert_cmpuint (madaf_shop_floor_count_orders (floor), ==, 0);
  madaf_shop_floor_start_central (floor);
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Try again now");
  madaf_person_waits_for_text (daniel, "Items");
  madaf_person_touches (daniel, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (daniel, "Bring this code and an ID.");
  g_assert_cmpuint (madaf_shop_floor_count_orders (floor), ==, 1);
}

/* Somebody who is not signed in types a gift card, and it pays. */
static void
test_guest (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) anna = madaf_shop_floor_open_kiosk (floor, "1280x800", "he", NULL, NULL);
  int before = ask_number (floor, CARD_BALANCE);

  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, "עברית");
  add_item (anna);
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Type a coupon or gift card");
  madaf_person_touches (anna, ATSPI_ROLE_TEXT, "Code of the coupon");
  madaf_person_types (anna, "nonsense");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Use it");
  madaf_person_waits_for_text (anna,
                               madaf_person_word (anna, "We do not know this code. Please look whether it is right."));
  madaf_person_takes_picture (anna, "money-guest-unknown");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Gift card");
  madaf_person_touches (anna, ATSPI_ROLE_TEXT, "Number of the gift card");
  madaf_person_types (anna, "dem0g1ftcard0001");
  madaf_person_takes_picture (anna, "money-guest-card");
  g_assert_false (madaf_person_sees (anna, "dem0g1ftcard0001"));
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Use it");
  madaf_person_waits_for_text (anna, madaf_person_word (anna, "Left to pay"));
  madaf_person_takes_picture (anna, "money-guest");
  madaf_person_fills_in_checkout (anna, "אנה", "0501234567");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (anna, madaf_person_word (anna, "Bring this code and an ID."));
  g_assert_cmpint (ask_number (floor, CARD_BALANCE), <, before);
  check_nothing_left (floor, anna);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_member);
  g_test_add_func ("/journey/money/central-gone", test_central_gone);
  g_test_add_func ("/journey/money/guest", test_guest);
  return g_test_run ();
}
