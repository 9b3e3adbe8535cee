/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/json.h"
#include "model/json-writer.h"
#include "model/text.h"

#include <math.h>
#include <string.h>

#define GOOD -1

static const struct
{
  const char *json;
  int code;
} documents[] = {
  { "{}", GOOD },
  { " [ ] ", GOOD },
  { "null", GOOD },
  { "\"a\"", GOOD },
  { "-0", GOOD },
  { "0", GOOD },
  { "[1, -2, 3.5, 1e2, 1E+2, 0.5e-3, -0.0]", GOOD },
  { "{\"a\":{\"a\":1},\"b\":[{\"a\":2},{\"a\":3}]}", GOOD },
  { "9223372036854775807", GOOD },
  { "-9223372036854775808", GOOD },
  { "\"\\ud83d\\ude00 \\u05d0 \\\\ \\/ \\n\"", GOOD },
  { "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", GOOD },
  { "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", MADAF_JSON_ERROR_TOO_DEEP },
  { "9223372036854775808", MADAF_JSON_ERROR_RANGE },
  { "-9223372036854775809", MADAF_JSON_ERROR_RANGE },
  { "99999999999999999999999999", MADAF_JSON_ERROR_RANGE },
  { "", MADAF_JSON_ERROR_SYNTAX },
  { "  ", MADAF_JSON_ERROR_SYNTAX },
  { "{", MADAF_JSON_ERROR_SYNTAX },
  { "[1,]", MADAF_JSON_ERROR_SYNTAX },
  { "[,1]", MADAF_JSON_ERROR_SYNTAX },
  { "[1 2]", MADAF_JSON_ERROR_SYNTAX },
  { "{\"a\":1,}", MADAF_JSON_ERROR_SYNTAX },
  { "{\"a\" 1}", MADAF_JSON_ERROR_SYNTAX },
  { "{\"a\":}", MADAF_JSON_ERROR_SYNTAX },
  { "{a:1}", MADAF_JSON_ERROR_SYNTAX },
  { "{1:1}", MADAF_JSON_ERROR_SYNTAX },
  { "[}", MADAF_JSON_ERROR_SYNTAX },
  { "{]", MADAF_JSON_ERROR_SYNTAX },
  { "]", MADAF_JSON_ERROR_SYNTAX },
  { "{} {}", MADAF_JSON_ERROR_SYNTAX },
  { "1 1", MADAF_JSON_ERROR_SYNTAX },
  { "01", MADAF_JSON_ERROR_SYNTAX },
  { "0x10", MADAF_JSON_ERROR_SYNTAX },
  { "1.", MADAF_JSON_ERROR_SYNTAX },
  { ".5", MADAF_JSON_ERROR_SYNTAX },
  { "1e", MADAF_JSON_ERROR_SYNTAX },
  { "-", MADAF_JSON_ERROR_SYNTAX },
  { "+1", MADAF_JSON_ERROR_SYNTAX },
  { "NaN", MADAF_JSON_ERROR_SYNTAX },
  { "nul", MADAF_JSON_ERROR_SYNTAX },
  { "True", MADAF_JSON_ERROR_SYNTAX },
  { "'a'", MADAF_JSON_ERROR_SYNTAX },
  { "\"a", MADAF_JSON_ERROR_SYNTAX },
  { "\"a\\", MADAF_JSON_ERROR_SYNTAX },
  { "\"\\x41\"", MADAF_JSON_ERROR_SYNTAX },
  { "\"\\u12\"", MADAF_JSON_ERROR_SYNTAX },
  { "\"a\nb\"", MADAF_JSON_ERROR_SYNTAX },
  { "/* */ 1", MADAF_JSON_ERROR_SYNTAX },
  { "// a\n1", MADAF_JSON_ERROR_SYNTAX },
  { "var a = {};", MADAF_JSON_ERROR_SYNTAX },
  { "\xef\xbb\xbf{}", MADAF_JSON_ERROR_SYNTAX },
  { "\"\\u0000\"", MADAF_JSON_ERROR_NOT_UTF8 },
  { "\"\\ud800\"", MADAF_JSON_ERROR_NOT_UTF8 },
  { "\"\\ud800\\u0041\"", MADAF_JSON_ERROR_NOT_UTF8 },
  { "\"\\udc00\\ud800\"", MADAF_JSON_ERROR_NOT_UTF8 },
  { "\"\xff\"", MADAF_JSON_ERROR_NOT_UTF8 },
  { "\"\xc0\x80\"", MADAF_JSON_ERROR_NOT_UTF8 },
  { "\"\xed\xa0\x80\"", MADAF_JSON_ERROR_NOT_UTF8 },
  { "{\"a\":1,\"a\":2}", MADAF_JSON_ERROR_DUPLICATE },
  { "{\"a\":1,\"\\u0061\":2}", MADAF_JSON_ERROR_DUPLICATE },
  { "[{\"b\":{\"a\":[],\"a\":[{\"c\":1}]}}]", MADAF_JSON_ERROR_DUPLICATE },
};

