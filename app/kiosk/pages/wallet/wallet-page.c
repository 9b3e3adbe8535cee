/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/wallet/wallet-page.h"

#include "client/central-money.h"
#include "kiosk/benefits/benefit-words.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/widgets/room.h"
#include "kiosk/widgets/section.h"
#include "kiosk/widgets/status-view.h"

#include <glib/gi18n.h>

/* Asked anew whenever it is shown, and when the member changes; nothing of it outlives the page. */

struct _MadafWalletRoute
{
  MadafRoute parent_instance;
};

G_DEFINE_FINAL_TYPE (MadafWalletRoute, madaf_wallet_route, MADAF_TYPE_ROUTE)

struct _MadafWalletPage
{
  MadafPage parent_instance;

  GCancellable *asking; /* (owned) (nullable) */
  GtkWidget *stack;     /* the wallet, or that nobody is signed in */
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (MadafWalletPage, madaf_wallet_page, MADAF_TYPE_PAGE)

static MadafSession *
get_session (MadafWalletPage *self)
{
  return madaf_context_get_session (madaf_page_get_context (MADAF_PAGE (self)));
}

/* What it says. */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A large figure with its name above and a quiet word below. */
static GtkWidget *
make_balance (const char *icon, const char *name, const char *figure, const char *hint)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (head), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (head), make_label (name, "line-title"));
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), make_label (figure, "display"));
  gtk_box_append (GTK_BOX (card), make_label (hint, "quiet"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_hexpand (card, TRUE);
  return card;
}

static GtkWidget *
make_points (const MadafPointsInfo *points)
{
  g_autofree char *figure = g_strdup_printf ("\u2066%" G_GINT64_FORMAT "\u2069", points->balance);
  g_autofree char *earn = madaf_order_words_money (&points->earn_per);
  g_autofree char *hint = NULL;
  g_autofree char *worth = NULL;
  MadafMoney value;

  if (madaf_money_multiply (&points->point_value, points->balance, &value))
    worth = madaf_order_words_money (&value);
  /* Translators: first what all points are worth, then how much money spent earns one point. */
  hint = g_strdup_printf (_ ("Worth %s. You earn one point for every %s."), worth != NULL ? worth : "", earn);
  return make_balance ("madaf-star-symbolic", _ ("Points"), figure, hint);
}

static GtkWidget *
make_balances (MadafWallet *wallet)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  g_autofree char *value = madaf_order_words_money (&wallet->stored_value);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  if (wallet->points.exist)
    gtk_box_append (GTK_BOX (row), make_points (&wallet->points));
  gtk_box_append (GTK_BOX (row), make_balance ("madaf-wallet-symbolic", _ ("Stored value"), value,
                                               _ ("Use it in the basket, as much as is needed.")));
  return row;
}

/* end: (nullable) */
static GtkWidget *
make_row (const char *icon, const char *name, const char *hint, const char *end)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (words), make_label (name, "line-title"));
  if (*hint != '\0')
    gtk_box_append (GTK_BOX (words), make_label (hint, "quiet"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  if (end != NULL)
    gtk_box_append (GTK_BOX (row), make_label (end, "lead"));
  gtk_widget_add_css_class (row, "review-group");
  return row;
}

static GtkWidget *
make_coupons (GPtrArray *coupons)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < coupons->len; i++)
    {
      const MadafCouponInfo *info = g_ptr_array_index (coupons, i);
      g_autofree char *name = madaf_benefit_words_coupon_name (info);
      g_autofree char *terms = madaf_benefit_words_coupon_terms (info);

      gtk_box_append (GTK_BOX (list), make_row ("madaf-coupon-symbolic", name, terms, NULL));
    }
  if (coupons->len == 0)
    gtk_box_append (GTK_BOX (list), make_label (_ ("No coupon waits for you right now."), "quiet"));
  return list;
}

static GtkWidget *
make_entries (GPtrArray *entries)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < entries->len; i++)
    {
      const MadafWalletEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *date = madaf_benefit_words_date (entry->at_us);
      g_autofree char *much = madaf_benefit_words_entry (entry);

      gtk_box_append (GTK_BOX (list), make_row (NULL, madaf_benefit_words_move (entry->move), date, much));
    }
  if (entries->len == 0)
    gtk_box_append (GTK_BOX (list), make_label (_ ("Nothing has happened yet."), "quiet"));
  return list;
}

