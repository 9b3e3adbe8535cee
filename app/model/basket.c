/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/basket.h"

struct _MadafBasket
{
  GObject parent_instance;

  GPtrArray *lines;  /* (owned) (element-type MadafBasketLine) */
  GListStore *gone;  /* (owned) */
  char *id;          /* (owned) (nullable) */
  char *etag;        /* (owned) (nullable) */
  MadafMoney *total; /* (owned) (nullable) */
  MadafMoney *vat;   /* (owned) (nullable) */
  int n_pieces;
};

static void madaf_basket_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafBasket,
                               madaf_basket,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, madaf_basket_list_init))

enum
{
  PROP_0,
  PROP_ID,
  PROP_ETAG,
  PROP_TOTAL,
  PROP_VAT,
  PROP_N_PIECES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;
static guint gone_removed_signal;

static GType
get_item_type (GListModel *list)
{
  return MADAF_TYPE_BASKET_LINE;
}

static guint
get_n_items (GListModel *list)
{
  return MADAF_BASKET (list)->lines->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  MadafBasket *self = MADAF_BASKET (list);

  return position < self->lines->len ? g_object_ref (g_ptr_array_index (self->lines, position)) : NULL;
}

static void
madaf_basket_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
set_string (MadafBasket *self, char **member, const char *value, guint property)
{
  if (g_strcmp0 (*member, value) == 0)
    return;

  g_free (*member);
  *member = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_money (MadafBasket *self, MadafMoney **member, const MadafMoney *value, guint property)
{
  MadafMoney *copy;

  if (madaf_money_equal (*member, value))
    return;

  copy = value != NULL ? madaf_money_copy (value) : NULL;
  g_clear_pointer (member, madaf_money_free);
  *member = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* After any change of the lines: what the central said of the total holds no longer. */
static void
after_change (MadafBasket *self)
{
  int n_pieces = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n_pieces += madaf_basket_line_get_quantity (g_ptr_array_index (self->lines, i));

  madaf_basket_set_totals (self, NULL, NULL);
  if (n_pieces != self->n_pieces)
    {
      self->n_pieces = n_pieces;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PIECES]);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
on_line_changed (MadafBasket *self)
{
  after_change (self);
}

static void
watch (MadafBasket *self, MadafBasketLine *line)
{
  g_signal_connect_object (line, "notify::quantity", G_CALLBACK (on_line_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "notify::fulfilment", G_CALLBACK (on_line_changed), self, G_CONNECT_SWAPPED);
}

static void
unwatch_all (MadafBasket *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->lines, i), self);
}

static void
madaf_basket_dispose (GObject *object)
{
  MadafBasket *self = MADAF_BASKET (object);

  unwatch_all (self);
  g_ptr_array_set_size (self->lines, 0);

  G_OBJECT_CLASS (madaf_basket_parent_class)->dispose (object);
}

static void
madaf_basket_finalize (GObject *object)
{
  MadafBasket *self = MADAF_BASKET (object);

  g_ptr_array_unref (self->lines);
  g_free (self->id);
  g_free (self->etag);
  g_clear_pointer (&self->total, madaf_money_free);
  g_clear_pointer (&self->vat, madaf_money_free);

  g_clear_object (&self->gone);
  G_OBJECT_CLASS (madaf_basket_parent_class)->finalize (object);
}

static void
madaf_basket_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MadafBasket *self = MADAF_BASKET (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ETAG:
      g_value_set_string (value, self->etag);
      break;
    case PROP_TOTAL:
      g_value_set_boxed (value, self->total);
      break;
    case PROP_VAT:
      g_value_set_boxed (value, self->vat);
      break;
    case PROP_N_PIECES:
      g_value_set_int (value, self->n_pieces);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
madaf_basket_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MadafBasket *self = MADAF_BASKET (object);

  switch (id)
    {
    case PROP_ID:
      madaf_basket_set_id (self, g_value_get_string (value));
      break;
    case PROP_ETAG:
      madaf_basket_set_etag (self, g_value_get_string (value));
      break;
    case PROP_TOTAL:
      set_money (self, &self->total, g_value_get_boxed (value), PROP_TOTAL);
      break;
    case PROP_VAT:
      set_money (self, &self->vat, g_value_get_boxed (value), PROP_VAT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
madaf_basket_class_init (MadafBasketClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = madaf_basket_dispose;
  object_class->finalize = madaf_basket_finalize;
  object_class->get_property = madaf_basket_get_property;
  object_class->set_property = madaf_basket_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_ETAG] = g_param_spec_string ("etag", NULL, NULL, NULL, flags);
  properties[PROP_TOTAL] = g_param_spec_boxed ("total", NULL, NULL, MADAF_TYPE_MONEY, flags);
  properties[PROP_VAT] = g_param_spec_boxed ("vat", NULL, NULL, MADAF_TYPE_MONEY, flags);
  properties[PROP_N_PIECES]
      = g_param_spec_int ("n-pieces", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gone_removed_signal = g_signal_new ("gone-removed", MADAF_TYPE_BASKET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, MADAF_TYPE_BASKET_LINE);
  changed_signal = g_signal_new ("changed", MADAF_TYPE_BASKET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_basket_init (MadafBasket *self)
{
  self->gone = g_list_store_new (MADAF_TYPE_BASKET_LINE);
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

MadafBasket *
madaf_basket_new (void)
{
  return g_object_new (MADAF_TYPE_BASKET, NULL);
}

const char *
madaf_basket_get_id (MadafBasket *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET (self), NULL);

  return self->id;
}

void
madaf_basket_set_id (MadafBasket *self, const char *id)
{
  g_return_if_fail (MADAF_IS_BASKET (self));

  set_string (self, &self->id, id, PROP_ID);
}

const char *
madaf_basket_get_etag (MadafBasket *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET (self), NULL);

  return self->etag;
}

void
madaf_basket_set_etag (MadafBasket *self, const char *etag)
{
  g_return_if_fail (MADAF_IS_BASKET (self));

  set_string (self, &self->etag, etag, PROP_ETAG);
}

const MadafMoney *
madaf_basket_get_total (MadafBasket *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET (self), NULL);

  return self->total;
}

const MadafMoney *
madaf_basket_get_vat (MadafBasket *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET (self), NULL);

  return self->vat;
}

void
madaf_basket_set_totals (MadafBasket *self, const MadafMoney *total, const MadafMoney *vat)
{
  g_return_if_fail (MADAF_IS_BASKET (self));

  set_money (self, &self->total, total, PROP_TOTAL);
  set_money (self, &self->vat, vat, PROP_VAT);
}

int
madaf_basket_get_n_pieces (MadafBasket *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET (self), 0);

  return self->n_pieces;
}

gboolean
madaf_basket_get_sum (MadafBasket *self, MadafMoney *sum)
{
  MadafMoney so_far;

  g_return_val_if_fail (MADAF_IS_BASKET (self), FALSE);

  if (self->lines->len == 0 || !madaf_basket_line_get_total (g_ptr_array_index (self->lines, 0), &so_far))
    return FALSE;

  for (guint i = 1; i < self->lines->len; i++)
    {
      MadafMoney total;

      if (!madaf_basket_line_get_total (g_ptr_array_index (self->lines, i), &total)
          || !madaf_money_add (&so_far, &total, &so_far))
        return FALSE;
    }

  *sum = so_far;
  return TRUE;
}

gboolean
madaf_basket_add (MadafBasket *self, MadafBasketLine *line)
{
  MadafBasketLine *same;

  g_return_val_if_fail (MADAF_IS_BASKET (self), FALSE);
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (line), FALSE);

  same = madaf_basket_find (self, madaf_basket_line_get_variant_id (line), madaf_basket_line_get_fulfilment (line));
  if (same != NULL)
    {
      int quantity = madaf_basket_line_get_quantity (same) + madaf_basket_line_get_quantity (line);

      madaf_basket_line_set_quantity (same, quantity);
      return quantity <= MADAF_BASKET_LINE_MOST;
    }

  if (self->lines->len >= MADAF_BASKET_MOST_LINES)
    return FALSE;

  g_ptr_array_add (self->lines, g_object_ref (line));
  watch (self, line);
  g_list_model_items_changed (G_LIST_MODEL (self), self->lines->len - 1, 0, 1);
  after_change (self);
  return TRUE;
}

void
madaf_basket_remove (MadafBasket *self, MadafBasketLine *line)
{
  guint position;

  g_return_if_fail (MADAF_IS_BASKET (self));

  if (!g_ptr_array_find (self->lines, line, &position))
    return;

  g_signal_handlers_disconnect_by_data (line, self);
  g_ptr_array_remove_index (self->lines, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  after_change (self);
}

GListModel *
madaf_basket_get_gone (MadafBasket *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET (self), NULL);

  return G_LIST_MODEL (self->gone);
}

static gboolean
is_same_gone (GListModel *ours, GListModel *theirs)
{
  guint n = g_list_model_get_n_items (ours);

  for (guint i = 0; i < n && n == g_list_model_get_n_items (theirs); i++)
    {
      g_autoptr (MadafBasketLine) our = g_list_model_get_item (ours, i);
      MadafBasketLine *their = madaf_basket_line_list_find (theirs, our);

      if (their == NULL || madaf_basket_line_get_quantity (their) != madaf_basket_line_get_quantity (our))
        return FALSE;
    }
  return n == g_list_model_get_n_items (theirs);
}

/* What is the same stays the same objects, so that a button is not drawn anew under a finger. */
void
madaf_basket_set_gone (MadafBasket *self, GListModel *gone)
{
  guint n = g_list_model_get_n_items (gone);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->gone));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (is_same_gone (G_LIST_MODEL (self->gone), gone))
    return;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, g_list_model_get_item (gone, i));
  g_list_store_splice (self->gone, 0, n_old, lines->pdata, n);
}

