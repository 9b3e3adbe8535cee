/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Metres between two places on a round earth (haversine; wrong by less than 0.6 %). Degrees, WGS 84. */
double madaf_distance (double latitude, double longitude, double other_latitude, double other_longitude);

G_END_DECLS
