/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/product-page.h"

#include "kiosk/errands/bring-button.h"
#include "kiosk/frame-queue.h"
#include "kiosk/language.h"
#include "kiosk/pages/look/looks-section.h"
#include "kiosk/pages/product/buy-bar.h"
#include "kiosk/pages/product/buying.h"
#include "kiosk/pages/product/chooser.h"
#include "kiosk/pages/product/details-section.h"
#include "kiosk/pages/product/gallery.h"
#include "kiosk/local-time.h"
#include "kiosk/pages/product/heading.h"
#include "kiosk/pages/product/label-note.h"
#include "kiosk/pages/product/picture-zoom.h"
#include "kiosk/pages/product/product-feed.h"
#include "kiosk/pages/product/related-section.h"
#include "kiosk/pages/product/reviews-page.h"
#include "kiosk/pages/product/reviews-section.h"
#include "kiosk/pages/product/unknown-code.h"
#include "kiosk/sizes/size-note.h"
#include "kiosk/trace.h"
#include "kiosk/widgets/room.h"
#include "model/gtin.h"

#include <glib/gi18n.h>

/* The product page: its sections, and what happens between them. */

/* So that pictures of 4:5 are seen whole, and what is to be chosen is seen below them. */
#define GALLERY_WIDTH 580
/* Large words need more of a wide screen than a picture does. */
#define SMALLER_GALLERY_WIDTH 440
#define NARROW_GALLERY_HEIGHT 512
#define TALL_GALLERY_HEIGHT   920
/* As .page-margin of the style sheet. */
#define NARROW_MARGIN 32
#define TALL_MARGIN   64

struct _MadafProductPage
{
  MadafPage parent_instance;

  GtkStack *kinds;
  GtkWidget *columns;
  GtkWidget *main;
  GtkScrolledWindow *scroller;
  GtkWidget *column;
  GtkWidget *gallery; /* in columns or column, by the shape */
  MadafProductHeading *heading;
  MadafLabelNote *label_note;
  MadafChooser *chooser;
  MadafSizeNote *size_note;
  MadafBringButton *bring;
  MadafStockSection *stock;
  MadafDetailsSection *details;
  MadafLooksSection *looks;
  MadafReviewsSection *reviews;
  MadafRelatedSection *related;
  MadafBuyBar *buy_bar;
  MadafUnknownCode *unknown;
  MadafPictureZoom *zoom;
  MadafProductFeed *feed; /* (owned) (nullable) without a central */
  MadafFrameQueue *later; /* (owned): what lies below the first screen */
};

G_DEFINE_FINAL_TYPE (MadafProductPage, madaf_product_page, MADAF_TYPE_PAGE)

static MadafProductRoute *
get_route (MadafProductPage *self)
{
  return MADAF_PRODUCT_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
}

static MadafContext *
get_context (MadafProductPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static const char *
get_title (MadafProductPage *self)
{
  MadafProduct *product = madaf_product_route_get_product (get_route (self));

  return madaf_text_pick (madaf_product_get_title (product), madaf_language_current ());
}

/* The basket. */

static void
on_ship (MadafProductPage *self)
{
  madaf_buying_ship (MADAF_PAGE (self));
}

static void
on_collect (MadafProductPage *self, const char *branch_id)
{
  madaf_buying_collect (MADAF_PAGE (self), branch_id);
}

static void
on_buy (MadafProductPage *self, int offer)
{
  MadafBranchRow *here = madaf_stock_board_get_here (madaf_product_route_get_board (get_route (self)));

  if (offer == MADAF_OFFER_TAKE_HERE && here != NULL)
    on_collect (self, madaf_branch_row_get_branch_id (here));
  else if (offer == MADAF_OFFER_ELSEWHERE)
    madaf_buying_choose_branch (MADAF_PAGE (self));
  else if (offer == MADAF_OFFER_SHIP)
    on_ship (self);
}

/* Ways to other pages. */

static void
on_more_reviews (MadafProductPage *self, int stars)
{
  MadafProduct *product = madaf_product_route_get_product (get_route (self));

  madaf_context_go (get_context (self), madaf_reviews_route_new (product, stars));
}

static void
on_heading_reviews (MadafProductPage *self)
{
  on_more_reviews (self, 0);
}

static void
on_open_product (MadafProductPage *self, const char *id)
{
  madaf_context_open (get_context (self), "product", id);
}

static void
on_scan (MadafProductPage *self)
{
  madaf_context_open (get_context (self), "scan", NULL);
}

static void
on_search (MadafProductPage *self)
{
  madaf_context_open (get_context (self), "search", NULL);
}

/* Pictures. */

static void
on_enlarge (MadafProductPage *self, const char *picture_id)
{
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), TRUE);
  madaf_page_set_chrome (MADAF_PAGE (self), FALSE);
  madaf_picture_zoom_show (self->zoom, madaf_context_get_pictures (get_context (self)), picture_id, get_title (self));
}

