/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/connection.h"
#include "kiosk/language.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/sheet.h"
#include "kiosk/window.h"

#include <glib/gstdio.h>

/* The one window: where codes go, how languages and sizes change, that it does not close, and that it forgets. */

/* Nobody in the shop is called so. */
#define CANARY       "Qanarit"
#define CANARY_PHONE "+972541112222"

/* A page that may take codes for itself. */
#define TAKING_TYPE_PAGE (taking_page_get_type ())
G_DECLARE_FINAL_TYPE (TakingPage, taking_page, TAKING, PAGE, MadafPage)
#define TAKING_TYPE_ROUTE (taking_route_get_type ())
G_DECLARE_FINAL_TYPE (TakingRoute, taking_route, TAKING, ROUTE, MadafRoute)

struct _TakingPage
{
  MadafPage parent_instance;

  char *seen;
};

struct _TakingRoute
{
  MadafRoute parent_instance;
};

G_DEFINE_FINAL_TYPE (TakingPage, taking_page, MADAF_TYPE_PAGE)
G_DEFINE_FINAL_TYPE (TakingRoute, taking_route, MADAF_TYPE_ROUTE)

/* Takes what begins with T. */
static gboolean
taking_page_code_scanned (MadafPage *page, MadafScanned *scanned)
{
  TakingPage *self = TAKING_PAGE (page);
  const char *text = madaf_scanned_get_text (scanned);

  g_free (self->seen);
  self->seen = g_strdup (text);
  return text[0] == 'T';
}

static void
taking_page_finalize (GObject *object)
{
  g_free (TAKING_PAGE (object)->seen);
  G_OBJECT_CLASS (taking_page_parent_class)->finalize (object);
}

static void
taking_page_class_init (TakingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taking_page_finalize;
  MADAF_PAGE_CLASS (klass)->code_scanned = taking_page_code_scanned;
}

static void
taking_page_init (TakingPage *self)
{
}

static MadafPage *
taking_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (TAKING_TYPE_PAGE, "context", context, "route", route, NULL);
}

static void
taking_route_class_init (TakingRouteClass *klass)
{
  MADAF_ROUTE_CLASS (klass)->create_page = taking_route_create_page;
}

static void
taking_route_init (TakingRoute *self)
{
}

typedef struct
{
  char *folder;
  MadafConnection *connection; /* to a central that nobody runs */
  MadafSession *session;
  MadafContext *context;
  MadafNavigator *navigator;
  GtkWidget *window;
} Fixture;

static void
set_up_window (Fixture *f, gboolean locked)
{
  g_autoptr (MadafBrand) brand = madaf_brand_new (NULL, NULL);

  madaf_language_apply ("en");
  f->folder = g_dir_make_tmp ("madaf-window-XXXXXX", NULL);
  f->connection = madaf_connection_new ("https://127.0.0.1:9", NULL, f->folder);
  f->session = madaf_session_new ("en");
  f->context = madaf_context_new (f->session, madaf_connection_get_client (f->connection), NULL, brand, "tlv");
  madaf_context_add_opener (f->context, "code", test_route_new);
  f->window = madaf_window_new (NULL, f->context, locked, 60);
  f->navigator = madaf_context_get_navigator (f->context);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  kiosk_settle ();
}

static void
set_up (Fixture *f, gconstpointer data)
{
  set_up_window (f, FALSE);
}

