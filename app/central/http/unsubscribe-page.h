/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/link-texts.h"

G_BEGIN_DECLS

/* The page of the link that ends messages about wishes. It says nothing of whose it is. All (transfer full). */
typedef enum
{
  MADAF_UNSUBSCRIBE_ASKED, /* with a button */
  MADAF_UNSUBSCRIBE_DONE,
  MADAF_UNSUBSCRIBE_NONE, /* there is no such link */
} MadafUnsubscribe;

/* @purpose: (nullable): which it ends, as in shop/consent.h; all. @token: (nullable): when asked */
char *madaf_unsubscribe_page_format (const MadafLinkTexts *texts,
                                     MadafUnsubscribe state,
                                     const char *purpose,
                                     const char *token);

G_END_DECLS
