/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/checkout-page.h"

#include "kiosk/benefits/benefits-view.h"
#include "kiosk/benefits/benefits.h"
#include "kiosk/benefits/unreachable-sheet.h"
#include "kiosk/language.h"
#include "kiosk/pages/basket/basket-change.h"
#include "kiosk/pages/basket/basket-sync.h"
#include "kiosk/pages/basket/order-side.h"
#include "kiosk/pages/checkout/checkout-route.h"
#include "kiosk/pages/checkout/checkout-step.h"
#include "kiosk/pages/checkout/contact-fields.h"
#include "kiosk/pages/checkout/outcome-view.h"
#include "kiosk/pages/checkout/payment-step.h"
#include "kiosk/pages/checkout/placing.h"
#include "kiosk/pages/checkout/refusal.h"
#include "kiosk/pages/checkout/review.h"
#include "kiosk/pages/checkout/way-step.h"
#include "kiosk/stage.h"

#include <glib/gi18n.h>

/* The checkout. */

struct _MadafCheckoutPage
{
  MadafPage parent_instance;

  MadafCheckoutForm *form;   /* (owned) */
  MadafPlacing *placing;     /* (owned) */
  MadafBasketSync *sync;     /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  GtkWidget *stack;          /* steps, or what became of the order */
  GtkWidget *halves;
  GtkWidget *side;
  GtkWidget *steps[MADAF_N_CHECKOUT_STEPS];
  GtkWidget *fields;
  GtkWidget *payment;
  GtkWidget *outcome;
};

G_DEFINE_FINAL_TYPE (MadafCheckoutPage, madaf_checkout_page, MADAF_TYPE_PAGE)

static MadafContext *
get_context (MadafCheckoutPage *self)
{
  return madaf_page_get_context (MADAF_PAGE (self));
}

static MadafCheckoutRoute *
get_route (MadafCheckoutPage *self)
{
  return MADAF_CHECKOUT_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));
}

static MadafBasket *
get_basket (MadafCheckoutPage *self)
{
  return madaf_session_get_basket (madaf_context_get_session (get_context (self)));
}

static gboolean
needs_address (MadafCheckoutPage *self)
{
  return madaf_lines_need_address (G_LIST_MODEL (get_basket (self)));
}

static gint64
now_us (MadafCheckoutPage *self)
{
  MadafCentralClient *central = madaf_context_get_central (get_context (self));

  return central != NULL ? madaf_central_client_get_now_us (central) : g_get_real_time ();
}

static void
update_summaries (MadafCheckoutPage *self)
{
  gboolean shipped = needs_address (self);
  MadafPayment payment = shipped ? MADAF_PAYMENT_TILL : madaf_checkout_form_get_payment (self->form);
  /* A name in Latin letters must not turn the line round: the name is first for who reads from the right, too. */
  const char *mark = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "\u200f" : "";
  g_autofree char *who = g_strdup_printf ("%s\u2068%s\u2069 · \u2066%s\u2069", mark,
                                          madaf_checkout_form_get (self->form, MADAF_FIELD_NAME),
                                          madaf_checkout_form_get (self->form, MADAF_FIELD_PHONE));

  if (self->steps[MADAF_CHECKOUT_WAY] != NULL)
    madaf_checkout_step_set_summary (MADAF_CHECKOUT_STEP (self->steps[MADAF_CHECKOUT_WAY]),
                                     _ ("Chosen for every item"));
  madaf_checkout_step_set_summary (MADAF_CHECKOUT_STEP (self->steps[MADAF_CHECKOUT_WHO]), who);
  madaf_checkout_step_set_summary (MADAF_CHECKOUT_STEP (self->steps[MADAF_CHECKOUT_PAYMENT]),
                                   madaf_payment_to_words (payment));
}

static void
update_review (MadafCheckoutPage *self)
{
  madaf_checkout_step_set_child (
      MADAF_CHECKOUT_STEP (self->steps[MADAF_CHECKOUT_REVIEW]),
      madaf_review_new (get_context (self), G_LIST_MODEL (get_basket (self)), self->form, now_us (self)));
}

