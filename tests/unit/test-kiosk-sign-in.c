/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "kiosk/scanned.h"
#include "kiosk/sign-in/digit-boxes.h"
#include "kiosk/sign-in/sign-in-words.h"
#include "kiosk/sign-in/signing-in.h"

/* Signing in without a screen: what is asked when, and what becomes of each answer. Time is the test's. */

#define SECOND G_TIME_SPAN_SECOND

typedef struct
{
  ClientFixture client;
  MadafSigningIn *signing_in;
  MadafMemberPass *pass; /* (owned) (nullable): whoever signed in */
} Fixture;

static void
on_signed_in (Fixture *f, MadafMemberPass *pass)
{
  g_assert_null (f->pass);
  f->pass = madaf_member_pass_ref (pass);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->client, data);
  f->signing_in = madaf_signing_in_new (f->client.client, NULL, f->client.clock);
  g_signal_connect_swapped (f->signing_in, "signed-in", G_CALLBACK (on_signed_in), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->signing_in);
  g_clear_pointer (&f->pass, madaf_member_pass_unref);
  kiosk_settle ();
  client_fixture_tear_down (&f->client, data);
}

static void
push (Fixture *f, int status, const char *json)
{
  fake_central_push (f->client.fake, status, status < 300 ? "application/json" : "application/problem+json", NULL,
                     json);
}

static void
push_problem (Fixture *f, const char *type)
{
  g_autofree char *json
      = g_strdup_printf ("{\"title\":\"No\",\"status\":400,\"type\":\"https://madaf.io/problems/%s\"}", type);

  push (f, 400, json);
}

static void
advance (Fixture *f, int seconds)
{
  madaf_clock_advance (f->client.clock, seconds * SECOND);
  madaf_signing_in_tick (f->signing_in);
}

static gboolean
was_asked (Fixture *f, guint index, const char *beginning, const char *part)
{
  g_autofree char *request = fake_central_get_request (f->client.fake, index);

  return g_str_has_prefix (request, beginning) && (part == NULL || strstr (request, part) != NULL);
}

/* Shows the first code; one request was made. */
static void
show (Fixture *f)
{
  push (f, 200, client_fixture_authorization);
  madaf_signing_in_show_code (f->signing_in);
  g_assert_cmpint (madaf_signing_in_get_state (f->signing_in), ==, MADAF_SIGNING_IN_ASKING);
  fake_wait_until (madaf_signing_in_get_state (f->signing_in) == MADAF_SIGNING_IN_SHOWING);
}

static void
test_approved (Fixture *f, gconstpointer data)
{
  show (f);
  g_assert_cmpint (madaf_signing_in_get_seconds_left (f->signing_in), ==, 600 - 5 - 60);
  madaf_signing_in_tick (f->signing_in);
  g_assert_cmpuint (fake_central_count (f->client.fake), ==, 1);

  push_problem (f, "authorization-pending");
  advance (f, 5);
  fake_wait_until (fake_central_count (f->client.fake) == 2);
  g_assert_true (was_asked (f, 1, "POST /v1/token", "DDDD"));
  push (f, 200, client_fixture_token);
  fake_wait_until (madaf_signing_in_get_fault (f->signing_in) == MADAF_SIGNING_IN_FINE);
  for (int i = 0; f->pass == NULL && i < 1000; i++)
    {
      fake_iterate ();
      advance (f, 5);
    }
  g_assert_nonnull (f->pass);
  g_assert_cmpint (madaf_signing_in_get_state (f->signing_in), ==, MADAF_SIGNING_IN_DONE);
  g_assert_cmpstr (madaf_member_profile_get_name (madaf_member_pass_get_profile (f->pass)), ==, "Dana Levi");
}

/* Told to slow down, it does: the next question is ten seconds later, not five. */
static void
test_slows_down (Fixture *f, gconstpointer data)
{
  show (f);
  push_problem (f, "slow-down");
  advance (f, 5);
  fake_wait_until (fake_central_count (f->client.fake) == 2);
  /* What the answer changes is seen by the question that does not come. */
  for (int i = 0; i < 10; i++)
    fake_iterate ();
  advance (f, 9);
  for (int i = 0; i < 10; i++)
    fake_iterate ();
  g_assert_cmpuint (fake_central_count (f->client.fake), ==, 2);
  push_problem (f, "authorization-pending");
  advance (f, 1);
  fake_wait_until (fake_central_count (f->client.fake) == 3);
}

