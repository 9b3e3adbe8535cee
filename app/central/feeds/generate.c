/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/generate.h"

#include <stdlib.h>

#include "central/feeds/demo.h"
#include "central/feeds/generate-words.h"
#include "central/shop/branch.h"
#include "central/shop/catalogue.h"
#include "central/shop/private.h"
#include "model/gtin.h"

#define SOURCE "generated"
/* Products of one transaction: a shop of any size is written without a log of its size. */
#define BATCH        5000
#define LEAST_AT     3 /* branches that have a variant: from 3 to 9, six on average */
#define MOST_AT      9
#define MOST_ON_HAND 12
#define LEAST_PRICE  1990
#define PRICE_STEPS  400
#define POPULARITY   1000000
#define SALE_ONE_IN  6
#define OLDEST_DAY   400
#define HOURS                                                                                                          \
  "{\"time_zone\":\"Asia/"                                                                                             \
  "Jerusalem\",\"week\":[[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],"                     \
  "[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"14:00\"]],[]],\"exceptions\":[]}"

typedef struct
{
  const MadafGenerateOptions *options;
  MadafRandom *random; /* (owned) */
  gint64 now_us;
  guint product; /* the next one */
  guint variant; /* likewise */
} Making;

static guint
pick (Making *self, guint bound)
{
  return (guint)madaf_random_below (self->random, bound);
}

/* A text of all languages: the word, then @after. */
static char *
make_text (const MadafWord *word, const char *after)
{
  return g_strdup_printf ("{\"he\":\"%s%s\",\"ar\":\"%s%s\",\"ru\":\"%s%s\",\"en\":\"%s%s\"}", word->he, after,
                          word->ar, after, word->ru, after, word->en, after);
}

static char *
make_title (const MadafWord *noun, const MadafWord *material, const char *model)
{
  return g_strdup_printf ("{\"he\":\"%s %s %s\",\"ar\":\"%s %s %s\",\"ru\":\"%s %s %s\",\"en\":\"%s %s %s\"}", noun->he,
                          material->he, model, noun->ar, material->ar, model, noun->ru, material->ru, model,
                          material->en, noun->en, model);
}

/* A name that means nothing in any language: "Norita 214". */
static char *
make_model (Making *self)
{
  g_autofree char *name = g_strdup_printf ("%s%s", madaf_syllables[pick (self, madaf_n_syllables)],
                                           madaf_syllables[pick (self, madaf_n_syllables)]);

  name[0] = g_ascii_toupper (name[0]);
  return g_strdup_printf ("%s %u", name, 100 + pick (self, 900));
}

