/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/stylist-idea.h"

#include <string.h>

#include "central/shop/private.h"

/* Enough to know what somebody is about, and little enough to answer at once. */
#define MAX_ANCHORS    12
#define MAX_WISHES     40
#define MAX_OF_LOOKS   60
#define MAX_COMPANIONS 12
#define MAX_RELATED    12

/* What each reason weighs. A look is made by somebody who knows; many who bought both can outweigh it. */
#define WEIGHT_LOOK           40
#define WEIGHT_LOOK_MORE      10 /* for each further piece that is there */
#define WEIGHT_TOGETHER       10
#define WEIGHT_TOGETHER_SHARE 60 /* when all who bought the one bought the other */
#define WEIGHT_TOGETHER_MOST  20 /* for the number alone */
#define WEIGHT_GOES_WITH      20
#define WEIGHT_GOES_WITH_MORE 5
#define WEIGHT_WISHLIST       100 /* the person said so */

static void
anchor_read (MadafStylistAnchor *anchor, MadafRows *rows)
{
  anchor->product_id = madaf_rows_dup_text (rows, 0);
  anchor->colour = madaf_rows_dup_text (rows, 1);
  anchor->hex = madaf_rows_dup_text (rows, 2);
}

static const MadafStylistAnchor *
find_anchor (const GPtrArray *anchors, const char *product_id)
{
  for (guint i = 0; i < anchors->len; i++)
    if (strcmp (((const MadafStylistAnchor *)g_ptr_array_index (anchors, i))->product_id, product_id) == 0)
      return g_ptr_array_index (anchors, i);
  return NULL;
}

/* @sql gives product, colour, its hex, and whether it is sold, for the id. */
static gboolean
add_anchor (
    MadafTransaction *transaction, const char *sql, const char *id, GPtrArray *anchors, gboolean *known, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, sql, TEXT (id));
  MadafStylistAnchor *anchor;

  *known = rows != NULL && madaf_rows_next (rows, error);
  if (!*known || madaf_rows_int (rows, 3) == 0 || anchors->len == MAX_ANCHORS
      || find_anchor (anchors, madaf_rows_text (rows, 0)) != NULL)
    return rows != NULL && !madaf_rows_failed (rows);
  anchor = g_new0 (MadafStylistAnchor, 1);
  anchor_read (anchor, rows);
  g_ptr_array_add (anchors, anchor);
  return TRUE;
}

static gboolean
read_category (MadafTransaction *transaction, const char *product_id, char **category, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error,
                                      "SELECT category_id FROM product_category WHERE product_id = $1 AND own = 1"
                                      " ORDER BY position LIMIT 1",
                                      TEXT (product_id));

  *category = rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_dup_text (rows, 0) : NULL;
  return rows != NULL && !madaf_rows_failed (rows);
}

#define VARIANT_SQL                                                                                                    \
  "SELECT v.product_id, v.colour_id, c.hex, v.hidden = 0 AND p.hidden = 0 FROM variant v"                              \
  " JOIN product p ON p.id = v.product_id"                                                                             \
  " LEFT JOIN product_colour c ON c.product_id = v.product_id AND c.colour_id = v.colour_id WHERE v.id = $1"
#define PRODUCT_SQL "SELECT id, NULL, NULL, hidden = 0 FROM product WHERE id = $1"

static gboolean
read_list (MadafTransaction *transaction,
           const char *sql,
           const char *const *ids,
           const char *name,
           GPtrArray *anchors,
           MadafFaults *faults,
           GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean known = FALSE;

      if (!add_anchor (transaction, sql, ids[i], anchors, &known, error))
        return FALSE;
      if (!known)
        madaf_faults_add (faults, "unknown_id", "/%s/%u", name, i);
    }
  return TRUE;
}

GPtrArray *
madaf_stylist_read_anchors (MadafTransaction *transaction,
                            const MadafStylistQuestion *question,
                            MadafFaults *faults,
                            GError **error)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_stylist_anchor_free);
  g_autoptr (GPtrArray) wishes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_stylist_anchor_free);

  if (!read_list (transaction, VARIANT_SQL, question->basket, "basket", anchors, faults, error)
      || !read_list (transaction, PRODUCT_SQL, question->wishlist, "wishlist", wishes, faults, error))
    return NULL;
  if (madaf_faults_any (faults))
    {
      madaf_faults_set_error (faults, error);
      return NULL;
    }
  if (anchors->len == 0 && wishes->len > 0)
    g_ptr_array_add (anchors, g_ptr_array_steal_index (wishes, 0));
  for (guint i = 0; i < anchors->len; i++)
    {
      MadafStylistAnchor *anchor = g_ptr_array_index (anchors, i);

      if (!madaf_piece_role_find (transaction, anchor->product_id, &anchor->role, error)
          || !read_category (transaction, anchor->product_id, &anchor->category, error))
        return NULL;
    }
  return g_steal_pointer (&anchors);
}

