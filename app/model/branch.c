/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/branch.h"

#include "model/distance.h"
#include "model/fields.h"

struct _MadafBranch
{
  GObject parent_instance;

  char *id;           /* (owned) (nullable) */
  MadafText *name;    /* (owned) (nullable) */
  MadafText *address; /* (owned) (nullable) */
  MadafText *city;    /* (owned) (nullable) */
  char *phone;        /* (owned) (nullable) */
  gboolean has_position;
  double latitude;
  double longitude;
  MadafHours *hours; /* (owned) (nullable) */
  gboolean can_collect;
  gboolean can_ship;
  int fitting_rooms;
  gint64 collect_ready_at_us;
};

G_DEFINE_FINAL_TYPE (MadafBranch, madaf_branch, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafBranch, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafBranch, name, "name", madaf_text_get_type),
  MADAF_FIELD_OF (MadafBranch, address, "address", madaf_text_get_type),
  MADAF_FIELD_OF (MadafBranch, city, "city", madaf_text_get_type),
  MADAF_FIELD (MadafBranch, phone, "phone", G_TYPE_STRING),
  MADAF_FIELD (MadafBranch, has_position, "has-position", G_TYPE_BOOLEAN),
  MADAF_FIELD (MadafBranch, latitude, "latitude", G_TYPE_DOUBLE),
  MADAF_FIELD (MadafBranch, longitude, "longitude", G_TYPE_DOUBLE),
  MADAF_FIELD_OF (MadafBranch, hours, "hours", madaf_hours_get_type),
  MADAF_FIELD (MadafBranch, can_collect, "can-collect", G_TYPE_BOOLEAN),
  MADAF_FIELD (MadafBranch, can_ship, "can-ship", G_TYPE_BOOLEAN),
  MADAF_FIELD (MadafBranch, fitting_rooms, "fitting-rooms", G_TYPE_INT),
  MADAF_FIELD (MadafBranch, collect_ready_at_us, "collect-ready-at-us", G_TYPE_INT64),
};

static void
madaf_branch_class_init (MadafBranchClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_branch_init (MadafBranch *self)
{
}

const char *
madaf_branch_get_id (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), NULL);

  return self->id;
}

MadafText *
madaf_branch_get_name (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), NULL);

  return self->name;
}

MadafText *
madaf_branch_get_address (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), NULL);

  return self->address;
}

MadafText *
madaf_branch_get_city (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), NULL);

  return self->city;
}

const char *
madaf_branch_get_phone (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), NULL);

  return self->phone;
}

gboolean
madaf_branch_get_has_position (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), FALSE);

  return self->has_position;
}

double
madaf_branch_get_latitude (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), 0);

  return self->latitude;
}

double
madaf_branch_get_longitude (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), 0);

  return self->longitude;
}

MadafHours *
madaf_branch_get_hours (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), NULL);

  return self->hours;
}

gboolean
madaf_branch_get_can_collect (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), FALSE);

  return self->can_collect;
}

gboolean
madaf_branch_get_can_ship (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), FALSE);

  return self->can_ship;
}

int
madaf_branch_get_fitting_rooms (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), 0);

  return self->fitting_rooms;
}

gint64
madaf_branch_get_collect_ready_at_us (MadafBranch *self)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), 0);

  return self->collect_ready_at_us;
}

double
madaf_branch_get_distance (MadafBranch *self, double latitude, double longitude)
{
  g_return_val_if_fail (MADAF_IS_BRANCH (self), -1);

  return self->has_position ? madaf_distance (latitude, longitude, self->latitude, self->longitude) : -1;
}
