/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-under-way.h"

#include "central/feeds/demo.h"
#include "central/shop/order.h"
#include "central/shop/private.h"

#define MOST_ACTIONS 3

/* One order as it went so far. */
typedef struct
{
  int minutes_ago;
  gboolean shipped;
  const char *actor;
  MadafOrderAction actions[MOST_ACTIONS];
  int n_actions;
} Plan;

static const Plan plans[] = {
  { 1, FALSE, "kiosk", { 0 }, 0 },
  { 26 * 60, FALSE, "channel", { MADAF_ACTION_PICK, MADAF_ACTION_MAKE_READY }, 2 },
  { 50 * 60, TRUE, "channel", { MADAF_ACTION_PICK, MADAF_ACTION_MAKE_READY, MADAF_ACTION_SHIP }, 3 },
  /* Nobody went on with it. */
  { 9 * 24 * 60, FALSE, "kiosk", { MADAF_ACTION_PICK }, 1 },
};

typedef struct
{
  MadafTransaction *transaction;
  MadafRandom *random;
  char *phone; /* (owned) */
  char *name;  /* (owned) */
  const char *member_id;
  gint64 now_us;
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static gboolean
read_member (Making *self, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      self->transaction, error, "SELECT phone, coalesce (name, '') FROM member WHERE id = $1", TEXT (self->member_id));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  self->phone = madaf_rows_dup_text (rows, 0);
  self->name = madaf_rows_dup_text (rows, 1);
  return TRUE;
}

/* What there is most of, another thing for each order, and where. */
static gboolean
choose (Making *self, const Plan *plan, int nth, char **variant_id, char **branch_id, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT s.variant_id, s.branch_id FROM stock s JOIN branch b ON b.id = s.branch_id AND b.%s = 1"
      " JOIN variant v ON v.id = s.variant_id AND v.hidden = 0 JOIN product p ON p.id = v.product_id AND p.hidden = 0"
      " WHERE s.on_hand > s.reserved AND v.position = 0 ORDER BY s.on_hand - s.reserved DESC, s.variant_id, s.branch_id"
      " LIMIT 1 OFFSET $1",
      plan->shipped ? "can_ship" : "can_collect");
  g_autoptr (MadafRows) rows = QUERY (self->transaction, error, sql, INT (nth));

  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    {
      if (!madaf_rows_failed (rows))
        g_set_error_literal (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "There is nothing on the shelves");
      return FALSE;
    }
  *variant_id = madaf_rows_dup_text (rows, 0);
  *branch_id = madaf_rows_dup_text (rows, 1);
  return TRUE;
}

static MadafShopOrder *
place (Making *self, const Plan *plan, const char *variant_id, const char *branch_id, gint64 placed_us, GError **error)
{
  const MadafLineRequest line
      = { variant_id, 1, plan->shipped ? MADAF_REACH_SHIP : MADAF_REACH_COLLECT, plan->shipped ? NULL : branch_id };
  const MadafAddressRequest address = { "Demo 1", "Demo", NULL, NULL };
  const MadafOrderRequest request = { .lines = &line,
                                      .n_lines = 1,
                                      .name = self->name,
                                      .phone = self->phone,
                                      .address = plan->shipped ? &address : NULL,
                                      .payment = MADAF_PAYMENT_TILL,
                                      .language = "he",
                                      .expected_total = -1,
                                      .member_id = self->member_id,
                                      .branch_id = branch_id,
                                      .actor = plan->actor,
                                      .tender = { .member_id = self->member_id } };
  MadafRefusal refusal = { 0 };
  MadafShopOrder *order = madaf_order_place (self->transaction, &request, placed_us, self->random, &refusal, error);

  madaf_refusal_clear (&refusal);
  return order;
}

/* Each step takes a few hours. */
static gboolean
go_on (Making *self, const Plan *plan, const MadafShopOrder *order, const char *branch_id, GError **error)
{
  for (int i = 0; i < plan->n_actions; i++)
    {
      g_autoptr (MadafShopOrder) next
          = madaf_order_act (self->transaction, order->id, NULL, plan->actions[i], "staff", branch_id,
                             order->placed_us + (i + 1) * 4 * G_TIME_SPAN_HOUR, error);

      if (next == NULL)
        return FALSE;
    }
  /* Of what is made up nobody is told. */
  return RUN (self->transaction, error, "DELETE FROM outbox WHERE order_id = $1", TEXT (order->id));
}

gboolean
madaf_demo_put_under_way (MadafTransaction *transaction,
                          const char *member_id,
                          int number,
                          MadafRandom *random,
                          gint64 now_us,
                          GError **error)
{
  g_auto (Making) self = { transaction, random, NULL, NULL, member_id, now_us };

  if (!read_member (&self, error))
    return FALSE;
  for (int i = 0; i < (int)G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *variant_id = NULL;
      g_autofree char *branch_id = NULL;
      g_autoptr (MadafShopOrder) order = NULL;

      if (!choose (&self, &plans[i], number * (int)G_N_ELEMENTS (plans) + i, &variant_id, &branch_id, error))
        return FALSE;
      order
          = place (&self, &plans[i], variant_id, branch_id, now_us - plans[i].minutes_ago * G_TIME_SPAN_MINUTE, error);
      if (order == NULL || !go_on (&self, &plans[i], order, branch_id, error))
        return FALSE;
    }
  return TRUE;
}
