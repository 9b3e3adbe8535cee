/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/assemble.h"

#include "scan/bars/databar-text.h"
#include "scan/bars/databar.h"

#include <math.h>

/* Puts together what belongs together, if its check is right. */

/* Lines that must have read a piece. */
#define MIN_LINES 3
/* How far apart the middles of two halves may lie, in modules; and how different in size they may be. */
#define MAX_DISTANCE   70.0f
#define MAX_SIZE_RATIO 1.3f
/* Two halves make a number of 13 digits; one bit more says that a composite component lies above. */
#define RIGHT_VALUES 4537077
#define LINKED       G_GINT64_CONSTANT (10000000000000)

static MadafPoint
middle_of (const MadafTallied *item)
{
  MadafPoint middle = { 0, 0 };

  for (int i = 0; i < 4; i++)
    {
      middle.x += item->corners[i].x / 4;
      middle.y += item->corners[i].y / 4;
    }
  return middle;
}

/* Whether both can be of one symbol. */
static gboolean
belong_together (const MadafTallied *a, const MadafTallied *b, float max_distance)
{
  MadafPoint one = middle_of (a);
  MadafPoint other = middle_of (b);
  float ratio = a->module / b->module;

  return ratio < MAX_SIZE_RATIO && ratio > 1 / MAX_SIZE_RATIO
         && hypotf (one.x - other.x, one.y - other.y) < max_distance * MAX (a->module, b->module);
}

static gboolean
halves_agree (const MadafTallied *left, const MadafTallied *right)
{
  int finders = 9 * (left->piece.slot & MADAF_DATABAR_SLOT_FINDER) + (right->piece.slot & MADAF_DATABAR_SLOT_FINDER);
  int target = finders - (finders > 72 ? 1 : 0);

  target -= target > 8 ? 1 : 0;
  return left->piece.slot / MADAF_DATABAR_SLOT_TURNED == right->piece.slot / MADAF_DATABAR_SLOT_TURNED
         && (left->piece.check + 16 * right->piece.check) % 79 == target && belong_together (left, right, MAX_DISTANCE);
}

static void
assemble_two (const MadafTallied *left, const MadafTallied *right, MadafAssembledFunc found, gpointer user_data)
{
  gint64 number = (gint64)RIGHT_VALUES * left->piece.value + right->piece.value;
  MadafAssembled symbol = { g_string_new (NULL), { left, right }, 2, MIN (left->lines, right->lines) };

  if (number >= LINKED)
    number -= LINKED;
  if (number < LINKED)
    {
      madaf_databar_write_gtin (symbol.text, number);
      found (&symbol, user_data);
    }
  g_string_free (symbol.text, TRUE);
}

void
madaf_assemble_halves (const MadafTally *tally, MadafAssembledFunc found, gpointer user_data)
{
  for (int i = 0; i < tally->n; i++)
    for (int k = 0; tally->items[i].piece.kind == MADAF_PIECE_LEFT_HALF && k < tally->n; k++)
      {
        const MadafTallied *left = &tally->items[i];
        const MadafTallied *right = &tally->items[k];

        if (right->piece.kind == MADAF_PIECE_RIGHT_HALF && MIN (left->lines, right->lines) >= MIN_LINES
            && halves_agree (left, right))
          assemble_two (left, right, found, user_data);
      }
}

/* The finder patterns of a symbol of so many, from two on: A, B, … as they are, a, b, … backwards. */
static const char *const sequences[]
    = { "Aa", "AbB", "AcBd", "AeBdC", "AeBdDf", "AeBdEfF", "AaBbCcDd", "AaBbCcDeE", "AaBbCcDeFf", "AaBbCdDeEfF" };

#define MIN_CHARACTERS 4
#define MAX_CHARACTERS 22

/* The slot of the @k-th character. */
static int
slot_of (const char *sequence, int k)
{
  char finder = sequence[k / 2];
  gboolean backwards = g_ascii_islower (finder);

  return madaf_databar_expanded_slot (g_ascii_tolower (finder) - 'a', backwards, k % 2 == 1);
}

/* What most lines read in a slot, among what can be of the same symbol as @first. */
static const MadafTallied *
best_in (const MadafTally *tally, int slot, const MadafTallied *first, float max_distance)
{
  const MadafTallied *best = NULL;

  for (int i = 0; i < tally->n; i++)
    {
      const MadafTallied *item = &tally->items[i];

      if (item->piece.kind == MADAF_PIECE_EXPANDED && item->piece.slot == slot && item->lines >= MIN_LINES
          && (best == NULL || item->lines > best->lines) && belong_together (item, first, max_distance))
        best = item;
    }
  return best;
}

/* Gathers the characters that @first, the check, says there are. */
static gboolean
gather (const MadafTally *tally, const MadafTallied *first, MadafAssembled *symbol)
{
  int n = first->piece.value / 211 + MIN_CHARACTERS;
  int sum = 0;

  if (n > MAX_CHARACTERS)
    return FALSE;
  symbol->lines = first->lines;
  symbol->pieces[0] = first;
  symbol->n_pieces = n;
  for (int k = 1; k < n; k++)
    {
      const MadafTallied *item = best_in (tally, slot_of (sequences[(n - 3) / 2], k), first, 26.0f * n);

      if (item == NULL)
        return FALSE;
      symbol->pieces[k] = item;
      symbol->lines = MIN (symbol->lines, item->lines);
      sum += item->piece.check;
    }
  return sum % 211 == first->piece.value % 211;
}

static gboolean
read_expanded (MadafAssembled *symbol)
{
  MadafBits bits = { .n = 0 };

  for (int k = 1; k < symbol->n_pieces; k++)
    for (int bit = 11; bit >= 0; bit--)
      bits.bits[bits.n++] = symbol->pieces[k]->piece.value >> bit & 1;
  return madaf_databar_expanded_text (&bits, symbol->text);
}

void
madaf_assemble_expanded (const MadafTally *tally, MadafAssembledFunc found, gpointer user_data)
{
  for (int i = 0; i < tally->n; i++)
    {
      const MadafTallied *first = &tally->items[i];
      MadafAssembled symbol = { 0 };

      if (first->piece.kind != MADAF_PIECE_EXPANDED || first->piece.slot != 0 || first->lines < MIN_LINES
          || !gather (tally, first, &symbol))
        continue;
      symbol.text = g_string_new (NULL);
      if (read_expanded (&symbol))
        found (&symbol, user_data);
      g_string_free (symbol.text, TRUE);
    }
}
