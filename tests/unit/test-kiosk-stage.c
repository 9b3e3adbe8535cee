/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/countdown.h"
#include "kiosk/keyboard/keyboard.h"
#include "kiosk/stage.h"
#include "kiosk/toast.h"
#include "kiosk/widgets/sheet.h"

/* What lies over the pages: sheets, toasts, the question whether somebody is still there. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *stage;
  GtkWidget *page; /* a button: has the focus before a sheet comes */
  int count;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = gtk_window_new ();
  f->stage = madaf_stage_new ();
  f->page = gtk_button_new_with_label ("page");
  f->count = 0;
  madaf_stage_set_content (MADAF_STAGE (f->stage), f->page);
  gtk_window_set_child (GTK_WINDOW (f->window), f->stage);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  kiosk_settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static void
count (int *number)
{
  (*number)++;
}

static MadafSheet *
present_sheet (Fixture *f, const char *text)
{
  MadafSheet *sheet = madaf_sheet_new ("Sizes");

  madaf_sheet_set_child (sheet, gtk_label_new (text));
  g_signal_connect_swapped (sheet, "closed", G_CALLBACK (count), &f->count);
  madaf_sheet_present (sheet, f->page);
  return sheet;
}

static void
test_sheet (Fixture *f, gconstpointer data)
{
  MadafSheet *sheet;

  gtk_widget_grab_focus (f->page);
  sheet = present_sheet (f, "first of them");
  g_assert_true (madaf_stage_has_sheet (MADAF_STAGE (f->stage)));
  g_assert_false (gtk_widget_get_can_target (f->page));
  g_assert_false (gtk_widget_get_can_focus (f->page));
  gtk_test_accessible_assert_state (f->page, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  madaf_sheet_close (sheet);
  madaf_sheet_close (sheet);
  g_assert_cmpint (f->count, ==, 1);
  g_assert_false (madaf_stage_has_sheet (MADAF_STAGE (f->stage)));
  g_assert_true (gtk_widget_get_can_target (f->page));
  gtk_test_accessible_assert_state (f->page, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == f->page);
}

static void
test_next_sheet_takes_the_place (Fixture *f, gconstpointer data)
{
  present_sheet (f, "first of them");
  present_sheet (f, "second of them");
  g_assert_cmpint (f->count, ==, 1);
  g_assert_null (kiosk_find_text (f->stage, "first of them"));
  g_assert_nonnull (kiosk_find_text (f->stage, "second of them"));
  g_assert_true (madaf_stage_has_sheet (MADAF_STAGE (f->stage)));
}

static void
test_toast_acts_once (Fixture *f, gconstpointer data)
{
  madaf_stage_toast_with_action (f->page, "Taken out", "Undo", G_CALLBACK (count), &f->count);
  g_assert_nonnull (kiosk_find_text (f->stage, "Taken out"));
  kiosk_press (f->stage, "Undo");
  kiosk_press (f->stage, "Undo");
  g_assert_cmpint (f->count, ==, 1);
  madaf_stage_toast (f->page, "Something else");
  g_assert_null (kiosk_find_text (f->stage, "Taken out"));
  g_assert_null (kiosk_find_text (f->stage, "Undo"));
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_height (data) > 0;
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (data) < 600;
}

/* A passing message keeps off the button that matters: above the bar below, beside the one at the side. */
static void
test_toast_keeps_off_the_bar (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafRoute) route = test_route_new ("");
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, NULL, NULL, NULL, NULL);
  MadafPage *page = madaf_route_create_page (route, context);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_button_new_with_label ("Checkout");
  GtkWidget *toast;

  gtk_widget_set_vexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_END);
  gtk_widget_set_size_request (bar, -1, 200);
  gtk_box_append (GTK_BOX (box), bar);
  madaf_page_set_content (page, box);
  madaf_page_set_bottom_bar (page, bar);
  madaf_stage_set_content (MADAF_STAGE (f->stage), GTK_WIDGET (page));
  f->page = GTK_WIDGET (page);
  kiosk_wait_for (is_laid_out, bar);
  madaf_stage_toast (box, "Taken out");
  toast = gtk_widget_get_ancestor (kiosk_find_text (f->stage, "Taken out"), MADAF_TYPE_TOAST);
  g_assert_cmpint (gtk_widget_get_margin_bottom (toast), ==, 200);
  g_assert_cmpint (gtk_widget_get_margin_end (toast), ==, 0);

  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  kiosk_wait_for (is_narrow, bar);
  madaf_stage_toast (box, "Taken out");
  g_assert_cmpint (gtk_widget_get_margin_bottom (toast), ==, 0);
  g_assert_cmpint (gtk_widget_get_margin_end (toast), >=, gtk_widget_get_width (bar));

  g_assert_true (madaf_toast_is_shown (MADAF_TOAST (toast)));
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  g_assert_false (madaf_toast_is_shown (MADAF_TOAST (toast)));
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  madaf_page_set_bottom_bar (page, NULL);
  madaf_stage_toast (box, "Taken out");
  g_assert_cmpint (gtk_widget_get_margin_end (toast), ==, 0);
}

static void
test_still_there (Fixture *f, gconstpointer data)
{
  g_signal_connect_swapped (f->stage, "still-here", G_CALLBACK (count), &f->count);
  madaf_stage_set_idle_warning (MADAF_STAGE (f->stage), 19.2, 20);
  g_assert_nonnull (kiosk_find_text (f->stage, "20"));
  madaf_stage_set_idle_warning (MADAF_STAGE (f->stage), 7, 20);
  g_assert_nonnull (kiosk_find_text (f->stage, "7"));
  kiosk_press (f->stage, "still here");
  g_assert_cmpint (f->count, ==, 1);
  madaf_stage_set_idle_warning (MADAF_STAGE (f->stage), -1, 20);
  g_assert_null (kiosk_find_type (f->stage, MADAF_TYPE_COUNTDOWN));
}

static void
test_clear (Fixture *f, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  MadafSheet *sheet = madaf_sheet_new ("Phone");

  madaf_sheet_set_child (sheet, entry);
  g_signal_connect_swapped (sheet, "closed", G_CALLBACK (count), &f->count);
  madaf_sheet_present (sheet, f->page);
  gtk_editable_set_text (GTK_EDITABLE (entry), "0541112222");
  gtk_widget_grab_focus (entry);
  madaf_stage_toast_with_action (f->page, "0541112222", "0541112222", G_CALLBACK (count), &f->count);
  g_assert_nonnull (kiosk_find_text (f->stage, "0541112222"));
  madaf_stage_clear (MADAF_STAGE (f->stage));
  g_assert_cmpint (f->count, ==, 1);
  g_assert_null (kiosk_find_text (f->stage, "0541112222"));
  g_assert_null (madaf_keyboard_get_target (MADAF_KEYBOARD (kiosk_find_type (f->stage, MADAF_TYPE_KEYBOARD))));
  g_assert_true (gtk_widget_get_can_target (f->page));
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add ("/kiosk/stage/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/kiosk/stage/next-sheet", Fixture, NULL, set_up, test_next_sheet_takes_the_place, tear_down);
  g_test_add ("/kiosk/stage/toast", Fixture, NULL, set_up, test_toast_acts_once, tear_down);
  g_test_add ("/kiosk/stage/toast-and-bar", Fixture, NULL, set_up, test_toast_keeps_off_the_bar, tear_down);
  g_test_add ("/kiosk/stage/still-there", Fixture, NULL, set_up, test_still_there, tear_down);
  g_test_add ("/kiosk/stage/clear", Fixture, NULL, set_up, test_clear, tear_down);
  return g_test_run ();
}
