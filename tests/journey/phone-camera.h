/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "person.h"

G_BEGIN_DECLS

/** What the camera of a phone reads off the person's screen: the text of the one QR code that is on it. Waits for it.
 *  (transfer full) */
char *madaf_phone_camera_read (MadafPerson *person);

G_END_DECLS
