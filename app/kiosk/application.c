/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/application.h"

#include "client/outbox.h"
#include "client/stream.h"

#include "kiosk/connection.h"
#include "kiosk/guard.h"
#include "kiosk/language.h"
#include "kiosk/memory.h"
#include "kiosk/options.h"
#include "kiosk/pages/basket/member-basket.h"
#include "kiosk/pages/pages.h"
#include "kiosk/picture-store.h"
#include "kiosk/settings.h"
#include "kiosk/style.h"
#include "kiosk/trace.h"
#include "kiosk/window.h"

/* The program: options in, window out. */

/* Many more than one screen shows. */
#define BASKET_RETRY_MS 3000
#define PICTURE_BYTES   (32 * 1024 * 1024)
/* A screen that is not drawn in this time (it is off, or covered) is not waited for any longer. */
#define FIRST_FRAME_SECONDS 2
/* The pictures of the last shopper's pages have left the screen by then. */
#define TRIM_SECONDS 3

struct _MadafApplication
{
  AdwApplication parent_instance;

  MadafOptions options;
  MadafConnection *connection;      /* (owned) */
  MadafContext *context;            /* (owned) */
  MadafPictureStore *pictures;      /* (owned) */
  MadafMemberBasket *member_basket; /* (owned) */
  guint begin_timer;
  guint trim_timer;
};

G_DEFINE_FINAL_TYPE (MadafApplication, madaf_application, ADW_TYPE_APPLICATION)

static int
madaf_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  MadafApplication *self = MADAF_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (!madaf_options_read (&self->options, dict, &error))
    {
      g_printerr ("madaf: %s\n", error->message);
      return 2;
    }
  madaf_settings_fill (&self->options);
  madaf_options_complete (&self->options);
  return -1;
}

static MadafBrand *
load_brand (MadafApplication *self)
{
  g_autoptr (GError) error = NULL;
  MadafBrand *brand = madaf_brand_new (self->options.brand, &error);

  if (brand != NULL)
    return brand;
  g_warning ("Brand file %s: %s; using the one built in", self->options.brand, error->message);
  return madaf_brand_new (NULL, NULL);
}

static void
apply_appearance (MadafApplication *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (self->options.dark)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  else if (self->options.light)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (self->options.still)
    g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* (transfer full): where pages of the shop are: as it is set, and at the central itself. */
static char **
list_origins (const MadafOptions *options)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (options->code_origins != NULL)
    g_strv_builder_addv (builder, (const char **)options->code_origins);
  if (options->central != NULL && g_str_has_prefix (options->central, "http"))
    g_strv_builder_add (builder, options->central);
  return g_strv_builder_end (builder);
}

static void
add_scanning (MadafApplication *self)
{
  const char *const *prefixes = (const char *const *)self->options.member_prefixes;
  g_auto (GStrv) origins = list_origins (&self->options);
  g_autoptr (MadafCamera) camera = madaf_camera_new (NULL);
  g_autoptr (MadafSound) sound = self->options.silent ? NULL : madaf_sound_new ();

  madaf_camera_set_source (camera, self->options.camera);
  madaf_camera_set_also (camera, self->options.also_read);
  madaf_context_set_camera (self->context, camera);
  madaf_context_set_sound (self->context, sound);
  madaf_context_set_store_items (self->context, (const char *const *)self->options.store_items);
  madaf_context_set_origins (self->context, (const char *const *)origins);
  madaf_context_set_member_prefixes (self->context, prefixes);
  madaf_camera_set_ours (camera, (const char *const *)origins, prefixes);
}

static void
configure_scanner (MadafApplication *self, MadafWindow *window)
{
  const MadafWedgeSettings settings = { .prefix = self->options.scanner_prefix,
                                        .suffix = self->options.scanner_suffix,
                                        .layout = self->options.scanner_layout,
                                        .max_gap_ms = self->options.scanner_max_gap_ms };

  madaf_window_configure_scanner (window, &settings);
}

static void
open_trace (MadafApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->options.trace != NULL && !madaf_trace_open (self->options.trace, &error))
    g_warning ("No trace: %s", error->message);
}

