/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* Something that windows on the shop want to hear of. Ids grow; they are the stream's Last-Event-ID. */
typedef struct
{
  gint64 id;
  gint64 time_us;
  char *kind;       /* "stock", "order", "catalogue", "sign-in", "basket", "lists", "fetch", "carried" */
  char *product_id; /* (nullable) */
  char *variant_id; /* (nullable) */
  char *branch_id;  /* (nullable) */
  char *order_id;   /* (nullable) */
  char *
      subject; /* (nullable) what a kind without a column of its own is about: the id of the sign-in, basket, request */
  gint64 available; /* stock: the number now; basket: its version */
  char *state;      /* (nullable) order, fetch: the state now */
} MadafShopEvent;

typedef struct
{
  GPtrArray *events; /* (element-type MadafShopEvent) by id */
  gboolean reset;    /* what came after the asked id is not kept any more: reload everything */
  gint64 last_id;    /* of the newest event there is */
} MadafShopEvents;

/* Those after @after, at most @limit. @after -1: none, only last_id. */
MadafShopEvents *madaf_event_list (MadafTransaction *transaction, gint64 after, int limit, GError **error);

/* Written in the transaction of what it tells of; fills event->id. */
gboolean madaf_event_append (MadafTransaction *transaction, MadafShopEvent *event, gint64 now_us, GError **error);

/* Forgets those older than 24 hours. */
gboolean madaf_event_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_shop_event_free (MadafShopEvent *event);
void madaf_shop_events_free (MadafShopEvents *events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopEvent, madaf_shop_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopEvents, madaf_shop_events_free)

G_END_DECLS
