/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/shop/look-stock.h"
#include "central/shop/look.h"
#include "central/shop/private.h"

/* What may stand in for a piece that is missing: its product in another colour or the next size, or another product. */

#define MAX_SIMILAR     8  /* products looked at, of the same category and of the same role each */
#define MAX_OF_PRODUCT  3  /* variants of one of them */
#define MAX_ASKED_FAR   12 /* variants looked for beyond the stops */
#define ENOUGH_AT_STOPS 3

typedef struct
{
  MadafTransaction *transaction;
  const MadafPlaces *places;
  const GPtrArray *stocks;
  const MadafLookStock *stock; /* the piece that is missing */
  const GPtrArray *stops;
  GPtrArray *candidates; /* (owned) of MadafLookSwap, before they are known to be anywhere */
  GHashTable *products;  /* (owned) that are in the look, or among the candidates */
  gint64 now_us;
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
add_candidate (Search *self, MadafSwapKind kind, GPtrArray *variants, guint index)
{
  MadafLookSwap *swap = g_new0 (MadafLookSwap, 1);

  swap->kind = kind;
  swap->place = -1;
  swap->variant = g_ptr_array_steal_index (variants, index);
  g_ptr_array_add (self->candidates, swap);
}

/* The sizes of a product in their order, each once; the names stay the variants', which live on as candidates.
 * (transfer container) */
static GPtrArray *
list_sizes (GPtrArray *variants)
{
  GPtrArray *sizes = g_ptr_array_new ();

  for (guint i = 0; i < variants->len; i++)
    {
      char *size = ((const MadafShopVariant *)g_ptr_array_index (variants, i))->size;

      if (size != NULL && !g_ptr_array_find_with_equal_func (sizes, size, g_str_equal, NULL))
        g_ptr_array_add (sizes, size);
    }
  return sizes;
}

/* The sizes and colours that would have done. A variant that was asked for by its id says its own. */
typedef struct
{
  const char *size[2];
  const char *colour[2];
  const char *const *sizes;   /* (nullable) */
  const char *const *colours; /* (nullable) */
} Taste;

static void
read_taste (const MadafLookStock *stock, Taste *taste)
{
  const MadafShopVariant *variant;

  *taste = (Taste){ .sizes = stock->wanted->sizes, .colours = stock->wanted->colours };
  if (stock->wanted->variant_id == NULL)
    return;
  variant = g_ptr_array_index (stock->candidates, 0);
  taste->size[0] = variant->size;
  taste->colour[0] = variant->colour;
  taste->sizes = variant->size != NULL ? taste->size : NULL;
  taste->colours = variant->colour != NULL ? taste->colour : NULL;
}

/* Whether the size is one that will do (0), or beside one (1); else 2. */
static int
size_step (GPtrArray *sizes, const char *size, const char *const *wanted)
{
  guint index = 0;
  int step = 2;

  if (size == NULL || madaf_look_stock_rank (size, wanted) >= 0)
    return 0;
  g_ptr_array_find_with_equal_func (sizes, size, g_str_equal, &index);
  for (guint i = 0; i < sizes->len; i++)
    if (madaf_look_stock_rank (g_ptr_array_index (sizes, i), wanted) >= 0 && ABS ((int)i - (int)index) == 1)
      step = 1;
  return step;
}

static gboolean
add_same_product (Search *self, const Taste *taste, GError **error)
{
  g_autoptr (GPtrArray) variants = madaf_look_stock_read_variants (self->transaction, self->stock->product_id, error);
  g_autoptr (GPtrArray) sizes = variants != NULL ? list_sizes (variants) : NULL;

  for (guint i = 0; variants != NULL && i < variants->len;)
    {
      const MadafShopVariant *variant = g_ptr_array_index (variants, i);
      gboolean coloured = variant->colour == NULL || madaf_look_stock_rank (variant->colour, taste->colours) >= 0;
      int step = size_step (sizes, variant->size, taste->sizes);

      if (step == 0 && !coloured)
        add_candidate (self, MADAF_SWAP_COLOUR, variants, i);
      else if (step == 1 && coloured)
        add_candidate (self, MADAF_SWAP_SIZE, variants, i);
      else
        i++;
    }
  return variants != NULL;
}

/* Those that will do of another product: in a size that fits, the colours asked for first. */
static gboolean
add_product (Search *self, const char *product_id, const Taste *taste, GError **error)
{
  g_autoptr (GPtrArray) variants = madaf_look_stock_read_variants (self->transaction, product_id, error);
  guint added = 0;

  for (int pass = 0; variants != NULL && pass < 2; pass++)
    for (guint i = 0; i < variants->len && added < MAX_OF_PRODUCT;)
      {
        const MadafShopVariant *variant = g_ptr_array_index (variants, i);
        gboolean fits = variant->size == NULL || madaf_look_stock_rank (variant->size, taste->sizes) >= 0;
        gboolean coloured = madaf_look_stock_rank (variant->colour, taste->colours) >= 0;

        if (!fits || (pass == 0 && !coloured))
          {
            i++;
            continue;
          }
        add_candidate (self, MADAF_SWAP_SIMILAR, variants, i);
        added++;
      }
  return variants != NULL;
}

static gboolean
add_similar (Search *self, const char *sql, const char *argument, const Taste *taste, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error, sql, TEXT (argument), TEXT (self->stock->product_id), INT (MAX_SIMILAR));

  while (rows != NULL && madaf_rows_next (rows, error))
    if (g_hash_table_add (self->products, madaf_rows_dup_text (rows, 0))
        && !add_product (self, madaf_rows_text (rows, 0), taste, error))
      return FALSE;
  return rows != NULL && !madaf_rows_failed (rows);
}

