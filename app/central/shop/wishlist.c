/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/wishlist.h"

#include <string.h>

#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/private.h"
#include "central/shop/wishlist-read.h"

/* The hearts have a row of their own once something was done to them, by an id that follows from the member. */
typedef struct
{
  MadafTransaction *transaction;
  const MadafWishAsker *asker;
  char *row_id; /* (owned) */
  gboolean is_hearts;
  gboolean is_there;
  gint64 version;
  char *name;        /* (owned) (nullable) */
  char *share_token; /* (owned) (nullable) */
  gint64 count;
  gboolean changed;
} Opened;

static void
opened_clear (Opened *self)
{
  g_clear_pointer (&self->row_id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->share_token, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opened, opened_clear)

static gboolean
read_row (Opened *self, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (self->transaction, error,
                                      "SELECT version, name, share_token, (SELECT count (*) FROM wish"
                                      " WHERE list_id = wishlist.id) FROM wishlist WHERE id = $1 AND member_id = $2"
                                      " AND deleted_us IS NULL",
                                      TEXT (self->row_id), TEXT (self->asker->member_id));

  self->is_there = rows != NULL && madaf_rows_next (rows, error);
  if (self->is_there)
    {
      self->version = madaf_rows_int (rows, 0);
      self->name = madaf_rows_dup_text (rows, 1);
      self->share_token = madaf_rows_dup_text (rows, 2);
      self->count = madaf_rows_int (rows, 3);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
open_list (Opened *self, MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, GError **error)
{
  self->transaction = transaction;
  self->asker = asker;
  self->is_hearts = strcmp (id, MADAF_HEARTS) == 0;
  self->row_id = self->is_hearts ? madaf_shop_derive_id (MADAF_HEARTS, asker->member_id) : g_strdup (id);
  if (!read_row (self, error))
    return FALSE;
  return self->is_hearts || self->is_there || madaf_shop_not_found (error, "wishlist", id);
}

char *
madaf_wishlists_make_id (const char *member_id)
{
  return madaf_shop_derive_id ("lists", member_id);
}

/* Tells the member's windows. */
static gboolean
tell (Opened *self, GError **error)
{
  g_autofree char *id = madaf_wishlists_make_id (self->asker->member_id);
  MadafShopEvent event = { .kind = (char *)"lists", .subject = id };

  return madaf_event_append (self->transaction, &event, self->asker->now_us, error);
}

/* One version more, and a row for hearts that have none yet. */
static gboolean
write_head (Opened *self, GError **error)
{
  self->is_there = TRUE;
  self->version++;
  return RUN (self->transaction, error,
              "INSERT INTO wishlist (id, member_id, name, version, updated_us, share_token)"
              " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET name = $3, version = $4,"
              " updated_us = $5, share_token = $6",
              TEXT (self->row_id), TEXT (self->asker->member_id), TEXT (self->name), INT (self->version),
              INT (self->asker->now_us), TEXT (self->share_token))
         && tell (self, error);
}

static MadafWishlist *
read_list (Opened *self, GError **error)
{
  g_autoptr (MadafWishlist) list = madaf_wishlist_new (self->is_hearts ? MADAF_HEARTS : self->row_id, self->name,
                                                       self->version, self->share_token);

  return madaf_wishlist_fill (self->transaction, list, self->row_id, self->asker, error) ? g_steal_pointer (&list)
                                                                                         : NULL;
}

MadafWishlist *
madaf_wishlist_get (MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, GError **error)
{
  g_auto (Opened) self = { 0 };

  return open_list (&self, transaction, asker, id, error) ? read_list (&self, error) : NULL;
}

/* For so many lists more. */
static gboolean
has_room (Opened *self, int more, MadafFaults *faults, GError **error)
{
  g_autofree char *hearts = madaf_shop_derive_id (MADAF_HEARTS, self->asker->member_id);
  g_autoptr (MadafRows) rows
      = QUERY (self->transaction, error,
               "SELECT count (*) FROM wishlist WHERE member_id = $1 AND id <> $2 AND deleted_us IS NULL",
               TEXT (self->asker->member_id), TEXT (hearts));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  if (madaf_rows_int (rows, 0) + more <= MADAF_WISHLISTS_MAX)
    return TRUE;
  madaf_faults_add (faults, "too_many", "/name");
  return madaf_faults_set_error (faults, error);
}

MadafWishlist *
madaf_wishlist_create (MadafTransaction *transaction,
                       const MadafWishAsker *asker,
                       const char *name,
                       MadafRandom *random,
                       MadafFaults *faults,
                       GError **error)
{
  g_auto (Opened) self = { .transaction = transaction, .asker = asker };

  if (!has_room (&self, 1, faults, error))
    return NULL;
  self.row_id = madaf_random_token (random);
  self.name = g_strdup (name);
  return write_head (&self, error) ? read_list (&self, error) : NULL;
}

/* What @wish costs now, or did when it was sold; -1 when there is no such thing. */
static gboolean
read_price (Opened *self, const MadafWishRequest *wish, gint64 *price, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      self->transaction, error,
      "SELECT coalesce (min (CASE WHEN p.hidden = 0 AND v.hidden = 0 THEN " MADAF_WISH_PRICE_NOW
      " END), min (v.price), -1)"
      " FROM variant v JOIN product p ON p.id = v.product_id WHERE v.product_id = $2 AND ($3 = '' OR v.id ="
      " $3)",
      INT (self->asker->now_us), TEXT (wish->product_id), TEXT (wish->variant_id != NULL ? wish->variant_id : ""));

  *price = rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_int (rows, 0) : -1;
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
add_wish (Opened *self, const MadafWishRequest *wish, gsize index, MadafFaults *faults, GError **error)
{
  const char *variant_id = wish->variant_id != NULL ? wish->variant_id : "";
  gint64 price = -1;
  gint64 changed = 0;

  if (!read_price (self, wish, &price, error))
    return FALSE;
  if (price < 0)
    {
      madaf_faults_add (faults, "unknown_id", "/entries/%" G_GSIZE_FORMAT "/%s", index,
                        wish->variant_id != NULL ? "variant_id" : "product_id");
      return TRUE;
    }
  if (!madaf_transaction_execute (
          self->transaction,
          "INSERT INTO wish (list_id, product_id, variant_id, position, saved_us, saved_price)"
          " SELECT $1, $2, $3, coalesce (max (position), 0) + 1, $4, $5 FROM wish WHERE list_id = $1"
          " ON CONFLICT DO NOTHING",
          MADAF_VALUES (TEXT (self->row_id), TEXT (wish->product_id), TEXT (variant_id), INT (self->asker->now_us),
                        INT (price)),
          &changed, error))
    return FALSE;
  self->count += changed;
  self->changed |= changed > 0;
  if (self->count > MADAF_WISHLIST_MAX_WISHES)
    madaf_faults_add (faults, "too_many", "/entries/%" G_GSIZE_FORMAT, index);
  return TRUE;
}

MadafWishlist *
madaf_wishlist_add (MadafTransaction *transaction,
                    const MadafWishAsker *asker,
                    const char *id,
                    const MadafWishRequest *wishes,
                    gsize n_wishes,
                    MadafFaults *faults,
                    GError **error)
{
  g_auto (Opened) self = { 0 };
  gint64 before;

  /* The row must be there before what hangs on it. */
  if (!open_list (&self, transaction, asker, id, error))
    return NULL;
  before = self.version;
  if (!self.is_there && !write_head (&self, error))
    return NULL;
  for (gsize i = n_wishes; i > 0; i--)
    if (!add_wish (&self, &wishes[i - 1], i - 1, faults, error))
      return NULL;
  if (madaf_faults_any (faults))
    {
      madaf_faults_set_error (faults, error);
      return NULL;
    }
  if (self.changed && self.version == before && !write_head (&self, error))
    return NULL;
  return read_list (&self, error);
}

MadafWishlist *
madaf_wishlist_remove (MadafTransaction *transaction,
                       const MadafWishAsker *asker,
                       const char *id,
                       const MadafWishRequest *wish,
                       GError **error)
{
  g_auto (Opened) self = { 0 };
  gint64 changed = 0;

  if (!open_list (&self, transaction, asker, id, error)
      || !madaf_transaction_execute (transaction,
                                     "DELETE FROM wish WHERE list_id = $1 AND product_id = $2 AND variant_id = $3",
                                     MADAF_VALUES (TEXT (self.row_id), TEXT (wish->product_id),
                                                   TEXT (wish->variant_id != NULL ? wish->variant_id : "")),
                                     &changed, error)
      || (changed > 0 && !write_head (&self, error)))
    return NULL;
  return read_list (&self, error);
}

/* Whether @wishes has the one of @rows. */
static gboolean
is_wanted (MadafRows *rows, const MadafWishRequest *wishes, gsize n_wishes)
{
  for (gsize i = 0; i < n_wishes; i++)
    if (g_strcmp0 (wishes[i].product_id, madaf_rows_text (rows, 0)) == 0
        && g_strcmp0 (wishes[i].variant_id != NULL ? wishes[i].variant_id : "", madaf_rows_text (rows, 1)) == 0)
      return TRUE;
  return FALSE;
}

/* Takes out what is not among @wishes. */
static gboolean
drop_others (Opened *self, const MadafWishRequest *wishes, gsize n_wishes, GError **error)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows = QUERY (
      self->transaction, error, "SELECT product_id, variant_id FROM wish WHERE list_id = $1", TEXT (self->row_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    if (!is_wanted (rows, wishes, n_wishes))
      {
        g_ptr_array_add (dropped, madaf_rows_dup_text (rows, 0));
        g_ptr_array_add (dropped, madaf_rows_dup_text (rows, 1));
      }
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < dropped->len; i += 2)
    if (!RUN (self->transaction, error, "DELETE FROM wish WHERE list_id = $1 AND product_id = $2 AND variant_id = $3",
              TEXT (self->row_id), TEXT (g_ptr_array_index (dropped, i)), TEXT (g_ptr_array_index (dropped, i + 1))))
      return FALSE;
  self->count -= dropped->len / 2;
  return TRUE;
}

/* What was there already stays though it may not be sold any more. */
static gboolean
put_wish (Opened *self, const MadafWishRequest *wish, gsize index, gint64 position, MadafFaults *faults, GError **error)
{
  const char *variant_id = wish->variant_id != NULL ? wish->variant_id : "";
  gint64 moved = 0;

  if (!madaf_transaction_execute (
          self->transaction, "UPDATE wish SET position = $4 WHERE list_id = $1 AND product_id = $2 AND variant_id = $3",
          MADAF_VALUES (TEXT (self->row_id), TEXT (wish->product_id), TEXT (variant_id), INT (position)), &moved,
          error))
    return FALSE;
  if (moved > 0)
    return TRUE;
  return add_wish (self, wish, index, faults, error)
         && RUN (self->transaction, error,
                 "UPDATE wish SET position = $4 WHERE list_id = $1 AND product_id = $2 AND variant_id = $3",
                 TEXT (self->row_id), TEXT (wish->product_id), TEXT (variant_id), INT (position));
}

MadafWishlist *
madaf_wishlist_replace (MadafTransaction *transaction,
                        const MadafWishAsker *asker,
                        const char *id,
                        gint64 version,
                        const char *name,
                        const MadafWishRequest *wishes,
                        gsize n_wishes,
                        MadafFaults *faults,
                        GError **error)
{
  g_auto (Opened) self = { 0 };

  if (!open_list (&self, transaction, asker, id, error))
    return NULL;
  if (version >= 0 && version != self.version)
    {
      g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_VERSION, "The list has changed");
      return NULL;
    }
  if (name != NULL && !self.is_hearts)
    {
      g_free (self.name);
      self.name = g_strdup (name);
    }
  if (!write_head (&self, error) || (wishes != NULL && !drop_others (&self, wishes, n_wishes, error)))
    return NULL;
  for (gsize i = wishes != NULL ? n_wishes : 0; i > 0; i--)
    if (!put_wish (&self, &wishes[i - 1], i - 1, (gint64)(n_wishes - i + 1), faults, error))
      return NULL;
  if (!madaf_faults_any (faults))
    return read_list (&self, error);
  madaf_faults_set_error (faults, error);
  return NULL;
}

gboolean
madaf_wishlist_delete (MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, GError **error)
{
  g_auto (Opened) self = { 0 };

  if (!open_list (&self, transaction, asker, id, error))
    return FALSE;
  if (!self.is_hearts)
    return RUN (transaction, error, "UPDATE wishlist SET deleted_us = $2 WHERE id = $1", TEXT (self.row_id),
                INT (asker->now_us))
           && tell (&self, error);
  g_clear_pointer (&self.share_token, g_free);
  return RUN (transaction, error, "DELETE FROM wish WHERE list_id = $1", TEXT (self.row_id))
         && write_head (&self, error);
}

MadafWishlist *
madaf_wishlist_restore (
    MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, MadafFaults *faults, GError **error)
{
  g_auto (Opened) self = { .transaction = transaction, .asker = asker };
  gint64 restored = 0;

  if (!madaf_transaction_execute (
          transaction,
          "UPDATE wishlist SET deleted_us = NULL WHERE id = $1 AND member_id = $2"
          " AND deleted_us > $3",
          MADAF_VALUES (TEXT (id), TEXT (asker->member_id), INT (asker->now_us - MADAF_WISHLIST_RESTORABLE_US)),
          &restored, error)
      || !open_list (&self, transaction, asker, id, error)
      || (restored > 0 && (!has_room (&self, 0, faults, error) || !write_head (&self, error))))
    return NULL;
  return read_list (&self, error);
}

gboolean
madaf_wishlist_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM wishlist WHERE deleted_us <= $1",
              INT (now_us - MADAF_WISHLIST_RESTORABLE_US));
}

MadafWishlist *
madaf_wishlist_share (
    MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, MadafRandom *random, GError **error)
{
  g_auto (Opened) self = { 0 };

  if (!open_list (&self, transaction, asker, id, error))
    return NULL;
  g_free (self.share_token);
  self.share_token = madaf_random_token (random);
  return write_head (&self, error) ? read_list (&self, error) : NULL;
}

gboolean
madaf_wishlist_unshare (MadafTransaction *transaction, const MadafWishAsker *asker, const char *id, GError **error)
{
  g_auto (Opened) self = { 0 };

  if (!open_list (&self, transaction, asker, id, error))
    return FALSE;
  if (self.share_token == NULL)
    return TRUE;
  g_clear_pointer (&self.share_token, g_free);
  return write_head (&self, error);
}
