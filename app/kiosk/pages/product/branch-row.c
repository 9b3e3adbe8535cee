/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/branch-row.h"

/* One branch and how many of the chosen variant it has. */

struct _MadafBranchRow
{
  GObject parent_instance;

  MadafBranch *branch; /* (owned) */
  double distance;
  int units;
  MadafPrice *price; /* (owned) (nullable) */
  gboolean is_here;
  gboolean listed;
};

G_DEFINE_FINAL_TYPE (MadafBranchRow, madaf_branch_row, G_TYPE_OBJECT)

enum
{
  PROP_UNITS = 1,
  PROP_PRICE,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED_LIVE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
madaf_branch_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_UNITS)
    g_value_set_int (value, MADAF_BRANCH_ROW (object)->units);
  else if (property_id == PROP_PRICE)
    g_value_set_boxed (value, MADAF_BRANCH_ROW (object)->price);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_branch_row_finalize (GObject *object)
{
  g_clear_object (&MADAF_BRANCH_ROW (object)->branch);
  g_clear_pointer (&MADAF_BRANCH_ROW (object)->price, madaf_price_unref);
  G_OBJECT_CLASS (madaf_branch_row_parent_class)->finalize (object);
}

static void
madaf_branch_row_class_init (MadafBranchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = madaf_branch_row_get_property;
  object_class->finalize = madaf_branch_row_finalize;
  properties[PROP_UNITS]
      = g_param_spec_int ("units", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRICE]
      = g_param_spec_boxed ("price", NULL, NULL, MADAF_TYPE_PRICE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED_LIVE]
      = g_signal_new ("changed-live", MADAF_TYPE_BRANCH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_branch_row_init (MadafBranchRow *self)
{
  self->units = -1;
}

MadafBranchRow *
madaf_branch_row_new (MadafBranch *branch, double distance, gboolean is_here)
{
  MadafBranchRow *self = g_object_new (MADAF_TYPE_BRANCH_ROW, NULL);

  self->branch = g_object_ref (branch);
  self->distance = distance;
  self->is_here = is_here;
  return self;
}

MadafBranch *
madaf_branch_row_get_branch (MadafBranchRow *self)
{
  return self->branch;
}

const char *
madaf_branch_row_get_branch_id (MadafBranchRow *self)
{
  return madaf_branch_get_id (self->branch);
}

double
madaf_branch_row_get_distance (MadafBranchRow *self)
{
  return self->distance;
}

gboolean
madaf_branch_row_is_here (MadafBranchRow *self)
{
  return self->is_here;
}

int
madaf_branch_row_get_units (MadafBranchRow *self)
{
  return self->units;
}

MadafPrice *
madaf_branch_row_get_price (MadafBranchRow *self)
{
  return self->price;
}

gboolean
madaf_branch_row_is_listed (MadafBranchRow *self)
{
  return self->listed;
}

gboolean
madaf_branch_row_can_collect (MadafBranchRow *self)
{
  return self->units > 0 && madaf_branch_get_can_collect (self->branch);
}

static gboolean
set_units (MadafBranchRow *self, int units)
{
  if (self->units == units)
    return FALSE;
  self->units = units;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNITS]);
  return TRUE;
}

void
madaf_branch_row_choose (MadafBranchRow *self, int units)
{
  self->listed = units > 0;
  set_units (self, units);
}

void
madaf_branch_row_change (MadafBranchRow *self, int units)
{
  self->listed = self->listed || units > 0;
  if (set_units (self, units))
    g_signal_emit (self, signals[SIGNAL_CHANGED_LIVE], 0);
}

void
madaf_branch_row_set_price (MadafBranchRow *self, MadafPrice *price)
{
  MadafPrice *before = self->price;

  if (before == price)
    return;
  self->price = price != NULL ? madaf_price_ref (price) : NULL;
  g_clear_pointer (&before, madaf_price_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRICE]);
}

int
madaf_branch_row_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  const MadafBranchRow *one = a;
  const MadafBranchRow *other = b;

  if (one->is_here != other->is_here)
    return one->is_here ? -1 : 1;
  if ((one->distance < 0) != (other->distance < 0))
    return one->distance < 0 ? 1 : -1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return g_strcmp0 (madaf_branch_get_id (one->branch), madaf_branch_get_id (other->branch));
}
