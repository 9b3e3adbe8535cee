/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/lists/name-sheet.h"

#include "client/central-client.h"
#include "kiosk/hearts.h"
#include "kiosk/lists/list-words.h"
#include "model/random.h"

#include <glib/gi18n.h>

typedef struct
{
  MadafContext *context;     /* (owned) */
  MadafHearts *hearts;       /* (owned) */
  char *list_id;             /* (owned) (nullable): the one that is renamed */
  char *key;                 /* (owned): of making it, so that trying again makes no second one */
  GCancellable *cancellable; /* (owned) */
  GtkWidget *entry;
  GtkWidget *verdict;
  GtkButton *save;
  MadafListNamed named;
  gpointer user_data;
  GDestroyNotify destroy;
} Naming;

static Naming *
get_naming (gpointer sheet)
{
  return g_object_get_data (sheet, "naming");
}

static void
naming_free (Naming *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_object_unref (self->hearts);
  g_object_unref (self->context);
  g_free (self->list_id);
  g_free (self->key);
  g_free (self);
}

static void
say (Naming *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->verdict), words);
}

static void
on_typed (GtkWidget *sheet)
{
  Naming *self = get_naming (sheet);
  const char *verdict
      = madaf_list_words_verdict (self->hearts, gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->list_id);

  say (self, verdict);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), *verdict == '\0');
}

static void
take_error (GtkWidget *sheet, const GError *error)
{
  Naming *self = get_naming (sheet);

  g_debug ("The name of a list: %s", error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND))
    say (self, _ ("This list was deleted elsewhere."));
  else if (madaf_client_error_is_passing (error))
    say (self, _ ("The shop does not answer right now."));
  else
    say (self, self->list_id != NULL ? _ ("This name cannot be used") : _ ("You have as many lists as there can be"));
}

static void
on_named (GtkWidget *sheet, MadafWishes *list, const GError *error)
{
  Naming *self = get_naming (sheet);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (list == NULL)
    {
      take_error (sheet, error);
      return;
    }
  madaf_hearts_reload (self->hearts);
  madaf_sheet_close (MADAF_SHEET (sheet));
  if (self->named != NULL)
    self->named (self->context, madaf_wishes_get_id (list), self->user_data);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) list
      = madaf_central_client_create_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  on_named (sheet, list, error);
}

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) list
      = madaf_central_client_rename_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  on_named (sheet, list, error);
}

static void
on_save (GtkWidget *sheet)
{
  Naming *self = get_naming (sheet);
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));
  MadafCentralClient *central = madaf_context_get_central (self->context);
  g_autofree char *name = madaf_list_words_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (pass == NULL || central == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->save)) || name == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  if (self->list_id != NULL)
    madaf_central_client_rename_wishes_async (central, madaf_member_pass_get_token (pass), self->list_id, name,
                                              self->cancellable, on_renamed, g_object_ref (sheet));
  else
    madaf_central_client_create_wishes_async (central, madaf_member_pass_get_token (pass), self->key, name,
                                              self->cancellable, on_created, g_object_ref (sheet));
}

static void
on_closed (GtkWidget *sheet)
{
  g_cancellable_cancel (get_naming (sheet)->cancellable);
}

static GtkWidget *
make_body (Naming *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  g_autoptr (MadafWishes) list = self->list_id != NULL ? madaf_hearts_find_list (self->hearts, self->list_id) : NULL;

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MADAF_LIST_NAME_LETTERS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the list"),
                                  -1);
  if (list != NULL && madaf_wishes_get_name (list) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), madaf_wishes_get_name (list));
  gtk_box_append (GTK_BOX (box), self->entry);
  self->verdict = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign",
                                0.0f, "yalign", 0.0f, "max-width-chars", 36, NULL);
  /* Room for two lines from the start: nothing moves while the words change. */
  gtk_widget_set_size_request (self->verdict, -1, 56);
  gtk_widget_add_css_class (self->verdict, "quiet");
  gtk_box_append (GTK_BOX (box), self->verdict);
  return box;
}

void
madaf_name_sheet_present (MadafContext *context,
                          const char *list_id,
                          MadafListNamed named,
                          gpointer user_data,
                          GDestroyNotify destroy,
                          GtkWidget *near)
{
  Naming *self = g_new0 (Naming, 1);
  MadafSheet *sheet = madaf_sheet_new (list_id != NULL ? _ ("Rename the list") : _ ("New list"));
  g_autoptr (MadafRandom) random = madaf_random_new_system ();

  self->context = g_object_ref (context);
  self->hearts = g_object_ref (madaf_hearts_for (context));
  self->list_id = g_strdup (list_id);
  self->key = madaf_random_token (random);
  self->cancellable = g_cancellable_new ();
  self->named = named;
  self->user_data = user_data;
  self->destroy = destroy;
  g_object_set_data_full (G_OBJECT (sheet), "naming", self, (GDestroyNotify)naming_free);
  madaf_sheet_set_child (sheet, make_body (self));
  self->save = madaf_sheet_add_action (sheet, list_id != NULL ? _ ("Save the name") : _ ("Make the list"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_save), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save), sheet, G_CONNECT_SWAPPED);
  g_signal_connect (sheet, "closed", G_CALLBACK (on_closed), NULL);
  on_typed (GTK_WIDGET (sheet));
  madaf_sheet_present (sheet, near);
  /* A letter typed into a name is added to it, and does not replace it. */
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
