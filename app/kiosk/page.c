/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/page.h"

#include "kiosk/scroll-place.h"
#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

/* The base of all pages: one stack of content and status view, and the services a page needs to fill itself. */

typedef struct
{
  MadafContext *context; /* (owned) */
  MadafRoute *route;     /* (owned) */
  GCancellable *cancellable;
  GtkWidget *stack;
  GtkWidget *status_view;
  GtkWidget *content;    /* (nullable), child of stack */
  GtkWidget *bottom_bar; /* (nullable): weak pointer, somewhere in the content */
  char *title;
  char *headlines[MADAF_PAGE_FAILED + 1]; /* (nullable) own words of the page */
  char *hints[MADAF_PAGE_FAILED + 1];
  MadafPageStatus status;
  MadafShape shape;
  gboolean chrome;
  gboolean has_shape;
} MadafPagePrivate;

static void madaf_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MadafPage,
                                  madaf_page,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (MadafPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, madaf_page_buildable_init))

enum
{
  PROP_CONTEXT = 1,
  PROP_ROUTE,
  PROP_TITLE,
  PROP_STATUS,
  PROP_SHAPE,
  PROP_CHROME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update_status_view (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  const MadafStatusWords *words;
  const char *headline;
  const char *hint;

  if (priv->status == MADAF_PAGE_READY || priv->status == MADAF_PAGE_LOADING)
    return;
  words = madaf_page_status_words (priv->status);
  headline = priv->headlines[priv->status] != NULL ? priv->headlines[priv->status] : _ (words->headline);
  hint = words->hint != NULL ? _ (words->hint) : NULL;
  if (priv->headlines[priv->status] != NULL)
    hint = priv->hints[priv->status];
  madaf_status_view_set (MADAF_STATUS_VIEW (priv->status_view), words->icon, headline, hint,
                         words->button != NULL ? _ (words->button) : NULL);
}

static void
on_status_activated (MadafPage *self)
{
  if (MADAF_PAGE_GET_CLASS (self)->retry != NULL)
    MADAF_PAGE_GET_CLASS (self)->retry (self);
}

static void
madaf_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (MADAF_PAGE (object));

  switch (property_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_ROUTE:
      g_value_set_object (value, priv->route);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_STATUS:
      g_value_set_int (value, (int)priv->status);
      break;
    case PROP_SHAPE:
      g_value_set_enum (value, (int)priv->shape);
      break;
    case PROP_CHROME:
      g_value_set_boolean (value, priv->chrome);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
madaf_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MadafPage *self = MADAF_PAGE (object);
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  switch (property_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_ROUTE:
      priv->route = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      madaf_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_STATUS:
      madaf_page_set_status (self, (MadafPageStatus)g_value_get_int (value));
      break;
    case PROP_CHROME:
      madaf_page_set_chrome (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
madaf_page_dispose (GObject *object)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (MADAF_PAGE (object));

  g_cancellable_cancel (priv->cancellable);
  priv->content = NULL;
  g_clear_weak_pointer (&priv->bottom_bar);
  g_clear_pointer (&priv->stack, gtk_widget_unparent);
  g_clear_object (&priv->route);
  g_clear_object (&priv->context);
  G_OBJECT_CLASS (madaf_page_parent_class)->dispose (object);
}

static void
madaf_page_finalize (GObject *object)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (MADAF_PAGE (object));

  for (guint i = 0; i < G_N_ELEMENTS (priv->headlines); i++)
    {
      g_free (priv->headlines[i]);
      g_free (priv->hints[i]);
    }
  g_free (priv->title);
  g_clear_object (&priv->cancellable);
  G_OBJECT_CLASS (madaf_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, MADAF_TYPE_CONTEXT, construct);
  properties[PROP_ROUTE] = g_param_spec_object ("route", NULL, NULL, MADAF_TYPE_ROUTE, construct);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_write);
  properties[PROP_STATUS] = g_param_spec_int ("status", NULL, NULL, 0, MADAF_PAGE_FAILED, MADAF_PAGE_READY, read_write);
  properties[PROP_SHAPE] = g_param_spec_enum ("shape", NULL, NULL, MADAF_TYPE_SHAPE, MADAF_SHAPE_LANDSCAPE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHROME] = g_param_spec_boolean ("chrome", NULL, NULL, TRUE, read_write);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
madaf_page_class_init (MadafPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_page_get_property;
  object_class->set_property = madaf_page_set_property;
  object_class->dispose = madaf_page_dispose;
  object_class->finalize = madaf_page_finalize;
  install_properties (object_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_loading (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (spinner, "late");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading"), -1);
  return spinner;
}

static void
madaf_page_init (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
  priv->status = MADAF_PAGE_READY;
  priv->chrome = TRUE;
  priv->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (priv->stack), make_loading (), "loading");
  priv->status_view = madaf_status_view_new ();
  gtk_stack_add_named (GTK_STACK (priv->stack), priv->status_view, "status");
  gtk_widget_set_parent (priv->stack, GTK_WIDGET (self));
  g_signal_connect_swapped (priv->status_view, "activated", G_CALLBACK (on_status_activated), self);
}

static GtkBuildableIface *parent_buildable;

static void
madaf_page_buildable_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child) && type == NULL)
    madaf_page_set_content (MADAF_PAGE (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
madaf_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = madaf_page_buildable_add_child;
}

MadafContext *
madaf_page_get_context (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->context;
}

MadafRoute *
madaf_page_get_route (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->route;
}

GCancellable *
madaf_page_get_cancellable (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->cancellable;
}

static void
show_status (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  if (priv->status == MADAF_PAGE_LOADING)
    gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), "loading");
  else if (priv->status != MADAF_PAGE_READY)
    gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), "status");
  else if (priv->content != NULL)
    gtk_stack_set_visible_child (GTK_STACK (priv->stack), priv->content);
  gtk_spinner_set_spinning (GTK_SPINNER (gtk_stack_get_child_by_name (GTK_STACK (priv->stack), "loading")),
                            priv->status == MADAF_PAGE_LOADING);
  update_status_view (self);
}

