/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/checkout-form.h"

#include "model/phone.h"

#include <glib/gi18n.h>
#include <string.h>

#define KEPT_AS "checkout-form"

typedef struct
{
  const char *label;
  const char *missing; /* NULL: may be empty */
  const char *pointer; /* where it stands in an order of the contract */
  int limit;           /* letters, as in the contract */
} FieldKind;

static const FieldKind kinds[MADAF_N_FIELDS] = {
  [MADAF_FIELD_NAME] = { N_ ("Your name"), N_ ("Please tell us your name"), "/contact/name", 80 },
  [MADAF_FIELD_PHONE] = { N_ ("Phone"), N_ ("Please tell us your phone number"), "/contact/phone", 40 },
  [MADAF_FIELD_STREET] = { N_ ("Street and number"), N_ ("Please tell us the street"), "/address/street", 120 },
  [MADAF_FIELD_CITY] = { N_ ("City"), N_ ("Please tell us the city"), "/address/city", 80 },
  [MADAF_FIELD_POSTAL_CODE] = { N_ ("Postal code (if you know it)"), NULL, "/address/postal_code", 12 },
  [MADAF_FIELD_NOTE] = { N_ ("Note for the delivery (optional)"), NULL, "/address/note", 200 },
};

struct _MadafCheckoutForm
{
  GObject parent_instance;

