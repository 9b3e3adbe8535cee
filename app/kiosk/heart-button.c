/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/heart-button.h"

#include "kiosk/alerts/alerts-sheet.h"
#include "kiosk/alerts/alerts.h"
#include "kiosk/hearts.h"
#include "kiosk/language.h"
#include "kiosk/lists/choose-sheet.h"
#include "kiosk/lists/list-words.h"
#include "kiosk/stage.h"

#include <glib/gi18n.h>

struct _MadafHeartButton
{
  GtkToggleButton parent_instance;

  MadafContext *context;        /* (owned) (nullable) */
  MadafHearts *hearts;          /* (owned) (nullable) */
  MadafWished *wished;          /* (owned) (nullable) */
  MadafProductSummary *product; /* (owned) (nullable): what there is a wish for once it is touched */
};

G_DEFINE_FINAL_TYPE (MadafHeartButton, madaf_heart_button, GTK_TYPE_TOGGLE_BUTTON)

static const char *
get_product_id (MadafHeartButton *self)
{
  return self->product != NULL ? madaf_product_summary_get_id (self->product)
                               : madaf_wished_get_product_id (self->wished);
}

/* As it costs now. (transfer full) */
static MadafWished *
make_wished (MadafProductSummary *product)
{
  MadafPicture *picture = madaf_product_summary_get_picture (product);
  MadafPrice *price = madaf_product_summary_get_price_from (product);
  const MadafMoney *amount = price != NULL ? madaf_price_get_amount (price) : NULL;

  return g_object_new (MADAF_TYPE_WISHED, "product-id", madaf_product_summary_get_id (product), "title",
                       madaf_product_summary_get_title (product), "brand", madaf_product_summary_get_brand (product),
                       "picture-id", picture != NULL ? madaf_picture_get_id (picture) : NULL, "saved-price", amount,
                       "price", amount, "available", -1, "available-here", -1, NULL);
}

static void
update (MadafHeartButton *self)
{
  gboolean has = madaf_hearts_has (self->hearts, get_product_id (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), has);
  gtk_button_set_icon_name (GTK_BUTTON (self), has ? "madaf-heart-full-symbolic" : "madaf-heart-symbolic");
}

static void
on_view (gpointer context)
{
  madaf_context_open (context, "wishlist", NULL);
}

static void
on_undo (gpointer context)
{
  madaf_hearts_put_back (madaf_hearts_for (context));
}

typedef struct
{
  MadafWished *wished; /* (owned) */
  char *list_id;       /* (owned): where it was saved */
} Saved;

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_object_unref (saved->wished);
  g_free (saved->list_id);
  g_free (saved);
}

static void
on_list_chosen (MadafContext *context, const char *list_id, gpointer data)
{
  MadafHearts *hearts = madaf_hearts_for (context);
  const Saved *saved = data;
  g_autofree char *name = madaf_list_words_name_of (hearts, list_id);
  /* Translators: %s is the name of a list. */
  g_autofree char *words = g_strdup_printf (_ ("Saved in %s"), name);

  madaf_hearts_move (hearts, saved->wished, saved->list_id, list_id);
  madaf_hearts_set_target (hearts, list_id);
  madaf_stage_toast_with_action (GTK_WIDGET (madaf_context_get_navigator (context)), words, _ ("View wishlist"),
                                 G_CALLBACK (on_view), context);
}

/* The toast may be older than the card that it came from. */
static void
on_change (gpointer context)
{
  MadafHearts *hearts = madaf_hearts_for (context);
  MadafWished *wished = madaf_hearts_get_saved (hearts);
  Saved *saved;

  if (wished == NULL)
    return;
  saved = g_new0 (Saved, 1);
  saved->wished = g_object_ref (wished);
  saved->list_id = g_strdup (madaf_hearts_get_target (hearts));
  madaf_choose_sheet_present (context, _ ("Where shall it be kept?"), NULL, saved->list_id, on_list_chosen, saved,
                              saved_free, GTK_WIDGET (madaf_context_get_navigator (context)));
}

static void
on_tell_me (MadafContext *context)
{
  MadafPage *page = madaf_navigator_get_page (madaf_context_get_navigator (context));

  if (madaf_session_get_member (madaf_context_get_session (context)) != NULL && page != NULL)
    madaf_alerts_sheet_present (context, GTK_WIDGET (page));
}

/* A member is asked the first time whether they want to be told; never again, and nothing comes of not answering. With
 * several lists it matters on which it is. */
static void
tell_saved (MadafHeartButton *self)
{
  g_autofree char *name = madaf_list_words_name_of (self->hearts, madaf_hearts_get_target (self->hearts));
  g_autofree char *words = g_strdup_printf (_ ("Saved in %s"), name);

  if (madaf_alerts_take_question (madaf_alerts_for (self->context)))
    madaf_stage_toast_with_action (
        GTK_WIDGET (self), _ ("On your wishlist. Shall we tell you when it becomes cheaper, or is there again?"),
        _ ("Tell me"), G_CALLBACK (on_tell_me), self->context);
  else if (madaf_hearts_count_lists (self->hearts) > 1)
    madaf_stage_toast_with_action (GTK_WIDGET (self), words, _ ("Change the list"), G_CALLBACK (on_change),
                                   self->context);
  else
    madaf_stage_toast_with_action (GTK_WIDGET (self), _ ("On your wishlist"), _ ("View wishlist"), G_CALLBACK (on_view),
                                   self->context);
}

static void
take_off (MadafHeartButton *self)
{
  madaf_hearts_remove_product (self->hearts, get_product_id (self));
  madaf_stage_toast_with_action (GTK_WIDGET (self), _ ("Taken off your wishlist"), C_ ("take back", "Undo"),
                                 G_CALLBACK (on_undo), self->context);
}

static void
on_clicked (MadafHeartButton *self)
{
  if (self->hearts == NULL)
    return;
  if (self->wished == NULL)
    self->wished = make_wished (self->product);
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)))
    take_off (self);
  else if (madaf_hearts_add (self->hearts, self->wished))
    tell_saved (self);
  else
    madaf_stage_toast_with_action (GTK_WIDGET (self), _ ("Your wishlist is full"), _ ("View wishlist"),
                                   G_CALLBACK (on_view), self->context);
  update (self);
}

static void
madaf_heart_button_dispose (GObject *object)
{
  MadafHeartButton *self = MADAF_HEART_BUTTON (object);

  g_clear_object (&self->wished);
  g_clear_object (&self->product);
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

static void
set (MadafHeartButton *self, MadafContext *context, MadafText *text)
{
  const char *title = madaf_text_pick (text, madaf_language_current ());
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update (self);
}

void
madaf_heart_button_set (MadafHeartButton *self, MadafContext *context, MadafWished *wished)
{
  g_clear_object (&self->product);
  g_set_object (&self->wished, wished);
  set (self, context, madaf_wished_get_title (wished));
}

void
madaf_heart_button_set_product (MadafHeartButton *self, MadafContext *context, MadafProductSummary *product)
{
  g_clear_object (&self->wished);
  g_set_object (&self->product, product);
  set (self, context, madaf_product_summary_get_title (product));
}
