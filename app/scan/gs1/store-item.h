/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafStoreItem:
 *
 * What an item number of the retailer's own says, with its price or weight inside: an EAN-13 or UPC-A that begins with
 * 2 (GS1 General Specifications 2.1.11: restricted circulation numbers), as scales print it. Each country or retailer
 * arranges the digits otherwise, so a pattern says which digit means what:
 *
 * - a digit: it must be this one
 * - I: a digit of the item's number
 * - P: of the price, in minor units of the shop's currency
 * - W: of the weight, in grams
 * - V: the check digit of price or weight; X: anything; neither is looked at
 * - C: the check digit of the whole, always the last
 *
 * "2IIIIIIPPPPC" is a UPC-A, "20IIIIIWWWWWC" an EAN-13.
 */
typedef struct
{
  char gtin[15]; /* what the item is listed under: price, weight and V as zeros, with a check digit that fits */
  char item[14]; /* the I digits */
  gint64 price;  /* in minor units; -1: none */
  int weight;    /* in grams; -1: none */
} MadafStoreItem;

/* Whether @pattern is one: 12 or 13 characters of those above, beginning with 2 and ending with C. */
gboolean madaf_store_item_pattern_is_valid (const char *pattern);

/**
 * madaf_store_item_read:
 * @patterns: (array zero-terminated=1): the shop's, the first that fits counts; wrong ones fit nothing
 * @gtin: 14 digits with a right check digit
 */
gboolean madaf_store_item_read (const char *const *patterns, const char *gtin, MadafStoreItem *item);

G_END_DECLS
