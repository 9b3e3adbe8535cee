/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/catalogue.h"
#include "central/store/store.h"
#include "model/random.h"

/* A small shop in a database of its own: branches north, south (they ship and hand out) and kiosk-only (neither); a
 * linen shirt in navy and red, S and M, a wool sock, and stock that tests set. The time is the test's. */
typedef struct
{
  char *folder;
  char *path;
  MadafStore *store;
  MadafRandom *random;
  gint64 now_us;
} ShopFixture;

void shop_fixture_set_up (ShopFixture *fixture, gconstpointer data);
void shop_fixture_tear_down (ShopFixture *fixture, gconstpointer data);

/* Runs @func in a read or a write that must succeed. */
void shop_fixture_read (ShopFixture *fixture, MadafTransactionFunc func, gpointer data);
void shop_fixture_write (ShopFixture *fixture, MadafTransactionFunc func, gpointer data);

/* Counts @variant_id at @branch_id as @quantity. */
void shop_fixture_set_stock (ShopFixture *fixture, const char *variant_id, const char *branch_id, gint64 quantity);

/* One number from the database. */
gint64 shop_fixture_number (ShopFixture *fixture, const char *sql);

/* A product without variants, in "tops"; add to it and put it. */
MadafShopProduct *shop_fixture_product (const char *id, const char *title_json, gint64 popularity, gint64 now_us);
MadafShopVariant *
shop_fixture_variant (const char *id, const char *gtin, const char *colour, const char *size, gint64 price);

/* A member, whose number is made of the phone. */
void shop_fixture_add_member (ShopFixture *fixture, const char *id, const char *phone);

#define SHOP_TEST(name, func) g_test_add (name, ShopFixture, NULL, shop_fixture_set_up, func, shop_fixture_tear_down)
