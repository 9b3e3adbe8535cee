/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/call.h"

#include <string.h>

#include "model/json.h"

void
madaf_answer_free (MadafAnswer *answer)
{
  if (answer->value != NULL)
    answer->free_value (answer->value);
  g_free (answer->etag);
  g_clear_pointer (&answer->bytes, g_bytes_unref);
  g_free (answer);
}

static void
call_clear (gpointer data)
{
  MadafCall *call = data;

  madaf_request_unref (call->request);
  g_free (call->shelf_key);
  g_clear_pointer (&call->kept, madaf_shelf_item_free);
  g_clear_object (&call->clock);
  if (call->member_token != NULL)
    explicit_bzero (call->member_token, strlen (call->member_token));
  g_free (call->member_token);
}

static void
call_unref (gpointer call)
{
  g_atomic_rc_box_release_full (call, call_clear);
}

MadafCall *
madaf_call_new_for_path (MadafCentralClient *self, const MadafCallKind *kind, const char *path)
{
  MadafCall *call = g_atomic_rc_box_new0 (MadafCall);

  call->kind = kind;
  call->request = madaf_central_client_new_request (self, kind->method, path);
  call->clock = g_object_ref (madaf_central_client_get_clock (self));
  if (kind->total_ms != 0)
    call->request->total_ms = kind->total_ms;
  if (kind->shelf != MADAF_CALL_UNKEPT)
    call->shelf_key = g_strconcat (call->request->base_url, " ", path, NULL);

  return call;
}

/* (transfer full) */
static char *
path_of (const MadafCallKind *kind, const char *id)
{
  const char *star = strchr (kind->path, '*');
  GString *path = g_string_new (kind->path);

  if (star != NULL)
    {
      g_string_truncate (path, (gsize)(star - kind->path));
      g_string_append_uri_escaped (path, id, NULL, FALSE);
      g_string_append (path, star + 1);
    }

  return g_string_free (path, FALSE);
}

MadafCall *
madaf_call_new (MadafCentralClient *self, const MadafCallKind *kind, const char *id)
{
  g_autofree char *path = path_of (kind, id);

  return madaf_call_new_for_path (self, kind, path);
}

MadafCall *
madaf_call_new_for_member (MadafCentralClient *self,
                           const MadafCallKind *kind,
                           const char *id,
                           const char *member_token)
{
  g_autofree char *path = path_of (kind, id);

  return madaf_call_new_for_member_path (self, kind, path, member_token);
}

MadafCall *
madaf_call_new_for_member_path (MadafCentralClient *self,
                                const MadafCallKind *kind,
                                const char *path,
                                const char *member_token)
{
  MadafCall *call = madaf_call_new_for_path (self, kind, path);

  madaf_request_unref (call->request);
  call->request = madaf_central_client_new_request_as (self, kind->method, path, member_token);
  if (kind->total_ms != 0)
    call->request->total_ms = kind->total_ms;
  call->member_token = g_strdup (member_token);
  madaf_call_forgo_shelf (call);

  return call;
}

void
madaf_call_forgo_shelf (MadafCall *call)
{
  g_clear_pointer (&call->shelf_key, g_free);
}

static gboolean
has_type (MadafResponse *response, const char *type)
{
  return g_strcmp0 (response->content_type, type) == 0;
}

/* An answer that is no success: the problem it carries, or what its status says when the central could not write one.
 */
static GError *
error_for_response (MadafResponse *response)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (MadafProblem) problem = NULL;

  if (has_type (response, "application/problem+json"))
    {
      gsize length;
      const char *text = g_bytes_get_data (response->body, &length);

      object = madaf_json_parse_object (text != NULL ? text : "", (gssize)length, &madaf_json_limits_answer, &reason);
      if (object != NULL)
        problem = madaf_problem_new_from_json (object, &reason);
    }

  /* Below 500 only the central itself can have said so: a gateway's or a captive portal's page decides nothing. */
  if (problem == NULL && response->status < 500 && response->status != 429)
    return g_error_new (MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA,
                        "Status %d without a problem of the contract%s%s", response->status, reason != NULL ? ": " : "",
                        reason != NULL ? reason->message : "");

  return madaf_client_error_new_for_status (response->status, problem, response->retry_after);
}

