/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "barcode-render.h"
#include "fake-camera.h"
#include "fake-controls.h"
#include "kiosk-fixture.h"

#include "kiosk/pages/product/label-note.h"
#include "kiosk/pages/scan/number-check.h"
#include "kiosk/pages/scan/scan-page.h"
#include "kiosk/scanned.h"
#include "kiosk/sound.h"
#include "kiosk/trace.h"
#include "kiosk/wedge-input.h"
#include "kiosk/widgets/viewfinder.h"
#include "kiosk/widgets/sheet.h"
#include "kiosk/window.h"

#include <glib/gstdio.h>
#include <string.h>

/* The three ways a code comes in, each to its end: camera, hand-held scanner, fingers. */

#define EAN  "7290012345678"
#define GTIN "07290012345678"

/* Numbers that are typed. */

static void
test_number_check (void)
{
  static const struct
  {
    const char *typed;
    MadafNumberVerdict verdict;
    const char *text;
  } cases[] = {
    { "", MADAF_NUMBER_EMPTY, "The number is under the lines of the barcode" },
    { "7", MADAF_NUMBER_GOING_ON, "1 digit so far, most labels have 13" },
    { "72900", MADAF_NUMBER_GOING_ON, "5 digits so far, most labels have 13" },
    { EAN, MADAF_NUMBER_RIGHT, "That looks right" },
    { "7290012345670", MADAF_NUMBER_MISTYPED, "One digit does not fit. Please compare with the label." },
    { "7290 0123 45678", MADAF_NUMBER_RIGHT, "That looks right" },
    { "٧٢٩٠٠١٢٣٤٥٦٧٨", MADAF_NUMBER_RIGHT, "That looks right" },
    { "40170725", MADAF_NUMBER_RIGHT, "That looks right" },
    /* Books and periodicals from before they had bars. */
    { "0306406152", MADAF_NUMBER_RIGHT, "That looks right" },
    { "0-8044-2957-X", MADAF_NUMBER_RIGHT, "That looks right" },
    { "0317-8471", MADAF_NUMBER_RIGHT, "That looks right" },
    /* Eight digits that are no number yet are most likely the first of thirteen. */
    { "72900124", MADAF_NUMBER_GOING_ON, "8 digits so far, most labels have 13" },
    { "123456789012345", MADAF_NUMBER_TOO_LONG, "That is more than a label has. Please compare with the label." },
    { "72a", MADAF_NUMBER_NO_DIGITS, "Only the digits are needed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = madaf_number_check_text (cases[i].typed);
      g_autofree char *gtin = NULL;

      g_assert_cmpint (madaf_number_check (cases[i].typed, &gtin), ==, cases[i].verdict);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true ((gtin != NULL) == (cases[i].verdict == MADAF_NUMBER_RIGHT));
    }
}

/* Where a mark is drawn. */

static void
assert_place (float x, float y, int width, int height, gboolean mirrored, float expected_x, float expected_y)
{
  graphene_point_t at = madaf_viewfinder_place ((MadafPoint){ x, y }, 640, 480, width, height, mirrored);

  g_assert_cmpfloat_with_epsilon (at.x, expected_x, 0.01f);
  g_assert_cmpfloat_with_epsilon (at.y, expected_y, 0.01f);
}

static void
test_place (void)
{
  assert_place (0, 0, 640, 480, FALSE, 0, 0);
  assert_place (320, 240, 1280, 960, FALSE, 640, 480);
  /* A high widget: the sides are cropped. */
  assert_place (320, 240, 480, 960, FALSE, 240, 480);
  assert_place (0, 0, 480, 960, FALSE, -400, 0);
  assert_place (0, 0, 640, 480, TRUE, 640, 0);
  assert_place (100, 50, 640, 480, TRUE, 540, 50);
}

/* Keys. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *entry;
  MadafWedgeInput *input;
  char *code;
} Keys;

static void
on_code (Keys *keys, MadafCode *code)
{
  g_free (keys->code);
  keys->code = g_strdup (madaf_code_get_text (code));
}

static void
keys_set_up (Keys *keys, gconstpointer data)
{
  keys->window = gtk_window_new ();
  keys->entry = gtk_entry_new ();
  gtk_window_set_child (GTK_WINDOW (keys->window), keys->entry);
  keys->input = madaf_wedge_input_new (GTK_WINDOW (keys->window));
  g_signal_connect_swapped (keys->input, "code", G_CALLBACK (on_code), keys);
  gtk_window_present (GTK_WINDOW (keys->window));
  gtk_widget_grab_focus (keys->entry);
}

static void
keys_tear_down (Keys *keys, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (keys->window));
  g_assert_finalize_object (keys->input);
  g_free (keys->code);
}

/* Digits as X names their keys: 1 is 10, …, 0 is 19; Enter is 36. */
static void
press (Keys *keys, const char *digits, int gap_ms, gboolean enter)
{
  static gint64 now_us = G_USEC_PER_SEC;

  now_us += G_USEC_PER_SEC;
  for (const char *at = digits; *at != '\0'; at++, now_us += gap_ms * 1000)
    {
      const MadafWedgeKey key
          = { .unicode = (guint32)*at, .keycode = *at == '0' ? 19 : (guint)(*at - '1') + 10, .time_us = now_us };

      if (!madaf_wedge_input_key (keys->input, &key))
        g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (keys->window)), "insert-at-cursor",
                               (char[]){ *at, '\0' });
    }
  if (enter)
    madaf_wedge_input_key (keys->input, &(MadafWedgeKey){ .unicode = '\r', .keycode = 36, .time_us = now_us });
}

