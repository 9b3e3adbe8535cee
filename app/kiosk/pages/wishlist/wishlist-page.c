/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/wishlist/wishlist-page.h"

#include "kiosk/alerts/alerts-button.h"
#include "kiosk/lists/choose-sheet.h"
#include "kiosk/lists/list-words.h"
#include "kiosk/pages/basket/branch-book.h"
#include "kiosk/pages/wishlist/list-bar.h"
#include "kiosk/pages/wishlist/share-view.h"
#include "kiosk/pages/wishlist/shown-list.h"
#include "kiosk/pages/wishlist/wish-row.h"
#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/stage.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/room.h"
#include "kiosk/widgets/status-view.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

/* The wishlist. */

struct _MadafWishlistRoute
{
  MadafRoute parent_instance;

  MadafShownList *shown; /* (owned) (nullable): made by the first page */
};

G_DEFINE_FINAL_TYPE (MadafWishlistRoute, madaf_wishlist_route, MADAF_TYPE_ROUTE)

struct _MadafWishlistPage
{
  MadafPage parent_instance;

  MadafHearts *hearts;   /* (owned) */
  MadafShownList *shown; /* (owned): the route's */
  GtkWidget *count;
  GtkWidget *share;
  GtkWidget *notice; /* the central does not answer */
  GtkWidget *guest;  /* who is not signed in may want to be */
  GtkWidget *guest_words;
  GtkWidget *stack;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (MadafWishlistPage, madaf_wishlist_page, MADAF_TYPE_PAGE)

static MadafContext *
get_context (MadafWishlistPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static MadafSession *
get_session (MadafWishlistPage *self)
{
  return madaf_context_get_session (get_context (self));
}

/* Things. */

static void
on_open (MadafWishlistPage *self, MadafWishRow *row)
{
  madaf_context_open (get_context (self), "product", madaf_wished_get_product_id (madaf_wish_row_get (row)));
}

static void
on_remove (MadafWishlistPage *self, MadafWishRow *row)
{
  madaf_shown_list_remove (self->shown, madaf_wish_row_get (row));
}

typedef struct
{
  MadafShownList *shown; /* (owned) */
  MadafWished *wished;   /* (owned) */
} Moving;

static void
moving_free (gpointer data)
{
  Moving *moving = data;

  g_object_unref (moving->shown);
  g_object_unref (moving->wished);
  g_free (moving);
}

static void
on_list_chosen (MadafContext *context, const char *list_id, gpointer data)
{
  Moving *moving = data;
  g_autofree char *name = madaf_list_words_name_of (madaf_hearts_for (context), list_id);
  /* Translators: %s is the name of a list. */
  g_autofree char *words = g_strdup_printf (_ ("Moved to %s"), name);

  madaf_shown_list_move (moving->shown, moving->wished, list_id);
  madaf_stage_toast (GTK_WIDGET (madaf_context_get_navigator (context)), words);
}

static void
on_move (MadafWishlistPage *self, MadafWishRow *row)
{
  Moving *moving = g_new0 (Moving, 1);

  moving->shown = g_object_ref (self->shown);
  moving->wished = g_object_ref (madaf_wish_row_get (row));
  madaf_choose_sheet_present (get_context (self), _ ("Move to another list"), NULL,
                              madaf_shown_list_get_id (self->shown), on_list_chosen, moving, moving_free,
                              GTK_WIDGET (self));
}

static void
on_view_basket (gpointer context)
{
  madaf_context_open (context, "basket", NULL);
}

/* From the branch that one stands in, where it has one; else sent. */
static void
on_add (MadafWishlistPage *self, MadafWishRow *row)
{
  MadafWished *wished = madaf_wish_row_get (row);
  const char *branch_id = madaf_context_get_branch_id (get_context (self));
  gboolean here = branch_id != NULL && madaf_wish_row_get_units (row) > 0;
  g_autofree char *branch = madaf_branch_book_name (madaf_branch_book_for (get_context (self)), branch_id);
  g_autofree char *words = here ? g_strdup_printf (_ ("In your basket, to collect at %s"), branch)
                                : g_strdup (_ ("In your basket, to be sent to your home"));
  g_autoptr (MadafFulfilment) way = here ? madaf_fulfilment_new_collect (branch_id) : madaf_fulfilment_new_ship ();
  g_autoptr (MadafPrice) price = madaf_price_new (madaf_wished_get_price (wished), NULL, 0);
  g_autoptr (MadafBasketLine) line = g_object_new (
      MADAF_TYPE_BASKET_LINE, "variant-id", madaf_wished_get_variant_id (wished), "product-id",
      madaf_wished_get_product_id (wished), "title", madaf_wished_get_title (wished), "colour",
      madaf_wished_get_colour (wished), "size", madaf_wished_get_size (wished), "picture-id",
      madaf_wished_get_picture_id (wished), "unit-price", price, "quantity", 1, "fulfilment", way, NULL);

  if (!madaf_basket_add (madaf_session_get_basket (get_session (self)), line))
    {
      g_free (words);
      words = g_strdup (_ ("Your basket is full"));
    }
  madaf_stage_toast_with_action (GTK_WIDGET (self), words, _ ("View basket"), G_CALLBACK (on_view_basket),
                                 get_context (self));
}

static void
on_setup (MadafWishlistPage *self, GtkListItem *item)
{
  GtkWidget *row = madaf_wish_row_new (get_context (self));

  g_signal_connect_object (row, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "add", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  madaf_wish_row_set (MADAF_WISH_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

/* What is known. */

static void
update (MadafWishlistPage *self)
{
  MadafContext *context = get_context (self);
  MadafPageStatus status = madaf_shown_list_get_status (self->shown);
  guint n = g_list_model_get_n_items (madaf_shown_list_get_entries (self->shown));
  g_autofree char *items = madaf_texts_items ((int)n);
  gboolean is_member = madaf_session_get_member (get_session (self)) != NULL;
  gboolean shares = is_member && n > 0 && (madaf_context_get_ways (context) & MADAF_SIGN_IN_WAY_PHONE_PAGE) != 0;

  gtk_label_set_label (GTK_LABEL (self->count), items);
  gtk_widget_set_visible (self->count, n > 0);
  gtk_widget_set_visible (self->share, shares);
  gtk_widget_set_visible (self->notice, is_member && madaf_shown_list_is_waiting (self->shown));
  gtk_widget_set_visible (self->guest, !is_member && madaf_context_get_ways (context) != 0);
  gtk_label_set_label (GTK_LABEL (self->guest_words),
                       n > 0 ? _ ("Sign in to keep this list: it will be in the app and on the site too.")
                             : _ ("Sign in to see what you saved in the app or on the site."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "things" : "empty");
  madaf_page_set_status (MADAF_PAGE (self), status == MADAF_PAGE_EMPTY ? MADAF_PAGE_READY : status);
}

static void
on_gone (MadafWishlistPage *self)
{
  madaf_stage_toast (GTK_WIDGET (self), _ ("This list was deleted elsewhere."));
}

static void
on_refused (MadafWishlistPage *self)
{
  madaf_stage_toast (GTK_WIDGET (self), _ ("That could not be changed. This is how your list is now."));
}

/* The widgets. */

static void
on_share_clicked (MadafWishlistPage *self)
{
  madaf_share_view_present (get_context (self), madaf_shown_list_get_id (self->shown),
                            madaf_shown_list_get_share_url (self->shown), GTK_WIDGET (self));
}

static void
on_sign_in_clicked (MadafWishlistPage *self)
{
  madaf_sign_in_sheet_present (get_context (self), NULL, GTK_WIDGET (self));
}

static void
on_empty_activated (MadafWishlistPage *self)
{
  if (!madaf_context_open (get_context (self), "scan", NULL))
    madaf_navigator_home (madaf_context_get_navigator (get_context (self)));
}

static void
on_empty_other (MadafWishlistPage *self)
{
  madaf_context_open (get_context (self), "search", NULL);
}

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, "hexpand", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_title (MadafWishlistPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *ways = madaf_wrap_box_new (8);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Wishlist"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "heading-1");
  gtk_box_append (GTK_BOX (words), title);
  self->count = make_text (NULL, "quiet");
  gtk_box_append (GTK_BOX (words), self->count);
  gtk_box_append (GTK_BOX (row), words);
  self->share = gtk_button_new_with_label (_ ("Share this list"));
  g_signal_connect_object (self->share, "clicked", G_CALLBACK (on_share_clicked), self, G_CONNECT_SWAPPED);
  madaf_wrap_box_append (MADAF_WRAP_BOX (ways), self->share);
  madaf_wrap_box_append (MADAF_WRAP_BOX (ways), madaf_alerts_button_new (get_context (self)));
  gtk_widget_set_valign (ways, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), ways);
  return row;
}

static GtkWidget *
make_guest (MadafWishlistPage *self)
{
  GtkWidget *sign_in = gtk_button_new_with_label (_ ("Sign in"));

  self->guest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->guest_words = make_text (NULL, "words");
  gtk_box_append (GTK_BOX (self->guest), self->guest_words);
  gtk_widget_set_valign (sign_in, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (sign_in, "on-panel");
  g_signal_connect_object (sign_in, "clicked", G_CALLBACK (on_sign_in_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->guest), sign_in);
  gtk_widget_add_css_class (self->guest, "guest-panel");
  return self->guest;
}

static GtkWidget *
make_head (MadafWishlistPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  gtk_box_append (GTK_BOX (head), make_title (self));
  self->notice
      = make_text (_ ("The shop does not answer right now. What you change is kept and sent when it does."), "limit");
  gtk_box_append (GTK_BOX (head), self->notice);
  gtk_box_append (GTK_BOX (head), make_guest (self));
  gtk_box_append (GTK_BOX (head), madaf_list_bar_new (get_context (self), self->shown));
  gtk_widget_add_css_class (head, "wishlist-head");
  return head;
}

static GtkWidget *
make_things (MadafWishlistPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->grid = gtk_grid_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (madaf_shown_list_get_entries (self->shown)))), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Wishlist"), -1);
  gtk_widget_add_css_class (self->grid, "wishes");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  madaf_page_track_scroll (MADAF_PAGE (self), GTK_SCROLLED_WINDOW (scroller));
  return madaf_room_new (scroller);
}

static GtkWidget *
make_empty (MadafWishlistPage *self)
{
  GtkWidget *view = madaf_status_view_new ();

  madaf_status_view_set (MADAF_STATUS_VIEW (view), "madaf-heart-symbolic", _ ("Nothing on this list yet"),
                         _ ("Touch the heart of anything you like. It waits here."), _ ("Scan an item"));
  if (madaf_context_can_open (get_context (self), "search"))
    madaf_status_view_set_other (MADAF_STATUS_VIEW (view), _ ("Search by name"));
  g_signal_connect_object (view, "activated", G_CALLBACK (on_empty_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "other", G_CALLBACK (on_empty_other), self, G_CONNECT_SWAPPED);
  return view;
}

static GtkWidget *
make_content (MadafWishlistPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (content), make_head (self));
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_things (self), "things");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  gtk_box_append (GTK_BOX (content), self->stack);
  return content;
}

/* The page. */

static void
madaf_wishlist_page_retry (MadafPage *page)
{
  madaf_shown_list_reload (MADAF_WISHLIST_PAGE (page)->shown);
}

static void
update_columns (MadafWishlistPage *self)
{
  gboolean wide = madaf_page_get_shape (MADAF_PAGE (self)) == MADAF_SHAPE_LANDSCAPE
                  && !madaf_session_wants_large_text (get_session (self));

  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->grid), wide ? 2 : 1);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->grid), wide ? 2 : 1);
}