static void
on_zoom_closed (MadafProductPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), FALSE);
  madaf_page_set_chrome (MADAF_PAGE (self), TRUE);
  gtk_widget_child_focus (self->gallery, GTK_DIR_TAB_FORWARD);
}

static void
on_position_changed (MadafProductPage *self)
{
  madaf_product_route_set_picture (get_route (self), madaf_gallery_get_position (MADAF_GALLERY (self->gallery)));
}

static void
on_all_changed (MadafProductPage *self)
{
  madaf_product_route_set_all_branches (get_route (self), madaf_stock_section_get_all (self->stock));
}

/* What is known. */

static int
gallery_width (MadafProductPage *self)
{
  MadafSession *session = madaf_context_get_session (get_context (self));

  return madaf_session_wants_large_text (session) ? SMALLER_GALLERY_WIDTH : GALLERY_WIDTH;
}

/* Without a picture there is no need for the room of one on a high screen. */
static void
fit_gallery (MadafProductPage *self)
{
  MadafShape shape = madaf_page_get_shape (MADAF_PAGE (self));
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;
  int height = shape == MADAF_SHAPE_PORTRAIT_TALL ? TALL_GALLERY_HEIGHT : NARROW_GALLERY_HEIGHT;

  if (madaf_gallery_is_empty (MADAF_GALLERY (self->gallery)))
    height /= 2;
  gtk_widget_set_vexpand (self->gallery, wide);
  gtk_widget_set_size_request (self->gallery, wide ? gallery_width (self) : -1, wide ? -1 : height);
  madaf_gallery_set_picture_width (MADAF_GALLERY (self->gallery), wide ? -1 : height * 4 / 5,
                                   shape == MADAF_SHAPE_PORTRAIT_TALL ? TALL_MARGIN : NARROW_MARGIN);
}

static void
show_details (gpointer widget)
{
  MadafProductPage *self = widget;
  MadafChoice *choice = madaf_product_route_get_choice (get_route (self));

  madaf_details_section_set (self->details, madaf_choice_get_product (choice), madaf_choice_get_variant (choice));
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
}

static void
show_looks (gpointer widget)
{
  MadafProductPage *self = widget;

  madaf_looks_section_set (self->looks, get_context (self), madaf_product_route_get_choice (get_route (self)));
}

/* All that is known by now, at least how many there are. */
static void
show_reviews (gpointer widget)
{
  MadafProductPage *self = widget;
  MadafProductRoute *route = get_route (self);
  MadafReviewList *reviews = madaf_product_route_get_reviews (route);

  if (reviews != NULL)
    madaf_reviews_section_set_reviews (self->reviews, reviews);
  else
    madaf_reviews_section_set_summary (self->reviews,
                                       madaf_product_get_review_summary (madaf_product_route_get_product (route)));
  gtk_widget_set_visible (GTK_WIDGET (self->reviews), TRUE);
}

static void
show_related (gpointer widget)
{
  MadafProductPage *self = widget;

  madaf_related_section_set (self->related, madaf_product_route_get_related (get_route (self)), get_context (self));
}

/* The piece that was scanned, if what is chosen is what it is; (nullable). */
static MadafScanned *
get_piece (MadafProductPage *self)
{
  MadafScanned *scanned = madaf_route_get_scanned (MADAF_ROUTE (get_route (self)));
  MadafChoice *choice = madaf_product_route_get_choice (get_route (self));

  if (scanned == NULL
      || madaf_product_find_variant_by_gtin (madaf_choice_get_product (choice), madaf_scanned_get_text (scanned))
             != madaf_choice_get_variant (choice))
    return NULL;
  return scanned;
}

/* A piece with a price of its own is not sold from here at another one. */
static void
show_label (MadafProductPage *self)
{
  MadafScanned *piece = get_piece (self);
  gint64 now_us = madaf_central_client_get_now_us (madaf_context_get_central (get_context (self)));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = madaf_local_time (now_us, zone);
  gboolean from;
  MadafPrice *price = madaf_choice_get_price (madaf_product_route_get_choice (get_route (self)), &from);

  madaf_label_note_set (self->label_note, piece, price != NULL ? madaf_price_get_amount (price)->currency : "", now);
  gtk_widget_set_visible (GTK_WIDGET (self->buy_bar), piece == NULL || !madaf_scanned_has_measure (piece));
}

static void
update_choice (MadafProductPage *self, guint position)
{
  MadafChoice *choice = madaf_product_route_get_choice (get_route (self));
  g_autoptr (GListModel) pictures = madaf_choice_list_pictures (choice);

  madaf_gallery_set_pictures (MADAF_GALLERY (self->gallery), pictures, get_title (self), position);
  fit_gallery (self);
  madaf_product_heading_update (self->heading, get_context (self), choice);
  show_label (self);
  madaf_frame_queue_add (self->later, show_details);
}

