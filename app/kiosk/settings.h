/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/options.h"

G_BEGIN_DECLS

/**
 * Takes from GSettings (io.madaf.Kiosk, documented in its schema) what the command line left open. Settings are read
 * once, at the start; a program that was not installed has none, and then nothing is taken.
 */
void madaf_settings_fill (MadafOptions *options);

/** The same from given settings. */
void madaf_settings_fill_from (MadafOptions *options, GSettings *settings);

G_END_DECLS