/* The central's answer may bring other prices; what is sent is what stands there. */
static void
on_basket_changed (MadafCheckoutPage *self)
{
  if (madaf_checkout_route_get_stage (get_route (self)) == MADAF_CHECKOUT_REVIEW)
    update_review (self);
}

static void
show_step (MadafCheckoutPage *self, MadafCheckoutStage step)
{
  madaf_checkout_route_set_stage (get_route (self), step);
  update_summaries (self);
  madaf_contact_fields_set_with_address (MADAF_CONTACT_FIELDS (self->fields), needs_address (self));
  if (step == MADAF_CHECKOUT_PAYMENT)
    madaf_payment_step_update (MADAF_PAYMENT_STEP (self->payment), needs_address (self));
  if (step == MADAF_CHECKOUT_REVIEW)
    update_review (self);
  for (MadafCheckoutStage i = 0; i < MADAF_N_CHECKOUT_STEPS; i++)
    if (self->steps[i] != NULL)
      madaf_checkout_step_set_state (MADAF_CHECKOUT_STEP (self->steps[i]), i < step    ? MADAF_STEP_DONE
                                                                           : i == step ? MADAF_STEP_OPEN
                                                                                       : MADAF_STEP_AHEAD);
  madaf_order_side_set_button (MADAF_ORDER_SIDE (self->side),
                               step == MADAF_CHECKOUT_REVIEW ? _ ("Place order") : _ ("Continue"));
}

static void
hide_keyboard (MadafCheckoutPage *self)
{
  MadafStage *stage = madaf_stage_for (GTK_WIDGET (self));

  if (stage != NULL)
    madaf_stage_hide_keyboard (stage);
}

/* The first step that is not answered well: everything before the review is looked at again each time. */
static MadafCheckoutStage
first_open_step (MadafCheckoutPage *self)
{
  if (madaf_lines_need_choice (G_LIST_MODEL (get_basket (self))))
    return MADAF_CHECKOUT_WAY;
  return madaf_checkout_form_first_fault (self->form, needs_address (self)) != MADAF_N_FIELDS ? MADAF_CHECKOUT_WHO
                                                                                              : MADAF_N_CHECKOUT_STEPS;
}

/* What the shopper says yes to; either may be NULL. */
static void
fill_price (MadafCheckoutPage *self, MadafOrderDraft *draft, const MadafMoney *total, const MadafMoney *due)
{
  MadafBenefits *benefits = madaf_benefits_for (get_context (self));
  g_autoptr (MadafTenderDraft) tender = madaf_benefits_make_tender (benefits);

  madaf_order_draft_set_tender (draft, tender);
  madaf_order_draft_set_expected_total (draft, total);
  madaf_order_draft_set_expected_due (draft, due);
  if (total != NULL)
    madaf_checkout_route_set_seen (get_route (self), due != NULL ? due : total);
}

static void
place (MadafCheckoutPage *self, const MadafMoney *total, const MadafMoney *due)
{
  MadafOutbox *outbox = madaf_context_get_outbox (get_context (self));
  MadafBasket *basket = get_basket (self);
  MadafCheckoutStage open = first_open_step (self);
  g_autoptr (MadafOrderDraft) draft = NULL;

  if (madaf_placing_is_under_way (self->placing) || g_list_model_get_n_items (G_LIST_MODEL (basket)) == 0)
    return;
  if (open != MADAF_N_CHECKOUT_STEPS)
    {
      madaf_placing_reset (self->placing);
      show_step (self, open);
      if (open == MADAF_CHECKOUT_WHO)
        madaf_contact_fields_check (MADAF_CONTACT_FIELDS (self->fields));
      return;
    }
  draft = madaf_order_draft_new (madaf_language_current ());
  madaf_order_draft_add_lines (draft, G_LIST_MODEL (basket));
  madaf_checkout_form_fill (self->form, draft, needs_address (self));
  madaf_order_draft_set_member (draft, madaf_session_get_member (madaf_context_get_session (get_context (self))));
  fill_price (self, draft, total, due);
  madaf_order_side_set_open (MADAF_ORDER_SIDE (self->side), FALSE);
  madaf_placing_place (self->placing, outbox, draft);
}

