/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/motion.h"
#include "kiosk/widgets/picture-texture.h"

/* A picture drawn the quick way looks as GTK would draw it. */

#define WIDTH  200
#define HEIGHT 300
/* How much one part of a colour may differ, out of 255: each way rounds a little differently. */
#define UNSEEN 3

typedef struct
{
  GtkWidget *window;
  GtkWidget *place;
} Fixture;

static gboolean
is_placed (gpointer data)
{
  Fixture *f = data;

  return gtk_widget_get_width (f->place) == WIDTH && gtk_widget_get_height (f->place) == HEIGHT
         && madaf_motion_is_dear (f->place);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = gtk_window_new ();
  f->place = gtk_drawing_area_new ();
  gtk_widget_set_halign (f->place, GTK_ALIGN_START);
  gtk_widget_set_valign (f->place, GTK_ALIGN_START);
  gtk_widget_set_size_request (f->place, WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (f->window), f->place);
  g_assert_false (madaf_motion_is_dear (f->place));
  gtk_window_present (GTK_WINDOW (f->window));
  kiosk_wait_for (is_placed, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  kiosk_settle ();
}

/* Slopes of colour, no two rows alike: a row that is missing, doubled or moved is seen. */
static GdkPixbuf *
make_pixbuf (gboolean has_alpha, int width, int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guchar *pixel = gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + x * channels;

        pixel[0] = (guchar)(x * 255 / width);
        pixel[1] = (guchar)(y * 255 / height);
        pixel[2] = (guchar)(y * 8 & 0xff);
        if (has_alpha)
          pixel[3] = (guchar)(255 - x * 255 / width);
      }
  return pixbuf;
}

static cairo_surface_t *
draw (GtkSnapshot *snapshot)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_rectangle (cr, 0, 0, WIDTH, HEIGHT);
  cairo_clip (cr);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  gsk_render_node_unref (node);
  cairo_surface_flush (surface);
  return surface;
}

static int
most_different (cairo_surface_t *one, cairo_surface_t *other)
{
  const guchar *a = cairo_image_surface_get_data (one);
  const guchar *b = cairo_image_surface_get_data (other);
  int most = 0;

  for (int i = 0; i < cairo_image_surface_get_stride (one) * HEIGHT; i++)
    most = MAX (most, ABS (a[i] - b[i]));
  return most;
}

static void
assert_same (Fixture *f, GdkPixbuf *pixbuf, const graphene_rect_t *area, double opacity)
{
  g_autoptr (GdkTexture) texture = madaf_picture_texture_new (pixbuf);
  GtkSnapshot *quick = gtk_snapshot_new ();
  GtkSnapshot *plain = gtk_snapshot_new ();
  cairo_surface_t *drawn, *expected;

  madaf_picture_texture_snapshot (texture, f->place, quick, area, opacity);
  gtk_snapshot_push_opacity (plain, opacity);
  gtk_snapshot_append_texture (plain, texture, area);
  gtk_snapshot_pop (plain);
  drawn = draw (quick);
  expected = draw (plain);
  g_assert_cmpint (most_different (drawn, expected), <=, UNSEEN);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (expected);
}

static void
test_looks_the_same (Fixture *f, gconstpointer data)
{
  g_autoptr (GdkPixbuf) fitting = make_pixbuf (FALSE, WIDTH, HEIGHT);
  g_autoptr (GdkPixbuf) small = make_pixbuf (FALSE, WIDTH / 2, HEIGHT / 2);
  g_autoptr (GdkPixbuf) clear = make_pixbuf (TRUE, WIDTH, HEIGHT);

  assert_same (f, fitting, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT), 1);
  assert_same (f, fitting, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT), 0.4);
  assert_same (f, fitting, &GRAPHENE_RECT_INIT (-20, 10, WIDTH, HEIGHT), 1);
  assert_same (f, small, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT), 1);
  assert_same (f, small, &GRAPHENE_RECT_INIT (-50, -75, 1.5 * WIDTH, 1.5 * HEIGHT), 1);
  assert_same (f, clear, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT), 1);
}

/* The pixels are those of the texture too: they must be there as long as any of both is. */
static void
test_pixels_outlive_the_texture (Fixture *f, gconstpointer data)
{
  g_autoptr (GdkPixbuf) pixbuf = make_pixbuf (FALSE, WIDTH, HEIGHT);
  GdkTexture *texture = madaf_picture_texture_new (pixbuf);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *drawn;

  madaf_picture_texture_snapshot (texture, f->place, snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT), 1);
  g_assert_finalize_object (texture);
  drawn = draw (snapshot);
  g_assert_cmpint (cairo_image_surface_get_data (drawn)[2], ==, 0);
  g_assert_cmpint (cairo_image_surface_get_data (drawn)[(WIDTH - 1) * 4 + 2], >, 240);
  cairo_surface_destroy (drawn);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  kiosk_test_init (&argc, &argv);
  g_test_add ("/kiosk/picture-texture/looks-the-same", Fixture, NULL, set_up, test_looks_the_same, tear_down);
  g_test_add ("/kiosk/picture-texture/pixels-outlive-the-texture", Fixture, NULL, set_up,
              test_pixels_outlive_the_texture, tear_down);
  return g_test_run ();
}
