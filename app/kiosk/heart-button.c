/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/heart-button.h"

#include "kiosk/alerts/alerts-sheet.h"
#include "kiosk/alerts/alerts.h"
#include "kiosk/hearts.h"
#include "kiosk/language.h"
#include "kiosk/stage.h"

#include <glib/gi18n.h>

struct _MadafHeartButton
{
  GtkToggleButton parent_instance;

  MadafContext *context; /* (owned) (nullable) */
  MadafHearts *hearts;   /* (owned) (nullable) */
  MadafWished *wished;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafHeartButton, madaf_heart_button, GTK_TYPE_TOGGLE_BUTTON)

static void
update (MadafHeartButton *self)
{
  gboolean has = self->wished != NULL && madaf_hearts_has (self->hearts, madaf_wished_get_product_id (self->wished));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), has);
  gtk_button_set_icon_name (GTK_BUTTON (self), has ? "madaf-heart-full-symbolic" : "madaf-heart-symbolic");
}

static void
on_view (gpointer context)
{
  madaf_context_open (context, "wishlist", NULL);
}

static void
tell (MadafHeartButton *self, const char *words)
{
  madaf_stage_toast_with_action (GTK_WIDGET (self), words, _ ("View wishlist"), G_CALLBACK (on_view), self->context);
}

static void
on_tell_me (MadafContext *context)
{
  MadafPage *page = madaf_navigator_get_page (madaf_context_get_navigator (context));

  if (madaf_session_get_member (madaf_context_get_session (context)) != NULL && page != NULL)
    madaf_alerts_sheet_present (context, GTK_WIDGET (page));
}

/* A member is asked the first time whether they want to be told; never again, and nothing comes of not answering. */
static void
tell_added (MadafHeartButton *self)
{
  if (madaf_alerts_take_question (madaf_alerts_for (self->context)))
    madaf_stage_toast_with_action (
        GTK_WIDGET (self), _ ("On your wishlist. Shall we tell you when it becomes cheaper, or is there again?"),
        _ ("Tell me"), G_CALLBACK (on_tell_me), self->context);
  else
    tell (self, _ ("On your wishlist"));
}

static void
on_clicked (MadafHeartButton *self)
{
  if (self->wished == NULL)
    return;
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)))
    madaf_hearts_remove_product (self->hearts, madaf_wished_get_product_id (self->wished));
  else if (madaf_hearts_add (self->hearts, self->wished))
    tell_added (self);
  else
    tell (self, _ ("Your wishlist is full"));
  update (self);
}

static void
madaf_heart_button_dispose (GObject *object)
{
  MadafHeartButton *self = MADAF_HEART_BUTTON (object);

  g_clear_object (&self->wished);
  g_clear_object (&self->hearts);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_heart_button_parent_class)->dispose (object);
}

static void
madaf_heart_button_class_init (MadafHeartButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_heart_button_dispose;
}

static void
madaf_heart_button_init (MadafHeartButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "round");
  gtk_widget_add_css_class (GTK_WIDGET (self), "heart");
  gtk_button_set_icon_name (GTK_BUTTON (self), "madaf-heart-symbolic");
  g_signal_connect (self, "clicked", G_CALLBACK (on_clicked), NULL);
}

void
madaf_heart_button_set (MadafHeartButton *self, MadafContext *context, MadafWished *wished)
{
  const char *title = madaf_text_pick (madaf_wished_get_title (wished), madaf_language_current ());
  /* Translators: a button that is on or off; %s is a product. */
  g_autofree char *name = g_strdup_printf (_ ("%s on your wishlist"), title);

  if (self->hearts == NULL)
    {
      self->context = g_object_ref (context);
      self->hearts = g_object_ref (madaf_hearts_for (context));
      /* So that it is known by the time of a touch. */
      madaf_alerts_for (context);
      g_signal_connect_object (self->hearts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->wished, wished);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update (self);
}
