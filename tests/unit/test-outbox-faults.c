/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/outbox.h"

#include "client-fixture.h"
#include "fault-disk.h"

#include <glib/gstdio.h>
#include <signal.h>

/* What the outbox has said that it keeps, it keeps: over a full disk, a power cut at any write, and a kill -9. */

/* More changes of the disk than one order takes. */
#define OPERATIONS_MAXIMUM 64
#define KILLS              8

typedef struct
{
  ClientFixture base;
  char *path;
  MadafRandom *random;
  MadafOutbox *outbox; /* (nullable) */
} Fixture;

static void
open_outbox (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  f->outbox = madaf_outbox_new (f->path, f->base.client, f->base.clock, f->random);
  madaf_outbox_open_async (f->outbox, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  madaf_outbox_open_finish (f->outbox, result, &error);
  g_assert_no_error (error);
}

static void
close_outbox (Fixture *f)
{
  fake_wait_finalize (f->outbox);
  f->outbox = NULL;
}

/* Nobody answers: whatever is put waits. */
static void
set_up (Fixture *f, gconstpointer data)
{
  client_fixture_set_up (&f->base, NULL);
  fake_central_go_away (f->base.fake);
  f->path = client_fixture_path (&f->base, "outbox.db");
  f->random = madaf_random_new_system ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  fault_disk_set (FAULT_DISK_FULL, -1);
  if (f->outbox != NULL)
    close_outbox (f);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (f->random);
  g_free (f->path);
  client_fixture_tear_down (&f->base, NULL);
}

/* The key of a new order (transfer full), or NULL when it could not be kept. */
static char *
put (MadafOutbox *outbox, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MadafOrderDraft) draft = madaf_order_draft_new ("he");
  g_autoptr (MadafFulfilment) ship = madaf_fulfilment_new_ship ();
  g_autoptr (MadafOutboxRecord) record = NULL;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *variant_id = g_strdup_printf ("a-variant-with-a-long-name-%02d", i);

      madaf_order_draft_add (draft, variant_id, 1, ship);
    }
  madaf_order_draft_set_contact (draft, "Dana", "0501234567");
  madaf_outbox_put_async (outbox, draft, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  record = madaf_outbox_put_finish (outbox, result, error);
  return record != NULL ? g_strdup (madaf_outbox_record_get_key (record)) : NULL;
}

/* Exactly what was promised waits, each once and in its order; @more: what was under way may be there too. */
static void
assert_waiting (Fixture *f, GPtrArray *promised, guint more)
{
  GListModel *waiting = madaf_outbox_get_waiting (f->outbox);
  guint n = g_list_model_get_n_items (waiting);
  guint found = 0;

  g_assert_cmpuint (n, >=, promised->len);
  g_assert_cmpuint (n, <=, promised->len + more);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafOutboxRecord) record = g_list_model_get_item (waiting, i);

      if (found < promised->len
          && g_str_equal (madaf_outbox_record_get_key (record), g_ptr_array_index (promised, found)))
        found++;
    }
  g_assert_cmpuint (found, ==, promised->len);
}

/* What waits is as good as promised from here on. */
static void
take_waiting (Fixture *f, GPtrArray *promised)
{
  GListModel *waiting = madaf_outbox_get_waiting (f->outbox);

  g_ptr_array_set_size (promised, 0);
  for (guint i = 0; i < g_list_model_get_n_items (waiting); i++)
    {
      g_autoptr (MadafOutboxRecord) record = g_list_model_get_item (waiting, i);

      g_ptr_array_add (promised, g_strdup (madaf_outbox_record_get_key (record)));
    }
}