static void
test_scanner_types_nothing (Keys *keys, gconstpointer data)
{
  press (keys, EAN, 8, TRUE);
  g_assert_cmpstr (keys->code, ==, EAN);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (keys->entry)), ==, "");
}

static gboolean
has_code (gpointer data)
{
  return ((Keys *)data)->code != NULL;
}

/* A scanner that sends no Enter is done when it falls silent. */
static void
test_scanner_without_enter (Keys *keys, gconstpointer data)
{
  press (keys, EAN, 8, FALSE);
  kiosk_wait_for (has_code, keys);
  g_assert_cmpstr (keys->code, ==, EAN);
}

static gboolean
has_text (gpointer data)
{
  return strlen (gtk_editable_get_text (GTK_EDITABLE (((Keys *)data)->entry))) == 5;
}

static void
test_person_types_all (Keys *keys, gconstpointer data)
{
  press (keys, "72901", 180, FALSE);
  kiosk_wait_for (has_text, keys);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (keys->entry)), ==, "72901");
  g_assert_null (keys->code);
}

/* The whole way: a picture before the camera opens the page of its code; a scan begins a session. */

typedef struct
{
  char *folder;
  MadafSession *session;
  MadafContext *context;
  MadafCamera *camera;
  GtkWidget *window;
} Shop;

