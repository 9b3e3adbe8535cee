/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/scan/number-sheet.h"

#include "kiosk/pages/scan/number-check.h"

#include <glib/gi18n.h>

/* For labels that a camera cannot read: their number, typed, and checked while it is typed. */

typedef struct
{
  MadafSheet *sheet; /* (unowned): owns this */
  GtkWidget *entry;
  GtkWidget *verdict;
  GtkButton *go;
  GObject *owner; /* weak pointer */
  MadafNumberFunc chosen;
} Asking;

static void
asking_free (Asking *self)
{
  g_clear_weak_pointer (&self->owner);
  g_free (self);
}

static void
update (Asking *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  MadafNumberVerdict verdict = madaf_number_check (typed, NULL);
  g_autofree char *text = madaf_number_check_text (typed);
  gboolean wrong = verdict >= MADAF_NUMBER_MISTYPED;

  gtk_label_set_label (GTK_LABEL (self->verdict), text);
  (wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->verdict, "warning");
  (verdict == MADAF_NUMBER_RIGHT ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->verdict, "good");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), verdict == MADAF_NUMBER_RIGHT);
}

static void
choose (Asking *self)
{
  g_autofree char *gtin = NULL;
  g_autoptr (GObject) owner = NULL;
  MadafNumberFunc chosen = self->chosen;

  if (madaf_number_check (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &gtin) != MADAF_NUMBER_RIGHT)
    return;
  if (self->owner != NULL)
    owner = g_object_ref (self->owner);
  madaf_sheet_close (self->sheet);
  if (owner != NULL)
    chosen (gtin, owner);
}

static GtkWidget *
make_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 20);
  /* Digits are read from the left in every language. */
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 0.5f);
  gtk_widget_add_css_class (entry, "number");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Number under the barcode"),
                                  -1);
  return entry;
}

static GtkWidget *
make_verdict (void)
{
  GtkWidget *verdict
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign", 0.5f,
                      "justify", GTK_JUSTIFY_CENTER, "lines", 2, "width-chars", 24, "max-width-chars", 36, NULL);

  /* Room for two lines from the start: nothing moves while the words change. */
  gtk_widget_set_size_request (verdict, -1, 64);
  gtk_widget_set_valign (verdict, GTK_ALIGN_START);
  gtk_widget_add_css_class (verdict, "verdict");
  return verdict;
}

MadafSheet *
madaf_number_sheet_present (GtkWidget *near, MadafNumberFunc chosen, GObject *owner)
{
  Asking *self = g_new0 (Asking, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->sheet = madaf_sheet_new (_ ("Type the number"));
  self->chosen = chosen;
  g_set_weak_pointer (&self->owner, owner);
  self->entry = make_entry ();
  self->verdict = make_verdict ();
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->verdict);
  madaf_sheet_set_child (self->sheet, box);
  self->go = madaf_sheet_add_action (self->sheet, _ ("Show the item"));
  g_object_set_data_full (G_OBJECT (self->sheet), "asking", self, (GDestroyNotify)asking_free);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (choose), self);
  g_signal_connect_swapped (self->go, "clicked", G_CALLBACK (choose), self);
  update (self);
  madaf_sheet_present (self->sheet, near);
  gtk_widget_grab_focus (self->entry);
  return self->sheet;
}
