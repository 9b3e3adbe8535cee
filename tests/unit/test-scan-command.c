/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "barcode-render.h"

/* madaf-scan FILE… from outside: what it says of good pictures and bad ones, and how it ends. */

#define DIGITS "7290012345678"

typedef struct
{
  char *folder;
  char *output;
  char *complaint;
  int status;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("madaf-scan-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->output);
  g_free (fixture->complaint);
}

/* Runs the program in the folder, with arguments up to NULL. */
static void
run (Fixture *fixture, ...)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument = g_getenv ("MADAF_SCAN_PROGRAM");
  va_list more;

  va_start (more, fixture);
  for (; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (char *)argument);
  va_end (more);
  g_ptr_array_add (arguments, NULL);

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->complaint, g_free);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  program = g_subprocess_launcher_spawnv (launcher, (const char *const *)arguments->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (program, NULL, NULL, &fixture->output, &fixture->complaint, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (program));
  fixture->status = g_subprocess_get_exit_status (program);
}

static char *
path_of (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
save_ean (Fixture *fixture, const char *name)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 3, 150), 480, 240, 0, 1);
  g_autofree char *path = path_of (fixture, name);

  test_picture_save (picture, path);
}

static void
save_white (Fixture *fixture, const char *name)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 1, 1), 320, 240, 0, 0.01);
  g_autofree char *path = path_of (fixture, name);

  test_picture_save (picture, path);
}

static void
save_bytes (Fixture *fixture, const char *name, const void *bytes, gsize length)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
}

/* The JSON on line @i of the answer. */
static JsonObject *
object_of (Fixture *fixture, guint i)
{
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpuint (i + 1, <, g_strv_length (lines));
  node = json_from_string (lines[i], &error);
  g_assert_no_error (error);
  return json_node_dup_object (node);
}

static void
assert_is_ean (JsonObject *code)
{
  g_assert_cmpstr (json_object_get_string_member (code, "symbology"), ==, "EAN-13");
  g_assert_cmpstr (json_object_get_string_member (code, "text"), ==, DIGITS);
  g_assert_cmpstr (json_object_get_string_member (code, "identifier"), ==, "]E0");
  g_assert_cmpstr (json_object_get_string_member (code, "gtin"), ==, "0" DIGITS);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (code, "ais"), "01"), ==, "0" DIGITS);
}

/* The highest of the corners of the only code of line @i; across: the x, else the y. */
static double
farthest_corner (JsonObject *picture, int coordinate)
{
  JsonArray *codes = json_object_get_array_member (picture, "codes");
  JsonArray *corners;
  double farthest = 0;

  g_assert_cmpuint (json_array_get_length (codes), ==, 1);
  assert_is_ean (json_array_get_object_element (codes, 0));
  corners = json_object_get_array_member (json_array_get_object_element (codes, 0), "corners");
  g_assert_cmpuint (json_array_get_length (corners), ==, 4);
  for (guint i = 0; i < 4; i++)
    farthest = MAX (farthest, json_array_get_double_element (json_array_get_array_element (corners, i), coordinate));
  return farthest;
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  save_ean (fixture, "a.png");
  save_white (fixture, "b.png");

  run (fixture, "a.png", NULL);
  g_assert_cmpstr (fixture->output, ==, "a.png: EAN-13 " DIGITS " = (01)0" DIGITS "\n");
  g_assert_cmpstr (fixture->complaint, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);

  run (fixture, "b.png", "a.png", NULL);
  g_assert_cmpstr (fixture->output, ==, "b.png: nothing read\na.png: EAN-13 " DIGITS " = (01)0" DIGITS "\n");
  g_assert_cmpint (fixture->status, ==, 1);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (JsonObject) second = NULL;

  save_ean (fixture, "a \"שלום\".png");
  save_white (fixture, "b.png");
  run (fixture, "--json", "a \"שלום\".png", "b.png", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  first = object_of (fixture, 0);
  second = object_of (fixture, 1);
  g_assert_cmpstr (json_object_get_string_member (first, "file"), ==, "a \"שלום\".png");
  g_assert_cmpfloat (json_object_get_double_member (first, "ms"), >, 0);
  g_assert_cmpfloat (farthest_corner (first, 0), >, 320);
  g_assert_cmpfloat (farthest_corner (first, 0), <, 480);
  g_assert_cmpfloat (farthest_corner (first, 1), <, 240);
  g_assert_cmpstr (json_object_get_string_member (second, "file"), ==, "b.png");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (second, "codes")), ==, 0);
}

