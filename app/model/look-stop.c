/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/look-stop.h"

#include "model/fields.h"

struct _MadafLookStop
{
  GObject parent_instance;

  char *branch_id; /* (owned) (nullable) */
  int distance;
  gint64 ready_us;
  MadafMoney *total; /* (owned) (nullable) */
  GListModel *lines; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafLookStop, madaf_look_stop, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafLookStop, branch_id, "branch-id", G_TYPE_STRING),
  MADAF_FIELD (MadafLookStop, distance, "distance", G_TYPE_INT),
  MADAF_FIELD (MadafLookStop, ready_us, "ready-us", G_TYPE_INT64),
  MADAF_FIELD_OF (MadafLookStop, total, "total", madaf_money_get_type),
  MADAF_FIELD_OF (MadafLookStop, lines, "lines", g_list_model_get_type),
};

static void
madaf_look_stop_class_init (MadafLookStopClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_look_stop_init (MadafLookStop *self)
{
}

const char *
madaf_look_stop_get_branch_id (MadafLookStop *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_STOP (self), NULL);

  return self->branch_id;
}

int
madaf_look_stop_get_distance (MadafLookStop *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_STOP (self), 0);

  return self->distance;
}

gint64
madaf_look_stop_get_ready_us (MadafLookStop *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_STOP (self), 0);

  return self->ready_us;
}

const MadafMoney *
madaf_look_stop_get_total (MadafLookStop *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_STOP (self), NULL);

  return self->total;
}

GListModel *
madaf_look_stop_get_lines (MadafLookStop *self)
{
  g_return_val_if_fail (MADAF_IS_LOOK_STOP (self), NULL);

  return self->lines;
}