/* With coupons, points and cards only at the price that the central said; nothing is placed before that. */
static void
place_with_benefits (MadafCheckoutPage *self, MadafBenefits *benefits)
{
  MadafPriceQuote *quote = madaf_benefits_get_quote (benefits);

  if (quote != NULL)
    place (self, &quote->total, &quote->due);
  else if (madaf_benefits_get_state (benefits) == MADAF_BENEFITS_ASKING)
    madaf_stage_toast (GTK_WIDGET (self), _ ("Checking the price…"));
  else
    madaf_unreachable_sheet_present (get_context (self), GTK_WIDGET (self));
}

/* With the total that stands on the screen. */
static void
place_as_seen (MadafCheckoutPage *self)
{
  MadafBasket *basket = get_basket (self);
  MadafBenefits *benefits = madaf_benefits_for (get_context (self));
  MadafMoney total;

  if (!madaf_benefits_is_empty (benefits))
    {
      place_with_benefits (self, benefits);
      return;
    }
  if (madaf_basket_get_total (basket) != NULL)
    total = *madaf_basket_get_total (basket);
  else if (!madaf_basket_get_sum (basket, &total))
    {
      place (self, NULL, NULL);
      return;
    }
  place (self, &total, NULL);
}

static void
on_next_clicked (MadafCheckoutPage *self)
{
  MadafCheckoutStage step = madaf_checkout_route_get_stage (get_route (self));

  if (step == MADAF_CHECKOUT_REVIEW)
    {
      place_as_seen (self);
      return;
    }
  if (step == MADAF_CHECKOUT_WAY && madaf_lines_need_choice (G_LIST_MODEL (get_basket (self))))
    {
      madaf_stage_toast (GTK_WIDGET (self), _ ("Please choose how you get each item"));
      return;
    }
  if (step == MADAF_CHECKOUT_WHO && !madaf_contact_fields_check (MADAF_CONTACT_FIELDS (self->fields)))
    return;
  hide_keyboard (self);
  show_step (self, (MadafCheckoutStage)(step + 1));
}

static void
on_change (MadafCheckoutStep *step, MadafCheckoutPage *self)
{
  for (MadafCheckoutStage i = 0; i < MADAF_N_CHECKOUT_STEPS; i++)
    if (self->steps[i] == GTK_WIDGET (step))
      show_step (self, i);
}

static void
open_placed (MadafCheckoutPage *self)
{
  MadafContext *context = get_context (self);
  MadafSession *session = madaf_context_get_session (context);
  MadafOrder *order = madaf_placing_get_order (self->placing);
  g_autofree char *id = g_strdup (madaf_order_get_id (order));
  g_autoptr (MadafCheckoutPage) alive = g_object_ref (self);

  madaf_session_keep (session, "placed-order", G_OBJECT (order));
  madaf_placing_reset (self->placing);
  /* Nothing to go back to: the order stands. */
  madaf_navigator_home (madaf_context_get_navigator (context));
  madaf_context_open (context, "placed", id);
}

static void
on_again (MadafCheckoutPage *self)
{
  MadafProblem *problem = madaf_placing_get_problem (self->placing);
  const MadafMoney *total = problem != NULL ? madaf_problem_get_total (problem) : NULL;
  const MadafMoney *due = problem != NULL ? madaf_problem_get_due (problem) : NULL;
  MadafMoney agreed;
  MadafMoney left;

  if (madaf_refusal_for (problem) == MADAF_REFUSAL_BENEFIT)
    {
      madaf_benefits_drop_refused (madaf_benefits_for (get_context (self)), problem);
      madaf_placing_reset (self->placing);
      show_step (self, MADAF_CHECKOUT_REVIEW);
      return;
    }
  if (total == NULL)
    {
      place_as_seen (self);
      return;
    }
  agreed = *total;
  left = due != NULL ? *due : *total;
  place (self, &agreed, due != NULL ? &left : NULL);
}

static void
on_leave (MadafCheckoutPage *self)
{
  madaf_placing_reset (self->placing);
  madaf_navigator_back (madaf_context_get_navigator (get_context (self)));
}

