/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-books.h"

#include "central/feeds/demo.h"
#include "model/json.h"

static const char *const review_files[]
    = { "reviews-he.json", "reviews-ar.json", "reviews-ru.json", "reviews-en.json" };

static JsonNode *
read_file (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;
  JsonNode *node = NULL;

  if (g_file_get_contents (path, &bytes, &size, &local_error))
    node = madaf_json_parse (bytes, (gssize)size, &madaf_json_limits_answer, &local_error);
  if (node == NULL)
    g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "%s: %s", path, local_error->message);
  return node;
}

/* A file that is a list of objects. */
static JsonNode *
read_list (const char *folder, const char *name, JsonArray **list, GError **error)
{
  g_autoptr (JsonNode) node = read_file (folder, name, error);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gboolean sound = array != NULL;

  for (guint i = 0; sound && i < json_array_get_length (array); i++)
    sound = JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i));
  if (!sound)
    {
      if (node != NULL)
        g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "%s: not a list of objects", name);
      return NULL;
    }
  *list = array;
  return g_steal_pointer (&node);
}

static GHashTable *
index_by_id (JsonArray *array)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      g_hash_table_insert (index, (char *)json_object_get_string_member_with_default (object, "id", ""), object);
    }
  return index;
}

static gboolean
read_lists (MadafDemoBooks *books, const char *folder, GError **error)
{
  JsonArray *colours = NULL;
  JsonArray *details = NULL;

  if ((books->list_nodes[0] = read_list (folder, "branches.json", &books->branches, error)) == NULL
      || (books->list_nodes[1] = read_list (folder, "categories.json", &books->categories, error)) == NULL
      || (books->list_nodes[2] = read_list (folder, "products.json", &books->products, error)) == NULL
      || (books->list_nodes[3] = read_list (folder, "colours.json", &colours, error)) == NULL
      || (books->list_nodes[4] = read_list (folder, "details.json", &details, error)) == NULL
      || (books->list_nodes[5] = read_list (folder, "members.json", &books->members, error)) == NULL
      || (books->list_nodes[6] = read_list (folder, "looks.json", &books->looks, error)) == NULL
      || (books->list_nodes[7] = read_list (folder, "coupons.json", &books->coupons, error)) == NULL
      || (books->list_nodes[8] = read_list (folder, "purses.json", &books->purses, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (review_files); i++)
    if ((books->reviews_nodes[i] = read_list (folder, review_files[i], &books->reviews[i], error)) == NULL)
      return FALSE;
  books->colours = index_by_id (colours);
  books->details = index_by_id (details);
  return TRUE;
}

MadafDemoBooks *
madaf_demo_books_read (const char *folder, GError **error)
{
  g_autoptr (MadafDemoBooks) books = g_new0 (MadafDemoBooks, 1);

  books->shop_node = read_file (folder, "shop.json", error);
  if (books->shop_node == NULL || !read_lists (books, folder, error))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (books->shop_node))
    {
      g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "shop.json: not an object");
      return NULL;
    }
  books->shop = json_node_get_object (books->shop_node);
  return g_steal_pointer (&books);
}

void
madaf_demo_books_free (MadafDemoBooks *books)
{
  g_clear_pointer (&books->colours, g_hash_table_unref);
  g_clear_pointer (&books->details, g_hash_table_unref);
  g_clear_pointer (&books->shop_node, json_node_unref);
  for (guint i = 0; i < G_N_ELEMENTS (books->list_nodes); i++)
    g_clear_pointer (&books->list_nodes[i], json_node_unref);
  for (guint i = 0; i < G_N_ELEMENTS (books->reviews_nodes); i++)
    g_clear_pointer (&books->reviews_nodes[i], json_node_unref);
  g_free (books);
}

char *
madaf_demo_json (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("{}");
}
