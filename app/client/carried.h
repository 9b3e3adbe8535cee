/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A basket that waits for the phone that takes it along. */
typedef struct
{
  char *id;       /* (owned): the stream tells of "carried:ID" when a phone took it */
  char *url;      /* (owned): of the page on which it does, for a QR code */
  int expires_in; /* seconds, from when it was made */
} MadafCarried;

void madaf_carried_free (MadafCarried *carried);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCarried, madaf_carried_free)

G_END_DECLS