/* Refused for something that is put right in the steps. */
static void
mend (MadafCheckoutPage *self)
{
  MadafProblem *problem = madaf_placing_get_problem (self->placing);

  if (madaf_refusal_for (problem) == MADAF_REFUSAL_FIELD)
    {
      madaf_checkout_form_take_problem (self->form, problem);
      madaf_placing_reset (self->placing);
      show_step (self, MADAF_CHECKOUT_WHO);
      madaf_contact_fields_check (MADAF_CONTACT_FIELDS (self->fields));
      return;
    }
  madaf_placing_reset (self->placing);
  madaf_checkout_form_set_payment (self->form, MADAF_PAYMENT_TILL);
  show_step (self, MADAF_CHECKOUT_PAYMENT);
  madaf_stage_toast (GTK_WIDGET (self), _ ("Please choose how you pay once more"));
}

static void
on_placing_changed (MadafCheckoutPage *self)
{
  MadafPlacingState state = madaf_placing_get_state (self->placing);
  gboolean shown = madaf_outcome_view_update (MADAF_OUTCOME_VIEW (self->outcome),
                                              madaf_checkout_route_get_seen (get_route (self)));

  madaf_order_side_set_open (MADAF_ORDER_SIDE (self->side), !madaf_placing_is_under_way (self->placing));
  if (shown)
    hide_keyboard (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), shown ? self->outcome : self->halves);
  if (state == MADAF_PLACING_CONFIRMED)
    open_placed (self);
  else if (state == MADAF_PLACING_REFUSED && !shown)
    mend (self);
}

/* This page on the screen. */

static GtkWidget *
add_step (MadafCheckoutPage *self, GtkWidget *column, MadafCheckoutStage step, const char *title, GtkWidget *child)
{
  gboolean with_way = madaf_checkout_route_get_with_way (get_route (self));
  int number = (int)step + (with_way ? 1 : 0);

  self->steps[step]
      = madaf_checkout_step_new (number, with_way ? MADAF_N_CHECKOUT_STEPS : MADAF_N_CHECKOUT_STEPS - 1, title);
  if (child != NULL)
    madaf_checkout_step_set_child (MADAF_CHECKOUT_STEP (self->steps[step]), child);
  g_signal_connect_object (self->steps[step], "change", G_CALLBACK (on_change), self, 0);
  gtk_box_append (GTK_BOX (column), self->steps[step]);
  return self->steps[step];
}

static GtkWidget *
make_steps (MadafCheckoutPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Checkout"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, NULL);
  GtkWidget *paying;

  gtk_widget_add_css_class (title, "heading-1");
  gtk_box_append (GTK_BOX (column), title);
  self->fields = madaf_contact_fields_new (self->form);
  self->payment = madaf_payment_step_new (self->form);
  paying = gtk_box_new (GTK_ORIENTATION_VERTICAL, 32);
  gtk_box_append (GTK_BOX (paying), self->payment);
  gtk_box_append (GTK_BOX (paying), madaf_benefits_view_new (get_context (self)));
  if (madaf_checkout_route_get_with_way (get_route (self)))
    add_step (self, column, MADAF_CHECKOUT_WAY, _ ("How do you want to get it?"),
              madaf_way_step_new (get_context (self)));
  add_step (self, column, MADAF_CHECKOUT_WHO, _ ("Who is it for?"), self->fields);
  add_step (self, column, MADAF_CHECKOUT_PAYMENT, _ ("How do you pay?"), paying);
  add_step (self, column, MADAF_CHECKOUT_REVIEW, _ ("Is everything right?"), NULL);
  gtk_widget_add_css_class (column, "page-margin");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_outcome (MadafCheckoutPage *self)
{
  self->outcome = madaf_outcome_view_new (get_context (self), self->placing);
  g_signal_connect_object (self->outcome, "again", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outcome, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  return self->outcome;
}

static void
build (MadafCheckoutPage *self)
{
  self->stack = gtk_stack_new ();
  /* What is not shown takes no room from what is, above all above the keyboard. */
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  self->halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->halves), make_steps (self));
  self->side = madaf_order_side_new (get_context (self), TRUE);
  g_signal_connect_object (self->side, "go", G_CALLBACK (on_next_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->halves), self->side);
  gtk_stack_add_child (GTK_STACK (self->stack), self->halves);
  gtk_stack_add_child (GTK_STACK (self->stack), make_outcome (self));
  madaf_page_set_bottom_bar (MADAF_PAGE (self), self->side);
  madaf_page_set_title (MADAF_PAGE (self), _ ("Checkout"));
  madaf_page_set_content (MADAF_PAGE (self), self->stack);
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
}

