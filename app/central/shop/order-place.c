/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order.h"

#include "central/shop/allocate.h"
#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/ledger.h"
#include "central/shop/lines.h"
#include "central/shop/member-basket.h"
#include "central/shop/order-log.h"
#include "central/shop/order-money.h"
#include "central/shop/private.h"
#include "model/collection-code.h"
#include "model/phone.h"

/* An order on its way to be placed. */
typedef struct
{
  MadafTransaction *transaction;
  const MadafOrderRequest *request;
  MadafRandom *random;
  MadafRefusal *refusal;
  MadafStepContext context;
  MadafShopSettings *settings; /* (owned) */
  char *id;                    /* (owned) */
  char *phone;                 /* (owned) E.164 */
  GPtrArray *lines;            /* (owned) of MadafPricedLine */
  GPtrArray *takes;            /* (owned) of MadafTake */
  MadafCheckout *checkout;     /* (owned) (nullable) by take; NULL when nothing takes off the price or pays it */
  GPtrArray *fulfilment_ids;   /* (owned) */
  guint *owners;               /* (owned) by take, which fulfilment it is in */
  guint *positions;            /* (owned) by take, where in it */
} Placing;

static void
placing_clear (Placing *self)
{
  g_clear_pointer (&self->settings, madaf_shop_settings_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->takes, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->checkout, madaf_checkout_free);
  g_clear_pointer (&self->fulfilment_ids, g_ptr_array_unref);
  g_clear_pointer (&self->owners, g_free);
  g_clear_pointer (&self->positions, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placing, placing_clear)

static void
check_contact (Placing *self)
{
  const MadafOrderRequest *request = self->request;

  if (request->name == NULL || request->name[0] == '\0')
    madaf_faults_add (&self->refusal->faults, "missing", "/contact/name");
  self->phone = request->phone != NULL ? madaf_phone_normalise (request->phone, self->settings->country, NULL) : NULL;
  if (self->phone == NULL)
    madaf_faults_add (&self->refusal->faults, "not_a_phone", "/contact/phone");
  if (request->expected_currency != NULL && !g_str_equal (request->expected_currency, self->settings->currency))
    madaf_faults_add (&self->refusal->faults, "currency_differs", "/expected_total/currency");
}

static gboolean
some_branch_sends (Placing *self, gboolean *sends, GError **error)
{
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      self->transaction, "SELECT 1 FROM branch WHERE can_ship = 1 LIMIT 1", MADAF_NO_VALUES, error);

  *sends = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
check_shipping (Placing *self, GError **error)
{
  MadafFaults *faults = &self->refusal->faults;
  gboolean sends = FALSE;
  gboolean ships = FALSE;

  for (gsize i = 0; i < self->request->n_lines; i++)
    ships = ships || self->request->lines[i].reach == MADAF_REACH_SHIP;
  if (ships && !some_branch_sends (self, &sends, error))
    return FALSE;
  for (gsize i = 0; i < self->request->n_lines; i++)
    {
      MadafReach reach = self->request->lines[i].reach;

      if (reach == MADAF_REACH_UNDECIDED)
        madaf_faults_add (faults, "missing", "/lines/%" G_GSIZE_FORMAT "/fulfilment", i);
      if (reach == MADAF_REACH_SHIP && !sends)
        madaf_faults_add (faults, "cannot_ship", "/lines/%" G_GSIZE_FORMAT "/fulfilment/kind", i);
    }
  if (ships && self->request->address == NULL)
    madaf_faults_add (faults, "missing", "/address");
  if (ships && self->request->payment == MADAF_PAYMENT_ON_COLLECTION)
    madaf_faults_add (faults, "payment_not_possible", "/payment");
  return TRUE;
}

/* Everything that can be wrong with the request itself, all told at once. */
static gboolean
check_request (Placing *self, GError **error)
{
  if (self->request->n_lines == 0)
    madaf_faults_add (&self->refusal->faults, "too_short", "/lines");
  check_contact (self);
  if (!check_shipping (self, error))
    return FALSE;
  self->lines = madaf_lines_price (self->transaction, self->request->lines, self->request->n_lines, self->settings,
                                   self->context.now_us, &self->refusal->faults, error);
  return self->lines != NULL;
}

/* What was seen is what is paid. */
static gboolean
refuse_price (Placing *self, gint64 total, gint64 due, GError **error)
{
  gint64 seen = self->request->expected_total;
  const gint64 *seen_due = self->request->expected_due;

  if ((seen < 0 || seen == total) && (seen_due == NULL || *seen_due == due))
    return TRUE;
  self->refusal->current_total = total;
  self->refusal->current_due = due;
  g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_PRICE_CHANGED, "The total has changed");
  return FALSE;
}