/* What stands beside a symbol is said beside its text, and is no part of it. */
static void
test_addon (Fixture *fixture, gconstpointer data)
{
  g_autofree char *symbol = test_ean_modules ("9771234567003");
  g_autofree char *beside = test_addon_modules ("07");
  g_autoptr (TestPicture) picture = test_picture_place (test_render_beside (symbol, beside, 9, 3, 150), 640, 240, 0, 1);
  g_autofree char *path = path_of (fixture, "magazine.png");
  g_autoptr (JsonObject) object = NULL;
  JsonObject *code;

  test_picture_save (picture, path);
  run (fixture, "magazine.png", NULL);
  g_assert_cmpstr (fixture->output, ==,
                   "magazine.png: EAN-13 9771234567003 07 = (01)09771234567003 = ISSN 1234-5679\n");
  run (fixture, "--json", "magazine.png", NULL);
  object = object_of (fixture, 0);
  code = json_array_get_object_element (json_object_get_array_member (object, "codes"), 0);
  g_assert_cmpstr (json_object_get_string_member (code, "text"), ==, "9771234567003");
  g_assert_cmpstr (json_object_get_string_member (code, "addon"), ==, "07");
  g_assert_cmpstr (json_object_get_string_member (code, "identifier"), ==, "]E3");
  g_assert_cmpstr (json_object_get_string_member (code, "issn"), ==, "1234-5679");
  g_assert_false (json_object_has_member (code, "isbn"));
  save_ean (fixture, "a.png");
  run (fixture, "--json", "a.png", NULL);
  g_assert_null (strstr (fixture->output, "addon"));
  g_assert_null (strstr (fixture->output, "issn"));
}

/* A text of several lines stays one line of the answer, and no control character reaches the terminal. */
static void
test_control_characters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_qr ("a\x1b[31mb\r\nc\"\\", 4), 480, 360, 0, 1);
  g_autofree char *path = path_of (fixture, "qr.png");
  g_autoptr (JsonObject) object = NULL;

  test_picture_save (picture, path);
  run (fixture, "qr.png", NULL);
  g_assert_true (g_str_has_prefix (fixture->output, "qr.png: QR a"));
  g_assert_null (strchr (fixture->output, '\x1b'));
  g_assert_true (strchr (fixture->output, '\n') == fixture->output + strlen (fixture->output) - 1);
  run (fixture, "--json", "qr.png", NULL);
  g_assert_true (strchr (fixture->output, '\n') == fixture->output + strlen (fixture->output) - 1);
  object = object_of (fixture, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "codes")), ==, 1);
}

/* What cannot be opened is said, and the pictures beside it are read. */
static void
assert_refuses (Fixture *fixture, const char *name)
{
  g_autofree char *beginning = g_strdup_printf ("madaf-scan: %s: ", name);

  run (fixture, name, "a.png", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->complaint, beginning));
  g_assert_cmpstr (fixture->output, ==, "a.png: EAN-13 " DIGITS " = (01)0" DIGITS "\n");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.png");
  g_autofree char *whole = NULL;
  gsize length;

  save_ean (fixture, "a.png");
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  save_bytes (fixture, "empty.png", "", 0);
  save_bytes (fixture, "text.png", "no picture", 10);
  save_bytes (fixture, "cut.png", whole, length / 2);
  save_bytes (fixture, "cut-early.png", whole, 20);
  assert_refuses (fixture, "missing.png");
  assert_refuses (fixture, "empty.png");
  assert_refuses (fixture, "text.png");
  assert_refuses (fixture, "cut.png");
  assert_refuses (fixture, "cut-early.png");
  assert_refuses (fixture, ".");
}

