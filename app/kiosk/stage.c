/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/stage.h"

#include "kiosk/countdown.h"
#include "kiosk/keyboard/dock.h"
#include "kiosk/keyboard/field.h"
#include "kiosk/motion.h"
#include "kiosk/shape.h"
#include "kiosk/toast.h"
#include "kiosk/widgets/sheet.h"

/* The layers of the one window, from back to front: page, veil and sheet, toast, idle warning; the keyboard below all.
 */

struct _MadafStage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *overlay;
  GtkWidget *content;
  GtkWidget *veil;
  GtkWidget *sheet_revealer;
  GtkWidget *sheet; /* (nullable), child of sheet_revealer */
  GtkWidget *toast;
  GtkWidget *idle_veil;
  GtkWidget *countdown; /* (nullable) while the warning is up */
  GtkWidget *keyboard;
  GtkWidget *focus_before; /* weak pointer: where the focus was before the sheet */
};

G_DEFINE_FINAL_TYPE (MadafStage, madaf_stage, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STILL_HERE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
madaf_stage_hide_keyboard (MadafStage *self)
{
  madaf_keyboard_dock_hide (MADAF_KEYBOARD_DOCK (self->keyboard));
}

/* Sheets. */

/* A passing message keeps off an open sheet: above the one below, and beside the one at the side. */
static void
place_toast (MadafStage *self, gboolean open, gboolean beside)
{
  gtk_widget_set_valign (self->toast, open ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_halign (self->toast, open && beside ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
}

static void
place_sheet (MadafStage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean beside = madaf_shape_for_size (width, height) == MADAF_SHAPE_LANDSCAPE;
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  gtk_widget_set_halign (self->sheet_revealer, beside ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_set_valign (self->sheet_revealer, beside ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_revealer_set_transition_type (
      GTK_REVEALER (self->sheet_revealer),
      beside ? (rtl ? GTK_REVEALER_TRANSITION_TYPE_SLIDE_RIGHT : GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT)
             : GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  if (self->sheet == NULL)
    return;
  place_toast (self, TRUE, beside);
  gtk_widget_set_size_request (self->sheet, beside ? MIN (480, width) : -1, -1);
  gtk_widget_remove_css_class (self->sheet, beside ? "bottom" : "side");
  gtk_widget_add_css_class (self->sheet, beside ? "side" : "bottom");
}

/* Who hears the screen must not wander into the page below either. */
static void
set_content_open (MadafStage *self, gboolean open)
{
  if (self->content == NULL)
    return;
  gtk_widget_set_can_target (self->content, open);
  gtk_widget_set_can_focus (self->content, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_STATE_HIDDEN, !open, -1);
}

static void
remove_sheet (MadafStage *self)
{
  gtk_revealer_set_child (GTK_REVEALER (self->sheet_revealer), NULL);
  gtk_widget_set_visible (self->sheet_revealer, FALSE);
  place_toast (self, FALSE, FALSE);
  self->sheet = NULL;
}

static void
on_sheet_moved (MadafStage *self)
{
  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (self->sheet_revealer))
      && !gtk_revealer_get_reveal_child (GTK_REVEALER (self->sheet_revealer)) && self->sheet != NULL)
    remove_sheet (self);
}

static void
on_sheet_closed (MadafStage *self)
{
  madaf_stage_hide_keyboard (self);
  gtk_widget_set_visible (self->veil, FALSE);
  set_content_open (self, TRUE);
  madaf_motion_reveal (GTK_REVEALER (self->sheet_revealer), FALSE);
  if (self->focus_before != NULL)
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

static void
on_veil_released (MadafStage *self)
{
  madaf_stage_close_sheets (self);
}

void
madaf_stage_present (MadafStage *self, MadafSheet *sheet)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->sheet != NULL)
    {
      madaf_stage_close_sheets (self);
      remove_sheet (self);
    }
  if (focus != NULL && !madaf_field_takes_text (focus))
    g_set_weak_pointer (&self->focus_before, focus);
  self->sheet = GTK_WIDGET (sheet);
  g_signal_connect_object (sheet, "closed", G_CALLBACK (on_sheet_closed), self, G_CONNECT_SWAPPED);
  gtk_revealer_set_child (GTK_REVEALER (self->sheet_revealer), self->sheet);
  place_sheet (self);
  set_content_open (self, FALSE);
  gtk_widget_set_visible (self->veil, TRUE);
  gtk_widget_set_visible (self->sheet_revealer, TRUE);
  madaf_motion_reveal (GTK_REVEALER (self->sheet_revealer), TRUE);
  gtk_widget_child_focus (self->sheet, GTK_DIR_TAB_FORWARD);
}

void
madaf_stage_close_sheets (MadafStage *self)
{
  if (self->sheet != NULL)
    madaf_sheet_close (MADAF_SHEET (self->sheet));
}

gboolean
madaf_stage_has_sheet (MadafStage *self)
{
  return self->sheet != NULL && gtk_revealer_get_reveal_child (GTK_REVEALER (self->sheet_revealer));
}

/* Toasts. */

void
madaf_stage_toast_with_action (
    GtkWidget *near, const char *text, const char *button, GCallback activate, gpointer user_data)
{
  MadafStage *self = madaf_stage_for (near);

  g_return_if_fail (self != NULL);
  madaf_toast_show (MADAF_TOAST (self->toast), near, text, button, activate, user_data);
}

void
madaf_stage_toast (GtkWidget *near, const char *text)
{
  madaf_stage_toast_with_action (near, text, NULL, NULL, NULL);
}

void
madaf_stage_clear (MadafStage *self)
{
  madaf_stage_hide_keyboard (self);
  madaf_stage_close_sheets (self);
  if (self->sheet != NULL)
    remove_sheet (self);
  madaf_toast_clear (MADAF_TOAST (self->toast));
}

/* The idle warning. */

static void
on_still_here (MadafStage *self)
{
  g_signal_emit (self, signals[SIGNAL_STILL_HERE], 0);
}

void
madaf_stage_set_idle_warning (MadafStage *self, double seconds_left, double seconds_total)
{
  if (seconds_left < 0)
    {
      gtk_widget_set_visible (self->idle_veil, FALSE);
      if (self->countdown != NULL)
        gtk_box_remove (GTK_BOX (self->idle_veil), self->countdown);
      self->countdown = NULL;
      return;
    }
  if (self->countdown == NULL)
    {
      /* Made anew each time: its words are in the language of the moment. */
      self->countdown = madaf_countdown_new ();
      gtk_widget_set_hexpand (self->countdown, TRUE);
      g_signal_connect_object (self->countdown, "answered", G_CALLBACK (on_still_here), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->idle_veil), self->countdown);
      madaf_stage_hide_keyboard (self);
      gtk_widget_set_visible (self->idle_veil, TRUE);
    }
  madaf_countdown_set (MADAF_COUNTDOWN (self->countdown), seconds_left, seconds_total);
}

/* The widget. */

static void
madaf_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MadafStage *self = MADAF_STAGE (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
madaf_stage_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (MADAF_STAGE (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
madaf_stage_dispose (GObject *object)
{
  MadafStage *self = MADAF_STAGE (object);

  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_stage_parent_class)->dispose (object);
}

static void
madaf_stage_class_init (MadafStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_stage_dispose;
  widget_class->size_allocate = madaf_stage_size_allocate;
  widget_class->measure = madaf_stage_measure;
  signals[SIGNAL_STILL_HERE]
      = g_signal_new ("still-here", MADAF_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "stage");
}

static void
make_veil_and_sheet (MadafStage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->veil = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->veil, "veil");
  gtk_widget_set_visible (self->veil, FALSE);
  g_signal_connect_object (click, "released", G_CALLBACK (on_veil_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->veil, GTK_EVENT_CONTROLLER (click));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->veil);

  self->sheet_revealer = gtk_revealer_new ();
  gtk_widget_set_visible (self->sheet_revealer, FALSE);
  g_signal_connect_object (self->sheet_revealer, "notify::child-revealed", G_CALLBACK (on_sheet_moved), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->sheet_revealer);
}

static void
madaf_stage_init (MadafStage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_vexpand (self->overlay, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->overlay);
  make_veil_and_sheet (self);
  self->toast = madaf_toast_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->toast);
  self->keyboard = madaf_keyboard_dock_new (GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), self->keyboard);
  self->idle_veil = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->idle_veil, "veil");
  gtk_widget_set_visible (self->idle_veil, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->idle_veil);
}

GtkWidget *
madaf_stage_new (void)
{
  return g_object_new (MADAF_TYPE_STAGE, NULL);
}

void
madaf_stage_set_content (MadafStage *self, GtkWidget *content)
{
  self->content = content;
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), content);
}

MadafStage *
madaf_stage_for (GtkWidget *widget)
{
  GtkWidget *stage = gtk_widget_get_ancestor (widget, MADAF_TYPE_STAGE);

  return stage != NULL ? MADAF_STAGE (stage) : NULL;
}

void
madaf_stage_set_language (MadafStage *self, const char *language)
{
  madaf_keyboard_dock_set_language (MADAF_KEYBOARD_DOCK (self->keyboard), language);
}
