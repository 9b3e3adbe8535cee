/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafFetch:
 *
 * One thing to be fetched over http or https from wherever a feed says. Links come from outside, so they never lead to
 * this machine or its own network, to another scheme, to more than @MADAF_FETCH_MAX_BYTES or on for ever.
 */
typedef struct
{
  char *url;
  char *etag;          /* (nullable) as known; then as answered */
  char *last_modified; /* (nullable) likewise */
  /* The answer. */
  gboolean unchanged; /* 304: as known */
  GBytes *bytes;      /* (nullable) */
  char *trouble;      /* (nullable) why there is neither */
  gpointer own;       /* of whoever asks */
} MadafFetch;

#define MADAF_FETCH_MAX_BYTES (10 * 1024 * 1024)
#define MADAF_FETCH_PARALLEL  8

typedef struct
{
  const char *ca_file; /* (nullable) */
  gboolean allow_private;
} MadafFetchRules;

MadafFetch *madaf_fetch_new (const char *url, const char *etag, const char *last_modified);
void madaf_fetch_free (MadafFetch *fetch);

/* Gives the next thing to fetch (transfer none), NULL when there is none left. */
typedef MadafFetch *(*MadafFetchNext) (gpointer data);
/* Takes each with its answer; FALSE stops all. */
typedef gboolean (*MadafFetchDone) (MadafFetch *fetch, gpointer data);

/* Fetches all, MADAF_FETCH_PARALLEL at a time, waiting for them. Both functions are called on this thread. */
void madaf_fetch_all (const MadafFetchRules *rules, MadafFetchNext next, MadafFetchDone done, gpointer data);

/* Whether @address is on the public internet; IPv4 addresses in IPv6 clothes are looked at as IPv4. */
gboolean madaf_fetch_is_public (GInetAddress *address);

G_END_DECLS
