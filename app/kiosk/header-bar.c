/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/header-bar.h"

#include "kiosk/language-sheet.h"
#include "kiosk/language.h"
#include "kiosk/page.h"
#include "kiosk/sign-in/member-sheet.h"
#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/sign-in/sign-in-words.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

/* The bar at the top of every page but the attract page. */

struct _MadafHeaderBar
{
  GtkWidget parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *box;
  GtkWidget *back;
  GtkWidget *home;
  GtkWidget *basket;
  GtkWidget *basket_count;
  GtkWidget *done;
  GtkWidget *brand;
  GtkWidget *tongue;      /* the name of the language */
  GtkWidget *member;      /* signing in, or who is signed in */
  GtkWidget *member_name; /* label in it */
  MadafShape shape;
};

G_DEFINE_FINAL_TYPE (MadafHeaderBar, madaf_header_bar, GTK_TYPE_WIDGET)

static void
on_back_clicked (MadafHeaderBar *self)
{
  madaf_navigator_back (madaf_context_get_navigator (self->context));
}

static void
on_home_clicked (MadafHeaderBar *self)
{
  madaf_navigator_home (madaf_context_get_navigator (self->context));
}

static void
on_basket_clicked (MadafHeaderBar *self)
{
  madaf_context_open (self->context, "basket", NULL);
}

static void
on_wishlist_clicked (MadafHeaderBar *self)
{
  madaf_context_open (self->context, "wishlist", NULL);
}

static void
on_done_clicked (MadafHeaderBar *self)
{
  madaf_session_end (madaf_context_get_session (self->context));
}

static void
on_member_clicked (MadafHeaderBar *self)
{
  if (madaf_session_get_member (madaf_context_get_session (self->context)) != NULL)
    madaf_member_sheet_present (self->context, GTK_WIDGET (self));
  else
    madaf_sign_in_sheet_present (self->context, NULL, GTK_WIDGET (self));
}

/* Of somebody there is the first name only, and where words take much room not even that. */
static void
update_member (MadafHeaderBar *self)
{
  MadafSession *session = madaf_context_get_session (self->context);
  MadafMemberPass *pass = madaf_session_get_member (session);
  gboolean roomy = self->shape != MADAF_SHAPE_PORTRAIT_NARROW && !madaf_session_wants_large_text (session);
  g_autofree char *words = madaf_sign_in_words_entry (pass != NULL ? madaf_member_pass_get_profile (pass) : NULL);
  g_autofree char *name = madaf_sign_in_words_entry_name (pass != NULL ? madaf_member_pass_get_profile (pass) : NULL);

  gtk_widget_set_visible (self->member, pass != NULL || madaf_context_get_ways (self->context) != 0);
  gtk_label_set_label (GTK_LABEL (self->member_name), words);
  gtk_widget_set_visible (self->member_name, roomy);
  (pass != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->member, "signed-in");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->member), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Large words on a narrow screen leave room for what is touched only. */
static void
update_room (MadafHeaderBar *self)
{
  gboolean tight = self->shape == MADAF_SHAPE_PORTRAIT_NARROW
                   && madaf_session_wants_large_text (madaf_context_get_session (self->context));

  gtk_widget_set_visible (self->brand, !tight);
  gtk_widget_set_visible (self->tongue, !tight);
  update_member (self);
}

static void
on_language_clicked (MadafHeaderBar *self)
{
  madaf_sheet_present (madaf_language_sheet_new (madaf_context_get_session (self->context)), GTK_WIDGET (self));
}

static void
update_navigation (MadafHeaderBar *self)
{
  MadafNavigator *navigator = madaf_context_get_navigator (self->context);
  gboolean deep = navigator != NULL && madaf_navigator_can_go_back (navigator);
  MadafPage *page = navigator != NULL ? madaf_navigator_get_page (navigator) : NULL;

  gtk_widget_set_visible (self->back, deep);
  gtk_widget_set_visible (self->home, deep);
  gtk_widget_set_visible (GTK_WIDGET (self), page == NULL || madaf_page_get_chrome (page));
}

