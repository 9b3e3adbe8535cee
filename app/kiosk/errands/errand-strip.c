/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/errands/errand-strip.h"

#include "kiosk/errands/errand-sheet.h"
#include "kiosk/errands/errand-words.h"
#include "kiosk/errands/errands.h"
#include "kiosk/page.h"

#include <glib/gi18n.h>

struct _MadafErrandStrip
{
  GtkWidget parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *button;
  GtkWidget *icon;
  GtkWidget *what;
  GtkWidget *state;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (MadafErrandStrip, madaf_errand_strip, GTK_TYPE_WIDGET)

/* The one to tell of: what came to an end since is news, else what comes first. */
static guint
pick (MadafErrands *errands)
{
  for (guint i = 0; i < madaf_errands_get_n (errands); i++)
    if (!madaf_errand_is_open (madaf_errands_get (errands, i)))
      return i;
  return 0;
}

static void
update_words (MadafErrandStrip *self, MadafErrands *errands)
{
  guint n = madaf_errands_get_n (errands);
  guint i = pick (errands);
  MadafErrand *errand = madaf_errands_get (errands, i);
  g_autofree char *what = madaf_errand_words_what (errand);
  g_autofree char *state = madaf_errand_words_state (errand, madaf_errands_is_stale (errands, i));
  /* Translators: so many things besides the one that is named are on their way to a shopper. */
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - 1), n - 1);
  g_autofree char *name = g_strdup_printf ("%s. %s", what, state);

  gtk_label_set_label (GTK_LABEL (self->what), what);
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_label_set_label (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, n > 1);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), madaf_errand_words_icon (errand));
  (madaf_errand_get (errand)->state == MADAF_ERRAND_BROUGHT ? gtk_widget_add_css_class
                                                            : gtk_widget_remove_css_class) (self->button, "brought");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (MadafErrandStrip *self)
{
  MadafErrands *errands = madaf_errands_for (self->context);
  MadafNavigator *navigator = madaf_context_get_navigator (self->context);
  MadafPage *page = navigator != NULL ? madaf_navigator_get_page (navigator) : NULL;
  gboolean any = madaf_errands_get_n (errands) > 0;

  if (any)
    update_words (self, errands);
  gtk_widget_set_visible (GTK_WIDGET (self), any && (page == NULL || madaf_page_get_chrome (page)));
}

static void
on_clicked (MadafErrandStrip *self)
{
  madaf_errand_sheet_present (self->context, GTK_WIDGET (self));
}

static void
on_page_changed (MadafErrandStrip *self)
{
  MadafPage *page = madaf_navigator_get_page (madaf_context_get_navigator (self->context));

  if (page != NULL)
    g_signal_connect_object (page, "notify::chrome", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static GtkWidget *
make_label (const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
build (MadafErrandStrip *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->icon = gtk_image_new ();
  self->what = make_label ("what", GTK_ACCESSIBLE_ROLE_LABEL);
  self->state = make_label ("state", GTK_ACCESSIBLE_ROLE_STATUS);
  self->more = make_label ("small", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_box_append (GTK_BOX (words), self->what);
  gtk_box_append (GTK_BOX (words), self->state);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), self->icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), self->more);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("madaf-forward-symbolic"));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), row);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
madaf_errand_strip_dispose (GObject *object)
{
  MadafErrandStrip *self = MADAF_ERRAND_STRIP (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_errand_strip_parent_class)->dispose (object);
}

static void
madaf_errand_strip_class_init (MadafErrandStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_errand_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "errand-strip");
}

static void
madaf_errand_strip_init (MadafErrandStrip *self)
{
  build (self);
}

GtkWidget *
madaf_errand_strip_new (MadafContext *context)
{
  MadafErrandStrip *self = g_object_new (MADAF_TYPE_ERRAND_STRIP, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (madaf_errands_for (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_context_get_navigator (context), "notify::page", G_CALLBACK (on_page_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
madaf_errand_strip_rebuild (MadafErrandStrip *self)
{
  update (self);
}
