/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* Puts the demo shop's looks, whose products are there already. MADAF_DEMO_ERROR_DATA for an unknown role. */
gboolean madaf_demo_put_looks (MadafTransaction *transaction, JsonArray *looks, GError **error);

G_END_DECLS
