/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A member and what they type go through the whole program, and leave: then nothing of them is in any file of the
 * kiosk, in any log, in what can be pasted, or in what assistive technology is told of. An order that was not confirmed
 * yet is kept, and cannot be read.
 */
#include "shop-floor.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOA       "050-123-4501"
#define NOA_IS    "(SELECT id FROM member WHERE phone = '+972501234501')"
#define ITEM      "7290012001086"
#define NO_CODE   "4006381333931" /* no goods have it */
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"

/* What is typed; nothing in the shop is called so. */
#define SEARCHED "qanarsearched"
#define REVIEWED "qanarreviewed"
#define NAMED    "qanarnamed"
#define PHONE    "0541112222"
#define DIGITS   "541112222" /* of that, however it is written */

/* Everything that a program may write without being told where lies in folders of the rig. */
static void
move_home (MadafRig *rig)
{
  static const char *const names[]
      = { "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = madaf_rig_path (rig, names[i]);

      g_assert_no_errno (g_mkdir (folder, 0700));
      g_setenv (names[i], folder, TRUE);
    }
  /* As talkative as they can be. */
  g_setenv ("G_MESSAGES_DEBUG", "madaf madaf-client madaf-kiosk madaf-model madaf-scan", TRUE);
}

/* What they typed, and what the shop knows of them and showed. (transfer full) (element-type char*) */
static GPtrArray *
list_canaries (MadafShopFloor *floor)
{
  static const char *const typed[] = { SEARCHED, REVIEWED, NAMED, PHONE, DIGITS, "501234501" };
  static const char *const known[] = {
    "SELECT name FROM member WHERE id = " NOA_IS,
    "SELECT name FROM wishlist WHERE name IS NOT NULL AND member_id = " NOA_IS,
    "SELECT receipt_token FROM customer_order WHERE member_id = " NOA_IS " LIMIT 1",
  };
  GPtrArray *canaries = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    g_ptr_array_add (canaries, g_strdup (typed[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      char *text = madaf_shop_floor_ask (floor, known[i]);

      g_assert_cmpstr (text, !=, "");
      g_ptr_array_add (canaries, text);
    }
  return canaries;
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
search (MadafPerson *person)
{
  madaf_person_scans_usb (person, NO_CODE);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Search by name");
  madaf_person_types (person, SEARCHED);
  madaf_person_waits_for_text (person, SEARCHED);
}

/* What is written is not sent, and waits; the thing goes into the basket, to be collected here. */
static void
review_and_choose (MadafPerson *person)
{
  madaf_person_scans_usb (person, ITEM);
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "Read all ");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Write a review");
  madaf_person_touches (person, ATSPI_ROLE_TEXT, "What do you want to say?");
  madaf_person_types (person, REVIEWED);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_person_scans_usb (person, ITEM);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
}

static void
look_at_own_things (MadafPerson *person)
{
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Wishlist");
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Share this list");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "Signed in: ");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Purchases");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "Receipt");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Close");
}

static gboolean
has_selection (gpointer person)
{
  return madaf_person_has_copy (person, "PRIMARY");
}

/* Up to the last step; what is selected can be pasted. */
static void
go_to_review (MadafPerson *person)
{
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "Basket, ");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Checkout");
  madaf_person_touches (person, ATSPI_ROLE_TEXT, "Your name");
  madaf_person_types (person, NAMED);
  madaf_person_selects (person, "Your name");
  madaf_rig_wait ("a selection", 5, has_selection, person);
  madaf_person_touches (person, ATSPI_ROLE_TEXT, "Phone");
  madaf_person_types (person, PHONE);
  g_assert_true (madaf_person_could_find (person, NAMED));
}

/* Every file there is, but for the shop's own database: what the kiosk kept, its log and the central's. (transfer full)
 */
static char *
search_files (MadafRig *rig, const char *text)
{
  g_autofree char *folder = madaf_rig_path (rig, "");
  g_autofree char *quoted = g_shell_quote (text);
  /* Nothing found is no failure of the search. */
  g_autofree char *command
      = g_strdup_printf ("grep -rlaF -D skip --exclude='shop.db*' -e %s %s || true", quoted, folder);
  const char *argv[] = { "sh", "-c", command, NULL };

  return g_strchomp (madaf_rig_run (rig, argv));
}

static void
check_nothing_left (MadafRig *rig, MadafShopFloor *floor, MadafPerson *person)
{
  g_autoptr (GPtrArray) canaries = list_canaries (floor);
  g_autofree char *logs = search_files (rig, "listening on");

  /* What is there is found. */
  g_assert_nonnull (strstr (logs, "central.log"));
  madaf_person_waits_for_text (person, "Touch to begin");
  for (guint i = 0; i < canaries->len; i++)
    {
      const char *canary = canaries->pdata[i];
      g_autofree char *files = search_files (rig, canary);

      if (*files != '\0' || madaf_person_could_find (person, canary))
        g_error ("“%s” is left: %s", canary, files);
    }
  g_assert_false (madaf_person_has_copy (person, "CLIPBOARD"));
  g_assert_false (madaf_person_has_copy (person, "PRIMARY"));
}

static void
live_a_session (MadafShopFloor *floor, MadafPerson *noa)
{
  /* What is in their basket has no way to them chosen yet. */
  madaf_shop_floor_let_happen (floor, "DELETE FROM basket_line");
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  sign_in (floor, noa);
  search (noa);
  review_and_choose (noa);
  look_at_own_things (noa);
  go_to_review (noa);
}

/* They touch "Done", with everything on the screen. */
static void
test_button (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = NULL;
  g_autoptr (MadafPerson) noa = NULL;

  move_home (rig);
  floor = madaf_shop_floor_new_demo (rig);
  noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  live_a_session (floor, noa);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  check_nothing_left (rig, floor, noa);
}

/* They order while the shop cannot be reached, and walk away: the order is kept, and only that. */
static void
test_idle (void)
{
  const char *soon[] = { "--idle-seconds", "20", NULL };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = NULL;
  g_autoptr (MadafPerson) noa = NULL;

  move_home (rig);
  floor = madaf_shop_floor_new_demo (rig);
  noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, soon);
  live_a_session (floor, noa);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Pay when you collect");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  madaf_person_waits_for (noa, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_shop_floor_kill_central (floor);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (noa, "Your order is kept here.");
  check_nothing_left (rig, floor, noa);
  /* It was kept all the same, and arrives. */
  madaf_shop_floor_start_central (floor);
  madaf_shop_floor_wait (floor, "SELECT count (*) = 1 FROM customer_order WHERE name = '" NAMED "'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/canary/button", test_button);
  g_test_add_func ("/journey/canary/idle", test_idle);
  return g_test_run ();
}
