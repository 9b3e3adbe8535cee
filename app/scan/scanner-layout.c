/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/scanner-layout.h"

#include "scan/us-keyboard.h"

#include <string.h>
#include <xkbcommon/xkbcommon.h>

/* The keys of a keyboard, plain, with Shift, with AltGr, with both. */

#define N_KEYCODES       128
#define N_LEVELS         4
#define KEYCODE_KP_FIRST 79
#define KEYCODE_KP_LAST  91

struct _MadafScannerLayout
{
  gunichar characters[N_KEYCODES][N_LEVELS];
  gboolean dead[N_KEYCODES][N_LEVELS];
};

/* A dead key's own character, as it comes with a space. */
static gunichar
dead_character (xkb_keysym_t symbol)
{
  switch (symbol)
    {
    case XKB_KEY_dead_grave:
      return '`';
    case XKB_KEY_dead_acute:
      return '\'';
    case XKB_KEY_dead_circumflex:
      return '^';
    case XKB_KEY_dead_tilde:
      return '~';
    case XKB_KEY_dead_diaeresis:
      return '"';
    default:
      return 0;
    }
}

static void
read_key (MadafScannerLayout *self, struct xkb_keymap *keymap, guint keycode, guint level)
{
  const xkb_keysym_t *symbols;

  if (xkb_keymap_key_get_syms_by_level (keymap, keycode, 0, level, &symbols) != 1)
    return;
  self->characters[keycode][level] = dead_character (symbols[0]);
  self->dead[keycode][level] = self->characters[keycode][level] != 0;
  if (!self->dead[keycode][level])
    self->characters[keycode][level] = xkb_keysym_to_utf32 (symbols[0]);
  if (!g_unichar_isprint (self->characters[keycode][level]))
    self->characters[keycode][level] = 0;
}

static struct xkb_keymap *
find_keymap (struct xkb_context *context, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "(", 2);
  struct xkb_rule_names names = { .rules = "evdev", .model = "pc105", .layout = parts[0] };

  if (parts[0] == NULL || *parts[0] == '\0')
    return NULL;
  if (parts[1] != NULL)
    {
      parts[1][strcspn (parts[1], ")")] = '\0';
      names.variant = parts[1];
    }
  return xkb_keymap_new_from_names (context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
}

/* A number pad and the keys that end a code are the same everywhere. */
static void
fill_common (MadafScannerLayout *self, gboolean whole)
{
  for (guint keycode = 0; keycode < N_KEYCODES; keycode++)
    for (guint level = 0; level < N_LEVELS; level++)
      {
        char us = madaf_us_keyboard_character (keycode, level % 2 != 0);

        if (us == '\n' || us == '\t')
          self->characters[keycode][level] = us == '\n' ? '\r' : us;
        else if (keycode >= KEYCODE_KP_FIRST && keycode <= KEYCODE_KP_LAST)
          self->characters[keycode][level] = (gunichar)us;
        else if (whole && level < 2)
          self->characters[keycode][level] = (gunichar)us;
      }
}

static gboolean
fill_from_xkb (MadafScannerLayout *self, const char *name)
{
  struct xkb_context *context = xkb_context_new (XKB_CONTEXT_NO_ENVIRONMENT_NAMES);
  struct xkb_keymap *keymap = NULL;

  if (context != NULL)
    {
      xkb_context_set_log_level (context, XKB_LOG_LEVEL_CRITICAL);
      keymap = find_keymap (context, name);
    }
  for (guint keycode = 0; keymap != NULL && keycode < N_KEYCODES; keycode++)
    for (guint level = 0; level < N_LEVELS; level++)
      read_key (self, keymap, keycode, level);
  xkb_keymap_unref (keymap);
  xkb_context_unref (context);
  return keymap != NULL;
}

MadafScannerLayout *
madaf_scanner_layout_new (const char *name)
{
  g_autoptr (MadafScannerLayout) self = g_new0 (MadafScannerLayout, 1);
  gboolean is_us = strcmp (name, "us") == 0;

  if (!is_us && !fill_from_xkb (self, name))
    return NULL;
  fill_common (self, is_us);
  return g_steal_pointer (&self);
}

void
madaf_scanner_layout_free (MadafScannerLayout *self)
{
  g_free (self);
}

static guint
level_of (gboolean shift, gboolean third)
{
  return (shift ? 1 : 0) + (third ? 2 : 0);
}

gunichar
madaf_scanner_layout_character (MadafScannerLayout *self, guint keycode, gboolean shift, gboolean third)
{
  return keycode < N_KEYCODES ? self->characters[keycode][level_of (shift, third)] : 0;
}

gboolean
madaf_scanner_layout_is_dead (MadafScannerLayout *self, guint keycode, gboolean shift, gboolean third)
{
  return keycode < N_KEYCODES && self->dead[keycode][level_of (shift, third)];
}
