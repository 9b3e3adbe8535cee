/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/review.h"

#include "central/shop/error.h"
#include "central/shop/private.h"

#define DEFAULT_LIMIT 24
#define MAX_LIMIT     60
#define COLUMNS       "id, product_id, stars, language, title, text, author, size, fit, verified, written_on"
#define FILTER        " FROM review WHERE product_id = $1 AND ($2 = 0 OR stars = $2) AND ($3 IS NULL OR language = $3)"

static MadafShopReview *
review_from_row (MadafRows *rows)
{
  MadafShopReview *review = g_new0 (MadafShopReview, 1);

  review->id = madaf_rows_dup_text (rows, 0);
  review->product_id = madaf_rows_dup_text (rows, 1);
  review->stars = (int)madaf_rows_int (rows, 2);
  review->language = madaf_rows_dup_text (rows, 3);
  review->title = madaf_rows_dup_text (rows, 4);
  review->text = madaf_rows_dup_text (rows, 5);
  review->author = madaf_rows_dup_text (rows, 6);
  review->size = madaf_rows_dup_text (rows, 7);
  review->fit = madaf_rows_dup_text (rows, 8);
  review->verified = madaf_rows_int (rows, 9) != 0;
  review->written_on = madaf_rows_dup_text (rows, 10);
  return review;
}

static gboolean
read_stars (MadafTransaction *transaction, const char *product_id, gint64 stars[5], GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT stars_1, stars_2, stars_3, stars_4, stars_5 FROM product WHERE id = $1 AND hidden = 0",
               TEXT (product_id));

  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? FALSE : madaf_shop_not_found (error, "product", product_id);
  for (int i = 0; i < 5; i++)
    stars[i] = madaf_rows_int (rows, i);
  return TRUE;
}

/* Where the page before ended: "stars.day.id". */
static void
split_cursor (const char *cursor, gint64 *stars, char **day, char **id)
{
  g_auto (GStrv) parts = g_strsplit (cursor != NULL ? cursor : "", ".", 3);

  if (g_strv_length (parts) != 3)
    return;
  *stars = g_ascii_strtoll (parts[0], NULL, 10);
  *day = g_strdup (parts[1]);
  *id = g_strdup (parts[2]);
}

MadafReviewPage *
madaf_review_list (MadafTransaction *transaction, const MadafReviewQuery *query, GError **error)
{
  static const char *const statements[] = {
    [MADAF_REVIEW_SORT_NEWEST] = "SELECT " COLUMNS FILTER " AND ($5 IS NULL OR (written_on, id) < ($5, $6))"
                                 " AND $4 = $4 ORDER BY written_on DESC, id DESC LIMIT $7",
    [MADAF_REVIEW_SORT_HIGHEST] = "SELECT " COLUMNS FILTER " AND ($5 IS NULL OR (stars, written_on, id) < ($4, $5, $6))"
                                  " ORDER BY stars DESC, written_on DESC, id DESC LIMIT $7",
    [MADAF_REVIEW_SORT_LOWEST] = "SELECT " COLUMNS FILTER " AND ($5 IS NULL OR (stars, written_on, id) > ($4, $5, $6))"
                                 " ORDER BY stars, written_on, id LIMIT $7",
  };
  g_autoptr (MadafReviewPage) page = g_new0 (MadafReviewPage, 1);
  g_autoptr (MadafRows) rows = NULL;
  g_autofree char *day = NULL;
  g_autofree char *id = NULL;
  int limit = MIN (query->limit > 0 ? query->limit : DEFAULT_LIMIT, MAX_LIMIT);
  gint64 stars = 0;

  page->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_review_free);
  if (!read_stars (transaction, query->product_id, page->stars, error))
    return NULL;
  split_cursor (query->cursor, &stars, &day, &id);
  rows = QUERY (transaction, error, statements[query->sort], TEXT (query->product_id), INT (query->stars),
                TEXT (query->language), INT (stars), TEXT (day), TEXT (id), INT (limit + 1));
  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (page->reviews, review_from_row (rows));
  if (rows == NULL || madaf_rows_failed (rows))
    return NULL;
  if (page->reviews->len > (guint)limit)
    {
      const MadafShopReview *last = g_ptr_array_index (page->reviews, limit - 1);

      page->next = g_strdup_printf ("%d.%s.%s", last->stars, last->written_on, last->id);
      g_ptr_array_set_size (page->reviews, limit);
    }
  return g_steal_pointer (&page);
}

gboolean
madaf_review_put (MadafTransaction *transaction, const MadafShopReview *review, const char *source, GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO review (id, product_id, source, stars, language, title, text, author, size, fit, verified,"
              " written_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO UPDATE SET"
              " product_id = excluded.product_id, source = excluded.source, stars = excluded.stars,"
              " language = excluded.language, title = excluded.title, text = excluded.text, author = excluded.author,"
              " size = excluded.size, fit = excluded.fit, verified = excluded.verified, written_on = "
              "excluded.written_on",
              TEXT (review->id), TEXT (review->product_id), TEXT (source), INT (review->stars), TEXT (review->language),
              TEXT (review->title), TEXT (review->text), TEXT (review->author), TEXT (review->size), TEXT (review->fit),
              INT (review->verified), TEXT (review->written_on))
         && RUN (
             transaction, error,
             "UPDATE product SET stars_1 = c.n1, stars_2 = c.n2, stars_3 = c.n3, stars_4 = c.n4, stars_5 = c.n5 FROM"
             " (SELECT count (*) FILTER (WHERE stars = 1) AS n1, count (*) FILTER (WHERE stars = 2) AS n2,"
             " count (*) FILTER (WHERE stars = 3) AS n3, count (*) FILTER (WHERE stars = 4) AS n4,"
             " count (*) FILTER (WHERE stars = 5) AS n5 FROM review WHERE product_id = $1) c WHERE id = $1",
             TEXT (review->product_id));
}

void
madaf_shop_review_free (MadafShopReview *review)
{
  g_free (review->id);
  g_free (review->product_id);
  g_free (review->language);
  g_free (review->title);
  g_free (review->text);
  g_free (review->author);
  g_free (review->size);
  g_free (review->fit);
  g_free (review->written_on);
  g_free (review);
}

void
madaf_review_page_free (MadafReviewPage *page)
{
  g_ptr_array_unref (page->reviews);
  g_free (page->next);
  g_free (page);
}
