/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "phone-camera.h"

#include <stdio.h>
#include <zbar.h>

#define PATIENCE_S 20

typedef struct
{
  const char *display;
  char *text; /* (owned) (nullable) */
} Look;

/* (transfer full): one byte a pixel. */
static GBytes *
take_picture (const char *display, int *width, int *height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) import
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "import", "-display", display, "-window", "root",
                          "-colorspace", "Gray", "-depth", "8", "pgm:-", NULL);
  g_autoptr (GBytes) picture = NULL;
  int start = 0;

  g_assert_no_error (error);
  g_subprocess_communicate (import, NULL, NULL, &picture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (g_bytes_get_data (picture, NULL), "P5 %d %d 255%n", width, height, &start), ==, 2);
  return g_bytes_new_from_bytes (picture, (gsize)start + 1, (gsize)*width * (gsize)*height);
}

static gboolean
on_look (gpointer user_data)
{
  Look *look = user_data;
  int width, height;
  g_autoptr (GBytes) picture = take_picture (look->display, &width, &height);
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  zbar_image_t *image = zbar_image_create ();

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, (unsigned int)width, (unsigned int)height);
  zbar_image_set_data (image, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture), NULL);
  if (zbar_scan_image (scanner, image) > 0)
    look->text = g_strdup (zbar_symbol_get_data (zbar_image_first_symbol (image)));
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
  return look->text != NULL;
}

char *
madaf_phone_camera_read (MadafPerson *person)
{
  Look look = { madaf_person_get_display (person), NULL };

  madaf_rig_wait ("a code that a phone can read", PATIENCE_S, on_look, &look);
  return look.text;
}
