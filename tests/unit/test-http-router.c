/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/router.h"

/* Targets are taken apart strictly, and the most exact pattern wins whatever its place in the table. */

static gboolean
handle (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  return TRUE;
}

static const MadafRoute routes[] = {
  { "GET", "/v1/orders/{order_id}", MADAF_ROLE_DEVICES, MADAF_ROUTE_READ, .handler = handle },
  { "DELETE", "/v1/orders/{order_id}", MADAF_ROLE_DEVICES, MADAF_ROUTE_WRITE, .handler = handle },
  { "POST", "/v1/orders/{order_id}/cancel", MADAF_ROLE_DEVICES, MADAF_ROUTE_WRITE, .handler = handle },
  { "GET", "/v1/orders/by-code/{code}", MADAF_ROLE_DEVICES, MADAF_ROUTE_READ, .handler = handle },
  { "GET", "/v1/orders/open", MADAF_ROLE_DEVICES, MADAF_ROUTE_READ, .handler = handle },
  { "GET", "/v1/stream", MADAF_ROLE_DEVICES, MADAF_ROUTE_STREAM, .handler = handle },
};

typedef struct
{
  const char *method;
  const char *target;
  int route; /* -1: none */
  const char *parameter;
  const char *allow;
} Case;

static const Case cases[] = {
  { "GET", "/v1/orders/abc", 0, "abc", NULL },
  { "HEAD", "/v1/orders/abc", 0, "abc", NULL },
  { "DELETE", "/v1/orders/a-b_C9?x=y", 1, "a-b_C9", NULL },
  { "GET", "/v1/orders/open", 4, NULL, NULL },
  { "DELETE", "/v1/orders/open", -1, NULL, "OPTIONS, GET, HEAD" },
  { "POST", "/v1/orders/by-code/cancel", -1, NULL, "OPTIONS, GET, HEAD" },
  { "GET", "/v1/orders/by-code/123", 3, "123", NULL },
  { "POST", "/v1/orders/abc/cancel", 2, "abc", NULL },
  { "PUT", "/v1/orders/abc", -1, NULL, "OPTIONS, GET, HEAD, DELETE" },
  { "HEAD", "/v1/stream", -1, NULL, "OPTIONS, GET" },
  { "GET", "/v1/orders/a%2Fb", -1, NULL, NULL },
  { "GET", "/v1/orders/%61bc", 0, "abc", NULL },
  { "GET", "/v1/orders/", -1, NULL, NULL },
  { "GET", "/v1//orders/abc", -1, NULL, NULL },
  { "GET", "/v1/orders/abc/", -1, NULL, NULL },
  { "GET", "/v1/orders/..", -1, NULL, NULL },
  { "GET", "/", -1, NULL, NULL },
};

static void
test_match (gconstpointer data)
{
  const Case *item = data;
  MadafRouter *router = madaf_router_new (routes, G_N_ELEMENTS (routes));
  g_auto (MadafTarget) target = { 0 };
  MadafMatch match;

  g_assert_cmpint (madaf_target_parse (item->target, &target), ==, MADAF_TARGET_OK);
  madaf_router_match (router, item->method, &target, &match);
  g_assert_cmpint (match.route == G_N_ELEMENTS (routes) ? -1 : (int)match.route, ==, item->route);
  g_assert_cmpstr (match.parameters[0], ==, item->parameter);
  g_assert_cmpstr (match.allow, ==, item->allow);
  g_assert_cmpint (match.path_known, ==, item->route >= 0 || item->allow != NULL);
  g_free (match.allow);
  madaf_router_free (router);
}

static void
test_query (void)
{
  g_auto (MadafTarget) target = { 0 };

  g_assert_cmpint (madaf_target_parse ("/a?q=%D7%97%D7%95%D7%9C+a%2Bb&size=M&size=&flag&a=b=c", &target), ==,
                   MADAF_TARGET_OK);
  g_assert_cmpuint (target.n_query, ==, 5);
  g_assert_cmpstr (target.values[0], ==, "חול a+b");
  g_assert_cmpstr (target.values[1], ==, "M");
  g_assert_cmpstr (target.values[2], ==, "");
  g_assert_cmpstr (target.names[3], ==, "flag");
  g_assert_cmpstr (target.values[3], ==, "");
  g_assert_cmpstr (target.values[4], ==, "b=c");
}

static void
test_bad_targets (void)
{
  const char *const bad[] = { "/%",       "/%4",     "/%zz",           "/a?b=%", "/a?b=%0", "/%00",    "/a?b=%00",
                              "/a%0d%0a", "/%ff%fe", "/a?%ed%a0%80=1", "",       "a",       "/a?b=%7f" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (MadafTarget) target = { 0 };

      g_test_message ("%s", bad[i]);
      g_assert_cmpint (madaf_target_parse (bad[i], &target), ==, MADAF_TARGET_BAD);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) query = g_string_new ("/a?");
  g_auto (MadafTarget) deep = { 0 };
  g_auto (MadafTarget) wide = { 0 };

  g_assert_cmpint (madaf_target_parse ("/a/b/c/d/e/f/g", &deep), ==, MADAF_TARGET_NO_ROUTE);
  for (guint i = 0; i <= MADAF_TARGET_MAX_QUERY; i++)
    g_string_append (query, "a=b&");
  g_assert_cmpint (madaf_target_parse (query->str, &wide), ==, MADAF_TARGET_BAD);
}

static void
test_ids (void)
{
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *too_long = g_strnfill (65, 'a');

  g_assert_true (madaf_router_is_id (longest));
  g_assert_false (madaf_router_is_id (too_long));
  g_assert_false (madaf_router_is_id (""));
  g_assert_false (madaf_router_is_id ("a.b"));
  g_assert_false (madaf_router_is_id ("ש"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/http/router/match/%u", i);

      g_test_add_data_func (path, &cases[i], test_match);
    }
  g_test_add_func ("/http/target/query", test_query);
  g_test_add_func ("/http/target/bad", test_bad_targets);
  g_test_add_func ("/http/target/limits", test_limits);
  g_test_add_func ("/http/router/ids", test_ids);
  return g_test_run ();
}
