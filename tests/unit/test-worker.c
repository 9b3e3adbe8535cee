/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/worker.h"

/* The decoding thread, with a decoder that waits until the test lets it go on. */

#define SLOW_TYPE_DECODER (slow_decoder_get_type ())
G_DECLARE_FINAL_TYPE (SlowDecoder, slow_decoder, SLOW, DECODER, GObject)

struct _SlowDecoder
{
  GObject parent_instance;

  GAsyncQueue *begun; /* (owned): the time of each frame that it took, plus one */
  GAsyncQueue *go_on; /* (owned) */
  int sees_nothing;   /* (atomic) */
};

static void slow_iface_init (MadafDecoderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlowDecoder,
                               slow_decoder,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MADAF_TYPE_DECODER, slow_iface_init))

/* Sees one bar code, on so few lines that a second frame has to agree. */
static GPtrArray *
slow_decode (MadafDecoder *decoder, MadafFrame *frame)
{
  SlowDecoder *self = SLOW_DECODER (decoder);
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_code_unref);

  g_async_queue_push (self->begun, GINT_TO_POINTER (madaf_frame_get_time_us (frame) + 1));
  g_async_queue_pop (self->go_on);
  if (g_atomic_int_get (&self->sees_nothing))
    return codes;
  g_ptr_array_add (codes, madaf_code_new (MADAF_SYMBOLOGY_EAN_13, "7290012345678", FALSE, NULL, 1));
  return codes;
}

static void
slow_iface_init (MadafDecoderInterface *iface)
{
  iface->decode = slow_decode;
}

static void
slow_decoder_finalize (GObject *object)
{
  g_async_queue_unref (SLOW_DECODER (object)->begun);
  g_async_queue_unref (SLOW_DECODER (object)->go_on);
  G_OBJECT_CLASS (slow_decoder_parent_class)->finalize (object);
}

static void
slow_decoder_class_init (SlowDecoderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slow_decoder_finalize;
}

static void
slow_decoder_init (SlowDecoder *self)
{
  self->begun = g_async_queue_new ();
  self->go_on = g_async_queue_new ();
}

/* Of the result that was popped last. */
static gint64 last_since_us;

static void
on_decoded (GPtrArray *codes, gint64 since_us, MadafFrame *frame, guint run, gpointer data)
{
  last_since_us = since_us;
  g_async_queue_push (data, GINT_TO_POINTER (codes->len + 1));
}

static void
submit (MadafWorker *worker, gint64 time_us, guint run)
{
  static const guint8 pixel = 0;
  g_autoptr (MadafFrame) frame = madaf_frame_new_from_grey (&pixel, 1, 1, 1, time_us);

  madaf_worker_submit (worker, frame, run);
}

/* The time of the next frame that the decoder takes. */
static int
next_begun (SlowDecoder *decoder)
{
  return GPOINTER_TO_INT (g_async_queue_pop (decoder->begun)) - 1;
}

static int
finish_one (SlowDecoder *decoder, GAsyncQueue *results)
{
  g_async_queue_push (decoder->go_on, decoder);
  return GPOINTER_TO_INT (g_async_queue_pop (results)) - 1;
}

static void
test_newest_only (void)
{
  g_autoptr (SlowDecoder) decoder = g_object_new (SLOW_TYPE_DECODER, NULL);
  g_autoptr (GAsyncQueue) results = g_async_queue_new ();
  g_autoptr (MadafWorker) worker = madaf_worker_new (MADAF_DECODER (decoder), on_decoded, results);

  submit (worker, 1, 1);
  g_assert_cmpint (next_begun (decoder), ==, 1);
  for (int i = 2; i <= 100; i++)
    submit (worker, i, 1);
  finish_one (decoder, results);
  g_assert_cmpint (next_begun (decoder), ==, 100);
  finish_one (decoder, results);
}

/* Two frames in a row have to agree, but not one of this run with one of the run before. */
static void
test_runs (void)
{
  static const struct
  {
    guint run;
    int n_agreed;
  } steps[] = { { 1, 0 }, { 1, 1 }, { 1, 1 }, { 2, 0 }, { 2, 1 } };
  g_autoptr (SlowDecoder) decoder = g_object_new (SLOW_TYPE_DECODER, NULL);
  g_autoptr (GAsyncQueue) results = g_async_queue_new ();
  g_autoptr (MadafWorker) worker = madaf_worker_new (MADAF_DECODER (decoder), on_decoded, results);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      submit (worker, i, steps[i].run);
      g_assert_cmpint (next_begun (decoder), ==, i);
      g_assert_cmpint (finish_one (decoder, results), ==, steps[i].n_agreed);
    }
}

/* A code came into view no later than the first frame after one that showed none, looked at or not. */
static void
test_since (void)
{
  static const struct
  {
    gint64 first, last; /* frames submitted while the one before is looked at */
    gboolean empty;
    gint64 since;
  } steps[] = { { 10, 10, TRUE, 0 },   { 20, 25, FALSE, 20 }, { 30, 30, FALSE, 20 },
                { 40, 45, FALSE, 20 }, { 50, 50, TRUE, 0 },   { 60, 60, FALSE, 60 } };
  g_autoptr (SlowDecoder) decoder = g_object_new (SLOW_TYPE_DECODER, NULL);
  g_autoptr (GAsyncQueue) results = g_async_queue_new ();
  g_autoptr (MadafWorker) worker = madaf_worker_new (MADAF_DECODER (decoder), on_decoded, results);

  submit (worker, 1, 1);
  g_assert_cmpint (next_begun (decoder), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      for (gint64 at = steps[i].first; at <= steps[i].last; at++)
        submit (worker, at, 1);
      finish_one (decoder, results);
      g_assert_cmpint (last_since_us, ==, i == 0 ? 1 : steps[i - 1].since);
      g_assert_cmpint (next_begun (decoder), ==, steps[i].last);
      g_atomic_int_set (&decoder->sees_nothing, steps[i].empty);
    }
  finish_one (decoder, results);
  g_assert_cmpint (last_since_us, ==, 60);
}

/* A frame that still waits goes with the worker. */
static void
test_free (void)
{
  g_autoptr (SlowDecoder) decoder = g_object_new (SLOW_TYPE_DECODER, NULL);
  g_autoptr (GAsyncQueue) results = g_async_queue_new ();
  MadafWorker *worker = madaf_worker_new (MADAF_DECODER (decoder), on_decoded, results);

  submit (worker, 1, 1);
  g_assert_cmpint (next_begun (decoder), ==, 1);
  submit (worker, 2, 1);
  g_async_queue_push (decoder->go_on, decoder);
  g_async_queue_push (decoder->go_on, decoder);
  madaf_worker_free (worker);
  g_assert_cmpint (g_async_queue_length (results), >=, 1);
  g_assert_finalize_object (g_steal_pointer (&decoder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/newest-only", test_newest_only);
  g_test_add_func ("/worker/runs", test_runs);
  g_test_add_func ("/worker/since", test_since);
  g_test_add_func ("/worker/free", test_free);
  return g_test_run ();
}
