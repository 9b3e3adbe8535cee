/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/fulfilment-sheet.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/basket/basket-change.h"
#include "kiosk/pages/basket/branch-book.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

/* The list inside the sheet; it lives as long as the sheet does. */

#define MADAF_TYPE_WAY_LIST (madaf_way_list_get_type ())
G_DECLARE_FINAL_TYPE (MadafWayList, madaf_way_list, MADAF, WAY_LIST, GtkBox)

struct _MadafWayList
{
  GtkBox parent_instance;

  MadafContext *context;     /* (owned) */
  MadafBranchBook *book;     /* (owned) */
  MadafBasketLine *line;     /* (owned) */
  MadafProductStock *stock;  /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  GtkWidget *ways;
  gboolean answered;
};

G_DEFINE_FINAL_TYPE (MadafWayList, madaf_way_list, GTK_TYPE_BOX)

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

GtkWidget *
madaf_way_button_new (const char *icon_name, const char *headline, const char *hint, gboolean chosen)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *mark = gtk_image_new_from_icon_name ("madaf-check-symbolic");

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (words), make_label (headline, "way-name"));
  if (hint != NULL && *hint != '\0')
    gtk_box_append (GTK_BOX (words), make_label (hint, "way-hint"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "choice");
  gtk_widget_add_css_class (button, "way");
  if (chosen)
    gtk_widget_add_css_class (button, "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, headline,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint != NULL ? hint : "", -1);
  return button;
}

static void
on_way_clicked (GtkButton *button, MadafWayList *self)
{
  MadafFulfilment *way = g_object_get_data (G_OBJECT (button), "way");
  MadafBasket *basket = madaf_session_get_basket (madaf_context_get_session (self->context));
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (self), MADAF_TYPE_SHEET);
  guint position;

  /* It may have been taken out meanwhile. */
  for (position = 0; position < g_list_model_get_n_items (G_LIST_MODEL (basket)); position++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (G_LIST_MODEL (basket), position);

      if (line == self->line)
        {
          madaf_basket_change_fulfilment (basket, line, way);
          break;
        }
    }
  if (sheet != NULL)
    madaf_sheet_close (MADAF_SHEET (sheet));
}

static void
add_way (MadafWayList *self, const char *icon, const char *headline, const char *hint, MadafFulfilment *way)
{
  gboolean chosen = madaf_fulfilment_equal (way, madaf_basket_line_get_fulfilment (self->line));
  GtkWidget *button = madaf_way_button_new (icon, headline, hint, chosen);

  g_object_set_data_full (G_OBJECT (button), "way", madaf_fulfilment_ref (way), (GDestroyNotify)madaf_fulfilment_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_way_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->ways), button);
}

static char *
join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf ("%s · %s", first, second);
}

static void
add_place (MadafWayList *self, MadafPlaceToCollect *place, gint64 now_us)
{
  MadafHours *hours = madaf_branch_get_hours (place->branch);
  g_autoptr (MadafFulfilment) way = madaf_fulfilment_new_collect (madaf_branch_get_id (place->branch));
  g_autofree char *headline = madaf_order_words_way (way, self->book);
  g_autofree char *ready = madaf_order_words_ready (madaf_branch_get_collect_ready_at_us (place->branch), now_us,
                                                    hours != NULL ? madaf_hours_get_time_zone (hours) : NULL);
  g_autofree char *distance = place->is_here ? g_strdup (_ ("You are here")) : madaf_texts_distance (place->distance);
  g_autofree char *hint = join (distance, ready);

  add_way (self, place->is_here ? "madaf-pin-symbolic" : "madaf-store-symbolic", headline, hint, way);
}

static void
add_shipping (MadafWayList *self)
{
  g_autoptr (MadafFulfilment) ship = madaf_fulfilment_new_ship ();

  add_way (self, "madaf-truck-symbolic", _ ("Ship it home"), _ ("You tell us the address at the checkout"), ship);
}