void
madaf_basket_remove_gone (MadafBasket *self, MadafBasketLine *line)
{
  g_autoptr (MadafBasketLine) kept = g_object_ref (line);
  guint position;

  if (!g_list_store_find (self->gone, kept, &position))
    return;
  g_list_store_remove (self->gone, position);
  g_signal_emit (self, gone_removed_signal, 0, kept);
}

void
madaf_basket_clear (MadafBasket *self)
{
  g_autoptr (GListStore) none = g_list_store_new (MADAF_TYPE_BASKET_LINE);

  madaf_basket_set_gone (self, G_LIST_MODEL (none));
  madaf_basket_set_lines (self, G_LIST_MODEL (none));
}

void
madaf_basket_set_lines (MadafBasket *self, GListModel *lines)
{
  guint n_old, n_new;

  g_return_if_fail (MADAF_IS_BASKET (self));
  g_return_if_fail (lines != G_LIST_MODEL (self));

  n_old = self->lines->len;
  n_new = g_list_model_get_n_items (lines);
  if (n_old == 0 && n_new == 0)
    return;

  unwatch_all (self);
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < n_new; i++)
    {
      g_ptr_array_add (self->lines, g_list_model_get_item (lines, i));
      watch (self, g_ptr_array_index (self->lines, i));
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, n_new);
  after_change (self);
}

