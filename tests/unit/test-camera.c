/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera.h"

#include "bars-render.h"
#include "fake-camera.h"
#include "fake-controls.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>

/* The whole way of a picture: file or camera, GStreamer, decoder, main context. */

#define FIRST  "7290012345678"
#define SECOND "4006381333931"

typedef struct
{
  MadafCamera *camera;
  MadafClock *clock;
  char *folder;
  GString *codes; /* "|" after each */
  int n_frames;
  int n_in_view;
  guint n_meant;
  int width;
  int height;
} Fixture;

static void
on_frame (MadafCamera *camera, MadafFrame *frame, Fixture *f)
{
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_nonnull (madaf_frame_get_rgb (frame));
  f->n_frames++;
  f->width = madaf_frame_get_width (frame);
  f->height = madaf_frame_get_height (frame);
}

static void
on_codes (MadafCamera *camera, GPtrArray *codes, guint n_meant, int width, int height, Fixture *f)
{
  f->n_in_view = codes->len;
  f->n_meant = n_meant;
}

static void
on_code (MadafCamera *camera, MadafCode *code, Fixture *f)
{
  g_string_append_printf (f->codes, "%s|", madaf_code_get_text (code));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->clock = madaf_clock_new_manual (G_USEC_PER_SEC);
  f->camera = madaf_camera_new (f->clock);
  f->folder = g_dir_make_tmp ("madaf-camera-XXXXXX", NULL);
  f->codes = g_string_new (NULL);
  g_signal_connect (f->camera, "frame", G_CALLBACK (on_frame), f);
  g_signal_connect (f->camera, "codes", G_CALLBACK (on_codes), f);
  g_signal_connect (f->camera, "code", G_CALLBACK (on_code), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (f->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (f->camera);
  g_object_unref (f->clock);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_string_free (f->codes, TRUE);
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Keeps a loop turning that waits for what other threads do. */
static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition; a broken camera ends the test and does not hang it. */
#define WAIT_FOR(f, condition)                                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gboolean timed_out = FALSE;                                                                                        \
    guint timeout = g_timeout_add_seconds (20, on_timeout, &timed_out);                                                \
    guint tick = g_timeout_add (50, on_tick, NULL);                                                                    \
    while (!(condition) && !timed_out)                                                                                 \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_assert_true (condition);                                                                                         \
    g_source_remove (timeout);                                                                                         \
    g_source_remove (tick);                                                                                            \
  }                                                                                                                    \
  G_STMT_END

static char *
write_picture (Fixture *f, const char *name, const char *digits)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (digits, 3, 150), 501, 300, 0, 1);
  char *path = g_build_filename (f->folder, name, NULL);

  test_picture_save (picture, path);
  return path;
}

static void
test_picture (Fixture *f, gconstpointer data)
{
  g_autofree char *path = write_picture (f, "one.png", FIRST);
  int n_frames;

  madaf_camera_set_source (f->camera, path);
  g_assert_cmpint (madaf_camera_get_state (f->camera), ==, MADAF_CAMERA_STOPPED);
  madaf_camera_start (f->camera);
  g_assert_cmpint (madaf_camera_get_state (f->camera), ==, MADAF_CAMERA_STARTING);
  WAIT_FOR (f, f->codes->len > 0);
  g_assert_cmpint (madaf_camera_get_state (f->camera), ==, MADAF_CAMERA_RUNNING);
  g_assert_cmpint (f->n_in_view, ==, 1);
  g_assert_cmpuint (f->n_meant, ==, 1);
  g_assert_cmpint (f->width, ==, 501);
  g_assert_cmpint (f->height, ==, 300);

  /* It stays before the camera: seen again and again, reported once, however long it lies there. */
  n_frames = f->n_frames;
  WAIT_FOR (f, f->n_frames >= n_frames + 5);
  g_assert_cmpstr (f->codes->str, ==, FIRST "|");

  /* Away for more than two seconds, it is new. */
  madaf_clock_advance (f->clock, 2 * G_USEC_PER_SEC + 1);
  WAIT_FOR (f, f->codes->len > strlen (FIRST "|"));
  g_assert_cmpstr (f->codes->str, ==, FIRST "|" FIRST "|");
}

