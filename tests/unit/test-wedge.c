/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/wedge.h"

#include "scan/key-sequence.h"
#include "scan/us-keyboard.h"

#include <string.h>

/* Scanners and people at the same keyboard, key by key, with the time of each. */

#define MS         1000
#define FAST       (5 * MS)
#define SLOWEST    (MADAF_WEDGE_MAX_GAP_MS * MS)
#define HUMAN      (120 * MS)
#define KEY_ESCAPE 9
#define KEY_TAB    23
#define KEY_ENTER  36
#define KEY_CTRL   37
#define KEY_SHIFT  50
#define KEY_ALT    64
#define KEY_F4     70
#define KEY_F8     74
#define KEY_ALTGR  108
#define KEY_LEFT   113
#define KEY_SUPER  133

typedef enum
{
  SHIFT = 1,
  CONTROL = 2,
  ALT = 4,
  SUPER = 8,
} Modifiers;

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

static void
configure (Desk *desk, const char *prefix, const char *suffix, const char *layout, int max_gap_ms)
{
  const MadafWedgeSettings settings = { prefix, suffix, layout, max_gap_ms };
  const char *wrong[4];

  madaf_wedge_configure (desk->wedge, &settings, wrong);
  g_assert_null (wrong[0]);
}

static MadafWedgeVerdict
press (Desk *desk, gunichar unicode, guint keycode, Modifiers modifiers, gint64 gap_us)
{
  MadafWedgeKey key = { .unicode = unicode,
                        .keycode = keycode,
                        .shift = (modifiers & SHIFT) != 0,
                        .control = (modifiers & CONTROL) != 0,
                        .alt = (modifiers & ALT) != 0,
                        .super = (modifiers & SUPER) != 0,
                        .time_us = desk->now_us += gap_us };
  MadafWedgeVerdict verdict = madaf_wedge_key (desk->wedge, &key);

  if (verdict == MADAF_WEDGE_PASS && unicode != 0 && (modifiers & ~SHIFT) == 0)
    g_string_append_unichar (desk->screen, unicode);
  return verdict;
}

/* Pressed and let go before anything else. */
static MadafWedgeVerdict
strike (Desk *desk, gunichar unicode, guint keycode, Modifiers modifiers, gint64 gap_us)
{
  MadafWedgeVerdict verdict = press (desk, unicode, keycode, modifiers, gap_us);

  madaf_wedge_release (desk->wedge, keycode);
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
        press (desk, 0, KEY_SHIFT, SHIFT, 0);
      strike (desk, unicode == '\n' ? '\r' : unicode, keycode, shift ? SHIFT : 0, gap_us);
      if (shift)
        madaf_wedge_release (desk->wedge, KEY_SHIFT);
      if (layout != NULL)
        layout = g_utf8_next_char (layout);
    }
}

/* A scanner that says a character by its number: Alt, and digits on the number pad. */
static void
scan_by_number (Desk *desk, const char *number)
{
  press (desk, 0, KEY_ALT, 0, FAST);
  for (; *number != '\0'; number++)
    {
      static const guint pad[] = { 90, 87, 88, 89, 83, 84, 85, 79, 80, 81 };

      g_assert_cmpint (strike (desk, 0, pad[*number - '0'], ALT, FAST), ==, MADAF_WEDGE_TAKE);
    }
  madaf_wedge_release (desk->wedge, KEY_ALT);
}

