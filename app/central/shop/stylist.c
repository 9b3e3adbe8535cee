/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/stylist.h"

#include <string.h>

#include "central/shop/look-stock.h"
#include "central/shop/my-size.h"
#include "central/shop/private.h"
#include "central/shop/stylist-idea.h"
#include "model/colour-harmony.h"

/* Ideas of one role that are looked at closely while there are some to be had, and at most; and colours of an idea. */
#define CLOSER_OF_ROLE 3
#define MOST_OF_ROLE   12
#define MAX_COLOURS    3

#define WEIGHT_SAME_COLOUR 8
#define WEIGHT_LOOK_COLOUR 12
#define WEIGHT_HERE        25
/* More than all that may speak for something else: it is wished for, and there is one to take. */
#define WEIGHT_WISH_TO_TAKE 1000
/* A harmony of 100 weighs so much; it is felt, and not told as a reason. */
#define WEIGHT_HARMONY 15

typedef struct
{
  MadafTransaction *transaction;
  const MadafPlaces *places;
  const MadafStylistQuestion *question;
  const GPtrArray *anchors;
  const char *here;       /* (nullable) id of the branch asked from */
  const GPtrArray *sizes; /* (nullable) (element-type MadafMySize): the member's own */
} Styling;

/* A colour that an idea comes in. */
typedef struct
{
  char *id;  /* (nullable) NULL: it has none */
  int merit; /* as it goes with the anchors */
  guint same;
  int position;
  const char *as; /* (nullable) the first of the anchors that has it */
} Tint;

static void
tint_clear (gpointer tint)
{
  g_free (((Tint *)tint)->id);
}

static int
compare_tints (gconstpointer a, gconstpointer b)
{
  const Tint *one = a;
  const Tint *other = b;

  return one->merit != other->merit ? other->merit - one->merit : one->position - other->position;
}

/* The average harmony with the anchors that have a colour; in between when there is none. */
static void
judge (const Styling *self, const char *hex, Tint *tint)
{
  int sum = 0;
  int n = 0;

  for (guint i = 0; i < self->anchors->len; i++)
    {
      const MadafStylistAnchor *anchor = g_ptr_array_index (self->anchors, i);

      if (anchor->colour == NULL)
        continue;
      sum += madaf_colour_harmony (anchor->hex, hex);
      n++;
      if (g_strcmp0 (anchor->colour, tint->id) != 0)
        continue;
      if (tint->same++ == 0)
        tint->as = anchor->product_id;
    }
  tint->merit = WEIGHT_HARMONY * (n > 0 ? sum / n : 50) / 100 + (tint->same > 0 ? WEIGHT_SAME_COLOUR : 0);
}

/* Those first that go best with what is there, and with the look that shows it. */
static GArray *
read_tints (Styling *self, const MadafStylistIdea *idea, GError **error)
{
  g_autoptr (GArray) tints = g_array_new (FALSE, FALSE, sizeof (Tint));
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT c.colour_id, c.hex, c.position FROM product_colour c WHERE c.product_id = $1 AND EXISTS"
               " (SELECT 1 FROM variant v WHERE v.product_id = $1 AND v.hidden = 0 AND v.colour_id = c.colour_id)"
               " ORDER BY c.position",
               TEXT (idea->product_id));

  g_array_set_clear_func (tints, tint_clear);
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      Tint tint = { madaf_rows_dup_text (rows, 0), 0, 0, (int)madaf_rows_int (rows, 2) };

      judge (self, madaf_rows_text (rows, 1), &tint);
      if (g_strcmp0 (idea->look_colour, tint.id) == 0)
        tint.merit += WEIGHT_LOOK_COLOUR;
      g_array_append_val (tints, tint);
    }
  if (rows == NULL || madaf_rows_failed (rows))
    return NULL;
  if (tints->len == 0)
    {
      Tint none = { NULL, WEIGHT_HARMONY / 2, 0, 0 };

      g_array_append_val (tints, none);
    }
  g_array_sort (tints, compare_tints);
  return g_steal_pointer (&tints);
}

