/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/digit-boxes.h"

#include <glib/gi18n.h>
#include <string.h>

/* One field that is not seen, over six boxes that are. */

struct _MadafDigitBoxes
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *entry;
  GtkWidget *boxes[MADAF_DIGIT_COUNT]; /* labels */
};

G_DEFINE_FINAL_TYPE (MadafDigitBoxes, madaf_digit_boxes, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FULL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fill_boxes (MadafDigitBoxes *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gsize length = strlen (text);

  for (gsize i = 0; i < MADAF_DIGIT_COUNT; i++)
    {
      char digit[2] = { i < length ? text[i] : '\0', '\0' };

      gtk_label_set_label (GTK_LABEL (self->boxes[i]), digit);
      (i == length ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->boxes[i], "next");
    }
}

static void
on_changed (MadafDigitBoxes *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *digits = g_strdup (text);

  /* Whatever a keyboard or a message's copy had around them. */
  g_strcanon (digits, G_CSET_DIGITS, ' ');
  if (strchr (digits, ' ') != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (digits, " ", -1);
      g_autofree char *clean = g_strjoinv ("", parts);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), clean);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
      return;
    }
  fill_boxes (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (strlen (text) == MADAF_DIGIT_COUNT)
    g_signal_emit (self, signals[SIGNAL_FULL], 0);
}

static GtkWidget *
make_entry (MadafDigitBoxes *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MADAF_DIGIT_COUNT);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
  gtk_widget_set_opacity (entry, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Six digits"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_boxes (MadafDigitBoxes *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_direction (row, GTK_TEXT_DIR_LTR);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (gsize i = 0; i < MADAF_DIGIT_COUNT; i++)
    {
      self->boxes[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->boxes[i], "box");
      gtk_widget_set_hexpand (self->boxes[i], TRUE);
      gtk_box_append (GTK_BOX (row), self->boxes[i]);
    }
  return row;
}

static gboolean
madaf_digit_boxes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MADAF_DIGIT_BOXES (widget)->entry);
}

static void
madaf_digit_boxes_dispose (GObject *object)
{
  g_clear_pointer (&MADAF_DIGIT_BOXES (object)->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_digit_boxes_parent_class)->dispose (object);
}

static void
madaf_digit_boxes_class_init (MadafDigitBoxesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_digit_boxes_dispose;
  widget_class->grab_focus = madaf_digit_boxes_grab_focus;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_DIGIT_BOXES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FULL]
      = g_signal_new ("full", MADAF_TYPE_DIGIT_BOXES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "digit-boxes");
}

static void
madaf_digit_boxes_init (MadafDigitBoxes *self)
{
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), make_boxes (self));
  self->entry = make_entry (self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->entry);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  fill_boxes (self);
}

GtkWidget *
madaf_digit_boxes_new (void)
{
  return g_object_new (MADAF_TYPE_DIGIT_BOXES, NULL);
}

const char *
madaf_digit_boxes_get_text (MadafDigitBoxes *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
madaf_digit_boxes_clear (MadafDigitBoxes *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}
