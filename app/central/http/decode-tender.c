/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"

#include "model/json.h"

#define MAX_POINTS      1000000000
#define MAX_CARD_LENGTH 64

void
madaf_tender_request_clear (MadafTenderRequest *self)
{
  g_clear_pointer (&self->coupons, g_free);
  g_clear_pointer (&self->gift_cards, g_free);
}

static void
decode_coupon (MadafFields *parent, JsonArray *array, guint i, MadafCouponRequest *coupon)
{
  g_autofree char *pointer = g_strdup_printf ("%s/coupons/%u", parent->pointer, i);
  g_auto (MadafFields) fields = { 0 };
  JsonObject *object = NULL;
  gboolean by_id;

  if (!madaf_json_element_object (array, i, &object, NULL))
    {
      madaf_request_refuse (parent->request, pointer, "wrong_type");
      return;
    }
  madaf_fields_init (&fields, parent->request, object, pointer, "code coupon_id");
  by_id = json_object_has_member (object, "coupon_id");
  coupon->code = madaf_fields_string (&fields, "code", by_id ? MADAF_FIELD_OPTIONAL : MADAF_FIELD_REQUIRED, 1,
                                      MADAF_COUPON_CODE_MAX);
  coupon->coupon_id = madaf_fields_id (&fields, "coupon_id", MADAF_FIELD_OPTIONAL);
  if (by_id && json_object_has_member (object, "code"))
    madaf_fields_refuse (&fields, "code", "duplicate");
}

static void
decode_coupons (MadafFields *fields, MadafTenderRequest *self)
{
  JsonArray *array;

  if (!json_object_has_member (fields->object, "coupons"))
    return;
  array = madaf_fields_array (fields, "coupons", 0, MADAF_COUPON_MAX_ON_ORDER);
  if (array == NULL)
    return;
  self->tender.n_coupons = json_array_get_length (array);
  self->coupons = g_new0 (MadafCouponRequest, self->tender.n_coupons + 1);
  self->tender.coupons = self->coupons;
  for (guint i = 0; i < self->tender.n_coupons; i++)
    decode_coupon (fields, array, i, &self->coupons[i]);
}

void
madaf_decode_tender (MadafFields *fields, MadafTenderRequest *self)
{
  const char *member_id = fields->request->member_id;

  if (fields->object == NULL)
    return;
  self->tender.member_id = member_id;
  decode_coupons (fields, self);
  self->gift_cards = madaf_decode_strings (fields, "gift_cards", MADAF_GIFT_CARD_MAX_ON_ORDER, MAX_CARD_LENGTH);
  self->tender.gift_cards = self->gift_cards;
  madaf_fields_int (fields, "points", MADAF_FIELD_OPTIONAL, 0, MAX_POINTS, &self->tender.points);
  self->tender.stored_value = madaf_fields_boolean (fields, "stored_value");
  if (member_id == NULL && self->tender.points > 0)
    madaf_fields_refuse (fields, "points", "members_only");
  if (member_id == NULL && self->tender.stored_value)
    madaf_fields_refuse (fields, "stored_value", "members_only");
}
