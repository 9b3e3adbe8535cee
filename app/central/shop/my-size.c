/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/my-size.h"

#include "central/shop/private.h"

/* The category that product p is in itself, the first of them. */
#define OWN_CATEGORY                                                                                                   \
  "(SELECT x.category_id FROM product_category x WHERE x.product_id = p.id AND x.own = 1 ORDER BY x.position LIMIT 1)"

/* Those of $1: said ones first, then what each size that was kept counts. */
#define SIZES                                                                                                          \
  "WITH kept AS (SELECT coalesce (p.brand, '') AS brand, " OWN_CATEGORY " AS category_id, l.size AS size,"             \
  " sum (l.quantity) AS pieces, max (o.placed_us) AS newest_us FROM customer_order o"                                  \
  " JOIN fulfilment f ON f.order_id = o.id AND f.state NOT IN ('cancelled', 'returned')"                               \
  " JOIN order_line l ON l.fulfilment_id = f.id AND l.size IS NOT NULL JOIN product p ON p.id = l.product_id"          \
  " WHERE o.member_id = $1 GROUP BY 1, 2, 3),"                                                                         \
  " every AS (SELECT brand, category_id, size, 1 AS said, coalesce ((SELECT k.pieces FROM kept k"                      \
  " WHERE k.brand = s.brand AND k.category_id = s.category_id AND k.size = s.size), 0) AS pieces, 0 AS newest_us"      \
  " FROM member_size s WHERE s.member_id = $1"                                                                         \
  " UNION ALL SELECT brand, category_id, size, 0, pieces, newest_us FROM kept),"                                       \
  " best AS (SELECT brand, category_id, size, said, pieces, row_number () OVER (PARTITION BY brand, category_id"       \
  " ORDER BY said DESC, pieces DESC, newest_us DESC, size) AS place FROM every)"                                       \
  " SELECT nullif (b.brand, ''), b.category_id, c.name, b.size, b.said, b.pieces FROM best b"                          \
  " JOIN category c ON c.id = b.category_id WHERE b.place = 1 ORDER BY c.position, c.id, b.brand LIMIT $2"

static MadafMySize *
size_from_row (MadafRows *rows)
{
  MadafMySize *size = g_new0 (MadafMySize, 1);

  size->brand = madaf_rows_dup_text (rows, 0);
  size->category_id = madaf_rows_dup_text (rows, 1);
  size->category_name = madaf_rows_dup_text (rows, 2);
  size->size = madaf_rows_dup_text (rows, 3);
  size->is_said = madaf_rows_int (rows, 4) != 0;
  size->pieces = madaf_rows_int (rows, 5);
  size->sizes = g_ptr_array_new_with_free_func (g_free);
  return size;
}

/* What there is of brand $1 ('' for none) in category $2. */
#define OFFERED                                                                                                        \
  "FROM product p JOIN variant v ON v.product_id = p.id AND v.hidden = 0 AND v.size <> ''"                             \
  " WHERE coalesce (p.brand, '') = $1 AND p.hidden = 0 AND p.id IN (SELECT y.product_id FROM product_category y"       \
  " WHERE y.category_id = $2) AND " OWN_CATEGORY " = $2"

static gboolean
read_offered (MadafTransaction *transaction, MadafMySize *size, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT v.size, min (v.position) " OFFERED " GROUP BY v.size ORDER BY 2, 1",
               TEXT (size->brand != NULL ? size->brand : ""), TEXT (size->category_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (size->sizes, madaf_rows_dup_text (rows, 0));
  return rows != NULL && !madaf_rows_failed (rows);
}

GPtrArray *
madaf_my_size_list (MadafTransaction *transaction, const char *member_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_my_size_free);
  g_autoptr (MadafRows) rows = QUERY (transaction, error, SIZES, TEXT (member_id), INT (MADAF_MY_SIZES_MAX));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (list, size_from_row (rows));
  if (rows == NULL || madaf_rows_failed (rows))
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!read_offered (transaction, g_ptr_array_index (list, i), error))
      return NULL;
  return g_steal_pointer (&list);
}

static gboolean
is_offered (MadafTransaction *transaction, const MadafMySizeDraft *draft, gboolean *is, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT 1 " OFFERED " AND v.size = $3 LIMIT 1",
               TEXT (draft->brand != NULL ? draft->brand : ""), TEXT (draft->category_id), TEXT (draft->size));

  *is = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
say (MadafTransaction *transaction, const char *member_id, const MadafMySizeDraft *draft, gint64 now_us, GError **error)
{
  const char *brand = draft->brand != NULL ? draft->brand : "";

  if (draft->size == NULL)
    return RUN (transaction, error, "DELETE FROM member_size WHERE member_id = $1 AND brand = $2 AND category_id = $3",
                TEXT (member_id), TEXT (brand), TEXT (draft->category_id));
  return RUN (transaction, error,
              "INSERT INTO member_size (member_id, brand, category_id, size, said_us) VALUES ($1, $2, $3, $4, $5)"
              " ON CONFLICT (member_id, brand, category_id) DO UPDATE SET size = $4, said_us = $5",
              TEXT (member_id), TEXT (brand), TEXT (draft->category_id), TEXT (draft->size), INT (now_us));
}

/* Nobody wears more than that, and what is kept of somebody has an end. */
static gboolean
check_number (MadafTransaction *transaction, const char *member_id, MadafFaults *faults, GError **error)
{
  gint64 n = 0;

  if (!madaf_shop_read_int (transaction, "SELECT count (*) FROM member_size WHERE member_id = $1", member_id, 0, &n,
                            error))
    return FALSE;
  if (n > MADAF_MY_SIZES_MAX)
    madaf_faults_add (faults, "too_many", "/sizes");
  return n <= MADAF_MY_SIZES_MAX || madaf_faults_set_error (faults, error);
}

gboolean
madaf_my_size_say (MadafTransaction *transaction,
                   const char *member_id,
                   const MadafMySizeDraft *drafts,
                   gsize n_drafts,
                   gint64 now_us,
                   MadafFaults *faults,
                   GError **error)
{
  for (gsize i = 0; i < n_drafts; i++)
    {
      gboolean is = TRUE;

      if (drafts[i].size != NULL && !is_offered (transaction, &drafts[i], &is, error))
        return FALSE;
      if (!is)
        madaf_faults_add (faults, "unknown_id", "/sizes/%u/size", (guint)i);
    }
  if (madaf_faults_any (faults))
    return madaf_faults_set_error (faults, error);
  for (gsize i = 0; i < n_drafts; i++)
    if (!say (transaction, member_id, &drafts[i], now_us, error))
      return FALSE;
  return check_number (transaction, member_id, faults, error);
}

void
madaf_my_size_free (MadafMySize *size)
{
  g_free (size->brand);
  g_free (size->category_id);
  g_free (size->category_name);
  g_free (size->size);
  g_ptr_array_unref (size->sizes);
  g_free (size);
}
