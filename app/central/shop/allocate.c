/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/allocate.h"

#include <string.h>

#include "central/shop/private.h"

/* A branch that ships, and how many it has of each shipped line. */
typedef struct
{
  char *id;
  gint64 *available; /* by line, 0 for those that are collected */
} Sender;

static void
take_free (MadafTake *take)
{
  g_free (take->branch_id);
  g_free (take);
}

static void
sender_free (Sender *sender)
{
  g_free (sender->id);
  g_free (sender->available);
  g_free (sender);
}

static void
add_take (GPtrArray *takes, const MadafPricedLine *line, const char *branch_id, gint64 quantity)
{
  MadafTake *take = g_new0 (MadafTake, 1);

  take->line = line;
  take->reach = line->reach;
  take->branch_id = g_strdup (branch_id);
  take->quantity = quantity;
  g_ptr_array_add (takes, take);
}

/* What the collected lines of the same order take from the same books. */
static gint64
collected_at (GPtrArray *lines, const char *variant_id, const char *branch_id)
{
  gint64 quantity = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (lines, i);

      if (line->reach == MADAF_REACH_COLLECT && g_str_equal (line->variant_id, variant_id)
          && g_str_equal (line->branch_id, branch_id))
        quantity += line->quantity;
    }
  return quantity;
}

static Sender *
find_sender (GPtrArray *senders, const char *id, guint n_lines)
{
  Sender *sender;

  for (guint i = 0; i < senders->len; i++)
    {
      sender = g_ptr_array_index (senders, i);
      if (g_str_equal (sender->id, id))
        return sender;
    }
  sender = g_new0 (Sender, 1);
  sender->id = g_strdup (id);
  sender->available = g_new0 (gint64, n_lines);
  g_ptr_array_add (senders, sender);
  return sender;
}

static GPtrArray *
read_senders (MadafTransaction *transaction, GPtrArray *lines, GError **error)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func ((GDestroyNotify)sender_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (lines, i);
      g_autoptr (MadafRows) rows = NULL;

      if (line->reach != MADAF_REACH_SHIP)
        continue;
      rows = QUERY (transaction, error,
                    "SELECT b.id, s.on_hand - s.reserved FROM stock s JOIN branch b ON b.id = s.branch_id"
                    " WHERE s.variant_id = $1 AND b.can_ship = 1 AND s.on_hand > s.reserved ORDER BY b.position, b.id",
                    TEXT (line->variant_id));
      while (rows != NULL && madaf_rows_next (rows, error))
        {
          const char *id = madaf_rows_text (rows, 0);
          gint64 left = madaf_rows_int (rows, 1) - collected_at (lines, line->variant_id, id);

          find_sender (senders, id, lines->len)->available[i] = MAX (0, left);
        }
      if (rows == NULL || madaf_rows_failed (rows))
        return NULL;
    }
  return g_steal_pointer (&senders);
}

/* The sender that can give the most of what is still wanted; NULL when none can give anything. */
static Sender *
best_sender (GPtrArray *senders, const gint64 *wanted, guint n_lines)
{
  Sender *best = NULL;
  gint64 most = 0;

  for (guint i = 0; i < senders->len; i++)
    {
      Sender *sender = g_ptr_array_index (senders, i);
      gint64 sum = 0;

      for (guint j = 0; j < n_lines; j++)
        sum += MIN (wanted[j], sender->available[j]);
      if (sum > most)
        {
          most = sum;
          best = sender;
        }
    }
  return best;
}

static int
compare_takes (gconstpointer a, gconstpointer b)
{
  const MadafTake *first = *(MadafTake *const *)a;
  const MadafTake *second = *(MadafTake *const *)b;
  int difference = (int)first->reach - (int)second->reach;

  if (difference == 0)
    difference = strcmp (first->branch_id, second->branch_id);
  return difference != 0 ? difference : strcmp (first->line->variant_id, second->line->variant_id);
}

/* The one that gives most first is the one that has all, if there is one. */
static void
take_from_senders (GPtrArray *lines, GPtrArray *senders, gint64 *wanted, GPtrArray *takes)
{
  Sender *sender;

  while ((sender = best_sender (senders, wanted, lines->len)) != NULL)
    for (guint i = 0; i < lines->len; i++)
      {
        gint64 quantity = MIN (wanted[i], sender->available[i]);

        if (quantity <= 0)
          continue;
        add_take (takes, g_ptr_array_index (lines, i), sender->id, quantity);
        wanted[i] -= quantity;
        sender->available[i] -= quantity;
      }
}

GPtrArray *
madaf_allocate (MadafTransaction *transaction, GPtrArray *lines, MadafRefusal *refusal, GError **error)
{
  g_autoptr (GPtrArray) takes = g_ptr_array_new_with_free_func ((GDestroyNotify)take_free);
  g_autoptr (GPtrArray) senders = read_senders (transaction, lines, error);
  g_autofree gint64 *wanted = g_new0 (gint64, lines->len);

  if (senders == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (lines, i);

      if (line->reach == MADAF_REACH_COLLECT)
        add_take (takes, line, line->branch_id, line->quantity);
      else
        wanted[i] = line->quantity;
    }
  take_from_senders (lines, senders, wanted, takes);
  for (guint i = 0; i < lines->len; i++)
    if (wanted[i] > 0 && !madaf_refuse_line (transaction, g_ptr_array_index (lines, i), refusal, error))
      return NULL;
  g_ptr_array_sort (takes, compare_takes);
  return g_steal_pointer (&takes);
}

gboolean
madaf_refuse_line (MadafTransaction *transaction, const MadafPricedLine *line, MadafRefusal *refusal, GError **error)
{
  MadafRefusedLine *refused = madaf_refused_line_new (line->variant_id, line->branch_id);
  gint64 shippable = 0;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT b.id, max (0, s.on_hand - s.reserved), b.can_ship, b.can_collect FROM stock s"
               " JOIN branch b ON b.id = s.branch_id WHERE s.variant_id = $1 ORDER BY b.position, b.id",
               TEXT (line->variant_id));

  if (refusal->lines == NULL)
    refusal->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_refused_line_free);
  g_ptr_array_add (refusal->lines, refused);
  refused->requested = line->quantity;
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      const char *branch_id = madaf_rows_text (rows, 0);
      gint64 available = madaf_rows_int (rows, 1);

      if (madaf_rows_int (rows, 2) != 0)
        shippable += available;
      if (g_strcmp0 (branch_id, line->branch_id) == 0)
        refused->available = available;
      else if (madaf_rows_int (rows, 3) != 0 && available >= line->quantity)
        {
          MadafAlternative *alternative = g_new0 (MadafAlternative, 1);

          alternative->branch_id = g_strdup (branch_id);
          alternative->available = available;
          g_ptr_array_add (refused->alternatives, alternative);
        }
    }
  refused->can_ship = shippable >= line->quantity;
  if (line->reach == MADAF_REACH_SHIP)
    refused->available = shippable;
  return rows != NULL && !madaf_rows_failed (rows);
}
