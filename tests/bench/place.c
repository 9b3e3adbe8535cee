/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE (30 * G_TIME_SPAN_SECOND)

struct _MadafPlace
{
  char *folder;
  char *database;
  gboolean temporary;
  gboolean demo;
  GPid process; /* 0 while nothing serves */
  guint port;
};

static const char *
program (void)
{
  const char *path = g_getenv ("MADAF_CENTRAL");

  return path != NULL ? path : MADAF_CENTRAL_PROGRAM;
}

/* What it printed. (transfer full) */
static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s %s: %s", argv[0], argv[1], error->message);
  return output;
}

static void
generate (MadafPlace *self, guint products, guint variants, guint branches)
{
  g_autofree char *product_count = g_strdup_printf ("%u", products);
  g_autofree char *variant_count = g_strdup_printf ("%u", variants);
  g_autofree char *branch_count = g_strdup_printf ("%u", branches);
  const char *argv[] = { program (),   "generate",    "--db",       self->database, "--products", product_count,
                         "--variants", variant_count, "--branches", branch_count,   NULL };

  g_free (run (argv));
}

MadafPlace *
madaf_place_new (guint products, guint variants, guint branches)
{
  MadafPlace *self = g_new0 (MadafPlace, 1);
  const char *kept = g_getenv ("MADAF_BENCH_FOLDER");
  g_autofree char *name = g_strdup_printf ("shop-%u-%u-%u.db", products, variants, branches);

  self->temporary = kept == NULL;
  self->folder = kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("madaf-bench-XXXXXX", NULL);
  g_mkdir_with_parents (self->folder, 0700);
  self->database = g_build_filename (self->folder, name, NULL);
  if (!g_file_test (self->database, G_FILE_TEST_EXISTS))
    generate (self, products, variants, branches);
  return self;
}

MadafPlace *
madaf_place_new_demo (void)
{
  MadafPlace *self = g_new0 (MadafPlace, 1);

  self->temporary = self->demo = TRUE;
  self->folder = g_dir_make_tmp ("madaf-bench-XXXXXX", NULL);
  self->database = g_build_filename (self->folder, "demo.db", NULL);
  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
madaf_place_free (MadafPlace *self)
{
  if (self->process != 0)
    madaf_place_stop (self);
  if (self->temporary)
    remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self);
}

