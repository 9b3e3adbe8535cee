/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/scan-command.h"

#include "model/json-writer.h"
#include "model/publication.h"
#include "scan/picture-list.h"
#include "scan/reader.h"
#include "scan/symbology.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

typedef struct
{
  const char *file;
  GPtrArray *codes;
  double ms;
} Reading;

/* What the processor took, so that a busy machine measures the same as an idle one. */
static double
processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static MadafFrame *
load_frame (const char *file, GError **error)
{
  g_autoptr (GdkPixbuf) picture
      = strcmp (file, "-") == 0 ? madaf_picture_read (stdin, error) : madaf_picture_load (file, error);

  if (picture == NULL)
    return NULL;
  return madaf_frame_new_from_rgb (gdk_pixbuf_read_pixels (picture), gdk_pixbuf_get_width (picture),
                                   gdk_pixbuf_get_height (picture), gdk_pixbuf_get_rowstride (picture), 3, 0, 0);
}

static void
write_number (MadafJsonWriter *json, double value, const char *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  madaf_json_writer_raw (json, g_ascii_formatd (text, sizeof text, format, value));
}

static void
write_elements (MadafJsonWriter *json, MadafGs1 *gs1)
{
  madaf_json_writer_member (json, "ais");
  madaf_json_writer_begin_object (json);
  for (guint i = 0; gs1 != NULL && i < madaf_gs1_get_n_elements (gs1); i++)
    {
      const char *ai, *value;

      madaf_gs1_get_element (gs1, i, &ai, &value);
      /* One that comes twice says the same twice, and an object has each name once. */
      if (madaf_gs1_get_value (gs1, ai) == value)
        madaf_json_writer_member_string (json, ai, value);
    }
  madaf_json_writer_end_object (json);
}

static void
write_corners (MadafJsonWriter *json, const MadafPoint *corners)
{
  madaf_json_writer_member (json, "corners");
  madaf_json_writer_begin_array (json);
  for (int i = 0; corners != NULL && i < 4; i++)
    {
      madaf_json_writer_begin_array (json);
      write_number (json, corners[i].x, "%.1f");
      write_number (json, corners[i].y, "%.1f");
      madaf_json_writer_end_array (json);
    }
  madaf_json_writer_end_array (json);
}

/* What a book or a periodical is known by, beside its GTIN. */
static void
write_publication (MadafJsonWriter *json, const char *gtin)
{
  g_autofree char *isbn = madaf_publication_isbn (gtin);
  g_autofree char *issn = madaf_publication_issn (gtin);

  if (isbn != NULL)
    madaf_json_writer_member_string (json, "isbn", isbn);
  if (issn != NULL)
    madaf_json_writer_member_string (json, "issn", issn);
}

static void
write_code (MadafJsonWriter *json, MadafCode *code)
{
  madaf_json_writer_begin_object (json);
  madaf_json_writer_member_string (json, "symbology", madaf_symbology_name (madaf_code_get_symbology (code)));
  madaf_json_writer_member_string (json, "text", madaf_code_get_raw (code));
  madaf_json_writer_member_string (json, "identifier", madaf_symbology_identifier (code));
  if (madaf_code_get_gtin (code) != NULL)
    {
      madaf_json_writer_member_string (json, "gtin", madaf_code_get_gtin (code));
      write_publication (json, madaf_code_get_gtin (code));
    }
  if (madaf_code_get_addon (code) != NULL)
    madaf_json_writer_member_string (json, "addon", madaf_code_get_addon (code));
  write_elements (json, madaf_code_get_gs1 (code));
  write_corners (json, madaf_code_get_corners (code));
  madaf_json_writer_end_object (json);
}

static void
print_json (const Reading *reading, FILE *output)
{
  g_autoptr (MadafJsonWriter) json = madaf_json_writer_new ();

  madaf_json_writer_begin_object (json);
  madaf_json_writer_member_string (json, "file", reading->file);
  madaf_json_writer_member (json, "ms");
  write_number (json, reading->ms, "%.3f");
  madaf_json_writer_member (json, "codes");
  madaf_json_writer_begin_array (json);
  for (guint i = 0; i < reading->codes->len; i++)
    write_code (json, reading->codes->pdata[i]);
  madaf_json_writer_end_array (json);
  madaf_json_writer_end_object (json);
  fprintf (output, "%s\n", madaf_json_writer_peek (json, NULL));
}

/* (transfer full): control characters would act on the terminal, and a line end make two lines of one. */
static char *
visible (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isprint (c))
        g_string_append_unichar (result, c);
      else
        g_string_append_printf (result, "{%02X}", c);
    }
  return g_string_free (result, FALSE);
}

static void
print_publication (const char *gtin, FILE *output)
{
  g_autofree char *isbn = madaf_publication_isbn (gtin);
  g_autofree char *issn = madaf_publication_issn (gtin);

  if (isbn != NULL)
    fprintf (output, " = ISBN %s", isbn);
  if (issn != NULL)
    fprintf (output, " = ISSN %s", issn);
}

static void
print_code (const char *file, MadafCode *code, FILE *output)
{
  g_autofree char *text = visible (madaf_code_get_text (code));
  MadafGs1 *gs1 = madaf_code_get_gs1 (code);

  fprintf (output, "%s: %s %s", file, madaf_symbology_name (madaf_code_get_symbology (code)), text);
  if (madaf_code_get_addon (code) != NULL)
    fprintf (output, " %s", madaf_code_get_addon (code));
  for (guint i = 0; gs1 != NULL && i < madaf_gs1_get_n_elements (gs1); i++)
    {
      g_autofree char *shown = NULL;
      const char *ai, *value;

      madaf_gs1_get_element (gs1, i, &ai, &value);
      shown = visible (value);
      fprintf (output, "%s(%s)%s", i == 0 ? " = " : "", ai, shown);
    }
  if (madaf_code_get_gtin (code) != NULL)
    print_publication (madaf_code_get_gtin (code), output);
  fputc ('\n', output);
}

static void
print_plainly (const Reading *reading, FILE *output)
{
  g_autofree char *name = g_filename_display_name (reading->file);
  g_autofree char *file = visible (name);

  for (guint i = 0; i < reading->codes->len; i++)
    print_code (file, reading->codes->pdata[i], output);
  if (reading->codes->len == 0)
    fprintf (output, "%s: %s\n", file, _ ("nothing read"));
}

static int
read_file (MadafReader *reader, const char *file, gboolean json, FILE *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafFrame) frame = load_frame (file, &error);
  g_autoptr (GPtrArray) codes = NULL;
  Reading reading = { file };
  double began;

  if (frame == NULL)
    {
      g_autofree char *display_name = g_filename_display_name (file);
      g_autofree char *name = visible (display_name);
      g_autofree char *reason = visible (error->message);

      g_printerr ("madaf-scan: %s: %s\n", name, reason);
      return 2;
    }
  began = processor_ms ();
  codes = madaf_reader_read_thoroughly (reader, frame);
  reading.ms = processor_ms () - began;
  reading.codes = codes;
  if (json)
    print_json (&reading, output);
  else
    print_plainly (&reading, output);
  /* Whoever waits for the answer to one picture gets it before the next is read. */
  return fflush (output) != 0 ? 2 : codes->len == 0 ? 1 : 0;
}

int
madaf_scan_command (const char *const *files, MadafAlso also, gboolean json, FILE *output)
{
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
  int status = 0;

  madaf_reader_set_also (reader, also);
  for (; *files != NULL; files++)
    {
      int one = read_file (reader, *files, json, output);

      status = MAX (status, one);
    }
  return status;
}
