/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/wedge-input.h"

#include "kiosk/keyboard/field.h"

/* Between GTK's keys and the recogniser, which knows neither GTK nor a clock. */

struct _MadafWedgeInput
{
  GObject parent_instance;

  GtkWindow *window; /* weak pointer */
  MadafWedge *wedge; /* (owned) */
  guint pause;
};

G_DEFINE_FINAL_TYPE (MadafWedgeInput, madaf_wedge_input, G_TYPE_OBJECT)

enum
{
  SIGNAL_CODE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_pause (gpointer user_data)
{
  MadafWedgeInput *self = user_data;

  self->pause = 0;
  madaf_wedge_pause (self->wedge);
  return G_SOURCE_REMOVE;
}

gboolean
madaf_wedge_input_key (MadafWedgeInput *self, const MadafWedgeKey *key)
{
  if (madaf_wedge_key (self->wedge, key) == MADAF_WEDGE_PASS)
    return FALSE;
  g_clear_handle_id (&self->pause, g_source_remove);
  /* Below key events, so that keys that wait are heard before the silence is; above drawing, else a moving picture
   * could keep what somebody types from them. */
  self->pause = g_timeout_add_full (G_PRIORITY_HIGH_IDLE, madaf_wedge_get_pause_ms (self->wedge), on_pause, self, NULL);
  return TRUE;
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MadafWedgeInput *self)
{
  const MadafWedgeKey key = {
    .unicode = gdk_keyval_to_unicode (keyval),
    .keycode = keycode,
    .shift = (state & GDK_SHIFT_MASK) != 0,
    .control = (state & GDK_CONTROL_MASK) != 0,
    .alt = (state & GDK_ALT_MASK) != 0,
    .super = (state & (GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0,
    .time_us = (gint64)gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller)) * 1000,
  };

  return madaf_wedge_input_key (self, &key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* An Alt that is let go may end a character, which nothing but silence may follow. */
static void
on_key_released (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MadafWedgeInput *self)
{
  madaf_wedge_input_release (self, keycode);
}

void
madaf_wedge_input_release (MadafWedgeInput *self, guint keycode)
{
  madaf_wedge_release (self->wedge, keycode);
}

/* Keys that are let go elsewhere are not heard of. */
static void
on_active_changed (MadafWedgeInput *self)
{
  if (self->window != NULL && !gtk_window_is_active (self->window))
    madaf_wedge_input_reset (self);
}

static void
on_code (MadafWedgeInput *self, MadafCode *code)
{
  g_signal_emit (self, signals[SIGNAL_CODE], 0, code);
}

/* A person typed it on a real keyboard: it goes where the cursor is; a space alone presses what has the focus. */
static void
on_typed (MadafWedgeInput *self, const char *text)
{
  GtkWidget *focus = self->window != NULL ? gtk_window_get_focus (self->window) : NULL;

  if (focus != NULL && madaf_field_takes_text (focus))
    g_signal_emit_by_name (focus, "insert-at-cursor", text);
  else if (focus != NULL && g_str_equal (text, " "))
    gtk_widget_activate (focus);
}

void
madaf_wedge_input_configure (MadafWedgeInput *self, const MadafWedgeSettings *settings)
{
  const char *wrong[4];

  madaf_wedge_configure (self->wedge, settings, wrong);
  for (guint i = 0; wrong[i] != NULL; i++)
    g_message ("Setting scanner-%s is not understood and does nothing", wrong[i]);
}

void
madaf_wedge_input_reset (MadafWedgeInput *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  madaf_wedge_reset (self->wedge);
}

static void
madaf_wedge_input_dispose (GObject *object)
{
  MadafWedgeInput *self = MADAF_WEDGE_INPUT (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->wedge);
  G_OBJECT_CLASS (madaf_wedge_input_parent_class)->dispose (object);
}

static void
madaf_wedge_input_class_init (MadafWedgeInputClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_wedge_input_dispose;
  signals[SIGNAL_CODE] = g_signal_new ("code", MADAF_TYPE_WEDGE_INPUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, MADAF_TYPE_CODE);
}

static void
madaf_wedge_input_init (MadafWedgeInput *self)
{
  self->wedge = madaf_wedge_new ();
  g_signal_connect_object (self->wedge, "code", G_CALLBACK (on_code), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wedge, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
}

MadafWedgeInput *
madaf_wedge_input_new (GtkWindow *window)
{
  MadafWedgeInput *self = g_object_new (MADAF_TYPE_WEDGE_INPUT, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_set_weak_pointer (&self->window, window);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (on_key_released), self, 0);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  return self;
}
