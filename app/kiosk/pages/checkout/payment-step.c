/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/payment-step.h"

#include "kiosk/pages/basket/fulfilment-sheet.h"
#include "kiosk/pages/checkout/review.h"

#include <glib/gi18n.h>

struct _MadafPaymentStep
{
  GtkBox parent_instance;

  MadafCheckoutForm *form; /* (owned) */
  gboolean shipped;
};

G_DEFINE_FINAL_TYPE (MadafPaymentStep, madaf_payment_step, GTK_TYPE_BOX)

static void
on_clicked (GtkButton *button, MadafPaymentStep *self)
{
  MadafPayment payment = (MadafPayment)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "payment"));

  madaf_checkout_form_set_payment (self->form, payment);
  madaf_payment_step_update (self, self->shipped);
}

static void
add_payment (MadafPaymentStep *self, MadafPayment payment, const char *icon, const char *hint)
{
  gboolean chosen = self->shipped || madaf_checkout_form_get_payment (self->form) == payment;
  GtkWidget *button = madaf_way_button_new (icon, madaf_payment_to_words (payment), hint, chosen);

  g_object_set_data (G_OBJECT (button), "payment", GINT_TO_POINTER (payment));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  gtk_box_append (GTK_BOX (self), button);
}

static void
madaf_payment_step_dispose (GObject *object)
{
  g_clear_object (&MADAF_PAYMENT_STEP (object)->form);
  G_OBJECT_CLASS (madaf_payment_step_parent_class)->dispose (object);
}

static void
madaf_payment_step_class_init (MadafPaymentStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_payment_step_dispose;
}

static void
madaf_payment_step_init (MadafPaymentStep *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
madaf_payment_step_new (MadafCheckoutForm *form)
{
  MadafPaymentStep *self = g_object_new (MADAF_TYPE_PAYMENT_STEP, NULL);

  self->form = g_object_ref (form);
  return GTK_WIDGET (self);
}

void
madaf_payment_step_update (MadafPaymentStep *self, gboolean shipped)
{
  GtkWidget *child;

  self->shipped = shipped;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  add_payment (self, MADAF_PAYMENT_TILL, "madaf-bag-symbolic", _ ("At any till in this branch, now"));
  if (!shipped)
    add_payment (self, MADAF_PAYMENT_ON_COLLECTION, "madaf-store-symbolic", _ ("At the branch, when you take it away"));
}
