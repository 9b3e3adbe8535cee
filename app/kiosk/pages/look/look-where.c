/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-where.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/pages/look/look-adding.h"
#include "kiosk/pages/look/look-tile.h"
#include "kiosk/pages/look/look-words.h"
#include "kiosk/stage.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/tile-row.h"
#include "model/look-gap.h"
#include "model/look-stop.h"

#include <glib/gi18n.h>

/* Branches beyond the third nearest are not what somebody in a shop asks for. */
#define MOST_SINGLES 3
#define MOST_PAIRS   2
#define KEY          "madaf-way"
#define KEY_PIECE    "madaf-piece"

struct _MadafLookWhere
{
  GtkBox parent_instance;

  MadafContext *context;   /* (owned) */
  MadafLookChoice *choice; /* (owned) */
  MadafLookFinder *finder; /* (owned) */
  MadafBranchBook *book;   /* (owned) */
  GtkWidget *note;         /* what is said instead of, or above, the ways */
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (MadafLookWhere, madaf_look_where, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Ways to have all of it. */

static void
on_view_basket (gpointer context)
{
  madaf_context_open (context, "basket", NULL);
}

static const char *
adding_words (MadafLookAdding adding)
{
  switch (adding)
    {
    case MADAF_LOOK_ADDING_DONE:
      return _ ("All of it is in your basket");
    case MADAF_LOOK_ADDING_THERE:
      return _ ("All of it is in your basket already");
    case MADAF_LOOK_ADDING_FULL:
      return _ ("Your basket has no room for all of it; nothing was put in");
    case MADAF_LOOK_ADDING_STALE:
    default:
      return _ ("That has just changed; please look again");
    }
}

static void
on_way_clicked (MadafLookWhere *self, GtkWidget *button)
{
  MadafBasket *basket = madaf_session_get_basket (madaf_context_get_session (self->context));
  MadafLookAdding adding = madaf_look_adding_add (basket, self->choice, g_object_get_data (G_OBJECT (button), KEY));

  madaf_stage_toast_with_action (GTK_WIDGET (self), adding_words (adding), _ ("View basket"),
                                 G_CALLBACK (on_view_basket), self->context);
}

static GtkWidget *
make_way (MadafLookWhere *self, MadafLookWay *way, gboolean first)
{
  gint64 now_us = madaf_central_client_get_now_us (madaf_context_get_central (self->context));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *title = madaf_look_words_way (way, self->book);
  g_autofree char *hint = madaf_look_words_way_hint (way, self->choice, self->book, now_us, zone);
  g_autofree char *total = madaf_order_words_money (madaf_look_way_get_total (way));
  /* Translators: the name of a button for screen readers: the way ("All of it at Haifa"), then what it costs. */
  g_autofree char *name = g_strdup_printf (_ ("Put all in the basket. %s: %s"), title, total);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  /* Large words need a line each: a price does not break. */
  gboolean large = madaf_session_wants_large_text (madaf_context_get_session (self->context));
  GtkWidget *foot = gtk_box_new (large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *price = make_label (total, "line-title");
  GtkWidget *button = gtk_button_new_with_label (_ ("Put all in the basket"));

  gtk_box_append (GTK_BOX (box), make_label (title, "line-title"));
  if (*hint != '\0')
    gtk_box_append (GTK_BOX (box), make_label (hint, "quiet"));
  gtk_label_set_wrap (GTK_LABEL (price), FALSE);
  gtk_widget_set_hexpand (price, TRUE);
  gtk_box_append (GTK_BOX (foot), price);
  g_object_set_data_full (G_OBJECT (button), KEY, g_object_ref (way), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_way_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, first ? "primary" : "tall");
  gtk_box_append (GTK_BOX (foot), button);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_widget_add_css_class (box, "look-way");
  return box;
}

/* The nearest branches that have all of it; two branches only where no single one has; and home, always. */
static gboolean
is_worth_showing (MadafLookWay *way, guint n_singles, guint n_pairs)
{
  g_autoptr (MadafLookStop) first = g_list_model_get_item (madaf_look_way_get_stops (way), 0);

  if (madaf_look_stop_get_branch_id (first) == NULL)
    return TRUE;
  if (g_list_model_get_n_items (madaf_look_way_get_stops (way)) == 1)
    return n_singles < MOST_SINGLES;
  return n_singles == 0 && n_pairs < MOST_PAIRS;
}

static void
show_ways (MadafLookWhere *self, GListModel *ways)
{
  guint shown[3] = { 0 }; /* by how many stops */

  for (guint i = 0; i < g_list_model_get_n_items (ways); i++)
    {
      g_autoptr (MadafLookWay) way = g_list_model_get_item (ways, i);

      if (!is_worth_showing (way, shown[1], shown[2]))
        continue;
      gtk_box_append (GTK_BOX (self->answers), make_way (self, way, i == 0));
      shown[MIN (2, g_list_model_get_n_items (madaf_look_way_get_stops (way)))]++;
    }
}

/* What is missing. */

static void
on_swap_clicked (MadafLookWhere *self, GtkWidget *tile)
{
  MadafLookSwap *swap = g_object_get_data (G_OBJECT (tile), KEY);
  int piece = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tile), KEY_PIECE));
  g_autoptr (MadafLookSwap) kept = g_object_ref (swap);
  g_autofree char *title = madaf_texts_isolate (madaf_text_pick (
      madaf_product_summary_get_title (madaf_look_swap_get_product (kept)), madaf_language_current ()));
  /* Translators: a thing that the shopper takes in place of another one of an outfit. */
  g_autofree char *words = g_strdup_printf (_ ("You take %s instead"), title);

