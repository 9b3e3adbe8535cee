/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-controls.h"

#include "fake-controls.h"

/* What is asked of a camera's driver. */

static void
assert_log (const char *expected)
{
  g_autofree char *text = fake_controls_take_log ();

  g_assert_cmpstr (text, ==, expected);
}

static MadafCameraControls *
open_controls (FakeControls controls)
{
  fake_controls_set (controls);
  return madaf_camera_controls_open ("/dev/null", fake_controls_ioctl);
}

static void
test_torch (void)
{
  g_autoptr (MadafCameraControls) controls = open_controls ((FakeControls){ .has_torch = TRUE });

  g_assert_true (madaf_camera_controls_has_torch (controls));
  assert_log ("");
  g_assert_true (madaf_camera_controls_set_torch (controls, TRUE));
  g_assert_true (fake_controls_is_lit ());
  g_assert_true (madaf_camera_controls_set_torch (controls, FALSE));
  g_assert_true (madaf_camera_controls_set_torch (controls, TRUE));
  /* It stays on by itself, whoever has gone. */
  g_clear_pointer (&controls, madaf_camera_controls_free);
  assert_log ("torch=1 torch=0 torch=1 torch=0 ");
}

static void
test_no_torch (void)
{
  static const FakeControls without[] = { { 0 }, { .only_flashes = TRUE }, { .has_auto_focus = TRUE } };
  g_autoptr (MadafCameraControls) broken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      g_autoptr (MadafCameraControls) controls = open_controls (without[i]);

      g_assert_false (madaf_camera_controls_has_torch (controls));
      g_assert_false (madaf_camera_controls_set_torch (controls, TRUE));
      g_assert_false (fake_controls_is_lit ());
    }
  broken = open_controls ((FakeControls){ .has_torch = TRUE, .is_broken = TRUE });
  g_assert_false (madaf_camera_controls_set_torch (broken, TRUE));
  g_assert_null (madaf_camera_controls_open ("/nowhere/video0", fake_controls_ioctl));
  g_free (fake_controls_take_log ());
}

static void
test_focus (void)
{
  g_autoptr (MadafCameraControls) fixed = open_controls ((FakeControls){ 0 });
  g_autoptr (MadafCameraControls) automatic = NULL;
  g_autoptr (MadafCameraControls) both = NULL;

  madaf_camera_controls_focus (fixed);
  assert_log ("");
  automatic = open_controls ((FakeControls){ .has_auto_focus = TRUE });
  assert_log ("auto=1 ");
  madaf_camera_controls_focus (automatic);
  assert_log ("auto=0 auto=1 ");
  both = open_controls ((FakeControls){ .has_auto_focus = TRUE, .can_start_focus = TRUE });
  madaf_camera_controls_focus (both);
  assert_log ("auto=1 focus ");
}

/* The kernel itself: what is no camera can do nothing. */
static void
test_kernel (void)
{
  g_autoptr (MadafCameraControls) controls = madaf_camera_controls_open ("/dev/null", madaf_camera_ioctl);

  g_assert_nonnull (controls);
  g_assert_false (madaf_camera_controls_has_torch (controls));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera-controls/torch", test_torch);
  g_test_add_func ("/camera-controls/no-torch", test_no_torch);
  g_test_add_func ("/camera-controls/focus", test_focus);
  g_test_add_func ("/camera-controls/kernel", test_kernel);
  return g_test_run ();
}
