/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/search-texts.h"

#include "kiosk/texts.h"

#include <glib/gi18n.h>

/* What the search page says. */

static char *
count_text (gint64 total)
{
  if (total < 0)
    return g_strdup (_ ("Many results"));
  return g_strdup_printf (ngettext ("%d result", "%d results", (gulong)total), (int)MIN (total, G_MAXINT));
}

char *
madaf_search_texts_count (gint64 total, const char *retyped, gboolean from_shelf)
{
  g_autofree char *count = count_text (total);
  g_autofree char *words = NULL;

  if (from_shelf)
    /* Translators: %s is "42 results"; the shop's system does not answer and these were kept by the screen. */
    return g_strdup_printf (_ ("%s, as this screen remembers them"), count);
  if (retyped == NULL)
    return g_steal_pointer (&count);
  words = madaf_texts_isolate (retyped);
  /* Translators: something was typed in the wrong keyboard layout; %1$s is what was meant, %2$s is "42 results". */
  return g_strdup_printf (_ ("Showing results for “%1$s”: %2$s"), words, count);
}

char *
madaf_search_texts_nothing (const char *words)
{
  g_autofree char *isolated = madaf_texts_isolate (words);

  if (*words == '\0')
    return g_strdup (_ ("Nothing matches all of that"));
  /* Translators: %s is what somebody searched for. */
  return g_strdup_printf (_ ("Nothing found for “%s”"), isolated);
}

char *
madaf_search_texts_advice (guint n_filters)
{
  if (n_filters > 0)
    return g_strdup (_ ("With fewer filters there may be more. Our staff will gladly help as well."));
  return g_strdup (_ ("Try fewer or other words, look into a category, or ask our staff."));
}

char *
madaf_search_texts_filter (guint n_filters)
{
  if (n_filters == 0)
    return g_strdup (C_ ("button", "Filter"));
  /* Translators: a button that opens the filters; the number is how many are in use. */
  return g_strdup_printf (_ ("Filter (%u)"), n_filters);
}

const char *
madaf_search_texts_sort (MadafProductSort sort)
{
  switch (sort)
    {
    case MADAF_PRODUCT_SORT_PRICE:
      return _ ("Lowest price first");
    case MADAF_PRODUCT_SORT_PRICE_DESCENDING:
      return _ ("Highest price first");
    case MADAF_PRODUCT_SORT_NEWEST:
      return _ ("Newest first");
    case MADAF_PRODUCT_SORT_POPULAR:
    default:
      return _ ("Most popular first");
    }
}
