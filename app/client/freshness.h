/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafFreshness:
 * @from_shelf: whether the central did not answer and this is what the kiosk kept
 * @as_of_us: when the central said it, by the central's clock; compare with madaf_central_client_get_now_us ()
 *
 * How new an answer is: a plain value.
 */
typedef struct
{
  gboolean from_shelf;
  gint64 as_of_us;
} MadafFreshness;

G_END_DECLS