static void
update (MadafWayList *self)
{
  GListModel *branches = madaf_branch_book_get_branches (self->book);
  const char *variant_id = madaf_basket_line_get_variant_id (self->line);
  int quantity = madaf_basket_line_get_quantity (self->line);
  gint64 now_us = madaf_central_client_get_now_us (madaf_context_get_central (self->context));
  g_autoptr (GPtrArray) places = NULL;
  gboolean here_first;
  GtkWidget *child;

  if (!self->answered || g_list_model_get_n_items (branches) == 0)
    return;
  while ((child = gtk_widget_get_first_child (self->ways)) != NULL)
    gtk_box_remove (GTK_BOX (self->ways), child);
  places = madaf_places_to_collect (branches, self->stock, variant_id, quantity,
                                    madaf_context_get_branch_id (self->context));
  here_first = places->len > 0 && ((MadafPlaceToCollect *)g_ptr_array_index (places, 0))->is_here;
  if (here_first)
    add_place (self, g_ptr_array_index (places, 0), now_us);
  /* Above the other branches, of which there may be many. */
  if (madaf_can_ship (branches, self->stock, variant_id, quantity))
    add_shipping (self);
  for (guint i = here_first ? 1 : 0; i < places->len; i++)
    add_place (self, g_ptr_array_index (places, i), now_us);
  if (gtk_widget_get_first_child (self->ways) == NULL)
    gtk_box_append (GTK_BOX (self->ways),
                    make_label (_ ("No branch has that many right now. Try fewer pieces, or ask our staff."), NULL));
}

static void
on_stock (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafWayList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProductStock) stock
      = madaf_central_client_get_stock_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Without figures every branch is offered: the order itself is refused if it is not there. */
  if (stock == NULL)
    g_debug ("Stock: %s", error->message);
  else
    self->stock = madaf_product_stock_ref (stock);
  self->answered = TRUE;
  update (self);
}

static void
madaf_way_list_dispose (GObject *object)
{
  MadafWayList *self = MADAF_WAY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->book);
  g_clear_object (&self->line);
  g_clear_pointer (&self->stock, madaf_product_stock_unref);
  G_OBJECT_CLASS (madaf_way_list_parent_class)->dispose (object);
}

static void
madaf_way_list_finalize (GObject *object)
{
  g_clear_object (&MADAF_WAY_LIST (object)->cancellable);
  G_OBJECT_CLASS (madaf_way_list_parent_class)->finalize (object);
}

static void
madaf_way_list_class_init (MadafWayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_way_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_way_list_finalize;
}

static void
madaf_way_list_init (MadafWayList *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->ways = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_add_css_class (spinner, "late");
  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_box_append (GTK_BOX (self->ways), spinner);
}

void
madaf_fulfilment_sheet_open (MadafContext *context, MadafBasketLine *line, GtkWidget *near)
{
  MadafCentralClient *central = madaf_context_get_central (context);
  MadafSheet *sheet = madaf_sheet_new (_ ("How do you want to get it?"));
  MadafWayList *list = g_object_new (MADAF_TYPE_WAY_LIST, NULL);
  const char *title = madaf_text_pick (madaf_basket_line_get_title (line), madaf_language_current ());

  list->context = g_object_ref (context);
  list->book = g_object_ref (madaf_branch_book_for (context));
  list->line = g_object_ref (line);
  gtk_box_append (GTK_BOX (list), make_label (title, "quiet"));
  gtk_box_append (GTK_BOX (list), list->ways);
  g_signal_connect_object (list->book, "changed", G_CALLBACK (update), list, G_CONNECT_SWAPPED);
  if (central != NULL)
    madaf_central_client_get_stock_async (central, madaf_basket_line_get_product_id (line), list->cancellable, on_stock,
                                          g_object_ref (list));
  madaf_sheet_set_child (sheet, GTK_WIDGET (list));
  madaf_sheet_present (sheet, near);
}
