/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/basket-edit.h"

#include "client/draft-line.h"
#include "model/basket-line.h"

/* From one state of a basket to the next. */
typedef struct
{
  GPtrArray *edits;    /* (owned) (element-type MadafBasketEdit) */
  GListStore *reached; /* (owned) (element-type MadafBasketLine) */
} Way;

void
madaf_basket_edit_free (MadafBasketEdit *edit)
{
  g_free (edit->variant_id);
  g_clear_pointer (&edit->fulfilment, madaf_fulfilment_unref);
  g_free (edit);
}

/* FALSE when there is no room for it in one request. */
static gboolean
add_edit (Way *way, MadafBasketEditKind kind, MadafBasketLine *line, int quantity)
{
  MadafFulfilment *fulfilment = madaf_basket_line_get_fulfilment (line);
  MadafBasketEdit *edit;

  if (way->edits->len >= MADAF_BASKET_EDITS_MOST)
    return FALSE;
  edit = g_new0 (MadafBasketEdit, 1);
  edit->kind = kind;
  edit->variant_id = g_strdup (madaf_basket_line_get_variant_id (line));
  edit->quantity = quantity;
  edit->fulfilment = fulfilment != NULL ? madaf_fulfilment_ref (fulfilment) : NULL;
  g_ptr_array_add (way->edits, edit);
  return TRUE;
}

static void
reach (Way *way, MadafBasketLine *line)
{
  g_autoptr (MadafBasketLine) copy = madaf_basket_line_copy (line);

  g_list_store_append (way->reached, copy);
}

static void
walk_line (Way *way, MadafBasketLine *old, MadafBasketLine *line)
{
  int quantity = madaf_basket_line_get_quantity (line);
  int before = old != NULL ? madaf_basket_line_get_quantity (old) : 0;
  gboolean done = quantity == before
                  || (quantity > before ? add_edit (way, MADAF_BASKET_EDIT_ADD, line, quantity - before)
                                        : add_edit (way, MADAF_BASKET_EDIT_SET, line, quantity));

  if (done)
    reach (way, line);
  else if (old != NULL)
    reach (way, old);
}

GPtrArray *
madaf_basket_edits_between (GListModel *from, GListModel *to, GListModel **reached)
{
  Way way = { g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_basket_edit_free),
              g_list_store_new (MADAF_TYPE_BASKET_LINE) };

  for (guint i = 0; i < g_list_model_get_n_items (from); i++)
    {
      g_autoptr (MadafBasketLine) old = g_list_model_get_item (from, i);

      if (madaf_basket_line_list_find (to, old) == NULL && !add_edit (&way, MADAF_BASKET_EDIT_REMOVE, old, 0))
        reach (&way, old);
    }
  for (guint i = 0; i < g_list_model_get_n_items (to); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (to, i);

      walk_line (&way, madaf_basket_line_list_find (from, line), line);
    }
  *reached = G_LIST_MODEL (way.reached);
  return way.edits;
}

static void
write_edit (MadafBasketEdit *edit, MadafJsonWriter *writer)
{
  static const char *const words[] = { "add", "set", "remove" };

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "do", words[edit->kind]);
  madaf_json_writer_member_string (writer, "variant_id", edit->variant_id);
  if (edit->kind != MADAF_BASKET_EDIT_REMOVE)
    madaf_json_writer_member_int (writer, "quantity", edit->quantity);
  madaf_draft_line_write_fulfilment (edit->fulfilment, writer);
  madaf_json_writer_end_object (writer);
}

GBytes *
madaf_basket_edits_to_bytes (GPtrArray *edits)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "changes");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < edits->len; i++)
    write_edit (g_ptr_array_index (edits, i), writer);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}
