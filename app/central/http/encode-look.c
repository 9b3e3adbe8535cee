/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "central/http/encode.h"

/* Looks, where a whole one can be had, and what the stylist picks, as the contract has them. */

static void
encode_reachable (MadafJsonWriter *writer, const MadafReachable *reachable)
{
  madaf_json_writer_member_int (writer, "available_here", reachable->here);
  madaf_json_writer_member_int (writer, "branches", reachable->branches);
  madaf_json_writer_member_bool (writer, "can_ship", reachable->can_ship);
}

static void
encode_picture_member (MadafJsonWriter *writer, const MadafShopPicture *picture)
{
  if (picture == NULL)
    return;
  madaf_json_writer_member (writer, "picture");
  madaf_encode_picture (writer, picture);
}

static void
encode_product_member (MadafJsonWriter *writer, const MadafShopCard *card, const MadafPriceContext *context)
{
  madaf_json_writer_member (writer, "product");
  madaf_encode_card (writer, card, context->currency);
}

static void
encode_piece_variant (MadafJsonWriter *writer, gconstpointer item, gconstpointer data)
{
  const MadafPieceVariant *piece = item;
  const MadafShopVariant *variant = piece->variant;
  const MadafPriceContext *context = data;
  MadafLinePrice price;

  if (!madaf_price_line (variant->price, variant->sale_price, variant->sale_from_us, variant->sale_until_us,
                         context->now_us, 1, context->vat_rate, &price))
    return;
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", variant->id);
  madaf_encode_optional (writer, "colour_id", variant->colour);
  madaf_encode_optional (writer, "size", variant->size);
  madaf_encode_price (writer, "price", &price, context->currency);
  encode_reachable (writer, &piece->reachable);
  madaf_json_writer_end_object (writer);
}

static void
encode_piece (MadafJsonWriter *writer, gconstpointer item, gconstpointer context)
{
  const MadafLookPiece *piece = item;

  madaf_json_writer_begin_object (writer);
  encode_product_member (writer, piece->card, context);
  madaf_json_writer_member_string (writer, "role", madaf_piece_role_to_string (piece->role));
  madaf_json_writer_member_bool (writer, "optional", piece->optional);
  madaf_encode_optional (writer, "colour_id", piece->colour);
  encode_picture_member (writer, piece->picture);
  madaf_encode_optional (writer, "variant_id", piece->preferred);
  madaf_encode_list (writer, "variants", piece->variants, encode_piece_variant, context);
  madaf_json_writer_end_object (writer);
}

static void
encode_look (MadafJsonWriter *writer, gconstpointer item, gconstpointer context)
{
  const MadafLook *look = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", look->id);
  madaf_json_writer_member_raw (writer, "title", look->title);
  encode_picture_member (writer, look->picture);
  madaf_encode_list (writer, "pieces", look->pieces, encode_piece, context);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_looks (MadafJsonWriter *writer, const GPtrArray *looks, const MadafPriceContext *context)
{
  madaf_encode_list (writer, "items", looks, encode_look, context);
}

void
madaf_encode_together (MadafJsonWriter *writer, const MadafTogether *together, const MadafPriceContext *context)
{
  madaf_json_writer_member (writer, "items");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < together->companions->len; i++)
    {
      const MadafCompanion *companion = g_ptr_array_index (together->companions, i);

      madaf_json_writer_begin_object (writer);
      encode_product_member (writer, companion->card, context);
      madaf_json_writer_member_int (writer, "orders", companion->orders);
      madaf_json_writer_member_int (writer, "of", MAX (together->of, companion->orders));
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
}

/* What the parts of an answer about a whole look share. */
typedef struct
{
  const MadafPlaces *places;
  const MadafPriceContext *context;
} Where;

static void
encode_line (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafLookLine *line = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_int (writer, "piece", line->piece);
  madaf_json_writer_member_string (writer, "variant_id", line->variant_id);
  madaf_json_writer_member_int (writer, "quantity", line->quantity);
  madaf_json_writer_end_object (writer);
}

static void
encode_stop (MadafJsonWriter *writer, gconstpointer item, gconstpointer data)
{
  const MadafLookStop *stop = item;
  const Where *where = data;
  double distance = madaf_places_get_distance (where->places, stop->place);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "branch_id", madaf_places_get_branch (where->places, stop->place)->id);
  if (distance >= 0)
    madaf_json_writer_member_int (writer, "distance", llround (distance));
  madaf_encode_time (writer, "ready_at", stop->ready_us);
  madaf_encode_money (writer, "total", stop->total, where->context->currency);
  madaf_encode_list (writer, "lines", stop->lines, encode_line, NULL);
  madaf_json_writer_end_object (writer);
}

