/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-disk.h"

#include <sqlite3.h>
#include <string.h>

/* A file of the real disk, which lies right behind it in memory. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
  GByteArray *synced; /* (owned) (nullable) what is sure to be on the disk, when that is not what the file has */
} FaultFile;

static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  sqlite3_io_methods methods;
  const char *word;
  GPtrArray *files; /* (element-type FaultFile) those that are open */
  int kind;         /* atomic */
  int operations;   /* atomic */
  int count;        /* atomic */
} disk;

static sqlite3_file *
real_file (sqlite3_file *file)
{
  return ((FaultFile *)file)->real;
}

static gboolean
is_dead (void)
{
  return g_atomic_int_get (&disk.kind) == FAULT_DISK_DEAD;
}

static gboolean
has_begun (int count)
{
  int operations = g_atomic_int_get (&disk.operations);

  return operations >= 0 && count >= operations;
}

static void
drop_unsynced (FaultFile *fault)
{
  GByteArray *synced = fault->synced;

  if (synced == NULL)
    return;
  fault->real->pMethods->xTruncate (fault->real, 0);
  if (synced->len > 0)
    fault->real->pMethods->xWrite (fault->real, synced->data, (int)synced->len, 0);
  g_clear_pointer (&fault->synced, g_byte_array_unref);
}

static void
drop_all_unsynced (void)
{
  for (guint i = 0; i < disk.files->len; i++)
    drop_unsynced (g_ptr_array_index (disk.files, i));
}

/* Counts a change; TRUE when it is one of those that fail. */
static gboolean
is_faulty (void)
{
  gboolean faulty = has_begun (g_atomic_int_add (&disk.count, 1));

  if (faulty && is_dead ())
    drop_all_unsynced ();
  return faulty;
}

/* Before the first change since the last sync. */
static void
note_synced (FaultFile *fault)
{
  sqlite3_int64 size = 0;

  if (fault->synced != NULL)
    return;
  fault->real->pMethods->xFileSize (fault->real, &size);
  fault->synced = g_byte_array_sized_new ((guint)size);
  g_byte_array_set_size (fault->synced, (guint)size);
  if (size > 0)
    fault->real->pMethods->xRead (fault->real, fault->synced->data, (int)size, 0);
}

static int
fault_close (sqlite3_file *file)
{
  FaultFile *fault = (FaultFile *)file;

  g_ptr_array_remove_fast (disk.files, fault);
  g_clear_pointer (&fault->synced, g_byte_array_unref);
  return real_file (file)->pMethods->xClose (real_file (file));
}

static int
fault_read (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  return real_file (file)->pMethods->xRead (real_file (file), bytes, length, offset);
}

static int
fault_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  sqlite3_int64 size = 0;

  if (is_faulty ())
    {
      if (is_dead ())
        return SQLITE_IOERR_WRITE;
      real_file (file)->pMethods->xFileSize (real_file (file), &size);
      if (offset + length > size)
        return SQLITE_FULL;
    }
  note_synced ((FaultFile *)file);
  return real_file (file)->pMethods->xWrite (real_file (file), bytes, length, offset);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (is_faulty () && is_dead ())
    return SQLITE_IOERR_TRUNCATE;
  note_synced ((FaultFile *)file);
  return real_file (file)->pMethods->xTruncate (real_file (file), size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  if (is_dead () && has_begun (fault_disk_count ()))
    return SQLITE_IOERR_FSYNC;
  g_clear_pointer (&((FaultFile *)file)->synced, g_byte_array_unref);
  return real_file (file)->pMethods->xSync (real_file (file), flags);
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_file (file)->pMethods->xFileSize (real_file (file), size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return real_file (file)->pMethods->xLock (real_file (file), lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return real_file (file)->pMethods->xUnlock (real_file (file), lock);
}

static int
fault_check_reserved_lock (sqlite3_file *file, int *reserved)
{
  return real_file (file)->pMethods->xCheckReservedLock (real_file (file), reserved);
}

static int
fault_file_control (sqlite3_file *file, int operation, void *argument)
{
  return real_file (file)->pMethods->xFileControl (real_file (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return real_file (file)->pMethods->xSectorSize (real_file (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return real_file (file)->pMethods->xDeviceCharacteristics (real_file (file));
}

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *fault = (FaultFile *)file;
  int result;

  if (name == NULL || strstr (name, disk.word) == NULL)
    return disk.real->xOpen (disk.real, name, file, flags, out_flags);

  fault->real = (sqlite3_file *)(fault + 1);
  fault->base.pMethods = NULL;
  fault->synced = NULL;
  result = disk.real->xOpen (disk.real, name, fault->real, flags, out_flags);
  if (result != SQLITE_OK)
    return result;
  fault->base.pMethods = &disk.methods;
  g_ptr_array_add (disk.files, fault);
  return result;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  if (strstr (name, disk.word) != NULL && is_faulty () && is_dead ())
    return SQLITE_IOERR_DELETE;
  return disk.real->xDelete (disk.real, name, sync);
}

void
fault_disk_install (const char *word)
{
  disk.word = word;
  disk.files = g_ptr_array_new ();
  disk.operations = -1;
  disk.methods = (sqlite3_io_methods){
    1,
    fault_close,
    fault_read,
    fault_write,
    fault_truncate,
    fault_sync,
    fault_file_size,
    fault_lock,
    fault_unlock,
    fault_check_reserved_lock,
    fault_file_control,
    fault_sector_size,
    fault_device_characteristics,
  };
  disk.real = sqlite3_vfs_find (NULL);
  disk.vfs = *disk.real;
  disk.vfs.zName = "fault";
  disk.vfs.szOsFile = (int)sizeof (FaultFile) + disk.real->szOsFile;
  disk.vfs.xOpen = fault_open;
  disk.vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, TRUE), ==, SQLITE_OK);
}

void
fault_disk_set (FaultDiskKind kind, int operations)
{
  g_atomic_int_set (&disk.kind, (int)kind);
  g_atomic_int_set (&disk.operations, operations);
  g_atomic_int_set (&disk.count, 0);
}

void
fault_disk_cut (void)
{
  fault_disk_set (FAULT_DISK_DEAD, 0);
  drop_all_unsynced ();
}

int
fault_disk_count (void)
{
  return g_atomic_int_get (&disk.count);
}
