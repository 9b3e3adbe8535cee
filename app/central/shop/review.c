/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/review.h"

#include "central/shop/error.h"
#include "central/shop/private.h"

#define DEFAULT_LIMIT 24
#define MAX_LIMIT     60
#define MAX_FACETS    60
#define ACCEPTED      " FROM review r WHERE r.product_id = $1 AND r.state = 'accepted'"
#define FILTER                                                                                                         \
  ACCEPTED " AND ($2 = 0 OR r.stars = $2) AND ($3 IS NULL OR r.language = $3) AND ($4 IS NULL OR r.size = $4)"         \
           " AND ($5 IS NULL OR r.fit = $5)"

MadafShopReview *
madaf_review_from_row (MadafRows *rows)
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
  review->usual_size = madaf_rows_dup_text (rows, 8);
  review->fit = madaf_rows_dup_text (rows, 9);
  review->verified = madaf_rows_int (rows, 10) != 0;
  review->written_on = madaf_rows_dup_text (rows, 11);
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

static gboolean
count_matching (MadafTransaction *transaction, const MadafReviewQuery *query, gint64 *matching, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT count (*)" FILTER, TEXT (query->product_id), INT (query->stars),
               TEXT (query->language), TEXT (query->size), TEXT (query->fit));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  *matching = madaf_rows_int (rows, 0);
  return TRUE;
}

static void
facet_free (gpointer data)
{
  MadafReviewFacet *facet = data;

  g_free (facet->kind);
  g_free (facet->value);
  g_free (facet);
}

/* By what the reviews can be narrowed at all. */
static GPtrArray *
read_facets (MadafTransaction *transaction, const char *product_id, GError **error)
{
  g_autoptr (GPtrArray) facets = g_ptr_array_new_with_free_func (facet_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT 'size', r.size, count (*) AS n" ACCEPTED " AND r.size IS NOT NULL GROUP BY r.size"
               " UNION ALL SELECT 'fit', r.fit, count (*)" ACCEPTED " AND r.fit IS NOT NULL GROUP BY r.fit"
               " UNION ALL SELECT 'language', r.language, count (*)" ACCEPTED
               " GROUP BY r.language ORDER BY 1, 3 DESC, 2 LIMIT $2",
               TEXT (product_id), INT (MAX_FACETS));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafReviewFacet *facet = g_new0 (MadafReviewFacet, 1);

      facet->kind = madaf_rows_dup_text (rows, 0);
      facet->value = madaf_rows_dup_text (rows, 1);
      facet->count = madaf_rows_int (rows, 2);
      g_ptr_array_add (facets, facet);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&facets);
}

/* What goes beside the reviews themselves. */
static MadafReviewPage *
open_page (MadafTransaction *transaction, const MadafReviewQuery *query, GError **error)
{
  g_autoptr (MadafReviewPage) page = g_new0 (MadafReviewPage, 1);

  page->matching = -1;
  page->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_review_free);
  if (!read_stars (transaction, query->product_id, page->stars, error))
    return NULL;
  if (query->cursor != NULL)
    return g_steal_pointer (&page);
  if (!count_matching (transaction, query, &page->matching, error))
    return NULL;
  page->facets = read_facets (transaction, query->product_id, error);
  return page->facets != NULL ? g_steal_pointer (&page) : NULL;
}

MadafReviewPage *
madaf_review_list (MadafTransaction *transaction, const MadafReviewQuery *query, GError **error)
{
  static const char *const statements[] = {
    [MADAF_REVIEW_SORT_NEWEST]
    = "SELECT " MADAF_REVIEW_COLUMNS FILTER " AND ($7 IS NULL OR (r.written_on, r.id) < ($7, $8)) AND $6 = $6"
      " ORDER BY r.written_on DESC, r.id DESC LIMIT $9",
    [MADAF_REVIEW_SORT_HIGHEST]
    = "SELECT " MADAF_REVIEW_COLUMNS FILTER " AND ($7 IS NULL OR (r.stars, r.written_on, r.id) < ($6, $7, $8))"
      " ORDER BY r.stars DESC, r.written_on DESC, r.id DESC LIMIT $9",
    [MADAF_REVIEW_SORT_LOWEST]
    = "SELECT " MADAF_REVIEW_COLUMNS FILTER " AND ($7 IS NULL OR (r.stars, r.written_on, r.id) > ($6, $7, $8))"
      " ORDER BY r.stars, r.written_on, r.id LIMIT $9",
  };
  g_autoptr (MadafReviewPage) page = open_page (transaction, query, error);
  g_autoptr (MadafRows) rows = NULL;
  g_autofree char *day = NULL;
  g_autofree char *id = NULL;
  int limit = MIN (query->limit > 0 ? query->limit : DEFAULT_LIMIT, MAX_LIMIT);
  gint64 stars = 0;

  if (page == NULL)
    return NULL;
  split_cursor (query->cursor, &stars, &day, &id);
  rows = QUERY (transaction, error, statements[query->sort], TEXT (query->product_id), INT (query->stars),
                TEXT (query->language), TEXT (query->size), TEXT (query->fit), INT (stars), TEXT (day), TEXT (id),
                INT (limit + 1));
  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (page->reviews, madaf_review_from_row (rows));
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
madaf_review_recount (MadafTransaction *transaction, const char *product_id, GError **error)
{
  return RUN (transaction, error,
              "UPDATE product SET stars_1 = c.n1, stars_2 = c.n2, stars_3 = c.n3, stars_4 = c.n4, stars_5 = c.n5 FROM"
              " (SELECT count (*) FILTER (WHERE stars = 1) AS n1, count (*) FILTER (WHERE stars = 2) AS n2,"
              " count (*) FILTER (WHERE stars = 3) AS n3, count (*) FILTER (WHERE stars = 4) AS n4,"
              " count (*) FILTER (WHERE stars = 5) AS n5 FROM review WHERE product_id = $1 AND state = 'accepted') c"
              " WHERE id = $1",
              TEXT (product_id));
}

gboolean
madaf_review_put (MadafTransaction *transaction, const MadafShopReview *review, const char *source, GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO review (id, product_id, source, stars, language, title, text, author, size, usual_size,"
              " fit, verified, written_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
              " ON CONFLICT (id) DO UPDATE SET product_id = excluded.product_id, source = excluded.source,"
              " stars = excluded.stars, language = excluded.language, title = excluded.title, text = excluded.text,"
              " author = excluded.author, size = excluded.size, usual_size = excluded.usual_size, fit = excluded.fit,"
              " verified = excluded.verified, written_on = excluded.written_on",
              TEXT (review->id), TEXT (review->product_id), TEXT (source), INT (review->stars), TEXT (review->language),
              TEXT (review->title), TEXT (review->text), TEXT (review->author), TEXT (review->size),
              TEXT (review->usual_size), TEXT (review->fit), INT (review->verified), TEXT (review->written_on))
         && madaf_review_recount (transaction, review->product_id, error);
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
  g_free (review->usual_size);
  g_free (review->fit);
  g_free (review->written_on);
  g_free (review);
}

void
madaf_review_page_free (MadafReviewPage *page)
{
  g_ptr_array_unref (page->reviews);
  g_clear_pointer (&page->facets, g_ptr_array_unref);
  g_free (page->next);
  g_free (page);
}
