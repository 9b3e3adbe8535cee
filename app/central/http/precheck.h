/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/request.h"

G_BEGIN_DECLS

/* What a request must be for its route before anything of it is looked at more closely. */

/* FALSE, and the parameters refused, when the query has one that the route does not know, or one twice. */
gboolean madaf_precheck_query (MadafRequest *request);

/* What the headers say of the body and the key. (transfer full) (nullable): the refusal */
MadafReply *madaf_precheck_headers (MadafRequest *request);

G_END_DECLS
