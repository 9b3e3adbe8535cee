/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sizes/size-note.h"

#include "kiosk/sizes/sizes.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

struct _MadafSizeNote
{
  GtkBox parent_instance;

  GtkLabel *words;
  MadafContext *context; /* (owned) (nullable) until set */
  MadafChoice *choice;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafSizeNote, madaf_size_note, GTK_TYPE_BOX)

static gboolean
is_made (MadafChoice *choice, const char *size)
{
  const char *const *sizes = madaf_product_get_sizes (madaf_choice_get_product (choice));

  if (sizes == NULL || !g_strv_contains (sizes, size))
    return FALSE;
  return madaf_choice_get_want (choice) == MADAF_CHOICE_WANTS_COLOUR || madaf_choice_peek_size (choice, size) != NULL;
}

static char *
describe (const MadafWornSize *worn)
{
  g_autofree char *size = madaf_texts_isolate (worn->size);
  g_autofree char *brand = worn->brand != NULL ? madaf_texts_isolate (worn->brand) : NULL;

  if (brand == NULL)
    /* Translators: %s is a size, like M or 42. */
    return g_strdup_printf (_ ("Your size: %s"), size);
  /* Translators: the first is a brand, the second a size, like M or 42. */
  return g_strdup_printf (_ ("Your size in %s: %s"), brand, size);
}

static void
update (MadafSizeNote *self)
{
  MadafWornSize *worn = madaf_sizes_find (madaf_sizes_for (self->context), madaf_choice_get_product (self->choice));
  gboolean made = worn != NULL && is_made (self->choice, worn->size);
  g_autofree char *words = made ? describe (worn) : g_strdup ("");

  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self), made);
  if (made && madaf_choice_get_size (self->choice) == NULL)
    madaf_choice_set_size (self->choice, worn->size);
}

static void
madaf_size_note_dispose (GObject *object)
{
  MadafSizeNote *self = MADAF_SIZE_NOTE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->choice);
  G_OBJECT_CLASS (madaf_size_note_parent_class)->dispose (object);
}

static void
madaf_size_note_class_init (MadafSizeNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_size_note_dispose;
}

static void
madaf_size_note_init (MadafSizeNote *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("madaf-person-symbolic");

  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->words = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                                         "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (self), icon);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
madaf_size_note_set (MadafSizeNote *self, MadafContext *context, MadafChoice *choice)
{
  if (g_set_object (&self->context, context))
    g_signal_connect_object (madaf_sizes_for (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_set_object (&self->choice, choice);
  update (self);
}
