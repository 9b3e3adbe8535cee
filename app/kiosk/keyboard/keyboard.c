/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/keyboard/keyboard.h"

#include "kiosk/keyboard/field.h"
#include "kiosk/keyboard/layout.h"
#include "kiosk/language.h"

#include <glib/gi18n.h>

/*
 * Rows of plain buttons. They never take the focus, so the field keeps it and its cursor goes on blinking. Keys stand
 * left to right in every language, as on the keyboards people know.
 */

/* A held key starts over after the first, then goes on with the second: the pace of common keyboards. */
#define REPEAT_DELAY_MS 450
#define REPEAT_MS       70

struct _MadafKeyboard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *target; /* weak pointer: a GtkText or a GtkTextView */
  MadafKeyLayout *layout;
  MadafKeyboardKind kind;
  guint repeat;      /* while backspace is held */
  gboolean repeated; /* it has deleted: letting go is no further touch */
  gboolean shifted;
};

G_DEFINE_FINAL_TYPE (MadafKeyboard, madaf_keyboard, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void rebuild (MadafKeyboard *self);

static void
type_into_line (GtkEditable *line, const char *text)
{
  int position;

  gtk_editable_delete_selection (line);
  position = gtk_editable_get_position (line);
  gtk_editable_insert_text (line, text, -1, &position);
  gtk_editable_set_position (line, position);
}

static void
type_text (MadafKeyboard *self, const char *text)
{
  if (self->target == NULL || !madaf_field_takes_text (self->target))
    return;
  if (madaf_field_has_lines (self->target))
    {
      gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target)), TRUE, TRUE);
      /* Keeps the cursor in sight, too. */
      g_signal_emit_by_name (self->target, "insert-at-cursor", text);
    }
  else
    type_into_line (GTK_EDITABLE (self->target), text);
}

static void
on_key_clicked (GtkButton *button, MadafKeyboard *self)
{
  type_text (self, g_object_get_data (G_OBJECT (button), "text"));
  if (self->shifted)
    {
      self->shifted = FALSE;
      rebuild (self);
    }
}

static void
delete_letter (MadafKeyboard *self)
{
  /* Knows what one letter is where several code points make one. */
  if (self->target != NULL)
    g_signal_emit_by_name (self->target, "backspace");
}

static gboolean
on_repeat (gpointer user_data)
{
  MadafKeyboard *self = user_data;

  if (!self->repeated)
    {
      self->repeat = g_timeout_add (REPEAT_MS, on_repeat, self);
      self->repeated = TRUE;
      delete_letter (self);
      return G_SOURCE_REMOVE;
    }
  delete_letter (self);
  return G_SOURCE_CONTINUE;
}

static void
on_backspace_held (GtkWidget *key, GtkStateFlags before, MadafKeyboard *self)
{
  gboolean held = (gtk_widget_get_state_flags (key) & GTK_STATE_FLAG_ACTIVE) != 0;

  if (held == ((before & GTK_STATE_FLAG_ACTIVE) != 0))
    return;
  g_clear_handle_id (&self->repeat, g_source_remove);
  if (!held)
    return;
  self->repeated = FALSE;
  self->repeat = g_timeout_add (REPEAT_DELAY_MS, on_repeat, self);
}

static void
on_backspace_clicked (MadafKeyboard *self)
{
  if (!self->repeated)
    delete_letter (self);
  self->repeated = FALSE;
}

