/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/refusal.h"

#include "kiosk/benefits/benefit-words.h"
#include "kiosk/pages/basket/basket-change.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* More would be a list to read, not a choice. */
#define MOST_BRANCHES 3

static MadafRefusal
kind_of_field (const MadafProblemField *field)
{
  if (g_str_has_prefix (field->pointer, "/lines/"))
    return MADAF_REFUSAL_SOLD_OUT;
  if (g_str_has_prefix (field->pointer, "/contact") || g_str_has_prefix (field->pointer, "/address"))
    return MADAF_REFUSAL_FIELD;
  if (g_str_equal (field->pointer, "/points") || g_str_equal (field->pointer, "/stored_value")
      || g_str_has_prefix (field->pointer, "/coupons") || g_str_has_prefix (field->pointer, "/gift_cards"))
    return MADAF_REFUSAL_BENEFIT;
  return g_str_equal (field->pointer, "/payment") ? MADAF_REFUSAL_PAYMENT : MADAF_REFUSAL_STAFF;
}

MadafRefusal
madaf_refusal_for (MadafProblem *problem)
{
  MadafRefusal refusal = MADAF_REFUSAL_STAFF;
  GPtrArray *fields;

  if (problem == NULL)
    return MADAF_REFUSAL_STAFF;
  if (madaf_problem_get_kind (problem) == MADAF_PROBLEM_SOLD_OUT)
    return MADAF_REFUSAL_SOLD_OUT;
  if (madaf_problem_get_kind (problem) == MADAF_PROBLEM_PRICE_CHANGED && madaf_problem_get_total (problem) != NULL)
    return MADAF_REFUSAL_PRICE_CHANGED;
  if (madaf_problem_get_kind (problem) == MADAF_PROBLEM_COUPON_NOT_VALID
      || madaf_problem_get_kind (problem) == MADAF_PROBLEM_NOT_ENOUGH_POINTS
      || madaf_problem_get_kind (problem) == MADAF_PROBLEM_GIFT_CARD_EMPTY)
    return MADAF_REFUSAL_BENEFIT;
  if (madaf_problem_get_kind (problem) != MADAF_PROBLEM_INVALID_FIELD)
    return MADAF_REFUSAL_STAFF;
  fields = madaf_problem_get_fields (problem);
  for (guint i = 0; i < fields->len; i++)
    refusal = MIN (refusal, kind_of_field (g_ptr_array_index (fields, i)));
  return refusal;
}

const MadafMoney *
madaf_refusal_get_price (MadafProblem *problem)
{
  const MadafMoney *due = madaf_problem_get_due (problem);

  return due != NULL ? due : madaf_problem_get_total (problem);
}

static char *
field_words (const MadafProblemField *field)
{
  if (g_str_has_prefix (field->pointer, "/gift_cards"))
    return g_strdup (madaf_benefit_words_card_fault (MADAF_GIFT_CARD_UNKNOWN));
  if (g_str_has_prefix (field->pointer, "/coupons"))
    return g_strdup (_ ("A coupon does not count any more."));
  return g_strdup (_ ("Points and stored value can be used only while you are signed in."));
}

/* The name of the coupon first: there may be several. */
static char *
coupon_words (const MadafCouponInfo *info)
{
  g_autofree char *name = madaf_benefit_words_coupon_name (info);
  g_autofree char *fault = madaf_benefit_words_coupon_fault (info);

  return g_strdup_printf ("%s: %s", name, fault != NULL ? fault : _ ("A coupon does not count any more."));
}

GPtrArray *
madaf_refusal_list_benefits (MadafProblem *problem)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *coupons = madaf_problem_get_coupons (problem);
  GPtrArray *fields = madaf_problem_get_fields (problem);
  const char *last_four = madaf_problem_get_last_four (problem);

  for (guint i = 0; i < coupons->len; i++)
    g_ptr_array_add (list, coupon_words (g_ptr_array_index (coupons, i)));
  if (madaf_problem_get_kind (problem) == MADAF_PROBLEM_NOT_ENOUGH_POINTS)
    {
      g_autofree char *points = madaf_benefit_words_points (madaf_problem_get_points (problem));

      /* Translators: %s is "240 points". */
      g_ptr_array_add (list, g_strdup_printf (_ ("Some of your points were used elsewhere. You have %s now."), points));
    }
  if (last_four != NULL)
    {
      g_autofree char *card = madaf_benefit_words_card_name (last_four);

      g_ptr_array_add (list, g_strdup_printf ("%s: %s", card, madaf_benefit_words_card_fault (MADAF_GIFT_CARD_EMPTY)));
    }
  for (guint i = 0; i < fields->len; i++)
    if (kind_of_field (g_ptr_array_index (fields, i)) == MADAF_REFUSAL_BENEFIT)
      g_ptr_array_add (list, field_words (g_ptr_array_index (fields, i)));
  return list;
}

static void
offer_free (gpointer data)
{
  MadafRefusalOffer *offer = data;

  g_free (offer->branch_id);
  g_free (offer);
}