/* By take, because each has its own price in the end, its own VAT, and its own part to give back. */
static gboolean
check_out (Placing *self, GError **error)
{
  const MadafTender *tender = &self->request->tender;
  g_autofree MadafCouponLine *lines = NULL;

  /* What is sold out has no price to check any more. */
  if (madaf_tender_is_empty (tender) || self->refusal->lines != NULL)
    return TRUE;
  lines = g_new0 (MadafCouponLine, self->takes->len);
  for (guint i = 0; i < self->takes->len; i++)
    {
      const MadafTake *take = g_ptr_array_index (self->takes, i);

      lines[i] = (MadafCouponLine){ take->line->product_id, take->line->price.unit * take->quantity };
    }
  self->checkout = madaf_checkout_new (self->transaction, tender, lines, self->takes->len, self->context.now_us, error);
  return self->checkout != NULL && madaf_order_money_check (self->checkout, tender, self->refusal, error)
         && refuse_price (self, self->checkout->bill->total, self->checkout->bill->due, error);
}

static gint64
take_total (const Placing *self, guint index)
{
  const MadafTake *take = g_ptr_array_index (self->takes, index);

  return self->checkout != NULL ? self->checkout->bill->totals[index] : take->line->price.unit * take->quantity;
}

/* The VAT is that of each line as it is written. */
static void
sum (const Placing *self, gint64 *total, gint64 *tax)
{
  *total = 0;
  *tax = 0;
  for (guint i = 0; i < self->takes->len; i++)
    {
      gint64 part = take_total (self, i);

      *total += part;
      *tax += madaf_price_tax_in (part, self->settings->vat_rate_basis_points);
    }
}

/* Before anything is allocated, where nothing takes off the price. */
static gboolean
check_plain_total (Placing *self, GError **error)
{
  gint64 total = 0;
  gint64 tax = 0;

  if (!madaf_tender_is_empty (&self->request->tender))
    return TRUE;
  madaf_lines_sum (self->lines, &total, &tax);
  return refuse_price (self, total, total, error);
}

static gboolean
refuse_sold_out (GError **error)
{
  g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_SOLD_OUT, "Not enough of it is there");
  return FALSE;
}

/* A branch that does not open in the coming weeks prepares nothing. */
static gboolean
refuse_closed_branch (Placing *self, const MadafTake *take, GError **error)
{
  MadafFaults *faults = &self->refusal->faults;

  for (gsize i = 0; i < self->request->n_lines; i++)
    {
      const MadafLineRequest *line = &self->request->lines[i];

      if (line->reach == take->reach && g_str_equal (line->variant_id, take->line->variant_id)
          && (line->reach == MADAF_REACH_SHIP || g_str_equal (line->branch_id, take->branch_id)))
        madaf_faults_add (faults, line->reach == MADAF_REACH_SHIP ? "cannot_ship" : "branch_cannot_collect",
                          "/lines/%" G_GSIZE_FORMAT "/fulfilment", i);
    }
  return madaf_faults_set_error (faults, error);
}

