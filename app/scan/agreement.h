/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/* So many lines of one frame that say the same are as good as a second frame. */
#define MADAF_AGREEMENT_VOTES 4

/**
 * MadafAgreement:
 *
 * Holds a bar code back until several lines of a frame, or two frames in a row, say the same, since a single line is
 * misread now and then and the check digit does not always notice. A still picture shows the same frame again and
 * again, so this works for it too. Codes that correct their own errors (QR, Data Matrix) pass at once.
 */
typedef struct _MadafAgreement MadafAgreement;

MadafAgreement *madaf_agreement_new (void);
void madaf_agreement_free (MadafAgreement *self);

/**
 * madaf_agreement_filter:
 * @codes: (element-type MadafCode): what the decoder made of the next frame
 *
 * Returns: (transfer full) (element-type MadafCode): those that can be believed
 */
GPtrArray *madaf_agreement_filter (MadafAgreement *self, GPtrArray *codes);
void madaf_agreement_reset (MadafAgreement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafAgreement, madaf_agreement_free)

G_END_DECLS
