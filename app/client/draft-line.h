/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/json-writer.h"

G_BEGIN_DECLS

/* How a line of a draft reaches the shopper. UNDECIDED only in a basket. */
typedef enum
{
  MADAF_DRAFT_UNDECIDED,
  MADAF_DRAFT_COLLECT,
  MADAF_DRAFT_SHIP,
} MadafDraftWay;

/**
 * MadafDraftLine:
 *
 * So many of a variant, and how they reach the shopper: what BasketLineDraft and OrderLineDraft of the contract share.
 */
typedef struct
{
  char *variant_id; /* (owned) */
  int quantity;
  MadafDraftWay way;
  char *branch_id; /* (owned) (nullable) where it is collected */
} MadafDraftLine;

/* (transfer full). @branch_id is NULL but for COLLECT. */
MadafDraftLine *madaf_draft_line_new (const char *variant_id, int quantity, MadafDraftWay way, const char *branch_id);
void madaf_draft_line_free (MadafDraftLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafDraftLine, madaf_draft_line_free)

/* Writes @lines (element-type MadafDraftLine) as an array, the next value of @writer. */
void madaf_draft_lines_write (GPtrArray *lines, MadafJsonWriter *writer);

G_END_DECLS
