/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/points-sheet.h"

#include "kiosk/benefits/benefit-words.h"
#include "kiosk/benefits/benefits.h"
#include "kiosk/pages/basket/fulfilment-sheet.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

#define MOST_PRESETS 5

/* All of them, then the round numbers below: of 640 that is 640, 500, 200, 100, 50. */
GArray *
madaf_points_presets (gint64 most)
{
  GArray *presets = g_array_new (FALSE, FALSE, sizeof (gint64));
  static const gint64 firsts[] = { 5, 2, 1 };
  gint64 ten = 1;

  if (most > 0)
    g_array_append_val (presets, most);
  while (ten <= most / 10)
    ten *= 10;
  for (; ten > 0 && presets->len > 0; ten /= 10)
    for (guint i = 0; i < G_N_ELEMENTS (firsts) && presets->len < MOST_PRESETS; i++)
      {
        gint64 round = firsts[i] * ten;

        if (round < most)
          g_array_append_val (presets, round);
      }
  return presets;
}

static void
on_clicked (GtkButton *button, MadafContext *context)
{
  gint64 *points = g_object_get_data (G_OBJECT (button), "points");

  madaf_benefits_set_points (madaf_benefits_for (context), *points);
  madaf_sheet_close (MADAF_SHEET (gtk_widget_get_ancestor (GTK_WIDGET (button), MADAF_TYPE_SHEET)));
}

static void
add_choice (GtkWidget *box, MadafContext *context, const char *name, gint64 points, const MadafMoney *value)
{
  g_autofree char *worth = points > 0 ? madaf_benefit_words_points_worth (points, value) : NULL;
  gint64 used = madaf_benefits_get_points (madaf_benefits_for (context));
  GtkWidget *button = madaf_way_button_new (points > 0 ? "madaf-star-symbolic" : "madaf-close-symbolic",
                                            name != NULL ? name : worth, name != NULL ? worth : NULL, used == points);

  g_object_set_data_full (G_OBJECT (button), "points", g_memdup2 (&points, sizeof points), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), context, 0);
  gtk_box_append (GTK_BOX (box), button);
}

void
madaf_points_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafPriceQuote *quote = madaf_benefits_get_last_quote (madaf_benefits_for (context));
  MadafSheet *sheet;
  GtkWidget *box;
  g_autoptr (GArray) presets = NULL;
  gint64 most;

  if (quote == NULL || !quote->points.exist)
    return;
  most = MIN (quote->points.balance, quote->points_useful);
  presets = madaf_points_presets (most);
  sheet = madaf_sheet_new (_ ("How many points?"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < presets->len; i++)
    {
      const char *name = i > 0                           ? NULL
                         : most == quote->points.balance ? _ ("All your points")
                                                         : _ ("As many as are needed");

      add_choice (box, context, name, g_array_index (presets, gint64, i), &quote->points.point_value);
    }
  add_choice (box, context, _ ("No points"), 0, &quote->points.point_value);
  madaf_sheet_set_child (sheet, box);
  madaf_sheet_present (sheet, near);
}
