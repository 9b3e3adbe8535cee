/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/code-128.h"

#include "scan/bars/ink.h"

#include <math.h>
#include <string.h>

/* Tells each character by the nearest of its patterns, with the ink of those before it taken off. */

#define ELEMENTS 6
#define MODULES  11

#define SHIFT   98
#define CODE_C  99
#define CODE_B  100
#define CODE_A  101
#define FNC_1   102
#define START_A 103
#define START_C 105
#define STOP    106

#define MAX_CHARACTERS 100
/* In modules. The standard asks for 10 beside it; labels are cut closer. */
#define MIN_QUIET       5.0f
#define MIN_MODULE      0.8f /* pixels */
#define START_TOLERANCE 0.7f
/* Squares, in modules: what a character may be off in all; how much farther the next one must be; and the mean of all
 * elements. */
#define MAX_CHARACTER_ERROR 1.1f
#define MIN_LEAD            0.2f
#define MAX_MEAN_ERROR      0.07f
/* How much longer a character may be than the one before. */
#define LENGTH_TOLERANCE 0.12f

/* Bars and spaces in turn; the stop has one more bar of two modules. */
static const char patterns[][ELEMENTS + 1] = {
  "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
  "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
  "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
  "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
  "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
  "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
  "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
  "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
  "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
  "113141", "114131", "311141", "411131", "211412", "211214", "211232", "233111",
};

typedef struct
{
  guint8 characters[MAX_CHARACTERS];
  int n; /* with the start, without the stop */
  float module;
  int end; /* the element behind the stop */
} Reading;

/* The character at @first, or -1. */
static int
read_character (const MadafStrip *strip, int first, MadafInk *ink)
{
  MadafInk local = { (strip->at[first + ELEMENTS] - strip->at[first]) / MODULES, ink->spread, 0 };
  float elements[ELEMENTS];
  float least = G_MAXFLOAT;
  float second = G_MAXFLOAT;
  float off;
  int best = -1;

  for (int i = 0; i < ELEMENTS; i++)
    elements[i] = madaf_ink_modules (&local, strip, first + i);
  for (guint k = 0; k < G_N_ELEMENTS (patterns); k++)
    {
      float error = 0;

      for (int i = 0; i < ELEMENTS && error < second; i++)
        {
          float left = elements[i] - (patterns[k][i] - '0');

          error += left * left;
        }
      if (error < least)
        {
          second = least;
          least = error;
          best = (int)k;
        }
      else
        second = MIN (second, error);
    }
  if (least > MAX_CHARACTER_ERROR || second - least < MIN_LEAD)
    return -1;

  /* The bars together say how much the ink ran here. */
  off = 0;
  for (int i = 0; i < ELEMENTS; i++)
    off += (madaf_strip_is_dark (strip, first + i) ? 1 : -1)
           * (madaf_strip_width (strip, first + i) - (patterns[best][i] - '0') * local.module) / ELEMENTS;
  ink->spread += (off - ink->spread) / 3;
  ink->module = local.module;
  ink->error += least;
  return best;
}

/* Whether a start may be at @first: the places where two bars begin, or end, do not move with the ink. */
static gboolean
may_start (const MadafStrip *strip, int first)
{
  const float *at = strip->at + first;
  float module = (at[ELEMENTS] - at[0]) * (1.0f / MODULES);

  return madaf_strip_quiet (strip, first - 1) >= MIN_QUIET * module && module >= MIN_MODULE
         && fabsf (at[2] - at[0] - 3 * module) < START_TOLERANCE * module
         && fabsf (at[3] - at[1] - 2 * module) < START_TOLERANCE * module;
}

static MadafInk
ink_of_start (const MadafStrip *strip, int first, int *start)
{
  MadafInk best = { .error = G_MAXFLOAT };

  for (int k = START_A; k <= START_C; k++)
    {
      guint8 widths[ELEMENTS];
      MadafInk ink;

      for (int i = 0; i < ELEMENTS; i++)
        widths[i] = (guint8)(patterns[k][i] - '0');
      ink = madaf_ink_measure (strip, first, widths, ELEMENTS);
      if (ink.error < best.error)
        {
          best = ink;
          *start = k;
        }
    }
  return best;
}

static gboolean
stop_is_right (const MadafStrip *strip, int end, const MadafInk *ink)
{
  float last;

  if (end >= strip->n - 1)
    return FALSE;
  last = madaf_ink_modules (ink, strip, end);
  return last > 1.2f && last < 2.9f && madaf_strip_quiet (strip, end + 1) >= MIN_QUIET * ink->module;
}

