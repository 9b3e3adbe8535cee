/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/window.h"

#include "kiosk/benefits/scanned-benefit.h"
#include "kiosk/code-notice.h"
#include "kiosk/errands/errand-strip.h"
#include "kiosk/guard.h"
#include "kiosk/header-bar.h"
#include "kiosk/idle.h"
#include "kiosk/language.h"
#include "kiosk/lists/list-watch.h"
#include "kiosk/page.h"
#include "kiosk/pages/attract/attract-page.h"
#include "kiosk/pages/home/home-page.h"
#include "kiosk/pages/trouble/trouble-page.h"
#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/sign-in/sign-in-words.h"
#include "kiosk/stage.h"
#include "kiosk/style.h"
#include "kiosk/trace.h"
#include "kiosk/wedge-input.h"

#include <glib/gi18n.h>

/* The one window of the program, and what belongs to the screen as a whole: shape, idle clock, scanner, language. */

#define TICK_MS 250

struct _MadafWindow
{
  GtkApplicationWindow parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *stage;
  GtkWidget *header;
  GtkWidget *errands; /* what is on its way to this shopper */
  MadafNavigator *navigator;
  MadafIdle *idle;          /* (owned) */
  MadafWedgeInput *scanner; /* (owned) */
  MadafShape shape;
  guint tick;
  int idle_seconds;
  gboolean has_shape;
  gboolean locked;
};

G_DEFINE_FINAL_TYPE (MadafWindow, madaf_window, GTK_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_SHAPE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Shape. */

static void
set_shape (MadafWindow *self, MadafShape shape)
{
  if (self->has_shape && self->shape == shape)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), madaf_shape_css_class (self->shape));
  self->has_shape = TRUE;
  self->shape = shape;
  gtk_widget_add_css_class (GTK_WIDGET (self), madaf_shape_css_class (shape));
  madaf_navigator_set_shape (self->navigator, shape);
  madaf_header_bar_set_shape (MADAF_HEADER_BAR (self->header), shape);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHAPE]);
}

/* What is shown while nobody is here. */

static void
rest (MadafWindow *self)
{
  gboolean trouble = madaf_context_get_trouble (self->context) != MADAF_TROUBLE_NONE;

  madaf_navigator_reset (self->navigator, trouble ? madaf_trouble_route_new () : madaf_attract_route_new ());
}

static void
on_trouble_changed (MadafWindow *self)
{
  if (!madaf_session_is_active (madaf_context_get_session (self->context)))
    rest (self);
}

static void touch (MadafWindow *self);

/* Session. */

static void
on_session_ended (MadafWindow *self)
{
  madaf_idle_sleep (self->idle);
  madaf_stage_clear (MADAF_STAGE (self->stage));
  madaf_wedge_input_reset (self->scanner);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL);
  gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), NULL);
  rest (self);
}

static void
on_session_active (MadafWindow *self)
{
  MadafSession *session = madaf_context_get_session (self->context);

  if (!madaf_session_is_active (session))
    return;
  madaf_idle_touch (self->idle, g_get_monotonic_time ());
  madaf_navigator_reset (self->navigator, madaf_home_route_new ());
}

static void
on_language_changed (MadafWindow *self)
{
  const char *language = madaf_session_get_language (madaf_context_get_session (self->context));

  madaf_language_apply (language);
  madaf_stage_close_sheets (MADAF_STAGE (self->stage));
  madaf_stage_set_language (MADAF_STAGE (self->stage), language);
  madaf_header_bar_rebuild (MADAF_HEADER_BAR (self->header));
  madaf_errand_strip_rebuild (MADAF_ERRAND_STRIP (self->errands));
  madaf_navigator_rebuild (self->navigator);
}

/* Who reads large words, or has their own phone in their hand, needs more time. */
static void
update_patience (MadafWindow *self)
{
  MadafSession *session = madaf_context_get_session (self->context);
  gboolean longer
      = madaf_session_get_text_scale (session) > MADAF_TEXT_SCALE_SMALLEST || madaf_session_is_patient (session);

  madaf_idle_set_seconds (self->idle,
                          longer ? MAX (self->idle_seconds, MADAF_IDLE_LONGER_SECONDS) : self->idle_seconds);
}

