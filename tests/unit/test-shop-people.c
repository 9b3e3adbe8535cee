/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/shop/access-token.h"
#include "central/shop/enrolment.h"
#include "central/shop/error.h"
#include "central/shop/member-code.h"
#include "central/shop/member.h"
#include "central/shop/one-time-code.h"
#include "central/shop/outbox.h"
#include "central/shop/personal-data.h"
#include "central/shop/phone-session.h"
#include "central/shop/sign-in.h"
#include "model/collection-code.h"
#include "shop-fixture.h"

/* The rules of members and of the ways they sign in; time is the test's, to the microsecond. */

#define PHONE "+972501234501"

/* One call of a rule: what it is given and what came back. */
typedef struct
{
  MadafRandom *random;
  gint64 now_us;
  const char *device_id;
  const char *phone;
  const char *id;
  const char *code;
  const char *member_id;
  char *result_id;
  char *result_code;
  gint64 wait_us;
  int state;
  int tries_left;
  gboolean is;
} Call;

static void
call_clear (Call *call)
{
  g_clear_pointer (&call->result_id, g_free);
  g_clear_pointer (&call->result_code, g_free);
}

static gboolean
make_device (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autofree char *token = NULL;
  g_autoptr (MadafDevice) device
      = madaf_device_create (transaction, call->code, "north", "Screen", call->now_us, call->random, &token, error);

  call->result_id = device != NULL ? g_strdup (device->id) : NULL;
  return device != NULL;
}

static char *
add_device (ShopFixture *fixture, const char *role)
{
  Call call = { .random = fixture->random, .now_us = fixture->now_us, .code = role };

  shop_fixture_write (fixture, make_device, &call);
  return call.result_id;
}

/* One-time codes */

static gboolean
send_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;

  return madaf_one_time_code_send (transaction, call->phone, "he", call->device_id, call->now_us, call->random,
                                   &call->result_id, &call->wait_us, error);
}

static gboolean
check_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_auto (MadafCodeVerdict) verdict = { 0 };
  gboolean done
      = madaf_one_time_code_check (transaction, call->id, call->code, call->device_id, call->now_us, &verdict, error);

  call->state = verdict.result;
  call->tries_left = verdict.tries_left;
  g_assert_true ((verdict.phone != NULL) == (verdict.result == MADAF_CODE_RIGHT));
  return done;
}

/* What a phone would read. */
static gboolean
read_body (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (
      transaction, "SELECT body FROM outbox ORDER BY number DESC LIMIT 1", MADAF_NO_VALUES, error);

  g_assert_true (madaf_rows_next (rows, error));
  call->result_code = madaf_rows_dup_text (rows, 0);
  return TRUE;
}

/* (transfer full) in @code, @id; NULL when too many were sent. */
static char *
ask_for_code (ShopFixture *fixture, const char *device_id, const char *phone, char **code, gint64 *wait_us)
{
  Call call = { .random = fixture->random, .now_us = fixture->now_us, .device_id = device_id, .phone = phone };

  shop_fixture_write (fixture, send_code, &call);
  if (call.result_id != NULL && code != NULL)
    shop_fixture_read (fixture, read_body, &call);
  if (code != NULL)
    *code = call.result_code;
  if (wait_us != NULL)
    *wait_us = call.wait_us;
  return call.result_id;
}

static Call
try_code (ShopFixture *fixture, const char *device_id, const char *id, const char *code)
{
  Call call = { .now_us = fixture->now_us, .device_id = device_id, .id = id, .code = code };

  shop_fixture_write (fixture, check_code, &call);
  return call;
}

static const char *
other_than (const char *code)
{
  return strcmp (code, "000000") == 0 ? "000001" : "000000";
}