typedef struct
{
  MadafTransaction *transaction;
  const GPtrArray *anchors;
  GPtrArray *ideas; /* (owned) */
  GHashTable *by_product;
} Collection;

static void
collection_clear (Collection *self)
{
  g_clear_pointer (&self->by_product, g_hash_table_unref);
  g_clear_pointer (&self->ideas, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collection, collection_clear)

/* NULL for what is there already. */
static MadafStylistIdea *
get_idea (Collection *self, const char *product_id)
{
  MadafStylistIdea *idea = g_hash_table_lookup (self->by_product, product_id);

  if (idea != NULL || find_anchor (self->anchors, product_id) != NULL)
    return idea;
  idea = g_new0 (MadafStylistIdea, 1);
  idea->product_id = g_strdup (product_id);
  idea->role = MADAF_ROLE_OF_OTHER;
  g_ptr_array_add (self->ideas, idea);
  g_hash_table_insert (self->by_product, idea->product_id, idea);
  return idea;
}

static void
note_look (MadafStylistIdea *idea, MadafRows *rows)
{
  const char *look_id = madaf_rows_text (rows, 0);
  guint times;

  if (idea->looks == NULL)
    idea->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  times = GPOINTER_TO_UINT (g_hash_table_lookup (idea->looks, look_id)) + 1;
  g_hash_table_insert (idea->looks, g_strdup (look_id), GUINT_TO_POINTER (times));
  if (times <= idea->in_look)
    return;
  idea->in_look = times;
  g_free (idea->look_id);
  g_free (idea->look_colour);
  idea->look_id = madaf_rows_dup_text (rows, 0);
  idea->look_colour = madaf_rows_dup_text (rows, 3);
  idea->has_role = madaf_piece_role_from_string (madaf_rows_text (rows, 2), &idea->role);
}

/* Only of looks that are told: one that lost a piece is none any more. */
static gboolean
collect_looks (Collection *self, const MadafStylistAnchor *anchor, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT b.look_id, b.product_id, b.role, b.colour_id FROM"
               " (SELECT DISTINCT look_id FROM look_piece WHERE product_id = $1) a"
               " CROSS JOIN look_piece b ON b.look_id = a.look_id AND b.product_id <> $1"
               " CROSS JOIN product p ON p.id = b.product_id AND p.hidden = 0 WHERE NOT EXISTS"
               " (SELECT 1 FROM look_piece q JOIN product h ON h.id = q.product_id AND h.hidden = 1"
               " WHERE q.look_id = b.look_id AND q.optional = 0) ORDER BY b.look_id, b.position LIMIT $2",
               TEXT (anchor->product_id), INT (MAX_OF_LOOKS));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafStylistIdea *idea = get_idea (self, madaf_rows_text (rows, 1));

      if (idea != NULL)
        note_look (idea, rows);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
collect_companions (Collection *self, const MadafStylistAnchor *anchor, GError **error)
{
  g_autoptr (MadafTogether) together
      = madaf_together_get (self->transaction, anchor->product_id, MAX_COMPANIONS, error);

  if (together == NULL)
    return FALSE;
  for (guint i = 0; i < together->companions->len; i++)
    {
      const MadafCompanion *companion = g_ptr_array_index (together->companions, i);
      MadafStylistIdea *idea = get_idea (self, companion->product_id);

      if (idea == NULL || companion->orders <= idea->together)
        continue;
      idea->together = companion->orders;
      idea->of = together->of;
      g_free (idea->with);
      idea->with = g_strdup (anchor->product_id);
    }
  return TRUE;
}

static gboolean
collect_related (Collection *self, const MadafStylistAnchor *anchor, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT r.other_id FROM product_relation r CROSS JOIN product p ON p.id = r.other_id AND p.hidden = 0"
               " WHERE r.product_id = $1 ORDER BY r.position LIMIT $2",
               TEXT (anchor->product_id), INT (MAX_RELATED));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafStylistIdea *idea = get_idea (self, madaf_rows_text (rows, 0));

      if (idea != NULL)
        idea->goes_with++;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

/* What is on any of the member's own lists, the newest first. */
static gboolean
collect_own_wishes (Collection *self, const char *member_id, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      self->transaction, error,
      "SELECT w.product_id FROM wishlist l JOIN wish w ON w.list_id = l.id JOIN product p ON p.id = w.product_id"
      " WHERE l.member_id = $1 AND l.deleted_us IS NULL AND p.hidden = 0 GROUP BY w.product_id"
      " ORDER BY max (w.saved_us) DESC, w.product_id LIMIT $2",
      TEXT (member_id), INT (MAX_WISHES));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafStylistIdea *idea = get_idea (self, madaf_rows_text (rows, 0));

      if (idea != NULL)
        idea->on_wishlist = TRUE;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
collect_wishes (Collection *self, const char *const *wishlist, GError **error)
{
  for (guint i = 0; wishlist[i] != NULL && i < MAX_WISHES; i++)
    {
      gboolean exists = FALSE;
      MadafStylistIdea *idea;

      if (!madaf_catalogue_exists (self->transaction, wishlist[i], &exists, error))
        return FALSE;
      idea = exists ? get_idea (self, wishlist[i]) : NULL;
      if (idea != NULL)
        idea->on_wishlist = TRUE;
    }
  return TRUE;
}

MadafPickReason *
madaf_pick_reason_new (MadafPickReasonKind kind, gint64 number, int weight)
{
  MadafPickReason *reason = g_new0 (MadafPickReason, 1);

  reason->kind = kind;
  reason->number = number;
  reason->weight = weight;
  return reason;
}

static int
weigh_together (const MadafStylistIdea *idea)
{
  gint64 of = MAX (idea->of, idea->together);

  return WEIGHT_TOGETHER + (int)(WEIGHT_TOGETHER_SHARE * idea->together / of)
         + (int)MIN (idea->together, WEIGHT_TOGETHER_MOST);
}

GPtrArray *
madaf_stylist_idea_reasons (const MadafStylistIdea *idea)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_pick_reason_free);
  MadafPickReason *reason;

  if (idea->together > 0)
    {
      reason = madaf_pick_reason_new (MADAF_REASON_BOUGHT_TOGETHER, idea->together, weigh_together (idea));
      reason->of = MAX (idea->of, idea->together);
      reason->product_id = g_strdup (idea->with);
      g_ptr_array_add (reasons, reason);
    }
  if (idea->in_look > 0)
    {
      reason = madaf_pick_reason_new (MADAF_REASON_PART_OF_LOOK, idea->in_look,
                                      WEIGHT_LOOK + WEIGHT_LOOK_MORE * ((int)idea->in_look - 1));
      reason->look_id = g_strdup (idea->look_id);
      g_ptr_array_add (reasons, reason);
    }
  if (idea->goes_with > 0)
    g_ptr_array_add (reasons,
                     madaf_pick_reason_new (MADAF_REASON_GOES_WITH, idea->goes_with,
                                            WEIGHT_GOES_WITH + WEIGHT_GOES_WITH_MORE * ((int)idea->goes_with - 1)));
  if (idea->on_wishlist)
    g_ptr_array_add (reasons, madaf_pick_reason_new (MADAF_REASON_ON_WISHLIST, 1, WEIGHT_WISHLIST));
  return reasons;
}

