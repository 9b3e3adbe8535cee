/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MADAF_ENROLMENT_ERROR (madaf_enrolment_error_quark ())

/**
 * MadafEnrolmentError:
 * @MADAF_ENROLMENT_ERROR_NONE: this device is not enrolled: there is no file
 * @MADAF_ENROLMENT_ERROR_DAMAGED: the file is not what was saved
 * @MADAF_ENROLMENT_ERROR_EXPOSED: others of this machine can read the file; it is not used
 * @MADAF_ENROLMENT_ERROR_UNREADABLE: it cannot be read
 * @MADAF_ENROLMENT_ERROR_UNWRITABLE: it cannot be written
 */
typedef enum
{
  MADAF_ENROLMENT_ERROR_NONE,
  MADAF_ENROLMENT_ERROR_DAMAGED,
  MADAF_ENROLMENT_ERROR_EXPOSED,
  MADAF_ENROLMENT_ERROR_UNREADABLE,
  MADAF_ENROLMENT_ERROR_UNWRITABLE,
} MadafEnrolmentError;

GQuark madaf_enrolment_error_quark (void);

/**
 * MadafEnrolment:
 *
 * Who this device is to the central, with its secret token: immutable, counted, a boxed type. It is kept in a file that
 * only its owner can read. madaf_central_client_enrol_async () gets one for a code.
 */
typedef struct _MadafEnrolment MadafEnrolment;

#define MADAF_TYPE_ENROLMENT (madaf_enrolment_get_type ())

GType madaf_enrolment_get_type (void) G_GNUC_CONST;
MadafEnrolment *madaf_enrolment_new (const char *device_id, const char *branch_id, const char *role, const char *token);
MadafEnrolment *madaf_enrolment_ref (MadafEnrolment *enrolment);
void madaf_enrolment_unref (MadafEnrolment *enrolment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafEnrolment, madaf_enrolment_unref)

/* The same device in another branch (transfer full). */
MadafEnrolment *madaf_enrolment_move (MadafEnrolment *enrolment, const char *branch_id);

const char *madaf_enrolment_get_device_id (MadafEnrolment *enrolment);
const char *madaf_enrolment_get_branch_id (MadafEnrolment *enrolment);
/* "kiosk", "till", "channel" or "associate" */
const char *madaf_enrolment_get_role (MadafEnrolment *enrolment);
const char *madaf_enrolment_get_token (MadafEnrolment *enrolment);

/* Both read or write a file of a few hundred bytes at once: call them before the first frame or from a thread. The file
 * is replaced whole, synced, and has mode 0600. Errors: MADAF_ENROLMENT_ERROR. */
MadafEnrolment *madaf_enrolment_load (const char *path, GError **error);
gboolean madaf_enrolment_save (MadafEnrolment *enrolment, const char *path, GError **error);

G_END_DECLS
