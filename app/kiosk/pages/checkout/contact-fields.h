/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/checkout/checkout-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafContactFields:
 *
 * The fields of the checkout, each with its name above it and, once it was asked for, what is wrong with it below. They
 * write into the form at every key.
 */
#define MADAF_TYPE_CONTACT_FIELDS (madaf_contact_fields_get_type ())
G_DECLARE_FINAL_TYPE (MadafContactFields, madaf_contact_fields, MADAF, CONTACT_FIELDS, GtkBox)

GtkWidget *madaf_contact_fields_new (MadafCheckoutForm *form);
/* Whether the address is asked for as well. */
void madaf_contact_fields_set_with_address (MadafContactFields *self, gboolean with_address);
/* Says what is wrong with each field and puts the focus into the first of them. Returns: TRUE when all are fine. */
gboolean madaf_contact_fields_check (MadafContactFields *self);

G_END_DECLS
