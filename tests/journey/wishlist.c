/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A shopper gives hearts before and after they sign in; the list is theirs in every channel, is shared by a code, and
 * leaves the screen with them. They make other lists, and nothing is lost when one of these is deleted elsewhere.
 */
#include "shop-floor.h"

#include <string.h>

#define NOA       "050-123-4501"
#define NOA_IS    "(SELECT id FROM member WHERE phone = '+972501234501')"
#define ITEM      "7290012001086"
#define ITEM_NAME "Relaxed cotton tee"
#define ITEM_IS   "(SELECT product_id FROM variant WHERE gtin = '07290012001086')"
#define ON_LIST                                                                                                        \
  "(SELECT count(*) FROM wish WHERE product_id = " ITEM_IS " AND list_id IN"                                           \
  " (SELECT id FROM wishlist WHERE member_id = " NOA_IS " AND name IS NULL))"
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"

typedef struct
{
  const char *name;
  const char *shape;
  const char *look;     /* option of the kiosk */
  const char *language; /* of the shopper */
  const char *tongue;   /* what the button says that they touch first */
} Screen;

static const Screen screens[] = {
  { "/journey/wishlist/heart-landscape", "1280x800", "--light", "en", "English" },
  { "/journey/wishlist/heart-portrait", "800x1280", "--dark", "he", "עברית" },
};

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("wishlist-%s-%s", screen->shape, what);

  madaf_person_takes_picture (person, name);
}

static void
sign_in (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *before = g_strdup_printf (madaf_person_word (person, "Code for your phone: %s"), "");
  g_autofree char *code = madaf_person_reads (person, before, USER_CODE);
  g_autofree char *said = madaf_shop_floor_use_phone (floor, "approve", code, NOA);

  g_assert_nonnull (said);
}

/* (transfer full) */
static char *
make_heart_name (MadafPerson *person, const char *item)
{
  return g_strdup_printf (madaf_person_word (person, "%s on your wishlist"), item);
}

/* The name of the thing as this person reads it. (transfer full) */
static char *
ask_item_name (MadafShopFloor *floor, const char *language)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT json_extract (title, '$.%s') FROM product WHERE id = " ITEM_IS, language);

  return madaf_shop_floor_ask (floor, sql);
}

static void
check_nothing_left (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *name = madaf_shop_floor_ask (floor, "SELECT name FROM member WHERE phone = '+972501234501'");
  g_autofree char *token
      = madaf_shop_floor_ask (floor, "SELECT share_token FROM wishlist WHERE member_id = " NOA_IS " AND name IS NULL");
  g_autofree char *hits = NULL;
  g_autofree char *links = NULL;

  madaf_person_waits_for_text (person, madaf_person_word (person, "Touch to begin"));
  hits = madaf_shop_floor_search_kiosks (floor, name);
  g_assert_cmpstr (hits, ==, "");
  links = madaf_shop_floor_search_kiosks (floor, *token != '\0' ? token : "no-such-link");
  g_assert_cmpstr (links, ==, "");
  madaf_shop_floor_wait (floor, "SELECT count(*) = 0 FROM access_token");
}

/* A heart of nobody, then it is Noa's; the list is shared, then nobody else sees it; nothing is left. */
static void
test_heart (gconstpointer data)
{
  const Screen *screen = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  const char *look[] = { screen->look, NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, look);
  g_autofree char *item = ask_item_name (floor, screen->language);
  g_autofree char *heart = make_heart_name (noa, item);

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, screen->tongue);
  madaf_person_scans_usb (noa, ITEM);
  madaf_person_waits_for_text (noa, item);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, heart);
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "On your wishlist"));
  take_picture (noa, screen, "heart");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_waits_for_text (noa, item);
  madaf_person_waits_for_text (
      noa, madaf_person_word (noa, "Sign in to keep this list: it will be in the app and on the site too."));
  take_picture (noa, screen, "guest");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  sign_in (floor, noa);
  madaf_shop_floor_wait (floor, "SELECT " ON_LIST " = 1");
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Share this list");
  madaf_person_waits_for_text (noa, item);
  take_picture (noa, screen, "member");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Share this list");
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "It shows what is on the list, not whose it is."));
  madaf_shop_floor_wait (floor,
                         "SELECT share_token IS NOT NULL FROM wishlist WHERE member_id = " NOA_IS " AND name IS NULL");
  take_picture (noa, screen, "share");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Stop sharing");
  madaf_shop_floor_wait (floor,
                         "SELECT share_token IS NULL FROM wishlist WHERE member_id = " NOA_IS " AND name IS NULL");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  check_nothing_left (floor, noa);
}

/* The shop's brain goes away: what was touched meanwhile is said to wait, and arrives. */
static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_scans_usb (noa, ITEM);
  madaf_person_waits_for_text (noa, ITEM_NAME);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  sign_in (floor, noa);
  madaf_person_waits_for_text (noa, "Shalom, ");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Share this list");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Back");
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, ITEM_NAME " on your wishlist");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_waits_for_text (noa, "What you change is kept and sent when it does.");
  madaf_person_takes_picture (noa, "wishlist-gone");
  madaf_shop_floor_start_central (floor);
  madaf_shop_floor_wait (floor, "SELECT " ON_LIST " = 1");
  madaf_person_waits_for_text (noa, ITEM_NAME);
}

