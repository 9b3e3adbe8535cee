/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/sign-in-view.h"

#include "kiosk/language.h"
#include "kiosk/scanned.h"
#include "kiosk/sign-in/digit-boxes.h"
#include "kiosk/sign-in/sign-in-words.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/qr-view.h"
#include "kiosk/widgets/viewfinder.h"

#include <glib/gi18n.h>
#include <string.h>

#define TICK_MS     250
#define QR_SIZE     328
#define QR_TALL     480
#define VIEW_HEIGHT 280
#define PHONE_LIMIT 20

/* The pages of the stack. */
#define PHONE  "phone"
#define NUMBER "number"
#define DIGITS "digits"
#define CARD   "card"

struct _MadafSignInView
{
  GtkBox parent_instance;

  MadafContext *context;      /* (owned) */
  MadafSigningIn *signing_in; /* (owned) */
  MadafCamera *camera;        /* (owned) (nullable): while it runs for this */
  GtkWidget *stack;
  GtkWidget *qr;
  GtkWidget *spinner;
  GtkWidget *user_code;
  GtkWidget *address;
  GtkWidget *number; /* entry */
  GtkWidget *send;
  GtkWidget *sent_to;
  GtkWidget *boxes;
  GtkWidget *finder; /* box around the viewfinder */
  GtkWidget *card_hint;
  GtkWidget *time;
  GtkWidget *fault;
  GtkWidget *again;
  GtkWidget *others[3]; /* buttons, in the order of MadafSignInWays */
  MadafSigningInState state;
  guint timer;
};

G_DEFINE_FINAL_TYPE (MadafSignInView, madaf_sign_in_view, GTK_TYPE_BOX)

static const char *const way_pages[] = { PHONE, CARD, NUMBER };

static const char *
get_page (MadafSignInView *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

static gboolean
is_on (MadafSignInView *self, const char *page)
{
  return g_strcmp0 (get_page (self), page) == 0;
}

/* What is seen. */

static void
update_code (MadafSignInView *self)
{
  MadafAuthorization *shown = madaf_signing_in_get_shown (self->signing_in);
  g_autofree char *code = madaf_texts_isolate_ltr (shown != NULL ? madaf_authorization_get_user_code (shown) : "");
  g_autofree char *uri = madaf_texts_isolate_ltr (shown != NULL ? madaf_authorization_get_uri (shown) : "");
  /* Translators: %s is the address of a page, for phones whose camera reads no codes. */
  g_autofree char *address = g_strdup_printf (_ ("Or open %s and type these letters."), uri);
  /* Translators: for screen readers; %s is eight letters. */
  g_autofree char *name = g_strdup_printf (_ ("Code for your phone: %s"), code);

  madaf_qr_view_set_text (MADAF_QR_VIEW (self->qr), shown != NULL ? madaf_authorization_get_uri_complete (shown) : NULL,
                          _ ("Code for your phone’s camera"));
  gtk_widget_set_visible (self->spinner, madaf_signing_in_get_state (self->signing_in) == MADAF_SIGNING_IN_ASKING);
  gtk_label_set_label (GTK_LABEL (self->user_code), code);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->user_code), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (GTK_LABEL (self->address), shown != NULL ? address : "");
}

static void
update_time (MadafSignInView *self)
{
  int seconds = madaf_signing_in_get_seconds_left (self->signing_in);
  g_autofree char *time = madaf_sign_in_words_time (seconds);
  g_autofree char *text = NULL;

  if (seconds > 0 && is_on (self, PHONE))
    /* Translators: %s is minutes and seconds, 9:42. */
    text = g_strdup_printf (_ ("A new code comes by itself in %s"), time);
  else if (seconds > 0 && is_on (self, DIGITS))
    /* Translators: %s is minutes and seconds, 4:59. */
    text = g_strdup_printf (_ ("The digits count for another %s"), time);
  gtk_label_set_label (GTK_LABEL (self->time), text != NULL ? text : "");
  gtk_widget_set_visible (self->time, text != NULL);
}

static void
update_fault (MadafSignInView *self)
{
  g_autofree char *words = madaf_sign_in_words_fault (self->signing_in);

  gboolean wrong = words != NULL;

  if (words == NULL && madaf_signing_in_get_state (self->signing_in) == MADAF_SIGNING_IN_CHECKING)
    words = g_strdup (_ ("One moment …"));
  gtk_label_set_label (GTK_LABEL (self->fault), words != NULL ? words : "");
  gtk_widget_set_visible (self->fault, words != NULL);
  (wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->fault, "warning");
}

