/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/review-sheet.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/product/review-form.h"
#include "kiosk/sizes/sizes.h"
#include "kiosk/widgets/sheet.h"
#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

#define KEY_WRITING "madaf-writing"

/* Kept with the sheet. */
typedef struct
{
  MadafContext *context;   /* (owned) */
  MadafProduct *product;   /* (owned) */
  char *kept_as;           /* (owned) */
  MadafReviewDraft *draft; /* (owned) */
  GCancellable *reading;   /* (owned) (nullable): what they wrote before */
  GCancellable *sending;   /* (owned) (nullable) */
  GtkWidget *message;      /* (unowned) (nullable): inside the sheet like the next; with the form */
  GtkButton *send;
  gboolean sent;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_clear_object (&self->context);
  g_clear_object (&self->product);
  g_clear_object (&self->draft);
  g_clear_object (&self->reading);
  g_clear_object (&self->sending);
  g_free (self->kept_as);
  g_free (self);
}

static Writing *
get_writing (MadafSheet *sheet)
{
  return g_object_get_data (G_OBJECT (sheet), KEY_WRITING);
}

static void
update_send (Writing *self)
{
  gtk_button_set_label (self->send, self->sending != NULL ? _ ("Sending…") : _ ("Send the review"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->send), self->sending == NULL && self->message != NULL
                                                         && madaf_review_draft_get_stars (self->draft) > 0);
}

static void
say (Writing *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->message), words);
}

/* Of the product, there is this to be said against it. */
static gboolean
refused_for (const GError *error, const char *reason)
{
  MadafProblem *problem = madaf_client_error_get_problem (error);

  return problem != NULL && g_strcmp0 (madaf_problem_get_reason (problem, "/product_id"), reason) == 0;
}

static const char *
explain (const GError *error)
{
  if (refused_for (error, "too_many"))
    return _ ("Too many of your reviews are still waiting to be read. Try again on another day.");
  if (refused_for (error, "unknown_id"))
    return _ ("The shop does not sell this any more, so nobody would read about it.");
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_INVALID_FIELD))
    return _ ("This cannot be taken as it is. Say it in other words.");
  return _ ("The shop does not answer right now. What you wrote stays here until you leave.");
}

/* Only this is on the sheet now. */
static void
show_thanks (MadafSheet *sheet, Writing *self)
{
  GtkWidget *thanks = madaf_status_view_new ();

  madaf_session_keep (madaf_context_get_session (self->context), self->kept_as, NULL);
  madaf_status_view_set (MADAF_STATUS_VIEW (thanks), "madaf-check-symbolic", _ ("Thank you"),
                         _ ("Your review is held until somebody of the shop has read it. Then everybody can see it."),
                         NULL);
  madaf_sheet_set_child (sheet, thanks);
  self->sent = TRUE;
  gtk_button_set_label (self->send, _ ("Close"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->send), TRUE);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafSheet) sheet = user_data;
  g_autoptr (GError) error = NULL;
  gboolean sent = madaf_central_client_send_review_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  Writing *self = get_writing (sheet);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->sending);
  if (sent)
    {
      show_thanks (sheet, self);
      return;
    }
  g_message ("A review was not sent: %s", error->message);
  say (self, explain (error));
  update_send (self);
}

static void
on_send_clicked (GtkButton *button, MadafSheet *sheet)
{
  Writing *self = get_writing (sheet);
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));
  const char *language = madaf_language_current ();
  g_autoptr (GBytes) review = NULL;

  if (self->sent || pass == NULL)
    {
      madaf_sheet_close (sheet);
      return;
    }
  review = madaf_review_draft_to_bytes (self->draft, language);
  self->sending = g_cancellable_new ();
  say (self, "");
  update_send (self);
  madaf_central_client_send_review_async (madaf_context_get_central (self->context), madaf_member_pass_get_token (pass),
                                          madaf_review_draft_get_key (self->draft, language), review, self->sending,
                                          on_sent, g_object_ref (sheet));
}

static void
on_draft_changed (MadafReviewDraft *draft, MadafSheet *sheet)
{
  update_send (get_writing (sheet));
}

/* Whether it arrived is not known then: sent again it has the same key. */
static void
on_closed (MadafSheet *sheet)
{
  g_cancellable_cancel (get_writing (sheet)->reading);
  g_cancellable_cancel (get_writing (sheet)->sending);
}