static void
set_up_locked (Fixture *f, gconstpointer data)
{
  set_up_window (f, TRUE);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  madaf_shelf_settle_finish (MADAF_SHELF (source), result, NULL);
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

/* What the shelf was given is in its file. */
static void
settle_shelf (Fixture *f)
{
  g_autoptr (MadafShelf) shelf = NULL;
  gboolean settled = FALSE;

  g_object_get (madaf_connection_get_client (f->connection), "shelf", &shelf, NULL);
  madaf_shelf_settle_async (shelf, NULL, on_settled, &settled);
  kiosk_wait_for (is_true, &settled);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  settle_shelf (f);
  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  kiosk_settle ();
  g_object_unref (f->context);
  g_object_unref (f->session);
  g_object_unref (f->connection);
  remove_folder (f->folder);
  g_free (f->folder);
}

static void
scan (Fixture *f, const char *text)
{
  g_autoptr (MadafCode) code = madaf_code_new_typed (text);

  madaf_window_code_scanned (MADAF_WINDOW (f->window), code);
}

static void
test_code_goes_to_the_page_first (Fixture *f, gconstpointer data)
{
  TakingPage *page;

  madaf_session_begin (f->session);
  madaf_context_go (f->context, g_object_new (TAKING_TYPE_ROUTE, NULL));
  page = TAKING_PAGE (madaf_navigator_get_page (f->navigator));
  scan (f, "T-1");
  g_assert_cmpstr (page->seen, ==, "T-1");
  g_assert_true (madaf_navigator_get_page (f->navigator) == MADAF_PAGE (page));
  scan (f, "other");
  g_assert_true (TEST_IS_ROUTE (madaf_navigator_get_route (f->navigator)));
  g_assert_cmpstr (test_route_get_text (TEST_ROUTE (madaf_navigator_get_route (f->navigator))), ==, "other");
  g_assert_cmpuint (g_list_model_get_n_items (madaf_session_get_scanned (f->session)), ==, 2);
}

static void
test_code_begins_a_session (Fixture *f, gconstpointer data)
{
  scan (f, "7290000000015");
  g_assert_true (madaf_session_is_active (f->session));
  g_assert_true (TEST_IS_ROUTE (madaf_navigator_get_route (f->navigator)));
  madaf_navigator_back (f->navigator);
  g_assert_nonnull (kiosk_find_text (f->window, "What are you looking for?"));
}

static void
test_trouble_serves_nobody (Fixture *f, gconstpointer data)
{
  madaf_context_set_trouble (f->context, MADAF_TROUBLE_ADDRESS);
  g_assert_nonnull (kiosk_find_text (f->window, "begin with https"));
  scan (f, "7290000000015");
  g_assert_false (madaf_session_is_active (f->session));
  madaf_context_set_trouble (f->context, MADAF_TROUBLE_NONE);
  g_assert_null (kiosk_find_text (f->window, "begin with https"));
}

static void
on_destroyed (GtkWidget *widget, gboolean *gone)
{
  *gone = TRUE;
}

static void
test_close_is_refused (Fixture *f, gconstpointer data)
{
  gboolean gone = FALSE;

  g_signal_connect (f->window, "destroy", G_CALLBACK (on_destroyed), &gone);
  gtk_window_close (GTK_WINDOW (f->window));
  kiosk_settle ();
  g_assert_false (gone);
  g_assert_true (gtk_widget_get_mapped (f->window));
  g_signal_handlers_disconnect_by_func (f->window, on_destroyed, &gone);
}

static void
test_window_of_a_developer_closes (Fixture *f, gconstpointer data)
{
  gboolean gone = FALSE;

  g_signal_connect (f->window, "destroy", G_CALLBACK (on_destroyed), &gone);
  gtk_window_close (GTK_WINDOW (f->window));
  kiosk_settle ();
  g_assert_true (gone);
  f->window = NULL;
}

static GtkEditable *
field (Fixture *f)
{
  return GTK_EDITABLE (madaf_page_get_content (madaf_navigator_get_page (f->navigator)));
}

static void
test_language_keeps_what_was_done (Fixture *f, gconstpointer data)
{
  madaf_session_begin (f->session);
  madaf_context_go (f->context, test_route_new ("one"));
  gtk_editable_set_text (field (f), "חולצה");
  madaf_session_set_language (f->session, "he");
  g_assert_cmpstr (madaf_language_current (), ==, "he");
  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (test_route_get_n_built (TEST_ROUTE (madaf_navigator_get_route (f->navigator))), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "חולצה");
  g_assert_cmpuint (madaf_navigator_get_depth (f->navigator), ==, 2);
  madaf_session_set_language (f->session, "en");
}

static int
text_resolution (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi / 1024;
}

static void
test_larger_text_is_for_one_person (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (text_resolution (), ==, 96);
  madaf_session_begin (f->session);
  madaf_session_set_text_scale (f->session, 150);
  g_assert_cmpint (text_resolution (), ==, 144);
  g_assert_true (gtk_widget_has_css_class (f->window, "larger-text"));
  madaf_session_set_text_scale (f->session, 900);
  g_assert_cmpint (text_resolution (), ==, 192);
  madaf_session_end (f->session);
  g_assert_cmpint (text_resolution (), ==, 96);
  g_assert_false (gtk_widget_has_css_class (f->window, "larger-text"));
}

/* Somebody ended their sign-in elsewhere: what is theirs leaves the screen with words, what is the guest's stays. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  MadafCentralClient *central = madaf_connection_get_client (f->connection);
  g_autoptr (MadafMemberProfile) profile = madaf_member_profile_new ("M0000000001", CANARY, "en", CANARY_PHONE);
  g_autoptr (MadafMemberPass) pass = madaf_member_pass_new ("m-token", 900, profile);
  MadafSheet *sheet = madaf_sheet_new (CANARY);

  madaf_session_sign_in (f->session, pass);
  madaf_sheet_present (sheet, GTK_WIDGET (f->navigator));
  g_signal_emit_by_name (central, "member-refused", "m-token-of-another");
  g_assert_true (madaf_session_get_member (f->session) == pass);
  g_signal_emit_by_name (central, "member-refused", "m-token");
  kiosk_settle ();
  g_assert_null (madaf_session_get_member (f->session));
  g_assert_null (kiosk_find_text (f->window, CANARY));
  g_assert_nonnull (kiosk_find_text (f->window, "Your sign-in has ended."));
  g_assert_true (madaf_session_is_active (f->session));
}

/* The wipe. */

static void
on_products (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProductList) list
      = madaf_central_client_list_products_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  g_assert_null (list);
  *(gboolean *)user_data = TRUE;
}

