/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-search.h"

G_BEGIN_DECLS

/* The word that a profile shows most likely, and how sure that is. */
typedef struct
{
  MadafEanLikelihood likelihood;
  float spread; /* of the ink, and blur of the camera: in modules */
  float blur;
  gboolean turned; /* it is read from the other end than @brightness was */
  float beside;    /* how dark the darkest module is of those that must be white at both ends */
} MadafEanFit;

/* Models of prints that differ, from which a fit begins. Immutable. */
typedef struct _MadafEanPrints MadafEanPrints;

MadafEanPrints *madaf_ean_prints_new (void);
void madaf_ean_prints_free (MadafEanPrints *prints);

/**
 * madaf_ean_fit:
 * @brightness: madaf_ean_profile_length () samples, from either end
 *
 * Reads a symbol by likeness: tries for what spread and blur, and what word, the print would look most like this. So a
 * digit is told from all others at once, however blurred, where measuring its bars confuses 1 with 7 and 2 with 8.
 *
 * Returns: FALSE if nothing like it could have been printed
 */
gboolean madaf_ean_fit (const MadafEanPrints *prints, MadafEanKind kind, const float *brightness, MadafEanFit *fit);

/* The same where 0 is the paper and 1 the ink already; @model: (inout): where to begin, and what was found. */
gboolean madaf_ean_fit_darkness (MadafEanKind kind, float *darkness, MadafEanModel *model, MadafEanFit *fit);
/* Exchanges the ends of a profile. */
void madaf_ean_turn (MadafEanKind kind, float *samples);

/* Whether no other word comes near, so that this can be believed. */
gboolean madaf_ean_fit_is_clear (const MadafEanFit *fit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafEanPrints, madaf_ean_prints_free)

G_END_DECLS
