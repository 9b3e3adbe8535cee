/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/wedge.h"

#include "scan/us-keyboard.h"

#include <string.h>

/* Scanners and people at the same keyboard, key by key, with the time of each. */

#define MS       1000
#define FAST     (5 * MS)
#define SLOWEST  MADAF_WEDGE_MAX_GAP_US
#define HUMAN    (120 * MS)
#define KEY_CTRL 37
#define KEY_LEFT 113

typedef struct
{
  MadafWedge *wedge;
  GString *codes;  /* "|" after each */
  GString *screen; /* what reached the entry: typed or passed */
  char *gtin;
  gint64 now_us;
} Desk;

static void
on_code (MadafWedge *wedge, MadafCode *code, Desk *desk)
{
  g_assert_cmpint (madaf_code_get_origin (code), ==, MADAF_CODE_ORIGIN_WEDGE);
  g_string_append_printf (desk->codes, "%s|", madaf_code_get_text (code));
  g_free (desk->gtin);
  desk->gtin = g_strdup (madaf_code_get_gtin (code));
}

static void
on_typed (MadafWedge *wedge, const char *text, Desk *desk)
{
  g_string_append (desk->screen, text);
}

static void
desk_init (Desk *desk)
{
  desk->wedge = madaf_wedge_new ();
  desk->codes = g_string_new (NULL);
  desk->screen = g_string_new (NULL);
  desk->gtin = NULL;
  desk->now_us = 0;
  g_signal_connect (desk->wedge, "code", G_CALLBACK (on_code), desk);
  g_signal_connect (desk->wedge, "typed", G_CALLBACK (on_typed), desk);
}

static void
desk_clear (Desk *desk)
{
  g_assert_finalize_object (desk->wedge);
  g_string_free (desk->codes, TRUE);
  g_string_free (desk->screen, TRUE);
  g_free (desk->gtin);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static MadafWedgeVerdict
press (Desk *desk, gunichar unicode, guint keycode, gboolean shift, gboolean chord, gint64 gap_us)
{
  MadafWedgeKey key = { unicode, keycode, shift, chord, desk->now_us += gap_us };
  MadafWedgeVerdict verdict = madaf_wedge_key (desk->wedge, &key);

  if (verdict == MADAF_WEDGE_PASS && unicode != 0 && !chord)
    g_string_append_unichar (desk->screen, unicode);
  return verdict;
}

/* The key of a US keyboard that types @c. */
static guint
find_key (char c, gboolean *shift)
{
  for (*shift = FALSE; *shift <= TRUE; (*shift)++)
    for (guint keycode = 8; keycode < 79; keycode++)
      if (madaf_us_keyboard_character (keycode, *shift) == c)
        return keycode;
  g_assert_not_reached ();
}

/* A scanner types @text; @layout, when not NULL, is what the layout in use makes of each character. */
static void
scan (Desk *desk, const char *text, const char *layout, gint64 gap_us)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean shift;
      guint keycode = find_key (*p, &shift);
      gunichar unicode = layout != NULL ? g_utf8_get_char (layout) : (gunichar)*p;

      if (shift)
        press (desk, 0, 50, TRUE, FALSE, 0);
      press (desk, unicode == '\n' ? '\r' : unicode, keycode, shift, FALSE, gap_us);
      if (layout != NULL)
        layout = g_utf8_next_char (layout);
    }
}

static void
rest (Desk *desk)
{
  desk->now_us += MADAF_WEDGE_PAUSE_MS * MS;
  madaf_wedge_pause (desk->wedge);
}

static const struct
{
  const char *what;
  const char *text;
  const char *layout;
  gint64 gap_us;
  const char *codes;
  const char *screen;
} cases[] = {
  { "Enter ends it", "7290012345678\n", NULL, FAST, "7290012345678|", "" },
  { "Tab ends it", "7290012345678\t", NULL, FAST, "7290012345678|", "" },
  { "a pause ends it", "7290012345678", NULL, FAST, "7290012345678|", "" },
  { "the slowest scanner", "7290012345678\n", NULL, SLOWEST, "7290012345678|", "" },
  { "a person types digits", "7290012345678", NULL, HUMAN, "", "7290012345678" },
  { "just too slow", "729001\n", NULL, SLOWEST + 1, "", "729001\r" },
  { "the shortest", "ab12cd\n", NULL, FAST, "ab12cd|", "" },
  { "too short", "ab12c\n", NULL, FAST, "", "ab12c\r" },
  { "capitals and signs", "Ab-12/Z(?)\n", NULL, FAST, "Ab-12/Z(?)|", "" },
  { "Hebrew layout", "madaf42\n", "צשגשכ42\n", FAST, "madaf42|", "" },
  { "Hebrew layout, its signs", "qw/'x,5\n", "/'.,סת5\n", FAST, "qw/'x,5|", "" },
  { "Arabic layout, its digits", "729001a\n", "٧٢٩٠٠١ش\n", FAST, "729001a|", "" },
  { "Russian layout", "qwerty1\n", "йцукен1\n", FAST, "qwerty1|", "" },
  { "a person in Hebrew", "akuo", "שלום", HUMAN, "", "שלום" },
  { "a person rolls over two keys", "ab", "שנ", FAST, "", "שנ" },
  { "a key held down", "aaaaaaaaaaaa", NULL, 33 * MS, "", "aaaaaaaaaaaa" },
  { "many zeros, then a code", "00000096385074\n", NULL, FAST, "00000096385074|", "" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Desk) desk;

      desk_init (&desk);
      g_test_message ("%s", cases[i].what);
      scan (&desk, cases[i].text, cases[i].layout, cases[i].gap_us);
      rest (&desk);
      g_assert_cmpstr (desk.codes->str, ==, cases[i].codes);
      g_assert_cmpstr (desk.screen->str, ==, cases[i].screen);
    }
}

