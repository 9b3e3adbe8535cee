/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/look/looks-section.h"

#include "client/central-client.h"
#include "kiosk/pages/look/look-card.h"
#include "kiosk/pages/look/look-route.h"
#include "kiosk/pages/look/look-tile.h"
#include "kiosk/pages/look/look-words.h"
#include "kiosk/widgets/section.h"
#include "kiosk/widgets/tile-row.h"
#include "model/together.h"

#include <glib/gi18n.h>

/* As many as can be taken in at a glance; more make the reviews hard to reach. */
#define MOST_LOOKS 3

struct _MadafLooksSection
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) (nullable) */
  MadafChoice *choice;   /* (owned) (nullable) */
  GListModel *looks;     /* (owned) (nullable): of MadafLook */
  GCancellable *asked;   /* (owned) (nullable) */
  gboolean from_shelf;   /* the figures of the looks are old */
  GtkWidget *outfits;
  GtkWidget *cards;
  GtkWidget *together;
  GtkWidget *tiles;
};

G_DEFINE_FINAL_TYPE (MadafLooksSection, madaf_looks_section, GTK_TYPE_BOX)

static void
add_size (GPtrArray *sizes, const char *size)
{
  if (size != NULL && !g_ptr_array_find_with_equal_func (sizes, size, g_str_equal, NULL))
    g_ptr_array_add (sizes, g_strdup (size));
}

/* What is chosen here, then what the basket has. (transfer full) */
static char **
list_sizes (MadafLooksSection *self)
{
  GListModel *basket = G_LIST_MODEL (madaf_session_get_basket (madaf_context_get_session (self->context)));
  GPtrArray *sizes = g_ptr_array_new ();

  add_size (sizes, madaf_choice_get_size (self->choice));
  for (guint i = 0; i < g_list_model_get_n_items (basket); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (basket, i);

      add_size (sizes, madaf_basket_line_get_size (line));
    }
  g_ptr_array_add (sizes, NULL);
  return (char **)g_ptr_array_free (sizes, FALSE);
}

static MadafLookChoice *
make_choice (MadafLooksSection *self, MadafLook *look)
{
  g_auto (GStrv) sizes = list_sizes (self);
  MadafVariant *variant = madaf_choice_get_variant (self->choice);
  MadafLookChoice *choice = madaf_look_choice_new (look, (const char *const *)sizes, !self->from_shelf);
  const char *product_id = madaf_product_get_id (madaf_choice_get_product (self->choice));

  for (guint i = 0; variant != NULL && i < madaf_look_choice_get_n_pieces (choice); i++)
    {
      MadafLookPiece *piece = madaf_look_choice_get_piece (choice, i);

      /* The very thing that was chosen on this page, where it is in the colour of the look. */
      if (g_strcmp0 (madaf_product_summary_get_id (madaf_look_piece_get_product (piece)), product_id) == 0
          && madaf_look_piece_find (piece, madaf_variant_get_id (variant)) != NULL)
        madaf_look_choice_set_variant (choice, i, madaf_variant_get_id (variant));
    }
  return choice;
}

static void
on_open (MadafLooksSection *self, MadafLookCard *card)
{
  g_autoptr (MadafLookChoice) choice = make_choice (self, madaf_look_card_get_look (card));

  madaf_context_go (self->context,
                    madaf_look_route_new (choice, madaf_product_get_id (madaf_choice_get_product (self->choice))));
}

static void
on_product (MadafLooksSection *self, const char *id)
{
  madaf_context_open (self->context, "product", id);
}

static void
show_looks (MadafLooksSection *self)
{
  guint n = self->looks != NULL ? MIN (MOST_LOOKS, g_list_model_get_n_items (self->looks)) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafLook) look = g_list_model_get_item (self->looks, i);
      g_autoptr (MadafLookChoice) choice = make_choice (self, look);
      GtkWidget *card = madaf_look_card_new (choice, self->context);

      g_signal_connect_object (card, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "product", G_CALLBACK (on_product), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->cards), card);
    }
  gtk_widget_set_visible (self->outfits, n > 0);
}