static void
test_code_once (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *other = add_device (fixture, "kiosk");
  g_autofree char *code = NULL;
  g_autofree char *id = ask_for_code (fixture, device, PHONE, &code, NULL);

  g_assert_cmpuint (strlen (code), ==, 6);
  g_assert_cmpint (try_code (fixture, other, id, code).state, ==, MADAF_CODE_OVER);
  g_assert_cmpint (try_code (fixture, device, "another", code).state, ==, MADAF_CODE_OVER);
  g_assert_cmpint (try_code (fixture, device, id, code).state, ==, MADAF_CODE_RIGHT);
  g_assert_cmpint (try_code (fixture, device, id, code).state, ==, MADAF_CODE_OVER);
}

static void
test_code_expires (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *code = NULL;
  g_autofree char *id = ask_for_code (fixture, device, PHONE, &code, NULL);
  g_autofree char *late_code = NULL;
  g_autofree char *late_id = ask_for_code (fixture, device, PHONE, &late_code, NULL);

  fixture->now_us += 5 * G_TIME_SPAN_MINUTE - 1;
  g_assert_cmpint (try_code (fixture, device, id, code).state, ==, MADAF_CODE_RIGHT);
  fixture->now_us += 1;
  g_assert_cmpint (try_code (fixture, device, late_id, late_code).state, ==, MADAF_CODE_OVER);
}

static void
test_code_tries (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *code = NULL;
  g_autofree char *id = ask_for_code (fixture, device, PHONE, &code, NULL);

  for (int left = 4; left >= 0; left--)
    {
      Call call = try_code (fixture, device, id, other_than (code));

      g_assert_cmpint (call.state, ==, MADAF_CODE_WRONG);
      g_assert_cmpint (call.tries_left, ==, left);
    }
  g_assert_cmpint (try_code (fixture, device, id, code).state, ==, MADAF_CODE_OVER);
}

/* Wrong codes to one phone are counted over all devices and codes, and forgotten after a day. */
static void
test_code_guesses (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *owner = add_device (fixture, "kiosk");
  g_autofree char *code = NULL;
  g_autofree char *id = NULL;
  gint64 began_us = fixture->now_us;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *sent = NULL;
      g_autofree char *sent_id = ask_for_code (fixture, device, PHONE, &sent, NULL);

      for (int j = 0; j < 5; j++)
        g_assert_cmpint (try_code (fixture, device, sent_id, other_than (sent)).state, ==, MADAF_CODE_WRONG);
      fixture->now_us += G_TIME_SPAN_HOUR;
    }
  id = ask_for_code (fixture, owner, PHONE, &code, NULL);
  g_assert_cmpint (try_code (fixture, owner, id, code).state, ==, MADAF_CODE_TOO_MANY);
  g_clear_pointer (&id, g_free);
  g_clear_pointer (&code, g_free);
  /* Another phone is not touched by it. */
  id = ask_for_code (fixture, owner, "+972501234502", &code, NULL);
  g_assert_cmpint (try_code (fixture, owner, id, code).state, ==, MADAF_CODE_RIGHT);
  g_clear_pointer (&id, g_free);
  g_clear_pointer (&code, g_free);
  fixture->now_us = began_us + G_TIME_SPAN_DAY;
  id = ask_for_code (fixture, owner, PHONE, &code, NULL);
  g_assert_cmpint (try_code (fixture, owner, id, code).state, ==, MADAF_CODE_RIGHT);
}

static void
test_code_sends (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *other = add_device (fixture, "kiosk");
  gint64 wait_us = 0;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *id = ask_for_code (fixture, device, PHONE, NULL, NULL);

      g_assert_nonnull (id);
      fixture->now_us += G_TIME_SPAN_MINUTE;
    }
  g_assert_null (ask_for_code (fixture, other, PHONE, NULL, &wait_us));
  g_assert_cmpint (wait_us, ==, 55 * G_TIME_SPAN_MINUTE);
  for (int i = 0; i < 25; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+9725012346%02d", i);
      g_autofree char *id = ask_for_code (fixture, device, phone, NULL, NULL);

      g_assert_nonnull (id);
    }
  g_assert_null (ask_for_code (fixture, device, "+972501234799", NULL, &wait_us));
  g_assert_cmpint (wait_us, ==, 55 * G_TIME_SPAN_MINUTE);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM outbox"), ==, 30);
  fixture->now_us += wait_us;
  g_free (ask_for_code (fixture, other, PHONE, NULL, &wait_us));
  g_assert_cmpint (wait_us, ==, 0);
}

