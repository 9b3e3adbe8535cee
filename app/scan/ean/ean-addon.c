/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-addon.h"

#include "scan/edges.h"

#include <math.h>
#include <string.h>

/* Draws lines of its own through the paper behind a symbol, across its bars, and adds up those that find an add-on. */

/* What is looked at, in modules from the end of the main symbol. The standard has 7 to 12 of paper between the two;
 * labels have more. */
#define FROM    -8
#define MIN_GAP 4
#define MAX_GAP 24
#define TO      (MAX_GAP + 47 + 8)
/* The standard has 5 of paper behind it. Where the shorter kind would end the longer one has a space of one. */
#define MIN_QUIET 3.4f
/* How much larger or smaller its modules may be, as it lies farther away or nearer, and is printed apart. */
#define LENGTH_TOLERANCE 0.12f

/* What is an edge, of a line's contrast: a thin bar at the end may be seen by the last ones only. */
static const float least_edges[] = { 0.2f, 0.08f };

#define MAX_LINES    24
#define LINE_SPACING 3.0f
#define MIN_LINES    6
/* Of the lines that cross it others miss some edge; a line elsewhere finds something of this size by chance. */
#define MAX_DRIFT 1.5f /* modules, from one line to the next */
/* Beyond this a digit runs into the separator beside it. */
#define MAX_BLUR 1.2f
/* The bars show their own direction only where so much of them was seen, in pixels. */
#define MIN_HEIGHT 6.0f

/* How the main symbol lies in the picture. */
typedef struct
{
  MadafPoint end; /* where the lines through it end, on the first of them */
  float across_x; /* from there to the last of them */
  float across_y;
  float dx; /* in the direction of reading: a step of length 1 */
  float dy;
  float module;
  float first; /* of the lines to draw, and the last: 0 and 1 are those of the main symbol */
  float last;
} Place;

/* An add-on on a line: from its first bar to the end of its last one. */
typedef struct
{
  MadafEanAddonKind kind;
  float along; /* which line */
  float begin; /* on the line, in pixels */
  float end;
} Crossing;

typedef struct
{
  const MadafGrey *picture;
  Place place;
  MadafLine line; /* of the moment */
  MadafEdges edges;
  Crossing crossings[MADAF_EAN_ADDON_N_KINDS * MAX_LINES]; /* a line may have one that looks like either kind */
  int n;
} Search;

static MadafPoint
difference (MadafPoint to, MadafPoint from)
{
  return (MadafPoint){ to.x - from.x, to.y - from.y };
}

static Place
place_of (const MadafEanFit *main, const MadafPoint corners[4])
{
  MadafPoint begin = corners[main->turned ? 1 : 0];
  MadafPoint end = corners[main->turned ? 0 : 1];
  MadafPoint along = difference (end, begin);
  MadafPoint across = difference (corners[main->turned ? 3 : 2], end);
  float length = hypotf (along.x, along.y);
  float height = hypotf (across.x, across.y);
  /* How far the lines climb along the bars on their way through the symbol. */
  float climb = height > 0 ? (along.x * across.x + along.y * across.y) / height : 0;
  Place place = { .end = end, .across_x = across.x, .across_y = across.y, .first = 0, .last = 1 };

  place.dx = along.x / length;
  place.dy = along.y / length;
  if (height > MIN_HEIGHT)
    {
      float side = along.x * -across.y + along.y * across.x > 0 ? 1 : -1;

      place.dx = side * -across.y / height;
      place.dy = side * across.x / height;
      place.first -= fabsf (climb) / height;
      place.last += fabsf (climb) / height;
    }
  place.module = (along.x * place.dx + along.y * place.dy) / madaf_ean_layout (main->likelihood.word.kind)->modules;
  return place;
}

/* Whether there is enough paper behind edge @last; what the border of the picture cuts off is taken for paper. */
static gboolean
ends_in_white (const Search *search, int last, MadafEanAddonKind kind, float module)
{
  static const float least_at_border[] = { [MADAF_EAN_ADDON_2] = 2.6f, [MADAF_EAN_ADDON_5] = 1 };
  const MadafEdges *edges = &search->edges;

  if (last + 1 < edges->n)
    return edges->at[last + 1] - edges->at[last] > MIN_QUIET * module;
  return search->line.length - edges->at[last] > least_at_border[kind] * module;
}

static gboolean
has_length (float length, MadafEanAddonKind kind, float module)
{
  return fabsf (length / (module * madaf_ean_addon_modules (kind)) - 1) < LENGTH_TOLERANCE;
}

static gboolean
cross_from (const Search *search, MadafEanAddonKind kind, int first, Crossing *crossing)
{
  const float *at = search->edges.at;
  float module = search->place.module;

  for (int last = first + 1; last < search->edges.n; last += 2)
    if (has_length (at[last] - at[first], kind, module) && ends_in_white (search, last, kind, module))
      {
        crossing->kind = kind;
        crossing->begin = at[first];
        crossing->end = at[last];
        return TRUE;
      }
  return FALSE;
}

/* Looks for an add-on among the edges of the line. */
static gboolean
cross (const Search *search, MadafEanAddonKind kind, Crossing *crossing)
{
  const MadafEdges *edges = &search->edges;
  float module = search->place.module;

  for (int first = edges->falls_first ? 2 : 1; first < edges->n; first += 2)
    {
      float gap = edges->at[first] - edges->at[first - 1];
      float from_end = edges->at[first] / module + FROM;

      if (gap > MIN_GAP * module && from_end > MIN_GAP && from_end < MAX_GAP
          && cross_from (search, kind, first, crossing))
        return TRUE;
    }
  return FALSE;
}

