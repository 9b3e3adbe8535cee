/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/fetch-request.h"

#include <string.h>

#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/fetch-queue.h"
#include "central/shop/private.h"

#define KEPT_US (30 * G_TIME_SPAN_DAY)

static const char *const states[] = { "asked", "taken", "brought", "not_found", "cancelled", "expired" };

/* Of f; $1 is when the oldest that is still open was asked. */
#define IS_OPEN "f.state IN ('asked', 'taken') AND f.asked_us > $1"

const char *
madaf_fetch_state_to_string (MadafFetchState state)
{
  return states[state];
}

gboolean
madaf_fetch_state_from_string (const char *text, MadafFetchState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (text, states[i]) == 0)
      {
        *state = (MadafFetchState)i;
        return TRUE;
      }
  return FALSE;
}

static gint64
oldest_us (gint64 now_us)
{
  return now_us - MADAF_FETCH_LIFE_US;
}

#define COLUMNS                                                                                                        \
  "SELECT f.id, f.branch_id, d.name, v.product_id, f.variant_id, p.title, c.name, v.size, v.gtin,"                     \
  " " MADAF_LINE_PICTURE_SQL ", f.room, f.state, f.asked_us, f.asked_place,"                                           \
  " CASE WHEN f.state = 'asked' AND f.asked_us > $1 THEN 1 + (SELECT count (*) FROM fetch_request o"                   \
  " WHERE o.branch_id = f.branch_id AND o.state = 'asked' AND o.asked_us > $1"                                         \
  " AND (o.asked_us, o.id) < (f.asked_us, f.id)) ELSE 0 END"                                                           \
  " FROM fetch_request f JOIN device d ON d.id = f.device_id JOIN variant v ON v.id = f.variant_id"                    \
  " JOIN product p ON p.id = v.product_id LEFT JOIN product_colour c ON c.product_id = p.id"                           \
  " AND c.colour_id = v.colour_id"

static MadafFetchRequest *
request_from_row (MadafRows *rows, gint64 now_us)
{
  MadafFetchRequest *request = g_new0 (MadafFetchRequest, 1);

  request->id = madaf_rows_dup_text (rows, 0);
  request->branch_id = madaf_rows_dup_text (rows, 1);
  request->screen = madaf_rows_dup_text (rows, 2);
  request->product_id = madaf_rows_dup_text (rows, 3);
  request->variant_id = madaf_rows_dup_text (rows, 4);
  request->title = madaf_rows_dup_text (rows, 5);
  request->colour_name = madaf_rows_dup_text (rows, 6);
  request->size = madaf_rows_dup_text (rows, 7);
  request->gtin = madaf_rows_dup_text (rows, 8);
  request->picture_id = madaf_rows_dup_text (rows, 9);
  request->room = (int)madaf_rows_int (rows, 10);
  madaf_fetch_state_from_string (madaf_rows_text (rows, 11), &request->state);
  request->asked_us = madaf_rows_int (rows, 12);
  request->asked_place = (int)madaf_rows_int (rows, 13);
  request->place = (int)madaf_rows_int (rows, 14);
  /* Nobody may have looked since it became too old. */
  if (request->state <= MADAF_FETCH_TAKEN && request->asked_us <= oldest_us (now_us))
    request->state = MADAF_FETCH_EXPIRED;
  return request;
}

gboolean
madaf_fetch_request_is_of (
    MadafTransaction *transaction, const char *id, const MadafFetchAsker *asker, gboolean *is, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT 1 FROM fetch_request WHERE id = $1 AND CASE WHEN $2 THEN branch_id = $3 ELSE device_id = $4 END",
               TEXT (id), INT (asker->is_staff), TEXT (asker->branch_id), TEXT (asker->device_id));

  *is = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafFetchRequest *
madaf_fetch_request_get (
    MadafTransaction *transaction, const char *id, const MadafFetchAsker *asker, gint64 now_us, GError **error)
{
  g_autoptr (MadafFetchRequest) request = NULL;
  g_autoptr (MadafRows) rows = NULL;
  gboolean is = FALSE;
  gint64 place_us = 0;

  if (!madaf_fetch_request_is_of (transaction, id, asker, &is, error))
    return NULL;
  rows = QUERY (transaction, error, COLUMNS " WHERE f.id = $2", INT (oldest_us (now_us)), TEXT (id));
  if (is && rows != NULL && madaf_rows_next (rows, error))
    request = request_from_row (rows, now_us);
  if (rows == NULL || madaf_rows_failed (rows))
    return NULL;
  if (request == NULL)
    madaf_shop_not_found (error, "request", id);
  else if (!madaf_fetch_queue_measure (transaction, request->branch_id, now_us, &place_us, error))
    return NULL;
  else
    madaf_fetch_queue_expect (request, place_us, now_us);
  return g_steal_pointer (&request);
}

