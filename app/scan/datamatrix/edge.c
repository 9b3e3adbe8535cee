/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edge.h"

#include "scan/datamatrix/sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The short side of a symbol of eight rows, two pixels a module, is no shorter. */
#define MIN_LENGTH 13
/* An edge that goes on is followed over so many steps where it cannot be seen. */
#define MAX_MISSES 2
/* Steps back that the direction is taken from. */
#define MEMORY 9
/* How far to each side the edge is looked for. */
#define REACH 2
/* Cosine of the bend after which it is no straight edge any more. */
#define MAX_BEND 0.96f

/* The longest break in an edge, as a share of what is seen of it. */
#define MAX_BREAK 0.35f
/* Cosine of the angle that two parts of one edge may have. */
#define MIN_PARALLEL 0.99f
/* More edges than that are not looked at for breaks. */
#define MAX_JOINED 600

typedef struct
{
  const MadafGrey *image;
  GArray *edges;
  guint8 *seen; /* (owned): for each 2 × 2 pixels, a bit for each quarter that an edge through them heads to */
  int seen_width;
  int min_contrast;
  int steps_left;
  GArray *points; /* (owned) (element-type MadafPoint): of the edge being followed, one half after the other */
  GArray *kept;   /* (owned) (element-type MadafPoint): the same from end to end, without what is off the line */
} Tracer;

/* One place on the edge. */
typedef struct
{
  float offset; /* of the steepest place, across, towards the light */
  float steepness;
  float dark;
  float light;
} Crossing;

static guint8 *
seen_at (Tracer *self, MadafPoint at)
{
  int x = CLAMP ((int)at.x, 0, self->image->width - 1) / 2;
  int y = CLAMP ((int)at.y, 0, self->image->height - 1) / 2;

  return self->seen + (gsize)y * self->seen_width + x;
}

static guint8
quarter (MadafPoint direction)
{
  if (fabsf (direction.x) > fabsf (direction.y))
    return direction.x > 0 ? 1 : 2;
  return direction.y > 0 ? 4 : 8;
}

static Crossing
cross_at (const MadafGrey *image, MadafPoint at, MadafPoint to_light)
{
  float values[2 * REACH + 3];
  float steepness[2 * REACH + 1];
  Crossing crossing;
  int best = 0;
  float bend;

  if (madaf_grey_has_around (image, at, REACH + 1.5f))
    for (int i = 0; i < 2 * REACH + 3; i++)
      values[i] = madaf_grey_sample_inside (image, madaf_point_add (at, to_light, i - REACH - 1));
  else
    for (int i = 0; i < 2 * REACH + 3; i++)
      values[i] = madaf_grey_sample_anywhere (image, madaf_point_add (at, to_light, i - REACH - 1));
  for (int i = 0; i < 2 * REACH + 1; i++)
    {
      steepness[i] = values[i + 2] - values[i];
      if (steepness[i] > steepness[best] || (steepness[i] == steepness[best] && i <= REACH))
        best = i;
    }
  crossing.offset = best - REACH;
  crossing.steepness = steepness[best];
  crossing.dark = values[best];
  crossing.light = values[best + 2];
  if (best > 0 && best < 2 * REACH)
    {
      bend = 2 * steepness[best] - steepness[best - 1] - steepness[best + 1];
      if (bend > 0)
        crossing.offset += (steepness[best + 1] - steepness[best - 1]) / (2 * bend);
    }
  return crossing;
}

