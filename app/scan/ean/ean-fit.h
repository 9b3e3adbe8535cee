/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-model.h"

G_BEGIN_DECLS

/* The word that a profile shows most likely, and how sure that is. Errors are mean squares, of 1 from paper to ink. */
typedef struct
{
  MadafEanWord word;
  float error;     /* of this word's digits */
  float second;    /* of the next best word's */
  float unchecked; /* of the best digits if no check digit had to be right */
  float spread;    /* of the ink, and blur of the camera: in modules */
  float blur;
} MadafEanFit;

/**
 * madaf_ean_fit:
 * @brightness: madaf_ean_profile_length () samples
 *
 * Reads a symbol by likeness: tries for what spread and blur, and what word, the print would look most like this. So a
 * digit is told from all others at once, however blurred, where measuring its bars confuses 1 with 7 and 2 with 8.
 *
 * Returns: FALSE if nothing like it could have been printed
 */
gboolean madaf_ean_fit (MadafEanKind kind, const float *brightness, MadafEanFit *fit);

/* The same where 0 is the paper and 1 the ink already; @model: (inout): where to begin, and what was found. */
gboolean madaf_ean_fit_darkness (MadafEanKind kind, float *darkness, MadafEanModel *model, MadafEanFit *fit);
/* Brightness to darkness, by the brightest and the darkest nearby. */
void madaf_ean_normalise (MadafEanKind kind, const float *brightness, float *darkness);

/* Whether no other word comes near, so that this can be believed. */
gboolean madaf_ean_fit_is_clear (const MadafEanFit *fit);

G_END_DECLS
