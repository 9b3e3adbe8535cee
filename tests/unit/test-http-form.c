/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/form.h"

#include <string.h>

#include "central/http/cookie.h"
#include "central/http/link-texts.h"

/* What a browser without script sends along: forms, the cookie, where they come from, and the languages it wants. */

#define SECRET "0123456789012345678901234567890123456789abc"
#define OTHER  "0123456789012345678901234567890123456789abd"

static void
test_form (void)
{
  static const char body[] = "phone=%2B972+50&name=%D7%A0%D7%95%D7%A2%D7%94&empty=&&bare";
  g_autoptr (MadafForm) form = madaf_form_parse (body, strlen (body));

  g_assert_cmpstr (madaf_form_get (form, "phone"), ==, "+972 50");
  g_assert_cmpstr (madaf_form_get (form, "name"), ==, "נועה");
  g_assert_cmpstr (madaf_form_get (form, "empty"), ==, "");
  g_assert_cmpstr (madaf_form_get (form, "bare"), ==, "");
  g_assert_cmpstr (madaf_form_get (form, "absent"), ==, "");
}

static void
test_no_form (void)
{
  static const char *const bodies[] = { "a=%",     "a=%4",      "a=%zz",
                                        "a=%ff",   "a=%00",     "a=%0a",
                                        "a=1&a=2", "a=1&%61=2", "a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_assert_null (madaf_form_parse (bodies[i], strlen (bodies[i])));
  /* The length counts, and not a NUL. */
  g_assert_null (madaf_form_parse ("a=1\0b=2", 7));
}

static void
test_cookie (void)
{
  static const struct
  {
    const char *header;
    gboolean secure;
    gboolean found;
  } cases[] = {
    { "madaf-phone=" SECRET, FALSE, TRUE },
    { "a=b; madaf-phone=" SECRET "; c=d", FALSE, TRUE },
    { "__Host-madaf-phone=" SECRET, TRUE, TRUE },
    /* What another origin of the host could have set does not count behind TLS. */
    { "madaf-phone=" SECRET, TRUE, FALSE },
    { "__Host-madaf-phone=" SECRET, FALSE, FALSE },
    { "xmadaf-phone=" SECRET, FALSE, FALSE },
    { "madaf-phone=" SECRET "x", FALSE, FALSE },
    { "madaf-phone=", FALSE, FALSE },
    { "madaf-phone", FALSE, FALSE },
    { ";;;  ; ", FALSE, FALSE },
    { NULL, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *secret = madaf_cookie_read (cases[i].header, cases[i].secure);

      g_assert_cmpstr (secret, ==, cases[i].found ? SECRET : NULL);
    }
}

static void
test_form_token (void)
{
  g_autofree char *token = madaf_cookie_make_form_token (SECRET);

  g_assert_true (madaf_cookie_check_form_token (SECRET, token));
  g_assert_false (madaf_cookie_check_form_token (OTHER, token));
  g_assert_false (madaf_cookie_check_form_token (SECRET, ""));
  g_assert_null (strstr (token, SECRET));
  token[3] = token[3] == '0' ? '1' : '0';
  g_assert_false (madaf_cookie_check_form_token (SECRET, token));
}

static void
test_origin (void)
{
  static const struct
  {
    const char *origin;
    const char *host;
    const char *url;
    gboolean own;
  } cases[] = {
    { NULL, "a.test", NULL, TRUE },
    { "http://a.test", "a.test", NULL, TRUE },
    { "https://shop.test:8480", "inside:80", "https://shop.test:8480/x", TRUE },
    { "https://SHOP.test", "inside", "https://shop.test", TRUE },
    { "null", "a.test", "https://shop.test", FALSE },
    { "https://shop.test.evil.test", "inside", "https://shop.test", FALSE },
    { "https://shop.tes", "inside", "https://shop.test", FALSE },
    { "http://shop.test", "inside", "https://shop.test", FALSE },
    { "http://a.test:81", "a.test", NULL, FALSE },
    { "", "a.test", "https://shop.test", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (madaf_cookie_check_origin (cases[i].origin, cases[i].host, cases[i].url) == cases[i].own);
}

static void
test_languages (void)
{
  static const struct
  {
    const char *chosen;
    const char *accepted;
    const char *language;
  } cases[] = {
    { NULL, NULL, "en" },
    { NULL, "", "en" },
    { NULL, "ar-EG", "ar" },
    { NULL, "fr-FR, de;q=0.9, ru;q=0.2", "ru" },
    { NULL, "en;q=0.3, he;q=0.7", "he" },
    { NULL, "he;q=0, ru;q=0.1", "ru" },
    { NULL, "iw-IL", "he" },
    { "ru", "he", "ru" },
    { "xx", "he", "he" },
    { NULL, ";;;,,,q=1;=", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (madaf_link_texts_pick (cases[i].chosen, cases[i].accepted)->language, ==, cases[i].language);
}

/* A page that misses a word in one language would say nothing there. */
static void
test_no_word_is_missing (void)
{
  for (guint i = 0; i < madaf_n_link_texts; i++)
    {
      const char *const *words = (const char *const *)&madaf_link_texts[i];

      for (gsize j = 0; j < sizeof (MadafLinkTexts) / sizeof (char *); j++)
        g_assert_true (words[j] != NULL && words[j][0] != '\0');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/read", test_form);
  g_test_add_func ("/form/none", test_no_form);
  g_test_add_func ("/form/cookie", test_cookie);
  g_test_add_func ("/form/token", test_form_token);
  g_test_add_func ("/form/origin", test_origin);
  g_test_add_func ("/form/languages", test_languages);
  g_test_add_func ("/form/words", test_no_word_is_missing);
  return g_test_run ();
}
