/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafPageStatus:
 * @MADAF_PAGE_LOADING: asked for, not here yet; a quiet spinner after a moment
 * @MADAF_PAGE_READY: the page's own content is shown
 * @MADAF_PAGE_EMPTY: the answer came and there is nothing in it
 * @MADAF_PAGE_OFFLINE: the central did not answer and the shelf has nothing kept
 * @MADAF_PAGE_FAILED: the central answered, but not with what was asked for
 *
 * The one state of a page. Everything but READY is shown by a #MadafStatusView in place of the content.
 */
typedef enum
{
  MADAF_PAGE_LOADING,
  MADAF_PAGE_READY,
  MADAF_PAGE_EMPTY,
  MADAF_PAGE_OFFLINE,
  MADAF_PAGE_FAILED,
} MadafPageStatus;

/** What is said of EMPTY, OFFLINE and FAILED where a page has no words of its own: in English, for gettext () to look
 * up. */
typedef struct
{
  const char *icon;
  const char *headline;
  const char *hint;   /* (nullable) */
  const char *button; /* (nullable) */
} MadafStatusWords;

const MadafStatusWords *madaf_page_status_words (MadafPageStatus status);

/** What the error of a `_finish` call means for a page: OFFLINE when trying again may help by itself, else FAILED. */
MadafPageStatus madaf_page_status_for_error (const GError *error);

G_END_DECLS
