/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/code.h"

#include "model/gtin.h"
#include "model/publication.h"
#include "scan/gs1/salvage.h"
#include "scan/upc-e.h"

#include <string.h>

/* What was scanned, cleaned once where it comes in so that nobody after has to distrust it. */
struct _MadafCode
{
  MadafSymbology symbology;
  MadafCodeOrigin origin;
  char *text;    /* (owned) */
  char *raw;     /* (owned) (nullable): where it differs */
  MadafGs1 *gs1; /* (owned) (nullable) */
  char *gtin;    /* (owned) (nullable) */
  char *addon;   /* (owned) (nullable) */
  MadafPoint corners[4];
  gboolean has_corners;
  gboolean is_gs1;
  int votes;
};

G_DEFINE_BOXED_TYPE (MadafCode, madaf_code, madaf_code_ref, madaf_code_unref)

/* Control characters act on terminals and logs, and invisible ones turn the direction of what is shown around them. */
static gboolean
is_visible (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
      return c == MADAF_GS1_SEPARATOR;
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Line ends within a text become a space, so that its words stay apart. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (is_visible (g_utf8_get_char (p)))
      g_string_append_unichar (result, g_utf8_get_char (p));
    else if ((*p == '\n' || *p == '\r' || *p == '\t') && !g_str_has_suffix (result->str, " "))
      g_string_append_c (result, ' ');
  return g_strstrip (g_string_free (result, FALSE));
}

/* (transfer full) (nullable): @text as digits alone, when it is digits of any script with spaces or hyphens between. */
static char *
only_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER)
        g_string_append_c (digits, '0' + g_unichar_digit_value (c));
      else if (c != ' ' && c != '-')
        return g_string_free (digits, TRUE);
    }
  return digits->len > 0 ? g_string_free (digits, FALSE) : g_string_free (digits, TRUE);
}

/* (transfer full) (nullable): the GTIN that plain digits are. */
static char *
read_digits (MadafSymbology symbology, const char *text)
{
  g_autofree char *upc_a = NULL;
  char *gtin = symbology != MADAF_SYMBOLOGY_UPC_E ? madaf_gtin_normalise (text, NULL) : NULL;

  /* Scanners and people say a UPC-E by its eight digits; an EAN-8 with the right check digit goes first. */
  if (gtin == NULL && (symbology == MADAF_SYMBOLOGY_UPC_E || symbology == MADAF_SYMBOLOGY_UNKNOWN))
    upc_a = madaf_upc_e_expand (text);
  return upc_a != NULL ? madaf_gtin_normalise (upc_a, NULL) : gtin;
}

/* (transfer full) (nullable): what @text says, if it is right by all the rules. */
static MadafGs1 *
read_gs1 (MadafSymbology symbology, const char *text, gboolean is_gs1)
{
  g_autofree char *gtin = NULL;

  if (is_gs1 || *text == MADAF_GS1_SEPARATOR)
    return madaf_gs1_parse_message (text + (*text == MADAF_GS1_SEPARATOR), NULL);
  if (*text == '(')
    return madaf_gs1_parse_bracketed (text, NULL);
  gtin = read_digits (symbology, text);
  return gtin != NULL ? madaf_gs1_new_gtin (gtin) : madaf_gs1_parse_digital_link (text, NULL);
}

/* Whether no article number is in @text, whatever digits it has: the number of a person, a parcel, a file. */
static gboolean
is_no_article (MadafSymbology symbology, const char *text)
{
  return symbology == MADAF_SYMBOLOGY_CODABAR || symbology == MADAF_SYMBOLOGY_CODE_39
         || (symbology == MADAF_SYMBOLOGY_ITF && strlen (text) != 14);
}

/* Takes @text. */
static MadafCode *
code_take (MadafSymbology symbology, MadafCodeOrigin origin, char *text, gboolean is_gs1)
{
  MadafCode *self = g_atomic_rc_box_new0 (MadafCode);

  self->symbology = symbology;
  self->origin = origin;
  self->text = text;
  self->is_gs1 = is_gs1;
  self->votes = 1;
  if (is_no_article (symbology, text))
    return self;
  self->gs1 = read_gs1 (symbology, text, is_gs1);
  /* A label that breaks a rule leads to its product all the same. */
  self->gtin = self->gs1 != NULL ? g_strdup (madaf_gs1_get_gtin (self->gs1)) : madaf_gtin_salvage (text, is_gs1);
  return self;
}