static void
on_shop (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafContext) context = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafShop) shop
      = madaf_central_client_get_shop_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (shop != NULL)
    madaf_context_set_ways (context, madaf_shop_get_ways (shop));
  else
    g_debug ("How one signs in here is not known yet: %s", error->message);
}

/* Each time that the central is there again: it may have been set up anew. */
static void
on_central_state (MadafApplication *self)
{
  MadafCentralClient *central = madaf_context_get_central (self->context);

  if (madaf_central_client_get_state (central) == MADAF_CENTRAL_ONLINE)
    madaf_central_client_get_shop_async (central, NULL, on_shop, g_object_ref (self->context));
}

static void
on_signed_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* It ends by itself a quarter of an hour after the last call. */
  if (!madaf_central_client_sign_out_finish (MADAF_CENTRAL_CLIENT (source), result, &error))
    g_debug ("A token could not be ended: %s", error->message);
}

static void
on_member_left (MadafApplication *self, MadafMemberPass *pass)
{
  madaf_central_client_sign_out_async (madaf_context_get_central (self->context), madaf_member_pass_get_token (pass),
                                       NULL, on_signed_out, NULL);
}

static void
on_connection_ready (MadafApplication *self, const char *branch_id)
{
  if (branch_id != NULL && self->options.branch == NULL)
    madaf_context_set_branch_id (self->context, branch_id);
  /* What is known by heart has not asked the central anything yet. */
  madaf_central_client_get_shop_async (madaf_context_get_central (self->context), NULL, on_shop,
                                       g_object_ref (self->context));
}

static void
on_outbox_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafContext) context = user_data;
  g_autoptr (GError) error = NULL;

  if (madaf_outbox_open_finish (MADAF_OUTBOX (source), result, &error))
    return;
  /* It stays as it is, there may be orders in it; the checkout says that this screen takes none. */
  g_warning ("This kiosk cannot take orders, its outbox cannot be opened: %s", error->message);
  madaf_context_set_outbox_fault (context, error);
}

static void
make_outbox (MadafApplication *self)
{
  g_autofree char *path = g_build_filename (madaf_connection_get_data_dir (self->connection), "outbox.sqlite", NULL);
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  g_autoptr (MadafOutbox) outbox
      = madaf_outbox_new (path, madaf_connection_get_client (self->connection), clock, random);

  madaf_context_set_outbox (self->context, outbox);
}

static void
open_outbox (MadafApplication *self)
{
  madaf_outbox_open_async (madaf_context_get_outbox (self->context), NULL, on_outbox_opened,
                           g_object_ref (self->context));
}

static void
on_connection_trouble (MadafApplication *self, int trouble)
{
  madaf_context_set_trouble (self->context, (MadafTrouble)trouble);
}

static gboolean
on_trim (gpointer user_data)
{
  MADAF_APPLICATION (user_data)->trim_timer = 0;
  madaf_memory_trim ();
  return G_SOURCE_REMOVE;
}

/* Nobody else is to find, or to pay for, what this shopper has looked at. */
static void
on_session_ended (MadafApplication *self)
{
  madaf_picture_store_clear (self->pictures);
  madaf_trace ("session-ended");
  g_clear_handle_id (&self->trim_timer, g_source_remove);
  self->trim_timer = g_timeout_add_seconds (TRIM_SECONDS, on_trim, self);
}

