/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/colour-harmony.h"

#include <math.h>
#include <string.h>

/* Less difference between the strongest and the weakest of red, green and blue looks like no colour. */
#define NEUTRAL_CHROMA 48

typedef struct
{
  gboolean known;
  gboolean neutral;
  double hue; /* degrees */
} Hue;

static Hue
read_hue (const char *hex)
{
  int r, g, b, most, least;
  double hue;

  if (hex == NULL || strlen (hex) != 7 || hex[0] != '#' || strspn (hex + 1, "0123456789abcdefABCDEF") != 6)
    return (Hue){ 0 };
  r = g_ascii_xdigit_value (hex[1]) * 16 + g_ascii_xdigit_value (hex[2]);
  g = g_ascii_xdigit_value (hex[3]) * 16 + g_ascii_xdigit_value (hex[4]);
  b = g_ascii_xdigit_value (hex[5]) * 16 + g_ascii_xdigit_value (hex[6]);
  most = MAX (r, MAX (g, b));
  least = MIN (r, MIN (g, b));
  if (most - least < NEUTRAL_CHROMA)
    return (Hue){ TRUE, TRUE, 0 };
  if (most == r)
    hue = (double)(g - b) / (most - least);
  else if (most == g)
    hue = 2 + (double)(b - r) / (most - least);
  else
    hue = 4 + (double)(r - g) / (most - least);
  return (Hue){ TRUE, FALSE, fmod (hue * 60 + 360, 360) };
}

int
madaf_colour_harmony (const char *hex, const char *other_hex)
{
  Hue one = read_hue (hex);
  Hue other = read_hue (other_hex);
  double apart = fabs (one.hue - other.hue);

  if (!one.known || !other.known)
    return 50;
  if (one.neutral || other.neutral)
    return one.neutral && other.neutral ? 80 : 90;
  apart = MIN (apart, 360 - apart);
  if (apart < 20)
    return 85;
  if (apart < 60)
    return 70;
  return apart < 150 ? 30 : 75;
}
