/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/check.h"

#include <string.h>

/* North American coupons: AI (8110), "North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols",
 * and AI (8112), "Coupon Data Specification". Both are fields one after the other, many of them behind a digit that
 * says how long they are; so each coupon is a table of fields. */

/* What a field is. */
typedef enum
{
  CODE,   /* one digit of some */
  DIGITS, /* so many digits */
  SIZED,  /* a digit of some that, plus extra, says how many digits follow; 9 may stand for none */
  PREFIX, /* the same, and what follows begins with a GS1 Company Prefix */
  DATE,   /* YYMMDD */
} FieldKind;

typedef struct
{
  FieldKind kind;
  int length;          /* DIGITS: how many; SIZED, PREFIX: how many more than the digit says */
  const char *allowed; /* which digits the code or the size may be */
  const char *missing;
  const char *invalid;
  const char *truncated;
} Field;

/* Where the reading is. */
typedef struct
{
  const char *next;
  const char *end;
} Place;

static const char *
read_digit (Place *place, const Field *field, int *digit)
{
  if (place->next == place->end)
    return field->missing;
  if (strchr (field->allowed, *place->next) == NULL)
    return field->invalid;
  *digit = *place->next++ - '0';
  return NULL;
}

static const char *
read_digits (Place *place, const Field *field, int length)
{
  if (place->end - place->next < length)
    return field->truncated;
  place->next += length;
  return NULL;
}

static const char *
read_field (Place *place, const Field *field)
{
  const char *start;
  const char *reason;
  int digit = 0;

  switch (field->kind)
    {
    case CODE:
      return read_digit (place, field, &digit);
    case DIGITS:
      return read_digits (place, field, field->length);
    case DATE:
      start = place->next;
      reason = read_digits (place, field, 6);
      return reason == NULL && madaf_gs1_check_yymmdd (start, 6) != NULL ? field->invalid : reason;
    default:
      reason = read_digit (place, field, &digit);
      if (reason != NULL || (field->kind == PREFIX && digit == 9))
        return reason;
      start = place->next;
      reason = read_digits (place, field, digit + field->length);
      return reason == NULL && field->kind == PREFIX ? madaf_gs1_check_key (start, digit + field->length) : reason;
    }
}

static const char *
read_fields (Place *place, const Field *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      const char *reason = read_field (place, &fields[i]);

      if (reason != NULL)
        return reason;
    }
  return NULL;
}

#define MISSING(what)        "The coupon's " what " is missing."
#define MUST_BE(what, which) "The coupon's " what " must be " which "."
#define SHORT_OF_VLI(what)   "The coupon's " what " is shorter than what is indicated by its VLI."
#define A_PURCHASE(which)                                                                                              \
  { SIZED,                                                                                                             \
    0,                                                                                                                 \
    "12345",                                                                                                           \
    MISSING (which " purchase Requirement VLI"),                                                                       \
    MUST_BE (which " purchase Requirement VLI", "\"1\" to \"5\""),                                                     \
    SHORT_OF_VLI (which " purchase Requirement") },                                                                    \
      { CODE,                                                                                                          \
        0,                                                                                                             \
        "012349",                                                                                                      \
        MISSING (which " purchase Requirement Code"),                                                                  \
        MUST_BE (which " purchase Requirement Code", "\"0\" to \"4\" or \"9\""),                                       \
        NULL },                                                                                                        \
  {                                                                                                                    \
    DIGITS, 3, NULL, NULL, NULL,                                                                                       \
        "The coupon's " which " purchase Family Code is shorter than the required three digits."                       \
  }
#define A_PREFIX(which)                                                                                                \
  {                                                                                                                    \
    PREFIX, 6, "01234569", MISSING (which " purchase GS1 Company Prefix VLI"),                                         \
        MUST_BE (which " purchase GS1 Company Prefix VLI", "\"0\" to \"6\" or \"9\""),                                 \
        SHORT_OF_VLI (which " purchase GS1 Company Prefix")                                                            \
  }
#define AN_OFFER                                                                                                       \
  {                                                                                                                    \
    DIGITS, 6, NULL, NULL, NULL, "The coupon's Offer Code is shorter than the required six digits."                    \
  }
#define A_SERIAL                                                                                                       \
  {                                                                                                                    \
    SIZED, 6, "0123456789", MISSING ("Serial Number VLI"), NULL, SHORT_OF_VLI ("Serial Number")                        \
  }

