/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/problem.h"

#include "client/decode-money.h"
#include "client/decode.h"
#include "model/json.h"

#define PREFIX "https://madaf.io/problems/"
#define MOST   G_MAXINT32

struct _MadafProblem
{
  MadafProblemType kind;
  int status;
  char *title;       /* (owned) */
  char *detail;      /* (owned) (nullable) */
  GPtrArray *fields; /* (owned) */
  GPtrArray *lines;  /* (owned) */
  MadafMoney total;  /* this and the next: for PRICE_CHANGED */
  MadafMoney due;
  GPtrArray *coupons; /* (owned) */
  gint64 points;
  char *last_four; /* (owned) (nullable) */
  int tries_left;  /* -1: not said */
};

G_DEFINE_BOXED_TYPE (MadafProblem, madaf_problem, madaf_problem_ref, madaf_problem_unref)

/* In the order of MadafProblemType, from its second value on. */
static const char *const kinds[] = {
  "malformed-request",
  "idempotency-key-missing",
  "unauthorized",
  "forbidden",
  "enrolment-code-invalid",
  "not-found",
  "method-not-allowed",
  "sold-out",
  "price-changed",
  "order-not-cancellable",
  "precondition-failed",
  "payload-too-large",
  "unsupported-media-type",
  "invalid-field",
  "idempotency-key-reused",
  "precondition-required",
  "too-many-requests",
  "internal",
  "unavailable",
  "storage-full",
  "authorization-pending",
  "slow-down",
  "expired-token",
  "access-denied",
  "invalid-grant",
  "none-to-bring",
  "asked-already",
  "too-many-open",
  "past-state",
  "coupon-not-valid",
  "not-enough-points",
  "gift-card-empty",
};

static void
field_free (gpointer data)
{
  MadafProblemField *field = data;

  g_free (field->pointer);
  g_free (field->reason);
  g_free (field);
}

static void
branch_free (gpointer data)
{
  MadafProblemBranch *branch = data;

  g_free (branch->branch_id);
  g_free (branch);
}

static void
line_free (gpointer data)
{
  MadafProblemLine *line = data;

  g_free (line->variant_id);
  g_free (line->branch_id);
  g_ptr_array_unref (line->branches);
  g_free (line);
}

static void
problem_free (gpointer data)
{
  MadafProblem *problem = data;

  g_free (problem->title);
  g_free (problem->detail);
  g_ptr_array_unref (problem->fields);
  g_ptr_array_unref (problem->lines);
  g_clear_pointer (&problem->coupons, g_ptr_array_unref);
  g_free (problem->last_four);
}

static MadafProblemType
kind_from_type (const char *type)
{
  if (!g_str_has_prefix (type, PREFIX))
    return MADAF_PROBLEM_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (type + strlen (PREFIX), kinds[i]))
      return (MadafProblemType)(i + 1);

  return MADAF_PROBLEM_UNKNOWN;
}

static gboolean
read_fields (MadafProblem *problem, JsonObject *object, GError **error)
{
  JsonArray *array = NULL;

  if (!madaf_json_read_optional_array (object, "errors", &array, error))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *entry;
      const char *pointer;
      const char *reason;
      MadafProblemField *field;

      if (!madaf_json_element_object (array, i, &entry, error)
          || !madaf_json_read_string (entry, "pointer", &pointer, error)
          || !madaf_json_read_string (entry, "reason", &reason, error))
        return FALSE;

      field = g_new0 (MadafProblemField, 1);
      field->pointer = g_strdup (pointer);
      field->reason = g_strdup (reason);
      g_ptr_array_add (problem->fields, field);
    }

  return TRUE;
}