/* Walks one way until the edge ends or bends away. */
static void
follow (Tracer *self, MadafPoint at, MadafPoint direction, float steepness, int sign, double *dark, double *light)
{
  guint first = self->points->len;
  int misses = 0;
  Crossing begin = cross_at (self->image, at, (MadafPoint){ -sign * direction.y, sign * direction.x });
  float level = (begin.dark + begin.light) / 2;

  g_array_append_val (self->points, at);
  while (misses <= MAX_MISSES && self->steps_left-- > 0)
    {
      MadafPoint to_light = { -sign * direction.y, sign * direction.x };
      MadafPoint ahead = madaf_point_add (at, direction, 1);
      Crossing crossing = cross_at (self->image, ahead, to_light);
      guint n = self->points->len;

      if (ahead.x < 0 || ahead.y < 0 || ahead.x > self->image->width - 1 || ahead.y > self->image->height - 1)
        break;
      at = ahead;
      /* Behind a corner the brightness is another, even where a shadow makes an edge go on. */
      if (crossing.steepness < 0.4f * steepness || fabsf (crossing.offset) > 1.5f
          || fabsf ((crossing.dark + crossing.light) / 2 - level) > 0.5f * steepness + 4)
        {
          misses++;
          continue;
        }
      misses = 0;
      at = madaf_point_add (ahead, to_light, crossing.offset * 0.7f);
      steepness += (crossing.steepness - steepness) * 0.05f;
      level += ((crossing.dark + crossing.light) / 2 - level) * 0.1f;
      *dark += crossing.dark;
      *light += crossing.light;
      g_array_append_val (self->points, at);
      if (n - first >= MEMORY)
        {
          MadafPoint from = g_array_index (self->points, MadafPoint, n - MEMORY);
          MadafPoint recent = madaf_point_subtract (at, from);
          MadafPoint whole = madaf_point_subtract (at, g_array_index (self->points, MadafPoint, first));
          float length = sqrtf (madaf_point_dot (recent, recent));

          if (length < 1)
            break;
          direction = (MadafPoint){ recent.x / length, recent.y / length };
          if (madaf_point_dot (direction, whole) < MAX_BEND * sqrtf (madaf_point_dot (whole, whole)))
            break;
        }
    }
}

/* The line through the points, by total least squares. */
static void
fit_line (const MadafPoint *points, guint count, MadafDataMatrixEdge *edge)
{
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
  double n = count;
  double angle;

  for (guint i = 0; i < count; i++)
    {
      MadafPoint p = points[i];

      x += p.x;
      y += p.y;
      xx += (double)p.x * p.x;
      xy += (double)p.x * p.y;
      yy += (double)p.y * p.y;
    }
  angle = 0.5 * atan2 (2 * (xy - x * y / n), (xx - x * x / n) - (yy - y * y / n));
  edge->middle = (MadafPoint){ x / n, y / n };
  edge->direction = (MadafPoint){ cos (angle), sin (angle) };
  if (madaf_point_dot (edge->direction, madaf_point_subtract (points[count - 1], points[0])) < 0)
    edge->direction = (MadafPoint){ -edge->direction.x, -edge->direction.y };
}

static float
distance (const MadafDataMatrixEdge *edge, MadafPoint at)
{
  return fabsf (madaf_point_cross (edge->direction, madaf_point_subtract (at, edge->middle)));
}

/* Puts the points in order, fits the line to the middle of them, and cuts the ends off where they leave it: an edge
   that was first seen at a corner goes around it. Returns: whether enough is left */
static gboolean
straighten (Tracer *self, guint ahead, MadafDataMatrixEdge *edge)
{
  guint n = self->points->len;
  MadafPoint *points;
  guint first = 0;
  guint last = n - 1;

  g_array_set_size (self->kept, n);
  points = (MadafPoint *)self->kept->data;
  for (guint i = 0; i < n; i++)
    points[i] = g_array_index (self->points, MadafPoint, i < n - ahead ? n - 1 - i : i - (n - ahead));
  for (int round = 0; round < 3; round++)
    {
      guint count = last - first + 1;
      guint aside = round == 0 ? count / 5 : 0;
      float tolerance = MAX (1, 0.012f * count);

      if (count < MIN_LENGTH)
        return FALSE;
      fit_line (points + first + aside, count - 2 * aside, edge);
      while (first < last && distance (edge, points[first]) > tolerance)
        first++;
      while (first < last && distance (edge, points[last]) > tolerance)
        last--;
    }
  edge->start = points[first];
  edge->end = points[last];
  g_array_remove_range (self->kept, last + 1, n - 1 - last);
  g_array_remove_range (self->kept, 0, first);
  return self->kept->len >= MIN_LENGTH;
}

