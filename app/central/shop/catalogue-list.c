/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/catalogue.h"

#include <string.h>

#include "central/shop/facets.h"
#include "central/shop/private.h"
#include "model/fold.h"

/* Totals, facets and sorting look at this many matches; less where each match costs more, and least where somebody
 * types and every key asks again: half of such an answer's time went into matches that are not on its page. */
#define WINDOW_CATEGORY 1000
#define WINDOW_STOCK    200
#define WINDOW_TYPED    100
/* How many products a page may look at to find those that pass the filters; then it is left short. */
#define SCAN_MAX  4000
#define WORDS_MAX 8
/* What a look into one product's stock, or its categories, costs in products scanned. */
#define STOCK_COST    4
#define CATEGORY_COST 2
/* The index answers beginnings up to this many letters at once; longer ones are compared here. */
#define INDEXED_LETTERS 6
#define NUMBER_MASK     0xffffff

typedef struct
{
  gint64 rank;
  gint64 key; /* what it is sorted by */
  char *product_id;
} Match;

static void
match_clear (gpointer data)
{
  g_free (((Match *)data)->product_id);
}

typedef struct
{
  MadafTransaction *transaction;
  const MadafProductQuery *query;
  char *expression;      /* (owned) (nullable) for the index */
  GPtrArray *long_words; /* (borrowed) of those that the index does not tell apart: " leather" */
  MadafFacets *facets;   /* (nullable) counted when there */
  GArray *matches;       /* of Match */
  guint wanted;
  gint64 last_rank;  /* scanned */
  gboolean complete; /* there are no further matches */
} Scan;

