/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "person.h"

#include "scan/us-keyboard.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Longer than the 30 s of silence after which a page says that its figures are not live, by what a machine with other
 * work takes under the sanitizers. Only what fails is waited for that long. */
#define PATIENCE_S 120.0

struct _MadafPerson
{
  char *display_name; /* (owned) */
  Display *display;   /* (owned) */
  guint process_id;
  char *language;           /* (owned) */
  AtspiAccessible *program; /* (owned) (nullable) until found */
};

/* What is looked for, and what was found. */
typedef struct
{
  MadafPerson *person;
  AtspiRole role; /* ATSPI_ROLE_INVALID: any */
  const char *text;
  gboolean partial;
  AtspiAccessible *found; /* (owned) (nullable) */
} Search;

MadafPerson *
madaf_person_new (const char *display, GSubprocess *program, const char *language)
{
  MadafPerson *self = g_new0 (MadafPerson, 1);

  g_assert_cmpint (atspi_init (), <=, 1);
  self->display_name = g_strdup (display);
  self->display = XOpenDisplay (display);
  g_assert_nonnull (self->display);
  self->process_id = (guint)g_ascii_strtoull (g_subprocess_get_identifier (program), NULL, 10);
  madaf_person_set_language (self, language);
  return self;
}

void
madaf_person_free (MadafPerson *self)
{
  g_clear_object (&self->program);
  XCloseDisplay (self->display);
  g_free (self->display_name);
  g_free (self->language);
  g_free (self);
}

void
madaf_person_set_language (MadafPerson *self, const char *language)
{
  g_free (self->language);
  self->language = g_strdup (language);
}

/* Makes gettext speak the person's language: textdomain() has it look at LANGUAGE anew. */
static void
speak (MadafPerson *self)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", self->language, TRUE);
  bindtextdomain ("madaf", MADAF_LOCALE_DIR);
  bind_textdomain_codeset ("madaf", "UTF-8");
  textdomain ("madaf");
}

const char *
madaf_person_word (MadafPerson *self, const char *english)
{
  const char *bar = strchr (english, '|');
  g_autofree char *context = NULL;

  speak (self);
  if (bar == NULL)
    return dgettext ("madaf", english);
  context = g_strndup (english, (gsize)(bar - english));
  return g_dpgettext2 ("madaf", context, bar + 1);
}

const char *
madaf_person_words (MadafPerson *self, const char *one, const char *many, gulong count)
{
  speak (self);
  return dngettext ("madaf", one, many, count);
}

static gboolean
on_look (gpointer user_data)
{
  Search *search = user_data;
  MadafPerson *self = search->person;

  if (self->program == NULL)
    self->program = madaf_tree_find_program (self->process_id);
  if (self->program == NULL)
    return FALSE;
  atspi_accessible_clear_cache (self->program);
  g_clear_object (&search->found);
  search->found = madaf_tree_find (self->program, search->role, search->text, search->partial);
  return search->found != NULL;
}

static gboolean
on_look_gone (gpointer user_data)
{
  return !on_look (user_data);
}

