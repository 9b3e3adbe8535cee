/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/look-words.h"

#include "kiosk/language.h"
#include "kiosk/pages/basket/order-words.h"
#include "kiosk/texts.h"
#include "model/look-line.h"
#include "model/look-stop.h"
#include "model/pick-reason.h"

#include <glib/gi18n.h>

/* Why something was picked: more is not read under a picture. */
#define MOST_REASONS 2

static char *
where_words (MadafPieceVariant *variant)
{
  int branches = madaf_piece_variant_get_branches (variant);

  if (madaf_piece_variant_get_available_here (variant) > 0)
    return madaf_texts_units (madaf_piece_variant_get_available_here (variant));
  if (branches > 0)
    /* Translators: of one size of a thing: how many other branches of the shop have it. */
    return g_strdup_printf (ngettext ("Not here; in %d branch", "Not here; in %d branches", (gulong)branches),
                            branches);
  if (madaf_piece_variant_get_can_ship (variant))
    return g_strdup (_ ("Not here; we can send it"));
  return g_strdup (_ ("Sold out everywhere"));
}

char *
madaf_look_words_stock (MadafLookChoice *choice, guint piece)
{
  MadafPieceVariant *variant = madaf_look_choice_get_variant (choice, piece);
  const char *size = madaf_look_choice_get_size (choice, piece);
  g_autofree char *where = NULL;
  g_autofree char *name = NULL;

  if (madaf_look_choice_is_left_out (choice, piece))
    return g_strdup (_ ("You leave it out"));
  if (madaf_look_choice_get_swap (choice, piece) != NULL)
    return g_strdup (_ ("You take something else instead"));
  if (variant == NULL)
    return g_strdup (_ ("Choose a size"));
  where = madaf_look_choice_is_stock_known (choice) ? where_words (variant) : g_strdup (_ ("Stock not known"));
  if (size == NULL)
    return g_steal_pointer (&where);
  name = madaf_texts_isolate (size);
  /* The size last, for a Latin letter at the beginning would turn a line of Hebrew around. */
  return g_strdup_printf ("%s · %s", where, name);
}

/* (transfer full) */
static char *
stop_name (MadafLookWay *way, guint stop, MadafBranchBook *book)
{
  g_autoptr (MadafLookStop) item = g_list_model_get_item (madaf_look_way_get_stops (way), stop);

  return madaf_branch_book_name (book, madaf_look_stop_get_branch_id (item));
}

static gboolean
is_shipped (MadafLookWay *way)
{
  g_autoptr (MadafLookStop) first = g_list_model_get_item (madaf_look_way_get_stops (way), 0);

  return first != NULL && madaf_look_stop_get_branch_id (first) == NULL;
}

char *
madaf_look_words_way (MadafLookWay *way, MadafBranchBook *book)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (is_shipped (way))
    return g_strdup (_ ("All of it sent to your home"));
  first = stop_name (way, 0, book);
  if (g_list_model_get_n_items (madaf_look_way_get_stops (way)) < 2)
    /* Translators: of all pieces of an outfit; %s is a branch. */
    return g_strdup_printf (_ ("All of it at %s"), first);
  second = stop_name (way, 1, book);
  /* Translators: of the pieces of an outfit; both are branches. */
  return g_strdup_printf (_ ("Part at %s, part at %s"), first, second);
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* "1.2 km · Ready today at 18:30" */
static char *
stop_hint (MadafLookStop *stop, gint64 now_us, GTimeZone *zone)
{
  GString *line = g_string_new (NULL);
  int metres = madaf_look_stop_get_distance (stop);
  g_autofree char *distance = metres > 0 ? madaf_texts_distance (metres) : NULL;
  g_autofree char *ready = madaf_order_words_ready (madaf_look_stop_get_ready_us (stop), now_us, zone);

  append_part (line, distance);
  append_part (line, ready);
  return g_string_free (line, FALSE);
}

/* "Linen shirt, Belt": what one stop has. */
static char *
list_pieces (MadafLookStop *stop, MadafLookChoice *choice)
{
  GString *names = g_string_new (NULL);
  GListModel *lines = madaf_look_stop_get_lines (stop);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafLookLine) line = g_list_model_get_item (lines, i);
      int piece = madaf_look_choice_find_piece (choice, madaf_look_line_get_variant_id (line));
      g_autofree char *name = NULL;

      if (piece < 0)
        continue;
      name = madaf_texts_isolate (
          madaf_text_pick (madaf_product_summary_get_title (madaf_look_choice_get_product (choice, (guint)piece)),
                           madaf_language_current ()));
      if (names->len > 0)
        /* Translators: between the names of things in a list. */
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, name);
    }
  return g_string_free (names, FALSE);
}

