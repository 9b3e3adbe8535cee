/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A camera as the system describes it. */
typedef struct
{
  const char *name;       /* "Integrated Camera: Rear" */
  const char *path;       /* (nullable): "/dev/video0" */
  const char *properties; /* (nullable): all else that is known of it, as one text to look into */
  gboolean has_video;     /* offers pictures, not only metadata */
} MadafCameraDevice;

typedef enum
{
  MADAF_SOURCE_AUTO,   /* NULL or "" */
  MADAF_SOURCE_FRONT,  /* "front" */
  MADAF_SOURCE_BACK,   /* "back" */
  MADAF_SOURCE_DEVICE, /* a name or a device path */
  MADAF_SOURCE_FILE,   /* a picture, a folder or a video, there or not */
} MadafSourceKind;

/* What the setting @source means. Looks whether a file of that name exists. */
MadafSourceKind madaf_source_kind (const char *source);

/**
 * madaf_camera_choose:
 * @source: (nullable): as the setting says; not a file
 *
 * The camera to use: the one that is named, by path, name or part of its name; for "front" and "back" one that says so,
 * else for "back" one that does not say "front"; by itself the same as "back", since an item is held before it.
 * Infrared cameras and metadata nodes never count.
 *
 * Returns: its index, or -1 if none will do
 */
int madaf_camera_choose (const MadafCameraDevice *devices, guint n_devices, const char *source);

G_END_DECLS