MadafCode *
madaf_code_new (MadafSymbology symbology, const char *text, gboolean is_gs1, const MadafPoint *corners, int votes)
{
  MadafCode *self;
  g_autofree char *cleaned = NULL;

  if (strlen (text) > MADAF_CODE_MAX_CAMERA_LENGTH)
    return NULL;
  cleaned = clean (text);
  if (*cleaned == '\0')
    return NULL;

  self = code_take (symbology, MADAF_CODE_ORIGIN_CAMERA, g_steal_pointer (&cleaned), is_gs1);
  if (strcmp (text, self->text) != 0)
    self->raw = g_utf8_make_valid (text, -1);
  self->votes = MAX (votes, 1);
  self->has_corners = corners != NULL;
  if (corners != NULL)
    memcpy (self->corners, corners, sizeof self->corners);
  return self;
}

MadafCode *
madaf_code_new_ean (MadafSymbology symbology, const char *text, const char *addon, const MadafPoint *corners, int votes)
{
  MadafCode *self = madaf_code_new (symbology, text, FALSE, corners, votes);

  if (self != NULL)
    self->addon = g_strdup (addon);
  return self;
}

static gboolean
length_is_sane (const char *text, gsize most)
{
  return *text != '\0' && strlen (text) <= most * 4 && g_utf8_strlen (text, -1) <= (long)most;
}

MadafCode *
madaf_code_new_typed (const char *text)
{
  g_autofree char *cleaned = clean (text);
  g_autofree char *publication = madaf_publication_parse (cleaned);
  g_autofree char *digits = publication != NULL ? madaf_gtin_to_display (publication) : only_digits (cleaned);
  const char *best = digits != NULL ? digits : cleaned;
  MadafCode *self;

  if (!length_is_sane (best, MADAF_CODE_MAX_LENGTH))
    return NULL;
  self = code_take (MADAF_SYMBOLOGY_UNKNOWN, MADAF_CODE_ORIGIN_TYPED, g_strdup (best), FALSE);
  if (self->gtin == NULL)
    {
      self->gtin = madaf_publication_from_digits (best);
      self->gs1 = self->gtin != NULL ? madaf_gs1_new_gtin (self->gtin) : NULL;
    }
  return self;
}

/* ISO/IEC 15424: "]", a letter for the symbology, a character for what was done with it. */
static const struct
{
  const char *prefix;
  MadafSymbology symbology;
  gboolean is_gs1;
} aim_identifiers[] = {
  { "]E0", MADAF_SYMBOLOGY_EAN_13, FALSE },     { "]E3", MADAF_SYMBOLOGY_EAN_13, FALSE },
  { "]E4", MADAF_SYMBOLOGY_EAN_8, FALSE },      { "]C1", MADAF_SYMBOLOGY_CODE_128, TRUE },
  { "]C", MADAF_SYMBOLOGY_CODE_128, FALSE },    { "]e", MADAF_SYMBOLOGY_DATABAR, TRUE },
  { "]I", MADAF_SYMBOLOGY_ITF, FALSE },         { "]F", MADAF_SYMBOLOGY_CODABAR, FALSE },
  { "]A", MADAF_SYMBOLOGY_CODE_39, FALSE },     { "]Q3", MADAF_SYMBOLOGY_QR, TRUE },
  { "]Q", MADAF_SYMBOLOGY_QR, FALSE },          { "]d2", MADAF_SYMBOLOGY_DATA_MATRIX, TRUE },
  { "]d", MADAF_SYMBOLOGY_DATA_MATRIX, FALSE },
};

/* Any other identifier: its code is known by nothing but its text. */
static gboolean
has_identifier (const char *text)
{
  return text[0] == ']' && g_ascii_isalpha (text[1]) && g_ascii_isalnum (text[2]) && text[3] != '\0';
}

/* (transfer full): with the separator itself where a scanner wrote it out. */
static char *
with_separators (const char *text, gboolean is_gs1)
{
  static const char separator[] = { MADAF_GS1_SEPARATOR, '\0' };
  GString *result = g_string_new (text);

  g_string_replace (result, "{GS}", separator, 0);
  g_string_replace (result, "<GS>", separator, 0);
  if (is_gs1)
    g_string_replace (result, "^]", separator, 0);
  return g_string_free (result, FALSE);
}

