/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/order-draft.h"

#include <string.h>

#include "client/draft-line.h"

struct _MadafOrderDraft
{
  GPtrArray *lines;  /* (owned) (element-type MadafDraftLine) */
  char *language;    /* (owned) */
  char *name;        /* (owned) (nullable) this and the next five are personal */
  char *phone;       /* (owned) (nullable) */
  char *street;      /* (owned) (nullable) */
  char *city;        /* (owned) (nullable) */
  char *postal_code; /* (owned) (nullable) */
  char *note;        /* (owned) (nullable) */
  MadafPayment payment;
  MadafTenderDraft *tender;   /* (owned) (nullable) */
  MadafMoney *expected_total; /* (owned) (nullable) */
  MadafMoney *expected_due;   /* (owned) (nullable) */
  MadafMemberPass *pass;      /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (MadafOrderDraft, madaf_order_draft, madaf_order_draft_ref, madaf_order_draft_unref)

/* Takes it out of memory, not only out of use. */
static void
wipe (char **text)
{
  if (*text != NULL)
    explicit_bzero (*text, strlen (*text));
  g_clear_pointer (text, g_free);
}

static void
set_personal (char **member, const char *value)
{
  wipe (member);
  *member = value != NULL && value[0] != '\0' ? g_strdup (value) : NULL;
}

static void
order_draft_free (gpointer data)
{
  MadafOrderDraft *draft = data;

  g_ptr_array_unref (draft->lines);
  g_free (draft->language);
  wipe (&draft->name);
  wipe (&draft->phone);
  wipe (&draft->street);
  wipe (&draft->city);
  wipe (&draft->postal_code);
  wipe (&draft->note);
  g_clear_pointer (&draft->tender, madaf_tender_draft_unref);
  g_clear_pointer (&draft->expected_total, madaf_money_free);
  g_clear_pointer (&draft->expected_due, madaf_money_free);
  g_clear_pointer (&draft->pass, madaf_member_pass_unref);
}

MadafOrderDraft *
madaf_order_draft_new (const char *language)
{
  MadafOrderDraft *draft = g_atomic_rc_box_new0 (MadafOrderDraft);

  draft->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_draft_line_free);
  draft->language = g_strdup (language);
  return draft;
}

MadafOrderDraft *
madaf_order_draft_ref (MadafOrderDraft *draft)
{
  return g_atomic_rc_box_acquire (draft);
}

void
madaf_order_draft_unref (MadafOrderDraft *draft)
{
  g_atomic_rc_box_release_full (draft, order_draft_free);
}

void
madaf_order_draft_add (MadafOrderDraft *draft, const char *variant_id, int quantity, MadafFulfilment *fulfilment)
{
  g_return_if_fail (fulfilment != NULL);

  g_ptr_array_add (draft->lines, madaf_draft_line_new (variant_id, quantity, fulfilment));
}

void
madaf_order_draft_add_lines (MadafOrderDraft *draft, GListModel *lines)
{
  g_ptr_array_extend_and_steal (draft->lines, madaf_draft_lines_from_model (lines));
}

void
madaf_order_draft_set_contact (MadafOrderDraft *draft, const char *name, const char *phone)
{
  set_personal (&draft->name, name);
  set_personal (&draft->phone, phone);
}

void
madaf_order_draft_set_address (
    MadafOrderDraft *draft, const char *street, const char *city, const char *postal_code, const char *note)
{
  set_personal (&draft->street, street);
  set_personal (&draft->city, city);
  set_personal (&draft->postal_code, postal_code);
  set_personal (&draft->note, note);
}

void
madaf_order_draft_set_payment (MadafOrderDraft *draft, MadafPayment payment)
{
  draft->payment = payment;
}

void
madaf_order_draft_set_member (MadafOrderDraft *draft, MadafMemberPass *pass)
{
  g_clear_pointer (&draft->pass, madaf_member_pass_unref);
  draft->pass = pass != NULL ? madaf_member_pass_ref (pass) : NULL;
}

MadafMemberPass *
madaf_order_draft_get_member (MadafOrderDraft *draft)
{
  return draft->pass;
}

void
madaf_order_draft_set_tender (MadafOrderDraft *draft, MadafTenderDraft *tender)
{
  madaf_tender_draft_ref (tender);
  g_clear_pointer (&draft->tender, madaf_tender_draft_unref);
  draft->tender = tender;
}

gboolean
madaf_order_draft_needs_member (MadafOrderDraft *draft)
{
  return draft->tender != NULL && madaf_tender_draft_needs_member (draft->tender);
}

static void
set_money (MadafMoney **member, const MadafMoney *value)
{
  g_clear_pointer (member, madaf_money_free);
  *member = value != NULL ? madaf_money_copy (value) : NULL;
}

void
madaf_order_draft_set_expected_total (MadafOrderDraft *draft, const MadafMoney *total)
{
  set_money (&draft->expected_total, total);
}

void
madaf_order_draft_set_expected_due (MadafOrderDraft *draft, const MadafMoney *due)
{
  set_money (&draft->expected_due, due);
}

/* What was left empty is sent as empty text, so that the central names the field instead of the body being malformed.
 */
static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
write_address (MadafOrderDraft *draft, MadafJsonWriter *writer)
{
  if (draft->street == NULL && draft->city == NULL)
    return;

  madaf_json_writer_member (writer, "address");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "street", text_or_empty (draft->street));
  madaf_json_writer_member_string (writer, "city", text_or_empty (draft->city));
  if (draft->postal_code != NULL)
    madaf_json_writer_member_string (writer, "postal_code", draft->postal_code);
  if (draft->note != NULL)
    madaf_json_writer_member_string (writer, "note", draft->note);
  madaf_json_writer_end_object (writer);
}

static void
write_contact (MadafOrderDraft *draft, MadafJsonWriter *writer)
{
  madaf_json_writer_member (writer, "contact");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "name", text_or_empty (draft->name));
  madaf_json_writer_member_string (writer, "phone", text_or_empty (draft->phone));
  madaf_json_writer_end_object (writer);
}

static void
write_money (MadafJsonWriter *writer, const char *member, const MadafMoney *money)
{
  if (money == NULL)
    return;

  madaf_json_writer_member (writer, member);
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_int (writer, "amount", money->minor);
  madaf_json_writer_member_string (writer, "currency", money->currency);
  madaf_json_writer_end_object (writer);
}

GBytes *
madaf_order_draft_to_bytes (MadafOrderDraft *draft)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "lines");
  madaf_draft_lines_write (draft->lines, writer);
  write_contact (draft, writer);
  write_address (draft, writer);
  madaf_json_writer_member_string (writer, "payment", madaf_word_get (MADAF_TYPE_PAYMENT, (int)draft->payment));
  madaf_json_writer_member_string (writer, "language", draft->language);
  if (draft->tender != NULL)
    madaf_tender_draft_write (draft->tender, writer);
  write_money (writer, "expected_total", draft->expected_total);
  write_money (writer, "expected_due", draft->expected_due);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}
