/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/line-row.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/basket-change.h"
#include "kiosk/pages/basket/branch-book.h"
#include "kiosk/pages/basket/fulfilment-sheet.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/widgets/picture-view.h"
#include "kiosk/widgets/price-label.h"
#include "kiosk/widgets/stepper.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 136

struct _MadafLineRow
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  MadafBranchBook *book; /* (owned) */
  MadafBasketLine *line; /* (owned) */
  GtkWidget *controls;
  GtkWidget *stepper;
  GtkWidget *limit; /* why there cannot be more */
  GtkWidget *price;
  GtkWidget *each; /* (nullable): the price of one, worth saying from two on */
  GtkWidget *way;
  GtkWidget *way_icon;
  GtkWidget *way_label;
};

G_DEFINE_FINAL_TYPE (MadafLineRow, madaf_line_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the branch has is the most; more that stands here already is not taken away silently. */
static void
update_limit (MadafLineRow *self)
{
  int quantity = madaf_basket_line_get_quantity (self->line);
  MadafFulfilment *way = madaf_basket_line_get_fulfilment (self->line);
  MadafProductStock *stock = madaf_branch_book_get_stock (self->book, madaf_basket_line_get_product_id (self->line));
  int limit = madaf_line_limit (madaf_branch_book_get_branches (self->book), stock,
                                madaf_basket_line_get_variant_id (self->line), way);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->limit, limit >= 0 && quantity >= limit);
  if (limit < 0)
    {
      madaf_stepper_set_range (MADAF_STEPPER (self->stepper), 1, MADAF_BASKET_LINE_MOST);
      return;
    }
  madaf_stepper_set_range (MADAF_STEPPER (self->stepper), 1,
                           CLAMP (limit, quantity, MAX (quantity, MADAF_BASKET_LINE_MOST)));
  words = madaf_order_words_limit (limit, way, self->book);
  gtk_label_set_label (GTK_LABEL (self->limit), words);
}

static const char *
way_icon (MadafFulfilment *way)
{
  if (way == NULL)
    return "madaf-info-symbolic";
  return madaf_fulfilment_get_kind (way) == MADAF_FULFILMENT_SHIP ? "madaf-truck-symbolic" : "madaf-store-symbolic";
}

static void
update_way (MadafLineRow *self)
{
  MadafFulfilment *way = madaf_basket_line_get_fulfilment (self->line);
  const char *title = madaf_text_pick (madaf_basket_line_get_title (self->line), madaf_language_current ());
  g_autofree char *words = madaf_order_words_way (way, self->book);
  /* Translators: the name of a button for screen readers: how a thing comes ("Collect at Haifa"), then the thing. */
  g_autofree char *name = g_strdup_printf (_ ("%s: change how %s comes"), words, title);

  gtk_label_set_label (GTK_LABEL (self->way_label), words);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->way_icon), way_icon (way));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->way), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_limit (self);
}

static void
update_quantity (MadafLineRow *self)
{
  MadafPrice *price = madaf_basket_line_get_unit_price (self->line);
  int quantity = madaf_basket_line_get_quantity (self->line);
  MadafMoney total;
  MadafMoney before;

  update_limit (self);
  madaf_stepper_set_value (MADAF_STEPPER (self->stepper), quantity);
  /* It keeps its room, so that nothing moves under the finger. */
  if (self->each != NULL)
    gtk_widget_set_opacity (self->each, quantity > 1 ? 1 : 0);
  if (!madaf_basket_line_get_total (self->line, &total))
    return;
  if (madaf_price_is_reduced (price) && madaf_money_multiply (madaf_price_get_shelf (price), quantity, &before))
    madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), &total, &before);
  else
    madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), &total, NULL);
}

static void
on_stepped (MadafLineRow *self)
{
  int value = madaf_stepper_get_value (MADAF_STEPPER (self->stepper));

  if (value != madaf_basket_line_get_quantity (self->line))
    madaf_basket_line_set_quantity (self->line, value);
}

static void
on_way_clicked (MadafLineRow *self)
{
  madaf_fulfilment_sheet_open (self->context, self->line, GTK_WIDGET (self));
}