void
madaf_refused_item_free (MadafRefusedItem *refused)
{
  g_object_unref (refused->line);
  g_ptr_array_unref (refused->offers);
  g_free (refused);
}

static void
add_offer (MadafRefusedItem *refused, MadafRefusalOfferKind kind, const char *branch_id, int quantity)
{
  MadafRefusalOffer *offer = g_new0 (MadafRefusalOffer, 1);

  offer->kind = kind;
  offer->branch_id = g_strdup (branch_id);
  offer->quantity = quantity;
  g_ptr_array_add (refused->offers, offer);
}

static MadafRefusedItem *
refused_item_new (MadafBasketLine *line, int available)
{
  MadafRefusedItem *refused = g_new0 (MadafRefusedItem, 1);

  refused->line = g_object_ref (line);
  refused->available = available;
  refused->offers = g_ptr_array_new_with_free_func (offer_free);
  return refused;
}

static MadafBasketLine *
find_in_basket (MadafBasket *basket, const char *variant_id, const char *branch_id)
{
  g_autoptr (MadafFulfilment) way
      = branch_id != NULL ? madaf_fulfilment_new_collect (branch_id) : madaf_fulfilment_new_ship ();

  return madaf_basket_find (basket, variant_id, way);
}

static void
add_sold_out (GPtrArray *list, MadafBasket *basket, const MadafProblemLine *line)
{
  MadafBasketLine *ours = find_in_basket (basket, line->variant_id, line->branch_id);
  int available = (int)CLAMP (line->available, 0, MADAF_BASKET_LINE_MOST);
  MadafRefusedItem *refused;

  if (ours == NULL)
    return;
  refused = refused_item_new (ours, available);
  for (guint i = 0; i < MIN (line->branches->len, MOST_BRANCHES); i++)
    {
      const MadafProblemBranch *branch = g_ptr_array_index (line->branches, i);

      add_offer (refused, MADAF_REFUSAL_COLLECT_AT, branch->branch_id, (int)MIN (branch->available, G_MAXINT));
    }
  if (line->can_ship && line->branch_id != NULL)
    add_offer (refused, MADAF_REFUSAL_SEND, NULL, 0);
  if (available > 0 && available < madaf_basket_line_get_quantity (ours))
    add_offer (refused, MADAF_REFUSAL_FEWER, NULL, available);
  add_offer (refused, MADAF_REFUSAL_REMOVE, NULL, 0);
  g_ptr_array_add (list, refused);
}

static void
add_faulty (GPtrArray *list, MadafBasket *basket, GListModel *ordered, const MadafProblemField *field)
{
  guint position;
  g_autoptr (MadafBasketLine) sent = NULL;
  MadafBasketLine *ours;
  MadafRefusedItem *refused;

  if (sscanf (field->pointer, "/lines/%u", &position) != 1)
    return;
  sent = g_list_model_get_item (ordered, position);
  ours = sent != NULL ? madaf_basket_find (basket, madaf_basket_line_get_variant_id (sent),
                                           madaf_basket_line_get_fulfilment (sent))
                      : NULL;
  if (ours == NULL)
    return;
  refused = refused_item_new (ours, -1);
  if (!g_str_has_suffix (field->pointer, "/variant_id"))
    add_offer (refused, MADAF_REFUSAL_OTHER_WAY, NULL, 0);
  add_offer (refused, MADAF_REFUSAL_REMOVE, NULL, 0);
  g_ptr_array_add (list, refused);
}

GPtrArray *
madaf_refusal_list_lines (MadafProblem *problem, MadafBasket *basket, GListModel *ordered)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_refused_item_free);
  GPtrArray *lines = madaf_problem_get_lines (problem);
  GPtrArray *fields = madaf_problem_get_fields (problem);

  for (guint i = 0; i < lines->len; i++)
    add_sold_out (list, basket, g_ptr_array_index (lines, i));
  for (guint i = 0; i < fields->len; i++)
    add_faulty (list, basket, ordered, g_ptr_array_index (fields, i));
  return list;
}

void
madaf_refusal_take_offer (MadafBasket *basket, MadafBasketLine *line, const MadafRefusalOffer *offer)
{
  g_autoptr (MadafFulfilment) way = NULL;

  switch (offer->kind)
    {
    case MADAF_REFUSAL_COLLECT_AT:
      way = madaf_fulfilment_new_collect (offer->branch_id);
      madaf_basket_change_fulfilment (basket, line, way);
      break;
    case MADAF_REFUSAL_SEND:
      way = madaf_fulfilment_new_ship ();
      madaf_basket_change_fulfilment (basket, line, way);
      break;
    case MADAF_REFUSAL_FEWER:
      madaf_basket_line_set_quantity (line, offer->quantity);
      break;
    case MADAF_REFUSAL_REMOVE:
      madaf_basket_remove (basket, line);
      break;
    case MADAF_REFUSAL_OTHER_WAY:
    default:
      break;
    }
}
