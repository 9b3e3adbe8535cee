/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/check.h"

/* Dates and times of day. */

static int
two_digits (const char *data)
{
  return (data[0] - '0') * 10 + (data[1] - '0');
}

static const char *
check_digits (const char *data, gsize length, gsize wanted, const char *too_short, const char *too_long)
{
  if (length != wanted)
    return length < wanted ? too_short : too_long;
  return madaf_gs1_check_set ('N', data, length);
}

static const char *
check_month_and_day (int year, int month, int day, int first_day)
{
  if (month < 1 || month > 12)
    return "The date contains an illegal month of the year.";
  if (day < first_day || day > g_date_get_days_in_month (month, (GDateYear)MAX (year, 1)))
    return "The date contains an illegal day of the month.";
  return NULL;
}

static const char *
check_short_date (const char *data, gsize length, int first_day)
{
  const char *reason = check_digits (data, length, 6, "The date is too short for YYMMDD format.",
                                     "The date is too long for YYMMDD format.");

  /* Which century does not matter: only 1900 and 2100 are no leap years, and neither is within 50 years of now. */
  return reason != NULL
             ? reason
             : check_month_and_day (2000 + two_digits (data), two_digits (data + 2), two_digits (data + 4), first_day);
}

const char *
madaf_gs1_check_yymmdd (const char *data, gsize length)
{
  return check_short_date (data, length, 1);
}

const char *
madaf_gs1_check_yymmd0 (const char *data, gsize length)
{
  return check_short_date (data, length, 0);
}

const char *
madaf_gs1_check_yyyymmdd (const char *data, gsize length)
{
  const char *reason = check_digits (data, length, 8, "The date is too short for YYYYMMDD format.",
                                     "The date is too long for YYYYMMDD format.");

  return reason != NULL ? reason
                        : check_month_and_day (two_digits (data) * 100 + two_digits (data + 2), two_digits (data + 4),
                                               two_digits (data + 6), 1);
}

static const char *
check_up_to (const char *data, gsize length, int most, const char *names[3])
{
  const char *reason = check_digits (data, length, 2, names[0], names[1]);

  if (reason != NULL)
    return reason;
  return two_digits (data) > most ? names[2] : NULL;
}

const char *
madaf_gs1_check_hh (const char *data, gsize length)
{
  static const char *names[] = { "The hour is too short for HH format.", "The hour is too long for HH format.",
                                 "The time contains an illegal hour." };

  return check_up_to (data, length, 23, names);
}

const char *
madaf_gs1_check_mi (const char *data, gsize length)
{
  static const char *names[] = { "The minute is too short for MI format.", "The minute is too long for MI format.",
                                 "The time contains an illegal minute." };

  return check_up_to (data, length, 59, names);
}

const char *
madaf_gs1_check_ss (const char *data, gsize length)
{
  static const char *names[] = { "The second is too short for SS format.", "The second is too long for SS format.",
                                 "The time contains an illegal seconds." };

  return check_up_to (data, length, 59, names);
}

const char *
madaf_gs1_check_hhmi (const char *data, gsize length)
{
  const char *reason = check_digits (data, length, 4, "The hour with minute is too short for HHMI format.",
                                     "The hour with minute is too long for HHMI format.");

  if (reason == NULL)
    reason = madaf_gs1_check_hh (data, 2);
  return reason != NULL ? reason : madaf_gs1_check_mi (data + 2, 2);
}
