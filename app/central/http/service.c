/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/service.h"

#include <string.h>

#include "central/http/link-page.h"
#include "central/http/log.h"
#include "central/http/page.h"
#include "central/http/precheck.h"
#include "central/http/routes.h"
#include "central/shop/error.h"
#include "central/shop/idempotency.h"
#include "model/json.h"
#include "model/time.h"

/* Writes that may wait for the writer; one more is told to come back. */
#define WRITER_QUEUE_LIMIT 4000
/* Wrong collection codes that a device may try within an hour. */
#define GUESSES_PER_HOUR 20
/* Wrong user codes that are looked at from one address, where many shoppers may be behind one. With all of a chain's
 * screens waiting at once, a guesser hits one in some hundred days. */
#define WRONG_USER_CODES_PER_MINUTE 100
/* Sign-ins that one device may begin: more than one a minute is no shopper. */
#define SIGN_INS_PER_HOUR 120
/* Ready documents: all of a shop of some thousand products. */
#define CACHE_BYTES (64 * 1024 * 1024)
/* Devices known without looking: all kiosks of a large retailer. */
#define KNOWN_DEVICES 10000

MadafService *
madaf_service_new (MadafStore *store, MadafClock *clock, MadafRandom *random, const char *public_url)
{
  MadafService *self = g_new0 (MadafService, 1);
  const char **patterns = g_new0 (const char *, madaf_n_routes);

  for (guint i = 0; i < madaf_n_routes; i++)
    patterns[i] = g_strdup_printf ("%s %s", madaf_routes[i].method, madaf_routes[i].pattern);
  self->patterns = patterns;
  self->store = store;
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->public_url = g_strdup (public_url);
  self->metrics = madaf_metrics_new (patterns, madaf_n_routes);
  self->router = madaf_router_new (madaf_routes, madaf_n_routes);
  self->user_codes = madaf_limiter_new (WRONG_USER_CODES_PER_MINUTE, G_TIME_SPAN_MINUTE);
  self->sign_ins = madaf_limiter_new (SIGN_INS_PER_HOUR, MADAF_TIME_HOUR);
  self->guesses = madaf_limiter_new (GUESSES_PER_HOUR, MADAF_TIME_HOUR);
  self->card_guesses = madaf_limiter_new (GUESSES_PER_HOUR, MADAF_TIME_HOUR);
  self->seen = madaf_limiter_new (1, MADAF_SEEN_EVERY);
  self->cache = madaf_cache_new (CACHE_BYTES);
  self->devices = madaf_devices_new (KNOWN_DEVICES);
  self->streams = madaf_streams_new (store, self->metrics, self->cache);
  while (self->public_url != NULL && g_str_has_suffix (self->public_url, "/"))
    self->public_url[strlen (self->public_url) - 1] = '\0';
  return self;
}

void
madaf_service_free (MadafService *self)
{
  if (self == NULL)
    return;
  madaf_streams_free (self->streams);
  madaf_cache_free (self->cache);
  madaf_devices_free (self->devices);
  madaf_limiter_free (self->user_codes);
  madaf_limiter_free (self->sign_ins);
  madaf_limiter_free (self->guesses);
  madaf_limiter_free (self->card_guesses);
  madaf_limiter_free (self->seen);
  madaf_router_free (self->router);
  madaf_metrics_free (self->metrics);
  for (guint i = 0; i < madaf_n_routes; i++)
    g_free ((char *)self->patterns[i]);
  g_free ((char **)self->patterns);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_free (self->public_url);
  g_free (self);
}

