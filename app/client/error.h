/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "client/problem.h"

G_BEGIN_DECLS

#define MADAF_CLIENT_ERROR (madaf_client_error_quark ())

/**
 * MadafClientError:
 * @MADAF_CLIENT_ERROR_OFFLINE: no connection, or it broke before a whole answer came
 * @MADAF_CLIENT_ERROR_TIMEOUT: connected, but no whole answer in time
 * @MADAF_CLIENT_ERROR_SERVER_FAILED: the central says that it failed (5xx but 503)
 * @MADAF_CLIENT_ERROR_BAD_DATA: an answer that is not the contract's: wrong type, half of it, too large
 * @MADAF_CLIENT_ERROR_NOT_FOUND: there is no such thing
 * @MADAF_CLIENT_ERROR_REJECTED: refused for another reason; the problem tells which
 * @MADAF_CLIENT_ERROR_UNAUTHORIZED: this device is not, or no longer, enrolled
 * @MADAF_CLIENT_ERROR_SOLD_OUT: the problem lists the lines and what is possible instead
 * @MADAF_CLIENT_ERROR_PRICE_CHANGED: the problem has the total now
 * @MADAF_CLIENT_ERROR_INVALID_FIELD: the problem lists the fields
 * @MADAF_CLIENT_ERROR_CONFLICT: somebody else changed it meanwhile, or it can no longer be done
 * @MADAF_CLIENT_ERROR_BUSY: ask again later (429, 503); see madaf_client_error_get_retry_after ()
 * @MADAF_CLIENT_ERROR_INSECURE: the address is neither https nor this machine, or its certificate is not trusted
 *
 * What a caller can do something about. The message is for the log; pages have their own words.
 */
typedef enum
{
  MADAF_CLIENT_ERROR_OFFLINE,
  MADAF_CLIENT_ERROR_TIMEOUT,
  MADAF_CLIENT_ERROR_SERVER_FAILED,
  MADAF_CLIENT_ERROR_BAD_DATA,
  MADAF_CLIENT_ERROR_NOT_FOUND,
  MADAF_CLIENT_ERROR_REJECTED,
  MADAF_CLIENT_ERROR_UNAUTHORIZED,
  MADAF_CLIENT_ERROR_SOLD_OUT,
  MADAF_CLIENT_ERROR_PRICE_CHANGED,
  MADAF_CLIENT_ERROR_INVALID_FIELD,
  MADAF_CLIENT_ERROR_CONFLICT,
  MADAF_CLIENT_ERROR_BUSY,
  MADAF_CLIENT_ERROR_INSECURE,
} MadafClientError;

GQuark madaf_client_error_quark (void);

/* (transfer none) (nullable): the RFC 9457 problem that the central sent with @error, as long as @error lives. */
MadafProblem *madaf_client_error_get_problem (const GError *error);

/* Seconds after which the central asked to be asked again; 0 when it said nothing. */
int madaf_client_error_get_retry_after (const GError *error);

/* A new error that carries @problem (nullable) and @retry_after; @code follows from them and @status. (transfer full)
 */
GError *madaf_client_error_new_for_status (int status, MadafProblem *problem, int retry_after);

/* Whether @error means that the central gave no usable answer, so that what is kept here is the best there is:
 * OFFLINE, TIMEOUT, SERVER_FAILED, BAD_DATA or BUSY. A later try may end otherwise. */
gboolean madaf_client_error_is_passing (const GError *error);

G_END_DECLS
