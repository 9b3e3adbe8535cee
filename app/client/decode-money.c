/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-money.h"

#include "client/decode.h"
#include "client/tender-draft.h"
#include "model/json.h"

#include <string.h>

/* As many lines as a basket takes, and for each a step of every coupon. */
#define LINES_MAXIMUM   100
#define STEPS_MAXIMUM   16
#define COUPONS_MAXIMUM 200
#define ENTRIES_MAXIMUM 20
#define CODE_MAXIMUM    40
#define LAST_FOUR       4
#define PERCENT_MAXIMUM 10000
#define MOST_POINTS     G_GINT64_CONSTANT (1000000000000)

/* One thing of a list for each object of an array; an absent one is an empty list. */
static gboolean
decode_things (JsonObject *object,
               const char *member,
               guint maximum,
               MadafDecoder decoder,
               GDestroyNotify free_thing,
               GPtrArray **things,
               GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (free_thing);
  JsonArray *array = NULL;

  if (!madaf_json_read_optional_array (object, member, &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > maximum)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: too many", member);
      return FALSE;
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *entry;
      gpointer thing;

      if (!madaf_json_element_object (array, i, &entry, error))
        return FALSE;
      thing = decoder (entry, error);
      if (thing == NULL)
        return FALSE;
      g_ptr_array_add (made, thing);
    }
  *things = g_steal_pointer (&made);
  return TRUE;
}

/* The same of one that must be there. */
static gboolean
decode_required_things (JsonObject *object,
                        const char *member,
                        guint maximum,
                        MadafDecoder decoder,
                        GDestroyNotify free_thing,
                        GPtrArray **things,
                        GError **error)
{
  JsonArray *array;

  return madaf_json_read_array (object, member, &array, error)
         && decode_things (object, member, maximum, decoder, free_thing, things, error);
}

gboolean
madaf_decode_optional_money (JsonObject *object, const char *member, MadafMoney *money, GError **error)
{
  return !json_object_has_member (object, member) || madaf_decode_money (object, member, money, error);
}

static gboolean
decode_fault (JsonObject *object, GType type, int *fault, GError **error)
{
  return !json_object_has_member (object, "reason") || madaf_decode_word (object, "reason", type, fault, error);
}

gboolean
madaf_decode_last_four (JsonObject *object, char **last_four, GError **error)
{
  const char *text = NULL;

  if (!madaf_json_read_optional_string_bounded (object, "last_four", LAST_FOUR, LAST_FOUR, &text, error))
    return FALSE;
  if (text != NULL && strspn (text, G_CSET_A_2_Z G_CSET_DIGITS) != LAST_FOUR)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "last_four: not the end of a code");
      return FALSE;
    }
  *last_four = g_strdup (text);
  return TRUE;
}

gpointer
madaf_decode_coupon (JsonObject *object, GError **error)
{
  g_autoptr (MadafCouponInfo) info = g_new0 (MadafCouponInfo, 1);
  const char *code = NULL;
  const char *coupon_id = NULL;
  gint64 percent = 0;
  int fault = MADAF_COUPON_COUNTS;

  if (!madaf_json_read_optional_string_bounded (object, "code", 1, CODE_MAXIMUM, &code, error)
      || !madaf_decode_optional_id (object, "coupon_id", &coupon_id, error)
      || !madaf_decode_optional_text (object, "title", &info->title, error)
      || !madaf_json_read_optional_int (object, "percent", 1, PERCENT_MAXIMUM, &percent, error)
      || !madaf_decode_optional_money (object, "amount", &info->amount, error)
      || !madaf_decode_optional_money (object, "minimum", &info->minimum, error)
      || !madaf_decode_optional_time (object, "from", &info->from_us, error)
      || !madaf_decode_optional_time (object, "until", &info->until_us, error)
      || !decode_fault (object, MADAF_TYPE_COUPON_FAULT, &fault, error)
      || !madaf_decode_optional_money (object, "taken", &info->taken, error))
    return NULL;
  info->code = g_strdup (code);
  info->coupon_id = g_strdup (coupon_id);
  info->percent = (int)percent;
  info->fault = (MadafCouponFault)fault;
  return g_steal_pointer (&info);
}

