/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds as RSS 2.0 or Atom with Google's g: names. The file comes from outside: no document type (so no entities of its
 * own), nothing fetched, libxml2's limits kept.
 */
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <libxml/xmlreader.h>
#include <string.h>
#include <unistd.h>

#include "central/feeds/feed.h"

/* What stands between the values of an element that is there several times, as in tables. */
#define SEVERAL ','

/* Beyond, libxml2's nodes do not know their lines; the parser does, but it has read on. */
#define MAX_NODE_LINE 65535

typedef struct
{
  xmlTextReader *reader; /* (owned) */
  MadafFeedRow row;
  GString *text; /* (owned) */
  int item_depth;
  guint field; /* index + 1 of the column being read; 0 for none */
  int field_depth;
  gboolean unsound; /* the item has a field that cannot be */
  char *trouble;    /* (owned) (nullable): what libxml2 said */
} Reader;

static void
on_trouble (void *data, xmlErrorPtr trouble)
{
  Reader *self = data;

  if (self->trouble == NULL && trouble->level >= XML_ERR_ERROR)
    self->trouble = g_strdup_printf ("%s:%d: %s", self->row.file, trouble->line,
                                     trouble->message != NULL ? g_strchomp (trouble->message) : "not well-formed");
}

static guint
find_column (Reader *self, char *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->row.columns, name));

  if (index == 0 && g_hash_table_size (self->row.columns) < MADAF_FEED_MAX_COLUMNS)
    {
      index = g_hash_table_size (self->row.columns) + 1;
      g_hash_table_insert (self->row.columns, name, GUINT_TO_POINTER (index));
    }
  else
    g_free (name);
  return index;
}

/* <title xml:lang="he"> is the column "title:he". */
static void
begin_field (Reader *self)
{
  const char *local = (const char *)xmlTextReaderConstLocalName (self->reader);
  g_autofree char *name = madaf_feed_make_name (local);
  xmlChar *language = xmlTextReaderGetAttribute (self->reader, (const xmlChar *)"xml:lang");

  self->field = find_column (self, language != NULL ? g_strconcat (name, ":", (char *)language, NULL)
                                                    : g_steal_pointer (&name));
  self->field_depth = xmlTextReaderDepth (self->reader);
  g_string_truncate (self->text, 0);
  xmlFree (language);
}

static void
end_field (Reader *self)
{
  char **place;

  if (self->field == 0)
    return;
  if (self->row.values->len < self->field)
    g_ptr_array_set_size (self->row.values, (int)self->field);
  place = (char **)&g_ptr_array_index (self->row.values, self->field - 1);
  if (!madaf_feed_clean (self->text))
    self->unsound = TRUE;
  else if (*place == NULL)
    *place = g_strdup (self->text->str);
  else if (strlen (*place) + self->text->len < MADAF_FEED_MAX_FIELD)
    {
      char *both = g_strdup_printf ("%s%c%s", *place, SEVERAL, self->text->str);

      g_free (*place);
      *place = both;
    }
  self->field = 0;
}

static void
begin_item (Reader *self)
{
  long line = xmlGetLineNo (xmlTextReaderCurrentNode (self->reader));

  self->item_depth = xmlTextReaderDepth (self->reader);
  self->row.line = line > 0 && line < MAX_NODE_LINE ? (int)line : xmlTextReaderGetParserLineNumber (self->reader);
  self->unsound = FALSE;
  g_ptr_array_set_size (self->row.values, 0);
}

static gboolean
is_item (Reader *self)
{
  const char *name = (const char *)xmlTextReaderConstLocalName (self->reader);

  return g_strcmp0 (name, "item") == 0 || g_strcmp0 (name, "entry") == 0;
}

static void
begin_element (Reader *self)
{
  int depth = xmlTextReaderDepth (self->reader);

  if (self->item_depth < 0 && is_item (self))
    begin_item (self);
  else if (self->item_depth >= 0 && depth == self->item_depth + 1)
    {
      begin_field (self);
      if (xmlTextReaderIsEmptyElement (self->reader))
        end_field (self);
    }
}

static void
add_text (Reader *self)
{
  const char *text = (const char *)xmlTextReaderConstValue (self->reader);

  /* Only what stands directly in the field: deeper elements, such as those of shipping, are not for us. */
  if (self->field == 0 || text == NULL || xmlTextReaderDepth (self->reader) != self->field_depth + 1)
    return;
  if (self->text->len <= MADAF_FEED_MAX_FIELD)
    g_string_append (self->text, text);
}

/* FALSE ends the reading. */
static gboolean
end_element (Reader *self, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error)
{
  int depth = xmlTextReaderDepth (self->reader);

  if (self->item_depth >= 0 && depth == self->item_depth + 1)
    end_field (self);
  if (depth != self->item_depth)
    return TRUE;
  self->item_depth = -1;
  if (self->unsound)
    return madaf_report_bad (report, self->row.file, self->row.line, error, "a field is too long");
  return func (&self->row, data, error);
}

static gboolean
take_node (Reader *self, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:%d: a feed has no document type and no entities",
                   self->row.file, xmlTextReaderGetParserLineNumber (self->reader));
      return FALSE;
    case XML_READER_TYPE_ELEMENT:
      begin_element (self);
      return TRUE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      add_text (self);
      return TRUE;
    case XML_READER_TYPE_END_ELEMENT:
      return end_element (self, report, func, data, error);
    default:
      return TRUE;
    }
}

static gboolean
read_all (Reader *self, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error)
{
  int more = xmlTextReaderRead (self->reader);

  for (; more == 1; more = xmlTextReaderRead (self->reader))
    if (!take_node (self, report, func, data, error))
      return FALSE;
  if (more == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
               self->trouble != NULL ? self->trouble : "The XML is not well-formed");
  return FALSE;
}

gboolean
madaf_merchant_xml_read (const char *path, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error)
{
  Reader self = { .item_depth = -1, .row = { .file = path } };
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = FALSE;

  if (descriptor < 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
      return FALSE;
    }
  self.reader = xmlReaderForFd (descriptor, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (self.reader != NULL)
    {
      self.text = g_string_new (NULL);
      self.row.values = g_ptr_array_new_with_free_func (g_free);
      self.row.columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      xmlTextReaderSetStructuredErrorHandler (self.reader, on_trouble, &self);
      done = read_all (&self, report, func, data, error);
      xmlFreeTextReader (self.reader);
      g_string_free (self.text, TRUE);
      g_ptr_array_unref (self.row.values);
      g_hash_table_unref (self.row.columns);
    }
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: cannot be read as XML", path);
  g_free (self.trouble);
  close (descriptor);
  return done;
}
