/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sizes/sizes.h"

#include "client/error.h"

#define KEPT_AS "madaf-sizes"

struct _MadafSizes
{
  GObject parent_instance;

  MadafContext *context;     /* not owned: it owns this */
  MadafMemberPass *pass;     /* (owned) (nullable): whose they are */
  GPtrArray *list;           /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of this member's questions */
};

G_DEFINE_FINAL_TYPE (MadafSizes, madaf_sizes, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* FALSE: it is nobody's answer any more. */
static gboolean
check (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  if (error != NULL)
    g_debug ("The member's sizes: %s", error->message);
  return TRUE;
}

static void
take (MadafSizes *self, GPtrArray *list)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = list != NULL ? g_ptr_array_ref (list) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafSizes) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = madaf_central_client_list_worn_sizes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (check (error) && list != NULL)
    take (self, list);
}

void
madaf_sizes_load (MadafSizes *self)
{
  MadafCentralClient *central = madaf_context_get_central (self->context);

  if (self->pass != NULL && central != NULL)
    madaf_central_client_list_worn_sizes_async (central, madaf_member_pass_get_token (self->pass), self->cancellable,
                                                on_listed, g_object_ref (self));
}

static void
on_said (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafSizes) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = madaf_central_client_say_worn_size_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (!check (error))
    return;
  if (list != NULL)
    {
      take (self, list);
      return;
    }
  /* What is shown is again what the central has. */
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

void
madaf_sizes_say (MadafSizes *self, const MadafWornSize *worn, const char *size)
{
  if (self->pass != NULL)
    madaf_central_client_say_worn_size_async (madaf_context_get_central (self->context),
                                              madaf_member_pass_get_token (self->pass), worn->brand, worn->category_id,
                                              size, self->cancellable, on_said, g_object_ref (self));
}

static void
on_member (MadafSizes *self)
{
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));

  if (pass == self->pass)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  self->pass = pass != NULL ? madaf_member_pass_ref (pass) : NULL;
  take (self, NULL);
  madaf_sizes_load (self);
}

GPtrArray *
madaf_sizes_get (MadafSizes *self)
{
  return self->list;
}

MadafWornSize *
madaf_sizes_find (MadafSizes *self, MadafProduct *product)
{
  const char *const *categories = madaf_product_get_category_ids (product);

  for (guint i = 0; self->list != NULL && categories != NULL && i < self->list->len; i++)
    {
      MadafWornSize *worn = g_ptr_array_index (self->list, i);

      if (g_strcmp0 (worn->brand, madaf_product_get_brand (product)) == 0
          && g_strv_contains (categories, worn->category_id))
        return worn;
    }
  return NULL;
}

static void
madaf_sizes_dispose (GObject *object)
{
  MadafSizes *self = MADAF_SIZES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  G_OBJECT_CLASS (madaf_sizes_parent_class)->dispose (object);
}

static void
madaf_sizes_finalize (GObject *object)
{
  g_clear_object (&MADAF_SIZES (object)->cancellable);
  G_OBJECT_CLASS (madaf_sizes_parent_class)->finalize (object);
}

static void
madaf_sizes_class_init (MadafSizesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_sizes_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_sizes_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_SIZES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED]
      = g_signal_new ("failed", MADAF_TYPE_SIZES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
madaf_sizes_init (MadafSizes *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
release (gpointer data)
{
  g_object_run_dispose (data);
  g_object_unref (data);
}

MadafSizes *
madaf_sizes_for (MadafContext *context)
{
  MadafSizes *self = g_object_get_data (G_OBJECT (context), KEPT_AS);

  if (self != NULL)
    return self;
  self = g_object_new (MADAF_TYPE_SIZES, NULL);
  self->context = context;
  g_object_set_data_full (G_OBJECT (context), KEPT_AS, self, release);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (on_member), self,
                           G_CONNECT_SWAPPED);
  on_member (self);
  return self;
}