static void
madaf_wishlist_page_shape_changed (MadafPage *page, MadafShape shape)
{
  update_columns (MADAF_WISHLIST_PAGE (page));
}

static void
connect_all (MadafWishlistPage *self)
{
  g_signal_connect_object (self->shown, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "gone", G_CALLBACK (on_gone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hearts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hearts, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hearts, "notify::waiting", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_context (self), "notify::ways", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "notify::member", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "notify::text-scale", G_CALLBACK (update_columns), self,
                           G_CONNECT_SWAPPED);
}

static void
madaf_wishlist_page_constructed (GObject *object)
{
  MadafWishlistPage *self = MADAF_WISHLIST_PAGE (object);
  MadafWishlistRoute *route = MADAF_WISHLIST_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));

  G_OBJECT_CLASS (madaf_wishlist_page_parent_class)->constructed (object);
  if (route->shown == NULL)
    route->shown = madaf_shown_list_new (get_context (self), MADAF_WISHES_HEARTS);
  self->shown = g_object_ref (route->shown);
  self->hearts = g_object_ref (madaf_hearts_for (get_context (self)));
  madaf_page_set_title (MADAF_PAGE (self), _ ("Wishlist"));
  madaf_page_set_status_words (MADAF_PAGE (self), MADAF_PAGE_OFFLINE, _ ("The shop does not answer right now."),
                               _ ("What you change is kept and sent when it does."));
  madaf_page_set_content (MADAF_PAGE (self), make_content (self));
  update_columns (self);
  update (self);
  connect_all (self);
}