/* A PNG that says it is of this size; the sum of its header is right, what follows is none of its pixels. */
static void
save_png_header (Fixture *fixture, const char *name, guint32 width, guint32 height)
{
  guint8 header[49] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  guint32 sides[2] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };
  guint32 sum = 0xffffffff;

  memcpy (header + 16, sides, sizeof sides);
  header[24] = 8;
  header[25] = 2;
  for (int i = 12; i < 29; i++)
    {
      sum ^= header[i];
      for (int bit = 0; bit < 8; bit++)
        sum = sum & 1 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
  sum = GUINT32_TO_BE (~sum);
  memcpy (header + 29, &sum, sizeof sum);
  memcpy (header + 33, "\0\0\x10\0IDATx\x9c", 10);
  save_bytes (fixture, name, header, sizeof header);
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  save_ean (fixture, "a.png");
  save_png_header (fixture, "wide.png", 4097, 8);
  save_png_header (fixture, "huge.png", 0x7fffffff, 0x7fffffff);
  save_png_header (fixture, "zero.png", 0, 0);
  assert_refuses (fixture, "wide.png");
  g_assert_nonnull (strstr (fixture->complaint, "4097"));
  assert_refuses (fixture, "huge.png");
  assert_refuses (fixture, "zero.png");
}

/* Transparent pixels are paper, whatever colour lies under them. */
static void
test_transparent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "clear.png");
  g_autoptr (GdkPixbuf) opaque = NULL;
  g_autoptr (GdkPixbuf) clear = NULL;
  g_autoptr (GError) error = NULL;

  save_ean (fixture, "a.png");
  {
    g_autofree char *opaque_path = path_of (fixture, "a.png");

    opaque = gdk_pixbuf_new_from_file (opaque_path, &error);
  }
  g_assert_no_error (error);
  clear = gdk_pixbuf_add_alpha (opaque, FALSE, 0, 0, 0);
  for (int y = 0; y < gdk_pixbuf_get_height (clear); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (clear); x++)
      {
        guchar *pixel = gdk_pixbuf_get_pixels (clear) + y * gdk_pixbuf_get_rowstride (clear) + x * 4;

        pixel[3] = 255 - pixel[0];
        pixel[0] = pixel[1] = pixel[2] = 0;
      }
  g_assert_true (gdk_pixbuf_save (clear, path, "png", &error, NULL));
  run (fixture, "clear.png", NULL);
  g_assert_cmpstr (fixture->output, ==, "clear.png: EAN-13 " DIGITS " = (01)0" DIGITS "\n");
}

/* A camera held upright saves the picture lying, and says so: corners are those of the picture as it is looked at. */
static void
test_orientation (Fixture *fixture, gconstpointer data)
{
  static const char exif[] = "\xff\xe1\0\x22"
                             "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
  g_autofree char *png = path_of (fixture, "a.png");
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GByteArray) turned = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *jpeg = NULL;
  gsize length;

  save_ean (fixture, "a.png");
  picture = gdk_pixbuf_new_from_file (png, &error);
  g_assert_no_error (error);
  g_assert_true (gdk_pixbuf_save_to_buffer (picture, &jpeg, &length, "jpeg", &error, "quality", "95", NULL));
  g_byte_array_append (turned, (const guint8 *)jpeg, 2);
  g_byte_array_append (turned, (const guint8 *)exif, sizeof exif - 1);
  g_byte_array_append (turned, (const guint8 *)jpeg + 2, (guint)length - 2);
  save_bytes (fixture, "turned.jpeg", turned->data, turned->len);
  run (fixture, "--json", "turned.jpeg", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  object = object_of (fixture, 0);
  g_assert_cmpfloat (farthest_corner (object, 0), <, 240);
  g_assert_cmpfloat (farthest_corner (object, 1), >, 320);
}

