/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-looks.h"

#include "central/feeds/demo-books.h"
#include "central/feeds/demo.h"
#include "central/shop/look.h"

#define SOURCE "demo"

static const char *
get_string (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gboolean
put_look (MadafTransaction *transaction, JsonObject *look, int position, GError **error)
{
  JsonArray *pieces = json_object_get_array_member (look, "pieces");
  g_autofree char *title = madaf_demo_json (look, "title");
  MadafLookPieceDraft drafts[MADAF_LOOK_MAX_PIECES];
  guint n = MIN (json_array_get_length (pieces), MADAF_LOOK_MAX_PIECES);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *piece = json_array_get_object_element (pieces, i);
      MadafLookPieceDraft *draft = &drafts[i];

      draft->product_id = get_string (piece, "product");
      draft->colour = get_string (piece, "colour");
      draft->optional = json_object_get_boolean_member_with_default (piece, "optional", FALSE);
      if (!madaf_piece_role_from_string (get_string (piece, "role"), &draft->role))
        {
          g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "The look %s has an unknown role",
                       get_string (look, "id"));
          return FALSE;
        }
    }
  return madaf_look_put (transaction, get_string (look, "id"), SOURCE, position, title, NULL, drafts, n, error);
}

gboolean
madaf_demo_put_looks (MadafTransaction *transaction, JsonArray *looks, GError **error)
{
  for (guint i = 0; i < json_array_get_length (looks); i++)
    if (!put_look (transaction, json_array_get_object_element (looks, i), (int)i, error))
      return FALSE;
  return TRUE;
}
