/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/way-step.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/fulfilment-sheet.h"
#include "kiosk/pages/basket/order-words.h"

#define MADAF_TYPE_WAY_STEP (madaf_way_step_get_type ())
G_DECLARE_FINAL_TYPE (MadafWayStep, madaf_way_step, MADAF, WAY_STEP, GtkBox)

struct _MadafWayStep
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafWayStep, madaf_way_step, GTK_TYPE_BOX)

static void
on_clicked (GtkButton *button, MadafWayStep *self)
{
  madaf_fulfilment_sheet_open (self->context, g_object_get_data (G_OBJECT (button), "line"), GTK_WIDGET (self));
}

static void
add_line (MadafWayStep *self, MadafBasketLine *line)
{
  const char *title = madaf_text_pick (madaf_basket_line_get_title (line), madaf_language_current ());
  MadafFulfilment *way = madaf_basket_line_get_fulfilment (line);
  g_autofree char *words = madaf_order_words_way (way, madaf_branch_book_for (self->context));
  GtkWidget *button
      = madaf_way_button_new (way == NULL ? "madaf-info-symbolic" : "madaf-store-symbolic", title, words, way != NULL);

  g_object_set_data_full (G_OBJECT (button), "line", g_object_ref (line), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  gtk_box_append (GTK_BOX (self), button);
}

static void
update (MadafWayStep *self)
{
  GListModel *lines = G_LIST_MODEL (madaf_session_get_basket (madaf_context_get_session (self->context)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);

      add_line (self, line);
    }
}

static void
madaf_way_step_dispose (GObject *object)
{
  g_clear_object (&MADAF_WAY_STEP (object)->context);
  G_OBJECT_CLASS (madaf_way_step_parent_class)->dispose (object);
}

static void
madaf_way_step_class_init (MadafWayStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_way_step_dispose;
}

static void
madaf_way_step_init (MadafWayStep *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
madaf_way_step_new (MadafContext *context)
{
  MadafWayStep *self = g_object_new (MADAF_TYPE_WAY_STEP, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (madaf_session_get_basket (madaf_context_get_session (context)), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_branch_book_for (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
