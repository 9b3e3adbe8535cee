/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MADAF_STORE_ERROR:
 *
 * What can be wrong with the database. Whatever the code, the file was left as it was found.
 */
#define MADAF_STORE_ERROR (madaf_store_error_quark ())

/**
 * MadafStoreError:
 * @MADAF_STORE_ERROR_FAILED: the engine refused for a reason that is a mistake of ours; the log has it
 * @MADAF_STORE_ERROR_DAMAGED: the file is no database, or its contents contradict themselves: restore a backup
 * @MADAF_STORE_ERROR_READ_ONLY: the file or its folder may not be written by this user
 * @MADAF_STORE_ERROR_NEWER: a newer Madaf made this database: update this program
 * @MADAF_STORE_ERROR_FOREIGN: a sound database that another program made
 * @MADAF_STORE_ERROR_LOCKED: another process has it open for writing
 * @MADAF_STORE_ERROR_FULL: the disk is full or does not write; nothing was kept, ask again later
 * @MADAF_STORE_ERROR_BUSY: somebody held the database for too long; ask again
 * @MADAF_STORE_ERROR_CONSTRAINT: the schema's backstop refused a value
 * @MADAF_STORE_ERROR_STOPPED: the store is closing and takes no more work
 */
typedef enum
{
  MADAF_STORE_ERROR_FAILED,
  MADAF_STORE_ERROR_DAMAGED,
  MADAF_STORE_ERROR_READ_ONLY,
  MADAF_STORE_ERROR_NEWER,
  MADAF_STORE_ERROR_FOREIGN,
  MADAF_STORE_ERROR_LOCKED,
  MADAF_STORE_ERROR_FULL,
  MADAF_STORE_ERROR_BUSY,
  MADAF_STORE_ERROR_CONSTRAINT,
  MADAF_STORE_ERROR_STOPPED,
} MadafStoreError;

GQuark madaf_store_error_quark (void);

G_END_DECLS
