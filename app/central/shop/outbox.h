/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* Messages to people, written in the transaction of what they tell of and sent afterwards, at least once each, by
 * whatever sender the central has. */

/* A code to type somewhere; its body is the code. Other kinds are the states of an order. */
#define MADAF_MESSAGE_CODE "one_time_code"

/* What became of a member's wishes; its body is the token of the link that ends such messages, a line of what became
 * cheaper, and a line of what is there again. */
#define MADAF_MESSAGE_WISHES "wishes"

typedef struct
{
  gint64 number;
  char *kind;
  char *order_id; /* (nullable) */
  char *phone;    /* E.164 */
  char *language;
  char *body; /* (nullable): what the text is made of beyond the order; secret */
  gint64 created_us;
  gint64 expires_us; /* not worth sending any more from here on */
  gint64 tries;      /* that failed */
} MadafMessage;

/* Puts @message behind those that wait, a code before them; number and tries are not looked at. */
gboolean madaf_outbox_put (MadafTransaction *transaction, const MadafMessage *message, GError **error);

/* The next to be sent. @next_us: when there is none now, when to ask again; G_MAXINT64: once something was put.
 * (transfer full) (nullable): NULL without @error when there is none. */
MadafMessage *madaf_outbox_next (MadafTransaction *transaction, gint64 now_us, gint64 *next_us, GError **error);

/* It left: what was secret or personal in it is forgotten. */
gboolean madaf_outbox_sent (MadafTransaction *transaction, gint64 number, gint64 now_us, GError **error);
/* It did not; not to be tried before @next_us. */
gboolean madaf_outbox_failed (MadafTransaction *transaction, gint64 number, gint64 next_us, GError **error);
/* It never will. */
gboolean madaf_outbox_drop (MadafTransaction *transaction, gint64 number, GError **error);

/* Forgets those out of time, sent or not. */
gboolean madaf_outbox_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_message_free (MadafMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafMessage, madaf_message_free)

G_END_DECLS
