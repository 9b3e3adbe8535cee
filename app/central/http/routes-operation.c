/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/routes.h"
#include "central/http/service.h"

/* What the people and programs that run a central ask. */

gboolean
madaf_route_get_health (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (transaction, "SELECT currency FROM shop", MADAF_NO_VALUES, error);
  MadafJsonWriter *writer;
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  madaf_rows_next (rows, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "status", "ok");
  madaf_json_writer_member_string (writer, "version", MADAF_VERSION);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_get_metrics (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafService *service = request->service;
  MadafGauges gauges = {
    .streams = madaf_streams_count (service->streams),
    .writer_queue = madaf_store_get_queue_length (service->store),
  };
  gsize length;
  char *text;

  for (guint i = 0; i < G_N_ELEMENTS (service->servers); i++)
    {
      MadafServer *server = g_atomic_pointer_get (&service->servers[i]);

      if (server != NULL)
        gauges.connections += madaf_server_count_connections (server);
    }
  text = madaf_metrics_format (service->metrics, &gauges, &length);
  request->reply = madaf_reply_new (200, "text/plain; version=0.0.4; charset=utf-8", text, length);
  return TRUE;
}
