/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/stepper.h"

#include <glib/gi18n.h>

/* Counting with two big buttons. */

struct _MadafStepper
{
  GtkWidget parent_instance;

  GtkWidget *less;
  GtkWidget *label;
  GtkWidget *more;
  int minimum;
  int maximum;
  int value;
};

G_DEFINE_FINAL_TYPE (MadafStepper, madaf_stepper, GTK_TYPE_WIDGET)

enum
{
  PROP_VALUE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update (MadafStepper *self)
{
  g_autofree char *text = g_strdup_printf ("%d", self->value);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_sensitive (self->less, self->value > self->minimum);
  gtk_widget_set_sensitive (self->more, self->value < self->maximum);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)self->value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double)self->minimum,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double)self->maximum, -1);
}

static void
on_less_clicked (MadafStepper *self)
{
  madaf_stepper_set_value (self, self->value - 1);
}

static void
on_more_clicked (MadafStepper *self)
{
  madaf_stepper_set_value (self, self->value + 1);
}

static void
madaf_stepper_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_VALUE)
    g_value_set_int (value, MADAF_STEPPER (object)->value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_stepper_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_VALUE)
    madaf_stepper_set_value (MADAF_STEPPER (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_stepper_dispose (GObject *object)
{
  MadafStepper *self = MADAF_STEPPER (object);

  g_clear_pointer (&self->less, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_stepper_parent_class)->dispose (object);
}

static void
madaf_stepper_class_init (MadafStepperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_stepper_get_property;
  object_class->set_property = madaf_stepper_set_property;
  object_class->dispose = madaf_stepper_dispose;
  properties[PROP_VALUE] = g_param_spec_int ("value", NULL, NULL, G_MININT, G_MAXINT, 1,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stepper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
}

static GtkWidget *
make_button (MadafStepper *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
madaf_stepper_init (MadafStepper *self)
{
  self->minimum = 1;
  self->maximum = 99;
  self->value = 1;
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->less = make_button (self, "madaf-minus-symbolic", _ ("One less"), G_CALLBACK (on_less_clicked));
  self->label = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 2);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->more = make_button (self, "madaf-plus-symbolic", _ ("One more"), G_CALLBACK (on_more_clicked));
  update (self);
}

GtkWidget *
madaf_stepper_new (int minimum, int maximum)
{
  MadafStepper *self = g_object_new (MADAF_TYPE_STEPPER, NULL);

  madaf_stepper_set_range (self, minimum, maximum);
  return GTK_WIDGET (self);
}

int
madaf_stepper_get_value (MadafStepper *self)
{
  return self->value;
}

void
madaf_stepper_set_value (MadafStepper *self, int value)
{
  value = CLAMP (value, self->minimum, self->maximum);
  if (self->value == value)
    return;
  self->value = value;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

void
madaf_stepper_set_range (MadafStepper *self, int minimum, int maximum)
{
  self->minimum = minimum;
  self->maximum = MAX (minimum, maximum);
  madaf_stepper_set_value (self, self->value);
  update (self);
}

void
madaf_stepper_set_name (MadafStepper *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
