/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * render-demo: paints the demo shop's drawings while Madaf is built.
 *
 *   render-demo PRODUCTS.json COLOURS.json DRAWINGS-FOLDER OUTPUT.db [DEPFILE]
 *
 * Every drawing is painted in every colour that some product has it in, once per view, in the two sizes that a central
 * keeps, into one SQLite file. What the file holds already and has not changed is kept, so that a build after one
 * drawing was touched paints that drawing only.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <librsvg/rsvg.h>
#include <sqlite3.h>
#include <string.h>

/* Part of every picture's key: raise it when the same drawing would come out differently. */
#define PAINTER "1"
#define LARGE   1200
#define SMALL   400
#define QUALITY "86"
/* How many views every colour gets; the rest are painted in a product's first colour only, for the sake of the build's
 * time. */
#define VIEWS_OF_EVERY_COLOUR 3

#define SCHEMA                                                                                                         \
  "CREATE TABLE IF NOT EXISTS picture (drawing TEXT NOT NULL, colour TEXT NOT NULL, position INTEGER NOT NULL,"        \
  " view TEXT NOT NULL, key TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, large BLOB NOT NULL,"      \
  " small BLOB NOT NULL, PRIMARY KEY (drawing, colour, position)) STRICT;"                                             \
  "CREATE TEMP TABLE wanted (drawing TEXT NOT NULL, colour TEXT NOT NULL, key TEXT NOT NULL);"

/* One drawing in one colour. */
typedef struct
{
  char *drawing;
  char *colour;
  char *hex;
  char *key;    /* of drawing, colour and painter */
  GBytes *svg;  /* shared by the colours of a drawing */
  char **views; /* shared likewise; "#view-front" … in the order to show them */
} Job;

typedef struct
{
  sqlite3 *db;
  GMutex lock; /* guards db and failed */
  gboolean failed;
} Pack;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->drawing);
  g_free (job->colour);
  g_free (job->hex);
  g_free (job->key);
  g_bytes_unref (job->svg);
  g_strfreev (job->views);
  g_free (job);
}

/* The shades that a drawing's classes stand for. */
static char *
make_stylesheet (const char *hex)
{
  unsigned int rgb = (unsigned int)g_ascii_strtoull (hex + 1, NULL, 16);
  int red = rgb >> 16 & 0xff, green = rgb >> 8 & 0xff, blue = rgb & 0xff;

#define DARK(channel)  ((channel)*82 / 100)
#define LIGHT(channel) ((channel) + (255 - (channel)) * 14 / 100)
  return g_strdup_printf (".tint{fill:%s!important}.tint-stroke{stroke:%s!important}"
                          ".tint-dark{fill:#%02x%02x%02x!important}.tint-light{fill:#%02x%02x%02x!important}",
                          hex, hex, DARK (red), DARK (green), DARK (blue), LIGHT (red), LIGHT (green), LIGHT (blue));
#undef DARK
#undef LIGHT
}

static GdkPixbuf *
pixbuf_from_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *)(gpointer)(cairo_image_surface_get_data (surface)
                                                        + (gsize)y * cairo_image_surface_get_stride (surface));
      guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize)y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, to += 3)
        {
          to[0] = from[x] >> 16 & 0xff;
          to[1] = from[x] >> 8 & 0xff;
          to[2] = from[x] & 0xff;
        }
    }
  return g_steal_pointer (&pixbuf);
}

