/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/wrap-box.h"

/* Words of a paragraph, but widgets. */

#define DEFAULT_SPACING 8

struct _MadafWrapBox
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (MadafWrapBox, madaf_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_SPACING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
natural_size (GtkWidget *child, int *width, int *height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Goes through the lines; with allocate, puts the children there. Returns the height of all lines. */
static int
lay_out (MadafWrapBox *self, int available, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width;
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      natural_size (child, &width, &height);
      width = MIN (width, MAX (available, 0));
      if (x > 0 && x + width > available)
        {
          x = 0;
          y += line + self->spacing;
          line = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? available - x - width : x, y, width, height }, -1);
      x += width + self->spacing;
      line = MAX (line, height);
    }
  return y + line;
}

static GtkSizeRequestMode
madaf_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
madaf_wrap_box_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MadafWrapBox *self = MADAF_WRAP_BOX (widget);
  int widest = 0;
  int sum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, for_size >= 0 ? for_size : G_MAXINT, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int width;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &width, NULL, NULL);
      widest = MAX (widest, least);
      sum += width + (sum > 0 ? self->spacing : 0);
    }
  *minimum = widest;
  *natural = sum;
}

static void
madaf_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (MADAF_WRAP_BOX (widget), width, TRUE);
}

static void
madaf_wrap_box_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SPACING)
    g_value_set_int (value, MADAF_WRAP_BOX (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_wrap_box_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SPACING)
    {
      MADAF_WRAP_BOX (object)->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_wrap_box_dispose (GObject *object)
{
  madaf_wrap_box_clear (MADAF_WRAP_BOX (object));
  G_OBJECT_CLASS (madaf_wrap_box_parent_class)->dispose (object);
}

static void
madaf_wrap_box_class_init (MadafWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_wrap_box_get_property;
  object_class->set_property = madaf_wrap_box_set_property;
  object_class->dispose = madaf_wrap_box_dispose;
  widget_class->get_request_mode = madaf_wrap_box_get_request_mode;
  widget_class->measure = madaf_wrap_box_measure;
  widget_class->size_allocate = madaf_wrap_box_size_allocate;
  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, DEFAULT_SPACING, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "wrap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_wrap_box_init (MadafWrapBox *self)
{
  self->spacing = DEFAULT_SPACING;
}

GtkWidget *
madaf_wrap_box_new (int spacing)
{
  return g_object_new (MADAF_TYPE_WRAP_BOX, "spacing", spacing, NULL);
}

void
madaf_wrap_box_append (MadafWrapBox *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
madaf_wrap_box_clear (MadafWrapBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
