/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/tender-draft.h"

#include <string.h>

struct _MadafTenderDraft
{
  GPtrArray *codes;   /* (owned) of coupons, and of cards below: as typed */
  GPtrArray *coupons; /* (owned) ids */
  GPtrArray *cards;   /* (owned) */
  gint64 points;
  gboolean stored_value;
};

static void
wipe (gpointer text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

MadafTenderDraft *
madaf_tender_draft_new (void)
{
  MadafTenderDraft *tender = g_atomic_rc_box_new0 (MadafTenderDraft);

  tender->codes = g_ptr_array_new_with_free_func (wipe);
  tender->coupons = g_ptr_array_new_with_free_func (g_free);
  tender->cards = g_ptr_array_new_with_free_func (wipe);
  return tender;
}

MadafTenderDraft *
madaf_tender_draft_ref (MadafTenderDraft *tender)
{
  return g_atomic_rc_box_acquire (tender);
}

static void
tender_clear (gpointer data)
{
  MadafTenderDraft *tender = data;

  g_ptr_array_unref (tender->codes);
  g_ptr_array_unref (tender->coupons);
  g_ptr_array_unref (tender->cards);
}

void
madaf_tender_draft_unref (MadafTenderDraft *tender)
{
  g_atomic_rc_box_release_full (tender, tender_clear);
}

void
madaf_tender_draft_add_code (MadafTenderDraft *tender, const char *code)
{
  g_ptr_array_add (tender->codes, g_strdup (code));
}

void
madaf_tender_draft_add_coupon (MadafTenderDraft *tender, const char *coupon_id)
{
  g_ptr_array_add (tender->coupons, g_strdup (coupon_id));
}

void
madaf_tender_draft_add_gift_card (MadafTenderDraft *tender, const char *code)
{
  g_ptr_array_add (tender->cards, g_strdup (code));
}

void
madaf_tender_draft_set_points (MadafTenderDraft *tender, gint64 points)
{
  tender->points = points;
}

void
madaf_tender_draft_set_stored_value (MadafTenderDraft *tender, gboolean used)
{
  tender->stored_value = used;
}

gboolean
madaf_tender_draft_is_empty (MadafTenderDraft *tender)
{
  return tender->codes->len == 0 && tender->cards->len == 0 && !madaf_tender_draft_needs_member (tender);
}

gboolean
madaf_tender_draft_needs_member (MadafTenderDraft *tender)
{
  return tender->coupons->len > 0 || tender->points > 0 || tender->stored_value;
}

static void
write_coupons (MadafJsonWriter *writer, const char *member, GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_string (writer, member, g_ptr_array_index (values, i));
      madaf_json_writer_end_object (writer);
    }
}

void
madaf_tender_draft_write (MadafTenderDraft *tender, MadafJsonWriter *writer)
{
  if (tender->coupons->len > 0 || tender->codes->len > 0)
    {
      madaf_json_writer_member (writer, "coupons");
      madaf_json_writer_begin_array (writer);
      write_coupons (writer, "coupon_id", tender->coupons);
      write_coupons (writer, "code", tender->codes);
      madaf_json_writer_end_array (writer);
    }
  if (tender->points > 0)
    madaf_json_writer_member_int (writer, "points", tender->points);
  if (tender->cards->len > 0)
    {
      madaf_json_writer_member (writer, "gift_cards");
      madaf_json_writer_begin_array (writer);
      for (guint i = 0; i < tender->cards->len; i++)
        madaf_json_writer_string (writer, g_ptr_array_index (tender->cards, i));
      madaf_json_writer_end_array (writer);
    }
  if (tender->stored_value)
    madaf_json_writer_member_bool (writer, "stored_value", TRUE);
}
