/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "model/money.h"

G_BEGIN_DECLS

/**
 * MadafProblemType:
 *
 * The last part of a problem's `type`; UNKNOWN for one that this version does not know.
 */
typedef enum
{
  MADAF_PROBLEM_UNKNOWN,
  MADAF_PROBLEM_MALFORMED_REQUEST,
  MADAF_PROBLEM_IDEMPOTENCY_KEY_MISSING,
  MADAF_PROBLEM_UNAUTHORIZED,
  MADAF_PROBLEM_FORBIDDEN,
  MADAF_PROBLEM_ENROLMENT_CODE_INVALID,
  MADAF_PROBLEM_NOT_FOUND,
  MADAF_PROBLEM_METHOD_NOT_ALLOWED,
  MADAF_PROBLEM_SOLD_OUT,
  MADAF_PROBLEM_PRICE_CHANGED,
  MADAF_PROBLEM_ORDER_NOT_CANCELLABLE,
  MADAF_PROBLEM_PRECONDITION_FAILED,
  MADAF_PROBLEM_PAYLOAD_TOO_LARGE,
  MADAF_PROBLEM_UNSUPPORTED_MEDIA_TYPE,
  MADAF_PROBLEM_INVALID_FIELD,
  MADAF_PROBLEM_IDEMPOTENCY_KEY_REUSED,
  MADAF_PROBLEM_PRECONDITION_REQUIRED,
  MADAF_PROBLEM_TOO_MANY_REQUESTS,
  MADAF_PROBLEM_INTERNAL,
  MADAF_PROBLEM_UNAVAILABLE,
  MADAF_PROBLEM_STORAGE_FULL,
  MADAF_PROBLEM_AUTHORIZATION_PENDING,
  MADAF_PROBLEM_SLOW_DOWN,
  MADAF_PROBLEM_EXPIRED_TOKEN,
  MADAF_PROBLEM_ACCESS_DENIED,
  MADAF_PROBLEM_INVALID_GRANT,
  MADAF_PROBLEM_NONE_TO_BRING,
  MADAF_PROBLEM_ASKED_ALREADY,
  MADAF_PROBLEM_TOO_MANY_OPEN,
  MADAF_PROBLEM_PAST_STATE,
  MADAF_PROBLEM_COUPON_NOT_VALID,
  MADAF_PROBLEM_NOT_ENOUGH_POINTS,
  MADAF_PROBLEM_GIFT_CARD_EMPTY,
} MadafProblemType;

/* A field that the central did not take. */
typedef struct
{
  char *pointer; /* (owned) RFC 6901 into the body ("/contact/phone"), or the name of a parameter or header */
  char *reason;  /* (owned) as in the contract: "missing", "too_long", "not_a_phone" … */
} MadafProblemField;

/* Another branch that has the whole quantity. */
typedef struct
{
  char *branch_id; /* (owned) */
  gint64 available;
} MadafProblemBranch;

/* A line of an order that cannot be served, and what is possible instead. */
typedef struct
{
  char *variant_id;    /* (owned) */
  char *branch_id;     /* (owned) (nullable) where it was to be collected; NULL when it was to be shipped */
  gint64 requested;    /* pieces */
  gint64 available;    /* pieces that could still be had the way it was asked for */
  gboolean can_ship;   /* whether the whole quantity could be shipped */
  GPtrArray *branches; /* (owned) (element-type MadafProblemBranch) */
} MadafProblemLine;

/**
 * MadafProblem:
 *
 * An RFC 9457 problem as the central sends it: immutable, counted (thread-safe), a boxed type.
 */
typedef struct _MadafProblem MadafProblem;

#define MADAF_TYPE_PROBLEM (madaf_problem_get_type ())

GType madaf_problem_get_type (void) G_GNUC_CONST;
MadafProblem *madaf_problem_ref (MadafProblem *problem);
void madaf_problem_unref (MadafProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafProblem, madaf_problem_unref)

/* Errors: MADAF_JSON_ERROR. A type that is not known is no error. */
MadafProblem *madaf_problem_new_from_json (JsonObject *object, GError **error);

MadafProblemType madaf_problem_get_kind (MadafProblem *problem);
/* (transfer none) (nullable): English, for the log. */
const char *madaf_problem_get_detail (MadafProblem *problem);
const char *madaf_problem_get_title (MadafProblem *problem);
int madaf_problem_get_status (MadafProblem *problem);

/* (transfer none) (element-type MadafProblemField): empty but for INVALID_FIELD. */
GPtrArray *madaf_problem_get_fields (MadafProblem *problem);
/* (transfer none) (element-type MadafProblemLine): empty but for SOLD_OUT. */
GPtrArray *madaf_problem_get_lines (MadafProblem *problem);
/* (transfer none) (nullable): the total now, for PRICE_CHANGED. */
const MadafMoney *madaf_problem_get_total (MadafProblem *problem);
/* (transfer none) (nullable): what is left to pay now, for PRICE_CHANGED. */
const MadafMoney *madaf_problem_get_due (MadafProblem *problem);
/* (transfer none) (element-type MadafCouponInfo): those that do not count; empty but for COUPON_NOT_VALID. */
GPtrArray *madaf_problem_get_coupons (MadafProblem *problem);
/* How many points there are, for NOT_ENOUGH_POINTS. */
gint64 madaf_problem_get_points (MadafProblem *problem);
/* (transfer none) (nullable): the end of the card's code, for GIFT_CARD_EMPTY. */
const char *madaf_problem_get_last_four (MadafProblem *problem);
/* How many more tries the central takes after a wrong one-time code; -1 when it says nothing of tries. */
int madaf_problem_get_tries_left (MadafProblem *problem);
/* (transfer none) (nullable): the reason given for the field at @pointer, or NULL when nothing is wrong with it. */
const char *madaf_problem_get_reason (MadafProblem *problem, const char *pointer);

G_END_DECLS
