/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_PICTURE_LARGE, /* at most 1200 px on the long side */
  MADAF_PICTURE_SMALL, /* at most 400 px */
} MadafPictureSize;

/* Bytes of a picture; they never change under one id. @media_type (out) (transfer full). NULL with NOT_FOUND. */
GBytes *madaf_picture_get (
    MadafTransaction *transaction, const char *id, MadafPictureSize size, char **media_type, GError **error);

/* Keeps a picture under the first 32 hex digits of the SHA-256 of @large. @id (out) (nullable) (transfer full). */
gboolean madaf_picture_put (MadafTransaction *transaction,
                            const char *media_type,
                            int width,
                            int height,
                            GBytes *large,
                            GBytes *small,
                            char **id,
                            GError **error);

G_END_DECLS
