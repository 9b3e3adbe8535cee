/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/decoder.h"

G_BEGIN_DECLS

/**
 * MadafWorker:
 *
 * A thread that decodes. It takes the newest frame only; one that comes while it is busy replaces the one that waits.
 */
typedef struct _MadafWorker MadafWorker;

/**
 * MadafWorkerFunc:
 * @codes: (element-type MadafCode): what can be believed of @frame
 * @since_us: the time of the first frame that may have shown a code, believed or not, since the last one that was
 *   looked at and showed none: frames that were passed over meanwhile count as if they did; 0 while there is none
 * @run: as it was submitted
 *
 * In the worker's thread.
 */
typedef void (*MadafWorkerFunc) (GPtrArray *codes, gint64 since_us, MadafFrame *frame, guint run, gpointer user_data);

/* @decoder: (transfer none): used by the worker's thread alone from now on. */
MadafWorker *madaf_worker_new (MadafDecoder *decoder, MadafWorkerFunc func, gpointer user_data);
/* Waits for the frame that is being decoded. */
void madaf_worker_free (MadafWorker *self);

/* From any thread. @run: frames of different runs have nothing to do with each other. */
void madaf_worker_submit (MadafWorker *self, MadafFrame *frame, guint run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafWorker, madaf_worker_free)

G_END_DECLS