GPtrArray *
madaf_fetch_request_list (MadafTransaction *transaction, const char *branch_id, gint64 now_us, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_fetch_request_free);
  g_autoptr (MadafRows) rows = NULL;
  gint64 place_us;

  if (!madaf_fetch_queue_measure (transaction, branch_id, now_us, &place_us, error))
    return NULL;
  rows = QUERY (transaction, error, COLUMNS " WHERE f.branch_id = $2 AND " IS_OPEN " ORDER BY f.asked_us, f.id",
                INT (oldest_us (now_us)), TEXT (branch_id));
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafFetchRequest *request = request_from_row (rows, now_us);

      madaf_fetch_queue_expect (request, place_us, now_us);
      g_ptr_array_add (list, request);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&list);
}

static gboolean
tell (MadafTransaction *transaction, const char *id, const char *state, gint64 now_us, GError **error)
{
  MadafShopEvent event = { .kind = (char *)"fetch", .subject = (char *)id, .state = (char *)state };

  return madaf_event_append (transaction, &event, now_us, error);
}

/* Those that waited behind one have a better place now. */
static gboolean
tell_those_behind (MadafTransaction *transaction, const MadafFetchRequest *gone, gint64 now_us, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT id FROM fetch_request f WHERE " IS_OPEN " AND branch_id = $2 AND state = 'asked'"
               " AND (asked_us, id) > ($3, $4)",
               INT (oldest_us (now_us)), TEXT (gone->branch_id), INT (gone->asked_us), TEXT (gone->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (ids, madaf_rows_dup_text (rows, 0));
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!tell (transaction, g_ptr_array_index (ids, i), "asked", now_us, error))
      return FALSE;
  return TRUE;
}

static gboolean
refuse (GError **error, MadafShopError code, const char *why)
{
  g_set_error_literal (error, MADAF_SHOP_ERROR, code, why);
  return FALSE;
}

/* Whether there is such a variant, and such a room in the branch. */
static gboolean
check_draft (MadafTransaction *transaction, const MadafFetchDraft *draft, MadafFaults *faults, GError **error)
{
  g_autoptr (MadafShopBranch) branch = madaf_branch_get (transaction, draft->branch_id, error);
  gint64 is_sold = 0;

  if (branch == NULL
      || !madaf_shop_read_int (transaction,
                               "SELECT count (*) FROM variant v JOIN product p ON p.id = v.product_id AND p.hidden = 0"
                               " WHERE v.id = $1 AND v.hidden = 0",
                               draft->variant_id, 0, &is_sold, error))
    return FALSE;
  if (is_sold == 0)
    madaf_faults_add (faults, "unknown_id", "/variant_id");
  if (draft->room > branch->fitting_rooms)
    madaf_faults_add (faults, "out_of_range", "/fitting_room");
  return is_sold > 0 && draft->room <= branch->fitting_rooms ? TRUE : madaf_faults_set_error (faults, error);
}

/* A child that taps, and a shelf that is empty. */
static gboolean
check_limits (MadafTransaction *transaction, const MadafFetchDraft *draft, gint64 now_us, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT count (*) FILTER (WHERE f.device_id = $3),"
               " count (*) FILTER (WHERE f.device_id = $3 AND f.variant_id = $4),"
               " count (*) FILTER (WHERE f.variant_id = $4),"
               " coalesce ((SELECT max (s.on_hand - s.reserved, 0) FROM stock s WHERE s.variant_id = $4"
               " AND s.branch_id = $2), 0) FROM fetch_request f WHERE f.branch_id = $2 AND " IS_OPEN,
               INT (oldest_us (now_us)), TEXT (draft->branch_id), TEXT (draft->device_id), TEXT (draft->variant_id));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  if (madaf_rows_int (rows, 1) > 0)
    return refuse (error, MADAF_SHOP_ERROR_ASKED_ALREADY, "It was asked for at this screen");
  if (madaf_rows_int (rows, 0) >= MADAF_FETCH_OPEN_PER_SCREEN)
    return refuse (error, MADAF_SHOP_ERROR_TOO_MANY_OPEN, "This screen asked for as much as it may");
  if (madaf_rows_int (rows, 2) >= madaf_rows_int (rows, 3))
    return refuse (error, MADAF_SHOP_ERROR_NONE_TO_BRING, "There is none of it that nobody asked for");
  return TRUE;
}

