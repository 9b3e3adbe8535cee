/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/search-field.h"

#include <glib/gi18n.h>

/* Where words are typed. The text takes its direction from what is in it, which GtkText does by itself. */

struct _MadafSearchField
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *entry;
  GtkWidget *clear;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (MadafSearchField, madaf_search_field, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

enum
{
  PROP_TYPING = 1,
  N_PROPS,
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

static void
on_changed (MadafSearchField *self)
{
  gtk_widget_set_visible (self->clear, *madaf_search_field_get_text (self) != '\0');
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_activate (MadafSearchField *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

/* Who empties it wants to type something else. */
static void
on_clear_clicked (MadafSearchField *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

static void
on_focus_changed (MadafSearchField *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPING]);
}

gboolean
madaf_search_field_is_typing (MadafSearchField *self)
{
  return (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

void
madaf_search_field_begin_typing (MadafSearchField *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

const char *
madaf_search_field_get_text (MadafSearchField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
madaf_search_field_set_text (MadafSearchField *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static void
madaf_search_field_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_TYPING)
    g_value_set_boolean (value, madaf_search_field_is_typing (MADAF_SEARCH_FIELD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_search_field_dispose (GObject *object)
{
  g_clear_pointer (&MADAF_SEARCH_FIELD (object)->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_search_field_parent_class)->dispose (object);
}

static void
madaf_search_field_class_init (MadafSearchFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = madaf_search_field_get_property;
  object_class->dispose = madaf_search_field_dispose;
  properties[PROP_TYPING]
      = g_param_spec_boolean ("typing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", MADAF_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE]
      = g_signal_new ("activate", MADAF_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "search-field");
}

static void
madaf_search_field_init (MadafSearchField *self)
{
  const char *hint = _ ("Search: a name, a colour, a number");

  self->overlay = gtk_overlay_new ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "madaf-search-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 80);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "state-flags-changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->entry);
  self->clear = gtk_button_new_from_icon_name ("madaf-close-symbolic");
  gtk_widget_add_css_class (self->clear, "round");
  gtk_widget_set_halign (self->clear, GTK_ALIGN_END);
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->clear, 4);
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Clear the search"),
                                  -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear_clicked), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->clear);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

GtkWidget *
madaf_search_field_new (void)
{
  return g_object_new (MADAF_TYPE_SEARCH_FIELD, NULL);
}