static void
on_done_clicked (MadafKeyboard *self)
{
  if (self->target != NULL && GTK_IS_TEXT (self->target))
    g_signal_emit_by_name (self->target, "activate");
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
on_shift_clicked (MadafKeyboard *self)
{
  self->shifted = !self->shifted;
  rebuild (self);
}

static void
on_language_clicked (MadafKeyboard *self)
{
  const MadafLanguage *language = madaf_language_find (madaf_keyboard_get_language (self));

  if (language == NULL || (++language)->code == NULL)
    language = madaf_languages ();
  madaf_keyboard_set_language (self, language->code);
}

static GtkWidget *
make_key (const char *css_class, GtkWidget *child, const char *name)
{
  GtkWidget *key = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (key), child);
  gtk_widget_set_focusable (key, FALSE);
  gtk_widget_set_focus_on_click (key, FALSE);
  gtk_widget_set_direction (key, GTK_TEXT_DIR_LTR);
  gtk_widget_set_hexpand (key, TRUE);
  gtk_widget_add_css_class (key, "key");
  if (css_class != NULL)
    gtk_widget_add_css_class (key, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (key), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return key;
}

static GtkWidget *
make_text_key (MadafKeyboard *self, const char *text)
{
  GtkWidget *key = make_key (NULL, gtk_label_new (text), text);

  g_object_set_data_full (G_OBJECT (key), "text", g_strdup (text), g_free);
  g_signal_connect (key, "clicked", G_CALLBACK (on_key_clicked), self);
  return key;
}

static GtkWidget *
make_action_key (MadafKeyboard *self, const char *css_class, GtkWidget *child, const char *name, GCallback callback)
{
  GtkWidget *key = make_key (css_class, child, name);

  gtk_widget_add_css_class (key, "action");
  if (GTK_IS_IMAGE (child))
    gtk_widget_add_css_class (key, "icon");
  g_signal_connect_object (key, "clicked", callback, self, G_CONNECT_SWAPPED);
  return key;
}

static GtkWidget *
make_backspace (MadafKeyboard *self)
{
  GtkWidget *key = make_action_key (self, NULL, gtk_image_new_from_icon_name ("madaf-backspace-symbolic"),
                                    _ ("Delete the last letter"), G_CALLBACK (on_backspace_clicked));

  g_signal_connect_object (key, "state-flags-changed", G_CALLBACK (on_backspace_held), self, 0);
  return key;
}

static GtkWidget *
make_done (MadafKeyboard *self)
{
  /* Translators: the key of the on-screen keyboard that ends typing. */
  const char *label = C_ ("keyboard", "Done");

  return make_action_key (self, "suggested-action", gtk_label_new (label), label, G_CALLBACK (on_done_clicked));
}

static gboolean
writes_lines (MadafKeyboard *self)
{
  return self->target != NULL && madaf_field_has_lines (self->target);
}

static void
on_line_clicked (MadafKeyboard *self)
{
  type_text (self, "\n");
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_direction (row, GTK_TEXT_DIR_LTR);
  gtk_widget_set_vexpand (row, TRUE);
  gtk_widget_add_css_class (row, "row");
  return row;
}

static void
append_space_row (MadafKeyboard *self)
{
  const MadafLanguage *language = madaf_language_find (self->layout->language);
  GtkWidget *row = make_row ();
  GtkWidget *space;

  gtk_box_append (GTK_BOX (row), make_action_key (self, "language", gtk_label_new (language->native_name),
                                                  _ ("Another keyboard language"), G_CALLBACK (on_language_clicked)));
  gtk_box_append (GTK_BOX (row), make_text_key (self, "'"));
  if (writes_lines (self))
    gtk_box_append (GTK_BOX (row), make_action_key (self, NULL, gtk_image_new_from_icon_name ("madaf-return-symbolic"),
                                                    _ ("New line"), G_CALLBACK (on_line_clicked)));
  else
    gtk_box_append (GTK_BOX (row), make_text_key (self, "@"));
  space = make_text_key (self, " ");
  gtk_widget_add_css_class (space, "space");
  gtk_accessible_update_property (GTK_ACCESSIBLE (space), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Space"), -1);
  gtk_box_append (GTK_BOX (row), space);
  gtk_box_append (GTK_BOX (row), make_text_key (self, "-"));
  gtk_box_append (GTK_BOX (row), make_text_key (self, "."));
  gtk_box_append (GTK_BOX (row), make_done (self));
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
build_text (MadafKeyboard *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->layout->rows); i++)
    {
      GPtrArray *keys = self->shifted ? self->layout->upper[i] : self->layout->rows[i];
      GtkWidget *row = make_row ();

      gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
      if (i == 3 && self->layout->has_case)
        {
          GtkWidget *shift = make_action_key (self, self->shifted ? "checked" : NULL,
                                              gtk_image_new_from_icon_name ("madaf-shift-symbolic"),
                                              _ ("Capital letter"), G_CALLBACK (on_shift_clicked));
          gtk_box_append (GTK_BOX (row), shift);
        }
      for (guint k = 0; k < keys->len; k++)
        gtk_box_append (GTK_BOX (row), make_text_key (self, g_ptr_array_index (keys, k)));
      if (i == 3)
        gtk_box_append (GTK_BOX (row), make_backspace (self));
      gtk_box_append (GTK_BOX (self->box), row);
    }
  append_space_row (self);
}

static void
build_keypad (MadafKeyboard *self)
{
  static const char *const rows[] = { "123", "456", "789" };
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      row = make_row ();
      gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
      for (const char *digit = rows[i]; *digit != '\0'; digit++)
        {
          char text[2] = { *digit, '\0' };
          gtk_box_append (GTK_BOX (row), make_text_key (self, text));
        }
      gtk_box_append (GTK_BOX (self->box), row);
    }
  row = make_row ();
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row), make_backspace (self));
  gtk_box_append (GTK_BOX (row), make_text_key (self, "0"));
  gtk_box_append (GTK_BOX (row), make_done (self));
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
rebuild (MadafKeyboard *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->repeat, g_source_remove);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "keypad");
  if (self->kind == MADAF_KEYBOARD_KEYPAD)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "keypad");
      build_keypad (self);
    }
  else if (self->layout != NULL)
    build_text (self);
}

