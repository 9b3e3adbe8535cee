/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/encode.h"

#include "model/time.h"

/* The values that the larger documents share. */

void
madaf_encode_list (
    MadafJsonWriter *writer, const char *name, const GPtrArray *items, MadafEncodeItem encode, gconstpointer context)
{
  madaf_json_writer_member (writer, name);
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; items != NULL && i < items->len; i++)
    encode (writer, g_ptr_array_index (items, i), context);
  madaf_json_writer_end_array (writer);
}

void
madaf_encode_time (MadafJsonWriter *writer, const char *name, gint64 time_us)
{
  g_autofree char *text = madaf_time_format (time_us);

  madaf_json_writer_member_string (writer, name, text);
}

void
madaf_encode_optional (MadafJsonWriter *writer, const char *name, const char *value)
{
  if (value != NULL && value[0] != '\0')
    madaf_json_writer_member_string (writer, name, value);
}

void
madaf_encode_optional_json (MadafJsonWriter *writer, const char *name, const char *json)
{
  if (json != NULL && json[0] != '\0')
    madaf_json_writer_member_raw (writer, name, json);
}

void
madaf_encode_money (MadafJsonWriter *writer, const char *name, gint64 amount, const char *currency)
{
  madaf_json_writer_member (writer, name);
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_int (writer, "amount", amount);
  madaf_json_writer_member_string (writer, "currency", currency);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_price (MadafJsonWriter *writer, const char *name, const MadafLinePrice *price, const char *currency)
{
  madaf_json_writer_member (writer, name);
  madaf_json_writer_begin_object (writer);
  madaf_encode_money (writer, "amount", price->unit, currency);
  madaf_json_writer_member (writer, "steps");
  madaf_json_writer_begin_array (writer);
  for (int i = 0; i < price->n_steps; i++)
    {
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_string (writer, "kind", madaf_price_step_kind_to_string (price->steps[i].kind));
      madaf_encode_money (writer, "amount", price->steps[i].amount, currency);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_stars (MadafJsonWriter *writer, const char *name, const gint64 stars[5])
{
  gint64 count = 0;
  gint64 sum = 0;

  for (int i = 0; i < 5; i++)
    {
      count += stars[i];
      sum += stars[i] * (i + 1);
    }
  madaf_json_writer_member (writer, name);
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_int (writer, "count", count);
  if (count > 0)
    madaf_json_writer_member_int (writer, "average", (sum * 100 + count / 2) / count);
  madaf_json_writer_member (writer, "spread");
  madaf_json_writer_begin_array (writer);
  for (int i = 0; i < 5; i++)
    madaf_json_writer_int (writer, stars[i]);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_colour (MadafJsonWriter *writer, const MadafShopColour *colour)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", colour->id);
  madaf_json_writer_member_raw (writer, "name", colour->name);
  madaf_encode_optional (writer, "hex", colour->hex);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_picture (MadafJsonWriter *writer, const MadafShopPicture *picture)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", picture->id);
  madaf_json_writer_member_int (writer, "width", picture->width);
  madaf_json_writer_member_int (writer, "height", picture->height);
  madaf_encode_optional (writer, "colour_id", picture->colour);
  madaf_json_writer_end_object (writer);
}
