/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/scanned-benefit.h"

#include "kiosk/benefits/benefits.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

static void
on_undo (gpointer user_data)
{
  madaf_benefits_undo (madaf_benefits_for (user_data));
}

static void
say_no (MadafContext *context, const char *words)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("This does not count"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *icon = gtk_image_new_from_icon_name ("madaf-coupon-symbolic");
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "label", words, "wrap",
                                  TRUE, "xalign", 0.0f, "max-width-chars", 40, NULL);
  GtkButton *button;

  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "sign");
  gtk_widget_add_css_class (hint, "lead");
  gtk_widget_add_css_class (box, "code-notice");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), hint);
  madaf_sheet_set_child (sheet, box);
  button = madaf_sheet_add_action (sheet, _ ("Go on"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (madaf_sheet_close), sheet, G_CONNECT_SWAPPED);
  madaf_sheet_present (sheet, GTK_WIDGET (madaf_context_get_navigator (context)));
}

static void
on_verdict (MadafBenefits *benefits, gboolean good, const char *words, GObject *owner)
{
  MadafContext *context = MADAF_CONTEXT (owner);
  MadafPage *page = madaf_navigator_get_page (madaf_context_get_navigator (context));

  if (good && page != NULL)
    madaf_stage_toast_with_action (GTK_WIDGET (page), words, C_ ("take back", "Undo"), G_CALLBACK (on_undo), context);
  else if (!good)
    say_no (context, words);
}

void
madaf_benefits_scanned (MadafContext *context, const char *code)
{
  madaf_benefits_put_down (madaf_benefits_for (context), code, on_verdict, G_OBJECT (context));
}
