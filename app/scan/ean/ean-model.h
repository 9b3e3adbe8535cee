/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-symbol.h"

G_BEGIN_DECLS

/* Profiles of a symbol have so many samples a module, and so many modules of what is beside it at either side. */
#define MADAF_EAN_SAMPLES       4
#define MADAF_EAN_MARGIN        8
#define MADAF_EAN_DIGIT_SAMPLES (7 * MADAF_EAN_SAMPLES)
#define MADAF_EAN_MAX_PROFILE   ((MADAF_EAN_MAX_MODULES + 2 * MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES)

/* Samples of the profile of a whole symbol. */
int madaf_ean_profile_length (MadafEanKind kind);
/* The sample at the beginning of a module. */
int madaf_ean_profile_at (int module);

/* As far as an edge is seen, in modules, when it is blurred the most. */
#define MADAF_EAN_REACH    8
#define MADAF_EAN_MAX_BLUR 1.6f

/**
 * MadafEanModel:
 *
 * How dark a printed symbol looks (0 as the paper, 1 as the ink), given how far the ink ran and how much the camera
 * blurred it. Edges that begin a digit keep their place, and the ink's spread moves the other ones: so a digit is
 * always seven modules wide.
 */
typedef struct
{
  float spread; /* by which bars are wider than drawn, in modules; may be negative */
  float blur;   /* standard deviation, in modules */
  /* An edge from paper to ink, at its place and moved to the left and right by the spread. */
  float steps[3][2 * MADAF_EAN_REACH * MADAF_EAN_SAMPLES];
} MadafEanModel;

void madaf_ean_model_init (MadafEanModel *model, float spread, float blur);

/* A neighbour of a digit whose width is not known. */
#define MADAF_EAN_UNKNOWN 0

/* @before, @behind: widths of the elements beside the digit, in modules. */
void madaf_ean_model_digit (const MadafEanModel *model,
                            int digit,
                            MadafEanSet set,
                            gboolean right_half,
                            int before,
                            int behind,
                            float samples[MADAF_EAN_DIGIT_SAMPLES]);
/* The whole symbol and its margins: madaf_ean_profile_length () samples. */
void madaf_ean_model_word (const MadafEanModel *model, const MadafEanWord *word, float *samples);

G_END_DECLS
