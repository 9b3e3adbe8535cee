/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafPlace:
 *
 * A generated shop and the real madaf-central that serves it on loopback. Whatever goes wrong ends the program: a
 * figure of half a bench is worth nothing.
 */
typedef struct _MadafPlace MadafPlace;

/** Units of one variant in one branch. */
typedef struct
{
  char *variant_id;
  char *branch_id;
  char *product_id;
  char *gtin;
} MadafPile;

/**
 * The shop lies in the folder that MADAF_BENCH_FOLDER names, where it is made if it is not there and kept, else in a
 * temporary one.
 */
MadafPlace *madaf_place_new (guint products, guint variants, guint branches);

/** The demo shop, in a temporary folder; the first start fills it. */
MadafPlace *madaf_place_new_demo (void);

void madaf_place_free (MadafPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPlace, madaf_place_free)

/**
 * Before the start: n piles of different variants, picked over the whole shop, each now of so many units with nothing
 * reserved. Returns: (element-type MadafPile) (transfer full)
 */
GPtrArray *madaf_place_stock (MadafPlace *self, guint n, guint on_hand);

/** One number from the database, while nothing serves it. */
gint64 madaf_place_number (MadafPlace *self, const char *sql);

/** Texts of the first column, while nothing serves it. (element-type utf8) (transfer full) */
GPtrArray *madaf_place_texts (MadafPlace *self, const char *sql);

/** Does all of this to the database, or nothing, while nothing serves it. */
void madaf_place_change (MadafPlace *self, const char *sql);

void madaf_place_start (MadafPlace *self);
void madaf_place_stop (MadafPlace *self);

guint madaf_place_get_port (MadafPlace *self);
GPid madaf_place_get_process (MadafPlace *self);
const char *madaf_place_get_database (MadafPlace *self);

/** A one-time code for a device that enrols itself. (transfer full) */
char *madaf_place_enrolment_code (MadafPlace *self, const char *branch_id, const char *role);

/** Lets a device in: role is kiosk, till, channel or associate. Returns: its token. (transfer full) */
char *madaf_place_enrol (MadafPlace *self, const char *branch_id, const char *role);

/** One request on a connection of its own. Returns: the whole answer. (transfer full) */
char *madaf_place_ask (MadafPlace *self, const char *request);

/** The bytes of a GET, and of a POST of JSON; token and key may be NULL. (transfer full) */
char *madaf_place_get_request (const char *target, const char *token);
char *madaf_place_post_request (const char *target, const char *token, const char *key, const char *json);

/** A member of a JSON answer that is a text without escapes; the first of that name. (transfer full) */
char *madaf_place_read_member (const char *answer, const char *name);

/** The body of an order of one piece that is collected where it lies; more: further members, each behind a comma.
 * (transfer full) */
char *madaf_place_order_json (const MadafPile *pile, const char *more);

G_END_DECLS
