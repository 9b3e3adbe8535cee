/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/qr-view.h"

#include <qrencode.h>

/* A QR code for the shopper's own phone. Scanners want dark on light, so it stays so in the dark theme. */

#define QUIET_ZONE 4

struct _MadafQrView
{
  GtkWidget parent_instance;

  QRcode *code; /* (owned) (nullable) */
  int size;
};

G_DEFINE_FINAL_TYPE (MadafQrView, madaf_qr_view, GTK_TYPE_WIDGET)

static void
madaf_qr_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = MADAF_QR_VIEW (widget)->size;
}

static void
madaf_qr_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MadafQrView *self = MADAF_QR_VIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA black = { 0, 0, 0, 1 };
  int side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  int modules;
  int unit;
  int start;

  if (self->code == NULL)
    return;
  modules = self->code->width;
  unit = MAX (side / (modules + 2 * QUIET_ZONE), 1);
  start = (side - unit * modules) / 2;
  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (0, 0, (float)side, (float)side));
  for (int y = 0; y < modules; y++)
    for (int x = 0; x < modules; x++)
      if ((self->code->data[y * modules + x] & 1) != 0)
        gtk_snapshot_append_color (
            snapshot, &black,
            &GRAPHENE_RECT_INIT ((float)(start + x * unit), (float)(start + y * unit), (float)unit, (float)unit));
}

static void
madaf_qr_view_finalize (GObject *object)
{
  g_clear_pointer (&MADAF_QR_VIEW (object)->code, QRcode_free);
  G_OBJECT_CLASS (madaf_qr_view_parent_class)->finalize (object);
}

static void
madaf_qr_view_class_init (MadafQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = madaf_qr_view_finalize;
  widget_class->measure = madaf_qr_view_measure;
  widget_class->snapshot = madaf_qr_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "qr");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
madaf_qr_view_init (MadafQrView *self)
{
  self->size = 240;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
madaf_qr_view_new (void)
{
  return g_object_new (MADAF_TYPE_QR_VIEW, NULL);
}

gboolean
madaf_qr_view_set_text (MadafQrView *self, const char *text, const char *alternative)
{
  g_clear_pointer (&self->code, QRcode_free);
  if (text != NULL)
    self->code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  alternative != NULL ? alternative : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return text == NULL || self->code != NULL;
}

void
madaf_qr_view_set_size (MadafQrView *self, int size)
{
  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
madaf_qr_view_get_modules (MadafQrView *self)
{
  return self->code != NULL ? self->code->width : 0;
}
