/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/benefits-private.h"

#include "kiosk/benefits/benefit-words.h"
#include "kiosk/pages/checkout/placing.h"

#define KEPT_AS  "madaf-benefits"
#define DELAY_MS 150
#define RETRY_MS 5000

G_DEFINE_FINAL_TYPE (MadafBenefits, madaf_benefits, G_TYPE_OBJECT)

static guint changed_signal;

static MadafSession *
get_session (MadafBenefits *self)
{
  return madaf_context_get_session (self->context);
}

static GListModel *
get_lines (MadafBenefits *self)
{
  return G_LIST_MODEL (madaf_session_get_basket (get_session (self)));
}

static gboolean
is_ordering (MadafBenefits *self)
{
  return madaf_placing_is_under_way (madaf_placing_for (get_session (self)));
}

static void
tell (MadafBenefits *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
set_state (MadafBenefits *self, MadafBenefitsState state)
{
  self->state = state;
  tell (self);
}

/* Trials. */

void
madaf_benefits_drop_trial (MadafBenefits *self)
{
  g_clear_pointer (&self->trial.text, madaf_put_down_wipe);
  g_clear_weak_pointer (&self->trial.owner);
}

static void
end_trial (MadafBenefits *self, gboolean good, const char *words)
{
  g_autoptr (GObject) owner = self->trial.owner != NULL ? g_object_ref (self->trial.owner) : NULL;
  MadafBenefitVerdict verdict = self->trial.verdict;

  madaf_benefits_drop_trial (self);
  if (owner != NULL && verdict != NULL)
    verdict (self, good, words, owner);
}

/* What cannot count is not kept: neither here nor in what the central said of it. */
void
madaf_benefits_forget_nth (GPtrArray *ours, GPtrArray *theirs, guint n, guint n_before)
{
  g_ptr_array_remove_index (ours, n);
  if (theirs != NULL && n + n_before < theirs->len)
    g_ptr_array_remove_index (theirs, n + n_before);
}

static void
judge_coupon (MadafBenefits *self, guint n)
{
  MadafCouponInfo *info = madaf_benefits_get_code_info (self, n);
  g_autofree char *words = NULL;
  gboolean good;

  if (info == NULL)
    return;
  good = !madaf_benefit_is_over (info->fault);
  words = madaf_benefit_words_coupon (info);
  if (!good)
    madaf_benefits_forget_nth (self->put.codes, self->quote->coupons, n, self->put.coupons->len);
  end_trial (self, good, words);
}

static void
judge_card (MadafBenefits *self, guint n)
{
  MadafCardInfo *info = madaf_benefits_get_card_info (self, n);
  g_autofree char *words = NULL;
  gboolean good;

  if (info == NULL)
    return;
  good = info->fault == MADAF_GIFT_CARD_COUNTS;
  words = madaf_benefit_words_card (info);
  if (!good)
    madaf_benefits_forget_nth (self->put.cards, self->quote->cards, n, 0);
  end_trial (self, good, words);
}

static void
judge_trial (MadafBenefits *self)
{
  int n = self->trial.text != NULL ? madaf_put_down_find (&self->put, self->trial.text) : -1;

  if (n < 0)
    madaf_benefits_drop_trial (self);
  else if (madaf_benefits_is_gift_card (self->trial.text))
    judge_card (self, (guint)n);
  else
    judge_coupon (self, (guint)n);
}

/* The central gave no verdict: what was just put down is not there, what was there stays. */
static void
fail_trial (MadafBenefits *self, const GError *error)
{
  int n = self->trial.text != NULL ? madaf_put_down_find (&self->put, self->trial.text) : -1;

  if (n < 0)
    return;
  g_ptr_array_remove_index (madaf_put_down_list_for (&self->put, self->trial.text), (guint)n);
  end_trial (self, FALSE, madaf_benefit_words_error (error));
}

/* Questions. */

static gboolean
on_timer (gpointer user_data)
{
  MadafBenefits *self = user_data;

  self->timer = 0;
  madaf_benefits_ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_in (MadafBenefits *self, guint ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, on_timer, self);
}

static void
stop_asking (MadafBenefits *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_failed (MadafBenefits *self, const GError *error)
{
  gboolean had_trial = self->trial.text != NULL;

  g_debug ("A quote: %s", error->message);
  fail_trial (self, error);
  if (madaf_client_error_is_passing (error))
    ask_in (self, MAX (RETRY_MS, 1000 * (guint)madaf_client_error_get_retry_after (error)));
  else if (had_trial)
    /* What it did not like may have been that alone. */
    ask_in (self, 0);
  set_state (self, madaf_client_error_is_passing (error) ? MADAF_BENEFITS_OFFLINE : MADAF_BENEFITS_REFUSED);
}

static void
on_quoted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafBenefits) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafPriceQuote) quote = madaf_central_client_quote_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (quote == NULL)
    {
      on_failed (self, error);
      return;
    }
  g_clear_pointer (&self->quote, madaf_price_quote_unref);
  self->quote = g_steal_pointer (&quote);
  self->state = MADAF_BENEFITS_KNOWN;
  judge_trial (self);
  tell (self);
}