/* Said before anybody types anything, not after. */
static void
show_closed_if_so (MadafCheckoutPage *self)
{
  MadafContext *context = get_context (self);

  if (madaf_context_get_outbox (context) != NULL && madaf_context_get_outbox_fault (context) == NULL)
    return;
  madaf_outcome_view_show_closed (MADAF_OUTCOME_VIEW (self->outcome));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->outcome);
}

static void
madaf_checkout_page_shape_changed (MadafPage *page, MadafShape shape)
{
  MadafCheckoutPage *self = MADAF_CHECKOUT_PAGE (page);
  gboolean wide = shape == MADAF_SHAPE_LANDSCAPE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  madaf_order_side_set_shape (MADAF_ORDER_SIDE (self->side), shape);
}

static void
on_shop (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafCheckoutPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafShop) shop
      = madaf_central_client_get_shop_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (shop != NULL)
    madaf_checkout_form_set_country (self->form, madaf_shop_get_country (shop));
  else
    g_debug ("Shop: %s", error->message);
}

static void
ask_shop (MadafCheckoutPage *self)
{
  MadafCentralClient *central = madaf_context_get_central (get_context (self));

  if (central != NULL)
    madaf_central_client_get_shop_async (central, self->cancellable, on_shop, g_object_ref (self));
}

static void
madaf_checkout_page_constructed (GObject *object)
{
  MadafCheckoutPage *self = MADAF_CHECKOUT_PAGE (object);
  MadafContext *context;

  G_OBJECT_CLASS (madaf_checkout_page_parent_class)->constructed (object);
  context = get_context (self);
  self->form = g_object_ref (madaf_checkout_form_for (madaf_context_get_session (context)));
  self->placing = g_object_ref (madaf_placing_for (madaf_context_get_session (context)));
  g_set_object (&self->sync,
                madaf_basket_sync_for (madaf_context_get_session (context), madaf_context_get_central (context)));
  ask_shop (self);
  madaf_checkout_route_begin (get_route (self), madaf_lines_need_choice (G_LIST_MODEL (get_basket (self))));
  build (self);
  show_step (self, madaf_checkout_route_get_stage (get_route (self)));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (update_summaries), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_basket (self), "changed", G_CALLBACK (on_basket_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->placing, "notify::state", G_CALLBACK (on_placing_changed), self, G_CONNECT_SWAPPED);
}

/* What is under way is shown only now: it may lead to another page at once. */
static void
madaf_checkout_page_shown (MadafPage *page)
{
  MadafCheckoutPage *self = MADAF_CHECKOUT_PAGE (page);

  if (madaf_placing_get_state (self->placing) != MADAF_PLACING_IDLE)
    on_placing_changed (self);
  else
    show_closed_if_so (self);
}

static void
madaf_checkout_page_dispose (GObject *object)
{
  MadafCheckoutPage *self = MADAF_CHECKOUT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->form);
  g_clear_object (&self->placing);
  g_clear_object (&self->sync);
  G_OBJECT_CLASS (madaf_checkout_page_parent_class)->dispose (object);
}

static void
madaf_checkout_page_finalize (GObject *object)
{
  g_clear_object (&MADAF_CHECKOUT_PAGE (object)->cancellable);
  G_OBJECT_CLASS (madaf_checkout_page_parent_class)->finalize (object);
}

static void
madaf_checkout_page_class_init (MadafCheckoutPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_checkout_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_checkout_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_checkout_page_finalize;
  MADAF_PAGE_CLASS (klass)->shown = madaf_checkout_page_shown;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_checkout_page_shape_changed;
}

static void
madaf_checkout_page_init (MadafCheckoutPage *self)
{
  self->cancellable = g_cancellable_new ();
}
