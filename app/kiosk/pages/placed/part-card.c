/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/placed/part-card.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/picture-view.h"
#include "kiosk/widgets/qr-view.h"
#include "model/collection-code.h"

#include <glib/gi18n.h>

#define CODE_SIZE     208
#define PICTURE_WIDTH 56
#define MOST_PICTURES 5

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

static void
append_words (GtkWidget *box, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), make_label (text, css_class));
}

/* The code as a picture for the scanner at the counter, and as digits to be read out. */
static GtkWidget *
make_code (const char *code)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *qr = madaf_qr_view_new ();
  GtkWidget *digits;
  g_autofree char *grouped = madaf_collection_code_format (code);
  /* Translators: for screen readers: %s is the digits of the code. */
  g_autofree char *name = g_strdup_printf (_ ("Collection code %s"), grouped);

  madaf_qr_view_set_size (MADAF_QR_VIEW (qr), CODE_SIZE);
  madaf_qr_view_set_text (MADAF_QR_VIEW (qr), code, _ ("Collection code"));
  gtk_widget_set_halign (qr, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), qr);
  digits = make_label (grouped, "code-digits");
  gtk_label_set_wrap (GTK_LABEL (digits), FALSE);
  gtk_label_set_xalign (GTK_LABEL (digits), 0.5f);
  gtk_accessible_update_property (GTK_ACCESSIBLE (digits), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), digits);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static GtkWidget *
make_state (MadafOrderState state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", madaf_order_words_state (state), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0f, NULL);
  gboolean good = state == MADAF_ORDER_STATE_READY || state == MADAF_ORDER_STATE_COLLECTED
                  || state == MADAF_ORDER_STATE_DELIVERED;

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (good ? "madaf-check-symbolic" : "madaf-clock-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "order-state");
  if (good)
    gtk_widget_add_css_class (box, "good");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  return box;
}

static GtkWidget *
make_pictures (MadafContext *context, MadafOrderFulfilment *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GListModel *lines = madaf_order_fulfilment_get_lines (part);
  int pieces = 0;
  g_autofree char *words = NULL;
  GtkWidget *label;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafOrderLine) line = g_list_model_get_item (lines, i);
      GtkWidget *picture;

      pieces += madaf_order_line_get_quantity (line);
      if (i >= MOST_PICTURES)
        continue;
      picture = madaf_picture_view_new (madaf_context_get_pictures (context));
      madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_order_line_get_picture_id (line),
                                      madaf_text_pick (madaf_order_line_get_title (line), madaf_language_current ()));
      gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
      gtk_widget_set_halign (picture, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), picture);
    }
  words = madaf_texts_items (pieces);
  label = make_label (words, "quiet");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_margin_start (label, 8);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 12);
  return box;
}

static GtkWidget *
make_collect (MadafContext *context, MadafOrderFulfilment *part, gint64 now_us)
{
  MadafBranchBook *book = madaf_branch_book_for (context);
  MadafBranch *branch = madaf_branch_book_find (book, madaf_order_fulfilment_get_branch_id (part));
  MadafHours *hours = branch != NULL ? madaf_branch_get_hours (branch) : NULL;
  const char *language = madaf_language_current ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = madaf_branch_book_name (book, madaf_order_fulfilment_get_branch_id (part));
  g_autofree char *ready = madaf_order_fulfilment_get_state (part) <= MADAF_ORDER_STATE_PICKING
                               ? madaf_order_words_ready (madaf_order_fulfilment_get_ready_at_us (part), now_us,
                                                          hours != NULL ? madaf_hours_get_time_zone (hours) : NULL)
                               : NULL;
  g_autofree char *opening = madaf_texts_hours (hours, now_us);

  gtk_box_append (GTK_BOX (words), make_state (madaf_order_fulfilment_get_state (part)));
  append_words (words, name, "heading-3");
  append_words (words, ready, "lead");
  if (branch != NULL)
    {
      g_autofree char *address
          = g_strdup_printf ("%s, %s", madaf_text_pick (madaf_branch_get_address (branch), language),
                             madaf_text_pick (madaf_branch_get_city (branch), language));

      append_words (words, address, "quiet");
    }
  append_words (words, opening, "quiet");
  append_words (words, _ ("Bring this code and an ID."), NULL);
  return words;
}

static GtkWidget *
make_parcel (MadafOrder *order, MadafOrderFulfilment *part)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  MadafAddress *address = madaf_order_get_address (order);
  g_autofree char *when = madaf_order_words_sent (madaf_order_fulfilment_get_ready_at_us (part), NULL);

  gtk_box_append (GTK_BOX (words), make_state (madaf_order_fulfilment_get_state (part)));
  append_words (words, _ ("Shipped to you"), "heading-3");
  append_words (words, when, "lead");
  if (address != NULL)
    {
      g_autofree char *street = madaf_texts_isolate (madaf_address_get_street (address));
      g_autofree char *city = madaf_texts_isolate (madaf_address_get_city (address));
      g_autofree char *line = g_strdup_printf ("%s, %s", street, city);

      append_words (words, line, "quiet");
    }
  return words;
}

GtkWidget *
madaf_part_card_new (MadafContext *context, MadafOrder *order, MadafOrderFulfilment *part, gint64 now_us)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 32);
  const char *code = madaf_order_fulfilment_get_collection_code (part);
  GtkWidget *words;

  if (madaf_order_fulfilment_get_kind (part) == MADAF_FULFILMENT_COLLECT)
    words = make_collect (context, part, now_us);
  else
    words = make_parcel (order, part);
  gtk_box_append (GTK_BOX (words), make_pictures (context, part));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (card), words);
  if (code != NULL)
    gtk_box_append (GTK_BOX (card), make_code (code));
  gtk_widget_add_css_class (card, "card");
  return card;
}