/* How many digits of @text, which has an add-on behind it, are the main symbol's; 0: it has none. Where the scanner
 * does not say so it may be any number: only what is printed on magazines and books has one. */
static gsize
length_before_addon (const char *text, gboolean has_addon)
{
  gsize length = strlen (text);
  gboolean is_print
      = g_str_has_prefix (text, "977") || g_str_has_prefix (text, "978") || g_str_has_prefix (text, "979");
  g_autofree char *main = g_strndup (text, 13);
  g_autofree char *gtin = madaf_gtin_normalise (main, NULL);

  if ((length != 15 && length != 18) || strspn (text, "0123456789") != length)
    return 0;
  return gtin != NULL && (has_addon || is_print) ? 13 : 0;
}

MadafCode *
madaf_code_new_wedge (const char *text)
{
  gboolean has_addon = FALSE;
  gsize main;
  g_autofree char *cleaned = clean (text);
  g_autofree char *message = NULL;
  gsize skip = has_identifier (cleaned) ? strlen ("]E0") : 0;
  MadafSymbology symbology = MADAF_SYMBOLOGY_UNKNOWN;
  gboolean is_gs1 = FALSE;
  MadafCode *self;

  for (guint i = 0; skip > 0 && symbology == MADAF_SYMBOLOGY_UNKNOWN && i < G_N_ELEMENTS (aim_identifiers); i++)
    if (g_str_has_prefix (cleaned, aim_identifiers[i].prefix))
      {
        symbology = aim_identifiers[i].symbology;
        is_gs1 = aim_identifiers[i].is_gs1;
        has_addon = g_str_has_prefix (cleaned, "]E3");
      }
  message = with_separators (cleaned + skip, is_gs1);
  if (!length_is_sane (message, MADAF_CODE_MAX_WEDGE_LENGTH))
    return NULL;
  is_gs1 |= strchr (message, MADAF_GS1_SEPARATOR) != NULL;
  main = skip == 0 || has_addon ? length_before_addon (message, has_addon) : 0;
  if (main == 0)
    return code_take (symbology, MADAF_CODE_ORIGIN_WEDGE, g_steal_pointer (&message), is_gs1);
  self = code_take (MADAF_SYMBOLOGY_EAN_13, MADAF_CODE_ORIGIN_WEDGE, g_strndup (message, main), FALSE);
  self->addon = g_strdup (message + main);
  return self;
}

MadafCode *
madaf_code_ref (MadafCode *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
code_clear (MadafCode *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->raw, g_free);
  g_clear_pointer (&self->gs1, madaf_gs1_unref);
  g_clear_pointer (&self->gtin, g_free);
  g_clear_pointer (&self->addon, g_free);
}

void
madaf_code_unref (MadafCode *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)code_clear);
}

MadafSymbology
madaf_code_get_symbology (MadafCode *self)
{
  return self->symbology;
}

MadafCodeOrigin
madaf_code_get_origin (MadafCode *self)
{
  return self->origin;
}

const char *
madaf_code_get_text (MadafCode *self)
{
  return self->text;
}

const char *
madaf_code_get_raw (MadafCode *self)
{
  return self->raw != NULL ? self->raw : self->text;
}

const char *
madaf_code_get_gtin (MadafCode *self)
{
  return self->gtin;
}

const char *
madaf_code_get_addon (MadafCode *self)
{
  return self->addon;
}

MadafGs1 *
madaf_code_get_gs1 (MadafCode *self)
{
  return self->gs1;
}

const MadafPoint *
madaf_code_get_corners (MadafCode *self)
{
  return self->has_corners ? self->corners : NULL;
}

gboolean
madaf_code_is_gs1 (MadafCode *self)
{
  return self->is_gs1;
}

int
madaf_code_get_votes (MadafCode *self)
{
  return self->votes;
}

gboolean
madaf_code_equal (MadafCode *self, MadafCode *other)
{
  if (self->addon != NULL && other->addon != NULL && strcmp (self->addon, other->addon) != 0)
    return FALSE;
  if (self->gtin != NULL && other->gtin != NULL)
    return strcmp (self->gtin, other->gtin) == 0;
  return strcmp (self->text, other->text) == 0;
}
