/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "central/http/link-texts.h"
#include "central/shop/consent.h"
#include "central/shop/member.h"
#include "central/shop/personal-data.h"
#include "central/shop/sign-in.h"

G_BEGIN_DECLS

/* The pages on a member's own phone, as documents; what they are about is decided in routes-link.c. */
typedef struct
{
  const MadafLinkTexts *texts;
  const char *shop_name;  /* (nullable) JSON text */
  const char *user_code;  /* (nullable): normalised */
  const char *form_token; /* (nullable): without it there are no forms */
  gboolean is_known;      /* this phone is a member's */
  const char *time_zone;  /* (nullable): the shop's */
} MadafLinkPage;

/* All: (transfer full). @problem: (nullable): one of page->texts, said first. */

/* Asks for the code on the screen. */
char *madaf_link_page_format_start (const MadafLinkPage *page, const char *title, const char *problem);
/* Asks for a phone number. */
char *madaf_link_page_format_phone (const MadafLinkPage *page, const char *problem);
/* Asks for the six digits. @code_id: what goes with them; @tries_left: -1, or what to say behind @problem */
char *
madaf_link_page_format_digits (const MadafLinkPage *page, const char *code_id, const char *problem, int tries_left);
/* "Is this you?" */
char *
madaf_link_page_format_question (const MadafLinkPage *page, const MadafSignIn *sign_in, const MadafMember *member);
/* Says something, and asks nothing. */
char *madaf_link_page_format_notice (const MadafLinkPage *page, const char *title, const char *text);
/* A code for a camera. @text: what it says */
char *madaf_link_page_format_member_code (const MadafLinkPage *page, const char *text);
/* All that is kept about a member. @data: what madaf_personal_data_write() wrote */
char *madaf_link_page_format_data (const MadafLinkPage *page, JsonObject *data);
/* What they agreed to be told, each with a button. */
char *madaf_link_page_format_consents (const MadafLinkPage *page, const MadafConsents *consents);
/* Asks once more before it is deleted. @lost: what is worth something, and would be lost; @currency: the shop's */
char *madaf_link_page_format_erase (const MadafLinkPage *page, const MadafForfeit *lost, const char *currency);
/* What is said instead of any of these when the central cannot. @accept_language: (nullable) */
char *madaf_link_page_format_unavailable (const char *accept_language);

G_END_DECLS