static void
shop_set_up (Shop *shop, gconstpointer data)
{
  g_autoptr (MadafBrand) brand = madaf_brand_new (NULL, NULL);

  shop->folder = g_dir_make_tmp ("madaf-scan-XXXXXX", NULL);
  shop->session = madaf_session_new ("en");
  shop->context = madaf_context_new (shop->session, NULL, NULL, brand, NULL);
  shop->camera = madaf_camera_new (NULL);
  madaf_context_set_camera (shop->context, shop->camera);
  madaf_context_add_opener (shop->context, "scan", madaf_scan_route_new);
  madaf_context_add_opener (shop->context, "code", test_route_new);
  shop->window = madaf_window_new (NULL, shop->context, FALSE, 60);
  gtk_window_set_default_size (GTK_WINDOW (shop->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (shop->window));
}

static void
shop_tear_down (Shop *shop, gconstpointer data)
{
  g_autofree char *picture = g_build_filename (shop->folder, "item.png", NULL);

  gtk_window_destroy (GTK_WINDOW (shop->window));
  g_object_unref (shop->context);
  g_object_unref (shop->camera);
  g_object_unref (shop->session);
  g_unlink (picture);
  g_rmdir (shop->folder);
  g_free (shop->folder);
}

static MadafRoute *
top_route (Shop *shop)
{
  return madaf_navigator_get_route (madaf_context_get_navigator (shop->context));
}

static gboolean
is_at_code (gpointer data)
{
  return TEST_IS_ROUTE (top_route (data));
}

static gboolean
is_missing (gpointer data)
{
  return madaf_camera_get_state (((Shop *)data)->camera) == MADAF_CAMERA_FAILED;
}

static void
assert_at_code (Shop *shop, const char *text)
{
  g_autoptr (GtkStringObject) newest = g_list_model_get_item (madaf_session_get_scanned (shop->session), 0);

  g_assert_cmpstr (test_route_get_text (TEST_ROUTE (top_route (shop))), ==, text);
  g_assert_cmpstr (gtk_string_object_get_string (newest), ==, text);
}

static void
test_camera_opens_the_item (Shop *shop, gconstpointer data)
{
  g_autofree char *path = g_build_filename (shop->folder, "item.png", NULL);
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (EAN, 3, 120), 640, 480, 0, 1);

  test_picture_save (picture, path);
  madaf_camera_set_source (shop->camera, path);
  madaf_session_begin (shop->session);
  madaf_context_open (shop->context, "scan", NULL);
  g_assert_cmpint (madaf_camera_get_state (shop->camera), !=, MADAF_CAMERA_STOPPED);
  kiosk_wait_for (is_at_code, shop);
  assert_at_code (shop, GTIN);
  g_assert_cmpint (madaf_camera_get_state (shop->camera), ==, MADAF_CAMERA_STOPPED);
}

static void
test_camera_that_fails_stops_nothing (Shop *shop, gconstpointer data)
{
  madaf_camera_set_source (shop->camera, "/nowhere/at/all.png");
  madaf_session_begin (shop->session);
  madaf_context_open (shop->context, "scan", NULL);
  kiosk_wait_for (is_missing, shop);
  madaf_navigator_back (madaf_context_get_navigator (shop->context));
  g_assert_cmpint (madaf_camera_get_state (shop->camera), ==, MADAF_CAMERA_STOPPED);
}

static void
on_camera_state (MadafCamera *camera, GParamSpec *pspec, int *changes)
{
  (*changes)++;
}

static gboolean
is_running (gpointer data)
{
  return madaf_camera_get_state (((Shop *)data)->camera) == MADAF_CAMERA_RUNNING;
}

/* Somebody else's language is no reason to look at a camera that starts. */
static void
test_camera_runs_on_in_another_language (Shop *shop, gconstpointer data)
{
  g_autofree char *path = g_build_filename (shop->folder, "item.png", NULL);
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (EAN, 3, 120), 640, 480, 0, 0.05);
  MadafNavigator *navigator = madaf_context_get_navigator (shop->context);
  MadafPage *before;
  int changes = 0;

  test_picture_save (picture, path);
  madaf_camera_set_source (shop->camera, path);
  madaf_session_begin (shop->session);
  madaf_context_open (shop->context, "scan", NULL);
  kiosk_wait_for (is_running, shop);
  before = madaf_navigator_get_page (navigator);
  g_signal_connect (shop->camera, "notify::state", G_CALLBACK (on_camera_state), &changes);
  madaf_navigator_rebuild (navigator);
  kiosk_settle ();
  g_assert_true (madaf_navigator_get_page (navigator) != before);
  g_assert_cmpint (changes, ==, 0);
  g_assert_true (is_running (shop));
  madaf_navigator_back (navigator);
  g_assert_cmpint (madaf_camera_get_state (shop->camera), ==, MADAF_CAMERA_STOPPED);
  g_signal_handlers_disconnect_by_data (shop->camera, &changes);
}

static void
test_scan_begins_a_session (Shop *shop, gconstpointer data)
{
  g_autoptr (MadafCode) code = madaf_code_new_typed (EAN);

  g_assert_false (madaf_session_is_active (shop->session));
  madaf_window_code_scanned (MADAF_WINDOW (shop->window), code);
  g_assert_true (madaf_session_is_active (shop->session));
  assert_at_code (shop, GTIN);
}