/* Where one variant is, without adding up what every branch has. */
static gboolean
read_reach (Styling *self, const char *variant_id, gint64 *here, gboolean *anywhere, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT coalesce ((SELECT max (0, on_hand - reserved) FROM stock WHERE variant_id = $1"
               " AND branch_id = $2), 0), EXISTS (SELECT 1 FROM stock s CROSS JOIN branch b ON b.id = s.branch_id"
               " AND (b.can_collect = 1 OR b.can_ship = 1) WHERE s.variant_id = $1 AND s.on_hand > s.reserved)",
               TEXT (variant_id), TEXT (self->here));

  if (rows != NULL && madaf_rows_next (rows, error))
    {
      *here = madaf_rows_int (rows, 0);
      *anywhere = *here > 0 || madaf_rows_int (rows, 1) != 0;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

/* What to take of an idea in one colour. */
typedef struct
{
  char *variant_id; /* (owned) (nullable) */
  gboolean sized;   /* it has a size, and that is worn */
  gint64 here;
  const char *own;     /* (nullable) the size that the member wears of such things; then no other is worn */
  gboolean comes_worn; /* it comes in a size that is worn, or in none; then another size is no use */
  gboolean anywhere;   /* in some size */
} Choice;

static void
choice_clear (Choice *choice)
{
  g_clear_pointer (&choice->variant_id, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

/* What the member wears of the brand of @idea in its category. (nullable) */
static gboolean
read_own_size (Styling *self, const MadafStylistIdea *idea, const char **size, GError **error)
{
  g_autoptr (MadafRows) rows = NULL;

  *size = NULL;
  if (self->sizes == NULL || self->sizes->len == 0)
    return TRUE;
  rows = QUERY (self->transaction, error, "SELECT brand FROM product WHERE id = $1", TEXT (idea->product_id));
  if (rows == NULL || !madaf_rows_next (rows, error))
    return rows != NULL && !madaf_rows_failed (rows);
  for (guint i = 0; i < self->sizes->len && *size == NULL; i++)
    {
      const MadafMySize *own = g_ptr_array_index (self->sizes, i);

      if (g_strcmp0 (own->brand, madaf_rows_text (rows, 0)) == 0 && g_strcmp0 (own->category_id, idea->category) == 0)
        *size = own->size;
    }
  return TRUE;
}

static gboolean
is_worn (const Styling *self, const Choice *choice, const char *size)
{
  if (choice->own != NULL)
    return strcmp (choice->own, size) == 0;
  return self->question->sizes != NULL && g_strv_contains (self->question->sizes, size);
}

static gboolean
consider (Styling *self, const char *variant_id, const char *size, Choice *choice, GError **error)
{
  gboolean plain = size == NULL || size[0] == '\0';
  gboolean worn = plain || is_worn (self, choice, size);
  gint64 here = 0;
  gboolean anywhere = FALSE;

  choice->comes_worn = choice->comes_worn || worn;
  if ((!worn && choice->anywhere) || (choice->variant_id != NULL && choice->here > 0))
    return TRUE;
  if (!read_reach (self, variant_id, &here, &anywhere, error))
    return FALSE;
  if (!worn)
    choice->anywhere = anywhere;
  else if (anywhere && (choice->variant_id == NULL || here > choice->here))
    {
      g_free (choice->variant_id);
      choice->variant_id = g_strdup (variant_id);
      choice->sized = !plain;
      choice->here = here;
      choice->anywhere = TRUE;
    }
  return TRUE;
}

static gboolean
choose (Styling *self, const MadafStylistIdea *idea, const Tint *tint, Choice *choice, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (self->transaction, error,
                                      "SELECT id, size FROM variant WHERE product_id = $1 AND hidden = 0"
                                      " AND ($2 IS NULL OR colour_id = $2) ORDER BY position, id",
                                      TEXT (idea->product_id), TEXT (tint->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    if (!consider (self, madaf_rows_text (rows, 0), madaf_rows_text (rows, 1), choice, error))
      return FALSE;
  return rows != NULL && !madaf_rows_failed (rows);
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const MadafPickReason *one = *(MadafPickReason *const *)a;
  const MadafPickReason *other = *(MadafPickReason *const *)b;

  return one->weight != other->weight ? other->weight - one->weight : (int)one->kind - (int)other->kind;
}

static MadafPick *
pick_new (const MadafStylistIdea *idea, const Tint *tint, const Choice *choice)
{
  MadafPick *pick = g_new0 (MadafPick, 1);

  pick->role = idea->role;
  pick->colour = g_strdup (tint->id);
  pick->variant_id = g_strdup (choice->variant_id);
  pick->reasons = madaf_stylist_idea_reasons (idea);
  pick->score = idea->support + tint->merit;
  if (idea->on_wishlist && choice->variant_id != NULL)
    pick->score += WEIGHT_WISH_TO_TAKE;
  if (tint->same > 0)
    {
      MadafPickReason *reason = madaf_pick_reason_new (MADAF_REASON_SAME_COLOUR, tint->same, WEIGHT_SAME_COLOUR);

      reason->product_id = g_strdup (tint->as);
      g_ptr_array_add (pick->reasons, reason);
    }
  if (choice->here > 0)
    pick->score += WEIGHT_HERE;
  if (choice->sized && choice->here > 0)
    g_ptr_array_add (pick->reasons, madaf_pick_reason_new (MADAF_REASON_IN_YOUR_SIZE, choice->here, WEIGHT_HERE));
  g_ptr_array_sort (pick->reasons, compare_reasons);
  return pick;
}

/* The idea as a pick in the first colour that can be had, preferably here in a size that is worn; *@pick stays NULL
 * when there is none. */
static gboolean
try_idea (Styling *self, const MadafStylistIdea *idea, MadafPick **pick, GError **error)
{
  g_autoptr (GArray) tints = read_tints (self, idea, error);
  const char *own = NULL;

  if (tints == NULL || !read_own_size (self, idea, &own, error))
    return FALSE;
  for (guint i = 0; i < tints->len && i < MAX_COLOURS; i++)
    {
      const Tint *tint = &g_array_index (tints, Tint, i);
      g_auto (Choice) choice = { .own = own };
      g_autoptr (MadafPick) found = NULL;

      if (!choose (self, idea, tint, &choice, error))
        return FALSE;
      if (!choice.anywhere || (choice.comes_worn && choice.variant_id == NULL))
        continue;
      found = pick_new (idea, tint, &choice);
      if (*pick == NULL || found->score > (*pick)->score)
        {
          g_clear_pointer (pick, madaf_pick_free);
          *pick = g_steal_pointer (&found);
        }
    }
  return TRUE;
}

/* Whether the look still lacks such a thing. Of what a look has several, one of each category is enough, unless a look
 * says otherwise. */
static gboolean
is_lacking (const Styling *self, const MadafStylistIdea *idea)
{
  for (guint i = 0; i < self->anchors->len; i++)
    {
      const MadafStylistAnchor *anchor = g_ptr_array_index (self->anchors, i);

      if (!madaf_piece_role_goes_with (anchor->role, idea->role))
        return FALSE;
      if (idea->in_look == 0 && anchor->role == idea->role && g_strcmp0 (anchor->category, idea->category) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The best found so far of each role; of what a look has several, of each category. */
typedef struct
{
  MadafPick *pick; /* (owned) (nullable) */
  const MadafStylistIdea *idea;
  guint seen;
} Slot;

static Slot *
get_slot (GArray *slots, const MadafStylistIdea *idea)
{
  Slot slot = { NULL, idea, 0 };

  for (guint i = 0; i < slots->len; i++)
    {
      Slot *known = &g_array_index (slots, Slot, i);

      if (known->idea->role == idea->role
          && (!madaf_piece_role_is_plural (idea->role) || g_strcmp0 (known->idea->category, idea->category) == 0))
        return known;
    }
  g_array_append_val (slots, slot);
  return &g_array_index (slots, Slot, slots->len - 1);
}

static gboolean
fill_slots (Styling *self, const GPtrArray *ideas, GArray *slots, GError **error)
{
  for (guint i = 0; i < ideas->len; i++)
    {
      const MadafStylistIdea *idea = g_ptr_array_index (ideas, i);
      Slot *slot = is_lacking (self, idea) ? get_slot (slots, idea) : NULL;
      MadafPick *pick = NULL;

      /* While those of a role turn out to be sold out, the next one is tried. */
      if (slot == NULL || slot->seen >= (slot->pick != NULL ? CLOSER_OF_ROLE : MOST_OF_ROLE))
        continue;
      slot->seen++;
      if (!try_idea (self, idea, &pick, error))
        return FALSE;
      if (pick == NULL || (slot->pick != NULL && slot->pick->score >= pick->score))
        {
          g_clear_pointer (&pick, madaf_pick_free);
          continue;
        }
      g_clear_pointer (&slot->pick, madaf_pick_free);
      slot->pick = pick;
      slot->idea = idea;
    }
  return TRUE;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const Slot *one = a;
  const Slot *other = b;

  if (one->pick == NULL || other->pick == NULL)
    return (one->pick == NULL) - (other->pick == NULL);
  return one->pick->score != other->pick->score ? other->pick->score - one->pick->score
                                                : strcmp (one->idea->product_id, other->idea->product_id);
}

/* Whether what is picked already leaves room: a dress picked lets no trousers follow. */
static gboolean
fits_picks (const GPtrArray *picks, const MadafPick *pick)
{
  for (guint i = 0; i < picks->len; i++)
    if (!madaf_piece_role_goes_with (((const MadafPick *)g_ptr_array_index (picks, i))->role, pick->role))
      return FALSE;
  return TRUE;
}

static void
add_reach (MadafReachable *sum, const MadafReachable *more)
{
  sum->here += more->here;
  sum->branches = MAX (sum->branches, more->branches);
  sum->can_ship = sum->can_ship || more->can_ship;
}

static gboolean
fill_in (Styling *self, MadafPick *pick, const char *product_id, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) variants = NULL;
  const char *preferred = NULL;

  if (!madaf_catalogue_add_card (self->transaction, product_id, self->question->now_us, cards, error))
    return FALSE;
  pick->card = cards->len > 0 ? g_ptr_array_index (cards, 0) : NULL;
  variants
      = madaf_look_read_variants (self->transaction, self->places, product_id, pick->colour, NULL, &preferred, error);
  for (guint i = 0; variants != NULL && i < variants->len; i++)
    {
      const MadafPieceVariant *variant = g_ptr_array_index (variants, i);

      if (pick->variant_id == NULL || strcmp (pick->variant_id, variant->variant->id) == 0)
        add_reach (&pick->reachable, &variant->reachable);
    }
  return variants != NULL
         && madaf_look_read_picture (self->transaction, product_id, pick->colour, &pick->picture, error)
         && (pick->variant_id == NULL
             || madaf_look_stock_price (self->transaction, pick->variant_id, NULL, 1, self->question->now_us,
                                        &pick->price, error));
}

static gboolean
take_slots (Styling *self, GArray *slots, GPtrArray *picks, GError **error)
{
  g_array_sort (slots, compare_slots);
  for (guint i = 0; i < slots->len && (int)picks->len < self->question->limit; i++)
    {
      Slot *slot = &g_array_index (slots, Slot, i);

      if (slot->pick == NULL || !fits_picks (picks, slot->pick))
        continue;
      if (!fill_in (self, slot->pick, slot->idea->product_id, error))
        return FALSE;
      g_ptr_array_add (picks, g_steal_pointer (&slot->pick));
    }
  return TRUE;
}

static void
slot_clear (gpointer slot)
{
  g_clear_pointer (&((Slot *)slot)->pick, madaf_pick_free);
}

MadafCompletion *
madaf_stylist_complete (MadafTransaction *transaction,
                        const MadafPlaces *places,
                        const MadafStylistQuestion *question,
                        MadafFaults *faults,
                        GError **error)
{
  g_autoptr (MadafCompletion) completion = g_new0 (MadafCompletion, 1);
  g_autoptr (GPtrArray) anchors = madaf_stylist_read_anchors (transaction, question, faults, error);
  g_autoptr (GPtrArray) ideas = anchors != NULL ? madaf_stylist_collect (transaction, anchors, question, error) : NULL;
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  Styling self = { transaction, places, question, anchors,
                   madaf_places_has_here (places) ? madaf_places_get_branch (places, 0)->id : NULL };
  g_autoptr (GPtrArray) sizes = NULL;

  completion->picks = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_pick_free);
  g_array_set_clear_func (slots, slot_clear);
  if (ideas == NULL)
    return NULL;
  if (question->member_id != NULL && (sizes = madaf_my_size_list (transaction, question->member_id, error)) == NULL)
    return NULL;
  self.sizes = sizes;
  for (guint i = 0; i < anchors->len; i++)
    completion->has[((const MadafStylistAnchor *)g_ptr_array_index (anchors, i))->role] = TRUE;
  if (!fill_slots (&self, ideas, slots, error) || !take_slots (&self, slots, completion->picks, error))
    return NULL;
  return g_steal_pointer (&completion);
}

const char *
madaf_pick_reason_to_string (MadafPickReasonKind kind)
{
  static const char *const names[]
      = { "bought_together", "part_of_look", "goes_with", "on_wishlist", "same_colour", "in_your_size_here" };

  return names[kind];
}

void
madaf_pick_reason_free (MadafPickReason *reason)
{
  g_free (reason->product_id);
  g_free (reason->look_id);
  g_free (reason);
}

void
madaf_pick_free (MadafPick *pick)
{
  g_clear_pointer (&pick->card, madaf_shop_card_free);
  g_clear_pointer (&pick->picture, madaf_shop_picture_free);
  g_clear_pointer (&pick->reasons, g_ptr_array_unref);
  g_free (pick->colour);
  g_free (pick->variant_id);
  g_free (pick);
}

void
madaf_completion_free (MadafCompletion *completion)
{
  g_ptr_array_unref (completion->picks);
  g_free (completion);
}
