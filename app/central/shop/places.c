/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/places.h"

#include <string.h>

#include "central/shop/private.h"
#include "model/distance.h"

typedef struct
{
  MadafShopBranch *branch; /* (owned) */
  double distance;
  gboolean is_here;
} Place;

struct _MadafPlaces
{
  GArray *places;    /* of Place, the nearest first */
  guint *by_id;      /* indexes into places, by the bytes of the ids: the order in which stock is read */
  guint n_closed;    /* that hand nothing out */
  guint n_unsending; /* that ship nothing */
};

static void
place_clear (gpointer place)
{
  madaf_shop_branch_free (((Place *)place)->branch);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->is_here != other->is_here)
    return one->is_here ? -1 : 1;
  if ((one->distance < 0) != (other->distance < 0))
    return one->distance < 0 ? 1 : -1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return strcmp (one->branch->id, other->branch->id);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  const MadafPlaces *places = data;

  return strcmp (madaf_places_get_branch (places, *(const guint *)a)->id,
                 madaf_places_get_branch (places, *(const guint *)b)->id);
}

static const MadafShopBranch *
find (GPtrArray *branches, const char *id)
{
  for (guint i = 0; id != NULL && i < branches->len; i++)
    if (strcmp (((const MadafShopBranch *)g_ptr_array_index (branches, i))->id, id) == 0)
      return g_ptr_array_index (branches, i);
  return NULL;
}

static double
distance_from (const MadafShopBranch *here, const MadafShopBranch *branch)
{
  if (here == branch)
    return 0;
  if (here == NULL || !here->has_position || !branch->has_position)
    return -1;
  return madaf_distance (here->latitude, here->longitude, branch->latitude, branch->longitude);
}

MadafPlaces *
madaf_places_read (MadafTransaction *transaction, const char *here_id, GError **error)
{
  g_autoptr (GPtrArray) branches = madaf_branch_list (transaction, error);
  const MadafShopBranch *here;
  MadafPlaces *self;

  if (branches == NULL)
    return NULL;
  here = find (branches, here_id);
  self = g_new0 (MadafPlaces, 1);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (Place), branches->len);
  g_array_set_clear_func (self->places, place_clear);
  for (guint i = 0; i < branches->len; i++)
    {
      MadafShopBranch *branch = g_ptr_array_index (branches, i);
      Place place = { branch, distance_from (here, branch), branch == here };

      g_array_append_val (self->places, place);
    }
  g_ptr_array_set_free_func (branches, NULL);
  g_array_sort (self->places, compare_places);
  for (guint i = 0; i < self->places->len; i++)
    {
      self->n_closed += !madaf_places_get_branch (self, i)->can_collect;
      self->n_unsending += !madaf_places_get_branch (self, i)->can_ship;
    }
  self->by_id = g_new (guint, self->places->len);
  for (guint i = 0; i < self->places->len; i++)
    self->by_id[i] = i;
  g_qsort_with_data (self->by_id, (int)self->places->len, sizeof (guint), compare_ids, self);
  return self;
}

void
madaf_places_free (MadafPlaces *self)
{
  g_array_unref (self->places);
  g_free (self->by_id);
  g_free (self);
}

guint
madaf_places_get_n (const MadafPlaces *self)
{
  return self->places->len;
}

const MadafShopBranch *
madaf_places_get_branch (const MadafPlaces *self, guint index)
{
  return g_array_index (self->places, Place, index).branch;
}

double
madaf_places_get_distance (const MadafPlaces *self, guint index)
{
  return g_array_index (self->places, Place, index).distance;
}

gboolean
madaf_places_has_here (const MadafPlaces *self)
{
  return self->places->len > 0 && g_array_index (self->places, Place, 0).is_here;
}

gboolean
madaf_places_read_stock (
    const MadafPlaces *self, MadafTransaction *transaction, const char *variant_id, gint64 *available, GError **error)
{
  guint next = 0;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT branch_id, on_hand - reserved FROM stock WHERE variant_id = $1 AND on_hand > reserved"
               " ORDER BY branch_id",
               TEXT (variant_id));

  memset (available, 0, sizeof *available * self->places->len);
  /* Both lists are in one order, so one walk along them finds every branch. */
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      const char *branch_id = madaf_rows_text (rows, 0);

      while (next < self->places->len && strcmp (madaf_places_get_branch (self, self->by_id[next])->id, branch_id) < 0)
        next++;
      if (next < self->places->len && strcmp (madaf_places_get_branch (self, self->by_id[next])->id, branch_id) == 0)
        available[self->by_id[next]] = madaf_rows_int (rows, 1);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

void
madaf_places_sum (const MadafPlaces *self, const gint64 *available, gint64 quantity, MadafReachable *sum)
{
  gint64 shippable = 0;

  *sum = (MadafReachable){ .here = madaf_places_has_here (self) ? available[0] : 0 };
  for (guint i = 0; i < self->places->len; i++)
    {
      const MadafShopBranch *branch = madaf_places_get_branch (self, i);

      if (branch->can_collect && available[i] >= quantity)
        sum->branches++;
      if (branch->can_ship)
        shippable += available[i];
    }
  sum->can_ship = shippable >= quantity;
}

/* Fewer branches are sooner walked along than asked one by one. */
#define FEW 24

static gboolean
read_one (
    MadafTransaction *transaction, const char *variant_id, const char *branch_id, gint64 *available, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error, "SELECT max (0, on_hand - reserved) FROM stock WHERE variant_id = $1 AND branch_id = $2",
      TEXT (variant_id), TEXT (branch_id));

  *available = rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_int (rows, 0) : 0;
  return rows != NULL && !madaf_rows_failed (rows);
}

/* How many of those that hand nothing out have some. */
static gboolean
count_closed (
    const MadafPlaces *self, MadafTransaction *transaction, const char *variant_id, guint *n_with_some, GError **error)
{
  for (guint i = 0; i < self->places->len && self->n_closed > 0; i++)
    {
      const MadafShopBranch *branch = madaf_places_get_branch (self, i);
      gint64 available = 0;

      if (!branch->can_collect && !read_one (transaction, variant_id, branch->id, &available, error))
        return FALSE;
      *n_with_some += available > 0;
    }
  return TRUE;
}

gboolean
madaf_places_read_reachable (
    const MadafPlaces *self, MadafTransaction *transaction, const char *variant_id, MadafReachable *sum, GError **error)
{
  gint64 n = 0;
  guint n_closed_with_some = 0;

  *sum = (MadafReachable){ 0 };
  if (!madaf_shop_read_int (transaction, "SELECT count (*) FROM stock WHERE variant_id = $1 AND on_hand > reserved",
                            variant_id, 0, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  /* More branches have some than there are that do not ship: one of them ships. */
  if (n <= FEW || n <= self->n_unsending || self->n_closed > FEW)
    {
      g_autofree gint64 *available = g_new (gint64, self->places->len + 1);

      if (!madaf_places_read_stock (self, transaction, variant_id, available, error))
        return FALSE;
      madaf_places_sum (self, available, 1, sum);
      return TRUE;
    }
  if (!count_closed (self, transaction, variant_id, &n_closed_with_some, error)
      || (madaf_places_has_here (self)
          && !read_one (transaction, variant_id, madaf_places_get_branch (self, 0)->id, &sum->here, error)))
    return FALSE;
  sum->branches = (guint)n - n_closed_with_some;
  sum->can_ship = TRUE;
  return TRUE;
}
