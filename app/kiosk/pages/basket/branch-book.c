/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/branch-book.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

#define RETRY_SECONDS 3
#define KEPT_AS       "branch-book"

struct _MadafBranchBook
{
  GObject parent_instance;

  MadafCentralClient *central; /* (owned) (nullable) */
  GCancellable *cancellable;   /* (owned) */
  GListModel *branches;        /* (owned) */
  GHashTable *stock;           /* (owned): product id → MadafProductStock */
  guint retry;
};

G_DEFINE_FINAL_TYPE (MadafBranchBook, madaf_branch_book, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (MadafBranchBook *self);

static gboolean
on_retry (gpointer user_data)
{
  MadafBranchBook *self = user_data;

  self->retry = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
on_branches (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBranchBook) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) branches
      = madaf_central_client_list_branches_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (branches == NULL)
    {
      g_debug ("Branches: %s", error->message);
      self->retry = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
      return;
    }
  g_set_object (&self->branches, branches);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
load (MadafBranchBook *self)
{
  if (self->central != NULL)
    madaf_central_client_list_branches_async (self->central, self->cancellable, on_branches, g_object_ref (self));
}

static void
on_stock (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBranchBook) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProductStock) stock
      = madaf_central_client_get_stock_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (stock == NULL)
    {
      /* Without figures nothing is limited: the order itself is refused if it is not there. */
      g_debug ("Stock: %s", error->message);
      return;
    }
  g_hash_table_insert (self->stock, g_strdup (madaf_product_stock_get_product_id (stock)),
                       madaf_product_stock_ref (stock));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
madaf_branch_book_ask_stock (MadafBranchBook *self, const char *product_id)
{
  if (self->central != NULL)
    madaf_central_client_get_stock_async (self->central, product_id, self->cancellable, on_stock, g_object_ref (self));
}

MadafProductStock *
madaf_branch_book_get_stock (MadafBranchBook *self, const char *product_id)
{
  return g_hash_table_lookup (self->stock, product_id);
}

static void
madaf_branch_book_dispose (GObject *object)
{
  MadafBranchBook *self = MADAF_BRANCH_BOOK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_object (&self->central);
  G_OBJECT_CLASS (madaf_branch_book_parent_class)->dispose (object);
}

static void
madaf_branch_book_finalize (GObject *object)
{
  MadafBranchBook *self = MADAF_BRANCH_BOOK (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->branches);
  g_hash_table_unref (self->stock);
  G_OBJECT_CLASS (madaf_branch_book_parent_class)->finalize (object);
}

static void
madaf_branch_book_class_init (MadafBranchBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_branch_book_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_branch_book_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_BRANCH_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_branch_book_init (MadafBranchBook *self)
{
  self->cancellable = g_cancellable_new ();
  self->stock = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)madaf_product_stock_unref);
  self->branches = G_LIST_MODEL (g_list_store_new (MADAF_TYPE_BRANCH));
}

MadafBranchBook *
madaf_branch_book_for (MadafContext *context)
{
  MadafSession *session = madaf_context_get_session (context);
  MadafBranchBook *self = (MadafBranchBook *)madaf_session_kept (session, KEPT_AS);
  g_autoptr (MadafBranchBook) made = NULL;

  if (self != NULL)
    return self;
  made = g_object_new (MADAF_TYPE_BRANCH_BOOK, NULL);
  g_set_object (&made->central, madaf_context_get_central (context));
  madaf_session_keep (session, KEPT_AS, G_OBJECT (made));
  load (made);
  return made;
}

GListModel *
madaf_branch_book_get_branches (MadafBranchBook *self)
{
  return self->branches;
}

MadafBranch *
madaf_branch_book_find (MadafBranchBook *self, const char *branch_id)
{
  for (guint i = 0; branch_id != NULL && i < g_list_model_get_n_items (self->branches); i++)
    {
      g_autoptr (MadafBranch) branch = g_list_model_get_item (self->branches, i);

      if (g_str_equal (madaf_branch_get_id (branch), branch_id))
        return branch; /* the list keeps it alive */
    }
  return NULL;
}

char *
madaf_branch_book_name (MadafBranchBook *self, const char *branch_id)
{
  MadafBranch *branch = madaf_branch_book_find (self, branch_id);

  if (branch == NULL)
    return g_strdup (_ ("the branch you chose"));
  return madaf_texts_isolate (madaf_text_pick (madaf_branch_get_name (branch), madaf_language_current ()));
}
