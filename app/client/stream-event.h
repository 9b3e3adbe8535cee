/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MADAF_STREAM_EVENT_STOCK,
  MADAF_STREAM_EVENT_ORDER,
  MADAF_STREAM_EVENT_CATALOGUE,
  MADAF_STREAM_EVENT_RESET,
  MADAF_STREAM_EVENT_SIGN_IN,
  MADAF_STREAM_EVENT_LISTS,
  MADAF_STREAM_EVENT_BASKET,
  MADAF_STREAM_EVENT_FETCH,
  MADAF_STREAM_EVENT_CARRIED,
} MadafStreamEventKind;

/**
 * MadafStreamEvent:
 *
 * One event of the stream, decoded. Which members are set follows from the kind.
 */
typedef struct
{
  MadafStreamEventKind kind;
  gint64 id;        /* -1 when it has none */
  char *subject_id; /* (owned) (nullable) the product, the order, the sign-in, the lists, or a basket */
  char *variant_id; /* (owned) (nullable) */
  char *branch_id;  /* (owned) (nullable) */
  char *state;      /* (owned) (nullable) of an order, or of a sign-in */
  gint64 available;
  gint64 version; /* of a basket */
  gint64 at_us;
} MadafStreamEvent;

void madaf_stream_event_free (MadafStreamEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafStreamEvent, madaf_stream_event_free)

/* @kind, @id and @data as they stand in the stream. NULL with @error set (any domain) when they are not the contract's;
 * NULL without an error for a kind that this version does not know. */
MadafStreamEvent *madaf_stream_event_decode (const char *kind, const char *id, const char *data, GError **error);

G_END_DECLS
