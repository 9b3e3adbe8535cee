/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/stock-section.h"

#include "kiosk/language.h"
#include "kiosk/pages/product/branch-list.h"
#include "kiosk/pages/product/branch-words.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/price-label.h"
#include "kiosk/widgets/stock-label.h"

#include <glib/gi18n.h>

/* The stock of the chosen variant, all branches. */

#define AGE_SECONDS 5

struct _MadafStockSection
{
  GtkBox parent_instance;

  GtkWidget *live;
  GtkWidget *banner;
  GtkLabel *banner_words;
  GtkWidget *hint;
  GtkWidget *here;
  GtkLabel *here_name;
  GtkWidget *here_price; /* where it is another than everywhere */
  GtkWidget *here_stock;
  GtkLabel *here_line;
  GtkWidget *here_collect;
  MadafBranchList *others;
  GtkWidget *more;
  GtkWidget *ship_row;
  GtkWidget *ship;
  MadafChoice *choice;      /* (owned) (nullable) */
  MadafStockBoard *board;   /* (owned) (nullable) */
  MadafBranchRow *here_row; /* (owned) (nullable): the one followed */
  gint64 now_us;
  MadafLiveness liveness;
  gint64 age_us;
  gint64 age_told_us; /* monotonic */
  guint timer;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (MadafStockSection, madaf_stock_section, GTK_TYPE_BOX)

enum
{
  PROP_ALL = 1,
  N_PROPS,
};

enum
{
  SIGNAL_COLLECT,
  SIGNAL_SHIP,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_collect (MadafStockSection *self, const char *branch_id)
{
  g_signal_emit (self, signals[SIGNAL_COLLECT], 0, branch_id);
}

static void
on_here_clicked (MadafStockSection *self)
{
  if (self->here_row != NULL)
    on_collect (self, madaf_branch_row_get_branch_id (self->here_row));
}

static void
on_ship_clicked (MadafStockSection *self)
{
  g_signal_emit (self, signals[SIGNAL_SHIP], 0);
}

static void
on_more_clicked (MadafStockSection *self)
{
  madaf_stock_section_set_all (self, !self->all);
}

/* This branch, again and again the same row. */
static void
on_here_changed_live (MadafStockSection *self)
{
  gboolean again = gtk_widget_has_css_class (self->here, "lit");

  gtk_widget_remove_css_class (self->here, again ? "lit" : "lit-again");
  gtk_widget_add_css_class (self->here, again ? "lit-again" : "lit");
}

static void
follow_here (MadafStockSection *self)
{
  MadafBranchRow *row = madaf_stock_board_get_here (self->board);

  if (row == self->here_row)
    return;
  if (self->here_row != NULL)
    g_signal_handlers_disconnect_by_func (self->here_row, on_here_changed_live, self);
  g_set_object (&self->here_row, row);
  if (row != NULL)
    g_signal_connect_object (row, "changed-live", G_CALLBACK (on_here_changed_live), self, G_CONNECT_SWAPPED);
}

static void
update_here_price (MadafStockSection *self)
{
  MadafPrice *price = madaf_branch_row_get_price (self->here_row);

  gtk_widget_set_visible (self->here_price, price != NULL);
  if (price != NULL)
    madaf_price_label_set_price (MADAF_PRICE_LABEL (self->here_price), madaf_price_get_amount (price),
                                 madaf_price_get_shelf (price));
}

static void
update_here (MadafStockSection *self, gboolean chosen)
{
  const char *language = madaf_language_current ();
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  g_autofree char *units = NULL;
  g_autofree char *collect = NULL;

  follow_here (self);
  gtk_widget_set_visible (self->here, chosen && self->here_row != NULL);
  if (self->here_row == NULL)
    return;
  /* Translators: heads the stock of the shop that the screen stands in; %s is the name of the branch. */
  name = g_strdup_printf (
      _ ("In this shop: %s"),
      madaf_text_pick (madaf_branch_get_name (madaf_branch_row_get_branch (self->here_row)), language));
  line = madaf_branch_words_line (self->here_row, self->now_us);
  units = madaf_branch_words_units (self->here_row, language);
  collect = madaf_branch_words_collect (self->here_row, language);
  gtk_label_set_label (self->here_name, name);
  gtk_label_set_label (self->here_line, line);
  update_here_price (self);
  madaf_stock_label_set_units (MADAF_STOCK_LABEL (self->here_stock), madaf_branch_row_get_units (self->here_row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->here_stock), GTK_ACCESSIBLE_PROPERTY_LABEL, units, -1);
  gtk_widget_set_visible (self->here_collect, madaf_branch_row_can_collect (self->here_row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->here_collect), GTK_ACCESSIBLE_PROPERTY_LABEL, collect, -1);
}

static void
update_more (MadafStockSection *self, gboolean chosen)
{
  guint hidden = madaf_branch_list_count_hidden (self->others);
  g_autofree char *words = NULL;

  if (self->all)
    words = g_strdup (_ ("Show only branches that have it"));
  else
    words = g_strdup_printf (ngettext ("Show %u branch without it", "Show %u branches without it", hidden), hidden);
  gtk_button_set_label (GTK_BUTTON (self->more), words);
  gtk_widget_set_visible (self->more, chosen && (self->all || hidden > 0));
}

static void
update (MadafStockSection *self)
{
  MadafVariant *variant = madaf_choice_get_variant (self->choice);
  gboolean chosen = variant != NULL;

  gtk_widget_set_visible (self->hint, !chosen);
  update_here (self, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->others), chosen && madaf_branch_list_count (self->others) > 0);
  update_more (self, chosen);
  gtk_widget_set_visible (self->ship_row,
                          chosen && madaf_stock_board_can_ship (self->board, madaf_variant_get_id (variant)));
}

static gint64
current_age (MadafStockSection *self)
{
  return self->age_us + g_get_monotonic_time () - self->age_told_us;
}

static void
update_banner (MadafStockSection *self)
{
  g_autofree char *age = madaf_texts_age (current_age (self));
  g_autofree char *words = NULL;

  if (self->liveness == MADAF_LIVENESS_SHELF)
    /* Translators: stock figures; %s is an age like "5 minutes ago". */
    words = g_strdup_printf (_ ("Last known figures, from %s. They may have changed."), age);
  else
    /* Translators: stock figures; %s is an age like "5 minutes ago". */
    words = g_strdup_printf (_ ("Not live: last heard from the shop’s system %s."), age);
  gtk_label_set_label (self->banner_words, words);
}

static gboolean
on_timer (gpointer user_data)
{
  update_banner (user_data);
  return G_SOURCE_CONTINUE;
}

static void
madaf_stock_section_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ALL)
    g_value_set_boolean (value, MADAF_STOCK_SECTION (object)->all);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_stock_section_dispose (GObject *object)
{
  MadafStockSection *self = MADAF_STOCK_SECTION (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->choice);
  g_clear_object (&self->board);
  g_clear_object (&self->here_row);
  G_OBJECT_CLASS (madaf_stock_section_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, live);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, banner);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, banner_words);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, hint);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, here);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, here_name);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, here_price);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, here_stock);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, here_line);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, here_collect);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, others);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, more);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, ship_row);
  gtk_widget_class_bind_template_child (widget_class, MadafStockSection, ship);
  gtk_widget_class_bind_template_callback (widget_class, on_collect);
  gtk_widget_class_bind_template_callback (widget_class, on_here_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_ship_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
madaf_stock_section_class_init (MadafStockSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_stock_section_get_property;
  object_class->dispose = madaf_stock_section_dispose;
  properties[PROP_ALL] = g_param_spec_boolean ("all", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_COLLECT] = g_signal_new ("collect", MADAF_TYPE_STOCK_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHIP]
      = g_signal_new ("ship", MADAF_TYPE_STOCK_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MADAF_TYPE_BRANCH_LIST);
  g_type_ensure (MADAF_TYPE_PRICE_LABEL);
  g_type_ensure (MADAF_TYPE_STOCK_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/stock-section.ui");
  bind_children (widget_class);
}

static void
madaf_stock_section_init (MadafStockSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ship), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Ship it home"), -1);
}

void
madaf_stock_section_set (MadafStockSection *self, MadafChoice *choice, MadafStockBoard *board, gint64 now_us)
{
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_func (self->choice, update, self);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, update, self);
  g_set_object (&self->choice, choice);
  g_set_object (&self->board, board);
  self->now_us = now_us;
  /* The list first: what is said here counts its rows. */
  madaf_branch_list_set_board (self->others, board, now_us);
  g_signal_connect_object (board, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
madaf_stock_section_set_all (MadafStockSection *self, gboolean all)
{
  if (self->all == all)
    return;
  self->all = all;
  madaf_branch_list_set_all (self->others, all);
  if (self->board != NULL)
    update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL]);
}

gboolean
madaf_stock_section_get_all (MadafStockSection *self)
{
  return self->all;
}

void
madaf_stock_section_set_liveness (MadafStockSection *self, MadafLiveness liveness, gint64 age_us)
{
  gboolean live = liveness == MADAF_LIVENESS_LIVE;

  self->liveness = liveness;
  self->age_us = age_us;
  self->age_told_us = g_get_monotonic_time ();
  gtk_widget_set_visible (self->live, live);
  gtk_widget_set_visible (self->banner, !live);
  madaf_branch_list_set_age (self->others, live ? -1 : age_us);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (live)
    return;
  update_banner (self);
  self->timer = g_timeout_add_seconds (AGE_SECONDS, on_timer, self);
}
