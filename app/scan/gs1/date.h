/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day on a label. */
typedef struct
{
  int year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31; the last of the month where the label leaves it open (GS1 General Specifications 3.4.4) */
  gboolean is_whole_month; /* the label said no day */
} MadafGs1Date;

/**
 * madaf_gs1_date_parse:
 * @yymmdd: six digits, or more behind them; day 00 means that only the month is known
 * @year: the year it is now: the one meant is never more than 49 before or 50 after it (7.12)
 */
gboolean madaf_gs1_date_parse (const char *yymmdd, int year, MadafGs1Date *date);

/* Below, above or equal to 0 as @a is before, after or the same day as @b. */
int madaf_gs1_date_compare (const MadafGs1Date *a, const MadafGs1Date *b);

G_END_DECLS