static gboolean
cost_the_same (MadafBasketLine *line, MadafBasketLine *other)
{
  MadafPrice *one = madaf_basket_line_get_unit_price (line);
  MadafPrice *two = madaf_basket_line_get_unit_price (other);

  return one != NULL && two != NULL && madaf_money_equal (madaf_price_get_amount (one), madaf_price_get_amount (two));
}

void
madaf_basket_become (MadafBasket *self, GListModel *lines)
{
  g_return_if_fail (MADAF_IS_BASKET (self));
  g_return_if_fail (lines != G_LIST_MODEL (self));

  for (guint i = self->lines->len; i > 0; i--)
    {
      MadafBasketLine *old = g_ptr_array_index (self->lines, i - 1);
      MadafBasketLine *line = madaf_basket_line_list_find (lines, old);

      if (line == NULL || !cost_the_same (old, line))
        madaf_basket_remove (self, old);
      else
        madaf_basket_line_set_quantity (old, madaf_basket_line_get_quantity (line));
    }
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);

      if (madaf_basket_line_list_find (G_LIST_MODEL (self), line) == NULL)
        madaf_basket_add (self, line);
    }
}

MadafBasketLine *
madaf_basket_find (MadafBasket *self, const char *variant_id, MadafFulfilment *fulfilment)
{
  g_return_val_if_fail (MADAF_IS_BASKET (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      MadafBasketLine *line = g_ptr_array_index (self->lines, i);

      if (g_strcmp0 (madaf_basket_line_get_variant_id (line), variant_id) == 0
          && madaf_fulfilment_equal (madaf_basket_line_get_fulfilment (line), fulfilment))
        return line;
    }

  return NULL;
}

int
madaf_basket_count_variant (MadafBasket *self, const char *variant_id)
{
  int pieces = 0;

  g_return_val_if_fail (MADAF_IS_BASKET (self), 0);

  for (guint i = 0; i < self->lines->len; i++)
    {
      MadafBasketLine *line = g_ptr_array_index (self->lines, i);

      if (g_strcmp0 (madaf_basket_line_get_variant_id (line), variant_id) == 0)
        pieces += madaf_basket_line_get_quantity (line);
    }

  return pieces;
}
