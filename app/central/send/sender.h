/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A message as it leaves. It may leave twice, with the same id. What is in it is never logged. */
typedef struct
{
  const char *id;
  const char *kind;     /* "one_time_code", or an order's state */
  const char *phone;    /* E.164 */
  const char *language; /* BCP 47 */
  const char *text;     /* for people */
  gint64 created_us;
} MadafLetter;

typedef enum
{
  MADAF_SEND_DONE,
  MADAF_SEND_LATER, /* try again */
  MADAF_SEND_NEVER, /* whoever was asked will not have this one */
} MadafSendResult;

/**
 * MadafSender:
 *
 * A way by which messages leave: one table of functions, one file per kind. Used by one thread at a time, which it may
 * block for some seconds; *@stopping (atomic) asks it to hurry.
 */
typedef struct _MadafSender MadafSender;

typedef struct
{
  const char *name;
  /* @why (out) (transfer full) (nullable): when not done, a sentence for the log without anything of @letter */
  MadafSendResult (*send) (MadafSender *self, const MadafLetter *letter, const int *stopping, char **why);
  void (*free) (MadafSender *self);
} MadafSenderKind;

struct _MadafSender
{
  const MadafSenderKind *kind;
};

static inline void
madaf_sender_free (MadafSender *self)
{
  if (self != NULL)
    self->kind->free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSender, madaf_sender_free)

/* All strings are copied. */

/* POSTs JSON to @url, signed with @secret: the header "Madaf-Signature: t=SECONDS,v1=HEX" has the HMAC-SHA256 of
 * "SECONDS.BODY" under @secret. */
MadafSender *madaf_webhook_sender_new (const char *url, const char *secret);

/* Asks an SMS gateway. In @url, and in @body (nullable: then it is a GET), {phone}, {text}, {id} and {language} are
 * replaced, escaped as the place needs it: for URLs, and for the body as @media_type says. @headers: (nullable) (array
 * zero-terminated=1): "Name: value" */
MadafSender *
madaf_sms_sender_new (const char *url, const char *const *headers, const char *media_type, const char *body);

/* Mails it. @to: an address in which {phone} is replaced, as gateways from mail to SMS want it. @user, @password:
 * (nullable) */
MadafSender *madaf_smtp_sender_new (
    const char *url, const char *from, const char *to, const char *subject, const char *user, const char *password);

/* Keeps the last messages in memory, to be looked at: for the demo shop only. */
MadafSender *madaf_demo_sender_new (void);

typedef struct
{
  char *phone;
  char *language;
  char *text;
  gint64 created_us;
} MadafDemoLetter;

/* The last messages, the newest first. Any thread. (transfer full) (element-type MadafDemoLetter) */
GPtrArray *madaf_demo_sender_list (MadafSender *self);

G_END_DECLS
