/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/picture-texture.h"

#include <math.h>

#include "kiosk/motion.h"

/*
 * Without a graphics processor GTK copies a texture each time anything near it is drawn, the whole of it, into memory
 * that it has the system make and clear: half a large picture page's frame. So the pixels are kept as cairo wants them
 * as well, in the same memory, and only those that have to be drawn are touched.
 */

/* Cairo draws a recording by way of a buffer of its size: this much comes from the heap again and again. */
#define STRIP_BYTES (96 * 1024)
/* Rounding made the picture so much larger or smaller than its place: nobody sees it, and no pixel is computed. */
#define SAME_SIZE 1.0

static GQuark
surface_quark (void)
{
  return g_quark_from_static_string ("madaf-picture-surface");
}

/* The pixels stay while the surface does: cairo copies them when a surface goes that something still draws. */
static cairo_surface_t *
make_surface (GBytes *bytes, gboolean has_alpha, int width, int height, int stride)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((unsigned char *)g_bytes_get_data (bytes, NULL),
                                                                  has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                                                  width, height, stride);

  cairo_surface_set_user_data (surface, &key, g_bytes_ref (bytes), (cairo_destroy_func_t)g_bytes_unref);
  return surface;
}

GdkTexture *
madaf_picture_texture_new (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  cairo_surface_t *painted = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int stride = cairo_image_surface_get_stride (painted);
  cairo_t *cr = cairo_create (painted);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  gdk_cairo_set_source_pixbuf (cr, pixbuf, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (painted);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (painted), (gsize)stride * (gsize)height,
                                      (GDestroyNotify)cairo_surface_destroy, painted);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
  g_object_set_qdata_full (G_OBJECT (texture), surface_quark (),
                           make_surface (bytes, gdk_pixbuf_get_has_alpha (pixbuf), width, height, stride),
                           (GDestroyNotify)cairo_surface_destroy);
  return texture;
}

/* Sets what a strip is painted with. */
static void
set_source (cairo_t *cr, cairo_surface_t *surface, const graphene_rect_t *area)
{
  double width = cairo_image_surface_get_width (surface);
  double height = cairo_image_surface_get_height (surface);
  gboolean same = fabs (area->size.width - width) <= SAME_SIZE && fabs (area->size.height - height) <= SAME_SIZE;

  if (same)
    {
      cairo_set_source_surface (cr, surface, rint (area->origin.x), rint (area->origin.y));
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
    }
  else
    {
      cairo_translate (cr, area->origin.x, area->origin.y);
      cairo_scale (cr, area->size.width / width, area->size.height / height);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
    }
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
}

/* Only what is on the widget: a picture may go beyond it on two sides. */
static void
snapshot_surface (
    cairo_surface_t *surface, GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area, double opacity)
{
  graphene_rect_t seen
      = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  float strip;

  if (!graphene_rect_intersection (area, &seen, &seen))
    return;
  strip = floorf (MAX (1, STRIP_BYTES / 4 / seen.size.width));
  for (float y = 0; y < seen.size.height; y += strip)
    {
      graphene_rect_t bounds
          = GRAPHENE_RECT_INIT (seen.origin.x, seen.origin.y + y, seen.size.width, MIN (strip, seen.size.height - y));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      set_source (cr, surface, area);
      cairo_paint_with_alpha (cr, opacity);
      cairo_destroy (cr);
    }
}

void
madaf_picture_texture_snapshot (
    GdkTexture *texture, GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area, double opacity)
{
  cairo_surface_t *surface = g_object_get_qdata (G_OBJECT (texture), surface_quark ());

  if (surface != NULL && madaf_motion_is_dear (widget))
    {
      snapshot_surface (surface, widget, snapshot, area, opacity);
      return;
    }
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_append_texture (snapshot, texture, area);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}
