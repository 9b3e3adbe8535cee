/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/carry-sheet.h"

#include "client/central-client.h"
#include "client/stream.h"
#include "kiosk/widgets/qr-view.h"
#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

#define QR_SIZE 264

typedef struct
{
  MadafContext *context;     /* (owned) */
  GCancellable *cancellable; /* (owned): of the open question */
  GtkWidget *stack;          /* asking, code, taken, over, failed */
  GtkWidget *qr;
  GtkButton *done;
  char *id;    /* (owned) (nullable): of the code that is shown */
  guint timer; /* until it has expired */
} Carrying;

static void ask (GtkWidget *sheet);

static Carrying *
get_carrying (GtkWidget *sheet)
{
  return g_object_get_data (G_OBJECT (sheet), "carrying");
}

static MadafSession *
get_session (Carrying *self)
{
  return madaf_context_get_session (self->context);
}

/* Only while its code is on the screen. */
static void
stop_listening (Carrying *self)
{
  MadafStream *stream = madaf_context_get_stream (self->context);
  g_autofree char *topic = self->id != NULL ? g_strconcat ("carried:", self->id, NULL) : NULL;

  if (stream != NULL && topic != NULL)
    madaf_stream_remove_topic (stream, topic);
  g_clear_pointer (&self->id, g_free);
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
carrying_free (Carrying *self)
{
  stop_listening (self);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->context);
  g_free (self);
}

static void
show (Carrying *self, const char *name)
{
  gboolean taken = g_str_equal (name, "taken");

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  gtk_button_set_label (self->done, taken ? _ ("Clear this screen") : _ ("I have it: clear this screen"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->done), taken || g_str_equal (name, "code"));
}

/* Here it is no more: the phone has it. */
static void
on_taken (GtkWidget *sheet, const char *id)
{
  Carrying *self = get_carrying (sheet);

  if (g_strcmp0 (self->id, id) != 0)
    return;
  stop_listening (self);
  show (self, "taken");
  madaf_basket_clear (madaf_session_get_basket (get_session (self)));
}

static gboolean
on_over (gpointer sheet)
{
  Carrying *self = get_carrying (sheet);

  self->timer = 0;
  stop_listening (self);
  show (self, "over");
  return G_SOURCE_REMOVE;
}

static void
listen (Carrying *self, GtkWidget *sheet, const MadafCarried *carried)
{
  MadafStream *stream = madaf_context_get_stream (self->context);
  g_autofree char *topic = g_strconcat ("carried:", carried->id, NULL);

  self->id = g_strdup (carried->id);
  self->timer = g_timeout_add_seconds ((guint)carried->expires_in, on_over, sheet);
  if (stream != NULL)
    madaf_stream_add_topic (stream, topic, -1);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafCarried) carried
      = madaf_central_client_carry_basket_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  Carrying *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = get_carrying (sheet);
  if (carried == NULL)
    g_debug ("The basket cannot be taken along: %s", error->message);
  if (carried != NULL
      && madaf_qr_view_set_text (MADAF_QR_VIEW (self->qr), carried->url, _ ("Code for your phone’s camera")))
    {
      listen (self, sheet, carried);
      show (self, "code");
    }
  else
    show (self, "failed");
}

static void
ask (GtkWidget *sheet)
{
  Carrying *self = get_carrying (sheet);
  MadafCentralClient *central = madaf_context_get_central (self->context);

  stop_listening (self);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  show (self, "asking");
  madaf_central_client_carry_basket_async (central, G_LIST_MODEL (madaf_session_get_basket (get_session (self))),
                                           self->cancellable, on_answer, g_object_ref (sheet));
}

static void
on_closed (GtkWidget *sheet)
{
  Carrying *self = get_carrying (sheet);

  stop_listening (self);
  g_cancellable_cancel (self->cancellable);
  madaf_session_set_patient (get_session (self), FALSE);
}

/* It is theirs now: nobody after them finds it here. */
static void
on_done (GtkWidget *sheet)
{
  g_autoptr (MadafSession) session = g_object_ref (get_session (get_carrying (sheet)));

  madaf_sheet_close (MADAF_SHEET (sheet));
  madaf_session_end (session);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER,
                                   "max-width-chars", 36, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_code (Carrying *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  gtk_box_append (GTK_BOX (box), make_label (_ ("Point your phone’s camera here"), "heading-3"));
  self->qr = madaf_qr_view_new ();
  madaf_qr_view_set_size (MADAF_QR_VIEW (self->qr), QR_SIZE);
  gtk_widget_set_halign (self->qr, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->qr);
  gtk_box_append (GTK_BOX (box),
                  make_label (_ ("The first phone that opens it has your basket, and nobody else."), "quiet"));
  return box;
}

static GtkWidget *
make_status (const char *icon, const char *headline, const char *words, const char *button)
{
  GtkWidget *view = madaf_status_view_new ();

  madaf_status_view_set (MADAF_STATUS_VIEW (view), icon, headline, words, button);
  return view;
}

static GtkWidget *
make_stack (Carrying *self, GtkWidget *sheet)
{
  GtkWidget *spinner = g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, "width-request", 48, "height-request", 48,
                                     "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *failed = make_status ("madaf-offline-symbolic", _ ("That does not work right now"),
                                   _ ("Your basket is still here. Please try again in a moment."), _ ("Try again"));
  GtkWidget *over = make_status ("madaf-clock-symbolic", _ ("This code has expired"),
                                 _ ("No phone took your basket. It is still here."), _ ("Show a new code"));

  self->stack = gtk_stack_new ();
  g_signal_connect_object (failed, "activated", G_CALLBACK (ask), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (over, "activated", G_CALLBACK (ask), sheet, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->stack), spinner, "asking");
  gtk_stack_add_named (GTK_STACK (self->stack), make_code (self), "code");
  gtk_stack_add_named (GTK_STACK (self->stack), failed, "failed");
  gtk_stack_add_named (GTK_STACK (self->stack), over, "over");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       make_status ("madaf-check-symbolic", _ ("It is on your phone"),
                                    _ ("This screen does not have your basket any more."), NULL),
                       "taken");
  return self->stack;
}

MadafSheet *
madaf_carry_sheet_present (MadafContext *context, GtkWidget *near)
{
  Carrying *self = g_new0 (Carrying, 1);
  MadafSheet *sheet = madaf_sheet_new (_ ("Take it on your phone"));

  self->context = g_object_ref (context);
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (sheet), "carrying", self, (GDestroyNotify)carrying_free);
  madaf_sheet_set_child (sheet, make_stack (self, GTK_WIDGET (sheet)));
  self->done = madaf_sheet_add_action (sheet, _ ("I have it: clear this screen"));
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (on_done), sheet, G_CONNECT_SWAPPED);
  g_signal_connect (sheet, "closed", G_CALLBACK (on_closed), NULL);
  if (madaf_context_get_stream (context) != NULL)
    g_signal_connect_object (madaf_context_get_stream (context), "basket-taken", G_CALLBACK (on_taken), sheet,
                             G_CONNECT_SWAPPED);
  /* They are busy with their own phone. */
  madaf_session_set_patient (get_session (self), TRUE);
  ask (GTK_WIDGET (sheet));
  madaf_sheet_present (sheet, near);
  return sheet;
}
