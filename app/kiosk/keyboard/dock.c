/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/keyboard/dock.h"

#include "kiosk/keyboard/field.h"
#include "kiosk/keyboard/keyboard.h"
#include "kiosk/language.h"
#include "kiosk/motion.h"

/* A revealer that follows the window's focus. */

struct _MadafKeyboardDock
{
  GtkWidget parent_instance;

  GtkWidget *area; /* (unowned): an ancestor */
  GtkWidget *revealer;
  MadafKeyboard *keyboard;
  GtkRoot *root; /* (unowned), between root and unroot */
  gulong focus_handler;
  guint scroll;     /* the source that will */
  gboolean pressed; /* a finger is on the screen */
  gboolean latin;   /* what is typed is a code */
};

G_DEFINE_FINAL_TYPE (MadafKeyboardDock, madaf_keyboard_dock, GTK_TYPE_WIDGET)

static gboolean
on_time_to_scroll (gpointer user_data)
{
  MadafKeyboardDock *self = user_data;
  GtkWidget *target = madaf_keyboard_get_target (self->keyboard);

  self->scroll = 0;
  if (target != NULL)
    madaf_field_bring_into_sight (target);
  return G_SOURCE_REMOVE;
}

/* What is typed into must not have gone under the keyboard: once the page is laid out in the room that is left. */
static void
scroll_to_target (MadafKeyboardDock *self)
{
  if (self->scroll == 0)
    self->scroll = g_idle_add (on_time_to_scroll, self);
}

/* Not while a finger is down: what it touches would move away from under it, and the touch be lost. */
static void
fold (MadafKeyboardDock *self)
{
  if (!self->pressed && madaf_keyboard_get_target (self->keyboard) == NULL)
    madaf_motion_reveal (GTK_REVEALER (self->revealer), FALSE);
}

static gboolean
on_any_event (GtkEventControllerLegacy *controller, GdkEvent *event, MadafKeyboardDock *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      self->pressed = TRUE;
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
      self->pressed = FALSE;
      fold (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

/* Codes are Latin whatever is spoken. */
static void
set_latin (MadafKeyboardDock *self, gboolean latin)
{
  if (self->latin != latin)
    madaf_keyboard_set_language (self->keyboard, latin ? "en" : madaf_language_current ());
  self->latin = latin;
}

static void
on_focus_changed (MadafKeyboardDock *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->area) || !madaf_field_takes_text (focus))
    {
      madaf_keyboard_set_target (self->keyboard, NULL);
      fold (self);
      return;
    }
  madaf_field_forget_deleted (focus);
  madaf_keyboard_set_kind (self->keyboard,
                           madaf_field_wants_keypad (focus) ? MADAF_KEYBOARD_KEYPAD : MADAF_KEYBOARD_TEXT);
  set_latin (self, madaf_field_wants_latin (focus));
  madaf_keyboard_set_target (self->keyboard, focus);
  madaf_motion_reveal (GTK_REVEALER (self->revealer), TRUE);
  scroll_to_target (self);
}

static void
madaf_keyboard_dock_root (GtkWidget *widget)
{
  MadafKeyboardDock *self = MADAF_KEYBOARD_DOCK (widget);

  GTK_WIDGET_CLASS (madaf_keyboard_dock_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  self->focus_handler
      = g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed), self);
}

static void
madaf_keyboard_dock_unroot (GtkWidget *widget)
{
  MadafKeyboardDock *self = MADAF_KEYBOARD_DOCK (widget);

  g_clear_signal_handler (&self->focus_handler, self->root);
  self->root = NULL;
  GTK_WIDGET_CLASS (madaf_keyboard_dock_parent_class)->unroot (widget);
}

static void
madaf_keyboard_dock_dispose (GObject *object)
{
  MadafKeyboardDock *self = MADAF_KEYBOARD_DOCK (object);

  g_clear_handle_id (&self->scroll, g_source_remove);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_keyboard_dock_parent_class)->dispose (object);
}

static void
madaf_keyboard_dock_class_init (MadafKeyboardDockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_keyboard_dock_dispose;
  widget_class->root = madaf_keyboard_dock_root;
  widget_class->unroot = madaf_keyboard_dock_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
madaf_keyboard_dock_init (MadafKeyboardDock *self)
{
  GtkWidget *keyboard = madaf_keyboard_new ();

  self->keyboard = MADAF_KEYBOARD (keyboard);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), keyboard);
  g_signal_connect_object (keyboard, "done", G_CALLBACK (madaf_keyboard_dock_hide), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (scroll_to_target), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

GtkWidget *
madaf_keyboard_dock_new (GtkWidget *area)
{
  MadafKeyboardDock *self = g_object_new (MADAF_TYPE_KEYBOARD_DOCK, NULL);
  GtkEventController *any = gtk_event_controller_legacy_new ();

  self->area = area;
  gtk_event_controller_set_propagation_phase (any, GTK_PHASE_CAPTURE);
  g_signal_connect_object (any, "event", G_CALLBACK (on_any_event), self, 0);
  gtk_widget_add_controller (area, any);
  return GTK_WIDGET (self);
}

void
madaf_keyboard_dock_hide (MadafKeyboardDock *self)
{
  if (self->root != NULL && madaf_keyboard_get_target (self->keyboard) != NULL)
    gtk_root_set_focus (self->root, NULL);
}

void
madaf_keyboard_dock_set_language (MadafKeyboardDock *self, const char *language)
{
  madaf_keyboard_set_language (self->keyboard, language);
}