static void
test_documents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = madaf_json_parse (documents[i].json, -1, NULL, &error);

      g_test_message ("document %" G_GSIZE_FORMAT ": %s", i, error != NULL ? error->message : "good");
      if (documents[i].code == GOOD)
        g_assert_no_error (error);
      else
        g_assert_error (error, MADAF_JSON_ERROR, documents[i].code);
      g_assert_true ((node != NULL) == (error == NULL));
    }
}

/* 80 kB of brackets end json-glib 1.6 alone. */
static void
test_brackets (void)
{
  static const char *const openings[] = { "[", "{\"a\":", "[{\"a\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      MadafJsonLimits generous = { .bytes = 1 << 20, .depth = G_MAXUINT, .values = G_MAXUINT };

      while (text->len < 80 * 1000)
        g_string_append (text, openings[i]);

      g_assert_null (madaf_json_parse (text->str, (gssize)text->len, NULL, &error));
      g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TOO_LARGE);
      g_clear_error (&error);
      g_assert_null (madaf_json_parse (text->str, (gssize)text->len, &madaf_json_limits_answer, &error));
      g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TOO_DEEP);
      g_clear_error (&error);
      /* Even limits that know no measure are held to one. */
      g_assert_null (madaf_json_parse (text->str, (gssize)text->len, &generous, &error));
      g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TOO_DEEP);
    }
}

static char *
make_array (guint n)
{
  GString *text = g_string_new ("[0");

  for (guint i = 1; i < n; i++)
    g_string_append (text, ",0");

  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fits = make_array (4095);
  g_autofree char *too_many = make_array (4096);
  g_autofree char *blank = g_strnfill (64 * 1024, ' ');
  g_autoptr (JsonNode) node = madaf_json_parse (fits, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  g_assert_null (madaf_json_parse (too_many, -1, NULL, &error));
  g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TOO_MANY);
  g_clear_error (&error);

  g_clear_pointer (&node, json_node_unref);
  blank[0] = '1';
  node = madaf_json_parse (blank, 64 * 1024, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (madaf_json_parse (blank, 64 * 1024 + 1, NULL, &error));
  g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_assert_null (madaf_json_parse ("{}\0", 3, NULL, &error));
  g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_NOT_UTF8);
}

/* Every beginning of a document that is whole only at its end is refused, without reading past it. */
static void
test_cut (void)
{
  const char *whole = "{\"a\":[1,-2.5e3,\"\\u05d0\\\"\",true,null],\"b\":{}}";

  for (gsize n = 0; n < strlen (whole); n++)
    {
      g_autofree char *cut = g_memdup2 (whole, MAX (n, 1));
      g_autoptr (GError) error = NULL;

      g_assert_null (madaf_json_parse (cut, (gssize)n, NULL, &error));
      g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_SYNTAX);
    }
}

static JsonObject *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object = madaf_json_parse_object (json, -1, NULL, &error);

  g_assert_no_error (error);
  return object;
}