/* A thing from the scales is looked up by the number it is listed under, whatever it weighs. */
static void
test_store_item (void)
{
  static const struct
  {
    const char *scanned;
    const char *text;
  } cases[] = {
    { "2012345012509", "02012345000001" },
    { "2012345003002", "02012345000001" },
    { "2312345012500", "02312345012500" },
    { "7290012345678", "07290012345678" },
    { "K7-Q2", "K7-Q2" },
  };
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, NULL, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new_wedge (cases[i].scanned);
      g_autoptr (MadafScanned) before = NULL;
      g_autoptr (MadafScanned) after = NULL;

      madaf_context_set_store_items (context, NULL);
      before = madaf_scanned_new (context, code);
      g_assert_true (g_str_has_suffix (madaf_scanned_get_text (before), cases[i].scanned));
      madaf_context_set_store_items (context, (const char *const[]){ "20IIIIIWWWWWC", NULL });
      after = madaf_scanned_new (context, code);
      g_assert_cmpstr (madaf_scanned_get_text (after), ==, cases[i].text);
    }
}

/* Codes that are no item. */

static void
test_notices (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *scanned;
    const char *headline;
    const char *hint;
  } cases[] = {
    { "5724000000", "This is the code of an order", "show it at the counter" },
    { "https://shop.example/r/AbC", "This is a receipt", "Your phone’s camera opens it" },
    { "https://shop.example/s/AbC", "This code is for your phone", "Point your phone’s camera at it" },
    { "https://shop.example/c/summer", "This is an offer of ours", "Point your phone’s camera at it" },
    { "2999123456783", "This is a member’s card", "show it at the till" },
    { "https://adverts.example/win", "This code leads to a web page", "Show the barcode of an item" },
    { "www.adverts.example", "This code leads to a web page", "Show the barcode of an item" },
    { "WIFI:T:WPA;S:shop;P:secret;;", "This code is not of an item", "Show the barcode of an item" },
  };

  madaf_context_set_origins (shop->context, (const char *const[]){ "https://shop.example", NULL });
  madaf_context_set_member_prefixes (shop->context, (const char *const[]){ "2999", NULL });
  madaf_session_begin (shop->session);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new (MADAF_SYMBOLOGY_QR, cases[i].scanned, FALSE, NULL, 1);

      g_test_message ("%s", cases[i].scanned);
      madaf_window_code_scanned (MADAF_WINDOW (shop->window), code);
      kiosk_settle ();
      g_assert_nonnull (kiosk_find_text (shop->window, cases[i].headline));
      g_assert_nonnull (kiosk_find_text (shop->window, cases[i].hint));
      /* Nothing of it is shown or kept, and nobody was led away. */
      g_assert_null (kiosk_find_text (shop->window, cases[i].scanned));
      g_assert_false (TEST_IS_ROUTE (top_route (shop)));
      g_assert_cmpuint (g_list_model_get_n_items (madaf_session_get_scanned (shop->session)), ==, 0);
    }
  kiosk_press (kiosk_find_type (shop->window, MADAF_TYPE_SHEET), "Scan an item");
  g_assert_true (MADAF_IS_SCAN_ROUTE (top_route (shop)));
}

/* The next item is followed though something else was just explained. */
static void
test_item_after_notice (Shop *shop, gconstpointer data)
{
  g_autoptr (MadafCode) link = madaf_code_new_typed ("https://adverts.example/win");
  g_autoptr (MadafCode) item = madaf_code_new_typed (EAN);

  madaf_session_begin (shop->session);
  madaf_window_code_scanned (MADAF_WINDOW (shop->window), link);
  g_assert_nonnull (kiosk_find_text (shop->window, "This code leads to a web page"));
  madaf_window_code_scanned (MADAF_WINDOW (shop->window), item);
  kiosk_settle ();
  assert_at_code (shop, GTIN);
  g_assert_null (kiosk_find_text (shop->window, "This code leads to a web page"));
}

