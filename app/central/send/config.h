/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "central/send/sender.h"

G_BEGIN_DECLS

/* The sender that a file names: a key file with one group, [webhook] (url, secret), [sms] (url; headers, content-type,
 * body) or [smtp] (url, from, to; subject, user, password). A secret in it is only sent over TLS or to this machine.
 * NULL with @error (G_FILE_ERROR, G_KEY_FILE_ERROR, G_IO_ERROR_INVALID_DATA) set. */
MadafSender *madaf_send_config_read (const char *path, GError **error);

G_END_DECLS
