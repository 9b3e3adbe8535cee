/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/wishlist/wish-row.h"

#include "kiosk/hearts.h"
#include "kiosk/language.h"
#include "kiosk/pages/basket/branch-book.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/wishlist/wish-words.h"
#include "kiosk/widgets/picture-view.h"
#include "kiosk/widgets/price-label.h"
#include "kiosk/widgets/stock-label.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 136

struct _MadafWishRow
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  MadafBranchBook *book; /* (owned) */
  MadafWished *wished;   /* (owned) (nullable) */
  GtkWidget *opener;     /* the picture is a button */
  GtkWidget *picture;
  GtkWidget *title;
  GtkWidget *variant;
  GtkWidget *move;
  GtkWidget *remove;
  GtkWidget *price;
  GtkWidget *change;
  GtkWidget *stock;
  GtkWidget *elsewhere;
  GtkWidget *over;
  GtkWidget *action;
};

G_DEFINE_FINAL_TYPE (MadafWishRow, madaf_wish_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPEN,
  SIGNAL_ADD,
  SIGNAL_MOVE,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_opener_clicked (MadafWishRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static void
on_move_clicked (MadafWishRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0);
}

static void
on_remove_clicked (MadafWishRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
on_action_clicked (MadafWishRow *self)
{
  g_signal_emit (self, signals[madaf_wish_action (self->wished) == MADAF_WISH_ADD ? SIGNAL_ADD : SIGNAL_OPEN], 0);
}

int
madaf_wish_row_get_units (MadafWishRow *self)
{
  MadafProductStock *stock = madaf_branch_book_get_stock (self->book, madaf_wished_get_product_id (self->wished));

  return madaf_wish_units_here (self->wished, stock, madaf_context_get_branch_id (self->context));
}

static void
update_stock (MadafWishRow *self)
{
  int units;

  if (self->wished == NULL)
    return;
  units = madaf_wish_row_get_units (self);
  madaf_stock_label_set_units (MADAF_STOCK_LABEL (self->stock), units);
  gtk_widget_set_visible (self->elsewhere, units == 0 && madaf_wished_get_available (self->wished) > 0);
}

static void
update_action (MadafWishRow *self, const char *title)
{
  MadafWishAction action = madaf_wish_action (self->wished);
  const char *words = action == MADAF_WISH_ADD ? _ ("Add to basket") : _ ("See the item");
  /* Translators: what a button does ("Add to basket"), then the thing it does it with. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), words, title);

  gtk_button_set_label (GTK_BUTTON (self->action), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->action), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->action, action != MADAF_WISH_OVER);
  gtk_widget_set_visible (self->stock, action != MADAF_WISH_OVER);
  gtk_widget_set_visible (self->price, action != MADAF_WISH_OVER);
  gtk_widget_set_visible (self->over, action == MADAF_WISH_OVER);
  gtk_widget_set_sensitive (self->opener, action != MADAF_WISH_OVER);
}

static void
update_price (MadafWishRow *self)
{
  gboolean lower;
  g_autofree char *change = madaf_wish_words_change (self->wished, &lower);

  madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), madaf_wished_get_price (self->wished), NULL);
  gtk_label_set_label (GTK_LABEL (self->change), change != NULL ? change : "");
  gtk_widget_set_visible (self->change, change != NULL);
  (lower ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->change, "lower");
}

void
madaf_wish_row_set (MadafWishRow *self, MadafWished *wished)
{
  const char *title = madaf_text_pick (madaf_wished_get_title (wished), madaf_language_current ());
  g_autofree char *variant
      = madaf_order_words_variant (madaf_wished_get_colour (wished), madaf_wished_get_size (wished));
  /* Translators: %s is a product. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), title);
  /* Translators: %s is a product. */
  g_autofree char *move = g_strdup_printf (_ ("Move %s to another list"), title);

  g_set_object (&self->wished, wished);
  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (self->picture), madaf_wished_get_picture_id (wished), NULL);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->variant), variant);
  gtk_widget_set_visible (self->variant, *variant != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->move), GTK_ACCESSIBLE_PROPERTY_LABEL, move, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opener), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  update_price (self);
  update_action (self, title);
  if (madaf_wished_get_available_here (wished) < 0)
    madaf_branch_book_ask_stock (self->book, madaf_wished_get_product_id (wished));
  update_stock (self);
}

