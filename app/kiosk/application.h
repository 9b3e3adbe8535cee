/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MadafApplication:
 *
 * The program `madaf`: reads its options, reaches or starts a central, opens the window.
 */
#define MADAF_TYPE_APPLICATION (madaf_application_get_type ())
G_DECLARE_FINAL_TYPE (MadafApplication, madaf_application, MADAF, APPLICATION, AdwApplication)

MadafApplication *madaf_application_new (void);

G_END_DECLS
