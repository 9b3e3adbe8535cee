/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/fulfilment.h"
#include "model/json-writer.h"

G_BEGIN_DECLS

/**
 * MadafDraftLine:
 *
 * So many of a variant, and how they reach the shopper: what BasketLineDraft and OrderLineDraft of the contract share.
 */
typedef struct
{
  char *variant_id; /* (owned) */
  int quantity;
  MadafFulfilment *fulfilment; /* (owned) (nullable) NULL while not chosen, only in a basket */
} MadafDraftLine;

/* (transfer full). @fulfilment may be NULL. */
MadafDraftLine *madaf_draft_line_new (const char *variant_id, int quantity, MadafFulfilment *fulfilment);
void madaf_draft_line_free (MadafDraftLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafDraftLine, madaf_draft_line_free)

/* (transfer full) (element-type MadafDraftLine): one for each MadafBasketLine of @model. */
GPtrArray *madaf_draft_lines_from_model (GListModel *model);

/* Writes @lines (element-type MadafDraftLine) as an array, the next value of @writer. */
void madaf_draft_lines_write (GPtrArray *lines, MadafJsonWriter *writer);

/* {"lines": …} of a GListModel of MadafBasketLine, the body of whatever takes a basket (transfer full). */
GBytes *madaf_draft_lines_to_bytes (GListModel *model);

/* Writes the member "fulfilment" of the object that @writer is in; nothing for NULL. */
void madaf_draft_line_write_fulfilment (MadafFulfilment *fulfilment, MadafJsonWriter *writer);

G_END_DECLS
