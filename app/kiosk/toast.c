/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/toast.h"

#include "kiosk/page.h"

/* A passing message: it comes up where it is in nobody's way, and goes by itself or with the page it is about. */

/* Words are read in that; a button takes a slow hand longer to reach. */
#define TOAST_SECONDS  4
#define BUTTON_SECONDS 12

struct _MadafToast
{
  AdwBin parent_instance;

  GtkWidget *revealer;
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *button;
  GtkWidget *page; /* weak pointer: what the message is about */
  guint timer;
  GCallback activate;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (MadafToast, madaf_toast, ADW_TYPE_BIN)

static gboolean
hide (gpointer user_data)
{
  MadafToast *self = user_data;

  self->timer = 0;
  self->activate = NULL;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  return G_SOURCE_REMOVE;
}

static void
hide_now (MadafToast *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  hide (self);
}

static void
on_clicked (MadafToast *self)
{
  GCallback activate = self->activate;
  gpointer data = self->data;

  hide_now (self);
  if (activate != NULL)
    ((void (*) (gpointer))activate) (data);
}

static void
write_words (MadafToast *self, const char *text, const char *button)
{
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_button_set_label (GTK_BUTTON (self->button), button != NULL ? button : "");
  gtk_widget_set_visible (self->button, button != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
follow_page (MadafToast *self, GtkWidget *page)
{
  if (self->page != NULL)
    g_signal_handlers_disconnect_by_func (self->page, hide_now, self);
  g_set_weak_pointer (&self->page, page);
  if (page != NULL)
    g_signal_connect_object (page, "unmap", G_CALLBACK (hide_now), self, G_CONNECT_SWAPPED);
}

/* It stands beside or above what is touched next, not on it. */
static void
place (MadafToast *self, GtkWidget *page)
{
  GtkWidget *bar = page != NULL ? madaf_page_get_bottom_bar (MADAF_PAGE (page)) : NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  gboolean seen = bar != NULL && gtk_widget_get_mapped (bar) && gtk_widget_compute_bounds (bar, page, &bounds);
  gboolean beside = seen && bounds.size.width < (float)gtk_widget_get_width (page) / 2;

  gtk_widget_set_margin_bottom (GTK_WIDGET (self), seen && !beside ? (int)bounds.size.height : 0);
  gtk_widget_set_margin_end (GTK_WIDGET (self), beside ? (int)bounds.size.width : 0);
}

static void
madaf_toast_dispose (GObject *object)
{
  MadafToast *self = MADAF_TOAST (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (madaf_toast_parent_class)->dispose (object);
}

static void
madaf_toast_class_init (MadafToastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_toast_dispose;
}

static void
make_box (MadafToast *self)
{
  self->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "spacing", 16, NULL);
  gtk_widget_add_css_class (self->box, "toast");
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->label);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "text-link");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->button);
}

static void
madaf_toast_init (MadafToast *self)
{
  make_box (self);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
}

GtkWidget *
madaf_toast_new (void)
{
  return g_object_new (MADAF_TYPE_TOAST, NULL);
}

void
madaf_toast_show (
    MadafToast *self, GtkWidget *near, const char *text, const char *button, GCallback activate, gpointer user_data)
{
  GtkWidget *page = gtk_widget_get_ancestor (near, MADAF_TYPE_PAGE);

  g_clear_handle_id (&self->timer, g_source_remove);
  write_words (self, text, button);
  follow_page (self, page);
  place (self, page);
  self->activate = activate;
  self->data = user_data;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  self->timer = g_timeout_add_seconds (button != NULL ? BUTTON_SECONDS : TOAST_SECONDS, hide, self);
}

gboolean
madaf_toast_is_shown (MadafToast *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

void
madaf_toast_clear (MadafToast *self)
{
  hide_now (self);
  write_words (self, "", NULL);
}
