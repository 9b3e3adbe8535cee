/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-orders.h"

#include "central/shop/pricing.h"
#include "central/shop/private.h"
#include "model/collection-code.h"

/* Guests are forgotten after 90 days, so no order is older. */
#define OLDEST_DAY 77
#define MAX_PIECES 6
#define NAME       "Demo"
#define PHONE      "+972505550100"

typedef struct
{
  MadafTransaction *transaction;
  const MadafDemoBooks *books;
  MadafRandom *random;
  GHashTable *products; /* (owned) id → JsonObject, of the books */
  int vat_rate;
} Making;

/* Something that was bought. */
typedef struct
{
  JsonObject *product;
  JsonObject *variant;
} Bought;

typedef struct
{
  Bought pieces[MAX_PIECES];
  guint n;
  gboolean shipped;
  const char *actor;
  const char *branch_id;
  gint64 placed_us;
} Basket;

static guint
pick (Making *self, guint bound)
{
  return (guint)madaf_random_below (self->random, bound);
}

static const char *
get_string (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

/* One of the product's variants, in @colour if that is not NULL. */
static void
add_piece (Making *self, Basket *basket, const char *product_id, const char *colour)
{
  JsonObject *product = g_hash_table_lookup (self->products, product_id);
  JsonArray *variants = product != NULL ? json_object_get_array_member (product, "variants") : NULL;
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();

  for (guint i = 0; i < basket->n; i++)
    if (basket->pieces[i].product == product)
      return;
  for (guint i = 0; variants != NULL && i < json_array_get_length (variants); i++)
    {
      JsonObject *variant = json_array_get_object_element (variants, i);

      if (colour == NULL || g_strcmp0 (get_string (variant, "colour"), colour) == 0)
        g_ptr_array_add (fitting, variant);
    }
  if (fitting->len > 0 && basket->n < MAX_PIECES)
    basket->pieces[basket->n++] = (Bought){ product, g_ptr_array_index (fitting, pick (self, fitting->len)) };
}

/* A good part of a look, most often in its colours. */
static void
add_look (Making *self, Basket *basket)
{
  JsonArray *looks = self->books->looks;
  JsonObject *look = json_array_get_object_element (looks, pick (self, json_array_get_length (looks)));
  JsonArray *pieces = json_object_get_array_member (look, "pieces");

  for (guint i = 0; i < json_array_get_length (pieces); i++)
    {
      JsonObject *piece = json_array_get_object_element (pieces, i);

      if (pick (self, 100) < 62)
        add_piece (self, basket, get_string (piece, "product"),
                   pick (self, 3) > 0 ? get_string (piece, "colour") : NULL);
    }
}

/* Any product, and now and then what goes with it. */
static void
add_any (Making *self, Basket *basket)
{
  JsonArray *products = self->books->products;
  JsonObject *product = json_array_get_object_element (products, pick (self, json_array_get_length (products)));
  JsonArray *others = json_object_get_array_member (product, "goes_with");
  guint n = json_array_get_length (others);

  add_piece (self, basket, get_string (product, "id"), NULL);
  if (n > 0 && pick (self, 2) == 0)
    add_piece (self, basket, json_array_get_string_element (others, pick (self, n)), NULL);
}

static gboolean
write_line (Making *self, const char *fulfilment_id, guint position, const Bought *bought, GError **error)
{
  const char *colour_id = get_string (bought->variant, "colour");
  JsonObject *colour = colour_id != NULL ? g_hash_table_lookup (self->books->colours, colour_id) : NULL;
  g_autofree char *title = madaf_demo_json (bought->product, "title");
  g_autofree char *colour_name = colour != NULL ? madaf_demo_json (colour, "name") : NULL;
  gint64 price = json_object_get_int_member_with_default (bought->product, "price_minor", 0);

  return RUN (
      self->transaction, error,
      "INSERT INTO order_line (fulfilment_id, position, variant_id, product_id, title, colour_name, size,"
      " picture_id, quantity, shelf, unit, total, tax) VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT picture_id"
      " FROM product_picture WHERE product_id = $4 ORDER BY coalesce (colour_id = $8, 0) DESC, position LIMIT 1),"
      " 1, $9, $9, $9, $10)",
      TEXT (fulfilment_id), INT (position), TEXT (get_string (bought->variant, "id")),
      TEXT (get_string (bought->product, "id")), TEXT (title), TEXT (colour_name),
      TEXT (get_string (bought->variant, "size")), TEXT (colour_id), INT (price),
      INT (madaf_price_tax_in (price, self->vat_rate)));
}

static gboolean
write_events (Making *self, const Basket *basket, const char *order_id, const char *fulfilment_id, GError **error)
{
  static const char *const collected[] = { "placed", "ready", "collected", NULL };
  static const char *const delivered[] = { "placed", "ready", "shipped", "delivered", NULL };
  const char *const *states = basket->shipped ? delivered : collected;

  for (int i = 0; states[i] != NULL; i++)
    if (!RUN (self->transaction, error,
              "INSERT INTO order_event (order_id, number, time_us, fulfilment_id, state, actor, branch_id)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7)",
              TEXT (order_id), INT (i + 1), INT (basket->placed_us + i * 5 * G_TIME_SPAN_HOUR), TEXT (fulfilment_id),
              TEXT (states[i]), TEXT (i == 0 ? basket->actor : "staff"), TEXT (basket->branch_id)))
      return FALSE;
  return TRUE;
}

static gboolean
write_head (Making *self, const Basket *basket, const char *order_id, GError **error)
{
  g_autofree char *receipt = madaf_random_ordered_id (self->random, basket->placed_us);
  gint64 total = 0;

  for (guint i = 0; i < basket->n; i++)
    total += json_object_get_int_member_with_default (basket->pieces[i].product, "price_minor", 0);
  return RUN (
      self->transaction, error,
      "INSERT INTO customer_order (id, state, placed_us, branch_id, language, name, phone, street, city, payment,"
      " currency, tax, total, receipt_token) VALUES ($1, $2, $3, $4, 'he', '" NAME "', '" PHONE
      "', $5, $6, 'till', $7, $8, $9, $10)",
      TEXT (order_id), TEXT (basket->shipped ? "delivered" : "collected"), INT (basket->placed_us),
      TEXT (basket->branch_id), TEXT (basket->shipped ? "Demo 1" : NULL), TEXT (basket->shipped ? "Demo" : NULL),
      TEXT (get_string (self->books->shop, "currency")), INT (madaf_price_tax_in (total, self->vat_rate)), INT (total),
      TEXT (receipt));
}

static gboolean
write_order (Making *self, const Basket *basket, GError **error)
{
  g_autofree char *order_id = madaf_random_ordered_id (self->random, basket->placed_us);
  g_autofree char *fulfilment_id = madaf_random_ordered_id (self->random, basket->placed_us);
  g_autofree char *code = basket->shipped ? NULL : madaf_collection_code_generate (self->random);

  if (!write_head (self, basket, order_id, error)
      || !RUN (self->transaction, error,
               "INSERT INTO fulfilment (id, order_id, position, reach, branch_id, state, collection_code, ready_us)"
               " VALUES ($1, $2, 0, $3, $4, $5, $6, $7)",
               TEXT (fulfilment_id), TEXT (order_id), TEXT (basket->shipped ? "ship" : "collect"),
               TEXT (basket->branch_id), TEXT (basket->shipped ? "delivered" : "collected"), TEXT (code),
               INT (basket->placed_us + 2 * G_TIME_SPAN_HOUR)))
    return FALSE;
  for (guint i = 0; i < basket->n; i++)
    if (!write_line (self, fulfilment_id, i, &basket->pieces[i], error))
      return FALSE;
  return write_events (self, basket, order_id, fulfilment_id, error);
}

/* Kiosks and tills hand out where they stand; the site ships as often as not. */
static void
choose_way (Making *self, Basket *basket, gint64 now_us)
{
  static const char *const actors[] = { "kiosk", "till", "channel", "channel" };
  JsonArray *branches = self->books->branches;
  JsonObject *branch;

  basket->placed_us
      = now_us - (gint64)madaf_random_below (self->random, OLDEST_DAY * (guint64)G_TIME_SPAN_DAY) - G_TIME_SPAN_DAY;
  basket->actor = actors[pick (self, G_N_ELEMENTS (actors))];
  basket->shipped = g_str_equal (basket->actor, "channel") && pick (self, 2) == 0;
  do
    branch = json_array_get_object_element (branches, pick (self, json_array_get_length (branches)));
  while (!json_object_get_boolean_member_with_default (branch, basket->shipped ? "can_ship" : "can_collect", FALSE));
  basket->branch_id = get_string (branch, "id");
}

gboolean
madaf_demo_put_orders (
    MadafTransaction *transaction, const MadafDemoBooks *books, MadafRandom *random, gint64 now_us, GError **error)
{
  g_autoptr (GHashTable) products = g_hash_table_new (g_str_hash, g_str_equal);
  Making self = { transaction, books, random, products,
                  (int)json_object_get_int_member_with_default (books->shop, "vat_rate_percent", 0) * 100 };

  for (guint i = 0; i < json_array_get_length (books->products); i++)
    {
      JsonObject *product = json_array_get_object_element (books->products, i);

      g_hash_table_insert (products, (char *)get_string (product, "id"), product);
    }
  for (int i = 0; i < MADAF_DEMO_ORDERS; i++)
    {
      Basket basket = { .n = 0 };

      add_look (&self, &basket);
      if (basket.n < 2 || pick (&self, 4) == 0)
        add_any (&self, &basket);
      choose_way (&self, &basket, now_us);
      if (!write_order (&self, &basket, error))
        return FALSE;
    }
  return TRUE;
}
