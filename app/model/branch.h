/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/hours.h"
#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafBranch:
 *
 * A shop that people can walk into. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - name: the name
 * - address: street and number
 * - city: the city
 * - phone: E.164, or NULL
 * - has-position: whether latitude and longitude are known
 * - latitude: degrees, WGS 84
 * - longitude: degrees, WGS 84
 * - hours: when it is open
 * - can-collect: whether orders can be collected there
 * - can-ship: whether it sends parcels
 * - collect-ready-at-us: when an order placed at the time of the answer would be ready; 0 when not known
 */
#define MADAF_TYPE_BRANCH (madaf_branch_get_type ())
G_DECLARE_FINAL_TYPE (MadafBranch, madaf_branch, MADAF, BRANCH, GObject)

const char *madaf_branch_get_id (MadafBranch *branch);
MadafText *madaf_branch_get_name (MadafBranch *branch);
MadafText *madaf_branch_get_address (MadafBranch *branch);
MadafText *madaf_branch_get_city (MadafBranch *branch);
const char *madaf_branch_get_phone (MadafBranch *branch);
gboolean madaf_branch_get_has_position (MadafBranch *branch);
double madaf_branch_get_latitude (MadafBranch *branch);
double madaf_branch_get_longitude (MadafBranch *branch);
MadafHours *madaf_branch_get_hours (MadafBranch *branch);
gboolean madaf_branch_get_can_collect (MadafBranch *branch);
gboolean madaf_branch_get_can_ship (MadafBranch *branch);
/* How many there are, numbered from 1. */
int madaf_branch_get_fitting_rooms (MadafBranch *branch);
gint64 madaf_branch_get_collect_ready_at_us (MadafBranch *branch);

/* The distance to a point in metres, on a sphere (haversine, within 0.5 %); -1 when the branch has no position. */
double madaf_branch_get_distance (MadafBranch *branch, double latitude, double longitude);

G_END_DECLS
