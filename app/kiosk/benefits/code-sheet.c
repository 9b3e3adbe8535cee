/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/benefits/code-sheet.h"

#include "kiosk/benefits/benefits.h"
#include "kiosk/stage.h"
#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_SIGNS 40

/* What is inside the sheet; it lives as long as that does. */

#define MADAF_TYPE_CODE_VIEW (madaf_code_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafCodeView, madaf_code_view, MADAF, CODE_VIEW, GtkBox)

struct _MadafCodeView
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *coupon;     /* which of the two it is */
  GtkWidget *card;
  GtkWidget *entry;
  GtkWidget *reveal;
  GtkWidget *verdict;
  GtkWidget *go; /* the sheet's */
};

G_DEFINE_FINAL_TYPE (MadafCodeView, madaf_code_view, GTK_TYPE_BOX)

static gboolean
is_card (MadafCodeView *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->card));
}

static void
say (MadafCodeView *self, const char *words, const char *css_class)
{
  gtk_label_set_label (GTK_LABEL (self->verdict), words);
  gtk_widget_remove_css_class (self->verdict, "warning");
  gtk_widget_remove_css_class (self->verdict, "good");
  if (css_class != NULL)
    gtk_widget_add_css_class (self->verdict, css_class);
}

static void
update (MadafCodeView *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_entry_set_visibility (GTK_ENTRY (self->entry),
                            !is_card (self) || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->reveal)));
  gtk_widget_set_visible (self->reveal, is_card (self));
  gtk_widget_set_sensitive (self->go, is_card (self) ? madaf_benefits_is_gift_card (typed) : *typed != '\0');
  say (self, is_card (self) ? _ ("Sixteen signs, as they stand on the card") : _ ("As it stands on the coupon"), NULL);
  explicit_bzero (typed, strlen (typed));
}

static void
on_verdict (MadafBenefits *benefits, gboolean good, const char *words, GObject *owner)
{
  MadafCodeView *self = MADAF_CODE_VIEW (owner);
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (self), MADAF_TYPE_SHEET);
  MadafNavigator *navigator = madaf_context_get_navigator (self->context);

  if (!good)
    {
      say (self, words, "warning");
      gtk_widget_set_sensitive (self->go, TRUE);
      return;
    }
  madaf_stage_toast (GTK_WIDGET (madaf_navigator_get_page (navigator)), words);
  if (sheet != NULL)
    madaf_sheet_close (MADAF_SHEET (sheet));
}

static void
on_go (MadafCodeView *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (!gtk_widget_get_sensitive (self->go))
    return;
  gtk_widget_set_sensitive (self->go, FALSE);
  say (self, _ ("Checking…"), NULL);
  madaf_benefits_put_down (madaf_benefits_for (self->context), typed, on_verdict, G_OBJECT (self));
  explicit_bzero (typed, strlen (typed));
}

static void
on_kind_toggled (MadafCodeView *self, GtkToggleButton *chip)
{
  if (!gtk_toggle_button_get_active (chip))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_card (self) ? _ ("Number of the gift card") : _ ("Code of the coupon"), -1);
  update (self);
  gtk_widget_grab_focus (self->entry);
}

static GtkWidget *
make_kinds (MadafCodeView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->coupon = madaf_chip_new (_ ("Coupon"));
  self->card = madaf_chip_new (_ ("Gift card"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->card), GTK_TOGGLE_BUTTON (self->coupon));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->coupon), TRUE);
  g_signal_connect_object (self->coupon, "toggled", G_CALLBACK (on_kind_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "toggled", G_CALLBACK (on_kind_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->coupon);
  gtk_box_append (GTK_BOX (row), self->card);
  return row;
}

static GtkWidget *
make_entry (MadafCodeView *self)
{
  self->entry = gtk_entry_new ();
  /* Latin letters, whatever language is spoken; nothing of it is remembered by an input method. */
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry),
                             GTK_INPUT_HINT_UPPERCASE_CHARS | GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MOST_SIGNS);
  gtk_widget_set_direction (self->entry, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (self->entry, "code");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Code of the coupon"),
                                  -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_go), self, G_CONNECT_SWAPPED);
  return self->entry;
}

static void
madaf_code_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_CODE_VIEW (object)->context);
  G_OBJECT_CLASS (madaf_code_view_parent_class)->dispose (object);
}

static void
madaf_code_view_class_init (MadafCodeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_code_view_dispose;
}

static void
madaf_code_view_init (MadafCodeView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
  gtk_box_append (GTK_BOX (self), make_kinds (self));
  gtk_box_append (GTK_BOX (self), make_entry (self));
  self->reveal = gtk_toggle_button_new_with_label (_ ("Show the number"));
  gtk_widget_set_halign (self->reveal, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->reveal, "plain");
  g_signal_connect_object (self->reveal, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->reveal);
  self->verdict = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign",
                                0.0f, "max-width-chars", 36, NULL);
  /* Room for two lines from the start: nothing moves while the words change. */
  gtk_widget_set_size_request (self->verdict, -1, 64);
  gtk_label_set_yalign (GTK_LABEL (self->verdict), 0);
  gtk_widget_add_css_class (self->verdict, "verdict");
  gtk_box_append (GTK_BOX (self), self->verdict);
}

void
madaf_code_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Type a coupon or gift card"));
  MadafCodeView *view = g_object_new (MADAF_TYPE_CODE_VIEW, NULL);

  view->context = g_object_ref (context);
  madaf_sheet_set_child (sheet, GTK_WIDGET (view));
  view->go = GTK_WIDGET (madaf_sheet_add_action (sheet, _ ("Use it")));
  g_signal_connect_object (view->go, "clicked", G_CALLBACK (on_go), view, G_CONNECT_SWAPPED);
  update (view);
  madaf_sheet_present (sheet, near);
  gtk_widget_grab_focus (view->entry);
}
