/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/put-down.h"

#include "kiosk/benefits/benefits.h"

#include <string.h>

#define CARD_SIGNS  "0123456789ABCDEFGHJKMNPQRSTVWXYZOIL"
#define CARD_LENGTH 16

void
madaf_put_down_wipe (gpointer text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

void
madaf_put_down_init (MadafPutDown *put)
{
  put->codes = g_ptr_array_new_with_free_func (madaf_put_down_wipe);
  put->coupons = g_ptr_array_new_with_free_func (g_free);
  put->cards = g_ptr_array_new_with_free_func (madaf_put_down_wipe);
}

void
madaf_put_down_release (MadafPutDown *put)
{
  g_clear_pointer (&put->codes, g_ptr_array_unref);
  g_clear_pointer (&put->coupons, g_ptr_array_unref);
  g_clear_pointer (&put->cards, g_ptr_array_unref);
}

void
madaf_put_down_clear_members_own (MadafPutDown *put)
{
  g_ptr_array_set_size (put->coupons, 0);
  put->points = 0;
  put->stored_value = FALSE;
}

void
madaf_put_down_clear (MadafPutDown *put)
{
  madaf_put_down_clear_members_own (put);
  g_ptr_array_set_size (put->codes, 0);
  g_ptr_array_set_size (put->cards, 0);
}

gboolean
madaf_put_down_is_empty (const MadafPutDown *put)
{
  return put->codes->len + put->coupons->len + put->cards->len == 0 && put->points == 0 && !put->stored_value;
}

/* As the central reads it: without what is put between the letters for people. (transfer full) */
static char *
plain_card (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      char letter = g_ascii_toupper (*text);

      if (letter != '-' && !g_ascii_isspace (letter))
        g_string_append_c (plain, letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter);
    }
  return g_string_free (plain, FALSE);
}

gboolean
madaf_benefits_is_gift_card (const char *text)
{
  char *plain = plain_card (text);
  gboolean is_card = strlen (plain) == CARD_LENGTH && strspn (plain, CARD_SIGNS) == CARD_LENGTH;

  madaf_put_down_wipe (plain);
  return is_card;
}

char *
madaf_benefits_get_last_four (const char *card)
{
  char *plain = plain_card (card);
  gsize length = strlen (plain);

  memmove (plain, plain + (length > 4 ? length - 4 : 0), MIN (length, 4) + 1);
  explicit_bzero (plain + 5, length > 5 ? length - 5 : 0);
  return plain;
}

gboolean
madaf_put_down_is_same (const char *a, const char *b)
{
  gboolean card = madaf_benefits_is_gift_card (a);
  char *one = card ? plain_card (a) : g_strstrip (g_utf8_casefold (a, -1));
  char *other = card ? plain_card (b) : g_strstrip (g_utf8_casefold (b, -1));
  gboolean same = g_str_equal (one, other);

  madaf_put_down_wipe (one);
  madaf_put_down_wipe (other);
  return same;
}

GPtrArray *
madaf_put_down_list_for (const MadafPutDown *put, const char *text)
{
  return madaf_benefits_is_gift_card (text) ? put->cards : put->codes;
}

int
madaf_put_down_find (const MadafPutDown *put, const char *text)
{
  GPtrArray *list = madaf_put_down_list_for (put, text);

  for (guint i = 0; i < list->len; i++)
    if (madaf_put_down_is_same (g_ptr_array_index (list, i), text))
      return (int)i;
  return -1;
}

int
madaf_put_down_find_coupon (const MadafPutDown *put, const char *coupon_id)
{
  for (guint i = 0; i < put->coupons->len; i++)
    if (g_str_equal (g_ptr_array_index (put->coupons, i), coupon_id))
      return (int)i;
  return -1;
}

MadafTenderDraft *
madaf_put_down_to_tender (const MadafPutDown *put)
{
  MadafTenderDraft *tender = madaf_tender_draft_new ();

  for (guint i = 0; i < put->coupons->len; i++)
    madaf_tender_draft_add_coupon (tender, g_ptr_array_index (put->coupons, i));
  for (guint i = 0; i < put->codes->len; i++)
    madaf_tender_draft_add_code (tender, g_ptr_array_index (put->codes, i));
  for (guint i = 0; i < put->cards->len; i++)
    madaf_tender_draft_add_gift_card (tender, g_ptr_array_index (put->cards, i));
  madaf_tender_draft_set_points (tender, put->points);
  madaf_tender_draft_set_stored_value (tender, put->stored_value);
  return tender;
}
