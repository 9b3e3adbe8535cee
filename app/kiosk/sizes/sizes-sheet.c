/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sizes/sizes-sheet.h"

#include "kiosk/language.h"
#include "kiosk/sizes/sizes.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/sheet.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

/* The list inside the sheet; it lives as long as that does. */

#define MADAF_TYPE_SIZES_VIEW (madaf_sizes_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafSizesView, madaf_sizes_view, MADAF, SIZES_VIEW, GtkBox)

struct _MadafSizesView
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *list;
  GtkWidget *trouble;
  gboolean updating; /* chips are being set, not touched */
};

G_DEFINE_FINAL_TYPE (MadafSizesView, madaf_sizes_view, GTK_TYPE_BOX)

#define POSITION "madaf-position"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, "max-width-chars", 36, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* One of a row is always on. */
static void
on_chip_toggled (GtkToggleButton *chip, MadafSizesView *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), POSITION));
  GPtrArray *list = madaf_sizes_get (madaf_sizes_for (self->context));

  if (self->updating || list == NULL || i >= list->len || !gtk_toggle_button_get_active (chip))
    return;
  gtk_widget_set_visible (self->trouble, FALSE);
  madaf_sizes_say (madaf_sizes_for (self->context), g_ptr_array_index (list, i),
                   g_object_get_data (G_OBJECT (chip), "size"));
}

static GtkWidget *
make_chips (MadafSizesView *self, const MadafWornSize *worn, guint position)
{
  GtkWidget *row = madaf_wrap_box_new (8);
  GtkToggleButton *first = NULL;

  for (guint i = 0; worn->sizes[i] != NULL; i++)
    {
      GtkWidget *chip = madaf_chip_new (worn->sizes[i]);

      g_object_set_data (G_OBJECT (chip), POSITION, GUINT_TO_POINTER (position));
      g_object_set_data_full (G_OBJECT (chip), "size", g_strdup (worn->sizes[i]), g_free);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (chip);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), first);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), g_str_equal (worn->sizes[i], worn->size));
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
      madaf_wrap_box_append (MADAF_WRAP_BOX (row), chip);
    }
  return row;
}

static GtkWidget *
make_part (MadafSizesView *self, const MadafWornSize *worn, guint position)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  const char *category = madaf_text_pick (worn->category, madaf_language_current ());
  g_autofree char *brand = worn->brand != NULL ? madaf_texts_isolate (worn->brand) : NULL;
  g_autofree char *title = brand != NULL ? g_strdup_printf ("%s · %s", brand, category) : g_strdup (category);
  GtkWidget *chips = make_chips (self, worn, position);

  gtk_box_append (GTK_BOX (part), make_label (title, "line-title"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (part), chips);
  gtk_box_append (GTK_BOX (part), make_label (worn->said ? _ ("As you said") : _ ("From what you bought"), "quiet"));
  return part;
}

static void
update (MadafSizesView *self)
{
  GPtrArray *list = madaf_sizes_get (madaf_sizes_for (self->context));
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; list != NULL && i < list->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_part (self, g_ptr_array_index (list, i), i));
  if (list == NULL)
    gtk_box_append (GTK_BOX (self->list),
                    make_label (_ ("Your sizes are not known yet: the shop’s system has not answered."), "quiet"));
  else if (list->len == 0)
    gtk_box_append (GTK_BOX (self->list),
                    make_label (_ ("Nothing yet. What you buy and keep tells us your sizes."), "quiet"));
  self->updating = FALSE;
}

static void
on_failed (MadafSizesView *self)
{
  gtk_widget_set_visible (self->trouble, TRUE);
}

static void
madaf_sizes_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_SIZES_VIEW (object)->context);
  G_OBJECT_CLASS (madaf_sizes_view_parent_class)->dispose (object);
}

static void
madaf_sizes_view_class_init (MadafSizesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_sizes_view_dispose;
}

static void
madaf_sizes_view_init (MadafSizesView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->trouble = make_label (_ ("This could not be changed. Please try again in a moment."), "verdict");
  gtk_widget_add_css_class (self->trouble, "warning");
  gtk_widget_set_visible (self->trouble, FALSE);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 32);
  gtk_box_append (GTK_BOX (self), self->trouble);
  gtk_box_append (GTK_BOX (self), self->list);
}

void
madaf_sizes_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("My sizes"));
  MadafSizesView *self = g_object_new (MADAF_TYPE_SIZES_VIEW, NULL);
  MadafSizes *sizes = madaf_sizes_for (context);

  self->context = g_object_ref (context);
  g_signal_connect_object (sizes, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sizes, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  update (self);
  if (madaf_sizes_get (sizes) == NULL)
    madaf_sizes_load (sizes);
  madaf_sheet_set_child (sheet, GTK_WIDGET (self));
  madaf_sheet_present (sheet, near);
}
