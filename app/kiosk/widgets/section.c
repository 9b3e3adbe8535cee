/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/section.h"

/* A part of a page with its heading. */

struct _MadafSection
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *more;
  GtkWidget *child;
};

static void madaf_section_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MadafSection,
                               madaf_section,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, madaf_section_buildable_init))

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

enum
{
  SIGNAL_MORE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_more_clicked (MadafSection *self)
{
  g_signal_emit (self, signals[SIGNAL_MORE], 0);
}

static void
madaf_section_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (GTK_LABEL (MADAF_SECTION (object)->title)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_section_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_TITLE)
    madaf_section_set_title (MADAF_SECTION (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_section_dispose (GObject *object)
{
  MadafSection *self = MADAF_SECTION (object);

  self->child = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_section_parent_class)->dispose (object);
}

static void
madaf_section_class_init (MadafSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_section_get_property;
  object_class->set_property = madaf_section_set_property;
  object_class->dispose = madaf_section_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_MORE]
      = g_signal_new ("more", MADAF_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "section");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
madaf_section_init (MadafSection *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap",
                              TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading-2");
  gtk_widget_set_valign (self->title, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (header), self->title);
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->note, "quiet");
  gtk_widget_set_valign (self->note, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (header), self->note);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "text-link");
  gtk_widget_set_hexpand (self->more, TRUE);
  gtk_widget_set_halign (self->more, GTK_ALIGN_END);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (header), self->more);
  gtk_box_append (GTK_BOX (self->box), header);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkBuildableIface *parent_buildable;

static void
madaf_section_buildable_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child) && type == NULL)
    madaf_section_set_child (MADAF_SECTION (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
madaf_section_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = madaf_section_buildable_add_child;
}

GtkWidget *
madaf_section_new (const char *title)
{
  return g_object_new (MADAF_TYPE_SECTION, "title", title, NULL);
}

void
madaf_section_set_title (MadafSection *self, const char *title)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->title)), title) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
madaf_section_set_note (MadafSection *self, const char *note)
{
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

void
madaf_section_set_more (MadafSection *self, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (self->more), label != NULL ? label : "");
  gtk_widget_set_visible (self->more, label != NULL);
}

void
madaf_section_set_child (MadafSection *self, GtkWidget *child)
{
  if (self->child != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->child);
  self->child = child;
  if (child != NULL)
    gtk_box_append (GTK_BOX (self->box), child);
}
