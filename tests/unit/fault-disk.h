/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultDisk:
 *
 * A disk for SQLite that runs full, or dies, when the test wants: an SQLite VFS in front of the real one, for files
 * whose name has a given word in it. There is one, for databases opened while it is installed.
 */
typedef enum
{
  FAULT_DISK_FULL, /* no write that makes a file longer succeeds; the others do */
  FAULT_DISK_DEAD, /* the power is cut: what was not synced is lost, and nothing changes any more */
} FaultDiskKind;

void fault_disk_install (const char *word);

/* After @operations more changes (writes, truncations, deletions) the fault begins; -1: never, and it ends if it has
 * begun. */
void fault_disk_set (FaultDiskKind kind, int operations);
/* Cuts the power now: as FAULT_DISK_DEAD with 0, while nothing is under way. */
void fault_disk_cut (void);
/* How many changes there were since fault_disk_set (). */
int fault_disk_count (void);

G_END_DECLS