static void
test_gtin (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  scan (&desk, "]E07290012345678\n", NULL, FAST);
  g_assert_cmpstr (desk.gtin, ==, "07290012345678");
}

/* Without hardware keycodes (a virtual keyboard) what the layout types is all there is. */
static void
test_no_keycodes (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  for (const char *p = "7290012345678"; *p != '\0'; p++)
    g_assert_cmpint (press (&desk, *p, 0, FALSE, FALSE, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpint (press (&desk, '\r', 0, FALSE, FALSE, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
}

/* A person's keys keep their order, also around keys that type nothing. */
static void
test_order (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  scan (&desk, "ab", NULL, FAST);
  g_assert_cmpstr (desk.screen->str, ==, "");
  g_assert_cmpint (press (&desk, 0, KEY_LEFT, FALSE, FALSE, FAST), ==, MADAF_WEDGE_PASS);
  g_assert_cmpstr (desk.screen->str, ==, "ab");
  scan (&desk, "c", NULL, HUMAN);
  scan (&desk, "d", NULL, HUMAN);
  g_assert_cmpstr (desk.screen->str, ==, "abc");
  rest (&desk);
  g_assert_cmpstr (desk.screen->str, ==, "abcd");
}

static void
test_chords (void)
{
  gboolean shift;
  g_auto (Desk) desk;

  desk_init (&desk);
  /* A person's shortcut goes its way. */
  g_assert_cmpint (press (&desk, 0, KEY_CTRL, FALSE, FALSE, HUMAN), ==, MADAF_WEDGE_PASS);
  g_assert_cmpint (press (&desk, 'q', find_key ('q', &shift), FALSE, TRUE, HUMAN), ==, MADAF_WEDGE_PASS);

  /* A scanner's inside a code never does; Control and ] is the GS1 separator. */
  scan (&desk, "]C110AB", NULL, FAST);
  press (&desk, 0, KEY_CTRL, FALSE, FALSE, FAST);
  g_assert_cmpint (press (&desk, ']', find_key (']', &shift), FALSE, TRUE, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpint (press (&desk, 'w', find_key ('w', &shift), FALSE, TRUE, FAST), ==, MADAF_WEDGE_TAKE);
  scan (&desk, "0107290012345678\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==,
                   "10AB\x1d"
                   "0107290012345678|");
  g_assert_cmpstr (desk.gtin, ==, "07290012345678");
}

static void
test_flood (void)
{
  g_autofree char *longest = g_strnfill (MADAF_CODE_MAX_LENGTH, 'x');
  g_auto (Desk) desk;

  desk_init (&desk);
  longest[0] = 'y';
  scan (&desk, longest, NULL, FAST);
  scan (&desk, "\n", NULL, FAST);
  g_assert_cmpuint (desk.codes->len, ==, MADAF_CODE_MAX_LENGTH + 1);

  g_string_truncate (desk.codes, 0);
  for (int i = 0; i < 1000; i++)
    scan (&desk, "0123456789", NULL, FAST);
  scan (&desk, "\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "");
  g_assert_cmpstr (desk.screen->str, ==, "");

  /* Enter after Enter does nothing but what Enter does. */
  scan (&desk, "\n\n\n\n\n\n\n\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "");

  /* Codes faster than any scanner: the first of each tenth of a second counts. */
  g_string_truncate (desk.screen, 0);
  for (int i = 0; i < 100; i++)
    scan (&desk, "abc123\n", NULL, MS);
  g_assert_cmpuint (desk.codes->len / strlen ("abc123|"), <=, 8);
  g_assert_cmpuint (desk.codes->len, >, 0);
  g_assert_cmpstr (desk.screen->str, ==, "");
}

static void
test_hostile (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_auto (Desk) desk;

  desk_init (&desk);
  for (int i = 0; i < 100000; i++)
    {
      press (&desk, g_rand_int_range (random, 0, 0x110100), g_rand_int_range (random, 0, 300), g_rand_boolean (random),
             g_rand_int_range (random, 0, 8) == 0, g_rand_int_range (random, -MS, 40 * MS));
      if (g_rand_int_range (random, 0, 50) == 0)
        rest (&desk);
    }
  rest (&desk);
  for (const char *p = desk.codes->str; *p != '\0'; p++)
    g_assert_true (*p == '\x1d' || !g_ascii_iscntrl (*p));
  g_assert_true (g_utf8_validate (desk.codes->str, -1, NULL));
}

/* The session ends in the middle of a scan: nothing of it comes out. */
static void
test_reset (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  scan (&desk, "7290012", NULL, FAST);
  madaf_wedge_reset (desk.wedge);
  rest (&desk);
  g_assert_cmpstr (desk.codes->str, ==, "");
  g_assert_cmpstr (desk.screen->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wedge/table", test_table);
  g_test_add_func ("/wedge/gtin", test_gtin);
  g_test_add_func ("/wedge/no-keycodes", test_no_keycodes);
  g_test_add_func ("/wedge/order", test_order);
  g_test_add_func ("/wedge/chords", test_chords);
  g_test_add_func ("/wedge/flood", test_flood);
  g_test_add_func ("/wedge/hostile", test_hostile);
  g_test_add_func ("/wedge/reset", test_reset);
  return g_test_run ();
}
