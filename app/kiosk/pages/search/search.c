/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/search.h"

#include "model/category.h"
#include "model/product-summary.h"

/* Asks, and keeps the answers. */

struct _MadafSearch
{
  GObject parent_instance;

  MadafCentralClient *central;        /* (owned) (nullable) */
  char *branch_id;                    /* (owned) (nullable) */
  MadafSearchFilters *filters;        /* (owned) */
  GListStore *results;                /* (owned) (element-type MadafProductSummary) */
  GListModel *categories;             /* (owned) (element-type MadafCategory) */
  MadafProductList *facets;           /* (owned) (nullable): the answer that colours and sizes are read from */
  GPtrArray *no_facets;               /* (owned): empty */
  char *facets_words;                 /* (owned) (nullable): what the facets are of */
  char *facets_category;              /* (owned) (nullable) */
  char *cursor;                       /* (owned) (nullable): of the next page */
  char *retyped;                      /* (owned) (nullable) */
  GCancellable *cancellable;          /* (owned) (nullable): of the question on its way */
  GCancellable *category_cancellable; /* (owned) (nullable) */
  gint64 total;
  MadafPageStatus status;
  guint pause;
  gboolean from_shelf;
  gboolean has_answer;
  gboolean has_categories;
};

G_DEFINE_FINAL_TYPE (MadafSearch, madaf_search, G_TYPE_OBJECT)

enum
{
  SIGNAL_FILTERS,
  SIGNAL_RESULTS,
  SIGNAL_FACETS,
  SIGNAL_CATEGORIES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop_asking (MadafSearch *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
set_status (MadafSearch *self, MadafPageStatus status)
{
  self->status = status;
  g_signal_emit (self, signals[SIGNAL_RESULTS], 0);
}

/* Answers. */

static void
fail (MadafSearch *self, const GError *error)
{
  g_message ("Search: %s", error->message);
  g_list_store_remove_all (self->results);
  g_clear_pointer (&self->cursor, g_free);
  set_status (self, madaf_page_status_for_error (error));
}

/* While it is narrowed the central counts what is left; what else could be chosen stays as it was, else a second colour
 * could never be added to the first. */
static void
take_facets (MadafSearch *self, MadafProductList *list)
{
  gboolean same = self->facets != NULL && g_strcmp0 (self->facets_words, self->filters->words) == 0
                  && g_strcmp0 (self->facets_category, self->filters->category_id) == 0;

  if (same && madaf_search_filters_count (self->filters) > 0)
    return;
  g_clear_pointer (&self->facets, madaf_product_list_unref);
  self->facets = madaf_product_list_ref (list);
  g_free (self->facets_words);
  self->facets_words = g_strdup (self->filters->words);
  g_free (self->facets_category);
  self->facets_category = g_strdup (self->filters->category_id);
  g_signal_emit (self, signals[SIGNAL_FACETS], 0);
}

static void
add_items (MadafSearch *self, MadafProductList *list, gboolean replace)
{
  GListModel *items = madaf_product_list_get_items (list);
  guint n = g_list_model_get_n_items (items);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (added, g_list_model_get_item (items, i));
  g_list_store_splice (self->results, replace ? 0 : old, replace ? old : 0, added->pdata, added->len);
  g_free (self->cursor);
  self->cursor = g_strdup (madaf_product_list_get_next_cursor (list));
}

static void
on_first_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  MadafFreshness freshness = { 0 };
  g_autoptr (MadafProductList) list
      = madaf_central_client_list_products_finish (MADAF_CENTRAL_CLIENT (source), result, &freshness, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  self->has_answer = TRUE;
  if (list == NULL)
    {
      fail (self, error);
      return;
    }
  self->from_shelf = freshness.from_shelf;
  self->total = madaf_product_list_get_total (list);
  g_free (self->retyped);
  self->retyped = g_strdup (madaf_product_list_get_retyped (list));
  add_items (self, list, TRUE);
  take_facets (self, list);
  set_status (self, g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0 ? MADAF_PAGE_READY : MADAF_PAGE_EMPTY);
}

static void
on_more (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProductList) list
      = madaf_central_client_list_products_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  /* What is on the screen stays; the next scrolling tries again. */
  if (list != NULL)
    add_items (self, list, FALSE);
  else
    g_message ("More of a search: %s", error->message);
}

/* Questions. */

static void
ask (MadafSearch *self, const char *cursor, GAsyncReadyCallback callback)
{
  MadafProductQuery query = madaf_search_filters_to_query (self->filters, self->branch_id, cursor);

  self->cancellable = g_cancellable_new ();
  madaf_central_client_list_products_async (self->central, &query, self->cancellable, callback, g_object_ref (self));
}

static void
ask_anew (MadafSearch *self)
{
  stop_asking (self);
  if (self->central == NULL)
    {
      set_status (self, MADAF_PAGE_OFFLINE);
      return;
    }
  /* What an earlier question found, also nothing, stays until there is something else to show. */
  if (self->status == MADAF_PAGE_OFFLINE || self->status == MADAF_PAGE_FAILED)
    set_status (self, MADAF_PAGE_LOADING);
  ask (self, NULL, on_first_page);
}

static gboolean
on_pause (gpointer user_data)
{
  MadafSearch *self = user_data;

  self->pause = 0;
  ask_anew (self);
  return G_SOURCE_REMOVE;
}

static void
on_categories (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) categories
      = madaf_central_client_list_categories_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->category_cancellable);
  if (categories == NULL)
    {
      g_message ("Categories: %s", error->message);
      return;
    }
  self->has_categories = TRUE;
  g_set_object (&self->categories, categories);
  g_signal_emit (self, signals[SIGNAL_CATEGORIES], 0);
}