static void
on_choice_changed (MadafProductPage *self)
{
  update_choice (self, 0);
}

static void
on_stock_changed (MadafProductPage *self)
{
  madaf_trace_after_paint (GTK_WIDGET (self), "stock-drawn");
}

static void
on_product (MadafProductPage *self)
{
  MadafProductRoute *route = get_route (self);
  MadafChoice *choice = madaf_product_route_get_choice (route);
  MadafStockBoard *board = madaf_product_route_get_board (route);
  gint64 now_us = madaf_central_client_get_now_us (madaf_context_get_central (get_context (self)));

  update_choice (self, madaf_product_route_get_picture (route));
  g_signal_connect_object (choice, "changed", G_CALLBACK (on_choice_changed), self, G_CONNECT_SWAPPED);
  madaf_chooser_set (self->chooser, choice, board);
  madaf_size_note_set (self->size_note, get_context (self), choice);
  madaf_bring_button_set (self->bring, get_context (self), choice, board);
  madaf_stock_section_set_all (self->stock, madaf_product_route_get_all_branches (route));
  madaf_stock_section_set (self->stock, choice, board, now_us);
  madaf_buy_bar_set (self->buy_bar, choice, board);
  madaf_frame_queue_add (self->later, show_reviews);
  madaf_frame_queue_add (self->later, show_looks);
  madaf_page_set_title (MADAF_PAGE (self), get_title (self));
  gtk_stack_set_visible_child_name (self->kinds, "product");
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
  g_signal_connect_object (board, "changed", G_CALLBACK (on_stock_changed), self, G_CONNECT_SWAPPED);
  madaf_trace_after_paint (GTK_WIDGET (self), "product-drawn");
}

static void
on_unknown (MadafProductPage *self)
{
  madaf_unknown_code_set_code (self->unknown, madaf_product_route_get_wanted (get_route (self)));
  madaf_page_set_title (MADAF_PAGE (self), _ ("Unknown code"));
  gtk_stack_set_visible_child_name (self->kinds, "unknown");
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
}

static void
on_failed (MadafProductPage *self, GError *error)
{
  madaf_page_set_status (MADAF_PAGE (self), madaf_page_status_for_error (error));
}

static void
on_reviews (MadafProductPage *self)
{
  madaf_frame_queue_add (self->later, show_reviews);
}

static void
on_related (MadafProductPage *self)
{
  madaf_frame_queue_add (self->later, show_related);
}

static void
on_liveness (MadafProductPage *self, int liveness, gint64 age_us)
{
  madaf_stock_section_set_liveness (self->stock, (MadafLiveness)liveness, age_us);
}

static void
on_branch_known (MadafProductPage *self)
{
  madaf_product_feed_set_branch (self->feed, madaf_context_get_branch_id (get_context (self)));
}

static void
make_feed (MadafProductPage *self)
{
  MadafContext *context = get_context (self);

  self->feed = madaf_product_feed_new (get_route (self), madaf_context_get_central (context),
                                       madaf_context_get_stream (context), madaf_context_get_branch_id (context));
  g_signal_connect_object (context, "notify::branch-id", G_CALLBACK (on_branch_known), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "product", G_CALLBACK (on_product), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "unknown", G_CALLBACK (on_unknown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "reviews", G_CALLBACK (on_reviews), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "related", G_CALLBACK (on_related), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "liveness", G_CALLBACK (on_liveness), self, G_CONNECT_SWAPPED);
}

/* The page. */

static void
madaf_product_page_retry (MadafPage *page)
{
  if (MADAF_PRODUCT_PAGE (page)->feed != NULL)
    madaf_product_feed_start (MADAF_PRODUCT_PAGE (page)->feed);
}

/* Another size or colour of what is on the screen is chosen where it is, without a new page. */
static gboolean
madaf_product_page_code_scanned (MadafPage *page, MadafScanned *scanned)
{
  MadafProductRoute *route = get_route (MADAF_PRODUCT_PAGE (page));
  MadafProduct *product = madaf_product_route_get_product (route);
  g_autofree char *gtin = madaf_gtin_normalise (madaf_scanned_get_text (scanned), NULL);
  MadafVariant *variant = product != NULL && gtin != NULL ? madaf_product_find_variant_by_gtin (product, gtin) : NULL;

  if (variant == NULL)
    return FALSE;
  madaf_route_set_scanned (MADAF_ROUTE (route), scanned);
  madaf_choice_set_variant (madaf_product_route_get_choice (route), variant);
  show_label (MADAF_PRODUCT_PAGE (page));
  madaf_trace_after_paint (GTK_WIDGET (page), "product-drawn");
  return TRUE;
}

static void
madaf_product_page_shape_changed (MadafPage *page, MadafShape shape)
{
  MadafProductPage *self = MADAF_PRODUCT_PAGE (page);
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;
  GtkWidget *place = wide ? self->columns : self->column;

  g_object_ref (self->gallery);
  if (gtk_widget_get_parent (self->gallery) != place)
    {
      if (gtk_widget_get_parent (self->gallery) != NULL)
        gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->gallery)), self->gallery);
      gtk_box_prepend (GTK_BOX (place), self->gallery);
    }
  g_object_unref (self->gallery);
  fit_gallery (self);
}