/* The light of the camera. */

static gboolean
has_torch (gpointer data)
{
  return madaf_camera_get_has_torch (((Shop *)data)->camera);
}

static gboolean
is_lit (gpointer data)
{
  return fake_controls_is_lit ();
}

static gboolean
is_out (gpointer data)
{
  return !fake_controls_is_lit ();
}

static gboolean
is_dark (gpointer data)
{
  return madaf_camera_get_dark (((Shop *)data)->camera);
}

static gboolean
is_on_screen (GtkWidget *root, const char *text)
{
  GtkWidget *found = kiosk_find_text (root, text);

  return found != NULL && gtk_widget_get_mapped (found);
}

static void
test_light (Shop *shop, gconstpointer data)
{
  gboolean torch = GPOINTER_TO_INT (data);

  fake_controls_set ((FakeControls){ .has_torch = torch, .has_auto_focus = TRUE });
  fake_camera_set_dark (TRUE);
  fake_camera_plug (torch ? "With" : "Without");
  madaf_camera_set_ioctl (shop->camera, fake_controls_ioctl);
  madaf_camera_set_source (shop->camera, torch ? "With" : "Without");
  madaf_session_begin (shop->session);
  madaf_context_open (shop->context, "scan", NULL);
  kiosk_wait_for (is_dark, shop);
  kiosk_settle ();
  g_assert_true (has_torch (shop) == torch);
  g_assert_true (is_on_screen (shop->window, "Light") == torch);
  g_assert_true (is_on_screen (shop->window, torch ? "light helps" : "nearer to the screen’s light"));
  if (torch)
    {
      GtkWidget *button = gtk_widget_get_ancestor (kiosk_find_text (shop->window, "Light"), GTK_TYPE_TOGGLE_BUTTON);
      GtkRequisition size;

      gtk_widget_get_preferred_size (button, &size, NULL);
      g_assert_cmpint (MIN (size.width, size.height), >=, 64);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      kiosk_wait_for (is_lit, shop);
      g_assert_true (is_on_screen (shop->window, "nearer to the screen’s light"));
      /* Who goes leaves no light behind. */
      madaf_navigator_back (madaf_context_get_navigator (shop->context));
      kiosk_wait_for (is_out, shop);
    }
  fake_camera_set_dark (FALSE);
  fake_camera_unplug (torch ? "With" : "Without");
}

/* What is not looked at is not looked through: pages over the camera, the end of a session. */

