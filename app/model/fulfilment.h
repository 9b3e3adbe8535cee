/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/words.h"

G_BEGIN_DECLS

/**
 * MadafFulfilment:
 *
 * How a line is to reach the shopper: collected at a branch, or shipped. Immutable, counted (thread-safe), a boxed
 * type. What became of it in an order is a MadafOrderFulfilment.
 */
typedef struct _MadafFulfilment MadafFulfilment;

#define MADAF_TYPE_FULFILMENT (madaf_fulfilment_get_type ())

GType madaf_fulfilment_get_type (void) G_GNUC_CONST;
MadafFulfilment *madaf_fulfilment_ref (MadafFulfilment *fulfilment);
void madaf_fulfilment_unref (MadafFulfilment *fulfilment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafFulfilment, madaf_fulfilment_unref)

MadafFulfilment *madaf_fulfilment_new_collect (const char *branch_id);
MadafFulfilment *madaf_fulfilment_new_ship (void);

MadafFulfilmentKind madaf_fulfilment_get_kind (MadafFulfilment *fulfilment);
/* NULL when it is shipped. */
const char *madaf_fulfilment_get_branch_id (MadafFulfilment *fulfilment);

/* Either may be NULL: not chosen yet. */
gboolean madaf_fulfilment_equal (MadafFulfilment *a, MadafFulfilment *b);

G_END_DECLS
