/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/text-area.h"

#include "kiosk/keyboard/field.h"

/* A text view that grows with what is in it, with a placeholder over it and a counter below. It answers touches with
 * handles, menus and drags, so it gets none: a tap places the cursor, and a drag scrolls what is around it. */

#define LEAST_HEIGHT 112

struct _MadafTextArea
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkTextView *view;
  GtkWidget *placeholder;
  GtkWidget *counter;
  int max;
  guint scroll; /* the source that will */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (MadafTextArea, madaf_text_area, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (MadafTextArea *self)
{
  int count = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view));
  g_autofree char *words = g_strdup_printf ("\u2066%d / %d\u2069", count, self->max);

  gtk_label_set_label (GTK_LABEL (self->counter), words);
  gtk_widget_set_visible (self->placeholder, count == 0);
  /* Before the first letter the cursor would stand where a real keyboard's language begins. */
  gtk_text_view_set_cursor_visible (self->view,
                                    count > 0 || gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_LTR);
  if (count >= self->max)
    gtk_widget_add_css_class (GTK_WIDGET (self), "full");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "full");
}

static gboolean
on_time_to_scroll (gpointer user_data)
{
  MadafTextArea *self = user_data;

  self->scroll = 0;
  if (gtk_widget_has_focus (GTK_WIDGET (self->view)))
    madaf_field_bring_into_sight (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* Where it is written on is seen, once it has grown. */
static void
on_changed (MadafTextArea *self)
{
  update (self);
  if (self->setting)
    return;
  if (self->scroll == 0)
    self->scroll = g_idle_add (on_time_to_scroll, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_tapped (GtkGestureClick *gesture, int n_press, double x, double y, MadafTextArea *self)
{
  GtkWidget *overlay = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter place;
  double view_x;
  double view_y;
  int text_x;
  int text_y;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (!gtk_widget_translate_coordinates (overlay, GTK_WIDGET (self->view), x, y, &view_x, &view_y))
    return;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int)view_x, (int)view_y, &text_x,
                                         &text_y);
  gtk_text_view_get_iter_at_location (self->view, &place, text_x, text_y);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->view), &place);
}

/* Runs before the text goes in. */
static void
on_insert_text (GtkTextBuffer *buffer, GtkTextIter *where, const char *text, int length, MadafTextArea *self)
{
  int room = self->max - gtk_text_buffer_get_char_count (buffer);

  if (g_utf8_strlen (text, length) <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (buffer, where, text, (int)(g_utf8_offset_to_pointer (text, room) - text));
}

static void
madaf_text_area_dispose (GObject *object)
{
  g_clear_handle_id (&MADAF_TEXT_AREA (object)->scroll, g_source_remove);
  g_clear_pointer (&MADAF_TEXT_AREA (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_text_area_parent_class)->dispose (object);
}

static void
madaf_text_area_class_init (MadafTextAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_text_area_dispose;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "text-area");
}

static void
make_view (MadafTextArea *self)
{
  GtkTextBuffer *buffer;

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  /* Who works with keys must get out again. */
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->view), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, LEAST_HEIGHT);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_insert_text), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
madaf_text_area_init (MadafTextArea *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkGesture *tap = gtk_gesture_click_new ();

  self->max = G_MAXINT;
  make_view (self);
  g_signal_connect_object (tap, "released", G_CALLBACK (on_tapped), self, 0);
  gtk_widget_add_controller (overlay, GTK_EVENT_CONTROLLER (tap));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (overlay, "rounded");
  self->placeholder = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "valign", GTK_ALIGN_START,
                                    "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->placeholder, "placeholder");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  self->counter = g_object_new (GTK_TYPE_LABEL, "halign", GTK_ALIGN_END, NULL);
  gtk_widget_add_css_class (self->counter, "counter");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), overlay);
  gtk_box_append (GTK_BOX (self->box), self->counter);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
madaf_text_area_new (int max, const char *placeholder)
{
  MadafTextArea *self = g_object_new (MADAF_TYPE_TEXT_AREA, NULL);

  self->max = max;
  gtk_label_set_label (GTK_LABEL (self->placeholder), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder, -1);
  update (self);
  return GTK_WIDGET (self);
}

char *
madaf_text_area_get_text (MadafTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
madaf_text_area_set_text (MadafTextArea *self, const char *text)
{
  g_autofree char *now = madaf_text_area_get_text (self);

  if (g_strcmp0 (now, text) == 0)
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->setting = FALSE;
}

GtkWidget *
madaf_text_area_get_field (MadafTextArea *self)
{
  return GTK_WIDGET (self->view);
}
