/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/date.h"

/* Dates on labels, with two digits for the year. */

static int
full_year (int two_digits, int now)
{
  int century = now - now % 100;
  int ahead = two_digits - now % 100;

  if (ahead >= 51)
    return century - 100 + two_digits;
  return ahead <= -50 ? century + 100 + two_digits : century + two_digits;
}

gboolean
madaf_gs1_date_parse (const char *yymmdd, int year, MadafGs1Date *date)
{
  int parts[3];
  int days;

  for (int i = 0; i < 3; i++)
    {
      if (!g_ascii_isdigit (yymmdd[2 * i]) || !g_ascii_isdigit (yymmdd[2 * i + 1]))
        return FALSE;
      parts[i] = (yymmdd[2 * i] - '0') * 10 + (yymmdd[2 * i + 1] - '0');
    }
  if (year < 100 || year > 9000 || parts[1] < 1 || parts[1] > 12)
    return FALSE;
  date->year = full_year (parts[0], year);
  date->month = parts[1];
  date->is_whole_month = parts[2] == 0;
  days = g_date_get_days_in_month (parts[1], (GDateYear)date->year);
  date->day = date->is_whole_month ? days : parts[2];
  return date->day <= days;
}

int
madaf_gs1_date_compare (const MadafGs1Date *a, const MadafGs1Date *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  return (a->day > b->day) - (a->day < b->day);
}
