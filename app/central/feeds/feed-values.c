/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/feed-values.h"

#include <string.h>

#include "model/hours.h"
#include "model/json-writer.h"

#define MAX_QUANTITY 1000000
#define MAX_MAJOR    G_GINT64_CONSTANT (1000000000)

static gboolean
parse_amount (const char *text, const char *end, int decimals, gint64 *minor)
{
  gint64 value = 0;
  int places = -1;

  if (text == end || !g_ascii_isdigit (*text))
    return FALSE;
  for (; text < end; text++)
    {
      if (*text == '.' && places < 0)
        {
          places = 0;
          continue;
        }
      if (!g_ascii_isdigit (*text) || value > MAX_MAJOR * 1000)
        return FALSE;
      /* "249.900" is allowed, "249.905 ILS" is no price. */
      if (places >= decimals && *text != '0')
        return FALSE;
      if (places < decimals)
        value = value * 10 + (*text - '0');
      if (places >= 0)
        places++;
    }
  for (places = MAX (places, 0); places < decimals; places++)
    value *= 10;
  *minor = value;
  return TRUE;
}

gboolean
madaf_feed_parse_price (const char *text, const char *currency, MadafMoney *money)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  guint n = g_strv_length (words);
  const char *amount = words[0];
  gint64 minor = 0;

  if (n == 2 && g_ascii_isalpha (*words[0]))
    {
      currency = words[0];
      amount = words[1];
    }
  else if (n == 2)
    currency = words[1];
  if (n < 1 || n > 2 || currency == NULL || !madaf_money_currency_is_valid (currency))
    return FALSE;
  return parse_amount (amount, amount + strlen (amount), madaf_money_currency_decimals (currency), &minor)
         && madaf_money_init (money, minor, currency);
}

/* Feeds write times without seconds, and days without times, which GLib does not read. */
static gboolean
parse_time (const char *text, GTimeZone *zone, gboolean is_end, gint64 *time_us)
{
  g_autoptr (GString) full = g_string_new (text);
  g_autoptr (GDateTime) time = NULL;
  char *t = strchr (full->str, 'T');

  if (full->len > 40)
    return FALSE;
  if (t == NULL)
    g_string_append (full, is_end ? "T23:59:59" : "T00:00:00");
  else if (strlen (t) >= 6 && t[3] == ':' && t[6] != ':')
    g_string_insert (full, t - full->str + 6, ":00");
  time = g_date_time_new_from_iso8601 (full->str, zone);
  if (time == NULL)
    return FALSE;
  *time_us = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  return TRUE;
}

gboolean
madaf_feed_parse_period (const char *text, GTimeZone *zone, gint64 *from_us, gint64 *until_us)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);

  return g_strv_length (parts) == 2 && parse_time (g_strstrip (parts[0]), zone, FALSE, from_us)
         && parse_time (g_strstrip (parts[1]), zone, TRUE, until_us) && *from_us < *until_us;
}

gboolean
madaf_feed_parse_quantity (const char *text, gint64 *quantity)
{
  guint64 value = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 0, MAX_QUANTITY, &value, NULL))
    return FALSE;
  *quantity = (gint64)value;
  return TRUE;
}

static int
find_day (const char *name)
{
  static const char *const days[] = { "su", "mo", "tu", "we", "th", "fr", "sa" };

  for (int i = 0; i < 7; i++)
    if (g_ascii_strncasecmp (name, days[i], 2) == 0)
      return i;
  return -1;
}

/* "Su-Th": from @first to @last, over the week's end if need be. */
static gboolean
parse_days (const char *text, int *first, int *last)
{
  gsize size = strlen (text);

  if (size != 2 && (size != 5 || text[2] != '-'))
    return FALSE;
  *first = find_day (text);
  *last = size == 5 ? find_day (text + 3) : *first;
  return *first >= 0 && *last >= 0;
}

static gboolean
is_time (const char *text)
{
  return strlen (text) == 5 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == ':'
         && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]);
}

