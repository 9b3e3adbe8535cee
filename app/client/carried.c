/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/carried.h"

void
madaf_carried_free (MadafCarried *carried)
{
  g_free (carried->id);
  g_free (carried->url);
  g_free (carried);
}
