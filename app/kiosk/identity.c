/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/identity.h"

#include "client/backoff.h"

/* Who this kiosk is. */

struct _MadafIdentity
{
  GObject parent_instance;

  MadafCentralClient *client; /* (owned) */
  MadafRandom *random;        /* (owned) */
  GCancellable *cancellable;  /* (owned) */
  char *path;                 /* (owned) */
  char *code;                 /* (owned) (nullable): still to be used */
  MadafEnrolment *enrolment;  /* (owned) (nullable): what the file has */
  MadafBackoff backoff;
  guint timer; /* until the next try */
};

G_DEFINE_FINAL_TYPE (MadafIdentity, madaf_identity, G_TYPE_OBJECT)

enum
{
  SIGNAL_KNOWN,
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void try_now (MadafIdentity *self);

static void
report (MadafIdentity *self, MadafTrouble trouble)
{
  g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, (int)trouble);
}

static gboolean
on_time (gpointer user_data)
{
  MadafIdentity *self = user_data;

  self->timer = 0;
  try_now (self);
  return G_SOURCE_REMOVE;
}

static void
try_later (MadafIdentity *self, const GError *error)
{
  int delay_ms = madaf_backoff_next_ms (&self->backoff, self->random);

  delay_ms = MAX (delay_ms, 1000 * madaf_client_error_get_retry_after (error));
  g_message ("The central did not say who this kiosk is, and is asked again: %s", error->message);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint)delay_ms, on_time, self);
}

/* A certificate may become a good one: it is renewed, or a clock that was wrong since the power was cut is set. */
static gboolean
may_pass (const GError *error)
{
  return madaf_client_error_is_passing (error)
         || g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_INSECURE);
}

static void
keep (MadafIdentity *self, MadafEnrolment *enrolment)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->enrolment, madaf_enrolment_unref);
  self->enrolment = madaf_enrolment_ref (enrolment);
  if (!madaf_enrolment_save (enrolment, self->path, &error))
    g_warning ("Enrolment is not kept: %s", error->message);
}

static void
use_enrolment (MadafIdentity *self)
{
  madaf_central_client_set_token (self->client, madaf_enrolment_get_token (self->enrolment));
  g_signal_emit (self, signals[SIGNAL_KNOWN], 0, madaf_enrolment_get_branch_id (self->enrolment));
}

/* The code is used up, and the central has just said everything there is to know. */
static void
on_enrolled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafIdentity) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafEnrolment) enrolment
      = madaf_central_client_enrol_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (enrolment != NULL)
    {
      g_clear_pointer (&self->code, g_free);
      keep (self, enrolment);
      report (self, MADAF_TROUBLE_NONE);
      use_enrolment (self);
      return;
    }
  if (may_pass (error))
    {
      report (self, madaf_client_error_is_passing (error) ? MADAF_TROUBLE_AWAY : MADAF_TROUBLE_CERTIFICATE);
      try_later (self, error);
      return;
    }
  g_warning ("Enrolment: %s", error->message);
  report (self, MADAF_TROUBLE_ENROLMENT);
}

static void
take_device (MadafIdentity *self, MadafOwnDevice *device)
{
  const char *branch_id = madaf_own_device_get_branch_id (device);
  g_autoptr (MadafEnrolment) moved = NULL;

  if (self->enrolment != NULL)
    {
      if (g_str_equal (madaf_enrolment_get_branch_id (self->enrolment), branch_id))
        return;
      moved = madaf_enrolment_move (self->enrolment, branch_id);
      keep (self, moved);
    }
  g_signal_emit (self, signals[SIGNAL_KNOWN], 0, branch_id);
}

static void
on_device (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafIdentity) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOwnDevice) device
      = madaf_central_client_get_own_device_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (device != NULL)
    take_device (self, device);
  else if (may_pass (error))
    try_later (self, error);
  else
    {
      g_warning ("The central does not know this kiosk (%s); enrol it again with --enrol CODE", error->message);
      report (self, MADAF_TROUBLE_NOT_ENROLLED);
    }
}

static void
try_now (MadafIdentity *self)
{
  if (self->code != NULL)
    madaf_central_client_enrol_async (self->client, self->code, g_get_host_name (), self->cancellable, on_enrolled,
                                      g_object_ref (self));
  else
    madaf_central_client_get_own_device_async (self->client, self->cancellable, on_device, g_object_ref (self));
}

static void
madaf_identity_dispose (GObject *object)
{
  MadafIdentity *self = MADAF_IDENTITY (object);

  madaf_identity_stop (self);
  g_clear_object (&self->client);
  g_clear_object (&self->random);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->enrolment, madaf_enrolment_unref);
  G_OBJECT_CLASS (madaf_identity_parent_class)->dispose (object);
}

static void
madaf_identity_class_init (MadafIdentityClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_identity_dispose;
  signals[SIGNAL_KNOWN] = g_signal_new ("known", MADAF_TYPE_IDENTITY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TROUBLE] = g_signal_new ("trouble", MADAF_TYPE_IDENTITY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
madaf_identity_init (MadafIdentity *self)
{
  self->cancellable = g_cancellable_new ();
}

MadafIdentity *
madaf_identity_new (MadafCentralClient *client, MadafRandom *random, const char *path)
{
  MadafIdentity *self = g_object_new (MADAF_TYPE_IDENTITY, NULL);

  self->client = g_object_ref (client);
  self->random = g_object_ref (random);
  self->path = g_strdup (path);
  return self;
}

void
madaf_identity_load (MadafIdentity *self)
{
  g_autoptr (GError) error = NULL;

  self->enrolment = madaf_enrolment_load (self->path, &error);
  if (self->enrolment == NULL)
    {
      g_warning ("This kiosk is not enrolled (%s); start it once with --enrol CODE", error->message);
      report (self, MADAF_TROUBLE_NOT_ENROLLED);
      return;
    }
  use_enrolment (self);
  try_now (self);
}

void
madaf_identity_enrol (MadafIdentity *self, const char *code)
{
  self->code = g_strdup (code);
  try_now (self);
}

void
madaf_identity_use_token (MadafIdentity *self, const char *token)
{
  madaf_central_client_set_token (self->client, token);
  try_now (self);
}

void
madaf_identity_stop (MadafIdentity *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}