static GdkPixbuf *
paint (RsvgHandle *handle, const char *view, GError **error)
{
  double ratio = 0.8;
  gboolean has_box = FALSE;
  RsvgRectangle box = { 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkPixbuf *pixbuf = NULL;

  rsvg_handle_get_intrinsic_dimensions (handle, NULL, NULL, NULL, NULL, &has_box, &box);
  if (has_box && box.height > 0)
    ratio = box.width / box.height;
  box = (RsvgRectangle){ 0, 0, ratio < 1 ? LARGE * ratio : LARGE, ratio < 1 ? LARGE : LARGE / ratio };
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(box.width + 0.5), (int)(box.height + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (rsvg_handle_render_layer (handle, cr, view, &box, error))
    pixbuf = pixbuf_from_surface (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pixbuf;
}

static GBytes *
to_jpeg (GdkPixbuf *pixbuf, GError **error)
{
  char *bytes = NULL;
  gsize size = 0;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, "jpeg", error, "quality", QUALITY, NULL))
    return NULL;
  return g_bytes_new_take (bytes, size);
}

static gboolean
keep (Pack *pack, const Job *job, int position, GdkPixbuf *pixbuf, GBytes *large, GBytes *small, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (pack->db, "INSERT INTO picture VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", -1,
                                   &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, job->drawing, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, job->colour, -1, SQLITE_STATIC);
      sqlite3_bind_int (statement, 3, position);
      sqlite3_bind_text (statement, 4, job->views[position] + strlen ("#view-"), -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 5, job->key, -1, SQLITE_STATIC);
      sqlite3_bind_int (statement, 6, gdk_pixbuf_get_width (pixbuf));
      sqlite3_bind_int (statement, 7, gdk_pixbuf_get_height (pixbuf));
      sqlite3_bind_blob64 (statement, 8, g_bytes_get_data (large, NULL), g_bytes_get_size (large), SQLITE_STATIC);
      sqlite3_bind_blob64 (statement, 9, g_bytes_get_data (small, NULL), g_bytes_get_size (small), SQLITE_STATIC);
      result = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (result != SQLITE_DONE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", sqlite3_errmsg (pack->db));
  return result == SQLITE_DONE;
}

static gboolean
paint_view (Pack *pack, const Job *job, RsvgHandle *handle, int position, GError **error)
{
  g_autoptr (GdkPixbuf) large = paint (handle, job->views[position], error);
  g_autoptr (GdkPixbuf) small = NULL;
  g_autoptr (GBytes) large_bytes = NULL;
  g_autoptr (GBytes) small_bytes = NULL;
  gboolean kept;

  if (large == NULL)
    return FALSE;
  small = gdk_pixbuf_scale_simple (large, gdk_pixbuf_get_width (large) * SMALL / LARGE,
                                   gdk_pixbuf_get_height (large) * SMALL / LARGE, GDK_INTERP_HYPER);
  large_bytes = to_jpeg (large, error);
  small_bytes = large_bytes != NULL ? to_jpeg (small, error) : NULL;
  if (small_bytes == NULL)
    return FALSE;
  g_mutex_lock (&pack->lock);
  kept = keep (pack, job, position, large, large_bytes, small_bytes, error);
  g_mutex_unlock (&pack->lock);
  return kept;
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  Pack *pack = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *css = make_stylesheet (job->hex);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (job->svg, &size);
  RsvgHandle *handle = rsvg_handle_new_from_data (bytes, size, &error);
  gboolean done = handle != NULL && rsvg_handle_set_stylesheet (handle, (const guint8 *)css, strlen (css), &error);

  for (int i = 0; done && job->views[i] != NULL; i++)
    done = paint_view (pack, job, handle, i, &error);
  if (!done)
    {
      g_printerr ("render-demo: %s in %s: %s\n", job->drawing, job->colour, error->message);
      g_mutex_lock (&pack->lock);
      pack->failed = TRUE;
      g_mutex_unlock (&pack->lock);
    }
  g_clear_object (&handle);
}

/* The drawing's views as layers for librsvg: front first, the scene last. */
static char **
find_views (const char *svg)
{
  static const char *const order[] = { "front", "back", "side", "detail" };
  g_autoptr (GRegex) regex = g_regex_new ("<g[^>]*\\sid=\"(view-[a-z]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (g_free);

  g_regex_match (regex, svg, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (rest, g_match_info_fetch (match, 1));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < rest->len; j++)
      if (g_strcmp0 ((char *)g_ptr_array_index (rest, j) + strlen ("view-"), order[i]) == 0)
        {
          g_autofree char *view = g_ptr_array_steal_index (rest, j);
          g_autofree char *layer = g_strconcat ("#", view, NULL);

          g_strv_builder_add (builder, layer);
          break;
        }
  for (guint i = 0; i < rest->len; i++)
    {
      g_autofree char *layer = g_strconcat ("#", g_ptr_array_index (rest, i), NULL);

      g_strv_builder_add (builder, layer);
    }
  return g_strv_builder_end (builder);
}

static Job *
make_job (const char *drawing, const char *colour, const char *hex, const char *svg, gboolean all_views)
{
  Job *job = g_new0 (Job, 1);
  g_autofree char *all = g_strconcat (PAINTER "\n", hex, "\n", svg, NULL);

  job->drawing = g_strdup (drawing);
  job->colour = g_strdup (colour);
  job->hex = g_strdup (hex);
  job->key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
  job->svg = g_bytes_new (svg, strlen (svg));
  job->views = find_views (svg);
  for (guint i = g_strv_length (job->views); !all_views && i > VIEWS_OF_EVERY_COLOUR; i--)
    g_clear_pointer (&job->views[i - 1], g_free);
  return job;
}

static JsonArray *
read_array (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error) || !JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)))
    g_error ("%s: %s", path, error != NULL ? error->message : "not an array");
  return json_array_ref (json_node_get_array (json_parser_get_root (parser)));
}

static GHashTable *
read_colours (const char *path)
{
  GHashTable *colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonArray) array = read_array (path);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *colour = json_array_get_object_element (array, i);

      g_hash_table_insert (colours, g_strdup (json_object_get_string_member (colour, "id")),
                           g_strdup (json_object_get_string_member (colour, "hex")));
    }
  return colours;
}