static void
test_denied (Fixture *f, gconstpointer data)
{
  show (f);
  push_problem (f, "access-denied");
  advance (f, 5);
  fake_wait_until (madaf_signing_in_get_fault (f->signing_in) == MADAF_SIGNING_IN_DENIED);
  g_assert_cmpint (madaf_signing_in_get_state (f->signing_in), ==, MADAF_SIGNING_IN_IDLE);
  g_assert_null (madaf_signing_in_get_shown (f->signing_in));
  advance (f, 60);
  kiosk_settle ();
  /* Nothing begins by itself after a no; what was begun was taken back. */
  fake_wait_until (fake_central_count (f->client.fake) == 3);
  g_assert_true (was_asked (f, 2, "DELETE /v1/device-authorizations/s1", NULL));
  show (f);
}

/* A new code is on the screen before the old one ends; whoever has just opened the old one still gets in. */
static void
test_renews (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_strdup (client_fixture_authorization);
  char *id = strstr (other, "\"s1\"");
  char *secret = strstr (other, "DDDD");
  char *code = strstr (other, "BCDF-GHJK");

  id[2] = '2';
  *secret = 'E';
  code[0] = 'Z';
  show (f);
  push_problem (f, "authorization-pending");
  advance (f, 534);
  fake_wait_until (fake_central_count (f->client.fake) == 2);
  g_assert_cmpint (madaf_signing_in_get_seconds_left (f->signing_in), ==, 1);
  for (int i = 0; i < 10; i++)
    fake_iterate ();

  push (f, 200, other);
  advance (f, 1);
  fake_wait_until (
      g_str_has_prefix (madaf_authorization_get_user_code (madaf_signing_in_get_shown (f->signing_in)), "Z"));
  g_assert_true (was_asked (f, 2, "POST /v1/device-authorizations", NULL));
  push (f, 200, client_fixture_token);
  advance (f, 4);
  fake_wait_until (f->pass != NULL);
  g_assert_true (was_asked (f, 3, "POST /v1/token", "DDDD"));
  /* The one that nobody needs any more is taken back. */
  fake_wait_until (fake_central_count (f->client.fake) == 5);
  g_assert_true (was_asked (f, 4, "DELETE /v1/device-authorizations/s2", NULL));
}

/* The central is gone for a while: that is said, the code stays, and it is asked about again. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  show (f);
  fake_central_push_raw (f->client.fake, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", FAKE_KEEP);
  advance (f, 5);
  fake_wait_until (madaf_signing_in_get_fault (f->signing_in) == MADAF_SIGNING_IN_OFFLINE);
  g_assert_nonnull (madaf_signing_in_get_shown (f->signing_in));
  push (f, 200, client_fixture_token);
  advance (f, 5);
  fake_wait_until (f->pass != NULL);
}

/* Somebody closed the sheet while the yes was on its way: the token that came is handed back, and nobody is in. */
static void
test_late_pass_is_handed_back (Fixture *f, gconstpointer data)
{
  push (f, 200, client_fixture_token);
  madaf_signing_in_try_member_code (f->signing_in, "AAAAAAAAAAAAAAAAAAAAAA");
  madaf_signing_in_stop (f->signing_in);
  fake_wait_until (fake_central_count (f->client.fake) == 2);
  g_assert_true (was_asked (f, 0, "POST /v1/token", "urn:madaf:grant:member-code"));
  g_assert_true (was_asked (f, 1, "DELETE /v1/token", "Bearer m_AAAA"));
  g_assert_null (f->pass);
}

