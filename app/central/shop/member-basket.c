/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/member-basket.h"

#include <string.h>

#include "central/shop/basket-lines.h"
#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/lines.h"
#include "central/shop/private.h"

/* A basket on its way from one version to the next. */
typedef struct
{
  MadafTransaction *transaction;
  const char *member_id;
  char *id; /* (owned) */
  gint64 version;
  gint64 now_us;
  GArray *lines; /* (owned) of MadafLineRequest, which own their strings */
  gboolean changed;
} Editing;

static void
editing_clear (Editing *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->lines, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Editing, editing_clear)

char *
madaf_member_basket_make_id (const char *member_id)
{
  return madaf_shop_derive_id ("basket", member_id);
}

static gboolean
begin (Editing *self, MadafTransaction *transaction, const char *member_id, gint64 now_us, GError **error)
{
  self->transaction = transaction;
  self->member_id = member_id;
  self->now_us = now_us;
  self->id = madaf_member_basket_make_id (member_id);
  if (!madaf_shop_read_int (transaction, "SELECT version FROM basket WHERE id = $1", self->id, 0, &self->version,
                            error))
    return FALSE;
  self->lines = madaf_basket_lines_read (transaction, self->id, error);
  return self->lines != NULL;
}

static gboolean
write_version (Editing *self, GError **error)
{
  MadafShopEvent event = { .kind = (char *)"basket", .subject = self->id, .available = ++self->version };

  return RUN (self->transaction, error,
              "INSERT INTO basket (id, version, created_us, updated_us, member_id) VALUES ($1, $2, $3, $3, $4)"
              " ON CONFLICT (id) DO UPDATE SET version = $2, updated_us = $3",
              TEXT (self->id), INT (self->version), INT (self->now_us), TEXT (self->member_id))
         && madaf_event_append (self->transaction, &event, self->now_us, error);
}

/* The basket as it is then. */
static MadafShopBasket *
finish (Editing *self, GError **error)
{
  if (self->changed
      && (!write_version (self, error)
          || !madaf_basket_lines_write (self->transaction, self->id,
                                        (const MadafLineRequest *)(gpointer)self->lines->data, self->lines->len,
                                        error)))
    return NULL;
  return madaf_basket_lines_get_basket (self->transaction, self->id, self->version, self->now_us, error);
}

/* The same, unless a line has a fault or there are too many, which is one of all that @path names. */
static MadafShopBasket *
finish_whole (Editing *self, const char *path, MadafFaults *faults, GError **error)
{
  if (self->lines->len > MADAF_BASKET_MAX_LINES)
    madaf_faults_add (faults, "too_long", "%s", path);
  if (!madaf_faults_any (faults))
    return finish (self, error);
  madaf_faults_set_error (faults, error);
  return NULL;
}

MadafShopBasket *
madaf_member_basket_get (MadafTransaction *transaction, const char *member_id, gint64 now_us, GError **error)
{
  g_auto (Editing) self = { 0 };

  return begin (&self, transaction, member_id, now_us, error) ? finish (&self, error) : NULL;
}

/* Checks @lines as they would be kept. (transfer full) (element-type MadafPricedLine) */
static GPtrArray *
check_lines (Editing *self, const MadafLineRequest *lines, gsize n_lines, MadafFaults *faults, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (self->transaction, error);

  return settings != NULL ? madaf_lines_price (self->transaction, lines, n_lines, settings, self->now_us, faults, error)
                          : NULL;
}

static MadafLineRequest *
find_line (Editing *self, const MadafLineRequest *wanted, guint *index)
{
  for (*index = 0; *index < self->lines->len; (*index)++)
    {
      MadafLineRequest *line = &g_array_index (self->lines, MadafLineRequest, *index);

      if (line->reach == wanted->reach && strcmp (line->variant_id, wanted->variant_id) == 0
          && (line->reach != MADAF_REACH_COLLECT || g_strcmp0 (line->branch_id, wanted->branch_id) == 0))
        return line;
    }
  return NULL;
}

/* Adds @line, or sets its quantity where it is. */
static void
put_line (Editing *self, const MadafLineRequest *line, gint64 quantity)
{
  guint index;
  MadafLineRequest *present = find_line (self, line, &index);
  MadafLineRequest copy;

  if (present == NULL)
    {
      copy = madaf_basket_lines_copy (line);
      copy.quantity = quantity;
      g_array_append_val (self->lines, copy);
    }
  else if (present->quantity == quantity)
    return;
  else
    present->quantity = quantity;
  self->changed = TRUE;
}

MadafShopBasket *
madaf_member_basket_replace (MadafTransaction *transaction,
                             const char *member_id,
                             gint64 version,
                             const MadafLineRequest *lines,
                             gsize n_lines,
                             gint64 now_us,
                             MadafFaults *faults,
                             GError **error)
{
  g_auto (Editing) self = { 0 };
  g_autoptr (GPtrArray) priced = NULL;

  if (!begin (&self, transaction, member_id, now_us, error))
    return NULL;
  if (version >= 0 && version != self.version)
    {
      g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_VERSION, "The basket has changed");
      return NULL;
    }
  priced = check_lines (&self, lines, n_lines, faults, error);
  if (priced == NULL)
    return NULL;
  g_array_set_size (self.lines, 0);
  for (guint i = 0; i < priced->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (priced, i);
      const MadafLineRequest request = { line->variant_id, line->quantity, line->reach, line->branch_id };

      put_line (&self, &request, line->quantity);
    }
  self.changed = TRUE;
  return finish (&self, error);
}

