/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/benefits-view.h"

#include "kiosk/benefits/benefit-words.h"
#include "kiosk/benefits/benefits.h"
#include "kiosk/benefits/code-sheet.h"
#include "kiosk/benefits/points-sheet.h"
#include "kiosk/pages/basket/fulfilment-sheet.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/stage.h"

#include <glib/gi18n.h>

/* Each row is a button that says by its mark whether the thing is used, and by its key which thing it is. */

#define KEY "madaf-key"

struct _MadafBenefitsView
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *trouble;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (MadafBenefitsView, madaf_benefits_view, GTK_TYPE_BOX)

static MadafBenefits *
get_benefits (MadafBenefitsView *self)
{
  return madaf_benefits_for (self->context);
}

/* What is touched. */

static void
on_coupon_clicked (GtkButton *button, MadafBenefitsView *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), KEY);
  MadafBenefits *benefits = get_benefits (self);

  if (!madaf_benefits_use_coupon (benefits, id, !madaf_benefits_uses_coupon (benefits, id)))
    madaf_stage_toast (GTK_WIDGET (self), madaf_benefit_words_full ());
}

static void
on_code_clicked (GtkButton *button, MadafBenefitsView *self)
{
  madaf_benefits_take_back (get_benefits (self), g_object_get_data (G_OBJECT (button), KEY));
}

static void
on_points_clicked (GtkButton *button, MadafBenefitsView *self)
{
  madaf_points_sheet_present (self->context, GTK_WIDGET (self));
}

static void
on_value_clicked (GtkButton *button, MadafBenefitsView *self)
{
  MadafBenefits *benefits = get_benefits (self);

  madaf_benefits_set_stored_value (benefits, !madaf_benefits_get_stored_value (benefits));
}

static void
on_type_clicked (GtkButton *button, MadafBenefitsView *self)
{
  madaf_code_sheet_present (self->context, GTK_WIDGET (self));
}

static void
on_sign_in_clicked (GtkButton *button, MadafBenefitsView *self)
{
  madaf_sign_in_sheet_present (self->context, NULL, GTK_WIDGET (self));
}

/* The rows. */

static GtkWidget *
add (MadafBenefitsView *self, const char *key, const char *icon, const char *name, const char *hint, gboolean used)
{
  GtkWidget *button = madaf_way_button_new (icon, name, hint, used);

  g_object_set_data_full (G_OBJECT (button), KEY, g_strdup (key), g_free);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               used ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_box_append (GTK_BOX (self->rows), button);
  return button;
}

/* The name, and under it the terms, or what it takes off, or why it does not. */
static GtkWidget *
add_coupon (MadafBenefitsView *self, const char *key, const MadafCouponInfo *info, gboolean used)
{
  g_autofree char *name = madaf_benefit_words_coupon_name (info);
  g_autofree char *terms = madaf_benefit_words_coupon_terms (info);
  g_autofree char *fault = madaf_benefit_words_coupon_fault (info);
  g_autofree char *hint = NULL;

  if (fault != NULL && *terms != '\0')
    hint = g_strdup_printf ("%s\n%s", terms, fault);
  else
    hint = g_strdup (fault != NULL ? fault : terms);
  return add (self, key, "madaf-coupon-symbolic", name, hint, used && fault == NULL);
}

/* Whether it was scanned or typed as well: then it stands there as that. */
static gboolean
is_by_code (MadafBenefitsView *self, const char *coupon_id)
{
  MadafBenefits *benefits = get_benefits (self);

  for (guint i = 0; i < madaf_benefits_get_codes (benefits)->len; i++)
    {
      const MadafCouponInfo *info = madaf_benefits_get_code_info (benefits, i);

      if (info != NULL && g_strcmp0 (info->coupon_id, coupon_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Those that could count for this basket, or those that could not. */
static void
add_waiting (MadafBenefitsView *self, MadafPriceQuote *quote, gboolean useful)
{
  for (guint i = 0; quote != NULL && i < quote->waiting->len; i++)
    {
      const MadafCouponInfo *info = g_ptr_array_index (quote->waiting, i);
      gboolean used = info->coupon_id != NULL && madaf_benefits_uses_coupon (get_benefits (self), info->coupon_id);
      gboolean counts = used || info->fault == MADAF_COUPON_COUNTS;
      GtkWidget *button;

      if (info->coupon_id == NULL || counts != useful || is_by_code (self, info->coupon_id))
        continue;
      button = add_coupon (self, info->coupon_id, info, used);
      gtk_widget_set_sensitive (button, used || info->fault != MADAF_COUPON_NOT_FOR_THESE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_coupon_clicked), self, 0);
    }
}

static void
add_codes (MadafBenefitsView *self)
{
  GPtrArray *codes = madaf_benefits_get_codes (get_benefits (self));

  for (guint i = 0; i < codes->len; i++)
    {
      char *code = g_ptr_array_index (codes, i);
      const MadafCouponInfo unknown = { .code = code };
      const MadafCouponInfo *info = madaf_benefits_get_code_info (get_benefits (self), i);
      GtkWidget *button = add_coupon (self, code, info != NULL ? info : &unknown, TRUE);

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_code_clicked), self, 0);
    }
}

static void
add_cards (MadafBenefitsView *self)
{
  GPtrArray *cards = madaf_benefits_get_cards (get_benefits (self));

  for (guint i = 0; i < cards->len; i++)
    {
      const char *code = g_ptr_array_index (cards, i);
      const MadafCardInfo *info = madaf_benefits_get_card_info (get_benefits (self), i);
      g_autofree char *last_four = madaf_benefits_get_last_four (code);
      g_autofree char *name = madaf_benefit_words_card_name (last_four);
      g_autofree char *balance
          = info != NULL && madaf_money_is_told (&info->balance) ? madaf_order_words_money (&info->balance) : NULL;
      /* Translators: %s is an amount of money on a gift card. */
      g_autofree char *hint = balance != NULL ? g_strdup_printf (_ ("%s on it"), balance) : NULL;
      GtkWidget *button = add (self, code, "madaf-card-symbolic", name, hint, TRUE);

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_code_clicked), self, 0);
    }
}