static gboolean
contains_any (const char *joined, const char *const *wanted)
{
  if (wanted == NULL || wanted[0] == NULL)
    return TRUE;
  for (; *wanted != NULL; wanted++)
    {
      g_autofree char *part = g_strconcat ("\n", *wanted, "\n", NULL);

      if (strstr (joined, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_any (const char *value, const char *const *wanted)
{
  return wanted == NULL || wanted[0] == NULL || (value != NULL && g_strv_contains (wanted, value));
}

static gboolean
check_in_stock (Scan *self, const char *product_id, gboolean *passes, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT v.colour_id, v.size FROM variant v JOIN stock s ON s.variant_id = v.id AND s.branch_id = $2"
               " WHERE v.product_id = $1 AND v.hidden = 0 AND s.on_hand > s.reserved",
               TEXT (product_id), TEXT (self->query->in_stock_at));

  *passes = FALSE;
  while (rows != NULL && !*passes && madaf_rows_next (rows, error))
    *passes = is_any (madaf_rows_text (rows, 0), self->query->colours)
              && is_any (madaf_rows_text (rows, 1), self->query->sizes);
  return rows != NULL && !madaf_rows_failed (rows);
}

/* The rank ends in the product's number. */
static gboolean
check_long_words (Scan *self, gint64 rank, gboolean *passes, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      self->transaction, error, "SELECT ' ' || search_text FROM product WHERE number = $1", INT (rank & NUMBER_MASK));

  if (rows != NULL && madaf_rows_next (rows, error))
    for (guint i = 0; i < self->long_words->len && *passes; i++)
      *passes = strstr (madaf_rows_text (rows, 0), g_ptr_array_index (self->long_words, i)) != NULL;
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
check (Scan *self, MadafRows *rows, gboolean *passes, GError **error)
{
  *passes = madaf_rows_int (rows, 4) != 0 && contains_any (madaf_rows_text (rows, 2), self->query->colours)
            && contains_any (madaf_rows_text (rows, 3), self->query->sizes);
  if (*passes && self->long_words->len > 0 && !check_long_words (self, madaf_rows_int (rows, 0), passes, error))
    return FALSE;
  if (*passes && self->query->in_stock_at != NULL)
    return check_in_stock (self, madaf_rows_text (rows, 1), passes, error);
  return TRUE;
}

static MadafRows *
start_scan (Scan *self, gint64 after_rank, GError **error)
{
  const char *category = self->query->category;

  if (self->expression != NULL)
    return QUERY (self->transaction, error,
                  "SELECT l.rank, l.product_id, l.colours, l.sizes, $3 IS NULL OR EXISTS (SELECT 1 FROM"
                  " product_category c WHERE c.category_id = $3 AND c.rank = l.rank)"
                  " FROM search JOIN listing l ON l.rank = search.rowid"
                  " WHERE search MATCH $1 AND search.rowid > $2 ORDER BY search.rowid",
                  TEXT (self->expression), INT (after_rank), TEXT (category));
  if (category != NULL)
    return QUERY (self->transaction, error,
                  "SELECT l.rank, l.product_id, l.colours, l.sizes, 1 FROM product_category c"
                  " JOIN listing l ON l.rank = c.rank WHERE c.category_id = $1 AND c.rank > $2 ORDER BY c.rank",
                  TEXT (category), INT (after_rank));
  return QUERY (self->transaction, error,
                "SELECT rank, product_id, colours, sizes, 1 FROM listing WHERE rank > $1 ORDER BY rank",
                INT (after_rank));
}

/* Collects wanted matches after @after_rank, the best known first. */
static gboolean
scan (Scan *self, gint64 after_rank, GError **error)
{
  g_autoptr (MadafRows) rows = start_scan (self, after_rank, error);
  guint cost = self->query->in_stock_at != NULL                            ? STOCK_COST
               : self->expression != NULL && self->query->category != NULL ? CATEGORY_COST
                                                                           : 1;
  guint scanned = 0;

  self->complete = FALSE;
  while (rows != NULL && self->matches->len < self->wanted && scanned < SCAN_MAX)
    {
      gboolean passes = FALSE;

      if (!madaf_rows_next (rows, error))
        {
          self->complete = !madaf_rows_failed (rows);
          return self->complete;
        }
      scanned += cost;
      self->last_rank = madaf_rows_int (rows, 0);
      if (!check (self, rows, &passes, error))
        return FALSE;
      if (passes)
        {
          Match match = { self->last_rank, 0, madaf_rows_dup_text (rows, 1) };

          g_array_append_val (self->matches, match);
          if (self->facets != NULL)
            madaf_facets_count (self->facets, match.product_id, madaf_rows_text (rows, 2), madaf_rows_text (rows, 3));
        }
    }
  return rows != NULL;
}

/* Every word may be the beginning of one. FALSE when there is nothing to look for. */
static gboolean
set_words (Scan *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", WORDS_MAX + 1);
  g_autoptr (GString) expression = g_string_new (NULL);

  g_ptr_array_set_size (self->long_words, 0);
  for (guint i = 0; words[i] != NULL && i < WORDS_MAX; i++)
    {
      g_autofree char *beginning = g_utf8_substring (words[i], 0, MIN (g_utf8_strlen (words[i], -1), INDEXED_LETTERS));

      if (words[i][0] == '\0')
        continue;
      g_string_append_printf (expression, "%s\"%s\"*", expression->len > 0 ? " AND " : "", beginning);
      if (strlen (beginning) < strlen (words[i]))
        g_ptr_array_add (self->long_words, g_strconcat (" ", words[i], NULL));
    }
  g_free (self->expression);
  self->expression = expression->len > 0 ? g_strdup (expression->str) : NULL;
  return self->expression != NULL;
}

/* Scans for what was typed, and when that gives nothing, for what another keyboard layout would have typed. */
static gboolean
scan_words (Scan *self, MadafProductPage *page, GError **error)
{
  g_autofree char *folded = madaf_fold (self->query->words);
  g_auto (GStrv) others = NULL;

  self->complete = TRUE;
  if (set_words (self, folded) && !scan (self, -1, error))
    return FALSE;
  if (self->matches->len > 0 || !self->complete)
    return TRUE;
  others = madaf_fold_layouts (self->query->words);
  for (guint i = 0; others[i] != NULL && self->matches->len == 0; i++)
    {
      if (set_words (self, others[i]) && !scan (self, -1, error))
        return FALSE;
      if (self->matches->len > 0)
        page->retyped = g_strdup (others[i]);
    }
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->rank < second->rank ? -1 : first->rank > second->rank;
}

static gboolean
sort_matches (Scan *self, GError **error)
{
  static const char *const price_sql
      = "SELECT min (CASE WHEN sale_price < price AND sale_from_us <= $2 AND (sale_until_us = 0 OR sale_until_us > $2)"
        " THEN sale_price ELSE price END) FROM variant WHERE product_id = $1 AND hidden = 0";
  static const char *const age_sql = "SELECT -created_us FROM product WHERE id = $1 AND $2 = $2";

  for (guint i = 0; i < self->matches->len; i++)
    {
      Match *match = &g_array_index (self->matches, Match, i);
      g_autoptr (MadafRows) rows
          = QUERY (self->transaction, error, self->query->sort == MADAF_SORT_NEWEST ? age_sql : price_sql,
                   TEXT (match->product_id), INT (self->query->now_us));

      if (rows == NULL || !madaf_rows_next (rows, error))
        return FALSE;
      match->key = madaf_rows_int (rows, 0);
      if (self->query->sort == MADAF_SORT_PRICE_DESC)
        match->key = -match->key;
    }
  g_array_sort (self->matches, compare_keys);
  return TRUE;
}

static gboolean
add_cards (Scan *self, guint from, guint limit, MadafProductPage *page, GError **error)
{
  for (guint i = from; i < self->matches->len && i - from < limit; i++)
    if (!madaf_catalogue_add_card (self->transaction, g_array_index (self->matches, Match, i).product_id,
                                   self->query->now_us, page->cards, error))
      return FALSE;
  return TRUE;
}

/* A page of the sorted window; its cursor is an offset. */
static gboolean
fill_sorted (Scan *self, guint limit, MadafProductPage *page, GError **error)
{
  const char *cursor = self->query->cursor;
  guint64 offset = cursor != NULL && cursor[0] == 'o' ? g_ascii_strtoull (cursor + 1, NULL, 10) : 0;

  if (offset >= self->matches->len)
    return TRUE;
  if (!sort_matches (self, error) || !add_cards (self, (guint)offset, limit, page, error))
    return FALSE;
  if (offset + limit < self->matches->len)
    page->next = g_strdup_printf ("o%" G_GUINT64_FORMAT, offset + limit);
  return TRUE;
}

/* A page in order of rank; its cursor is the rank before it. */
static gboolean
fill_popular (Scan *self, guint limit, MadafProductPage *page, GError **error)
{
  const char *cursor = self->query->cursor;

  if (cursor != NULL && cursor[0] == 'r')
    {
      g_array_set_size (self->matches, 0);
      self->facets = NULL;
      self->wanted = limit + 1;
      if (!scan (self, g_ascii_strtoll (cursor + 1, NULL, 10), error))
        return FALSE;
    }
  if (!add_cards (self, 0, limit, page, error))
    return FALSE;
  if (self->matches->len > limit)
    page->next = g_strdup_printf ("r%" G_GINT64_FORMAT, g_array_index (self->matches, Match, limit - 1).rank);
  else if (!self->complete)
    page->next = g_strdup_printf ("r%" G_GINT64_FORMAT, self->last_rank);
  return TRUE;
}

static gboolean
fill (Scan *self, MadafFacets *facets, MadafProductPage *page, GError **error)
{
  int asked = self->query->limit > 0 ? self->query->limit : MADAF_LIST_DEFAULT_LIMIT;
  guint limit = (guint)MIN (asked, MADAF_LIST_MAX_LIMIT);

  self->wanted = self->query->words != NULL && self->query->sort == MADAF_SORT_POPULAR ? WINDOW_TYPED
                 : self->query->in_stock_at != NULL                                    ? WINDOW_STOCK
                                                                                       : WINDOW_CATEGORY;
  self->facets = facets;
  if (self->query->words != NULL ? !scan_words (self, page, error) : !scan (self, -1, error))
    return FALSE;
  page->total = self->complete ? (gint64)self->matches->len : -1;
  if (!madaf_facets_finish (facets, self->transaction, page->colours, page->sizes, error))
    return FALSE;
  if (self->query->words != NULL && self->expression == NULL)
    return TRUE;
  return self->query->sort == MADAF_SORT_POPULAR ? fill_popular (self, limit, page, error)
                                                 : fill_sorted (self, limit, page, error);
}

MadafProductPage *
madaf_catalogue_list (MadafTransaction *transaction, const MadafProductQuery *query, GError **error)
{
  g_autoptr (MadafProductPage) page = g_new0 (MadafProductPage, 1);
  g_autoptr (MadafFacets) facets = madaf_facets_new ();
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GPtrArray) long_words = g_ptr_array_new_with_free_func (g_free);
  Scan self = { .transaction = transaction, .query = query, .matches = matches, .long_words = long_words };
  gboolean good;

  g_array_set_clear_func (matches, match_clear);
  page->cards = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_card_free);
  page->colours = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_facet_free);
  page->sizes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_facet_free);
  good = fill (&self, facets, page, error);
  g_free (self.expression);
  return good ? g_steal_pointer (&page) : NULL;
}
