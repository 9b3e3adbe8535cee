/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/stage.h"
#include "kiosk/widgets/sheet.h"
#include "kiosk/window.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

/*
 * Keys and buttons as a person at the machine has them, through the X server: whatever is pressed, there is one window,
 * nothing pops up over it, and it stays. Each round ends with a plain letter; when that has arrived, all that came
 * before has been dealt with.
 */

static const KeySym chords[][4] = {
  { XK_Control_L, XK_Shift_L, XK_i },     /* GTK Inspector */
  { XK_Control_L, XK_Shift_L, XK_d },     /* the same */
  { XK_Control_L, XK_period },            /* emoji */
  { XK_Control_L, XK_semicolon },         /* emoji */
  { XK_Control_L, XK_Shift_L, XK_u },     /* characters by number */
  { XK_Menu },                            /* menu of the text */
  { XK_Shift_L, XK_F10 },                 /* the same */
  { XK_F10 },                             /* menu bar */
  { XK_Alt_L, XK_F4 },                    /* closes windows */
  { XK_Alt_L, XK_space },                 /* window menu */
  { XK_Control_L, XK_q },                 /* quits */
  { XK_Control_L, XK_w },                 /* closes */
  { XK_Control_L, XK_v },                 /* pastes */
  { XK_Control_L, XK_Shift_L, XK_slash }, /* shortcuts */
};

typedef struct
{
  Display *x; /* a connection of its own, as another program's would be */
  MadafSession *session;
  MadafContext *context;
  GtkWidget *window;
} Fixture;

static GtkEditable *
field (Fixture *f)
{
  return GTK_EDITABLE (kiosk_find_type (f->window, GTK_TYPE_TEXT));
}

static gboolean
is_focused (gpointer data)
{
  return gtk_window_is_active (GTK_WINDOW (data));
}

static void
take_focus (Fixture *f, GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  /* There is no window manager that would do it. */
  XSetInputFocus (f->x, gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  XFlush (f->x);
  kiosk_wait_for (is_focused, window);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafBrand) brand = madaf_brand_new (NULL, NULL);

  f->x = XOpenDisplay (NULL);
  f->session = madaf_session_new ("en");
  f->context = madaf_context_new (f->session, NULL, NULL, brand, NULL);
  f->window = madaf_window_new (NULL, f->context, TRUE, 60);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 600);
  gtk_window_present (GTK_WINDOW (f->window));
  kiosk_wait_for (is_mapped, f->window);
  madaf_session_begin (f->session);
  madaf_context_go (f->context, test_route_new (""));
  take_focus (f, f->window);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  kiosk_settle ();
  g_object_unref (f->context);
  g_object_unref (f->session);
  XCloseDisplay (f->x);
}

static void
press_keys (Fixture *f, const KeySym *keys, guint n)
{
  guint pressed = 0;

  for (; pressed < n && keys[pressed] != NoSymbol; pressed++)
    XTestFakeKeyEvent (f->x, XKeysymToKeycode (f->x, keys[pressed]), True, CurrentTime);
  while (pressed > 0)
    XTestFakeKeyEvent (f->x, XKeysymToKeycode (f->x, keys[--pressed]), False, CurrentTime);
  XFlush (f->x);
}

static gboolean
has_letter (gpointer data)
{
  return strchr (gtk_editable_get_text (data), 'z') != NULL;
}

static void
wait_until_heard (Fixture *f)
{
  const KeySym letter = XK_z;

  gtk_widget_grab_focus (GTK_WIDGET (field (f)));
  press_keys (f, &letter, 1);
  kiosk_wait_for (has_letter, field (f));
}

static gboolean
has_mapped_popover (GtkWidget *widget)
{
  gboolean found = GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_mapped_popover (child);
  return found;
}

static void
assert_only_the_window (Fixture *f)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_assert_cmpuint (g_list_length (windows), ==, 1);
  g_assert_true (windows->data == f->window);
  g_assert_true (gtk_widget_get_mapped (f->window));
  g_assert_false (has_mapped_popover (f->window));
}

static void
press_all_chords (Fixture *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (chords); i++)
    {
      gtk_widget_grab_focus (GTK_WIDGET (field (f)));
      press_keys (f, chords[i], G_N_ELEMENTS (chords[i]));
      kiosk_settle ();
    }
  wait_until_heard (f);
  assert_only_the_window (f);
}

static void
test_chords_on_a_page (Fixture *f, gconstpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), "pasted");
  press_all_chords (f);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "z");
}

/* The page that was left is taken apart in a later frame. */
static gboolean
is_alone (gpointer data)
{
  return gtk_widget_get_next_sibling (gtk_widget_get_first_child (data)) == NULL;
}

static void
test_chords_on_a_sheet (Fixture *f, gconstpointer data)
{
  MadafSheet *sheet = madaf_sheet_new ("Phone");

  madaf_navigator_home (madaf_context_get_navigator (f->context));
  kiosk_wait_for (is_alone, gtk_widget_get_first_child (GTK_WIDGET (madaf_context_get_navigator (f->context))));
  madaf_sheet_set_child (sheet, gtk_entry_new ());
  madaf_sheet_present (sheet, GTK_WIDGET (madaf_context_get_navigator (f->context)));
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (field (f)), GTK_WIDGET (sheet)));
  press_all_chords (f);
}

static void
click (Fixture *f, GtkWidget *widget, guint button)
{
  graphene_rect_t bounds;
  int x;
  int y;
  Window child;

  g_assert_true (gtk_widget_compute_bounds (widget, f->window, &bounds));
  XTranslateCoordinates (f->x, gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (f->window))),
                         DefaultRootWindow (f->x), (int)(bounds.origin.x + bounds.size.width / 2),
                         (int)(bounds.origin.y + bounds.size.height / 2), &x, &y, &child);
  XTestFakeMotionEvent (f->x, -1, x, y, CurrentTime);
  XTestFakeButtonEvent (f->x, button, True, CurrentTime);
  XTestFakeButtonEvent (f->x, button, False, CurrentTime);
  XFlush (f->x);
}

static gboolean
is_placed (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

static void
test_other_buttons_on_a_field (Fixture *f, gconstpointer data)
{
  kiosk_wait_for (is_placed, field (f));
  gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (f->window), "pasted");
  click (f, GTK_WIDGET (field (f)), 3);
  click (f, GTK_WIDGET (field (f)), 2);
  wait_until_heard (f);
  assert_only_the_window (f);
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "z");
}

static gboolean
popover_is_mapped (gpointer data)
{
  return has_mapped_popover (data);
}

/* That the keys do arrive: a field that nobody guards shows its menu. */
static void
test_without_guard (Fixture *f, gconstpointer data)
{
  const KeySym menu = XK_Menu;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));
  kiosk_wait_for (is_mapped, window);
  take_focus (f, window);
  gtk_widget_grab_focus (entry);
  press_keys (f, &menu, 1);
  kiosk_wait_for (popover_is_mapped, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  if (!GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_test_message ("These keys go through an X server");
      return 77;
    }
  g_test_add ("/kiosk/chords/page", Fixture, NULL, set_up, test_chords_on_a_page, tear_down);
  g_test_add ("/kiosk/chords/sheet", Fixture, NULL, set_up, test_chords_on_a_sheet, tear_down);
  g_test_add ("/kiosk/chords/buttons", Fixture, NULL, set_up, test_other_buttons_on_a_field, tear_down);
  g_test_add ("/kiosk/chords/without-guard", Fixture, NULL, set_up, test_without_guard, tear_down);
  return g_test_run ();
}
