/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/page-status.h"
#include "kiosk/route.h"
#include "kiosk/shape.h"

G_BEGIN_DECLS

/**
 * MadafPage:
 *
 * One screenful. Subclass it with G_DECLARE_FINAL_TYPE (…, MadafPage); give it its content with
 * madaf_page_set_content () (or as the child of the template: MadafPage is a GtkBuildable that takes one child).
 *
 * Properties: `context` and `route` (construct only, readable from `constructed` on), `title`, `status`,
 * `shape` (follows the window; override the vfunc `shape_changed` or bind to it to arrange anew; the CSS classes
 * `landscape`, `portrait-narrow`, `portrait-tall` are set on the window as well), `chrome` (FALSE hides header).
 *
 * Life: created → `shown` (each time it comes on the screen) → `hidden` → thrown away. Start loading in
 * `constructed` or `shown` with madaf_page_get_cancellable (), which is cancelled when the page is disposed.
 */
#define MADAF_TYPE_PAGE (madaf_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MadafPage, madaf_page, MADAF, PAGE, GtkWidget)

struct _MadafPageClass
{
  GtkWidgetClass parent_class;

  void (*shown) (MadafPage *self);
  void (*hidden) (MadafPage *self);

  /** shape_changed: also called once before the page is shown for the first time. */
  void (*shape_changed) (MadafPage *self, MadafShape shape);

  /** code_scanned: an item, by camera, scanner or hand. TRUE: taken here; FALSE: the window opens the product's page.
   */
  gboolean (*code_scanned) (MadafPage *self, MadafScanned *scanned);

  /** retry: the shopper touched "Try again" on an offline or failed page. */
  void (*retry) (MadafPage *self);

  gpointer padding[4];
};

MadafContext *madaf_page_get_context (MadafPage *self);
MadafRoute *madaf_page_get_route (MadafPage *self);
/** Cancelled when the page is disposed. (transfer none) */
GCancellable *madaf_page_get_cancellable (MadafPage *self);

void madaf_page_set_content (MadafPage *self, GtkWidget *content);
GtkWidget *madaf_page_get_content (MadafPage *self);

/** Said by assistive technology, and by the header bar when show_title is wanted there. */
void madaf_page_set_title (MadafPage *self, const char *title);
const char *madaf_page_get_title (MadafPage *self);

void madaf_page_set_status (MadafPage *self, MadafPageStatus status);
MadafPageStatus madaf_page_get_status (MadafPage *self);

/** Other words for EMPTY, OFFLINE or FAILED than the kind general ones; hint may be NULL. */
void madaf_page_set_status_words (MadafPage *self, MadafPageStatus status, const char *headline, const char *hint);

/**
 * madaf_page_fail:
 *
 * Turns the error of a `_finish` call into the page's status (OFFLINE or FAILED) and logs its message.
 * Returns: FALSE if the error says "cancelled": the page may be gone, return at once and touch nothing.
 */
gboolean madaf_page_fail (MadafPage *self, const GError *error);

MadafShape madaf_page_get_shape (MadafPage *self);
void madaf_page_set_chrome (MadafPage *self, gboolean chrome);
gboolean madaf_page_get_chrome (MadafPage *self);

/**
 * The part of the page with the button that matters most, at the bottom or at the side: passing messages keep off it.
 * bar: (nullable): a widget inside the page.
 */
void madaf_page_set_bottom_bar (MadafPage *self, GtkWidget *bar);
GtkWidget *madaf_page_get_bottom_bar (MadafPage *self);

/** Keeps the scroll position in the route and restores it when the page is built again. */
void madaf_page_track_scroll (MadafPage *self, GtkScrolledWindow *scroller);

/* For the navigator and the window. */
void madaf_page_shown (MadafPage *self);
void madaf_page_hidden (MadafPage *self);
void madaf_page_set_shape (MadafPage *self, MadafShape shape);
gboolean madaf_page_code_scanned (MadafPage *self, MadafScanned *scanned);

G_END_DECLS
