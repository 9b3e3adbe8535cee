/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafMoney:
 * @minor: the amount in minor units (agorot, cents); may be negative
 * @currency: ISO 4217 code, three capital letters and a NUL
 *
 * An amount of money: a plain value, copied by assignment. Never a float.
 */
typedef struct
{
  gint64 minor;
  char currency[4];
} MadafMoney;

#define MADAF_TYPE_MONEY (madaf_money_get_type ())

GType madaf_money_get_type (void) G_GNUC_CONST;
MadafMoney *madaf_money_copy (const MadafMoney *money);
void madaf_money_free (MadafMoney *money);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafMoney, madaf_money_free)

/* Whether @currency has the form of an ISO 4217 code: exactly three ASCII capitals. */
gboolean madaf_money_currency_is_valid (const char *currency);

/* How many decimals the minor unit of @currency has by ISO 4217: 0, 2 or 3; 2 for a code not known. */
int madaf_money_currency_decimals (const char *currency);

/* Fills @money; FALSE and @money untouched when @currency is not valid. */
gboolean madaf_money_init (MadafMoney *money, gint64 minor, const char *currency);

/* The arithmetic answers FALSE, leaving the result untouched, on overflow or when the currencies differ.
 * The result may be one of the operands. */
gboolean madaf_money_add (const MadafMoney *a, const MadafMoney *b, MadafMoney *sum);
gboolean madaf_money_subtract (const MadafMoney *a, const MadafMoney *b, MadafMoney *difference);
gboolean madaf_money_multiply (const MadafMoney *money, gint64 times, MadafMoney *product);

/* Whether both are the same amount of the same currency; two NULLs are equal. */
gboolean madaf_money_equal (const MadafMoney *a, const MadafMoney *b);

/**
 * madaf_money_format:
 * @money: an amount
 * @language: BCP 47, "he", "ar", "ru" or "en"; anything else is written as "en"
 *
 * The amount for people, always with all decimals of its currency, isolated left-to-right (U+2066 … U+2069) so that
 * it stays in one piece inside Hebrew and Arabic: "₪1,249.90"; in Russian "1 249,90 ₪" with narrow no-break spaces.
 *
 * Returns: (transfer full): text
 */
char *madaf_money_format (const MadafMoney *money, const char *language);

G_END_DECLS
