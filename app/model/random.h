/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafRandom:
 *
 * Where randomness comes from: the kernel's getrandom(2), or for tests and generated shops a seed that always gives the
 * same. Handed in to whatever needs it. Safe from any thread.
 */
#define MADAF_TYPE_RANDOM (madaf_random_get_type ())
G_DECLARE_FINAL_TYPE (MadafRandom, madaf_random, MADAF, RANDOM, GObject)

MadafRandom *madaf_random_new_system (void);
MadafRandom *madaf_random_new_seeded (guint64 seed);

void madaf_random_fill (MadafRandom *random, void *bytes, gsize length);
guint64 madaf_random_next (MadafRandom *random);
/* A number from 0 to @bound - 1, all equally likely. @bound is at least 1. */
guint64 madaf_random_below (MadafRandom *random, guint64 bound);

/* 128 bit as base64url without padding, 22 characters (transfer full): ids of people and orders, keys. */
char *madaf_random_token (MadafRandom *random);
/* The same form, but ids made one after the other also sort so (as in RFC 9562's UUIDv7): 7 characters of the time, to
 * about 1 ms, and 90 random bits. What is written together then lies together on disk, where random ids would touch a
 * page each. Nobody guesses one, but it tells when it was made. (transfer full) */
char *madaf_random_ordered_id (MadafRandom *random, gint64 now_us);
/* 256 bit, 43 characters (transfer full): secrets, such as device tokens. */
char *madaf_random_secret (MadafRandom *random);

G_END_DECLS
