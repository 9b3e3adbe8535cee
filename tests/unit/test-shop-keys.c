/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/idempotency.h"

#include <string.h>

#include "central/shop/basket.h"
#include "central/shop/enrolment.h"
#include "central/shop/error.h"
#include "shop-fixture.h"

/* What is kept so that asking again is harmless: idempotency keys, device tokens, basket versions. */

typedef struct
{
  ShopFixture *fixture;
  const char *key;
  const char *device;
  const char *body;
  MadafKeyResult result;
  char *answer; /* (owned) (nullable) */
} Request;

/* What a handler does: look up, else work (a basket) and keep the answer. */
static gboolean
handle (MadafTransaction *transaction, gpointer data, GError **error)
{
  Request *self = data;
  g_autoptr (GBytes) body = g_bytes_new_static (self->body, strlen (self->body));
  g_auto (MadafKeptAnswer) known = { 0 };
  g_auto (MadafKeptAnswer) answer = { .status = 201, .location = g_strdup ("/v1/baskets/x") };
  g_autoptr (MadafShopBasket) basket = NULL;

  if (!madaf_idempotency_look_up (transaction, self->key, "createBasket", self->device, body, &self->result, &known,
                                  error))
    return FALSE;
  if (self->result == MADAF_KEY_KNOWN)
    {
      g_assert_cmpint (known.status, ==, 201);
      g_assert_cmpstr (known.location, ==, "/v1/baskets/x");
      self->answer = g_strndup (g_bytes_get_data (known.body, NULL), g_bytes_get_size (known.body));
    }
  if (self->result != MADAF_KEY_NEW)
    return TRUE;
  basket = madaf_basket_create (transaction, NULL, 0, self->fixture->now_us, self->fixture->random, NULL, error);
  self->answer = g_strdup (basket->id);
  answer.body = g_bytes_new (basket->id, strlen (basket->id));
  return madaf_idempotency_keep (transaction, self->key, "createBasket", self->device, body, &answer,
                                 self->fixture->now_us, error);
}

static gboolean
prune (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_idempotency_prune (transaction, *(gint64 *)data, error);
}

static void
test_idempotency (ShopFixture *fixture, gconstpointer data)
{
  Request first = { fixture, "key-1", "kiosk-1", "{}" };
  Request again = { fixture, "key-1", "kiosk-1", "{}" };
  Request other_body = { fixture, "key-1", "kiosk-1", "{ }" };
  Request other_device = { fixture, "key-1", "kiosk-2", "{}" };
  Request later = { fixture, "key-1", "kiosk-1", "{}" };
  gint64 now_us = fixture->now_us + 90 * G_TIME_SPAN_DAY;

  shop_fixture_write (fixture, handle, &first);
  shop_fixture_write (fixture, prune, &now_us);
  shop_fixture_write (fixture, handle, &again);
  shop_fixture_write (fixture, handle, &other_body);
  shop_fixture_write (fixture, handle, &other_device);
  g_assert_cmpint (first.result, ==, MADAF_KEY_NEW);
  g_assert_cmpint (again.result, ==, MADAF_KEY_KNOWN);
  g_assert_cmpstr (again.answer, ==, first.answer);
  g_assert_cmpint (other_body.result, ==, MADAF_KEY_DIFFERENT);
  g_assert_cmpint (other_device.result, ==, MADAF_KEY_NEW);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM basket"), ==, 2);

  now_us++;
  shop_fixture_write (fixture, prune, &now_us);
  shop_fixture_write (fixture, handle, &later);
  g_assert_cmpint (later.result, ==, MADAF_KEY_NEW);
  g_free (first.answer);
  g_free (again.answer);
  g_free (other_device.answer);
  g_free (later.answer);
}

#define TWINS 16

static gpointer
send_request (gpointer data)
{
  Request *self = data;

  shop_fixture_write (self->fixture, handle, self);
  return NULL;
}

static void
test_twins (ShopFixture *fixture, gconstpointer data)
{
  Request requests[TWINS];
  GThread *threads[TWINS];
  int fresh = 0;

  for (int i = 0; i < TWINS; i++)
    {
      requests[i] = (Request){ fixture, "key-1", "kiosk-1", "{}" };
      threads[i] = g_thread_new ("twin", send_request, &requests[i]);
    }
  for (int i = 0; i < TWINS; i++)
    {
      g_thread_join (threads[i]);
      fresh += requests[i].result == MADAF_KEY_NEW;
    }
  for (int i = 0; i < TWINS; i++)
    {
      g_assert_cmpstr (requests[i].answer, ==, requests[0].answer);
      if (i > 0)
        g_free (requests[i].answer);
    }
  g_free (requests[0].answer);
  g_assert_cmpint (fresh, ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM basket"), ==, 1);
}

typedef struct
{
  ShopFixture *fixture;
  char *code;          /* (owned) */
  MadafDevice *device; /* (owned) (nullable) */
  char *token;         /* (owned) (nullable) */
  GError *refused;     /* (owned) (nullable) */
} Enrolment;

static gboolean
create_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  Enrolment *self = data;

  self->code = madaf_enrolment_create_code (transaction, "kiosk", "north", self->fixture->now_us, self->fixture->random,
                                            NULL, error);
  return self->code != NULL;
}

static gboolean
redeem (MadafTransaction *transaction, gpointer data, GError **error)
{
  Enrolment *self = data;

  g_clear_error (&self->refused);
  return madaf_enrolment_redeem (transaction, self->code, "By the door", self->fixture->now_us, self->fixture->random,
                                 &self->device, &self->token, &self->refused, error);
}

