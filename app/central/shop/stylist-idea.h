/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/stylist.h"

G_BEGIN_DECLS

/* What a look is built on. */
typedef struct
{
  char *product_id;
  char *colour; /* (nullable) id */
  char *hex;    /* (nullable) */
  MadafPieceRole role;
  char *category; /* (nullable) its first own one */
} MadafStylistAnchor;

/**
 * MadafStylistIdea:
 *
 * A product that may complete a look, and all that speaks for it before anybody looked at colours and shelves.
 */
typedef struct
{
  char *product_id;
  MadafPieceRole role;
  gboolean has_role;
  char *category;    /* (nullable) its first own one */
  GHashTable *looks; /* (nullable) look id → with how many of the anchors */
  char *look_id;     /* (nullable) the one with most of them */
  char *look_colour; /* (nullable) its colour there */
  guint in_look;
  guint goes_with;
  gboolean on_wishlist;
  gint64 together; /* orders, 0 for none */
  gint64 of;
  char *with;  /* (nullable) which of the anchors it was bought with */
  int support; /* the sum of its reasons' weights */
} MadafStylistIdea;

/* What to build on: the basket, or without one the first of the wishlist. (element-type MadafStylistAnchor) */
GPtrArray *madaf_stylist_read_anchors (MadafTransaction *transaction,
                                       const MadafStylistQuestion *question,
                                       MadafFaults *faults,
                                       GError **error);

/* What may go with them, by support. (element-type MadafStylistIdea) */
GPtrArray *madaf_stylist_collect (MadafTransaction *transaction,
                                  const GPtrArray *anchors,
                                  const MadafStylistQuestion *question,
                                  GError **error);

/* The reasons of @idea, each with its weight. (element-type MadafPickReason) */
GPtrArray *madaf_stylist_idea_reasons (const MadafStylistIdea *idea);

MadafPickReason *madaf_pick_reason_new (MadafPickReasonKind kind, gint64 number, int weight);

void madaf_stylist_anchor_free (MadafStylistAnchor *anchor);
void madaf_stylist_idea_free (MadafStylistIdea *idea);

G_END_DECLS
