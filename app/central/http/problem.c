/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/problem.h"

/* The table of every problem there is; its order is that of the enum. */

typedef struct
{
  guint status;
  const char *slug;
  const char *title;
} Kind;

static const Kind kinds[] = {
  [MADAF_PROBLEM_BAD_REQUEST] = { 400, "malformed-request", "The request is malformed." },
  [MADAF_PROBLEM_KEY_MISSING] = { 400, "idempotency-key-missing", "An Idempotency-Key is needed." },
  [MADAF_PROBLEM_UNAUTHORIZED] = { 401, "unauthorized", "The token is not known." },
  [MADAF_PROBLEM_FORBIDDEN] = { 403, "forbidden", "Whoever asks may not do this." },
  [MADAF_PROBLEM_ENROLMENT_CODE] = { 403, "enrolment-code-invalid", "The code is wrong, used or expired." },
  [MADAF_PROBLEM_AUTHORIZATION_PENDING] = { 400, "authorization-pending", "Nobody has answered yet." },
  [MADAF_PROBLEM_SLOW_DOWN] = { 400, "slow-down", "Nobody has answered yet, and this is asked too often." },
  [MADAF_PROBLEM_EXPIRED_TOKEN] = { 400, "expired-token", "It took too long, or was used already." },
  [MADAF_PROBLEM_ACCESS_DENIED] = { 400, "access-denied", "Somebody said no." },
  [MADAF_PROBLEM_INVALID_GRANT] = { 400, "invalid-grant", "The code is wrong, used or expired." },
  [MADAF_PROBLEM_NOT_FOUND] = { 404, "not-found", "There is no such thing." },
  [MADAF_PROBLEM_METHOD] = { 405, "method-not-allowed", "The method does not fit this address." },
  [MADAF_PROBLEM_SOLD_OUT] = { 409, "sold-out", "There is not enough in stock." },
  [MADAF_PROBLEM_PRICE_CHANGED] = { 409, "price-changed", "The total is another than expected." },
  [MADAF_PROBLEM_COUPON] = { 409, "coupon-not-valid", "A coupon does not count here." },
  [MADAF_PROBLEM_NOT_ENOUGH_POINTS] = { 409, "not-enough-points", "There are not that many points." },
  [MADAF_PROBLEM_GIFT_CARD_EMPTY] = { 409, "gift-card-empty", "There is nothing left on the gift card." },
  [MADAF_PROBLEM_NOT_CANCELLABLE] = { 409, "order-not-cancellable", "The order can no longer be cancelled." },
  [MADAF_PROBLEM_NONE_TO_BRING] = { 409, "none-to-bring", "There is none here that could be brought." },
  [MADAF_PROBLEM_ASKED_ALREADY] = { 409, "asked-already", "It was asked for, and is on its way." },
  [MADAF_PROBLEM_TOO_MANY_OPEN] = { 409, "too-many-open", "As much as may be is on its way." },
  [MADAF_PROBLEM_PAST_STATE] = { 409, "past-state", "It has gone past that state." },
  [MADAF_PROBLEM_PRECONDITION_FAILED] = { 412, "precondition-failed", "It was changed meanwhile." },
  [MADAF_PROBLEM_TOO_LARGE] = { 413, "payload-too-large", "The request is too large." },
  [MADAF_PROBLEM_MEDIA] = { 415, "unsupported-media-type", "The body is of another type than it must be." },
  [MADAF_PROBLEM_INVALID_FIELD] = { 422, "invalid-field", "A value is not acceptable." },
  [MADAF_PROBLEM_KEY_REUSED] = { 422, "idempotency-key-reused", "The key belongs to another request." },
  [MADAF_PROBLEM_PRECONDITION_REQUIRED] = { 428, "precondition-required", "An If-Match header is needed." },
  [MADAF_PROBLEM_TOO_MANY] = { 429, "too-many-requests", "Too many tries; wait a little." },
  [MADAF_PROBLEM_INTERNAL] = { 500, "internal", "The central made a mistake." },
  [MADAF_PROBLEM_UNAVAILABLE] = { 503, "unavailable", "The central cannot answer now." },
  [MADAF_PROBLEM_STORAGE_FULL] = { 507, "storage-full", "The central has no room to write." },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MADAF_PROBLEM_N);

const char *
madaf_problem_get_slug (MadafProblem problem)
{
  return kinds[problem].slug;
}

guint
madaf_http_problem_get_status (MadafProblem problem)
{
  return kinds[problem].status;
}

MadafJsonWriter *
madaf_problem_begin (MadafProblem problem, const char *detail)
{
  MadafJsonWriter *writer = madaf_json_writer_new ();
  const Kind *kind = &kinds[problem];
  char type[96];

  g_snprintf (type, sizeof type, MADAF_PROBLEM_TYPE_PREFIX "%s", kind->slug);
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "type", type);
  madaf_json_writer_member_string (writer, "title", kind->title);
  madaf_json_writer_member_int (writer, "status", kind->status);
  if (detail != NULL)
    madaf_json_writer_member_string (writer, "detail", detail);
  return writer;
}

MadafReply *
madaf_problem_finish (MadafProblem problem, MadafJsonWriter *writer)
{
  MadafReply *reply;
  gsize length;
  char *body;

  madaf_json_writer_end_object (writer);
  body = madaf_json_writer_finish (writer, &length);
  madaf_json_writer_free (writer);
  reply = madaf_reply_new (kinds[problem].status, MADAF_PROBLEM_MEDIA_TYPE, body, length);
  reply->challenge = problem == MADAF_PROBLEM_UNAUTHORIZED;
  return reply;
}

MadafReply *
madaf_problem_reply (MadafProblem problem, const char *detail)
{
  return madaf_problem_finish (problem, madaf_problem_begin (problem, detail));
}
