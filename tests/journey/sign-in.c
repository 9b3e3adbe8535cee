/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A shopper signs in with nothing typed in public: by their own phone, or with digits on the keypad. The screen greets
 * them where they were, and nothing of them is left when they go.
 */
#include "shop-floor.h"

#include <string.h>

#define NOA       "050-123-4501"
#define ITEM      "7290012001086"
#define ITEM_NAME "Relaxed cotton tee"
#define TRACE     "trace"
#define USER_CODE "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"
/* The goal is one second, which bench-kiosk measures; under the sanitizers everything takes longer. */
#define GREETING_US (5 * G_USEC_PER_SEC)

typedef struct
{
  const char *name;
  const char *shape;
  const char *look; /* option of the kiosk */
} Screen;

static const Screen screens[] = {
  { "/journey/sign-in/by-phone-landscape", "1280x800", "--light" },
  { "/journey/sign-in/by-phone-portrait", "800x1280", "--dark" },
};

/* The first name of the member with Noa's number, as the shop knows it. (transfer full) */
static char *
first_name (MadafShopFloor *floor)
{
  char *name = madaf_shop_floor_ask (floor, "SELECT name FROM member WHERE phone = '+972501234501'");

  name[strcspn (name, " ")] = '\0';
  return name;
}

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("sign-in-%s-%s", screen->shape, what);

  madaf_person_takes_picture (person, name);
}

/* What the shopper's eye, or the phone's camera, takes off the screen. (transfer full) */
static char *
read_user_code (MadafPerson *person)
{
  return madaf_person_reads (person, "Code for your phone: ", USER_CODE);
}

/* From the phone's yes to the greeting on the screen. */
static void
check_greeting (MadafShopFloor *floor, MadafPerson *person, const char *greeting)
{
  g_autofree char *code = read_user_code (person);
  g_autofree char *said = madaf_shop_floor_use_phone (floor, "approve", code, NOA);
  gint64 drawn_us = madaf_shop_floor_wait_traced (floor, TRACE, "greeting-drawn");

  g_assert_cmpint (drawn_us - g_ascii_strtoll (said, NULL, 10), <=, GREETING_US);
  madaf_person_waits_for_text (person, greeting);
}

static void
check_nothing_left (MadafShopFloor *floor, MadafPerson *person, const char *name)
{
  g_autofree char *hits = NULL;

  madaf_person_waits_for_text (person, "Touch to begin");
  g_assert_false (madaf_person_sees (person, name));
  hits = madaf_shop_floor_search_kiosks (floor, name);
  g_assert_cmpstr (hits, ==, "");
  madaf_shop_floor_wait (floor, "SELECT count(*) = 0 FROM access_token");
}

static void
test_by_phone (gconstpointer data)
{
  const Screen *screen = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autofree char *trace = madaf_rig_path (rig, TRACE);
  const char *look[] = { screen->look, "--trace", trace, NULL };
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, screen->shape, "en", NULL, look);
  g_autofree char *name = NULL;
  g_autofree char *greeting = NULL;

  name = first_name (floor);
  greeting = g_strdup_printf (madaf_person_word (noa, "Shalom, %s"), name);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_scans_usb (noa, ITEM);
  madaf_person_waits_for_text (noa, ITEM_NAME);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  madaf_person_waits_for_text (noa, "Code for your phone");
  take_picture (noa, screen, "code");
  check_greeting (floor, noa, greeting);
  take_picture (noa, screen, "greeting");
  /* Where they were, and in the language that they chose. */
  madaf_person_waits_for_text (noa, ITEM_NAME);
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "leave|Done");
  check_nothing_left (floor, noa, name);
}

/* A no is a no; another code comes with one touch. */
static void
test_denied (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *code = NULL;

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = read_user_code (noa);
  g_free (madaf_shop_floor_use_phone (floor, "deny", code, NOA));
  madaf_person_waits_for_text (noa, "Your phone said no, so nobody is signed in.");
  madaf_person_takes_picture (noa, "sign-in-denied");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Show a new code");
  madaf_person_waits_for_text (noa, "Code for your phone");
}

/* In Hebrew and by the keypad, past a wrong try; whoever did not choose a language is served in their own. */
static void
test_by_digits (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "he", NULL, NULL);
  g_autofree char *digits = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *name = NULL;
  g_autofree char *greeting = NULL;

  name = first_name (floor);
  greeting = g_strdup_printf (madaf_person_word (noa, "Shalom, %s"), name);
  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "עברית");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  madaf_person_waits_for_text (noa, madaf_person_word (noa, "Point your phone’s camera here"));
  madaf_person_takes_picture (noa, "sign-in-he-code");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Phone number and code instead");
  madaf_person_types (noa, "0501234501");
  madaf_person_takes_picture (noa, "sign-in-he-number");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Send the digits");
  madaf_person_waits_for_text (noa, "050•••••01");
  digits = madaf_shop_floor_use_phone (floor, "digits", NULL, NULL);
  madaf_person_types (noa, g_str_equal (digits, "000000") ? "000001" : "000000");
  wrong = g_strdup_printf (madaf_person_words (noa, "Those are other digits. %d try is left.",
                                               "Those are other digits. %d tries are left.", 4),
                           4);
  madaf_person_waits_for_text (noa, wrong);
  madaf_person_takes_picture (noa, "sign-in-he-wrong");
  madaf_person_types (noa, digits);
  madaf_person_waits_for_text (noa, greeting);
  madaf_person_takes_picture (noa, "sign-in-he-greeting");
}

/* The shop's brain goes away in the middle and comes back: the code on the screen still counts. */
static void
test_central_gone (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) noa = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);
  g_autofree char *code = NULL;

  madaf_person_touches_text (noa, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_touches (noa, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  code = read_user_code (noa);
  madaf_shop_floor_kill_central (floor);
  madaf_person_waits_for_text (noa, "The shop does not answer right now.");
  madaf_person_takes_picture (noa, "sign-in-gone");
  madaf_shop_floor_start_central (floor);
  g_free (madaf_shop_floor_use_phone (floor, "approve", code, NOA));
  madaf_person_waits_for_text (noa, "Shalom, ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_by_phone);
  g_test_add_func ("/journey/sign-in/denied", test_denied);
  g_test_add_func ("/journey/sign-in/by-digits", test_by_digits);
  g_test_add_func ("/journey/sign-in/central-gone", test_central_gone);
  return g_test_run ();
}
