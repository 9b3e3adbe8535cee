/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/colour.h"
#include "model/product.h"

G_BEGIN_DECLS

/**
 * MadafChoice:
 *
 * Which colour and size of a product the shopper has chosen, and the variant that this comes to. What there is only one
 * of is chosen from the start; a size is not, as it would be bought by mistake.
 *
 * Signal `changed` after anything changed, once for each change.
 */
#define MADAF_TYPE_CHOICE (madaf_choice_get_type ())
G_DECLARE_FINAL_TYPE (MadafChoice, madaf_choice, MADAF, CHOICE, GObject)

/* What has still to be chosen before there is a variant. */
typedef enum
{
  MADAF_CHOICE_COMPLETE,
  MADAF_CHOICE_WANTS_SIZE,
  MADAF_CHOICE_WANTS_COLOUR,
} MadafChoiceWant;

/* variant_id: (nullable): the variant whose code was scanned; one that the product does not have is as good as NULL. */
MadafChoice *madaf_choice_new (MadafProduct *product, const char *variant_id);

MadafProduct *madaf_choice_get_product (MadafChoice *self);
/* (nullable) */
const char *madaf_choice_get_colour_id (MadafChoice *self);
/* (nullable) */
const char *madaf_choice_get_size (MadafChoice *self);
/* (transfer none) (nullable): NULL until the choice is complete, or when that size is not made in that colour. */
MadafVariant *madaf_choice_get_variant (MadafChoice *self);
MadafChoiceWant madaf_choice_get_want (MadafChoice *self);

/* Another colour keeps the size if it is made in that colour. */
void madaf_choice_set_colour_id (MadafChoice *self, const char *colour_id);
void madaf_choice_set_size (MadafChoice *self, const char *size);

/* Both at once, as when its label is scanned. */
void madaf_choice_set_variant (MadafChoice *self, MadafVariant *variant);

/* The variant that choosing this size would come to: (transfer none), NULL when it is not made. */
MadafVariant *madaf_choice_peek_size (MadafChoice *self, const char *size);

/* The colour chosen: (transfer none) (nullable). */
MadafColour *madaf_choice_find_colour (MadafChoice *self);

/* The price to show (transfer none) (nullable): the variant's, else the lowest; in @from whether others cost more. */
MadafPrice *madaf_choice_get_price (MadafChoice *self, gboolean *from);

/* The pictures in the order to show them: those of the chosen colour, those of no colour, those of other colours.
 * (transfer full): MadafPicture objects. */
GListModel *madaf_choice_list_pictures (MadafChoice *self);

G_END_DECLS
