/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/attract/backdrop.h"

#include "kiosk/motion.h"
#include "kiosk/widgets/picture-view.h"

/* Two picture views in a stack, used in turn: one is shown while the other already loads the next picture. */

#define PICTURE_SECONDS 9
#define STEP_MS         50
#define ZOOM_PER_STEP   0.0006

struct _MadafBackdrop
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *views[2];
  GPtrArray *keys; /* of char * */
  guint shown;     /* index in keys */
  guint front;     /* index in views */
  double zoom;
  guint step;
  guint turn;
};

G_DEFINE_FINAL_TYPE (MadafBackdrop, madaf_backdrop, GTK_TYPE_WIDGET)

static void
load (MadafBackdrop *self, guint view, guint index)
{
  if (self->keys->len > 0)
    madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (self->views[view]),
                                    g_ptr_array_index (self->keys, index % self->keys->len), NULL);
}

static gboolean
on_step (gpointer user_data)
{
  MadafBackdrop *self = user_data;

  self->zoom += ZOOM_PER_STEP;
  madaf_picture_view_set_zoom (MADAF_PICTURE_VIEW (self->views[self->front]), self->zoom);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_turn (gpointer user_data)
{
  MadafBackdrop *self = user_data;

  if (self->keys->len < 2)
    return G_SOURCE_CONTINUE;
  self->shown++;
  self->front = 1 - self->front;
  self->zoom = 1.0;
  madaf_picture_view_set_zoom (MADAF_PICTURE_VIEW (self->views[self->front]), self->zoom);
  load (self, self->front, self->shown);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->views[self->front]);
  return G_SOURCE_CONTINUE;
}

static void
madaf_backdrop_map (GtkWidget *widget)
{
  MadafBackdrop *self = MADAF_BACKDROP (widget);

  GTK_WIDGET_CLASS (madaf_backdrop_parent_class)->map (widget);
  self->turn = g_timeout_add_seconds (PICTURE_SECONDS, on_turn, self);
  if (madaf_motion_allowed (widget))
    self->step = g_timeout_add (STEP_MS, on_step, self);
}

static void
madaf_backdrop_unmap (GtkWidget *widget)
{
  MadafBackdrop *self = MADAF_BACKDROP (widget);

  g_clear_handle_id (&self->turn, g_source_remove);
  g_clear_handle_id (&self->step, g_source_remove);
  GTK_WIDGET_CLASS (madaf_backdrop_parent_class)->unmap (widget);
}

static void
madaf_backdrop_dispose (GObject *object)
{
  g_clear_pointer (&MADAF_BACKDROP (object)->stack, gtk_widget_unparent);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "backdrop");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
madaf_backdrop_init (MadafBackdrop *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->zoom = 1.0;
  self->stack = gtk_stack_new ();
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (GTK_STACK (self->stack), 1200);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

GtkWidget *
madaf_backdrop_new (MadafContext *context)
{
  MadafBackdrop *self = g_object_new (MADAF_TYPE_BACKDROP, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    {
      self->views[i] = madaf_picture_view_new (madaf_context_get_pictures (context));
      madaf_picture_view_set_ratio (MADAF_PICTURE_VIEW (self->views[i]), 0);
      gtk_stack_add_child (GTK_STACK (self->stack), self->views[i]);
    }
  return GTK_WIDGET (self);
}

void
madaf_backdrop_set_pictures (MadafBackdrop *self, GPtrArray *keys)
{
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (self->keys, g_strdup (g_ptr_array_index (keys, i)));
  load (self, self->front, self->shown);
}
