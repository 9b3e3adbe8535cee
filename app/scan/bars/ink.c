/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/ink.h"

/* Least squares with two unknowns: width = module × modules ± spread. */

MadafInk
madaf_ink_measure (const MadafStrip *strip, int first, const guint8 *widths, int n)
{
  float pp = 0, ps = 0, pw = 0, sw = 0, determinant;
  MadafInk ink;

  for (int i = 0; i < n; i++)
    {
      float sign = madaf_strip_is_dark (strip, first + i) ? 1 : -1;
      float width = madaf_strip_width (strip, first + i);

      pp += widths[i] * widths[i];
      ps += widths[i] * sign;
      pw += widths[i] * width;
      sw += sign * width;
    }
  determinant = pp * n - ps * ps;
  ink.module = (pw * n - ps * sw) / determinant;
  ink.spread = (pp * sw - ps * pw) / determinant;
  ink.error = 0;
  for (int i = 0; i < n; i++)
    {
      float left = madaf_ink_modules (&ink, strip, first + i) - widths[i];

      ink.error += left * left / n;
    }
  return ink;
}