static gboolean
read_branches (MadafProblemLine *line, JsonObject *object, GError **error)
{
  JsonArray *array;

  if (!madaf_json_read_array (object, "branches", &array, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry;
      const char *id;
      gint64 available;
      MadafProblemBranch *branch;

      if (!madaf_json_element_object (array, i, &entry, error)
          || !madaf_json_read_string (entry, "branch_id", &id, error)
          || !madaf_json_read_int (entry, "available", 1, MOST, &available, error))
        return FALSE;

      branch = g_new0 (MadafProblemBranch, 1);
      branch->branch_id = g_strdup (id);
      branch->available = available;
      g_ptr_array_add (line->branches, branch);
    }

  return TRUE;
}

static gboolean
read_line (MadafProblem *problem, JsonObject *object, GError **error)
{
  const char *variant_id;
  const char *branch_id = NULL;
  MadafProblemLine *line = g_new0 (MadafProblemLine, 1);

  line->branches = g_ptr_array_new_with_free_func (branch_free);
  g_ptr_array_add (problem->lines, line);

  if (!madaf_json_read_string (object, "variant_id", &variant_id, error)
      || !madaf_json_read_optional_string (object, "branch_id", &branch_id, error)
      || !madaf_json_read_int (object, "requested", 1, MOST, &line->requested, error)
      || !madaf_json_read_int (object, "available", 0, MOST, &line->available, error)
      || !madaf_json_read_boolean (object, "can_ship", &line->can_ship, error))
    return FALSE;

  line->variant_id = g_strdup (variant_id);
  line->branch_id = g_strdup (branch_id);

  return read_branches (line, object, error);
}

static gboolean
read_lines (MadafProblem *problem, JsonObject *object, GError **error)
{
  JsonArray *array;

  if (problem->kind != MADAF_PROBLEM_SOLD_OUT)
    return TRUE;
  if (!madaf_json_read_array (object, "lines", &array, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry;

      if (!madaf_json_element_object (array, i, &entry, error) || !read_line (problem, entry, error))
        return FALSE;
    }

  return TRUE;
}

/* What a refusal that is about money says besides. */
static gboolean
read_money (MadafProblem *problem, JsonObject *object, GError **error)
{
  switch (problem->kind)
    {
    case MADAF_PROBLEM_PRICE_CHANGED:
      return madaf_decode_money (object, "total", &problem->total, error)
             && madaf_decode_optional_money (object, "due", &problem->due, error);
    case MADAF_PROBLEM_NOT_ENOUGH_POINTS:
      return madaf_json_read_int (object, "balance", 0, G_MAXINT64, &problem->points, error);
    case MADAF_PROBLEM_GIFT_CARD_EMPTY:
      return madaf_decode_last_four (object, &problem->last_four, error);
    default:
      return TRUE;
    }
}

static gboolean
read_tries (MadafProblem *problem, JsonObject *object, GError **error)
{
  gint64 tries = -1;

  if (problem->kind == MADAF_PROBLEM_INVALID_GRANT && json_object_has_member (object, "tries_left")
      && !madaf_json_read_int (object, "tries_left", 0, 1000, &tries, error))
    return FALSE;
  problem->tries_left = (int)tries;
  return TRUE;
}

MadafProblem *
madaf_problem_new_from_json (JsonObject *object, GError **error)
{
  g_autoptr (MadafProblem) problem = g_atomic_rc_box_new0 (MadafProblem);
  const char *type;
  const char *title;
  const char *detail = NULL;
  gint64 status;

  problem->fields = g_ptr_array_new_with_free_func (field_free);
  problem->lines = g_ptr_array_new_with_free_func (line_free);

  if (!madaf_json_read_string (object, "type", &type, error) || !madaf_json_read_string (object, "title", &title, error)
      || !madaf_json_read_int (object, "status", 400, 599, &status, error)
      || !madaf_json_read_optional_string (object, "detail", &detail, error))
    return NULL;

  problem->kind = kind_from_type (type);
  problem->status = (int)status;
  problem->title = g_strdup (title);
  problem->detail = g_strdup (detail);

  if (!read_fields (problem, object, error) || !read_lines (problem, object, error)
      || !read_money (problem, object, error) || !read_tries (problem, object, error)
      || !madaf_decode_coupons (object, "coupons", &problem->coupons, error))
    return NULL;

  return g_steal_pointer (&problem);
}

MadafProblem *
madaf_problem_ref (MadafProblem *problem)
{
  return g_atomic_rc_box_acquire (problem);
}

void
madaf_problem_unref (MadafProblem *problem)
{
  g_atomic_rc_box_release_full (problem, problem_free);
}

MadafProblemType
madaf_problem_get_kind (MadafProblem *problem)
{
  return problem->kind;
}

const char *
madaf_problem_get_detail (MadafProblem *problem)
{
  return problem->detail;
}

const char *
madaf_problem_get_title (MadafProblem *problem)
{
  return problem->title;
}

int
madaf_problem_get_status (MadafProblem *problem)
{
  return problem->status;
}

GPtrArray *
madaf_problem_get_fields (MadafProblem *problem)
{
  return problem->fields;
}

GPtrArray *
madaf_problem_get_lines (MadafProblem *problem)
{
  return problem->lines;
}

const MadafMoney *
madaf_problem_get_total (MadafProblem *problem)
{
  return madaf_money_is_told (&problem->total) ? &problem->total : NULL;
}

const MadafMoney *
madaf_problem_get_due (MadafProblem *problem)
{
  return madaf_money_is_told (&problem->due) ? &problem->due : NULL;
}

GPtrArray *
madaf_problem_get_coupons (MadafProblem *problem)
{
  return problem->coupons;
}

gint64
madaf_problem_get_points (MadafProblem *problem)
{
  return problem->points;
}

const char *
madaf_problem_get_last_four (MadafProblem *problem)
{
  return problem->last_four;
}

int
madaf_problem_get_tries_left (MadafProblem *problem)
{
  return problem->tries_left;
}

const char *
madaf_problem_get_reason (MadafProblem *problem, const char *pointer)
{
  for (guint i = 0; i < problem->fields->len; i++)
    {
      MadafProblemField *field = g_ptr_array_index (problem->fields, i);

      if (g_str_equal (field->pointer, pointer))
        return field->reason;
    }

  return NULL;
}