/* What a shop asked for reaches the thread that reads. */
static void
test_also (Fixture *f, gconstpointer data)
{
  g_autoptr (TestPicture) picture = test_picture_place (test_render_itf ("17290012345675", 3, 3, 150), 640, 300, 0, 1);
  g_autofree char *path = g_build_filename (f->folder, "case.png", NULL);

  test_picture_save (picture, path);
  madaf_camera_set_also (f->camera, MADAF_ALSO_ITF);
  madaf_camera_set_source (f->camera, path);
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->codes->len > 0);
  g_assert_cmpstr (f->codes->str, ==, "17290012345675|");
}

static void
test_rotation (Fixture *f, gconstpointer data)
{
  g_autofree char *path = write_picture (f, "one.png", FIRST);

  g_object_set (f->camera, "source", path, "rotation", 90, NULL);
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->codes->len > 0);
  g_assert_cmpint (f->width, ==, 300);
  g_assert_cmpint (f->height, ==, 501);
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *second = write_picture (f, "shot-10.png", SECOND);
  g_autofree char *first = write_picture (f, "shot-2.png", FIRST);
  g_autofree char *text = g_build_filename (f->folder, "notes.txt", NULL);

  g_assert_true (g_file_set_contents (text, "not a picture", -1, NULL));
  g_object_set (f->camera, "source", f->folder, "hold-ms", 500, NULL);
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->codes->len >= 2 * strlen (FIRST "|"));
  g_assert_cmpstr (f->codes->str, ==, FIRST "|" SECOND "|");

  /* And round again. */
  madaf_clock_advance (f->clock, 3 * G_USEC_PER_SEC);
  WAIT_FOR (f, f->codes->len >= 4 * strlen (FIRST "|"));
}

static void
test_stop (Fixture *f, gconstpointer data)
{
  g_autofree char *path = write_picture (f, "one.png", FIRST);
  int n_frames;

  madaf_camera_set_source (f->camera, path);
  /* Back and forth faster than anything can open. */
  for (int i = 0; i < 50; i++)
    {
      madaf_camera_start (f->camera);
      madaf_camera_stop (f->camera);
    }
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->codes->len > 0);

  madaf_camera_stop (f->camera);
  g_assert_cmpint (madaf_camera_get_state (f->camera), ==, MADAF_CAMERA_STOPPED);
  g_assert_cmpint (f->n_in_view, ==, 0);
  n_frames = f->n_frames;
  /* Whatever was on its way arrives before a picture of the next run could. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (f->n_frames, ==, n_frames);

  /* Stopping forgot what was in view. */
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->codes->len > strlen (FIRST "|"));
}

static void
assert_fails (Fixture *f, const char *source, MadafCameraError code)
{
  madaf_camera_stop (f->camera);
  madaf_camera_set_source (f->camera, source);
  madaf_camera_start (f->camera);
  WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_FAILED);
  g_assert_true (g_error_matches (madaf_camera_get_error (f->camera), MADAF_CAMERA_ERROR, code));
}

static void
test_too_large (Fixture *f, gconstpointer data)
{
  g_autoptr (TestPicture) picture
      = test_picture_place (test_render_ean (FIRST, 3, 150), MADAF_FRAME_MAX_SIDE + 1, 200, 0, 1);
  g_autofree char *path = g_build_filename (f->folder, "large.png", NULL);

  test_picture_save (picture, path);
  assert_fails (f, path, MADAF_CAMERA_ERROR_UNREADABLE);
}