  char *texts[MADAF_N_FIELDS];
  MadafFieldFault refused[MADAF_N_FIELDS]; /* by the central, of what stands there now */
  MadafPayment payment;
  char *country; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafCheckoutForm, madaf_checkout_form, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
madaf_checkout_form_finalize (GObject *object)
{
  for (int i = 0; i < MADAF_N_FIELDS; i++)
    wipe (MADAF_CHECKOUT_FORM (object)->texts[i]);
  g_free (MADAF_CHECKOUT_FORM (object)->country);
  G_OBJECT_CLASS (madaf_checkout_form_parent_class)->finalize (object);
}

static void
madaf_checkout_form_class_init (MadafCheckoutFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_checkout_form_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_CHECKOUT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_checkout_form_init (MadafCheckoutForm *self)
{
  self->payment = MADAF_PAYMENT_TILL;
}

MadafCheckoutForm *
madaf_checkout_form_new (void)
{
  return g_object_new (MADAF_TYPE_CHECKOUT_FORM, NULL);
}

MadafCheckoutForm *
madaf_checkout_form_for (MadafSession *session)
{
  MadafCheckoutForm *self = (MadafCheckoutForm *)madaf_session_kept (session, KEPT_AS);
  g_autoptr (MadafCheckoutForm) made = NULL;

  if (self != NULL)
    return self;
  made = madaf_checkout_form_new ();
  madaf_session_keep (session, KEPT_AS, G_OBJECT (made));
  return made;
}

void
madaf_checkout_form_set_country (MadafCheckoutForm *self, const char *country)
{
  char *copy;

  if (g_strcmp0 (self->country, country) == 0)
    return;
  copy = g_strdup (country);
  g_free (self->country);
  self->country = copy;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const char *
madaf_checkout_form_get (MadafCheckoutForm *self, MadafField field)
{
  g_return_val_if_fail (field < MADAF_N_FIELDS, "");
  return self->texts[field] != NULL ? self->texts[field] : "";
}

void
madaf_checkout_form_set (MadafCheckoutForm *self, MadafField field, const char *text)
{
  g_return_if_fail (field < MADAF_N_FIELDS);
  if (g_str_equal (madaf_checkout_form_get (self, field), text))
    return;
  wipe (self->texts[field]);
  self->texts[field] = g_strdup (text);
  self->refused[field] = MADAF_FIELD_FINE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

MadafPayment
madaf_checkout_form_get_payment (MadafCheckoutForm *self)
{
  return self->payment;
}

void
madaf_checkout_form_set_payment (MadafCheckoutForm *self, MadafPayment payment)
{
  if (self->payment == payment)
    return;
  self->payment = payment;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_dialled_at_home (const char *text)
{
  return text[0] != '+' && !g_str_has_prefix (text, "00");
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static MadafFieldFault
check_phone (const char *text, const char *country)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *phone = madaf_phone_normalise (text, country, &error);

  if (phone != NULL || (country == NULL && is_dialled_at_home (text) && !has_letters (text)))
    return MADAF_FIELD_FINE;
  switch ((MadafPhoneError)error->code)
    {
    case MADAF_PHONE_ERROR_EMPTY:
      return MADAF_FIELD_MISSING;
    case MADAF_PHONE_ERROR_TOO_SHORT:
      return MADAF_FIELD_TOO_SHORT;
    case MADAF_PHONE_ERROR_TOO_LONG:
      return MADAF_FIELD_TOO_LONG;
    case MADAF_PHONE_ERROR_NOT_A_PHONE:
    default:
      return MADAF_FIELD_NOT_A_PHONE;
    }
}

MadafFieldFault
madaf_field_check (MadafField field, const char *text, const char *country)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_return_val_if_fail (field < MADAF_N_FIELDS, MADAF_FIELD_REFUSED);
  if (*stripped == '\0')
    return kinds[field].missing != NULL ? MADAF_FIELD_MISSING : MADAF_FIELD_FINE;
  if (g_utf8_strlen (stripped, -1) > kinds[field].limit)
    return MADAF_FIELD_TOO_LONG;
  return field == MADAF_FIELD_PHONE ? check_phone (stripped, country) : MADAF_FIELD_FINE;
}

MadafFieldFault
madaf_checkout_form_check (MadafCheckoutForm *self, MadafField field)
{
  MadafFieldFault fault = madaf_field_check (field, madaf_checkout_form_get (self, field), self->country);

  return fault != MADAF_FIELD_FINE ? fault : self->refused[field];
}

MadafField
madaf_checkout_form_first_fault (MadafCheckoutForm *self, gboolean with_address)
{
  MadafField end = with_address ? MADAF_N_FIELDS : MADAF_FIELD_STREET;

  for (MadafField field = 0; field < end; field++)
    if (madaf_checkout_form_check (self, field) != MADAF_FIELD_FINE)
      return field;
  return MADAF_N_FIELDS;
}

const char *
madaf_field_fault_to_words (MadafField field, MadafFieldFault fault)
{
  g_return_val_if_fail (field < MADAF_N_FIELDS, NULL);
  switch (fault)
    {
    case MADAF_FIELD_FINE:
      return NULL;
    case MADAF_FIELD_MISSING:
      return kinds[field].missing != NULL ? _ (kinds[field].missing) : _ ("Please fill this in");
    case MADAF_FIELD_TOO_SHORT:
      return field == MADAF_FIELD_PHONE ? _ ("Some digits are missing") : _ ("This is too short");
    case MADAF_FIELD_TOO_LONG:
      return field == MADAF_FIELD_PHONE ? _ ("There are too many digits") : _ ("This is too long");
    case MADAF_FIELD_NOT_A_PHONE:
      return _ ("This is no phone number we can reach you at");
    case MADAF_FIELD_REFUSED:
    default:
      return _ ("Please check this");
    }
}

const char *
madaf_field_get_label (MadafField field)
{
  g_return_val_if_fail (field < MADAF_N_FIELDS, "");
  return _ (kinds[field].label);
}

int
madaf_field_get_limit (MadafField field)
{
  g_return_val_if_fail (field < MADAF_N_FIELDS, 0);
  return kinds[field].limit;
}

static MadafFieldFault
fault_for_reason (const char *reason)
{
  if (g_str_equal (reason, "missing"))
    return MADAF_FIELD_MISSING;
  if (g_str_equal (reason, "too_short"))
    return MADAF_FIELD_TOO_SHORT;
  if (g_str_equal (reason, "too_long"))
    return MADAF_FIELD_TOO_LONG;
  if (g_str_equal (reason, "not_a_phone"))
    return MADAF_FIELD_NOT_A_PHONE;
  return MADAF_FIELD_REFUSED;
}

MadafField
madaf_checkout_form_take_problem (MadafCheckoutForm *self, MadafProblem *problem)
{
  MadafField first = MADAF_N_FIELDS;

  for (MadafField field = 0; field < MADAF_N_FIELDS; field++)
    {
      const char *reason = madaf_problem_get_reason (problem, kinds[field].pointer);

      if (reason == NULL)
        continue;
      self->refused[field] = fault_for_reason (reason);
      first = MIN (first, field);
    }
  /* Somebody who ships must have an address; the whole of it may be what is missing. */
  if (madaf_problem_get_reason (problem, "/address") != NULL)
    first = MIN (first, MADAF_FIELD_STREET);
  else if (madaf_problem_get_reason (problem, "/contact") != NULL)
    first = MIN (first, MADAF_FIELD_NAME);
  if (first != MADAF_N_FIELDS)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return first;
}

void
madaf_checkout_form_fill (MadafCheckoutForm *self, MadafOrderDraft *draft, gboolean with_address)
{
  char *texts[MADAF_N_FIELDS];

  for (int i = 0; i < MADAF_N_FIELDS; i++)
    texts[i] = g_strstrip (g_strdup (madaf_checkout_form_get (self, (MadafField)i)));
  madaf_order_draft_set_contact (draft, texts[MADAF_FIELD_NAME], texts[MADAF_FIELD_PHONE]);
  if (with_address)
    madaf_order_draft_set_address (draft, texts[MADAF_FIELD_STREET], texts[MADAF_FIELD_CITY],
                                   texts[MADAF_FIELD_POSTAL_CODE], texts[MADAF_FIELD_NOTE]);
  /* A parcel cannot be paid when it is collected. */
  madaf_order_draft_set_payment (draft, with_address ? MADAF_PAYMENT_TILL : self->payment);
  for (int i = 0; i < MADAF_N_FIELDS; i++)
    wipe (texts[i]);
}
