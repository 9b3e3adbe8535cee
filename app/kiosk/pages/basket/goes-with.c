/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/goes-with.h"

#include "client/central-client.h"
#include "kiosk/pages/product/related-section.h"
#include "model/product-summary.h"

/* Follows the basket's last line: asks the central what goes with it, and shows what is not in the basket yet. */

struct _MadafGoesWith
{
  AdwBin parent_instance;

  MadafContext *context; /* (owned) */
  MadafBasket *basket;   /* (owned) */
  GCancellable *asked;   /* (owned) (nullable) while an answer is on its way */
  char *product_id;      /* (owned) (nullable): what was asked for last */
  GListModel *related;   /* (owned) (nullable): of MadafProductSummary, goes with product_id */
  MadafRelatedSection *section;
};

G_DEFINE_FINAL_TYPE (MadafGoesWith, madaf_goes_with, ADW_TYPE_BIN)

static gboolean
is_in_basket (MadafGoesWith *self, const char *product_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->basket)); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (G_LIST_MODEL (self->basket), i);

      if (g_strcmp0 (madaf_basket_line_get_product_id (line), product_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show (MadafGoesWith *self)
{
  g_autoptr (GListStore) left = g_list_store_new (MADAF_TYPE_PRODUCT_SUMMARY);

  for (guint i = 0; self->related != NULL && i < g_list_model_get_n_items (self->related); i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (self->related, i);

      if (!is_in_basket (self, madaf_product_summary_get_id (product)))
        g_list_store_append (left, product);
    }
  madaf_related_section_set (self->section, G_LIST_MODEL (left), self->context);
}

static void
on_related (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafGoesWith) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) related
      = madaf_central_client_list_related_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asked);
  if (related == NULL)
    {
      g_debug ("Goes with %s: %s", self->product_id, error->message);
      g_clear_pointer (&self->product_id, g_free);
      return;
    }
  g_set_object (&self->related, related);
  show (self);
}

static void
stop_asking (MadafGoesWith *self)
{
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
}

static void
ask (MadafGoesWith *self, const char *product_id)
{
  MadafCentralClient *central = madaf_context_get_central (self->context);

  stop_asking (self);
  g_clear_object (&self->related);
  g_free (self->product_id);
  self->product_id = g_strdup (product_id);
  if (central == NULL)
    return;
  self->asked = g_cancellable_new ();
  madaf_central_client_list_related_async (central, product_id, self->asked, on_related, g_object_ref (self));
}

static void
follow_basket (MadafGoesWith *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->basket));
  g_autoptr (MadafBasketLine) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->basket), n - 1) : NULL;

  if (last != NULL && g_strcmp0 (madaf_basket_line_get_product_id (last), self->product_id) != 0)
    ask (self, madaf_basket_line_get_product_id (last));
  show (self);
}

static void
on_open (MadafGoesWith *self, const char *product_id)
{
  madaf_context_open (self->context, "product", product_id);
}

static void
madaf_goes_with_dispose (GObject *object)
{
  MadafGoesWith *self = MADAF_GOES_WITH (object);

  stop_asking (self);
  g_clear_object (&self->related);
  g_clear_object (&self->basket);
  g_clear_object (&self->context);
  g_clear_pointer (&self->product_id, g_free);
  G_OBJECT_CLASS (madaf_goes_with_parent_class)->dispose (object);
}

static void
madaf_goes_with_class_init (MadafGoesWithClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_goes_with_dispose;
}

static void
madaf_goes_with_init (MadafGoesWith *self)
{
  self->section = g_object_new (MADAF_TYPE_RELATED_SECTION, NULL);
  g_signal_connect_object (self->section, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->section));
}

GtkWidget *
madaf_goes_with_new (MadafContext *context)
{
  MadafGoesWith *self = g_object_new (MADAF_TYPE_GOES_WITH, NULL);

  self->context = g_object_ref (context);
  self->basket = g_object_ref (madaf_session_get_basket (madaf_context_get_session (context)));
  g_signal_connect_object (self->basket, "items-changed", G_CALLBACK (follow_basket), self, G_CONNECT_SWAPPED);
  follow_basket (self);
  return GTK_WIDGET (self);
}
