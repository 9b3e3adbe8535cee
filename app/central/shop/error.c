/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/error.h"

G_DEFINE_QUARK (madaf - shop - error - quark, madaf_shop_error)
