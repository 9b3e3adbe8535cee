/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/stream.h"

#include <string.h>

#include "model/json-writer.h"
#include "model/time.h"

/* How events look on the wire (WHATWG HTML, "Server-sent events"): the JSON has no line break, so one data line does.
 */

static void
write_stock (MadafJsonWriter *writer, const MadafShopEvent *event)
{
  madaf_json_writer_member_string (writer, "product_id", event->product_id);
  madaf_json_writer_member_string (writer, "variant_id", event->variant_id);
  madaf_json_writer_member_string (writer, "branch_id", event->branch_id);
  madaf_json_writer_member_int (writer, "available", MAX (event->available, 0));
}

char *
madaf_stream_format_event (const MadafShopEvent *event)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autofree char *time = madaf_time_format (event->time_us);

  madaf_json_writer_begin_object (writer);
  if (strcmp (event->kind, "stock") == 0)
    {
      write_stock (writer, event);
      madaf_json_writer_member_string (writer, "changed_at", time);
    }
  else
    {
      if (strcmp (event->kind, "sign-in") == 0)
        {
          madaf_json_writer_member_string (writer, "sign_in_id", event->subject);
          madaf_json_writer_member_string (writer, "state", event->state);
        }
      if (strcmp (event->kind, "basket") == 0)
        {
          madaf_json_writer_member_string (writer, "basket_id", event->subject);
          madaf_json_writer_member_int (writer, "version", event->available);
        }
      if (strcmp (event->kind, "lists") == 0)
        madaf_json_writer_member_string (writer, "lists_id", event->subject);
      if (strcmp (event->kind, "carried") == 0)
        madaf_json_writer_member_string (writer, "carried_id", event->subject);
      if (strcmp (event->kind, "fetch") == 0)
        {
          madaf_json_writer_member_string (writer, "fetch_request_id", event->subject);
          madaf_json_writer_member_string (writer, "state", event->state);
        }
      if (strcmp (event->kind, "order") == 0)
        {
          madaf_json_writer_member_string (writer, "order_id", event->order_id);
          madaf_json_writer_member_string (writer, "state", event->state);
        }
      madaf_json_writer_member_string (writer, "at", time);
    }
  madaf_json_writer_end_object (writer);
  return g_strdup_printf ("id: %" G_GINT64_FORMAT "\nevent: %s\ndata: %s\n\n", event->id, event->kind,
                          madaf_json_writer_peek (writer, NULL));
}

char *
madaf_stream_get_topic (const MadafShopEvent *event)
{
  if (strcmp (event->kind, "stock") == 0)
    return g_strconcat ("product:", event->product_id, NULL);
  if (strcmp (event->kind, "order") == 0)
    return g_strconcat ("order:", event->order_id, NULL);
  if (strcmp (event->kind, "sign-in") == 0)
    return g_strconcat ("sign-in:", event->subject, NULL);
  if (strcmp (event->kind, "basket") == 0)
    return g_strconcat ("basket:", event->subject, NULL);
  if (strcmp (event->kind, "lists") == 0)
    return g_strconcat ("lists:", event->subject, NULL);
  if (strcmp (event->kind, "fetch") == 0)
    return g_strconcat ("fetch:", event->subject, NULL);
  if (strcmp (event->kind, "carried") == 0)
    return g_strconcat ("carried:", event->subject, NULL);
  return g_strdup (event->kind);
}
