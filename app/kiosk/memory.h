/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How the C library hands out memory to a program that runs for months; first thing in main. */
void madaf_memory_init (void);

/** Gives back to the system what has been freed. Takes some milliseconds: when nobody is at the screen. */
void madaf_memory_trim (void);

G_END_DECLS
