/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/checkout-step.h"

#include <glib/gi18n.h>

struct _MadafCheckoutStep
{
  GtkBox parent_instance;

  GtkWidget *number;
  GtkWidget *mark;
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *change;
  GtkWidget *inside;
};

G_DEFINE_FINAL_TYPE (MadafCheckoutStep, madaf_checkout_step, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_change_clicked (MadafCheckoutStep *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGE], 0);
}

static void
madaf_checkout_step_class_init (MadafCheckoutStepClass *klass)
{
  signals[SIGNAL_CHANGE]
      = g_signal_new ("change", MADAF_TYPE_CHECKOUT_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "step");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_REGION);
}

static void
madaf_checkout_step_init (MadafCheckoutStep *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->mark = gtk_stack_new ();
  self->number = gtk_label_new (NULL);
  gtk_stack_add_named (GTK_STACK (self->mark), self->number, "number");
  gtk_stack_add_named (GTK_STACK (self->mark), gtk_image_new_from_icon_name ("madaf-check-symbolic"), "check");
  gtk_widget_add_css_class (self->mark, "mark");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (header), self->mark);
  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap",
                              TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading-3");
  gtk_box_append (GTK_BOX (words), self->title);
  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->summary, "quiet");
  gtk_box_append (GTK_BOX (words), self->summary);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (header), words);
  self->change = gtk_button_new_with_label (C_ ("an answer", "Change"));
  gtk_widget_add_css_class (self->change, "text-link");
  gtk_widget_set_valign (self->change, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->change, "clicked", G_CALLBACK (on_change_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (header), self->change);
  gtk_widget_add_css_class (header, "step-header");
  gtk_box_append (GTK_BOX (self), header);
  self->inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->inside, "step-inside");
  gtk_box_append (GTK_BOX (self), self->inside);
}

GtkWidget *
madaf_checkout_step_new (int number, int of, const char *title)
{
  MadafCheckoutStep *self = g_object_new (MADAF_TYPE_CHECKOUT_STEP, NULL);
  g_autofree char *digits = g_strdup_printf ("%d", number);
  /* Translators: for screen readers: the number of a step, how many there are, and what it asks. */
  g_autofree char *name = g_strdup_printf (_ ("Step %d of %d: %s"), number, of, title);
  /* Translators: for screen readers: %s is what a step asks, "Who collects it?". */
  g_autofree char *change = g_strdup_printf (_ ("Change: %s"), title);

  gtk_label_set_label (GTK_LABEL (self->number), digits);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->change), GTK_ACCESSIBLE_PROPERTY_LABEL, change, -1);
  madaf_checkout_step_set_state (self, MADAF_STEP_AHEAD);
  return GTK_WIDGET (self);
}

void
madaf_checkout_step_set_child (MadafCheckoutStep *self, GtkWidget *child)
{
  GtkWidget *old = gtk_widget_get_first_child (self->inside);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->inside), old);
  gtk_box_append (GTK_BOX (self->inside), child);
}

void
madaf_checkout_step_set_state (MadafCheckoutStep *self, MadafStepState state)
{
  static const char *const classes[] = { "ahead", "open", "done" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == (guint)state)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_stack_set_visible_child_name (GTK_STACK (self->mark), state == MADAF_STEP_DONE ? "check" : "number");
  gtk_widget_set_visible (self->inside, state == MADAF_STEP_OPEN);
  gtk_widget_set_visible (self->change, state == MADAF_STEP_DONE);
  gtk_widget_set_visible (self->summary,
                          state == MADAF_STEP_DONE && *gtk_label_get_label (GTK_LABEL (self->summary)) != '\0');
}

void
madaf_checkout_step_set_summary (MadafCheckoutStep *self, const char *summary)
{
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
}
