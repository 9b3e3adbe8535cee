/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/keyboard/field.h"

/* Pixels between the field and the edge that it was brought to. */
#define ROOM 24

gboolean
madaf_field_takes_text (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
  return GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget));
}

gboolean
madaf_field_has_lines (GtkWidget *field)
{
  return GTK_IS_TEXT_VIEW (field);
}

gboolean
madaf_field_wants_keypad (GtkWidget *field)
{
  switch (GTK_IS_TEXT (field) ? gtk_text_get_input_purpose (GTK_TEXT (field)) : GTK_INPUT_PURPOSE_FREE_FORM)
    {
    case GTK_INPUT_PURPOSE_DIGITS:
    case GTK_INPUT_PURPOSE_NUMBER:
    case GTK_INPUT_PURPOSE_PHONE:
    case GTK_INPUT_PURPOSE_PIN:
      return TRUE;
    default:
      return FALSE;
    }
}

void
madaf_field_forget_deleted (GtkWidget *field)
{
  if (GTK_IS_TEXT_VIEW (field))
    {
      GtkTextView *view = GTK_TEXT_VIEW (field);

      gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
      gtk_text_view_set_input_hints (view, gtk_text_view_get_input_hints (view) | GTK_INPUT_HINT_NO_EMOJI);
      return;
    }
  gtk_editable_set_enable_undo (GTK_EDITABLE (field), FALSE);
  gtk_text_set_input_hints (GTK_TEXT (field), gtk_text_get_input_hints (GTK_TEXT (field)) | GTK_INPUT_HINT_NO_EMOJI);
}

void
madaf_field_bring_into_sight (GtkWidget *field)
{
  /* What scrolls itself keeps its cursor in sight: here it is about the whole of it. */
  GtkWidget *whole = GTK_IS_SCROLLABLE (field) ? gtk_widget_get_parent (field) : field;
  GtkWidget *scroller = gtk_widget_get_ancestor (gtk_widget_get_parent (whole), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double y;
  int room;

  if (scroller == NULL || !gtk_widget_translate_coordinates (whole, scroller, 0, 0, NULL, &y))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  room = gtk_widget_get_height (scroller) - gtk_widget_get_height (whole);
  if (y < 0 || y + ROOM > room)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - MAX (0, room / 2));
}
