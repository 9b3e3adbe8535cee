/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/scan/scan-page.h"

#include "kiosk/pages/scan/number-sheet.h"
#include "kiosk/trace.h"
#include "kiosk/widgets/status-view.h"
#include "kiosk/widgets/viewfinder.h"
#include "kiosk/window.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where an item is shown to the camera. */

/* What is in view so soon after coming back was in view before. */
#define STILL_IN_HAND_US (G_USEC_PER_SEC + G_USEC_PER_SEC / 2)

struct _MadafScanRoute
{
  MadafRoute parent_instance;

  MadafCode *followed; /* (nullable): the item that led away from here last */
};

G_DEFINE_FINAL_TYPE (MadafScanRoute, madaf_scan_route, MADAF_TYPE_ROUTE)

static MadafPage *
madaf_scan_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_SCAN_PAGE, "context", context, "route", route, NULL);
}

static void
madaf_scan_route_finalize (GObject *object)
{
  g_clear_pointer (&MADAF_SCAN_ROUTE (object)->followed, madaf_code_unref);
  G_OBJECT_CLASS (madaf_scan_route_parent_class)->finalize (object);
}

static void
madaf_scan_route_class_init (MadafScanRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_scan_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_scan_route_create_page;
}

static void
madaf_scan_route_init (MadafScanRoute *self)
{
}

MadafRoute *
madaf_scan_route_new (const char *argument)
{
  return g_object_new (MADAF_TYPE_SCAN_ROUTE, NULL);
}

struct _MadafScanPage
{
  MadafPage parent_instance;

