/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-look.h"

#include "client/decode-catalogue.h"
#include "client/decode.h"
#include "model/json.h"
#include "model/look.h"
#include "model/look-gap.h"
#include "model/look-line.h"
#include "model/look-piece.h"
#include "model/look-swap.h"
#include "model/look-way.h"
#include "model/look-stop.h"
#include "model/pick.h"
#include "model/pick-reason.h"
#include "model/together.h"
#include "model/whole-look.h"

/* Words that this version does not know are read as they are: nothing depends on knowing them all. */
#define WORD_MAXIMUM 40
#define SIZE_MAXIMUM (24 * 4)
#define MOST_PIECES  10

static gboolean
read_word (JsonObject *object, const char *member, const char **word, GError **error)
{
  return madaf_json_read_string_bounded (object, member, 1, WORD_MAXIMUM, word, error);
}

static gboolean
read_size (JsonObject *object, const char **size, GError **error)
{
  return madaf_json_read_optional_string_bounded (object, "size", 1, SIZE_MAXIMUM, size, error);
}

/* Leaves @picture alone when there is none. */
static gboolean
read_picture (JsonObject *object, MadafPicture **picture, GError **error)
{
  JsonObject *inner = NULL;

  if (!madaf_json_read_optional_object (object, "picture", &inner, error))
    return FALSE;
  if (inner != NULL)
    *picture = madaf_decode_picture (inner, error);
  return inner == NULL || *picture != NULL;
}

static gboolean
read_piece_number (JsonObject *object, int *piece, GError **error)
{
  gint64 value;

  if (!madaf_json_read_int (object, "piece", 0, MOST_PIECES - 1, &value, error))
    return FALSE;
  *piece = (int)value;
  return TRUE;
}

/* Looks. */

static gpointer
decode_piece_variant (JsonObject *object, GError **error)
{
  const char *id;
  const char *colour_id = NULL;
  const char *size = NULL;
  g_autoptr (MadafPrice) price = NULL;
  int here;
  int branches;
  gboolean can_ship;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_decode_optional_id (object, "colour_id", &colour_id, error)
      || !read_size (object, &size, error) || !madaf_decode_price (object, "price", &price, error)
      || !madaf_decode_int (object, "available_here", 0, &here, error)
      || !madaf_decode_int (object, "branches", 0, &branches, error)
      || !madaf_json_read_boolean (object, "can_ship", &can_ship, error))
    return NULL;

  return g_object_new (MADAF_TYPE_PIECE_VARIANT, "id", id, "colour-id", colour_id, "size", size, "price", price,
                       "available-here", here, "branches", branches, "can-ship", can_ship, NULL);
}

static gpointer
decode_piece (JsonObject *object, GError **error)
{
  g_autoptr (MadafProductSummary) product = NULL;
  g_autoptr (MadafPicture) picture = NULL;
  g_autoptr (GListModel) variants = NULL;
  const char *role;
  gboolean optional;
  const char *colour_id = NULL;
  const char *variant_id = NULL;

  if (!madaf_decode_member (object, "product", madaf_decode_product_summary, &product, error)
      || !read_word (object, "role", &role, error) || !madaf_json_read_boolean (object, "optional", &optional, error)
      || !madaf_decode_optional_id (object, "colour_id", &colour_id, error) || !read_picture (object, &picture, error)
      || !madaf_decode_optional_id (object, "variant_id", &variant_id, error)
      || !madaf_decode_list (object, "variants", MADAF_TYPE_PIECE_VARIANT, decode_piece_variant, &variants, error))
    return NULL;
  if (g_list_model_get_n_items (variants) == 0)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "variants: none");
      return NULL;
    }

  return g_object_new (MADAF_TYPE_LOOK_PIECE, "product", product, "role", role, "optional", optional, "colour-id",
                       colour_id, "picture", picture, "variant-id", variant_id, "variants", variants, NULL);
}

static gpointer
decode_look (JsonObject *object, GError **error)
{
  const char *id;
  g_autoptr (MadafText) title = NULL;
  g_autoptr (MadafPicture) picture = NULL;
  g_autoptr (GListModel) pieces = NULL;

  if (!madaf_decode_id (object, "id", &id, error) || !madaf_decode_text (object, "title", &title, error)
      || !read_picture (object, &picture, error)
      || !madaf_decode_list (object, "pieces", MADAF_TYPE_LOOK_PIECE, decode_piece, &pieces, error))
    return NULL;
  if (g_list_model_get_n_items (pieces) > MOST_PIECES)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "pieces: too many");
      return NULL;
    }

  return g_object_new (MADAF_TYPE_LOOK, "id", id, "title", title, "picture", picture, "pieces", pieces, NULL);
}

gpointer
madaf_decode_look_list (JsonObject *object, GError **error)
{
  GListModel *list = NULL;

  madaf_decode_list (object, "items", MADAF_TYPE_LOOK, decode_look, &list, error);
  return list;
}

