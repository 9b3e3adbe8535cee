/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A listening socket, as named on the command line. */
typedef struct
{
  int socket;
  char *address;    /* (owned): with the real port */
  char *unix_path;  /* (owned) (nullable): to be removed at the end */
  gboolean exposed; /* others than this machine can reach it */
} MadafListen;

/**
 * madaf_listen_open:
 * @address: "127.0.0.1:8480", "[::1]:8480", "localhost:8480" or "unix:PATH"
 * @self: filled in
 * @error: return location, domain G_IO_ERROR; ADDRESS_IN_USE, INVALID_ARGUMENT, FAILED
 *
 * A unix socket is made with mode 0600; one left behind by a process that died is replaced, one that answers is in use.
 */
gboolean madaf_listen_open (const char *address, MadafListen *self, GError **error);

/* Closes the socket (unless it is -1) and removes a unix socket's file. */
void madaf_listen_clear (MadafListen *self);

G_END_DECLS