static void
madaf_wishlist_page_dispose (GObject *object)
{
  MadafWishlistPage *self = MADAF_WISHLIST_PAGE (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->hearts);
  G_OBJECT_CLASS (madaf_wishlist_page_parent_class)->dispose (object);
}

static void
madaf_wishlist_page_class_init (MadafWishlistPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_wishlist_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_wishlist_page_dispose;
  MADAF_PAGE_CLASS (klass)->retry = madaf_wishlist_page_retry;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_wishlist_page_shape_changed;
}

static void
madaf_wishlist_page_init (MadafWishlistPage *self)
{
}

/* The route. */

static MadafPage *
madaf_wishlist_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_WISHLIST_PAGE, "context", context, "route", route, NULL);
}

static void
madaf_wishlist_route_finalize (GObject *object)
{
  g_clear_object (&MADAF_WISHLIST_ROUTE (object)->shown);
  G_OBJECT_CLASS (madaf_wishlist_route_parent_class)->finalize (object);
}

static void
madaf_wishlist_route_class_init (MadafWishlistRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_wishlist_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_wishlist_route_create_page;
}

static void
madaf_wishlist_route_init (MadafWishlistRoute *self)
{
}

MadafRoute *
madaf_wishlist_route_new (const char *argument)
{
  return g_object_new (MADAF_TYPE_WISHLIST_ROUTE, NULL);
}
