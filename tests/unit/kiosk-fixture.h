/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/** Starts GTK for a test program: our languages, our guard; call instead of g_test_init (). */
void kiosk_test_init (int *argc, char ***argv);

/** Runs the main loop until done (data) or for five seconds; fails the test when the time is up. */
void kiosk_wait_for (gboolean (*done) (gpointer data), gpointer data);

/** Runs what is due in the main loop, without waiting for more. */
void kiosk_settle (void);

/** The first widget below root, or root, whose own text (label, field) contains this; NULL if none does. */
GtkWidget *kiosk_find_text (GtkWidget *root, const char *text);
/** The first one below root, or root, of a type. */
GtkWidget *kiosk_find_type (GtkWidget *root, GType type);
/** Touches the button that says this. */
void kiosk_press (GtkWidget *root, const char *text);

/** A route and page for tests: the page is a text field that shows and keeps what the route holds. */
#define TEST_TYPE_ROUTE (test_route_get_type ())
G_DECLARE_FINAL_TYPE (TestRoute, test_route, TEST, ROUTE, MadafRoute)

MadafRoute *test_route_new (const char *text);
const char *test_route_get_text (TestRoute *self);
int test_route_get_n_built (TestRoute *self);

G_END_DECLS
