/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/errand.h"

struct _MadafErrand
{
  MadafErrandParts parts; /* (owned), what it points to */
};

G_DEFINE_BOXED_TYPE (MadafErrand, madaf_errand, madaf_errand_ref, madaf_errand_unref)

G_DEFINE_ENUM_TYPE (MadafErrandState,
                    madaf_errand_state,
                    G_DEFINE_ENUM_VALUE (MADAF_ERRAND_ASKED, "asked"),
                    G_DEFINE_ENUM_VALUE (MADAF_ERRAND_TAKEN, "taken"),
                    G_DEFINE_ENUM_VALUE (MADAF_ERRAND_BROUGHT, "brought"),
                    G_DEFINE_ENUM_VALUE (MADAF_ERRAND_NOT_FOUND, "not_found"),
                    G_DEFINE_ENUM_VALUE (MADAF_ERRAND_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (MADAF_ERRAND_EXPIRED, "expired"))

static void
errand_clear (gpointer data)
{
  MadafErrandParts *parts = &((MadafErrand *)data)->parts;

  g_free ((char *)parts->id);
  g_free ((char *)parts->variant_id);
  g_clear_pointer (&parts->title, madaf_text_unref);
  g_clear_pointer (&parts->colour, madaf_text_unref);
  g_free ((char *)parts->size);
  g_free ((char *)parts->picture_id);
}

MadafErrand *
madaf_errand_new (const MadafErrandParts *parts)
{
  MadafErrand *errand = g_atomic_rc_box_new0 (MadafErrand);

  errand->parts = *parts;
  errand->parts.id = g_strdup (parts->id);
  errand->parts.variant_id = g_strdup (parts->variant_id);
  errand->parts.title = madaf_text_ref (parts->title);
  errand->parts.colour = parts->colour != NULL ? madaf_text_ref (parts->colour) : NULL;
  errand->parts.size = g_strdup (parts->size);
  errand->parts.picture_id = g_strdup (parts->picture_id);

  return errand;
}

MadafErrand *
madaf_errand_ref (MadafErrand *errand)
{
  return g_atomic_rc_box_acquire (errand);
}

void
madaf_errand_unref (MadafErrand *errand)
{
  g_atomic_rc_box_release_full (errand, errand_clear);
}

const MadafErrandParts *
madaf_errand_get (MadafErrand *errand)
{
  return &errand->parts;
}

gboolean
madaf_errand_is_open (MadafErrand *errand)
{
  return errand->parts.state <= MADAF_ERRAND_TAKEN;
}
