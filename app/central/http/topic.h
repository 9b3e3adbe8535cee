/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/request.h"

G_BEGIN_DECLS

/* What one can listen to on the stream, "KIND:ID" or "catalogue", and who may. */

gboolean madaf_topic_is_valid (const char *topic);

/* Whether who asks may hear all of @topics, which are valid. FALSE with request->reply saying not-found, as for what is
 * not there, or with @error set. Reads the database itself; not to be called inside of a transaction. */
gboolean madaf_topic_may_hear (MadafRequest *request, const char *const *topics, GError **error);

G_END_DECLS
