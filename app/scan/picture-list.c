/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/picture-list.h"

#include "scan/camera.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* Pictures from a disk in place of a camera, for demonstrations and tests. Blocks; called in the camera's thread. */

gboolean
madaf_picture_is_one (const char *path)
{
  return gdk_pixbuf_get_file_info (path, NULL, NULL) != NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *key_a = g_utf8_collate_key_for_filename (*(char *const *)a, -1);
  g_autofree char *key_b = g_utf8_collate_key_for_filename (*(char *const *)b, -1);

  return g_strcmp0 (key_a, key_b);
}

static GPtrArray *
list_folder (const char *path, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &open_error);
  const char *name;

  if (folder == NULL)
    {
      g_set_error_literal (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_UNREADABLE, open_error->message);
      return NULL;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *full = g_build_filename (path, name, NULL);

      if (*name != '.' && g_file_test (full, G_FILE_TEST_IS_REGULAR) && madaf_picture_is_one (full))
        g_ptr_array_add (paths, g_steal_pointer (&full));
    }
  if (paths->len == 0)
    {
      g_set_error (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_UNREADABLE, "No pictures in “%s”", path);
      return NULL;
    }
  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

GPtrArray *
madaf_picture_list (const char *path, GError **error)
{
  GPtrArray *paths;

  if (g_access (path, R_OK) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, MADAF_CAMERA_ERROR,
                   saved_errno == EACCES ? MADAF_CAMERA_ERROR_UNREADABLE : MADAF_CAMERA_ERROR_NOT_FOUND,
                   "Cannot open “%s”: %s", path, g_strerror (saved_errno));
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return list_folder (path, error);
  paths = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (paths, g_strdup (path));
  return paths;
}

static gboolean
size_is_sane (const char *path, int width, int height, GError **error)
{
  if (width <= MADAF_FRAME_MAX_SIDE && height <= MADAF_FRAME_MAX_SIDE)
    return TRUE;
  g_set_error (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_UNREADABLE,
               /* Translators: a file, its width, its height, the most pixels a side may have */
               _ ("“%s” is too large: %d × %d pixels, no side may have more than %d"), path, width, height,
               MADAF_FRAME_MAX_SIDE);
  return FALSE;
}

/* Upright, and on white paper where it is transparent. Takes @loaded. */
static GdkPixbuf *
make_opaque (GdkPixbuf *loaded)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (loaded);
  int width = gdk_pixbuf_get_width (upright);
  int height = gdk_pixbuf_get_height (upright);

  g_object_unref (loaded);
  if (!gdk_pixbuf_get_has_alpha (upright))
    return g_steal_pointer (&upright);
  loaded = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill (loaded, 0xffffffff);
  gdk_pixbuf_composite (upright, loaded, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return loaded;
}

GdkPixbuf *
madaf_picture_load (const char *path, GError **error)
{
  g_autoptr (GdkPixbuf) loaded = NULL;
  g_autoptr (GError) load_error = NULL;
  int width = 0;
  int height = 0;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_UNREADABLE, _ ("“%s” is a folder"), path);
      return NULL;
    }
  if (gdk_pixbuf_get_file_info (path, &width, &height) != NULL && !size_is_sane (path, width, height, error))
    return NULL;
  loaded = gdk_pixbuf_new_from_file (path, &load_error);
  if (loaded == NULL)
    {
      g_set_error_literal (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_UNREADABLE, load_error->message);
      return NULL;
    }
  /* Not every kind of picture says its size first. */
  if (!size_is_sane (path, gdk_pixbuf_get_width (loaded), gdk_pixbuf_get_height (loaded), error))
    return NULL;
  return make_opaque (g_steal_pointer (&loaded));
}

/* More than any picture of a sane size has, whatever its kind. */
#define MAX_BYTES (256 * 1024 * 1024)

static gboolean
copy_all (FILE *input, int file)
{
  char buffer[64 * 1024];
  gsize total = 0;
  gsize length;

  while ((length = fread (buffer, 1, sizeof buffer, input)) > 0)
    {
      total += length;
      if (total > MAX_BYTES)
        errno = EFBIG;
      if (total > MAX_BYTES || write (file, buffer, length) != (gssize)length)
        return FALSE;
    }
  return !ferror (input);
}

GdkPixbuf *
madaf_picture_read (FILE *input, GError **error)
{
  int file = memfd_create ("madaf-picture", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  GdkPixbuf *picture = NULL;

  /* Loaded as a file is: what loads piece by piece takes half a picture for a whole one. */
  if (file >= 0 && copy_all (input, file))
    picture = madaf_picture_load (path, error);
  else
    g_set_error_literal (error, MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_UNREADABLE, g_strerror (errno));
  if (file >= 0)
    close (file);
  return picture;
}
