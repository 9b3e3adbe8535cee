/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chromium.h"

#include <stdlib.h>
#include <string.h>

#include "figures.h"
#include "load.h"

#define PROGRAM  "chromium"
#define STARTS   5
#define PATIENCE 60 /* s */
/* As long as a kiosk is given before it is weighed. */
#define SETTLE_MS 4000

typedef struct
{
  MadafBooth *booth;
  GSocketService *service; /* (owned): hears of the page's frames */
  guint port;
  gint64 drawn_us; /* when the page said that it had been drawn; 0: not yet */
} Bench;

/* The page asks for an address of ours once a frame of it has been shown; that is all we want to know. */
static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->drawn_us == 0)
    bench->drawn_us = g_get_monotonic_time ();
  return TRUE;
}

static void
listen_to_page (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->service = g_socket_service_new ();
  g_signal_connect (bench->service, "incoming", G_CALLBACK (on_incoming), bench);
  bench->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (bench->service), NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_drawn (gpointer user_data)
{
  return ((Bench *)user_data)->drawn_us != 0;
}

/* 0 for a process that is gone. */
static GPid
parent_of (GPid process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", process);
  g_autofree char *text = NULL;
  const char *end;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (end = strrchr (text, ')')) == NULL)
    return 0;
  return (GPid)strtol (end + strlen (") S "), NULL, 10);
}

static gboolean
is_descendant (GPid process, GPid ancestor)
{
  while (process > 1 && process != ancestor)
    process = parent_of (process);
  return process == ancestor;
}

static double
weigh_family (GPid ancestor)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;
  double bytes = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_ascii_isdigit (*name) && is_descendant ((GPid)atoi (name), ancestor))
      bytes += (double)madaf_load_pss_bytes ((GPid)atoi (name));
  return bytes / 1e6;
}

static GSubprocess *
start (Bench *bench)
{
  g_autofree char *folder = madaf_rig_path (madaf_booth_get_rig (bench->booth), "chromium");
  g_autofree char *data = g_strconcat ("--user-data-dir=", folder, NULL);
  g_autofree char *page = g_strdup_printf ("file://%s#%u", MADAF_BENCH_PAGE, bench->port);
  /* Its sandbox does not let it run as root, which benches in a container do; without it, it is only lighter. */
  const char *argv[] = {
    PROGRAM, "--kiosk", "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--window-size=1280,800", data,
    page,    NULL
  };

  bench->drawn_us = 0;
  return madaf_rig_start (madaf_booth_get_rig (bench->booth), madaf_booth_get_display (bench->booth), "chromium.log",
                          argv);
}

gboolean
madaf_chromium_measure (MadafBooth *booth, MadafChromium *chromium)
{
  g_autofree char *program = g_find_program_in_path (PROGRAM);
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { .booth = booth };

  if (program == NULL)
    return FALSE;
  listen_to_page (&bench);
  for (int i = 0; i <= STARTS; i++)
    {
      gint64 began_us = g_get_monotonic_time ();
      GSubprocess *process = start (&bench);
      double ms;

      madaf_rig_wait ("Chromium's page", PATIENCE, is_drawn, &bench);
      ms = (double)(bench.drawn_us - began_us) / 1000;
      if (i > 0) /* the first start makes its profile */
        g_array_append_val (times_ms, ms);
      madaf_booth_pause (booth, i < STARTS ? 500 : SETTLE_MS);
      chromium->mb = weigh_family ((GPid)atoi (g_subprocess_get_identifier (process)));
      madaf_rig_stop (madaf_booth_get_rig (booth), process);
    }
  chromium->start_ms = madaf_figure_percentile (times_ms, 0.5);
  g_socket_service_stop (bench.service);
  g_object_unref (bench.service);
  return TRUE;
}
