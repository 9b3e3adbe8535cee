/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/look-where.h"

#include "central/shop/look-stock.h"
#include "central/shop/private.h"

/* A question on its way to its answer. */
typedef struct
{
  MadafTransaction *transaction;
  const MadafPlaces *places;
  GPtrArray *stocks;     /* (owned) of MadafLookStock */
  MadafLookPlace *sites; /* (owned) by place */
  gint64 *ready_us;      /* (owned) by place; -1: not asked yet */
  MadafWholeLook look;
  MadafLookWhere *where; /* not owned */
  gint64 now_us;
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->stocks, g_ptr_array_unref);
  g_clear_pointer (&self->sites, g_free);
  g_clear_pointer (&self->ready_us, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
mark_sites (Search *self)
{
  guint n = madaf_places_get_n (self->places);

  self->sites = g_new0 (MadafLookPlace, n + 1);
  self->ready_us = g_new (gint64, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->sites[i].distance = madaf_places_get_distance (self->places, i);
      self->ready_us[i] = -1;
      for (guint j = 0; j < self->stocks->len; j++)
        if (((const MadafLookStock *)g_ptr_array_index (self->stocks, j))->at[i] != 0)
          self->sites[i].pieces |= 1U << j;
    }
}

/* Whether the stop prepares what is asked for now. One that does not open in the coming weeks is as if it had nothing.
 */
static gboolean
is_open (Search *self, int place)
{
  if (place < 0)
    return TRUE;
  if (self->ready_us[place] < 0)
    self->ready_us[place]
        = madaf_branch_collect_ready_us (madaf_places_get_branch (self->places, (guint)place), self->now_us);
  if (self->ready_us[place] > 0)
    return TRUE;
  self->sites[place].pieces = 0;
  return FALSE;
}

static gboolean
are_open (Search *self, const MadafLookStops *stops, guint n_stops)
{
  gboolean open = TRUE;

  for (guint i = 0; i < n_stops; i++)
    {
      open = is_open (self, stops[i].first) && open;
      open = is_open (self, stops[i].second) && open;
    }
  return open;
}

/* Opening hours take longer to read than the search takes, so they are asked only of the stops that were found. */
static void
solve (Search *self)
{
  gboolean open;

  do
    {
      madaf_whole_look_solve (self->sites, madaf_places_get_n (self->places), self->stocks->len, &self->look);
      open = are_open (self, self->look.one, self->look.n_one);
      open = are_open (self, self->look.two, self->look.n_two) && open;
      open = are_open (self, &self->look.most, 1) && open;
    }
  while (!open);
}

static gboolean
add_line (
    Search *self, GPtrArray *lines, guint piece, int candidate, const char *branch_id, gint64 *total, GError **error)
{
  const MadafLookStock *stock = g_ptr_array_index (self->stocks, piece);
  MadafLookLine *line = g_new0 (MadafLookLine, 1);
  MadafLinePrice price;

  g_ptr_array_add (lines, line);
  line->piece = piece;
  line->variant_id = g_strdup (((const MadafShopVariant *)g_ptr_array_index (stock->candidates, (guint)candidate))->id);
  line->quantity = stock->wanted->quantity;
  if (!madaf_look_stock_price (self->transaction, line->variant_id, branch_id, line->quantity, self->now_us, &price,
                               error))
    return FALSE;
  *total += price.total;
  return TRUE;
}

static gboolean
add_stop (Search *self, GPtrArray *stops, int place, MadafPieces pieces, GError **error)
{
  MadafLookStop *stop = g_new0 (MadafLookStop, 1);

  stop->place = (guint)place;
  stop->ready_us = self->ready_us[place];
  stop->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_line_free);
  g_ptr_array_add (stops, stop);
  for (guint i = 0; i < self->stocks->len; i++)
    {
      const MadafLookStock *stock = g_ptr_array_index (self->stocks, i);

      if ((pieces & 1U << i) != 0
          && !add_line (self, stop->lines, i, stock->at[place] - 1,
                        madaf_places_get_branch (self->places, stop->place)->id, &stop->total, error))
        return FALSE;
    }
  return TRUE;
}

/* All that the nearer one has is taken there. */
static gboolean
add_stops (Search *self, GPtrArray *list, const MadafLookStops *stops, GError **error)
{
  MadafPieces first = self->sites[stops->first].pieces;

  return add_stop (self, list, stops->first, first, error)
         && (stops->second < 0
             || add_stop (self, list, stops->second, self->sites[stops->second].pieces & ~first, error));
}

