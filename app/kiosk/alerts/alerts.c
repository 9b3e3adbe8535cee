/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/alerts/alerts.h"

#define KEPT_AS "madaf-alerts"

struct _MadafAlerts
{
  GObject parent_instance;

  MadafContext *context;        /* (unowned): it keeps this */
  MadafMemberPass *pass;        /* (owned) (nullable): whose these are */
  MadafAlertConsents *consents; /* (owned) (nullable) */
  GCancellable *cancellable;    /* (owned): of this member's questions */
  gboolean asked;
};

G_DEFINE_FINAL_TYPE (MadafAlerts, madaf_alerts, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (transfer full) (nullable) */
static void
take (MadafAlerts *self, MadafAlertConsents *consents)
{
  g_free (self->consents);
  self->consents = consents;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafAlerts) self = user_data;
  g_autoptr (GError) error = NULL;
  MadafAlertConsents *consents
      = madaf_central_client_get_alert_consents_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (consents != NULL)
    take (self, consents);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("What the member agreed to be told: %s", error->message);
}

void
madaf_alerts_load (MadafAlerts *self)
{
  MadafCentralClient *central = madaf_context_get_central (self->context);

  if (self->pass != NULL && central != NULL)
    madaf_central_client_get_alert_consents_async (central, madaf_member_pass_get_token (self->pass), self->cancellable,
                                                   on_got, g_object_ref (self));
}

static void
on_said (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafAlerts) self = user_data;
  g_autoptr (GError) error = NULL;
  MadafAlertConsents *consents
      = madaf_central_client_set_alert_consents_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (consents != NULL)
    {
      take (self, consents);
      return;
    }
  g_debug ("What the member agrees to be told: %s", error->message);
  /* What is shown is again what the central has. */
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0);
}

void
madaf_alerts_say (MadafAlerts *self, MadafAlert alert, gboolean agree)
{
  gboolean price_drop;
  gboolean back_in_stock;

  g_return_if_fail (self->pass != NULL && self->consents != NULL);
  price_drop = alert == MADAF_ALERT_PRICE_DROP ? agree : self->consents->price_drop_us != 0;
  back_in_stock = alert == MADAF_ALERT_BACK_IN_STOCK ? agree : self->consents->back_in_stock_us != 0;
  madaf_central_client_set_alert_consents_async (madaf_context_get_central (self->context),
                                                 madaf_member_pass_get_token (self->pass), price_drop, back_in_stock,
                                                 self->cancellable, on_said, g_object_ref (self));
}

const MadafAlertConsents *
madaf_alerts_get (MadafAlerts *self)
{
  return self->consents;
}

gboolean
madaf_alerts_take_question (MadafAlerts *self)
{
  if (self->asked || self->consents == NULL
      || (self->consents->price_drop_us != 0 && self->consents->back_in_stock_us != 0))
    return FALSE;
  self->asked = TRUE;
  return TRUE;
}

static void
on_member (MadafAlerts *self)
{
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));

  if (pass == self->pass)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  self->pass = pass != NULL ? madaf_member_pass_ref (pass) : NULL;
  self->asked = FALSE;
  take (self, NULL);
  madaf_alerts_load (self);
}

static void
madaf_alerts_dispose (GObject *object)
{
  MadafAlerts *self = MADAF_ALERTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  g_clear_pointer (&self->consents, g_free);
  G_OBJECT_CLASS (madaf_alerts_parent_class)->dispose (object);
}

static void
madaf_alerts_finalize (GObject *object)
{
  g_clear_object (&MADAF_ALERTS (object)->cancellable);
  G_OBJECT_CLASS (madaf_alerts_parent_class)->finalize (object);
}

static void
madaf_alerts_class_init (MadafAlertsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_alerts_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_alerts_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_ALERTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED]
      = g_signal_new ("failed", MADAF_TYPE_ALERTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_alerts_init (MadafAlerts *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
release (gpointer data)
{
  g_object_run_dispose (data);
  g_object_unref (data);
}

MadafAlerts *
madaf_alerts_for (MadafContext *context)
{
  MadafAlerts *self = g_object_get_data (G_OBJECT (context), KEPT_AS);

  if (self != NULL)
    return self;
  self = g_object_new (MADAF_TYPE_ALERTS, NULL);
  self->context = context;
  g_object_set_data_full (G_OBJECT (context), KEPT_AS, self, release);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (on_member), self,
                           G_CONNECT_SWAPPED);
  on_member (self);
  return self;
}
