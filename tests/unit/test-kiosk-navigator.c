/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client/error.h"
#include "kiosk/language.h"

/* Places are kept, pages are built from them. */

typedef struct
{
  MadafContext *context;
  MadafNavigator *navigator;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");

  f->context = madaf_context_new (session, NULL, NULL, NULL, NULL);
  f->navigator = g_object_ref_sink (madaf_navigator_new (f->context));
  madaf_context_set_navigator (f->context, f->navigator);
  madaf_navigator_reset (f->navigator, test_route_new ("home"));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->navigator);
  g_assert_finalize_object (f->context);
}

static GtkEditable *
field (Fixture *f)
{
  return GTK_EDITABLE (madaf_page_get_content (madaf_navigator_get_page (f->navigator)));
}

static void
test_back_and_home (Fixture *f, gconstpointer data)
{
  g_assert_false (madaf_navigator_can_go_back (f->navigator));
  madaf_navigator_back (f->navigator);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "home");
  madaf_navigator_push (f->navigator, test_route_new ("one"));
  madaf_navigator_push (f->navigator, test_route_new ("two"));
  g_assert_cmpuint (madaf_navigator_get_depth (f->navigator), ==, 3);
  madaf_navigator_back (f->navigator);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "one");
  madaf_navigator_push (f->navigator, test_route_new ("three"));
  madaf_navigator_home (f->navigator);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "home");
  g_assert_false (madaf_navigator_can_go_back (f->navigator));
}

static void
test_same_place_is_not_pushed_twice (Fixture *f, gconstpointer data)
{
  madaf_navigator_push (f->navigator, test_route_new ("one"));
  madaf_navigator_push (f->navigator, test_route_new ("one"));
  g_assert_cmpuint (madaf_navigator_get_depth (f->navigator), ==, 2);
}

static void
test_what_was_typed_survives (Fixture *f, gconstpointer data)
{
  TestRoute *route;

  madaf_navigator_push (f->navigator, test_route_new ("one"));
  gtk_editable_set_text (field (f), "חולצה");
  route = TEST_ROUTE (madaf_navigator_get_route (f->navigator));
  madaf_language_apply ("he");
  madaf_navigator_rebuild (f->navigator);
  g_assert_cmpint (test_route_get_n_built (route), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "חולצה");
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (field (f))), ==, GTK_TEXT_DIR_RTL);
  madaf_language_apply ("en");
  madaf_navigator_push (f->navigator, test_route_new ("two"));
  madaf_navigator_back (f->navigator);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "חולצה");
}

/* A day has many pages; only the one on the screen may be alive. */
static void
test_old_pages_go (Fixture *f, gconstpointer data)
{
  MadafPage *page = madaf_navigator_get_page (f->navigator);
  MadafPage *old = page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&old);
  madaf_navigator_push (f->navigator, test_route_new ("one"));
  g_assert_null (old);
}

/* Nor may the focus keep one: while a page slides away GTK looks for a place for the focus, from the first widget on.
 */
static void
test_a_page_that_leaves_takes_no_focus (Fixture *f, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  MadafPage *old;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (f->navigator));
  gtk_window_present (GTK_WINDOW (window));
  kiosk_settle ();
  old = madaf_navigator_get_page (f->navigator);
  g_object_add_weak_pointer (G_OBJECT (old), (gpointer *)&old);
  gtk_widget_grab_focus (GTK_WIDGET (field (f)));
  madaf_navigator_push (f->navigator, test_route_new ("one"));
  while (gtk_widget_get_width (GTK_WIDGET (field (f))) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (old);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (field (f))));
  while (old != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_history_is_bounded (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      madaf_navigator_push (f->navigator, test_route_new (text));
    }
  g_assert_cmpuint (madaf_navigator_get_depth (f->navigator), <=, 32);
  madaf_navigator_home (f->navigator);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "home");
}

static void
test_status_is_told (Fixture *f, gconstpointer data)
{
  MadafPage *page = madaf_navigator_get_page (f->navigator);
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autoptr (GError) offline = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, "refused");
  g_autoptr (GError) broken = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "nonsense");

  g_assert_false (madaf_page_fail (page, cancelled));
  g_assert_cmpint (madaf_page_get_status (page), ==, MADAF_PAGE_READY);
  g_assert_true (madaf_page_fail (page, offline));
  g_assert_cmpint (madaf_page_get_status (page), ==, MADAF_PAGE_OFFLINE);
  g_assert_true (madaf_page_fail (page, broken));
  g_assert_cmpint (madaf_page_get_status (page), ==, MADAF_PAGE_FAILED);
}

/* Whether trying again may help by itself is said by the client, not guessed by each page. */
static void
test_errors_of_a_page (void)
{
  static const struct
  {
    MadafClientError code;
    MadafPageStatus status;
  } cases[] = {
    { MADAF_CLIENT_ERROR_OFFLINE, MADAF_PAGE_OFFLINE },  { MADAF_CLIENT_ERROR_TIMEOUT, MADAF_PAGE_OFFLINE },
    { MADAF_CLIENT_ERROR_BUSY, MADAF_PAGE_OFFLINE },     { MADAF_CLIENT_ERROR_SERVER_FAILED, MADAF_PAGE_OFFLINE },
    { MADAF_CLIENT_ERROR_NOT_FOUND, MADAF_PAGE_FAILED }, { MADAF_CLIENT_ERROR_UNAUTHORIZED, MADAF_PAGE_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new (MADAF_CLIENT_ERROR, (int)cases[i].code, "it says");

      g_assert_cmpint (madaf_page_status_for_error (error), ==, cases[i].status);
    }
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add_func ("/kiosk/page/errors", test_errors_of_a_page);
  g_test_add ("/kiosk/navigator/back", Fixture, NULL, set_up, test_back_and_home, tear_down);
  g_test_add ("/kiosk/navigator/same", Fixture, NULL, set_up, test_same_place_is_not_pushed_twice, tear_down);
  g_test_add ("/kiosk/navigator/language", Fixture, NULL, set_up, test_what_was_typed_survives, tear_down);
  g_test_add ("/kiosk/navigator/alive", Fixture, NULL, set_up, test_old_pages_go, tear_down);
  g_test_add ("/kiosk/navigator/focus", Fixture, NULL, set_up, test_a_page_that_leaves_takes_no_focus, tear_down);
  g_test_add ("/kiosk/navigator/bounded", Fixture, NULL, set_up, test_history_is_bounded, tear_down);
  g_test_add ("/kiosk/navigator/status", Fixture, NULL, set_up, test_status_is_told, tear_down);
  return g_test_run ();
}