/* "09:00-13:00,16:00-20:00" as the inside of a JSON list. */
static gboolean
parse_intervals (const char *text, GString *json)
{
  g_auto (GStrv) intervals = g_strsplit (text, ",", 9);

  for (int i = 0; intervals[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (g_strstrip (intervals[i]), "-", 3);

      if (g_strv_length (ends) != 2 || !is_time (ends[0]) || !is_time (ends[1]))
        return FALSE;
      g_string_append_printf (json, "%s[\"%s\",\"%s\"]", json->len > 0 ? "," : "", ends[0], ends[1]);
    }
  return TRUE;
}

static gboolean
parse_part (char *text, GString **week)
{
  char *space = strchr (g_strstrip (text), ' ');
  int first = 0, last = 0;

  if (*text == '\0')
    return TRUE;
  if (space == NULL)
    return FALSE;
  *space = '\0';
  if (!parse_days (text, &first, &last))
    return FALSE;
  for (int day = first;; day = (day + 1) % 7)
    {
      if (!parse_intervals (space + 1, week[day]))
        return FALSE;
      if (day == last)
        return TRUE;
    }
}

char *
madaf_feed_parse_hours (const char *text, const char *time_zone)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", 15);
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (MadafHours) hours = NULL;
  g_autofree char *json = NULL;
  GString *week[7];
  gboolean sound = TRUE;

  for (int i = 0; i < 7; i++)
    week[i] = g_string_new (NULL);
  for (int i = 0; sound && parts[i] != NULL; i++)
    sound = parse_part (parts[i], week);
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "time_zone", time_zone);
  madaf_json_writer_member (writer, "week");
  madaf_json_writer_begin_array (writer);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *day = g_strdup_printf ("[%s]", week[i]->str);

      madaf_json_writer_raw (writer, day);
      g_string_free (week[i], TRUE);
    }
  madaf_json_writer_end_array (writer);
  madaf_json_writer_member_raw (writer, "exceptions", "[]");
  madaf_json_writer_end_object (writer);
  json = madaf_json_writer_finish (writer, NULL);
  hours = sound ? madaf_hours_new_from_string (json, NULL) : NULL;
  return hours != NULL ? g_steal_pointer (&json) : NULL;
}

char *
madaf_feed_make_id (const char *text)
{
  g_autoptr (GChecksum) checksum = NULL;
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  if (strlen (text) <= 64
      && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == strlen (text))
    return g_strdup (text);
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, (const guchar *)text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, 15);
  g_strdelimit (base64, "+", '-');
  g_strdelimit (base64, "/", '_');
  return g_strconcat ("x-", base64, NULL);
}

static void
add_text (MadafJsonWriter *writer, const char *language, const char *text, glong longest)
{
  g_autofree char *cut = g_utf8_strlen (text, -1) > longest ? g_utf8_substring (text, 0, longest) : NULL;

  madaf_json_writer_member_string (writer, language, cut != NULL ? cut : text);
}

char *
madaf_feed_make_text (const MadafFeedRow *row, const char *name, const char *language, glong longest)
{
  static const char *const others[] = { "he", "ar", "ru", "en" };
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  const char *text = madaf_feed_row_get (row, name);
  gboolean any = text != NULL;

  madaf_json_writer_begin_object (writer);
  if (text != NULL)
    add_text (writer, language, text, longest);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      char column[64];

      if (text != NULL && strcmp (others[i], language) == 0)
        continue;
      g_strlcpy (column, name, sizeof column);
      g_strlcat (column, ":", sizeof column);
      g_strlcat (column, others[i], sizeof column);
      if (madaf_feed_row_get (row, column) == NULL)
        continue;
      add_text (writer, others[i], madaf_feed_row_get (row, column), longest);
      any = TRUE;
    }
  madaf_json_writer_end_object (writer);
  return any ? madaf_json_writer_finish (writer, NULL) : NULL;
}

gboolean
madaf_feed_is_country (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}