/* Makes a video of ten frames with what plugins are at hand for reading one. */
static void
write_video (const char *picture, const char *video)
{
  g_autofree char *description = g_strdup_printf ("filesrc location=%s ! pngdec ! imagefreeze num-buffers=10 ! "
                                                  "videoconvert ! jpegenc ! avimux ! filesink location=%s",
                                                  picture, video);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_parse_launch (description, &error);
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) end = NULL;

  g_assert_no_error (error);
  bus = gst_element_get_bus (pipeline);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  end = gst_bus_timed_pop_filtered (bus, 20 * GST_SECOND, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_nonnull (end);
  g_assert_cmpint (GST_MESSAGE_TYPE (end), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

/* A video is played, and begins again when it ends. */
static void
test_video (Fixture *f, gconstpointer data)
{
  g_autofree char *picture = write_picture (f, "one.png", FIRST);
  g_autofree char *video = g_build_filename (f->folder, "ten.avi", NULL);

  write_video (picture, video);
  madaf_camera_set_source (f->camera, video);
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->n_frames > 15);
  g_assert_cmpstr (f->codes->str, ==, FIRST "|");
}

static void
test_bad_files (Fixture *f, gconstpointer data)
{
  g_autofree char *text = g_build_filename (f->folder, "notes.txt", NULL);
  g_autofree char *cut = g_build_filename (f->folder, "cut.png", NULL);
  g_autofree char *good = NULL;

  assert_fails (f, "/nowhere/at/all.png", MADAF_CAMERA_ERROR_NOT_FOUND);
  assert_fails (f, f->folder, MADAF_CAMERA_ERROR_UNREADABLE);
  g_assert_true (g_file_set_contents (text, "not a picture", -1, NULL));
  assert_fails (f, text, MADAF_CAMERA_ERROR_UNREADABLE);
  g_assert_true (
      g_file_set_contents (cut, "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10\x08\x02\0\0\0", 29, NULL));
  assert_fails (f, cut, MADAF_CAMERA_ERROR_UNREADABLE);

  /* What failed does not stay failed once there is something to show. */
  good = write_picture (f, "good.png", FIRST);
  madaf_camera_set_source (f->camera, good);
  WAIT_FOR (f, f->codes->len > 0);
  g_assert_null (madaf_camera_get_error (f->camera));
}

static void
test_hot_plug (Fixture *f, gconstpointer data)
{
  int n_frames;

  madaf_camera_set_source (f->camera, "Fake Camera");
  madaf_camera_start (f->camera);
  WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_MISSING);

  for (int i = 0; i < 3; i++)
    {
      fake_camera_plug ("Fake Camera");
      WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_RUNNING);
      g_assert_cmpstr (madaf_camera_get_device_name (f->camera), ==, "Fake Camera");
      n_frames = f->n_frames;
      WAIT_FOR (f, f->n_frames >= n_frames + 3);
      g_assert_cmpint (f->width, ==, 320);
      fake_camera_unplug ("Fake Camera");
      WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_MISSING);
    }

  /* Another camera is not this one. */
  fake_camera_plug ("Other");
  fake_camera_plug ("Fake Camera");
  WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_RUNNING);
  g_assert_cmpstr (madaf_camera_get_device_name (f->camera), ==, "Fake Camera");
  fake_camera_unplug ("Fake Camera");
  WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_MISSING);
  fake_camera_unplug ("Other");
}

/* A camera that fails is opened again without anybody doing anything. */
static void
test_recovery (Fixture *f, gconstpointer data)
{
  int n_frames;

  fake_camera_plug ("Loose Camera");
  fake_camera_break_next ();
  madaf_camera_set_source (f->camera, "Loose Camera");
  madaf_camera_start (f->camera);
  WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_FAILED);
  g_assert_true (g_error_matches (madaf_camera_get_error (f->camera), MADAF_CAMERA_ERROR, MADAF_CAMERA_ERROR_DEVICE));

  n_frames = f->n_frames;
  WAIT_FOR (f, f->n_frames >= n_frames + 10);
  g_assert_cmpint (madaf_camera_get_state (f->camera), ==, MADAF_CAMERA_RUNNING);
  g_assert_null (madaf_camera_get_error (f->camera));
  fake_camera_unplug ("Loose Camera");
}

