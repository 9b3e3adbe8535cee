/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/result-grid.h"

#include "kiosk/hearted-card.h"
#include "kiosk/pages/scan/number-check.h"
#include "kiosk/pages/search/result-slot.h"
#include "kiosk/pages/search/search-texts.h"
#include "kiosk/widgets/room.h"
#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

/* The results. */

/* More is asked for when less than so many screens are left below. */
#define SCREENS_AHEAD 1.5

struct _MadafResultGrid
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *status;
  GtkWidget *spinner;
  MadafSearch *search;     /* (owned) */
  MadafResultSlots *slots; /* (owned) */
  MadafContext *context;   /* (owned) */
  guint more;              /* source that shows more of what is here */
};

G_DEFINE_FINAL_TYPE (MadafResultGrid, madaf_result_grid, GTK_TYPE_WIDGET)

static void
on_card_clicked (MadafHeartedCard *card, MadafResultGrid *self)
{
  MadafProductSummary *product = madaf_hearted_card_get_product (card);

  if (product != NULL)
    madaf_context_open (self->context, "product", madaf_product_summary_get_id (product));
}

static void
on_setup (MadafResultGrid *self, GtkListItem *item)
{
  GtkWidget *card = madaf_hearted_card_new (self->context);

  g_signal_connect_object (card, "clicked", G_CALLBACK (on_card_clicked), self, 0);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, card);
}

/* The card stays in its place while somebody types; what it shows is another product. */
static void
on_product_changed (MadafResultSlot *slot, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  if (card != NULL)
    madaf_hearted_card_set_product (MADAF_HEARTED_CARD (card), madaf_result_slot_get_product (slot));
}

static void
on_bind (MadafResultGrid *self, GtkListItem *item)
{
  MadafResultSlot *slot = gtk_list_item_get_item (item);

  madaf_hearted_card_set_product (MADAF_HEARTED_CARD (gtk_list_item_get_child (item)),
                                  madaf_result_slot_get_product (slot));
  g_signal_connect_object (slot, "notify::product", G_CALLBACK (on_product_changed), item, 0);
}

static void
on_unbind (MadafResultGrid *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_product_changed, item);
}

/* Scrolling. */

static gboolean
on_show_more (gpointer user_data)
{
  MadafResultGrid *self = user_data;

  self->more = 0;
  if (!madaf_result_slots_show_more (self->slots))
    madaf_search_load_more (self->search);
  return G_SOURCE_REMOVE;
}

/* Asked while the grid is laid out; it is changed after that, and a few cards at a time. */
static void
load_more_if_near_end (MadafResultGrid *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double page = gtk_adjustment_get_page_size (adjustment);
  double below = gtk_adjustment_get_upper (adjustment) - page - gtk_adjustment_get_value (adjustment);

  if (page > 0 && below < page * SCREENS_AHEAD && self->more == 0)
    self->more = g_idle_add (on_show_more, self);
}

