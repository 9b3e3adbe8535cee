/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/grey.h"

G_BEGIN_DECLS

/* Darkness that is over sooner was a hand or a turning item. */
#define MADAF_SIGHT_DARK_US G_USEC_PER_SEC
/* So long a camera may look for its focus by itself. */
#define MADAF_SIGHT_BLURRED_US (2 * G_USEC_PER_SEC)

typedef struct
{
  gboolean is_still;    /* the picture shows what the one before it did */
  gboolean is_dark;     /* and has been for MADAF_SIGHT_DARK_US */
  gboolean wants_focus; /* nothing was read in MADAF_SIGHT_BLURRED_US of blurred pictures; said once in that time */
} MadafSightReport;

/**
 * MadafSight:
 *
 * How well a camera sees: whether its pictures stand still, are dark, are blurred. It looks at a few thousand pixels of
 * each. Time is handed in.
 */
typedef struct _MadafSight MadafSight;

MadafSight *madaf_sight_new (void);
void madaf_sight_free (MadafSight *self);

/* The next picture. @was_read: whether a code was read in it */
MadafSightReport madaf_sight_look (MadafSight *self, const MadafGrey *picture, gboolean was_read, gint64 now_us);
/* The next picture comes from another camera, or after a while. */
void madaf_sight_reset (MadafSight *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSight, madaf_sight_free)

G_END_DECLS
