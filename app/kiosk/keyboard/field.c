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

gboolean
madaf_field_wants_latin (GtkWidget *field)
{
  return GTK_IS_TEXT (field) && (gtk_text_get_input_hints (GTK_TEXT (field)) & GTK_INPUT_HINT_UPPERCASE_CHARS) != 0;
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

/* Of a field that is higher than there is room for, the line with the cursor. */
static void
find_line (GtkTextView *view, double *y, int *height)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter cursor;
  GdkRectangle line;
  int window_y;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &cursor, &line);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, line.x, line.y, NULL, &window_y);
  *y += window_y;
  *height = line.height;
}

void
madaf_field_bring_into_sight (GtkWidget *field)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (field, GTK_TYPE_SCROLLED_WINDOW);
  int height = gtk_widget_get_height (field);
  GtkAdjustment *adjustment;
  double y;
  int room;

  if (scroller == NULL || !gtk_widget_translate_coordinates (field, scroller, 0, 0, NULL, &y))
    return;
  if (GTK_IS_TEXT_VIEW (field) && height + ROOM > gtk_widget_get_height (scroller))
    find_line (GTK_TEXT_VIEW (field), &y, &height);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  room = gtk_widget_get_height (scroller) - height;
  if (y < 0 || y + ROOM > room)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - MAX (0, room / 2));
}
