/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words that artificial shops are made of. */

typedef struct
{
  const char *he;
  const char *ar;
  const char *ru;
  const char *en;
} MadafWord;

typedef struct
{
  MadafWord name;
  double latitude;
  double longitude;
} MadafCity;

typedef struct
{
  const char *id;
  const char *hex;
  MadafWord name;
} MadafShade;

extern const MadafWord madaf_nouns[];
extern const guint madaf_n_nouns;
/* What follows a noun in he, ar and ru ("from cotton"), and goes before it in en. */
extern const MadafWord madaf_materials[];
extern const guint madaf_n_materials;
extern const MadafWord madaf_departments[];
extern const guint madaf_n_departments;
extern const MadafCity madaf_cities[];
extern const guint madaf_n_cities;
extern const MadafShade madaf_shades[];
extern const guint madaf_n_shades;
extern const char *const madaf_sizes[];
extern const guint madaf_n_sizes;
extern const char *const madaf_syllables[];
extern const guint madaf_n_syllables;
extern const char *const madaf_brands[];
extern const guint madaf_n_brands;

G_END_DECLS
