/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/send/sender.h"
#include "central/store/store.h"
#include "model/clock.h"
#include "model/random.h"

G_BEGIN_DECLS

/**
 * MadafDispatcher:
 *
 * Takes messages out of the outbox and hands them to a sender, one after the other on a thread of its own. What did not
 * leave is tried again later and later, with some chance in it, until it is out of date. A message is marked as sent
 * after it was, so that a crash in between sends it twice, with the same id, and never loses it.
 */
typedef struct _MadafDispatcher MadafDispatcher;

/* @sender: (transfer full); @public_url: (nullable): for links to receipts. @store stays open until _stop(). */
MadafDispatcher *madaf_dispatcher_start (
    MadafStore *store, MadafClock *clock, MadafRandom *random, MadafSender *sender, const char *public_url);

/* Something was committed. Any thread, also after _stop(). */
void madaf_dispatcher_notify (MadafDispatcher *self);

/* Ends the thread; what is being sent is broken off. */
void madaf_dispatcher_stop (MadafDispatcher *self);
void madaf_dispatcher_free (MadafDispatcher *self);

G_END_DECLS
