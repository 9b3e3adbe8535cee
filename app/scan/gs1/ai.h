/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafGs1Check:
 * @data: a component of a value, not terminated
 * @length: its bytes
 *
 * Returns: (nullable): why @data is wrong, in the words of GS1's reference checks; NULL when it is right
 */
typedef const char *(*MadafGs1Check) (const char *data, gsize length);

/* A part of a value: so many characters of one set, which must pass the checks. */
typedef struct
{
  char set; /* 'N' digits, 'X' CSET 82, 'Y' CSET 39, 'Z' file-safe base64; 0 behind the last component */
  guint8 min;
  guint8 max;
  gboolean is_optional;
  MadafGs1Check checks[4]; /* ends with NULL */
} MadafGs1Component;

/**
 * MadafGs1Ai:
 *
 * What GS1's syntax dictionary says of one Application Identifier. Static; made from data/gs1 when Madaf is built.
 */
typedef struct
{
  const char *ai; /* 2 to 4 digits */
  guint8 length;  /* how many */
  gboolean needs_separator;
  gboolean is_link_attribute; /* may stand in the query of a Digital Link URI */
  MadafGs1Component components[6];
  const char *excluded;    /* (nullable) "8111,394n": none of these may be there */
  const char *required[3]; /* each "01+21,02,31nn": one of these groups must be there; ends with NULL */
  const char *qualifiers;  /* (nullable) of a Digital Link primary key: "" none, "22,10,21|235" these in this order */
  const char *unit;        /* (nullable) of a measure */
  const char *title;
} MadafGs1Ai;

extern const MadafGs1Ai madaf_gs1_ais[];
extern const guint madaf_gs1_n_ais;
/* By the first two digits: how long the AIs are that begin so; 0: there are none. */
extern const guint8 madaf_gs1_ai_lengths[100];

/* (nullable): the AI that is exactly the first @length bytes of @text. */
const MadafGs1Ai *madaf_gs1_ai_find (const char *text, gsize length);
/* (nullable): the AI that @data begins with; no AI begins another one. */
const MadafGs1Ai *madaf_gs1_ai_at_start (const char *data);
/* The fewest and the most characters that its values have. */
gsize madaf_gs1_ai_min_length (const MadafGs1Ai *self);
gsize madaf_gs1_ai_max_length (const MadafGs1Ai *self);
/* Whether @pattern ("01", "310n", "31nn") names it. @length: of @pattern. */
gboolean madaf_gs1_ai_matches (const MadafGs1Ai *self, const char *pattern, gsize length);

/**
 * madaf_gs1_ai_check:
 * @data: the value, or more when nothing tells where a value of predefined length ends
 * @length: how many bytes there are up to a separator or the end
 * @used: (out): how many of them are the value
 * @error: MADAF_GS1_ERROR_VALUE
 *
 * Verifies a value component by component.
 */
gboolean madaf_gs1_ai_check (const MadafGs1Ai *self, const char *data, gsize length, gsize *used, GError **error);

G_END_DECLS
