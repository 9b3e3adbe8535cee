/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/devices.h"
#include "central/http/limiter.h"
#include "central/http/metrics.h"
#include "central/http/request.h"
#include "central/http/stream.h"
#include "central/send/sender.h"
#include "central/store/store.h"
#include "model/clock.h"
#include "model/random.h"

G_BEGIN_DECLS

/* How often it is written down that a device was here. */
#define MADAF_SEEN_EVERY G_TIME_SPAN_MINUTE

/**
 * MadafService:
 *
 * Between the server and the routes: finds the route, asks who is there, reads the body, runs the handler where it
 * belongs (reads here, writes on the store's thread), remembers answers under their key, and turns every failure into a
 * problem.
 */
struct _MadafService
{
  MadafStore *store;
  MadafClock *clock;   /* (owned) */
  MadafRandom *random; /* (owned) */
  MadafMetrics *metrics;
  MadafCache *cache;
  MadafDevices *devices;
  MadafStreams *streams;
  MadafRouter *router;
  MadafLimiter *guesses;       /* wrong collection codes by device */
  MadafLimiter *card_guesses;  /* wrong codes of gift cards by device */
  MadafLimiter *user_codes;    /* wrong user codes by address */
  MadafLimiter *sign_ins;      /* begun by device */
  gboolean can_send;           /* there is a sender, so codes reach phones */
  MadafSender *demo_outbox;    /* (nullable): not owned: the demo shop's sender, which shows what it was given */
  MadafLimiter *seen;          /* devices whose being here was written down lately */
  char *public_url;            /* (owned) (nullable): without a slash at the end */
  const char *const *patterns; /* labels of the routes */
  MadafServer *servers[2];     /* (nullable): not owned, for the metrics; set while others already serve */
};

/* @store stays open until the service is freed. */
MadafService *madaf_service_new (MadafStore *store, MadafClock *clock, MadafRandom *random, const char *public_url);
void madaf_service_free (MadafService *self);

/* One way in. The control door speaks for the operator. */
typedef struct
{
  MadafService *service;
  gboolean is_control;
} MadafDoor;

/* What a server calls; its data is a MadafDoor. */
extern const MadafServerHandler madaf_service_handler;

/* TRUE with request->role and the device filled in when whoever asks may use the route; else request->reply says why
 * not, or @error that it could not be found out. */
gboolean madaf_auth_check (MadafRequest *request, MadafTransaction *transaction, GError **error);

/* The answer for a rule or a store that refused. */
MadafReply *madaf_service_explain (const GError *error);

G_END_DECLS
