/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/import.h"
#include "central/feeds/staging.h"

G_BEGIN_DECLS

/* Pictures that feeds link to: fetched, looked at with care, and made into the two sizes that a central keeps. */

#define MADAF_PICTURE_ERROR (madaf_picture_error_quark ())

/**
 * MadafPictureError:
 * @MADAF_PICTURE_ERROR_FORMAT: not a picture that can be read
 * @MADAF_PICTURE_ERROR_SIZE: more pixels than a picture of goods has
 */
typedef enum
{
  MADAF_PICTURE_ERROR_FORMAT,
  MADAF_PICTURE_ERROR_SIZE,
} MadafPictureError;

GQuark madaf_picture_error_quark (void);

/* A picture ready to be kept: JPEG in both sizes. */
typedef struct
{
  int width; /* of the large one */
  int height;
  GBytes *large;
  GBytes *small;
} MadafMadePicture;

/* Decodes @bytes, whatever common format they are in, and makes both sizes. Nothing is decoded before its header said
 * that it has at most 4096 × 4096 pixels. (transfer full); NULL with MADAF_PICTURE_ERROR. Any thread. */
MadafMadePicture *madaf_picture_make (GBytes *bytes, GError **error);
void madaf_made_picture_free (MadafMadePicture *picture);

/* Fetches the pictures that the items and looks of @staging link to, eight at a time, and puts them there. A link that
 * is as it was at the last import is not fetched again. What fails is a warning. FALSE only when @staging fails. */
gboolean
madaf_pictures_fetch (MadafStaging *staging, const MadafImportOptions *options, MadafReport *report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafMadePicture, madaf_made_picture_free)

G_END_DECLS