static gboolean
on_moment_over (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Between two looks: to look without pause would take the processor from what is looked at. */
static void
pause_a_moment (void)
{
  gboolean over = FALSE;

  g_timeout_add (40, on_moment_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static AtspiAccessible *
wait_for (MadafPerson *self, AtspiRole role, const char *text, gboolean partial)
{
  Search search = { self, role, text, partial, NULL };
  gint64 deadline_us = g_get_monotonic_time () + (gint64)(PATIENCE_S * G_USEC_PER_SEC);

  while (!on_look (&search))
    {
      if (g_get_monotonic_time () > deadline_us)
        {
          g_autofree char *why = g_strdup_printf ("not on the screen: “%s”", text);

          madaf_person_describes (self);
          madaf_person_takes_picture (self, "failed");
          madaf_rig_fail (why);
        }
      pause_a_moment ();
    }
  return search.found;
}

void
madaf_person_waits_for (MadafPerson *self, AtspiRole role, const char *english)
{
  g_object_unref (wait_for (self, role, madaf_person_word (self, english), FALSE));
}

void
madaf_person_waits_for_text (MadafPerson *self, const char *text)
{
  g_object_unref (wait_for (self, ATSPI_ROLE_INVALID, text, TRUE));
}

gboolean
madaf_person_sees (MadafPerson *self, const char *text)
{
  Search search = { self, ATSPI_ROLE_INVALID, text, TRUE, NULL };
  gboolean sees = on_look (&search);

  g_clear_object (&search.found);
  return sees;
}

char *
madaf_person_reads (MadafPerson *self, const char *before, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  gint64 deadline_us = g_get_monotonic_time () + (gint64)(PATIENCE_S * G_USEC_PER_SEC);

  for (;;)
    {
      g_autoptr (AtspiAccessible) node = wait_for (self, ATSPI_ROLE_INVALID, before, TRUE);
      g_autofree char *name = atspi_accessible_get_name (node, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, name, 0, &match))
        return g_match_info_fetch (match, 0);
      if (g_get_monotonic_time () > deadline_us)
        g_error ("“%s” does not say %s", name, pattern);
      pause_a_moment ();
    }
}

void
madaf_person_waits_until_gone (MadafPerson *self, AtspiRole role, const char *english)
{
  Search search = { self, role, madaf_person_word (self, english), FALSE, NULL };

  madaf_rig_wait (english, PATIENCE_S, on_look_gone, &search);
}

/* How long a finger stays on what it touches: some frames, in which that must not move away from under it. */
#define TOUCH_MS 50

void
madaf_person_touches_point (MadafPerson *self, int x, int y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent (self->display, 1, True, CurrentTime);
  XTestFakeButtonEvent (self->display, 1, False, TOUCH_MS);
  XSync (self->display, False);
}

static void
turn_wheel (MadafPerson *self, int x, int y, gboolean down)
{
  unsigned button = down ? 5 : 4;

  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent (self->display, button, True, CurrentTime);
  XTestFakeButtonEvent (self->display, button, False, CurrentTime);
  XSync (self->display, False);
}

/* GTK 4.8 tells where a widget is within its window; the window covers the screen. */
static void
middle_of (AtspiAccessible *node, int *x, int *y)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  AtspiRect *rect = NULL;

  g_assert_nonnull (component);
  atspi_accessible_clear_cache (node);
  rect = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_assert_nonnull (rect);
  *x = rect->x + rect->width / 2;
  *y = rect->y + rect->height / 2;
  g_free (rect);
}

/* How often in a row a widget must be seen in the same place: a frame or two may still be on their way. */
#define STILL_LOOKS 6
/* After this long without a move the page is at its end. */
#define SCROLL_PATIENCE_US (G_USEC_PER_SEC)

typedef struct
{
  AtspiAccessible *node;
  int x, y;
  int still; /* looks in a row without a move */
} Place;

static gboolean
on_look_still (gpointer user_data)
{
  Place *place = user_data;
  int x, y;

  middle_of (place->node, &x, &y);
  place->still = x == place->x && y == place->y ? place->still + 1 : 0;
  place->x = x;
  place->y = y;
  return place->still >= STILL_LOOKS;
}

static gboolean
has_moved (AtspiAccessible *node, int from_y)
{
  gint64 deadline_us = g_get_monotonic_time () + SCROLL_PATIENCE_US;
  int x, y = from_y;

  while (y == from_y && g_get_monotonic_time () < deadline_us)
    middle_of (node, &x, &y);
  return y != from_y;
}

/* Turns the wheel until the middle of the widget is well inside the screen, or the end of the page is reached. */
static void
bring_into_view (MadafPerson *self, Place *place)
{
  int width = DisplayWidth (self->display, DefaultScreen (self->display));
  int height = DisplayHeight (self->display, DefaultScreen (self->display));
  int top = height / 5;             /* the header, and what may stand below it */
  int bottom = height - height / 6; /* what may lie over the lower edge */

  for (;;)
    {
      madaf_rig_wait ("the page to stand still", PATIENCE_S, on_look_still, place);
      if (place->y >= top && place->y <= bottom)
        return;
      turn_wheel (self, CLAMP (place->x, 8, width - 8), height / 2, place->y > height / 2);
      if (!has_moved (place->node, place->y))
        return;
      place->still = 0;
    }
}

static void
touch (MadafPerson *self, AtspiAccessible *node)
{
  Place place = { node, -1, -1, 0 };

  bring_into_view (self, &place);
  madaf_person_touches_point (self, place.x, place.y);
}

void
madaf_person_touches (MadafPerson *self, AtspiRole role, const char *english)
{
  g_autoptr (AtspiAccessible) node = wait_for (self, role, madaf_person_word (self, english), FALSE);

  touch (self, node);
}

void
madaf_person_touches_text (MadafPerson *self, AtspiRole role, const char *text)
{
  g_autoptr (AtspiAccessible) node = wait_for (self, role, text, TRUE);

  touch (self, node);
}

void
madaf_person_touches_twice (MadafPerson *self, AtspiRole role, const char *english)
{
  g_autoptr (AtspiAccessible) node = wait_for (self, role, madaf_person_word (self, english), FALSE);
  Place place = { node, -1, -1, 0 };

  bring_into_view (self, &place);
  madaf_person_touches_point (self, place.x, place.y);
  madaf_person_touches_point (self, place.x, place.y);
}

void
madaf_person_types (MadafPerson *self, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *key = g_strndup (at, (gsize)(g_utf8_next_char (at) - at));
      g_autoptr (AtspiAccessible) node = NULL;

      node = wait_for (self, ATSPI_ROLE_PUSH_BUTTON, *at == ' ' ? madaf_person_word (self, "Space") : key, FALSE);
      touch (self, node);
    }
}