MadafWished *
madaf_wish_row_get (MadafWishRow *self)
{
  return self->wished;
}

static GtkWidget *
make_label (const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_opener (MadafWishRow *self)
{
  self->opener = gtk_button_new ();
  self->picture = madaf_picture_view_new (madaf_context_get_pictures (self->context));
  gtk_widget_set_size_request (self->picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
  gtk_button_set_child (GTK_BUTTON (self->opener), self->picture);
  gtk_widget_add_css_class (self->opener, "picture");
  gtk_widget_set_valign (self->opener, GTK_ALIGN_START);
  g_signal_connect_object (self->opener, "clicked", G_CALLBACK (on_opener_clicked), self, G_CONNECT_SWAPPED);
  return self->opener;
}

static GtkWidget *
make_head (MadafWishRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = make_label ("line-title", 2);
  gtk_box_append (GTK_BOX (words), self->title);
  self->variant = make_label ("quiet", 1);
  gtk_box_append (GTK_BOX (words), self->variant);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  self->move = gtk_button_new_from_icon_name ("madaf-shelf-symbolic");
  gtk_widget_add_css_class (self->move, "round");
  gtk_widget_set_valign (self->move, GTK_ALIGN_START);
  g_signal_connect_object (self->move, "clicked", G_CALLBACK (on_move_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->move);
  self->remove = gtk_button_new_from_icon_name ("madaf-trash-symbolic");
  gtk_widget_add_css_class (self->remove, "round");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_START);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (on_remove_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->remove);
  return head;
}

static GtkWidget *
make_words (MadafWishRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (column), make_head (self));
  self->price = madaf_price_label_new ();
  gtk_widget_set_halign (self->price, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (column), self->price);
  self->change = make_label ("price-change", 2);
  gtk_box_append (GTK_BOX (column), self->change);
  self->over = make_label ("quiet", 2);
  gtk_label_set_label (GTK_LABEL (self->over), _ ("Not sold any more"));
  gtk_box_append (GTK_BOX (column), self->over);
  self->stock = madaf_stock_label_new ();
  gtk_box_append (GTK_BOX (column), self->stock);
  self->elsewhere = make_label ("quiet", 2);
  gtk_label_set_label (GTK_LABEL (self->elsewhere), _ ("Other branches have it"));
  gtk_box_append (GTK_BOX (column), self->elsewhere);
  self->action = gtk_button_new ();
  gtk_widget_set_halign (self->action, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->action, 8);
  g_signal_connect_object (self->action, "clicked", G_CALLBACK (on_action_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), self->action);
  gtk_widget_set_hexpand (column, TRUE);
  return column;
}

static void
madaf_wish_row_dispose (GObject *object)
{
  MadafWishRow *self = MADAF_WISH_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->book);
  g_clear_object (&self->wished);
  G_OBJECT_CLASS (madaf_wish_row_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, MADAF_TYPE_WISH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_wish_row_class_init (MadafWishRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_wish_row_dispose;
  signals[SIGNAL_OPEN] = new_signal ("open");
  signals[SIGNAL_ADD] = new_signal ("add");
  signals[SIGNAL_MOVE] = new_signal ("move");
  signals[SIGNAL_REMOVE] = new_signal ("remove");
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wish");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_wish_row_init (MadafWishRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/* A guest has nothing to move it to. */
static void
update_move (MadafWishRow *self)
{
  gtk_widget_set_visible (self->move, madaf_hearts_count_lists (madaf_hearts_for (self->context)) > 1);
}

GtkWidget *
madaf_wish_row_new (MadafContext *context)
{
  MadafWishRow *self = g_object_new (MADAF_TYPE_WISH_ROW, NULL);

  self->context = g_object_ref (context);
  self->book = g_object_ref (madaf_branch_book_for (context));
  gtk_box_append (GTK_BOX (self), make_opener (self));
  gtk_box_append (GTK_BOX (self), make_words (self));
  g_signal_connect_object (madaf_hearts_for (context), "changed", G_CALLBACK (update_move), self, G_CONNECT_SWAPPED);
  update_move (self);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update_stock), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
