/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-stock.h"

#include "client/decode-catalogue.h"
#include "client/decode.h"
#include "model/branch.h"
#include "model/hours.h"
#include "model/json.h"
#include "model/review.h"
#include "model/stock-level.h"

#define MAX_FACETS 100

static gpointer
decode_level (JsonObject *object, GError **error)
{
  const char *variant_id;
  const char *branch_id;
  int available;
  gint64 changed_at_us;
  g_autoptr (MadafPrice) price = NULL;

  if (!madaf_decode_id (object, "variant_id", &variant_id, error)
      || !madaf_decode_id (object, "branch_id", &branch_id, error)
      || !madaf_decode_int (object, "available", 0, &available, error)
      || !madaf_decode_time (object, "changed_at", &changed_at_us, error)
      || (json_object_has_member (object, "price") && !madaf_decode_price (object, "price", &price, error)))
    return NULL;

  return g_object_new (MADAF_TYPE_STOCK_LEVEL, "variant-id", variant_id, "branch-id", branch_id, "available", available,
                       "changed-at-us", changed_at_us, "price", price, NULL);
}

gpointer
madaf_decode_product_stock (JsonObject *object, GError **error)
{
  const char *product_id;
  gint64 as_of_us;
  gint64 event_id;
  g_autoptr (GListModel) levels = NULL;

  if (!madaf_decode_id (object, "product_id", &product_id, error)
      || !madaf_decode_time (object, "as_of", &as_of_us, error)
      || !madaf_json_read_int (object, "event_id", 0, G_MAXINT64, &event_id, error)
      || !madaf_decode_list (object, "levels", MADAF_TYPE_STOCK_LEVEL, decode_level, &levels, error))
    return NULL;

  return madaf_product_stock_new (product_id, as_of_us, event_id, levels);
}

gpointer
madaf_decode_review (JsonObject *object, GError **error)
{
  const char *id;
  gint64 stars;
  const char *language;
  const char *title = NULL;
  const char *text;
  const char *author;
  const char *written_on;
  const char *size_bought = NULL;
  const char *usual_size = NULL;
  int fit = MADAF_FIT_NOT_SAID;
  gboolean verified;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_json_read_int (object, "stars", 1, 5, &stars, error)
      || !madaf_json_read_string (object, "language", &language, error)
      || !madaf_json_read_optional_string (object, "title", &title, error)
      || !madaf_json_read_string (object, "text", &text, error)
      || !madaf_json_read_string (object, "author", &author, error)
      || !madaf_json_read_string_bounded (object, "written_on", 10, 10, &written_on, error)
      || !madaf_json_read_optional_string (object, "size_bought", &size_bought, error)
      || !madaf_json_read_optional_string (object, "usual_size", &usual_size, error)
      || !madaf_json_read_boolean (object, "verified", &verified, error))
    return NULL;
  if (json_object_has_member (object, "fit") && !madaf_decode_word (object, "fit", MADAF_TYPE_FIT, &fit, error))
    return NULL;

  return g_object_new (MADAF_TYPE_REVIEW, "id", id, "stars", (int)stars, "language", language, "title", title, "text",
                       text, "author", author, "written-on", written_on, "size-bought", size_bought, "usual-size",
                       usual_size, "fit", fit, "verified", verified, NULL);
}

static gboolean
decode_facets (JsonObject *object, const char *member, MadafReviewFacetKind kind, MadafReviewList *list, GError **error)
{
  JsonArray *array;

  if (!madaf_json_read_array (object, member, &array, error))
    return FALSE;
  for (guint i = 0; i < MIN (json_array_get_length (array), MAX_FACETS); i++)
    {
      JsonObject *facet;
      const char *value;
      int count;

      if (!madaf_json_element_object (array, i, &facet, error)
          || !madaf_json_read_string (facet, "value", &value, error)
          || !madaf_decode_int (facet, "count", 1, &count, error))
        return FALSE;
      madaf_review_list_add_facet (list, kind, value, count);
    }
  return TRUE;
}

