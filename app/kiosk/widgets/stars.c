/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/stars.h"

#include "kiosk/texts.h"

/* Five stars: drawn twice from one icon, empty below and filled above, the filled row cut at the rating. */

#define N_STARS 5

struct _MadafStars
{
  GtkWidget parent_instance;

  double rating;
  int size;
};

G_DEFINE_FINAL_TYPE (MadafStars, madaf_stars, GTK_TYPE_WIDGET)

enum
{
  PROP_RATING = 1,
  PROP_SIZE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* As large as the words beside it: GTK counts them in 1024ths of a dot per inch. */
static int
get_drawn_size (MadafStars *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 96 * 1024 ? (int)((gint64)self->size * dpi / (96 * 1024)) : self->size;
}

static void
madaf_stars_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  int size = get_drawn_size (MADAF_STARS (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? size * N_STARS : size;
}

static void
draw_row (GtkWidget *widget, GtkSnapshot *snapshot, double opacity)
{
  int size = get_drawn_size (MADAF_STARS (widget));
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon
      = gtk_icon_theme_lookup_icon (theme, "madaf-star-symbolic", NULL, size, gtk_widget_get_scale_factor (widget),
                                    GTK_TEXT_DIR_LTR, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA colours[4];

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colours[0]);
  colours[0].alpha *= (float)opacity;
  colours[1] = colours[2] = colours[3] = colours[0];
  for (int i = 0; i < N_STARS; i++)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(i * size + 1), 1));
      gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size - 2, size - 2, colours,
                                                G_N_ELEMENTS (colours));
      gtk_snapshot_restore (snapshot);
    }
}

static void
madaf_stars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MadafStars *self = MADAF_STARS (widget);
  float size = (float)get_drawn_size (self);
  float whole = size * N_STARS;
  float filled = (float)(self->rating / N_STARS) * whole;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  draw_row (widget, snapshot, 0.22);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (rtl ? whole - filled : 0, 0, filled, size));
  draw_row (widget, snapshot, 1.0);
  gtk_snapshot_pop (snapshot);
}

static void
madaf_stars_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MadafStars *self = MADAF_STARS (object);

  if (property_id == PROP_RATING)
    g_value_set_double (value, self->rating);
  else if (property_id == PROP_SIZE)
    g_value_set_int (value, self->size);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_stars_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_RATING)
    madaf_stars_set_rating (MADAF_STARS (object), g_value_get_double (value));
  else if (property_id == PROP_SIZE)
    madaf_stars_set_size (MADAF_STARS (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_stars_class_init (MadafStarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = madaf_stars_get_property;
  object_class->set_property = madaf_stars_set_property;
  widget_class->measure = madaf_stars_measure;
  widget_class->snapshot = madaf_stars_snapshot;
  properties[PROP_RATING] = g_param_spec_double ("rating", NULL, NULL, 0, N_STARS, 0, flags);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 8, 200, 20, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "stars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
update_label (MadafStars *self)
{
  g_autofree char *label = madaf_texts_stars (self->rating);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
madaf_stars_init (MadafStars *self)
{
  self->size = 20;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  update_label (self);
}

GtkWidget *
madaf_stars_new (void)
{
  return g_object_new (MADAF_TYPE_STARS, NULL);
}

void
madaf_stars_set_rating (MadafStars *self, double rating)
{
  rating = CLAMP (rating, 0.0, (double)N_STARS);
  if (self->rating == rating)
    return;
  self->rating = rating;
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATING]);
}

double
madaf_stars_get_rating (MadafStars *self)
{
  return self->rating;
}

void
madaf_stars_set_size (MadafStars *self, int size)
{
  if (self->size == size)
    return;
  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}