static MadafReply *
explain_shop (const GError *error)
{
  MadafReply *reply;

  switch ((MadafShopError)error->code)
    {
    case MADAF_SHOP_ERROR_NOT_FOUND:
    case MADAF_SHOP_ERROR_GONE:
      return madaf_problem_reply (MADAF_PROBLEM_NOT_FOUND, NULL);
    case MADAF_SHOP_ERROR_WRONG_STATE:
      return madaf_problem_reply (MADAF_PROBLEM_NOT_CANCELLABLE, NULL);
    case MADAF_SHOP_ERROR_NONE_TO_BRING:
      return madaf_problem_reply (MADAF_PROBLEM_NONE_TO_BRING, NULL);
    case MADAF_SHOP_ERROR_ASKED_ALREADY:
      return madaf_problem_reply (MADAF_PROBLEM_ASKED_ALREADY, NULL);
    case MADAF_SHOP_ERROR_TOO_MANY_OPEN:
      return madaf_problem_reply (MADAF_PROBLEM_TOO_MANY_OPEN, NULL);
    case MADAF_SHOP_ERROR_PAST_STATE:
      return madaf_problem_reply (MADAF_PROBLEM_PAST_STATE, NULL);
    case MADAF_SHOP_ERROR_VERSION:
      return madaf_problem_reply (MADAF_PROBLEM_PRECONDITION_FAILED, NULL);
    case MADAF_SHOP_ERROR_KEY_REUSED:
      return madaf_problem_reply (MADAF_PROBLEM_KEY_REUSED, NULL);
    case MADAF_SHOP_ERROR_WRONG_CODE:
      return madaf_problem_reply (MADAF_PROBLEM_ENROLMENT_CODE, NULL);
    case MADAF_SHOP_ERROR_REVOKED:
      return madaf_problem_reply (MADAF_PROBLEM_UNAUTHORIZED, NULL);
    case MADAF_SHOP_ERROR_TOO_MANY_TRIES:
      reply = madaf_problem_reply (MADAF_PROBLEM_TOO_MANY, NULL);
      reply->retry_after = 60;
      return reply;
    case MADAF_SHOP_ERROR_INVALID:
    case MADAF_SHOP_ERROR_CANNOT_COLLECT:
    case MADAF_SHOP_ERROR_CANNOT_SHIP:
      return madaf_problem_reply (MADAF_PROBLEM_INVALID_FIELD, error->message);
    default:
      g_warning ("no answer for a refusal of the shop: %s", error->message);
      return madaf_problem_reply (MADAF_PROBLEM_INTERNAL, NULL);
    }
}

MadafReply *
madaf_service_explain (const GError *error)
{
  MadafReply *reply;

  if (error->domain == MADAF_SHOP_ERROR)
    return explain_shop (error);
  if (g_error_matches (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_FULL))
    reply = madaf_problem_reply (MADAF_PROBLEM_STORAGE_FULL, NULL);
  else if (g_error_matches (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_BUSY)
           || g_error_matches (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_STOPPED))
    {
      reply = madaf_problem_reply (MADAF_PROBLEM_UNAVAILABLE, NULL);
      reply->retry_after = 2;
    }
  else
    reply = madaf_problem_reply (MADAF_PROBLEM_INTERNAL, NULL);
  madaf_log_event (MADAF_LOG_ERROR, "store-refused", error->message);
  return reply;
}

/* What a handler left: its own answer, refused fields, or an error. */
static void
settle (MadafRequest *request, const GError *error)
{
  if (request->reply != NULL)
    return;
  if (madaf_request_has_refused (request))
    request->reply = madaf_request_make_refusal (request, NULL);
  else if (error != NULL)
    request->reply = madaf_service_explain (error);
  else
    request->reply = madaf_problem_reply (MADAF_PROBLEM_INTERNAL, NULL);
}

/* Our problems are for programs; people at a page get one that says the same. */
static void
settle_page (MadafRequest *request)
{
  guint status = request->reply->status;
  guint retry_after = request->reply->retry_after;

  if (status < 500 || !g_str_has_prefix (request->route->pattern, "/link")
      || g_strcmp0 (request->reply->media_type, MADAF_PROBLEM_MEDIA_TYPE) != 0)
    return;
  madaf_reply_free (request->reply);
  request->reply = madaf_page_reply (status, madaf_link_page_format_unavailable (request->accept_language), FALSE);
  request->reply->retry_after = retry_after;
}

static const char *
keep_header (MadafRequest *request, guint slot, const char *name)
{
  request->headers[slot] = g_strdup (madaf_exchange_get_header (request->exchange, name));
  return request->headers[slot];
}

static MadafReply *
find_route (MadafRequest *request)
{
  MadafService *self = request->service;
  const char *method = madaf_exchange_get_method (request->exchange);
  MadafReply *reply = NULL;
  MadafMatch match;

  request->route_index = madaf_n_routes;
  switch (madaf_target_parse (madaf_exchange_get_target (request->exchange), &request->target))
    {
    case MADAF_TARGET_BAD:
      reply = madaf_problem_reply (MADAF_PROBLEM_BAD_REQUEST, "The path or the query cannot be decoded.");
      reply->close = TRUE;
      return reply;
    case MADAF_TARGET_NO_ROUTE:
      return madaf_problem_reply (MADAF_PROBLEM_NOT_FOUND, NULL);
    default:
      break;
    }
  madaf_router_match (self->router, method, &request->target, &match);
  if (!match.path_known)
    return madaf_problem_reply (MADAF_PROBLEM_NOT_FOUND, NULL);
  if (match.route == madaf_n_routes)
    {
      reply = strcmp (method, "OPTIONS") == 0 ? madaf_reply_new (204, NULL, NULL, 0)
                                              : madaf_problem_reply (MADAF_PROBLEM_METHOD, NULL);
      reply->allow = match.allow;
      return reply;
    }
  request->route_index = match.route;
  request->route = &madaf_routes[match.route];
  memcpy (request->parameters, match.parameters, sizeof request->parameters);
  return NULL;
}