/* After a no, or when digits are over, one goes on with one touch. */
static void
update_again (MadafSignInView *self)
{
  gboolean idle = madaf_signing_in_get_state (self->signing_in) == MADAF_SIGNING_IN_IDLE;
  gboolean refused = madaf_signing_in_get_fault (self->signing_in) == MADAF_SIGNING_IN_DENIED;

  gtk_button_set_label (GTK_BUTTON (self->again), is_on (self, PHONE) ? _ ("Show a new code") : _ ("Send new digits"));
  /* Nobody is to point anything at a place where there is nothing. */
  gtk_widget_set_visible (self->stack, !idle || !is_on (self, PHONE));
  gtk_widget_set_visible (self->again, idle && ((is_on (self, PHONE) && refused) || is_on (self, DIGITS)));
}

static void
update_others (MadafSignInView *self)
{
  MadafSignInWays ways = madaf_context_get_ways (self->context);
  const char *page = is_on (self, DIGITS) ? NUMBER : get_page (self);

  for (guint i = 0; i < G_N_ELEMENTS (way_pages); i++)
    gtk_widget_set_visible (self->others[i], (ways & (1u << i)) != 0 && g_strcmp0 (page, way_pages[i]) != 0);
}

static void
show_page (MadafSignInView *self, const char *page)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  update_others (self);
}

static void
show_sent (MadafSignInView *self)
{
  g_autofree char *phone = madaf_sign_in_mask_phone (gtk_editable_get_text (GTK_EDITABLE (self->number)));
  /* Translators: %s is a telephone number, most of it hidden. */
  g_autofree char *text = g_strdup_printf (_ ("Type the six digits that we sent to %s."), phone);

  gtk_label_set_label (GTK_LABEL (self->sent_to), text);
  madaf_digit_boxes_clear (MADAF_DIGIT_BOXES (self->boxes));
  show_page (self, DIGITS);
  gtk_widget_grab_focus (self->boxes);
}

static void
on_changed (MadafSignInView *self)
{
  MadafSigningInState state = madaf_signing_in_get_state (self->signing_in);
  MadafSigningInState before = self->state;

  self->state = state;
  if (state == MADAF_SIGNING_IN_SENT && before == MADAF_SIGNING_IN_ASKING)
    show_sent (self);
  else if (state != before && before == MADAF_SIGNING_IN_CHECKING)
    madaf_digit_boxes_clear (MADAF_DIGIT_BOXES (self->boxes));
  gtk_widget_set_sensitive (self->send, state != MADAF_SIGNING_IN_ASKING);
  update_code (self);
  update_time (self);
  update_fault (self);
  update_again (self);
}

static gboolean
on_tick (gpointer user_data)
{
  MadafSignInView *self = user_data;

  madaf_signing_in_tick (self->signing_in);
  update_time (self);
  return G_SOURCE_CONTINUE;
}

/* The camera. */

static void
on_camera_code (MadafSignInView *self, MadafCode *code)
{
  g_autoptr (MadafScanned) scanned = madaf_scanned_new (self->context, code);
  const char *secret = madaf_scanned_get_member_code (scanned);
  MadafSound *sound = madaf_context_get_sound (self->context);

  if (secret == NULL || madaf_signing_in_get_state (self->signing_in) == MADAF_SIGNING_IN_CHECKING)
    return;
  if (sound != NULL)
    madaf_sound_play (sound);
  madaf_signing_in_try_member_code (self->signing_in, secret);
}

static void
on_camera_state (MadafSignInView *self)
{
  MadafCameraState state = self->camera != NULL ? madaf_camera_get_state (self->camera) : MADAF_CAMERA_MISSING;
  gboolean sees = state != MADAF_CAMERA_MISSING && state != MADAF_CAMERA_FAILED;

  gtk_widget_set_visible (self->finder, sees);
  gtk_label_set_label (GTK_LABEL (self->card_hint), sees ? _ ("Hold the code in your app before the camera.")
                                                         : _ ("Hold the code in your app before the scanner."));
}