static gboolean
read_value (MadafCall *call, MadafResponse *response, MadafAnswer *answer, GError **error)
{
  GBytes *bytes = response->body;

  if (response->status == 204)
    return TRUE;

  if (response->status == 304)
    bytes = call->kept->bytes;
  else if (!g_str_has_prefix (response->content_type != NULL ? response->content_type : "",
                              call->kind->media_type != NULL ? call->kind->media_type : "application/json"))
    {
      g_set_error (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA, "An answer of another type: %s",
                   response->content_type != NULL ? response->content_type : "none");
      return FALSE;
    }

  if (call->kind->decoder != NULL)
    answer->value = madaf_decode_bytes (bytes, call->kind->decoder, error);
  else
    answer->value = g_bytes_ref (bytes);

  return answer->value != NULL;
}

/* In the network thread. */
static gpointer
read_answer (MadafResponse *response, gpointer data, GError **error)
{
  MadafCall *call = data;
  g_autoptr (MadafAnswer) answer = g_new0 (MadafAnswer, 1);
  gboolean unchanged = response->status == 304 && call->kept != NULL;

  answer->free_value = call->kind->free_result;
  if (!unchanged && (response->status < 200 || response->status > 299))
    {
      g_propagate_error (error, error_for_response (response));
      return NULL;
    }
  if (!read_value (call, response, answer, error))
    return NULL;

  answer->etag = g_strdup (response->etag);
  answer->received_us = madaf_clock_now_us (call->clock);
  answer->date_us = response->date_us;
  answer->bytes = unchanged || response->body == NULL ? NULL : g_bytes_ref (response->body);

  return g_steal_pointer (&answer);
}

static void
keep_answer (MadafCentralClient *self, MadafCall *call, MadafAnswer *answer)
{
  MadafShelf *shelf = madaf_central_client_get_shelf (self);

  if (shelf == NULL || call->shelf_key == NULL)
    return;

  if (answer->bytes != NULL)
    madaf_shelf_put (shelf, call->shelf_key, answer->bytes, answer->etag, answer->freshness.as_of_us);
  else
    madaf_shelf_touch (shelf, call->shelf_key, answer->freshness.as_of_us);
}

/* What the shelf has, read in a thread of its own: it may be large. */
static void
read_kept (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MadafCall *call = data;
  g_autoptr (MadafAnswer) answer = g_new0 (MadafAnswer, 1);
  GError *error = NULL;

  answer->free_value = call->kind->free_result;
  answer->freshness = (MadafFreshness){ TRUE, call->kept->as_of_us };
  answer->value = madaf_decode_bytes (call->kept->bytes, call->kind->decoder, &error);
  if (answer->value == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify)madaf_answer_free);
}

/* What a call carries while the shelf is asked in place of the central. */
typedef struct
{
  GTask *task;   /* (owned) of the caller */
  GError *error; /* (owned) why the central is not the one who answers */
} FallBack;

static void
fall_back_free (FallBack *back)
{
  g_clear_error (&back->error);
  g_object_unref (back->task);
  g_free (back);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FallBack, fall_back_free)

static void
on_kept_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FallBack) back = user_data;
  g_autoptr (GError) error = NULL;
  MadafCall *call = g_task_get_task_data (back->task);
  MadafAnswer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (answer != NULL)
    {
      g_task_return_pointer (back->task, answer, (GDestroyNotify)madaf_answer_free);
      return;
    }

  g_message ("What the shelf has cannot be read: %s", error->message);
  madaf_shelf_forget (madaf_central_client_get_shelf (MADAF_CENTRAL_CLIENT (source)), call->shelf_key);
  g_task_return_error (back->task, g_steal_pointer (&back->error));
}

