/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/tile-row.h"

#include "kiosk/shape.h"

#define TILE_WIDTH      168
#define TALL_TILE_WIDTH 256

struct _MadafTileRow
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *row;
  int width;
  int tall_width;
};

G_DEFINE_FINAL_TYPE (MadafTileRow, madaf_tile_row, GTK_TYPE_WIDGET)

static int
tile_width (MadafTileRow *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  MadafShape shape = madaf_shape_for_size (gtk_widget_get_width (root), gtk_widget_get_height (root));

  return shape == MADAF_SHAPE_PORTRAIT_TALL ? self->tall_width : self->width;
}

/* A scrolled window asks for heights without a width, and a picture has none then: the row is told how high tiles of
 * their width are, once their fonts are known. */
static void
fit (MadafTileRow *self)
{
  int width = tile_width (self);
  int height = 0;

  for (GtkWidget *tile = gtk_widget_get_first_child (self->row); tile != NULL;
       tile = gtk_widget_get_next_sibling (tile))
    {
      int natural;

      gtk_widget_set_size_request (tile, width, -1);
      gtk_widget_measure (tile, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  gtk_widget_set_size_request (self->row, -1, height);
}

static void
madaf_tile_row_map (GtkWidget *widget)
{
  fit (MADAF_TILE_ROW (widget));
  GTK_WIDGET_CLASS (madaf_tile_row_parent_class)->map (widget);
}

static void
madaf_tile_row_dispose (GObject *object)
{
  g_clear_pointer (&MADAF_TILE_ROW (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_tile_row_parent_class)->dispose (object);
}

static void
madaf_tile_row_class_init (MadafTileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_tile_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = madaf_tile_row_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* A wheel turned over the row scrolls the page, not into nothing. */
static void
leave_wheel (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                               GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL
                                                   | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
    }
}

static void
madaf_tile_row_init (MadafTileRow *self)
{
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  gtk_box_set_homogeneous (GTK_BOX (self->row), TRUE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->row);
  leave_wheel (self->scroller);
  gtk_widget_add_css_class (self->scroller, "to-the-edge");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  madaf_tile_row_set_widths (self, TILE_WIDTH, TALL_TILE_WIDTH);
}

GtkWidget *
madaf_tile_row_new (void)
{
  return g_object_new (MADAF_TYPE_TILE_ROW, NULL);
}

void
madaf_tile_row_set_widths (MadafTileRow *self, int width, int tall)
{
  self->width = width;
  self->tall_width = tall;
  /* Else the room that it has beyond the margin would make it less than nothing. */
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (self->scroller), width);
}

void
madaf_tile_row_append (MadafTileRow *self, GtkWidget *tile)
{
  gtk_box_append (GTK_BOX (self->row), tile);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fit (self);
}

void
madaf_tile_row_clear (MadafTileRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->row)) != NULL)
    gtk_box_remove (GTK_BOX (self->row), child);
}