void
madaf_person_opens_basket (MadafPerson *self, int pieces)
{
  g_autofree char *items = g_strdup_printf (madaf_person_words (self, "%d item", "%d items", (gulong)pieces), pieces);
  g_autofree char *name = g_strconcat (madaf_person_word (self, "Basket"), ", ", items, NULL);

  madaf_person_touches_text (self, ATSPI_ROLE_PUSH_BUTTON, name);
}

void
madaf_person_fills_in_checkout (MadafPerson *self, const char *name, const char *phone)
{
  madaf_person_touches (self, ATSPI_ROLE_PUSH_BUTTON, "Checkout");
  madaf_person_touches (self, ATSPI_ROLE_TEXT, "Your name");
  madaf_person_types (self, name);
  madaf_person_touches (self, ATSPI_ROLE_TEXT, "Phone");
  madaf_person_types (self, phone);
  madaf_person_touches (self, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  madaf_person_touches (self, ATSPI_ROLE_PUSH_BUTTON, "Pay when you collect");
  madaf_person_touches (self, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  madaf_person_waits_for (self, ATSPI_ROLE_PUSH_BUTTON, "Place order");
}

gboolean
madaf_person_could_find (MadafPerson *self, const char *text)
{
  atspi_accessible_clear_cache (self->program);
  return madaf_tree_has (self->program, text);
}

void
madaf_person_selects (MadafPerson *self, const char *english)
{
  g_autoptr (AtspiAccessible) field = wait_for (self, ATSPI_ROLE_TEXT, madaf_person_word (self, english), FALSE);
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (field);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (text);
  atspi_text_add_selection (text, 0, atspi_text_get_character_count (text, NULL), &error);
  g_assert_no_error (error);
}

gboolean
madaf_person_has_copy (MadafPerson *self, const char *selection)
{
  return XGetSelectionOwner (self->display, XInternAtom (self->display, selection, False)) != None;
}

static void
press_key (MadafPerson *self, KeySym symbol)
{
  KeyCode code = XKeysymToKeycode (self->display, symbol);

  XTestFakeKeyEvent (self->display, code, True, CurrentTime);
  XTestFakeKeyEvent (self->display, code, False, CurrentTime);
}

void
madaf_person_scans_usb (MadafPerson *self, const char *digits)
{
  for (const char *at = digits; *at != '\0'; at++)
    press_key (self, (KeySym)(XK_0 + (*at - '0')));
  press_key (self, XK_Return);
  XSync (self->display, False);
}

/* The key of a US keyboard that types this. */
static KeyCode
place_of (char c, gboolean *shift)
{
  for (*shift = FALSE; *shift <= TRUE; (*shift)++)
    for (guint keycode = 8; keycode < 79; keycode++)
      if (madaf_us_keyboard_character (keycode, *shift) == c)
        return (KeyCode)keycode;
  g_error ("no key of a US keyboard types “%c”", c);
}

static KeyCode
key_of (MadafPerson *self, const char *name)
{
  static const char *const modifiers[] = { "Alt", "Control", "Shift", "Super", NULL };
  g_autofree char *left = g_strconcat (name, "_L", NULL);
  gboolean shift;

  if (name[1] == '\0')
    return place_of (name[0], &shift);
  return XKeysymToKeycode (self->display, XStringToKeysym (g_strv_contains (modifiers, name) ? left : name));
}

static void
press_together (MadafPerson *self, const char *names)
{
  g_auto (GStrv) keys = g_strsplit (names, "+", -1);
  guint n = g_strv_length (keys);

  for (guint i = 0; i < n; i++)
    XTestFakeKeyEvent (self->display, key_of (self, keys[i]), True, CurrentTime);
  for (guint i = n; i > 0; i--)
    XTestFakeKeyEvent (self->display, key_of (self, keys[i - 1]), False, CurrentTime);
}

static void
press_character (MadafPerson *self, char c)
{
  gboolean shift;
  KeyCode code = place_of (c, &shift);
  KeyCode shift_code = XKeysymToKeycode (self->display, XK_Shift_L);

  if (shift)
    XTestFakeKeyEvent (self->display, shift_code, True, CurrentTime);
  XTestFakeKeyEvent (self->display, code, True, CurrentTime);
  XTestFakeKeyEvent (self->display, code, False, CurrentTime);
  if (shift)
    XTestFakeKeyEvent (self->display, shift_code, False, CurrentTime);
}

/* Longer than a scanner's silence within a code; the server waits, and its clock tells the program of it. */
#define SILENCE_MS 200

void
madaf_person_scans_keys (MadafPerson *self, const char *keys)
{
  XTestFakeKeyEvent (self->display, XKeysymToKeycode (self->display, XK_Shift_L), False, SILENCE_MS);
  while (*keys != '\0')
    if (*keys == '<')
      {
        gsize length = strcspn (keys, ">");
        g_autofree char *names = g_strndup (keys + 1, length - 1);

        press_together (self, names);
        keys += length + 1;
      }
    else
      press_character (self, *keys++);
  XTestFakeKeyEvent (self->display, XKeysymToKeycode (self->display, XK_Shift_L), False, SILENCE_MS);
  XSync (self->display, False);
}

void
madaf_person_sets_layout (MadafPerson *self, const char *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) setxkbmap = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "setxkbmap", "-display",
                                                        self->display_name, "-layout", layout, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (setxkbmap, NULL, &error);
  g_assert_no_error (error);
}

const char *
madaf_person_get_display (MadafPerson *self)
{
  return self->display_name;
}

void
madaf_person_takes_picture (MadafPerson *self, const char *name)
{
  const char *folder = g_getenv ("MADAF_SCREENSHOTS");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) import = NULL;

  if (folder == NULL)
    return;
  g_mkdir_with_parents (folder, 0755);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  /* Packing a picture well takes longer than taking it. */
  import = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "import", "-display", self->display_name, "-window",
                             "root", "-quality", "11", path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (import, NULL, &error);
  g_assert_no_error (error);
}

void
madaf_person_describes (MadafPerson *self)
{
  if (self->program == NULL)
    g_printerr ("# the program is not on the accessibility bus\n");
  else
    madaf_tree_describe (self->program);
}
