/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth.h"

#include <stdlib.h>
#include <string.h>

#include "load.h"

#define WIDTH    1280
#define HEIGHT   800
#define PATIENCE 30 /* s */
/* Before a kiosk is weighed or looked at: pictures come, caches fill. */
#define SETTLE_MS 4000

struct _MadafBooth
{
  MadafPlace *place; /* (owned) */
  MadafRig *rig;     /* (owned) */
  GPtrArray *codes;  /* (owned) of 14 digits each, one for each product but that of the pile */
  GPtrArray *piles;  /* (owned) two */
  const char *display;
  char *data_dir;     /* (owned) */
  char *camera;       /* (owned) */
  char *trace;        /* (owned) (nullable): the file of the kiosk that runs */
  GSubprocess *kiosk; /* lent by the rig */
  guint starts;
  guint next_code;
};

/* The events so far: an array of "MONOTONIC_US EVENT". */
static GStrv
read_trace (MadafBooth *self)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (self->trace, &text, NULL, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (text, "\n", -1);
}

/* How often it came; time_us: when it did for the wanted-th time. */
static guint
count_events (MadafBooth *self, const char *event, guint wanted, gint64 *time_us)
{
  g_auto (GStrv) lines = read_trace (self);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *name;
      gint64 at_us = g_ascii_strtoll (lines[i], &name, 10);

      if (strcmp (g_strstrip (name), event) == 0 && ++n == wanted)
        *time_us = at_us;
    }
  return n;
}

guint
madaf_booth_count (MadafBooth *self, const char *event)
{
  return count_events (self, event, 0, NULL);
}

typedef struct
{
  MadafBooth *booth;
  const char *event;
  guint count;
  gint64 time_us;
} Awaited;

static gboolean
is_there (gpointer user_data)
{
  Awaited *awaited = user_data;

  return count_events (awaited->booth, awaited->event, awaited->count, &awaited->time_us) >= awaited->count;
}

gint64
madaf_booth_wait_for (MadafBooth *self, const char *event, guint count)
{
  Awaited awaited = { self, event, count, 0 };

  madaf_rig_wait (event, PATIENCE, is_there, &awaited);
  return awaited.time_us;
}

void
madaf_booth_longest_gap (MadafBooth *self, gint64 since_us, double *wall_ms, double *cpu_ms)
{
  g_auto (GStrv) lines = read_trace (self);

  *wall_ms = *cpu_ms = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *rest;
      gint64 at_us = g_ascii_strtoll (lines[i], &rest, 10);
      double wall, cpu;

      if (at_us < since_us || !g_str_has_prefix (rest, " gap "))
        continue;
      wall = (double)g_ascii_strtoll (rest + strlen (" gap "), &rest, 10) / 1000;
      cpu = (double)g_ascii_strtoll (rest, NULL, 10) / 1000;
      *wall_ms = MAX (*wall_ms, wall);
      *cpu_ms = MAX (*cpu_ms, cpu);
    }
}

