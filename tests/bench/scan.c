/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "figures.h"
#include "scan-costs.h"
#include "scan-rivals.h"
#include "scan-smallest.h"
#include "scan-truth.h"
#include "scan/picture-list.h"
#include "scan/reader.h"
#include "scan/symbology.h"

/* bench-scan [quick] [misses] [also]: what is read in photographs by other people, beside what other readers made of
 * many more of the same sets, how small a code may be, and what a frame costs. The sets lie in MADAF_SCAN_CORPUS or
 * ../shared/scan-corpus, each a folder with an expected.tsv. "misses" names what was not read; what was read wrongly is
 * always named. A quick run turns no pictures. With "also" ITF,
 * Codabar and Code 39 are asked for as well, in all of them. */

/* The sets that nobody else reads: out of focus. */
static const char *const blurred_sets[] = { "ean13-5", "upca-6", NULL };

typedef struct
{
  int pictures;
  int right;
  int wrong; /* pictures with a code in them that is not there */
  double ms;
} Tally;

typedef struct
{
  MadafReader *reader; /* (owned) */
  int rotation;        /* of all pictures */
  gboolean also;       /* whether the symbols are asked for that are read by a setting only */
  gboolean names_misses;
  Tally groups[MADAF_N_RIVALS_GROUPS];
  Tally blurred;
  Tally addons; /* beside an EAN or UPC, where somebody looked */
  Tally asked;  /* ITF, Codabar and Code 39 */
} Bench;

static const char *
corpus_folder (void)
{
  const char *given = g_getenv ("MADAF_SCAN_CORPUS");

  return given != NULL ? given : "../shared/scan-corpus";
}

static MadafFrame *
load_frame (const char *path, int rotation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = madaf_picture_load (path, &error);

  if (picture == NULL)
    {
      g_printerr ("%s\n", error->message);
      return NULL;
    }
  return madaf_frame_new_from_rgb (gdk_pixbuf_read_pixels (picture), gdk_pixbuf_get_width (picture),
                                   gdk_pixbuf_get_height (picture), gdk_pixbuf_get_rowstride (picture), 3, rotation, 0);
}

/* (transfer full): on one line, in whatever script. */
static char *
visible (const char *text)
{
  char others[129] = "";

  for (int i = 0; i < 128; i++)
    others[i] = (char)(128 + i);
  return g_strescape (text, others);
}

static void
say (Bench *self, const char *what, const char *path, const char *symbology, const char *expected, MadafCode *code)
{
  g_autofree char *there = visible (expected);
  g_autofree char *read = visible (code != NULL ? madaf_code_get_text (code) : "");

  g_printerr ("%s: %s turned by %d: %s “%s”", what, path, self->rotation, symbology, there);
  if (code != NULL)
    g_printerr (" as %s “%s” by %d lines", madaf_symbology_name (madaf_code_get_symbology (code)), read,
                madaf_code_get_votes (code));
  g_printerr ("\n");
}

/* Of @codes: whether one is what was expected, and whether one is not. */
static void
judge (Bench *self, const char *path, const char *symbology, const char *expected, GPtrArray *codes, Tally *tally)
{
  gboolean right = FALSE;
  gboolean wrong = FALSE;

  for (guint i = 0; i < codes->len; i++)
    if (madaf_truth_matches (symbology, expected, codes->pdata[i]))
      right = TRUE;
    else
      {
        say (self, "wrong", path, symbology, expected, codes->pdata[i]);
        wrong = TRUE;
      }
  if (!right && self->names_misses && madaf_rivals_group_of ("", symbology) != MADAF_RIVALS_NOTHING)
    say (self, "not read", path, symbology, expected, NULL);
  tally->right += right;
  tally->wrong += wrong;
}

/* The add-on beside the symbol in picture @file. */
static void
judge_addon (Bench *self, const char *set, const char *file, GPtrArray *codes)
{
  const char *expected = madaf_truth_addon (set, file);
  const char *read = NULL;

  for (guint i = 0; i < codes->len; i++)
    if (madaf_code_get_addon (codes->pdata[i]) != NULL)
      read = madaf_code_get_addon (codes->pdata[i]);
  self->addons.pictures += expected != NULL;
  self->addons.right += expected != NULL && g_strcmp0 (read, expected) == 0;
  if (read == NULL || g_strcmp0 (read, expected) == 0)
    return;
  self->addons.wrong++;
  g_printerr ("wrong: %s/%s turned by %d: add-on %s as %s\n", set, file, self->rotation,
              expected != NULL ? expected : "none", read);
}

