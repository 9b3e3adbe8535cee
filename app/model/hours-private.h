/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/hours.h"

G_BEGIN_DECLS

/* What hours.c and hours-json.c share. */

#define MADAF_HOURS_DAY 1440 /* minutes */

typedef struct
{
  guint32 julian;
  GArray *intervals; /* (owned) (element-type MadafHoursInterval) */
  MadafText *reason; /* (owned) (nullable) */
} MadafHoursException;

struct _MadafHours
{
  gatomicrefcount count;
  GTimeZone *zone;    /* (owned) */
  char *zone_name;    /* (owned) */
  GArray *week[7];    /* (owned) (element-type MadafHoursInterval): Sunday first */
  GArray *exceptions; /* (owned) (element-type MadafHoursException) */
};

/* Without a zone and a week yet (transfer full). */
MadafHours *madaf_hours_new_bare (void);

G_END_DECLS
