/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* What a piece is in a look. */
typedef enum
{
  MADAF_ROLE_OF_TOP,
  MADAF_ROLE_OF_BOTTOM,
  MADAF_ROLE_OF_DRESS,
  MADAF_ROLE_OF_LAYER,
  MADAF_ROLE_OF_COAT,
  MADAF_ROLE_OF_SHOES,
  MADAF_ROLE_OF_BAG,
  MADAF_ROLE_OF_ACCESSORY,
  MADAF_ROLE_OF_NIGHTWEAR,
  MADAF_ROLE_OF_FURNITURE,
  MADAF_ROLE_OF_LIGHT,
  MADAF_ROLE_OF_TEXTILE,
  MADAF_ROLE_OF_DECOR,
  MADAF_ROLE_OF_TABLE,
  MADAF_ROLE_OF_OTHER, /* also: not known */
} MadafPieceRole;

#define MADAF_N_PIECE_ROLES (MADAF_ROLE_OF_OTHER + 1)
/* All names, separated by spaces, as the contract has them. */
#define MADAF_PIECE_ROLE_NAMES                                                                                         \
  "top bottom dress layer coat shoes bag accessory nightwear furniture light textile decor table other"

const char *madaf_piece_role_to_string (MadafPieceRole role);
gboolean madaf_piece_role_from_string (const char *text, MadafPieceRole *role);

/* What looks most often use @product_id as, else what they use others of its category as. OTHER when no look says. */
gboolean
madaf_piece_role_find (MadafTransaction *transaction, const char *product_id, MadafPieceRole *role, GError **error);

/* Whether one look may well have several of the role: a belt and a scarf, a chair and a table. So of OTHER, where
 * nothing is known. */
gboolean madaf_piece_role_is_plural (MadafPieceRole role);

/* Whether a look that has the one still lacks the other: a dress needs neither top nor bottom, and nobody needs two
 * pairs of shoes. */
gboolean madaf_piece_role_goes_with (MadafPieceRole had, MadafPieceRole more);

G_END_DECLS
