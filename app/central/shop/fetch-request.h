/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/fault.h"
#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/**
 * MadafFetchRequest:
 *
 * A variant that somebody of the branch is asked to bring: to a fitting room, or to the screen where it was asked. It
 * waits in the branch's queue (asked) until one of them takes it (taken) and brings it (brought) or finds that it is
 * not there (not_found); the shopper may think better of it (cancelled), and after half an hour it is forgotten
 * (expired). No more are asked for at a time than the branch has to sell of it, so that nobody runs for what is not
 * there; what is reserved for orders lies ready for them and is not brought. How long it takes is told from what was
 * brought there, and only from that.
 */

#define MADAF_FETCH_LIFE_US         (30 * G_TIME_SPAN_MINUTE)
#define MADAF_FETCH_OPEN_PER_SCREEN 3

typedef enum
{
  MADAF_FETCH_ASKED,
  MADAF_FETCH_TAKEN,
  MADAF_FETCH_BROUGHT,
  MADAF_FETCH_NOT_FOUND,
  MADAF_FETCH_CANCELLED,
  MADAF_FETCH_EXPIRED,
} MadafFetchState;

typedef struct
{
  char *id;
  char *branch_id;
  char *screen; /* (nullable): the name of the screen where it was asked */
  char *product_id;
  char *variant_id;
  char *title;       /* JSON text */
  char *colour_name; /* (nullable) JSON text */
  char *size;        /* (nullable) */
  char *gtin;        /* (nullable) */
  char *picture_id;  /* (nullable) */
  int room;          /* 0: to the screen */
  MadafFetchState state;
  gint64 asked_us;
  int asked_place;
  int place;            /* in the queue, from 1; 0: not in it any more */
  int expected_minutes; /* 0: nobody knows, or it is over */
  gboolean late;        /* it takes longer than it usually does */
} MadafFetchRequest;

/* Who asks about one: a screen about those asked there, or somebody of the branch about those of the branch. */
typedef struct
{
  const char *device_id;
  const char *branch_id;
  gboolean is_staff;
} MadafFetchAsker;

/* Borrowed. */
typedef struct
{
  const char *device_id;
  const char *branch_id;
  const char *member_id; /* (nullable) */
  const char *variant_id;
  int room; /* 0: to the screen */
} MadafFetchDraft;

/* (transfer full) INVALID with faults for an unknown variant or room; TOO_MANY_OPEN, ASKED_ALREADY, NONE_TO_BRING. */
MadafFetchRequest *madaf_fetch_request_ask (MadafTransaction *transaction,
                                            const MadafFetchDraft *draft,
                                            gint64 now_us,
                                            MadafRandom *random,
                                            MadafFaults *faults,
                                            GError **error);

/* (transfer full) NOT_FOUND also for one that is not @asker's. Reads only. */
MadafFetchRequest *madaf_fetch_request_get (
    MadafTransaction *transaction, const char *id, const MadafFetchAsker *asker, gint64 now_us, GError **error);

gboolean madaf_fetch_request_is_of (
    MadafTransaction *transaction, const char *id, const MadafFetchAsker *asker, gboolean *is, GError **error);

/* The branch's open ones, the longest waiting first: (transfer full) (element-type MadafFetchRequest). Reads only. */
GPtrArray *
madaf_fetch_request_list (MadafTransaction *transaction, const char *branch_id, gint64 now_us, GError **error);

/* The shopper does not want it any more; saying so twice is no error. NOT_FOUND; PAST_STATE. */
gboolean madaf_fetch_request_cancel (
    MadafTransaction *transaction, const char *id, const MadafFetchAsker *asker, gint64 now_us, GError **error);

/* Somebody of the branch took it, brought it, or did not find it; saying so twice is no error. NOT_FOUND; PAST_STATE
 * also for taking what somebody else took. (transfer full) */
MadafFetchRequest *madaf_fetch_request_move (MadafTransaction *transaction,
                                             const char *id,
                                             const MadafFetchAsker *asker,
                                             MadafFetchState state,
                                             gint64 now_us,
                                             GError **error);

/* Ends those that are too old, and forgets them after 30 days. */
gboolean madaf_fetch_request_tidy (MadafTransaction *transaction, gint64 now_us, GError **error);

const char *madaf_fetch_state_to_string (MadafFetchState state);
gboolean madaf_fetch_state_from_string (const char *text, MadafFetchState *state);

void madaf_fetch_request_free (MadafFetchRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafFetchRequest, madaf_fetch_request_free)

G_END_DECLS