static gboolean
on_turn (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static int
count_for_a_while (void)
{
  int n_pictures = fake_camera_get_n_pictures ();
  gint64 end_us = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;
  guint wake = g_timeout_add (20, on_turn, NULL);

  while (g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  return fake_camera_get_n_pictures () - n_pictures;
}

static gboolean
gives_nothing (gpointer data)
{
  return count_for_a_while () == 0;
}

static void
see_scan_page (Shop *shop)
{
  madaf_context_open (shop->context, "scan", NULL);
  kiosk_wait_for (is_running, shop);
}

static void
test_camera_sleeps (Shop *shop, gconstpointer data)
{
  g_autoptr (MadafCode) item = madaf_code_new_typed (EAN);

  fake_camera_plug ("Watched");
  madaf_camera_set_source (shop->camera, "Watched");
  madaf_session_begin (shop->session);
  see_scan_page (shop);
  g_assert_cmpint (count_for_a_while (), >, 0);
  madaf_window_code_scanned (MADAF_WINDOW (shop->window), item);
  kiosk_wait_for (gives_nothing, shop);

  madaf_navigator_back (madaf_context_get_navigator (shop->context));
  kiosk_wait_for (is_running, shop);
  kiosk_press (shop->window, "Type the number");
  kiosk_wait_for (gives_nothing, shop);
  madaf_stage_close_sheets (madaf_stage_for (GTK_WIDGET (madaf_context_get_navigator (shop->context))));
  kiosk_wait_for (is_running, shop);

  madaf_session_end (shop->session);
  kiosk_wait_for (gives_nothing, shop);
  g_assert_cmpint (madaf_camera_get_state (shop->camera), ==, MADAF_CAMERA_STOPPED);
  madaf_session_begin (shop->session);
  see_scan_page (shop);
  gtk_widget_set_visible (shop->window, FALSE);
  kiosk_wait_for (gives_nothing, shop);
  gtk_widget_set_visible (shop->window, TRUE);
  kiosk_wait_for (is_running, shop);
  fake_camera_unplug ("Watched");
}

/* What the label of one piece says. */

static MadafScanned *
scan_gs1 (MadafContext *context, const char *text)
{
  g_autoptr (MadafCode) code = madaf_code_new_typed (text);

  return madaf_scanned_new (context, code);
}

static void
test_label (void)
{
  static const struct
  {
    const char *scanned;
    const char *text;
    gboolean has_measure;
    gboolean is_past;
  } cases[] = {
    { "(01)07290012345678", NULL, FALSE, FALSE },
    { "(01)07290012345678(3103)000482",
      "On the label: \u2066"
      "0.482\u2069 kg",
      TRUE, FALSE },
    { "(01)07290012345678(3103)000482(3922)2310",
      "On the label: \u2066"
      "0.482\u2069 kg · \u2066₪23.10\u2069",
      TRUE, FALSE },
    { "(01)07290012345678(3201)000125",
      "On the label: \u2066"
      "12.5\u2069 lb",
      TRUE, FALSE },
    /* Today is 15 March 2026. */
    { "(01)07290012345678(17)260314(10)L1", NULL, FALSE, TRUE },
    { "(01)07290012345678(17)260315", NULL, FALSE, FALSE },
    { "(01)07290012345678(17)260300", NULL, FALSE, FALSE },
    { "(01)07290012345678(17)260200", NULL, FALSE, TRUE },
    { "(01)07290012345678(15)250101", NULL, FALSE, FALSE },
    { "2012345004825",
      "On the label: \u2066"
      "0.482\u2069 kg",
      TRUE, FALSE },
    { "221234523107", "On the label: \u2066₪23.10\u2069", TRUE, FALSE },
  };
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, NULL, NULL, NULL, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 15, 12, 0, 0);

  madaf_context_set_store_items (context, (const char *const[]){ "20IIIIIWWWWWC", "22IIIIIPPPPC", NULL });
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafScanned) scanned = scan_gs1 (context, cases[i].scanned);
      g_autofree char *text = madaf_label_note_text (scanned, "ILS", "en");

      g_test_message ("%s", cases[i].scanned);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (madaf_scanned_has_measure (scanned), ==, cases[i].has_measure);
      g_assert_cmpint (madaf_scanned_is_past (scanned, now), ==, cases[i].is_past);
    }
}

static void
assert_note (const char *scanned, gboolean till, gboolean past)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, NULL, NULL, NULL, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 15, 12, 0, 0);
  g_autoptr (MadafScanned) piece = scanned != NULL ? scan_gs1 (context, scanned) : NULL;
  g_autoptr (GtkWidget) note = g_object_ref_sink (g_object_new (MADAF_TYPE_LABEL_NOTE, NULL));

  madaf_label_note_set (MADAF_LABEL_NOTE (note), piece, "ILS", now);
  g_assert_cmpint (gtk_widget_get_visible (note), ==, till || past);
  g_assert_cmpint (gtk_widget_get_visible (kiosk_find_text (note, "paid for at the till")), ==, till);
  g_assert_cmpint (gtk_widget_get_visible (kiosk_find_text (note, "date on this pack has passed")), ==, past);
}

/* Nobody is sent to the till with what must not be used any more. */
static void
test_label_note (void)
{
  assert_note (NULL, FALSE, FALSE);
  assert_note ("(01)07290012345678", FALSE, FALSE);
  assert_note ("(01)07290012345678(3103)000482", TRUE, FALSE);
  assert_note ("(01)07290012345678(17)260314", FALSE, TRUE);
  assert_note ("(01)07290012345678(3103)000482(17)260314", FALSE, TRUE);
}

