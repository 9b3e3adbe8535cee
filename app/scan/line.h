/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"
#include "scan/grey.h"

G_BEGIN_DECLS

/* The longest line that is looked at: the diagonal of the largest picture. */
#define MADAF_LINE_MAX_LENGTH 5800
/* Each sample is the mean of so many pixels across the line: a single row is what a sensor's noise destroys. */
#define MADAF_LINE_WIDTH 5

/* How bright a picture is along a straight line, one sample for each pixel of its length. */
typedef struct
{
  float x; /* of the first sample, in pixels */
  float y;
  float dx; /* from one sample to the next: a step of length 1 */
  float dy;
  int length;
  float darkest;
  float brightest;
  float values[MADAF_LINE_MAX_LENGTH]; /* 0 is black, 255 is white */
  int turns[MADAF_LINE_MAX_LENGTH];    /* samples where it goes from brighter to darker or back, and its two ends */
  int n_turns;
} MadafLine;

/* Parallel lines over a whole picture, in one direction. */
typedef struct
{
  float angle;   /* from the x axis towards the y axis, in radians; 0 and G_PI_2 are the fast ones */
  float spacing; /* between two lines, in pixels */
  int count;
} MadafLineSet;

MadafLineSet madaf_line_set (const MadafGrey *picture, float angle, float spacing);
/* Whether line @index of @set has enough of the picture to be worth reading; if so it is in @line. */
gboolean madaf_line_sample (const MadafGrey *picture, const MadafLineSet *set, int index, MadafLine *line);

/* Exchanges black and white. */
void madaf_line_invert (MadafLine *line);

/* A straight line from @from on, a step of length 1 being (@dx, @dy): at most @length of it, as far as the picture
 * goes. FALSE if @from lies outside. */
gboolean
madaf_line_sample_from (const MadafGrey *picture, MadafPoint from, float dx, float dy, float length, MadafLine *line);

/* The brightness between samples; beyond the ends it is that of the ends. */
float madaf_line_value (const MadafLine *line, float at);
MadafPoint madaf_line_point (const MadafLine *line, float at);

G_END_DECLS
