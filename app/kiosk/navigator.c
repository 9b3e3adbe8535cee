/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/navigator.h"

#include "kiosk/frame-queue.h"
#include "kiosk/motion.h"
#include "kiosk/page.h"

/*
 * Routes are kept, pages are not: only the page on the screen exists (and, while it slides away, the one before it).
 * That keeps memory flat over a day, and makes "back" and "another language" the same thing: build the page from its
 * route.
 */

/* Nobody walks back further; the oldest places above home are forgotten. */
#define MAX_DEPTH 32

struct _MadafNavigator
{
  GtkWidget parent_instance;

  MadafContext *context; /* (unowned): the context owns us */
  GPtrArray *routes;     /* (element-type MadafRoute), bottom is home */
  GtkWidget *stack;
  MadafPage *page;        /* (nullable), child of stack */
  MadafFrameQueue *later; /* (owned) */
  MadafShape shape;
};

G_DEFINE_FINAL_TYPE (MadafNavigator, madaf_navigator, GTK_TYPE_WIDGET)

enum
{
  PROP_CAN_GO_BACK = 1,
  PROP_PAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
remove_gone_pages (MadafNavigator *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->stack);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != GTK_WIDGET (self->page))
        gtk_stack_remove (GTK_STACK (self->stack), child);
      child = next;
    }
}

static void
remove_gone_unless_moving (MadafNavigator *self)
{
  if (!gtk_stack_get_transition_running (GTK_STACK (self->stack)))
    remove_gone_pages (self);
}

static void
remove_gone_soon (gpointer widget)
{
  remove_gone_unless_moving (widget);
}

/* GtkStack would give the focus to the first field of the next page, and the keyboard would come up unasked. */
static void
drop_focus (MadafNavigator *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

/*
 * While a page slides away it takes neither touches nor the focus. GTK 4.8 looks for a new focus when the old one goes,
 * finds it on the page that goes too, and when that is first hidden and then removed keeps a reference to it for ever.
 */
static void
leave_page (MadafNavigator *self)
{
  madaf_page_hidden (self->page);
  drop_focus (self);
  gtk_widget_set_can_focus (GTK_WIDGET (self->page), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->page), FALSE);
}

static void
show_top (MadafNavigator *self, GtkStackTransitionType transition)
{
  MadafRoute *top = madaf_navigator_get_route (self);
  MadafPage *page;

  if (self->page != NULL)
    leave_page (self);
  remove_gone_pages (self);
  page = madaf_route_create_page (top, self->context);
  g_return_if_fail (MADAF_IS_PAGE (page));
  self->page = page;
  madaf_page_set_shape (page, self->shape);
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (page));
  /* To blend two pages is to draw both in every frame. */
  gtk_stack_set_transition_type (
      GTK_STACK (self->stack), madaf_motion_is_dear (GTK_WIDGET (self)) ? GTK_STACK_TRANSITION_TYPE_NONE : transition);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), GTK_WIDGET (page));
  /* Taking many widgets apart takes long, too: first the new page. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    madaf_frame_queue_add (self->later, remove_gone_soon);
  else
    remove_gone_pages (self);
  madaf_page_shown (page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/* A page gets the room there is, whatever it would like: what lies deep in it is not laid out a second time to hear
 * that. */
static void
madaf_navigator_measure (GtkWidget *widget,
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
madaf_navigator_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (MADAF_NAVIGATOR (widget)->stack, width, height, -1, NULL);
}

static void
madaf_navigator_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MadafNavigator *self = MADAF_NAVIGATOR (object);

  switch (property_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, madaf_navigator_can_go_back (self));
      break;
    case PROP_PAGE:
      g_value_set_object (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
madaf_navigator_dispose (GObject *object)
{
  MadafNavigator *self = MADAF_NAVIGATOR (object);

  self->page = NULL;
  g_clear_pointer (&self->later, madaf_frame_queue_free);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  G_OBJECT_CLASS (madaf_navigator_parent_class)->dispose (object);
}

static void
madaf_navigator_class_init (MadafNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_navigator_get_property;
  object_class->dispose = madaf_navigator_dispose;
  properties[PROP_CAN_GO_BACK]
      = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE]
      = g_param_spec_object ("page", NULL, NULL, MADAF_TYPE_PAGE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->measure = madaf_navigator_measure;
  widget_class->size_allocate = madaf_navigator_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "navigator");
}

static void
madaf_navigator_init (MadafNavigator *self)
{
  self->routes = g_ptr_array_new_with_free_func (g_object_unref);
  self->later = madaf_frame_queue_new (GTK_WIDGET (self));
  self->stack = gtk_stack_new ();
  gtk_stack_set_transition_duration (GTK_STACK (self->stack), 220);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_swapped (self->stack, "notify::transition-running", G_CALLBACK (remove_gone_unless_moving), self);
}

MadafNavigator *
madaf_navigator_new (MadafContext *context)
{
  MadafNavigator *self = g_object_new (MADAF_TYPE_NAVIGATOR, NULL);

  self->context = context;
  return self;
}

void
madaf_navigator_push (MadafNavigator *self, MadafRoute *route)
{
  MadafRoute *top = madaf_navigator_get_route (self);

  g_return_if_fail (MADAF_IS_ROUTE (route));
  if (top != NULL && madaf_route_is_same (top, route))
    {
      g_object_unref (route);
      return;
    }
  if (self->routes->len >= MAX_DEPTH)
    g_ptr_array_remove_index (self->routes, 1);
  g_ptr_array_add (self->routes, route);
  show_top (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

void
madaf_navigator_replace (MadafNavigator *self, MadafRoute *route)
{
  g_return_if_fail (MADAF_IS_ROUTE (route));
  if (self->routes->len > 0)
    g_ptr_array_remove_index (self->routes, self->routes->len - 1);
  g_ptr_array_add (self->routes, route);
  show_top (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

void
madaf_navigator_reset (MadafNavigator *self, MadafRoute *home)
{
  g_return_if_fail (MADAF_IS_ROUTE (home));
  g_ptr_array_set_size (self->routes, 0);
  g_ptr_array_add (self->routes, home);
  show_top (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  /* What the last person looked at does not wait for a frame. */
  remove_gone_unless_moving (self);
}

void
madaf_navigator_back (MadafNavigator *self)
{
  if (!madaf_navigator_can_go_back (self))
    return;
  g_ptr_array_remove_index (self->routes, self->routes->len - 1);
  show_top (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

void
madaf_navigator_home (MadafNavigator *self)
{
  if (!madaf_navigator_can_go_back (self))
    return;
  g_ptr_array_set_size (self->routes, 1);
  show_top (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

gboolean
madaf_navigator_can_go_back (MadafNavigator *self)
{
  return self->routes != NULL && self->routes->len > 1;
}

guint
madaf_navigator_get_depth (MadafNavigator *self)
{
  return self->routes->len;
}

void
madaf_navigator_rebuild (MadafNavigator *self)
{
  if (self->routes->len > 0)
    show_top (self, GTK_STACK_TRANSITION_TYPE_NONE);
}

MadafPage *
madaf_navigator_get_page (MadafNavigator *self)
{
  return self->page;
}

MadafRoute *
madaf_navigator_get_route (MadafNavigator *self)
{
  return self->routes->len > 0 ? g_ptr_array_index (self->routes, self->routes->len - 1) : NULL;
}

void
madaf_navigator_set_shape (MadafNavigator *self, MadafShape shape)
{
  self->shape = shape;
  if (self->page != NULL)
    madaf_page_set_shape (self->page, shape);
}

MadafShape
madaf_navigator_get_shape (MadafNavigator *self)
{
  return self->shape;
}