/* Another size, or colour, of the thing on the page. */
static void
update_looks (MadafLooksSection *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      g_autoptr (MadafLookChoice) choice = make_choice (self, madaf_look_card_get_look (MADAF_LOOK_CARD (card)));

      madaf_look_card_set_choice (MADAF_LOOK_CARD (card), choice);
    }
}

static void
update_visible (MadafLooksSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (self->outfits) || gtk_widget_get_visible (self->together));
}

static void
on_looks_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafLooksSection) self = user_data;
  g_autoptr (GError) error = NULL;
  MadafFreshness freshness = { 0 };
  g_autoptr (GListModel) looks
      = madaf_central_client_list_looks_finish (MADAF_CENTRAL_CLIENT (source), result, &freshness, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (looks == NULL)
    g_debug ("Looks: %s", error->message);
  self->from_shelf = freshness.from_shelf;
  g_set_object (&self->looks, looks);
  show_looks (self);
  update_visible (self);
}

static void
on_tile_clicked (MadafLooksSection *self, MadafLookTile *tile)
{
  on_product (self, madaf_look_tile_get_product_id (tile));
}

static void
show_together (MadafLooksSection *self, GListModel *items)
{
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  madaf_tile_row_clear (MADAF_TILE_ROW (self->tiles));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafTogether) item = g_list_model_get_item (items, i);
      g_autofree char *note = madaf_look_words_together (madaf_together_get_orders (item));
      GtkWidget *tile = madaf_look_tile_new (self->context, madaf_together_get_product (item), NULL, NULL);

      madaf_look_tile_set_note (MADAF_LOOK_TILE (tile), note);
      g_signal_connect_object (tile, "clicked", G_CALLBACK (on_tile_clicked), self, G_CONNECT_SWAPPED);
      madaf_tile_row_append (MADAF_TILE_ROW (self->tiles), tile);
    }
  gtk_widget_set_visible (self->together, n > 0);
  update_visible (self);
}

static void
on_together_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafLooksSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items
      = madaf_central_client_list_together_finish (MADAF_CENTRAL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL)
    g_debug ("Bought together: %s", error->message);
  show_together (self, items);
}

static void
ask (MadafLooksSection *self)
{
  MadafCentralClient *central = madaf_context_get_central (self->context);
  const char *id = madaf_product_get_id (madaf_choice_get_product (self->choice));

  if (central == NULL || self->asked != NULL)
    return;
  self->asked = g_cancellable_new ();
  madaf_central_client_list_looks_async (central, id, self->asked, on_looks_ready, g_object_ref (self));
  madaf_central_client_list_together_async (central, id, self->asked, on_together_ready, g_object_ref (self));
}

static void
madaf_looks_section_dispose (GObject *object)
{
  MadafLooksSection *self = MADAF_LOOKS_SECTION (object);

  g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  g_clear_object (&self->looks);
  g_clear_object (&self->choice);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (madaf_looks_section_parent_class)->dispose (object);
}

static void
madaf_looks_section_class_init (MadafLooksSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_looks_section_dispose;
}

static GtkWidget *
add_part (MadafLooksSection *self, const char *title, GtkWidget *child)
{
  GtkWidget *part = madaf_section_new (title);

  madaf_section_set_child (MADAF_SECTION (part), child);
  gtk_widget_set_visible (part, FALSE);
  gtk_box_append (GTK_BOX (self), part);
  return part;
}

static void
madaf_looks_section_init (MadafLooksSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 32);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 32);
  self->outfits = add_part (self, _ ("Complete the look"), self->cards);
  self->tiles = madaf_tile_row_new ();
  self->together = add_part (self, _ ("Often bought together"), self->tiles);
}

void
madaf_looks_section_set (MadafLooksSection *self, MadafContext *context, MadafChoice *choice)
{
  g_set_object (&self->context, context);
  if (g_set_object (&self->choice, choice))
    g_signal_connect_object (choice, "changed", G_CALLBACK (update_looks), self, G_CONNECT_SWAPPED);
  update_looks (self);
  ask (self);
}
