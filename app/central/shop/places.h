/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/branch.h"

G_BEGIN_DECLS

/**
 * MadafPlaces:
 *
 * All branches as seen from one of them: that one first, then by distance, then those without a place on the map; like
 * the kiosk's own list. What each has of a variant is read into an array of that order.
 */
typedef struct _MadafPlaces MadafPlaces;

/* @here: (nullable): id of the branch to look from; an unknown one is as none. (transfer full) */
MadafPlaces *madaf_places_read (MadafTransaction *transaction, const char *here, GError **error);
void madaf_places_free (MadafPlaces *places);

guint madaf_places_get_n (const MadafPlaces *places);
const MadafShopBranch *madaf_places_get_branch (const MadafPlaces *places, guint index);
/* Metres; 0 for the branch itself, -1 when it is not known. */
double madaf_places_get_distance (const MadafPlaces *places, guint index);
/* Whether the branch at index 0 is the one that was asked from. */
gboolean madaf_places_has_here (const MadafPlaces *places);

/* What each place has of @variant_id, never below 0. @available: (out caller-allocates): as long as the places. */
gboolean madaf_places_read_stock (const MadafPlaces *places,
                                  MadafTransaction *transaction,
                                  const char *variant_id,
                                  gint64 *available,
                                  GError **error);

/* What such an array comes to, for one that wants @quantity. */
typedef struct
{
  gint64 here;
  guint branches; /* that hand the whole quantity out */
  gboolean can_ship;
} MadafReachable;

void madaf_places_sum (const MadafPlaces *places, const gint64 *available, gint64 quantity, MadafReachable *sum);

/* The same for one piece of @variant_id, without looking at every branch where that can be known from their number. */
gboolean madaf_places_read_reachable (const MadafPlaces *places,
                                      MadafTransaction *transaction,
                                      const char *variant_id,
                                      MadafReachable *sum,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPlaces, madaf_places_free)

G_END_DECLS
