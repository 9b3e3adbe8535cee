/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/code-kind.h"

#include "model/collection-code.h"

#include <string.h>

/* Our own codes, told apart by one table. */

#define GIFT_CARD_SIGNS      "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define GIFT_CARD_LENGTH     19
#define COUPON_SCHEME        "coupon:"
#define COUPON_MOST          40
#define COUPON_NUMBER_LENGTH 13

/* What the text is. */
typedef enum
{
  PAGE,            /* a page of the central: its origin, the path that the row says, and an id */
  MEMBER_CARD,     /* digits that begin as the shop's cards do */
  COLLECTION_CODE, /* ten digits with a check digit of their own */
  GIFT_CARD,       /* as the central writes them: four by four, with dashes */
  COUPON_TEXT,     /* "coupon:" and the code */
  COUPON_NUMBER,   /* GS1's: a Global Coupon Number (AI 255), or an EAN of the ranges for coupons */
  TRADE_ITEM,      /* anything with a GTIN in it */
} Form;

/* The first that fits counts. */
static const struct
{
  MadafCodeKind kind;
  Form form;
  const char *path;
} rules[] = {
  { MADAF_CODE_KIND_RECEIPT, PAGE, "/r/" },     { MADAF_CODE_KIND_MEMBER, PAGE, "/m/" },
  { MADAF_CODE_KIND_SIGN_IN, PAGE, "/s/" },     { MADAF_CODE_KIND_CAMPAIGN, PAGE, "/c/" },
  { MADAF_CODE_KIND_MEMBER, MEMBER_CARD, 0 },   { MADAF_CODE_KIND_ORDER, COLLECTION_CODE, 0 },
  { MADAF_CODE_KIND_GIFT_CARD, GIFT_CARD, 0 },  { MADAF_CODE_KIND_COUPON, COUPON_TEXT, 0 },
  { MADAF_CODE_KIND_COUPON, COUPON_NUMBER, 0 }, { MADAF_CODE_KIND_PRODUCT, TRADE_ITEM, 0 },
};

/* An id on the wire. */
static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  return length >= 1 && length <= 64
         && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == length;
}

static int
port_of (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);
  return strcmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

/* GLib makes the scheme small; a host is the same in capitals. */
static gboolean
is_same_place (GUri *a, GUri *b)
{
  return strcmp (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 && port_of (a) == port_of (b)
         && g_uri_get_host (a) != NULL && g_uri_get_host (b) != NULL
         && g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0;
}

/* (nullable): what is behind @path in @link, if that is a page at @origin. */
static const char *
id_at (GUri *link, const char *origin, const char *path)
{
  g_autoptr (GUri) base = g_uri_parse (origin, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *prefix = NULL;
  const char *start;

  if (base == NULL || !is_same_place (link, base))
    return NULL;
  prefix = g_strdup (g_uri_get_path (base));
  if (g_str_has_suffix (prefix, "/"))
    prefix[strlen (prefix) - 1] = '\0';
  start = g_uri_get_path (link);
  if (!g_str_has_prefix (start, prefix) || !g_str_has_prefix (start + strlen (prefix), path))
    return NULL;
  start += strlen (prefix) + strlen (path);
  return is_id (start) ? start : NULL;
}

static char *
find_page (const char *text, const char *const *origins, const char *path)
{
  g_autoptr (GUri) link = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);

  if (link == NULL || g_uri_get_userinfo (link) != NULL || g_uri_get_query (link) != NULL)
    return NULL;
  for (; origins != NULL && *origins != NULL; origins++)
    {
      const char *id = id_at (link, *origins, path);

      if (id != NULL)
        return g_strdup (id);
    }
  return NULL;
}

static char *
find_card (const char *text, const char *const *prefixes)
{
  if (strspn (text, "0123456789") != strlen (text))
    return NULL;
  for (; prefixes != NULL && *prefixes != NULL; prefixes++)
    if (**prefixes != '\0' && g_str_has_prefix (text, *prefixes))
      return g_strdup (text);
  return NULL;
}

/* Of the digits and letters that are not mistaken for each other. */
static char *
find_gift_card (const char *text)
{
  gsize length = strlen (text);

  if (length != GIFT_CARD_LENGTH)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (i % 5 == 4 ? text[i] != '-' : strchr (GIFT_CARD_SIGNS, g_ascii_toupper (text[i])) == NULL)
      return NULL;
  return g_strdup (text);
}

static char *
find_coupon_text (const char *text)
{
  gsize start = strlen (COUPON_SCHEME);
  g_autofree char *code = NULL;

  if (g_ascii_strncasecmp (text, COUPON_SCHEME, start) != 0)
    return NULL;
  code = g_strstrip (g_strdup (text + start));
  return *code != '\0' && strlen (code) <= COUPON_MOST ? g_steal_pointer (&code) : NULL;
}

/* EAN-13 from 981 to 984 are coupons of one currency, those from 990 to 999 of one country (GS1 General
 * Specifications, 1.4.2). */
static gboolean
is_coupon_range (const char *gtin)
{
  return gtin[0] == '0'
         && ((gtin[1] == '9' && gtin[2] == '8' && gtin[3] >= '1' && gtin[3] <= '4')
             || (gtin[1] == '9' && gtin[2] == '9'));
}

/* Without the serial number that may stand behind it: which coupon it is, not which piece of paper. */
static char *
find_coupon_number (MadafCode *code)
{
  MadafGs1 *gs1 = madaf_code_get_gs1 (code);
  const char *number = gs1 != NULL ? madaf_gs1_get_value (gs1, "255") : NULL;
  const char *gtin = madaf_code_get_gtin (code);

  if (number != NULL && strlen (number) >= COUPON_NUMBER_LENGTH)
    return g_strndup (number, COUPON_NUMBER_LENGTH);
  return gtin != NULL && is_coupon_range (gtin) ? g_strdup (gtin + 1) : NULL;
}

MadafCodeKind
madaf_code_kind_find (MadafCode *code, const char *const *origins, const char *const *member_prefixes, char **id)
{
  const char *text = madaf_code_get_text (code);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      switch (rules[i].form)
        {
        case PAGE:
          *id = find_page (text, origins, rules[i].path);
          break;
        case MEMBER_CARD:
          *id = find_card (text, member_prefixes);
          break;
        case COLLECTION_CODE:
          *id = madaf_collection_code_is_valid (text) ? g_strdup (text) : NULL;
          break;
        case GIFT_CARD:
          *id = find_gift_card (text);
          break;
        case COUPON_TEXT:
          *id = find_coupon_text (text);
          break;
        case COUPON_NUMBER:
          *id = find_coupon_number (code);
          break;
        default:
          *id = g_strdup (madaf_code_get_gtin (code));
          break;
        }
      if (*id != NULL)
        return rules[i].kind;
    }
  return MADAF_CODE_KIND_OTHER;
}
