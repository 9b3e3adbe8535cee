/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1-command.h"

#include "scan/gs1/gs1.h"

#include <string.h>

/* Each way that a text may be written, and its parser. */
static const struct
{
  const char *kind;
  MadafGs1 *(*parse) (const char *text, GError **error);
} kinds[] = {
  { "ES", madaf_gs1_parse_element_string },
  { "BR", madaf_gs1_parse_bracketed },
  { "SD", madaf_gs1_parse_scan_data },
  { "DL", madaf_gs1_parse_element_string }, /* which says "plain" of what does not begin as a link */
};

static char *
with_separators (const char *text)
{
  GString *result = g_string_new (text);

  g_string_replace (result, "{GS}", "\x1d", 0);
  return g_string_free (result, FALSE);
}

/* A separator or tab in a value would tear the line. */
static void
append_visible (GString *line, const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar)*text < ' ' || *text == '\x7f')
      g_string_append_printf (line, "{%02X}", (guchar)*text);
    else
      g_string_append_c (line, *text);
}

static void
append_meaning (GString *line, MadafGs1 *gs1)
{
  const char *gtin = madaf_gs1_get_value (gs1, "01");

  g_string_append_printf (line, "valid\t%s\t", gtin != NULL ? gtin : "");
  for (guint i = 0; i < madaf_gs1_get_n_elements (gs1); i++)
    {
      const char *ai, *value;

      madaf_gs1_get_element (gs1, i, &ai, &value);
      g_string_append_printf (line, "%s%s=", i > 0 ? "|" : "", ai);
      append_visible (line, value);
    }
  g_string_append_c (line, '\t');
}

static char *
judge (const char *kind, const char *input)
{
  g_autofree char *text = with_separators (input);
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafGs1) gs1 = NULL;
  GString *line = g_string_new (NULL);
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) && strcmp (kinds[i].kind, kind) != 0)
    i++;
  if (i == G_N_ELEMENTS (kinds))
    madaf_gs1_fail (&error, MADAF_GS1_ERROR_FORM, "Unknown kind of text: it must be ES, BR, SD or DL");
  else
    gs1 = kinds[i].parse (text, &error);

  if (gs1 != NULL)
    append_meaning (line, gs1);
  else if (g_error_matches (error, MADAF_GS1_ERROR, MADAF_GS1_ERROR_PLAIN))
    g_string_append (line, "plain\t\t\t");
  else
    {
      g_string_append (line, "invalid\t\t\t");
      append_visible (line, error->message);
    }
  return g_string_free (line, FALSE);
}

int
madaf_gs1_command (FILE *input, FILE *output)
{
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, input) >= 0)
    {
      g_auto (GStrv) fields = NULL;
      g_autofree char *judgement = NULL;

      line[strcspn (line, "\r\n")] = '\0';
      fields = g_strsplit (line, "\t", 3);
      judgement = judge (fields[0] != NULL ? fields[0] : "", fields[0] != NULL && fields[1] != NULL ? fields[1] : "");
      fprintf (output, "%s\n", judgement);
    }
  free (line);
  return ferror (input) || fflush (output) != 0 ? 2 : 0;
}
