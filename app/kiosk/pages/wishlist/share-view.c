/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/wishlist/share-view.h"

#include "client/central-client.h"
#include "kiosk/widgets/qr-view.h"
#include "kiosk/widgets/sheet.h"
#include "model/random.h"

#include <glib/gi18n.h>

#define QR_SIZE 320

/* What is in the sheet; it goes with it. */
#define MADAF_TYPE_SHARE_VIEW (madaf_share_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafShareView, madaf_share_view, MADAF, SHARE_VIEW, GtkBox)

struct _MadafShareView
{
  GtkBox parent_instance;

  MadafContext *context;     /* (owned) */
  char *list_id;             /* (owned) */
  char *key;                 /* (owned): of making the link, so that trying again makes no other */
  GCancellable *cancellable; /* (owned) */
  MadafSheet *sheet;         /* (unowned) (nullable): it holds this, until it is closed */
  GtkWidget *stack;
  GtkWidget *qr;
  GtkWidget *failure;
};

G_DEFINE_FINAL_TYPE (MadafShareView, madaf_share_view, GTK_TYPE_BOX)

static const char *
get_token (MadafShareView *self)
{
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));

  return pass != NULL ? madaf_member_pass_get_token (pass) : NULL;
}

static void
fail (MadafShareView *self, const GError *error)
{
  g_debug ("Sharing: %s", error->message);
  gtk_label_set_label (GTK_LABEL (self->failure),
                       g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_NOT_FOUND)
                           ? _ ("This list was deleted elsewhere.")
                           : _ ("The shop does not answer right now."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
}

static void
on_unshared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafShareView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = madaf_central_client_unshare_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }
  madaf_stage_toast (GTK_WIDGET (self), _ ("Nobody else sees this list any more"));
  madaf_sheet_close (self->sheet);
}

static void
on_stop_clicked (MadafShareView *self)
{
  if (get_token (self) != NULL)
    madaf_central_client_unshare_wishes_async (madaf_context_get_central (self->context), get_token (self),
                                               self->list_id, self->cancellable, on_unshared, g_object_ref (self));
}

static void
show_url (MadafShareView *self, const char *url)
{
  madaf_qr_view_set_text (MADAF_QR_VIEW (self->qr), url, _ ("Code of your list, for a phone’s camera"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "code");
}

static void
on_shared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafShareView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWishes) wishes
      = madaf_central_client_share_wishes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (wishes != NULL && madaf_wishes_get_share_url (wishes) == NULL)
    g_set_error_literal (&error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA, "No address that phones reach");
  if (error != NULL)
    fail (self, error);
  else
    show_url (self, madaf_wishes_get_share_url (wishes));
}

static void
ask (MadafShareView *self)
{
  if (get_token (self) == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "waiting");
  madaf_central_client_share_wishes_async (madaf_context_get_central (self->context), get_token (self), self->list_id,
                                           self->key, self->cancellable, on_shared, g_object_ref (self));
}

static void
on_closed (MadafShareView *self)
{
  self->sheet = NULL;
  g_cancellable_cancel (self->cancellable);
}

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 36,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_failed (MadafShareView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *again = gtk_button_new_with_label (_ ("Try again"));

  self->failure = make_text (NULL, "lead");
  gtk_box_append (GTK_BOX (box), self->failure);
  gtk_widget_set_halign (again, GTK_ALIGN_START);
  g_signal_connect_object (again, "clicked", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), again);
  return box;
}

static GtkWidget *
make_code (MadafShareView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *stop = gtk_button_new_with_label (_ ("Stop sharing"));

  gtk_box_append (GTK_BOX (box),
                  make_text (_ ("Point your phone’s camera here, and send the page to whoever you like."), "lead"));
  self->qr = madaf_qr_view_new ();
  madaf_qr_view_set_size (MADAF_QR_VIEW (self->qr), QR_SIZE);
  gtk_widget_set_halign (self->qr, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->qr);
  gtk_box_append (GTK_BOX (box), make_text (_ ("It shows what is on the list, not whose it is."), "quiet"));
  gtk_widget_set_halign (stop, GTK_ALIGN_START);
  g_signal_connect_object (stop, "clicked", G_CALLBACK (on_stop_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), stop);
  return box;
}

static void
madaf_share_view_dispose (GObject *object)
{
  MadafShareView *self = MADAF_SHARE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (madaf_share_view_parent_class)->dispose (object);
}

static void
madaf_share_view_finalize (GObject *object)
{
  MadafShareView *self = MADAF_SHARE_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_free (self->list_id);
  g_free (self->key);
  G_OBJECT_CLASS (madaf_share_view_parent_class)->finalize (object);
}

static void
madaf_share_view_class_init (MadafShareViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_share_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_share_view_finalize;
}

static void
madaf_share_view_init (MadafShareView *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_widget_add_css_class (spinner, "late");
  gtk_stack_add_named (GTK_STACK (self->stack), spinner, "waiting");
  gtk_stack_add_named (GTK_STACK (self->stack), make_code (self), "code");
  gtk_stack_add_named (GTK_STACK (self->stack), make_failed (self), "failed");
  gtk_box_append (GTK_BOX (self), self->stack);
  gtk_widget_set_hexpand (self->stack, TRUE);
}

void
madaf_share_view_present (MadafContext *context, const char *list_id, const char *url, GtkWidget *near)
{
  MadafShareView *self = g_object_new (MADAF_TYPE_SHARE_VIEW, NULL);
  g_autoptr (MadafRandom) random = madaf_random_new_system ();

  self->context = g_object_ref (context);
  self->list_id = g_strdup (list_id);
  self->key = madaf_random_token (random);
  self->sheet = madaf_sheet_new (_ ("Share this list"));
  g_signal_connect_object (self->sheet, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  madaf_sheet_set_child (self->sheet, GTK_WIDGET (self));
  madaf_sheet_present (self->sheet, near);
  if (url != NULL)
    show_url (self, url);
  else
    ask (self);
}