static void
test_read_int (void)
{
  static const struct
  {
    const char *member;
    int code;
  } wrong[] = {
    { "text", MADAF_JSON_ERROR_TYPE },       { "real", MADAF_JSON_ERROR_TYPE },
    { "whole_real", MADAF_JSON_ERROR_TYPE }, { "bool", MADAF_JSON_ERROR_TYPE },
    { "object", MADAF_JSON_ERROR_TYPE },     { "array", MADAF_JSON_ERROR_TYPE },
    { "null", MADAF_JSON_ERROR_MISSING },    { "nowhere", MADAF_JSON_ERROR_MISSING },
    { "hundred", MADAF_JSON_ERROR_RANGE },   { "minus", MADAF_JSON_ERROR_RANGE },
  };
  g_autoptr (JsonObject) object = parse (
      "{\"text\":\"12\",\"real\":12.9,\"whole_real\":12.0,\"bool\":true,\"object\":{},\"array\":[],\"null\":null,"
      "\"hundred\":100,\"minus\":-1,\"good\":99}");
  gint64 value = 5;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (madaf_json_read_int (object, wrong[i].member, 0, 99, &value, &error));
      g_assert_error (error, MADAF_JSON_ERROR, wrong[i].code);
      g_assert_true (g_str_has_prefix (error->message, wrong[i].member));
    }

  g_assert_cmpint (value, ==, 5);
  g_assert_true (madaf_json_read_optional_int (object, "null", 0, 99, &value, NULL));
  g_assert_true (madaf_json_read_optional_int (object, "nowhere", 0, 99, &value, NULL));
  g_assert_false (madaf_json_read_optional_int (object, "text", 0, 99, &value, NULL));
  g_assert_cmpint (value, ==, 5);
  g_assert_true (madaf_json_read_int (object, "good", 0, 99, &value, NULL));
  g_assert_cmpint (value, ==, 99);
}

static void
test_read_others (void)
{
  g_autoptr (JsonObject) object
      = parse ("{\"s\":\"שלום\",\"d\":32.5,\"i\":7,\"huge\":1e999,\"b\":false,\"o\":{},\"a\":[\"x\",1]}");
  g_autoptr (GError) error = NULL;
  const char *text = NULL;
  double real = 0;
  gboolean flag = TRUE;
  JsonObject *inner = NULL;
  JsonArray *array = NULL;

  g_assert_true (madaf_json_read_string_bounded (object, "s", 4, 4, &text, NULL));
  g_assert_cmpstr (text, ==, "שלום");
  g_assert_false (madaf_json_read_string_bounded (object, "s", 5, 9, &text, NULL));
  g_assert_false (madaf_json_read_string_bounded (object, "s", 0, 3, &text, &error));
  g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE);
  g_assert_false (madaf_json_read_string (object, "i", &text, NULL));
  g_assert_true (madaf_json_read_double (object, "d", -90, 90, &real, NULL));
  g_assert_cmpfloat (real, ==, 32.5);
  g_assert_true (madaf_json_read_double (object, "i", -90, 90, &real, NULL));
  g_assert_cmpfloat (real, ==, 7);
  g_assert_false (madaf_json_read_double (object, "huge", -HUGE_VAL, HUGE_VAL, &real, NULL));
  g_assert_false (madaf_json_read_double (object, "d", -1, 1, &real, NULL));
  g_assert_true (madaf_json_read_boolean (object, "b", &flag, NULL));
  g_assert_false (flag);
  g_assert_false (madaf_json_read_boolean (object, "i", &flag, NULL));
  g_assert_true (madaf_json_read_object (object, "o", &inner, NULL));
  g_assert_false (madaf_json_read_object (object, "a", &inner, NULL));
  g_assert_true (madaf_json_read_array (object, "a", &array, NULL));
  g_assert_false (madaf_json_read_array (object, "o", &array, NULL));
  g_assert_true (madaf_json_element_string (array, 0, &text, NULL));
  g_assert_false (madaf_json_element_string (array, 1, &text, NULL));
  g_assert_null (madaf_json_array_to_strv (array, NULL));
}

