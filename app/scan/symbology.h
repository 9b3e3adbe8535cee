/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/* The name that measurements and programs know it by: "EAN-13", "CODE-128", "DATABAR"… */
const char *madaf_symbology_name (MadafSymbology symbology);

/**
 * madaf_symbology_identifier:
 *
 * Returns: what a hand-held scanner sends before the text of @code (ISO/IEC 15424): "]E0", with an add-on "]E3",
 * "]C1"…;
 *   "" when it is not known
 */
const char *madaf_symbology_identifier (MadafCode *code);

G_END_DECLS