  madaf_look_choice_set_swap (self->choice, (guint)piece, kept);
  madaf_stage_toast (GTK_WIDGET (self), words);
}

static GtkWidget *
make_swap (MadafLookWhere *self, MadafLookSwap *swap, int piece)
{
  MadafPicture *picture = madaf_look_swap_get_picture (swap);
  g_autofree char *note = madaf_look_words_swap (swap);
  GtkWidget *tile
      = madaf_look_tile_new (self->context, madaf_look_swap_get_product (swap),
                             picture != NULL ? madaf_picture_get_id (picture) : NULL, madaf_look_swap_get_price (swap));

  madaf_look_tile_set_note (MADAF_LOOK_TILE (tile), note);
  g_object_set_data_full (G_OBJECT (tile), KEY, g_object_ref (swap), g_object_unref);
  g_object_set_data (G_OBJECT (tile), KEY_PIECE, GINT_TO_POINTER (piece));
  g_signal_connect_object (tile, "clicked", G_CALLBACK (on_swap_clicked), self, G_CONNECT_SWAPPED);
  return tile;
}

static void
show_gap (MadafLookWhere *self, MadafLookGap *gap)
{
  int piece = madaf_look_finder_get_piece (self->finder, madaf_look_gap_get_piece (gap));
  GListModel *swaps = madaf_look_gap_get_swaps (gap);
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (piece < 0)
    return;
  title = madaf_texts_isolate (
      madaf_text_pick (madaf_product_summary_get_title (madaf_look_choice_get_product (self->choice, (guint)piece)),
                       madaf_language_current ()));
  if (g_list_model_get_n_items (swaps) == 0)
    {
      /* Translators: %s is a piece of an outfit that cannot be had. */
      words = g_strdup_printf (_ ("%s is missing, and nothing stands in for it. You can leave it out."), title);
      gtk_box_append (GTK_BOX (self->answers), make_label (words, "quiet"));
      return;
    }
  /* Translators: above things that may stand in for %s, a piece of an outfit that cannot be had. */
  words = g_strdup_printf (_ ("Instead of %s"), title);
  gtk_box_append (GTK_BOX (self->answers), make_label (words, "line-title"));
  row = madaf_tile_row_new ();
  for (guint i = 0; i < g_list_model_get_n_items (swaps); i++)
    {
      g_autoptr (MadafLookSwap) swap = g_list_model_get_item (swaps, i);

      madaf_tile_row_append (MADAF_TILE_ROW (row), make_swap (self, swap, piece));
    }
  gtk_box_append (GTK_BOX (self->answers), row);
}