#define LIST_IS(name)                                                                                                  \
  "(SELECT id FROM wishlist WHERE member_id = " NOA_IS " AND deleted_us IS NULL AND name = '" name "')"
#define ON(list) "(SELECT count(*) FROM wish WHERE product_id = " ITEM_IS " AND list_id = " list ")"

static MadafPerson *
open_as_noa (MadafShopFloor *floor)
{
  MadafPerson *noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  sign_in (floor, noa);
  madaf_person_waits_for_text (noa, "Shalom, ");
  return noa;
}

static void
make_list (MadafPerson *person, const char *name)
{
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "New list");
  madaf_person_waits_for_text (person, "Give it a name that you will know it by");
  madaf_person_types (person, name);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Make the list");
  madaf_person_waits_for_text (person, "Nothing on this list yet");
}

/* The heart puts it on the list of the hearts, and from there it is moved to this one. */
static void
save_in (MadafPerson *person, const char *name)
{
  madaf_person_scans_usb (person, ITEM);
  /* The first time they are asked whether they want to be told of it. */
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, ITEM_NAME " on your wishlist");
  madaf_person_waits_for_text (person, "On your wishlist. Shall we tell you");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, ITEM_NAME " on your wishlist");
  madaf_person_waits_for_text (person, "Taken off your wishlist");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, ITEM_NAME " on your wishlist");
  madaf_person_waits_for_text (person, "Saved in Hearts");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Change the list");
  madaf_person_waits_for_text (person, "Where shall it be kept?");
  madaf_person_takes_picture (person, "wishlist-choose");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, name);
}

/* Made, filled, renamed, deleted, and had back. */
static void
test_lists (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = open_as_noa (floor);

  make_list (noa, "gifts");
  madaf_shop_floor_wait (floor, "SELECT " LIST_IS ("gifts") " IS NOT NULL");
  save_in (noa, "gifts");
  madaf_shop_floor_wait (floor, "SELECT " ON (LIST_IS ("gifts")) " = 1 AND " ON_LIST " = 0");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "gifts");
  madaf_person_waits_for_text (noa, ITEM_NAME);
  madaf_person_takes_picture (noa, "wishlist-named");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Rename the list");
  madaf_person_types (noa, "x");
  madaf_person_takes_picture (noa, "wishlist-rename");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Save the name");
  madaf_shop_floor_wait (floor, "SELECT " ON (LIST_IS ("giftsx")) " = 1");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Delete the list");
  madaf_person_waits_for_text (noa, " is deleted");
  madaf_shop_floor_wait (floor, "SELECT " LIST_IS ("giftsx") " IS NULL");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Undo");
  madaf_shop_floor_wait (floor, "SELECT " ON (LIST_IS ("giftsx")) " = 1");
  madaf_person_waits_for_text (noa, ITEM_NAME);
}

/* Deleted in the app while it is shown here: said, and the hearts are shown in its place. Deleted while the kiosk could
 * not know, and things were put on it: they are kept somewhere else. */
static void
test_list_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = open_as_noa (floor);
  g_autofree char *shown = NULL;

  madaf_shop_floor_open_app (floor, NOA);
  make_list (noa, "gifts");
  madaf_shop_floor_wait (floor, "SELECT " LIST_IS ("gifts") " IS NOT NULL");
  madaf_person_waits_for_text (noa, "Nothing on this list yet");
  shown = madaf_shop_floor_ask (floor, "SELECT " LIST_IS ("gifts"));
  madaf_shop_floor_deletes_list_in_app (floor, g_strstrip (shown));
  madaf_person_waits_for_text (noa, "This list was deleted elsewhere.");
  madaf_person_takes_picture (noa, "wishlist-list-gone");

  make_list (noa, "summer");
  madaf_shop_floor_wait (floor, "SELECT " LIST_IS ("summer") " IS NOT NULL");
  save_in (noa, "summer");
  madaf_shop_floor_wait (floor, "SELECT " ON (LIST_IS ("summer")) " = 1 AND " ON_LIST " = 0");
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, ITEM_NAME " on your wishlist");
  madaf_person_waits_for_text (noa, "Taken off your wishlist");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, ITEM_NAME " on your wishlist");
  madaf_person_waits_for_text (noa, "Saved in ");
  madaf_shop_floor_let_happen (floor, "UPDATE wishlist SET deleted_us = 1 WHERE name = 'summer'");
  madaf_shop_floor_start_central (floor);
  madaf_person_waits_for_text (noa, "That list is not there any more");
  madaf_person_takes_picture (noa, "wishlist-homeless");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "list|Hearts");
  madaf_shop_floor_wait (floor, "SELECT " ON_LIST " = 1");
  madaf_person_waits_for_text (noa, "Saved in Hearts");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_heart);
  g_test_add_func ("/journey/wishlist/central-gone", test_central_gone);
  g_test_add_func ("/journey/wishlist/lists", test_lists);
  g_test_add_func ("/journey/wishlist/list-gone", test_list_gone);
  return g_test_run ();
}
