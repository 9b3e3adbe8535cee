/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/connection.h"

#include "central/central.h"
#include "central/feeds/demo.h"
#include "model/branch.h"

#include <errno.h>
#include <glib/gstdio.h>

/* One central, wherever it is. */

struct _MadafConnection
{
  GObject parent_instance;

  MadafCentralClient *client;
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

/* The log has the reason in full. */
static void
report (MadafConnection *self, MadafTrouble trouble)
{
  g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, (int)trouble);
}

static char *
enrolment_path (MadafConnection *self)
{
  return g_build_filename (self->data_dir, "enrolment", NULL);
}

static void
use_enrolment (MadafConnection *self, MadafEnrolment *enrolment)
{
  madaf_central_client_set_token (self->client, madaf_enrolment_get_token (enrolment));
  g_signal_emit (self, signals[SIGNAL_READY], 0, madaf_enrolment_get_branch_id (enrolment));
}

static void
on_enrolled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafConnection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = enrolment_path (self);
  g_autoptr (MadafEnrolment) enrolment
      = madaf_central_client_enrol_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (enrolment == NULL)
    {
      g_warning ("Enrolment: %s", error->message);
      report (self, MADAF_TROUBLE_ENROLMENT);
      return;
    }
  if (!madaf_enrolment_save (enrolment, path, &error))
    g_warning ("Enrolment is not kept: %s", error->message);
  use_enrolment (self, enrolment);
}

static void
load_enrolment (MadafConnection *self)
{
  g_autofree char *path = enrolment_path (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafEnrolment) enrolment = madaf_enrolment_load (path, &error);

  if (enrolment != NULL)
    {
      use_enrolment (self, enrolment);
      return;
    }
  g_warning ("This kiosk is not enrolled (%s); start it once with --enrol CODE", error->message);
  report (self, MADAF_TROUBLE_NOT_ENROLLED);
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

/* The demo shop has many branches; this screen stands in the first unless --branch says otherwise. */
static void
on_branches (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafConnection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) branches
      = madaf_central_client_list_branches_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);
  g_autoptr (MadafBranch) first = branches != NULL ? g_list_model_get_item (branches, 0) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_warning ("The branches of the shop inside: %s", error->message);
  g_signal_emit (self, signals[SIGNAL_READY], 0, first != NULL ? madaf_branch_get_id (first) : NULL);
}

static void
on_inside_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MadafConnection *self = MADAF_CONNECTION (source);
  g_autoptr (GError) error = NULL;

  self->inside = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->inside == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      g_warning ("The shop inside did not start: %s", error->message);
      report (self, MADAF_TROUBLE_INSIDE);
      return;
    }
  madaf_central_client_set_token (self->client, madaf_central_get_device_token (self->inside));
  madaf_central_client_list_branches_async (self->client, self->cancellable, on_branches, g_object_ref (self));
}

static void
madaf_connection_dispose (GObject *object)
{
  MadafConnection *self = MADAF_CONNECTION (object);

  madaf_connection_stop (self);
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

MadafConnection *
madaf_connection_new (const char *url, const char *data_dir)
{
  MadafConnection *self = g_object_new (MADAF_TYPE_CONNECTION, NULL);
  g_autoptr (MadafTransport) transport = madaf_transport_new (NULL, NULL);
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  g_autoptr (MadafShelf) shelf = NULL;
  g_autofree char *shelf_path = NULL;
  g_autofree char *base = NULL;

  self->data_dir = data_dir != NULL ? g_strdup (data_dir) : g_build_filename (g_get_user_data_dir (), "madaf", NULL);
  if (g_mkdir_with_parents (self->data_dir, 0700) != 0)
    g_warning ("%s: %s", self->data_dir, g_strerror (errno));
  shelf_path = g_build_filename (self->data_dir, "shelf.sqlite", NULL);
  shelf = madaf_shelf_new (shelf_path, MADAF_SHELF_PICTURE_BYTES, clock);
  self->address = g_strdup (url);
  if (url == NULL)
    self->socket = make_socket_path ();
  base = url != NULL ? g_strdup (url) : g_strconcat ("unix:", self->socket, NULL);
  self->client = madaf_central_client_new (base, transport, shelf, clock);
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
    madaf_central_client_enrol_async (self->client, code, g_get_host_name (), self->cancellable, on_enrolled,
                                      g_object_ref (self));
  else
    load_enrolment (self);
}

void
madaf_connection_stop (MadafConnection *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->inside == NULL)
    return;
  madaf_central_stop (g_steal_pointer (&self->inside));
  g_unlink (self->socket);
}