/* Stopped, it gives nothing and stays open for a while: who comes back soon sees at once, and only what is new. */
static void
test_nap (Fixture *f, gconstpointer data)
{
  int n_opened = fake_camera_get_n_opened ();
  int n_pictures;

  fake_camera_plug ("Sleepy Camera");
  madaf_camera_set_source (f->camera, "Sleepy Camera");
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->n_frames >= 3);
  madaf_camera_stop (f->camera);
  /* The stop is done when nothing comes for as long as three pictures take. */
  do
    {
      gboolean passed = FALSE;

      n_pictures = fake_camera_get_n_pictures ();
      g_timeout_add (100, on_timeout, &passed);
      while (!passed)
        g_main_context_iteration (NULL, TRUE);
    }
  while (fake_camera_get_n_pictures () != n_pictures);
  g_assert_cmpint (fake_camera_get_n_open (), ==, 1);

  f->n_frames = 0;
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->n_frames > 0);
  g_assert_cmpint (fake_camera_get_n_opened () - n_opened, ==, 1);
  g_assert_cmpstr (madaf_camera_get_device_name (f->camera), ==, "Sleepy Camera");

  /* Not needed any more, it is closed; and opens again. */
  madaf_camera_stop (f->camera);
  WAIT_FOR (f, fake_camera_get_n_open () == 0);
  f->n_frames = 0;
  madaf_camera_start (f->camera);
  WAIT_FOR (f, f->n_frames > 0);
  g_assert_cmpint (fake_camera_get_n_opened () - n_opened, ==, 2);

  /* Pulled out in its sleep, it is missed when it is needed. */
  madaf_camera_stop (f->camera);
  fake_camera_unplug ("Sleepy Camera");
  madaf_camera_start (f->camera);
  WAIT_FOR (f, madaf_camera_get_state (f->camera) == MADAF_CAMERA_MISSING);
}

/* A light where there is one, out again when nobody looks; asked for when it is dark. */
static void
test_torch (Fixture *f, gconstpointer data)
{
  fake_controls_set ((FakeControls){ .has_torch = TRUE, .has_auto_focus = TRUE });
  fake_camera_set_dark (TRUE);
  fake_camera_plug ("Lit Camera");
  madaf_camera_set_ioctl (f->camera, fake_controls_ioctl);
  madaf_camera_set_source (f->camera, "Lit Camera");
  madaf_camera_set_torch (f->camera, TRUE);
  g_assert_false (madaf_camera_get_torch (f->camera));
  madaf_camera_start (f->camera);
  WAIT_FOR (f, madaf_camera_get_has_torch (f->camera));
  WAIT_FOR (f, madaf_camera_get_dark (f->camera));
  madaf_camera_set_torch (f->camera, TRUE);
  WAIT_FOR (f, fake_controls_is_lit ());
  g_assert_true (madaf_camera_get_torch (f->camera));

  madaf_camera_stop (f->camera);
  g_assert_false (madaf_camera_get_torch (f->camera));
  g_assert_false (madaf_camera_get_has_torch (f->camera));
  g_assert_false (madaf_camera_get_dark (f->camera));
  WAIT_FOR (f, !fake_controls_is_lit ());

  /* One that is broken is soon not offered any more. */
  madaf_camera_start (f->camera);
  WAIT_FOR (f, madaf_camera_get_has_torch (f->camera));
  fake_controls_set ((FakeControls){ .has_torch = TRUE, .is_broken = TRUE });
  madaf_camera_set_torch (f->camera, TRUE);
  WAIT_FOR (f, !madaf_camera_get_has_torch (f->camera));
  g_assert_false (madaf_camera_get_torch (f->camera));
  fake_camera_set_dark (FALSE);
  fake_camera_unplug ("Lit Camera");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fake_camera_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/camera/picture", test_picture);
  ADD ("/camera/also", test_also);
  ADD ("/camera/rotation", test_rotation);
  ADD ("/camera/folder", test_folder);
  ADD ("/camera/stop", test_stop);
  ADD ("/camera/video", test_video);
  ADD ("/camera/bad-files", test_bad_files);
  ADD ("/camera/too-large", test_too_large);
  ADD ("/camera/hot-plug", test_hot_plug);
  ADD ("/camera/recovery", test_recovery);
  ADD ("/camera/nap", test_nap);
  ADD ("/camera/torch", test_torch);
  return g_test_run ();
}
