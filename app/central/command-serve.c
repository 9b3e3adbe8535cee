/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/resource.h>

#include "central/central.h"
#include "central/command.h"
#include "central/feeds/demo.h"
#include "central/http/log.h"

/* madaf-central without a command: serve a shop until told to stop. */

/* The help of --listen says it too. */
#define DEFAULT_LISTEN "127.0.0.1:8480"

typedef struct
{
  char *database;
  char *listen;
  char *public_url;
  char *tls_certificate;
  char *tls_key;
  char *sender;
  char *log_level;
  gboolean demo;
  gboolean version;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->database);
  g_free (arguments->listen);
  g_free (arguments->public_url);
  g_free (arguments->tls_certificate);
  g_free (arguments->tls_key);
  g_free (arguments->sender);
  g_free (arguments->log_level);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse (int argc, char **argv, Arguments *arguments)
{
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &arguments->database, N_ ("The database; made if it is not there"), "FILE" },
    { "listen", 0, 0, G_OPTION_ARG_STRING, &arguments->listen,
      N_ ("Where to listen: ADDRESS:PORT or unix:PATH (default: 127.0.0.1:8480)"), "WHERE" },
    { "public-url", 0, 0, G_OPTION_ARG_STRING, &arguments->public_url,
      N_ ("Where shoppers' phones reach this central, for receipts and signing in"), "URL" },
    { "tls-cert", 0, 0, G_OPTION_ARG_FILENAME, &arguments->tls_certificate, N_ ("Certificate chain, PEM; speak TLS"),
      "FILE" },
    { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &arguments->tls_key, N_ ("Private key of the certificate, PEM"), "FILE" },
    { "sender", 0, 0, G_OPTION_ARG_FILENAME, &arguments->sender,
      N_ ("By what messages to shoppers leave: a file with [webhook], [sms] or [smtp]"), "FILE" },
    { "log-level", 0, 0, G_OPTION_ARG_STRING, &arguments->log_level,
      N_ ("What to log: error, warning, info (default) or debug"), "LEVEL" },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &arguments->demo, N_ ("Fill the database with the demo shop if it is empty"),
      NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &arguments->version, N_ ("Say the version and exit"), NULL },
    { NULL },
  };

  return madaf_command_parse (&argc, &argv, entries, N_ ("[COMMAND]"),
                              N_ ("Serve a Madaf shop to its kiosks, tills, web shop and app."),
                              N_ ("Commands (each has its own --help):\n"
                                  "  enrol             Make a one-time code that lets a new device in\n"
                                  "  generate          Make an artificial shop of any size, to measure with\n"
                                  "  import            Bring the shop to what its feeds say\n"
                                  "\n"
                                  "Exit status: 0 when all went well, 2 when the command line is wrong, else 1."));
}

/* 0, or the exit status after saying what is wrong. */
static int
check (const Arguments *arguments)
{
  MadafLogLevel level = MADAF_LOG_INFO;

  if (arguments->database == NULL)
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("Say which database to serve: --db FILE."));
  if ((arguments->tls_certificate == NULL) != (arguments->tls_key == NULL))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--tls-cert and --tls-key go together."));
  if (arguments->public_url != NULL && !g_str_has_prefix (arguments->public_url, "https://")
      && !g_str_has_prefix (arguments->public_url, "http://"))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--public-url must begin with https:// or http://."));
  if (arguments->log_level != NULL && !madaf_log_level_from_string (arguments->log_level, &level))
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--log-level is error, warning, info or debug."));
  madaf_log_set_level (level);
  return MADAF_EXIT_OK;
}

/* Each stream is an open file; take as many as the system lets us have. */
static void
raise_file_limit (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
}

static gboolean
on_stop_signal (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

/* Set up before there is anything to stop, so that no signal finds the default that kills. */
static GMainLoop *
watch_signals (void)
{
  GMainLoop *loop = g_main_loop_new (NULL, FALSE);

  g_unix_signal_add (SIGTERM, on_stop_signal, loop);
  g_unix_signal_add (SIGINT, on_stop_signal, loop);
  /* A limit on the size of files is an answer to give, like a full disk, and no reason to die. */
  signal (SIGXFSZ, SIG_IGN);
  return loop;
}

int
madaf_command_serve (int argc, char **argv)
{
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (GError) error = NULL;
  MadafCentralOptions options = { 0 };
  MadafCentral *central;
  g_autofree char *place = NULL;
  g_autoptr (GMainLoop) loop = NULL;
  int status;

  if (!parse (argc, argv, &arguments))
    return MADAF_EXIT_USAGE;
  if (arguments.version)
    {
      g_print ("madaf-central " MADAF_VERSION "\n");
      return MADAF_EXIT_OK;
    }
  status = check (&arguments);
  if (status != MADAF_EXIT_OK)
    return status;
  raise_file_limit ();
  loop = watch_signals ();
  options.database = arguments.database;
  options.listen = arguments.listen != NULL ? arguments.listen : DEFAULT_LISTEN;
  options.public_url = arguments.public_url;
  options.tls_certificate_file = arguments.tls_certificate;
  options.tls_key_file = arguments.tls_key;
  options.sender_file = arguments.sender;
  options.demo_folder = arguments.demo ? madaf_demo_get_folder () : NULL;
  central = madaf_central_start (&options, &error);
  if (central == NULL)
    return madaf_command_fail_on (arguments.database, error);
  madaf_log_take_over_glib ();
  place = g_strdup_printf ("listening on %s", madaf_central_get_address (central));
  madaf_log_event (MADAF_LOG_INFO, "started", place);
  g_main_loop_run (loop);
  madaf_log_event (MADAF_LOG_INFO, "stopping", NULL);
  madaf_central_stop (central);
  madaf_log_event (MADAF_LOG_INFO, "stopped", NULL);
  return MADAF_EXIT_OK;
}
