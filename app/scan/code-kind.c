/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/code-kind.h"

#include "model/collection-code.h"

#include <string.h>

/* Our own codes, told apart by one table. */

/* What the text is. */
typedef enum
{
  PAGE,            /* a page of the central: its origin, the path that the row says, and an id */
  MEMBER_CARD,     /* digits that begin as the shop's cards do */
  COLLECTION_CODE, /* ten digits with a check digit of their own */
  TRADE_ITEM,      /* anything with a GTIN in it */
} Form;

/* The first that fits counts. */
static const struct
{
  MadafCodeKind kind;
  Form form;
  const char *path;
} rules[] = {
  { MADAF_CODE_KIND_RECEIPT, PAGE, "/r/" },   { MADAF_CODE_KIND_MEMBER, PAGE, "/m/" },
  { MADAF_CODE_KIND_SIGN_IN, PAGE, "/s/" },   { MADAF_CODE_KIND_CAMPAIGN, PAGE, "/c/" },
  { MADAF_CODE_KIND_MEMBER, MEMBER_CARD, 0 }, { MADAF_CODE_KIND_ORDER, COLLECTION_CODE, 0 },
  { MADAF_CODE_KIND_PRODUCT, TRADE_ITEM, 0 },
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
        default:
          *id = g_strdup (madaf_code_get_gtin (code));
          break;
        }
      if (*id != NULL)
        return rules[i].kind;
    }
  return MADAF_CODE_KIND_OTHER;
}
