/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/draft-line.h"

#include "model/basket-line.h"

MadafDraftLine *
madaf_draft_line_new (const char *variant_id, int quantity, MadafFulfilment *fulfilment)
{
  MadafDraftLine *line;

  g_return_val_if_fail (variant_id != NULL && quantity > 0, NULL);

  line = g_new0 (MadafDraftLine, 1);
  line->variant_id = g_strdup (variant_id);
  line->quantity = quantity;
  line->fulfilment = fulfilment != NULL ? madaf_fulfilment_ref (fulfilment) : NULL;

  return line;
}

void
madaf_draft_line_free (MadafDraftLine *line)
{
  g_free (line->variant_id);
  g_clear_pointer (&line->fulfilment, madaf_fulfilment_unref);
  g_free (line);
}

GPtrArray *
madaf_draft_lines_from_model (GListModel *model)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_draft_line_free);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (model, i);

      g_ptr_array_add (lines, madaf_draft_line_new (madaf_basket_line_get_variant_id (line),
                                                    madaf_basket_line_get_quantity (line),
                                                    madaf_basket_line_get_fulfilment (line)));
    }

  return lines;
}

void
madaf_draft_line_write_fulfilment (MadafFulfilment *fulfilment, MadafJsonWriter *writer)
{
  MadafFulfilmentKind kind;

  if (fulfilment == NULL)
    return;

  kind = madaf_fulfilment_get_kind (fulfilment);
  madaf_json_writer_member (writer, "fulfilment");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "kind", madaf_word_get (MADAF_TYPE_FULFILMENT_KIND, (int)kind));
  if (kind == MADAF_FULFILMENT_COLLECT)
    madaf_json_writer_member_string (writer, "branch_id", madaf_fulfilment_get_branch_id (fulfilment));
  madaf_json_writer_end_object (writer);
}

static void
write_line (MadafDraftLine *line, MadafJsonWriter *writer)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "variant_id", line->variant_id);
  madaf_json_writer_member_int (writer, "quantity", line->quantity);

  madaf_draft_line_write_fulfilment (line->fulfilment, writer);
  madaf_json_writer_end_object (writer);
}

void
madaf_draft_lines_write (GPtrArray *lines, MadafJsonWriter *writer)
{
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < lines->len; i++)
    write_line (g_ptr_array_index (lines, i), writer);
  madaf_json_writer_end_array (writer);
}

GBytes *
madaf_draft_lines_to_bytes (GListModel *model)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GPtrArray) lines = madaf_draft_lines_from_model (model);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "lines");
  madaf_draft_lines_write (lines, writer);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}
