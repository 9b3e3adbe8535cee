/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every page in every language, shape and colour scheme: the language is switched on the spot on each page, as a
 * shopper would, and nothing may be lost by it. The pictures are kept for eyes to look at.
 */
#include "shop-floor.h"

#include <string.h>

/* A T-shirt of the demo shop in black, size M: seven colours, many reviews. */
#define DEMO_CODE "7290012001086"

typedef struct
{
  const char *code;
  const char *native_name;
  const char *shirt; /* the product's name, so that a page in a language that was not switched is found out */
} Language;

static const Language languages[] = {
  { "he", "עברית", "טישרט כותנה נינוחה" },
  { "ar", "العربية", "تيشيرت قطني مريح" },
  { "ru", "Русский", "Свободная футболка из хлопка" },
  { "en", "English", "Relaxed cotton tee" },
};

typedef struct
{
  const char *name;
  const char *shape;
  const char *scheme;
} Look;

static const Look looks[] = {
  { "/journey/screens/1280x800-light", "1280x800", "light" },
  { "/journey/screens/1280x800-dark", "1280x800", "dark" },
  { "/journey/screens/800x1280-light", "800x1280", "light" },
  { "/journey/screens/800x1280-dark", "800x1280", "dark" },
  { "/journey/screens/1080x1920-light", "1080x1920", "light" },
  { "/journey/screens/1080x1920-dark", "1080x1920", "dark" },
};

static void
switch_language (MadafPerson *person, const Language *language)
{
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Language");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, language->native_name);
  madaf_person_set_language (person, language->code);
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Language");
}

/* One page in the four languages, ending in English again. */
static void
show_page (MadafPerson *person, const Look *look, const char *page, gboolean names_shirt)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s-%s-%s", page, languages[i].code, look->shape, look->scheme);

      switch_language (person, &languages[i]);
      if (names_shirt)
        madaf_person_waits_for_text (person, languages[i].shirt);
      madaf_person_takes_picture (person, name);
    }
}

static void
show_browsing (MadafPerson *person, const Look *look)
{
  show_page (person, look, "home", FALSE);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Scan an item");
  show_page (person, look, "scan", FALSE);
  madaf_person_scans_usb (person, "4006381333931");
  madaf_person_waits_for (person, ATSPI_ROLE_HEADING, "We do not know this code");
  show_page (person, look, "unknown", FALSE);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Search by name");
  madaf_person_types (person, "tee");
  madaf_person_waits_for_text (person, "Relaxed cotton tee");
  show_page (person, look, "search", TRUE);
}

static void
show_buying (MadafPerson *person, const Look *look)
{
  madaf_person_scans_usb (person, DEMO_CODE);
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  show_page (person, look, "product", TRUE);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Add to basket");
  madaf_person_opens_basket (person, 1);
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Checkout");
  show_page (person, look, "basket", TRUE);
  madaf_person_fills_in_checkout (person, "anna", "0501234567");
  show_page (person, look, "checkout", FALSE);
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (person, "Bring this code and an ID.");
  show_page (person, look, "placed", FALSE);
}

static void
show_all (gconstpointer data)
{
  const Look *look = data;
  g_autofree char *scheme = g_strconcat ("--", look->scheme, NULL);
  const char *extra[] = { scheme, NULL };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autofree char *attract = g_strdup_printf ("attract-en-%s-%s", look->shape, look->scheme);
  g_autoptr (MadafPerson) anna
      = madaf_shop_floor_open_kiosk (floor, look->shape, "en", madaf_shop_floor_get_empty_view (floor), extra);

  madaf_person_waits_for_text (anna, "Touch to begin");
  madaf_person_takes_picture (anna, attract);
  /* The line goes round the languages: to touch anywhere would begin in whichever it is at. */
  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_waits_for_text (anna, "What are you looking for?");
  show_browsing (anna, look);
  show_buying (anna, look);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    g_test_add_data_func (looks[i].name, &looks[i], show_all);
  return g_test_run ();
}
