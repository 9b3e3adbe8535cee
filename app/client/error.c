/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/error.h"

typedef struct
{
  MadafProblem *problem; /* (owned) (nullable) */
  int retry_after;
} MadafClientErrorPrivate;

static void
madaf_client_error_private_init (MadafClientErrorPrivate *priv)
{
}

static void
madaf_client_error_private_copy (const MadafClientErrorPrivate *source, MadafClientErrorPrivate *copy)
{
  copy->problem = source->problem != NULL ? madaf_problem_ref (source->problem) : NULL;
  copy->retry_after = source->retry_after;
}

static void
madaf_client_error_private_clear (MadafClientErrorPrivate *priv)
{
  g_clear_pointer (&priv->problem, madaf_problem_unref);
}

G_DEFINE_EXTENDED_ERROR (MadafClientError, madaf_client_error)

static MadafClientError
code_for_problem (MadafProblemType type, MadafClientError otherwise)
{
  switch (type)
    {
    case MADAF_PROBLEM_UNAUTHORIZED:
      return MADAF_CLIENT_ERROR_UNAUTHORIZED;
    case MADAF_PROBLEM_NOT_FOUND:
      return MADAF_CLIENT_ERROR_NOT_FOUND;
    case MADAF_PROBLEM_SOLD_OUT:
      return MADAF_CLIENT_ERROR_SOLD_OUT;
    case MADAF_PROBLEM_PRICE_CHANGED:
      return MADAF_CLIENT_ERROR_PRICE_CHANGED;
    case MADAF_PROBLEM_INVALID_FIELD:
      return MADAF_CLIENT_ERROR_INVALID_FIELD;
    case MADAF_PROBLEM_PRECONDITION_FAILED:
    case MADAF_PROBLEM_ORDER_NOT_CANCELLABLE:
    case MADAF_PROBLEM_PAST_STATE:
      return MADAF_CLIENT_ERROR_CONFLICT;
    case MADAF_PROBLEM_TOO_MANY_REQUESTS:
    case MADAF_PROBLEM_UNAVAILABLE:
      return MADAF_CLIENT_ERROR_BUSY;
    default:
      return otherwise;
    }
}

static MadafClientError
code_for_status (int status)
{
  if (status == 429 || status == 503)
    return MADAF_CLIENT_ERROR_BUSY;
  if (status >= 500)
    return MADAF_CLIENT_ERROR_SERVER_FAILED;
  if (status == 401)
    return MADAF_CLIENT_ERROR_UNAUTHORIZED;
  if (status == 404)
    return MADAF_CLIENT_ERROR_NOT_FOUND;
  if (status == 412)
    return MADAF_CLIENT_ERROR_CONFLICT;
  return MADAF_CLIENT_ERROR_REJECTED;
}

MadafProblem *
madaf_client_error_get_problem (const GError *error)
{
  return error->domain == MADAF_CLIENT_ERROR ? madaf_client_error_get_private (error)->problem : NULL;
}

int
madaf_client_error_get_retry_after (const GError *error)
{
  return error->domain == MADAF_CLIENT_ERROR ? madaf_client_error_get_private (error)->retry_after : 0;
}

GError *
madaf_client_error_new_for_status (int status, MadafProblem *problem, int retry_after)
{
  MadafClientError code = code_for_status (status);
  const char *title = NULL;
  const char *detail = NULL;
  GError *error;
  MadafClientErrorPrivate *priv;

  if (problem != NULL)
    {
      code = code_for_problem (madaf_problem_get_kind (problem), code);
      title = madaf_problem_get_title (problem);
      detail = madaf_problem_get_detail (problem);
    }

  error = g_error_new (MADAF_CLIENT_ERROR, code, "The central answered %d%s%s%s%s", status, title != NULL ? ": " : "",
                       title != NULL ? title : "", detail != NULL ? ": " : "", detail != NULL ? detail : "");
  priv = madaf_client_error_get_private (error);
  priv->problem = problem != NULL ? madaf_problem_ref (problem) : NULL;
  priv->retry_after = retry_after;

  return error;
}

gboolean
madaf_client_error_is_passing (const GError *error)
{
  if (error == NULL || error->domain != MADAF_CLIENT_ERROR)
    return FALSE;

  switch ((MadafClientError)error->code)
    {
    case MADAF_CLIENT_ERROR_OFFLINE:
    case MADAF_CLIENT_ERROR_TIMEOUT:
    case MADAF_CLIENT_ERROR_SERVER_FAILED:
    case MADAF_CLIENT_ERROR_BAD_DATA:
    case MADAF_CLIENT_ERROR_BUSY:
      return TRUE;
    default:
      return FALSE;
    }
}
