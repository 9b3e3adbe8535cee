/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/totals-view.h"

#include "kiosk/benefits/benefit-words.h"
#include "kiosk/benefits/benefits.h"
#include "kiosk/pages/basket/order-words.h"

#include <glib/gi18n.h>

struct _MadafTotalsView
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  gboolean removable;
  GtkWidget *parts; /* what leads to the large figure */
  GtkWidget *name;
  GtkWidget *total;
  GtkWidget *note;
  GtkWidget *earns;
};

G_DEFINE_FINAL_TYPE (MadafTotalsView, madaf_totals_view, GTK_TYPE_BOX)

static MadafBenefits *
get_benefits (MadafTotalsView *self)
{
  return madaf_benefits_for (self->context);
}

static GtkWidget *
add_part (MadafTotalsView *self, const char *name, const MadafMoney *amount)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  g_autofree char *money = madaf_order_words_money (amount);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, "hexpand", TRUE, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);

  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), gtk_label_new (money));
  gtk_box_append (GTK_BOX (self->parts), row);
  return row;
}

/* Taking back. */

static void
on_step_clicked (GtkButton *button, MadafTotalsView *self)
{
  madaf_benefits_take_back_step (get_benefits (self), g_object_get_data (G_OBJECT (button), "coupon"));
}

static void
on_payment_clicked (GtkButton *button, MadafTotalsView *self)
{
  madaf_benefits_take_back_payment (get_benefits (self), g_object_get_data (G_OBJECT (button), "card"));
}

/* data: of what is taken back, by the name that its callback knows. */
static void
add_button (
    MadafTotalsView *self, GtkWidget *row, const char *name, const char *key, const char *data, GCallback callback)
{
  GtkWidget *button;
  g_autofree char *words = NULL;

  if (!self->removable)
    return;
  button = gtk_button_new_from_icon_name ("madaf-close-symbolic");
  /* Translators: for screen readers: a coupon, points or a card that is taken out of an order again. */
  words = g_strdup_printf (_ ("Do not use %s"), name);
  gtk_widget_add_css_class (button, "round");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), key, g_strdup (data), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  gtk_box_append (GTK_BOX (row), button);
}

static gboolean
is_taken_off (const MadafTotalStep *step)
{
  return step->kind == MADAF_PRICE_STEP_COUPON || step->kind == MADAF_PRICE_STEP_POINTS;
}

/* What the goods cost before anything was put down; FALSE when nothing is taken off. */
static gboolean
find_goods (MadafPriceQuote *quote, MadafMoney *goods)
{
  gboolean any = FALSE;

  *goods = quote->total;
  for (guint i = 0; i < quote->steps->len; i++)
    {
      const MadafTotalStep *step = g_ptr_array_index (quote->steps, i);

      if (is_taken_off (step))
        any = madaf_money_subtract (goods, &step->amount, goods);
    }
  return any;
}

static void
add_steps (MadafTotalsView *self, MadafPriceQuote *quote)
{
  MadafMoney goods;

  if (!find_goods (quote, &goods))
    return;
  add_part (self, _ ("Items"), &goods);
  for (guint i = 0; i < quote->steps->len; i++)
    {
      const MadafTotalStep *step = g_ptr_array_index (quote->steps, i);
      g_autofree char *name = madaf_benefit_words_step (step);

      if (is_taken_off (step))
        add_button (self, add_part (self, name, &step->amount), name, "coupon", step->coupon_id,
                    G_CALLBACK (on_step_clicked));
    }
}

static void
add_payments (MadafTotalsView *self, MadafPriceQuote *quote)
{
  if (quote->payments->len > 0)
    gtk_widget_add_css_class (add_part (self, _ ("Total"), &quote->total), "sum");
  for (guint i = 0; i < quote->payments->len; i++)
    {
      const MadafPaidPart *part = g_ptr_array_index (quote->payments, i);
      g_autofree char *name = madaf_benefit_words_payment (part);
      MadafMoney less = part->amount;

      less.minor = -less.minor;
      add_button (self, add_part (self, name, &less), name, "card", part->last_four, G_CALLBACK (on_payment_clicked));
    }
}

static void
clear_parts (MadafTotalsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->parts)) != NULL)
    gtk_box_remove (GTK_BOX (self->parts), child);
}

