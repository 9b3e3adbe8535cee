/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/connection.h"

#include "central/central.h"
#include "central/feeds/demo.h"
#include "kiosk/identity.h"

#include <errno.h>
#include <glib/gstdio.h>

/* One central, wherever it is. */

struct _MadafConnection
{
  GObject parent_instance;

  MadafCentralClient *client;
  MadafIdentity *identity;
  MadafCentral *inside; /* (nullable) */
  GCancellable *cancellable;
  char *data_dir;
  char *socket;  /* (nullable): of the one inside */
  char *address; /* (nullable): of one somewhere else */
};

G_DEFINE_FINAL_TYPE (MadafConnection, madaf_connection, G_TYPE_OBJECT)

enum
{
  SIGNAL_READY,
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_known (MadafConnection *self, const char *branch_id)
{
  g_signal_emit (self, signals[SIGNAL_READY], 0, branch_id);
}

/* The log has the reason in full. */
static void
report (MadafConnection *self, MadafTrouble trouble)
{
  g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, (int)trouble);
}

static void
start_inside (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MadafConnection *self = MADAF_CONNECTION (source);
  g_autofree char *database = g_build_filename (self->data_dir, "shop.sqlite", NULL);
  g_autofree char *listen = g_strconcat ("unix:", self->socket, NULL);
  MadafCentralOptions options
      = { .database = database, .listen = listen, .with_device = TRUE, .demo_folder = madaf_demo_get_folder () };
  g_autoptr (GError) error = NULL;
  MadafCentral *central = madaf_central_start (&options, &error);

  if (central == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, central, (GDestroyNotify)madaf_central_stop);
}

static void
on_inside_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MadafConnection *self = MADAF_CONNECTION (source);
  g_autoptr (GError) error = NULL;
  const char *token;

  self->inside = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->inside == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      g_warning ("The shop inside did not start: %s", error->message);
      report (self, MADAF_TROUBLE_INSIDE);
      return;
    }
  token = madaf_central_get_device_token (self->inside);
  /* Without a branch there is nowhere for a device to stand. */
  if (token == NULL)
    on_known (self, NULL);
  else
    madaf_identity_use_token (self->identity, token);
}

static void
madaf_connection_dispose (GObject *object)
{
  MadafConnection *self = MADAF_CONNECTION (object);

  madaf_connection_stop (self);
  g_clear_object (&self->identity);
  g_clear_object (&self->client);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->socket, g_free);
  g_clear_pointer (&self->address, g_free);
  G_OBJECT_CLASS (madaf_connection_parent_class)->dispose (object);
}

static void
madaf_connection_class_init (MadafConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_connection_dispose;
  signals[SIGNAL_READY] = g_signal_new ("ready", MADAF_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TROUBLE] = g_signal_new ("trouble", MADAF_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
madaf_connection_init (MadafConnection *self)
{
  self->cancellable = g_cancellable_new ();
}

static char *
make_socket_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "madaf", NULL);
  g_autofree char *name = g_strdup_printf ("%d.sock", (int)getpid ());

  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_warning ("%s: %s", folder, g_strerror (errno));
  return g_build_filename (folder, name, NULL);
}

static MadafCentralClient *
make_client (MadafConnection *self, const char *ca_file)
{
  g_autoptr (MadafTransport) transport = madaf_transport_new (NULL, ca_file);
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  g_autofree char *path = g_build_filename (self->data_dir, "shelf.sqlite", NULL);
  g_autoptr (MadafShelf) shelf = madaf_shelf_new (path, MADAF_SHELF_PICTURE_BYTES, clock);
  g_autofree char *base = self->address != NULL ? g_strdup (self->address) : g_strconcat ("unix:", self->socket, NULL);

  return madaf_central_client_new (base, transport, shelf, clock);
}

static MadafIdentity *
make_identity (MadafConnection *self)
{
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  g_autofree char *path = g_build_filename (self->data_dir, "enrolment", NULL);
  MadafIdentity *identity = madaf_identity_new (self->client, random, path);

  g_signal_connect_object (identity, "known", G_CALLBACK (on_known), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (identity, "trouble", G_CALLBACK (report), self, G_CONNECT_SWAPPED);
  return identity;
}

MadafConnection *
madaf_connection_new (const char *url, const char *ca_file, const char *data_dir)
{
  MadafConnection *self = g_object_new (MADAF_TYPE_CONNECTION, NULL);

  self->data_dir = data_dir != NULL ? g_strdup (data_dir) : g_build_filename (g_get_user_data_dir (), "madaf", NULL);
  if (g_mkdir_with_parents (self->data_dir, 0700) != 0)
    g_warning ("%s: %s", self->data_dir, g_strerror (errno));
  self->address = g_strdup (url);
  if (url == NULL)
    self->socket = make_socket_path ();
  self->client = make_client (self, ca_file);
  self->identity = make_identity (self);
  return self;
}

MadafCentralClient *
madaf_connection_get_client (MadafConnection *self)
{
  return self->client;
}

const char *
madaf_connection_get_data_dir (MadafConnection *self)
{
  return self->data_dir;
}

static gboolean
has_safe_address (MadafConnection *self)
{
  g_autoptr (GError) error = NULL;

  if (madaf_transport_check_url (self->address, &error))
    return TRUE;
  g_warning ("The central: %s", error->message);
  report (self, MADAF_TROUBLE_ADDRESS);
  return FALSE;
}

void
madaf_connection_start (MadafConnection *self, const char *code)
{
  if (self->socket != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_inside_started, NULL);

      g_task_run_in_thread (task, start_inside);
    }
  else if (!has_safe_address (self))
    return;
  else if (code != NULL)
    madaf_identity_enrol (self->identity, code);
  else
    madaf_identity_load (self->identity);
}

void
madaf_connection_stop (MadafConnection *self)
{
  g_cancellable_cancel (self->cancellable);
  madaf_identity_stop (self->identity);
  if (self->inside == NULL)
    return;
  madaf_central_stop (g_steal_pointer (&self->inside));
  g_unlink (self->socket);
}
