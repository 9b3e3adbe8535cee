/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/device-file.h"

#include "central/shop/branch.h"
#include "central/shop/enrolment.h"
#include "central/shop/error.h"

#define DEVICE_NAME "Embedded kiosk"

typedef struct
{
  MadafClock *clock;
  MadafRandom *random;
  const char *known; /* (nullable): the token in the file */
  char *token;       /* (owned) (nullable): a new one */
  gboolean known_is_good;
} Job;

static gboolean
check_known (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafDevice) device = madaf_device_get_by_token (transaction, job->known, &local_error);

  job->known_is_good = device != NULL;
  if (device != NULL || local_error->domain == MADAF_SHOP_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The shop's own choice, or the first there is. (transfer full) (nullable) */
static char *
choose_branch (MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, NULL);
  g_autoptr (GPtrArray) branches = madaf_branch_list (transaction, error);

  if (branches == NULL)
    return NULL;
  if (settings != NULL && settings->default_branch != NULL)
    return g_strdup (settings->default_branch);
  return branches->len > 0 ? g_strdup (((MadafShopBranch *)g_ptr_array_index (branches, 0))->id) : NULL;
}

static gboolean
create (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *branch_id = choose_branch (transaction, &local_error);
  g_autoptr (MadafDevice) device = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (branch_id == NULL)
    return TRUE;
  device = madaf_device_create (transaction, "kiosk", branch_id, DEVICE_NAME, madaf_clock_now_us (job->clock),
                                job->random, &job->token, error);
  return device != NULL;
}

gboolean
madaf_device_file_get_token (
    const char *database, MadafStore *store, MadafClock *clock, MadafRandom *random, char **token, GError **error)
{
  g_autofree char *path = g_strconcat (database, "-device", NULL);
  g_autofree char *known = NULL;
  Job job = { clock, random, NULL, NULL, FALSE };

  *token = NULL;
  if (g_file_get_contents (path, &known, NULL, NULL))
    {
      job.known = g_strchomp (known);
      if (!madaf_store_read (store, check_known, &job, error))
        return FALSE;
    }
  if (job.known_is_good)
    {
      *token = g_steal_pointer (&known);
      return TRUE;
    }
  if (!madaf_store_write (store, create, &job, error))
    return FALSE;
  if (job.token != NULL
      && !g_file_set_contents_full (path, job.token, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                    0600, error))
    {
      g_free (job.token);
      return FALSE;
    }
  *token = job.token;
  return TRUE;
}
