/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rig.h"

#include <glib/gstdio.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

struct _MadafRig
{
  GTestDBus *bus;       /* (owned) */
  char *folder;         /* (owned) */
  GPtrArray *processes; /* (owned) of GSubprocess, in the order they were started */
  GPtrArray *screens;   /* (owned) of display names */
};

/* The one that stands: a journey a process. What fails tells from it what the programs said. */
static MadafRig *standing;

/* What the bus starts later talks where the bus does, and standard output is for TAP only. */
static void
start_bus_quietly (GTestDBus *bus)
{
  int output = dup (STDOUT_FILENO);

  dup2 (STDERR_FILENO, STDOUT_FILENO);
  g_test_dbus_up (bus);
  dup2 (output, STDOUT_FILENO);
  close (output);
}

MadafRig *
madaf_rig_new (void)
{
  MadafRig *self = g_new0 (MadafRig, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *runtime = NULL;

  /* libatspi warns that GTK 4 has no cache of accessibles; it does not matter here. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  standing = self;
  self->folder = g_dir_make_tmp ("madaf-journey-XXXXXX", &error);
  g_assert_no_error (error);
  self->processes = g_ptr_array_new_with_free_func (g_object_unref);
  self->screens = g_ptr_array_new_with_free_func (g_free);

  /* A run-time folder and buses of our own: nothing of the machine's session is touched or needed. */
  runtime = madaf_rig_path (self, "run");
  g_assert_no_errno (g_mkdir (runtime, 0700));
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (self->bus, "/usr/share/dbus-1/services");
  start_bus_quietly (self->bus);
  return self;
}

static void
end_process (GSubprocess *process)
{
  if (g_subprocess_get_identifier (process) == NULL)
    return;
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
}

static void
remove_tree (const char *path)
{
  const char *argv[] = { "rm", "-rf", "--", path, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* What a library says when a program uses it wrongly, and what any of them says of its own mistakes. */
#define WRONG "(Gtk|Gdk|Gsk|Pango|Adwaita|GLib|GLib-[A-Za-z]+)-(WARNING|CRITICAL)|-CRITICAL|-ERROR"

/* Said of the machine that the tests run on, not of the program. */
static const char *const known[] = {
  "Unable to acquire session bus", /* while everything is ended */
  "Unable to acquire the address of the accessibility bus",
  NULL,
};

static gboolean
is_known (const char *line)
{
  for (guint i = 0; known[i] != NULL; i++)
    if (strstr (line, known[i]) != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_wrong (const char *path, const char *name)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (!g_str_has_suffix (name, ".log") || !g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_regex_match_simple ("^\\([^()]*\\): [^ ]*(" WRONG ") \\*\\*", lines[i], 0, 0) && !is_known (lines[i]))
      {
        g_printerr ("# %s: %s\n", name, lines[i]);
        n++;
      }
  return n;
}

/* What goes well on the screen while the log complains does not go well. */
static void
check_logs (MadafRig *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *path = madaf_rig_path (self, name);

      n += count_wrong (path, name);
    }
  if (n > 0)
    g_error ("the programs warned %u times", n);
}

void
madaf_rig_free (MadafRig *self)
{
  for (guint i = self->processes->len; i > 0; i--)
    end_process (self->processes->pdata[i - 1]);
  check_logs (self);
  g_ptr_array_unref (self->processes);
  g_ptr_array_unref (self->screens);
  g_test_dbus_stop (self->bus);
  g_object_unref (self->bus);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self);
  standing = NULL;
}

char *
madaf_rig_path (MadafRig *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* A test that aborts must not leave its screens and servers behind. */
static void
die_with_the_test (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* Xvfb chooses a free display itself and tells its number through a pipe once it takes connections. */
const char *
madaf_rig_add_screen (MadafRig *self, int width, int height)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  g_autofree char *geometry = g_strdup_printf ("%dx%dx24", width, height);
  GSubprocess *process;
  char number[16] = "";
  int ends[2];
  gsize length = 0;

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, &error));
  g_subprocess_launcher_take_fd (launcher, ends[1], 3);
  g_subprocess_launcher_set_child_setup (launcher, die_with_the_test, NULL, NULL);
  process = g_subprocess_launcher_spawn (launcher, &error, "Xvfb", "-displayfd", "3", "-screen", "0", geometry,
                                         "-nolisten", "tcp", "-noreset", NULL);
  g_assert_no_error (error);
  g_ptr_array_add (self->processes, process);
  g_clear_object (&launcher); /* closes our copy of the writing end, so that a dying Xvfb ends the read */

  /* The digits and the line's end may come one by one. */
  while (strchr (number, '\n') == NULL && length < sizeof number - 1)
    {
      ssize_t got = read (ends[0], number + length, sizeof number - 1 - length);

      g_assert_cmpint (got, >, 0);
      length += (gsize)got;
    }
  close (ends[0]);
  g_ptr_array_add (self->screens, g_strdup_printf (":%d", atoi (number)));
  return self->screens->pdata[self->screens->len - 1];
}

GSubprocess *
madaf_rig_start (MadafRig *self, const char *display, const char *log, const char *const *argv)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GError) error = NULL;
  g_autofree char *log_path = madaf_rig_path (self, log);
  GSubprocess *process;

  g_subprocess_launcher_set_stdout_file_path (launcher, log_path);
  g_subprocess_launcher_set_child_setup (launcher, die_with_the_test, NULL, NULL);
  g_subprocess_launcher_setenv (launcher, "GSK_RENDERER", "cairo", TRUE);
  g_subprocess_launcher_setenv (launcher, "GDK_BACKEND", "x11", TRUE);
  if (display != NULL)
    g_subprocess_launcher_setenv (launcher, "DISPLAY", display, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->processes, process);
  return process;
}

