/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/gs1.h"

#include "scan/gs1/currency.h"
#include "scan/gs1/message.h"
#include "scan/gs1/scan-data.h"

#include <string.h>

/* A verified GS1 message. */
struct _MadafGs1
{
  GPtrArray *elements; /* (owned) (element-type MadafGs1Element) */
  char *item_number;   /* (owned) (nullable) of the EAN or UPC symbol */
};

G_DEFINE_BOXED_TYPE (MadafGs1, madaf_gs1, madaf_gs1_ref, madaf_gs1_unref)

static MadafGs1 *
gs1_new (void)
{
  MadafGs1 *self = g_atomic_rc_box_new0 (MadafGs1);

  self->elements = madaf_gs1_elements_new ();
  return self;
}

static gboolean
check_length (const char *text, GError **error)
{
  if (strlen (text) <= MADAF_GS1_MAX_LENGTH)
    return TRUE;
  return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Maximum data length is %d characters", MADAF_GS1_MAX_LENGTH);
}

/* Takes @self; gives it back if it @is_right and its elements may stand together. */
static MadafGs1 *
finish (MadafGs1 *self, gboolean is_right, GError **error)
{
  if (is_right && madaf_gs1_elements_check_together (self->elements, error))
    return self;
  madaf_gs1_unref (self);
  return NULL;
}

static gboolean
is_fnc1 (char c)
{
  return c == '^' || c == MADAF_GS1_SEPARATOR;
}

static gboolean
read_element_string (const char *text, GPtrArray *elements, GError **error)
{
  if (!is_fnc1 (*text))
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Missing FNC1 in first position");
  return madaf_gs1_read_element_string (text + 1, elements, error);
}

MadafGs1 *
madaf_gs1_parse_element_string (const char *text, GError **error)
{
  g_autoptr (MadafGs1) self = gs1_new ();
  const char *composite = strchr (text, '|');
  g_autofree char *linear = composite != NULL ? g_strndup (text, composite - text) : g_strdup (text);
  gboolean is_right;

  if (!check_length (text, error))
    return NULL;
  if (madaf_gs1_looks_like_link (text))
    return madaf_gs1_parse_digital_link (text, error);
  if (!is_fnc1 (*linear) && composite == NULL)
    {
      madaf_gs1_fail (error, MADAF_GS1_ERROR_PLAIN, "The text is no GS1 message");
      return NULL;
    }
  is_right = (!is_fnc1 (*linear) || read_element_string (linear, self->elements, error))
             && (composite == NULL || read_element_string (composite + 1, self->elements, error));
  return finish (g_steal_pointer (&self), is_right, error);
}

MadafGs1 *
madaf_gs1_parse_message (const char *text, GError **error)
{
  MadafGs1 *self = gs1_new ();

  return finish (self, check_length (text, error) && madaf_gs1_read_element_string (text, self->elements, error),
                 error);
}

MadafGs1 *
madaf_gs1_parse_bracketed (const char *text, GError **error)
{
  g_autoptr (MadafGs1) self = gs1_new ();
  const char *composite = strchr (text, '|');
  g_autofree char *linear = composite != NULL ? g_strndup (text, composite - text) : g_strdup (text);
  gboolean is_right = check_length (text, error) && madaf_gs1_read_bracketed (linear, self->elements, error)
                      && (composite == NULL || madaf_gs1_read_bracketed (composite + 1, self->elements, error));

  return finish (g_steal_pointer (&self), is_right, error);
}

MadafGs1 *
madaf_gs1_parse_digital_link (const char *text, GError **error)
{
  MadafGs1 *self = gs1_new ();

  return finish (self, check_length (text, error) && madaf_gs1_read_link (text, self->elements, error), error);
}

MadafGs1 *
madaf_gs1_parse_scan_data (const char *text, GError **error)
{
  MadafGs1 *self = gs1_new ();

  return finish (
      self, check_length (text, error) && madaf_gs1_read_scan_data (text, self->elements, &self->item_number, error),
      error);
}

MadafGs1 *
madaf_gs1_new_gtin (const char *gtin)
{
  MadafGs1 *self = gs1_new ();

  madaf_gs1_elements_add (self->elements, madaf_gs1_ai_find ("01", 2), gtin, strlen (gtin), NULL);
  return self;
}

