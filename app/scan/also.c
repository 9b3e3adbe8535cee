/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/also.h"

#include <string.h>

/* The names that settings and the command line know them by. */
static const struct
{
  const char *name;
  MadafAlso also;
} kinds[] = {
  { "itf", MADAF_ALSO_ITF },
  { "codabar", MADAF_ALSO_CODABAR },
  { "code-39", MADAF_ALSO_CODE_39 },
};

MadafAlso
madaf_also_parse (const char *const *names, const char **unknown)
{
  MadafAlso all = MADAF_ALSO_NOTHING;

  *unknown = NULL;
  for (; *names != NULL; names++)
    {
      MadafAlso one = MADAF_ALSO_NOTHING;

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (strcmp (*names, kinds[i].name) == 0)
          one = kinds[i].also;
      if (one == MADAF_ALSO_NOTHING && *unknown == NULL)
        *unknown = *names;
      all |= one;
    }
  return all;
}
