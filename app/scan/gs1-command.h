/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_gs1_command:
 * @input: a line a text: how it is written (ES, BR, SD or DL), a tab, the text ("{GS}" for the separator); what follows
 *   a second tab is left alone
 * @output: for each line "valid", "invalid" or "plain", the GTIN, the elements as "01=…|10=…", and the reason why not,
 *   with tabs between
 *
 * madaf-scan --gs1: says of texts whether they are right GS1 messages, and what they mean.
 *
 * Returns: the exit status: 0, or 2 when @input cannot be read
 */
int madaf_gs1_command (FILE *input, FILE *output);

G_END_DECLS
