/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/alerts/alerts-sheet.h"

#include "kiosk/alerts/alerts.h"
#include "kiosk/pages/purchases/purchase-words.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

/* What is inside the sheet; it lives as long as that does. */

#define MADAF_TYPE_ALERTS_VIEW (madaf_alerts_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafAlertsView, madaf_alerts_view, MADAF, ALERTS_VIEW, GtkBox)

#define N_ALERTS 2

/* One purpose. */
typedef struct
{
  GtkWidget *state; /* since when they agree */
  GtkWidget *agree;
  GtkWidget *end;
} Part;

struct _MadafAlertsView
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  GtkWidget *trouble;
  GtkWidget *unknown;
  GtkWidget *list;
  Part parts[N_ALERTS]; /* by MadafAlert */
};

G_DEFINE_FINAL_TYPE (MadafAlertsView, madaf_alerts_view, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, "max-width-chars", 36, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_clicked (MadafAlertsView *self, GtkWidget *button)
{
  gtk_widget_set_visible (self->trouble, FALSE);
  for (int i = 0; i < N_ALERTS; i++)
    {
      Part *part = &self->parts[i];

      if (button != part->agree && button != part->end)
        continue;
      gtk_widget_set_sensitive (self->list, FALSE);
      madaf_alerts_say (madaf_alerts_for (self->context), (MadafAlert)i, button == part->agree);
    }
}

static void
update_part (Part *part, gint64 given_us)
{
  gboolean given = given_us != 0;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *day = madaf_purchase_words_day (given_us, zone);
  /* Translators: %s is a day, in figures. */
  g_autofree char *state = given ? g_strdup_printf (_ ("You have said yes to this since %s."), day) : NULL;

  gtk_label_set_label (GTK_LABEL (part->state), given ? state : _ ("You are not told of this."));
  /* The focus stays where the finger was. */
  if (gtk_widget_has_focus (given ? part->agree : part->end))
    gtk_widget_grab_focus (given ? part->end : part->agree);
  gtk_widget_set_visible (part->agree, !given);
  gtk_widget_set_visible (part->end, given);
}

static void
update (MadafAlertsView *self)
{
  const MadafAlertConsents *consents = madaf_alerts_get (madaf_alerts_for (self->context));

  gtk_widget_set_visible (self->unknown, consents == NULL);
  gtk_widget_set_visible (self->list, consents != NULL);
  gtk_widget_set_sensitive (self->list, TRUE);
  if (consents == NULL)
    return;
  update_part (&self->parts[MADAF_ALERT_PRICE_DROP], consents->price_drop_us);
  update_part (&self->parts[MADAF_ALERT_BACK_IN_STOCK], consents->back_in_stock_us);
}

static void
on_failed (MadafAlertsView *self)
{
  gtk_widget_set_visible (self->trouble, TRUE);
}

/* Translators: what a button does ("Yes, tell me"), then what it does it with. */
static GtkWidget *
make_button (MadafAlertsView *self, const char *words, const char *title)
{
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), words, title);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_part (MadafAlertsView *self, MadafAlert alert, const char *title)
{
  Part *part = &self->parts[alert];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (box), make_label (title, "heading-3"));
  part->state = make_label (NULL, "quiet");
  gtk_box_append (GTK_BOX (box), part->state);
  part->agree = make_button (self, _ ("Yes, tell me"), title);
  part->end = make_button (self, _ ("Do not tell me any more"), title);
  gtk_box_append (GTK_BOX (box), part->agree);
  gtk_box_append (GTK_BOX (box), part->end);
  gtk_box_append (GTK_BOX (self->list), box);
}

static void
madaf_alerts_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_ALERTS_VIEW (object)->context);
  G_OBJECT_CLASS (madaf_alerts_view_parent_class)->dispose (object);
}

static void
madaf_alerts_view_class_init (MadafAlertsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_alerts_view_dispose;
}

static void
madaf_alerts_view_init (MadafAlertsView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->trouble = make_label (_ ("This could not be changed. Please try again in a moment."), "verdict");
  gtk_widget_add_css_class (self->trouble, "warning");
  gtk_widget_set_visible (self->trouble, FALSE);
  self->unknown = make_label (_ ("What you agreed to is not known yet: the shop’s system has not answered."), "quiet");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 32);
  add_part (self, MADAF_ALERT_PRICE_DROP, _ ("When something on my lists becomes cheaper"));
  add_part (self, MADAF_ALERT_BACK_IN_STOCK, _ ("When something on my lists, or its size, is there again"));
}

/* Where the messages go, and how many come at most. */
static GtkWidget *
make_lead (MadafContext *context)
{
  MadafMemberProfile *profile
      = madaf_member_pass_get_profile (madaf_session_get_member (madaf_context_get_session (context)));
  g_autofree char *phone = madaf_texts_isolate_ltr (madaf_member_profile_get_phone (profile));
  /* Translators: %s is a phone number, most of it hidden. */
  g_autofree char *words = g_strdup_printf (
      _ ("A message to your phone, %s, at most once a day. How your orders stand we always tell you."), phone);

  return make_label (words, "lead");
}

void
madaf_alerts_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("What we may tell you"));
  MadafAlertsView *self = g_object_new (MADAF_TYPE_ALERTS_VIEW, NULL);
  MadafAlerts *alerts = madaf_alerts_for (context);

  self->context = g_object_ref (context);
  gtk_box_append (GTK_BOX (self), make_lead (context));
  gtk_box_append (GTK_BOX (self), self->trouble);
  gtk_box_append (GTK_BOX (self), self->unknown);
  gtk_box_append (GTK_BOX (self), self->list);
  g_signal_connect_object (alerts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (alerts, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  update (self);
  /* They may have said otherwise on their phone meanwhile. */
  madaf_alerts_load (alerts);
  madaf_sheet_set_child (sheet, GTK_WIDGET (self));
  madaf_sheet_present (sheet, near);
}
