/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/central.h"

#include <errno.h>
#include <string.h>

#include "central/device-file.h"
#include "central/feeds/demo.h"
#include "central/housekeeping.h"
#include "central/http/log.h"
#include "central/http/service.h"
#include "central/send/config.h"
#include "central/send/dispatcher.h"

/* How long what is under way may take when stopping. */
#define FINISH_SECONDS 3
/* Everybody's demo shop has the same things on its shelves. */
#define DEMO_SEED 1

struct _MadafCentral
{
  MadafStore *store;
  MadafClock *clock;
  MadafService *service;
  MadafHousekeeping *housekeeping;
  MadafDispatcher *dispatcher; /* (nullable): atomic; without a sender there is none */
  MadafServer *server;
  MadafServer *control; /* (nullable) */
  MadafDoor front;
  MadafDoor back;
  char *device_token; /* (nullable) */
};

static void
on_committed (gpointer data)
{
  MadafCentral *self = data;
  MadafDispatcher *dispatcher = g_atomic_pointer_get (&self->dispatcher);

  madaf_metrics_count (self->service->metrics, MADAF_COUNTER_COMMITS);
  madaf_streams_notify (self->service->streams);
  if (dispatcher != NULL)
    madaf_dispatcher_notify (dispatcher);
}

static gboolean
start_front (MadafCentral *self, const MadafCentralOptions *options, GError **error)
{
  g_autofree char *certificate = NULL;
  g_autofree char *key = NULL;
  MadafServerOptions server_options = { .listen = options->listen };

  if (options->tls_certificate_file != NULL
      && (!g_file_get_contents (options->tls_certificate_file, &certificate, NULL, error)
          || !g_file_get_contents (options->tls_key_file, &key, NULL, error)))
    return FALSE;
  server_options.tls_certificate = certificate;
  server_options.tls_key = key;
  self->server = madaf_server_start (&server_options, &madaf_service_handler, &self->front, error);
  if (self->server == NULL)
    return FALSE;
  g_atomic_pointer_set (&self->service->servers[0], self->server);
  if (madaf_server_is_exposed (self->server))
    madaf_log_event (MADAF_LOG_WARNING, "plain-http",
                     "Others on the network can read along: no certificate was given. Kiosks refuse to speak to this "
                     "central from another machine.");
  return TRUE;
}

/* Without its control socket a central still serves; only commands beside it do not reach it. */
static void
start_control (MadafCentral *self, const char *database)
{
  g_autofree char *listen = g_strconcat ("unix:", database, "-control", NULL);
  g_autoptr (GError) error = NULL;
  MadafServerOptions options = { .listen = listen, .n_threads = 1, .max_connections = 64 };

  self->control = madaf_server_start (&options, &madaf_service_handler, &self->back, &error);
  if (self->control != NULL)
    g_atomic_pointer_set (&self->service->servers[1], self->control);
  else
    madaf_log_event (MADAF_LOG_WARNING, "no-control-socket", error->message);
}

/* Nothing is done to a database that holds a shop already, the demo's or another. */
static gboolean
fill_demo (MadafCentral *self, const char *folder, GError **error)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (DEMO_SEED);
  gboolean wanted = FALSE;

  if (folder == NULL)
    return TRUE;
  return madaf_demo_is_wanted (self->store, &wanted, error)
         && (!wanted || madaf_demo_fill (self->store, folder, random, self->clock, error));
}

/* Without a sender nothing is sent: the outbox forgets what is out of date. The demo shop shows what it would send, and
 * no other shop ever does, for that would show everybody's codes. */
static gboolean
start_sending (MadafCentral *self, const MadafCentralOptions *options, MadafRandom *random, GError **error)
{
  gboolean is_demo = FALSE;
  MadafSender *sender = NULL;

  if (options->sender_file != NULL && (sender = madaf_send_config_read (options->sender_file, error)) == NULL)
    return FALSE;
  if (sender == NULL && options->demo_folder != NULL && !madaf_demo_is_there (self->store, &is_demo, error))
    return FALSE;
  if (is_demo)
    self->service->demo_outbox = sender = madaf_demo_sender_new ();
  if (sender == NULL)
    return TRUE;
  self->service->can_send = TRUE;
  g_atomic_pointer_set (&self->dispatcher,
                        madaf_dispatcher_start (self->store, self->clock, random, sender, self->service->public_url));
  return TRUE;
}

MadafCentral *
madaf_central_start (const MadafCentralOptions *options, GError **error)
{
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  MadafStore *store = madaf_store_open (options->database, error);
  MadafCentral *self;

  if (store == NULL)
    return NULL;
  self = g_new0 (MadafCentral, 1);
  self->store = store;
  self->clock = madaf_clock_new_system ();
  self->service = madaf_service_new (store, self->clock, random, options->public_url);
  self->front.service = self->back.service = self->service;
  self->back.is_control = TRUE;
  madaf_store_set_committed (store, on_committed, self);
  if (!fill_demo (self, options->demo_folder, error) || !start_sending (self, options, random, error)
      || (options->with_device
          && !madaf_device_file_get_token (options->database, store, self->clock, random, &self->device_token, error))
      || !start_front (self, options, error))
    {
      madaf_central_stop (self);
      return NULL;
    }
  start_control (self, options->database);
  self->housekeeping = madaf_housekeeping_start (
      store, self->clock, self->service->can_send && self->service->public_url != NULL ? random : NULL);
  return self;
}

static guint
count (MadafCentral *self, guint (*counter) (MadafServer *))
{
  return (self->server != NULL ? counter (self->server) : 0) + (self->control != NULL ? counter (self->control) : 0);
}

/* Waits until nothing is under way, but for no longer than a supervisor has patience; who waits for the writer is
 * always waited for, because the answer is certain to come. */
static void
finish (MadafCentral *self)
{
  gint64 deadline = g_get_monotonic_time () + FINISH_SECONDS * G_TIME_SPAN_SECOND;

  while (count (self, madaf_server_count_waiting) > 0
         || (count (self, madaf_server_count_under_way) > 0 && g_get_monotonic_time () < deadline))
    g_usleep (2000);
}

void
madaf_central_stop (MadafCentral *self)
{
  if (self == NULL)
    return;
  if (self->server != NULL)
    madaf_server_quiesce (self->server);
  if (self->control != NULL)
    madaf_server_quiesce (self->control);
  madaf_housekeeping_stop (self->housekeeping);
  madaf_streams_close_all (self->service->streams);
  finish (self);
  madaf_server_stop (self->server);
  madaf_server_stop (self->control);
  madaf_dispatcher_stop (self->dispatcher);
  madaf_store_close (self->store);
  madaf_dispatcher_free (self->dispatcher);
  madaf_service_free (self->service);
  g_object_unref (self->clock);
  g_free (self->device_token);
  g_free (self);
}

const char *
madaf_central_get_address (MadafCentral *self)
{
  return madaf_server_get_address (self->server);
}

const char *
madaf_central_get_device_token (MadafCentral *self)
{
  return self->device_token;
}
