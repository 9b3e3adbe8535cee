/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/store.h"
#include "model/clock.h"
#include "model/random.h"

G_BEGIN_DECLS

/**
 * MADAF_DEMO_ERROR:
 *
 * Why the demo shop was not filled in. Nothing was kept then.
 */
#define MADAF_DEMO_ERROR (madaf_demo_error_quark ())

/**
 * MadafDemoError:
 * @MADAF_DEMO_ERROR_NOT_EMPTY: the database holds a shop already; the demo never mixes with it
 * @MADAF_DEMO_ERROR_DATA: the demo's files are missing or not as they should be
 */
typedef enum
{
  MADAF_DEMO_ERROR_NOT_EMPTY,
  MADAF_DEMO_ERROR_DATA,
} MadafDemoError;

GQuark madaf_demo_error_quark (void);

/* Where the demo shop is installed; $MADAF_DEMO_DIR comes first, for running without installing. */
const char *madaf_demo_get_folder (void);

/* Whether the database has no shop in it. FALSE with @error set when that cannot be read. */
gboolean madaf_demo_is_wanted (MadafStore *store, gboolean *wanted, GError **error);

/* Whether all that is in the database is the demo shop. */
gboolean madaf_demo_is_there (MadafStore *store, gboolean *is, GError **error);

/* Fills an empty database with the demo shop of @folder (madaf_demo_get_folder()) in one transaction, waiting for its
 * COMMIT. The same @random (madaf_random_new_seeded()) gives the same stock; @clock says when it all happened. */
gboolean
madaf_demo_fill (MadafStore *store, const char *folder, MadafRandom *random, MadafClock *clock, GError **error);

G_END_DECLS
