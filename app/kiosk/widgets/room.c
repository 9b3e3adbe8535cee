/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/room.h"

/* One child, at the size there is. */

struct _MadafRoom
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MadafRoom, madaf_room, GTK_TYPE_WIDGET)

static void
madaf_room_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
madaf_room_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, -1, NULL);
}

static void
madaf_room_compute_expand (GtkWidget *widget, gboolean *horizontally, gboolean *vertically)
{
  *horizontally = *vertically = TRUE;
}

static void
madaf_room_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (madaf_room_parent_class)->dispose (object);
}

static void
madaf_room_class_init (MadafRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_room_dispose;
  widget_class->measure = madaf_room_measure;
  widget_class->size_allocate = madaf_room_size_allocate;
  widget_class->compute_expand = madaf_room_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "room");
}

static void
madaf_room_init (MadafRoom *self)
{
}

GtkWidget *
madaf_room_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (MADAF_TYPE_ROOM, NULL);

  gtk_widget_set_parent (child, self);
  return self;
}
