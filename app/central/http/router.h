/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/http/target.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

typedef struct _MadafRequest MadafRequest;

/* Who may ask. A device has one role; whoever speaks on the control socket is the operator; whoever brings the token of
 * a member's sign-in is that member on that device, and nothing that the device may do besides. */
typedef enum
{
  MADAF_ROLE_PUBLIC = 1 << 0, /* nobody in particular: no token is looked at */
  MADAF_ROLE_KIOSK = 1 << 1,
  MADAF_ROLE_TILL = 1 << 2,
  MADAF_ROLE_CHANNEL = 1 << 3,
  MADAF_ROLE_OPERATOR = 1 << 4,
  MADAF_ROLE_MEMBER = 1 << 5,
  MADAF_ROLE_ASSOCIATE = 1 << 6, /* what somebody of the shop carries */
} MadafRole;

#define MADAF_ROLE_DEVICES (MADAF_ROLE_KIOSK | MADAF_ROLE_TILL | MADAF_ROLE_CHANNEL | MADAF_ROLE_ASSOCIATE)

typedef enum
{
  MADAF_ROUTE_READ,   /* runs on the server's thread, over a snapshot */
  MADAF_ROUTE_WRITE,  /* runs on the writer's thread; the request sleeps meanwhile */
  MADAF_ROUTE_STREAM, /* answers without end */
} MadafRouteKind;

typedef enum
{
  MADAF_BODY_NONE,
  MADAF_BODY_JSON, /* an object */
  MADAF_BODY_FORM, /* what a page without script sends */
} MadafRouteBody;

/* Answers: fills request->reply and returns TRUE, or returns FALSE: with request->reply filled, with refused fields, or
 * with @error set; whatever it wrote is then undone. */
typedef gboolean (*MadafHandler) (MadafRequest *request, MadafTransaction *transaction, GError **error);

typedef struct
{
  const char *method;
  const char *pattern; /* "/v1/products/{product_id}": {…} stands for one segment that is an id */
  guint roles;
  MadafRouteKind kind;
  gboolean needs_key; /* an Idempotency-Key */
  MadafRouteBody body;
  const char *query; /* (nullable) names it takes, separated by spaces; those that may be repeated end with "*" */
  MadafHandler handler;
} MadafRoute;

/**
 * MadafRouter:
 *
 * Finds the route of a request in one table. Where two patterns fit, the one with a fixed segment earlier wins.
 */
typedef struct _MadafRouter MadafRouter;

typedef struct
{
  guint route; /* index into the table; n_routes: none */
  gboolean path_known;
  char *allow;               /* (owned) (nullable): the methods of a known path when the method does not fit */
  const char *parameters[2]; /* of the pattern's {…}; owned by the target */
  guint n_parameters;
} MadafMatch;

/* @routes lives as long as the router. */
MadafRouter *madaf_router_new (const MadafRoute *routes, guint n_routes);
void madaf_router_free (MadafRouter *self);

/* @method: HEAD is looked up as GET. Free match->allow. */
void madaf_router_match (MadafRouter *self, const char *method, const MadafTarget *target, MadafMatch *match);

/* "[A-Za-z0-9_-]{1,64}", the form of every id on the wire. */
gboolean madaf_router_is_id (const char *text);

G_END_DECLS
