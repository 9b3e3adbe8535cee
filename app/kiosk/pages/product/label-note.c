/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/label-note.h"

#include "kiosk/language.h"

#include <glib/gi18n.h>

/* A quiet box under the name, of one piece and not of the product. */

struct _MadafLabelNote
{
  GtkBox parent_instance;

  GtkWidget *said;
  GtkWidget *till;
  GtkWidget *past;
};

G_DEFINE_FINAL_TYPE (MadafLabelNote, madaf_label_note, GTK_TYPE_BOX)

char *
madaf_label_note_text (MadafScanned *scanned, const char *currency, const char *language)
{
  g_autofree char *weight = madaf_scanned_format_weight (scanned);
  g_autofree char *price = NULL;
  MadafMoney money;

  if (madaf_scanned_get_price (scanned, currency, &money))
    price = madaf_money_format (&money, language);
  if (weight != NULL && price != NULL)
    /* Translators: what the label of one piece says: its weight, then its price. */
    return g_strdup_printf (_ ("On the label: %s · %s"), weight, price);
  if (weight != NULL || price != NULL)
    /* Translators: what the label of one piece says: its weight or its price. */
    return g_strdup_printf (_ ("On the label: %s"), weight != NULL ? weight : price);
  return NULL;
}

void
madaf_label_note_set (MadafLabelNote *self, MadafScanned *scanned, const char *currency, GDateTime *now)
{
  g_autofree char *said = scanned != NULL ? madaf_label_note_text (scanned, currency, madaf_language_current ()) : NULL;
  gboolean past = scanned != NULL && madaf_scanned_is_past (scanned, now);

  gtk_label_set_label (GTK_LABEL (self->said), said != NULL ? said : "");
  gtk_widget_set_visible (self->said, said != NULL);
  /* What is past its date is brought to somebody, not to the till. */
  gtk_widget_set_visible (self->till, said != NULL && !past);
  gtk_widget_set_visible (self->past, past);
  gtk_widget_set_visible (GTK_WIDGET (self), said != NULL || past);
}

static GtkWidget *
add_line (MadafLabelNote *self, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
madaf_label_note_class_init (MadafLabelNoteClass *klass)
{
}

static void
madaf_label_note_init (MadafLabelNote *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "label-note");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->said = add_line (self, "", "said");
  self->till = add_line (self, _ ("This piece is paid for at the till, at the price on its label."), "quiet");
  self->past = add_line (self, _ ("The date on this pack has passed. Please tell our staff."), "past");
}