/* Of the same role, and somewhere below a category that both are below, where the shop has such: nobody wants a man's
 * shirt for a woman's blouse. */
#define ROLE_SQL                                                                                                       \
  "SELECT l.product_id FROM look_piece l WHERE l.role = $1 AND l.product_id <> $2 AND (EXISTS"                         \
  " (SELECT 1 FROM product_category c CROSS JOIN product_category d ON d.product_id = l.product_id"                    \
  " AND d.category_id = c.category_id WHERE c.product_id = $2)"                                                        \
  " OR NOT EXISTS (SELECT 1 FROM product_category c WHERE c.product_id = $2 AND c.own = 0))"                           \
  " GROUP BY l.product_id ORDER BY count (*) DESC, l.product_id LIMIT $3"

static gboolean
add_candidates (Search *self, GError **error)
{
  const MadafWantedPiece *wanted = self->stock->wanted;
  MadafPieceRole role = wanted->role;
  Taste taste;

  read_taste (self->stock, &taste);
  for (guint i = 0; i < self->stocks->len; i++)
    g_hash_table_add (self->products,
                      g_strdup (((const MadafLookStock *)g_ptr_array_index (self->stocks, i))->product_id));
  if (!wanted->has_role && !madaf_piece_role_find (self->transaction, self->stock->product_id, &role, error))
    return FALSE;
  return add_same_product (self, &taste, error)
         && add_similar (self,
                         "SELECT n.product_id FROM product_category c JOIN product_category n"
                         " ON n.category_id = c.category_id AND n.own = 1 AND n.product_id <> $2"
                         " WHERE c.product_id = $1 AND c.own = 1 ORDER BY n.rank LIMIT $3",
                         self->stock->product_id, &taste, error)
         && (role == MADAF_ROLE_OF_OTHER
             || add_similar (self, ROLE_SQL, madaf_piece_role_to_string (role), &taste, error));
}

/* Whether one of the stops has it: then the look is whole with it. */
static gboolean
find_at_stops (Search *self, MadafLookSwap *swap, GError **error)
{
  for (guint i = 0; i < self->stops->len && !swap->completes; i++)
    {
      guint place = ((const MadafLookStop *)g_ptr_array_index (self->stops, i))->place;
      g_autoptr (MadafRows) rows = QUERY (
          self->transaction, error, "SELECT on_hand - reserved FROM stock WHERE variant_id = $1 AND branch_id = $2",
          TEXT (swap->variant->id), TEXT (madaf_places_get_branch (self->places, place)->id));

      if (rows != NULL && madaf_rows_next (rows, error) && madaf_rows_int (rows, 0) >= self->stock->wanted->quantity)
        {
          swap->place = (int)place;
          swap->completes = TRUE;
        }
      if (rows == NULL || madaf_rows_failed (rows))
        return FALSE;
    }
  return TRUE;
}