static void
ask_categories (MadafSearch *self)
{
  if (self->central == NULL || self->category_cancellable != NULL || self->has_categories)
    return;
  self->category_cancellable = g_cancellable_new ();
  madaf_central_client_list_categories_async (self->central, self->category_cancellable, on_categories,
                                              g_object_ref (self));
}

void
madaf_search_start (MadafSearch *self)
{
  ask_categories (self);
  if (!self->has_answer && self->cancellable == NULL && self->pause == 0)
    ask_anew (self);
}

void
madaf_search_retry (MadafSearch *self)
{
  ask_categories (self);
  ask_anew (self);
}

void
madaf_search_load_more (MadafSearch *self)
{
  if (self->cursor == NULL || self->cancellable != NULL || self->pause != 0)
    return;
  ask (self, self->cursor, on_more);
}

void
madaf_search_stop (MadafSearch *self)
{
  stop_asking (self);
  g_cancellable_cancel (self->category_cancellable);
  g_clear_object (&self->category_cancellable);
}

/* What is looked for. */

static void
filters_changed (MadafSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_FILTERS], 0);
  ask_anew (self);
}

void
madaf_search_set_branch (MadafSearch *self, const char *branch_id)
{
  if (g_strcmp0 (self->branch_id, branch_id) == 0)
    return;
  g_free (self->branch_id);
  self->branch_id = g_strdup (branch_id);
  g_signal_emit (self, signals[SIGNAL_FILTERS], 0);
  if (self->filters->here)
    ask_anew (self);
}

void
madaf_search_set_words (MadafSearch *self, const char *words)
{
  if (!madaf_search_filters_set_words (self->filters, words))
    return;
  stop_asking (self);
  self->pause = g_timeout_add (MADAF_SEARCH_PAUSE_MS, on_pause, self);
  g_signal_emit (self, signals[SIGNAL_FILTERS], 0);
}

void
madaf_search_set_category (MadafSearch *self, const char *category_id)
{
  if (madaf_search_filters_set_category (self->filters, category_id))
    filters_changed (self);
}

