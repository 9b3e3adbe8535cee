/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shop-fixture.h"

#include "central/shop/look.h"

/* The small shop with clothes to make looks of, beside its shirt (navy, red; S, M) and sock: jeans (navy, sand; S, M),
 * skirt (sand; M), dress (red; M), shoe (navy, sand; 38, 39) and bag (no colour, no size). The look "city" has shirt in
 * navy, jeans in navy, shoe in sand, and if one likes the bag; "evening" has dress, shoe and bag. North is
 * at 32.0, 35.0, south a degree south of it; corner is on no map. No stock is set. */
void look_fixture_set_up (ShopFixture *fixture, gconstpointer data);

/* Runs one statement without values. */
void look_fixture_run (ShopFixture *fixture, const char *sql);

#define LOOK_TEST(name, func) g_test_add (name, ShopFixture, NULL, look_fixture_set_up, func, shop_fixture_tear_down)