/* Tells what is wrong with a line that was checked alone as being wrong with a change. */
static void
add_faults (MadafFaults *faults, const MadafFaults *of_line, gsize index)
{
  for (guint i = 0; of_line->list != NULL && i < of_line->list->len; i++)
    {
      const MadafFault *fault = g_ptr_array_index (of_line->list, i);

      madaf_faults_add (faults, fault->reason, "/changes/%" G_GSIZE_FORMAT "%s", index,
                        fault->pointer + strlen ("/lines/0"));
    }
}

static gboolean
make_change (Editing *self, const MadafBasketChange *change, gsize index, MadafFaults *faults, GError **error)
{
  guint at;
  const MadafLineRequest *present = find_line (self, &change->line, &at);
  g_auto (MadafFaults) of_line = { 0 };
  g_autoptr (GPtrArray) priced = NULL;
  g_autoptr (GError) local_error = NULL;
  MadafLineRequest line = change->line;

  if (change->action == MADAF_BASKET_REMOVE)
    {
      if (present != NULL)
        g_array_remove_index (self->lines, at);
      self->changed |= present != NULL;
      return TRUE;
    }
  if (change->action == MADAF_BASKET_ADD && present != NULL)
    line.quantity += present->quantity;
  priced = check_lines (self, &line, 1, &of_line, &local_error);
  if (priced != NULL)
    put_line (self, &line, line.quantity);
  add_faults (faults, &of_line, index);
  if (priced != NULL || madaf_faults_any (&of_line))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

MadafShopBasket *
madaf_member_basket_change (MadafTransaction *transaction,
                            const char *member_id,
                            const MadafBasketChange *changes,
                            gsize n_changes,
                            gint64 now_us,
                            MadafFaults *faults,
                            GError **error)
{
  g_auto (Editing) self = { 0 };

  if (!begin (&self, transaction, member_id, now_us, error))
    return NULL;
  for (gsize i = 0; i < n_changes; i++)
    if (!make_change (&self, &changes[i], i, faults, error))
      return NULL;
  return finish_whole (&self, "/changes", faults, error);
}

/* What is not sold any more is taken in too, so that its shopper is told. */
static gboolean
merge_line (Editing *self, const MadafLineRequest *line, gsize index, MadafFaults *faults, GError **error)
{
  const MadafLineRequest *present;
  gint64 known = 0;
  guint at;

  if (!madaf_shop_read_int (self->transaction, "SELECT 1 FROM variant WHERE id = $1", line->variant_id, 0, &known,
                            error))
    return FALSE;
  if (known == 0)
    madaf_faults_add (faults, "unknown_id", "/lines/%" G_GSIZE_FORMAT "/variant_id", index);
  if (line->quantity < 1 || line->quantity > MADAF_BASKET_MAX_QUANTITY)
    madaf_faults_add (faults, "out_of_range", "/lines/%" G_GSIZE_FORMAT "/quantity", index);
  present = find_line (self, line, &at);
  put_line (self, line, present != NULL ? MAX (present->quantity, line->quantity) : line->quantity);
  return TRUE;
}

MadafShopBasket *
madaf_member_basket_merge (MadafTransaction *transaction,
                           const char *member_id,
                           const MadafLineRequest *lines,
                           gsize n_lines,
                           gint64 now_us,
                           MadafFaults *faults,
                           GError **error)
{
  g_auto (Editing) self = { 0 };

  if (!begin (&self, transaction, member_id, now_us, error))
    return NULL;
  for (gsize i = 0; i < n_lines; i++)
    if (!merge_line (&self, &lines[i], i, faults, error))
      return NULL;
  return finish_whole (&self, "/lines", faults, error);
}

static void
take_line (Editing *self, const MadafLineRequest *ordered)
{
  gint64 left = ordered->quantity;

  for (guint i = 0; i < self->lines->len && left > 0;)
    {
      MadafLineRequest *line = &g_array_index (self->lines, MadafLineRequest, i);
      gint64 taken = strcmp (line->variant_id, ordered->variant_id) == 0 ? MIN (left, line->quantity) : 0;

      left -= taken;
      line->quantity -= taken;
      self->changed |= taken > 0;
      if (line->quantity == 0)
        g_array_remove_index (self->lines, i);
      else
        i++;
    }
}

gboolean
madaf_member_basket_take (MadafTransaction *transaction,
                          const char *member_id,
                          const MadafLineRequest *lines,
                          gsize n_lines,
                          gint64 now_us,
                          GError **error)
{
  g_auto (Editing) self = { 0 };
  g_autoptr (MadafShopBasket) basket = NULL;

  if (!begin (&self, transaction, member_id, now_us, error))
    return FALSE;
  for (gsize i = 0; i < n_lines; i++)
    take_line (&self, &lines[i]);
  basket = finish (&self, error);
  return basket != NULL;
}

gboolean
madaf_basket_action_from_string (const char *text, MadafBasketAction *action)
{
  static const char *const words[] = { "add", "set", "remove" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (text, words[i]) == 0)
      {
        *action = (MadafBasketAction)i;
        return TRUE;
      }
  return FALSE;
}