/* What only the first page says. */
static gboolean
decode_narrowing (JsonObject *object, MadafReviewList *list, GError **error)
{
  JsonObject *facets = NULL;
  int matching = 0;

  if (!json_object_has_member (object, "facets"))
    return TRUE;
  if (!madaf_decode_int (object, "matching", 0, &matching, error)
      || !madaf_json_read_object (object, "facets", &facets, error))
    return FALSE;
  madaf_review_list_set_matching (list, matching);
  return decode_facets (facets, "sizes", MADAF_REVIEW_FACET_SIZE, list, error)
         && decode_facets (facets, "fits", MADAF_REVIEW_FACET_FIT, list, error)
         && decode_facets (facets, "languages", MADAF_REVIEW_FACET_LANGUAGE, list, error);
}

gpointer
madaf_decode_review_list (JsonObject *object, GError **error)
{
  g_autoptr (GListModel) items = NULL;
  g_autoptr (MadafReviewSummary) summary = NULL;
  g_autoptr (MadafReviewList) list = NULL;
  const char *next_cursor = NULL;

  if (!madaf_decode_member (object, "summary", madaf_decode_review_summary, &summary, error)
      || !madaf_decode_list (object, "items", MADAF_TYPE_REVIEW, madaf_decode_review, &items, error)
      || !madaf_json_read_optional_string (object, "next_cursor", &next_cursor, error))
    return NULL;

  list = madaf_review_list_new (items, summary, next_cursor);
  return decode_narrowing (object, list, error) ? g_steal_pointer (&list) : NULL;
}

/* Where a branch is, while it is read. */
typedef struct
{
  gboolean known;
  double latitude;
  double longitude;
} Position;

/* Half a position is none. */
static gboolean
read_position (JsonObject *object, Position *position, GError **error)
{
  position->known = json_object_has_member (object, "latitude") && json_object_has_member (object, "longitude");

  return !position->known
         || (madaf_json_read_double (object, "latitude", -90, 90, &position->latitude, error)
             && madaf_json_read_double (object, "longitude", -180, 180, &position->longitude, error));
}

/* The words of a branch, while they are read. */
typedef struct
{
  const char *id;
  MadafText *name;
  MadafText *address;
  MadafText *city;
  const char *phone;
} BranchWords;

static void
branch_words_clear (BranchWords *words)
{
  g_clear_pointer (&words->name, madaf_text_unref);
  g_clear_pointer (&words->address, madaf_text_unref);
  g_clear_pointer (&words->city, madaf_text_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BranchWords, branch_words_clear)

static gboolean
read_branch_words (JsonObject *object, BranchWords *words, GError **error)
{
  return madaf_decode_id (object, "id", &words->id, error) && madaf_decode_text (object, "name", &words->name, error)
         && madaf_decode_text (object, "address", &words->address, error)
         && madaf_decode_text (object, "city", &words->city, error)
         && madaf_json_read_optional_string (object, "phone", &words->phone, error);
}

#define MOST_ROOMS 99

static gpointer
decode_branch (JsonObject *object, GError **error)
{
  g_auto (BranchWords) words = { 0 };
  g_autoptr (MadafHours) hours = NULL;
  Position position = { 0 };
  gboolean can_collect;
  gboolean can_ship;
  gint64 fitting_rooms = 0;
  gint64 ready_at_us = 0;
  JsonObject *inner;

  if (!read_branch_words (object, &words, error) || !read_position (object, &position, error)
      || !madaf_json_read_boolean (object, "can_collect", &can_collect, error)
      || !madaf_json_read_boolean (object, "can_ship", &can_ship, error)
      || (json_object_has_member (object, "fitting_rooms")
          && !madaf_json_read_int (object, "fitting_rooms", 1, MOST_ROOMS, &fitting_rooms, error))
      || !madaf_decode_optional_time (object, "collect_ready_at", &ready_at_us, error)
      || !madaf_json_read_object (object, "hours", &inner, error)
      || (hours = madaf_hours_new_from_json (json_object_get_member (object, "hours"), error)) == NULL)
    return NULL;

  return g_object_new (MADAF_TYPE_BRANCH, "id", words.id, "name", words.name, "address", words.address, "city",
                       words.city, "phone", words.phone, "has-position", position.known, "latitude", position.latitude,
                       "longitude", position.longitude, "hours", hours, "can-collect", can_collect, "can-ship",
                       can_ship, "fitting-rooms", (int)fitting_rooms, "collect-ready-at-us", ready_at_us, NULL);
}

gpointer
madaf_decode_branches (JsonObject *object, GError **error)
{
  GListModel *list = NULL;

  madaf_decode_list (object, "items", MADAF_TYPE_BRANCH, decode_branch, &list, error);
  return list;
}