  GtkWidget *halves;
  GtkWidget *viewfinder;
  GtkWidget *words;
  GtkWidget *dark;  /* what to do about too little light */
  GtkWidget *torch; /* the button */
  GtkWidget *panel;
  GtkWidget *again;
  GtkWidget *spring;     /* keeps what is touched in the lower part of a side panel */
  MadafCamera *camera;   /* (owned) (nullable) */
  gint64 first_frame_us; /* when the first one came here */
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (MadafScanPage, madaf_scan_page, MADAF_TYPE_PAGE)

static MadafContext *
get_context (MadafScanPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static MadafScanRoute *
get_route (MadafScanPage *self)
{
  return MADAF_SCAN_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
}

/* The same way as a hand-held scanner's code. Who comes back is offered the item again, and no card or order. */
static void
follow (MadafScanPage *self, MadafCode *read)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  MadafScanRoute *route = get_route (self);
  g_autoptr (MadafCode) code = madaf_code_ref (read);
  g_autoptr (MadafScanned) scanned = madaf_scanned_new (get_context (self), code);

  if (madaf_scanned_is_item (scanned))
    {
      g_clear_pointer (&route->followed, madaf_code_unref);
      route->followed = madaf_code_ref (code);
    }
  if (MADAF_IS_WINDOW (root))
    madaf_window_code_scanned (MADAF_WINDOW (root), code);
}

static void
on_number_chosen (const char *gtin, gpointer user_data)
{
  g_autoptr (MadafCode) code = madaf_code_new_typed (gtin);

  follow (MADAF_SCAN_PAGE (user_data), code);
}

static void
on_number_sheet_closed (MadafScanPage *self)
{
  if (self->camera != NULL && self->shown)
    madaf_camera_start (self->camera);
}

/* Nobody looks at the picture meanwhile, and an item that lies about must not take the sheet away. */
static void
on_type_clicked (MadafScanPage *self)
{
  MadafSheet *sheet = madaf_number_sheet_present (GTK_WIDGET (self), on_number_chosen, G_OBJECT (self));

  if (self->camera != NULL)
    madaf_camera_stop (self->camera);
  g_signal_connect_object (sheet, "closed", G_CALLBACK (on_number_sheet_closed), self, G_CONNECT_SWAPPED);
}

static void
on_search_clicked (MadafScanPage *self)
{
  madaf_context_open (get_context (self), "search", NULL);
}

static void
on_again_clicked (MadafScanPage *self)
{
  if (get_route (self)->followed != NULL)
    follow (self, get_route (self)->followed);
}

/* The camera. */

/* Frames have the time of the wall. */
static void
trace_code (MadafScanPage *self)
{
  gint64 ago_us = g_get_real_time () - madaf_camera_get_in_view_since_us (self->camera);

  madaf_trace_at ("frame-with-code", g_get_monotonic_time () - ago_us);
  madaf_trace ("code");
}

static void
on_code (MadafScanPage *self, MadafCode *code)
{
  MadafCode *followed = get_route (self)->followed;
  MadafSound *sound = madaf_context_get_sound (get_context (self));

  trace_code (self);
  /* Who comes back with the item still in their hand wants to be here, not there again. */
  if (followed != NULL && madaf_code_equal (code, followed)
      && g_get_monotonic_time () - self->first_frame_us < STILL_IN_HAND_US)
    return;
  madaf_viewfinder_flash (MADAF_VIEWFINDER (self->viewfinder));
  if (sound != NULL)
    madaf_sound_play (sound);
  follow (self, code);
}

static void
on_frame (MadafScanPage *self, MadafFrame *frame)
{
  if (self->first_frame_us == 0)
    self->first_frame_us = g_get_monotonic_time ();
}

static gboolean
looks_at_shopper (MadafCamera *camera)
{
  const char *source = madaf_camera_get_source (camera);
  const char *device = madaf_camera_get_device_name (camera);
  g_autofree char *name = device != NULL ? g_utf8_strdown (device, -1) : NULL;

  return g_strcmp0 (source, "front") == 0 || (name != NULL && strstr (name, "front") != NULL);
}

static void
show_words (MadafScanPage *self, const char *icon, const char *headline, const char *hint)
{
  gtk_widget_set_visible (self->words, headline != NULL);
  if (headline != NULL)
    madaf_status_view_set (MADAF_STATUS_VIEW (self->words), icon, headline, hint, NULL);
}

static void
on_state_changed (MadafScanPage *self)
{
  MadafCameraState state = self->camera != NULL ? madaf_camera_get_state (self->camera) : MADAF_CAMERA_MISSING;

  switch (state)
    {
    case MADAF_CAMERA_STARTING:
      show_words (self, "madaf-scan-symbolic", _ ("The camera is starting"), NULL);
      gtk_widget_add_css_class (self->words, "late");
      return;
    case MADAF_CAMERA_MISSING:
      show_words (self, "madaf-scan-symbolic", _ ("No camera found"), _ ("Type the number or search."));
      break;
    case MADAF_CAMERA_FAILED:
      show_words (self, "madaf-oops-symbolic", _ ("The camera does not work right now"),
                  _ ("Type the number or search."));
      break;
    case MADAF_CAMERA_RUNNING:
      madaf_viewfinder_set_mirrored (MADAF_VIEWFINDER (self->viewfinder), looks_at_shopper (self->camera));
      show_words (self, NULL, NULL, NULL);
      break;
    case MADAF_CAMERA_STOPPED:
    default:
      show_words (self, NULL, NULL, NULL);
      break;
    }
  gtk_widget_remove_css_class (self->words, "late");
}

/* Light. */

static const char *
dark_text (MadafScanPage *self)
{
  if (madaf_camera_get_has_torch (self->camera) && !madaf_camera_get_torch (self->camera))
    return _ ("It is rather dark here. The camera’s light helps.");
  return _ ("It is rather dark here. Hold the item nearer to the screen’s light.");
}

static void
on_light_changed (MadafScanPage *self)
{
  gboolean dark = madaf_camera_get_dark (self->camera);

  if (dark)
    gtk_label_set_label (GTK_LABEL (self->dark), dark_text (self));
  gtk_widget_set_visible (self->dark, dark);
  gtk_widget_set_visible (self->torch, madaf_camera_get_has_torch (self->camera));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->torch), madaf_camera_get_torch (self->camera));
}

static void
on_torch_toggled (MadafScanPage *self)
{
  if (self->camera != NULL)
    madaf_camera_set_torch (self->camera, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->torch)));
}

/* The widgets. */

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (MadafScanPage *self, const char *label, const char *css_class, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_panel (MadafScanPage *self)
{
  GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  gtk_box_append (GTK_BOX (panel), make_text (_ ("Scan an item"), "heading-1"));
  gtk_box_append (GTK_BOX (panel),
                  make_text (_ ("Hold its barcode before the camera, about two hands away."), "quiet"));
  self->spring = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (self->spring, TRUE);
  gtk_box_append (GTK_BOX (panel), self->spring);
  self->again = make_button (self, _ ("Show the last item again"), "plain", G_CALLBACK (on_again_clicked));
  gtk_widget_set_visible (self->again, get_route (self)->followed != NULL);
  gtk_box_append (GTK_BOX (panel), self->again);
  if (madaf_context_can_open (get_context (self), "search"))
    gtk_box_append (GTK_BOX (panel), make_button (self, _ ("Search instead"), NULL, G_CALLBACK (on_search_clicked)));
  gtk_box_append (GTK_BOX (panel), make_button (self, _ ("Type the number"), "primary", G_CALLBACK (on_type_clicked)));
  gtk_widget_add_css_class (panel, "page-margin");
  return panel;
}

static GtkWidget *
make_torch (MadafScanPage *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-light-symbolic"));
  /* Translators: a lamp beside the camera, as a button that switches it on and off. */
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_ ("camera", "Light")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Light of the camera"),
                                  -1);
  gtk_widget_set_size_request (button, 64, 64);
  gtk_widget_add_css_class (button, "torch");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_torch_toggled), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_dark (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                                   "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 44, "visible", FALSE, NULL);

  gtk_widget_add_css_class (label, "dark-hint");
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
make_picture (MadafScanPage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->viewfinder = madaf_viewfinder_new (self->camera);
  self->words = madaf_status_view_new ();
  self->dark = make_dark ();
  self->torch = make_torch (self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->viewfinder);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->words);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->dark);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->torch);
  return overlay;
}

