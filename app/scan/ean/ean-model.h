/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-symbol.h"

G_BEGIN_DECLS

/* Profiles of a symbol have so many samples a module, and so many modules of what is beside it at either side. */
#define MADAF_EAN_SAMPLES     4
#define MADAF_EAN_MARGIN      8
#define MADAF_EAN_MAX_PROFILE ((MADAF_EAN_MAX_MODULES + 2 * MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES)

/* Samples of the profile of a whole symbol. */
int madaf_ean_profile_length (MadafEanKind kind);
/* The sample at the beginning of a module. */
int madaf_ean_profile_at (int module);

/* As far as a digit is seen beyond its seven modules, and the widest blur for which that is far enough. */
#define MADAF_EAN_REACH    7
#define MADAF_EAN_MIN_BLUR 0.2f
#define MADAF_EAN_MAX_BLUR 2.2f
#define MADAF_EAN_SHAPE    ((7 + 2 * MADAF_EAN_REACH) * MADAF_EAN_SAMPLES)

/* What a digit is written as: the right half has one set only, in which bars come first. */
#define MADAF_EAN_N_SHAPES 30

static inline int
madaf_ean_shape (int digit, MadafEanSet set, gboolean right_half)
{
  return digit + (right_half ? 20 : set == MADAF_EAN_SET_B ? 10 : 0);
}

/**
 * MadafEanModel:
 *
 * How dark a printed symbol looks (0 as the paper, 1 as the ink), given how far the ink ran and how much the camera
 * blurred it. Each digit has two bars of its own, and the darkness of bars adds up: so a symbol looks like the sum of
 * its guards and of one shape for each digit, and shapes only meet those beside them. Edges that begin a digit keep
 * their place, and the ink's spread moves the other ones: so a digit is always seven modules wide.
 */
typedef struct
{
  float spread; /* by which bars are wider than drawn, in modules; may be negative */
  float blur;   /* standard deviation, in modules */
  /* An edge from paper to ink, at its place and moved to the left and right by the spread. */
  float steps[3][2 * MADAF_EAN_REACH * MADAF_EAN_SAMPLES];
  float shapes[MADAF_EAN_N_SHAPES][MADAF_EAN_SHAPE]; /* from MADAF_EAN_REACH modules before the digit on */
  float square[MADAF_EAN_N_SHAPES];                  /* of each shape, summed up */
  /* Products of each two shapes, summed up: next to each other, and with the middle guard between. */
  float beside[MADAF_EAN_N_SHAPES][MADAF_EAN_N_SHAPES];
  float across[MADAF_EAN_N_SHAPES][MADAF_EAN_N_SHAPES];
} MadafEanModel;

/* The sum of the products of @n samples, a multiple of four; four sums at a time, as processors add them. */
static inline float
madaf_ean_product (const float *one, const float *other, int n)
{
  float sums[4] = { 0 };

  for (int i = 0; i < n; i += 4)
    for (int k = 0; k < 4; k++)
      sums[k] += one[i + k] * other[i + k];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* Enough for madaf_ean_model_guards () and madaf_ean_model_word (). */
void madaf_ean_model_init_edges (MadafEanModel *model, float spread, float blur);
/* All of it. */
void madaf_ean_model_init (MadafEanModel *model, float spread, float blur);

/* What it looks like: madaf_ean_profile_length () samples. */
void madaf_ean_model_guards (const MadafEanModel *model, MadafEanKind kind, float *samples);
void madaf_ean_model_word (const MadafEanModel *model, const MadafEanWord *word, float *samples);
/* Adds a bar, as those of the left half are, to @n samples that begin at module 0. */
void madaf_ean_model_add_bar (const MadafEanModel *model, int module, int width, float *samples, int n);

G_END_DECLS