static void
on_items_changed (MadafResultGrid *self, guint position, guint removed, guint added)
{
  /* Other results: they are read from the top. */
  if (removed > 0 && position == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* States. */

/* (transfer full) (nullable): what the words are when they are the number of a label. */
static char *
get_number (MadafResultGrid *self)
{
  char *gtin = NULL;

  madaf_number_check (madaf_search_get_filters (self->search)->words, &gtin);
  return gtin;
}

static void
show_number (MadafResultGrid *self)
{
  madaf_status_view_set (MADAF_STATUS_VIEW (self->status), "madaf-scan-symbolic", _ ("That is the number of an item"),
                         NULL, _ ("Show the item"));
}

static void
show_nothing_found (MadafResultGrid *self)
{
  const MadafSearchFilters *filters = madaf_search_get_filters (self->search);
  guint n_filters = madaf_search_filters_count (filters);
  g_autofree char *headline = madaf_search_texts_nothing (filters->words);
  g_autofree char *advice = madaf_search_texts_advice (n_filters);
  const char *button = n_filters > 0                  ? _ ("Remove all filters")
                       : filters->category_id != NULL ? _ ("Search in all categories")
                                                      : NULL;

  madaf_status_view_set (MADAF_STATUS_VIEW (self->status), "madaf-search-symbolic", headline, advice, button);
}

static void
on_results_changed (MadafResultGrid *self)
{
  g_autofree char *gtin = get_number (self);
  MadafPageStatus status = madaf_search_get_status (self->search);
  const char *child = status == MADAF_PAGE_READY ? "grid" : status == MADAF_PAGE_LOADING ? "loading" : "status";

  if (status == MADAF_PAGE_EMPTY && gtin != NULL)
    show_number (self);
  else if (status == MADAF_PAGE_EMPTY)
    show_nothing_found (self);
  else if (status == MADAF_PAGE_OFFLINE)
    madaf_status_view_set (
        MADAF_STATUS_VIEW (self->status), "madaf-offline-symbolic", _ ("We cannot reach the shop’s system right now"),
        _ ("It usually comes back within a minute. Our staff can help you meanwhile."), _ ("Try again"));
  else if (status == MADAF_PAGE_FAILED)
    madaf_status_view_set (MADAF_STATUS_VIEW (self->status), "madaf-oops-symbolic", _ ("The search did not work"),
                           _ ("It is not your fault. Please try once more, or ask our staff."), _ ("Try again"));
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), status == MADAF_PAGE_LOADING);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), child);
}

static void
on_status_activated (MadafResultGrid *self)
{
  g_autofree char *gtin = get_number (self);

  if (madaf_search_get_status (self->search) != MADAF_PAGE_EMPTY)
    madaf_search_retry (self->search);
  else if (gtin != NULL)
    madaf_context_open (self->context, "code", gtin);
  else if (madaf_search_filters_count (madaf_search_get_filters (self->search)) > 0)
    madaf_search_clear_filters (self->search);
  else
    madaf_search_set_category (self->search, NULL);
}

/* The widgets. */

static GtkWidget *
make_grid (MadafResultGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkAdjustment *adjustment;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  self->grid = gtk_grid_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->slots)))), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Results"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (load_more_if_near_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (load_more_if_near_end), self, G_CONNECT_SWAPPED);
  return madaf_room_new (self->scroller);
}

static void
build (MadafResultGrid *self)
{
  GtkWidget *status_scroller = gtk_scrolled_window_new ();

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_grid (self), "grid");
  self->status = madaf_status_view_new ();
  g_signal_connect_object (self->status, "activated", G_CALLBACK (on_status_activated), self, G_CONNECT_SWAPPED);
  /* Above a keyboard there is little room; words must not push it off the screen. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (status_scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (status_scroller), self->status);
  gtk_stack_add_named (GTK_STACK (self->stack), status_scroller, "status");
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_size_request (self->spinner, 48, 48);
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->spinner, "late");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading"), -1);
  gtk_stack_add_named (GTK_STACK (self->stack), self->spinner, "loading");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

void
madaf_result_grid_set_columns (MadafResultGrid *self, guint columns)
{
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->grid), columns);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->grid), columns);
}

GtkScrolledWindow *
madaf_result_grid_get_scroller (MadafResultGrid *self)
{
  return GTK_SCROLLED_WINDOW (self->scroller);
}

static void
madaf_result_grid_dispose (GObject *object)
{
  MadafResultGrid *self = MADAF_RESULT_GRID (object);

  g_clear_handle_id (&self->more, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->slots);
  g_clear_object (&self->search);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_result_grid_parent_class)->dispose (object);
}

static void
madaf_result_grid_class_init (MadafResultGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_result_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "result-grid");
}

static void
madaf_result_grid_init (MadafResultGrid *self)
{
}

GtkWidget *
madaf_result_grid_new (MadafSearch *search, MadafResultSlots *slots, MadafContext *context)
{
  MadafResultGrid *self = g_object_new (MADAF_TYPE_RESULT_GRID, NULL);

  self->search = g_object_ref (search);
  self->slots = g_object_ref (slots);
  self->context = g_object_ref (context);
  build (self);
  g_signal_connect_object (search, "results-changed", G_CALLBACK (on_results_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_search_get_results (search), "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  on_results_changed (self);
  return GTK_WIDGET (self);
}
