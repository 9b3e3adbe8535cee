/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/look/look-choice.h"
#include "model/basket.h"
#include "model/look-way.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_LOOK_ADDING_DONE,
  MADAF_LOOK_ADDING_THERE, /* all of it is in the basket already, to come the same way */
  MADAF_LOOK_ADDING_FULL,  /* the basket does not take all of it: nothing was put in */
  MADAF_LOOK_ADDING_STALE, /* the way is not about what is chosen any more: nothing was put in */
} MadafLookAdding;

/* Puts all that is taken of a look into the basket, to come by @way, or nothing. What is in the basket already, to come
 * the same way, is not put there twice. */
MadafLookAdding madaf_look_adding_add (MadafBasket *basket, MadafLookChoice *choice, MadafLookWay *way);

G_END_DECLS