/* The names of files are as their owner likes: still a line a picture, no control character, and valid JSON. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[][2] = {
    { "two\nlines.png", "two{0A}lines.png" },
    { "a\x1b[31m.png", "a{1B}[31m.png" },
    { "not-utf-8-\xff.png", "not-utf-8-\xef\xbf\xbd.png" },
    { "quote\"back\\slash.png", "quote\"back\\slash.png" },
    { "-dash.png", "-dash.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s: EAN-13 " DIGITS " = (01)0" DIGITS "\n", names[i][1]);
      g_autoptr (JsonObject) object = NULL;
      g_autofree char *gone = NULL;

      save_ean (fixture, names[i][0]);
      run (fixture, "--", names[i][0], NULL);
      g_assert_cmpstr (fixture->output, ==, expected);
      run (fixture, "--json", "--", names[i][0], NULL);
      g_assert_true (strchr (fixture->output, '\n') == fixture->output + strlen (fixture->output) - 1);
      g_assert_true (g_utf8_validate (fixture->output, -1, NULL));
      object = object_of (fixture, 0);
      g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, i == 2 ? names[i][1] : names[i][0]);

      gone = g_strconcat (names[i][0], ".gone", NULL);
      run (fixture, "--", gone, NULL);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_true (strchr (fixture->complaint, '\n') == fixture->complaint + strlen (fixture->complaint) - 1);
      g_assert_null (strchr (fixture->complaint, '\x1b'));
    }
}

/* Runs the program with "-" and that file on its standard input. */
static void
run_piped (Fixture *fixture, const char *name)
{
  g_autofree char *path = path_of (fixture, name);
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  input = g_bytes_new (bytes, length);
  program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                  | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, g_getenv ("MADAF_SCAN_PROGRAM"), "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (program, input, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&fixture->output, g_free);
  fixture->output
      = g_strndup (g_bytes_get_size (output) > 0 ? g_bytes_get_data (output, NULL) : "", g_bytes_get_size (output));
  fixture->status = g_subprocess_get_exit_status (program);
}

static void
test_standard_input (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.png");
  g_autofree char *whole = NULL;
  gsize length;

  save_ean (fixture, "a.png");
  save_white (fixture, "b.png");
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  save_bytes (fixture, "cut.png", whole, length / 2);
  save_bytes (fixture, "empty", "", 0);
  save_png_header (fixture, "huge.png", 60000, 60000);
  run_piped (fixture, "a.png");
  g_assert_cmpstr (fixture->output, ==, "-: EAN-13 " DIGITS " = (01)0" DIGITS "\n");
  g_assert_cmpint (fixture->status, ==, 0);
  run_piped (fixture, "b.png");
  g_assert_cmpstr (fixture->output, ==, "-: nothing read\n");
  g_assert_cmpint (fixture->status, ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      run_piped (fixture, (const char *const[]){ "cut.png", "empty", "huge.png" }[i]);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_cmpint (fixture->status, ==, 2);
    }
}

/* Two bytes a sample, as scanners of documents save them: black is 0, white 65535, big-endian. */
static void
test_sixteen_bits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 3, 150), 480, 240, 0, 1);
  g_autoptr (GString) pnm = g_string_new ("P5\n480 240\n65535\n");

  for (int i = 0; i < 480 * 240; i++)
    {
      g_string_append_c (pnm, (char)picture->pixels[i]);
      g_string_append_c (pnm, (char)picture->pixels[i]);
    }
  save_bytes (fixture, "deep.pgm", pnm->str, pnm->len);
  run (fixture, "deep.pgm", NULL);
  g_assert_cmpstr (fixture->output, ==, "deep.pgm: EAN-13 " DIGITS " = (01)0" DIGITS "\n");
}

/* Opened and no picture: small in the file, large in memory. */
static void
test_bomb (Fixture *fixture, gconstpointer data)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='1000000' height='1000000'/>";

  save_ean (fixture, "a.png");
  save_png_header (fixture, "wide.png", 60000, 1);
  save_png_header (fixture, "bomb.png", 50000, 50000);
  save_bytes (fixture, "bomb.svg", svg, sizeof svg - 1);
  assert_refuses (fixture, "wide.png");
  assert_refuses (fixture, "bomb.png");
  assert_refuses (fixture, "bomb.svg");
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  save_ean (fixture, "a.png");
  run (fixture, NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->complaint, "madaf-scan: "));
  run (fixture, "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  run (fixture, "--gs1", "a.png", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  run (fixture, "--bogus", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_nonnull (strstr (fixture->complaint, "--bogus"));
  run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "--json"));
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/scan-command/plain", test_plain);
  add ("/scan-command/json", test_json);
  add ("/scan-command/addon", test_addon);
  add ("/scan-command/control-characters", test_control_characters);
  add ("/scan-command/damaged", test_damaged);
  add ("/scan-command/too-large", test_too_large);
  add ("/scan-command/transparent", test_transparent);
  add ("/scan-command/orientation", test_orientation);
  add ("/scan-command/names", test_names);
  add ("/scan-command/standard-input", test_standard_input);
  add ("/scan-command/sixteen-bits", test_sixteen_bits);
  add ("/scan-command/bomb", test_bomb);
  add ("/scan-command/usage", test_usage);
  return g_test_run ();
}
