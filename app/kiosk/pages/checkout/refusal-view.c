/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/refusal-view.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/basket/fulfilment-sheet.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/checkout/refusal.h"
#include "kiosk/widgets/picture-view.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 88

struct _MadafRefusalView
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  GPtrArray *refused;    /* (owned): of MadafRefusedItem */
  GtkWidget *body;
  GtkWidget *again;
  guint n_open; /* lines for which nothing was chosen yet */
};

G_DEFINE_FINAL_TYPE (MadafRefusalView, madaf_refusal_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_AGAIN,
  SIGNAL_LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MadafBasket *
get_basket (MadafRefusalView *self)
{
  return madaf_session_get_basket (madaf_context_get_session (self->context));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
problem_words (MadafRefusalView *self, MadafRefusedItem *refused)
{
  if (refused->available < 0)
    return g_strdup (_ ("This cannot be had that way any more."));
  return madaf_order_words_limit (refused->available, madaf_basket_line_get_fulfilment (refused->line),
                                  madaf_branch_book_for (self->context));
}

static char *
offer_words (MadafRefusalView *self, const MadafRefusalOffer *offer)
{
  g_autofree char *where = NULL;

  switch (offer->kind)
    {
    case MADAF_REFUSAL_COLLECT_AT:
      where = madaf_branch_book_name (madaf_branch_book_for (self->context), offer->branch_id);
      return g_strdup_printf (_ ("Collect at %s"), where);
    case MADAF_REFUSAL_SEND:
      return g_strdup (_ ("Ship it home"));
    case MADAF_REFUSAL_FEWER:
      return g_strdup_printf (ngettext ("Take only %d", "Take only %d", (gulong)offer->quantity), offer->quantity);
    case MADAF_REFUSAL_REMOVE:
      return g_strdup (_ ("Order without it"));
    case MADAF_REFUSAL_OTHER_WAY:
    default:
      return g_strdup (_ ("Choose how you get it"));
    }
}

static const char *
offer_icon (const MadafRefusalOffer *offer)
{
  switch (offer->kind)
    {
    case MADAF_REFUSAL_SEND:
      return "madaf-truck-symbolic";
    case MADAF_REFUSAL_FEWER:
      return "madaf-minus-symbolic";
    case MADAF_REFUSAL_REMOVE:
      return "madaf-trash-symbolic";
    case MADAF_REFUSAL_COLLECT_AT:
    case MADAF_REFUSAL_OTHER_WAY:
    default:
      return "madaf-store-symbolic";
    }
}

static void
line_answered (MadafRefusalView *self)
{
  if (self->n_open > 0)
    self->n_open--;
  gtk_widget_set_sensitive (self->again,
                            self->n_open == 0 && g_list_model_get_n_items (G_LIST_MODEL (get_basket (self))) > 0);
  if (self->n_open == 0 && g_list_model_get_n_items (G_LIST_MODEL (get_basket (self))) == 0)
    g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

/* The offers of a line give way to what was chosen. */
static void
on_offer_clicked (GtkWidget *button, MadafRefusalView *self)
{
  const MadafRefusalOffer *offer = g_object_get_data (G_OBJECT (button), "offer");
  MadafRefusedItem *refused = g_object_get_data (G_OBJECT (button), "refused");
  GtkWidget *offers = gtk_widget_get_parent (button);
  GtkWidget *card = gtk_widget_get_parent (offers);
  g_autofree char *words = offer_words (self, offer);
  GtkWidget *chosen = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *answer = make_label (words, "line-title");

  if (offer->kind == MADAF_REFUSAL_OTHER_WAY)
    madaf_fulfilment_sheet_open (self->context, refused->line, GTK_WIDGET (self));
  else
    madaf_refusal_take_offer (get_basket (self), refused->line, offer);
  gtk_box_append (GTK_BOX (chosen), gtk_image_new_from_icon_name ("madaf-check-symbolic"));
  gtk_box_append (GTK_BOX (chosen), answer);
  gtk_widget_set_hexpand (answer, TRUE);
  gtk_widget_add_css_class (chosen, "answered");
  gtk_box_insert_child_after (GTK_BOX (card), chosen, offers);
  gtk_box_remove (GTK_BOX (card), offers);
  line_answered (self);
}

/* When it would be ready at another branch; NULL for everything else. */
static char *
offer_hint (MadafRefusalView *self, const MadafRefusalOffer *offer)
{
  MadafBranch *branch = madaf_branch_book_find (madaf_branch_book_for (self->context), offer->branch_id);
  MadafCentralClient *central = madaf_context_get_central (self->context);
  MadafHours *hours = branch != NULL ? madaf_branch_get_hours (branch) : NULL;

  if (hours == NULL || central == NULL)
    return NULL;
  return madaf_order_words_ready (madaf_branch_get_collect_ready_at_us (branch),
                                  madaf_central_client_get_now_us (central), madaf_hours_get_time_zone (hours));
}

static GtkWidget *
make_offer (MadafRefusalView *self, MadafRefusedItem *refused, MadafRefusalOffer *offer)
{
  g_autofree char *words = offer_words (self, offer);
  const char *title = madaf_text_pick (madaf_basket_line_get_title (refused->line), madaf_language_current ());
  g_autofree char *hint = offer_hint (self, offer);
  GtkWidget *button = madaf_way_button_new (offer_icon (offer), words, hint, FALSE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  g_object_set_data (G_OBJECT (button), "offer", offer);
  g_object_set_data (G_OBJECT (button), "refused", refused);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_offer_clicked), self, 0);
  return button;
}

static GtkWidget *
make_card (MadafRefusalView *self, MadafRefusedItem *refused)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *offers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (self->context));
  const char *title = madaf_text_pick (madaf_basket_line_get_title (refused->line), madaf_language_current ());
  g_autofree char *problem = problem_words (self, refused);
  g_autofree char *variant = madaf_order_words_variant (madaf_basket_line_get_colour (refused->line),
                                                        madaf_basket_line_get_size (refused->line));

  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_basket_line_get_picture_id (refused->line), NULL);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 5 / 4);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), picture);
  gtk_box_append (GTK_BOX (words), make_label (title, "line-title"));
  gtk_box_append (GTK_BOX (words), make_label (variant, "quiet"));
  gtk_box_append (GTK_BOX (words), make_label (problem, "fault"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (card), head);
  for (guint i = 0; i < refused->offers->len; i++)
    gtk_box_append (GTK_BOX (offers), make_offer (self, refused, g_ptr_array_index (refused->offers, i)));
  gtk_box_append (GTK_BOX (card), offers);
  gtk_widget_add_css_class (card, "card");
  return card;
}