MadafGs1 *
madaf_gs1_ref (MadafGs1 *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
gs1_clear (MadafGs1 *self)
{
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->item_number, g_free);
}

void
madaf_gs1_unref (MadafGs1 *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)gs1_clear);
}

guint
madaf_gs1_get_n_elements (MadafGs1 *self)
{
  return self->elements->len;
}

void
madaf_gs1_get_element (MadafGs1 *self, guint i, const char **ai, const char **value)
{
  const MadafGs1Element *element = g_ptr_array_index (self->elements, i);

  *ai = element->ai->ai;
  *value = element->value;
}

/* (nullable): the first element that @pattern ("01", "310n") names. */
static const MadafGs1Element *
find (MadafGs1 *self, const char *pattern)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      const MadafGs1Element *element = g_ptr_array_index (self->elements, i);

      if (madaf_gs1_ai_matches (element->ai, pattern, strlen (pattern)))
        return element;
    }
  return NULL;
}

const char *
madaf_gs1_get_value (MadafGs1 *self, const char *ai)
{
  const MadafGs1Element *element = find (self, ai);

  return element != NULL ? element->value : NULL;
}

const char *
madaf_gs1_get_gtin (MadafGs1 *self)
{
  const char *gtin = madaf_gs1_get_value (self, "01");

  return gtin != NULL ? gtin : self->item_number;
}

const char *
madaf_gs1_get_serial (MadafGs1 *self)
{
  return madaf_gs1_get_value (self, "21");
}

const char *
madaf_gs1_get_lot (MadafGs1 *self)
{
  return madaf_gs1_get_value (self, "10");
}

gboolean
madaf_gs1_get_date (MadafGs1 *self, const char *ai, int year, MadafGs1Date *date)
{
  const char *value = madaf_gs1_get_value (self, ai);

  return value != NULL && madaf_gs1_date_parse (value, year, date);
}

gboolean
madaf_gs1_get_measure (MadafGs1 *self, const char *ai, MadafGs1Measure *measure)
{
  g_autofree char *pattern = g_strconcat (ai, "n", NULL);
  const MadafGs1Element *element = strlen (ai) == 3 && ai[0] == '3' ? find (self, pattern) : NULL;

  if (element == NULL || strlen (element->value) != 6)
    return FALSE;
  measure->value = g_ascii_strtoll (element->value, NULL, 10);
  measure->decimals = element->ai->ai[3] - '0';
  measure->unit = element->ai->unit;
  return TRUE;
}

/* @digits with @decimals as minor units of @currency, if that loses nothing. */
static gboolean
make_money (const char *digits, int decimals, const char *currency, MadafMoney *price)
{
  gint64 minor = g_ascii_strtoll (digits, NULL, 10); /* at most 15 digits */
  int wanted = madaf_money_currency_decimals (currency);

  for (; decimals < wanted; decimals++)
    minor *= 10;
  for (; decimals > wanted; decimals--)
    {
      if (minor % 10 != 0)
        return FALSE;
      minor /= 10;
    }
  return madaf_money_init (price, minor, currency);
}

gboolean
madaf_gs1_get_price (MadafGs1 *self, const char *local, MadafMoney *price)
{
  const MadafGs1Element *element = find (self, "393n");
  const char *currency;

  if (element != NULL)
    {
      currency = madaf_gs1_currency_from_number (element->value);
      return currency != NULL && make_money (element->value + 3, element->ai->ai[3] - '0', currency, price);
    }
  element = find (self, "392n");
  return element != NULL && make_money (element->value, element->ai->ai[3] - '0', local, price);
}

char *
madaf_gs1_to_element_string (MadafGs1 *self)
{
  GString *text = g_string_new (NULL);
  gboolean needs_separator = TRUE;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const MadafGs1Element *element = g_ptr_array_index (self->elements, i);

      g_string_append_printf (text, "%s%s%s", needs_separator ? "^" : "", element->ai->ai, element->value);
      needs_separator = element->ai->needs_separator;
    }
  return g_string_free (text, FALSE);
}
