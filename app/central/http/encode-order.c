/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/encode.h"

/* Baskets, orders and the refusal of an order as the contract has them. */

static void
encode_reach (MadafJsonWriter *writer, MadafReach reach, const char *branch_id)
{
  if (reach == MADAF_REACH_UNDECIDED)
    return;
  madaf_json_writer_member (writer, "fulfilment");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "kind", madaf_reach_to_string (reach));
  if (reach == MADAF_REACH_COLLECT)
    madaf_json_writer_member_string (writer, "branch_id", branch_id);
  madaf_json_writer_end_object (writer);
}

/* What a line is of, the same in baskets and in orders. */
typedef struct
{
  const char *variant_id;
  const char *product_id;
  const char *title;
  const char *colour_name;
  const char *size;
  const char *picture_id;
  gint64 quantity;
  const MadafLinePrice *price;
} Line;

#define LINE_OF(line)                                                                                                  \
  ((Line){ (line)->variant_id, (line)->product_id, (line)->title, (line)->colour_name, (line)->size,                   \
           (line)->picture_id, (line)->quantity, &(line)->price })

static void
encode_goods (MadafJsonWriter *writer, const Line *line)
{
  madaf_json_writer_member_string (writer, "variant_id", line->variant_id);
  madaf_json_writer_member_string (writer, "product_id", line->product_id);
  madaf_json_writer_member_raw (writer, "title", line->title);
  madaf_encode_optional_json (writer, "colour", line->colour_name);
  madaf_encode_optional (writer, "size", line->size);
  madaf_encode_optional (writer, "picture_id", line->picture_id);
  madaf_json_writer_member_int (writer, "quantity", line->quantity);
}

static void
encode_line (MadafJsonWriter *writer, Line line, const char *currency)
{
  encode_goods (writer, &line);
  madaf_encode_price (writer, "unit_price", line.price, currency);
  madaf_encode_money (writer, "total", line.price->total, currency);
}

static void
encode_basket_line (MadafJsonWriter *writer, gconstpointer item, gconstpointer currency)
{
  const MadafPricedLine *line = item;

  madaf_json_writer_begin_object (writer);
  encode_line (writer, LINE_OF (line), currency);
  encode_reach (writer, line->reach, line->branch_id);
  madaf_json_writer_end_object (writer);
}

static void
encode_gone_line (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafPricedLine *line = item;
  const Line goods = LINE_OF (line);

  madaf_json_writer_begin_object (writer);
  encode_goods (writer, &goods);
  encode_reach (writer, line->reach, line->branch_id);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_quoted_line (MadafJsonWriter *writer,
                          const MadafPricedLine *line,
                          gint64 total,
                          const GPtrArray *steps,
                          const gint64 *shares,
                          const char *currency)
{
  MadafLinePrice price = line->price;
  Line shown = LINE_OF (line);

  price.total = total;
  shown.price = &price;
  madaf_json_writer_begin_object (writer);
  encode_line (writer, shown, currency);
  madaf_encode_line_steps (writer, steps, shares, currency);
  encode_reach (writer, line->reach, line->branch_id);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_basket (MadafJsonWriter *writer, const MadafShopBasket *basket)
{
  MadafUnitSteps sums = { 0 };

  for (guint i = 0; i < basket->lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (basket->lines, i);

      madaf_unit_steps_add (&sums, &line->price, line->quantity);
    }
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", basket->id);
  madaf_encode_list (writer, "lines", basket->lines, encode_basket_line, basket->currency);
  if (basket->gone->len > 0)
    madaf_encode_list (writer, "gone", basket->gone, encode_gone_line, NULL);
  madaf_encode_steps (writer, &sums, NULL, basket->currency);
  madaf_encode_money (writer, "total", basket->total, basket->currency);
  madaf_encode_money (writer, "vat", basket->tax, basket->currency);
  madaf_json_writer_end_object (writer);
}

static void
encode_order_line (MadafJsonWriter *writer, gconstpointer item, gconstpointer context)
{
  const MadafShopOrderLine *line = item;
  const MadafShopOrder *order = context;

  madaf_json_writer_begin_object (writer);
  encode_line (writer, LINE_OF (line), order->currency);
  madaf_encode_line_steps (writer, order->steps, line->shares, order->currency);
  if (line->price_now >= 0)
    madaf_encode_money (writer, "price_now", line->price_now, order->currency);
  madaf_json_writer_end_object (writer);
}

static void
encode_fulfilment (MadafJsonWriter *writer, gconstpointer item, gconstpointer order)
{
  const MadafShopFulfilment *fulfilment = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", fulfilment->id);
  madaf_json_writer_member_string (writer, "kind", madaf_reach_to_string (fulfilment->reach));
  if (fulfilment->reach == MADAF_REACH_COLLECT)
    madaf_json_writer_member_string (writer, "branch_id", fulfilment->branch_id);
  madaf_json_writer_member_string (writer, "state", madaf_order_step_to_string (fulfilment->state));
  madaf_encode_optional (writer, "collection_code", fulfilment->collection_code);
  if (fulfilment->ready_us > 0)
    madaf_encode_time (writer, "ready_at", fulfilment->ready_us);
  if (fulfilment->late_us > 0)
    madaf_encode_time (writer, "late_at", fulfilment->late_us);
  madaf_encode_list (writer, "lines", fulfilment->lines, encode_order_line, order);
  madaf_json_writer_end_object (writer);
}

static void
encode_event (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafShopOrderEvent *event = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "state", madaf_order_step_to_string (event->state));
  madaf_encode_time (writer, "at", event->time_us);
  madaf_json_writer_member_string (writer, "by", event->actor);
  madaf_encode_optional (writer, "fulfilment_id", event->fulfilment_id);
  madaf_encode_optional (writer, "branch_id", event->branch_id);
  madaf_json_writer_end_object (writer);
}

static void
encode_people (MadafJsonWriter *writer, const MadafShopOrder *order)
{
  madaf_json_writer_member (writer, "contact");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "name", order->name);
  madaf_json_writer_member_string (writer, "phone", order->phone);
  madaf_json_writer_end_object (writer);
  if (order->street == NULL)
    return;
  madaf_json_writer_member (writer, "address");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "street", order->street);
  madaf_json_writer_member_string (writer, "city", order->city);
  madaf_encode_optional (writer, "postal_code", order->postal_code);
  madaf_encode_optional (writer, "note", order->address_note);
  madaf_json_writer_end_object (writer);
}

