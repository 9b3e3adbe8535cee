/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/reply.h"
#include "model/json-writer.h"

G_BEGIN_DECLS

/* Errors as programs get them: RFC 9457, with the stable types of the contract (data/api/openapi.yaml). */

#define MADAF_PROBLEM_MEDIA_TYPE  "application/problem+json"
#define MADAF_PROBLEM_TYPE_PREFIX "https://madaf.io/problems/"

typedef enum
{
  MADAF_PROBLEM_BAD_REQUEST,
  MADAF_PROBLEM_KEY_MISSING,
  MADAF_PROBLEM_UNAUTHORIZED,
  MADAF_PROBLEM_FORBIDDEN,
  MADAF_PROBLEM_ENROLMENT_CODE,
  MADAF_PROBLEM_AUTHORIZATION_PENDING,
  MADAF_PROBLEM_SLOW_DOWN,
  MADAF_PROBLEM_EXPIRED_TOKEN,
  MADAF_PROBLEM_ACCESS_DENIED,
  MADAF_PROBLEM_INVALID_GRANT,
  MADAF_PROBLEM_NOT_FOUND,
  MADAF_PROBLEM_METHOD,
  MADAF_PROBLEM_SOLD_OUT,
  MADAF_PROBLEM_PRICE_CHANGED,
  MADAF_PROBLEM_COUPON,
  MADAF_PROBLEM_NOT_ENOUGH_POINTS,
  MADAF_PROBLEM_GIFT_CARD_EMPTY,
  MADAF_PROBLEM_NOT_CANCELLABLE,
  MADAF_PROBLEM_NONE_TO_BRING,
  MADAF_PROBLEM_ASKED_ALREADY,
  MADAF_PROBLEM_TOO_MANY_OPEN,
  MADAF_PROBLEM_PAST_STATE,
  MADAF_PROBLEM_PRECONDITION_FAILED,
  MADAF_PROBLEM_TOO_LARGE,
  MADAF_PROBLEM_MEDIA,
  MADAF_PROBLEM_INVALID_FIELD,
  MADAF_PROBLEM_KEY_REUSED,
  MADAF_PROBLEM_PRECONDITION_REQUIRED,
  MADAF_PROBLEM_TOO_MANY,
  MADAF_PROBLEM_INTERNAL,
  MADAF_PROBLEM_UNAVAILABLE,
  MADAF_PROBLEM_STORAGE_FULL,
  MADAF_PROBLEM_N,
} MadafProblem;

/* The last part of the type, for example "not-found", and the status. */
const char *madaf_problem_get_slug (MadafProblem problem);
guint madaf_http_problem_get_status (MadafProblem problem);

/* An answer that says @problem. @detail (nullable): one English sentence for people, without anything secret. */
MadafReply *madaf_problem_reply (MadafProblem problem, const char *detail);

/* For problems with members of their own: _begin() leaves the object open, _finish() closes it and frees @writer. */
MadafJsonWriter *madaf_problem_begin (MadafProblem problem, const char *detail);
MadafReply *madaf_problem_finish (MadafProblem problem, MadafJsonWriter *writer);

G_END_DECLS