/* Where the page below looks already, its codes come here by way of the window. */
static void
start_camera (MadafSignInView *self)
{
  MadafCamera *camera = madaf_context_get_camera (self->context);
  GtkWidget *viewfinder;

  if (camera == NULL || self->camera != NULL || madaf_camera_get_state (camera) != MADAF_CAMERA_STOPPED)
    return;
  self->camera = g_object_ref (camera);
  viewfinder = madaf_viewfinder_new (camera);
  gtk_widget_set_size_request (viewfinder, -1, VIEW_HEIGHT);
  gtk_widget_set_hexpand (viewfinder, TRUE);
  gtk_box_append (GTK_BOX (self->finder), viewfinder);
  g_signal_connect_object (camera, "code", G_CALLBACK (on_camera_code), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (camera, "notify::state", G_CALLBACK (on_camera_state), self, G_CONNECT_SWAPPED);
  madaf_camera_start (camera);
}

static void
stop_camera (MadafSignInView *self)
{
  if (self->camera == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->camera, self);
  madaf_camera_stop (self->camera);
  g_clear_object (&self->camera);
  gtk_box_remove (GTK_BOX (self->finder), gtk_widget_get_first_child (self->finder));
}

/* The ways. */

static void
begin_way (MadafSignInView *self, const char *page)
{
  show_page (self, page);
  if (g_str_equal (page, CARD))
    start_camera (self);
  else
    stop_camera (self);
  on_camera_state (self);
  if (g_str_equal (page, PHONE))
    madaf_signing_in_show_code (self->signing_in);
  else
    madaf_signing_in_stop (self->signing_in);
  if (g_str_equal (page, NUMBER))
    gtk_widget_grab_focus (self->number);
}

static void
on_other_clicked (GtkButton *button, MadafSignInView *self)
{
  begin_way (self, g_object_get_data (G_OBJECT (button), "page"));
}

static void
on_send (MadafSignInView *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->number));

  if (*typed != '\0' && madaf_signing_in_get_state (self->signing_in) != MADAF_SIGNING_IN_ASKING)
    madaf_signing_in_send_digits (self->signing_in, typed, madaf_language_current ());
}

static void
on_full (MadafSignInView *self)
{
  madaf_signing_in_check_digits (self->signing_in, madaf_digit_boxes_get_text (MADAF_DIGIT_BOXES (self->boxes)));
}

static void
on_again (MadafSignInView *self)
{
  if (is_on (self, PHONE))
    madaf_signing_in_show_code (self->signing_in);
  else
    on_send (self);
}

/* The number is somebody's: who looks over a shoulder later does not see it. */
static void
on_number_focus (MadafSignInView *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->number)));

  gtk_entry_set_visibility (GTK_ENTRY (self->number), gtk_widget_has_focus (text));
}

/* The widgets. */

static GtkWidget *
make_text (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", xalign, "justify",
                                   xalign > 0 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT, "max-width-chars", 28,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_qr (MadafSignInView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->qr = madaf_qr_view_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->qr);
  self->spinner = gtk_spinner_new ();
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
  gtk_widget_set_size_request (self->spinner, 48, 48);
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->spinner);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  return overlay;
}

static GtkWidget *
make_phone_page (MadafSignInView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_text (_ ("Point your phone’s camera here"), "lead", 0.5f));
  gtk_box_append (GTK_BOX (box), make_qr (self));
  self->user_code = make_text ("", "code-digits", 0.5f);
  gtk_label_set_wrap (GTK_LABEL (self->user_code), FALSE);
  gtk_box_append (GTK_BOX (box), self->user_code);
  self->address = make_text ("", "small", 0.5f);
  gtk_widget_add_css_class (self->address, "quiet");
  gtk_box_append (GTK_BOX (box), self->address);
  return box;
}

static GtkWidget *
make_number (MadafSignInView *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PHONE);
  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), PHONE_LIMIT);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (text, GTK_TEXT_DIR_LTR);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 0.5f);
  gtk_widget_add_css_class (entry, "number");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Phone number"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_send), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "notify::has-focus", G_CALLBACK (on_number_focus), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_number_page (MadafSignInView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  gtk_box_append (GTK_BOX (box), make_text (_ ("We send six digits to your phone."), "lead", 0));
  self->number = make_number (self);
  gtk_box_append (GTK_BOX (box), self->number);
  self->send = gtk_button_new_with_label (_ ("Send the digits"));
  gtk_widget_add_css_class (self->send, "primary");
  g_signal_connect_object (self->send, "clicked", G_CALLBACK (on_send), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->send);
  return box;
}

static GtkWidget *
make_digits_page (MadafSignInView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->sent_to = make_text ("", "lead", 0);
  gtk_box_append (GTK_BOX (box), self->sent_to);
  self->boxes = madaf_digit_boxes_new ();
  g_signal_connect_object (self->boxes, "full", G_CALLBACK (on_full), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->boxes);
  return box;
}

