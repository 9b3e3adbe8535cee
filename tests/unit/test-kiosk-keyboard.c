/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/guard.h"
#include "kiosk/keyboard/keyboard.h"
#include "kiosk/keyboard/layout.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/text-area.h"

/* The on-screen keyboard, and what may come from a real one. */

static void
assert_row (const char *language, guint row, const char *expected)
{
  g_autoptr (MadafKeyLayout) layout = madaf_key_layout_new (language);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (layout);
  for (guint i = 0; i < layout->rows[row]->len; i++)
    g_string_append (text, g_ptr_array_index (layout->rows[row], i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_layouts (void)
{
  assert_row ("en", 0, "1234567890");
  assert_row ("en", 1, "qwertyuiop");
  assert_row ("en", 3, "zxcvbnm");
  assert_row ("he", 1, "קראטוןםפ");
  assert_row ("he", 2, "שדגכעיחלךף");
  assert_row ("he", 3, "זסבהנמצתץ");
  assert_row ("ru", 1, "йцукенгшщзхъ");
  assert_row ("ru", 3, "ячсмитьбюё");
  assert_row ("ar", 1, "ضصثقفغعهخحجد");
  assert_row ("ar", 3, "ئءؤرلاىةوزظذ");
  g_assert_null (madaf_key_layout_new ("xx"));
}

/* The key with that accessible name, wherever it stands. */
static GtkWidget *
find_key (GtkWidget *widget, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = GTK_IS_BUTTON (child) ? gtk_button_get_child (GTK_BUTTON (child)) : NULL;
      GtkWidget *found;

      if (GTK_IS_LABEL (label) && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
        return child;
      if (GTK_IS_IMAGE (label) && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (label)), text) == 0)
        return child;
      found = find_key (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget *keyboard, const char *text)
{
  GtkWidget *key = find_key (keyboard, text);

  g_assert_nonnull (key);
  g_signal_emit_by_name (key, "clicked");
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *stage;
  GtkWidget *entry;
  GtkWidget *phone;
  GtkWidget *keyboard;
} Fixture;

static GtkWidget *
find_keyboard (GtkWidget *widget)
{
  GtkWidget *found = MADAF_IS_KEYBOARD (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_keyboard (child);
  return found;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->window = gtk_window_new ();
  f->stage = madaf_stage_new ();
  f->entry = gtk_entry_new ();
  f->phone = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (f->phone), GTK_INPUT_PURPOSE_PHONE);
  gtk_box_append (GTK_BOX (box), f->entry);
  gtk_box_append (GTK_BOX (box), f->phone);
  madaf_stage_set_content (MADAF_STAGE (f->stage), box);
  gtk_window_set_child (GTK_WINDOW (f->window), f->stage);
  f->keyboard = find_keyboard (f->stage);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static void
test_types_into_the_field_with_the_focus (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (f->entry);
  press (f->keyboard, "q");
  press (f->keyboard, "madaf-shift-symbolic");
  press (f->keyboard, "W");
  press (f->keyboard, "e");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->entry)), ==, "qWe");
  gtk_editable_set_position (GTK_EDITABLE (f->entry), 1);
  press (f->keyboard, "madaf-backspace-symbolic");
  press (f->keyboard, "5");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->entry)), ==, "5We");
}

static void
test_another_language (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (f->entry);
  madaf_stage_set_language (MADAF_STAGE (f->stage), "he");
  press (f->keyboard, "ש");
  press (f->keyboard, "עברית");
  g_assert_cmpstr (madaf_keyboard_get_language (MADAF_KEYBOARD (f->keyboard)), ==, "en");
  press (f->keyboard, "x");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->entry)), ==, "שx");
}

static void
test_keypad_for_numbers (Fixture *f, gconstpointer data)
{
  GtkWidget *one;
  GtkWidget *three;

  gtk_widget_grab_focus (f->phone);
  g_assert_null (find_key (f->keyboard, "q"));
  press (f->keyboard, "0");
  press (f->keyboard, "5");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->phone)), ==, "05");
  one = find_key (f->keyboard, "1");
  three = find_key (f->keyboard, "3");
  g_assert_true (gtk_widget_get_direction (gtk_widget_get_parent (one)) == GTK_TEXT_DIR_LTR);
  g_assert_true (gtk_widget_get_prev_sibling (one) == NULL && gtk_widget_get_next_sibling (three) == NULL);
}

static void
test_respects_the_longest_text (Fixture *f, gconstpointer data)
{
  gtk_entry_set_max_length (GTK_ENTRY (f->entry), 2);
  gtk_widget_grab_focus (f->entry);
  for (int i = 0; i < 4; i++)
    press (f->keyboard, "a");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->entry)), ==, "aa");
}

static void
assert_says (MadafTextArea *area, const char *expected)
{
  g_autofree char *text = madaf_text_area_get_text (area);

  g_assert_cmpstr (text, ==, expected);
}

static void
count_changes (int *changes)
{
  (*changes)++;
}