/* What this person began before, or a new one. (transfer full) */
static MadafReviewDraft *
take_up_draft (MadafSession *session, const char *kept_as, const char *product_id)
{
  GObject *kept = madaf_session_kept (session, kept_as);
  MadafReviewDraft *draft;

  if (kept != NULL)
    return MADAF_REVIEW_DRAFT (g_object_ref (kept));
  draft = madaf_review_draft_new (product_id);
  madaf_session_keep (session, kept_as, G_OBJECT (draft));
  return draft;
}

static GtkWidget *
make_body (Writing *self, const MadafOwnReview *own)
{
  MadafMemberPass *pass = madaf_session_get_member (madaf_context_get_session (self->context));
  g_autofree char *name
      = pass != NULL ? madaf_member_profile_get_first_name (madaf_member_pass_get_profile (pass)) : NULL;
  gint64 now_us = madaf_central_client_get_now_us (madaf_context_get_central (self->context));
  GtkWidget *form = madaf_review_form_new (self->product, self->draft, name, own, now_us);
  GtkWidget *note = g_object_new (
      GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "label",
      _ ("Others see it once somebody of the shop has read it. If you bought it here, it says so."), NULL);

  gtk_widget_add_css_class (note, "quiet");
  gtk_box_append (GTK_BOX (form), note);
  self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0f, "wrap",
                                TRUE, NULL);
  gtk_widget_add_css_class (self->message, "fault");
  gtk_box_append (GTK_BOX (form), self->message);
  return form;
}

/* Nobody says twice what the shop knows. */
static void
suggest_usual_size (Writing *self)
{
  MadafWornSize *worn = madaf_sizes_find (madaf_sizes_for (self->context), self->product);
  const char *const *sizes = madaf_product_get_sizes (self->product);

  if (self->message != NULL && worn != NULL && sizes != NULL && g_strv_contains (sizes, worn->size))
    madaf_review_draft_suggest_sizes (self->draft, NULL, worn->size);
}

static void
on_sizes_changed (MadafSizes *sizes, MadafSheet *sheet)
{
  suggest_usual_size (get_writing (sheet));
}

/* The form comes whether or not that could be read: they can write all the same. */
static void
on_own_review (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafSheet) sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOwnReview) own
      = madaf_central_client_read_own_review_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  Writing *self = get_writing (sheet);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (own == NULL)
    g_message ("What somebody wrote before was not read: %s", error->message);
  if (own != NULL && own->review != NULL)
    madaf_review_draft_take (self->draft, own->review);
  if (own != NULL && own->sizes != NULL)
    madaf_review_draft_suggest_sizes (self->draft, own->sizes[0], NULL);
  madaf_sheet_set_child (sheet, make_body (self, own));
  suggest_usual_size (self);
  update_send (self);
}

static void
read_own_review (MadafSheet *sheet, MadafMemberPass *pass)
{
  Writing *self = get_writing (sheet);
  GtkWidget *waiting = gtk_spinner_new ();

  gtk_widget_add_css_class (waiting, "late");
  gtk_widget_set_size_request (waiting, 48, 48);
  gtk_spinner_start (GTK_SPINNER (waiting));
  madaf_sheet_set_child (sheet, waiting);
  self->reading = g_cancellable_new ();
  madaf_central_client_read_own_review_async (madaf_context_get_central (self->context),
                                              madaf_member_pass_get_token (pass), madaf_product_get_id (self->product),
                                              self->reading, on_own_review, g_object_ref (sheet));
}

void
madaf_review_sheet_present (MadafContext *context, MadafProduct *product, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Write a review"));
  const char *id = madaf_product_get_id (product);
  MadafSession *session = madaf_context_get_session (context);
  MadafMemberPass *pass = madaf_session_get_member (session);
  Writing *self = g_new0 (Writing, 1);

  self->context = g_object_ref (context);
  self->product = g_object_ref (product);
  /* Whoever signs in after them does not read it. */
  self->kept_as
      = g_strconcat ("review:", id, ":", madaf_member_profile_get_number (madaf_member_pass_get_profile (pass)), NULL);
  self->draft = take_up_draft (session, self->kept_as, id);
  g_object_set_data_full (G_OBJECT (sheet), KEY_WRITING, self, writing_free);
  self->send = madaf_sheet_add_action (sheet, _ ("Send the review"));
  read_own_review (sheet, pass);
  update_send (self);
  g_signal_connect_object (self->send, "clicked", G_CALLBACK (on_send_clicked), sheet, 0);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (on_draft_changed), sheet, 0);
  g_signal_connect_object (madaf_sizes_for (context), "changed", G_CALLBACK (on_sizes_changed), sheet, 0);
  g_signal_connect (sheet, "closed", G_CALLBACK (on_closed), NULL);
  madaf_sheet_present (sheet, near);
}