/* As many traces as one person can leave. */
static void
leave_traces (Fixture *f)
{
  const MadafProductQuery query = { .words = CANARY, .limit = 5 };
  g_autoptr (GtkStringObject) kept = gtk_string_object_new (CANARY_PHONE);
  MadafSheet *sheet = madaf_sheet_new (CANARY);
  gboolean answered = FALSE;

  madaf_session_begin (f->session);
  madaf_session_keep (f->session, "contact", G_OBJECT (kept));
  scan (f, CANARY);
  madaf_basket_set_id (madaf_session_get_basket (f->session), CANARY);
  gtk_editable_set_text (field (f), CANARY " " CANARY_PHONE);
  gtk_widget_grab_focus (GTK_WIDGET (field (f)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), CANARY);
  gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (f->window), CANARY_PHONE);
  madaf_stage_toast (GTK_WIDGET (f->navigator), CANARY);
  madaf_sheet_set_child (sheet, gtk_label_new (CANARY_PHONE));
  madaf_sheet_present (sheet, GTK_WIDGET (f->navigator));
  madaf_central_client_list_products_async (madaf_connection_get_client (f->connection), &query, NULL, on_products,
                                            &answered);
  kiosk_wait_for (is_true, &answered);
  g_assert_nonnull (kiosk_find_text (f->window, CANARY));
}

static void
assert_clipboard_is_empty (GdkClipboard *clipboard)
{
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_false (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
}

static void
assert_no_file_holds (Fixture *f, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_null (memmem (bytes, length, text, strlen (text)));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_nothing_is_left (Fixture *f, gconstpointer data)
{
  MadafBasket *basket = madaf_session_get_basket (f->session);

  leave_traces (f);
  madaf_session_end (f->session);
  kiosk_settle ();

  g_assert_false (madaf_session_is_active (f->session));
  g_assert_null (madaf_session_kept (f->session, "contact"));
  g_assert_null (madaf_basket_get_id (basket));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (basket)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (madaf_session_get_scanned (f->session)), ==, 0);
  g_assert_false (madaf_navigator_can_go_back (f->navigator));
  g_assert_null (kiosk_find_text (f->window, CANARY));
  g_assert_null (kiosk_find_text (f->window, CANARY_PHONE));
  assert_clipboard_is_empty (gtk_widget_get_clipboard (f->window));
  assert_clipboard_is_empty (gtk_widget_get_primary_clipboard (f->window));

  settle_shelf (f);
  assert_no_file_holds (f, CANARY);
  assert_no_file_holds (f, CANARY_PHONE);
}

/* What was typed and deleted does not come back by "undo". */
static void
test_no_undo (Fixture *f, gconstpointer data)
{
  GtkWidget *focus;

  madaf_session_begin (f->session);
  madaf_context_go (f->context, test_route_new (""));
  gtk_widget_grab_focus (GTK_WIDGET (field (f)));
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_signal_emit_by_name (focus, "insert-at-cursor", CANARY);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, CANARY);
  gtk_editable_delete_text (GTK_EDITABLE (focus), 0, -1);
  gtk_widget_activate_action (focus, "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "");
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add ("/kiosk/window/code-to-page", Fixture, NULL, set_up, test_code_goes_to_the_page_first, tear_down);
  g_test_add ("/kiosk/window/code-begins", Fixture, NULL, set_up, test_code_begins_a_session, tear_down);
  g_test_add ("/kiosk/window/trouble", Fixture, NULL, set_up, test_trouble_serves_nobody, tear_down);
  g_test_add ("/kiosk/window/locked", Fixture, NULL, set_up_locked, test_close_is_refused, tear_down);
  g_test_add ("/kiosk/window/closes", Fixture, NULL, set_up, test_window_of_a_developer_closes, tear_down);
  g_test_add ("/kiosk/window/language", Fixture, NULL, set_up, test_language_keeps_what_was_done, tear_down);
  g_test_add ("/kiosk/window/text-scale", Fixture, NULL, set_up, test_larger_text_is_for_one_person, tear_down);
  g_test_add ("/kiosk/window/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/kiosk/window/wipe", Fixture, NULL, set_up, test_nothing_is_left, tear_down);
  g_test_add ("/kiosk/window/no-undo", Fixture, NULL, set_up, test_no_undo, tear_down);
  return g_test_run ();
}