static void
madaf_scan_page_constructed (GObject *object)
{
  MadafScanPage *self = MADAF_SCAN_PAGE (object);

  G_OBJECT_CLASS (madaf_scan_page_parent_class)->constructed (object);
  g_set_object (&self->camera, madaf_context_get_camera (get_context (self)));
  self->halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->panel = make_panel (self);
  gtk_box_append (GTK_BOX (self->halves), make_picture (self));
  gtk_box_append (GTK_BOX (self->halves), self->panel);
  gtk_widget_add_css_class (self->halves, "scan");
  madaf_page_set_title (MADAF_PAGE (self), _ ("Scan an item"));
  madaf_page_set_content (MADAF_PAGE (self), self->halves);
}

/* Beside the picture on a wide screen; below it, where hands are, on a high one. */
static void
madaf_scan_page_shape_changed (MadafPage *page, MadafShape shape)
{
  MadafScanPage *self = MADAF_SCAN_PAGE (page);
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->panel, wide ? 400 : -1, -1);
  gtk_widget_set_visible (self->spring, wide);
}

static void
madaf_scan_page_shown (MadafPage *page)
{
  MadafScanPage *self = MADAF_SCAN_PAGE (page);

  self->shown = TRUE;
  if (self->camera != NULL)
    {
      g_signal_connect_object (self->camera, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->camera, "frame", G_CALLBACK (on_frame), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->camera, "code", G_CALLBACK (on_code), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->camera, "notify::has-torch", G_CALLBACK (on_light_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->camera, "notify::torch", G_CALLBACK (on_light_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->camera, "notify::dark", G_CALLBACK (on_light_changed), self, G_CONNECT_SWAPPED);
      madaf_camera_start (self->camera);
      on_light_changed (self);
    }
  on_state_changed (self);
}

/* Another language is another page, of the same place: the camera runs on for it. */
static gboolean
is_built_anew (MadafScanPage *self)
{
  MadafNavigator *navigator = madaf_context_get_navigator (get_context (self));

  return navigator != NULL && madaf_navigator_get_route (navigator) == MADAF_ROUTE (get_route (self));
}

static void
madaf_scan_page_hidden (MadafPage *page)
{
  MadafScanPage *self = MADAF_SCAN_PAGE (page);

  self->shown = FALSE;
  if (self->camera == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->camera, self);
  if (!is_built_anew (self))
    madaf_camera_stop (self->camera);
}

/* The screen shows nothing of the window while it is not mapped, and who sees nothing aims at nothing. */
static void
madaf_scan_page_map (GtkWidget *widget)
{
  MadafScanPage *self = MADAF_SCAN_PAGE (widget);

  GTK_WIDGET_CLASS (madaf_scan_page_parent_class)->map (widget);
  if (self->camera != NULL && self->shown)
    madaf_camera_start (self->camera);
}

static void
madaf_scan_page_unmap (GtkWidget *widget)
{
  MadafScanPage *self = MADAF_SCAN_PAGE (widget);

  if (self->camera != NULL && self->shown)
    madaf_camera_stop (self->camera);
  GTK_WIDGET_CLASS (madaf_scan_page_parent_class)->unmap (widget);
}

static void
madaf_scan_page_dispose (GObject *object)
{
  MadafScanPage *self = MADAF_SCAN_PAGE (object);

  g_clear_object (&self->camera);
  G_OBJECT_CLASS (madaf_scan_page_parent_class)->dispose (object);
}

static void
madaf_scan_page_class_init (MadafScanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_scan_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_scan_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = madaf_scan_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = madaf_scan_page_unmap;
  MADAF_PAGE_CLASS (klass)->shown = madaf_scan_page_shown;
  MADAF_PAGE_CLASS (klass)->hidden = madaf_scan_page_hidden;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_scan_page_shape_changed;
}

static void
madaf_scan_page_init (MadafScanPage *self)
{
}