static void
madaf_product_page_constructed (GObject *object)
{
  MadafProductPage *self = MADAF_PRODUCT_PAGE (object);

  G_OBJECT_CLASS (madaf_product_page_parent_class)->constructed (object);
  madaf_gallery_set_loader (MADAF_GALLERY (self->gallery), madaf_context_get_pictures (get_context (self)));
  g_signal_connect_object (madaf_context_get_session (get_context (self)), "notify::text-scale",
                           G_CALLBACK (fit_gallery), self, G_CONNECT_SWAPPED);
  madaf_page_track_scroll (MADAF_PAGE (self), self->scroller);
  madaf_page_set_bottom_bar (MADAF_PAGE (self), GTK_WIDGET (self->buy_bar));
  madaf_page_set_status_words (MADAF_PAGE (self), MADAF_PAGE_OFFLINE, _ ("We cannot look this up right now"),
                               _ ("The shop’s system does not answer. We keep trying; our staff can help meanwhile."));
  if (madaf_context_get_central (get_context (self)) == NULL)
    {
      madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_OFFLINE);
      return;
    }
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_LOADING);
  make_feed (self);
  madaf_product_feed_start (self->feed);
}

static void
madaf_product_page_dispose (GObject *object)
{
  MadafProductPage *self = MADAF_PRODUCT_PAGE (object);

  g_clear_pointer (&self->later, madaf_frame_queue_free);
  if (self->feed != NULL)
    g_object_run_dispose (G_OBJECT (self->feed));
  g_clear_object (&self->feed);
  g_clear_object (&self->gallery);
  G_OBJECT_CLASS (madaf_product_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (MADAF_TYPE_BRING_BUTTON);
  g_type_ensure (MADAF_TYPE_BUY_BAR);
  g_type_ensure (MADAF_TYPE_CHOOSER);
  g_type_ensure (MADAF_TYPE_DETAILS_SECTION);
  g_type_ensure (MADAF_TYPE_LABEL_NOTE);
  g_type_ensure (MADAF_TYPE_LOOKS_SECTION);
  g_type_ensure (MADAF_TYPE_PICTURE_ZOOM);
  g_type_ensure (MADAF_TYPE_PRODUCT_HEADING);
  g_type_ensure (MADAF_TYPE_RELATED_SECTION);
  g_type_ensure (MADAF_TYPE_REVIEWS_SECTION);
  g_type_ensure (MADAF_TYPE_ROOM);
  g_type_ensure (MADAF_TYPE_SIZE_NOTE);
  g_type_ensure (MADAF_TYPE_STOCK_SECTION);
  g_type_ensure (MADAF_TYPE_UNKNOWN_CODE);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_all_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_buy);
  gtk_widget_class_bind_template_callback (widget_class, on_collect);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_reviews);
  gtk_widget_class_bind_template_callback (widget_class, on_more_reviews);
  gtk_widget_class_bind_template_callback (widget_class, on_open_product);
  gtk_widget_class_bind_template_callback (widget_class, on_scan);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_ship);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_closed);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, columns);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, main);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, column);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, label_note);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, bring);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, size_note);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, stock);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, details);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, looks);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, reviews);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, related);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, buy_bar);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, unknown);
  gtk_widget_class_bind_template_child (widget_class, MadafProductPage, zoom);
}

static void
madaf_product_page_class_init (MadafProductPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = madaf_product_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_product_page_dispose;
  MADAF_PAGE_CLASS (klass)->retry = madaf_product_page_retry;
  MADAF_PAGE_CLASS (klass)->code_scanned = madaf_product_page_code_scanned;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_product_page_shape_changed;
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/product-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
madaf_product_page_init (MadafProductPage *self)
{
  self->later = madaf_frame_queue_new (GTK_WIDGET (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->gallery = g_object_ref_sink (g_object_new (MADAF_TYPE_GALLERY, NULL));
  g_signal_connect_object (self->gallery, "enlarge", G_CALLBACK (on_enlarge), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gallery, "notify::position", G_CALLBACK (on_position_changed), self,
                           G_CONNECT_SWAPPED);
}