/* Several lines, in a language that is written from the right too, and no more than fits. */
static void
test_writes_lines (Fixture *f, gconstpointer data)
{
  MadafTextArea *area = MADAF_TEXT_AREA (madaf_text_area_new (6, "A sentence or two"));
  int changes = 0;

  gtk_box_append (GTK_BOX (gtk_widget_get_parent (f->entry)), GTK_WIDGET (area));
  gtk_widget_grab_focus (f->entry);
  g_assert_null (find_key (f->keyboard, "madaf-return-symbolic"));
  madaf_text_area_set_text (area, "x");
  g_signal_connect_swapped (area, "changed", G_CALLBACK (count_changes), &changes);
  madaf_text_area_set_text (area, "xy");
  g_assert_cmpint (changes, ==, 0);
  gtk_widget_grab_focus (madaf_text_area_get_field (area));
  press (f->keyboard, "madaf-return-symbolic");
  madaf_keyboard_set_language (MADAF_KEYBOARD (f->keyboard), "he");
  press (f->keyboard, "ש");
  press (f->keyboard, "ל");
  press (f->keyboard, "madaf-backspace-symbolic");
  g_assert_cmpint (changes, ==, 4);
  assert_says (area, "xy\nש");
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (madaf_text_area_get_field (area))), "אבגד",
                                    -1);
  assert_says (area, "xy\nשאב");
  press (f->keyboard, "ש");
  assert_says (area, "xy\nשאב");
  press (f->keyboard, "Done");
  g_assert_null (gtk_root_get_focus (GTK_ROOT (f->window)));
}

static gboolean
is_empty (gpointer data)
{
  return *gtk_editable_get_text (data) == '\0';
}

static void
test_backspace_goes_on_while_held (Fixture *f, gconstpointer data)
{
  GtkWidget *key = find_key (f->keyboard, "madaf-backspace-symbolic");

  gtk_editable_set_text (GTK_EDITABLE (f->entry), "abcd");
  gtk_widget_grab_focus (f->entry);
  gtk_editable_set_position (GTK_EDITABLE (f->entry), -1);
  gtk_widget_set_state_flags (key, GTK_STATE_FLAG_ACTIVE, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->entry)), ==, "abcd");
  kiosk_wait_for (is_empty, f->entry);
  gtk_widget_unset_state_flags (key, GTK_STATE_FLAG_ACTIVE);
  /* Letting go is no further touch; the next touch is one. */
  gtk_editable_set_text (GTK_EDITABLE (f->entry), "ef");
  gtk_editable_set_position (GTK_EDITABLE (f->entry), -1);
  g_signal_emit_by_name (key, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->entry)), ==, "ef");
  g_signal_emit_by_name (key, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f->entry)), ==, "e");
}

static void
on_activated (GtkEntry *entry, int *count)
{
  (*count)++;
}

static void
test_done_activates_and_goes (Fixture *f, gconstpointer data)
{
  int count = 0;

  g_signal_connect (f->entry, "activate", G_CALLBACK (on_activated), &count);
  gtk_widget_grab_focus (f->entry);
  press (f->keyboard, "Done");
  g_assert_cmpint (count, ==, 1);
  g_assert_null (madaf_keyboard_get_target (MADAF_KEYBOARD (f->keyboard)));
  g_assert_null (gtk_root_get_focus (GTK_ROOT (f->window)));
}

/* Keys of a real keyboard: what is needed passes, whatever could open something does not. */
static void
test_guard (void)
{
  static const guint needed[]
      = { GDK_KEY_a, GDK_KEY_hebrew_shin, GDK_KEY_Tab, GDK_KEY_Return, GDK_KEY_Escape, GDK_KEY_Left };
  static const guint refused[]
      = { GDK_KEY_F1, GDK_KEY_F11, GDK_KEY_Menu, GDK_KEY_Print, GDK_KEY_Super_L, GDK_KEY_Multi_key, GDK_KEY_HomePage };
  static const GdkModifierType chords[]
      = { GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SUPER_MASK, GDK_CONTROL_MASK | GDK_SHIFT_MASK };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_assert_true (madaf_guard_allows_key (needed[i], 0));
      g_assert_true (madaf_guard_allows_key (needed[i], GDK_SHIFT_MASK));
      for (guint k = 0; k < G_N_ELEMENTS (chords); k++)
        g_assert_false (madaf_guard_allows_key (needed[i], chords[k]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (madaf_guard_allows_key (refused[i], 0));
}

static void
test_inspector_stays_closed (Fixture *f, gconstpointer data)
{
  guint before = g_list_model_get_n_items (gtk_window_get_toplevels ());
  gboolean opened = TRUE;

  g_signal_emit_by_name (f->window, "enable-debugging", FALSE, &opened);
  g_assert_false (opened);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, before);
}

int
main (int argc, char **argv)
{
  kiosk_test_init (&argc, &argv);
  g_test_add_func ("/kiosk/keyboard/layouts", test_layouts);
  g_test_add_func ("/kiosk/guard/keys", test_guard);
  g_test_add ("/kiosk/guard/inspector", Fixture, NULL, set_up, test_inspector_stays_closed, tear_down);
  g_test_add ("/kiosk/keyboard/types", Fixture, NULL, set_up, test_types_into_the_field_with_the_focus, tear_down);
  g_test_add ("/kiosk/keyboard/language", Fixture, NULL, set_up, test_another_language, tear_down);
  g_test_add ("/kiosk/keyboard/keypad", Fixture, NULL, set_up, test_keypad_for_numbers, tear_down);
  g_test_add ("/kiosk/keyboard/longest", Fixture, NULL, set_up, test_respects_the_longest_text, tear_down);
  g_test_add ("/kiosk/keyboard/lines", Fixture, NULL, set_up, test_writes_lines, tear_down);
  g_test_add ("/kiosk/keyboard/held", Fixture, NULL, set_up, test_backspace_goes_on_while_held, tear_down);
  g_test_add ("/kiosk/keyboard/done", Fixture, NULL, set_up, test_done_activates_and_goes, tear_down);
  return g_test_run ();
}
