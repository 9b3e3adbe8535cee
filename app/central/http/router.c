/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/router.h"

#include <string.h>

/* The table is small, so a request is compared with every pattern of as many segments as it has. */

typedef struct
{
  char **segments; /* (owned) */
  guint n_segments;
  guint wildness; /* one bit per {…}, the first segment highest: the smaller number is the more exact pattern */
} Pattern;

struct _MadafRouter
{
  const MadafRoute *routes;
  guint n_routes;
  Pattern *patterns; /* (owned) (array length=n_routes) */
};

static void
compile (Pattern *pattern, const char *text)
{
  pattern->segments = g_strsplit (text + 1, "/", -1);
  pattern->n_segments = g_strv_length (pattern->segments);
  for (guint i = 0; i < pattern->n_segments; i++)
    if (pattern->segments[i][0] == '{')
      pattern->wildness |= 1u << (MADAF_TARGET_MAX_SEGMENTS - i);
}

MadafRouter *
madaf_router_new (const MadafRoute *routes, guint n_routes)
{
  MadafRouter *self = g_new0 (MadafRouter, 1);

  self->routes = routes;
  self->n_routes = n_routes;
  self->patterns = g_new0 (Pattern, n_routes);
  for (guint i = 0; i < n_routes; i++)
    compile (&self->patterns[i], routes[i].pattern);
  return self;
}

void
madaf_router_free (MadafRouter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_routes; i++)
    g_strfreev (self->patterns[i].segments);
  g_free (self->patterns);
  g_free (self);
}

gboolean
madaf_router_is_id (const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '_' && text[i] != '-')
      return FALSE;
  return length >= 1 && length <= 64;
}

static gboolean
fits (const Pattern *pattern, const MadafTarget *target)
{
  if (pattern->n_segments != target->n_segments)
    return FALSE;
  for (guint i = 0; i < pattern->n_segments; i++)
    if (pattern->segments[i][0] == '{' ? !madaf_router_is_id (target->segments[i])
                                       : strcmp (pattern->segments[i], target->segments[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The methods of every pattern as exact as @wildness that fits. */
static char *
list_methods (MadafRouter *self, const MadafTarget *target, guint wildness)
{
  GString *allow = g_string_new ("OPTIONS");

  for (guint i = 0; i < self->n_routes; i++)
    if (self->patterns[i].wildness == wildness && fits (&self->patterns[i], target))
      {
        g_string_append_printf (allow, ", %s", self->routes[i].method);
        if (strcmp (self->routes[i].method, "GET") == 0 && self->routes[i].kind == MADAF_ROUTE_READ)
          g_string_append (allow, ", HEAD");
      }
  return g_string_free (allow, FALSE);
}

static gboolean
serves (const MadafRoute *route, const char *method)
{
  if (strcmp (method, "HEAD") == 0)
    return strcmp (route->method, "GET") == 0 && route->kind == MADAF_ROUTE_READ;
  return strcmp (route->method, method) == 0;
}

void
madaf_router_match (MadafRouter *self, const char *method, const MadafTarget *target, MadafMatch *match)
{
  guint best = G_MAXUINT;

  *match = (MadafMatch){ .route = self->n_routes };
  for (guint i = 0; i < self->n_routes; i++)
    if (self->patterns[i].wildness < best && fits (&self->patterns[i], target))
      best = self->patterns[i].wildness;
  match->path_known = best != G_MAXUINT;
  for (guint i = 0; i < self->n_routes && match->path_known; i++)
    if (self->patterns[i].wildness == best && serves (&self->routes[i], method) && fits (&self->patterns[i], target))
      match->route = i;
  if (match->path_known && match->route == self->n_routes)
    match->allow = list_methods (self, target, best);
  if (match->route == self->n_routes)
    return;
  for (guint i = 0; i < target->n_segments; i++)
    if (self->patterns[match->route].segments[i][0] == '{')
      match->parameters[match->n_parameters++] = target->segments[i];
}
