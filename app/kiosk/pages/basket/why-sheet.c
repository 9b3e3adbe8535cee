/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/why-sheet.h"

#include "kiosk/benefits/benefit-words.h"
#include "kiosk/benefits/benefits.h"
#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/basket/totals-view.h"

#include <glib/gi18n.h>

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

/* From the shelf price on, of all its pieces together. */
static void
add_price_steps (GtkWidget *box, MadafPrice *price, int quantity)
{
  const MadafPriceStep *steps = NULL;
  guint n_steps = 0;

  if (price != NULL)
    steps = madaf_price_get_steps (price, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      MadafMoney amount;

      if (madaf_money_multiply (&steps[i].amount, quantity, &amount))
        add_row (box, madaf_benefit_words_price_step (steps[i].kind), &amount, "quiet");
    }
}

static GtkWidget *
make_line (MadafText *title, int quantity, MadafPrice *price, const MadafMoney *total)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* Translators: how many of a thing: "2 ×" */
  g_autofree char *times = g_strdup_printf (_ ("%d ×"), quantity);
  g_autofree char *name = g_strdup_printf ("%s %s", times, madaf_text_pick (title, madaf_language_current ()));

  add_row (box, name, total, "line-title");
  add_price_steps (box, price, quantity);
  return box;
}

/* With what of the coupons and points is taken off each. */
static void
show_quote (GtkWidget *box, MadafPriceQuote *quote)
{
  for (guint i = 0; i < quote->lines->len; i++)
    {
      const MadafQuotedLine *line = g_ptr_array_index (quote->lines, i);
      GtkWidget *part = make_line (line->title, line->quantity, line->unit_price, &line->total);

      for (guint j = 0; j < line->steps->len; j++)
        {
          const MadafTotalStep *step = g_ptr_array_index (line->steps, j);
          g_autofree char *name = madaf_benefit_words_step (step);

          add_row (part, name, &step->amount, "quiet");
        }
      gtk_box_append (GTK_BOX (box), part);
    }
}

static void
show_basket (GtkWidget *box, GListModel *basket)
{
  for (guint i = 0; i < g_list_model_get_n_items (basket); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (basket, i);
      MadafMoney total;

      if (madaf_basket_line_get_total (line, &total))
        gtk_box_append (GTK_BOX (box),
                        make_line (madaf_basket_line_get_title (line), madaf_basket_line_get_quantity (line),
                                   madaf_basket_line_get_unit_price (line), &total));
    }
}

static void
update (GtkWidget *box)
{
  MadafContext *context = g_object_get_data (G_OBJECT (box), "context");
  MadafPriceQuote *quote = madaf_benefits_get_quote (madaf_benefits_for (context));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  if (quote != NULL)
    show_quote (box, quote);
  else
    show_basket (box, G_LIST_MODEL (madaf_session_get_basket (madaf_context_get_session (context))));
}

MadafSheet *
madaf_why_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Why this price"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  g_object_set_data_full (G_OBJECT (lines), "context", g_object_ref (context), g_object_unref);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), madaf_totals_view_new (context, TRUE));
  g_signal_connect_object (madaf_session_get_basket (madaf_context_get_session (context)), "changed",
                           G_CALLBACK (update), lines, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_benefits_for (context), "changed", G_CALLBACK (update), lines, G_CONNECT_SWAPPED);
  update (lines);
  madaf_sheet_set_child (sheet, box);
  madaf_sheet_present (sheet, near);
  return sheet;
}