static gboolean
add_offers (Search *self, GError **error)
{
  for (guint i = 0; i < self->look.n_one; i++)
    if (!add_stops (self, self->where->one, &self->look.one[i], error))
      return FALSE;
  for (guint i = 0; i < self->look.n_two; i++)
    if (!add_stops (self, self->where->two, &self->look.two[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_shipping (Search *self, GError **error)
{
  for (guint i = 0; i < self->stocks->len; i++)
    if (((const MadafLookStock *)g_ptr_array_index (self->stocks, i))->shipped < 0)
      return TRUE;
  self->where->ship_lines = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_line_free);
  for (guint i = 0; i < self->stocks->len; i++)
    if (!add_line (self, self->where->ship_lines, i,
                   ((const MadafLookStock *)g_ptr_array_index (self->stocks, i))->shipped, NULL,
                   &self->where->ship_total, error))
      return FALSE;
  return TRUE;
}

static void
add_pieces (Search *self)
{
  for (guint i = 0; i < self->stocks->len; i++)
    {
      const MadafLookStock *stock = g_ptr_array_index (self->stocks, i);
      MadafLookPieceWhere *piece = g_new0 (MadafLookPieceWhere, 1);

      piece->product_id = g_strdup (stock->product_id);
      if (stock->shown >= 0)
        piece->variant_id
            = g_strdup (((const MadafShopVariant *)g_ptr_array_index (stock->candidates, (guint)stock->shown))->id);
      piece->here = stock->here;
      piece->branches = stock->branches;
      piece->can_ship = stock->shipped >= 0;
      g_ptr_array_add (self->where->pieces, piece);
    }
}

/* The pieces that are there where most of them are: at two stops, or, when that is more, in a parcel. */
static gboolean
add_most (Search *self, MadafPieces *covered, GError **error)
{
  MadafPieces shipped = 0;

  for (guint i = 0; i < self->stocks->len; i++)
    if (((const MadafLookStock *)g_ptr_array_index (self->stocks, i))->shipped >= 0)
      shipped |= 1U << i;
  *covered = self->look.covered;
  if (__builtin_popcount (shipped) > __builtin_popcount (*covered))
    {
      *covered = shipped;
      return TRUE;
    }
  return self->look.most.first < 0 || add_stops (self, self->where->most, &self->look.most, error);
}

static gboolean
add_missing (Search *self, GError **error)
{
  MadafPieces covered = 0;

  if (!add_most (self, &covered, error))
    return FALSE;
  for (guint i = 0; i < self->stocks->len; i++)
    {
      MadafMissingPiece *missing;

      if ((covered & 1U << i) != 0)
        continue;
      missing = g_new0 (MadafMissingPiece, 1);
      missing->piece = i;
      g_ptr_array_add (self->where->missing, missing);
      missing->swaps = madaf_look_find_swaps (self->transaction, self->places, self->stocks, i, self->where->most,
                                              self->now_us, error);
      if (missing->swaps == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
answer (Search *self, GError **error)
{
  MadafLookWhere *where = self->where;

  add_pieces (self);
  if (!add_offers (self, error) || !add_shipping (self, error))
    return FALSE;
  where->answer = where->one->len > 0         ? MADAF_LOOK_ONE_BRANCH
                  : where->two->len > 0       ? MADAF_LOOK_TWO_BRANCHES
                  : where->ship_lines != NULL ? MADAF_LOOK_SHIP
                                              : MADAF_LOOK_MISSING;
  return where->answer != MADAF_LOOK_MISSING || add_missing (self, error);
}

static MadafLookWhere *
where_new (void)
{
  MadafLookWhere *where = g_new0 (MadafLookWhere, 1);

  where->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_piece_where_free);
  where->one = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_stop_free);
  where->two = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_stop_free);
  where->most = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_stop_free);
  where->missing = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_missing_piece_free);
  return where;
}

MadafLookWhere *
madaf_look_find_where (MadafTransaction *transaction,
                       const MadafPlaces *places,
                       const MadafWantedPiece *pieces,
                       guint n_pieces,
                       gint64 now_us,
                       MadafFaults *faults,
                       GError **error)
{
  g_autoptr (MadafLookWhere) where = where_new ();
  g_auto (Search) self = { .transaction = transaction, .places = places, .where = where, .now_us = now_us };

  g_return_val_if_fail (n_pieces >= 1 && n_pieces <= MADAF_WHOLE_LOOK_MAX_PIECES, NULL);
  self.stocks = madaf_look_stock_read (transaction, places, pieces, n_pieces, faults, error);
  if (self.stocks == NULL)
    return NULL;
  mark_sites (&self);
  solve (&self);
  return answer (&self, error) ? g_steal_pointer (&where) : NULL;
}

const char *
madaf_look_answer_to_string (MadafLookAnswer look_answer)
{
  static const char *const names[] = { "one_branch", "two_branches", "ship", "missing" };

  return names[look_answer];
}

const char *
madaf_swap_kind_to_string (MadafSwapKind kind)
{
  static const char *const names[] = { "other_colour", "other_size", "similar" };

  return names[kind];
}

void
madaf_look_line_free (MadafLookLine *line)
{
  g_free (line->variant_id);
  g_free (line);
}

void
madaf_look_stop_free (MadafLookStop *stop)
{
  g_ptr_array_unref (stop->lines);
  g_free (stop);
}

void
madaf_look_piece_where_free (MadafLookPieceWhere *piece)
{
  g_free (piece->product_id);
  g_free (piece->variant_id);
  g_free (piece);
}

void
madaf_look_swap_free (MadafLookSwap *swap)
{
  g_clear_pointer (&swap->variant, madaf_shop_variant_free);
  g_clear_pointer (&swap->card, madaf_shop_card_free);
  g_clear_pointer (&swap->picture, madaf_shop_picture_free);
  g_free (swap);
}

void
madaf_missing_piece_free (MadafMissingPiece *piece)
{
  g_clear_pointer (&piece->swaps, g_ptr_array_unref);
  g_free (piece);
}

void
madaf_look_where_free (MadafLookWhere *where)
{
  g_ptr_array_unref (where->pieces);
  g_ptr_array_unref (where->one);
  g_ptr_array_unref (where->two);
  g_ptr_array_unref (where->most);
  g_clear_pointer (&where->ship_lines, g_ptr_array_unref);
  g_ptr_array_unref (where->missing);
  g_free (where);
}