static void
update_basket (MadafHeaderBar *self)
{
  int count = madaf_basket_get_n_pieces (madaf_session_get_basket (madaf_context_get_session (self->context)));
  g_autofree char *number = g_strdup_printf ("%d", count);
  g_autofree char *items = madaf_texts_items (count);
  g_autofree char *name = g_strdup_printf ("%s, %s", _ ("Basket"), items);

  gtk_label_set_label (GTK_LABEL (self->basket_count), number);
  gtk_widget_set_visible (self->basket_count, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->basket), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_icon_button (MadafHeaderBar *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "round");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_brand (MadafHeaderBar *self)
{
  MadafBrand *brand = madaf_context_get_brand (self->context);
  const char *logo = brand != NULL ? madaf_brand_get_logo (brand) : NULL;
  const char *name = brand != NULL ? madaf_brand_get_name (brand, madaf_language_current ()) : "Madaf";
  GtkWidget *widget;

  if (logo != NULL)
    {
      widget = gtk_picture_new_for_filename (logo);
      gtk_picture_set_can_shrink (GTK_PICTURE (widget), TRUE);
      gtk_picture_set_alternative_text (GTK_PICTURE (widget), name);
      gtk_widget_set_size_request (widget, -1, 32);
    }
  else
    widget = gtk_label_new (name);
  gtk_widget_add_css_class (widget, "wordmark");
  return widget;
}

static GtkWidget *
make_basket (MadafHeaderBar *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->basket = make_icon_button (self, "madaf-bag-symbolic", _ ("Basket"), G_CALLBACK (on_basket_clicked));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->basket);
  self->basket_count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->basket_count, "count");
  gtk_widget_set_halign (self->basket_count, GTK_ALIGN_END);
  gtk_widget_set_valign (self->basket_count, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->basket_count, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->basket_count);
  return overlay;
}

static GtkWidget *
make_language (MadafHeaderBar *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-globe-symbolic"));
  self->tongue = gtk_label_new (madaf_language_find (madaf_language_current ())->native_name);
  gtk_box_append (GTK_BOX (box), self->tongue);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_language_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_member (MadafHeaderBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->member = gtk_button_new ();
  self->member_name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->member_name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->member_name), 14);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-person-symbolic"));
  gtk_box_append (GTK_BOX (box), self->member_name);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self->member), box);
  gtk_widget_add_css_class (self->member, "plain");
  gtk_widget_add_css_class (self->member, "member");
  g_signal_connect_object (self->member, "clicked", G_CALLBACK (on_member_clicked), self, G_CONNECT_SWAPPED);
  return self->member;
}

static GtkWidget *
make_end (MadafHeaderBar *self)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (end), make_member (self));
  gtk_box_append (GTK_BOX (end), make_language (self));
  gtk_box_append (GTK_BOX (end),
                  make_icon_button (self, "madaf-heart-symbolic", _ ("Wishlist"), G_CALLBACK (on_wishlist_clicked)));
  gtk_box_append (GTK_BOX (end), make_basket (self));
  /* Translators: the button with which a shopper leaves: it clears the screen for the next one. */
  self->done = gtk_button_new_with_label (C_ ("leave", "Done"));
  gtk_widget_add_css_class (self->done, "plain");
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (on_done_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (end), self->done);
  return end;
}

void
madaf_header_bar_rebuild (MadafHeaderBar *self)
{
  GtkWidget *start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->box = gtk_center_box_new ();
  self->back = make_icon_button (self, "madaf-back-symbolic", _ ("Back"), G_CALLBACK (on_back_clicked));
  gtk_box_append (GTK_BOX (start), self->back);
  self->home = make_icon_button (self, "madaf-home-symbolic", _ ("Start page"), G_CALLBACK (on_home_clicked));
  gtk_box_append (GTK_BOX (start), self->home);
  self->brand = make_brand (self);
  gtk_box_append (GTK_BOX (start), self->brand);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (self->box), start);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (self->box), make_end (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  update_navigation (self);
  update_basket (self);
  update_room (self);
}

void
madaf_header_bar_set_shape (MadafHeaderBar *self, MadafShape shape)
{
  self->shape = shape;
  update_room (self);
}

static void
on_page_changed (MadafHeaderBar *self)
{
  MadafPage *page = madaf_navigator_get_page (madaf_context_get_navigator (self->context));

  if (page != NULL)
    g_signal_connect_object (page, "notify::chrome", G_CALLBACK (update_navigation), self, G_CONNECT_SWAPPED);
  update_navigation (self);
}

static void
madaf_header_bar_dispose (GObject *object)
{
  MadafHeaderBar *self = MADAF_HEADER_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_header_bar_parent_class)->dispose (object);
}

static void
madaf_header_bar_class_init (MadafHeaderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_header_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "topbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
madaf_header_bar_init (MadafHeaderBar *self)
{
}

GtkWidget *
madaf_header_bar_new (MadafContext *context)
{
  MadafHeaderBar *self = g_object_new (MADAF_TYPE_HEADER_BAR, NULL);

  self->context = g_object_ref (context);
  madaf_header_bar_rebuild (self);
  g_signal_connect_object (madaf_context_get_navigator (context), "notify::page", G_CALLBACK (on_page_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::ways", G_CALLBACK (update_member), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (update_member), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_context_get_session (context), "notify::text-scale", G_CALLBACK (update_room), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_session_get_basket (madaf_context_get_session (context)), "notify::n-pieces",
                           G_CALLBACK (update_basket), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
