/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/gallery.h"

#include "kiosk/widgets/picture-view.h"
#include "model/picture.h"

#include <glib/gi18n.h>

/* The pictures, one at a time. */

/* A product in ten colours has dozens of pictures; nobody swipes through more than these. */
#define MOST_PICTURES 10

struct _MadafGallery
{
  AdwBin parent_instance;

  GtkWidget *track; /* holds the carousel, see allocate_track () */
  AdwCarousel *carousel;
  GtkWidget *nothing;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *dots;
  MadafPictureLoader *loader; /* (owned) (nullable) */
  GPtrArray *ids;             /* (owned) of the pictures shown */
  guint position;
  int picture_width;
  int margin;
};

G_DEFINE_FINAL_TYPE (MadafGallery, madaf_gallery, ADW_TYPE_BIN)

enum
{
  PROP_POSITION = 1,
  N_PROPS,
};

enum
{
  SIGNAL_ENLARGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_turns (MadafGallery *self)
{
  gtk_widget_set_sensitive (self->previous, self->position > 0);
  gtk_widget_set_sensitive (self->next, self->position + 1 < self->ids->len);
}

static void
on_page_changed (MadafGallery *self, guint position)
{
  if (self->position == position)
    return;
  self->position = position;
  update_turns (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
turn (MadafGallery *self, int by)
{
  int to = (int)self->position + by;

  if (to < 0 || to >= (int)self->ids->len)
    return;
  adw_carousel_scroll_to (self->carousel, adw_carousel_get_nth_page (self->carousel, (guint)to), TRUE);
}

static void
on_previous_clicked (MadafGallery *self)
{
  turn (self, -1);
}

static void
on_next_clicked (MadafGallery *self)
{
  turn (self, 1);
}

static void
on_picture_clicked (MadafGallery *self)
{
  if (self->position < self->ids->len)
    g_signal_emit (self, signals[SIGNAL_ENLARGE], 0, g_ptr_array_index (self->ids, self->position));
}

static void
measure_track (GtkWidget *track,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural,
               int *minimum_baseline,
               int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (track), orientation, for_size, minimum, natural, NULL, NULL);
}

/*
 * A carousel shows its page in the middle. Where pages are narrower than the gallery the first is to stand at the
 * start, where the words below it do, and the last at the end, so that there never is a hole beside a picture: the
 * carousel is wider than what is seen of it, and shifted by how far through its pages it is.
 */
static void
allocate_track (GtkWidget *track, int width, int height, int baseline)
{
  MadafGallery *self = MADAF_GALLERY (gtk_widget_get_ancestor (track, MADAF_TYPE_GALLERY));
  int beyond = self->picture_width > 0 ? MAX (0, (width - self->picture_width) / 2 - self->margin) : 0;
  double through = self->ids->len > 1 ? adw_carousel_get_position (self->carousel) / (self->ids->len - 1) : 0;
  double shift = beyond * (1 - 2 * through);

  if (gtk_widget_get_direction (track) == GTK_TEXT_DIR_LTR)
    shift = -shift;
  gtk_widget_allocate (GTK_WIDGET (self->carousel), width + 2 * beyond, height, baseline,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)(shift - beyond), 0)));
}

static void
fit_page (MadafGallery *self, GtkWidget *page)
{
  gtk_widget_set_hexpand (page, self->picture_width < 0);
  gtk_widget_set_size_request (page, self->picture_width, -1);
}

static GtkWidget *
make_page (MadafGallery *self, const char *id, const char *alternative)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *view = madaf_picture_view_new (self->loader);

  madaf_picture_view_set_ratio (MADAF_PICTURE_VIEW (view), 0);
  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (view), id, alternative);
  gtk_button_set_child (GTK_BUTTON (button), view);
  fit_page (self, button);
  gtk_widget_set_vexpand (button, TRUE);
  gtk_widget_add_css_class (button, "picture");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, alternative, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_picture_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
clear_pages (MadafGallery *self)
{
  while (adw_carousel_get_n_pages (self->carousel) > 0)
    adw_carousel_remove (self->carousel, adw_carousel_get_nth_page (self->carousel, 0));
  g_ptr_array_set_size (self->ids, 0);
}