static void
show_gaps (MadafLookWhere *self, GListModel *gaps)
{
  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr (MadafLookGap) gap = g_list_model_get_item (gaps, i);

      show_gap (self, gap);
    }
}

/* "Only part of it can be had now: the most, at Haifa, Horev." (transfer full) */
static char *
missing_words (MadafLookWhere *self, MadafWholeLook *answer)
{
  GListModel *most = madaf_whole_look_get_most (answer);
  g_autoptr (MadafLookStop) stop = g_list_model_get_item (most, 0);
  g_autofree char *name = NULL;

  if (stop == NULL || g_list_model_get_n_items (most) > 1)
    return g_strdup (_ ("Not all of it can be had at once just now."));
  name = madaf_branch_book_name (self->book, madaf_look_stop_get_branch_id (stop));
  /* Translators: of the pieces of an outfit; %s is a branch. */
  return g_strdup_printf (_ ("Not all of it can be had at once just now. Most of it is at %s."), name);
}

/* The whole of it. (transfer full) */
static char *
make_note (MadafLookWhere *self)
{
  int open = madaf_look_choice_find_open (self->choice);
  MadafWholeLook *answer = madaf_look_finder_get_answer (self->finder);
  g_autofree char *title = NULL;

  switch (madaf_look_finder_get_state (self->finder))
    {
    case MADAF_LOOK_FINDER_OPEN:
      if (open < 0)
        return g_strdup (_ ("You have left out all of it."));
      title = madaf_texts_isolate (
          madaf_text_pick (madaf_product_summary_get_title (madaf_look_choice_get_product (self->choice, (guint)open)),
                           madaf_language_current ()));
      /* Translators: %s is a piece of an outfit. */
      return g_strdup_printf (_ ("Choose your size first: %s"), title);
    case MADAF_LOOK_FINDER_ASKING:
      return g_strdup (_ ("Checking the stock…"));
    case MADAF_LOOK_FINDER_FAILED:
      return g_strdup (_ ("The shop’s system does not answer. We keep trying; our staff can help meanwhile."));
    case MADAF_LOOK_FINDER_KNOWN:
    default:
      return g_list_model_get_n_items (madaf_whole_look_get_ways (answer)) > 0 ? g_strdup ("")
                                                                               : missing_words (self, answer);
    }
}

static void
clear_answers (MadafLookWhere *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
}

static void
update (MadafLookWhere *self)
{
  MadafWholeLook *answer = madaf_look_finder_get_answer (self->finder);
  g_autofree char *note = make_note (self);

  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
  clear_answers (self);
  if (answer == NULL)
    return;
  show_ways (self, madaf_whole_look_get_ways (answer));
  show_gaps (self, madaf_whole_look_get_gaps (answer));
}

static void
madaf_look_where_dispose (GObject *object)
{
  MadafLookWhere *self = MADAF_LOOK_WHERE (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->choice);
  g_clear_object (&self->book);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_look_where_parent_class)->dispose (object);
}

static void
madaf_look_where_class_init (MadafLookWhereClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_look_where_dispose;
}

static void
madaf_look_where_init (MadafLookWhere *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
}

GtkWidget *
madaf_look_where_new (MadafContext *context, MadafLookChoice *choice, MadafLookFinder *finder)
{
  MadafLookWhere *self = g_object_new (MADAF_TYPE_LOOK_WHERE, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Where can I have all of it?"), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap", TRUE, NULL);

  self->context = g_object_ref (context);
  self->choice = g_object_ref (choice);
  self->finder = g_object_ref (finder);
  self->book = g_object_ref (madaf_branch_book_for (context));
  gtk_widget_add_css_class (title, "heading-3");
  gtk_box_append (GTK_BOX (self), title);
  self->note = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0f, "wrap",
                             TRUE, NULL);
  gtk_box_append (GTK_BOX (self), self->note);
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_box_append (GTK_BOX (self), self->answers);
  g_signal_connect_object (finder, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