/* The disk runs full at each change that an order makes; with room again the same outbox goes on. */
static void
test_full_disk (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) promised = g_ptr_array_new_with_free_func (g_free);
  guint refused = 0;

  open_outbox (f);
  for (int operations = 0; operations < OPERATIONS_MAXIMUM; operations++)
    {
      g_autoptr (GError) error = NULL;
      char *key;

      fault_disk_set (FAULT_DISK_FULL, operations);
      key = put (f->outbox, &error);
      if (key != NULL)
        g_ptr_array_add (promised, key);
      else
        {
          refused++;
          g_assert_error (error, MADAF_OUTBOX_ERROR, MADAF_OUTBOX_ERROR_FULL);
        }
      if (operations >= fault_disk_count ())
        break;
    }
  g_assert_cmpuint (refused, >, 0);
  g_assert_cmpuint (promised->len, >, 0);

  fault_disk_set (FAULT_DISK_FULL, -1);
  g_ptr_array_add (promised, put (f->outbox, NULL));
  g_assert_nonnull (g_ptr_array_index (promised, promised->len - 1));
  assert_waiting (f, promised, 0);
  close_outbox (f);
  open_outbox (f);
  assert_waiting (f, promised, 0);
}

/* The power is cut at each change that an order makes, and at last when there is nothing more to change. */
static void
test_power_cut (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) promised = g_ptr_array_new_with_free_func (g_free);
  gboolean enough = FALSE;
  guint cuts = 0;

  for (int operations = 0; operations < OPERATIONS_MAXIMUM && !enough; operations++)
    {
      g_autofree char *key = NULL;

      open_outbox (f);
      take_waiting (f, promised);
      fault_disk_set (FAULT_DISK_DEAD, operations);
      key = put (f->outbox, NULL);
      enough = fault_disk_count () <= operations;
      fault_disk_cut ();
      close_outbox (f);
      fault_disk_set (FAULT_DISK_DEAD, -1);

      if (key != NULL)
        g_ptr_array_add (promised, g_strdup (key));
      else
        cuts++;
      /* Between the disk and the promise there may be the one that was under way. */
      open_outbox (f);
      assert_waiting (f, promised, key != NULL ? 0 : 1);
      close_outbox (f);
    }
  g_assert_true (enough);
  g_assert_cmpuint (cuts, >, 2);
}

/* What a child process does until it is killed: an order after the other, and a line for each that is kept. */
static void
write_orders (const char *path)
{
  g_autoptr (MadafTransport) transport = madaf_transport_new (NULL, NULL);
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  g_autoptr (MadafCentralClient) client = madaf_central_client_new ("unix:/nobody", transport, NULL, clock);
  g_autoptr (MadafOutbox) outbox = madaf_outbox_new (path, client, clock, random);
  g_autoptr (GAsyncResult) result = NULL;

  madaf_outbox_open_async (outbox, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  for (;;)
    {
      g_autofree char *key = put (outbox, NULL);
      g_autofree char *line = g_strdup_printf ("%s\n", key);

      if (write (STDOUT_FILENO, line, strlen (line)) != (ssize_t)strlen (line))
        _exit (1);
    }
}

/* Kills it at a random moment after a few orders, and takes down what it had promised by then. */
static void
run_until_killed (Fixture *f, GPtrArray *promised)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write-orders", f->path, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  int orders = g_test_rand_int_range (1, 12);
  char *key;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  while ((key = g_data_input_stream_read_line (output, NULL, NULL, NULL)) != NULL)
    {
      g_ptr_array_add (promised, key);
      if (--orders != 0)
        continue;
      g_usleep ((gulong)g_test_rand_int_range (0, 3000));
      g_subprocess_send_signal (child, SIGKILL);
    }
  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (child));
}

static void
test_killed (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) promised = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *waiting;

  for (int i = 0; i < KILLS; i++)
    run_until_killed (f, promised);

  open_outbox (f);
  /* Each was killed with at most one order between the disk and the promise. */
  assert_waiting (f, promised, KILLS);
  waiting = madaf_outbox_get_waiting (f->outbox);
  for (guint i = 0; i < g_list_model_get_n_items (waiting); i++)
    {
      g_autoptr (MadafOutboxRecord) record = g_list_model_get_item (waiting, i);

      g_assert_true (g_hash_table_add (keys, g_strdup (madaf_outbox_record_get_key (record))));
    }
}

#define ADD(name, function) g_test_add ("/outbox-faults/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write-orders"))
    write_orders (argv[2]);

  g_test_init (&argc, &argv, NULL);
  fault_disk_install ("outbox");
  ADD ("full-disk", test_full_disk);
  ADD ("power-cut", test_power_cut);
  ADD ("killed", test_killed);

  return g_test_run ();
}
