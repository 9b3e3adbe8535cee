/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A measured quantity on a label: 1250 with 3 decimals and "kg" is 1.25 kg. */
typedef struct
{
  gint64 value;
  int decimals;
  const char *unit; /* (nullable): "kg", "m", "m²", "l", "lb", "in", "t oz", …; static */
} MadafGs1Measure;

G_END_DECLS
