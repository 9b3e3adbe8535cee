/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "client/freshness.h"
#include "model/clock.h"

G_BEGIN_DECLS

/* 512 MiB of pictures. */
#define MADAF_SHELF_PICTURE_BYTES (G_GINT64_CONSTANT (512) << 20)

/**
 * MadafShelf:
 *
 * What the central said last, kept in an SQLite file so that the kiosk can go on showing it when the central does not
 * answer: catalogue, stock, reviews, branches, pictures. Nothing about a person, ever. It is only a cache: a damaged
 * file is set aside and begun anew, and on a full disk or without a place to write it keeps nothing and says so in the
 * log; no call fails for it. A thread of its own does all the SQL.
 *
 * The client uses it; pages do not.
 */
#define MADAF_TYPE_SHELF (madaf_shelf_get_type ())
G_DECLARE_FINAL_TYPE (MadafShelf, madaf_shelf, MADAF, SHELF, GObject)

/* One answer as it is kept. */
typedef struct
{
  GBytes *bytes;   /* (owned) */
  char *etag;      /* (owned) (nullable) */
  gint64 as_of_us; /* when the central said it, by the central's clock */
} MadafShelfItem;

void madaf_shelf_item_free (MadafShelfItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShelfItem, madaf_shelf_item_free)

/* Opens or makes the file at @path in the thread; @picture_bytes bounds what pictures take together, the longest unused
 * go first. @clock says when a picture was used. */
MadafShelf *madaf_shelf_new (const char *path, gint64 picture_bytes, MadafClock *clock);

/* Keeps @bytes under @key instead of what was there. */
void madaf_shelf_put (MadafShelf *self, const char *key, GBytes *bytes, const char *etag, gint64 as_of_us);
/* The answer under @key was said again at @as_of_us: only its time changes. */
void madaf_shelf_touch (MadafShelf *self, const char *key, gint64 as_of_us);
void madaf_shelf_forget (MadafShelf *self, const char *key);
void madaf_shelf_put_picture (MadafShelf *self, const char *key, GBytes *bytes);

/* What is kept under @key. Result: NULL without an error when there is nothing. Errors: G_IO_ERROR_CANCELLED only. */
void madaf_shelf_get_async (
    MadafShelf *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
MadafShelfItem *madaf_shelf_get_finish (MadafShelf *self, GAsyncResult *result, GError **error);
void madaf_shelf_get_picture_async (
    MadafShelf *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes *madaf_shelf_get_picture_finish (MadafShelf *self, GAsyncResult *result, GError **error);

/* Done once everything asked for before is done; for tests and the end of the program. */
void madaf_shelf_settle_async (MadafShelf *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean madaf_shelf_settle_finish (MadafShelf *self, GAsyncResult *result, GError **error);

G_END_DECLS
