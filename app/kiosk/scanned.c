/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/scanned.h"

#include "kiosk/context.h"

#include <glib/gi18n.h>
#include <string.h>

/* From what a label says to what the shop makes of it. */

/* Numbers of a retailer's own are short. */
#define MAX_NUMBER 48
#define EXPIRES    "17"
/* 128 bits in base64url. */
#define MEMBER_CODE_LENGTH 22

struct _MadafScanned
{
  MadafCode *code; /* (owned) */
  MadafCodeKind kind;
  char *text;        /* (owned) */
  char *member_code; /* (owned) (nullable) */
  char *benefit;     /* (owned) (nullable) */
  gboolean is_store_item;
  MadafStoreItem item; /* when is_store_item */
};

/* Where the link leads does not matter: the code is asked about at our own central, and counts there or nowhere. */
static const char *
find_member_code (const char *text)
{
  const char *page = g_strrstr (text, "/m/");
  const char *code = page != NULL ? page + strlen ("/m/") : text;

  if (strlen (code) != MEMBER_CODE_LENGTH
      || strspn (code, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-") != MEMBER_CODE_LENGTH)
    return NULL;
  /* So long a number is somebody's number. */
  return strspn (code, G_CSET_DIGITS) != MEMBER_CODE_LENGTH ? code : NULL;
}

MadafScanned *
madaf_scanned_new (MadafContext *context, MadafCode *code)
{
  MadafScanned *self = g_rc_box_new0 (MadafScanned);
  const char *gtin = madaf_code_get_gtin (code);
  const char *const *store_items = madaf_context_get_store_items (context);
  g_autofree char *id = NULL;

  self->code = madaf_code_ref (code);
  self->kind = madaf_code_kind_find (code, madaf_context_get_origins (context),
                                     madaf_context_get_member_prefixes (context), &id);
  self->member_code = gtin == NULL ? g_strdup (find_member_code (madaf_code_get_text (code))) : NULL;
  if (self->kind == MADAF_CODE_KIND_COUPON || self->kind == MADAF_CODE_KIND_GIFT_CARD)
    self->benefit = g_steal_pointer (&id);
  if (self->member_code != NULL)
    self->kind = MADAF_CODE_KIND_MEMBER;
  self->is_store_item = gtin != NULL && store_items != NULL && madaf_store_item_read (store_items, gtin, &self->item);
  if (self->is_store_item)
    self->text = g_strdup (self->item.gtin);
  else
    self->text = g_strdup (gtin != NULL ? gtin : madaf_code_get_text (code));
  return self;
}

MadafScanned *
madaf_scanned_ref (MadafScanned *self)
{
  return g_rc_box_acquire (self);
}

static void
scanned_clear (gpointer data)
{
  MadafScanned *self = data;

  madaf_code_unref (self->code);
  g_free (self->text);
  g_free (self->member_code);
  /* The code of a gift card is money. */
  if (self->benefit != NULL)
    explicit_bzero (self->benefit, strlen (self->benefit));
  g_free (self->benefit);
}

void
madaf_scanned_unref (MadafScanned *self)
{
  g_rc_box_release_full (self, scanned_clear);
}

MadafCodeKind
madaf_scanned_get_kind (MadafScanned *self)
{
  return self->kind;
}

const char *
madaf_scanned_get_text (MadafScanned *self)
{
  return self->text;
}

const char *
madaf_scanned_get_member_code (MadafScanned *self)
{
  return self->member_code;
}

const char *
madaf_scanned_get_benefit (MadafScanned *self)
{
  return self->benefit;
}

gboolean
madaf_scanned_is_link (MadafScanned *self)
{
  return strstr (self->text, "://") != NULL || g_ascii_strncasecmp (self->text, "www.", 4) == 0;
}

/* What phones are given in QR codes: cards, networks, numbers to call. */
static gboolean
is_for_phones (const char *text)
{
  static const char *const beginnings[]
      = { "begin:", "mecard:", "wifi:", "mailto:", "matmsg:", "tel:", "sms:", "smsto:", "geo:" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_strncasecmp (text, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return FALSE;
}

gboolean
madaf_scanned_is_item (MadafScanned *self)
{
  if (self->kind == MADAF_CODE_KIND_PRODUCT)
    return TRUE;
  return self->kind == MADAF_CODE_KIND_OTHER && !madaf_scanned_is_link (self) && !is_for_phones (self->text)
         && strlen (self->text) <= MAX_NUMBER;
}

/* Net weight, in the units that scales print. */
static gboolean
find_weight (MadafScanned *self, MadafGs1Measure *weight)
{
  static const char *const weights[] = { "310", "320", "357" };
  MadafGs1 *gs1 = madaf_code_get_gs1 (self->code);

  if (self->is_store_item && self->item.weight >= 0)
    {
      *weight = (MadafGs1Measure){ .value = self->item.weight, .decimals = 3, .unit = "kg" };
      return TRUE;
    }
  for (guint i = 0; gs1 != NULL && i < G_N_ELEMENTS (weights); i++)
    if (madaf_gs1_get_measure (gs1, weights[i], weight))
      return TRUE;
  return FALSE;
}

gboolean
madaf_scanned_get_price (MadafScanned *self, const char *currency, MadafMoney *price)
{
  MadafGs1 *gs1 = madaf_code_get_gs1 (self->code);

  if (self->is_store_item && self->item.price >= 0)
    return madaf_money_init (price, self->item.price, currency);
  return gs1 != NULL && madaf_gs1_get_price (gs1, currency, price);
}

gboolean
madaf_scanned_has_measure (MadafScanned *self)
{
  MadafGs1Measure weight;
  MadafMoney price;

  return find_weight (self, &weight) || madaf_scanned_get_price (self, "ILS", &price);
}

/* As a whole and a part divided by the mark of the language. */
static char *
format_measure (const MadafGs1Measure *measure)
{
  gint64 one = 1;

  for (int i = 0; i < measure->decimals; i++)
    one *= 10;
  if (measure->decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, measure->value);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%0*" G_GINT64_FORMAT, measure->value / one, C_ ("decimal mark", "."),
                          measure->decimals, measure->value % one);
}

char *
madaf_scanned_format_weight (MadafScanned *self)
{
  g_autofree char *figure = NULL;
  g_autofree char *isolated = NULL;
  MadafGs1Measure weight;

  if (!find_weight (self, &weight))
    return NULL;
  figure = format_measure (&weight);
  isolated = g_strdup_printf ("\u2066%s\u2069", figure);
  if (g_strcmp0 (weight.unit, "kg") == 0)
    /* Translators: a weight in kilograms; %s is a figure like 0.482. */
    return g_strdup_printf (_ ("%s kg"), isolated);
  if (g_strcmp0 (weight.unit, "lb") == 0)
    /* Translators: a weight in pounds; %s is a figure like 1.25. */
    return g_strdup_printf (_ ("%s lb"), isolated);
  /* Translators: a weight in ounces; %s is a figure like 12.5. */
  return g_strdup_printf (_ ("%s oz"), isolated);
}

gboolean
madaf_scanned_is_past (MadafScanned *self, GDateTime *now)
{
  MadafGs1 *gs1 = madaf_code_get_gs1 (self->code);
  MadafGs1Date today = { 0 };
  MadafGs1Date last;

  g_date_time_get_ymd (now, &today.year, &today.month, &today.day);
  return gs1 != NULL && madaf_gs1_get_date (gs1, EXPIRES, today.year, &last)
         && madaf_gs1_date_compare (&last, &today) < 0;
}
