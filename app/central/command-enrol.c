/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "central/command.h"
#include "central/control-client.h"
#include "central/shop/enrolment.h"
#include "central/shop/error.h"
#include "central/store/store.h"
#include "model/json-writer.h"
#include "model/json.h"
#include "model/random.h"

/* madaf-central enrol: a one-time code for a new device, from the running central or straight into the database. */

typedef struct
{
  char *database;
  char *branch_id;
  char *role;
  char *code; /* the result */
} Enrolment;

static void
enrolment_clear (Enrolment *self)
{
  g_free (self->database);
  g_free (self->branch_id);
  g_free (self->role);
  g_free (self->code);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Enrolment, enrolment_clear)

static gboolean
parse (int argc, char **argv, Enrolment *self)
{
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &self->database, N_ ("The shop's database"), "FILE" },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &self->branch_id, N_ ("The branch the device stands in"), "ID" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &self->role, N_ ("kiosk (default), till, channel or associate"), "ROLE" },
    { NULL },
  };

  return madaf_command_parse (&argc, &argv, entries, NULL,
                              N_ ("Make a one-time code that lets a new device in. It is good for ten minutes."),
                              N_ ("Works beside a central that serves the same database."));
}

static int
say_unknown_branch (const Enrolment *self)
{
  return madaf_command_fail (MADAF_EXIT_FAILED, _ ("There is no branch “%s” in this shop."), self->branch_id);
}

static int
ask_running (Enrolment *self, gboolean *is_running)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_auto (MadafControlAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  const char *code = NULL;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "branch_id", self->branch_id);
  madaf_json_writer_member_string (writer, "role", self->role);
  madaf_json_writer_end_object (writer);
  *is_running
      = madaf_control_post (self->database, "/v1/enrolments", madaf_json_writer_peek (writer, NULL), &answer, &error)
        || !(g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
             || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED));
  if (!*is_running)
    return MADAF_EXIT_OK;
  if (error != NULL)
    return madaf_command_fail (MADAF_EXIT_FAILED, "%s", error->message);
  if (answer.status == 422)
    return say_unknown_branch (self);
  if (answer.status != 201 || !madaf_json_read_string (answer.body, "code", &code, NULL))
    return madaf_command_fail (MADAF_EXIT_FAILED, _ ("The running central refused with status %u."), answer.status);
  self->code = g_strdup (code);
  return MADAF_EXIT_OK;
}

static gboolean
create_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  Enrolment *self = data;
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  gint64 expires_us;

  self->code = madaf_enrolment_create_code (transaction, self->role, self->branch_id, g_get_real_time (), random,
                                            &expires_us, error);
  return self->code != NULL;
}

static int
write_directly (Enrolment *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafStore) store = NULL;

  /* A mistyped name must not leave a new, empty database behind. */
  if (!g_file_test (self->database, G_FILE_TEST_EXISTS))
    return madaf_command_fail (MADAF_EXIT_FAILED, _ ("There is no database “%s”."), self->database);
  store = madaf_store_open (self->database, &error);
  if (store == NULL)
    return madaf_command_fail_on (self->database, error);
  if (madaf_store_write (store, create_code, self, &error))
    return MADAF_EXIT_OK;
  if (g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND))
    return say_unknown_branch (self);
  return madaf_command_fail_on (self->database, error);
}

int
madaf_command_enrol (int argc, char **argv)
{
  g_auto (Enrolment) self = { 0 };
  gboolean is_running;
  int status;

  if (!parse (argc, argv, &self))
    return MADAF_EXIT_USAGE;
  if (self.database == NULL || self.branch_id == NULL)
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("Say which shop and which branch: --db FILE --branch ID."));
  if (self.role == NULL)
    self.role = g_strdup ("kiosk");
  if (strcmp (self.role, "kiosk") != 0 && strcmp (self.role, "till") != 0 && strcmp (self.role, "channel") != 0
      && strcmp (self.role, "associate") != 0)
    return madaf_command_fail (MADAF_EXIT_USAGE, _ ("--role is kiosk, till, channel or associate."));
  status = ask_running (&self, &is_running);
  if (!is_running)
    status = write_directly (&self);
  if (status == MADAF_EXIT_OK)
    g_print ("%s\n", self.code);
  return status;
}
