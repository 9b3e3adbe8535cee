/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "booth.h"

G_BEGIN_DECLS

/** What Chromium in kiosk mode takes for a page that looks like the kiosk's first screen. */
typedef struct
{
  double start_ms; /* from its start until the page has been drawn; the median of some warm starts */
  double mb;       /* proportional set size of all its processes */
} MadafChromium;

/** On the booth's screen, while no kiosk runs. FALSE where Chromium is not installed. */
gboolean madaf_chromium_measure (MadafBooth *booth, MadafChromium *chromium);

G_END_DECLS