static void
rest (Desk *desk)
{
  desk->now_us += madaf_wedge_get_pause_ms (desk->wedge) * MS;
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
} bursts[] = {
  { "Enter ends it", "7290012345678\n", NULL, FAST, "7290012345678|", "" },
  { "Tab ends it", "7290012345678\t", NULL, FAST, "7290012345678|", "" },
  { "a pause ends it", "7290012345678", NULL, FAST, "7290012345678|", "" },
  { "the slowest scanner", "7290012345678\n", NULL, SLOWEST, "7290012345678|", "" },
  { "a person types digits", "7290012345678", NULL, HUMAN, "", "7290012345678" },
  { "just too slow", "729001\n", NULL, SLOWEST + 1, "", "729001\r" },
  { "the shortest", "ab12cd\n", NULL, FAST, "ab12cd|", "" },
  { "too short; an Enter as quick is no person's", "ab12c\n", NULL, FAST, "", "ab12c" },
  { "capitals and signs", "Ab-12/Z(?)\n", NULL, FAST, "Ab-12/Z(?)|", "" },
  { "Hebrew layout", "madaf42\n", "צשגשכ42\n", FAST, "madaf42|", "" },
  { "Hebrew layout, its signs", "qw/'x,5\n", "/'.,סת5\n", FAST, "qw/'x,5|", "" },
  { "Arabic layout, its digits", "729001a\n", "٧٢٩٠٠١ش\n", FAST, "729001a|", "" },
  { "Russian layout", "qwerty1\n", "йцукен1\n", FAST, "qwerty1|", "" },
  { "a person in Hebrew", "akuo", "שלום", HUMAN, "", "שלום" },
  { "a person rolls over two keys", "ab", "שנ", FAST, "", "שנ" },
  { "the same digit thirteen times", "0000000000000\n", NULL, FAST, "0000000000000|", "" },
  { "many zeros, then a code", "00000096385074\n", NULL, FAST, "00000096385074|", "" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bursts); i++)
    {
      g_auto (Desk) desk;

      desk_init (&desk);
      g_test_message ("%s", bursts[i].what);
      scan (&desk, bursts[i].text, bursts[i].layout, bursts[i].gap_us);
      rest (&desk);
      g_assert_cmpstr (desk.codes->str, ==, bursts[i].codes);
      g_assert_cmpstr (desk.screen->str, ==, bursts[i].screen);
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
    g_assert_cmpint (press (&desk, *p, 0, 0, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpint (press (&desk, '\r', 0, 0, FAST), ==, MADAF_WEDGE_TAKE);
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
  g_assert_cmpint (strike (&desk, 0, KEY_LEFT, 0, SLOWEST + 1), ==, MADAF_WEDGE_PASS);
  g_assert_cmpstr (desk.screen->str, ==, "ab");
  scan (&desk, "c", NULL, HUMAN);
  scan (&desk, "d", NULL, HUMAN);
  g_assert_cmpstr (desk.screen->str, ==, "abc");
  rest (&desk);
  g_assert_cmpstr (desk.screen->str, ==, "abcd");
}

/* A finger rests on a key: it repeats, and no release comes between. The first of a burst too. */
static void
test_repeat (void)
{
  static const struct
  {
    const char *before;
    gint64 delay_us;
    gint64 gap_us;
    const char *after;
    const char *screen;
  } cases[] = {
    { "", 500 * MS, 33 * MS, "", "aaaaaaaaaaaa" },
    { "", 30 * MS, 30 * MS, "bc", "aaaaaaaaaaaabc" },
    { "xyz", 250 * MS, 10 * MS, "b", "xyzaaaaaaaaaaaab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean shift;
      guint keycode = find_key ('a', &shift);
      g_auto (Desk) desk;

      desk_init (&desk);
      scan (&desk, "q", NULL, HUMAN);
      rest (&desk);
      g_string_truncate (desk.screen, 0);
      scan (&desk, cases[i].before, NULL, HUMAN);
      press (&desk, 'a', keycode, 0, HUMAN);
      for (int n = 1; n < 12; n++)
        press (&desk, 'a', keycode, 0, n == 1 ? cases[i].delay_us : cases[i].gap_us);
      scan (&desk, cases[i].after, NULL, FAST);
      rest (&desk);
      madaf_wedge_release (desk.wedge, keycode);
      g_assert_cmpstr (desk.codes->str, ==, "");
      g_assert_cmpstr (desk.screen->str, ==, cases[i].screen);
    }
}

/* An arrow that is held down goes on moving. */
static void
test_repeat_of_an_arrow (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  strike (&desk, 'a', 38, 0, HUMAN);
  for (int n = 0; n < 10; n++)
    g_assert_cmpint (press (&desk, 0, KEY_LEFT, 0, n == 0 ? HUMAN : 30 * MS), ==, MADAF_WEDGE_PASS);
}

/* A hand on the keyboard: many keys within a moment, and all stay down. */
static void
test_hand (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  strike (&desk, 'q', 24, 0, HUMAN);
  for (guint i = 0; i < 8; i++)
    press (&desk, (gunichar) "asdfghjk"[i], 38 + i, 0, FAST);
  rest (&desk);
  g_assert_cmpstr (desk.codes->str, ==, "");
  g_assert_cmpstr (desk.screen->str, ==, "qasdfghjk");
  for (guint i = 0; i < 8; i++)
    madaf_wedge_release (desk.wedge, 38 + i);

  /* A scanner that sends six keys in a report lets them go before the next. */
  for (guint report = 0; report < 3; report++)
    {
      for (guint i = 0; i < 6; i++)
        press (&desk, '1' + i, 10 + i, 0, i == 0 ? FAST : 0);
      for (guint i = 0; i < 6; i++)
        madaf_wedge_release (desk.wedge, 10 + i);
    }
  strike (&desk, '\r', KEY_ENTER, 0, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "123456123456123456|");
}

/* Somebody types in a field while a scan comes: the letter is theirs, the code is whole. */
static void
test_scan_while_typing (void)
{
  for (guint at = 0; at < 13; at++)
    {
      g_auto (Desk) desk;
      g_autofree char *before = g_strndup ("7290012345678", at);

      desk_init (&desk);
      scan (&desk, "ca", NULL, HUMAN);
      desk.now_us += HUMAN;
      scan (&desk, before, NULL, FAST);
      press (&desk, 't', 28, 0, 3 * MS);
      scan (&desk, "7290012345678" + at, NULL, FAST);
      strike (&desk, '\r', KEY_ENTER, 0, FAST);
      madaf_wedge_release (desk.wedge, 28);
      rest (&desk);
      if (at > 11) /* was let go as soon as a scanner's */
        continue;
      g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
      g_assert_cmpstr (desk.screen->str, ==, "cat");
    }
}

/* Their digits come in turns: nobody can tell them apart, and what is read is neither a product nor left in a field. */
static void
test_two_scanners (void)
{
  static const char one[] = "7290012345678";
  static const char other[] = "4006381333931";
  g_auto (Desk) desk;

  desk_init (&desk);
  for (guint i = 0; i < 13; i++)
    {
      scan (&desk, (char[]){ one[i], '\0' }, NULL, FAST);
      scan (&desk, (char[]){ other[i], '\0' }, NULL, FAST);
    }
  scan (&desk, "\n", NULL, FAST);
  scan (&desk, "\n", NULL, FAST);
  rest (&desk);
  g_assert_null (desk.gtin);
  g_assert_cmpstr (desk.screen->str, ==, "");

  /* One ends, the other still has a digit to send. */
  g_string_truncate (desk.codes, 0);
  scan (&desk, "7290012345678", NULL, FAST);
  scan (&desk, "\n1\n", NULL, FAST);
  rest (&desk);
  g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
  g_assert_cmpstr (desk.screen->str, ==, "");
}

/* Enter and a line feed, or Enter twice: the second must not press what the first has opened. */
static void
test_second_enter (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  scan (&desk, "7290012345678\n\n", NULL, FAST);
  g_assert_cmpstr (desk.screen->str, ==, "");
  g_assert_cmpint (strike (&desk, 'j', 44, CONTROL, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpint (strike (&desk, '\r', KEY_ENTER, 0, HUMAN), ==, MADAF_WEDGE_PASS);
  g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
}

static void
test_chords (void)
{
  gboolean shift;
  g_auto (Desk) desk;

  desk_init (&desk);
  /* A person's shortcut goes its way, which the guard of the window closes. */
  g_assert_cmpint (press (&desk, 0, KEY_CTRL, 0, HUMAN), ==, MADAF_WEDGE_PASS);
  g_assert_cmpint (strike (&desk, 'q', find_key ('q', &shift), CONTROL, HUMAN), ==, MADAF_WEDGE_PASS);
  madaf_wedge_release (desk.wedge, KEY_CTRL);

  /* A scanner's inside a code never does; Control and ] is the GS1 separator. */
  scan (&desk, "]C110AB", NULL, FAST);
  press (&desk, 0, KEY_CTRL, 0, FAST);
  g_assert_cmpint (strike (&desk, ']', find_key (']', &shift), CONTROL, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpint (strike (&desk, 'w', find_key ('w', &shift), CONTROL, FAST), ==, MADAF_WEDGE_TAKE);
  madaf_wedge_release (desk.wedge, KEY_CTRL);
  scan (&desk, "0107290012345678\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==,
                   "10AB\x1d"
                   "0107290012345678|");
  g_assert_cmpstr (desk.gtin, ==, "07290012345678");
}

/* A code that means to press keys: none of them passes, neither in the code nor alone behind a few letters. */
static void
test_hostile_keys (void)
{
  static const struct
  {
    gunichar unicode;
    guint keycode;
    Modifiers modifiers;
  } keys[] = {
    { 0, KEY_F4, ALT },
    { 'i', 31, CONTROL | SHIFT },
    { 'd', 40, SUPER },
    { 0, KEY_ESCAPE, 0 },
    { 0, KEY_LEFT, 0 },
    { 0, 119, 0 },
    { 0, 22, 0 },
    { 0, 67, 0 },
    { 0, 119, CONTROL | ALT },
    { 0, 67, CONTROL | ALT },
    { 'c', 54, CONTROL },
  };
  static const char *const codes[] = { "7290012345678", "ab" };

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      {
        g_auto (Desk) desk;

        desk_init (&desk);
        scan (&desk, codes[c], NULL, FAST);
        for (guint k = 0; k < 4; k++)
          {
            const guint index = (i + k) % G_N_ELEMENTS (keys);

            g_assert_cmpint (strike (&desk, keys[index].unicode, keys[index].keycode, keys[index].modifiers, FAST), ==,
                             MADAF_WEDGE_TAKE);
          }
        g_assert_cmpint (strike (&desk, '\t', KEY_TAB, 0, FAST), ==, MADAF_WEDGE_TAKE);
        g_assert_cmpint (strike (&desk, '\t', KEY_TAB, 0, FAST), ==, MADAF_WEDGE_TAKE);
        g_assert_cmpint (strike (&desk, '\r', KEY_ENTER, 0, FAST), ==, MADAF_WEDGE_TAKE);
        g_assert_cmpint (strike (&desk, ' ', 65, 0, FAST), ==, MADAF_WEDGE_TAKE);
        g_assert_cmpstr (desk.codes->str, ==, c == 0 ? "7290012345678|" : "");
      }
}

/* Nothing before them: the first is as good as a person's, the others are too quick for one. */
static void
test_hostile_keys_alone (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  g_assert_cmpint (strike (&desk, '\t', KEY_TAB, 0, HUMAN), ==, MADAF_WEDGE_PASS);
  g_assert_cmpint (strike (&desk, '\t', KEY_TAB, 0, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpint (strike (&desk, '\r', KEY_ENTER, 0, FAST), ==, MADAF_WEDGE_TAKE);
}

/* The ways to send what no key types. */
static void
test_separators (void)
{
  static const char *const written[]
      = { "]C110AB{GS}0107290012345678\n", "]d210AB<GS>0107290012345678\n", "]Q310AB^]0107290012345678\n" };
  static const char expected[] = "10AB\x1d"
                                 "0107290012345678|";

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_auto (Desk) desk;

      desk_init (&desk);
      scan (&desk, written[i], NULL, FAST);
      g_assert_cmpstr (desk.codes->str, ==, expected);
      g_assert_cmpstr (desk.gtin, ==, "07290012345678");
    }
  for (guint way = 0; way < 3; way++)
    {
      g_auto (Desk) desk;

      desk_init (&desk);
      /* No identifier: the separator tells. */
      scan (&desk, "10AB", NULL, FAST);
      if (way == 0)
        strike (&desk, 0, KEY_F8, 0, FAST);
      else if (way == 1)
        scan_by_number (&desk, "029");
      else
        strike (&desk, ']', 35, CONTROL, FAST);
      scan (&desk, "0107290012345678\n", NULL, FAST);
      g_assert_cmpstr (desk.codes->str, ==, expected);
      g_assert_cmpstr (desk.gtin, ==, "07290012345678");
    }
}

/* All of it by numbers, as scanners do that are to work with any layout. */
static void
test_all_by_number (void)
{
  static const char text[] = "]E07290012345678\r";
  g_auto (Desk) desk;

  desk_init (&desk);
  for (const char *p = text; *p != '\0'; p++)
    {
      g_autofree char *number = g_strdup_printf ("%03d", *p);

      scan_by_number (&desk, number);
    }
  g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
  g_assert_cmpstr (desk.screen->str, ==, "");
}

static void
test_number_pad (void)
{
  static const guint pad[] = { 79, 88, 81, 90, 90, 87, 88, 89, 83, 84, 85, 79, 80 };

  for (int num_lock = 0; num_lock < 2; num_lock++)
    {
      g_auto (Desk) desk;

      desk_init (&desk);
      for (guint i = 0; i < G_N_ELEMENTS (pad); i++)
        strike (&desk, num_lock ? (gunichar) "7290012345678"[i] : 0, pad[i], 0, i == 0 ? HUMAN : FAST);
      g_assert_cmpint (strike (&desk, '\r', 104, 0, FAST), ==, MADAF_WEDGE_TAKE);
      g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
      g_assert_cmpstr (desk.screen->str, ==, "");
    }
}

/* Caps Lock turns what the machine's layout types, and not what the scanner says. */
static void
test_caps_lock (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  scan (&desk, "Madaf-42\n", "mADAF-42\n", FAST);
  g_assert_cmpstr (desk.codes->str, ==, "Madaf-42|");
}

/* A scanner that takes itself for another country's keyboard, on a machine with yet another. */
static void
test_layouts (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  /* AZERTY has digits with Shift, "a" where US has "q", and "-" where it has 6. */
  configure (&desk, NULL, NULL, "fr", 0);
  for (const char *p = "729001"; *p != '\0'; p++)
    {
      gboolean shift;

      strike (&desk, (gunichar)*p, find_key (*p, &shift), SHIFT, FAST);
    }
  strike (&desk, '6', 15, 0, FAST);
  strike (&desk, 'q', 24, 0, FAST);
  strike (&desk, 'q', 24, SHIFT, FAST);
  strike (&desk, '\r', KEY_ENTER, 0, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "729001-aA|");

  /* QWERTZ: "]" is AltGr and 9, "^" is dead and comes with a space. */
  g_string_truncate (desk.codes, 0);
  configure (&desk, NULL, NULL, "de", 0);
  press (&desk, 0, KEY_ALTGR, 0, HUMAN);
  strike (&desk, '9', 18, ALT, FAST);
  madaf_wedge_release (desk.wedge, KEY_ALTGR);
  strike (&desk, 'C', 54, SHIFT, FAST);
  for (const char *p = "110yz"; *p != '\0'; p++)
    {
      gboolean shift;

      strike (&desk, (gunichar)*p, find_key (*p, &shift), 0, FAST);
    }
  strike (&desk, '`', 49, 0, FAST);
  strike (&desk, ' ', 65, 0, FAST);
  press (&desk, 0, KEY_ALTGR, 0, FAST);
  strike (&desk, '9', 18, ALT, FAST);
  madaf_wedge_release (desk.wedge, KEY_ALTGR);
  scan (&desk, "0107290012345678\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==,
                   "10zy\x1d"
                   "0107290012345678|");
  g_assert_cmpstr (desk.gtin, ==, "07290012345678");
  g_assert_cmpstr (desk.screen->str, ==, "");
}

/* What the scanner sends before and after each code. */
static void
test_prefix (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  configure (&desk, "Ctrl+B", "Ctrl+C", NULL, 0);
  /* Without it all is a person's, at once and however fast. */
  scan (&desk, "7290012345678\n", NULL, FAST);
  g_assert_cmpstr (desk.screen->str, ==, "7290012345678\r");
  g_assert_cmpstr (desk.codes->str, ==, "");

  /* With it a code may be slow and short, and hold Enter and Tab. */
  g_string_truncate (desk.screen, 0);
  g_assert_cmpint (strike (&desk, 'b', 56, CONTROL, HUMAN), ==, MADAF_WEDGE_TAKE);
  scan (&desk, "K\t7", NULL, 400 * MS);
  g_assert_cmpint (strike (&desk, 'c', 54, CONTROL, HUMAN), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpstr (desk.codes->str, ==, "K 7|");
  g_assert_cmpstr (desk.screen->str, ==, "");

  /* No suffix comes: silence ends it. */
  strike (&desk, 'b', 56, CONTROL, HUMAN);
  scan (&desk, "42", NULL, FAST);
  rest (&desk);
  g_assert_cmpstr (desk.codes->str, ==, "K 7|42|");
}

static void
test_prefix_of_characters (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  configure (&desk, "~~", "F4 Enter", NULL, 0);
  scan (&desk, "~~729", NULL, FAST);
  strike (&desk, 0, KEY_F4, 0, FAST);
  scan (&desk, "\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "729|");
  g_assert_cmpstr (desk.screen->str, ==, "");

  /* A part of it is a person's. */
  desk.now_us += HUMAN;
  scan (&desk, "~a", NULL, FAST);
  scan (&desk, "~", NULL, HUMAN);
  rest (&desk);
  g_assert_cmpstr (desk.screen->str, ==, "~a~");
  scan (&desk, "~~~", NULL, FAST);
  scan (&desk, "8", NULL, FAST);
  rest (&desk);
  g_assert_cmpstr (desk.codes->str, ==, "729|~8|");
}

static void
test_suffix_alone (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  configure (&desk, "", "F8", NULL, 0);
  scan (&desk, "729001234\n5678", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "");
  g_assert_cmpint (strike (&desk, 0, KEY_F8, 0, FAST), ==, MADAF_WEDGE_TAKE);
  g_assert_cmpstr (desk.codes->str, ==, "729001234 5678|");
}

/* As some with Bluetooth are. */
static void
test_slow_scanner (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  configure (&desk, NULL, NULL, NULL, 60);
  g_assert_cmpuint (madaf_wedge_get_pause_ms (desk.wedge), >, 60);
  scan (&desk, "7290012345678\n", NULL, 60 * MS);
  g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
}

static void
test_settings_that_are_wrong (void)
{
  const MadafWedgeSettings settings = { "Ctrl+\001", "123456789", "no-such-layout", 0 };
  const char *wrong[4];
  g_auto (Desk) desk;

  desk_init (&desk);
  madaf_wedge_configure (desk.wedge, &settings, wrong);
  g_assert_cmpstr (wrong[0], ==, "prefix");
  g_assert_cmpstr (wrong[1], ==, "suffix");
  g_assert_cmpstr (wrong[2], ==, "layout");
  g_assert_null (wrong[3]);
  scan (&desk, "7290012345678\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "7290012345678|");
}

static void
test_key_names (void)
{
  static const struct
  {
    const char *text;
    guint n;
    gunichar first;
    gunichar last;
  } cases[] = {
    { "", 0, 0, 0 },
    { "Tab", 1, '\t', '\t' },
    { "enter", 1, '\r', '\r' },
    { "Ctrl+B", 1, 2, 2 },
    { "ctrl+]", 1, 29, 29 },
    { "F8", 1, MADAF_STROKE_F (8), MADAF_STROKE_F (8) },
    { "]C1", 3, ']', '1' },
    { "~ Space F24", 3, '~', MADAF_STROKE_F (24) },
    { "F25", 3, 'F', '5' },
    { "F", 1, 'F', 'F' },
  };
  MadafKeySequence sequence;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (madaf_key_sequence_parse (cases[i].text, &sequence));
      g_assert_cmpuint (sequence.n, ==, cases[i].n);
      if (sequence.n > 0)
        {
          g_assert_cmpuint (sequence.strokes[0], ==, cases[i].first);
          g_assert_cmpuint (sequence.strokes[sequence.n - 1], ==, cases[i].last);
        }
    }
  g_assert_false (madaf_key_sequence_parse ("123456789", &sequence));
  g_assert_false (madaf_key_sequence_parse ("\x02", &sequence));
  g_assert_false (madaf_key_sequence_parse ("\xff", &sequence));
}

/* X counts milliseconds in 32 bits: every seven weeks they begin again. */
static void
test_clock_begins_again (void)
{
  g_auto (Desk) desk;

  desk_init (&desk);
  desk.now_us = G_MAXUINT32 * (gint64)MS - HUMAN;
  scan (&desk, "7290012345678\n", NULL, FAST);
  desk.now_us = HUMAN;
  scan (&desk, "4006381333931\n", NULL, FAST);
  g_assert_cmpstr (desk.codes->str, ==, "7290012345678|4006381333931|");
}

static void
test_flood (void)
{
  g_autofree char *longest = g_strnfill (MADAF_CODE_MAX_WEDGE_LENGTH, 'x');
  g_auto (Desk) desk;

  desk_init (&desk);
  longest[0] = 'y';
  scan (&desk, longest, NULL, FAST);
  scan (&desk, "\n", NULL, FAST);
  g_assert_cmpuint (desk.codes->len, ==, MADAF_CODE_MAX_WEDGE_LENGTH + 1);

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
      press (&desk, (gunichar)g_rand_int_range (random, 0, 0x110100), (guint)g_rand_int_range (random, 0, 300),
             (Modifiers)(g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 0, 16) : 0),
             g_rand_int_range (random, -MS, 40 * MS));
      if (g_rand_boolean (random))
        madaf_wedge_release (desk.wedge, (guint)g_rand_int_range (random, 0, 300));
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
  g_test_add_func ("/wedge/repeat", test_repeat);
  g_test_add_func ("/wedge/repeat-of-an-arrow", test_repeat_of_an_arrow);
  g_test_add_func ("/wedge/hand", test_hand);
  g_test_add_func ("/wedge/scan-while-typing", test_scan_while_typing);
  g_test_add_func ("/wedge/two-scanners", test_two_scanners);
  g_test_add_func ("/wedge/second-enter", test_second_enter);
  g_test_add_func ("/wedge/chords", test_chords);
  g_test_add_func ("/wedge/hostile-keys", test_hostile_keys);
  g_test_add_func ("/wedge/hostile-keys-alone", test_hostile_keys_alone);
  g_test_add_func ("/wedge/separators", test_separators);
  g_test_add_func ("/wedge/all-by-number", test_all_by_number);
  g_test_add_func ("/wedge/number-pad", test_number_pad);
  g_test_add_func ("/wedge/caps-lock", test_caps_lock);
  g_test_add_func ("/wedge/layouts", test_layouts);
  g_test_add_func ("/wedge/prefix", test_prefix);
  g_test_add_func ("/wedge/prefix-of-characters", test_prefix_of_characters);
  g_test_add_func ("/wedge/suffix", test_suffix_alone);
  g_test_add_func ("/wedge/slow-scanner", test_slow_scanner);
  g_test_add_func ("/wedge/settings-that-are-wrong", test_settings_that_are_wrong);
  g_test_add_func ("/wedge/key-names", test_key_names);
  g_test_add_func ("/wedge/clock-begins-again", test_clock_begins_again);
  g_test_add_func ("/wedge/flood", test_flood);
  g_test_add_func ("/wedge/hostile", test_hostile);
  g_test_add_func ("/wedge/reset", test_reset);
  return g_test_run ();
}