static gboolean
on_over (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
madaf_booth_pause (MadafBooth *self, guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
start_kiosk (MadafBooth *self, const char *enrol)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", madaf_place_get_port (self->place));
  g_autofree char *name = g_strdup_printf ("trace-%u", self->starts++);
  const char *program = g_getenv ("MADAF_KIOSK");
  const char *argv[] = { program != NULL ? program : MADAF_KIOSK_PROGRAM,
                         "--central",
                         url,
                         "--data-dir",
                         self->data_dir,
                         "--camera",
                         self->camera,
                         "--language",
                         "en",
                         "--silent",
                         "--trace",
                         NULL,
                         enrol != NULL ? "--enrol" : NULL,
                         enrol,
                         NULL };

  g_free (self->trace);
  argv[11] = self->trace = madaf_rig_path (self->rig, name);
  self->kiosk = madaf_rig_start (self->rig, self->display, "kiosk.log", argv);
}

void
madaf_booth_start_kiosk (MadafBooth *self)
{
  start_kiosk (self, NULL);
}

void
madaf_booth_stop_kiosk (MadafBooth *self)
{
  madaf_rig_stop (self->rig, self->kiosk);
}

static void
enrol_kiosk (MadafBooth *self)
{
  g_autofree char *code = madaf_place_enrolment_code (self->place, madaf_booth_get_pile (self)->branch_id, "kiosk");

  start_kiosk (self, code);
  madaf_booth_wait_for (self, "first-screen", 1);
  madaf_booth_pause (self, SETTLE_MS);
  madaf_booth_stop_kiosk (self);
}

MadafBooth *
madaf_booth_new (void)
{
  MadafBooth *self = g_new0 (MadafBooth, 1);
  const MadafPile *pile;
  g_autofree char *sql = NULL;

  self->place = madaf_place_new_demo ();
  self->rig = madaf_rig_new ();
  madaf_place_start (self->place); /* which fills it */
  madaf_place_stop (self->place);
  self->piles = madaf_place_stock (self->place, 2, 100000);
  pile = madaf_booth_get_pile (self);
  sql = g_strdup_printf ("SELECT min (gtin) FROM variant WHERE gtin LIKE '0%%' AND hidden = 0 AND product_id <> '%s'"
                         " GROUP BY product_id",
                         pile->product_id);
  self->codes = madaf_place_texts (self->place, sql);
  madaf_place_start (self->place);
  self->display = madaf_rig_add_screen (self->rig, WIDTH, HEIGHT);
  self->data_dir = madaf_rig_path (self->rig, "data");
  self->camera = madaf_rig_path (self->rig, "camera");
  g_mkdir_with_parents (self->camera, 0700);
  enrol_kiosk (self);
  return self;
}

void
madaf_booth_free (MadafBooth *self)
{
  madaf_rig_free (self->rig);
  madaf_place_free (self->place);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->piles);
  g_free (self->data_dir);
  g_free (self->camera);
  g_free (self->trace);
  g_free (self);
}

MadafPlace *
madaf_booth_get_place (MadafBooth *self)
{
  return self->place;
}

MadafRig *
madaf_booth_get_rig (MadafBooth *self)
{
  return self->rig;
}

const char *
madaf_booth_get_display (MadafBooth *self)
{
  return self->display;
}

const char *
madaf_booth_get_camera (MadafBooth *self)
{
  return self->camera;
}

const MadafPile *
madaf_booth_get_pile (MadafBooth *self)
{
  return g_ptr_array_index (self->piles, 0);
}

const MadafPile *
madaf_booth_get_other_pile (MadafBooth *self)
{
  return g_ptr_array_index (self->piles, 1);
}

const char *
madaf_booth_next_code (MadafBooth *self)
{
  return g_ptr_array_index (self->codes, self->next_code++ % self->codes->len);
}

MadafPerson *
madaf_booth_walk_up (MadafBooth *self)
{
  MadafPerson *person = madaf_person_new (self->display, self->kiosk, "en");

  madaf_booth_wait_for (self, "first-screen", 1);
  madaf_booth_pause (self, SETTLE_MS);
  madaf_person_touches_text (person, ATSPI_ROLE_PUSH_BUTTON, "English");
  madaf_person_waits_for (person, ATSPI_ROLE_PUSH_BUTTON, "Scan an item");
  return person;
}

static GPid
get_process (MadafBooth *self)
{
  return (GPid)atoi (g_subprocess_get_identifier (self->kiosk));
}

double
madaf_booth_weigh (MadafBooth *self)
{
  madaf_booth_pause (self, SETTLE_MS);
  return (double)madaf_load_pss_bytes (get_process (self)) / 1e6;
}

double
madaf_booth_cpu_seconds (MadafBooth *self)
{
  return madaf_load_cpu_seconds (get_process (self));
}

char *
madaf_booth_use_phone (MadafBooth *self, const char *what, const char *user_code, const char *number)
{
  g_autofree char *address = g_strdup_printf ("127.0.0.1:%u", madaf_place_get_port (self->place));
  g_autofree char *url = g_strconcat ("http://", address, NULL);
  const char *argv[] = { "/usr/bin/python3", MADAF_JOURNEY_PHONE, address, url, what, user_code, number, NULL };

  return g_strstrip (madaf_rig_run (self->rig, argv));
}

double
madaf_booth_scan (MadafBooth *self, MadafPerson *person, const char *code)
{
  guint drawn = madaf_booth_count (self, "product-drawn");
  gint64 scanned_us;

  madaf_person_scans_usb (person, code + 1);
  scanned_us = g_get_monotonic_time ();
  return (double)(madaf_booth_wait_for (self, "product-drawn", drawn + 1) - scanned_us) / 1000;
}