/* Half a pixel to both sides, as the next line may see it there. */
static void
mark_seen (Tracer *self, const MadafDataMatrixEdge *edge)
{
  MadafPoint aside = { -edge->direction.y, edge->direction.x };

  for (guint i = 0; i < self->kept->len; i++)
    for (int side = -1; side <= 1; side++)
      *seen_at (self, madaf_point_add (g_array_index (self->kept, MadafPoint, i), aside, side * 1.2f + 0.5f))
          |= quarter (edge->direction);
}

/* @gradient: points to the light */
static void
trace (Tracer *self, MadafPoint at, MadafPoint gradient)
{
  float steepness = sqrtf (madaf_point_dot (gradient, gradient));
  MadafPoint direction = { gradient.y / steepness, -gradient.x / steepness };
  MadafPoint back = { -direction.x, -direction.y };
  MadafDataMatrixEdge edge;
  MadafPoint along;
  guint ahead;
  double dark = 0;
  double light = 0;

  if (*seen_at (self, at) & quarter (direction))
    return;
  g_array_set_size (self->points, 0);
  follow (self, at, direction, steepness, 1, &dark, &light);
  ahead = self->points->len;
  follow (self, at, back, steepness, -1, &dark, &light);
  if (self->points->len < MIN_LENGTH || !straighten (self, ahead, &edge))
    return;
  along = madaf_point_subtract (edge.end, edge.start);
  edge.length = sqrtf (madaf_point_dot (along, along));
  if (edge.length < MIN_LENGTH)
    return;
  edge.dark = dark / (self->points->len - 2);
  edge.light = light / (self->points->len - 2);
  mark_seen (self, &edge);
  g_array_append_val (self->edges, edge);
}

/* One row or column of pixels, and how far the next ones beside it are; both are 0 at the border. */
typedef struct
{
  gssize before;
  gssize after;
} Neighbours;

static Neighbours
neighbours_at (int i, int count, gsize step)
{
  return (Neighbours){ i > 0 ? -(gssize)step : 0, i + 1 < count ? (gssize)step : 0 };
}

/* The change of brightness around a pixel (Sobel), on the scale of a difference of two pixels two apart. */
static MadafPoint
gradient_at (const MadafGrey *image, int x, int y)
{
  Neighbours h = neighbours_at (x, image->width, 1);
  Neighbours v = neighbours_at (y, image->height, image->stride);
  const guint8 *p = image->pixels + (gsize)y * image->stride + x;
  const guint8 *above = p + v.before;
  const guint8 *below = p + v.after;

  return (MadafPoint){
    (above[h.after] + 2 * p[h.after] + below[h.after] - above[h.before] - 2 * p[h.before] - below[h.before]) / 4.f,
    (below[h.before] + 2 * below[0] + below[h.after] - above[h.before] - 2 * above[0] - above[h.after]) / 4.f
  };
}

/* Follows an edge from each place along the row or column @at where the brightness changes fastest. */
static void
scan_line (Tracer *self, int at, gboolean is_row)
{
  const MadafGrey *image = self->image;
  int count = is_row ? image->width : image->height;
  gsize along = is_row ? 1 : image->stride;
  Neighbours aside = neighbours_at (at, is_row ? image->height : image->width, is_row ? image->stride : 1);
  const guint8 *p = image->pixels + at * (is_row ? image->stride : 1);
  int before = 0;
  int change = 0;

  for (int i = 0; i <= count && self->steps_left > 0; i++, p += along)
    {
      int after = 0;

      if (i < count)
        {
          const guint8 *a = p + (i > 0 ? -(gssize)along : 0);
          const guint8 *b = p + (i + 1 < count ? along : 0);

          after = b[0] * 2 + b[aside.before] + b[aside.after] - a[0] * 2 - a[aside.before] - a[aside.after];
        }
      /* The place before this one was steeper than both its neighbours. */
      if (abs (change) >= 4 * self->min_contrast && abs (change) >= abs (before) && abs (change) > abs (after))
        {
          int x = is_row ? i - 1 : at;
          int y = is_row ? at : i - 1;
          MadafPoint gradient = gradient_at (image, x, y);

          /* The lines the other way find the edges that run along this one. */
          if (fabsf (is_row ? gradient.x : gradient.y) * 1.5f >= fabsf (is_row ? gradient.y : gradient.x))
            trace (self, (MadafPoint){ x, y }, gradient);
        }
      before = change;
      change = after;
    }
}