static void
enrolment_clear (Enrolment *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->device, madaf_device_free);
  g_clear_pointer (&self->token, g_free);
  g_clear_error (&self->refused);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Enrolment, enrolment_clear)

static gboolean
read_device (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (MadafDevice) device = madaf_device_get_by_token (transaction, data, error);

  g_assert_true (device == NULL || g_str_equal (device->branch_id, "north"));
  return device != NULL;
}

static gboolean
revoke_device (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_device_revoke (transaction, data, 1, error);
}

static void
test_enrolment (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Enrolment) self = { .fixture = fixture };
  g_auto (Enrolment) twice = { .fixture = fixture };
  g_autoptr (GError) error = NULL;

  shop_fixture_write (fixture, create_code, &self);
  g_assert_cmpuint (strlen (self.code), ==, 8);
  shop_fixture_write (fixture, redeem, &self);
  g_assert_no_error (self.refused);
  g_assert_cmpuint (strlen (self.token), ==, 43);
  shop_fixture_read (fixture, read_device, self.token);

  twice.code = g_strdup (self.code);
  shop_fixture_write (fixture, redeem, &twice);
  g_assert_error (twice.refused, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_CODE);
  g_assert_null (twice.token);

  shop_fixture_write (fixture, revoke_device, self.device->id);
  g_assert_false (madaf_store_read (fixture->store, read_device, self.token, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_REVOKED);
}

static void
test_code_grows_old (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Enrolment) self = { .fixture = fixture };

  shop_fixture_write (fixture, create_code, &self);
  fixture->now_us += 10 * G_TIME_SPAN_MINUTE;
  shop_fixture_write (fixture, redeem, &self);
  g_assert_error (self.refused, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_CODE);
}

static void
test_guessing (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Enrolment) good = { .fixture = fixture };
  g_auto (Enrolment) guess = { .fixture = fixture, .code = g_strdup ("00000000") };

  shop_fixture_write (fixture, create_code, &good);
  for (int i = 0; i < 5; i++)
    {
      shop_fixture_write (fixture, redeem, &guess);
      g_assert_error (guess.refused, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_CODE);
    }
  /* Now even the right one must wait, and a minute later it is good again. */
  shop_fixture_write (fixture, redeem, &good);
  g_assert_error (good.refused, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_TOO_MANY_TRIES);
  fixture->now_us += G_TIME_SPAN_MINUTE;
  shop_fixture_write (fixture, redeem, &good);
  g_assert_no_error (good.refused);
  g_assert_nonnull (good.token);
}

typedef struct
{
  ShopFixture *fixture;
  MadafShopBasket *basket; /* (owned) (nullable) */
  char *id;
  gint64 version;
  gint64 quantity;
} BasketJob;

static gboolean
create_basket (MadafTransaction *transaction, gpointer data, GError **error)
{
  BasketJob *self = data;
  const MadafLineRequest lines[] = { { "sock-one", 2, MADAF_REACH_UNDECIDED, NULL },
                                     { "shirt-red-m", 1, MADAF_REACH_COLLECT, "north" },
                                     { "sock-one", 1, MADAF_REACH_UNDECIDED, NULL } };
  g_auto (MadafFaults) faults = { 0 };

  self->basket = madaf_basket_create (transaction, lines, G_N_ELEMENTS (lines), self->fixture->now_us,
                                      self->fixture->random, &faults, error);
  return self->basket != NULL;
}

static gboolean
replace_basket (MadafTransaction *transaction, gpointer data, GError **error)
{
  BasketJob *self = data;
  const MadafLineRequest lines[] = { { "sock-one", self->quantity, MADAF_REACH_SHIP, NULL } };
  g_auto (MadafFaults) faults = { 0 };

  g_clear_pointer (&self->basket, madaf_shop_basket_free);
  self->basket
      = madaf_basket_replace (transaction, self->id, self->version, lines, 1, self->fixture->now_us, &faults, error);
  return self->basket != NULL;
}

static gboolean
read_basket (MadafTransaction *transaction, gpointer data, GError **error)
{
  BasketJob *self = data;

  g_clear_pointer (&self->basket, madaf_shop_basket_free);
  self->basket = madaf_basket_get (transaction, self->id, self->fixture->now_us, error);
  return self->basket != NULL;
}

static void
test_basket (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BasketJob self = { .fixture = fixture, .quantity = 4 };

  shop_fixture_write (fixture, create_basket, &self);
  g_assert_cmpuint (self.basket->lines->len, ==, 2);
  g_assert_cmpint (self.basket->total, ==, 3 * 1990 + 19990);
  self.id = g_strdup (self.basket->id);
  self.version = self.basket->version;
  shop_fixture_read (fixture, read_basket, &self);
  g_assert_cmpint (self.basket->total, ==, 3 * 1990 + 19990);

  shop_fixture_write (fixture, replace_basket, &self);
  g_assert_cmpint (self.basket->version, ==, self.version + 1);
  g_assert_cmpint (self.basket->total, ==, 4 * 1990);
  /* The other device still holds the version before. */
  g_assert_false (madaf_store_write (fixture->store, replace_basket, &self, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_VERSION);
  g_clear_error (&error);
  self.version = -1;
  self.quantity = 0;
  g_assert_false (madaf_store_write (fixture->store, replace_basket, &self, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID);
  g_free (self.id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/keys/idempotency", test_idempotency);
  SHOP_TEST ("/keys/twins", test_twins);
  SHOP_TEST ("/keys/enrolment", test_enrolment);
  SHOP_TEST ("/keys/code-grows-old", test_code_grows_old);
  SHOP_TEST ("/keys/guessing", test_guessing);
  SHOP_TEST ("/keys/basket", test_basket);
  return g_test_run ();
}
