/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-choice.h"

/* Which camera is taken, from a table of what shops have on the wall. */

static const MadafCameraDevice laptop[] = {
  { "Integrated IR Camera", "/dev/video2", NULL, TRUE },
  { "Integrated Camera", "/dev/video0", NULL, TRUE },
  { "Integrated Camera", "/dev/video1", NULL, FALSE },
};
static const MadafCameraDevice tablet[] = {
  { "ov5693 front", "/dev/video0", NULL, TRUE },
  { "ov8865", "/dev/video1", NULL, TRUE },
};
static const MadafCameraDevice labelled[] = {
  { "Camera 0", NULL, "props, api.libcamera.location=(string)front", TRUE },
  { "Camera 1", NULL, "props, api.libcamera.location=(string)back", TRUE },
};
static const MadafCameraDevice mirror[] = {
  { "Frontier Mirror Webcam", "/dev/video0", NULL, TRUE },
};

static const struct
{
  const char *what;
  const MadafCameraDevice *devices;
  guint n_devices;
  const char *source;
  int chosen;
} cases[] = {
  { "none there", NULL, 0, NULL, -1 },
  { "not the infrared one", laptop, 3, NULL, 1 },
  { "empty is by itself", laptop, 3, "", 1 },
  { "infrared alone is none", laptop, 1, NULL, -1 },
  { "metadata alone is none", laptop + 2, 1, NULL, -1 },
  { "a path", laptop, 3, "/dev/video2", 0 },
  { "a path to metadata", laptop, 3, "/dev/video1", -1 },
  { "a path not there", laptop, 3, "/dev/video9", -1 },
  { "a whole name", laptop, 3, "Integrated Camera", 1 },
  { "a part of a name, any case", laptop, 3, "integrated", 1 },
  { "a name not there", laptop, 3, "Logitech", -1 },
  { "by itself not the front", tablet, 2, NULL, 1 },
  { "back is what is not front", tablet, 2, "back", 1 },
  { "front", tablet, 2, "front", 0 },
  { "back by its label", labelled, 2, "back", 1 },
  { "front by its label", labelled, 2, "front", 0 },
  { "the only one, though not back", tablet, 1, "back", 0 },
  { "the only one, though not front", labelled + 1, 1, "front", 0 },
  { "words, not parts of words", mirror, 1, "back", 0 },
};

static void
test_choose (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (madaf_camera_choose (cases[i].devices, cases[i].n_devices, cases[i].source), ==,
                       cases[i].chosen);
    }
}

static void
test_kind (void)
{
  g_assert_cmpint (madaf_source_kind (NULL), ==, MADAF_SOURCE_AUTO);
  g_assert_cmpint (madaf_source_kind (""), ==, MADAF_SOURCE_AUTO);
  g_assert_cmpint (madaf_source_kind ("front"), ==, MADAF_SOURCE_FRONT);
  g_assert_cmpint (madaf_source_kind ("back"), ==, MADAF_SOURCE_BACK);
  g_assert_cmpint (madaf_source_kind ("/dev/video0"), ==, MADAF_SOURCE_DEVICE);
  g_assert_cmpint (madaf_source_kind ("USB 2.0 Camera"), ==, MADAF_SOURCE_DEVICE);
  g_assert_cmpint (madaf_source_kind ("/nowhere/shot.png"), ==, MADAF_SOURCE_FILE);
  g_assert_cmpint (madaf_source_kind ("./shot.png"), ==, MADAF_SOURCE_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera-choice/choose", test_choose);
  g_test_add_func ("/camera-choice/kind", test_kind);
  return g_test_run ();
}
