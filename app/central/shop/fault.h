/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a request is wrong, and why: what goes with MADAF_SHOP_ERROR_INVALID. The reasons are the contract's. */
typedef struct
{
  char *pointer;      /* RFC 6901 into the request, "/lines/3/variant_id" */
  const char *reason; /* static: "unknown_id", "branch_cannot_collect" … */
} MadafFault;

/* Collects the faults of one request, so that all of them are told at once. */
typedef struct
{
  GPtrArray *list; /* (element-type MadafFault) (nullable) NULL while there is none */
} MadafFaults;

/* The pointer is made with printf. Always FALSE. */
gboolean madaf_faults_add (MadafFaults *faults, const char *reason, const char *pointer, ...) G_GNUC_PRINTF (3, 4);
gboolean madaf_faults_any (const MadafFaults *faults);
void madaf_faults_clear (MadafFaults *faults);

/* Sets INVALID with the first fault in its message. Always FALSE. */
gboolean madaf_faults_set_error (const MadafFaults *faults, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafFaults, madaf_faults_clear)

G_END_DECLS
