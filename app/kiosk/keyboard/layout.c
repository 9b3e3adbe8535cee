/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/keyboard/layout.h"

#include <string.h>
#include <xkbcommon/xkbcommon.h>

/* Letters and their places, read from the keymaps that every Linux desktop uses. */

typedef struct
{
  const char *language;
  const char *keymap;
  gboolean has_case;
} Source;

static const Source sources[] = {
  { "he", "il", FALSE },
  { "ar", "ara", FALSE },
  { "ru", "ru", TRUE },
  { "en", "us", TRUE },
};

/* XKB keycodes (evdev + 8) of the three rows of letters, by the shape of a PC keyboard. The key left of "1" (TLDE) has
 * a letter in Russian and Arabic; it goes to the end of the last row, where there is room. */
static const int row_first[] = { 24, 38, 52 };
static const int row_last[] = { 35, 48, 61 };
#define KEYCODE_TLDE 49

static char *
key_text (struct xkb_keymap *keymap, xkb_keycode_t keycode, xkb_level_index_t level)
{
  const xkb_keysym_t *syms;
  char text[8];
  gunichar c;

  if (xkb_keymap_key_get_syms_by_level (keymap, keycode, 0, level, &syms) != 1
      || xkb_keysym_to_utf8 (syms[0], text, sizeof text) <= 0)
    return NULL;
  c = g_utf8_get_char_validated (text, -1);
  if (c == (gunichar)-1 || c == (gunichar)-2 || !g_unichar_isalpha (c))
    return NULL;
  /* Lam-alef is one key but two letters: text is searched and stored without presentation forms. */
  return g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
}

static void
add_key (MadafKeyLayout *self, guint row, struct xkb_keymap *keymap, xkb_keycode_t keycode)
{
  g_autofree char *lower = key_text (keymap, keycode, 0);
  g_autofree char *upper = self->has_case ? key_text (keymap, keycode, 1) : NULL;

  if (lower == NULL)
    return;
  g_ptr_array_add (self->upper[row], upper != NULL ? g_steal_pointer (&upper) : g_strdup (lower));
  g_ptr_array_add (self->rows[row], g_steal_pointer (&lower));
}

static void
add_rows (MadafKeyLayout *self, struct xkb_keymap *keymap)
{
  static const char *const digits[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      g_ptr_array_add (self->rows[0], g_strdup (digits[i]));
      g_ptr_array_add (self->upper[0], g_strdup (digits[i]));
    }
  for (guint row = 0; row < G_N_ELEMENTS (row_first); row++)
    for (int keycode = row_first[row]; keycode <= row_last[row]; keycode++)
      add_key (self, row + 1, keymap, (xkb_keycode_t)keycode);
  add_key (self, 3, keymap, KEYCODE_TLDE);
}

static const Source *
find_source (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_strcmp0 (sources[i].language, language) == 0)
      return &sources[i];
  return NULL;
}

MadafKeyLayout *
madaf_key_layout_new (const char *language)
{
  const Source *source = find_source (language);
  struct xkb_rule_names names = { .rules = "evdev", .model = "pc105" };
  struct xkb_context *context;
  struct xkb_keymap *keymap;
  MadafKeyLayout *self = NULL;

  if (source == NULL)
    return NULL;
  names.layout = source->keymap;
  context = xkb_context_new (XKB_CONTEXT_NO_ENVIRONMENT_NAMES);
  keymap = context != NULL ? xkb_keymap_new_from_names (context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS) : NULL;
  if (keymap != NULL)
    {
      self = g_new0 (MadafKeyLayout, 1);
      g_strlcpy (self->language, language, sizeof self->language);
      self->has_case = source->has_case;
      for (guint row = 0; row < G_N_ELEMENTS (self->rows); row++)
        {
          self->rows[row] = g_ptr_array_new_with_free_func (g_free);
          self->upper[row] = g_ptr_array_new_with_free_func (g_free);
        }
      add_rows (self, keymap);
    }
  g_clear_pointer (&keymap, xkb_keymap_unref);
  g_clear_pointer (&context, xkb_context_unref);
  return self;
}

void
madaf_key_layout_free (MadafKeyLayout *self)
{
  for (guint row = 0; row < G_N_ELEMENTS (self->rows); row++)
    {
      g_ptr_array_unref (self->rows[row]);
      g_ptr_array_unref (self->upper[row]);
    }
  g_free (self);
}