static void
add_points (MadafBenefitsView *self, MadafPriceQuote *quote)
{
  g_autofree char *worth = NULL;
  g_autofree char *name = NULL;
  g_autofree char *used = NULL;
  gboolean uses = madaf_benefits_get_points (get_benefits (self)) > 0;
  GtkWidget *button;

  if (!quote->points.exist || quote->points.balance == 0)
    return;
  worth = madaf_benefit_words_points_worth (quote->points.balance, &quote->points.point_value);
  used = madaf_benefit_words_points (quote->points_used);
  /* Translators: %s is "240 points". */
  name = uses ? g_strdup_printf (_ ("%s for this order"), used) : g_strdup (_ ("Use points"));
  button = add (self, "points", "madaf-star-symbolic", name, worth, uses);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_points_clicked), self, 0);
}

static void
add_stored_value (MadafBenefitsView *self, MadafPriceQuote *quote)
{
  g_autofree char *amount = NULL;
  g_autofree char *hint = NULL;
  GtkWidget *button;

  if (!madaf_money_is_told (&quote->stored_value) || quote->stored_value.minor == 0)
    return;
  amount = madaf_order_words_money (&quote->stored_value);
  /* Translators: %s is an amount of money. */
  hint = g_strdup_printf (_ ("%s to spend, as much as is needed"), amount);
  button = add (self, "stored-value", "madaf-wallet-symbolic", _ ("Use stored value"), hint,
                madaf_benefits_get_stored_value (get_benefits (self)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_value_clicked), self, 0);
}

static void
add_ways (MadafBenefitsView *self)
{
  GtkWidget *type = add (self, "type", "madaf-keyboard-symbolic", _ ("Type a coupon or gift card"),
                         _ ("Or scan it, on any page"), FALSE);
  GtkWidget *sign_in;

  g_signal_connect_object (type, "clicked", G_CALLBACK (on_type_clicked), self, 0);
  if (madaf_session_get_member (madaf_context_get_session (self->context)) != NULL
      || madaf_context_get_ways (self->context) == 0)
    return;
  sign_in = add (self, "sign-in", "madaf-person-symbolic", _ ("Sign in"),
                 _ ("Your points, coupons and stored value count then"), FALSE);
  g_signal_connect_object (sign_in, "clicked", G_CALLBACK (on_sign_in_clicked), self, 0);
}

/* The key of the row that has the focus. (transfer full) (nullable) */
static char *
focused_key (MadafBenefitsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == self->rows
             ? g_strdup (g_object_get_data (G_OBJECT (focus), KEY))
             : NULL;
}

static void
focus_key (MadafBenefitsView *self, const char *key)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (self->rows); key != NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), KEY), key) == 0)
      gtk_widget_grab_focus (child);
}

static void
update (MadafBenefitsView *self)
{
  MadafPriceQuote *quote = madaf_benefits_get_last_quote (get_benefits (self));
  g_autofree char *focused = focused_key (self);
  GtkWidget *child;

  gtk_widget_set_visible (self->trouble, madaf_benefits_get_state (get_benefits (self)) == MADAF_BENEFITS_OFFLINE);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  add_codes (self);
  add_waiting (self, quote, TRUE);
  if (quote != NULL)
    add_points (self, quote);
  add_cards (self);
  if (quote != NULL)
    add_stored_value (self, quote);
  add_waiting (self, quote, FALSE);
  add_ways (self);
  focus_key (self, focused);
}

static void
madaf_benefits_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_BENEFITS_VIEW (object)->context);
  G_OBJECT_CLASS (madaf_benefits_view_parent_class)->dispose (object);
}

static void
madaf_benefits_view_class_init (MadafBenefitsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_benefits_view_dispose;
}

static void
madaf_benefits_view_init (MadafBenefitsView *self)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Coupons, points and cards"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (title, "heading-3");
  gtk_box_append (GTK_BOX (self), title);
  self->trouble = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "label",
                                _ ("The shop’s system cannot be reached right now. We keep trying."), "wrap", TRUE,
                                "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (self->trouble, "verdict");
  gtk_widget_add_css_class (self->trouble, "warning");
  gtk_box_append (GTK_BOX (self), self->trouble);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Coupons, points and cards"), -1);
  gtk_box_append (GTK_BOX (self), self->rows);
}

GtkWidget *
madaf_benefits_view_new (MadafContext *context)
{
  MadafBenefitsView *self = g_object_new (MADAF_TYPE_BENEFITS_VIEW, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (get_benefits (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::ways", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
