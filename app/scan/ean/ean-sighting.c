/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-sighting.h"

#include <math.h>
#include <string.h>

/* Adds up the lines through a symbol, module by module. */

/* Lines that missed it in between: dirt, a highlight. */
#define MAX_SKIPPED 5

static float
end_of (const MadafEanCrossing *crossing)
{
  return crossing->at[crossing->n_marks - 1];
}

/* Where on the line a module is: by the two marks beside it, or beyond the ends by the mean width. */
static float
place_of (const MadafEanCrossing *crossing, float module, int *mark)
{
  int last = crossing->n_marks - 1;
  float width = (crossing->at[last] - crossing->at[0]) / crossing->module[last];

  if (module < 0)
    return crossing->at[0] + module * width;
  if (module > crossing->module[last])
    return crossing->at[last] + (module - crossing->module[last]) * width;
  while (*mark < last - 1 && module > crossing->module[*mark + 1])
    (*mark)++;
  return crossing->at[*mark]
         + (module - crossing->module[*mark]) * (crossing->at[*mark + 1] - crossing->at[*mark])
               / (crossing->module[*mark + 1] - crossing->module[*mark]);
}

void
madaf_ean_sighting_add (MadafEanSighting *sighting, const MadafEanCrossing *crossing, const MadafLine *line, int index)
{
  int n = madaf_ean_profile_length (crossing->kind);
  int mark = 0;

  for (int i = 0; i < n; i++)
    {
      float module = (i + 0.5f) / MADAF_EAN_SAMPLES - MADAF_EAN_MARGIN;

      sighting->sum[crossing->flipped ? n - 1 - i : i] += madaf_line_value (line, place_of (crossing, module, &mark));
    }
  sighting->lines++;
  sighting->last_line = index;
  sighting->first = crossing->at[0];
  sighting->last = end_of (crossing);
  sighting->quiet = MAX (sighting->quiet, crossing->quiet);
  sighting->corners[2] = madaf_line_point (line, sighting->last);
  sighting->corners[3] = madaf_line_point (line, sighting->first);
}

void
madaf_ean_sighting_init (MadafEanSighting *sighting, const MadafEanCrossing *crossing, const MadafLine *line, int index)
{
  memset (sighting, 0, sizeof *sighting);
  sighting->kind = crossing->kind;
  sighting->flipped = crossing->flipped;
  sighting->rough = crossing->rough;
  sighting->corners[0] = madaf_line_point (line, crossing->at[0]);
  sighting->corners[1] = madaf_line_point (line, end_of (crossing));
  madaf_ean_sighting_add (sighting, crossing, line, index);
}

gboolean
madaf_ean_sighting_takes (const MadafEanSighting *sighting, const MadafEanCrossing *crossing, int index)
{
  int gap = index - sighting->last_line;
  /* A symbol may lean, so that its ends move from line to line; where they are not well known there are many to choose
   * from. */
  float tolerance
      = ((end_of (crossing) - crossing->at[0]) * (crossing->rough ? 0.016f : 0.06f) + (crossing->rough ? 1 : 6)) * gap;

  return sighting->kind == crossing->kind && sighting->flipped == crossing->flipped
         && sighting->rough == crossing->rough && gap > 0 && gap <= MAX_SKIPPED + 1
         && fabsf (sighting->first - crossing->at[0]) < tolerance
         && fabsf (sighting->last - end_of (crossing)) < tolerance;
}

void
madaf_ean_sighting_profile (const MadafEanSighting *sighting, float *brightness)
{
  int n = madaf_ean_profile_length (sighting->kind);

  for (int i = 0; i < n; i++)
    brightness[i] = sighting->sum[i] / sighting->lines;
}
