/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/alert-consents.h"
#include "kiosk/context.h"

G_BEGIN_DECLS

/**
 * MadafAlerts:
 *
 * What the member who is signed in agreed to be told of their lists; asked for when they sign in, and gone with them.
 * Nothing is agreed to here unless madaf_alerts_say () is called. There is one for the whole screen. Signals:
 * `changed`; `failed`: what was said did not reach the central.
 */
#define MADAF_TYPE_ALERTS (madaf_alerts_get_type ())
G_DECLARE_FINAL_TYPE (MadafAlerts, madaf_alerts, MADAF, ALERTS, GObject)

/* (transfer none) */
MadafAlerts *madaf_alerts_for (MadafContext *context);

/* (nullable): NULL while it is not known. Lives until `changed`. */
const MadafAlertConsents *madaf_alerts_get (MadafAlerts *self);

typedef enum
{
  MADAF_ALERT_PRICE_DROP,
  MADAF_ALERT_BACK_IN_STOCK,
} MadafAlert;

/* One purpose by itself; only while it is known. */
void madaf_alerts_say (MadafAlerts *self, MadafAlert alert, gboolean agree);
/* Asks again. */
void madaf_alerts_load (MadafAlerts *self);

/* Whether this person is to be asked now: they are signed in, did not agree to everything, and it is the first time. */
gboolean madaf_alerts_take_question (MadafAlerts *self);

G_END_DECLS
