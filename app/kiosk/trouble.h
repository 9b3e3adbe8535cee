/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafTrouble:
 * @MADAF_TROUBLE_NONE: none
 * @MADAF_TROUBLE_ADDRESS: the address given is none of a central, or not a safe one
 * @MADAF_TROUBLE_NOT_ENROLLED: nobody has enrolled this kiosk yet
 * @MADAF_TROUBLE_ENROLMENT: enrolling it did not work
 * @MADAF_TROUBLE_INSIDE: the shop inside did not start
 *
 * What keeps this screen from serving anybody until the staff has done something about it.
 */
typedef enum
{
  MADAF_TROUBLE_NONE,
  MADAF_TROUBLE_ADDRESS,
  MADAF_TROUBLE_NOT_ENROLLED,
  MADAF_TROUBLE_ENROLMENT,
  MADAF_TROUBLE_INSIDE,
} MadafTrouble;

G_END_DECLS