static int
compare_ideas (gconstpointer a, gconstpointer b)
{
  const MadafStylistIdea *one = *(MadafStylistIdea *const *)a;
  const MadafStylistIdea *other = *(MadafStylistIdea *const *)b;

  if (one->on_wishlist != other->on_wishlist)
    return other->on_wishlist - one->on_wishlist;
  return one->support != other->support ? other->support - one->support : strcmp (one->product_id, other->product_id);
}

static gboolean
finish_ideas (Collection *self, GError **error)
{
  for (guint i = 0; i < self->ideas->len; i++)
    {
      MadafStylistIdea *idea = g_ptr_array_index (self->ideas, i);
      g_autoptr (GPtrArray) reasons = madaf_stylist_idea_reasons (idea);

      for (guint j = 0; j < reasons->len; j++)
        idea->support += ((const MadafPickReason *)g_ptr_array_index (reasons, j))->weight;
      if (!read_category (self->transaction, idea->product_id, &idea->category, error)
          || (!idea->has_role && !madaf_piece_role_find (self->transaction, idea->product_id, &idea->role, error)))
        return FALSE;
    }
  g_ptr_array_sort (self->ideas, compare_ideas);
  return TRUE;
}

GPtrArray *
madaf_stylist_collect (MadafTransaction *transaction,
                       const GPtrArray *anchors,
                       const MadafStylistQuestion *question,
                       GError **error)
{
  g_auto (Collection) self = { transaction, anchors };

  self.ideas = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_stylist_idea_free);
  self.by_product = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < anchors->len; i++)
    {
      const MadafStylistAnchor *anchor = g_ptr_array_index (anchors, i);

      if (!collect_looks (&self, anchor, error) || !collect_companions (&self, anchor, error)
          || !collect_related (&self, anchor, error))
        return NULL;
    }
  if (!collect_wishes (&self, question->wishlist, error)
      || (question->member_id != NULL && !collect_own_wishes (&self, question->member_id, error))
      || !finish_ideas (&self, error))
    return NULL;
  return g_steal_pointer (&self.ideas);
}

void
madaf_stylist_anchor_free (MadafStylistAnchor *anchor)
{
  g_free (anchor->product_id);
  g_free (anchor->colour);
  g_free (anchor->hex);
  g_free (anchor->category);
  g_free (anchor);
}

void
madaf_stylist_idea_free (MadafStylistIdea *idea)
{
  g_clear_pointer (&idea->looks, g_hash_table_unref);
  g_free (idea->product_id);
  g_free (idea->category);
  g_free (idea->look_id);
  g_free (idea->look_colour);
  g_free (idea->with);
  g_free (idea);
}