static const Field coupon_start[] = {
  { PREFIX, 6, "0123456", MISSING ("primary GS1 Company Prefix VLI"),
    MUST_BE ("primary GS1 Company Prefix VLI", "\"0\" to \"6\""), SHORT_OF_VLI ("primary GS1 Company Prefix") },
  AN_OFFER,
  { SIZED, 0, "12345", MISSING ("Save Value VLI"), MUST_BE ("Save Value VLI", "\"1\" to \"5\""),
    SHORT_OF_VLI ("Save Value") },
  A_PURCHASE ("primary"),
};

static const Field second_purchase[] = {
  { CODE, 0, "0123", MISSING ("Additional Purchase Rules Code"),
    MUST_BE ("Additional Purchase Rules Code", "\"0\" to \"3\""), NULL },
  A_PURCHASE ("second"),
  A_PREFIX ("second"),
};

static const Field third_purchase[] = { A_PURCHASE ("third"), A_PREFIX ("third") };

static const Field expiry[] = {
  { DATE, 0, NULL, NULL, "The coupon's expiration date is invalid.",
    "The coupon's expiration date is too short for YYMMDD format." },
};

static const Field start_date[] = {
  { DATE, 0, NULL, NULL, "The coupon's start date is invalid.",
    "The coupon's start date is too short to YYMMDD format." },
};

static const Field serial[] = { A_SERIAL };

static const Field retailer[] = {
  { PREFIX, 6, "1234567", MISSING ("Retailer GCP/GLN VLI"), MUST_BE ("Retailer GCP/GLN VLI", "\"1\" to \"7\""),
    SHORT_OF_VLI ("Retailer GCP/GLN") },
};

static const Field miscellaneous[] = {
  { CODE, 0, "01256", MISSING ("Save Value Code"), MUST_BE ("Save Value Code", "\"0\", \"1\", \"2\", \"5\" or \"6\""),
    NULL },
  { CODE, 0, "012", MISSING ("Save Value Applies to Item"), MUST_BE ("Save Value Applies to Item", "\"0\" to \"2\""),
    NULL },
  { CODE, 0, "0123456789", MISSING ("Store Coupon Flag"), NULL, NULL },
  { CODE, 0, "01", MISSING ("Don't Multiply Flag"), MUST_BE ("Don't Multiply Flag", "\"0\" or \"1\""), NULL },
};

/* What may follow, in this order, each announced by its digit. */
static const struct
{
  char digit;
  const Field *fields;
  gsize n_fields;
} options[] = {
  { '1', second_purchase, G_N_ELEMENTS (second_purchase) },
  { '2', third_purchase, G_N_ELEMENTS (third_purchase) },
  { '3', expiry, G_N_ELEMENTS (expiry) },
  { '4', start_date, G_N_ELEMENTS (start_date) },
  { '5', serial, G_N_ELEMENTS (serial) },
  { '6', retailer, G_N_ELEMENTS (retailer) },
  { '9', miscellaneous, G_N_ELEMENTS (miscellaneous) },
};

static const char *
check_end (const Place *place)
{
  return place->next == place->end ? NULL : "The coupon contains excess data after the recognised optional fields.";
}

const char *
madaf_gs1_check_couponcode (const char *data, gsize length)
{
  Place place = { data, data + length };
  const char *expires = NULL;
  const char *reason = madaf_gs1_check_set ('N', data, length);

  if (reason == NULL)
    reason = read_fields (&place, coupon_start, G_N_ELEMENTS (coupon_start));
  for (gsize i = 0; reason == NULL && i < G_N_ELEMENTS (options); i++)
    {
      const char *start = place.next + 1;

      if (place.next == place.end || *place.next != options[i].digit)
        continue;
      place.next++;
      reason = read_fields (&place, options[i].fields, options[i].n_fields);
      if (options[i].fields == expiry)
        expires = start;
      else if (reason == NULL && options[i].fields == start_date && expires != NULL && memcmp (start, expires, 6) > 0)
        reason = "The coupon's expiration date preceed the start date.";
    }
  return reason != NULL ? reason : check_end (&place);
}

const char *
madaf_gs1_check_couponposoffer (const char *data, gsize length)
{
  static const Field fields[] = {
    { CODE, 0, "01", MISSING ("Format Code"), MUST_BE ("Format Code", "\"0\" or \"1\""), NULL },
    { SIZED, 6, "0123456", MISSING ("Funder VLI"), MUST_BE ("Funder VLI", "\"0\" to \"6\""), SHORT_OF_VLI ("Funder") },
    AN_OFFER,
    A_SERIAL,
  };
  Place place = { data, data + length };
  const char *reason = madaf_gs1_check_set ('N', data, length);

  if (reason == NULL)
    reason = read_fields (&place, fields, G_N_ELEMENTS (fields));
  return reason != NULL ? reason : check_end (&place);
}