char *
madaf_look_words_way_hint (
    MadafLookWay *way, MadafLookChoice *choice, MadafBranchBook *book, gint64 now_us, GTimeZone *zone)
{
  GListModel *stops = madaf_look_way_get_stops (way);
  GString *text = g_string_new (NULL);

  for (guint i = 0; !is_shipped (way) && i < g_list_model_get_n_items (stops); i++)
    {
      g_autoptr (MadafLookStop) stop = g_list_model_get_item (stops, i);
      g_autofree char *hint = stop_hint (stop, now_us, zone);

      if (g_list_model_get_n_items (stops) > 1)
        {
          g_autofree char *name = stop_name (way, i, book);
          g_autofree char *pieces = list_pieces (stop, choice);

          if (i > 0)
            g_string_append_c (text, '\n');
          /* Translators: first the name of a branch, then the things that are there. */
          g_string_append_printf (text, C_ ("branch has", "%s: %s"), name, pieces);
          if (*hint != '\0')
            g_string_append_c (text, '\n');
        }
      g_string_append (text, hint);
    }
  return g_string_free (text, FALSE);
}

char *
madaf_look_words_together (int orders)
{
  /* Translators: how many shoppers bought this and the thing on the screen in one order. */
  return g_strdup_printf (ngettext ("Bought together by %d", "Bought together by %d", (gulong)orders), orders);
}

/* (nullable): the name of the colour that the pick is in, where the thing that has the same one is in @basket. */
static const char *
find_shared_colour (MadafPick *pick, MadafPickReason *reason, GListModel *basket)
{
  GListModel *colours = madaf_product_summary_get_colours (madaf_pick_get_product (pick));
  const char *other = madaf_pick_reason_get_product_id (reason);
  gboolean in_basket = FALSE;

  for (guint i = 0; other != NULL && i < g_list_model_get_n_items (basket); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (basket, i);

      in_basket |= g_strcmp0 (madaf_basket_line_get_product_id (line), other) == 0;
    }
  for (guint i = 0; in_basket && i < g_list_model_get_n_items (colours); i++)
    {
      g_autoptr (MadafColour) colour = g_list_model_get_item (colours, i);

      if (g_strcmp0 (madaf_colour_get_id (colour), madaf_pick_get_colour_id (pick)) == 0)
        return madaf_text_pick (madaf_colour_get_name (colour), madaf_language_current ());
    }
  return NULL;
}

static char *
colour_words (MadafPick *pick, MadafPickReason *reason, GListModel *basket)
{
  const char *colour = find_shared_colour (pick, reason, basket);

  if (colour == NULL)
    return g_strdup (_ ("In the same colour"));
  /* Translators: why something was picked: it has the same colour as a thing in the basket; %s is that colour. */
  return g_strdup_printf (_ ("Goes with the colour in your basket: %s"), colour);
}

static char *
reason_words (MadafPick *pick, MadafPickReason *reason, GListModel *basket)
{
  const char *kind = madaf_pick_reason_get_kind (reason);
  int number = madaf_pick_reason_get_number (reason);

  if (g_str_equal (kind, "bought_together"))
    return madaf_look_words_together (number);
  if (g_str_equal (kind, "part_of_look"))
    return g_strdup (_ ("From one of our looks"));
  if (g_str_equal (kind, "goes_with"))
    return g_strdup (_ ("Goes with it"));
  if (g_str_equal (kind, "on_wishlist"))
    return g_strdup (_ ("On your list"));
  if (g_str_equal (kind, "same_colour"))
    return colour_words (pick, reason, basket);
  if (g_str_equal (kind, "in_your_size_here"))
    return g_strdup_printf (ngettext ("%d here in your size", "%d here in your size", (gulong)number), number);
  return NULL;
}

char *
madaf_look_words_reason (MadafPick *pick, GListModel *basket)
{
  GListModel *reasons = madaf_pick_get_reasons (pick);
  GString *line = g_string_new (NULL);
  int said = 0;

  for (guint i = 0; i < g_list_model_get_n_items (reasons) && said < MOST_REASONS; i++)
    {
      g_autoptr (MadafPickReason) reason = g_list_model_get_item (reasons, i);
      g_autofree char *words = reason_words (pick, reason, basket);

      append_part (line, words);
      said += words != NULL;
    }
  return g_string_free (line, FALSE);
}

/* (nullable) */
static MadafText *
swap_colour (MadafLookSwap *swap)
{
  GListModel *colours = madaf_product_summary_get_colours (madaf_look_swap_get_product (swap));

  for (guint i = 0; i < g_list_model_get_n_items (colours); i++)
    {
      /* The product keeps it. */
      g_autoptr (MadafColour) colour = g_list_model_get_item (colours, i);

      if (g_strcmp0 (madaf_colour_get_id (colour), madaf_look_swap_get_colour_id (swap)) == 0)
        return madaf_colour_get_name (colour);
    }
  return NULL;
}

char *
madaf_look_words_swap (MadafLookSwap *swap)
{
  const char *kind = madaf_look_swap_get_kind (swap);
  g_autofree char *variant = madaf_order_words_variant (swap_colour (swap), madaf_look_swap_get_size (swap));
  const char *what = _ ("Something like it");

  if (g_str_equal (kind, "other_colour"))
    what = _ ("In another colour");
  else if (g_str_equal (kind, "other_size"))
    what = _ ("In another size");
  if (*variant == '\0')
    return g_strdup (what);
  /* Translators: first what kind of a substitute it is ("In another colour"), then its colour and size. */
  return g_strdup_printf (C_ ("substitute", "%s: %s"), what, variant);
}