gboolean
madaf_decode_coupons (JsonObject *object, const char *member, GPtrArray **coupons, GError **error)
{
  return decode_things (object, member, COUPONS_MAXIMUM, madaf_decode_coupon, (GDestroyNotify)madaf_coupon_info_free,
                        coupons, error);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafTotalStep, madaf_total_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPaidPart, madaf_paid_part_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafQuotedLine, madaf_quoted_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCardInfo, madaf_card_info_free)

static gpointer
decode_step (JsonObject *object, GError **error)
{
  g_autoptr (MadafTotalStep) step = g_new0 (MadafTotalStep, 1);
  const char *coupon_id = NULL;
  int kind;

  if (!madaf_decode_word (object, "kind", MADAF_TYPE_PRICE_STEP_KIND, &kind, error)
      || !madaf_decode_money (object, "amount", &step->amount, error)
      || !madaf_decode_optional_id (object, "coupon_id", &coupon_id, error)
      || !madaf_decode_optional_text (object, "title", &step->title, error)
      || !madaf_json_read_optional_int (object, "points", 1, MOST_POINTS, &step->points, error))
    return NULL;
  step->kind = (MadafPriceStepKind)kind;
  step->coupon_id = g_strdup (coupon_id);
  return g_steal_pointer (&step);
}

static gboolean
decode_total_steps (JsonObject *object, GPtrArray **steps, GError **error)
{
  return decode_things (object, "steps", STEPS_MAXIMUM, decode_step, (GDestroyNotify)madaf_total_step_free, steps,
                        error);
}

static gpointer
decode_payment (JsonObject *object, GError **error)
{
  g_autoptr (MadafPaidPart) part = g_new0 (MadafPaidPart, 1);
  const char *kind;

  if (!madaf_json_read_string (object, "kind", &kind, error)
      || !madaf_decode_money (object, "amount", &part->amount, error)
      || !madaf_decode_last_four (object, &part->last_four, error))
    return NULL;
  if ((part->last_four != NULL) != g_str_equal (kind, "gift_card")
      || (part->last_four == NULL && !g_str_equal (kind, "stored_value")))
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "kind: not a payment");
      return NULL;
    }
  return g_steal_pointer (&part);
}

gboolean
madaf_decode_payments (JsonObject *object, const char *member, GPtrArray **payments, GError **error)
{
  return decode_things (object, member, MADAF_TENDER_MOST + 1, decode_payment, (GDestroyNotify)madaf_paid_part_free,
                        payments, error);
}

gpointer
madaf_decode_card (JsonObject *object, GError **error)
{
  g_autoptr (MadafCardInfo) info = g_new0 (MadafCardInfo, 1);
  int fault = MADAF_GIFT_CARD_COUNTS;

  if (!madaf_decode_last_four (object, &info->last_four, error)
      || !madaf_decode_optional_money (object, "balance", &info->balance, error)
      || !madaf_decode_optional_money (object, "paid", &info->paid, error)
      || !decode_fault (object, MADAF_TYPE_GIFT_CARD_FAULT, &fault, error))
    return NULL;
  info->fault = (MadafGiftCardFault)fault;
  return g_steal_pointer (&info);
}

static gpointer
decode_line (JsonObject *object, GError **error)
{
  g_autoptr (MadafQuotedLine) line = g_new0 (MadafQuotedLine, 1);

  if (!madaf_decode_text (object, "title", &line->title, error)
      || !madaf_decode_int (object, "quantity", 1, &line->quantity, error)
      || !madaf_decode_price (object, "unit_price", &line->unit_price, error)
      || !decode_total_steps (object, &line->steps, error)
      || !madaf_decode_money (object, "total", &line->total, error))
    return NULL;
  return g_steal_pointer (&line);
}