static gpointer
decode_together (JsonObject *object, GError **error)
{
  g_autoptr (MadafProductSummary) product = NULL;
  int orders;
  int of;

  if (!madaf_decode_member (object, "product", madaf_decode_product_summary, &product, error)
      || !madaf_decode_int (object, "orders", 1, &orders, error) || !madaf_decode_int (object, "of", 1, &of, error))
    return NULL;

  return g_object_new (MADAF_TYPE_TOGETHER, "product", product, "orders", orders, "of", of, NULL);
}

gpointer
madaf_decode_together_list (JsonObject *object, GError **error)
{
  GListModel *list = NULL;

  madaf_decode_list (object, "items", MADAF_TYPE_TOGETHER, decode_together, &list, error);
  return list;
}

/* Where all of it can be had. */

static gpointer
decode_line (JsonObject *object, GError **error)
{
  int piece;
  const char *variant_id;
  int quantity;

  if (!read_piece_number (object, &piece, error) || !madaf_decode_id (object, "variant_id", &variant_id, error)
      || !madaf_decode_int (object, "quantity", 1, &quantity, error))
    return NULL;

  return g_object_new (MADAF_TYPE_LOOK_LINE, "piece", piece, "variant-id", variant_id, "quantity", quantity, NULL);
}

/* Of a branch, or of what is shipped: that has neither branch nor time. */
static gpointer
decode_any_stop (JsonObject *object, gboolean shipped, GError **error)
{
  const char *branch_id = NULL;
  gint64 distance = -1;
  gint64 ready_us = 0;
  MadafMoney total;
  g_autoptr (GListModel) lines = NULL;

  if (!shipped
      && (!madaf_decode_id (object, "branch_id", &branch_id, error)
          || !madaf_json_read_optional_int (object, "distance", 0, G_MAXINT32, &distance, error)
          || !madaf_decode_time (object, "ready_at", &ready_us, error)))
    return NULL;
  if (!madaf_decode_money (object, "total", &total, error)
      || !madaf_decode_list (object, "lines", MADAF_TYPE_LOOK_LINE, decode_line, &lines, error))
    return NULL;

  return g_object_new (MADAF_TYPE_LOOK_STOP, "branch-id", branch_id, "distance", (int)distance, "ready-us", ready_us,
                       "total", &total, "lines", lines, NULL);
}

static gpointer
decode_stop (JsonObject *object, GError **error)
{
  return decode_any_stop (object, FALSE, error);
}

static MadafLookWay *
make_way (MadafLookStop *stop)
{
  g_autoptr (GListStore) stops = g_list_store_new (MADAF_TYPE_LOOK_STOP);

  g_list_store_append (stops, stop);
  return g_object_new (MADAF_TYPE_LOOK_WAY, "total", madaf_look_stop_get_total (stop), "stops", stops, NULL);
}

static gpointer
decode_single (JsonObject *object, GError **error)
{
  g_autoptr (MadafLookStop) stop = decode_stop (object, error);

  return stop != NULL ? make_way (stop) : NULL;
}

static gpointer
decode_pair (JsonObject *object, GError **error)
{
  MadafMoney total;
  g_autoptr (GListModel) stops = NULL;

  if (!madaf_decode_money (object, "total", &total, error)
      || !madaf_decode_list (object, "stops", MADAF_TYPE_LOOK_STOP, decode_stop, &stops, error))
    return NULL;
  if (g_list_model_get_n_items (stops) != 2)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "stops: not two");
      return NULL;
    }
  return g_object_new (MADAF_TYPE_LOOK_WAY, "total", &total, "stops", stops, NULL);
}

static void
append_all (GListStore *store, GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      g_list_store_append (store, item);
    }
}

static GListModel *
read_ways (JsonObject *object, GError **error)
{
  g_autoptr (GListStore) ways = g_list_store_new (MADAF_TYPE_LOOK_WAY);
  g_autoptr (GListModel) singles = NULL;
  g_autoptr (GListModel) pairs = NULL;
  JsonObject *ship = NULL;

  if (!madaf_decode_list (object, "one_branch", MADAF_TYPE_LOOK_WAY, decode_single, &singles, error)
      || !madaf_decode_list (object, "two_branches", MADAF_TYPE_LOOK_WAY, decode_pair, &pairs, error)
      || !madaf_json_read_optional_object (object, "ship", &ship, error))
    return NULL;
  append_all (ways, singles);
  append_all (ways, pairs);
  if (ship != NULL)
    {
      g_autoptr (MadafLookStop) stop = decode_any_stop (ship, TRUE, error);
      g_autoptr (MadafLookWay) way = stop != NULL ? make_way (stop) : NULL;

      if (way == NULL)
        return NULL;
      g_list_store_append (ways, way);
    }
  return G_LIST_MODEL (g_steal_pointer (&ways));
}