/* One fulfilment for each branch and way; *id is kept while the takes stay with it. */
static gboolean
write_fulfilment (Placing *self, const MadafTake *take, guint position, char **id, GError **error)
{
  g_autoptr (MadafShopBranch) branch = madaf_branch_get (self->transaction, take->branch_id, error);
  g_autofree char *code = NULL;
  gint64 ready_us;
  gint64 used = 1;

  if (branch == NULL)
    return FALSE;
  ready_us = madaf_branch_prepared_us (branch, self->context.now_us);
  if (ready_us == 0)
    return refuse_closed_branch (self, take, error);
  while (take->reach == MADAF_REACH_COLLECT && used != 0)
    {
      g_free (code);
      code = madaf_collection_code_generate (self->random);
      if (!madaf_shop_read_int (self->transaction, "SELECT 1 FROM fulfilment WHERE collection_code = $1", code, 0,
                                &used, error))
        return FALSE;
    }
  g_free (*id);
  *id = madaf_random_ordered_id (self->random, self->context.now_us);
  return RUN (self->transaction, error,
              "INSERT INTO fulfilment (id, order_id, position, reach, branch_id, state, collection_code, ready_us)"
              " VALUES ($1, $2, $3, $4, $5, 'placed', $6, $7)",
              TEXT (*id), TEXT (self->id), INT (position), TEXT (madaf_reach_to_string (take->reach)),
              TEXT (take->branch_id), TEXT (code), INT (ready_us))
         && madaf_order_log_step (self->transaction, self->id, *id, MADAF_STEP_PLACED, &self->context, error);
}

static gint64
branch_step (const MadafLinePrice *price)
{
  return price->n_steps > 1 && price->steps[1].kind == MADAF_PRICE_STEP_BRANCH ? price->steps[1].amount : 0;
}

static gboolean
write_line (Placing *self, guint index, const char *fulfilment_id, guint position, GError **error)
{
  const MadafTake *take = g_ptr_array_index (self->takes, index);
  const MadafPricedLine *line = take->line;
  gint64 total = take_total (self, index);

  return RUN (
      self->transaction, error,
      "INSERT INTO order_line (fulfilment_id, position, variant_id, product_id, title, colour_name, size,"
      " picture_id, quantity, shelf, unit, total, tax, branch_step) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,"
      " $11, $12, $13, $14)",
      TEXT (fulfilment_id), INT (position), TEXT (line->variant_id), TEXT (line->product_id), TEXT (line->title),
      TEXT (line->colour_name), TEXT (line->size), TEXT (line->picture_id), INT (take->quantity),
      INT (line->price.steps[0].amount), INT (line->price.unit), INT (total),
      INT (madaf_price_tax_in (total, self->settings->vat_rate_basis_points)), INT (branch_step (&line->price)));
}

/* Takes the units. A line for which there are not enough is added to the refusal. */
static gboolean
reserve (Placing *self, const MadafTake *take, const char *fulfilment_id, guint position, GError **error)
{
  g_autofree char *source_id = g_strdup_printf ("%s.%u.%d", fulfilment_id, position, MADAF_LEDGER_RESERVE);
  gboolean taken = FALSE;

  if (!madaf_ledger_write (self->transaction, MADAF_LEDGER_RESERVE, source_id, take->line->variant_id, take->branch_id,
                           take->quantity, self->context.now_us, &taken, error))
    return FALSE;
  return taken || madaf_refuse_line (self->transaction, take->line, self->refusal, error);
}

