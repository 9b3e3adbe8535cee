/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/limiter.h"
#include "central/http/stream.h"

/* Events as they go over the wire and whom they are for; and the limiter, with its time handed in. */

typedef struct
{
  MadafShopEvent event;
  const char *topic;
  const char *text;
} Case;

static const Case cases[] = {
  { { .id = 7,
      .time_us = G_GINT64_CONSTANT (1795285800000000),
      .kind = "stock",
      .product_id = "shirt",
      .variant_id = "shirt-m",
      .branch_id = "tlv",
      .available = 3 },
    "product:shirt",
    "id: 7\nevent: stock\ndata: {\"product_id\":\"shirt\",\"variant_id\":\"shirt-m\",\"branch_id\":\"tlv\","
    "\"available\":3,\"changed_at\":\"2026-11-21T18:30:00Z\"}\n\n" },
  { { .id = 8,
      .time_us = G_GINT64_CONSTANT (1795285800000000),
      .kind = "stock",
      .product_id = "a",
      .variant_id = "b",
      .branch_id = "c",
      .available = -2 },
    "product:a",
    "id: 8\nevent: stock\ndata: {\"product_id\":\"a\",\"variant_id\":\"b\",\"branch_id\":\"c\","
    "\"available\":0,\"changed_at\":\"2026-11-21T18:30:00Z\"}\n\n" },
  { { .id = 9, .time_us = 0, .kind = "order", .order_id = "x\ny", .state = "ready" },
    "order:x\ny",
    "id: 9\nevent: order\ndata: {\"order_id\":\"x\\ny\",\"state\":\"ready\",\"at\":\"1970-01-01T00:00:00Z\"}\n\n" },
  { { .id = G_MAXINT64, .time_us = 0, .kind = "catalogue" },
    "catalogue",
    "id: 9223372036854775807\nevent: catalogue\ndata: {\"at\":\"1970-01-01T00:00:00Z\"}\n\n" },
};

static void
test_format (gconstpointer data)
{
  const Case *item = data;
  g_autofree char *text = madaf_stream_format_event (&item->event);
  g_autofree char *topic = madaf_stream_get_topic (&item->event);

  g_assert_cmpstr (text, ==, item->text);
  g_assert_cmpstr (topic, ==, item->topic);
}

static void
test_limiter (void)
{
  MadafLimiter *limiter = madaf_limiter_new (3, 60 * G_USEC_PER_SEC);
  gint64 now = 1000 * (gint64)G_USEC_PER_SEC;

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (madaf_limiter_check (limiter, "a", now), ==, 0);
      madaf_limiter_count (limiter, "a", now);
    }
  g_assert_cmpuint (madaf_limiter_check (limiter, "a", now), ==, 61);
  g_assert_cmpuint (madaf_limiter_check (limiter, "b", now), ==, 0);
  g_assert_cmpuint (madaf_limiter_check (limiter, "a", now + 59 * G_USEC_PER_SEC), ==, 2);
  g_assert_cmpuint (madaf_limiter_check (limiter, "a", now + 60 * G_USEC_PER_SEC), ==, 0);

  for (int i = 0; i < 5; i++)
    g_assert_cmpint (madaf_limiter_take (limiter, "c", now), ==, i < 3);
  g_assert_true (madaf_limiter_take (limiter, "c", now + 60 * G_USEC_PER_SEC));
  /* A new window has room for as many again. */
  madaf_limiter_count (limiter, "a", now + 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (madaf_limiter_check (limiter, "a", now + 61 * G_USEC_PER_SEC), ==, 0);
  madaf_limiter_free (limiter);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/http/stream/format/%u", i);

      g_test_add_data_func (path, &cases[i], test_format);
    }
  g_test_add_func ("/http/limiter", test_limiter);
  return g_test_run ();
}