static void
on_text_scale_changed (MadafWindow *self)
{
  int scale = madaf_session_get_text_scale (madaf_context_get_session (self->context));

  madaf_style_set_text_scale (scale);
  /* Headlines grow less than what there is to read, so that there is room for that. */
  if (madaf_session_wants_large_text (madaf_context_get_session (self->context)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "larger-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "larger-text");
  update_patience (self);
}

/* Somebody signed in: they go on where they were, in their language, and are greeted. */
static void
on_member_changed (MadafWindow *self)
{
  MadafSession *session = madaf_context_get_session (self->context);
  MadafMemberPass *pass = madaf_session_get_member (session);
  g_autofree char *greeting = NULL;
  MadafPage *page;

  if (pass == NULL)
    return;
  madaf_session_begin (session);
  touch (self);
  madaf_stage_close_sheets (MADAF_STAGE (self->stage));
  madaf_sign_in_suggest_language (session, madaf_member_pass_get_profile (pass));
  greeting = madaf_sign_in_words_greeting (madaf_member_pass_get_profile (pass));
  page = madaf_navigator_get_page (self->navigator);
  madaf_stage_toast (page != NULL ? GTK_WIDGET (page) : GTK_WIDGET (self->navigator), greeting);
  madaf_trace_after_paint (GTK_WIDGET (self), "greeting-drawn");
}

static void
on_sign_in_again (MadafWindow *self)
{
  madaf_sign_in_sheet_present (self->context, NULL, GTK_WIDGET (self->navigator));
}

/* Their sign-in was ended elsewhere, or is over. What shows things of theirs goes too, and it is said why. */
static void
on_refused (MadafWindow *self)
{
  MadafPage *page = madaf_navigator_get_page (self->navigator);

  madaf_stage_close_sheets (MADAF_STAGE (self->stage));
  madaf_stage_toast_with_action (page != NULL ? GTK_WIDGET (page) : GTK_WIDGET (self->navigator),
                                 _ ("Your sign-in has ended. Sign in again to go on."), _ ("Sign in"),
                                 G_CALLBACK (on_sign_in_again), self);
}

/* Idle. */

static void
on_idle_warning (MadafWindow *self, double left, double total)
{
  madaf_stage_set_idle_warning (MADAF_STAGE (self->stage), left, total);
}

static void
on_idle_expired (MadafWindow *self)
{
  madaf_session_end (madaf_context_get_session (self->context));
}

static gboolean
on_tick (gpointer user_data)
{
  MadafWindow *self = user_data;

  madaf_idle_tick (self->idle, g_get_monotonic_time ());
  return G_SOURCE_CONTINUE;
}

static void
touch (MadafWindow *self)
{
  if (madaf_session_is_active (madaf_context_get_session (self->context)))
    madaf_idle_touch (self->idle, g_get_monotonic_time ());
}

static gboolean
on_any_event (GtkEventControllerLegacy *controller, GdkEvent *event, MadafWindow *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
      touch (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

/* Scanner. */

static void
on_wedge_code (MadafWindow *self, MadafCode *code)
{
  madaf_window_code_scanned (self, code);
}

static void
follow_item (MadafWindow *self, MadafScanned *scanned)
{
  MadafPage *page = madaf_navigator_get_page (self->navigator);

  madaf_session_add_scanned (madaf_context_get_session (self->context), madaf_scanned_get_text (scanned));
  if (page == NULL || !madaf_page_code_scanned (page, scanned))
    madaf_context_open_scanned (self->context, scanned);
}

void
madaf_window_code_scanned (MadafWindow *self, MadafCode *code)
{
  g_autoptr (MadafScanned) scanned = NULL;

  if (madaf_context_get_trouble (self->context) != MADAF_TROUBLE_NONE)
    return;
  scanned = madaf_scanned_new (self->context, code);
  madaf_session_begin (madaf_context_get_session (self->context));
  touch (self);
  madaf_stage_close_sheets (MADAF_STAGE (self->stage));
  if (madaf_scanned_is_item (scanned))
    follow_item (self, scanned);
  else if (madaf_scanned_get_benefit (scanned) != NULL)
    madaf_benefits_scanned (self->context, madaf_scanned_get_benefit (scanned));
  else if (madaf_scanned_get_member_code (scanned) != NULL
           && (madaf_context_get_ways (self->context) & MADAF_SIGN_IN_WAY_MEMBER_CODE) != 0)
    madaf_sign_in_sheet_present (self->context, madaf_scanned_get_member_code (scanned), GTK_WIDGET (self->navigator));
  else
    madaf_code_notice_present (self->context, scanned, GTK_WIDGET (self->navigator));
}

/* The widget. */

static void
madaf_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  /* Before the children are allocated, so that the first frame already has the right arrangement. */
  set_shape (MADAF_WINDOW (widget), madaf_shape_for_size (width, height));
  GTK_WIDGET_CLASS (madaf_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static gboolean
madaf_window_close_request (GtkWindow *window)
{
  if (MADAF_WINDOW (window)->locked)
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (madaf_window_parent_class)->close_request (window);
}

static void
on_fullscreen_changed (MadafWindow *self)
{
  if (self->locked && !gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
madaf_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SHAPE)
    g_value_set_enum (value, (int)MADAF_WINDOW (object)->shape);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_window_dispose (GObject *object)
{
  MadafWindow *self = MADAF_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->idle);
  g_clear_object (&self->scanner);
  G_OBJECT_CLASS (madaf_window_parent_class)->dispose (object);
  g_clear_object (&self->context);
}

static void
madaf_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (madaf_window_parent_class)->map (widget);
  madaf_trace_after_paint (widget, "first-screen");
}

static void
madaf_window_class_init (MadafWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_window_get_property;
  object_class->dispose = madaf_window_dispose;
  widget_class->map = madaf_window_map;
  widget_class->size_allocate = madaf_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = madaf_window_close_request;
  properties[PROP_SHAPE] = g_param_spec_enum ("shape", NULL, NULL, MADAF_TYPE_SHAPE, MADAF_SHAPE_LANDSCAPE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
madaf_window_init (MadafWindow *self)
{
  GtkEventController *any = gtk_event_controller_legacy_new ();

  /* Controllers added later run earlier in the capture phase: a scanner may say with Control or a function key what the
   * guard lets nobody press, so its keys are taken out before. */
  madaf_guard_window (GTK_WINDOW (self));
  self->scanner = madaf_wedge_input_new (GTK_WINDOW (self));
  g_signal_connect_object (self->scanner, "code", G_CALLBACK (on_wedge_code), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (any, GTK_PHASE_CAPTURE);
  g_signal_connect (any, "event", G_CALLBACK (on_any_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), any);
  self->tick = g_timeout_add (TICK_MS, on_tick, self);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_deletable (GTK_WINDOW (self), FALSE);
  gtk_window_set_handle_menubar_accel (GTK_WINDOW (self), FALSE);
  gtk_application_window_set_show_menubar (GTK_APPLICATION_WINDOW (self), FALSE);
}

static void
build_content (MadafWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->navigator = madaf_navigator_new (self->context);
  madaf_context_set_navigator (self->context, self->navigator);
  gtk_widget_set_vexpand (GTK_WIDGET (self->navigator), TRUE);
  self->header = madaf_header_bar_new (self->context);
  gtk_box_append (GTK_BOX (box), self->header);
  self->errands = madaf_errand_strip_new (self->context);
  gtk_box_append (GTK_BOX (box), self->errands);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->navigator));
  self->stage = madaf_stage_new ();
  madaf_stage_set_content (MADAF_STAGE (self->stage), box);
  madaf_list_watch_start (self->context, self->stage);
  g_signal_connect_object (self->stage, "still-here", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  gtk_window_set_child (GTK_WINDOW (self), self->stage);
}

static void
follow_session (MadafWindow *self)
{
  MadafSession *session = madaf_context_get_session (self->context);

  g_signal_connect_object (session, "ended", G_CALLBACK (on_session_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active", G_CALLBACK (on_session_active), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (on_language_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::text-scale", G_CALLBACK (on_text_scale_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::member", G_CALLBACK (on_member_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::patient", G_CALLBACK (update_patience), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::trouble", G_CALLBACK (on_trouble_changed), self, G_CONNECT_SWAPPED);
  on_text_scale_changed (self);
}

GtkWidget *
madaf_window_new (GtkApplication *application, MadafContext *context, gboolean locked, int idle_seconds)
{
  MadafWindow *self = g_object_new (MADAF_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  self->locked = locked;
  self->idle_seconds = idle_seconds;
  self->idle = madaf_idle_new (idle_seconds, MADAF_IDLE_WARNING_SECONDS);
  g_signal_connect_object (self->idle, "warning", G_CALLBACK (on_idle_warning), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->idle, "expired", G_CALLBACK (on_idle_expired), self, G_CONNECT_SWAPPED);
  build_content (self);
  follow_session (self);
  rest (self);
  if (locked)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreen_changed), NULL);
    }
  return GTK_WIDGET (self);
}

void
madaf_window_configure_scanner (MadafWindow *self, const MadafWedgeSettings *settings)
{
  madaf_wedge_input_configure (self->scanner, settings);
}

MadafShape
madaf_window_get_shape (MadafWindow *self)
{
  return self->shape;
}