static void
encode_receipt (MadafJsonWriter *writer, const MadafShopOrder *order, const char *public_url)
{
  g_autofree char *path = g_strconcat ("/r/", order->receipt_token, NULL);

  madaf_json_writer_member_string (writer, "receipt_path", path);
  if (public_url != NULL)
    {
      g_autofree char *url = g_strconcat (public_url, path, NULL);

      madaf_json_writer_member_string (writer, "receipt_url", url);
    }
}

/* What led to the total, and what of it is paid. */
static void
encode_sums (MadafJsonWriter *writer, const MadafShopOrder *order)
{
  MadafUnitSteps sums = { 0 };

  for (guint i = 0; i < order->fulfilments->len; i++)
    {
      const MadafShopFulfilment *fulfilment = g_ptr_array_index (order->fulfilments, i);

      for (guint j = 0; j < fulfilment->lines->len; j++)
        {
          const MadafShopOrderLine *line = g_ptr_array_index (fulfilment->lines, j);

          madaf_unit_steps_add (&sums, &line->price, line->quantity);
        }
    }
  madaf_encode_steps (writer, &sums, order->steps, order->currency);
  madaf_encode_money (writer, "total", order->total, order->currency);
  madaf_encode_money (writer, "vat", order->tax, order->currency);
  madaf_encode_payments (writer, order->steps, order->due, order->currency);
  if (order->earns > 0)
    madaf_json_writer_member_int (writer, "earns", order->earns);
}

void
madaf_encode_order (MadafJsonWriter *writer, const MadafShopOrder *order, const char *public_url)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", order->id);
  madaf_json_writer_member_string (writer, "state", madaf_order_step_to_string (order->state));
  madaf_encode_time (writer, "placed_at", order->placed_us);
  madaf_encode_list (writer, "fulfilments", order->fulfilments, encode_fulfilment, order);
  encode_people (writer, order);
  madaf_json_writer_member_string (writer, "payment", madaf_payment_to_string (order->payment));
  madaf_json_writer_member_string (writer, "language", order->language);
  encode_sums (writer, order);
  encode_receipt (writer, order, public_url);
  madaf_encode_list (writer, "events", order->events, encode_event, NULL);
  madaf_json_writer_end_object (writer);
}

/* Who placed it: the first of its events tells. */
static const char *
get_channel (const MadafShopOrder *order)
{
  const MadafShopOrderEvent *first = order->events->len > 0 ? g_ptr_array_index (order->events, 0) : NULL;

  return first != NULL ? first->actor : "system";
}

void
madaf_encode_purchase (MadafJsonWriter *writer, gconstpointer item, gconstpointer public_url)
{
  const MadafShopOrder *order = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", order->id);
  madaf_json_writer_member_string (writer, "state", madaf_order_step_to_string (order->state));
  madaf_encode_time (writer, "placed_at", order->placed_us);
  madaf_json_writer_member_string (writer, "placed_by", get_channel (order));
  madaf_encode_optional (writer, "branch_id", order->branch_id);
  madaf_encode_list (writer, "fulfilments", order->fulfilments, encode_fulfilment, order);
  madaf_json_writer_member_string (writer, "payment", madaf_payment_to_string (order->payment));
  encode_sums (writer, order);
  encode_receipt (writer, order, public_url);
  madaf_encode_list (writer, "events", order->events, encode_event, NULL);
  madaf_json_writer_end_object (writer);
}

static void
encode_alternative (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafAlternative *alternative = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "branch_id", alternative->branch_id);
  madaf_json_writer_member_int (writer, "available", alternative->available);
  madaf_json_writer_end_object (writer);
}

static void
encode_refused_line (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafRefusedLine *line = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "variant_id", line->variant_id);
  madaf_encode_optional (writer, "branch_id", line->branch_id);
  madaf_json_writer_member_int (writer, "requested", line->requested);
  madaf_json_writer_member_int (writer, "available", line->available);
  madaf_json_writer_member_bool (writer, "can_ship", line->can_ship);
  madaf_encode_list (writer, "branches", line->alternatives, encode_alternative, NULL);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_refused_lines (MadafJsonWriter *writer, const GPtrArray *lines)
{
  madaf_encode_list (writer, "lines", lines, encode_refused_line, NULL);
}
