/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "fake-central.h"

/* What tests of the client share: a fake central, and a client with a shelf in a folder of its own. */
typedef struct
{
  char *folder;
  FakeCentral *fake;
  MadafClock *clock;
  MadafTransport *transport;
  MadafShelf *shelf;
  MadafCentralClient *client;
} ClientFixture;

/* Impatient enough for tests. */
extern const MadafTransportLimits client_fixture_limits;

void client_fixture_set_up (ClientFixture *fixture, gconstpointer data);
void client_fixture_tear_down (ClientFixture *fixture, gconstpointer data);
/* A path in the folder (transfer full). */
char *client_fixture_path (ClientFixture *fixture, const char *name);

/* Answers of the contract, as the central would write them. */
extern const char client_fixture_shop[];
extern const char client_fixture_product[];
extern const char client_fixture_product_list[];
extern const char client_fixture_stock[];
extern const char client_fixture_reviews[];
extern const char client_fixture_branches[];
extern const char client_fixture_basket[];
extern const char client_fixture_order[];
extern const char client_fixture_quote[];
extern const char client_fixture_wallet[];
extern const char client_fixture_sold_out[];
extern const char client_fixture_authorization[];
extern const char client_fixture_member[];
extern const char client_fixture_token[];
extern const char client_fixture_code_sent[];
extern const char client_fixture_looks[];
extern const char client_fixture_together[];
extern const char client_fixture_whole_look[];
extern const char client_fixture_missing_look[];
extern const char client_fixture_completion[];
