/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/enrolment.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client/decode-device.h"
#include "model/json-writer.h"
#include "model/json.h"

#define FILE_MAXIMUM 4096

struct _MadafEnrolment
{
  char *device_id; /* (owned) */
  char *branch_id; /* (owned) */
  char *role;      /* (owned) */
  char *token;     /* (owned) */
};

G_DEFINE_BOXED_TYPE (MadafEnrolment, madaf_enrolment, madaf_enrolment_ref, madaf_enrolment_unref)
G_DEFINE_QUARK (madaf - enrolment - error, madaf_enrolment_error)

static void
enrolment_clear (gpointer data)
{
  MadafEnrolment *enrolment = data;

  explicit_bzero (enrolment->token, strlen (enrolment->token));
  g_free (enrolment->token);
  g_free (enrolment->device_id);
  g_free (enrolment->branch_id);
  g_free (enrolment->role);
}

MadafEnrolment *
madaf_enrolment_new (const char *device_id, const char *branch_id, const char *role, const char *token)
{
  MadafEnrolment *enrolment = g_atomic_rc_box_new0 (MadafEnrolment);

  enrolment->device_id = g_strdup (device_id);
  enrolment->branch_id = g_strdup (branch_id);
  enrolment->role = g_strdup (role);
  enrolment->token = g_strdup (token);

  return enrolment;
}

MadafEnrolment *
madaf_enrolment_ref (MadafEnrolment *enrolment)
{
  return g_atomic_rc_box_acquire (enrolment);
}

void
madaf_enrolment_unref (MadafEnrolment *enrolment)
{
  g_atomic_rc_box_release_full (enrolment, enrolment_clear);
}

MadafEnrolment *
madaf_enrolment_move (MadafEnrolment *enrolment, const char *branch_id)
{
  return madaf_enrolment_new (enrolment->device_id, branch_id, enrolment->role, enrolment->token);
}

const char *
madaf_enrolment_get_device_id (MadafEnrolment *enrolment)
{
  return enrolment->device_id;
}

const char *
madaf_enrolment_get_branch_id (MadafEnrolment *enrolment)
{
  return enrolment->branch_id;
}

const char *
madaf_enrolment_get_role (MadafEnrolment *enrolment)
{
  return enrolment->role;
}

const char *
madaf_enrolment_get_token (MadafEnrolment *enrolment)
{
  return enrolment->token;
}

static int
open_checked (const char *path, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0)
    {
      int code = errno == ENOENT ? MADAF_ENROLMENT_ERROR_NONE : MADAF_ENROLMENT_ERROR_UNREADABLE;

      g_set_error (error, MADAF_ENROLMENT_ERROR, code, "%s: %s", path, g_strerror (errno));
      return -1;
    }

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) || (status.st_mode & 077) != 0
      || status.st_uid != geteuid ())
    {
      g_set_error (error, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_EXPOSED, "%s: not a file of its owner alone",
                   path);
      close (fd);
      return -1;
    }

  return fd;
}

MadafEnrolment *
madaf_enrolment_load (const char *path, GError **error)
{
  char text[FILE_MAXIMUM];
  ssize_t length;
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GError) reason = NULL;
  MadafEnrolment *enrolment = NULL;
  int fd = open_checked (path, error);

  if (fd < 0)
    return NULL;

  length = read (fd, text, sizeof text);
  close (fd);
  if (length < 0)
    {
      g_set_error (error, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_UNREADABLE, "%s: %s", path, g_strerror (errno));
      return NULL;
    }

  object = madaf_json_parse_object (text, length, NULL, &reason);
  if (object != NULL)
    enrolment = madaf_decode_enrolment (object, &reason);
  if (enrolment == NULL)
    g_set_error (error, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_DAMAGED, "%s: %s", path, reason->message);
  explicit_bzero (text, sizeof text);

  return enrolment;
}

gboolean
madaf_enrolment_save (MadafEnrolment *enrolment, const char *path, GError **error)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GError) reason = NULL;
  const char *text;
  gsize length;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "device_id", enrolment->device_id);
  madaf_json_writer_member_string (writer, "branch_id", enrolment->branch_id);
  madaf_json_writer_member_string (writer, "role", enrolment->role);
  madaf_json_writer_member_string (writer, "token", enrolment->token);
  madaf_json_writer_end_object (writer);
  text = madaf_json_writer_peek (writer, &length);

  if (g_file_set_contents_full (path, text, (gssize)length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &reason))
    return TRUE;

  g_set_error (error, MADAF_ENROLMENT_ERROR, MADAF_ENROLMENT_ERROR_UNWRITABLE, "%s: %s", path, reason->message);
  return FALSE;
}