static gboolean
run_auth (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafRequest *request = data;

  /* A refusal is an answer, not a failure of the store. */
  return madaf_auth_check (request, transaction, error) || request->reply != NULL;
}

static MadafReply *
begin (MadafExchange *exchange, gpointer data)
{
  const MadafDoor *door = data;
  MadafRequest *request = madaf_http_request_new (door->service, exchange);
  g_autoptr (GError) error = NULL;
  MadafReply *reply;

  madaf_exchange_set_data (exchange, request);
  request->now_us = madaf_clock_now_us (door->service->clock);
  request->role = door->is_control ? MADAF_ROLE_OPERATOR : MADAF_ROLE_PUBLIC;
  reply = find_route (request);
  if (reply != NULL)
    return reply;
  request->key = keep_header (request, 0, "Idempotency-Key");
  request->if_match = keep_header (request, 1, "If-Match");
  request->if_none_match = keep_header (request, 2, "If-None-Match");
  if (request->route->roles & MADAF_ROLE_PUBLIC)
    {
      request->cookies = keep_header (request, 3, "Cookie");
      request->origin = keep_header (request, 4, "Origin");
      request->host = keep_header (request, 5, "Host");
      request->accept_language = keep_header (request, 6, "Accept-Language");
    }
  /* Reads ask who is there in the same snapshot that they answer from; who sends a body is asked before it is read. */
  if ((request->route->kind == MADAF_ROUTE_WRITE || request->route->body != MADAF_BODY_NONE)
      && !madaf_store_read (door->service->store, run_auth, request, &error) && request->reply == NULL)
    request->reply = madaf_service_explain (error);
  if (request->reply == NULL)
    request->reply = madaf_precheck_headers (request);
  return g_steal_pointer (&request->reply);
}

/* FALSE with request->reply saying what is wrong with the body. */
static gboolean
read_body (MadafRequest *request)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = madaf_exchange_get_body (request->exchange, &length);

  request->body_bytes = g_bytes_new (text, length);
  if (request->route->body == MADAF_BODY_NONE)
    return TRUE;
  if (request->route->body == MADAF_BODY_FORM)
    {
      request->form = madaf_form_parse (text, length);
      if (request->form == NULL)
        madaf_request_answer_problem (request, MADAF_PROBLEM_BAD_REQUEST, "The form cannot be read.");
      return request->form != NULL;
    }
  request->body = madaf_json_parse_object (text, (gssize)length, NULL, &error);
  if (request->body != NULL)
    return TRUE;
  if (g_error_matches (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TOO_LARGE))
    madaf_request_answer_problem (request, MADAF_PROBLEM_TOO_LARGE, NULL);
  else
    madaf_request_answer_problem (request, MADAF_PROBLEM_BAD_REQUEST, error->message);
  return FALSE;
}

static gboolean
run_read (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafRequest *request = data;

  if (!madaf_auth_check (request, transaction, error))
    return request->reply != NULL;
  if (!madaf_precheck_query (request))
    return TRUE;
  if (request->route->kind == MADAF_ROUTE_STREAM)
    return TRUE;
  return request->route->handler (request, transaction, error);
}

static gboolean
run_handler (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafRequest *request = data;
  gboolean kept = request->route->handler (request, transaction, error);

  if (!kept && error != NULL && *error == NULL)
    g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID, "The request was refused.");
  return kept;
}