/* (transfer full): as C writes it, but with two digits after \x and no more. */
static char *
unescape (const char *text)
{
  g_autoptr (GString) octal = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (p[0] == '\\' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3]))
      {
        g_string_append_printf (octal, "\\%03o", g_ascii_xdigit_value (p[2]) * 16 + g_ascii_xdigit_value (p[3]));
        p += 3;
      }
    else
      g_string_append_c (octal, *p);
  return g_strcompress (octal->str);
}

static void
read_picture (Bench *self, const char *set, char **fields, Tally *tally)
{
  g_autofree char *path = g_build_filename (corpus_folder (), set, fields[0], NULL);
  g_autofree char *expected = unescape (fields[2]);
  g_autoptr (MadafFrame) frame = load_frame (path, self->rotation);
  g_autoptr (GPtrArray) codes = NULL;
  double began = madaf_scan_processor_ms ();

  tally->pictures++;
  if (frame == NULL)
    return;
  codes = madaf_reader_read_thoroughly (self->reader, frame);
  tally->ms += madaf_scan_processor_ms () - began;
  judge (self, path, fields[1], expected, codes, tally);
  judge_addon (self, set, fields[0], codes);
}

static void
add_tally (Tally *sum, const Tally *tally)
{
  sum->pictures += tally->pictures;
  sum->right += tally->right;
  sum->wrong += tally->wrong;
  sum->ms += tally->ms;
}

static void
print_tally (const char *what, const Tally *tally)
{
  g_print ("%s\t%d of %d right, %d wrong, %.1f ms\t\t\n", what, tally->right, tally->pictures, tally->wrong,
           tally->pictures > 0 ? tally->ms / tally->pictures : 0);
}

/* Where they are asked for, some of what stands for “nothing to be read” is to be read. */
static void
expect_also (const char *set, char **fields)
{
  const char *symbology;
  const char *text = madaf_truth_also (set, fields[0], &symbology);

  if (text == NULL)
    return;
  g_free (fields[1]);
  g_free (fields[2]);
  fields[1] = g_strdup (symbology);
  fields[2] = g_strdup (text);
}

static Tally *
tally_of (Bench *self, const char *set, const char *symbology)
{
  static const char *const asked[] = { "ITF", "CODABAR", "CODE-39", NULL };
  MadafRivalsGroup group = madaf_rivals_group_of (set, symbology);

  if (self->also && g_strv_contains (asked, symbology))
    return &self->asked;
  return group < MADAF_N_RIVALS_GROUPS ? &self->groups[group] : NULL;
}

static void
read_set (Bench *self, const char *set)
{
  g_autofree char *list = g_build_filename (corpus_folder (), set, "expected.tsv", NULL);
  g_autofree char *what = g_strdup_printf ("scan, %s", set);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  Tally tally = { 0 };

  if (!g_file_get_contents (list, &contents, NULL, NULL))
    return;
  lines = g_strsplit (contents, "\n", -1);
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) fields = g_strsplit (*line, "\t", 3);
      Tally one = { 0 };
      Tally *group;

      if (g_strv_length (fields) < 3)
        continue;
      if (self->also)
        expect_also (set, fields);
      read_picture (self, set, fields, &one);
      add_tally (&tally, &one);
      if (g_strv_contains (blurred_sets, set))
        add_tally (&self->blurred, &one);
      if ((group = tally_of (self, set, fields[1])) != NULL)
        add_tally (group, &one);
    }
  if (self->rotation == 0)
    print_tally (what, &tally);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static GPtrArray *
list_sets (void)
{
  g_autoptr (GDir) folder = g_dir_open (corpus_folder (), 0, NULL);
  GPtrArray *sets = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (sets, g_strdup (name));
  g_ptr_array_sort (sets, compare_names);
  return sets;
}

static double
share_right (const Tally *tally)
{
  return 100.0 * tally->right / MAX (tally->pictures, 1);
}

