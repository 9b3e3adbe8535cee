/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/choice.h"
#include "model/wished.h"

G_BEGIN_DECLS

/* What a heart on this choice is given to: the variant chosen, or the product while none is; as it costs now.
 * (transfer full) */
MadafWished *madaf_wish_for_choice (MadafChoice *choice);

G_END_DECLS
