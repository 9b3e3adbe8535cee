/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-page.h"

#include "kiosk/language.h"
#include "kiosk/pages/look/look-finder.h"
#include "kiosk/pages/look/look-route.h"
#include "kiosk/pages/look/look-tile.h"
#include "kiosk/pages/look/look-where.h"
#include "kiosk/pages/look/look-words.h"
#include "kiosk/pages/look/piece-row.h"
#include "kiosk/widgets/room.h"
#include "kiosk/widgets/section.h"
#include "kiosk/widgets/tile-row.h"

#include <glib/gi18n.h>

#define SIDE_WIDTH 460

struct _MadafLookPage
{
  MadafPage parent_instance;

  MadafLookFinder *finder; /* (owned) (nullable) without a central */
  GtkWidget *halves;
  GtkWidget *column;
  GtkWidget *side;  /* beside the pieces */
  GtkWidget *below; /* the same place below them */
  GtkWidget *where; /* (owned) (nullable): in side or below, by the shape */
  GtkWidget *picks;
  GtkWidget *tiles;
};

G_DEFINE_FINAL_TYPE (MadafLookPage, madaf_look_page, MADAF_TYPE_PAGE)

static MadafContext *
get_context (MadafLookPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static MadafLookRoute *
get_route (MadafLookPage *self)
{
  return MADAF_LOOK_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
}

static const char *
get_title (MadafLookPage *self)
{
  MadafLook *look = madaf_look_choice_get_look (madaf_look_route_get_choice (get_route (self)));

  return madaf_text_pick (madaf_look_get_title (look), madaf_language_current ());
}

static void
on_product (MadafLookPage *self, const char *id)
{
  madaf_context_open (get_context (self), "product", id);
}

static void
on_tile_clicked (MadafLookPage *self, MadafLookTile *tile)
{
  on_product (self, madaf_look_tile_get_product_id (tile));
}

static GtkWidget *
make_pick (MadafLookPage *self, MadafPick *pick)
{
  MadafPicture *picture = madaf_pick_get_picture (pick);
  MadafBasket *basket = madaf_session_get_basket (madaf_context_get_session (get_context (self)));
  g_autofree char *note = madaf_look_words_reason (pick, G_LIST_MODEL (basket));
  GtkWidget *tile
      = madaf_look_tile_new (get_context (self), madaf_pick_get_product (pick),
                             picture != NULL ? madaf_picture_get_id (picture) : NULL, madaf_pick_get_price (pick));

  madaf_look_tile_set_note (MADAF_LOOK_TILE (tile), note);
  g_signal_connect_object (tile, "clicked", G_CALLBACK (on_tile_clicked), self, G_CONNECT_SWAPPED);
  return tile;
}

static void
on_picks (MadafLookPage *self)
{
  GListModel *picks = madaf_look_finder_get_picks (self->finder);
  guint n = picks != NULL ? g_list_model_get_n_items (picks) : 0;

  madaf_tile_row_clear (MADAF_TILE_ROW (self->tiles));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafPick) pick = g_list_model_get_item (picks, i);

      madaf_tile_row_append (MADAF_TILE_ROW (self->tiles), make_pick (self, pick));
    }
  gtk_widget_set_visible (self->picks, n > 0);
}

static GtkWidget *
make_heading (MadafLookPage *self)
{
  GtkWidget *title
      = g_object_new (GTK_TYPE_LABEL, "label", get_title (self), "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                      "xalign", 0.0f, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (title, "heading-1");
  return title;
}

static void
add_pieces (MadafLookPage *self)
{
  MadafLookChoice *choice = madaf_look_route_get_choice (get_route (self));

  for (guint i = 0; i < madaf_look_choice_get_n_pieces (choice); i++)
    {
      GtkWidget *row = madaf_piece_row_new (choice, i, madaf_context_get_pictures (get_context (self)));

      g_signal_connect_object (row, "product", G_CALLBACK (on_product), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->column), row);
    }
}

