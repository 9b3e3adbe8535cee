/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/placing-view.h"

#include <glib/gi18n.h>

struct _MadafPlacingView
{
  GtkBox parent_instance;

  GtkWidget *sign; /* spinner or icon */
  GtkWidget *spinner;
  GtkWidget *icon;
  GtkWidget *headline;
  GtkWidget *hint;
  GtkWidget *first;
  GtkWidget *second;
  const char *first_signal;
  const char *second_signal;
};

G_DEFINE_FINAL_TYPE (MadafPlacingView, madaf_placing_view, GTK_TYPE_BOX)

static void
on_first_clicked (MadafPlacingView *self)
{
  g_signal_emit_by_name (self, self->first_signal);
}

static void
on_second_clicked (MadafPlacingView *self)
{
  g_signal_emit_by_name (self, self->second_signal);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
madaf_placing_view_class_init (MadafPlacingViewClass *klass)
{
  static const char *const names[] = { "hurry", "leave", "basket" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_new (names[i], MADAF_TYPE_PLACING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "placing");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
madaf_placing_view_init (MadafPlacingView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->sign = gtk_stack_new ();
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_size_request (self->spinner, 96, 96);
  gtk_stack_add_named (GTK_STACK (self->sign), self->spinner, "spinner");
  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 96);
  gtk_stack_add_named (GTK_STACK (self->sign), self->icon, "icon");
  gtk_box_append (GTK_BOX (self), self->sign);
  self->headline = make_label ("heading-1");
  gtk_box_append (GTK_BOX (self), self->headline);
  self->hint = make_label ("quiet");
  gtk_box_append (GTK_BOX (self), self->hint);
  self->first = gtk_button_new ();
  gtk_widget_add_css_class (self->first, "primary");
  gtk_widget_set_margin_top (self->first, 24);
  g_signal_connect_object (self->first, "clicked", G_CALLBACK (on_first_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->first);
  self->second = gtk_button_new ();
  gtk_widget_add_css_class (self->second, "plain");
  g_signal_connect_object (self->second, "clicked", G_CALLBACK (on_second_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->second);
}

GtkWidget *
madaf_placing_view_new (void)
{
  return g_object_new (MADAF_TYPE_PLACING_VIEW, NULL);
}

/* icon NULL: something is going on. */
static void
say (MadafPlacingView *self, const char *icon, const char *headline, const char *hint)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->sign), icon != NULL ? "icon" : "spinner");
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), icon == NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_label_set_label (GTK_LABEL (self->headline), headline);
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, headline,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

/* Names of buttons and what they emit; NULL: none. They keep their room, so that nothing moves. */
static void
offer (
    MadafPlacingView *self, const char *first, const char *first_signal, const char *second, const char *second_signal)
{
  gtk_button_set_label (GTK_BUTTON (self->first), first != NULL ? first : "");
  gtk_widget_set_visible (self->first, first != NULL);
  gtk_button_set_label (GTK_BUTTON (self->second), second != NULL ? second : "");
  gtk_widget_set_visible (self->second, second != NULL);
  self->first_signal = first_signal;
  self->second_signal = second_signal;
}

void
madaf_placing_view_show (MadafPlacingView *self, MadafPlacing *placing)
{
  switch (madaf_placing_get_state (placing))
    {
    case MADAF_PLACING_KEEPING:
      say (self, NULL, _ ("Keeping your order safe…"), _ ("Just a moment."));
      offer (self, NULL, NULL, NULL, NULL);
      break;
    case MADAF_PLACING_SENDING:
    case MADAF_PLACING_CONFIRMED:
      say (self, NULL, _ ("Sending your order…"), _ ("Just a moment."));
      offer (self, NULL, NULL, NULL, NULL);
      break;
    case MADAF_PLACING_KEPT:
      /* Before the first try there is nothing to tell. */
      if (madaf_placing_get_error (placing) == NULL)
        {
          say (self, NULL, _ ("Sending your order…"), _ ("Just a moment."));
          offer (self, NULL, NULL, NULL, NULL);
          break;
        }
      if (madaf_placing_needs_member (placing))
        {
          say (
              self, "madaf-offline-symbolic", _ ("Your order is not confirmed yet"),
              _ ("The shop’s system cannot be reached, and only it can take your points and coupons. This screen keeps "
                 "trying while you are signed in. Your order is never placed at another price; if you leave before, "
                 "ask our staff whether it got through."));
          offer (self, _ ("Try again now"), "hurry", _ ("Done"), "leave");
          break;
        }
      say (self, "madaf-offline-symbolic", _ ("Your order is kept here. It is not confirmed yet."),
           _ ("The shop cannot be reached right now. This screen keeps trying by itself, also when you leave. Your "
              "collection code comes with the confirmation: wait here for it, or ask our staff later."));
      offer (self, _ ("Done"), "leave", _ ("Try again now"), "hurry");
      break;
    case MADAF_PLACING_NOT_KEPT:
      madaf_placing_view_show_closed (self);
      break;
    case MADAF_PLACING_IDLE:
    case MADAF_PLACING_REFUSED:
    default:
      say (self, "madaf-oops-symbolic", _ ("We could not take this order"),
           _ ("Nothing was ordered and your basket is still here. Please ask our staff, they will help you."));
      offer (self, _ ("Back to the basket"), "basket", NULL, NULL);
      break;
    }
}

void
madaf_placing_view_show_closed (MadafPlacingView *self)
{
  say (self, "madaf-oops-symbolic", _ ("This screen cannot take orders right now"),
       _ ("Nothing was ordered and your basket is still here. Please ask our staff, they will help you."));
  offer (self, _ ("Back to the basket"), "basket", NULL, NULL);
}
