/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/cache.h"

/* What is kept, for how long, and that nothing from before a change outlives it. */

static gboolean
has (MadafCache *cache, const char *key, gint64 now_us)
{
  g_autoptr (GBytes) found = madaf_cache_look_up (cache, key, now_us);

  return found != NULL;
}

static void
test_time (void)
{
  MadafCache *cache = madaf_cache_new (100);
  g_autoptr (GBytes) document = g_bytes_new_static ("abc", 3);

  madaf_cache_keep (cache, madaf_cache_get_generation (cache), "a", document, 10);
  g_assert_true (has (cache, "a", 9));
  g_assert_false (has (cache, "a", 10));
  g_assert_false (has (cache, "b", 9));
  madaf_cache_free (cache);
}

static void
test_change (void)
{
  MadafCache *cache = madaf_cache_new (100);
  g_autoptr (GBytes) document = g_bytes_new_static ("abc", 3);
  guint before = madaf_cache_get_generation (cache);

  madaf_cache_keep (cache, before, "a", document, G_MAXINT64);
  madaf_cache_clear (cache);
  g_assert_false (has (cache, "a", 0));
  /* Made from the database as it was before the change. */
  madaf_cache_keep (cache, before, "a", document, G_MAXINT64);
  g_assert_false (has (cache, "a", 0));
  madaf_cache_keep (cache, madaf_cache_get_generation (cache), "a", document, G_MAXINT64);
  g_assert_true (has (cache, "a", 0));
  madaf_cache_free (cache);
}

static void
test_size (void)
{
  MadafCache *cache = madaf_cache_new (10);
  g_autoptr (GBytes) document = g_bytes_new_static ("abcd", 4);

  for (guint i = 0; i < 5; i++)
    madaf_cache_keep (cache, 0, "a", document, G_MAXINT64);
  madaf_cache_keep (cache, 0, "b", document, G_MAXINT64);
  g_assert_true (has (cache, "a", 0) && has (cache, "b", 0));
  madaf_cache_keep (cache, 0, "c", document, G_MAXINT64);
  g_assert_true (!has (cache, "a", 0) && !has (cache, "b", 0) && has (cache, "c", 0));
  madaf_cache_free (cache);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http/cache/time", test_time);
  g_test_add_func ("/http/cache/change", test_change);
  g_test_add_func ("/http/cache/size", test_size);
  return g_test_run ();
}