/* Stops lie two and two. */
static void
encode_pairs (MadafJsonWriter *writer, const GPtrArray *stops, const Where *where)
{
  madaf_json_writer_member (writer, "two_branches");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i + 1 < stops->len; i += 2)
    {
      const MadafLookStop *nearer = g_ptr_array_index (stops, i);
      const MadafLookStop *farther = g_ptr_array_index (stops, i + 1);

      madaf_json_writer_begin_object (writer);
      madaf_encode_money (writer, "total", nearer->total + farther->total, where->context->currency);
      madaf_json_writer_member (writer, "stops");
      madaf_json_writer_begin_array (writer);
      encode_stop (writer, nearer, where);
      encode_stop (writer, farther, where);
      madaf_json_writer_end_array (writer);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
}

static void
encode_asked (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafLookPieceWhere *piece = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "product_id", piece->product_id);
  madaf_encode_optional (writer, "variant_id", piece->variant_id);
  madaf_json_writer_member_int (writer, "available_here", piece->here);
  madaf_json_writer_member_int (writer, "branches", piece->branches);
  madaf_json_writer_member_bool (writer, "can_ship", piece->can_ship);
  madaf_json_writer_end_object (writer);
}

static void
encode_swap (MadafJsonWriter *writer, gconstpointer item, gconstpointer data)
{
  const MadafLookSwap *swap = item;
  const Where *where = data;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "kind", madaf_swap_kind_to_string (swap->kind));
  madaf_json_writer_member_string (writer, "variant_id", swap->variant->id);
  encode_product_member (writer, swap->card, where->context);
  madaf_encode_optional (writer, "size", swap->variant->size);
  madaf_encode_optional (writer, "colour_id", swap->variant->colour);
  encode_picture_member (writer, swap->picture);
  madaf_encode_price (writer, "price", &swap->price, where->context->currency);
  if (swap->place >= 0)
    madaf_json_writer_member_string (writer, "branch_id",
                                     madaf_places_get_branch (where->places, (guint)swap->place)->id);
  if (swap->completes)
    madaf_json_writer_member_bool (writer, "completes", TRUE);
  madaf_json_writer_end_object (writer);
}

static void
encode_missing (MadafJsonWriter *writer, gconstpointer item, gconstpointer where)
{
  const MadafMissingPiece *missing = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_int (writer, "piece", missing->piece);
  madaf_encode_list (writer, "swaps", missing->swaps, encode_swap, where);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_where (MadafJsonWriter *writer,
                    const MadafLookWhere *where,
                    const MadafPlaces *places,
                    const MadafPriceContext *context)
{
  const Where data = { places, context };

  madaf_json_writer_member_string (writer, "answer", madaf_look_answer_to_string (where->answer));
  madaf_encode_list (writer, "pieces", where->pieces, encode_asked, NULL);
  madaf_encode_list (writer, "one_branch", where->one, encode_stop, &data);
  encode_pairs (writer, where->two, &data);
  if (where->ship_lines != NULL)
    {
      madaf_json_writer_member (writer, "ship");
      madaf_json_writer_begin_object (writer);
      madaf_encode_money (writer, "total", where->ship_total, context->currency);
      madaf_encode_list (writer, "lines", where->ship_lines, encode_line, NULL);
      madaf_json_writer_end_object (writer);
    }
  if (where->most->len > 0)
    madaf_encode_list (writer, "most", where->most, encode_stop, &data);
  madaf_encode_list (writer, "missing", where->missing, encode_missing, &data);
}

static void
encode_reason (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafPickReason *reason = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "kind", madaf_pick_reason_to_string (reason->kind));
  madaf_json_writer_member_int (writer, "number", reason->number);
  if (reason->of > 0)
    madaf_json_writer_member_int (writer, "of", reason->of);
  madaf_encode_optional (writer, "product_id", reason->product_id);
  madaf_encode_optional (writer, "look_id", reason->look_id);
  madaf_json_writer_end_object (writer);
}

static void
encode_pick (MadafJsonWriter *writer, gconstpointer item, gconstpointer data)
{
  const MadafPick *pick = item;
  const MadafPriceContext *context = data;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "role", madaf_piece_role_to_string (pick->role));
  encode_product_member (writer, pick->card, context);
  madaf_encode_optional (writer, "colour_id", pick->colour);
  encode_picture_member (writer, pick->picture);
  if (pick->variant_id != NULL)
    {
      madaf_json_writer_member_string (writer, "variant_id", pick->variant_id);
      madaf_encode_price (writer, "price", &pick->price, context->currency);
    }
  encode_reachable (writer, &pick->reachable);
  madaf_encode_list (writer, "reasons", pick->reasons, encode_reason, NULL);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_completion (MadafJsonWriter *writer, const MadafCompletion *completion, const MadafPriceContext *context)
{
  madaf_json_writer_member (writer, "has");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < MADAF_N_PIECE_ROLES; i++)
    if (completion->has[i])
      madaf_json_writer_string (writer, madaf_piece_role_to_string ((MadafPieceRole)i));
  madaf_json_writer_end_array (writer);
  madaf_encode_list (writer, "items", completion->picks, encode_pick, context);
}
