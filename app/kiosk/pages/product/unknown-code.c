/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/unknown-code.h"

#include "kiosk/texts.h"
#include "model/gtin.h"

/* A dead end with doors. */

struct _MadafUnknownCode
{
  GtkBox parent_instance;

  GtkLabel *code;
};

G_DEFINE_FINAL_TYPE (MadafUnknownCode, madaf_unknown_code, GTK_TYPE_BOX)

enum
{
  SIGNAL_SCAN,
  SIGNAL_SEARCH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_scan_clicked (MadafUnknownCode *self)
{
  g_signal_emit (self, signals[SIGNAL_SCAN], 0);
}

static void
on_search_clicked (MadafUnknownCode *self)
{
  g_signal_emit (self, signals[SIGNAL_SEARCH], 0);
}

static void
madaf_unknown_code_class_init (MadafUnknownCodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_SCAN]
      = g_signal_new ("scan", MADAF_TYPE_UNKNOWN_CODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SEARCH]
      = g_signal_new ("search", MADAF_TYPE_UNKNOWN_CODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/unknown-code.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafUnknownCode, code);
  gtk_widget_class_bind_template_callback (widget_class, on_scan_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_clicked);
}

static void
madaf_unknown_code_init (MadafUnknownCode *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
madaf_unknown_code_set_code (MadafUnknownCode *self, const char *code)
{
  g_autofree char *gtin = madaf_gtin_normalise (code, NULL);
  /* As it is printed under the bars. */
  g_autofree char *display = gtin != NULL ? madaf_gtin_to_display (gtin) : g_strdup (code);
  g_autofree char *isolated = g_str_is_ascii (display) ? g_strdup (display) : madaf_texts_isolate_ltr (display);

  /* Marks of direction come from another font than digits, which makes the line higher than they are. */
  gtk_widget_set_direction (GTK_WIDGET (self->code), GTK_TEXT_DIR_LTR);
  gtk_label_set_label (self->code, isolated);
}