static void
give_kept (FallBack *back)
{
  MadafCentralClient *self = g_task_get_source_object (back->task);
  MadafCall *call = g_task_get_task_data (back->task);
  g_autoptr (GTask) task = NULL;

  if (call->kept == NULL)
    {
      g_task_return_error (back->task, g_steal_pointer (&back->error));
      fall_back_free (back);
      return;
    }

  task = g_task_new (self, NULL, on_kept_read, back);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (call), call_unref);
  g_task_run_in_thread (task, read_kept);
}

static void
on_fallen_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FallBack *back = user_data;
  MadafCall *call = g_task_get_task_data (back->task);

  g_clear_pointer (&call->kept, madaf_shelf_item_free);
  call->kept = madaf_shelf_get_finish (MADAF_SHELF (source), result, NULL);
  give_kept (back);
}

static void
fail_or_fall_back (GTask *task, GError *error)
{
  MadafCentralClient *self = g_task_get_source_object (task);
  MadafCall *call = g_task_get_task_data (task);
  MadafShelf *shelf = madaf_central_client_get_shelf (self);
  FallBack *back;

  if (shelf != NULL && call->shelf_key != NULL
      && g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND))
    madaf_shelf_forget (shelf, call->shelf_key);
  if (shelf == NULL || call->shelf_key == NULL || !madaf_client_error_is_passing (error))
    {
      g_task_return_error (task, error);
      return;
    }

  back = g_new0 (FallBack, 1);
  back->task = g_object_ref (task);
  back->error = error;
  madaf_shelf_get_async (shelf, call->shelf_key, g_task_get_cancellable (task), on_fallen_back, back);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MadafCentralClient *self = g_task_get_source_object (task);
  MadafCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (MadafAnswer) answer = madaf_transport_send_finish (MADAF_TRANSPORT (source), result, &error);

  if (answer == NULL)
    {
      madaf_central_client_note_error (self, error);
      /* Before whoever asked is told: by then it is not their question any more. */
      madaf_central_client_note_member_error (self, call->member_token, error);
      fail_or_fall_back (task, error);
      return;
    }

  madaf_central_client_note_answer (self, answer->date_us, answer->received_us);
  answer->freshness.as_of_us = madaf_central_client_get_now_us (self);
  keep_answer (self, call, answer);
  g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify)madaf_answer_free);
}

static void
send (GTask *task)
{
  MadafCall *call = g_task_get_task_data (task);

  madaf_transport_send_async (madaf_central_client_get_transport (g_task_get_source_object (task)), call->request,
                              read_answer, (GDestroyNotify)madaf_answer_free, g_atomic_rc_box_acquire (call),
                              call_unref, g_task_get_cancellable (task), on_answer, g_object_ref (task));
}

static void
on_kept_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MadafCall *call = g_task_get_task_data (task);

  call->kept = madaf_shelf_get_finish (MADAF_SHELF (source), result, NULL);
  if (call->kept != NULL && call->kept->etag != NULL)
    madaf_request_add_header (call->request, "If-None-Match", call->kept->etag);
  send (task);
}

void
madaf_call_run (MadafCentralClient *self,
                MadafCall *call,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  MadafShelf *shelf = madaf_central_client_get_shelf (self);

  g_task_set_source_tag (task, (gpointer)call->kind);
  g_task_set_task_data (task, call, call_unref);

  if (shelf != NULL && call->shelf_key != NULL && call->kind->shelf == MADAF_CALL_REVALIDATED)
    madaf_shelf_get_async (shelf, call->shelf_key, cancellable, on_kept_known, g_object_ref (task));
  else
    send (task);
}

MadafAnswer *
madaf_call_finish (MadafCentralClient *self, GAsyncResult *result, const MadafCallKind *kind, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == kind, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
madaf_call_finish_value (MadafCentralClient *self,
                         GAsyncResult *result,
                         const MadafCallKind *kind,
                         MadafFreshness *freshness,
                         GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, kind, error);

  if (answer == NULL)
    return NULL;

  if (freshness != NULL)
    *freshness = answer->freshness;
  return g_steal_pointer (&answer->value);
}