static void
on_remove_clicked (MadafLineRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_way (MadafLineRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->way = gtk_button_new ();
  self->way_icon = gtk_image_new ();
  self->way_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->way_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->way_label), 0);
  gtk_box_append (GTK_BOX (box), self->way_icon);
  gtk_box_append (GTK_BOX (box), self->way_label);
  gtk_button_set_child (GTK_BUTTON (self->way), box);
  gtk_widget_add_css_class (self->way, "line-way");
  gtk_widget_set_halign (self->way, GTK_ALIGN_START);
  g_signal_connect_object (self->way, "clicked", G_CALLBACK (on_way_clicked), self, G_CONNECT_SWAPPED);
  return self->way;
}

static GtkWidget *
make_head (MadafLineRow *self, const char *title)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *remove = gtk_button_new_from_icon_name ("madaf-trash-symbolic");
  g_autofree char *variant
      = madaf_order_words_variant (madaf_basket_line_get_colour (self->line), madaf_basket_line_get_size (self->line));
  /* Translators: %s is a product. */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);

  gtk_box_append (GTK_BOX (words), make_label (title, "line-title"));
  if (*variant != '\0')
    gtk_box_append (GTK_BOX (words), make_label (variant, "quiet"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_widget_add_css_class (remove, "round");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), remove);
  return head;
}

static GtkWidget *
make_controls (MadafLineRow *self, const char *title)
{
  MadafPrice *price = madaf_basket_line_get_unit_price (self->line);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *prices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf (_ ("Units of %s"), title);

  self->stepper = madaf_stepper_new (1, MADAF_BASKET_LINE_MOST);
  madaf_stepper_set_name (MADAF_STEPPER (self->stepper), name);
  gtk_widget_set_valign (self->stepper, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->stepper);
  self->price = madaf_price_label_new ();
  gtk_widget_set_halign (self->price, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (prices), self->price);
  if (price != NULL)
    {
      g_autofree char *one = madaf_order_words_money (madaf_price_get_amount (price));
      /* Translators: the price of one piece. */
      g_autofree char *each = g_strdup_printf (_ ("%s each"), one);

      self->each = make_label (each, "quiet");
      gtk_widget_add_css_class (self->each, "small");
      gtk_widget_set_halign (self->each, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (prices), self->each);
    }
  gtk_widget_set_hexpand (prices, TRUE);
  gtk_widget_set_valign (prices, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), prices);
  return row;
}

static GtkWidget *
make_picture (MadafLineRow *self)
{
  GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (self->context));

  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_basket_line_get_picture_id (self->line), NULL);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  return picture;
}

static void
madaf_line_row_dispose (GObject *object)
{
  MadafLineRow *self = MADAF_LINE_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->book);
  g_clear_object (&self->line);
  G_OBJECT_CLASS (madaf_line_row_parent_class)->dispose (object);
}

static void
madaf_line_row_class_init (MadafLineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_line_row_dispose;
  signals[SIGNAL_REMOVE]
      = g_signal_new ("remove", MADAF_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "basket-line");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_line_row_init (MadafLineRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

GtkWidget *
madaf_line_row_new (MadafContext *context, MadafBasketLine *line)
{
  MadafLineRow *self = g_object_new (MADAF_TYPE_LINE_ROW, NULL);
  const char *title = madaf_text_pick (madaf_basket_line_get_title (line), madaf_language_current ());
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->context = g_object_ref (context);
  self->book = g_object_ref (madaf_branch_book_for (context));
  self->line = g_object_ref (line);
  gtk_box_append (GTK_BOX (self), make_picture (self));
  gtk_box_append (GTK_BOX (column), make_head (self, title));
  self->controls = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->controls), make_way (self));
  gtk_box_append (GTK_BOX (self->controls), make_controls (self, title));
  self->limit = make_label (NULL, "limit");
  gtk_box_append (GTK_BOX (self->controls), self->limit);
  gtk_box_append (GTK_BOX (column), self->controls);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (self), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  update_way (self);
  update_quantity (self);
  madaf_branch_book_ask_stock (self->book, madaf_basket_line_get_product_id (line));
  g_signal_connect_object (self->stepper, "notify::value", G_CALLBACK (on_stepped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "notify::quantity", G_CALLBACK (update_quantity), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "notify::fulfilment", G_CALLBACK (update_way), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update_way), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

MadafBasketLine *
madaf_line_row_get_line (MadafLineRow *self)
{
  return self->line;
}
