/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/review.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/basket-change.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/checkout/order-groups.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/picture-view.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 56

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
line_words (MadafBasketLine *line)
{
  g_autofree char *variant
      = madaf_order_words_variant (madaf_basket_line_get_colour (line), madaf_basket_line_get_size (line));
  int quantity = madaf_basket_line_get_quantity (line);
  /* Translators: how many of a thing: "2 ×" */
  g_autofree char *times = g_strdup_printf (_ ("%d ×"), quantity);

  if (*variant == '\0')
    return g_steal_pointer (&times);
  return g_strdup_printf ("%s %s", times, variant);
}

static GtkWidget *
make_line (MadafContext *context, MadafBasketLine *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (context));
  g_autofree char *details = line_words (line);
  MadafMoney total;

  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_basket_line_get_picture_id (line), NULL);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), picture);
  gtk_box_append (GTK_BOX (words),
                  make_label (madaf_text_pick (madaf_basket_line_get_title (line), madaf_language_current ()), NULL));
  gtk_box_append (GTK_BOX (words), make_label (details, "quiet"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), words);
  if (madaf_basket_line_get_total (line, &total))
    {
      g_autofree char *amount = madaf_order_words_money (&total);
      GtkWidget *price = gtk_label_new (amount);

      gtk_widget_set_valign (price, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), price);
    }
  return row;
}

static void
append_text (GString *text, const char *part, const char *between)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, between);
  g_string_append (text, part);
}

/* Where and when, of a branch. */
static char *
place_words (MadafBranch *branch, gint64 now_us)
{
  const char *language = madaf_language_current ();
  MadafHours *hours = madaf_branch_get_hours (branch);
  g_autofree char *ready = madaf_order_words_ready (madaf_branch_get_collect_ready_at_us (branch), now_us,
                                                    hours != NULL ? madaf_hours_get_time_zone (hours) : NULL);
  GString *text = g_string_new (NULL);

  append_text (text, ready, " · ");
  append_text (text, madaf_text_pick (madaf_branch_get_address (branch), language), " · ");
  append_text (text, madaf_text_pick (madaf_branch_get_city (branch), language), ", ");
  return g_string_free (text, FALSE);
}

static char *
address_words (MadafCheckoutForm *form)
{
  GString *text = g_string_new (NULL);

  append_text (text, madaf_checkout_form_get (form, MADAF_FIELD_STREET), ", ");
  append_text (text, madaf_checkout_form_get (form, MADAF_FIELD_CITY), ", ");
  append_text (text, madaf_checkout_form_get (form, MADAF_FIELD_POSTAL_CODE), ", ");
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_group (MadafContext *context, MadafOrderGroup *group, MadafCheckoutForm *form, gint64 now_us)
{
  MadafBranchBook *book = madaf_branch_book_for (context);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *way = madaf_order_words_way (group->fulfilment, book);
  const char *branch_id = group->fulfilment != NULL ? madaf_fulfilment_get_branch_id (group->fulfilment) : NULL;
  MadafBranch *branch = madaf_branch_book_find (book, branch_id);
  g_autofree char *where = branch != NULL ? place_words (branch, now_us) : NULL;

  if (branch_id == NULL)
    where = address_words (form);
  gtk_box_append (GTK_BOX (head), make_label (way, "line-title"));
  if (where != NULL && *where != '\0')
    gtk_box_append (GTK_BOX (head), make_label (where, "quiet"));
  gtk_box_append (GTK_BOX (box), head);
  for (guint i = 0; i < group->lines->len; i++)
    gtk_box_append (GTK_BOX (box), make_line (context, g_ptr_array_index (group->lines, i)));
  gtk_widget_add_css_class (box, "review-group");
  return box;
}

static GtkWidget *
make_fact (const char *name, const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *isolated = madaf_texts_isolate (value);

  gtk_box_append (GTK_BOX (box), make_label (name, "overline"));
  gtk_box_append (GTK_BOX (box), make_label (isolated, NULL));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

const char *
madaf_payment_to_words (MadafPayment payment)
{
  return payment == MADAF_PAYMENT_TILL ? _ ("Pay at the till") : _ ("Pay when you collect");
}

GtkWidget *
madaf_review_new (MadafContext *context, GListModel *lines, MadafCheckoutForm *form, gint64 now_us)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  g_autoptr (GPtrArray) groups = madaf_order_groups_new (lines);
  gboolean shipped = madaf_lines_need_address (lines);

  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (GTK_BOX (box), make_group (context, g_ptr_array_index (groups, i), form, now_us));
  gtk_box_set_homogeneous (GTK_BOX (facts), TRUE);
  gtk_box_append (GTK_BOX (facts), make_fact (_ ("Your name"), madaf_checkout_form_get (form, MADAF_FIELD_NAME)));
  gtk_box_append (GTK_BOX (facts), make_fact (_ ("Phone"), madaf_checkout_form_get (form, MADAF_FIELD_PHONE)));
  gtk_box_append (GTK_BOX (facts),
                  make_fact (_ ("Payment"), madaf_payment_to_words (shipped ? MADAF_PAYMENT_TILL
                                                                            : madaf_checkout_form_get_payment (form))));
  gtk_widget_add_css_class (facts, "review-group");
  gtk_box_append (GTK_BOX (box), facts);
  return box;
}