static gboolean
is_worth_asking (MadafBenefits *self)
{
  return madaf_context_get_central (self->context) != NULL && g_list_model_get_n_items (get_lines (self)) > 0
         && (self->pass != NULL || !madaf_benefits_is_empty (self));
}

void
madaf_benefits_ask (MadafBenefits *self)
{
  g_autoptr (MadafTenderDraft) tender = NULL;

  if (is_ordering (self))
    return;
  stop_asking (self);
  if (!is_worth_asking (self))
    {
      g_clear_pointer (&self->quote, madaf_price_quote_unref);
      set_state (self, MADAF_BENEFITS_NONE);
      return;
    }
  tender = madaf_put_down_to_tender (&self->put);
  self->cancellable = g_cancellable_new ();
  if (self->state != MADAF_BENEFITS_OFFLINE)
    set_state (self, MADAF_BENEFITS_ASKING);
  madaf_central_client_quote_async (madaf_context_get_central (self->context),
                                    self->pass != NULL ? madaf_member_pass_get_token (self->pass) : NULL,
                                    get_lines (self), tender, self->cancellable, on_quoted, g_object_ref (self));
}

/* All that one touch does is asked at once. */
void
madaf_benefits_ask_soon (MadafBenefits *self)
{
  if (is_ordering (self))
    return;
  if (!is_worth_asking (self))
    {
      madaf_benefits_ask (self);
      return;
    }
  stop_asking (self);
  ask_in (self, DELAY_MS);
  set_state (self, MADAF_BENEFITS_ASKING);
}

/* Who is here. */

static void
drop_members_own (MadafBenefits *self)
{
  madaf_put_down_clear_members_own (&self->put);
  g_clear_pointer (&self->quote, madaf_price_quote_unref);
}

static void
clear (MadafBenefits *self)
{
  stop_asking (self);
  madaf_benefits_drop_trial (self);
  g_clear_pointer (&self->last, madaf_put_down_wipe);
  drop_members_own (self);
  madaf_put_down_clear (&self->put);
  set_state (self, MADAF_BENEFITS_NONE);
}

static void
on_member (MadafBenefits *self)
{
  MadafMemberPass *pass = madaf_session_get_member (get_session (self));

  if (pass == self->pass)
    return;
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  self->pass = pass != NULL ? madaf_member_pass_ref (pass) : NULL;
  drop_members_own (self);
  madaf_benefits_ask_soon (self);
}

/* What was put down for an order is used up by it, and by nothing less. */
static void
on_placing_state (MadafBenefits *self, GParamSpec *pspec, MadafPlacing *placing)
{
  if (madaf_placing_get_state (placing) == MADAF_PLACING_CONFIRMED)
    clear (self);
  else if (!madaf_placing_is_under_way (placing))
    madaf_benefits_ask_soon (self);
  else
    stop_asking (self);
}

