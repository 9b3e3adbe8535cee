/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/outcome-view.h"

#include "kiosk/pages/checkout/placing-view.h"
#include "kiosk/pages/checkout/refusal-view.h"
#include "kiosk/pages/checkout/refusal.h"

/* One of two views, and what is touched in them. */

struct _MadafOutcomeView
{
  GtkWidget parent_instance;

  MadafContext *context; /* (owned) */
  MadafPlacing *placing; /* (owned) */
  GtkWidget *stack;
  GtkWidget *placing_view;
  GtkWidget *refusal_view; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafOutcomeView, madaf_outcome_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_AGAIN,
  SIGNAL_LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_again (MadafOutcomeView *self)
{
  g_signal_emit (self, signals[SIGNAL_AGAIN], 0);
}

static void
on_back_to_basket (MadafOutcomeView *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

static void
on_hurry (MadafOutcomeView *self)
{
  MadafOutbox *outbox = madaf_context_get_outbox (self->context);

  if (outbox != NULL)
    madaf_outbox_hurry (outbox);
}

static void
on_shopper_leaves (MadafOutcomeView *self)
{
  madaf_session_end (madaf_context_get_session (self->context));
}

static void
show_refusal (MadafOutcomeView *self, const MadafMoney *seen)
{
  if (self->refusal_view != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), self->refusal_view);
  self->refusal_view = madaf_refusal_view_new (self->context, self->placing, seen);
  g_signal_connect_object (self->refusal_view, "again", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->refusal_view, "leave", G_CALLBACK (on_back_to_basket), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (GTK_STACK (self->stack), self->refusal_view);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->refusal_view);
}

static void
show_placing (MadafOutcomeView *self)
{
  madaf_placing_view_show (MADAF_PLACING_VIEW (self->placing_view), self->placing);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->placing_view);
}

static void
madaf_outcome_view_dispose (GObject *object)
{
  MadafOutcomeView *self = MADAF_OUTCOME_VIEW (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_object (&self->placing);
  G_OBJECT_CLASS (madaf_outcome_view_parent_class)->dispose (object);
}

static void
madaf_outcome_view_class_init (MadafOutcomeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_outcome_view_dispose;
  signals[SIGNAL_AGAIN]
      = g_signal_new ("again", MADAF_TYPE_OUTCOME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEAVE]
      = g_signal_new ("leave", MADAF_TYPE_OUTCOME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
madaf_outcome_view_init (MadafOutcomeView *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->placing_view = madaf_placing_view_new ();
  g_signal_connect_object (self->placing_view, "hurry", G_CALLBACK (on_hurry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->placing_view, "leave", G_CALLBACK (on_shopper_leaves), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->placing_view, "basket", G_CALLBACK (on_back_to_basket), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (GTK_STACK (self->stack), self->placing_view);
}

GtkWidget *
madaf_outcome_view_new (MadafContext *context, MadafPlacing *placing)
{
  MadafOutcomeView *self = g_object_new (MADAF_TYPE_OUTCOME_VIEW, NULL);

  self->context = g_object_ref (context);
  self->placing = g_object_ref (placing);
  return GTK_WIDGET (self);
}

gboolean
madaf_outcome_view_update (MadafOutcomeView *self, const MadafMoney *seen)
{
  MadafPlacingState state = madaf_placing_get_state (self->placing);

  if (state == MADAF_PLACING_IDLE || state == MADAF_PLACING_CONFIRMED)
    return FALSE;
  if (state != MADAF_PLACING_REFUSED)
    {
      show_placing (self);
      return TRUE;
    }
  switch (madaf_refusal_for (madaf_placing_get_problem (self->placing)))
    {
    case MADAF_REFUSAL_SOLD_OUT:
    case MADAF_REFUSAL_PRICE_CHANGED:
    case MADAF_REFUSAL_BENEFIT:
      show_refusal (self, seen);
      return TRUE;
    case MADAF_REFUSAL_FIELD:
    case MADAF_REFUSAL_PAYMENT:
      return FALSE;
    case MADAF_REFUSAL_STAFF:
    default:
      show_placing (self);
      return TRUE;
    }
}

void
madaf_outcome_view_show_closed (MadafOutcomeView *self)
{
  madaf_placing_view_show_closed (MADAF_PLACING_VIEW (self->placing_view));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->placing_view);
}