void
madaf_search_toggle_colour (MadafSearch *self, const char *colour_id)
{
  madaf_search_filters_toggle_colour (self->filters, colour_id);
  filters_changed (self);
}

void
madaf_search_toggle_size (MadafSearch *self, const char *size)
{
  madaf_search_filters_toggle_size (self->filters, size);
  filters_changed (self);
}

void
madaf_search_set_here (MadafSearch *self, gboolean here)
{
  if (self->filters->here == here)
    return;
  self->filters->here = here;
  filters_changed (self);
}

void
madaf_search_set_sort (MadafSearch *self, MadafProductSort sort)
{
  if (self->filters->sort == sort)
    return;
  self->filters->sort = sort;
  filters_changed (self);
}

void
madaf_search_clear_filters (MadafSearch *self)
{
  if (madaf_search_filters_count (self->filters) == 0)
    return;
  madaf_search_filters_clear (self->filters);
  filters_changed (self);
}

/* What there is. */

const MadafSearchFilters *
madaf_search_get_filters (MadafSearch *self)
{
  return self->filters;
}

gboolean
madaf_search_knows_branch (MadafSearch *self)
{
  return self->branch_id != NULL;
}

MadafPageStatus
madaf_search_get_status (MadafSearch *self)
{
  return self->status;
}

GListModel *
madaf_search_get_results (MadafSearch *self)
{
  return G_LIST_MODEL (self->results);
}

gint64
madaf_search_get_total (MadafSearch *self)
{
  return self->total;
}

const char *
madaf_search_get_retyped (MadafSearch *self)
{
  return self->retyped;
}

gboolean
madaf_search_is_from_shelf (MadafSearch *self)
{
  return self->from_shelf;
}

GPtrArray *
madaf_search_get_colours (MadafSearch *self)
{
  return self->facets != NULL ? madaf_product_list_get_colours (self->facets) : self->no_facets;
}

GPtrArray *
madaf_search_get_sizes (MadafSearch *self)
{
  return self->facets != NULL ? madaf_product_list_get_sizes (self->facets) : self->no_facets;
}

GListModel *
madaf_search_get_categories (MadafSearch *self)
{
  return self->categories;
}

static void
madaf_search_dispose (GObject *object)
{
  MadafSearch *self = MADAF_SEARCH (object);

  madaf_search_stop (self);
  g_clear_object (&self->central);
  G_OBJECT_CLASS (madaf_search_parent_class)->dispose (object);
}

static void
madaf_search_finalize (GObject *object)
{
  MadafSearch *self = MADAF_SEARCH (object);

  g_free (self->branch_id);
  madaf_search_filters_free (self->filters);
  g_object_unref (self->results);
  g_object_unref (self->categories);
  g_clear_pointer (&self->facets, madaf_product_list_unref);
  g_ptr_array_unref (self->no_facets);
  g_free (self->facets_words);
  g_free (self->facets_category);
  g_free (self->cursor);
  g_free (self->retyped);
  G_OBJECT_CLASS (madaf_search_parent_class)->finalize (object);
}

static void
madaf_search_class_init (MadafSearchClass *klass)
{
  static const char *const names[] = { "filters-changed", "results-changed", "facets-changed", "categories-changed" };

  G_OBJECT_CLASS (klass)->dispose = madaf_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_search_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], MADAF_TYPE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_search_init (MadafSearch *self)
{
  self->results = g_list_store_new (MADAF_TYPE_PRODUCT_SUMMARY);
  self->categories = G_LIST_MODEL (g_list_store_new (MADAF_TYPE_CATEGORY));
  self->no_facets = g_ptr_array_new ();
  self->total = -1;
}

MadafSearch *
madaf_search_new (MadafCentralClient *central, const char *branch_id, const char *words, const char *category_id)
{
  MadafSearch *self = g_object_new (MADAF_TYPE_SEARCH, NULL);

  g_set_object (&self->central, central);
  self->branch_id = g_strdup (branch_id);
  self->filters = madaf_search_filters_new (words, category_id);
  return self;
}