/* The tone and the trace. */

static void
test_tone (void)
{
  g_autoptr (GBytes) tone = madaf_sound_make_tone ();
  gsize size;
  const gint16 *samples = g_bytes_get_data (tone, &size);
  gsize n = size / sizeof *samples;
  gint16 loudest = 0;

  /* Under a fifth of a second, silent at both ends, and never shrill. */
  g_assert_cmpuint (n, <, 48000 / 5);
  g_assert_cmpint (ABS (samples[0]) + ABS (samples[n - 1]), <, 32);
  for (gsize i = 0; i < n; i++)
    loudest = MAX (loudest, samples[i]);
  g_assert_cmpint (loudest, >, 4000);
  g_assert_cmpint (loudest, <, 12000);
}

static void
test_trace (void)
{
  g_autofree char *folder = g_dir_make_tmp ("madaf-trace-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "trace", NULL);
  g_autofree char *text = NULL;

  madaf_trace_at ("nobody", 1);
  g_assert_true (madaf_trace_open (path, NULL));
  madaf_trace_at ("code", 1234);
  madaf_trace_at ("product-drawn", 5678);
  madaf_trace_close ();
  madaf_trace ("nobody");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "1234 code\n5678 product-drawn\n");
  g_assert_false (madaf_trace_open (folder, NULL));
  g_unlink (path);
  g_rmdir (folder);
}

/* The main loop is kept from its work for a while, and that is written. */
static void
test_trace_gap (void)
{
  g_autofree char *folder = g_dir_make_tmp ("madaf-trace-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "trace", NULL);
  g_autofree char *text = NULL;
  gint64 until_us = g_get_monotonic_time () + 60000;
  const char *gap;

  g_assert_true (madaf_trace_open (path, NULL));
  while (g_get_monotonic_time () < until_us)
    ;
  g_main_context_iteration (NULL, FALSE);
  madaf_trace_close ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  gap = strstr (text, " gap ");
  g_assert_nonnull (gap);
  g_assert_cmpint (g_ascii_strtoll (gap + strlen (" gap "), NULL, 10), >=, 59000);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  fake_camera_init ();
  g_test_add_func ("/scan/number-check", test_number_check);
  g_test_add_func ("/scan/place", test_place);
#define KEYS(name, function) g_test_add (name, Keys, NULL, keys_set_up, function, keys_tear_down)
  KEYS ("/scan/scanner-types-nothing", test_scanner_types_nothing);
  KEYS ("/scan/scanner-without-enter", test_scanner_without_enter);
  KEYS ("/scan/person-types-all", test_person_types_all);
#define SHOP(name, function) g_test_add (name, Shop, NULL, shop_set_up, function, shop_tear_down)
  SHOP ("/scan/camera-opens-the-item", test_camera_opens_the_item);
  SHOP ("/scan/camera-that-fails", test_camera_that_fails_stops_nothing);
  SHOP ("/scan/begins-a-session", test_scan_begins_a_session);
  SHOP ("/scan/camera-runs-on", test_camera_runs_on_in_another_language);
  SHOP ("/scan/notices", test_notices);
  SHOP ("/scan/item-after-notice", test_item_after_notice);
  SHOP ("/scan/camera-sleeps", test_camera_sleeps);
  g_test_add ("/scan/light/torch", Shop, GINT_TO_POINTER (TRUE), shop_set_up, test_light, shop_tear_down);
  g_test_add ("/scan/light/none", Shop, GINT_TO_POINTER (FALSE), shop_set_up, test_light, shop_tear_down);
  g_test_add_func ("/scan/store-item", test_store_item);
  g_test_add_func ("/scan/label", test_label);
  g_test_add_func ("/scan/label-note", test_label_note);
  g_test_add_func ("/scan/tone", test_tone);
  g_test_add_func ("/scan/trace", test_trace);
  g_test_add_func ("/scan/trace-gap", test_trace_gap);
  return g_test_run ();
}
