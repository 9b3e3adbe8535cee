/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/benefit-words.h"

#include "client/error.h"
#include "kiosk/language.h"
#include "kiosk/local-time.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

gboolean
madaf_benefit_is_over (MadafCouponFault fault)
{
  return fault == MADAF_COUPON_UNKNOWN || fault == MADAF_COUPON_ENDED || fault == MADAF_COUPON_NOT_YET
         || fault == MADAF_COUPON_USED_UP;
}

char *
madaf_benefit_words_date (gint64 at_us)
{
  g_autoptr (GDateTime) time = madaf_local_time (at_us, NULL);

  return g_date_time_format (time, "\u2066%-d.%-m.%Y\u2069");
}

char *
madaf_benefit_words_coupon_name (const MadafCouponInfo *info)
{
  const char *title = info->title != NULL ? madaf_text_pick (info->title, madaf_language_current ()) : "";

  if (*title != '\0')
    return madaf_texts_isolate (title);
  return info->code != NULL ? madaf_texts_isolate_ltr (info->code) : g_strdup (_ ("Coupon"));
}

static void
append (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

/* "15% off", "₪50.00 off" */
static char *
off_words (const MadafCouponInfo *info)
{
  g_autofree char *much = NULL;

  if (info->percent > 0 && info->percent % 100 == 0)
    much = g_strdup_printf ("\u2066%d%%\u2069", info->percent / 100);
  else if (info->percent > 0)
    much = g_strdup_printf ("\u2066%d.%02d%%\u2069", info->percent / 100, info->percent % 100);
  else if (madaf_money_is_told (&info->amount))
    much = madaf_order_words_money (&info->amount);
  /* Translators: %s is a percentage or an amount of money that a coupon takes off. */
  return much != NULL ? g_strdup_printf (_ ("%s off"), much) : NULL;
}

char *
madaf_benefit_words_coupon_terms (const MadafCouponInfo *info)
{
  GString *text = g_string_new (NULL);
  /* The name of one that has a name says it. */
  char *off = info->title == NULL || madaf_text_is_empty (info->title) ? off_words (info) : NULL;

  if (off != NULL)
    append (text, off);
  if (madaf_money_is_told (&info->minimum) && info->minimum.minor > 0)
    {
      g_autofree char *amount = madaf_order_words_money (&info->minimum);

      /* Translators: a coupon counts for purchases of at least this amount of money. */
      append (text, g_strdup_printf (_ ("from %s on"), amount));
    }
  if (info->until_us > 0)
    {
      g_autofree char *date = madaf_benefit_words_date (info->until_us);

      /* Translators: %s is the last day of a coupon. */
      append (text, g_strdup_printf (_ ("until %s"), date));
    }
  return g_string_free (text, FALSE);
}

static char *
minimum_words (const MadafCouponInfo *info)
{
  g_autofree char *amount = NULL;

  if (!madaf_money_is_told (&info->minimum))
    return g_strdup (_ ("There is too little in the basket for this coupon."));
  amount = madaf_order_words_money (&info->minimum);
  /* Translators: %s is an amount of money. */
  return g_strdup_printf (_ ("This coupon counts from %s on."), amount);
}

static char *
not_yet_words (const MadafCouponInfo *info)
{
  g_autofree char *date = NULL;

  if (info->from_us == 0)
    return g_strdup (_ ("This coupon does not count yet."));
  date = madaf_benefit_words_date (info->from_us);
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("This coupon counts only from %s on."), date);
}

static char *
ended_words (const MadafCouponInfo *info)
{
  g_autofree char *date = NULL;

  if (info->until_us == 0)
    return g_strdup (_ ("This coupon has ended."));
  date = madaf_benefit_words_date (info->until_us);
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("This coupon ended on %s."), date);
}

char *
madaf_benefit_words_coupon_fault (const MadafCouponInfo *info)
{
  switch (info->fault)
    {
    case MADAF_COUPON_COUNTS:
      return NULL;
    case MADAF_COUPON_ENDED:
      return ended_words (info);
    case MADAF_COUPON_NOT_YET:
      return not_yet_words (info);
    case MADAF_COUPON_MINIMUM:
      return minimum_words (info);
    case MADAF_COUPON_USED_UP:
      return g_strdup (_ ("This coupon has been used already."));
    case MADAF_COUPON_NOT_FOR_THESE:
      return g_strdup (_ ("This coupon is not for what is in the basket."));
    case MADAF_COUPON_NOT_COMBINABLE:
      return g_strdup (_ ("This coupon counts only alone, without other coupons."));
    case MADAF_COUPON_MEMBERS_ONLY:
      return g_strdup (_ ("This coupon is for members: sign in to use it."));
    case MADAF_COUPON_UNKNOWN:
    default:
      return g_strdup (_ ("We do not know this code. Please look whether it is right."));
    }
}

char *
madaf_benefit_words_coupon (const MadafCouponInfo *info)
{
  g_autofree char *name = NULL;
  g_autofree char *amount = NULL;

  if (info->fault != MADAF_COUPON_COUNTS)
    return madaf_benefit_words_coupon_fault (info);
  name = madaf_benefit_words_coupon_name (info);
  if (!madaf_money_is_told (&info->taken))
    return g_steal_pointer (&name);
  amount = madaf_order_words_money (&info->taken);
  /* Translators: the name of a coupon, and an amount of money. */
  return g_strdup_printf (_ ("%s takes %s off"), name, amount);
}

char *
madaf_benefit_words_card_name (const char *last_four)
{
  g_autofree char *end = NULL;

  if (last_four == NULL)
    return g_strdup (_ ("Gift card"));
  end = g_strdup_printf ("\u2066•••• %s\u2069", last_four);
  /* Translators: %s is the end of the card's number. */
  return g_strdup_printf (_ ("Gift card %s"), end);
}