MadafFetchRequest *
madaf_fetch_request_ask (MadafTransaction *transaction,
                         const MadafFetchDraft *draft,
                         gint64 now_us,
                         MadafRandom *random,
                         MadafFaults *faults,
                         GError **error)
{
  const MadafFetchAsker asker = { draft->device_id, draft->branch_id, FALSE };
  g_autofree char *id = madaf_random_token (random);

  if (!check_draft (transaction, draft, faults, error) || !check_limits (transaction, draft, now_us, error)
      || !RUN (transaction, error,
               "INSERT INTO fetch_request (id, branch_id, device_id, member_id, variant_id, room, state, asked_us,"
               " asked_place) SELECT $2, $3, $4, $5, $6, $7, 'asked', $8, 1 + count (*) FROM fetch_request f"
               " WHERE f.branch_id = $3 AND f.state = 'asked' AND f.asked_us > $1",
               INT (oldest_us (now_us)), TEXT (id), TEXT (draft->branch_id), TEXT (draft->device_id),
               TEXT (draft->member_id), TEXT (draft->variant_id), INT (draft->room), INT (now_us)))
    return NULL;
  return madaf_fetch_request_get (transaction, id, &asker, now_us, error);
}

/* From one state to another, and whoever listens hears of it. */
static gboolean
set_state (MadafTransaction *transaction,
           const MadafFetchRequest *request,
           const MadafFetchAsker *asker,
           MadafFetchState state,
           gint64 now_us,
           GError **error)
{
  gboolean takes = state == MADAF_FETCH_TAKEN;

  if (!RUN (transaction, error,
            "UPDATE fetch_request SET state = $2, taken_by = CASE WHEN $3 THEN $4 ELSE taken_by END,"
            " taken_us = CASE WHEN $3 THEN $5 ELSE taken_us END, ended_us = CASE WHEN $3 THEN NULL ELSE $5 END"
            " WHERE id = $1",
            TEXT (request->id), TEXT (states[state]), INT (takes), TEXT (asker->device_id), INT (now_us))
      || !tell (transaction, request->id, states[state], now_us, error))
    return FALSE;
  return request->place == 0 || tell_those_behind (transaction, request, now_us, error);
}

gboolean
madaf_fetch_request_cancel (
    MadafTransaction *transaction, const char *id, const MadafFetchAsker *asker, gint64 now_us, GError **error)
{
  g_autoptr (MadafFetchRequest) request = madaf_fetch_request_get (transaction, id, asker, now_us, error);

  if (request == NULL)
    return FALSE;
  if (request->state == MADAF_FETCH_CANCELLED)
    return TRUE;
  if (request->state > MADAF_FETCH_TAKEN)
    return refuse (error, MADAF_SHOP_ERROR_PAST_STATE, "It is over already");
  return set_state (transaction, request, asker, MADAF_FETCH_CANCELLED, now_us, error);
}

static gboolean
is_taken_by (MadafTransaction *transaction, const char *id, const char *device_id, gboolean *is, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, "SELECT 1 FROM fetch_request WHERE id = $1 AND taken_by = $2",
                                      TEXT (id), TEXT (device_id));

  *is = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafFetchRequest *
madaf_fetch_request_move (MadafTransaction *transaction,
                          const char *id,
                          const MadafFetchAsker *asker,
                          MadafFetchState state,
                          gint64 now_us,
                          GError **error)
{
  g_autoptr (MadafFetchRequest) request = madaf_fetch_request_get (transaction, id, asker, now_us, error);
  gboolean is_mine = TRUE;

  if (request == NULL)
    return NULL;
  if (state == MADAF_FETCH_TAKEN && request->state == MADAF_FETCH_TAKEN
      && !is_taken_by (transaction, id, asker->device_id, &is_mine, error))
    return NULL;
  if (request->state == state && is_mine)
    return g_steal_pointer (&request);
  if (request->state > MADAF_FETCH_TAKEN || request->state >= state
      || (request->state == MADAF_FETCH_ASKED && state == MADAF_FETCH_BROUGHT))
    {
      refuse (error, MADAF_SHOP_ERROR_PAST_STATE, "It is in another state, or somebody else has it");
      return NULL;
    }
  if (!set_state (transaction, request, asker, state, now_us, error))
    return NULL;
  return madaf_fetch_request_get (transaction, id, asker, now_us, error);
}

gboolean
madaf_fetch_request_tidy (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "UPDATE fetch_request SET state = 'expired', ended_us = $2 WHERE state IN ('asked', 'taken')"
               " AND asked_us <= $1 RETURNING id",
               INT (oldest_us (now_us)), INT (now_us));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (ids, madaf_rows_dup_text (rows, 0));
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!tell (transaction, g_ptr_array_index (ids, i), "expired", now_us, error))
      return FALSE;
  return RUN (transaction, error, "DELETE FROM fetch_request WHERE asked_us < $1 AND state NOT IN ('asked', 'taken')",
              INT (now_us - KEPT_US));
}

void
madaf_fetch_request_free (MadafFetchRequest *request)
{
  g_free (request->id);
  g_free (request->branch_id);
  g_free (request->screen);
  g_free (request->product_id);
  g_free (request->variant_id);
  g_free (request->title);
  g_free (request->colour_name);
  g_free (request->size);
  g_free (request->gtin);
  g_free (request->picture_id);
  g_free (request);
}