/* By GLib's own file of settings, and the schema that was installed with the program. */
void
madaf_rig_set (MadafRig *self, const char *key, const char *value)
{
  g_autofree char *config = madaf_rig_path (self, "config");
  g_autofree char *folder = g_build_filename (config, "glib-2.0", "settings", NULL);
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", MADAF_SCHEMA_DIR, TRUE);
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  g_key_file_set_value (file, "io/madaf/Kiosk", key, value);
  g_key_file_save_to_file (file, path, &error);
  g_assert_no_error (error);
}

char *
madaf_rig_run (MadafRig *self, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s failed: %s", argv[0], output);
  return output;
}

int
madaf_rig_stop (MadafRig *self, GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                              : -g_subprocess_get_term_sig (process);
}

/* How much of what a program said is told: what it did before. */
#define LINES_TOLD 24

/* To standard error, as remarks. */
static void
tell_log (const char *name)
{
  g_autofree char *path = madaf_rig_path (standing, name);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n;

  if (!g_str_has_suffix (name, ".log") || !g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  n = g_strv_length (lines);
  for (guint i = n - MIN (n, LINES_TOLD); i < n; i++)
    g_printerr ("# %s: %s\n", name, lines[i]);
}

void
madaf_rig_fail (const char *why)
{
  g_autoptr (GDir) folder = standing != NULL ? g_dir_open (standing->folder, 0, NULL) : NULL;

  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    tell_log (name);
  g_error ("%s", why);
}

static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
madaf_rig_wait (const char *what, double seconds, MadafCondition condition, gpointer user_data)
{
  gint64 deadline_us = g_get_monotonic_time () + (gint64)(seconds * G_USEC_PER_SEC);
  guint tick = g_timeout_add (20, on_tick, NULL);

  while (!condition (user_data))
    {
      if (g_get_monotonic_time () > deadline_us)
        {
          g_autofree char *why = g_strdup_printf ("waited %.0f s in vain for: %s", seconds, what);

          madaf_rig_fail (why);
        }
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}
