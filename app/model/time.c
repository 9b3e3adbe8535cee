/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/time.h"

#include <string.h>

G_DEFINE_QUARK (madaf - time - error - quark, madaf_time_error)

#define DAYS_FROM_YEAR_1_TO_1970 719162
#define SECONDS_PER_DAY          86400
#define LAST_US                  G_GINT64_CONSTANT (253402300799999999)
#define FIRST_US                 G_GINT64_CONSTANT (-62135596800000000)

typedef struct
{
  int year, month, day, hour, minute, second, microsecond;
  int offset_minutes;
} Fields;

char *
madaf_time_format (gint64 time_us)
{
  gint64 seconds;
  int microsecond;
  int second_of_day;
  GDate date;

  time_us = CLAMP (time_us, FIRST_US, LAST_US);
  microsecond = (int)(((time_us % MADAF_TIME_SECOND) + MADAF_TIME_SECOND) % MADAF_TIME_SECOND);
  seconds = (time_us - microsecond) / MADAF_TIME_SECOND;
  second_of_day = (int)(((seconds % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)((seconds - second_of_day) / SECONDS_PER_DAY + DAYS_FROM_YEAR_1_TO_1970 + 1));

  if (microsecond != 0)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", g_date_get_year (&date),
                            (int)g_date_get_month (&date), g_date_get_day (&date), second_of_day / 3600,
                            second_of_day / 60 % 60, second_of_day % 60, microsecond);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_get_year (&date), (int)g_date_get_month (&date),
                          g_date_get_day (&date), second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60);
}

/* Takes exactly @n digits from @text. */
static gboolean
take_digits (const char **text, int n, int *value)
{
  int result = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      result = result * 10 + ((*text)[i] - '0');
    }

  *text += n;
  *value = result;
  return TRUE;
}

static gboolean
take_char (const char **text, const char *allowed)
{
  if (**text == '\0' || strchr (allowed, **text) == NULL)
    return FALSE;

  (*text)++;
  return TRUE;
}

static gboolean
take_fraction (const char **text, int *microsecond)
{
  int scale = 100000;

  *microsecond = 0;
  if (!take_char (text, "."))
    return TRUE;
  if (!g_ascii_isdigit (**text))
    return FALSE;

  for (; g_ascii_isdigit (**text); (*text)++, scale /= 10)
    *microsecond += (**text - '0') * scale;

  return TRUE;
}

static gboolean
take_offset (const char **text, int *offset_minutes)
{
  int sign = **text == '-' ? -1 : 1;
  int hours, minutes;

  *offset_minutes = 0;
  if (take_char (text, "Zz"))
    return TRUE;
  if (!take_char (text, "+-") || !take_digits (text, 2, &hours) || !take_char (text, ":")
      || !take_digits (text, 2, &minutes) || hours > 23 || minutes > 59)
    return FALSE;

  *offset_minutes = sign * (hours * 60 + minutes);
  return TRUE;
}

static gboolean
take_fields (const char *text, Fields *f)
{
  return take_digits (&text, 4, &f->year) && take_char (&text, "-") && take_digits (&text, 2, &f->month)
         && take_char (&text, "-") && take_digits (&text, 2, &f->day) && take_char (&text, "Tt ")
         && take_digits (&text, 2, &f->hour) && take_char (&text, ":") && take_digits (&text, 2, &f->minute)
         && take_char (&text, ":") && take_digits (&text, 2, &f->second) && take_fraction (&text, &f->microsecond)
         && take_offset (&text, &f->offset_minutes) && *text == '\0';
}

gboolean
madaf_time_parse (const char *text, gint64 *time_us, GError **error)
{
  Fields f;
  GDate date;
  gint64 seconds;

  g_return_val_if_fail (text != NULL && time_us != NULL, FALSE);

  if (!take_fields (text, &f))
    {
      g_set_error (error, MADAF_TIME_ERROR, MADAF_TIME_ERROR_SYNTAX, "Not a time by RFC 3339");
      return FALSE;
    }

  if (!g_date_valid_dmy ((GDateDay)f.day, (GDateMonth)f.month, (GDateYear)f.year) || f.hour > 23 || f.minute > 59
      || f.second > 60)
    {
      g_set_error (error, MADAF_TIME_ERROR, MADAF_TIME_ERROR_RANGE, "No such date or time");
      return FALSE;
    }

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)f.day, (GDateMonth)f.month, (GDateYear)f.year);
  seconds = ((gint64)g_date_get_julian (&date) - 1 - DAYS_FROM_YEAR_1_TO_1970) * SECONDS_PER_DAY;
  seconds += f.hour * 3600 + (f.minute - f.offset_minutes) * 60 + f.second;
  *time_us = seconds * MADAF_TIME_SECOND + f.microsecond;
  return TRUE;
}