static gboolean
put_branches (Making *self, MadafTransaction *transaction, GError **error)
{
  for (guint i = 0; i < self->options->n_branches; i++)
    {
      const MadafCity *city = &madaf_cities[i % madaf_n_cities];
      g_autofree char *number = g_strdup_printf (" %u", i / madaf_n_cities + 1);
      g_autofree char *id = g_strdup_printf ("b%05u", i);
      g_autofree char *name = make_text (&city->name, number);
      g_autofree char *place = make_text (&city->name, "");
      g_autofree char *phone = g_strdup_printf ("+9723%07u", 5000000 + i);
      MadafShopBranch branch = {
        .id = id,
        .name = name,
        .address = name,
        .city = place,
        .phone = phone,
        .hours = (char *)HOURS,
        .has_position = TRUE,
        .latitude = city->latitude + pick (self, 1000) / 50000.0,
        .longitude = city->longitude + pick (self, 1000) / 50000.0,
        .can_collect = TRUE,
        .can_ship = i % 3 != 2,
        .collect_lead_minutes = 60,
        .position = (int)i,
      };

      if (!madaf_branch_put (transaction, &branch, SOURCE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_categories (MadafTransaction *transaction, GError **error)
{
  for (guint i = 0; i < madaf_n_departments; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%02u", i);
      g_autofree char *name = make_text (&madaf_departments[i], "");
      MadafShopCategory department = { .id = id, .name = name, .position = (int)i };

      if (!madaf_catalogue_put_category (transaction, &department, SOURCE, error))
        return FALSE;
      for (guint j = 0; j < madaf_n_nouns; j++)
        {
          g_autofree char *below = g_strdup_printf ("d%02u-%02u", i, j);
          g_autofree char *noun = make_text (&madaf_nouns[j], "");
          MadafShopCategory category = { .id = below, .parent = id, .name = noun, .position = (int)j };

          if (!madaf_catalogue_put_category (transaction, &category, SOURCE, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
put_head (MadafTransaction *transaction, gpointer data, GError **error)
{
  Making *self = data;
  const MadafShopSettings settings = {
    .id = (char *)"generated",
    .name = (char *)"{\"he\":\"חנות לדוגמה\",\"ar\":\"متجر تجريبي\",\"ru\":\"Пробный магазин\",\"en\":\"Sample shop\"}",
    .currency = (char *)"ILS",
    .vat_rate_basis_points = 1800,
    .languages = (char *)"[\"he\",\"ar\",\"ru\",\"en\"]",
    .time_zone = (char *)"Asia/Jerusalem",
    .default_branch = (char *)"b00000",
    .country = (char *)"IL",
  };

  return madaf_shop_put_settings (transaction, &settings, error) && put_branches (self, transaction, error)
         && put_categories (transaction, error);
}

static void
add_colour (Making *self, MadafShopProduct *product, guint index)
{
  const MadafShade *shade = &madaf_shades[index];
  MadafShopColour *colour = g_new0 (MadafShopColour, 1);

  colour->id = g_strdup (shade->id);
  colour->name = make_text (&shade->name, "");
  colour->hex = g_strdup (shade->hex);
  g_ptr_array_add (product->colours, colour);
}

static void
add_variants (Making *self, MadafShopProduct *product, guint n)
{
  guint first_shade = pick (self, madaf_n_shades);
  gint64 price = LEAST_PRICE + 500 * (gint64)pick (self, PRICE_STEPS);
  gint64 sale = pick (self, SALE_ONE_IN) == 0 ? price * 7 / 10 / 10 * 10 : -1;

  for (guint i = 0; i < n; i++)
    {
      guint shade = i / madaf_n_sizes;
      MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);
      char digits[13];

      g_snprintf (digits, sizeof digits, "729%09u", self->variant + 1);
      variant->id = g_strdup_printf ("v%09u", self->variant++);
      variant->gtin = g_strdup_printf ("0%s%d", digits, madaf_gtin_check_digit (digits, 12));
      /* More variants than colours have sizes: the sizes go on in numbers. */
      variant->size = shade < madaf_n_shades ? g_strdup (madaf_sizes[i % madaf_n_sizes]) : g_strdup_printf ("%u", i);
      shade = (first_shade + shade % madaf_n_shades) % madaf_n_shades;
      variant->colour = g_strdup (madaf_shades[shade].id);
      variant->position = (int)i;
      variant->price = price;
      variant->sale_price = sale;
      if (i % madaf_n_sizes == 0 && product->colours->len < madaf_n_shades)
        add_colour (self, product, shade);
      g_ptr_array_add (product->variants, variant);
    }
}

static MadafShopProduct *
make_product (Making *self, guint n_variants)
{
  MadafShopProduct *product = madaf_shop_product_new ();
  guint noun = pick (self, madaf_n_nouns);
  const MadafWord *material = &madaf_materials[pick (self, madaf_n_materials)];
  g_autofree char *model = make_model (self);

  product->id = g_strdup_printf ("p%08u", self->product++);
  product->source = g_strdup (SOURCE);
  product->title = make_title (&madaf_nouns[noun], material, model);
  product->description = g_strdup (product->title);
  product->brand = g_strdup (madaf_brands[pick (self, madaf_n_brands)]);
  product->popularity = pick (self, POPULARITY);
  product->updated_us = self->now_us - (gint64)pick (self, OLDEST_DAY) * G_TIME_SPAN_DAY;
  g_ptr_array_add (product->categories, g_strdup_printf ("d%02u-%02u", pick (self, madaf_n_departments), noun));
  add_variants (self, product, n_variants);
  return product;
}

static int
compare_numbers (const void *a, const void *b)
{
  guint left = *(const guint *)a, right = *(const guint *)b;

  return (left > right) - (left < right);
}

/* Without lines in the ledger: nobody counted what is made up. */
static gboolean
put_levels (Making *self, MadafTransaction *transaction, const char *variant_id, GError **error)
{
  guint branches[MOST_AT];
  guint n = LEAST_AT + pick (self, MOST_AT - LEAST_AT + 1);

  for (guint i = 0; i < n; i++)
    branches[i] = pick (self, self->options->n_branches);
  qsort (branches, n, sizeof branches[0], compare_numbers);
  for (guint i = 0; i < n; i++)
    {
      char branch_id[16];

      if (i > 0 && branches[i] == branches[i - 1])
        continue;
      g_snprintf (branch_id, sizeof branch_id, "b%05u", branches[i]);
      if (!RUN (transaction, error,
                "INSERT INTO stock (variant_id, branch_id, on_hand, reserved, changed_us) VALUES ($1, $2, $3, 0, $4)",
                TEXT (variant_id), TEXT (branch_id), INT (pick (self, MOST_ON_HAND + 1)), INT (self->now_us)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_product (Making *self, MadafTransaction *transaction, GError **error)
{
  const MadafGenerateOptions *options = self->options;
  guint most = options->n_variants / options->n_products + (self->product < options->n_variants % options->n_products);
  g_autoptr (MadafShopProduct) product = make_product (self, most);

  if (!madaf_catalogue_put_product (transaction, product, error))
    return FALSE;
  for (guint i = 0; i < product->variants->len; i++)
    if (!put_levels (self, transaction, ((MadafShopVariant *)g_ptr_array_index (product->variants, i))->id, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_batch (MadafTransaction *transaction, gpointer data, GError **error)
{
  Making *self = data;

  for (guint i = 0; i < BATCH && self->product < self->options->n_products; i++)
    if (!put_product (self, transaction, error))
      return FALSE;
  return self->product < self->options->n_products || madaf_catalogue_finish (transaction, self->now_us, error);
}

gboolean
madaf_generate (MadafStore *store, const MadafGenerateOptions *options, MadafClock *clock, GError **error)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (options->seed);
  Making self = { .options = options, .random = random, .now_us = madaf_clock_now_us (clock) };
  gboolean empty = FALSE;

  if (!madaf_demo_is_wanted (store, &empty, error))
    return FALSE;
  if (!empty)
    {
      g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_NOT_EMPTY,
                   "The database holds a shop already; an artificial one needs an empty one");
      return FALSE;
    }
  if (!madaf_store_write (store, put_head, &self, error))
    return FALSE;
  while (self.product < options->n_products)
    if (!madaf_store_write (store, put_batch, &self, error))
      return FALSE;
  return TRUE;
}