static void
test_digits (Fixture *f, gconstpointer data)
{
  push (f, 202, client_fixture_code_sent);
  madaf_signing_in_send_digits (f->signing_in, "050 123 4501", "he");
  fake_wait_until (madaf_signing_in_get_state (f->signing_in) == MADAF_SIGNING_IN_SENT);
  g_assert_cmpint (madaf_signing_in_get_seconds_left (f->signing_in), ==, 300);

  push_problem (f, "invalid-grant\",\"tries_left\":2,\"x\":\"");
  madaf_signing_in_check_digits (f->signing_in, "000000");
  fake_wait_until (madaf_signing_in_get_fault (f->signing_in) == MADAF_SIGNING_IN_WRONG_DIGITS);
  g_assert_cmpint (madaf_signing_in_get_tries_left (f->signing_in), ==, 2);
  g_assert_true (was_asked (f, 1, "POST /v1/token", "\"one_time_code_id\":\"o1\""));

  push_problem (f, "invalid-grant\",\"tries_left\":0,\"x\":\"");
  madaf_signing_in_check_digits (f->signing_in, "000001");
  fake_wait_until (madaf_signing_in_get_fault (f->signing_in) == MADAF_SIGNING_IN_DIGITS_OVER);
  g_assert_cmpint (madaf_signing_in_get_state (f->signing_in), ==, MADAF_SIGNING_IN_IDLE);
}

static void
test_digits_end (Fixture *f, gconstpointer data)
{
  push (f, 202, client_fixture_code_sent);
  madaf_signing_in_send_digits (f->signing_in, "0501234501", "he");
  fake_wait_until (madaf_signing_in_get_state (f->signing_in) == MADAF_SIGNING_IN_SENT);
  advance (f, 299);
  g_assert_cmpint (madaf_signing_in_get_fault (f->signing_in), ==, MADAF_SIGNING_IN_FINE);
  advance (f, 1);
  g_assert_cmpint (madaf_signing_in_get_fault (f->signing_in), ==, MADAF_SIGNING_IN_DIGITS_OVER);
}

/* The session. */

static MadafMemberPass *
make_pass (const char *token, const char *language)
{
  g_autoptr (MadafMemberProfile) profile
      = madaf_member_profile_new ("M1234567897", "  Dana Levi", language, "+972•••••4501");

  return madaf_member_pass_new (token, 3600, profile);
}

static void
note_left (MadafSession *session, MadafMemberPass *pass, GString *left)
{
  g_assert_true (madaf_session_get_member (session) != pass);
  g_string_append_printf (left, "%s;", madaf_member_pass_get_token (pass));
}

static void
test_session_drops_member (void)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (MadafMemberPass) one = make_pass ("one", "he");
  g_autoptr (MadafMemberPass) two = make_pass ("two", "he");

  g_signal_connect (session, "member-left", G_CALLBACK (note_left), left);
  madaf_session_begin (session);
  madaf_session_sign_in (session, one);
  madaf_session_sign_in (session, one);
  g_assert_cmpstr (left->str, ==, "");
  madaf_session_sign_in (session, two);
  g_assert_cmpstr (left->str, ==, "one;");
  madaf_session_set_patient (session, TRUE);
  madaf_session_end (session);
  g_assert_cmpstr (left->str, ==, "one;two;");
  g_assert_null (madaf_session_get_member (session));
  g_assert_false (madaf_session_is_patient (session));
}

/* A member's language is theirs until they choose another; the next person begins anew. */
static void
test_language (void)
{
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafMemberPass) hebrew = make_pass ("one", "he");
  g_autoptr (MadafMemberPass) greek = make_pass ("two", "el");

  madaf_session_suggest_language (session, "ru");
  madaf_sign_in_suggest_language (session, madaf_member_pass_get_profile (greek));
  g_assert_cmpstr (madaf_session_get_language (session), ==, "ru");
  madaf_sign_in_suggest_language (session, madaf_member_pass_get_profile (hebrew));
  g_assert_cmpstr (madaf_session_get_language (session), ==, "he");
  madaf_session_set_language (session, "ar");
  madaf_sign_in_suggest_language (session, madaf_member_pass_get_profile (hebrew));
  g_assert_cmpstr (madaf_session_get_language (session), ==, "ar");
  madaf_session_end (session);
  madaf_sign_in_suggest_language (session, madaf_member_pass_get_profile (hebrew));
  g_assert_cmpstr (madaf_session_get_language (session), ==, "he");
}

/* Words and boxes. */