static gboolean
decode_points (JsonObject *object, MadafPointsInfo *points, GError **error)
{
  JsonObject *inner = NULL;

  if (!madaf_json_read_optional_object (object, "points", &inner, error))
    return FALSE;
  points->exist = inner != NULL;
  return inner == NULL
         || (madaf_json_read_int (inner, "balance", 0, MOST_POINTS, &points->balance, error)
             && madaf_decode_money (inner, "point_value", &points->point_value, error)
             && madaf_decode_money (inner, "earn_per", &points->earn_per, error));
}

/* The part that only a member is told. */
static gboolean
decode_member_part (JsonObject *object, MadafPriceQuote *quote, GError **error)
{
  return decode_points (object, &quote->points, error)
         && madaf_json_read_optional_int (object, "points_useful", 0, MOST_POINTS, &quote->points_useful, error)
         && madaf_json_read_optional_int (object, "points_used", 0, MOST_POINTS, &quote->points_used, error)
         && madaf_json_read_optional_int (object, "earns", 0, MOST_POINTS, &quote->earns, error)
         && madaf_decode_optional_money (object, "stored_value", &quote->stored_value, error)
         && madaf_decode_coupons (object, "waiting", &quote->waiting, error);
}

gpointer
madaf_decode_price_quote (JsonObject *object, GError **error)
{
  g_autoptr (MadafPriceQuote) quote = madaf_price_quote_new ();

  if (!decode_required_things (object, "lines", LINES_MAXIMUM, decode_line, (GDestroyNotify)madaf_quoted_line_free,
                               &quote->lines, error)
      || !decode_required_things (object, "steps", STEPS_MAXIMUM, decode_step, (GDestroyNotify)madaf_total_step_free,
                                  &quote->steps, error)
      || !madaf_decode_money (object, "total", &quote->total, error)
      || !madaf_decode_money (object, "vat", &quote->vat, error)
      || !madaf_decode_payments (object, "payments", &quote->payments, error)
      || !madaf_decode_money (object, "due", &quote->due, error)
      || !decode_required_things (object, "coupons", MADAF_TENDER_MOST, madaf_decode_coupon,
                                  (GDestroyNotify)madaf_coupon_info_free, &quote->coupons, error)
      || !decode_required_things (object, "gift_cards", MADAF_TENDER_MOST, madaf_decode_card,
                                  (GDestroyNotify)madaf_card_info_free, &quote->cards, error)
      || !decode_member_part (object, quote, error))
    return NULL;
  return g_steal_pointer (&quote);
}

static gpointer
decode_entry (JsonObject *object, GError **error)
{
  g_autofree MadafWalletEntry *entry = g_new0 (MadafWalletEntry, 1);
  const char *of;
  int move;

  if (!madaf_json_read_string (object, "of", &of, error)
      || !madaf_decode_word (object, "kind", MADAF_TYPE_WALLET_MOVE, &move, error)
      || !madaf_decode_time (object, "at", &entry->at_us, error)
      || !madaf_json_read_optional_int (object, "points", -MOST_POINTS, MOST_POINTS, &entry->points, error)
      || !madaf_decode_optional_money (object, "amount", &entry->amount, error))
    return NULL;
  entry->of_points = g_str_equal (of, "points");
  entry->move = (MadafWalletMove)move;
  return g_steal_pointer (&entry);
}

gpointer
madaf_decode_wallet (JsonObject *object, GError **error)
{
  g_autoptr (MadafWallet) wallet = madaf_wallet_new ();

  if (!decode_points (object, &wallet->points, error)
      || !madaf_decode_money (object, "stored_value", &wallet->stored_value, error)
      || !decode_required_things (object, "coupons", COUPONS_MAXIMUM, madaf_decode_coupon,
                                  (GDestroyNotify)madaf_coupon_info_free, &wallet->coupons, error)
      || !decode_required_things (object, "entries", ENTRIES_MAXIMUM, decode_entry, g_free, &wallet->entries, error))
    return NULL;
  return g_steal_pointer (&wallet);
}
