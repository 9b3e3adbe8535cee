/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/** Starts GTK for a test program: our languages, our guard; call instead of g_test_init (). */
void kiosk_test_init (int *argc, char ***argv);

/** Runs the main loop until done (data) or for five seconds; fails the test when the time is up. */
void kiosk_wait_for (gboolean (*done) (gpointer data), gpointer data);

/** A route and page for tests: the page is a text field that shows and keeps what the route holds. */
#define TEST_TYPE_ROUTE (test_route_get_type ())
G_DECLARE_FINAL_TYPE (TestRoute, test_route, TEST, ROUTE, MadafRoute)

MadafRoute *test_route_new (const char *text);
const char *test_route_get_text (TestRoute *self);
int test_route_get_n_built (TestRoute *self);

G_END_DECLS
