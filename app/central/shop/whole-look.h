/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafWholeLook:
 *
 * Where all pieces of a look can be had together: exact for one stop and for two. It knows no shop, only which place
 * has which pieces and how far it is.
 */

#define MADAF_WHOLE_LOOK_MAX_PIECES 10
#define MADAF_WHOLE_LOOK_MAX_ONE    5
#define MADAF_WHOLE_LOOK_MAX_TWO    3

/* A set of pieces: bit i is piece i. */
typedef guint32 MadafPieces;

/* Places are handed in the nearest first: with a distance from 0 upwards, then those of which none is known (-1). */
typedef struct
{
  MadafPieces pieces; /* that can be had there */
  double distance;
} MadafLookPlace;

/* One stop (second is -1) or two, as indexes of places, the nearer one first. */
typedef struct
{
  int first;
  int second;
} MadafLookStops;

typedef struct
{
  MadafLookStops one[MADAF_WHOLE_LOOK_MAX_ONE]; /* places that have all, the nearest first */
  guint n_one;
  MadafLookStops two[MADAF_WHOLE_LOOK_MAX_TWO]; /* pairs that have all only together, the least way first */
  guint n_two;
  MadafLookStops
      most; /* what has most: the most pieces, then the fewest stops, then the least way; first -1: nothing */
  MadafPieces covered; /* by most */
} MadafWholeLook;

/* The way of two stops is the sum of both distances; a stop of unknown distance is farther than any other. Of equal
 * ways the one with the earlier place comes first. */
void madaf_whole_look_solve (const MadafLookPlace *places, guint n_places, guint n_pieces, MadafWholeLook *look);

G_END_DECLS
