/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/order.h"

G_BEGIN_DECLS

/* The words of the receipt page. They are a table and not gettext because the language is the order's, and differs from
 * one request to the next within one process. */
typedef struct
{
  const char *language;
  const char *direction;
  const char *title;
  const char *collect_at;
  const char *show_code;
  const char *ship;
  const char *ready;
  const char *sent;
  const char *total;
  const char *vat;
  const char *pay_till;
  const char *pay_collection;
  const char *missing;
  const char *points;
  const char *gift_card;
  const char *stored_value;
  const char *due;
  const char *states[MADAF_STEP_RETURNED + 1];
} MadafReceiptTexts;

/* Those of @language ("he", "ar-IL"), or English. */
const MadafReceiptTexts *madaf_receipt_texts_get (const char *language);

extern const MadafReceiptTexts madaf_receipt_texts[];
extern const guint madaf_n_receipt_texts;

G_END_DECLS
