/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/apply.h"
#include "central/http/fields.h"
#include "central/http/routes.h"
#include "central/http/service.h"

/* Goods that madaf-central import has read and checked, put into the shop that is being served. */

#define LONGEST_PATH 4096

static void
answer (MadafRequest *request, const MadafImportResult *result)
{
  MadafJsonWriter *writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_int (writer, "products", result->products);
  madaf_json_writer_member_int (writer, "variants", result->variants);
  madaf_json_writer_member_int (writer, "branches", result->branches);
  madaf_json_writer_member_int (writer, "stock_levels", result->stock_levels);
  madaf_json_writer_member_int (writer, "withdrawn", result->withdrawn);
  madaf_json_writer_member_int (writer, "looks", result->looks);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
}

/* A feed that cannot be applied is the command's concern: it says why to the person who called it. */
static gboolean
refuse (MadafRequest *request, MadafFields *fields, const char *reason, const GError *why)
{
  madaf_fields_refuse (fields, "staging_file", reason);
  request->reply = madaf_request_make_refusal (request, why->message);
  return FALSE;
}

static const char *
reason_of (const GError *why)
{
  switch ((MadafImportError)why->code)
    {
    case MADAF_IMPORT_ERROR_CURRENCY:
      return "currency_differs";
    case MADAF_IMPORT_ERROR_DAMAGED:
      return "bad_format";
    case MADAF_IMPORT_ERROR_TOO_MANY:
    case MADAF_IMPORT_ERROR_CONFLICT:
    default:
      return "duplicate";
    }
}

gboolean
madaf_route_apply_import (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_autoptr (GError) local_error = NULL;
  MadafStaging *staging;
  MadafImportResult result;
  const char *path;
  gboolean done;

  madaf_fields_init (&fields, request, request->body, "", "staging_file");
  path = madaf_fields_string (&fields, "staging_file", MADAF_FIELD_REQUIRED, 1, LONGEST_PATH);
  if (madaf_request_has_refused (request))
    return FALSE;
  staging = madaf_staging_open (path, &local_error);
  if (staging == NULL)
    return refuse (request, &fields, "unknown_id", local_error);
  done = madaf_import_apply (transaction, staging, request->now_us, &result, &local_error);
  madaf_staging_close (staging, NULL);
  if (done)
    answer (request, &result);
  else if (local_error->domain == MADAF_IMPORT_ERROR)
    return refuse (request, &fields, reason_of (local_error), local_error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return done;
}