/* From the middle outwards: what the camera is aimed at comes before the steps are used up. */
static void
scan_lines (Tracer *self, int spacing)
{
  int most = MAX (self->image->width, self->image->height) / 2;

  for (int off = spacing / 2; off <= most; off += spacing)
    for (int side = -1; side <= 1; side += 2)
      {
        int y = self->image->height / 2 + side * off;
        int x = self->image->width / 2 + side * off;

        if (y >= 0 && y < self->image->height)
          scan_line (self, y, TRUE);
        if (x >= 0 && x < self->image->width)
          scan_line (self, x, FALSE);
      }
}

/* Where @edge goes on behind a break. Returns: (nullable) */
static const MadafDataMatrixEdge *
find_continuation (GArray *edges, guint count, const MadafDataMatrixEdge *edge)
{
  const MadafDataMatrixEdge *nearest = NULL;
  float nearest_gap = edge->length;

  for (guint i = 0; i < count; i++)
    {
      const MadafDataMatrixEdge *other = &g_array_index (edges, MadafDataMatrixEdge, i);
      MadafPoint to = madaf_point_subtract (other->start, edge->end);
      float gap = madaf_point_dot (to, edge->direction);

      if (madaf_point_dot (edge->direction, other->direction) > MIN_PARALLEL && gap > -0.7f * other->length
          && gap < nearest_gap && gap < MAX_BREAK * (edge->length + other->length)
          && distance (edge, other->start) < 1.5f + 0.04f * fabsf (gap)
          && distance (edge, other->end) < 1.5f + 0.04f * (gap + other->length))
        {
          nearest = other;
          nearest_gap = gap;
        }
    }
  return nearest;
}

/* Adds what edges make together where dirt or light has broken one up. */
static void
join_broken (GArray *edges)
{
  guint count = MIN (edges->len, MAX_JOINED);

  for (guint i = 0; i < count; i++)
    {
      MadafDataMatrixEdge joined = g_array_index (edges, MadafDataMatrixEdge, i);
      const MadafDataMatrixEdge *next;

      while ((next = find_continuation (edges, count, &joined)) != NULL)
        {
          MadafPoint along = madaf_point_subtract (next->end, joined.start);
          float length = sqrtf (madaf_point_dot (along, along));

          if (length <= joined.length + 1)
            break;
          joined.end = next->end;
          joined.length = length;
          joined.direction = (MadafPoint){ along.x / length, along.y / length };
          joined.middle = madaf_point_add (joined.start, along, 0.5f);
          g_array_append_val (edges, joined);
        }
    }
}

GArray *
madaf_data_matrix_edges_find (const MadafGrey *image, int spacing, int min_contrast, int max_steps)
{
  Tracer self = { .image = image, .min_contrast = min_contrast, .steps_left = max_steps };

  self.edges = g_array_new (FALSE, FALSE, sizeof (MadafDataMatrixEdge));
  if (image->width < MIN_LENGTH || image->height < MIN_LENGTH)
    return self.edges;
  self.seen_width = (image->width + 1) / 2;
  self.seen = g_malloc0 ((gsize)self.seen_width * ((image->height + 1) / 2));
  self.points = g_array_sized_new (FALSE, FALSE, sizeof (MadafPoint), 256);
  self.kept = g_array_sized_new (FALSE, FALSE, sizeof (MadafPoint), 256);
  scan_lines (&self, spacing);
  g_array_unref (self.points);
  g_array_unref (self.kept);
  g_free (self.seen);
  join_broken (self.edges);
  return self.edges;
}
