/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A USB scanner at the whole program: its keys come through the X server as those of a keyboard do, on a machine whose
 * layout is another. What a code types is read, and what it presses does nothing.
 */
#include "shop-floor.h"

#include <string.h>

/* A product of the demo shop. */
#define TEE_CODE "7290012001086"

static MadafPerson *
open_kiosk (MadafShopFloor *floor)
{
  MadafPerson *person = madaf_shop_floor_open_kiosk (floor, "1280x800", "en", NULL, NULL);

  madaf_person_waits_for_text (person, "English");
  return person;
}

/* The identifier before the digits is "[E0" to whoever reads what a Hebrew layout types. */
static void
test_hebrew_layout (void)
{
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor);
  g_autofree char *code = g_strconcat ("]E0", madaf_shop_floor_get_code (floor), NULL);

  madaf_person_sets_layout (anna, "il");
  madaf_person_scans_keys (anna, code);
  madaf_person_waits_for_text (anna, "Collect at Haifa");
}

/* Codes that press keys are scanned on the page of the coat: afterwards there is one step back from the next product to
 * it, nothing was bought, and nobody left. */
static void
test_hostile_codes (void)
{
  static const char *const hostile[] = {
    "ab<Alt+F4><Control+Shift+i><Super+d><Control+q><Control+w><Alt+space>",
    "ab<Escape><Tab><Tab><Tab><Return> <Return>",
    "<Super+d><Alt+F4><Control+Alt+F1><Menu><F10><Control+v>",
  };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor);
  g_autofree char *flood = g_strnfill (10000, 'x');

  madaf_person_scans_keys (anna, madaf_shop_floor_get_code (floor));
  madaf_person_waits_for_text (anna, "Collect at Haifa");
  flood[1] = 'y';
  madaf_person_scans_keys (anna, flood);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    madaf_person_scans_keys (anna, hostile[i]);
  madaf_person_scans_keys (anna, TEE_CODE);
  madaf_person_waits_for_text (anna, "Relaxed cotton tee");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Back");
  madaf_person_waits_for_text (anna, "Collect at Haifa");
  madaf_person_opens_basket (anna, 0);
  g_assert_cmpuint (madaf_shop_floor_count_orders (floor), ==, 0);
}

/* Words of a code are words on the screen, whatever they would be elsewhere. */
static void
test_markup (void)
{
  static const char text[] = "<b>&amp;'; DROP TABLE product;--";
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = open_kiosk (floor);

  madaf_person_scans_keys (anna, "<Shift+comma>b>&amp;'; DROP TABLE product;--");
  madaf_person_waits_for (anna, ATSPI_ROLE_HEADING, "We do not know this code");
  madaf_person_waits_for_text (anna, text);
}

/* Each of the shop's own codes is told by what it is, one after the other; none is opened, and the last stands alone.
 */
static void
explain_codes (const char *shape, const char *language)
{
  static const struct
  {
    const char *code;
    const char *headline;
    const char *name;
  } kinds[] = {
    { "5724000000", "This is the code of an order", "order" },
    { "https://shop.example/r/R3ceipt_token", "This is a receipt", "receipt" },
    { "https://shop.example/s/ABCD-EFGH", "This code is for your phone", "sign-in" },
    { "https://shop.example/c/summer", "This is an offer of ours", "campaign" },
    { "https://elsewhere.example/c/summer", "This code leads to a web page", "link" },
  };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = NULL;

  madaf_rig_set (rig, "code-origins", "['https://shop.example']");
  anna = madaf_shop_floor_open_kiosk (floor, shape, language, NULL, NULL);
  madaf_person_waits_for_text (anna, "English");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *picture = g_strdup_printf ("code-%s-%s-%s", kinds[i].name, shape, language);

      madaf_person_scans_keys (anna, kinds[i].code);
      madaf_person_waits_for_text (anna, madaf_person_word (anna, kinds[i].headline));
      if (i > 0)
        madaf_person_waits_until_gone (anna, ATSPI_ROLE_INVALID, kinds[i - 1].headline);
      madaf_person_takes_picture (anna, picture);
    }
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Close");
  madaf_person_waits_until_gone (anna, ATSPI_ROLE_INVALID, kinds[G_N_ELEMENTS (kinds) - 1].headline);
}

static void
test_kinds_english (void)
{
  explain_codes ("1280x800", "en");
}

static void
test_kinds_hebrew (void)
{
  explain_codes ("800x1280", "he");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/scanner/hebrew-layout", test_hebrew_layout);
  g_test_add_func ("/journey/scanner/hostile-codes", test_hostile_codes);
  g_test_add_func ("/journey/scanner/markup", test_markup);
  g_test_add_func ("/journey/scanner/kinds-english", test_kinds_english);
  g_test_add_func ("/journey/scanner/kinds-hebrew", test_kinds_hebrew);
  return g_test_run ();
}