static void
add_section (GtkWidget *body, const char *title, GtkWidget *child)
{
  GtkWidget *section = madaf_section_new (title);

  madaf_section_set_child (MADAF_SECTION (section), child);
  gtk_box_append (GTK_BOX (body), section);
}

static void
show_wallet (MadafWalletPage *self, MadafWallet *wallet)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 32);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Points and coupons"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (title, "heading-1");
  gtk_box_append (GTK_BOX (body), title);
  gtk_box_append (GTK_BOX (body), make_balances (wallet));
  add_section (body, _ ("Your coupons"), make_coupons (wallet->coupons));
  add_section (body, _ ("What happened lately"), make_entries (wallet->entries));
  gtk_widget_add_css_class (body, "page-margin");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), body);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "wallet");
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
}

/* Asking. */

static void
on_wallet (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafWalletPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafWallet) wallet
      = madaf_central_client_get_wallet_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (wallet != NULL)
    show_wallet (self, wallet);
  else
    madaf_page_fail (MADAF_PAGE (self), error);
}

static void
stop_asking (MadafWalletPage *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
load (MadafWalletPage *self)
{
  MadafMemberPass *pass = madaf_session_get_member (get_session (self));
  MadafCentralClient *central = madaf_context_get_central (madaf_page_get_context (MADAF_PAGE (self)));

  stop_asking (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  if (pass == NULL || central == NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nobody");
      madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_READY);
      return;
    }
  self->asking = g_cancellable_new ();
  madaf_page_set_status (MADAF_PAGE (self), MADAF_PAGE_LOADING);
  madaf_central_client_get_wallet_async (central, madaf_member_pass_get_token (pass), self->asking, on_wallet,
                                         g_object_ref (self));
}

static void
on_sign_in (MadafWalletPage *self)
{
  madaf_sign_in_sheet_present (madaf_page_get_context (MADAF_PAGE (self)), NULL, GTK_WIDGET (self));
}

/* The page. */

static GtkWidget *
make_nobody (MadafWalletPage *self)
{
  GtkWidget *view = madaf_status_view_new ();

  madaf_status_view_set (MADAF_STATUS_VIEW (view), "madaf-person-symbolic",
                         _ ("Sign in to see your points and coupons"), NULL, _ ("Sign in"));
  g_signal_connect_object (view, "activated", G_CALLBACK (on_sign_in), self, G_CONNECT_SWAPPED);
  return view;
}

static void
madaf_wallet_page_retry (MadafPage *page)
{
  load (MADAF_WALLET_PAGE (page));
}

static void
madaf_wallet_page_constructed (GObject *object)
{
  MadafWalletPage *self = MADAF_WALLET_PAGE (object);

  G_OBJECT_CLASS (madaf_wallet_page_parent_class)->constructed (object);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  madaf_page_track_scroll (MADAF_PAGE (self), GTK_SCROLLED_WINDOW (self->scroller));
  gtk_stack_add_named (GTK_STACK (self->stack), madaf_room_new (self->scroller), "wallet");
  gtk_stack_add_named (GTK_STACK (self->stack), make_nobody (self), "nobody");
  madaf_page_set_title (MADAF_PAGE (self), _ ("Points and coupons"));
  madaf_page_set_content (MADAF_PAGE (self), self->stack);
  g_signal_connect_object (get_session (self), "notify::member", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
madaf_wallet_page_dispose (GObject *object)
{
  stop_asking (MADAF_WALLET_PAGE (object));
  G_OBJECT_CLASS (madaf_wallet_page_parent_class)->dispose (object);
}

static void
madaf_wallet_page_class_init (MadafWalletPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_wallet_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_wallet_page_dispose;
  MADAF_PAGE_CLASS (klass)->retry = madaf_wallet_page_retry;
}

static void
madaf_wallet_page_init (MadafWalletPage *self)
{
}

/* The route. */

static MadafPage *
madaf_wallet_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_WALLET_PAGE, "context", context, "route", route, NULL);
}

static gboolean
madaf_wallet_route_is_same (MadafRoute *route, MadafRoute *other)
{
  return TRUE;
}

static void
madaf_wallet_route_class_init (MadafWalletRouteClass *klass)
{
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_wallet_route_create_page;
  MADAF_ROUTE_CLASS (klass)->is_same = madaf_wallet_route_is_same;
}

static void
madaf_wallet_route_init (MadafWalletRoute *self)
{
}

MadafRoute *
madaf_wallet_route_new (const char *argument)
{
  return g_object_new (MADAF_TYPE_WALLET_ROUTE, NULL);
}