static void
print_groups (Bench *self)
{
  for (MadafRivalsGroup i = 0; i < MADAF_N_RIVALS_GROUPS; i++)
    {
      g_autofree char *what = g_strdup_printf ("scan, %s, turned by %d°", madaf_rivals_group_name (i), self->rotation);
      g_autofree char *ours = g_strdup_printf ("ours %.1f %%", share_right (&self->groups[i]));
      g_autofree char *rivals = self->rotation == 0 ? madaf_rivals_columns (i) : g_strdup ("");

      if (self->groups[i].pictures == 0)
        g_print ("%s\tnot in the corpus\t\t\t%s\n", what, rivals);
      else
        g_print ("%s\t%d of %d right, %d wrong, %.1f ms\t%s\t\t%s\n", what, self->groups[i].right,
                 self->groups[i].pictures, self->groups[i].wrong, self->groups[i].ms / self->groups[i].pictures,
                 i == MADAF_RIVALS_NOTHING ? "" : ours, rivals);
    }
}

static void
print_of_each (Bench *self, const char *what, const Tally *tally, int pictures, int goal)
{
  g_autofree char *line = g_strdup_printf ("scan, turned by %d°: %s, right of each %d", self->rotation, what, pictures);

  madaf_figure_at_least (line, share_right (tally) * pictures / 100, goal, "pictures");
}

/* Goals were set for all pictures of the sets, of which only some are here. */
static void
print_totals (Bench *self)
{
  g_autofree char *wrong = g_strdup_printf ("scan, turned by %d°: pictures with a wrong code", self->rotation);
  Tally retail = { 0 };
  Tally ean = self->groups[MADAF_RIVALS_EAN];
  int wrongs = self->groups[MADAF_RIVALS_NOTHING].wrong;

  for (MadafRivalsGroup i = 0; i < MADAF_RIVALS_NOTHING; i++)
    add_tally (&retail, &self->groups[i]);
  add_tally (&ean, &self->groups[MADAF_RIVALS_EAN_EXTRAS]);
  wrongs += retail.wrong + self->addons.wrong + self->asked.wrong;
  g_print ("scan, add-ons, turned by %d°\t%d of %d right, %d wrong\t\t\n", self->rotation, self->addons.right,
           self->addons.pictures, self->addons.wrong);
  if (self->also)
    g_print ("scan, ITF, Codabar and Code 39 asked for, turned by %d°\t%d of %d right, %d wrong\t\t\n", self->rotation,
             self->asked.right, self->asked.pictures, self->asked.wrong);
  print_of_each (self, "all of a shop", &retail, 65, 60);
  print_of_each (self, "EAN/UPC", &ean, 446, 390);
  print_of_each (self, "blurred", &self->blurred, 37, 10);
  print_of_each (self, "DataMatrix", &self->groups[MADAF_RIVALS_DATA_MATRIX], 123, 112);
  g_print ("%s\t%d pictures\t= 0 pictures\t%s\n", wrong, wrongs, wrongs == 0 ? "met" : "missed");
}

int
main (int argc, char **argv)
{
  gboolean quick = g_strv_contains ((const char *const *)argv, "quick");
  g_autoptr (GPtrArray) sets = NULL;
  Bench bench = { .names_misses = g_strv_contains ((const char *const *)argv, "misses"),
                  .also = g_strv_contains ((const char *const *)argv, "also") };

  setlocale (LC_ALL, "C.UTF-8");
  sets = list_sets ();
  if (sets->len == 0)
    g_printerr ("No pictures in “%s”: only what frames cost is measured.\n", corpus_folder ());
  bench.reader = g_object_new (MADAF_TYPE_READER, NULL);
  if (bench.also)
    madaf_reader_set_also (bench.reader, MADAF_ALSO_ALL);
  for (; sets->len > 0 && bench.rotation < (quick ? 90 : 360); bench.rotation += 90)
    {
      memset (bench.groups, 0, sizeof bench.groups);
      bench.blurred = (Tally){ 0 };
      bench.addons = (Tally){ 0 };
      bench.asked = (Tally){ 0 };
      for (guint i = 0; i < sets->len; i++)
        read_set (&bench, sets->pdata[i]);
      print_groups (&bench);
      print_totals (&bench);
    }
  madaf_scan_smallest_print ();
  madaf_scan_costs_print (quick ? 2 : 6);
  g_object_unref (bench.reader);
  return 0;
}
