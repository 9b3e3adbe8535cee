/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of branches, a table of Madaf's own: store_code, name, address, city, phone, latitude, longitude, hours,
 * country, time_zone, can_collect, can_ship, collect_lead_minutes, fitting_rooms; texts also as name:he and so on. */
#include <math.h>

#include "central/feeds/feed-values.h"
#include "central/feeds/staging.h"
#include "central/shop/private.h"
#include "central/store/error.h"
#include "model/phone.h"

#define LONGEST_TEXT 200
#define DEFAULT_LEAD 60
#define MAX_LEAD     (7 * 24 * 60)
#define MAX_ROOMS    99

static gboolean
parse_flag (const char *text, gboolean *flag)
{
  static const char *const yes[] = { "yes", "true", "1", NULL };
  static const char *const no[] = { "no", "false", "0", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  *flag = g_strv_contains (yes, lower);
  return *flag || g_strv_contains (no, lower);
}

static gboolean
parse_degrees (const char *text, double limit, MadafValue *value)
{
  char *end = NULL;
  double degrees;

  if (text == NULL)
    return TRUE;
  degrees = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !(fabs (degrees) <= limit))
    return FALSE;
  *value = MADAF_VALUE_REAL (degrees);
  return TRUE;
}

/* What one row says beyond its texts. */
typedef struct
{
  char *hours;
  char *phone;
  const char *country; /* (nullable) */
  MadafValue latitude;
  MadafValue longitude;
  gboolean can_collect;
  gboolean can_ship;
  gint64 lead_minutes;
  gint64 fitting_rooms;
} Facts;

static void
facts_clear (Facts *facts)
{
  g_free (facts->hours);
  g_free (facts->phone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static const char *
read_facts (MadafStagingReader *self, const MadafFeedRow *row, Facts *facts)
{
  const char *hours = madaf_feed_row_get (row, "hours");
  const char *zone = madaf_feed_row_get (row, "time_zone");
  const char *phone = madaf_feed_row_get (row, "phone");
  const char *collect = madaf_feed_row_get (row, "can_collect");
  const char *ship = madaf_feed_row_get (row, "can_ship");
  const char *lead = madaf_feed_row_get (row, "collect_lead_minutes");
  const char *rooms = madaf_feed_row_get (row, "fitting_rooms");

  *facts = (Facts){ .can_collect = TRUE, .can_ship = TRUE, .lead_minutes = DEFAULT_LEAD };
  facts->hours = madaf_feed_parse_hours (hours != NULL ? hours : "", zone != NULL ? zone : self->time_zone);
  if (facts->hours == NULL)
    return "the hours are not such as “Su-Th 09:00-21:00; Fr 09:00-14:00”, or the time_zone is not known";
  facts->country = madaf_feed_row_get (row, "country");
  if (facts->country != NULL && !madaf_feed_is_country (facts->country))
    return "the country is not two letters such as IL";
  facts->phone = phone != NULL
                     ? madaf_phone_normalise (phone, facts->country != NULL ? facts->country : self->country, NULL)
                     : NULL;
  if (phone != NULL && facts->phone == NULL)
    return "the phone is not a telephone number";
  if (!parse_degrees (madaf_feed_row_get (row, "latitude"), 90, &facts->latitude)
      || !parse_degrees (madaf_feed_row_get (row, "longitude"), 180, &facts->longitude)
      || facts->latitude.kind != facts->longitude.kind)
    return "latitude and longitude are not a place on earth";
  if ((collect != NULL && !parse_flag (collect, &facts->can_collect))
      || (ship != NULL && !parse_flag (ship, &facts->can_ship)))
    return "can_collect and can_ship are yes or no";
  if (lead != NULL && (!madaf_feed_parse_quantity (lead, &facts->lead_minutes) || facts->lead_minutes > MAX_LEAD))
    return "collect_lead_minutes is not a number of minutes";
  if (rooms != NULL && (!madaf_feed_parse_quantity (rooms, &facts->fitting_rooms) || facts->fitting_rooms > MAX_ROOMS))
    return "fitting_rooms is not a number up to 99";
  return NULL;
}

static gboolean
put_branch (MadafStagingReader *self, const MadafFeedRow *row, const char *id, const Facts *facts, GError **error)
{
  g_autofree char *name = madaf_feed_make_text (row, "name", self->language, LONGEST_TEXT);
  g_autofree char *address = madaf_feed_make_text (row, "address", self->language, LONGEST_TEXT);
  g_autofree char *city = madaf_feed_make_text (row, "city", self->language, LONGEST_TEXT);

  return RUN (madaf_staging_get (self->staging), error,
              "INSERT INTO branch (id, position, name, address, city, phone, hours, latitude, longitude, can_collect,"
              " can_ship, lead_minutes, country, fitting_rooms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
              "$12, $13, $14)",
              TEXT (id), INT (self->position), TEXT (name), TEXT (address != NULL ? address : "{}"),
              TEXT (city != NULL ? city : "{}"), TEXT (facts->phone), TEXT (facts->hours), facts->latitude,
              facts->longitude, INT (facts->can_collect), INT (facts->can_ship), INT (facts->lead_minutes),
              TEXT (facts->country), INT (facts->fitting_rooms));
}

static gboolean
has_name (const MadafFeedRow *row)
{
  return madaf_feed_row_get (row, "name") != NULL || madaf_feed_row_get (row, "name:he") != NULL
         || madaf_feed_row_get (row, "name:en") != NULL;
}

static gboolean
on_row (const MadafFeedRow *row, gpointer data, GError **error)
{
  MadafStagingReader *self = data;
  const char *store = madaf_feed_row_get (row, "store_code");
  g_autofree char *id = store != NULL ? madaf_feed_make_id (store) : NULL;
  g_auto (Facts) facts = { 0 };
  g_autoptr (GError) local_error = NULL;
  const char *trouble = read_facts (self, row, &facts);

  if (id == NULL || !has_name (row))
    trouble = "no store_code or no name";
  if (trouble != NULL)
    return madaf_report_bad (self->report, row->file, row->line, error, "%s", trouble);
  self->position++;
  if (put_branch (self, row, id, &facts, &local_error))
    return TRUE;
  if (g_error_matches (local_error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_CONSTRAINT))
    return madaf_report_bad (self->report, row->file, row->line, error, "“%s” is in the list already", store);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
madaf_staging_read_branches (MadafStagingReader *self, const char *path, GError **error)
{
  self->position = 0;
  return madaf_feed_read (path, self->report, on_row, self, error)
         && madaf_staging_set_fact (self->staging, "branches", "yes", error);
}
