/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/why-sheet.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/basket/totals-view.h"

#include <glib/gi18n.h>

static const char *
step_to_words (MadafPriceStepKind kind)
{
  switch (kind)
    {
    case MADAF_PRICE_STEP_SHELF:
      return _ ("Shelf price");
    case MADAF_PRICE_STEP_BRANCH:
      return _ ("Price of this branch");
    case MADAF_PRICE_STEP_SALE:
    default:
      return _ ("Sale");
    }
}

static GtkWidget *
make_label (const char *text, const char *css_class, gboolean grows)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", grows, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", grows ? 0.0f : 1.0f, "hexpand", grows, "valign", GTK_ALIGN_START, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (GtkWidget *box, const char *name, const MadafMoney *amount, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  g_autofree char *money = madaf_order_words_money (amount);

  gtk_box_append (GTK_BOX (row), make_label (name, css_class, TRUE));
  gtk_box_append (GTK_BOX (row), make_label (money, css_class, FALSE));
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_steps (GtkWidget *box, MadafBasketLine *line)
{
  MadafPrice *price = madaf_basket_line_get_unit_price (line);
  const MadafPriceStep *steps = NULL;
  guint n_steps = 0;

  if (price != NULL)
    steps = madaf_price_get_steps (price, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      MadafMoney amount;

      if (madaf_money_multiply (&steps[i].amount, madaf_basket_line_get_quantity (line), &amount))
        add_row (box, step_to_words (steps[i].kind), &amount, "quiet");
    }
}

static GtkWidget *
make_line (MadafBasketLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = madaf_text_pick (madaf_basket_line_get_title (line), madaf_language_current ());
  /* Translators: how many of a thing: "2 ×" */
  g_autofree char *times = g_strdup_printf (_ ("%d ×"), madaf_basket_line_get_quantity (line));
  g_autofree char *name = g_strdup_printf ("%s %s", times, title);
  MadafMoney total;

  if (madaf_basket_line_get_total (line, &total))
    add_row (box, name, &total, "line-title");
  add_steps (box, line);
  return box;
}

static void
update (MadafBasket *basket, GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (basket)); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (G_LIST_MODEL (basket), i);

      gtk_box_append (GTK_BOX (box), make_line (line));
    }
}

MadafSheet *
madaf_why_sheet_present (MadafBasket *basket, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Why this price"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *totals = madaf_totals_view_new ();

  madaf_totals_view_set_basket (MADAF_TOTALS_VIEW (totals), basket);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), totals);
  g_signal_connect_object (basket, "changed", G_CALLBACK (update), lines, 0);
  update (basket, lines);
  madaf_sheet_set_child (sheet, box);
  madaf_sheet_present (sheet, near);
  return sheet;
}
