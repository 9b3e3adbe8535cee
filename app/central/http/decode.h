/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/fields.h"
#include "central/shop/basket.h"
#include "central/shop/checkout.h"
#include "central/shop/fault.h"

G_BEGIN_DECLS

/* What several routes read from a body. */

/* The member "lines": (transfer full) (array length=n): borrows its strings from the body. @needs_reach: each line must
 * say how it reaches the shopper. NULL, and fields refused, when there is something wrong with the array itself. */
MadafLineRequest *madaf_decode_lines (MadafFields *fields, guint minimum, gboolean needs_reach, gsize *n_lines);

/* A BasketDraft. (transfer full) (array length=n_lines) NULL with what is wrong refused. */
MadafLineRequest *madaf_decode_basket_draft (MadafRequest *request, gsize *n_lines);

/* A line out of a body's object that has @fields: its variant and how it reaches the shopper. */
void madaf_decode_basket_line (MadafFields *fields, gboolean needs_reach, MadafLineRequest *line);

/* What is put down for an order, with the vectors it borrows from. */
typedef struct
{
  MadafTender tender;
  MadafCouponRequest *coupons; /* (owned) (nullable) */
  const char **gift_cards;     /* (owned) (nullable) */
} MadafTenderRequest;

#define MADAF_TENDER_FIELDS "coupons points gift_cards stored_value"

/* The members MADAF_TENDER_FIELDS, for whoever asks. Points and stored value are refused to nobody in particular. */
void madaf_decode_tender (MadafFields *fields, MadafTenderRequest *self);
void madaf_tender_request_clear (MadafTenderRequest *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafTenderRequest, madaf_tender_request_clear)

/* An array of at most @most strings of 1 to @longest characters: (transfer container) (nullable), NULL-ended; NULL when
 * it is not there, is empty, or was refused. */
const char **madaf_decode_strings (MadafFields *fields, const char *name, guint most, glong longest);

/* Refuses what the shop found to be wrong. */
void madaf_decode_refuse_faults (MadafRequest *request, const MadafFaults *faults);

G_END_DECLS