static gboolean
read_symbol (const MadafStrip *strip, int first, Reading *reading)
{
  int start = START_A;
  MadafInk ink = ink_of_start (strip, first, &start);

  if (ink.error > MAX_CHARACTER_ERROR / ELEMENTS)
    return FALSE;
  ink.error = 0;
  reading->n = 0;
  for (int at = first; at + ELEMENTS < strip->n; at += ELEMENTS)
    {
      float before = ink.module;
      int character = read_character (strip, at, &ink);

      if (character < 0 || fabsf (ink.module / before - 1) > LENGTH_TOLERANCE || (at == first && character != start))
        return FALSE;
      if (character == STOP)
        {
          reading->end = at + ELEMENTS + 1;
          reading->module = (strip->at[at] - strip->at[first]) / (reading->n * MODULES);
          return stop_is_right (strip, at + ELEMENTS, &ink) && ink.error < MAX_MEAN_ERROR * ELEMENTS * (reading->n + 1);
        }
      if (reading->n == MAX_CHARACTERS || (at > first && character >= START_A))
        return FALSE;
      reading->characters[reading->n++] = (guint8)character;
    }
  return FALSE;
}

static gboolean
check_is_right (const Reading *reading)
{
  int sum = reading->characters[0];

  for (int i = 1; i < reading->n - 1; i++)
    sum += i * reading->characters[i];
  return reading->n >= 3 && sum % 103 == reading->characters[reading->n - 1];
}

/* Latin-1 above ASCII, as UTF-8. */
static void
append (GString *text, int c, gboolean high)
{
  g_string_append_unichar (text, (gunichar)(high ? c + 128 : c));
}

typedef struct
{
  GString *text;
  int set;       /* START_A, … */
  int shifted;   /* for one character; 0: not */
  gboolean high; /* FNC 4 */
  gboolean high_once;
  gboolean is_gs1;
} Writer;

static void
write_fnc_4 (Writer *writer)
{
  if (writer->high_once)
    writer->high = !writer->high;
  writer->high_once = !writer->high_once;
}

/* FNC 1 in first place says that the rest is GS1's; later it ends an element. */
static void
write_fnc_1 (Writer *writer, int place)
{
  if (place == 1)
    writer->is_gs1 = TRUE;
  else
    g_string_append_c (writer->text, MADAF_GS1_SEPARATOR);
}

static void
write_character (Writer *writer, int place, int character)
{
  int set = writer->shifted != 0 ? writer->shifted : writer->set;

  if (character == FNC_1)
    write_fnc_1 (writer, place);
  else if (set == START_C && character < 100)
    g_string_append_printf (writer->text, "%02d", character);
  else if (set != START_C && character < 96)
    {
      append (writer->text, set == START_A && character >= 64 ? character - 64 : character + 32,
              writer->high != writer->high_once);
      writer->high_once = FALSE;
    }
  else if (set != START_C && character == SHIFT)
    {
      writer->shifted = set == START_A ? START_A + 1 : START_A;
      return;
    }
  else if ((character == CODE_A && set == START_A) || (character == CODE_B && set == START_A + 1))
    write_fnc_4 (writer);
  else if (character >= CODE_C && character <= CODE_A)
    writer->set = START_C - (character - CODE_C);
  writer->shifted = 0;
}

static void
take (const Reading *reading, MadafPiece *piece)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .text = text, .set = reading->characters[0] };

  for (int i = 1; i < reading->n - 1; i++)
    write_character (&writer, i, reading->characters[i]);
  *piece = (MadafPiece){ .kind = writer.is_gs1 ? MADAF_PIECE_GS1_128 : MADAF_PIECE_CODE_128, .slot = reading->n - 2 };
  if (text->len < sizeof piece->text && strlen (text->str) == text->len)
    memcpy (piece->text, text->str, text->len);
}

void
madaf_code_128_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  Reading reading;

  /* Three characters and a stop are the least. */
  for (int first = strip->dark_first ? 0 : 1; first + 3 * ELEMENTS + 7 < strip->n; first += 2)
    {
      MadafPiece piece;

      if (!may_start (strip, first) || !read_symbol (strip, first, &reading) || !check_is_right (&reading))
        continue;
      take (&reading, &piece);
      if (*piece.text != '\0')
        madaf_tally_add (tally, &piece, line, index, reading.module, strip->at[first], strip->at[reading.end]);
    }
}
