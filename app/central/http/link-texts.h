/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the pages on a member's own phone. A table and not gettext, because the language is that of the phone
 * and differs from one request to the next within one process. */
typedef struct
{
  const char *language;
  const char *direction;
  const char *own_name; /* of the language, for the switch */
  const char *title;
  const char *type_code;
  const char *code_label;
  const char *go_on;
  const char *compare;
  const char *phone_label;
  const char *phone_hint;
  const char *phone_bad;
  const char *digits_label;
  const char *digits_sent;
  const char *digits_wrong;
  const char *digits_over;
  const char *again;
  const char *too_many;
  const char *hello;
  const char *question;
  const char *name_label;
  const char *yes;
  const char *no;
  const char *approved_title;
  const char *approved;
  const char *denied_title;
  const char *denied;
  const char *over_title;
  const char *over;
  const char *stale;
  const char *forget;
  const char *forgotten;
  const char *my_code;
  const char *my_code_hint;
  const char *new_code;
  const char *for_camera;
  const char *unavailable;
  const char *my_data;
  const char *my_data_hint;
  const char *take;
  const char *erase;
  const char *erase_ask;
  const char *erase_lost; /* before what is lost with it */
  const char *points;
  const char *stored_value;
  const char *erase_yes;
  const char *erased;
  const char *erase_waits;
  const char *carry;
  const char *carry_ask;
  const char *carry_yes;
  const char *carry_kept;
  const char *carry_merged;
  const char *carry_over;
  const char *carry_taken;
  const char *list;
  const char *list_over;
  const char *list_empty;
  const char *not_sold;
  const char *consents;
  const char *consents_hint;
  const char *price_drop;
  const char *back_in_stock;
  const char *agree;
  const char *withdraw;
  const char *agreed_on; /* before a date */
  const char *not_agreed;
} MadafLinkTexts;

extern const MadafLinkTexts madaf_link_texts[];
extern const guint madaf_n_link_texts;

/* @chosen: (nullable): what was tapped, "he"; else what a browser asks for with Accept-Language (nullable; RFC 9110,
 * section 12.5.4), else English. */
const MadafLinkTexts *madaf_link_texts_pick (const char *chosen, const char *accept_language);

G_END_DECLS