static void
add_pages (MadafGallery *self, GListModel *pictures, const char *name)
{
  guint n = MIN (g_list_model_get_n_items (pictures), MOST_PICTURES);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafPicture) picture = g_list_model_get_item (pictures, i);
      /* Translators: the name of a picture for screen readers: the product, which picture, of how many. */
      g_autofree char *alternative = g_strdup_printf (_ ("%s, picture %u of %u: enlarge"), name, i + 1, n);

      g_ptr_array_add (self->ids, g_strdup (madaf_picture_get_id (picture)));
      adw_carousel_append (self->carousel, make_page (self, madaf_picture_get_id (picture), alternative));
    }
}

static gboolean
is_shown (MadafGallery *self, GListModel *pictures)
{
  guint n = MIN (g_list_model_get_n_items (pictures), MOST_PICTURES);

  if (n == 0 || n != self->ids->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafPicture) picture = g_list_model_get_item (pictures, i);

      if (!g_str_equal (madaf_picture_get_id (picture), g_ptr_array_index (self->ids, i)))
        return FALSE;
    }
  return TRUE;
}

static void
madaf_gallery_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_POSITION)
    g_value_set_uint (value, MADAF_GALLERY (object)->position);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_gallery_finalize (GObject *object)
{
  MadafGallery *self = MADAF_GALLERY (object);

  g_clear_object (&self->loader);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (madaf_gallery_parent_class)->finalize (object);
}

static void
madaf_gallery_class_init (MadafGalleryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_gallery_get_property;
  object_class->finalize = madaf_gallery_finalize;
  properties[PROP_POSITION]
      = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_ENLARGE] = g_signal_new ("enlarge", MADAF_TYPE_GALLERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafGallery, track);
  gtk_widget_class_bind_template_child (widget_class, MadafGallery, carousel);
  gtk_widget_class_bind_template_child (widget_class, MadafGallery, nothing);
  gtk_widget_class_bind_template_child (widget_class, MadafGallery, previous);
  gtk_widget_class_bind_template_child (widget_class, MadafGallery, next);
  gtk_widget_class_bind_template_child (widget_class, MadafGallery, dots);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
}

static void
madaf_gallery_init (MadafGallery *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->picture_width = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->track, gtk_custom_layout_new (NULL, measure_track, allocate_track));
  g_signal_connect_object (self->carousel, "notify::position", G_CALLBACK (gtk_widget_queue_allocate), self->track,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->carousel, "page-changed", G_CALLBACK (on_page_changed), self, G_CONNECT_SWAPPED);
}

void
madaf_gallery_set_loader (MadafGallery *self, MadafPictureLoader *loader)
{
  g_set_object (&self->loader, loader);
}

void
madaf_gallery_set_pictures (MadafGallery *self, GListModel *pictures, const char *name, guint position)
{
  if (is_shown (self, pictures))
    return;
  clear_pages (self);
  add_pages (self, pictures, name);
  self->position = MIN (position, MAX (self->ids->len, 1) - 1);
  gtk_widget_set_visible (self->nothing, self->ids->len == 0);
  gtk_widget_set_visible (self->dots, self->ids->len > 1);
  gtk_widget_set_visible (self->previous, self->ids->len > 1);
  gtk_widget_set_visible (self->next, self->ids->len > 1);
  update_turns (self);
  if (self->position > 0)
    adw_carousel_scroll_to (self->carousel, adw_carousel_get_nth_page (self->carousel, self->position), FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

void
madaf_gallery_set_picture_width (MadafGallery *self, int width, int margin)
{
  if (self->picture_width == width && self->margin == margin)
    return;
  self->picture_width = width;
  self->margin = margin;
  for (guint i = 0; i < adw_carousel_get_n_pages (self->carousel); i++)
    fit_page (self, adw_carousel_get_nth_page (self->carousel, i));
  gtk_widget_queue_allocate (self->track);
}

guint
madaf_gallery_get_position (MadafGallery *self)
{
  return self->position;
}

gboolean
madaf_gallery_is_empty (MadafGallery *self)
{
  return gtk_widget_get_visible (self->nothing);
}
