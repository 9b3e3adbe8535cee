/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "central/feeds/fetch.h"
#include "central/shop/private.h"
#include "central/store/connection.h"

#define MAX_SIDE 4096
#define LARGE    1200
#define SMALL    400
#define QUALITY  "86"

G_DEFINE_QUARK (madaf - picture - error - quark, madaf_picture_error)

/* What the header of a picture says before any of it is decoded. */
typedef struct
{
  gboolean known;
  gboolean too_large;
} Header;

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Header *header = data;

  header->known = TRUE;
  header->too_large = width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE;
  /* Of nothing the loader makes an error; of anything else it would make room for all the pixels promised. */
  if (header->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

/* Formats that feeds have. Others, above all SVG, which reads more files, are not even tried. */
static const char *
sniff (const guint8 *bytes, gsize size)
{
  if (size > 3 && memcmp (bytes, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  if (size > 8 && memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (size > 6 && (memcmp (bytes, "GIF87a", 6) == 0 || memcmp (bytes, "GIF89a", 6) == 0))
    return "gif";
  return NULL;
}

static GdkPixbuf *
decode (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *format = sniff (data, size);
  g_autoptr (GdkPixbufLoader) loader = format != NULL ? gdk_pixbuf_loader_new_with_type (format, NULL) : NULL;
  g_autoptr (GError) local_error = NULL;
  Header header = { 0 };
  gboolean written;

  if (loader == NULL)
    {
      g_set_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_FORMAT, "is no JPEG, PNG or GIF");
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &header);
  /* The header comes first, alone, so that a picture too large is left before its pixels are unpacked. */
  written = TRUE;
  for (gsize at = 0; written && !header.too_large && at < size; at += 4096)
    written = gdk_pixbuf_loader_write (loader, data + at, MIN (4096, size - at), &local_error);
  written = gdk_pixbuf_loader_close (loader, written ? &local_error : NULL) && written;
  if (header.too_large)
    g_set_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_SIZE, "has more than %d × %d pixels", MAX_SIDE,
                 MAX_SIDE);
  else if (!written || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    g_set_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_FORMAT, "cannot be read: %s",
                 local_error != NULL ? local_error->message : "it is empty");
  else
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  return NULL;
}

/* At most @longest on the long side, on white where it was transparent; never made larger. */
static GdkPixbuf *
shrink (GdkPixbuf *pixbuf, int longest)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double scale = MIN (1.0, (double)longest / MAX (width, height));

  return gdk_pixbuf_composite_color_simple (pixbuf, MAX (1, (int)(width * scale + 0.5)),
                                            MAX (1, (int)(height * scale + 0.5)), GDK_INTERP_HYPER, 255, 16, 0xffffff,
                                            0xffffff);
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

MadafMadePicture *
madaf_picture_make (GBytes *bytes, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, error);
  g_autoptr (GdkPixbuf) large = pixbuf != NULL ? shrink (pixbuf, LARGE) : NULL;
  g_autoptr (GdkPixbuf) small = large != NULL ? shrink (large, SMALL) : NULL;
  g_autoptr (MadafMadePicture) made = g_new0 (MadafMadePicture, 1);

  if (pixbuf == NULL)
    return NULL;
  if (small == NULL)
    {
      g_set_error (error, MADAF_PICTURE_ERROR, MADAF_PICTURE_ERROR_SIZE, "does not fit into memory");
      return NULL;
    }
  made->width = gdk_pixbuf_get_width (large);
  made->height = gdk_pixbuf_get_height (large);
  made->large = to_jpeg (large, error);
  made->small = made->large != NULL ? to_jpeg (small, error) : NULL;
  return made->small != NULL ? g_steal_pointer (&made) : NULL;
}

void
madaf_made_picture_free (MadafMadePicture *picture)
{
  g_clear_pointer (&picture->large, g_bytes_unref);
  g_clear_pointer (&picture->small, g_bytes_unref);
  g_free (picture);
}

/* A fetching of all links of a feed. */
typedef struct
{
  MadafStaging *staging;
  MadafTransaction *known; /* (nullable) the shop's database, to read */
  MadafReport *report;
  GPtrArray *fetches; /* (element-type MadafFetch) */
  guint next;
  gboolean failed;
  GError **error;
} Errand;

/* What the shop has from the link already. */
typedef struct
{
  char *picture_id;
  gint64 width;
  gint64 height;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  if (known != NULL)
    g_free (known->picture_id);
  g_free (known);
}

static gboolean
plan_one (Errand *self, const char *url, GError **error)
{
  g_autoptr (MadafRows) rows = NULL;
  MadafFetch *fetch;

  if (self->known != NULL)
    rows = QUERY (self->known, error,
                  "SELECT l.etag, l.last_modified, p.id, p.width, p.height FROM feed_link l JOIN picture p"
                  " ON p.id = l.picture_id WHERE l.url = $1",
                  TEXT (url));
  if (rows != NULL && madaf_rows_next (rows, error))
    {
      Known *known = g_new0 (Known, 1);

      known->picture_id = madaf_rows_dup_text (rows, 2);
      known->width = madaf_rows_int (rows, 3);
      known->height = madaf_rows_int (rows, 4);
      fetch = madaf_fetch_new (url, madaf_rows_text (rows, 0), madaf_rows_text (rows, 1));
      fetch->own = known;
    }
  else
    fetch = madaf_fetch_new (url, NULL, NULL);
  g_ptr_array_add (self->fetches, fetch);
  return self->known == NULL || (rows != NULL && !madaf_rows_failed (rows));
}

static gboolean
plan (Errand *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (madaf_staging_get (self->staging),
                                 "SELECT links FROM (SELECT links, id FROM item WHERE links IS NOT NULL ORDER BY id)"
                                 " UNION ALL SELECT link FROM look WHERE link IS NOT NULL",
                                 MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      g_auto (GStrv) urls = g_strsplit (madaf_rows_text (rows, 0), "\n", -1);

      for (int i = 0; urls[i] != NULL; i++)
        if (g_hash_table_add (seen, g_strdup (urls[i])) && !plan_one (self, urls[i], error))
          return FALSE;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
put_link (Errand *self, const MadafFetch *fetch, const char *id, gint64 width, gint64 height)
{
  return RUN (madaf_staging_get (self->staging), self->error,
              "INSERT INTO link (url, etag, last_modified, picture_id, width, height) VALUES ($1, $2, $3, $4, $5, $6)",
              TEXT (fetch->url), TEXT (fetch->etag), TEXT (fetch->last_modified), TEXT (id), INT (width), INT (height));
}

static gboolean
put_picture (Errand *self, const MadafFetch *fetch, const MadafMadePicture *made)
{
  g_autofree char *id = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, made->large);

  id[32] = '\0';
  return RUN (
             madaf_staging_get (self->staging), self->error,
             "INSERT INTO picture (id, width, height, large, small) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
             TEXT (id), INT (made->width), INT (made->height), BYTES (made->large), BYTES (made->small))
         && put_link (self, fetch, id, made->width, made->height);
}

static MadafFetch *
next_fetch (gpointer data)
{
  Errand *self = data;

  return self->next < self->fetches->len ? g_ptr_array_index (self->fetches, self->next++) : NULL;
}

static gboolean
on_fetched (MadafFetch *fetch, gpointer data)
{
  Errand *self = data;
  const Known *known = fetch->own;
  g_autoptr (GError) trouble = NULL;
  g_autoptr (MadafMadePicture) made
      = !self->failed && fetch->bytes != NULL ? madaf_picture_make (fetch->bytes, &trouble) : NULL;

  if (self->failed)
    return FALSE;
  g_clear_pointer (&fetch->bytes, g_bytes_unref);
  if (made == NULL && !fetch->unchanged)
    madaf_report_warn (self->report, "The picture %s %s", fetch->url,
                       trouble != NULL ? trouble->message : fetch->trouble);
  if (made != NULL)
    self->failed = !put_picture (self, fetch, made);
  else if (known != NULL)
    /* Unchanged, or not to be had just now: the one that was there stays. */
    self->failed = !put_link (self, fetch, known->picture_id, known->width, known->height);
  return !self->failed;
}

static MadafTransaction *
open_known (const char *database)
{
  gpointer connection = database != NULL && g_file_test (database, G_FILE_TEST_EXISTS)
                            ? madaf_sqlite_engine.open_reader (database, NULL)
                            : NULL;
  g_autoptr (MadafTransaction) known
      = connection != NULL ? madaf_transaction_new (&madaf_sqlite_engine, connection, FALSE) : NULL;
  g_autoptr (MadafRows) rows
      = known != NULL ? madaf_transaction_query (known, "SELECT url FROM feed_link LIMIT 0", MADAF_NO_VALUES, NULL)
                      : NULL;

  /* An older database has nothing to tell. */
  return rows != NULL ? g_steal_pointer (&known) : NULL;
}

gboolean
madaf_pictures_fetch (MadafStaging *staging, const MadafImportOptions *options, MadafReport *report, GError **error)
{
  const MadafFetchRules rules = { options->ca_file, options->allow_private_pictures };
  g_autoptr (MadafTransaction) known = open_known (options->database);
  Errand self = { .staging = staging, .known = known, .report = report, .error = error };

  self.fetches = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_fetch_free);
  self.failed = !plan (&self, error);
  if (!self.failed)
    madaf_fetch_all (&rules, next_fetch, on_fetched, &self);
  for (guint i = 0; i < self.fetches->len; i++)
    known_free (((MadafFetch *)g_ptr_array_index (self.fetches, i))->own);
  g_ptr_array_unref (self.fetches);
  return !self.failed;
}
