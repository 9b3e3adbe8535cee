/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "scan/reader.h"
#include "textures.h"

/* bench-scan-noise SEED FRAMES [FOLDER [TEXTURE]]: reads so many pictures in which there is no code. What is read all
 * the same is said, and its picture left in FOLDER. Exit status 1 if anything was. One part of many: each SEED is other
 * pictures. With MADAF_ALSO set ITF, Codabar and Code 39 are asked for as well. */

/* A picture that stands still is read in all ways, which takes longer: one in so many. */
#define THOROUGH_EVERY 32

static const struct
{
  int width;
  int height;
} sizes[] = { { 160, 120 }, { 160, 120 }, { 160, 120 }, { 160, 120 },
              { 240, 180 }, { 240, 180 }, { 320, 240 }, { 640, 480 } };

static void
save (const char *folder, guint64 seed, const guint8 *pixels, int width, int height)
{
  g_autofree char *name = g_strdup_printf ("noise-%" G_GUINT64_FORMAT ".pgm", seed);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_printf (file, "P5 %d %d 255\n", width, height);
  g_string_append_len (file, (const char *)pixels, (gssize)width * height);
  if (!g_file_set_contents (path, file->str, file->len, &error))
    g_printerr ("%s\n", error->message);
}

static guint
read_frame (MadafReader *reader, MadafTexture texture, guint64 seed, gboolean thorough, const char *folder)
{
  int size = (int)(seed / MADAF_N_TEXTURES % G_N_ELEMENTS (sizes));
  int width = sizes[size].width;
  int height = sizes[size].height;
  g_autofree guint8 *pixels = g_malloc ((gsize)width * height);
  g_autoptr (MadafFrame) frame = NULL;
  g_autoptr (GPtrArray) codes = NULL;

  madaf_texture_draw (texture, seed, pixels, width, height);
  frame = madaf_frame_new_from_grey (pixels, width, height, width, 0);
  codes
      = thorough ? madaf_reader_read_thoroughly (reader, frame) : madaf_decoder_decode (MADAF_DECODER (reader), frame);
  for (guint i = 0; i < codes->len; i++)
    g_print ("%s of seed %" G_GUINT64_FORMAT ", %d × %d: symbology %d, %d votes, “%s”\n", madaf_texture_name (texture),
             seed, width, height, madaf_code_get_symbology (codes->pdata[i]), madaf_code_get_votes (codes->pdata[i]),
             madaf_code_get_text (codes->pdata[i]));
  if (codes->len > 0 && folder != NULL)
    save (folder, seed, pixels, width, height);
  return codes->len;
}

static MadafTexture
texture_named (const char *name)
{
  int texture = 0;

  while (texture < MADAF_N_TEXTURES && strcmp (madaf_texture_name (texture), name) != 0)
    texture++;
  return texture;
}

int
main (int argc, char **argv)
{
  guint64 first = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 1;
  guint64 frames = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
  gint64 began = g_get_monotonic_time ();
  MadafTexture only = argc > 4 ? texture_named (argv[4]) : 0;
  guint found = 0;

  setlocale (LC_ALL, "C.UTF-8");
  if (g_getenv ("MADAF_ALSO") != NULL)
    madaf_reader_set_also (reader, MADAF_ALSO_ALL);
  if (frames == 0 || only == MADAF_N_TEXTURES)
    {
      g_printerr ("bench-scan-noise SEED FRAMES [FOLDER [TEXTURE]]\n");
      return 2;
    }
  for (guint64 i = 0; i < frames; i++)
    {
      /* A part of 2^32 pictures for each seed. */
      guint64 seed = (first << 32) + i;

      found += read_frame (reader, argc > 4 ? only : i % MADAF_N_TEXTURES, seed,
                           i / MADAF_N_TEXTURES % THOROUGH_EVERY == 0, argc > 3 ? argv[3] : NULL);
    }
  g_print ("seed %" G_GUINT64_FORMAT ": %" G_GUINT64_FORMAT " frames, %u false codes, %.1f s\n", first, frames, found,
           (g_get_monotonic_time () - began) / 1e6);
  return found > 0 ? 1 : 0;
}