/* The database gives neither the code nor what goes with it. */
static void
test_code_is_hashed (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *code = NULL;
  g_autofree char *id = ask_for_code (fixture, device, PHONE, &code, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM one_time_code WHERE instr (code_hash, CAST ('%s' AS "
                                          "BLOB)) OR id_hash = CAST ('%s' AS BLOB)",
                                          code, id);

  g_assert_cmpint (shop_fixture_number (fixture, sql), ==, 0);
}

static void
test_code_typed (void)
{
  static const struct
  {
    const char *typed;
    const char *code;
  } cases[] = {
    { "123456", "123456" },
    { " 123 456 ", "123456" },
    { "123-456", "123456" },
    { "١٢٣٤٥٦", "123456" },
    { "12345", NULL },
    { "1234567", NULL },
    { "12345a", NULL },
    { "", NULL },
    { "\342\200\216123456", "123456" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = madaf_one_time_code_normalise (cases[i].typed);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

/* Members */

typedef struct
{
  ShopFixture *fixture;
  const char *phone;
  MadafMember *member;
} Welcome;

static gboolean
do_welcome (MadafTransaction *transaction, gpointer data, GError **error)
{
  Welcome *welcome = data;

  welcome->member = madaf_member_welcome (transaction, welcome->phone, "ru", welcome->fixture->now_us,
                                          welcome->fixture->random, error);
  return welcome->member != NULL;
}

static MadafMember *
welcome (ShopFixture *fixture, const char *phone)
{
  Welcome data = { fixture, phone, NULL };

  shop_fixture_write (fixture, do_welcome, &data);
  return data.member;
}

static void
test_member (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafMember) first = welcome (fixture, PHONE);
  g_autoptr (MadafMember) again = welcome (fixture, PHONE);
  g_autoptr (MadafMember) other = welcome (fixture, "+972501234502");
  g_autofree char *masked = madaf_member_mask_phone (PHONE);

  g_assert_cmpstr (first->id, ==, again->id);
  g_assert_cmpstr (first->id, !=, other->id);
  g_assert_true (first->number[0] == 'M' && madaf_collection_code_is_valid (first->number + 1));
  g_assert_cmpstr (masked, ==, "+972•••••4501");
}

static void
test_name (void)
{
  g_autofree char *plain = madaf_member_clean_name ("  Dana\342\200\256 \tLevi ");
  g_autofree char *nothing = madaf_member_clean_name (" \342\200\217 ");
  g_autofree char *long_name = g_strnfill (61, 'x');
  g_autofree char *too_long = madaf_member_clean_name (long_name);

  g_assert_cmpstr (plain, ==, "Dana Levi");
  g_assert_null (nothing);
  g_assert_null (too_long);
}

/* Access tokens */

static gboolean
make_token (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;

  call->result_code = madaf_access_token_create (transaction, call->member_id, call->device_id, call->now_us,
                                                 call->random, &call->wait_us, error);
  return call->result_code != NULL;
}

static char *
sign_in (ShopFixture *fixture, const char *member_id, const char *device_id)
{
  Call call = { .random = fixture->random, .now_us = fixture->now_us, .member_id = member_id, .device_id = device_id };

  shop_fixture_write (fixture, make_token, &call);
  return call.result_code;
}

static gboolean
look_up_token (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  guint8 digest[MADAF_ACCESS_DIGEST_SIZE];
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafAccess) access = NULL;

  madaf_access_token_hash (call->code, digest);
  access = madaf_access_token_look_up (transaction, digest, call->now_us, &local_error);
  call->is = access != NULL;
  if (access == NULL)
    g_assert_error (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
  else
    g_assert_cmpstr (access->branch_id, ==, "north");
  return TRUE;
}

static gboolean
is_good (ShopFixture *fixture, const char *token)
{
  Call call = { .now_us = fixture->now_us, .code = token };

  shop_fixture_read (fixture, look_up_token, &call);
  return call.is;
}

static gboolean
touch_token (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  guint8 digest[MADAF_ACCESS_DIGEST_SIZE];

  madaf_access_token_hash (call->code, digest);
  return call->is ? madaf_access_token_revoke (transaction, digest, error)
                  : madaf_access_token_touch (transaction, digest, call->now_us, error);
}

static void
use (ShopFixture *fixture, const char *token, gboolean revoke)
{
  Call call = { .now_us = fixture->now_us, .code = token, .is = revoke };

  shop_fixture_write (fixture, touch_token, &call);
}

static void
test_token_life (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *kiosk = add_device (fixture, "kiosk");
  g_autofree char *channel = add_device (fixture, "channel");
  g_autoptr (MadafMember) member = welcome (fixture, PHONE);
  g_autofree char *token = sign_in (fixture, member->id, kiosk);
  g_autofree char *idle = sign_in (fixture, member->id, kiosk);
  g_autofree char *own = sign_in (fixture, member->id, channel);
  gint64 began_us = fixture->now_us;

  g_assert_cmpuint (strlen (token), ==, MADAF_ACCESS_TOKEN_LENGTH);
  fixture->now_us = began_us + MADAF_ACCESS_IDLE_US - 1;
  g_assert_true (is_good (fixture, token) && is_good (fixture, idle));
  use (fixture, token, FALSE);
  fixture->now_us += 1;
  g_assert_true (is_good (fixture, token));
  g_assert_false (is_good (fixture, idle));
  for (int i = 1; i < 5; i++)
    {
      use (fixture, token, FALSE);
      fixture->now_us = MIN (began_us + i * 14 * G_TIME_SPAN_MINUTE, began_us + G_TIME_SPAN_HOUR - 1);
    }
  use (fixture, token, FALSE);
  fixture->now_us = began_us + G_TIME_SPAN_HOUR - 1;
  g_assert_true (is_good (fixture, token));
  fixture->now_us += 1;
  g_assert_false (is_good (fixture, token));
  g_assert_true (is_good (fixture, own));
  use (fixture, own, TRUE);
  g_assert_false (is_good (fixture, own));
}

static gboolean
revoke_device (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Call *call = data;

  return madaf_device_revoke (transaction, call->device_id, call->now_us, error);
}

static gboolean
fail_to_sign_in (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (GError) local_error = NULL;

  g_assert_null (madaf_access_token_create (transaction, call->member_id, call->device_id, call->now_us, call->random,
                                            NULL, &local_error));
  g_assert_error (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
  return TRUE;
}

static void
test_token_of_revoked (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *other = add_device (fixture, "kiosk");
  g_autoptr (MadafMember) member = welcome (fixture, PHONE);
  g_autofree char *token = sign_in (fixture, member->id, device);
  g_autofree char *stays = sign_in (fixture, member->id, other);
  Call call = { .random = fixture->random, .now_us = fixture->now_us, .device_id = device, .member_id = member->id };

  shop_fixture_write (fixture, revoke_device, &call);
  g_assert_false (is_good (fixture, token));
  g_assert_true (is_good (fixture, stays));
  shop_fixture_write (fixture, fail_to_sign_in, &call);
}

/* RFC 8628 */

typedef struct
{
  ShopFixture *fixture;
  const char *device_id;
  MadafSignInCodes codes;
} Begin;

static gboolean
do_begin (MadafTransaction *transaction, gpointer data, GError **error)
{
  Begin *begin = data;

  return madaf_sign_in_begin (transaction, begin->device_id, begin->fixture->now_us, begin->fixture->random,
                              &begin->codes, error);
}

static void
begin (ShopFixture *fixture, const char *device_id, MadafSignInCodes *codes)
{
  Begin data = { fixture, device_id, { 0 } };

  shop_fixture_write (fixture, do_begin, &data);
  *codes = data.codes;
}

static gboolean
do_poll (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  MadafSignInResult result;
  gboolean done = madaf_sign_in_redeem (transaction, call->code, call->device_id, call->now_us, &result,
                                        &call->result_id, &call->wait_us, error);

  call->state = (int)result;
  return done;
}

static int
poll_for (ShopFixture *fixture, const MadafSignInCodes *codes, const char *device_id, const char *member_id)
{
  Call call = { .now_us = fixture->now_us, .code = codes->device_code, .device_id = device_id };

  shop_fixture_write (fixture, do_poll, &call);
  g_assert_cmpstr (call.result_id, ==, call.state == MADAF_SIGN_IN_APPROVED ? member_id : NULL);
  call_clear (&call);
  return call.state;
}

static gboolean
do_answer (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (GError) local_error = NULL;

  call->is = madaf_sign_in_answer (transaction, call->id, call->member_id, call->now_us, &local_error);
  if (!call->is)
    g_assert_error (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
  return TRUE;
}

static gboolean
answer (ShopFixture *fixture, const MadafSignInCodes *codes, const char *member_id)
{
  Call call = { .now_us = fixture->now_us, .id = codes->id, .member_id = member_id };

  shop_fixture_write (fixture, do_answer, &call);
  return call.is;
}

static gboolean
do_find (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (MadafSignIn) found = madaf_sign_in_find (transaction, call->code, call->now_us, NULL);

  call->is = found != NULL;
  if (found != NULL)
    g_assert_cmpstr (found->device_name, ==, "Screen");
  return TRUE;
}

static gboolean
is_found (ShopFixture *fixture, const char *user_code)
{
  Call call = { .now_us = fixture->now_us, .code = user_code };

  shop_fixture_read (fixture, do_find, &call);
  return call.is;
}

static void
test_sign_in (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autofree char *other = add_device (fixture, "kiosk");
  g_autoptr (MadafMember) member = welcome (fixture, PHONE);
  g_auto (MadafSignInCodes) codes = { 0 };

  begin (fixture, device, &codes);
  g_assert_cmpuint (strspn (codes.user_code, MADAF_USER_CODE_LETTERS), ==, 8);
  g_assert_true (is_found (fixture, codes.user_code));
  g_assert_cmpint (poll_for (fixture, &codes, device, NULL), ==, MADAF_SIGN_IN_PENDING);
  fixture->now_us += 5 * G_TIME_SPAN_SECOND - 1;
  g_assert_cmpint (poll_for (fixture, &codes, device, NULL), ==, MADAF_SIGN_IN_SLOW_DOWN);
  fixture->now_us += 10 * G_TIME_SPAN_SECOND - 1;
  g_assert_cmpint (poll_for (fixture, &codes, device, NULL), ==, MADAF_SIGN_IN_SLOW_DOWN);
  fixture->now_us += 15 * G_TIME_SPAN_SECOND;
  g_assert_cmpint (poll_for (fixture, &codes, device, NULL), ==, MADAF_SIGN_IN_PENDING);
  g_assert_true (answer (fixture, &codes, member->id));
  g_assert_false (answer (fixture, &codes, NULL));
  g_assert_false (is_found (fixture, codes.user_code));
  /* At once, whatever the interval is; only to who began; and once. */
  g_assert_cmpint (poll_for (fixture, &codes, other, NULL), ==, MADAF_SIGN_IN_UNKNOWN);
  g_assert_cmpint (poll_for (fixture, &codes, device, member->id), ==, MADAF_SIGN_IN_APPROVED);
  g_assert_cmpint (poll_for (fixture, &codes, device, NULL), ==, MADAF_SIGN_IN_EXPIRED);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'sign-in' AND state = 'approved'"), ==,
      1);
}

static void
test_sign_in_ends (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autoptr (MadafMember) member = welcome (fixture, PHONE);
  g_auto (MadafSignInCodes) late = { 0 };
  g_auto (MadafSignInCodes) denied = { 0 };
  Call call = { .now_us = fixture->now_us, .device_id = device };

  begin (fixture, device, &late);
  begin (fixture, device, &denied);
  fixture->now_us += 10 * G_TIME_SPAN_MINUTE - 1;
  g_assert_true (is_found (fixture, late.user_code));
  g_assert_true (answer (fixture, &denied, NULL));
  g_assert_cmpint (poll_for (fixture, &denied, device, NULL), ==, MADAF_SIGN_IN_DENIED);
  fixture->now_us += 1;
  g_assert_false (is_found (fixture, late.user_code));
  g_assert_false (answer (fixture, &late, member->id));
  g_assert_cmpint (poll_for (fixture, &late, device, NULL), ==, MADAF_SIGN_IN_EXPIRED);
  madaf_sign_in_codes_clear (&late);
  begin (fixture, device, &late);
  shop_fixture_write (fixture, revoke_device, &call);
  g_assert_false (is_found (fixture, late.user_code));
}

static void
test_user_code_typed (void)
{
  static const struct
  {
    const char *typed;
    const char *code;
  } cases[] = {
    { "BCDF-GHJK", "BCDFGHJK" }, { "bcdfghjk", "BCDFGHJK" }, { " bcdf ghjk ", "BCDFGHJK" }, { "BCDF–GHJK", "BCDFGHJK" },
    { "BCDF-GHJ", NULL },        { "BCDF-GHJKL", NULL },     { "ACDF-GHJK", NULL },         { "", NULL },
    { "BCDF'GHJK", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = madaf_user_code_normalise (cases[i].typed);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

/* Codes for a camera, and phones that are known */

static gboolean
make_member_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;

  call->result_code = madaf_member_code_create (transaction, call->member_id, call->now_us, call->random, error);
  return call->result_code != NULL;
}

static char *
show_code (ShopFixture *fixture, const char *member_id)
{
  Call call = { .random = fixture->random, .now_us = fixture->now_us, .member_id = member_id };

  shop_fixture_write (fixture, make_member_code, &call);
  return call.result_code;
}

static gboolean
redeem_member_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;

  return madaf_member_code_redeem (transaction, call->code, call->now_us, &call->result_id, error);
}

static gboolean
is_of (ShopFixture *fixture, const char *code, const char *member_id)
{
  Call call = { .now_us = fixture->now_us, .code = code };
  gboolean is;

  shop_fixture_write (fixture, redeem_member_code, &call);
  is = g_strcmp0 (call.result_id, member_id) == 0;
  g_assert_true (is || call.result_id == NULL);
  call_clear (&call);
  return is;
}

static void
test_member_code (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafMember) member = welcome (fixture, PHONE);
  g_autofree char *before = show_code (fixture, member->id);
  g_autofree char *code = show_code (fixture, member->id);
  g_autofree char *late = NULL;

  g_assert_false (is_of (fixture, before, member->id));
  fixture->now_us += G_TIME_SPAN_MINUTE - 1;
  g_assert_true (is_of (fixture, code, member->id));
  g_assert_false (is_of (fixture, code, member->id));
  late = show_code (fixture, member->id);
  fixture->now_us += G_TIME_SPAN_MINUTE;
  g_assert_false (is_of (fixture, late, member->id));
}

static gboolean
make_phone (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;

  call->result_code = madaf_phone_session_create (transaction, call->member_id, call->now_us, call->random, error);
  return call->result_code != NULL;
}

static gboolean
look_up_phone (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;

  return madaf_phone_session_look_up (transaction, call->code, call->now_us, &call->result_id, error);
}

static gboolean
forget_phone (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_phone_session_forget (transaction, ((Call *)data)->code, error);
}

static gboolean
phone_is_known (ShopFixture *fixture, const char *secret)
{
  Call call = { .now_us = fixture->now_us, .code = secret };
  gboolean is;

  shop_fixture_read (fixture, look_up_phone, &call);
  is = call.result_id != NULL;
  call_clear (&call);
  return is;
}

static void
test_phone_session (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafMember) member = welcome (fixture, PHONE);
  Call first = { .random = fixture->random, .now_us = fixture->now_us, .member_id = member->id };
  Call second = first;

  shop_fixture_write (fixture, make_phone, &first);
  shop_fixture_write (fixture, make_phone, &second);
  fixture->now_us += 30 * G_TIME_SPAN_DAY - 1;
  g_assert_true (phone_is_known (fixture, first.result_code) && phone_is_known (fixture, second.result_code));
  first.code = first.result_code;
  shop_fixture_write (fixture, forget_phone, &first);
  g_assert_false (phone_is_known (fixture, first.result_code));
  fixture->now_us += 1;
  g_assert_false (phone_is_known (fixture, second.result_code));
  call_clear (&first);
  call_clear (&second);
}

static gboolean
erase (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_personal_data_erase (transaction, data, error);
}

/* Nothing of a member is left, and nothing of another is gone; no table can be forgotten in this. */
static void
test_erase (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *device = add_device (fixture, "kiosk");
  g_autoptr (MadafMember) member = welcome (fixture, PHONE);
  g_autoptr (MadafMember) other = welcome (fixture, "+972501234502");
  g_autofree char *token = sign_in (fixture, member->id, device);
  g_autofree char *stays = sign_in (fixture, other->id, device);
  g_autofree char *code = show_code (fixture, member->id);
  g_autofree char *sent = ask_for_code (fixture, device, PHONE, NULL, NULL);
  Call phone = { .random = fixture->random, .now_us = fixture->now_us, .member_id = member->id };

  shop_fixture_write (fixture, make_phone, &phone);
  shop_fixture_write (fixture, erase, member->id);
  g_assert_false (is_good (fixture, token) || phone_is_known (fixture, phone.result_code));
  g_assert_true (is_good (fixture, stays));
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM member"), ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT (SELECT count (*) FROM outbox) + (SELECT count (*) FROM"
                                                 " one_time_code) + (SELECT count (*) FROM member_code)"),
                   ==, 0);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count (*) FROM sqlite_schema AS s, pragma_foreign_key_list (s.name) AS f"
                                    " WHERE f.\"table\" = 'member' AND f.on_delete NOT IN ('CASCADE', 'SET NULL')"),
      ==, 0);
  call_clear (&phone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/people/code/once", test_code_once);
  SHOP_TEST ("/people/code/expires", test_code_expires);
  SHOP_TEST ("/people/code/tries", test_code_tries);
  SHOP_TEST ("/people/code/guesses", test_code_guesses);
  SHOP_TEST ("/people/code/sends", test_code_sends);
  SHOP_TEST ("/people/code/hashed", test_code_is_hashed);
  g_test_add_func ("/people/code/typed", test_code_typed);
  SHOP_TEST ("/people/member", test_member);
  g_test_add_func ("/people/name", test_name);
  SHOP_TEST ("/people/token/life", test_token_life);
  SHOP_TEST ("/people/token/revoked-device", test_token_of_revoked);
  SHOP_TEST ("/people/sign-in/flow", test_sign_in);
  SHOP_TEST ("/people/sign-in/ends", test_sign_in_ends);
  g_test_add_func ("/people/sign-in/typed", test_user_code_typed);
  SHOP_TEST ("/people/member-code", test_member_code);
  SHOP_TEST ("/people/phone-session", test_phone_session);
  SHOP_TEST ("/people/erase", test_erase);
  return g_test_run ();
}