void
madaf_page_set_content (MadafPage *self, GtkWidget *content)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  if (priv->content == content)
    return;
  if (priv->content != NULL)
    gtk_stack_remove (GTK_STACK (priv->stack), priv->content);
  priv->content = content;
  if (content != NULL)
    gtk_stack_add_child (GTK_STACK (priv->stack), content);
  show_status (self);
}

GtkWidget *
madaf_page_get_content (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->content;
}

void
madaf_page_set_title (MadafPage *self, const char *title)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
madaf_page_get_title (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->title;
}

void
madaf_page_set_status (MadafPage *self, MadafPageStatus status)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  if (priv->status == status)
    return;
  priv->status = status;
  show_status (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

MadafPageStatus
madaf_page_get_status (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->status;
}

void
madaf_page_set_status_words (MadafPage *self, MadafPageStatus status, const char *headline, const char *hint)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  g_return_if_fail (status <= MADAF_PAGE_FAILED);
  g_free (priv->headlines[status]);
  g_free (priv->hints[status]);
  priv->headlines[status] = g_strdup (headline);
  priv->hints[status] = g_strdup (hint);
  update_status_view (self);
}

gboolean
madaf_page_fail (MadafPage *self, const GError *error)
{
  g_return_val_if_fail (error != NULL, TRUE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_message ("%s: %s", G_OBJECT_TYPE_NAME (self), error->message);
  madaf_page_set_status (self, madaf_page_status_for_error (error));
  return TRUE;
}

MadafShape
madaf_page_get_shape (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->shape;
}

void
madaf_page_set_shape (MadafPage *self, MadafShape shape)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  if (priv->has_shape && priv->shape == shape)
    return;
  priv->has_shape = TRUE;
  priv->shape = shape;
  if (MADAF_PAGE_GET_CLASS (self)->shape_changed != NULL)
    MADAF_PAGE_GET_CLASS (self)->shape_changed (self, shape);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHAPE]);
}

void
madaf_page_set_chrome (MadafPage *self, gboolean chrome)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  if (priv->chrome == chrome)
    return;
  priv->chrome = chrome;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHROME]);
}

gboolean
madaf_page_get_chrome (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->chrome;
}

void
madaf_page_set_bottom_bar (MadafPage *self, GtkWidget *bar)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  g_set_weak_pointer (&priv->bottom_bar, bar);
}

GtkWidget *
madaf_page_get_bottom_bar (MadafPage *self)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);
  return priv->bottom_bar;
}

void
madaf_page_track_scroll (MadafPage *self, GtkScrolledWindow *scroller)
{
  MadafPagePrivate *priv = madaf_page_get_instance_private (self);

  if (priv->route != NULL)
    madaf_scroll_place_follow (priv->route, scroller);
}

void
madaf_page_shown (MadafPage *self)
{
  if (MADAF_PAGE_GET_CLASS (self)->shown != NULL)
    MADAF_PAGE_GET_CLASS (self)->shown (self);
}

void
madaf_page_hidden (MadafPage *self)
{
  if (MADAF_PAGE_GET_CLASS (self)->hidden != NULL)
    MADAF_PAGE_GET_CLASS (self)->hidden (self);
}

gboolean
madaf_page_code_scanned (MadafPage *self, MadafScanned *scanned)
{
  MadafPageClass *klass = MADAF_PAGE_GET_CLASS (self);
  return klass->code_scanned != NULL && klass->code_scanned (self, scanned);
}
