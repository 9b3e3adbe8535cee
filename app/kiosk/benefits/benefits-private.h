/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/benefits/benefits.h"
#include "kiosk/benefits/put-down.h"

G_BEGIN_DECLS

/* What the files of MadafBenefits share. */

/* Something put down of which the central has not said yet what it is. */
typedef struct
{
  char *text; /* (owned) (nullable) */
  MadafBenefitVerdict verdict;
  GObject *owner; /* weak pointer */
} Trial;

struct _MadafBenefits
{
  GObject parent_instance;

  MadafContext *context; /* not owned: it owns this */
  MadafPutDown put;
  MadafMemberPass *pass;  /* (owned) (nullable): whose points these are */
  MadafPriceQuote *quote; /* (owned) (nullable) */
  MadafBenefitsState state;
  GCancellable *cancellable; /* (owned) (nullable): of the open question */
  Trial trial;
  char *last; /* (owned) (nullable): put down last */
  guint timer;
};

/* What was just put down is not waited for any more. */
void madaf_benefits_drop_trial (MadafBenefits *self);
/* The nth of @ours goes, and with it what the central said of it, in a list with so many others before. @theirs:
 * (nullable) */
void madaf_benefits_forget_nth (GPtrArray *ours, GPtrArray *theirs, guint n, guint n_before);
/* Something else is put down now: the central is asked in a moment. */
void madaf_benefits_ask_soon (MadafBenefits *self);

G_END_DECLS
