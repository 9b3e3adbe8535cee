/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/piece-role.h"

#include "central/shop/private.h"

static const char *const names[] = {
  [MADAF_ROLE_OF_TOP] = "top",
  [MADAF_ROLE_OF_BOTTOM] = "bottom",
  [MADAF_ROLE_OF_DRESS] = "dress",
  [MADAF_ROLE_OF_LAYER] = "layer",
  [MADAF_ROLE_OF_COAT] = "coat",
  [MADAF_ROLE_OF_SHOES] = "shoes",
  [MADAF_ROLE_OF_BAG] = "bag",
  [MADAF_ROLE_OF_ACCESSORY] = "accessory",
  [MADAF_ROLE_OF_NIGHTWEAR] = "nightwear",
  [MADAF_ROLE_OF_FURNITURE] = "furniture",
  [MADAF_ROLE_OF_LIGHT] = "light",
  [MADAF_ROLE_OF_TEXTILE] = "textile",
  [MADAF_ROLE_OF_DECOR] = "decor",
  [MADAF_ROLE_OF_TABLE] = "table",
  [MADAF_ROLE_OF_OTHER] = "other",
};

const char *
madaf_piece_role_to_string (MadafPieceRole role)
{
  return names[role];
}

gboolean
madaf_piece_role_from_string (const char *text, MadafPieceRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *role = (MadafPieceRole)i;
        return TRUE;
      }
  return FALSE;
}

/* TRUE and *found when @sql gave a role. FALSE with *found FALSE only on an error of the store. */
static gboolean
ask (MadafTransaction *transaction,
     const char *sql,
     const char *product_id,
     MadafPieceRole *role,
     gboolean *found,
     GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, sql, TEXT (product_id));

  *found
      = rows != NULL && madaf_rows_next (rows, error) && madaf_piece_role_from_string (madaf_rows_text (rows, 0), role);
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_piece_role_find (MadafTransaction *transaction, const char *product_id, MadafPieceRole *role, GError **error)
{
  gboolean found = FALSE;

  *role = MADAF_ROLE_OF_OTHER;
  if (!ask (transaction,
            "SELECT role FROM look_piece WHERE product_id = $1 GROUP BY role ORDER BY count (*) DESC, role LIMIT 1",
            product_id, role, &found, error))
    return FALSE;
  /* From the piece to its categories, because looks are few and categories are large. */
  return found
         || ask (transaction,
                 "SELECT l.role FROM product_category c CROSS JOIN look_piece l CROSS JOIN product_category n"
                 " ON n.product_id = l.product_id AND n.category_id = c.category_id AND n.own = 1"
                 " WHERE c.product_id = $1 AND c.own = 1 GROUP BY l.role ORDER BY count (*) DESC, l.role LIMIT 1",
                 product_id, role, &found, error);
}

static gboolean
is_half (MadafPieceRole role)
{
  return role == MADAF_ROLE_OF_TOP || role == MADAF_ROLE_OF_BOTTOM;
}

gboolean
madaf_piece_role_is_plural (MadafPieceRole role)
{
  switch (role)
    {
    case MADAF_ROLE_OF_ACCESSORY:
    case MADAF_ROLE_OF_FURNITURE:
    case MADAF_ROLE_OF_LIGHT:
    case MADAF_ROLE_OF_TEXTILE:
    case MADAF_ROLE_OF_DECOR:
    case MADAF_ROLE_OF_TABLE:
    case MADAF_ROLE_OF_OTHER:
      return TRUE;
    case MADAF_ROLE_OF_TOP:
    case MADAF_ROLE_OF_BOTTOM:
    case MADAF_ROLE_OF_DRESS:
    case MADAF_ROLE_OF_LAYER:
    case MADAF_ROLE_OF_COAT:
    case MADAF_ROLE_OF_SHOES:
    case MADAF_ROLE_OF_BAG:
    case MADAF_ROLE_OF_NIGHTWEAR:
    default:
      return FALSE;
    }
}

gboolean
madaf_piece_role_goes_with (MadafPieceRole had, MadafPieceRole more)
{
  if (had == MADAF_ROLE_OF_DRESS || more == MADAF_ROLE_OF_DRESS)
    return had != more && !is_half (had) && !is_half (more);
  return had != more || madaf_piece_role_is_plural (had);
}
