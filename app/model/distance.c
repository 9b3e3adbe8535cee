/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/distance.h"

#include <math.h>

#define EARTH_RADIUS 6371008.8 /* metres, the mean by the IUGG */

double
madaf_distance (double latitude, double longitude, double other_latitude, double other_longitude)
{
  const double radian = G_PI / 180.0;
  double dlat = sin ((latitude - other_latitude) * radian / 2);
  double dlon = sin ((longitude - other_longitude) * radian / 2);
  double a = dlat * dlat + cos (latitude * radian) * cos (other_latitude * radian) * dlon * dlon;

  return 2 * EARTH_RADIUS * asin (sqrt (MIN (a, 1.0)));
}