static gpointer
decode_swap (JsonObject *object, GError **error)
{
  const char *kind;
  const char *variant_id;
  g_autoptr (MadafProductSummary) product = NULL;
  g_autoptr (MadafPicture) picture = NULL;
  g_autoptr (MadafPrice) price = NULL;
  const char *size = NULL;
  const char *colour_id = NULL;
  const char *branch_id = NULL;
  gboolean completes = FALSE;

  if (!read_word (object, "kind", &kind, error) || !madaf_decode_id (object, "variant_id", &variant_id, error)
      || !madaf_decode_member (object, "product", madaf_decode_product_summary, &product, error)
      || !read_size (object, &size, error) || !madaf_decode_optional_id (object, "colour_id", &colour_id, error)
      || !read_picture (object, &picture, error) || !madaf_decode_price (object, "price", &price, error)
      || !madaf_decode_optional_id (object, "branch_id", &branch_id, error)
      || !madaf_json_read_optional_boolean (object, "completes", &completes, error))
    return NULL;

  return g_object_new (MADAF_TYPE_LOOK_SWAP, "kind", kind, "variant-id", variant_id, "product", product, "size", size,
                       "colour-id", colour_id, "picture", picture, "price", price, "branch-id", branch_id, "completes",
                       completes, NULL);
}

static gpointer
decode_gap (JsonObject *object, GError **error)
{
  int piece;
  g_autoptr (GListModel) swaps = NULL;

  if (!read_piece_number (object, &piece, error)
      || !madaf_decode_list (object, "swaps", MADAF_TYPE_LOOK_SWAP, decode_swap, &swaps, error))
    return NULL;
  return g_object_new (MADAF_TYPE_LOOK_GAP, "piece", piece, "swaps", swaps, NULL);
}

gpointer
madaf_decode_whole_look (JsonObject *object, GError **error)
{
  g_autoptr (GListModel) ways = NULL;
  g_autoptr (GListModel) most = NULL;
  g_autoptr (GListModel) gaps = NULL;

  if ((ways = read_ways (object, error)) == NULL
      || !madaf_decode_list (object, "missing", MADAF_TYPE_LOOK_GAP, decode_gap, &gaps, error))
    return NULL;
  if (!json_object_has_member (object, "most"))
    most = G_LIST_MODEL (g_list_store_new (MADAF_TYPE_LOOK_STOP));
  else if (!madaf_decode_list (object, "most", MADAF_TYPE_LOOK_STOP, decode_stop, &most, error))
    return NULL;

  return g_object_new (MADAF_TYPE_WHOLE_LOOK, "ways", ways, "most", most, "gaps", gaps, NULL);
}

/* The stylist. */

static gpointer
decode_reason (JsonObject *object, GError **error)
{
  const char *kind;
  const char *product_id = NULL;
  int number;
  gint64 of = 0;

  if (!read_word (object, "kind", &kind, error) || !madaf_decode_int (object, "number", 1, &number, error)
      || !madaf_json_read_optional_int (object, "of", 1, G_MAXINT32, &of, error)
      || !madaf_decode_optional_id (object, "product_id", &product_id, error))
    return NULL;
  return g_object_new (MADAF_TYPE_PICK_REASON, "kind", kind, "number", number, "of", (int)of, "product-id", product_id,
                       NULL);
}

static gboolean
read_optional_price (JsonObject *object, MadafPrice **price, GError **error)
{
  return !json_object_has_member (object, "price") || madaf_decode_price (object, "price", price, error);
}

static gpointer
decode_pick (JsonObject *object, GError **error)
{
  const char *role;
  g_autoptr (MadafProductSummary) product = NULL;
  g_autoptr (MadafPicture) picture = NULL;
  g_autoptr (MadafPrice) price = NULL;
  g_autoptr (GListModel) reasons = NULL;
  const char *colour_id = NULL;
  const char *variant_id = NULL;
  int here;
  int branches;
  gboolean can_ship;

  if (!read_word (object, "role", &role, error)
      || !madaf_decode_member (object, "product", madaf_decode_product_summary, &product, error)
      || !madaf_decode_optional_id (object, "colour_id", &colour_id, error) || !read_picture (object, &picture, error)
      || !madaf_decode_optional_id (object, "variant_id", &variant_id, error)
      || !read_optional_price (object, &price, error) || !madaf_decode_int (object, "available_here", 0, &here, error)
      || !madaf_decode_int (object, "branches", 0, &branches, error)
      || !madaf_json_read_boolean (object, "can_ship", &can_ship, error)
      || !madaf_decode_list (object, "reasons", MADAF_TYPE_PICK_REASON, decode_reason, &reasons, error))
    return NULL;

  return g_object_new (MADAF_TYPE_PICK, "role", role, "product", product, "colour-id", colour_id, "picture", picture,
                       "variant-id", variant_id, "price", price, "available-here", here, "branches", branches,
                       "can-ship", can_ship, "reasons", reasons, NULL);
}

gpointer
madaf_decode_completion (JsonObject *object, GError **error)
{
  GListModel *list = NULL;

  madaf_decode_list (object, "items", MADAF_TYPE_PICK, decode_pick, &list, error);
  return list;
}