static void
madaf_keyboard_dispose (GObject *object)
{
  MadafKeyboard *self = MADAF_KEYBOARD (object);

  g_clear_handle_id (&self->repeat, g_source_remove);
  g_clear_weak_pointer (&self->target);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->layout, madaf_key_layout_free);
  G_OBJECT_CLASS (madaf_keyboard_parent_class)->dispose (object);
}

static void
madaf_keyboard_class_init (MadafKeyboardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_keyboard_dispose;
  signals[SIGNAL_DONE]
      = g_signal_new ("done", MADAF_TYPE_KEYBOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "keyboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
madaf_keyboard_init (MadafKeyboard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("On-screen keyboard"), -1);
  madaf_keyboard_set_language (self, madaf_language_current ());
}

GtkWidget *
madaf_keyboard_new (void)
{
  return g_object_new (MADAF_TYPE_KEYBOARD, NULL);
}

void
madaf_keyboard_set_target (MadafKeyboard *self, GtkWidget *target)
{
  gboolean had_lines = writes_lines (self);

  if (self->target != target)
    g_clear_handle_id (&self->repeat, g_source_remove);
  g_set_weak_pointer (&self->target, target);
  if (target != NULL && had_lines != writes_lines (self))
    rebuild (self);
}

GtkWidget *
madaf_keyboard_get_target (MadafKeyboard *self)
{
  return self->target;
}

void
madaf_keyboard_set_kind (MadafKeyboard *self, MadafKeyboardKind kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  rebuild (self);
}

void
madaf_keyboard_set_language (MadafKeyboard *self, const char *language)
{
  MadafKeyLayout *layout = madaf_key_layout_new (language);

  if (layout == NULL)
    {
      g_warning ("No keyboard layout for %s", language);
      return;
    }
  g_clear_pointer (&self->layout, madaf_key_layout_free);
  self->layout = layout;
  self->shifted = FALSE;
  rebuild (self);
}

const char *
madaf_keyboard_get_language (MadafKeyboard *self)
{
  return self->layout != NULL ? self->layout->language : "en";
}