static void
add_picks (MadafLookPage *self)
{
  self->picks = madaf_section_new (_ ("Our stylist adds"));
  self->tiles = madaf_tile_row_new ();
  madaf_section_set_child (MADAF_SECTION (self->picks), self->tiles);
  gtk_widget_set_visible (self->picks, FALSE);
  gtk_widget_set_margin_top (self->picks, 32);
  gtk_box_append (GTK_BOX (self->column), self->picks);
}

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_main (MadafLookPage *self)
{
  GtkWidget *scroller;
  GtkWidget *room;

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->column, "page-margin");
  gtk_box_append (GTK_BOX (self->column), make_heading (self));
  add_pieces (self);
  self->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_top (self->below, 24);
  gtk_box_append (GTK_BOX (self->column), self->below);
  add_picks (self);
  scroller = make_scroller (self->column);
  madaf_page_track_scroll (MADAF_PAGE (self), GTK_SCROLLED_WINDOW (scroller));
  room = madaf_room_new (scroller);
  gtk_widget_set_hexpand (room, TRUE);
  gtk_widget_set_vexpand (room, TRUE);
  return room;
}

static GtkWidget *
make_side (MadafLookPage *self)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (inside, "buy-side");
  self->side = make_scroller (inside);
  gtk_widget_set_size_request (self->side, SIDE_WIDTH, -1);
  gtk_widget_set_hexpand (self->side, FALSE);
  gtk_widget_add_css_class (self->side, "look-side");
  return self->side;
}

/* On a wide screen where all of it is stands beside the pieces, on a high one below them. */
static void
madaf_look_page_shape_changed (MadafPage *page, MadafShape shape)
{
  MadafLookPage *self = MADAF_LOOK_PAGE (page);
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;
  GtkWidget *inside
      = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->side))));
  GtkWidget *place = wide ? inside : self->below;

  gtk_widget_set_visible (self->side, wide);
  if (self->where == NULL || gtk_widget_get_parent (self->where) == place)
    return;
  if (gtk_widget_get_parent (self->where) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->where)), self->where);
  gtk_box_append (GTK_BOX (place), self->where);
}

static void
begin (MadafLookPage *self)
{
  MadafContext *context = get_context (self);
  MadafLookChoice *choice = madaf_look_route_get_choice (get_route (self));

  self->finder = madaf_look_finder_new (madaf_context_get_central (context), madaf_context_get_stream (context),
                                        madaf_context_get_session (context), choice,
                                        madaf_look_route_get_product_id (get_route (self)));
  g_signal_connect_object (self->finder, "picks", G_CALLBACK (on_picks), self, G_CONNECT_SWAPPED);
  self->where = g_object_ref_sink (madaf_look_where_new (context, choice, self->finder));
}

static void
madaf_look_page_constructed (GObject *object)
{
  MadafLookPage *self = MADAF_LOOK_PAGE (object);

  G_OBJECT_CLASS (madaf_look_page_parent_class)->constructed (object);
  self->halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->halves), make_main (self));
  gtk_box_append (GTK_BOX (self->halves), make_side (self));
  gtk_widget_add_css_class (self->halves, "look");
  if (madaf_context_get_central (get_context (self)) != NULL)
    begin (self);
  madaf_page_set_title (MADAF_PAGE (self), get_title (self));
  madaf_page_set_content (MADAF_PAGE (self), self->halves);
  madaf_page_set_status (MADAF_PAGE (self), self->finder != NULL ? MADAF_PAGE_READY : MADAF_PAGE_OFFLINE);
}

static void
madaf_look_page_dispose (GObject *object)
{
  MadafLookPage *self = MADAF_LOOK_PAGE (object);

  if (self->finder != NULL)
    g_object_run_dispose (G_OBJECT (self->finder));
  g_clear_object (&self->finder);
  g_clear_object (&self->where);
  G_OBJECT_CLASS (madaf_look_page_parent_class)->dispose (object);
}

static void
madaf_look_page_class_init (MadafLookPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_look_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_look_page_dispose;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_look_page_shape_changed;
}

static void
madaf_look_page_init (MadafLookPage *self)
{
}