/* certain: it is what the central says of the basket as it is. total NULL: nothing is known. */
static void
show (MadafTotalsView *self, const MadafMoney *total, gboolean certain, const char *note)
{
  g_autofree char *amount = total != NULL ? madaf_order_words_money (total) : g_strdup ("");
  /* Translators: for screen readers: %s is an amount of money. */
  g_autofree char *sentence = total != NULL ? g_strdup_printf (_ ("The total is %s"), amount) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (self->total), amount);
  gtk_label_set_label (GTK_LABEL (self->note), total != NULL ? note : "");
  (certain ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (self->total, "quiet");
  (certain ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (self->parts, "quiet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

/* What the central said with all that is put down. */
static void
show_quote (MadafTotalsView *self, MadafPriceQuote *quote, gboolean certain)
{
  g_autofree char *vat = madaf_order_words_vat (&quote->vat);

  add_steps (self, quote);
  add_payments (self, quote);
  gtk_label_set_label (GTK_LABEL (self->name), quote->payments->len > 0 ? _ ("Left to pay") : _ ("Total"));
  show (self, &quote->due, certain, certain ? vat : _ ("Checking the price…"));
}

/* The basket without any of that, as the central said it or as its lines add up. */
static void
show_basket (MadafTotalsView *self, const char *words)
{
  MadafBasket *basket = madaf_session_get_basket (madaf_context_get_session (self->context));
  const MadafMoney *vat = madaf_basket_get_vat (basket);
  gboolean certain = madaf_basket_get_total (basket) != NULL && vat != NULL && words == NULL;
  g_autofree char *including = vat != NULL ? madaf_order_words_vat (vat) : NULL;
  MadafMoney sum;

  gtk_label_set_label (GTK_LABEL (self->name), _ ("Total"));
  if (certain)
    show (self, madaf_basket_get_total (basket), TRUE, including);
  else if (madaf_basket_get_sum (basket, &sum))
    show (self, &sum, FALSE, words != NULL ? words : _ ("Checking the price…"));
  else
    show (self, NULL, FALSE, "");
}

static void
update (MadafTotalsView *self)
{
  MadafBenefits *benefits = get_benefits (self);
  MadafBenefitsState state = madaf_benefits_get_state (benefits);
  MadafPriceQuote *quote = madaf_benefits_get_last_quote (benefits);
  g_autofree char *earns = NULL;

  clear_parts (self);
  if (madaf_benefits_is_empty (benefits))
    show_basket (self, NULL);
  else if (quote != NULL && (state == MADAF_BENEFITS_KNOWN || state == MADAF_BENEFITS_ASKING))
    show_quote (self, quote, state == MADAF_BENEFITS_KNOWN);
  else
    show_basket (self, state == MADAF_BENEFITS_OFFLINE ? _ (
                           "Without your coupons, points and cards: the shop’s system cannot be reached right now.")
                                                       : NULL);
  gtk_widget_set_visible (self->parts, gtk_widget_get_first_child (self->parts) != NULL);
  quote = madaf_benefits_get_quote (benefits);
  gtk_widget_set_visible (self->earns, quote != NULL && quote->earns > 0);
  earns = quote != NULL ? madaf_benefit_words_earns (quote->earns) : NULL;
  gtk_label_set_label (GTK_LABEL (self->earns), earns != NULL ? earns : "");
}

static void
madaf_totals_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_TOTALS_VIEW (object)->context);
  G_OBJECT_CLASS (madaf_totals_view_parent_class)->dispose (object);
}

static void
madaf_totals_view_class_init (MadafTotalsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_totals_view_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "totals");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
make_note (MadafTotalsView *self)
{
  GtkWidget *note = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, "wrap", TRUE, "justify", GTK_JUSTIFY_RIGHT, NULL);

  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_label_set_justify (GTK_LABEL (note), GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (note, "quiet");
  gtk_widget_add_css_class (note, "small");
  gtk_box_append (GTK_BOX (self), note);
  return note;
}

static void
madaf_totals_view_init (MadafTotalsView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->parts, "parts");
  gtk_box_append (GTK_BOX (self), self->parts);
  self->name = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->name, "lead");
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_set_valign (self->name, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), self->name);
  self->total = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->total, "amount");
  gtk_widget_set_valign (self->total, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), self->total);
  gtk_box_append (GTK_BOX (self), row);
  self->note = make_note (self);
  self->earns = make_note (self);
}

GtkWidget *
madaf_totals_view_new (MadafContext *context, gboolean removable)
{
  MadafTotalsView *self = g_object_new (MADAF_TYPE_TOTALS_VIEW, NULL);
  MadafBasket *basket = madaf_session_get_basket (madaf_context_get_session (context));

  self->context = g_object_ref (context);
  self->removable = removable;
  g_signal_connect_object (get_benefits (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (basket, "notify::total", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (basket, "notify::vat", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (basket, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
