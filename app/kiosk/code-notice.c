/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/code-notice.h"

#include "kiosk/sign-in/sign-in-sheet.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

/* A code of an order, a card, a link: this screen says what it is and where it belongs, and never what it does not do.
 */

MadafCodeNotice
madaf_code_notice_for (MadafScanned *scanned, MadafSignInWays ways)
{
  const char *show_bars = _ ("Show the barcode of an item: lines with a number under them.");
  const char *use_phone = _ ("Point your phone’s camera at it, and your phone opens it.");

  switch (madaf_scanned_get_kind (scanned))
    {
    case MADAF_CODE_KIND_ORDER:
      return (MadafCodeNotice){ "madaf-bag-symbolic", _ ("This is the code of an order"),
                                _ ("Please show it at the counter. Our staff hand orders out there.") };
    case MADAF_CODE_KIND_RECEIPT:
      return (MadafCodeNotice){
        "madaf-bag-symbolic", _ ("This is a receipt"),
        _ ("Your phone’s camera opens it. If you have a question about it, please show it at the counter.")
      };
    case MADAF_CODE_KIND_MEMBER:
      return (MadafCodeNotice){ "madaf-heart-symbolic", _ ("This is a member’s card"),
                                ways == 0 ? _ ("Please show it at the till.")
                                          : _ ("Its number alone signs nobody in. Your own phone does.") };
    case MADAF_CODE_KIND_SIGN_IN:
      return (MadafCodeNotice){ "madaf-phone-symbolic", _ ("This code is for your phone"), use_phone };
    case MADAF_CODE_KIND_CAMPAIGN:
      return (MadafCodeNotice){ "madaf-phone-symbolic", _ ("This is an offer of ours"), use_phone };
    case MADAF_CODE_KIND_OTHER:
    default:
      return (MadafCodeNotice){ "madaf-scan-symbolic",
                                madaf_scanned_is_link (scanned) ? _ ("This code leads to a web page")
                                                                : _ ("This code is not of an item"),
                                show_bars };
    }
}

static void
on_go_on_clicked (MadafSheet *sheet)
{
  madaf_sheet_close (sheet);
}

static void
on_scan_clicked (MadafContext *context)
{
  madaf_context_open (context, "scan", NULL);
}

static void
on_sign_in_clicked (MadafContext *context)
{
  madaf_sign_in_sheet_present (context, NULL, GTK_WIDGET (madaf_context_get_navigator (context)));
}

/* Presenting another sheet takes this one away. */
static void
add_action (MadafSheet *sheet, MadafContext *context, const char *label, GCallback callback)
{
  GtkButton *button = madaf_sheet_add_action (sheet, label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_go_on_clicked), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", callback, context, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_words (const MadafCodeNotice *notice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *icon = gtk_image_new_from_icon_name (notice->icon);
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "label", notice->hint,
                                  "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 40, NULL);

  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "sign");
  gtk_widget_add_css_class (hint, "lead");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_add_css_class (box, "code-notice");
  return box;
}

void
madaf_code_notice_present (MadafContext *context, MadafScanned *scanned, GtkWidget *near)
{
  MadafSignInWays ways = madaf_context_get_ways (context);
  MadafCodeNotice notice = madaf_code_notice_for (scanned, ways);
  MadafSheet *sheet = madaf_sheet_new (notice.headline);

  madaf_sheet_set_child (sheet, make_words (&notice));
  if (madaf_scanned_get_kind (scanned) == MADAF_CODE_KIND_MEMBER && ways != 0)
    add_action (sheet, context, _ ("Sign in"), G_CALLBACK (on_sign_in_clicked));
  add_action (sheet, context, _ ("Scan an item"), G_CALLBACK (on_scan_clicked));
  madaf_sheet_present (sheet, near);
}
