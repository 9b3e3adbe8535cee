/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-model.h"

G_BEGIN_DECLS

/* The small symbol that may stand beside an EAN-13, UPC-A or UPC-E: the issue of a magazine, the price of a book (GS1
 * General Specifications 5.2.2.5, ISO/IEC 15420). */
typedef enum
{
  MADAF_EAN_ADDON_2,
  MADAF_EAN_ADDON_5,
} MadafEanAddonKind;

#define MADAF_EAN_ADDON_N_KINDS    2
#define MADAF_EAN_ADDON_MAX_DIGITS 5
/* Samples, as of a profile of a whole symbol. */
#define MADAF_EAN_ADDON_MAX_PROFILE ((47 + 2 * MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES)

int madaf_ean_addon_modules (MadafEanAddonKind kind);
int madaf_ean_addon_digits (MadafEanAddonKind kind);

/* The add-on that a profile shows most likely. Errors are mean squares, of 1 from paper to ink. */
typedef struct
{
  MadafEanAddonKind kind;
  guint8 digits[MADAF_EAN_ADDON_MAX_DIGITS];
  float error;
  float second;    /* the error of the next best one */
  float unchecked; /* the error of the best one if its choice of sets had to prove nothing */
} MadafEanAddonFit;

/**
 * madaf_ean_addon_refine:
 * @brightness: (modules + 2 × MADAF_EAN_MARGIN) × MADAF_EAN_SAMPLES samples
 * @model: (inout): how the main symbol was printed and seen; the same, a little, adapted to this one
 *
 * Finds the print near to @model with which any add-on would look most like this.
 */
void madaf_ean_addon_refine (MadafEanAddonKind kind, const float *brightness, MadafEanModel *model);

/* Compares a profile with what every add-on would look like in this print. */
void madaf_ean_addon_fit (MadafEanAddonKind kind,
                          const float *brightness,
                          const MadafEanModel *model,
                          MadafEanAddonFit *fit);

/* Whether no other one comes near, so that this can be believed. */
gboolean madaf_ean_addon_fit_is_clear (const MadafEanAddonFit *fit);

G_END_DECLS
