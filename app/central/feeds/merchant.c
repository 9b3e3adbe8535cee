/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A product feed: each row is a variant, and rows with the same item_group_id are one product. */
#include <string.h>

#include "central/feeds/feed-values.h"
#include "central/feeds/staging.h"
#include "central/shop/private.h"
#include "central/store/error.h"
#include "model/gtin.h"
#include "model/json-writer.h"

#define LONGEST_TITLE       300
#define LONGEST_DESCRIPTION 5000
#define LONGEST_WORD        100
#define MAX_LINKS           11 /* image_link and ten additional ones */
#define MAX_LEVELS          8

/* What one row says. */
typedef struct
{
  char *id;
  char *product_id;
  char *gtin;
  char *title;
  char *description;
  char *colour_id;
  char *colour_name;
  char *category_id;
  char *links;
  MadafFeedPrice price;
} Item;

static void
item_clear (Item *item)
{
  g_free (item->id);
  g_free (item->product_id);
  g_free (item->gtin);
  g_free (item->title);
  g_free (item->description);
  g_free (item->colour_id);
  g_free (item->colour_name);
  g_free (item->category_id);
  g_free (item->links);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Item, item_clear)

/* Links to the pictures, a line each. */
static char *
read_links (const MadafFeedRow *row)
{
  g_autoptr (GString) links = g_string_new (madaf_feed_row_get (row, "image_link"));
  const char *more = madaf_feed_row_get (row, "additional_image_link");
  g_auto (GStrv) parts = g_strsplit (more != NULL ? more : "", ",", MAX_LINKS);

  for (int i = 0; i + 1 < MAX_LINKS && parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_string_append_printf (links, "%s%s", links->len > 0 ? "\n" : "", parts[i]);
  return links->len > 0 ? g_strdup (links->str) : NULL;
}

/* The nth step of a path in every language that has the path. */
static char *
make_step_name (MadafStagingReader *self, const MadafFeedRow *row, int step)
{
  static const char *const columns[][2] = { { "product_type", NULL },
                                            { "product_type:he", "he" },
                                            { "product_type:ar", "ar" },
                                            { "product_type:ru", "ru" },
                                            { "product_type:en", "en" } };
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *path = madaf_feed_row_get (row, columns[i][0]);
      const char *language = columns[i][1] != NULL ? columns[i][1] : self->language;
      g_auto (GStrv) steps = g_strsplit (path != NULL ? path : "", ">", MAX_LEVELS + 1);

      if ((int)g_strv_length (steps) > step && (i == 0 || strcmp (language, self->language) != 0))
        madaf_json_writer_member_string (writer, language, g_strstrip (steps[step]));
    }
  madaf_json_writer_end_object (writer);
  return madaf_json_writer_finish (writer, NULL);
}

/* "Women > Dresses" is the category Dresses in Women; an id is made from the path, so it stays from feed to feed. */
static gboolean
read_categories (MadafStagingReader *self, const MadafFeedRow *row, Item *item, GError **error)
{
  const char *path = madaf_feed_row_get (row, "product_type");
  g_auto (GStrv) steps = g_strsplit (path != NULL ? path : "", ">", MAX_LEVELS);
  g_autoptr (GString) below = g_string_new ("category:");

  for (int i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *name = NULL;

      if (*g_strstrip (steps[i]) == '\0')
        continue;
      g_string_append_printf (below, "%s%s", i > 0 ? " > " : "", steps[i]);
      id = madaf_feed_make_id (below->str);
      name = make_step_name (self, row, i);
      if (!RUN (madaf_staging_get (self->staging), error,
                "INSERT INTO category (id, parent, position, name) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                TEXT (id), TEXT (item->category_id), INT (self->position), TEXT (name)))
        return FALSE;
      g_free (item->category_id);
      item->category_id = g_steal_pointer (&id);
    }
  return TRUE;
}

static const char *
read_item (MadafStagingReader *self, const MadafFeedRow *row, Item *item)
{
  const char *id = madaf_feed_row_get (row, "id");
  const char *group = madaf_feed_row_get (row, "item_group_id");
  const char *gtin = madaf_feed_row_get (row, "gtin");
  const char *colour = madaf_feed_row_get (row, "color");
  const char *trouble;

  if (id == NULL)
    return "no id";
  item->id = madaf_feed_make_id (id);
  item->product_id = madaf_feed_make_id (group != NULL ? group : id);
  item->title = madaf_feed_make_text (row, "title", self->language, LONGEST_TITLE);
  if (item->title == NULL)
    return "no title";
  item->description = madaf_feed_make_text (row, "description", self->language, LONGEST_DESCRIPTION);
  item->gtin = gtin != NULL ? madaf_gtin_normalise (gtin, NULL) : NULL;
  if (gtin != NULL && item->gtin == NULL)
    return "the gtin is not one: its length or its check digit is wrong";
  trouble = madaf_staging_read_price (self, row, &item->price);
  if (trouble != NULL)
    return trouble;
  if (item->price.price < 0)
    return "no price";
  if (colour != NULL)
    {
      g_autofree char *lower = g_utf8_strdown (colour, -1);

      item->colour_id = madaf_feed_make_id (lower);
      item->colour_name = madaf_feed_make_text (row, "color", self->language, LONGEST_WORD);
    }
  item->links = read_links (row);
  return NULL;
}

static gboolean
put_item (MadafStagingReader *self, const MadafFeedRow *row, const Item *item, GError **error)
{
  return RUN (madaf_staging_get (self->staging), error,
              "INSERT INTO item (id, product_id, position, line, gtin, title, description, brand, price, sale_price,"
              " sale_from_us, sale_until_us, colour, colour_name, size, material, category_id, links)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
              TEXT (item->id), TEXT (item->product_id), INT (self->position), INT (row->line), TEXT (item->gtin),
              TEXT (item->title), TEXT (item->description), TEXT (madaf_feed_row_get (row, "brand")),
              INT (item->price.price), INT (item->price.sale_price), INT (item->price.sale_from_us),
              INT (item->price.sale_until_us), TEXT (item->colour_id), TEXT (item->colour_name),
              TEXT (madaf_feed_row_get (row, "size")), TEXT (madaf_feed_row_get (row, "material")),
              TEXT (item->category_id), TEXT (item->links));
}

static gboolean
on_row (const MadafFeedRow *row, gpointer data, GError **error)
{
  MadafStagingReader *self = data;
  g_auto (Item) item = { 0 };
  g_autoptr (GError) local_error = NULL;
  const char *trouble = read_item (self, row, &item);

  if (trouble != NULL)
    return madaf_report_bad (self->report, row->file, row->line, error, "%s", trouble);
  self->position++;
  if (!read_categories (self, row, &item, error))
    return FALSE;
  if (put_item (self, row, &item, &local_error))
    return TRUE;
  if (g_error_matches (local_error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_CONSTRAINT))
    return madaf_report_bad (self->report, row->file, row->line, error,
                             "the id “%s” or its gtin is in the feed already", madaf_feed_row_get (row, "id"));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
madaf_staging_read_products (MadafStagingReader *self, const char *path, GError **error)
{
  self->position = 0;
  return madaf_feed_read (path, self->report, on_row, self, error)
         && madaf_staging_set_fact (self->staging, "products", "yes", error);
}
