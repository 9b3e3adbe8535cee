/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/aim.h"

#include <math.h>

/* One list of the things seen lately, ranked anew with each frame. It is short, so it is searched from end to end. */

#define MAX_THINGS 32

/* Lengths are in halves of the shorter side of the frame, from its centre. */

/* How much smaller the cost of the best must be for it to be clearly the one: a sixth of the shorter side nearer. */
#define CLEARLY 0.33f
/* A hand that holds still moves a thing by less; one that shows something else by more. */
#define MOVED  0.3f
#define NEARER 0.2f
/* What a thing loses by being as large as the picture, and by moving across it within a frame. */
#define SIZE_WEIGHT   0.5f
#define UNREST_WEIGHT 2.0f
/* What was not read in a frame or two has not moved away for that. */
#define BLINK_US (300 * G_TIME_SPAN_MILLISECOND)
/* Codes of one label are read within this time, the hard ones later than the easy ones. */
#define SAME_VIEW_US G_USEC_PER_SEC

typedef struct
{
  MadafCode *code; /* (owned) */
  MadafPoint at;
  float size;
  float unrest;
  gint64 first_us;
  gint64 seen_us;
  guint frame; /* the last one it was seen in */
  gboolean is_ours;
  gboolean was_taken;
  gboolean is_passed;
  MadafPoint passed_at;
} Thing;

struct _MadafAim
{
  MadafAimIsOurs is_ours;
  gpointer user_data;
  Thing things[MAX_THINGS];
  guint n_things;
  guint frame;
  MadafCode *meant; /* (owned) (nullable) */
  MadafCode *taken; /* (owned) (nullable): last */
  gint64 taken_us;
  gboolean is_same_view; /* the picture has not changed since */
  gint64 asked_us;       /* since when it is open which one is meant; 0: it is not */
  gint64 last_asked_us;
};

MadafAim *
madaf_aim_new (MadafAimIsOurs is_ours, gpointer user_data)
{
  MadafAim *self = g_new0 (MadafAim, 1);

  self->is_ours = is_ours;
  self->user_data = user_data;
  return self;
}

void
madaf_aim_reset (MadafAim *self)
{
  for (guint i = 0; i < self->n_things; i++)
    madaf_code_unref (self->things[i].code);
  self->n_things = 0;
  g_clear_pointer (&self->meant, madaf_code_unref);
  g_clear_pointer (&self->taken, madaf_code_unref);
  self->asked_us = 0;
}

void
madaf_aim_free (MadafAim *self)
{
  madaf_aim_reset (self);
  g_free (self);
}

static float
distance (MadafPoint a, MadafPoint b)
{
  return hypotf (a.x - b.x, a.y - b.y);
}

static float
distance_from_centre (MadafPoint at)
{
  return hypotf (at.x, at.y);
}

/* Where @code is, and half its diagonal. What is not known to be anywhere is at the edge. */
static void
locate (MadafCode *code, const MadafAimView *view, MadafPoint *at, float *size)
{
  const MadafPoint *corners = madaf_code_get_corners (code);
  float half = (float)MIN (view->width, view->height) / 2;

  *at = (MadafPoint){ 1, 0 };
  *size = 0;
  if (corners == NULL || half <= 0)
    return;
  *at = (MadafPoint){ 0, 0 };
  for (guint i = 0; i < 4; i++)
    {
      at->x += (corners[i].x - (float)view->width / 2) / (4 * half);
      at->y += (corners[i].y - (float)view->height / 2) / (4 * half);
    }
  *size = MAX (distance (corners[0], corners[2]), distance (corners[1], corners[3])) / (2 * half);
}

static Thing *
find_thing (MadafAim *self, MadafCode *code)
{
  for (guint i = 0; i < self->n_things; i++)
    if (madaf_code_equal (self->things[i].code, code))
      return &self->things[i];
  return NULL;
}

/* The place for a thing that is not known: a free one, else that of the one seen longest ago. */
static Thing *
place_for_new (MadafAim *self)
{
  guint oldest = 0;

  if (self->n_things < MAX_THINGS)
    return &self->things[self->n_things++];
  for (guint i = 1; i < self->n_things; i++)
    if (self->things[i].seen_us < self->things[oldest].seen_us)
      oldest = i;
  madaf_code_unref (self->things[oldest].code);
  return &self->things[oldest];
}

static gboolean
is_away (const Thing *thing, gint64 now_us)
{
  return now_us - thing->seen_us > MADAF_AIM_AWAY_US || now_us < thing->seen_us;
}

static void
pass_over (Thing *thing)
{
  thing->is_passed = TRUE;
  thing->passed_at = thing->at;
}

/* Known again, or for the first time. */
static Thing *
begin_thing (MadafAim *self, MadafCode *code, gint64 now_us)
{
  Thing *thing = find_thing (self, code);

  if (thing == NULL)
    {
      thing = place_for_new (self);
      thing->code = madaf_code_ref (code);
    }
  *thing = (Thing){
    .code = thing->code,
    .first_us = now_us,
    .is_ours = self->is_ours == NULL || self->is_ours (code, self->user_data),
  };
  return thing;
}

