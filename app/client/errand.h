/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafErrandState:
 *
 * Where a thing is that was asked for: the first two are open.
 */
typedef enum
{
  MADAF_ERRAND_ASKED,
  MADAF_ERRAND_TAKEN,
  MADAF_ERRAND_BROUGHT,
  MADAF_ERRAND_NOT_FOUND,
  MADAF_ERRAND_CANCELLED,
  MADAF_ERRAND_EXPIRED,
} MadafErrandState;

#define MADAF_TYPE_ERRAND_STATE (madaf_errand_state_get_type ())
GType madaf_errand_state_get_type (void) G_GNUC_CONST;

/**
 * MadafErrand:
 *
 * What somebody of the shop was asked to bring (a FetchRequest of the contract), as it was last heard: immutable,
 * counted, a boxed type.
 */
typedef struct _MadafErrand MadafErrand;

/* What one is made of. Borrowed. */
typedef struct
{
  const char *id;
  const char *variant_id;
  MadafText *title;
  MadafText *colour;      /* (nullable) */
  const char *size;       /* (nullable) */
  const char *picture_id; /* (nullable) */
  int room;               /* 0: to the screen */
  MadafErrandState state;
  int place;   /* in the queue, from 1; 0: not in it */
  int minutes; /* until it is there; 0: nobody knows */
  gboolean late;
} MadafErrandParts;

#define MADAF_TYPE_ERRAND (madaf_errand_get_type ())

GType madaf_errand_get_type (void) G_GNUC_CONST;
MadafErrand *madaf_errand_new (const MadafErrandParts *parts);
MadafErrand *madaf_errand_ref (MadafErrand *errand);
void madaf_errand_unref (MadafErrand *errand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafErrand, madaf_errand_unref)

/* (transfer none): lives as long as @errand. */
const MadafErrandParts *madaf_errand_get (MadafErrand *errand);
gboolean madaf_errand_is_open (MadafErrand *errand);

G_END_DECLS