const char *
madaf_benefit_words_card_fault (MadafGiftCardFault fault)
{
  switch (fault)
    {
    case MADAF_GIFT_CARD_COUNTS:
      return NULL;
    case MADAF_GIFT_CARD_EMPTY:
      return _ ("There is nothing left on this gift card.");
    case MADAF_GIFT_CARD_DUPLICATE:
      return madaf_benefit_words_already ();
    case MADAF_GIFT_CARD_UNKNOWN:
    default:
      return _ ("We do not know this gift card. Please look whether its number is right.");
    }
}

char *
madaf_benefit_words_card (const MadafCardInfo *info)
{
  g_autofree char *name = NULL;
  g_autofree char *amount = NULL;

  if (info->fault != MADAF_GIFT_CARD_COUNTS)
    return g_strdup (madaf_benefit_words_card_fault (info->fault));
  name = madaf_benefit_words_card_name (info->last_four);
  if (!madaf_money_is_told (&info->paid))
    return g_steal_pointer (&name);
  amount = madaf_order_words_money (&info->paid);
  /* Translators: the name of a gift card, and an amount of money. */
  return g_strdup_printf (_ ("%s pays %s"), name, amount);
}

const char *
madaf_benefit_words_already (void)
{
  return _ ("This is in use already.");
}

const char *
madaf_benefit_words_full (void)
{
  return _ ("No more than five fit one order. Take one out first.");
}

const char *
madaf_benefit_words_waits (void)
{
  return _ ("It waits for your basket and counts as soon as something is in it.");
}

const char *
madaf_benefit_words_error (const GError *error)
{
  MadafProblem *problem = madaf_client_error_get_problem (error);

  if (problem != NULL && madaf_problem_get_kind (problem) == MADAF_PROBLEM_TOO_MANY_REQUESTS)
    return _ ("Too many wrong codes were tried at this screen. Please ask our staff.");
  if (madaf_client_error_is_passing (error))
    return _ (
        "The shop’s system cannot be reached right now, so this cannot be checked. Please try again in a moment.");
  return _ ("We do not know this code. Please look whether it is right.");
}

char *
madaf_benefit_words_points (gint64 points)
{
  g_autofree char *number = g_strdup_printf ("\u2066%" G_GINT64_FORMAT "\u2069", points);

  /* Translators: of the loyalty programme; %s is a number. */
  return g_strdup_printf (ngettext ("%s point", "%s points", (gulong)points), number);
}

char *
madaf_benefit_words_points_worth (gint64 points, const MadafMoney *point_value)
{
  g_autofree char *many = madaf_benefit_words_points (points);
  g_autofree char *amount = NULL;
  MadafMoney worth;

  if (points == 0 || !madaf_money_multiply (point_value, points, &worth))
    return g_steal_pointer (&many);
  amount = madaf_order_words_money (&worth);
  /* Translators: "240 points · worth ₪120.00" */
  return g_strdup_printf (_ ("%s · worth %s"), many, amount);
}

char *
madaf_benefit_words_earns (gint64 points)
{
  g_autofree char *many = madaf_benefit_words_points (points);

  /* Translators: %s is "40 points". */
  return g_strdup_printf (_ ("You earn %s with this"), many);
}

const char *
madaf_benefit_words_price_step (MadafPriceStepKind kind)
{
  switch (kind)
    {
    case MADAF_PRICE_STEP_SHELF:
      return _ ("Shelf price");
    case MADAF_PRICE_STEP_BRANCH:
      return _ ("Price of this branch");
    case MADAF_PRICE_STEP_COUPON:
      return _ ("Coupon");
    case MADAF_PRICE_STEP_POINTS:
      return _ ("Points");
    case MADAF_PRICE_STEP_SALE:
    default:
      return _ ("Sale");
    }
}

char *
madaf_benefit_words_step (const MadafTotalStep *step)
{
  const char *title = step->title != NULL ? madaf_text_pick (step->title, madaf_language_current ()) : "";

  if (step->kind == MADAF_PRICE_STEP_COUPON && *title != '\0')
    return madaf_texts_isolate (title);
  if (step->kind == MADAF_PRICE_STEP_POINTS && step->points > 0)
    return madaf_benefit_words_points (step->points);
  return g_strdup (madaf_benefit_words_price_step (step->kind));
}

char *
madaf_benefit_words_payment (const MadafPaidPart *part)
{
  return part->last_four != NULL ? madaf_benefit_words_card_name (part->last_four) : g_strdup (_ ("Stored value"));
}

const char *
madaf_benefit_words_move (MadafWalletMove move)
{
  switch (move)
    {
    case MADAF_WALLET_EARN:
      return _ ("Earned with a purchase");
    case MADAF_WALLET_SPEND:
      return _ ("Used for an order");
    case MADAF_WALLET_RELEASE:
      return _ ("Back from an order that was cancelled");
    case MADAF_WALLET_REFUND:
      return _ ("Back for something you returned");
    case MADAF_WALLET_TAKE_BACK:
      return _ ("Taken back with something you returned");
    case MADAF_WALLET_LOAD:
    default:
      return _ ("From the shop");
    }
}

char *
madaf_benefit_words_entry (const MadafWalletEntry *entry)
{
  gboolean less = entry->of_points ? entry->points < 0 : entry->amount.minor < 0;
  MadafMoney size = entry->amount;
  g_autofree char *much = NULL;

  size.minor = ABS (size.minor);
  much = entry->of_points ? madaf_benefit_words_points (ABS (entry->points)) : madaf_order_words_money (&size);
  return g_strdup_printf ("\u2066%s\u2069%s", less ? "−" : "+", much);
}