static gboolean
write_takes (Placing *self, GError **error)
{
  g_autofree char *fulfilment_id = NULL;
  const MadafTake *previous = NULL;
  guint position = 0;

  self->fulfilment_ids = g_ptr_array_new_with_free_func (g_free);
  self->owners = g_new0 (guint, self->takes->len);
  self->positions = g_new0 (guint, self->takes->len);
  for (guint i = 0; i < self->takes->len; i++)
    {
      const MadafTake *take = g_ptr_array_index (self->takes, i);

      if (previous == NULL || previous->reach != take->reach || !g_str_equal (previous->branch_id, take->branch_id))
        {
          if (!write_fulfilment (self, take, self->fulfilment_ids->len, &fulfilment_id, error))
            return FALSE;
          g_ptr_array_add (self->fulfilment_ids, g_strdup (fulfilment_id));
          position = 0;
        }
      self->owners[i] = self->fulfilment_ids->len - 1;
      self->positions[i] = position;
      if (!reserve (self, take, fulfilment_id, position, error)
          || !write_line (self, i, fulfilment_id, position++, error))
        return FALSE;
      previous = take;
    }
  return self->refusal->lines == NULL || refuse_sold_out (error);
}

static gboolean
write_money (Placing *self, GError **error)
{
  const MadafOrderMoney money = {
    .order_id = self->id,
    .member_id = self->request->tender.member_id,
    .checkout = self->checkout,
    .takes = self->takes,
    .positions = self->positions,
    .owners = self->owners,
    .fulfilment_ids = self->fulfilment_ids,
    .now_us = self->context.now_us,
  };

  return self->checkout == NULL || madaf_order_money_write (self->transaction, &money, error);
}

static gboolean
write_head (Placing *self, GError **error)
{
  static const MadafAddressRequest no_address = { 0 };
  const MadafOrderRequest *request = self->request;
  const MadafAddressRequest *address = request->address != NULL ? request->address : &no_address;
  g_autofree char *receipt = madaf_random_ordered_id (self->random, self->context.now_us);
  gint64 total = 0;
  gint64 tax = 0;

  sum (self, &total, &tax);
  return RUN (self->transaction, error,
              "INSERT INTO customer_order (id, state, placed_us, device_id, branch_id, language, name, phone, street,"
              " city, postal_code, address_note, payment, currency, tax, total, receipt_token, member_id) VALUES ($1,"
              " 'placed', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,"
              " coalesce ($17, (SELECT m.id FROM member m WHERE m.phone = $7)))",
              TEXT (self->id), INT (self->context.now_us), TEXT (request->device_id), TEXT (request->branch_id),
              TEXT (request->language), TEXT (request->name), TEXT (self->phone), TEXT (address->street),
              TEXT (address->city), TEXT (address->postal_code), TEXT (address->note),
              TEXT (madaf_payment_to_string (request->payment)), TEXT (self->settings->currency), INT (tax),
              INT (total), TEXT (receipt), TEXT (request->member_id));
}

static gboolean
empty_basket (Placing *self, GError **error)
{
  return self->request->member_id == NULL || !self->request->from_basket
         || madaf_member_basket_take (self->transaction, self->request->member_id, self->request->lines,
                                      self->request->n_lines, self->context.now_us, error);
}

static gboolean
place (Placing *self, GError **error)
{
  self->settings = madaf_shop_get_settings (self->transaction, error);
  if (self->settings == NULL || !check_request (self, error) || !check_plain_total (self, error))
    return FALSE;
  self->takes = madaf_allocate (self->transaction, self->lines, self->refusal, error);
  if (self->takes == NULL || !check_out (self, error))
    return FALSE;
  self->id = madaf_random_ordered_id (self->random, self->context.now_us);
  return write_head (self, error) && write_takes (self, error) && write_money (self, error)
         && empty_basket (self, error)
         && madaf_order_refresh (self->transaction, self->id, self->context.now_us, error);
}

MadafShopOrder *
madaf_order_place (MadafTransaction *transaction,
                   const MadafOrderRequest *request,
                   gint64 now_us,
                   MadafRandom *random,
                   MadafRefusal *refusal,
                   GError **error)
{
  g_auto (Placing) self = {
    .transaction = transaction,
    .request = request,
    .random = random,
    .refusal = refusal,
    .context = { request->actor, request->branch_id, now_us },
  };

  return place (&self, error) ? madaf_order_get (transaction, self.id, error) : NULL;
}