static sqlite3 *
open_database (MadafPlace *self)
{
  sqlite3 *database = NULL;

  if (self->process != 0 || sqlite3_open_v2 (self->database, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("cannot look into %s", self->database);
  return database;
}

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  return statement;
}

gint64
madaf_place_number (MadafPlace *self, const char *sql)
{
  sqlite3 *database = open_database (self);
  sqlite3_stmt *statement = prepare (database, sql);
  gint64 number = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;

  sqlite3_finalize (statement);
  sqlite3_close (database);
  return number;
}

GPtrArray *
madaf_place_texts (MadafPlace *self, const char *sql)
{
  sqlite3 *database = open_database (self);
  sqlite3_stmt *statement = prepare (database, sql);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return texts;
}

void
madaf_place_change (MadafPlace *self, const char *sql)
{
  g_autofree char *whole = g_strconcat ("BEGIN;", sql, "COMMIT;", NULL);
  sqlite3 *database = open_database (self);

  if (sqlite3_exec (database, whole, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_close (database);
}

static void
pile_free (gpointer data)
{
  MadafPile *pile = data;

  g_free (pile->variant_id);
  g_free (pile->branch_id);
  g_free (pile->product_id);
  g_free (pile->gtin);
  g_free (pile);
}

static char *
dup_column (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

static void
set_on_hand (sqlite3 *database, GPtrArray *piles, guint on_hand)
{
  sqlite3_stmt *statement
      = prepare (database, "UPDATE stock SET on_hand = ?3, reserved = 0 WHERE variant_id = ?1 AND branch_id = ?2");

  sqlite3_exec (database, "BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < piles->len; i++)
    {
      const MadafPile *pile = g_ptr_array_index (piles, i);

      sqlite3_bind_text (statement, 1, pile->variant_id, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, pile->branch_id, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, on_hand);
      if (sqlite3_step (statement) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (database));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);
}

GPtrArray *
madaf_place_stock (MadafPlace *self, guint n, guint on_hand)
{
  sqlite3 *database = open_database (self);
  /* Spread by the golden ratio, so that neighbours of one run are not neighbours on disk. */
  sqlite3_stmt *statement = prepare (
      database, "SELECT v.id, (SELECT min (branch_id) FROM stock WHERE variant_id = v.id), v.product_id, v.gtin FROM"
                " variant v WHERE EXISTS (SELECT 1 FROM stock WHERE variant_id = v.id) AND v.hidden = 0"
                " ORDER BY (substr (v.gtin, 5, 9) * 2654435761) % 4294967296 LIMIT ?1");
  GPtrArray *piles = g_ptr_array_new_with_free_func (pile_free);

  sqlite3_bind_int64 (statement, 1, n);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      MadafPile *pile = g_new0 (MadafPile, 1);

      pile->variant_id = dup_column (statement, 0);
      pile->branch_id = dup_column (statement, 1);
      pile->product_id = dup_column (statement, 2);
      pile->gtin = dup_column (statement, 3);
      g_ptr_array_add (piles, pile);
    }
  sqlite3_finalize (statement);
  if (piles->len < n)
    g_error ("the shop has only %u piles of %u", piles->len, n);
  set_on_hand (database, piles, on_hand);
  sqlite3_close (database);
  return piles;
}

/* A port that nobody listens on now; the kernel gives others first before it gives this one again. */
static guint
find_port (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl (INADDR_LOOPBACK) } };
  socklen_t size = sizeof address;
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  if (bind (fd, (struct sockaddr *)&address, size) != 0 || getsockname (fd, (struct sockaddr *)&address, &size) != 0)
    g_error ("no port: %s", g_strerror (errno));
  close (fd);
  return ntohs (address.sin_port);
}

static int
connect_to (guint port)
{
  struct sockaddr_in address
      = { .sin_family = AF_INET, .sin_port = htons ((guint16)port), .sin_addr = { htonl (INADDR_LOOPBACK) } };
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  if (connect (fd, (struct sockaddr *)&address, sizeof address) == 0)
    return fd;
  close (fd);
  return -1;
}

static void
wait_until_it_listens (MadafPlace *self)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  int fd;

  while ((fd = connect_to (self->port)) < 0)
    {
      if (g_get_monotonic_time () > deadline || waitpid (self->process, NULL, WNOHANG) != 0)
        g_error ("madaf-central did not start");
      g_usleep (2000);
    }
  close (fd);
}

/* A bench that aborts leaves no server behind. */
static void
die_with_the_bench (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

void
madaf_place_start (MadafPlace *self)
{
  g_autofree char *listen = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;

  self->port = find_port ();
  listen = g_strdup_printf ("127.0.0.1:%u", self->port);
  url = g_strconcat ("http://", listen, NULL);
  if (!g_spawn_async (NULL,
                      (char *[]){ (char *)program (), (char *)"--db", self->database, (char *)"--listen", listen,
                                  (char *)"--log-level", (char *)"warning", (char *)"--public-url", url,
                                  self->demo ? (char *)"--demo" : NULL, NULL },
                      NULL, G_SPAWN_DO_NOT_REAP_CHILD, die_with_the_bench, NULL, &self->process, &error))
    g_error ("%s", error->message);
  wait_until_it_listens (self);
}

void
madaf_place_stop (MadafPlace *self)
{
  int status = 0;

  kill (self->process, SIGTERM);
  if (waitpid (self->process, &status, 0) != self->process || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("madaf-central did not end well");
  self->process = 0;
}

guint
madaf_place_get_port (MadafPlace *self)
{
  return self->port;
}

GPid
madaf_place_get_process (MadafPlace *self)
{
  return self->process;
}

const char *
madaf_place_get_database (MadafPlace *self)
{
  return self->database;
}

char *
madaf_place_get_request (const char *target, const char *token)
{
  return g_strdup_printf ("GET %s HTTP/1.1\r\nHost: shop\r\n%s%s%s\r\n", target,
                          token != NULL ? "Authorization: Bearer " : "", token != NULL ? token : "",
                          token != NULL ? "\r\n" : "");
}

char *
madaf_place_post_request (const char *target, const char *token, const char *key, const char *json)
{
  g_autofree char *key_header = key != NULL ? g_strdup_printf ("Idempotency-Key: %s\r\n", key) : g_strdup ("");
  g_autofree char *token_header
      = token != NULL ? g_strdup_printf ("Authorization: Bearer %s\r\n", token) : g_strdup ("");

  return g_strdup_printf ("POST %s HTTP/1.1\r\nHost: shop\r\n%s%sContent-Type: application/json\r\n"
                          "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s",
                          target, token_header, key_header, strlen (json), json);
}

char *
madaf_place_order_json (const MadafPile *pile, const char *more)
{
  return g_strdup_printf ("{\"lines\":[{\"variant_id\":\"%s\",\"quantity\":1,\"fulfilment\":{\"kind\":\"collect\","
                          "\"branch_id\":\"%s\"}}],\"contact\":{\"name\":\"Dana\",\"phone\":\"0501234567\"},"
                          "\"payment\":\"on_collection\",\"language\":\"he\"%s}",
                          pile->variant_id, pile->branch_id, more);
}

static gboolean
is_complete (const GString *answer)
{
  const char *end = strstr (answer->str, "\r\n\r\n");
  const char *length = strcasestr (answer->str, "\r\ncontent-length:");

  return end != NULL && length != NULL && length < end
         && answer->len >= (gsize)(end + 4 - answer->str) + strtoul (length + strlen ("\r\ncontent-length:"), NULL, 10);
}

char *
madaf_place_ask (MadafPlace *self, const char *request)
{
  GString *answer = g_string_new (NULL);
  int fd = connect_to (self->port);
  char buffer[4096];
  gssize got;

  if (fd < 0 || send (fd, request, strlen (request), MSG_NOSIGNAL) < 0)
    g_error ("madaf-central is not there: %s", g_strerror (errno));
  while (!is_complete (answer) && (got = recv (fd, buffer, sizeof buffer, 0)) > 0)
    g_string_append_len (answer, buffer, got);
  close (fd);
  return g_string_free (answer, FALSE);
}

char *
madaf_place_read_member (const char *answer, const char *name)
{
  g_autofree char *start = g_strdup_printf ("\"%s\":\"", name);
  const char *found = strstr (answer, start);

  if (found == NULL)
    g_error ("no %s in: %s", name, answer);
  found += strlen (start);
  return g_strndup (found, strcspn (found, "\""));
}

char *
madaf_place_enrolment_code (MadafPlace *self, const char *branch_id, const char *role)
{
  const char *argv[] = { program (), "enrol", "--db", self->database, "--branch", branch_id, "--role", role, NULL };

  return g_strstrip (run (argv));
}

char *
madaf_place_enrol (MadafPlace *self, const char *branch_id, const char *role)
{
  g_autofree char *code = madaf_place_enrolment_code (self, branch_id, role);
  g_autofree char *json = g_strdup_printf ("{\"code\":\"%s\",\"name\":\"bench\"}", code);
  g_autofree char *request = madaf_place_post_request ("/v1/devices", NULL, NULL, json);
  g_autofree char *answer = madaf_place_ask (self, request);

  return madaf_place_read_member (answer, "token");
}
