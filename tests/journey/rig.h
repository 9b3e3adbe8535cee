/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafRig:
 *
 * What a journey needs around the programs under test: a temporary folder, a session bus with the accessibility bus on
 * it, virtual screens and processes. Everything it started is stopped, and the folder removed, when it is freed; the
 * test fails then if a program's log has a warning of GTK or its kin, or a mistake of its own.
 */
typedef struct _MadafRig MadafRig;

/** Starts the buses; call it before anything that talks to AT-SPI. Aborts the test where that is not possible. */
MadafRig *madaf_rig_new (void);
void madaf_rig_free (MadafRig *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafRig, madaf_rig_free)

/** A file or folder name inside the temporary folder. (transfer full) */
char *madaf_rig_path (MadafRig *self, const char *name);

/** A virtual screen of this size. Returns: its name, ":7" (transfer none, lives as long as the rig). */
const char *madaf_rig_add_screen (MadafRig *self, int width, int height);

/**
 * Starts a program. display is for programs with a window, else NULL. Its output is kept in the temporary folder as
 * log, and shown when the test fails. argv ends with NULL.
 */
GSubprocess *madaf_rig_start (MadafRig *self, const char *display, const char *log, const char *const *argv);

/** Sets what an administrator would set for all kiosks that are started afterwards. @value: as GVariant's text. */
void madaf_rig_set (MadafRig *self, const char *key, const char *value);

/** Runs a program to its end and returns what it printed; the test fails if it does. (transfer full) */
char *madaf_rig_run (MadafRig *self, const char *const *argv);

/** Ends a program that madaf_rig_start () started as an operator would, and waits for it. Returns: its exit status, or
 *  less than 0: that signal killed it. */
int madaf_rig_stop (MadafRig *self, GSubprocess *process);

/** Prints what the programs said, then fails the test for that reason. */
void madaf_rig_fail (const char *why) G_GNUC_NORETURN;

/**
 * Runs the main loop until condition says TRUE, for at most seconds; then the test fails, naming what was waited for.
 */
typedef gboolean (*MadafCondition) (gpointer user_data);
void madaf_rig_wait (const char *what, double seconds, MadafCondition condition, gpointer user_data);

G_END_DECLS