static void
say_price (MadafRefusalView *self, const MadafMoney *seen, const MadafMoney *now)
{
  g_autofree char *old = madaf_order_words_money (seen);
  g_autofree char *new = madaf_order_words_money (now);
  /* Translators: two amounts of money. */
  g_autofree char *words = g_strdup_printf (_ ("It was %s. Now it is %s."), old, new);

  gtk_box_append (GTK_BOX (self->body), make_label (_ ("The price has changed"), "heading-1"));
  gtk_box_append (GTK_BOX (self->body), make_label (words, "lead"));
  gtk_box_append (GTK_BOX (self->body),
                  make_label (_ ("Nothing was ordered yet. Do you want to order at the new price?"), "quiet"));
}

static void
say_sold_out (MadafRefusalView *self)
{
  gtk_box_append (GTK_BOX (self->body), make_label (_ ("Somebody was faster"), "heading-1"));
  gtk_box_append (GTK_BOX (self->body),
                  make_label (_ ("Nothing was ordered yet. Choose what we do, then place the order again."), "lead"));
  for (guint i = 0; i < self->refused->len; i++)
    gtk_box_append (GTK_BOX (self->body), make_card (self, g_ptr_array_index (self->refused, i)));
}

static void
say_benefits (MadafRefusalView *self, MadafProblem *problem)
{
  g_autoptr (GPtrArray) words = madaf_refusal_list_benefits (problem);

  gtk_box_append (GTK_BOX (self->body), make_label (_ ("Something does not count any more"), "heading-1"));
  for (guint i = 0; i < words->len; i++)
    gtk_box_append (GTK_BOX (self->body), make_label (g_ptr_array_index (words, i), "lead"));
  gtk_box_append (GTK_BOX (self->body),
                  make_label (_ ("Nothing was ordered yet, and nothing was taken from you. Without it there is "
                                 "another price: look at it, then place the order again."),
                              "quiet"));
  gtk_button_set_label (GTK_BUTTON (self->again), _ ("See the new price"));
}

static void
on_again_clicked (MadafRefusalView *self)
{
  g_signal_emit (self, signals[SIGNAL_AGAIN], 0);
}

static void
on_leave_clicked (MadafRefusalView *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

static GtkWidget *
make_actions (MadafRefusalView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *leave = gtk_button_new_with_label (_ ("Back to the basket"));

  self->again = gtk_button_new_with_label (_ ("Place order"));
  gtk_widget_add_css_class (self->again, "primary");
  gtk_widget_set_sensitive (self->again, self->n_open == 0);
  g_signal_connect_object (self->again, "clicked", G_CALLBACK (on_again_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->again);
  gtk_widget_add_css_class (leave, "plain");
  g_signal_connect_object (leave, "clicked", G_CALLBACK (on_leave_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), leave);
  gtk_widget_add_css_class (box, "bottom-actions");
  return box;
}

static void
madaf_refusal_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_REFUSAL_VIEW (object)->context);
  G_OBJECT_CLASS (madaf_refusal_view_parent_class)->dispose (object);
}

static void
madaf_refusal_view_finalize (GObject *object)
{
  g_clear_pointer (&MADAF_REFUSAL_VIEW (object)->refused, g_ptr_array_unref);
  G_OBJECT_CLASS (madaf_refusal_view_parent_class)->finalize (object);
}

static void
madaf_refusal_view_class_init (MadafRefusalViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_refusal_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_refusal_view_finalize;
  signals[SIGNAL_AGAIN]
      = g_signal_new ("again", MADAF_TYPE_REFUSAL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEAVE]
      = g_signal_new ("leave", MADAF_TYPE_REFUSAL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_refusal_view_init (MadafRefusalView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
madaf_refusal_view_new (MadafContext *context, MadafPlacing *placing, const MadafMoney *seen)
{
  MadafRefusalView *self = g_object_new (MADAF_TYPE_REFUSAL_VIEW, NULL);
  MadafProblem *problem = madaf_placing_get_problem (placing);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *actions;

  self->context = g_object_ref (context);
  self->refused = madaf_refusal_list_lines (problem, get_basket (self), madaf_placing_get_lines (placing));
  self->n_open = self->refused->len;
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->body, "page-margin");
  actions = make_actions (self);
  if (madaf_refusal_for (problem) == MADAF_REFUSAL_PRICE_CHANGED)
    say_price (self, seen, madaf_refusal_get_price (problem));
  else if (madaf_refusal_for (problem) == MADAF_REFUSAL_BENEFIT)
    say_benefits (self, problem);
  else
    say_sold_out (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->body);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
  gtk_box_append (GTK_BOX (self), actions);
  return GTK_WIDGET (self);
}
