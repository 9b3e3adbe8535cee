/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/* A thing that was out of view for longer than this is new again. */
#define MADAF_AIM_AWAY_US (2 * G_USEC_PER_SEC)
/* So long a choice between several may take, and so long a foreign link is given for a product to be read beside it. */
#define MADAF_AIM_PATIENCE_US (300 * G_TIME_SPAN_MILLISECOND)

/**
 * MadafAim:
 *
 * Which of the things in view is meant, and when it is to be acted on: each once, however long it is held there.
 *
 * A thing is what madaf_code_equal () says, whatever symbols name it. Meant is what is near the centre of the picture,
 * large and held still; what is not ours (an advertisement's link) is never meant while something of ours is in view.
 * One alone is taken at once; of several the one that is clearly meant, at the latest after MADAF_AIM_PATIENCE_US.
 * Those beside what was taken were passed over: they are taken only after they came nearer to the centre, or moved.
 *
 * Time is handed in. Bounded: it knows the 32 things seen last.
 */
typedef struct _MadafAim MadafAim;

/* What one frame shows. */
typedef struct
{
  GPtrArray *codes; /* (element-type MadafCode) */
  int width;        /* of the frame that their corners are in */
  int height;
  gboolean is_still; /* the picture is the same as the one before it */
} MadafAimView;

/* Whether a code is one that the shop can do something with. */
typedef gboolean (*MadafAimIsOurs) (MadafCode *code, gpointer user_data);

/* @is_ours: (nullable): NULL: all are */
MadafAim *madaf_aim_new (MadafAimIsOurs is_ours, gpointer user_data);
void madaf_aim_free (MadafAim *self);

/**
 * madaf_aim_look:
 *
 * The next frame. A clock that was set back makes a thing new, never silent.
 *
 * Returns: (transfer full) (nullable): what is to be acted on now
 */
MadafCode *madaf_aim_look (MadafAim *self, const MadafAimView *view, gint64 now_us);

/* Whether @code names the thing that was aimed at in the last frame, taken or not. */
gboolean madaf_aim_is_meant (MadafAim *self, MadafCode *code);

/* All is new again. */
void madaf_aim_reset (MadafAim *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafAim, madaf_aim_free)

G_END_DECLS