static GtkWidget *
make_card_page (MadafSignInView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->finder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->finder);
  self->card_hint = make_text ("", "lead", 0);
  gtk_box_append (GTK_BOX (box), self->card_hint);
  return box;
}

static GtkWidget *
make_other (MadafSignInView *self, const char *icon, const char *text, const char *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_text (text, "other", 0);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "other-way");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "page", (gpointer)page);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_other_clicked), self, 0);
  return button;
}

static void
make_stack (MadafSignInView *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_phone_page (self), PHONE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_number_page (self), NUMBER);
  gtk_stack_add_named (GTK_STACK (self->stack), make_digits_page (self), DIGITS);
  gtk_stack_add_named (GTK_STACK (self->stack), make_card_page (self), CARD);
  gtk_box_append (GTK_BOX (self), self->stack);
}

static void
make_others (MadafSignInView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->others[0] = make_other (self, "madaf-scan-symbolic", _ ("With your phone’s camera instead"), PHONE);
  self->others[1] = make_other (self, "madaf-person-symbolic", _ ("Show your member code to the camera"), CARD);
  self->others[2] = make_other (self, "madaf-phone-symbolic", _ ("Phone number and code instead"), NUMBER);
  gtk_box_append (GTK_BOX (box), self->others[0]);
  gtk_box_append (GTK_BOX (box), self->others[2]);
  gtk_box_append (GTK_BOX (box), self->others[1]);
  gtk_box_append (GTK_BOX (self), box);
}

static void
madaf_sign_in_view_dispose (GObject *object)
{
  MadafSignInView *self = MADAF_SIGN_IN_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->camera != NULL)
    stop_camera (self);
  g_clear_object (&self->signing_in);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_sign_in_view_parent_class)->dispose (object);
}

/* Off the stage nobody looks at the camera's picture, and nobody waits. */
static void
madaf_sign_in_view_unroot (GtkWidget *widget)
{
  MadafSignInView *self = MADAF_SIGN_IN_VIEW (widget);

  g_clear_handle_id (&self->timer, g_source_remove);
  stop_camera (self);
  GTK_WIDGET_CLASS (madaf_sign_in_view_parent_class)->unroot (widget);
}

static void
madaf_sign_in_view_class_init (MadafSignInViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_sign_in_view_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = madaf_sign_in_view_unroot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sign-in");
}

static void
madaf_sign_in_view_init (MadafSignInView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
  make_stack (self);
  self->time = make_text ("", "quiet", 0.5f);
  gtk_box_append (GTK_BOX (self), self->time);
  self->fault = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "justify",
                              GTK_JUSTIFY_CENTER, "max-width-chars", 28, NULL);
  gtk_widget_add_css_class (self->fault, "verdict");
  gtk_box_append (GTK_BOX (self), self->fault);
  self->again = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->again, "primary");
  g_signal_connect_object (self->again, "clicked", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->again);
  make_others (self);
}

GtkWidget *
madaf_sign_in_view_new (MadafContext *context, MadafSigningIn *signing_in)
{
  MadafSignInView *self = g_object_new (MADAF_TYPE_SIGN_IN_VIEW, NULL);

  self->context = g_object_ref (context);
  self->signing_in = g_object_ref (signing_in);
  g_signal_connect_object (signing_in, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
madaf_sign_in_view_begin (MadafSignInView *self, const char *member_code)
{
  MadafNavigator *navigator = madaf_context_get_navigator (self->context);
  MadafShape shape = navigator != NULL ? madaf_navigator_get_shape (navigator) : MADAF_SHAPE_LANDSCAPE;
  MadafSignInWays ways = madaf_context_get_ways (self->context);

  madaf_qr_view_set_size (MADAF_QR_VIEW (self->qr), shape == MADAF_SHAPE_PORTRAIT_TALL ? QR_TALL : QR_SIZE);
  self->timer = g_timeout_add (TICK_MS, on_tick, self);
  if (member_code != NULL)
    {
      show_page (self, CARD);
      on_camera_state (self);
      madaf_signing_in_try_member_code (self->signing_in, member_code);
    }
  else if ((ways & MADAF_SIGN_IN_WAY_PHONE_PAGE) != 0)
    begin_way (self, PHONE);
  else
    begin_way (self, (ways & MADAF_SIGN_IN_WAY_ONE_TIME_CODE) != 0 ? NUMBER : CARD);
}