static void
make_services (MadafApplication *self, MadafSession *session, MadafBrand *brand)
{
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  g_autoptr (MadafStream) stream = NULL;
  MadafCentralClient *central;

  self->connection = madaf_connection_new (self->options.central, self->options.ca_file, self->options.data_dir);
  central = madaf_connection_get_client (self->connection);
  self->pictures = madaf_picture_store_new (central, PICTURE_BYTES);
  self->context
      = madaf_context_new (session, central, MADAF_PICTURE_LOADER (self->pictures), brand, self->options.branch);
  stream = madaf_stream_new (central, clock, random);
  madaf_context_set_stream (self->context, stream);
  self->member_basket = madaf_member_basket_new (session, central, clock, random, BASKET_RETRY_MS);
  g_signal_connect_object (self->connection, "ready", G_CALLBACK (on_connection_ready), self, G_CONNECT_SWAPPED);
  make_outbox (self);
  g_signal_connect_object (self->connection, "trouble", G_CALLBACK (on_connection_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ended", G_CALLBACK (on_session_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "member-left", G_CALLBACK (on_member_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (central, "notify::state", G_CALLBACK (on_central_state), self, G_CONNECT_SWAPPED);
}

static void
madaf_application_startup (GApplication *application)
{
  MadafApplication *self = MADAF_APPLICATION (application);
  g_autoptr (MadafBrand) brand = NULL;
  g_autoptr (MadafSession) session = madaf_session_new (self->options.language);

  gdk_set_allowed_backends ("wayland,x11");
  G_APPLICATION_CLASS (madaf_application_parent_class)->startup (application);
  madaf_guard_inspector ();
  open_trace (self);
  madaf_language_apply (self->options.language);
  madaf_session_set_usual_text_scale (session, self->options.text_scale);
  apply_appearance (self);
  brand = load_brand (self);
  madaf_style_install (gdk_display_get_default (), brand);
  make_services (self, session, brand);
  add_scanning (self);
  madaf_pages_register (self->context);
}

static void
size_window (MadafApplication *self, GtkWindow *window)
{
  g_autoptr (GdkMonitor) monitor = NULL;
  GdkRectangle area = { 0, 0, 1280, 800 };

  /* Without a window manager nobody makes a window full-screen: it is asked to be as large from the start. */
  monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &area);
  if (self->options.width > 0)
    gtk_window_set_default_size (window, self->options.width, self->options.height);
  else
    gtk_window_set_default_size (window, area.width, area.height);
}

static gboolean
on_begin (gpointer user_data)
{
  MadafApplication *self = user_data;

  self->begin_timer = 0;
  open_outbox (self);
  madaf_connection_start (self->connection, self->options.enrol);
  return G_SOURCE_REMOVE;
}

static void
on_first_frame (GdkFrameClock *clock, MadafApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
  if (self->begin_timer == 0)
    return;
  g_source_remove (self->begin_timer);
  self->begin_timer = g_idle_add (on_begin, self);
}

/* The central, or its start inside, would take the processor from the first frame, which needs nothing of it. */
static void
begin_after_first_frame (MadafApplication *self, GtkWidget *window)
{
  self->begin_timer = g_timeout_add_seconds (FIRST_FRAME_SECONDS, on_begin, self);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_first_frame), self, 0);
}

static void
madaf_application_activate (GApplication *application)
{
  MadafApplication *self = MADAF_APPLICATION (application);
  gboolean locked = !self->options.windowed && self->options.width == 0;
  GtkWidget *window;

  if (gtk_application_get_active_window (GTK_APPLICATION (application)) != NULL)
    return;
  window = madaf_window_new (GTK_APPLICATION (application), self->context, locked, self->options.idle_seconds);
  configure_scanner (self, MADAF_WINDOW (window));
  size_window (self, GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  begin_after_first_frame (self, window);
}

static void
madaf_application_shutdown (GApplication *application)
{
  MadafApplication *self = MADAF_APPLICATION (application);

  g_clear_handle_id (&self->begin_timer, g_source_remove);
  g_clear_handle_id (&self->trim_timer, g_source_remove);
  G_APPLICATION_CLASS (madaf_application_parent_class)->shutdown (application);
  g_clear_object (&self->member_basket);
  g_clear_object (&self->context);
  g_clear_object (&self->pictures);
  if (self->connection != NULL)
    madaf_connection_stop (self->connection);
  g_clear_object (&self->connection);
}

static void
madaf_application_finalize (GObject *object)
{
  MadafApplication *self = MADAF_APPLICATION (object);

  madaf_options_clear (&self->options);
  G_OBJECT_CLASS (madaf_application_parent_class)->finalize (object);
}

static void
madaf_application_class_init (MadafApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = madaf_application_finalize;
  application_class->handle_local_options = madaf_application_handle_local_options;
  application_class->startup = madaf_application_startup;
  application_class->shutdown = madaf_application_shutdown;
  application_class->activate = madaf_application_activate;
}

static void
madaf_application_init (MadafApplication *self)
{
  madaf_options_add (G_APPLICATION (self));
}

MadafApplication *
madaf_application_new (void)
{
  /* Without an id and not unique nothing is offered on the session bus. */
  return g_object_new (MADAF_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE, "resource-base-path", NULL, NULL);
}
