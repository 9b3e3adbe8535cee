/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/qr-svg.h"

#include <qrencode.h>

/* The quiet zone that scanners need around the code, in modules. */
#define QUIET 4

gboolean
madaf_qr_svg_append (GString *html, const char *text)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);

  if (code == NULL)
    return FALSE;
  g_string_append_printf (html,
                          "<svg class=\"qr\" role=\"img\" aria-label=\"QR\" viewBox=\"0 0 %d %d\" "
                          "shape-rendering=\"crispEdges\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>"
                          "<path d=\"",
                          code->width + 2 * QUIET, code->width + 2 * QUIET);
  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      if (code->data[y * code->width + x] & 1)
        g_string_append_printf (html, "M%d %dh1v1h-1z", x + QUIET, y + QUIET);
  g_string_append (html, "\"/></svg>");
  QRcode_free (code);
  return TRUE;
}
