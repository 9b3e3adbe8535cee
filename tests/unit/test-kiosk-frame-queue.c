/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/frame-queue.h"

/* Things that wait for a frame: after it, one for each, once. */

typedef struct
{
  GtkWidget *window;
  MadafFrameQueue *queue;
} Fixture;

/* What happened, in its order: p a frame was drawn, a and b the functions. */
static GString *events;

static void
on_painted (void)
{
  g_string_append_c (events, 'p');
}

static void
do_a (gpointer widget)
{
  g_string_append_c (events, 'a');
  gtk_widget_queue_draw (widget);
}

static void
do_b (gpointer widget)
{
  g_string_append_c (events, 'b');
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_b_done (gpointer data)
{
  return strchr (events->str, 'b') != NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  events = g_string_new (NULL);
  f->window = gtk_window_new ();
  f->queue = madaf_frame_queue_new (f->window);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->queue != NULL)
    madaf_frame_queue_free (f->queue);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_string_free (events, TRUE);
}

static void
present (Fixture *f)
{
  gtk_window_present (GTK_WINDOW (f->window));
  kiosk_wait_for (is_mapped, f->window);
  g_signal_connect (gtk_widget_get_frame_clock (f->window), "after-paint", G_CALLBACK (on_painted), NULL);
}

static void
test_one_for_a_frame (Fixture *f, gconstpointer data)
{
  const char *a, *b;

  present (f);
  madaf_frame_queue_add (f->queue, do_a);
  madaf_frame_queue_add (f->queue, do_b);
  madaf_frame_queue_add (f->queue, do_a);
  kiosk_wait_for (is_b_done, NULL);
  a = strchr (events->str, 'a');
  b = strchr (events->str, 'b');
  g_assert_true (a > events->str);
  g_assert_true (b > a + 1);
  g_assert_null (strchr (a + 1, 'a'));
}

static void
test_nothing_before_it_is_shown (Fixture *f, gconstpointer data)
{
  madaf_frame_queue_add (f->queue, do_b);
  kiosk_settle ();
  g_assert_cmpstr (events->str, ==, "");
  present (f);
  kiosk_wait_for (is_b_done, NULL);
}

static void
test_nothing_when_it_is_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafFrameQueue) other = madaf_frame_queue_new (f->window);

  present (f);
  madaf_frame_queue_add (f->queue, do_a);
  g_clear_pointer (&f->queue, madaf_frame_queue_free);
  madaf_frame_queue_add (other, do_b);
  kiosk_wait_for (is_b_done, NULL);
  g_assert_null (strchr (events->str, 'a'));
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/kiosk/frame-queue/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("one-for-a-frame", test_one_for_a_frame);
  ADD ("nothing-before-it-is-shown", test_nothing_before_it_is_shown);
  ADD ("nothing-when-it-is-gone", test_nothing_when_it_is_gone);
  return g_test_run ();
}