/* Which issue of a magazine it is may be seen later than the magazine, and is what the next one is compared with. */
static void
learn_addon (Thing *thing, MadafCode *code)
{
  if (madaf_code_get_addon (code) == NULL)
    return;
  madaf_code_unref (thing->code);
  thing->code = madaf_code_ref (code);
}

static void
see (MadafAim *self, MadafCode *code, const MadafAimView *view, gint64 now_us)
{
  Thing *thing = find_thing (self, code);
  MadafPoint at;
  float size;

  locate (code, view, &at, &size);
  if (thing == NULL || is_away (thing, now_us))
    thing = begin_thing (self, code, now_us);
  else if (thing->frame == self->frame)
    {
      /* Another symbol that says the same: the one nearer to the centre stands for both. */
      if (distance_from_centre (at) >= distance_from_centre (thing->at))
        return;
    }
  else
    thing->unrest = (thing->unrest + MIN (1, distance (at, thing->at))) / 2;
  learn_addon (thing, code);
  thing->at = at;
  thing->size = size;
  thing->seen_us = now_us;
  thing->frame = self->frame;
}

/* What belongs to the view that something was taken from, though it could not be read at the time. */
static gboolean
belongs_to_taken (MadafAim *self, const Thing *thing, gint64 now_us)
{
  Thing *taken = self->taken != NULL ? find_thing (self, self->taken) : NULL;

  if (taken == NULL || taken == thing || (thing->is_ours && !taken->is_ours))
    return FALSE;
  return self->is_same_view || (taken->frame == self->frame && now_us - self->taken_us < SAME_VIEW_US);
}

static void
update_passed (MadafAim *self, Thing *thing, gint64 now_us)
{
  if (thing->first_us == now_us && !thing->was_taken && belongs_to_taken (self, thing, now_us))
    pass_over (thing);
  if (distance (thing->at, thing->passed_at) > MOVED
      || distance_from_centre (thing->at) < distance_from_centre (thing->passed_at) - NEARER)
    thing->is_passed = FALSE;
}

static float
cost_of (const Thing *thing)
{
  return distance_from_centre (thing->at) - SIZE_WEIGHT * MIN (1, thing->size) + UNREST_WEIGHT * thing->unrest;
}

/* The one meant, and how much better it is than the next. */
static Thing *
rank (MadafAim *self, float *lead)
{
  Thing *best = NULL;

  *lead = INFINITY;
  for (guint i = 0; i < self->n_things; i++)
    {
      Thing *thing = &self->things[i];

      if (thing->frame != self->frame || thing->is_passed)
        continue;
      if (best == NULL || thing->is_ours > best->is_ours)
        {
          best = thing;
          *lead = INFINITY;
        }
      else if (thing->is_ours == best->is_ours)
        {
          float ahead = cost_of (thing) - cost_of (best);

          *lead = ahead < 0 ? -ahead : MIN (*lead, ahead);
          best = ahead < 0 ? thing : best;
        }
    }
  return best;
}

/* Since when it has been open which thing is meant. */
static gint64
ask_since (MadafAim *self, gint64 now_us)
{
  if (self->asked_us == 0 || now_us - self->last_asked_us > BLINK_US || now_us < self->last_asked_us)
    self->asked_us = now_us;
  self->last_asked_us = now_us;
  return self->asked_us;
}

static gboolean
is_clear (const Thing *best, float lead)
{
  return lead > CLEARLY && best->is_ours;
}

static void
take (MadafAim *self, Thing *best, gint64 now_us)
{
  for (guint i = 0; i < self->n_things; i++)
    if (&self->things[i] != best && !self->things[i].was_taken && now_us - self->things[i].seen_us <= BLINK_US)
      pass_over (&self->things[i]);
  best->was_taken = TRUE;
  g_clear_pointer (&self->taken, madaf_code_unref);
  self->taken = madaf_code_ref (best->code);
  self->taken_us = now_us;
  self->is_same_view = TRUE;
  self->asked_us = 0;
}

MadafCode *
madaf_aim_look (MadafAim *self, const MadafAimView *view, gint64 now_us)
{
  Thing *best;
  float lead;

  self->frame++;
  self->is_same_view = self->is_same_view && view->is_still;
  for (guint i = 0; i < view->codes->len; i++)
    see (self, view->codes->pdata[i], view, now_us);
  for (guint i = 0; i < self->n_things; i++)
    if (self->things[i].frame == self->frame)
      update_passed (self, &self->things[i], now_us);

  best = rank (self, &lead);
  g_clear_pointer (&self->meant, madaf_code_unref);
  if (best == NULL)
    return NULL;
  self->meant = madaf_code_ref (best->code);
  if (best->was_taken)
    {
      self->asked_us = 0;
      return NULL;
    }
  if (now_us - ask_since (self, now_us) < MADAF_AIM_PATIENCE_US && !is_clear (best, lead))
    return NULL;
  take (self, best, now_us);
  return madaf_code_ref (best->code);
}

gboolean
madaf_aim_is_meant (MadafAim *self, MadafCode *code)
{
  return self->meant != NULL && madaf_code_equal (self->meant, code);
}