/* The placing belongs to the session, which makes a new one after its end. */
static void
follow_placing (MadafBenefits *self)
{
  g_signal_connect_object (madaf_placing_for (get_session (self)), "notify::state", G_CALLBACK (on_placing_state), self,
                           G_CONNECT_SWAPPED);
}

static void
on_session_ended (MadafBenefits *self)
{
  clear (self);
  follow_placing (self);
}

static void
madaf_benefits_dispose (GObject *object)
{
  MadafBenefits *self = MADAF_BENEFITS (object);

  stop_asking (self);
  madaf_benefits_drop_trial (self);
  g_clear_pointer (&self->last, madaf_put_down_wipe);
  madaf_put_down_release (&self->put);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  g_clear_pointer (&self->quote, madaf_price_quote_unref);
  G_OBJECT_CLASS (madaf_benefits_parent_class)->dispose (object);
}

static void
madaf_benefits_class_init (MadafBenefitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_benefits_dispose;
  changed_signal
      = g_signal_new ("changed", MADAF_TYPE_BENEFITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_benefits_init (MadafBenefits *self)
{
  madaf_put_down_init (&self->put);
}

static void
release (gpointer data)
{
  g_object_run_dispose (data);
  g_object_unref (data);
}

MadafBenefits *
madaf_benefits_for (MadafContext *context)
{
  MadafBenefits *self = g_object_get_data (G_OBJECT (context), KEPT_AS);
  MadafSession *session = madaf_context_get_session (context);

  if (self != NULL)
    return self;
  self = g_object_new (MADAF_TYPE_BENEFITS, NULL);
  self->context = context;
  g_object_set_data_full (G_OBJECT (context), KEPT_AS, self, release);
  g_signal_connect_object (session, "notify::member", G_CALLBACK (on_member), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ended", G_CALLBACK (on_session_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_session_get_basket (session), "changed", G_CALLBACK (madaf_benefits_ask_soon), self,
                           G_CONNECT_SWAPPED);
  follow_placing (self);
  on_member (self);
  return self;
}

void
madaf_benefits_clear (MadafBenefits *self)
{
  clear (self);
  madaf_benefits_ask_soon (self);
}

MadafBenefitsState
madaf_benefits_get_state (MadafBenefits *self)
{
  return self->state;
}

MadafPriceQuote *
madaf_benefits_get_quote (MadafBenefits *self)
{
  return self->state == MADAF_BENEFITS_KNOWN ? self->quote : NULL;
}

MadafPriceQuote *
madaf_benefits_get_last_quote (MadafBenefits *self)
{
  return self->quote;
}

gboolean
madaf_benefits_is_empty (MadafBenefits *self)
{
  return madaf_put_down_is_empty (&self->put);
}

void
madaf_benefits_put_down (MadafBenefits *self, const char *text, MadafBenefitVerdict verdict, GObject *owner)
{
  GPtrArray *list = madaf_put_down_list_for (&self->put, text);
  guint n_coupons = self->put.codes->len + self->put.coupons->len;

  madaf_benefits_drop_trial (self);
  self->trial.verdict = verdict;
  g_set_weak_pointer (&self->trial.owner, owner);
  if (madaf_put_down_find (&self->put, text) >= 0)
    end_trial (self, TRUE, madaf_benefit_words_already ());
  else if ((list == self->put.cards ? self->put.cards->len : n_coupons) >= MADAF_TENDER_MOST)
    end_trial (self, FALSE, madaf_benefit_words_full ());
  else
    {
      g_ptr_array_add (list, g_strdup (text));
      g_clear_pointer (&self->last, madaf_put_down_wipe);
      self->last = g_strdup (text);
      if (is_worth_asking (self))
        self->trial.text = g_strdup (text);
      else
        end_trial (self, TRUE, madaf_benefit_words_waits ());
      madaf_benefits_ask_soon (self);
    }
}
