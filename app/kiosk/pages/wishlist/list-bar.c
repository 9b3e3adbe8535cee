/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/wishlist/list-bar.h"

#include "client/central-client.h"
#include "kiosk/lists/list-words.h"
#include "kiosk/lists/name-sheet.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

#define LIST_ID "madaf-list-id"

struct _MadafListBar
{
  GtkBox parent_instance;

  MadafContext *context;     /* (owned) */
  MadafHearts *hearts;       /* (owned) */
  MadafShownList *shown;     /* (owned) */
  MadafWishLists *chips_of;  /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  char *deleted_id;          /* (owned) (nullable): what can be had back */
  GtkWidget *chips;          /* one for each list, and the way to another */
  GtkWidget *changes;        /* what can be done to the one that is shown */
  gboolean choosing;         /* chips are being made */
};

G_DEFINE_FINAL_TYPE (MadafListBar, madaf_list_bar, GTK_TYPE_BOX)

static const char *
get_token (MadafListBar *self)
{
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));

  return pass != NULL ? madaf_member_pass_get_token (pass) : NULL;
}

/* Deleting. */

static void
fail (MadafListBar *self, const GError *error)
{
  g_debug ("Deleting a list: %s", error->message);
  madaf_stage_toast (GTK_WIDGET (self), _ ("That could not be changed. This is how your list is now."));
  madaf_hearts_reload (self->hearts);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafListBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) list
      = madaf_central_client_restore_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (list == NULL)
    {
      fail (self, error);
      return;
    }
  madaf_shown_list_set_id (self->shown, madaf_wishes_get_id (list));
  madaf_hearts_reload (self->hearts);
}

/* The toast goes before this does. */
static void
on_undo (gpointer bar)
{
  MadafListBar *self = bar;

  if (get_token (self) != NULL && self->deleted_id != NULL)
    madaf_central_client_restore_wishes_async (madaf_context_get_central (self->context), get_token (self),
                                               self->deleted_id, self->cancellable, on_restored, g_object_ref (self));
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafListBar) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = madaf_central_client_delete_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  g_autofree char *name = madaf_list_words_name_of (self->hearts, self->deleted_id);
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }
  /* Translators: %s is the name of a list. */
  words = g_strdup_printf (_ ("%s is deleted"), name);
  madaf_stage_toast_with_action (GTK_WIDGET (self), words, C_ ("take back", "Undo"), G_CALLBACK (on_undo), self);
  madaf_hearts_reload (self->hearts);
}

static void
on_delete_clicked (MadafListBar *self)
{
  if (get_token (self) == NULL)
    return;
  g_free (self->deleted_id);
  self->deleted_id = g_strdup (madaf_shown_list_get_id (self->shown));
  /* Else it would be told as one that somebody else deleted. */
  madaf_shown_list_set_id (self->shown, MADAF_WISHES_HEARTS);
  madaf_central_client_delete_wishes_async (madaf_context_get_central (self->context), get_token (self),
                                            self->deleted_id, self->cancellable, on_deleted, g_object_ref (self));
}

/* Naming. */

static void
on_made (MadafContext *context, const char *list_id, gpointer shown)
{
  madaf_shown_list_set_id (shown, list_id);
}

static void
on_new_clicked (MadafListBar *self)
{
  madaf_name_sheet_present (self->context, NULL, on_made, g_object_ref (self->shown), g_object_unref,
                            GTK_WIDGET (self));
}

static void
on_rename_clicked (MadafListBar *self)
{
  madaf_name_sheet_present (self->context, madaf_shown_list_get_id (self->shown), NULL, NULL, NULL, GTK_WIDGET (self));
}

/* Choosing. */

static void
on_chip (GtkToggleButton *chip, MadafListBar *self)
{
  if (!self->choosing && gtk_toggle_button_get_active (chip))
    madaf_shown_list_set_id (self->shown, g_object_get_data (G_OBJECT (chip), LIST_ID));
}

static GtkWidget *
make_chip (MadafListBar *self, MadafWishes *list, GtkToggleButton *group)
{
  g_autofree char *name = madaf_list_words_name (list);
  GtkWidget *chip = madaf_chip_new (name);

  g_object_set_data_full (G_OBJECT (chip), LIST_ID, g_strdup (madaf_wishes_get_id (list)), g_free);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), group);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip), self, 0);
  return chip;
}

static GtkWidget *
make_new_button (MadafListBar *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-plus-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("New list")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New list"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_new_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
make_chips (MadafListBar *self, GListModel *lists)
{
  guint n = lists != NULL ? g_list_model_get_n_items (lists) : 0;
  GtkToggleButton *group = NULL;

  madaf_wrap_box_clear (MADAF_WRAP_BOX (self->chips));
  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autoptr (MadafWishes) list = g_list_model_get_item (lists, i);
      GtkWidget *chip = make_chip (self, list, group);

      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (chip);
      madaf_wrap_box_append (MADAF_WRAP_BOX (self->chips), chip);
    }
  madaf_wrap_box_append (MADAF_WRAP_BOX (self->chips), make_new_button (self));
}

/* Chips that are right already stay, and keep the focus. */
static void
update (MadafListBar *self)
{
  MadafWishLists *lists = madaf_hearts_get_lists (self->hearts);
  const char *id = madaf_shown_list_get_id (self->shown);

  self->choosing = TRUE;
  if (self->chips_of != lists)
    make_chips (self, lists != NULL ? madaf_wish_lists_get_lists (lists) : NULL);
  g_set_object (&self->chips_of, lists);
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (chip), LIST_ID), id) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  self->choosing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), lists != NULL);
  gtk_widget_set_visible (self->changes, lists != NULL && !g_str_equal (id, MADAF_WISHES_HEARTS));
}

static void
madaf_list_bar_dispose (GObject *object)
{
  MadafListBar *self = MADAF_LIST_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chips_of);
  g_clear_object (&self->shown);
  g_clear_object (&self->hearts);
  g_clear_object (&self->context);
  g_clear_pointer (&self->deleted_id, g_free);
  G_OBJECT_CLASS (madaf_list_bar_parent_class)->dispose (object);
}

static void
madaf_list_bar_class_init (MadafListBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_list_bar_dispose;
}

static void
add_change (MadafListBar *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "text-link");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  madaf_wrap_box_append (MADAF_WRAP_BOX (self->changes), button);
}

static void
madaf_list_bar_init (MadafListBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->cancellable = g_cancellable_new ();
  self->chips = madaf_wrap_box_new (12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your lists"), -1);
  gtk_box_append (GTK_BOX (self), self->chips);
  self->changes = madaf_wrap_box_new (12);
  add_change (self, _ ("Rename the list"), G_CALLBACK (on_rename_clicked));
  add_change (self, _ ("Delete the list"), G_CALLBACK (on_delete_clicked));
  gtk_box_append (GTK_BOX (self), self->changes);
}

GtkWidget *
madaf_list_bar_new (MadafContext *context, MadafShownList *shown)
{
  MadafListBar *self = g_object_new (MADAF_TYPE_LIST_BAR, NULL);

  self->context = g_object_ref (context);
  self->hearts = g_object_ref (madaf_hearts_for (context));
  self->shown = g_object_ref (shown);
  g_signal_connect_object (self->hearts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shown, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  make_chips (self, NULL);
  update (self);
  return GTK_WIDGET (self);
}
