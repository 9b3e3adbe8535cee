/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* A picture of the demo shop that is in the store now. */
typedef struct
{
  char *id;
  int width;
  int height;
} MadafDemoPicture;

/* Puts all pictures of the pack at @path (as render-demo wrote it) into the store. Gives "drawing/colour" → GPtrArray
 * of MadafDemoPicture, in the order to show them. (transfer full); NULL with @error set. */
GHashTable *madaf_demo_pictures_put (MadafTransaction *transaction, const char *path, GError **error);

/* Those of a drawing in a colour, owned by @pictures; NULL if there is none. */
GPtrArray *madaf_demo_pictures_find (GHashTable *pictures, const char *drawing, const char *colour);

G_END_DECLS