/* Draws a line, @along of the way across the main symbol. */
static gboolean
draw_line (Search *search, float along)
{
  const Place *place = &search->place;
  float x = place->end.x + along * place->across_x + FROM * place->module * place->dx;
  float y = place->end.y + along * place->across_y + FROM * place->module * place->dy;

  return madaf_line_sample_from (search->picture, (MadafPoint){ x, y }, place->dx, place->dy,
                                 (TO - FROM) * place->module, &search->line);
}

static void
read_line (Search *search, float along, float least_edge)
{
  if (!draw_line (search, along))
    return;
  madaf_edges_find (&search->line, least_edge * (search->line.brightest - search->line.darkest), &search->edges);
  for (int kind = 0; kind < MADAF_EAN_ADDON_N_KINDS; kind++)
    {
      Crossing *crossing = &search->crossings[search->n];

      crossing->along = along;
      if (cross (search, kind, crossing))
        search->n++;
    }
}

static void
read_lines (Search *search, float least_edge)
{
  const Place *place = &search->place;
  float height = (place->last - place->first) * hypotf (place->across_x, place->across_y);
  int n = CLAMP ((int)(height / LINE_SPACING), MIN_LINES, MAX_LINES);

  search->n = 0;
  for (int i = 0; i < n; i++)
    read_line (search, place->first + (place->last - place->first) * i / (n - 1), least_edge);
}

/* Gathers in @chain the crossings from @first on that are of one symbol. Returns: how many */
static int
follow (const Search *search, int first, const Crossing *chain[MAX_LINES])
{
  int n = 0;

  chain[n++] = &search->crossings[first];
  for (int i = first + 1; i < search->n; i++)
    if (search->crossings[i].kind == chain[n - 1]->kind
        && fabsf (search->crossings[i].begin - chain[n - 1]->begin) < MAX_DRIFT * search->place.module)
      chain[n++] = &search->crossings[i];
  return n;
}

/* The longest of that kind. */
static int
find_chain (const Search *search, MadafEanAddonKind kind, const Crossing *chain[MAX_LINES])
{
  const Crossing *other[MAX_LINES];
  int most = 0;

  for (int first = 0; first + most < search->n; first++)
    {
      int n = search->crossings[first].kind == kind ? follow (search, first, other) : 0;

      if (n > most)
        {
          most = n;
          memcpy (chain, other, sizeof other);
        }
    }
  return most;
}

/* Bars end where they should, and begin earlier by the spread of the ink. */
static void
add_line (Search *search, const Crossing *crossing, float spread, float *sum)
{
  int modules = madaf_ean_addon_modules (crossing->kind);
  float width = (crossing->end - crossing->begin) / (modules + spread);

  draw_line (search, crossing->along);
  for (int i = 0; i < (modules + 2 * MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES; i++)
    {
      float from_end = modules - ((i + 0.5f) / MADAF_EAN_SAMPLES - MADAF_EAN_MARGIN);

      sum[i] += madaf_line_value (&search->line, crossing->end - from_end * width);
    }
}

/* Whether all lines, and each half of them, say the same. */
static gboolean
lines_agree (Search *search, const Crossing *const *chain, int n, const MadafEanFit *main, MadafEanAddonFit *whole)
{
  MadafEanAddonKind kind = chain[0]->kind;
  float halves[2][MADAF_EAN_ADDON_MAX_PROFILE] = { { 0 } };
  float sum[MADAF_EAN_ADDON_MAX_PROFILE];
  MadafEanModel model;

  for (int i = 0; i < n; i++)
    add_line (search, chain[i], main->spread, halves[i >= n / 2]);
  for (int i = 0; i < MADAF_EAN_ADDON_MAX_PROFILE; i++)
    sum[i] = halves[0][i] + halves[1][i];
  madaf_ean_model_init_edges (&model, main->spread, main->blur);
  madaf_ean_addon_refine (kind, sum, &model);
  madaf_ean_addon_fit (kind, sum, &model, whole);
  if (!madaf_ean_addon_fit_is_clear (whole))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      MadafEanAddonFit half;

      madaf_ean_addon_fit (kind, halves[i], &model, &half);
      if (!madaf_ean_addon_fit_is_clear (&half) || memcmp (half.digits, whole->digits, sizeof half.digits) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
write_digits (const MadafEanAddonFit *fit, char text[MADAF_EAN_ADDON_TEXT_SIZE])
{
  int n = madaf_ean_addon_digits (fit->kind);

  for (int k = 0; k < n; k++)
    text[k] = (char)('0' + fit->digits[k]);
  text[n] = '\0';
}

gboolean
madaf_ean_addon_read (const MadafGrey *picture,
                      const MadafEanFit *main,
                      const MadafPoint corners[4],
                      char text[MADAF_EAN_ADDON_TEXT_SIZE])
{
  g_autofree Search *search = NULL;
  MadafEanAddonFit fit;
  gboolean found = FALSE;

  if (main->likelihood.word.kind == MADAF_EAN_8 || main->blur > MAX_BLUR)
    return FALSE;
  search = g_new (Search, 1);
  search->picture = picture;
  search->place = place_of (main, corners);
  search->n = 1;
  /* Where the first ones see nothing of the size there is nothing, and hardly any product has more. */
  for (guint i = 0; !found && search->n > 0 && i < G_N_ELEMENTS (least_edges); i++)
    {
      read_lines (search, least_edges[i]);
      for (int kind = 0; !found && kind < MADAF_EAN_ADDON_N_KINDS; kind++)
        {
          const Crossing *chain[MAX_LINES];
          int n = find_chain (search, kind, chain);

          found = n >= MIN_LINES && lines_agree (search, chain, n, main, &fit);
        }
    }
  if (found)
    write_digits (&fit, text);
  return found;
}
