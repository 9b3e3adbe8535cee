/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/branch-list.h"

#include "kiosk/frame-queue.h"
#include "kiosk/pages/product/branch-view.h"

#include <glib/gi18n.h>

/* A list box over a filtered board. */

/* Rows beyond the first screen come so many for each frame. */
#define ROWS_STEP 4

struct _MadafBranchList
{
  GtkBox parent_instance;

  GtkWidget *list;
  GtkFilterListModel *shown; /* (owned) */
  GtkSliceListModel *made;   /* (owned): those of shown that have rows by now */
  MadafFrameQueue *later;    /* (owned) */
  GtkCustomFilter *filter;   /* (owned by shown) */
  MadafStockBoard *board;    /* (owned) (nullable) */
  gint64 now_us;
  gint64 age_us;
  gint64 age_told_us; /* monotonic */
  gboolean all;
};

G_DEFINE_FINAL_TYPE (MadafBranchList, madaf_branch_list, GTK_TYPE_BOX)

enum
{
  SIGNAL_COLLECT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  MadafBranchList *self = user_data;

  return !madaf_branch_row_is_here (item) && (self->all || madaf_branch_row_is_listed (item));
}

static void
on_collect (MadafBranchList *self, MadafBranchView *view)
{
  g_signal_emit (self, signals[SIGNAL_COLLECT], 0, madaf_branch_row_get_branch_id (madaf_branch_view_get_row (view)));
}

static gint64
current_age (MadafBranchList *self)
{
  return self->age_us < 0 ? -1 : self->age_us + g_get_monotonic_time () - self->age_told_us;
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  MadafBranchList *self = user_data;
  GtkWidget *view = madaf_branch_view_new (item, self->now_us);
  GtkWidget *row = gtk_list_box_row_new ();

  madaf_branch_view_set_age (MADAF_BRANCH_VIEW (view), current_age (self));
  g_signal_connect_object (view, "collect", G_CALLBACK (on_collect), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  /* The button in it takes the focus; the row needs no stop of its own. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), view);
  return row;
}

static void
make_more (gpointer widget)
{
  MadafBranchList *self = widget;

  gtk_slice_list_model_set_size (self->made, gtk_slice_list_model_get_size (self->made) + ROWS_STEP);
  if (gtk_slice_list_model_get_size (self->made) < madaf_branch_list_count (self))
    madaf_frame_queue_add (self->later, make_more);
}

static void
on_shown_changed (MadafBranchList *self)
{
  if (gtk_slice_list_model_get_size (self->made) < madaf_branch_list_count (self))
    madaf_frame_queue_add (self->later, make_more);
}

static void
refilter (MadafBranchList *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
madaf_branch_list_dispose (GObject *object)
{
  MadafBranchList *self = MADAF_BRANCH_LIST (object);

  g_clear_pointer (&self->later, madaf_frame_queue_free);
  /* The rows are on their way out; without a filter there would be new ones. */
  if (self->made != NULL)
    gtk_slice_list_model_set_model (self->made, NULL);
  g_clear_object (&self->made);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, on_shown_changed, self);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  self->filter = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (madaf_branch_list_parent_class)->dispose (object);
}

static void
madaf_branch_list_class_init (MadafBranchListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_branch_list_dispose;
  signals[SIGNAL_COLLECT] = g_signal_new ("collect", MADAF_TYPE_BRANCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
madaf_branch_list_init (MadafBranchList *self)
{
  self->age_us = -1;
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  self->later = madaf_frame_queue_new (GTK_WIDGET (self));
  self->made = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->shown)), 0, ROWS_STEP);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_shown_changed), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_widget_add_css_class (self->list, "branches");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Other branches"), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->made), make_row, self, NULL);
  gtk_box_append (GTK_BOX (self), self->list);
}

GtkWidget *
madaf_branch_list_new (void)
{
  return g_object_new (MADAF_TYPE_BRANCH_LIST, NULL);
}

void
madaf_branch_list_set_board (MadafBranchList *self, MadafStockBoard *board, gint64 now_us)
{
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, refilter, self);
  g_set_object (&self->board, board);
  self->now_us = now_us;
  g_signal_connect_object (board, "changed", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
  gtk_filter_list_model_set_model (self->shown, G_LIST_MODEL (board));
  refilter (self);
}

void
madaf_branch_list_set_all (MadafBranchList *self, gboolean all)
{
  if (self->all == all)
    return;
  self->all = all;
  refilter (self);
}

guint
madaf_branch_list_count (MadafBranchList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

guint
madaf_branch_list_count_hidden (MadafBranchList *self)
{
  guint others = self->board != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->board)) : 0;

  if (self->board != NULL && madaf_stock_board_get_here (self->board) != NULL)
    others--;
  return others - madaf_branch_list_count (self);
}

void
madaf_branch_list_set_age (MadafBranchList *self, gint64 age_us)
{
  GtkListBoxRow *row;

  self->age_us = age_us;
  self->age_told_us = g_get_monotonic_time ();
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    madaf_branch_view_set_age (MADAF_BRANCH_VIEW (gtk_list_box_row_get_child (row)), age_us);
}
