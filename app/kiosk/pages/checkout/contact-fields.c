/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/contact-fields.h"

#include <glib/gi18n.h>

struct _MadafContactFields
{
  GtkBox parent_instance;

  MadafCheckoutForm *form; /* (owned) */
  GtkWidget *entries[MADAF_N_FIELDS];
  GtkWidget *faults[MADAF_N_FIELDS];
  GtkWidget *address;
  gboolean with_address;
};

G_DEFINE_FINAL_TYPE (MadafContactFields, madaf_contact_fields, GTK_TYPE_BOX)

static const GtkInputPurpose purposes[MADAF_N_FIELDS] = {
  [MADAF_FIELD_NAME] = GTK_INPUT_PURPOSE_NAME,          [MADAF_FIELD_PHONE] = GTK_INPUT_PURPOSE_PHONE,
  [MADAF_FIELD_STREET] = GTK_INPUT_PURPOSE_FREE_FORM,   [MADAF_FIELD_CITY] = GTK_INPUT_PURPOSE_FREE_FORM,
  [MADAF_FIELD_POSTAL_CODE] = GTK_INPUT_PURPOSE_DIGITS, [MADAF_FIELD_NOTE] = GTK_INPUT_PURPOSE_FREE_FORM,
};

static void
show_fault (MadafContactFields *self, MadafField field, MadafFieldFault fault)
{
  const char *words = madaf_field_fault_to_words (field, fault);
  GtkWidget *entry = self->entries[field];

  /* It keeps its line, so that the fields below stay where they are. */
  gtk_label_set_label (GTK_LABEL (self->faults[field]), words != NULL ? words : "");
  if (words != NULL)
    gtk_widget_add_css_class (entry, "wrong");
  else
    gtk_widget_remove_css_class (entry, "wrong");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
on_text_changed (GtkEditable *entry, MadafContactFields *self)
{
  MadafField field = (MadafField)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), "field"));

  madaf_checkout_form_set (self->form, field, gtk_editable_get_text (entry));
  /* Nobody is corrected while typing; "Continue" asks again. */
  show_fault (self, field, MADAF_FIELD_FINE);
}

/* Digits run from left to right also among Hebrew and Arabic, at the side where their readers look for them. */
static void
make_left_to_right (GtkWidget *entry)
{
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), GTK_TEXT_DIR_LTR);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1.0f);
}

static GtkWidget *
make_field (MadafContactFields *self, MadafField field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (madaf_field_get_label (field));
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-name");
  gtk_box_append (GTK_BOX (box), label);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), purposes[field]);
  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), madaf_field_get_limit (field));
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), madaf_checkout_form_get (self->form, field));
  if (field == MADAF_FIELD_PHONE || field == MADAF_FIELD_POSTAL_CODE)
    make_left_to_right (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, madaf_field_get_label (field),
                                  -1);
  g_object_set_data (G_OBJECT (entry), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_text_changed), self, 0);
  gtk_box_append (GTK_BOX (box), entry);
  self->entries[field] = entry;
  self->faults[field]
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (self->faults[field], "fault");
  gtk_box_append (GTK_BOX (box), self->faults[field]);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
add_pair (MadafContactFields *self, GtkWidget *parent, MadafField first, MadafField second)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row), make_field (self, first));
  gtk_box_append (GTK_BOX (row), make_field (self, second));
  gtk_box_append (GTK_BOX (parent), row);
}

static void
madaf_contact_fields_dispose (GObject *object)
{
  g_clear_object (&MADAF_CONTACT_FIELDS (object)->form);
  G_OBJECT_CLASS (madaf_contact_fields_parent_class)->dispose (object);
}

static void
madaf_contact_fields_class_init (MadafContactFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_contact_fields_dispose;
}

static void
madaf_contact_fields_init (MadafContactFields *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
madaf_contact_fields_new (MadafCheckoutForm *form)
{
  MadafContactFields *self = g_object_new (MADAF_TYPE_CONTACT_FIELDS, NULL);

  self->form = g_object_ref (form);
  add_pair (self, GTK_WIDGET (self), MADAF_FIELD_NAME, MADAF_FIELD_PHONE);
  self->address = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  add_pair (self, self->address, MADAF_FIELD_STREET, MADAF_FIELD_CITY);
  add_pair (self, self->address, MADAF_FIELD_POSTAL_CODE, MADAF_FIELD_NOTE);
  gtk_widget_set_visible (self->address, FALSE);
  gtk_box_append (GTK_BOX (self), self->address);
  return GTK_WIDGET (self);
}

void
madaf_contact_fields_set_with_address (MadafContactFields *self, gboolean with_address)
{
  self->with_address = with_address;
  gtk_widget_set_visible (self->address, with_address);
}

gboolean
madaf_contact_fields_check (MadafContactFields *self)
{
  MadafField first = madaf_checkout_form_first_fault (self->form, self->with_address);

  for (MadafField field = 0; field < MADAF_N_FIELDS; field++)
    show_fault (self, field, madaf_checkout_form_check (self->form, field));
  if (first != MADAF_N_FIELDS)
    gtk_widget_grab_focus (self->entries[first]);
  return first == MADAF_N_FIELDS;
}