/* The nearest place that has it, else a parcel; *@found says whether there is any. */
static gboolean
find_far (Search *self, MadafLookSwap *swap, gboolean *found, GError **error)
{
  g_autofree gint64 *available = g_new (gint64, madaf_places_get_n (self->places) + 1);
  gint64 quantity = self->stock->wanted->quantity;
  MadafReachable sum;

  if (!madaf_places_read_stock (self->places, self->transaction, swap->variant->id, available, error))
    return FALSE;
  madaf_places_sum (self->places, available, quantity, &sum);
  swap->completes = self->stops->len == 0 && sum.can_ship;
  for (guint i = 0; i < madaf_places_get_n (self->places) && sum.branches > 0 && !swap->completes; i++)
    if (available[i] >= quantity
        && madaf_branch_collect_ready_us (madaf_places_get_branch (self->places, i), self->now_us) > 0)
      {
        swap->place = (int)i;
        break;
      }
  *found = swap->place >= 0 || sum.can_ship;
  return TRUE;
}

static gboolean
fill_in (Search *self, MadafLookSwap *swap, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  const char *branch_id = swap->place >= 0 ? madaf_places_get_branch (self->places, (guint)swap->place)->id : NULL;

  if (!madaf_catalogue_add_card (self->transaction, swap->variant->product_id, self->now_us, cards, error))
    return FALSE;
  swap->card = cards->len > 0 ? g_ptr_array_index (cards, 0) : NULL;
  return madaf_look_read_picture (self->transaction, swap->variant->product_id, swap->variant->colour, &swap->picture,
                                  error)
         && madaf_look_stock_price (self->transaction, swap->variant->id, branch_id, 1, self->now_us, &swap->price,
                                    error);
}

static int
compare_swaps (gconstpointer a, gconstpointer b)
{
  const MadafLookSwap *one = *(MadafLookSwap *const *)a;
  const MadafLookSwap *other = *(MadafLookSwap *const *)b;

  if (one->completes != other->completes)
    return one->completes ? -1 : 1;
  if (one->kind != other->kind)
    return (int)one->kind - (int)other->kind;
  if ((one->place < 0) != (other->place < 0))
    return one->place < 0 ? 1 : -1;
  return one->place - other->place;
}

/* Of another product one variant is enough to see it. */
static gboolean
is_shown (const GPtrArray *swaps, const MadafLookSwap *swap)
{
  for (guint i = 0; i < swaps->len; i++)
    {
      const MadafLookSwap *shown = g_ptr_array_index (swaps, i);

      if (swap->kind == MADAF_SWAP_SIMILAR && g_str_equal (shown->variant->product_id, swap->variant->product_id))
        return TRUE;
    }
  return FALSE;
}

/* Moves the candidates that are somewhere to @swaps. */
static gboolean
take_found (Search *self, gboolean far, GPtrArray *swaps, GError **error)
{
  guint asked = 0;

  for (guint i = 0; i < self->candidates->len;)
    {
      MadafLookSwap *swap = g_ptr_array_index (self->candidates, i);
      gboolean found = FALSE;

      i++;
      if (swap->completes || is_shown (swaps, swap) || (far && asked++ >= MAX_ASKED_FAR))
        continue;
      if (far ? !find_far (self, swap, &found, error) : !find_at_stops (self, swap, error))
        return FALSE;
      if (!found && !swap->completes)
        continue;
      g_ptr_array_add (swaps, swap);
      g_ptr_array_steal_index (self->candidates, --i);
    }
  return TRUE;
}

GPtrArray *
madaf_look_find_swaps (MadafTransaction *transaction,
                       const MadafPlaces *places,
                       const GPtrArray *stocks,
                       guint index,
                       const GPtrArray *stops,
                       gint64 now_us,
                       GError **error)
{
  g_autoptr (GPtrArray) swaps = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_swap_free);
  g_auto (Search) self = { transaction, places, stocks, g_ptr_array_index (stocks, index), stops, .now_us = now_us };

  self.candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_look_swap_free);
  self.products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!add_candidates (&self, error) || !take_found (&self, FALSE, swaps, error)
      || (swaps->len < ENOUGH_AT_STOPS && !take_found (&self, TRUE, swaps, error)))
    return NULL;
  g_ptr_array_sort (swaps, compare_swaps);
  if (swaps->len > MADAF_LOOK_MAX_SWAPS)
    g_ptr_array_set_size (swaps, MADAF_LOOK_MAX_SWAPS);
  for (guint i = 0; i < swaps->len; i++)
    if (!fill_in (&self, g_ptr_array_index (swaps, i), error))
      return NULL;
  return g_steal_pointer (&swaps);
}