static void
test_writer (void)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "a\"b", "שלום \"\\\n\x01\x7f");
  madaf_json_writer_member_string (writer, "n", NULL);
  madaf_json_writer_member_string (writer, "bad",
                                   "a\xff"
                                   "b");
  madaf_json_writer_member_int (writer, "i", G_MININT64);
  madaf_json_writer_member_double (writer, "d", 0.1);
  madaf_json_writer_member_double (writer, "nan", NAN);
  madaf_json_writer_member_bool (writer, "t", TRUE);
  madaf_json_writer_member_raw (writer, "raw", "{\"x\":1}");
  madaf_json_writer_member (writer, "list");
  madaf_json_writer_begin_array (writer);
  madaf_json_writer_int (writer, 1);
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_end_object (writer);
  madaf_json_writer_null (writer);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
  text = madaf_json_writer_finish (writer, &length);

  g_assert_cmpstr (
      text, ==,
      "{\"a\\\"b\":\"שלום \\\"\\\\\\n\\u0001\\u007f\",\"n\":null,\"bad\":\"a\xef\xbf\xbd"
      "b\","
      "\"i\":-9223372036854775808,\"d\":0.1,\"nan\":null,\"t\":true,\"raw\":{\"x\":1},\"list\":[1,{},null]}");
  g_assert_cmpuint (length, ==, strlen (text));
  json_object_unref (parse (text));

  madaf_json_writer_bool (writer, FALSE);
  second = madaf_json_writer_finish (writer, NULL);
  g_assert_cmpstr (second, ==, "false");
  madaf_json_writer_string (writer, "תוך");
  bytes = madaf_json_writer_finish_bytes (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "\"תוך\"", 8);
}

static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafText) text
      = madaf_text_new_from_string ("{\"ru\":\"Р\",\"he\":\"ע\",\"en\":\"E\",\"ar\":\"\"}", &error);
  g_autoptr (MadafText) hebrew = madaf_text_new ("ru", "Р", "he", "ע", NULL);
  g_autoptr (MadafText) russian = madaf_text_new ("fr", "", "ru", "Р", NULL);
  g_autoptr (MadafText) nothing = madaf_text_new_from_string ("null", NULL);
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  g_assert_no_error (error);
  g_assert_cmpstr (madaf_text_pick (text, "he"), ==, "ע");
  g_assert_cmpstr (madaf_text_pick (text, "he-IL"), ==, "ע");
  g_assert_cmpstr (madaf_text_pick (text, "HE"), ==, "ע");
  g_assert_cmpstr (madaf_text_pick (text, "ar"), ==, "E");
  g_assert_cmpstr (madaf_text_pick (text, "h"), ==, "E");
  g_assert_cmpstr (madaf_text_pick (hebrew, "ar"), ==, "ע");
  g_assert_cmpstr (madaf_text_pick (russian, "ar"), ==, "Р");
  g_assert_cmpstr (madaf_text_pick (nothing, "he"), ==, "");
  g_assert_cmpstr (madaf_text_pick (NULL, NULL), ==, "");
  g_assert_true (madaf_text_is_empty (nothing));
  g_assert_false (madaf_text_is_empty (russian));
  g_assert_true (madaf_text_equal (text, text));
  g_assert_false (madaf_text_equal (text, hebrew));

  madaf_text_write (text, writer);
  g_assert_cmpstr (madaf_json_writer_peek (writer, NULL), ==, "{\"ru\":\"Р\",\"he\":\"ע\",\"en\":\"E\",\"ar\":\"\"}");

  g_assert_null (madaf_text_new_from_string ("{\"he\":1}", &error));
  g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE);
  g_clear_error (&error);
  g_assert_null (madaf_text_new_from_string ("[\"he\"]", &error));
  g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE);
  g_clear_error (&error);
  g_assert_null (madaf_text_new_from_string ("{\"h e\":\"\"}", &error));
  g_assert_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/documents", test_documents);
  g_test_add_func ("/json/brackets", test_brackets);
  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/cut", test_cut);
  g_test_add_func ("/json/read-int", test_read_int);
  g_test_add_func ("/json/read-others", test_read_others);
  g_test_add_func ("/json/writer", test_writer);
  g_test_add_func ("/json/text", test_text);
  return g_test_run ();
}
