/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "kiosk/alerts/alerts.h"

#include <string.h>

/* What a member agrees to be told, on a screen in the shop: nothing by itself, each purpose for itself, asked once. */

#define GET     "GET /v1/me/consents"
#define PUT     "PUT /v1/me/consents"
#define NOTHING "{\"price_drop\":false,\"back_in_stock\":false}"
#define CHEAPER "{\"price_drop\":true,\"price_drop_at\":\"2026-11-01T10:00:00Z\",\"back_in_stock\":false}"

typedef struct
{
  ClientFixture base;
  MadafSession *session;
  MadafContext *context;
  MadafAlerts *alerts; /* the context's */
  guint n_failed;
} Fixture;

static void
on_failed (Fixture *f)
{
  f->n_failed++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->base, data);
  f->session = madaf_session_new ("en");
  f->context = madaf_context_new (f->session, f->base.client, NULL, NULL, "tlv");
  f->alerts = madaf_alerts_for (f->context);
  g_signal_connect_swapped (f->alerts, "failed", G_CALLBACK (on_failed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  madaf_session_end (f->session);
  g_clear_object (&f->context);
  g_clear_object (&f->session);
  kiosk_settle ();
  client_fixture_tear_down (&f->base, data);
}

static void
sign_in (Fixture *f)
{
  g_autoptr (MadafMemberProfile) profile = madaf_member_profile_new ("M1234567897", "Dana Levi", "en", "+972•••••01");
  g_autoptr (MadafMemberPass) pass = madaf_member_pass_new ("m_AAAA", 3600, profile);

  madaf_session_sign_in (f->session, pass);
  fake_wait_until (madaf_alerts_get (f->alerts) != NULL);
}

static void
test_each_by_itself (Fixture *f, gconstpointer data)
{
  g_autofree char *said = NULL;

  g_assert_null (madaf_alerts_get (f->alerts));
  fake_central_route (f->base.fake, GET, 200, NOTHING);
  sign_in (f);
  g_assert_cmpint (madaf_alerts_get (f->alerts)->price_drop_us, ==, 0);
  g_assert_cmpint (madaf_alerts_get (f->alerts)->back_in_stock_us, ==, 0);
  g_assert_cmpuint (fake_central_count (f->base.fake), ==, 1);

  fake_central_route (f->base.fake, PUT, 200, CHEAPER);
  madaf_alerts_say (f->alerts, MADAF_ALERT_PRICE_DROP, TRUE);
  fake_wait_until (madaf_alerts_get (f->alerts)->price_drop_us != 0);
  said = fake_central_get_request (f->base.fake, 1);
  g_assert_nonnull (strstr (said, "{\"price_drop\":true,\"back_in_stock\":false}"));
  g_assert_nonnull (strstr (said, "Bearer m_AAAA"));
  madaf_session_sign_out (f->session);
  g_assert_null (madaf_alerts_get (f->alerts));
}

/* What did not reach the central is not shown as if it had. */
static void
test_not_reached (Fixture *f, gconstpointer data)
{
  fake_central_route (f->base.fake, GET, 200, NOTHING);
  sign_in (f);
  fake_central_push_raw (f->base.fake, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", FAKE_CLOSE);
  madaf_alerts_say (f->alerts, MADAF_ALERT_BACK_IN_STOCK, TRUE);
  fake_wait_until (f->n_failed == 1);
  g_assert_cmpint (madaf_alerts_get (f->alerts)->back_in_stock_us, ==, 0);
}

static void
test_asked_once (Fixture *f, gconstpointer data)
{
  g_assert_false (madaf_alerts_take_question (f->alerts));
  fake_central_route (f->base.fake, GET, 200, CHEAPER);
  sign_in (f);
  g_assert_true (madaf_alerts_take_question (f->alerts));
  g_assert_false (madaf_alerts_take_question (f->alerts));

  /* Who agreed to all of it is not asked at all. */
  madaf_session_sign_out (f->session);
  fake_central_route (f->base.fake, GET, 200,
                      "{\"price_drop\":true,\"price_drop_at\":\"2026-11-01T10:00:00Z\",\"back_in_stock\":true,"
                      "\"back_in_stock_at\":\"2026-11-01T10:00:00Z\"}");
  sign_in (f);
  g_assert_false (madaf_alerts_take_question (f->alerts));
}

static void
test_ended_elsewhere (Fixture *f, gconstpointer data)
{
  fake_central_route (f->base.fake, GET, 200, CHEAPER);
  sign_in (f);
  fake_central_route (f->base.fake, PUT, 401,
                      "{\"type\":\"https://madaf.io/problems/unauthorized\",\"title\":\"No\",\"status\":401}");
  madaf_alerts_say (f->alerts, MADAF_ALERT_PRICE_DROP, FALSE);
  fake_wait_until (madaf_session_get_member (f->session) == NULL);
  g_assert_null (madaf_alerts_get (f->alerts));
  g_assert_cmpuint (f->n_failed, ==, 0);
}

#define ADD(name, function) g_test_add ("/kiosk/alerts/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  ADD ("each-by-itself", test_each_by_itself);
  ADD ("not-reached", test_not_reached);
  ADD ("asked-once", test_asked_once);
  ADD ("ended-elsewhere", test_ended_elsewhere);
  return g_test_run ();
}
