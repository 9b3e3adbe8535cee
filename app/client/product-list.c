/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/product-list.h"

struct _MadafProductList
{
  GListModel *items; /* (owned) */
  char *next_cursor; /* (owned) (nullable) */
  gint64 total;
  char *retyped;      /* (owned) (nullable) */
  GPtrArray *colours; /* (owned) */
  GPtrArray *sizes;   /* (owned) */
};

G_DEFINE_BOXED_TYPE (MadafProductList, madaf_product_list, madaf_product_list_ref, madaf_product_list_unref)

static void
clear (gpointer data)
{
  MadafProductList *self = data;

  g_object_unref (self->items);
  g_free (self->next_cursor);
  g_free (self->retyped);
  g_ptr_array_unref (self->colours);
  g_ptr_array_unref (self->sizes);
}

MadafFacet *
madaf_facet_new (const char *id, MadafColour *colour, gint64 count)
{
  MadafFacet *facet = g_new0 (MadafFacet, 1);

  facet->id = g_strdup (id);
  facet->colour = colour != NULL ? g_object_ref (colour) : NULL;
  facet->count = count;

  return facet;
}

void
madaf_facet_free (MadafFacet *facet)
{
  g_free (facet->id);
  g_clear_object (&facet->colour);
  g_free (facet);
}

MadafProductList *
madaf_product_list_new (
    GListModel *items, const char *next_cursor, gint64 total, const char *retyped, GPtrArray *colours, GPtrArray *sizes)
{
  MadafProductList *self = g_atomic_rc_box_new0 (MadafProductList);

  self->items = g_object_ref (items);
  self->next_cursor = g_strdup (next_cursor);
  self->total = total;
  self->retyped = g_strdup (retyped);
  self->colours = colours;
  self->sizes = sizes;

  return self;
}

MadafProductList *
madaf_product_list_ref (MadafProductList *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
madaf_product_list_unref (MadafProductList *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

GListModel *
madaf_product_list_get_items (MadafProductList *self)
{
  return self->items;
}

const char *
madaf_product_list_get_next_cursor (MadafProductList *self)
{
  return self->next_cursor;
}

gint64
madaf_product_list_get_total (MadafProductList *self)
{
  return self->total;
}

const char *
madaf_product_list_get_retyped (MadafProductList *self)
{
  return self->retyped;
}

GPtrArray *
madaf_product_list_get_colours (MadafProductList *self)
{
  return self->colours;
}

GPtrArray *
madaf_product_list_get_sizes (MadafProductList *self)
{
  return self->sizes;
}