static void
test_words (void)
{
  static const struct
  {
    const char *typed;
    const char *masked;
  } phones[] = {
    { "0501234501", "\u2066050•••••01\u2069" },
    { "+972501234501", "\u2066•97••••••••01\u2069" },
    { "05", "\u206605\u2069" },
    { "", "\u2066\u2069" },
  };
  g_autoptr (MadafMemberPass) pass = make_pass ("one", "he");
  g_autoptr (MadafMemberProfile) nameless = madaf_member_profile_new ("M1234567897", NULL, "he", "+972•••••4501");
  g_autofree char *greeting = madaf_sign_in_words_greeting (madaf_member_pass_get_profile (pass));
  g_autofree char *plain = madaf_sign_in_words_greeting (nameless);
  g_autofree char *time = madaf_sign_in_words_time (582);

  g_assert_cmpstr (greeting, ==, "Shalom, \u2068Dana\u2069");
  g_assert_cmpstr (plain, ==, "Shalom, good to see you");
  g_assert_cmpstr (time, ==, "\u20669:42\u2069");
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *masked = madaf_sign_in_mask_phone (phones[i].typed);

      g_assert_cmpstr (masked, ==, phones[i].masked);
    }
}

static void
count (GtkWidget *widget, int *times)
{
  ++*times;
}

static void
test_boxes (void)
{
  g_autoptr (GtkWidget) boxes = g_object_ref_sink (madaf_digit_boxes_new ());
  GtkWidget *entry = kiosk_find_type (boxes, GTK_TYPE_ENTRY);
  int full = 0;

  g_signal_connect (boxes, "full", G_CALLBACK (count), &full);
  gtk_editable_set_text (GTK_EDITABLE (entry), "12-34");
  g_assert_cmpstr (madaf_digit_boxes_get_text (MADAF_DIGIT_BOXES (boxes)), ==, "1234");
  g_assert_nonnull (kiosk_find_text (boxes, "4"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "123456");
  g_assert_cmpint (full, ==, 1);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Six digits");
  madaf_digit_boxes_clear (MADAF_DIGIT_BOXES (boxes));
  g_assert_null (kiosk_find_text (boxes, "6"));
}

/* Which codes are asked about at the central as a member's. */
static void
test_member_codes (void)
{
  static const struct
  {
    const char *text;
    const char *code;
  } cases[] = {
    { "AbCdEfGhIjKlMnOpQrSt_-", "AbCdEfGhIjKlMnOpQrSt_-" },
    { "https://shop.example/m/AbCdEfGhIjKlMnOpQrSt_-", "AbCdEfGhIjKlMnOpQrSt_-" },
    { "https://anywhere.example/m/x/m/AbCdEfGhIjKlMnOpQrSt_-", "AbCdEfGhIjKlMnOpQrSt_-" },
    { "https://shop.example/r/AbCdEfGhIjKlMnOpQrSt_-", NULL },
    { "https://shop.example/m/short", NULL },
    { "https://shop.example/m/AbCdEfGhIjKlMnOpQrSt_-?x=1", NULL },
    { "1234567890123456789012", NULL },
    { "7290012001086", NULL },
  };
  g_autoptr (MadafSession) session = madaf_session_new ("en");
  g_autoptr (MadafContext) context = madaf_context_new (session, NULL, NULL, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadafCode) code = madaf_code_new_typed (cases[i].text);
      g_autoptr (MadafScanned) scanned = madaf_scanned_new (context, code);

      g_assert_cmpstr (madaf_scanned_get_member_code (scanned), ==, cases[i].code);
      if (cases[i].code != NULL)
        g_assert_false (madaf_scanned_is_item (scanned));
    }
}

#define ADD(name, function) g_test_add ("/kiosk/sign-in/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  ADD ("approved", test_approved);
  ADD ("slows-down", test_slows_down);
  ADD ("denied", test_denied);
  ADD ("renews", test_renews);
  ADD ("gone", test_gone);
  ADD ("late-pass-is-handed-back", test_late_pass_is_handed_back);
  ADD ("digits", test_digits);
  ADD ("digits-end", test_digits_end);
  g_test_add_func ("/kiosk/sign-in/session-drops-member", test_session_drops_member);
  g_test_add_func ("/kiosk/sign-in/language", test_language);
  g_test_add_func ("/kiosk/sign-in/words", test_words);
  g_test_add_func ("/kiosk/sign-in/boxes", test_boxes);
  g_test_add_func ("/kiosk/sign-in/member-codes", test_member_codes);
  return g_test_run ();
}
