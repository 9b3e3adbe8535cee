/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafTrouble:
 * @MADAF_TROUBLE_NONE: none
 * @MADAF_TROUBLE_ADDRESS: the address given is none of a central, or not a safe one
 * @MADAF_TROUBLE_NOT_ENROLLED: nobody has enrolled this kiosk yet
 * @MADAF_TROUBLE_ENROLMENT: the code was refused
 * @MADAF_TROUBLE_AWAY: it cannot be enrolled while the central does not answer; it tries again by itself
 * @MADAF_TROUBLE_CERTIFICATE: it cannot be enrolled while the central's certificate is not to be trusted; the same
 * @MADAF_TROUBLE_INSIDE: the shop inside did not start
 *
 * What keeps this screen from serving anybody, most often until the staff has done something about it.
 */
typedef enum
{
  MADAF_TROUBLE_NONE,
  MADAF_TROUBLE_ADDRESS,
  MADAF_TROUBLE_NOT_ENROLLED,
  MADAF_TROUBLE_ENROLMENT,
  MADAF_TROUBLE_AWAY,
  MADAF_TROUBLE_CERTIFICATE,
  MADAF_TROUBLE_INSIDE,
} MadafTrouble;

G_END_DECLS