static void
add_jobs (GHashTable *jobs, JsonObject *product, GHashTable *colours, const char *folder)
{
  const char *drawing = json_object_get_string_member_with_default (product, "drawing", NULL);
  g_autofree char *file = g_strconcat (drawing != NULL ? drawing : "", ".svg", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  JsonArray *names = json_object_get_array_member (product, "colours");
  g_autofree char *svg = NULL;

  if (drawing == NULL)
    return;
  if (!g_file_get_contents (path, &svg, NULL, NULL))
    {
      g_printerr ("render-demo: no drawing %s yet; its products stay without pictures\n", file);
      return;
    }
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      const char *colour = json_array_get_string_element (names, i);
      const char *hex = g_hash_table_lookup (colours, colour);
      g_autofree char *name = g_strconcat (drawing, "/", colour, NULL);

      if (hex == NULL)
        g_error ("%s has the unknown colour %s", drawing, colour);
      if (i == 0 || !g_hash_table_contains (jobs, name))
        g_hash_table_insert (jobs, g_steal_pointer (&name), make_job (drawing, colour, hex, svg, i == 0));
    }
}

static GHashTable *
list_jobs (const char *products_path, const char *colours_path, const char *folder)
{
  GHashTable *jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, job_free);
  g_autoptr (GHashTable) colours = read_colours (colours_path);
  g_autoptr (JsonArray) products = read_array (products_path);

  for (guint i = 0; i < json_array_get_length (products); i++)
    add_jobs (jobs, json_array_get_object_element (products, i), colours, folder);
  return jobs;
}

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Drops what is not wanted any more or was painted from something else. */
static void
drop_stale (sqlite3 *db, GHashTable *jobs)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, jobs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Job *job = value;
      g_autofree char *key = g_strdup_printf ("%s#%u", job->key, g_strv_length (job->views));
      char *sql = sqlite3_mprintf ("INSERT INTO temp.wanted VALUES (%Q, %Q, %Q)", job->drawing, job->colour, key);

      run_sql (db, sql);
      sqlite3_free (sql);
    }
  run_sql (db, "DELETE FROM picture WHERE (drawing, colour) NOT IN (SELECT p.drawing, p.colour FROM temp.wanted w"
               " JOIN picture p ON p.drawing = w.drawing AND p.colour = w.colour GROUP BY p.drawing, p.colour, w.key"
               " HAVING min (p.key) = max (p.key) AND min (p.key) || '#' || count (*) = w.key)");
}

static gboolean
is_painted (sqlite3 *db, const Job *job)
{
  char *sql = sqlite3_mprintf ("SELECT 1 FROM picture WHERE drawing = %Q AND colour = %Q", job->drawing, job->colour);
  sqlite3_stmt *statement = NULL;
  gboolean painted
      = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW;

  sqlite3_finalize (statement);
  sqlite3_free (sql);
  return painted;
}

static void
paint_missing (Pack *pack, GHashTable *jobs)
{
  GThreadPool *pool = g_thread_pool_new (run_job, pack, (int)g_get_num_processors (), TRUE, NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, jobs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!is_painted (pack->db, value))
      g_ptr_array_add (missing, value);
  for (guint i = 0; i < missing->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (missing, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

/* The folder is named so that a drawing that is added later makes ninja call again. */
static void
write_depfile (const char *path, const char *output, const char *folder)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_string_printf (text, "%s: %s", output, folder);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".svg"))
      g_string_append_printf (text, " %s/%s", folder, name);
  g_string_append_c (text, '\n');
  if (!g_file_set_contents (path, text->str, (gssize)text->len, NULL))
    g_error ("Cannot write %s", path);
}

/* Works on a copy, so that an interrupted build leaves the last good pack. */
static sqlite3 *
open_copy (const char *output, const char *copy)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  sqlite3 *db = NULL;

  g_unlink (copy);
  if (g_file_get_contents (output, &bytes, &size, NULL) && !g_file_set_contents (copy, bytes, (gssize)size, NULL))
    g_error ("Cannot write %s", copy);
  if (sqlite3_open (copy, &db) != SQLITE_OK)
    g_error ("Cannot write %s", copy);
  run_sql (db, "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" SCHEMA "BEGIN");
  return db;
}

int
main (int argc, char **argv)
{
  g_autoptr (GHashTable) jobs = NULL;
  g_autofree char *copy = NULL;
  Pack pack = { 0 };

  if (argc < 5)
    g_error ("Usage: render-demo PRODUCTS COLOURS DRAWINGS OUTPUT [DEPFILE]");
  copy = g_strconcat (argv[4], ".new", NULL);
  jobs = list_jobs (argv[1], argv[2], argv[3]);
  pack.db = open_copy (argv[4], copy);
  drop_stale (pack.db, jobs);
  paint_missing (&pack, jobs);
  run_sql (pack.db, "COMMIT; VACUUM");
  sqlite3_close (pack.db);
  if (argc > 5)
    write_depfile (argv[5], argv[4], argv[3]);
  if (pack.failed || g_rename (copy, argv[4]) != 0)
    return 1;
  return 0;
}
