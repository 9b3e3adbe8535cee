/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody scans one piece and goes with the whole look: sees it on the page of the product, chooses sizes, asks where
 * all of it can be had, and puts it into the basket at once. And what of that works while the central is gone.
 */
#include "shop-floor.h"

#define ITEM      "7290012001086"
#define ITEM_NAME "Relaxed cotton tee"
#define LOOK      "market-morning"

typedef struct
{
  const char *name;
  const char *shape;
  const char *language;
  const char *native; /* its button on the first screen */
  const char *look;   /* option of the kiosk */
} Screen;

static const Screen screens[] = {
  { "/journey/look/english-landscape", "1280x800", "en", "English", "--light" },
  { "/journey/look/hebrew-portrait", "800x1280", "he", "עברית", "--dark" },
};

static void
take_picture (MadafPerson *person, const Screen *screen, const char *what)
{
  g_autofree char *name = g_strdup_printf ("look-%s-%s-%s", screen->language, screen->shape, what);

  madaf_person_takes_picture (person, name);
}

/* What the shop says in this language. (transfer full) */
static char *
ask_title (MadafShopFloor *floor, const char *table, const char *id, const char *language)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT json_extract (title, '$.%s') FROM %s WHERE id = '%s'", language, table, id);

  return madaf_shop_floor_ask (floor, sql);
}

static void
open_look (MadafShopFloor *floor, MadafPerson *person, const Screen *screen)
{
  g_autofree char *item = ask_title (floor, "product", "relaxed-cotton-tee", screen->language);
  g_autofree char *title = ask_title (floor, "look", LOOK, screen->language);
  g_autofree char *button = NULL;

  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, screen->native);
  madaf_person_scans_usb (person, ITEM);
  madaf_person_waits_for_text (person, item);
  button = g_strdup_printf (madaf_person_word (person, "See the whole look: %s"), title);
  madaf_person_waits_for_text (person, button);
  take_picture (person, screen, "product");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, button);
  madaf_person_waits_for_text (person, madaf_person_word (person, "Where can I have all of it?"));
}

/* Of the shoes, a size that this branch has; the others come in the size of the piece that was scanned, or in none. */
static void
choose_shoes (MadafShopFloor *floor, MadafPerson *person)
{
  g_autofree char *size = madaf_shop_floor_ask (
      floor, "SELECT size FROM variant v JOIN stock s ON s.variant_id = v.id JOIN look_piece p ON p.look_id = '" LOOK
             "' AND p.product_id = 'court-sneaker' AND v.product_id = p.product_id AND v.colour_id = p.colour_id"
             " WHERE s.branch_id = 'tel-aviv-dizengoff' AND s.on_hand > s.reserved ORDER BY v.id LIMIT 1");

  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, size);
}

/* In Hebrew, in Arabic, and in any: the words around a name. */
static void
wait_for_word (MadafPerson *person, const char *english)
{
  g_auto (GStrv) parts = g_strsplit (madaf_person_word (person, english), "%s", 2);

  madaf_person_waits_for_text (person, parts[0]);
}

static void
test_whole_look (gconstpointer data)
{
  const Screen *screen = data;
  const char *look[] = { screen->look, NULL };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) person = madaf_shop_floor_open_kiosk (floor, screen->shape, screen->language, NULL, look);

  open_look (floor, person, screen);
  wait_for_word (person, "Choose your size first: %s");
  take_picture (person, screen, "open");
  choose_shoes (floor, person);
  wait_for_word (person, "All of it at %s");
  take_picture (person, screen, "where");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, madaf_person_word (person, "All of it sent to your home"));
  madaf_person_waits_for_text (person, madaf_person_word (person, "All of it is in your basket"));
  take_picture (person, screen, "added");
  madaf_person_opens_basket (person, 5);
  take_picture (person, screen, "basket");
}

/* A piece that nobody has any more: what stands in is said so, and with it all can be had. */
static void
test_missing (void)
{
  static const Screen screen = { NULL, "1280x800", "en", "English", "--light" };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) person = NULL;
  g_autofree char *database = madaf_rig_path (rig, "shop.db");
  const char *sell_out[] = { "sqlite3", database,
                             "UPDATE stock SET on_hand = reserved WHERE variant_id IN"
                             " (SELECT id FROM variant WHERE product_id = 'market-tote')",
                             NULL };

  madaf_shop_floor_kill_central (floor);
  g_free (madaf_rig_run (rig, sell_out));
  madaf_shop_floor_start_central (floor);
  person = madaf_shop_floor_open_kiosk (floor, screen.shape, screen.language, NULL, NULL);
  open_look (floor, person, &screen);
  choose_shoes (floor, person);
  madaf_person_waits_for_text (person, "Instead of");
  take_picture (person, &screen, "missing");
  madaf_person_touches (person, ATSPI_ROLE_PUSH_BUTTON, "Commuter backpack");
  madaf_person_waits_for_text (person, "You take something else instead");
  madaf_person_waits_for_text (person, "All of it at");
  take_picture (person, &screen, "swapped");
}

/* The central goes while somebody chooses: it is said, what was chosen stays, and all goes on when it is back. */
static void
test_central_gone (void)
{
  static const Screen screen = { NULL, "800x1280", "en", "English", "--light" };
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new_demo (rig);
  g_autoptr (MadafPerson) person = madaf_shop_floor_open_kiosk (floor, screen.shape, screen.language, NULL, NULL);

  open_look (floor, person, &screen);
  madaf_shop_floor_kill_central (floor);
  choose_shoes (floor, person);
  madaf_person_waits_for_text (person, "We keep trying; our staff can help meanwhile.");
  take_picture (person, &screen, "gone");
  madaf_shop_floor_start_central (floor);
  madaf_person_waits_for_text (person, "All of it at");
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "Put all in the basket. All of it at");
  madaf_person_opens_basket (person, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    g_test_add_data_func (screens[i].name, &screens[i], test_whole_look);
  g_test_add_func ("/journey/look/missing", test_missing);
  g_test_add_func ("/journey/look/central-gone", test_central_gone);
  return g_test_run ();
}
