/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/unreachable-sheet.h"

#include "kiosk/benefits/benefits.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

static void
on_try_clicked (MadafSheet *sheet)
{
  madaf_benefits_ask (madaf_benefits_for (g_object_get_data (G_OBJECT (sheet), "context")));
  madaf_sheet_close (sheet);
}

static void
on_without_clicked (MadafSheet *sheet)
{
  madaf_benefits_clear (madaf_benefits_for (g_object_get_data (G_OBJECT (sheet), "context")));
  madaf_sheet_close (sheet);
}

void
madaf_unreachable_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Your coupons, points and cards cannot be counted right now"));
  GtkWidget *words = g_object_new (
      GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "label",
      _ ("The shop’s system does not answer, and only it can count them. Nothing was ordered, and nothing was taken "
         "from you. Your basket stays as it is."),
      "wrap", TRUE, "xalign", 0.0f, "valign", GTK_ALIGN_START, "max-width-chars", 40, NULL);
  GtkButton *button;

  gtk_widget_add_css_class (words, "lead");
  madaf_sheet_set_child (sheet, words);
  g_object_set_data_full (G_OBJECT (sheet), "context", g_object_ref (context), g_object_unref);
  button = madaf_sheet_add_action (sheet, _ ("Try again now"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_try_clicked), sheet, G_CONNECT_SWAPPED);
  button = madaf_sheet_add_action (sheet, _ ("Go on without them"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_without_clicked), sheet, G_CONNECT_SWAPPED);
  madaf_sheet_present (sheet, near);
}
