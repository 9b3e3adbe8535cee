/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The main job, whole: a photograph of a barcode in front of the camera becomes a product with live stock of every
 * branch; the order that follows stands in the central's database, and everybody else sees one less.
 */
#include "shop-floor.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *shape;
  const char *language;
  const char *tongue; /* what that language calls itself */
  const char *coat;   /* the product's name in that language */
  const char *haifa;  /* the branch's */
  const char *name_typed;
} Walk;

static const Walk walks[] = {
  { "/journey/order/english-landscape", "1280x800", "en", "English", "Field coat", "Haifa", "anna" },
  { "/journey/order/hebrew-portrait", "800x1280", "he", "עברית", "מעיל שדה", "חיפה", "אנה" },
};

static void
take_picture (MadafPerson *person, const Walk *walk, const char *page)
{
  g_autofree char *name = g_strdup_printf ("order-%s-%s-%s", walk->language, walk->shape, page);

  madaf_person_takes_picture (person, name);
}

/* "3 left" as the button of a branch says it. (transfer full) */
static char *
left_words (MadafPerson *person, int pieces)
{
  return g_strdup_printf (madaf_person_words (person, "%d left", "%d left", (gulong)pieces), pieces);
}

static void
order_in_haifa (MadafPerson *anna, const Walk *walk)
{
  /* The line goes round the languages: to touch anywhere would begin in whichever it is at. */
  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, walk->tongue);
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Scan an item");
  madaf_person_waits_for_text (anna, walk->coat);
  madaf_person_waits_for_text (anna, walk->haifa);
  take_picture (anna, walk, "product");

  madaf_person_touches_text (anna, ATSPI_ROLE_PUSH_BUTTON, walk->haifa);
  madaf_person_opens_basket (anna, 1);
  madaf_person_waits_for (anna, ATSPI_ROLE_PUSH_BUTTON, "Checkout");
  take_picture (anna, walk, "basket");
}

static void
check_out (MadafPerson *anna, const Walk *walk)
{
  madaf_person_fills_in_checkout (anna, walk->name_typed, "0501234567");
  take_picture (anna, walk, "review");
  madaf_person_touches (anna, ATSPI_ROLE_PUSH_BUTTON, "Place order");
  madaf_person_waits_for_text (anna, madaf_person_word (anna, "Bring this code and an ID."));
  take_picture (anna, walk, "placed");
}

/* What the screen says is what the central's database holds: this order, in this branch, under this code. */
static void
check_database (MadafShopFloor *floor, MadafPerson *anna)
{
  g_autofree char *stock = madaf_shop_floor_ask (
      floor, "SELECT on_hand, reserved FROM stock WHERE variant_id = 'field-coat' AND branch_id = 'haifa-carmel'");
  g_autofree char *code = madaf_shop_floor_ask (
      floor,
      "SELECT collection_code FROM fulfilment JOIN customer_order o ON o.id = order_id WHERE device_id NOT NULL");
  g_autofree char *grouped = g_strdup_printf ("%.3s %.3s %.4s", code, code + 3, code + 6);

  g_assert_cmpuint (madaf_shop_floor_count_orders (floor), ==, 1);
  g_assert_cmpstr (stock, ==, "3|1");
  madaf_person_waits_for_text (anna, grouped);
}

static void
walk_through (gconstpointer data)
{
  const Walk *walk = data;
  g_autoptr (MadafRig) rig = madaf_rig_new ();
  g_autoptr (MadafShopFloor) floor = madaf_shop_floor_new (rig);
  g_autoptr (MadafPerson) anna = NULL;
  g_autoptr (MadafPerson) boris = NULL;
  g_autofree char *three = NULL;
  g_autofree char *two = NULL;

  anna
      = madaf_shop_floor_open_kiosk (floor, walk->shape, walk->language, madaf_shop_floor_get_photograph (floor), NULL);
  boris = madaf_shop_floor_open_kiosk (floor, "1280x800", walk->language, NULL, NULL);
  three = left_words (boris, 3);
  two = left_words (boris, 2);

  madaf_person_waits_for_text (boris, "English");
  madaf_person_scans_usb (boris, madaf_shop_floor_get_code (floor));
  madaf_person_waits_for_text (boris, three);

  order_in_haifa (anna, walk);
  check_out (anna, walk);
  check_database (floor, anna);
  madaf_person_waits_for_text (boris, two);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    g_test_add_data_func (walks[i].name, &walks[i], walk_through);
  return g_test_run ();
}
