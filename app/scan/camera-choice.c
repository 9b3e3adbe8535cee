/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-choice.h"

#include <string.h>

/* Common sense about which camera is meant, as functions over what is known of each. */

static const char *const front_words[] = { "front", "user", "selfie", NULL };
static const char *const back_words[] = { "back", "rear", "world", NULL };
static const char *const infrared_words[] = { "ir", "infrared", "depth", NULL };
static const char *const metadata_words[] = { "metadata", "meta", NULL };

MadafSourceKind
madaf_source_kind (const char *source)
{
  if (source == NULL || *source == '\0')
    return MADAF_SOURCE_AUTO;
  if (strcmp (source, "front") == 0)
    return MADAF_SOURCE_FRONT;
  if (strcmp (source, "back") == 0)
    return MADAF_SOURCE_BACK;
  if (g_str_has_prefix (source, "/dev/"))
    return MADAF_SOURCE_DEVICE;
  if (g_path_is_absolute (source) || g_str_has_prefix (source, "./") || g_str_has_prefix (source, "../")
      || g_file_test (source, G_FILE_TEST_EXISTS))
    return MADAF_SOURCE_FILE;
  return MADAF_SOURCE_DEVICE;
}

/* Whether one of @words is in @text as a whole word: "IR Camera" is infrared, "Mirror" is not. */
static gboolean
says_one_of (const char *text, const char *const *words)
{
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  g_auto (GStrv) parts = lower != NULL ? g_strsplit_set (lower, " \t:;,._-/()[]=\"'", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
says (const MadafCameraDevice *device, const char *const *words)
{
  return says_one_of (device->name, words) || says_one_of (device->properties, words);
}

static gboolean
is_usable (const MadafCameraDevice *device)
{
  return device->has_video && !says_one_of (device->name, infrared_words)
         && !says_one_of (device->name, metadata_words);
}

/* How well a device fits a wish, 0 when not at all. */
static int
fitness (const MadafCameraDevice *device, MadafSourceKind kind)
{
  gboolean front = says (device, front_words);
  gboolean back = says (device, back_words);

  if (!is_usable (device))
    return 0;
  if (kind == MADAF_SOURCE_FRONT)
    return front ? 3 : back ? 1 : 2;
  return back ? 3 : front ? 1 : 2;
}

static gboolean
is_named (const MadafCameraDevice *device, const char *source, gboolean in_part)
{
  g_autofree char *wanted = g_utf8_casefold (source, -1);
  g_autofree char *name = g_utf8_casefold (device->name, -1);

  if (g_strcmp0 (device->path, source) == 0 || strcmp (name, wanted) == 0)
    return TRUE;
  return in_part && strstr (name, wanted) != NULL && is_usable (device);
}

int
madaf_camera_choose (const MadafCameraDevice *devices, guint n_devices, const char *source)
{
  MadafSourceKind kind = madaf_source_kind (source);
  int best = -1;
  int best_fitness = 0;

  if (kind == MADAF_SOURCE_DEVICE)
    {
      for (int in_part = FALSE; in_part <= TRUE; in_part++)
        for (guint i = 0; i < n_devices; i++)
          if (devices[i].has_video && is_named (&devices[i], source, in_part))
            return i;
      return -1;
    }
  for (guint i = 0; i < n_devices; i++)
    if (fitness (&devices[i], kind) > best_fitness)
      {
        best = i;
        best_fitness = fitness (&devices[i], kind);
      }
  return best;
}