/* Runs the handler so that its refusal undoes only what it did itself. FALSE only when the store failed. */
static gboolean
attempt (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (madaf_transaction_attempt (transaction, run_handler, request, &local_error))
    return TRUE;
  if (local_error->domain == MADAF_STORE_ERROR)
    {
      g_clear_pointer (&request->reply, madaf_reply_free);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  settle (request, local_error);
  return TRUE;
}

static void
replay (MadafRequest *request, const MadafKeptAnswer *answer)
{
  request->reply = madaf_reply_new ((guint)answer->status, answer->content_type, NULL, 0);
  request->reply->body = answer->body != NULL ? g_bytes_ref (answer->body) : NULL;
  request->reply->location = g_strdup (answer->location);
  request->reply->etag = g_strdup (answer->etag);
  request->reply->replayed = TRUE;
  madaf_metrics_count (request->service->metrics, MADAF_COUNTER_REPLAYS);
}

/* An order is sent until it is answered, also when the member has gone meanwhile and their token with them. */
static gboolean
is_order (const MadafRequest *request)
{
  return g_str_equal (request->route->pattern, "/v1/orders");
}

/* Whose keys these are: a member's are their own, so that nobody else on the same screen is given their answers; but
 * for orders, which are those of the device that sends them. */
static const char *
get_key_owner (const MadafRequest *request)
{
  if (request->member_id != NULL && !(is_order (request) && request->device_id != NULL))
    return request->member_id;
  return request->device_id != NULL ? request->device_id : "";
}

static gboolean
keep_answer (MadafRequest *request, MadafTransaction *transaction, const char *route, GError **error)
{
  const MadafReply *reply = request->reply;
  MadafKeptAnswer answer = {
    (int)reply->status, reply->media_type, reply->location, reply->etag, reply->body,
  };

  return madaf_idempotency_keep (transaction, request->key, route, get_key_owner (request), request->body_bytes,
                                 &answer, request->now_us, error);
}

static gboolean
run_keyed (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafRequest *request = data;
  g_auto (MadafKeptAnswer) answer = { 0 };
  g_autofree char *route
      = g_strconcat (request->route->pattern, " ", request->parameters[0] != NULL ? request->parameters[0] : "", NULL);
  MadafKeyResult result;

  if (!madaf_idempotency_look_up (transaction, request->key, route, get_key_owner (request), request->body_bytes,
                                  &result, &answer, error))
    return FALSE;
  if (result == MADAF_KEY_KNOWN)
    replay (request, &answer);
  else if (result == MADAF_KEY_DIFFERENT)
    request->reply = madaf_problem_reply (MADAF_PROBLEM_KEY_REUSED, NULL);
  else
    return attempt (request, transaction, error) && keep_answer (request, transaction, route, error);
  return TRUE;
}

static gboolean
run_write (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafRequest *request = data;

  return request->route->needs_key ? run_keyed (transaction, data, error) : attempt (request, transaction, error);
}

/* On the writer's thread, after the COMMIT. */
static void
on_written (const GError *error, gpointer data)
{
  MadafRequest *request = data;

  if (error != NULL)
    {
      g_clear_pointer (&request->reply, madaf_reply_free);
      request->reply = madaf_service_explain (error);
    }
  else if (request->committed != NULL)
    request->committed (request);
  settle (request, error);
  settle_page (request);
  madaf_exchange_reply (request->exchange, g_steal_pointer (&request->reply));
}

static void
handle_read (MadafRequest *request)
{
  g_autoptr (GError) error = NULL;

  request->generation = madaf_cache_get_generation (request->service->cache);
  if (request->route->body != MADAF_BODY_NONE && !read_body (request))
    {
      madaf_exchange_reply (request->exchange, g_steal_pointer (&request->reply));
      return;
    }
  if (madaf_store_read (request->service->store, run_read, request, &error) && request->reply == NULL
      && !madaf_request_has_refused (request) && request->route->kind == MADAF_ROUTE_STREAM
      && request->route->handler (request, NULL, &error))
    return;
  settle (request, error);
  settle_page (request);
  madaf_exchange_reply (request->exchange, g_steal_pointer (&request->reply));
}

static void
handle_write (MadafRequest *request)
{
  MadafService *self = request->service;

  if (!read_body (request) || !madaf_precheck_query (request))
    settle (request, NULL);
  else if (madaf_store_get_queue_length (self->store) > WRITER_QUEUE_LIMIT)
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_UNAVAILABLE, "Too many are writing; ask again.");
      request->reply->retry_after = 1;
    }
  else
    {
      madaf_exchange_wait (request->exchange);
      madaf_store_write_async (self->store, run_write, request, on_written, request);
      return;
    }
  settle_page (request);
  madaf_exchange_reply (request->exchange, g_steal_pointer (&request->reply));
}

static void
handle (MadafExchange *exchange, gpointer data)
{
  MadafRequest *request = madaf_exchange_get_data (exchange);

  if (request->route->kind == MADAF_ROUTE_WRITE)
    handle_write (request);
  else
    handle_read (request);
}

static void
done (MadafExchange *exchange, guint status, gint64 duration_us, gpointer data)
{
  const MadafDoor *door = data;
  MadafRequest *request = madaf_exchange_get_data (exchange);

  /* Without a request the gate refused. */
  madaf_metrics_count_request (door->service->metrics, request != NULL ? request->route_index : madaf_n_routes, status,
                               duration_us);
  if (madaf_log_wants (MADAF_LOG_INFO) || status >= 500)
    madaf_log_request (request != NULL ? request->id : NULL,
                       request != NULL ? madaf_exchange_get_method (exchange) : NULL,
                       request != NULL && request->route != NULL ? request->route->pattern : NULL, status, duration_us);
  madaf_request_free (request);
}

const MadafServerHandler madaf_service_handler = { begin, handle, done };
