/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/guard.h"

/* Closes the ways out of a full-screen program that GTK leaves open. */

void
madaf_guard_environment (void)
{
  static const char *const variables[] = { "GTK_DEBUG",
                                           "GDK_DEBUG",
                                           "GTK_PATH",
                                           "GTK_MODULES",
                                           "GTK_EXE_PREFIX",
                                           "GTK_DATA_PREFIX",
                                           "GTK_THEME",
                                           "GTK_CSD",
                                           "ADW_DEBUG_COLOR_SCHEME",
                                           "GTK_USE_PORTAL",
                                           "GTK_INSPECTOR_DISPLAY" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);
  /* What a desktop offers beside the display server: asked for over the bus, and waited for, before the first frame. */
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  /* GTK on X11 would load a GL driver even where the processor draws everything. */
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  /* No input method of the desktop may put its windows over ours. */
  g_setenv ("GTK_IM_MODULE", "gtk-im-context-simple", TRUE);
}

static gboolean
refuse_debugging (GtkWindow *window, gboolean toggle)
{
  return FALSE;
}

void
madaf_guard_inspector (void)
{
  /* Subclasses copy the class they derive from, so the base class has to be changed before the first of them exists.
   * The reference is kept for the life of the process on purpose. */
  GtkWindowClass *klass = g_type_class_ref (GTK_TYPE_WINDOW);

  klass->enable_debugging = refuse_debugging;
}

gboolean
madaf_guard_allows_key (guint keyval, GdkModifierType state)
{
  static const guint keys[]
      = { GDK_KEY_Tab,       GDK_KEY_ISO_Left_Tab, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_Escape, GDK_KEY_Left,
          GDK_KEY_Right,     GDK_KEY_Up,           GDK_KEY_Down,   GDK_KEY_Home,     GDK_KEY_End,    GDK_KEY_Page_Up,
          GDK_KEY_Page_Down, GDK_KEY_BackSpace,    GDK_KEY_Delete, GDK_KEY_Shift_L,  GDK_KEY_Shift_R };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i])
      return TRUE;
  return g_unichar_isprint (gdk_keyval_to_unicode (keyval));
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  return madaf_guard_allows_key (keyval, state) ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

/* Where in the text a touch meant to be: the place whose cursor would stand nearest to it. */
static int
position_at (GtkText *text, double x)
{
  int length = gtk_editable_get_text (GTK_EDITABLE (text)) != NULL
                   ? (int)g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (text)), -1)
                   : 0;
  int best = length;
  double best_distance = G_MAXDOUBLE;

  for (int i = 0; i <= length; i++)
    {
      graphene_rect_t strong;
      double distance;

      gtk_text_compute_cursor_extents (text, (gsize)i, &strong, NULL);
      distance = ABS (x - strong.origin.x);
      if (distance < best_distance)
        {
          best_distance = distance;
          best = i;
        }
    }
  return best;
}

/* GtkText answers touches with handles, menus and drags. It gets none: we place the cursor ourselves. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GtkWidget *target;
  double text_x;
  double text_y;

  if (button > GDK_BUTTON_PRIMARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  target = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);
  if (target == NULL || !GTK_IS_TEXT (target))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (target));
  if (gtk_widget_translate_coordinates (window, target, x, y, &text_x, &text_y))
    gtk_editable_set_position (GTK_EDITABLE (target), position_at (GTK_TEXT (target), text_x));
}

void
madaf_guard_window (GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (click));
}
