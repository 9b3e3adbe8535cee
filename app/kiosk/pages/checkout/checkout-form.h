/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/order-draft.h"
#include "client/problem.h"
#include "kiosk/session.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_FIELD_NAME,
  MADAF_FIELD_PHONE,
  MADAF_FIELD_STREET,
  MADAF_FIELD_CITY,
  MADAF_FIELD_POSTAL_CODE,
  MADAF_FIELD_NOTE,
  MADAF_N_FIELDS,
} MadafField;

typedef enum
{
  MADAF_FIELD_FINE,
  MADAF_FIELD_MISSING,
  MADAF_FIELD_TOO_SHORT,
  MADAF_FIELD_TOO_LONG,
  MADAF_FIELD_NOT_A_PHONE,
  MADAF_FIELD_REFUSED, /* the central does not take it and does not say why in words we know */
} MadafFieldFault;

/**
 * MadafCheckoutForm:
 *
 * What the shopper typed at the checkout. It lives in the session and nowhere else; what was typed is overwritten when
 * it goes.
 *
 * Signal `changed` (after any field or the payment changed).
 */
#define MADAF_TYPE_CHECKOUT_FORM (madaf_checkout_form_get_type ())
G_DECLARE_FINAL_TYPE (MadafCheckoutForm, madaf_checkout_form, MADAF, CHECKOUT_FORM, GObject)

MadafCheckoutForm *madaf_checkout_form_new (void);
/* The one of this session, made when there is none (transfer none). */
MadafCheckoutForm *madaf_checkout_form_for (MadafSession *session);

/* country: (nullable): the shop's, ISO 3166-1 alpha-2. */
void madaf_checkout_form_set_country (MadafCheckoutForm *self, const char *country);

/* Never NULL, as typed. */
const char *madaf_checkout_form_get (MadafCheckoutForm *self, MadafField field);
void madaf_checkout_form_set (MadafCheckoutForm *self, MadafField field, const char *text);
MadafPayment madaf_checkout_form_get_payment (MadafCheckoutForm *self);
void madaf_checkout_form_set_payment (MadafCheckoutForm *self, MadafPayment payment);

/* What is wrong with a field: a pure function of text; empty is fine for those that may be. country: (nullable): of the
 * shop, for numbers dialled at home; while it is not known they are left to the central to judge. */
MadafFieldFault madaf_field_check (MadafField field, const char *text, const char *country);
/* That, or what the central said of exactly this text. */
MadafFieldFault madaf_checkout_form_check (MadafCheckoutForm *self, MadafField field);
/* The first field with a fault, of those asked for; MADAF_N_FIELDS when all are fine. */
MadafField madaf_checkout_form_first_fault (MadafCheckoutForm *self, gboolean with_address);

/* In the program's language, static; NULL for FINE. */
const char *madaf_field_fault_to_words (MadafField field, MadafFieldFault fault);
/* "Your name", "Phone" … */
const char *madaf_field_get_label (MadafField field);
/* How many letters the central takes. */
int madaf_field_get_limit (MadafField field);

/**
 * madaf_checkout_form_take_problem:
 *
 * Remembers what the central said of fields ("/contact/phone": "not_a_phone") until they are typed anew.
 *
 * Returns: the first of these fields, MADAF_N_FIELDS when the problem is about none
 */
MadafField madaf_checkout_form_take_problem (MadafCheckoutForm *self, MadafProblem *problem);

/* Contact, address (with_address) and payment into a draft. */
void madaf_checkout_form_fill (MadafCheckoutForm *self, MadafOrderDraft *draft, gboolean with_address);

G_END_DECLS
