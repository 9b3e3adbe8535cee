/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/attract/backdrop.h"

#include "kiosk/motion.h"
#include "kiosk/widgets/picture-view.h"

/*
 * Each column is a ring of tiles, one more than fit into the height: a tile that has drifted out on one side comes back
 * on the other with the next picture. It moves by whole pixels, so that pictures stay sharp and drawing stays cheap.
 */

#define STEP_MS          100
#define EXCHANGE_SECONDS 9
#define GAP              12
#define MAX_COLUMNS      4
#define MAX_TILES        6
/* Height of a tile by its width: pictures of goods are 4:5. */
#define TILE_RATIO 1.25

typedef struct
{
  GtkWidget *tiles[MAX_TILES];
  guint passed; /* tiles that have gone by so far */
  int drift;    /* pixels, less than a tile and its gap */
} Column;

struct _MadafBackdrop
{
  GtkWidget parent_instance;

  Column columns[MAX_COLUMNS];
  guint n_columns;
  GPtrArray *keys; /* of char * */
  guint next;      /* index in keys */
  guint exchanged; /* tiles that got another picture where nothing moves */
  guint timer;
};

G_DEFINE_FINAL_TYPE (MadafBackdrop, madaf_backdrop, GTK_TYPE_WIDGET)

static void
load_next (MadafBackdrop *self, GtkWidget *tile)
{
  if (self->keys->len > 0)
    madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (tile),
                                    g_ptr_array_index (self->keys, self->next++ % self->keys->len), NULL);
}

static int
get_tile_width (MadafBackdrop *self)
{
  return (gtk_widget_get_width (GTK_WIDGET (self)) - GAP * ((int)self->n_columns - 1)) / (int)self->n_columns;
}

static int
get_pitch (MadafBackdrop *self)
{
  return (int)(get_tile_width (self) * TILE_RATIO) + GAP;
}

/* Which tile of the ring stands at the end where tiles leave. */
static guint
leaving_tile (const Column *column)
{
  return column->passed % MAX_TILES;
}

static gboolean
on_drift (gpointer user_data)
{
  MadafBackdrop *self = user_data;
  int pitch = get_pitch (self);

  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];

      if (++column->drift < pitch)
        continue;
      column->drift = 0;
      load_next (self, column->tiles[leaving_tile (column)]);
      column->passed++;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_CONTINUE;
}

static gboolean
on_exchange (gpointer user_data)
{
  MadafBackdrop *self = user_data;
  guint turn = self->exchanged++;

  load_next (self, self->columns[turn % self->n_columns].tiles[turn / self->n_columns % 2]);
  return G_SOURCE_CONTINUE;
}

static void
allocate_column (MadafBackdrop *self, guint index, int height)
{
  const Column *column = &self->columns[index];
  int width = get_tile_width (self);
  int pitch = get_pitch (self);
  gboolean upwards = index % 2 == 0;
  /* Neighbours begin half a tile apart, so that their edges do not make one line across the screen. */
  int offset = column->drift + (upwards ? 0 : pitch / 2);

  for (guint i = 0; i < MAX_TILES; i++)
    {
      int place = (int)((i + MAX_TILES - leaving_tile (column)) % MAX_TILES) * pitch - offset;
      GtkAllocation area
          = { (int)index * (width + GAP), upwards ? place : height - place - pitch + GAP, width, pitch - GAP };

      gtk_widget_set_child_visible (column->tiles[i], area.y < height && area.y + area.height > 0);
      gtk_widget_size_allocate (column->tiles[i], &area, -1);
    }
}

static void
madaf_backdrop_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MadafBackdrop *self = MADAF_BACKDROP (widget);

  for (guint i = 0; i < self->n_columns; i++)
    allocate_column (self, i, height);
}

static void
madaf_backdrop_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MadafBackdrop *self = MADAF_BACKDROP (widget);
  int unused;

  *minimum = *natural = 0;
  /* GTK wants every child measured before it is placed. */
  for (guint i = 0; i < self->n_columns; i++)
    for (guint k = 0; k < MAX_TILES; k++)
      gtk_widget_measure (self->columns[i].tiles[k], orientation, -1, &unused, &unused, NULL, NULL);
}

static void
madaf_backdrop_map (GtkWidget *widget)
{
  MadafBackdrop *self = MADAF_BACKDROP (widget);

  GTK_WIDGET_CLASS (madaf_backdrop_parent_class)->map (widget);
  if (madaf_motion_allowed (widget))
    self->timer = g_timeout_add (STEP_MS, on_drift, self);
  else
    self->timer = g_timeout_add_seconds (EXCHANGE_SECONDS, on_exchange, self);
}

static void
madaf_backdrop_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MADAF_BACKDROP (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (madaf_backdrop_parent_class)->unmap (widget);
}

static void
madaf_backdrop_dispose (GObject *object)
{
  MadafBackdrop *self = MADAF_BACKDROP (object);

  for (guint i = 0; i < MAX_COLUMNS; i++)
    for (guint k = 0; k < MAX_TILES; k++)
      g_clear_pointer (&self->columns[i].tiles[k], gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_backdrop_parent_class)->dispose (object);
}

static void
madaf_backdrop_finalize (GObject *object)
{
  g_ptr_array_unref (MADAF_BACKDROP (object)->keys);
  G_OBJECT_CLASS (madaf_backdrop_parent_class)->finalize (object);
}

static void
madaf_backdrop_class_init (MadafBackdropClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_backdrop_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_backdrop_finalize;
  widget_class->map = madaf_backdrop_map;
  widget_class->unmap = madaf_backdrop_unmap;
  widget_class->measure = madaf_backdrop_measure;
  widget_class->size_allocate = madaf_backdrop_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "backdrop");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
madaf_backdrop_init (MadafBackdrop *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->n_columns = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
madaf_backdrop_new (MadafContext *context)
{
  MadafBackdrop *self = g_object_new (MADAF_TYPE_BACKDROP, NULL);

  for (guint i = 0; i < MAX_COLUMNS; i++)
    for (guint k = 0; k < MAX_TILES; k++)
      {
        self->columns[i].tiles[k] = madaf_picture_view_new (madaf_context_get_pictures (context));
        madaf_picture_view_set_ratio (MADAF_PICTURE_VIEW (self->columns[i].tiles[k]), 0);
        gtk_widget_set_child_visible (self->columns[i].tiles[k], FALSE);
        gtk_widget_set_parent (self->columns[i].tiles[k], GTK_WIDGET (self));
      }
  return GTK_WIDGET (self);
}

/* Row by row, so that what is seen first are different pictures. */
static void
load_all (MadafBackdrop *self)
{
  self->next = 0;
  for (guint k = 0; k < MAX_TILES; k++)
    for (guint i = 0; i < self->n_columns; i++)
      load_next (self, self->columns[i].tiles[k]);
}

void
madaf_backdrop_set_pictures (MadafBackdrop *self, GPtrArray *keys)
{
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (self->keys, g_strdup (g_ptr_array_index (keys, i)));
  load_all (self);
}

void
madaf_backdrop_set_columns (MadafBackdrop *self, guint columns)
{
  g_return_if_fail (columns > 0 && columns <= MAX_COLUMNS);
  if (self->n_columns == columns)
    return;
  for (guint i = columns; i < MAX_COLUMNS; i++)
    for (guint k = 0; k < MAX_TILES; k++)
      gtk_widget_set_child_visible (self->columns[i].tiles[k], FALSE);
  self->n_columns = columns;
  load_all (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
