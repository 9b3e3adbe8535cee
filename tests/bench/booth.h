/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "person.h"
#include "place.h"
#include "rig.h"

G_BEGIN_DECLS

/**
 * MadafBooth:
 *
 * A real kiosk on a virtual screen, drawn by the processor, before a real central with the demo shop on the same
 * machine. Times are those that the kiosk writes with --trace; an event there is the end of the frame that shows it.
 * What is waited for comes, or the bench ends with an error that names it.
 */
typedef struct _MadafBooth MadafBooth;

/** Fills the shop and enrols the kiosk, in the branch of the pile. No kiosk runs yet. */
MadafBooth *madaf_booth_new (void);
void madaf_booth_free (MadafBooth *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafBooth, madaf_booth_free)

MadafPlace *madaf_booth_get_place (MadafBooth *self);
MadafRig *madaf_booth_get_rig (MadafBooth *self);
const char *madaf_booth_get_display (MadafBooth *self);
/** The folder of pictures that the kiosk takes for its camera; it is read anew each time the camera starts. */
const char *madaf_booth_get_camera (MadafBooth *self);
/** Something that a till can sell, of a product that madaf_booth_next_code () never gives. */
const MadafPile *madaf_booth_get_pile (MadafBooth *self);
/** Something else that there is plenty of. */
const MadafPile *madaf_booth_get_other_pile (MadafBooth *self);
/** A code (14 digits) of the next product; as many as there are before one comes again. (transfer none) */
const char *madaf_booth_next_code (MadafBooth *self);

void madaf_booth_start_kiosk (MadafBooth *self);
void madaf_booth_stop_kiosk (MadafBooth *self);
/** Wakes the kiosk that runs and waits for its start page. (transfer full) */
MadafPerson *madaf_booth_walk_up (MadafBooth *self);
/** Proportional set size of the kiosk, in MB. */
double madaf_booth_weigh (MadafBooth *self);

/** Processor time that the kiosk that runs has spent so far, in seconds. */
double madaf_booth_cpu_seconds (MadafBooth *self);

/**
 * A phone that is not a browser, as journeys have it: "approve" with the code on the screen and a number, or "digits".
 * Returns: what it prints (transfer full)
 */
char *madaf_booth_use_phone (MadafBooth *self, const char *what, const char *user_code, const char *number);

/** How often the kiosk that runs has written this event. */
guint madaf_booth_count (MadafBooth *self, const char *event);
/** When it did for the count-th time, in µs of g_get_monotonic_time (); waits for it. */
gint64 madaf_booth_wait_for (MadafBooth *self, const char *event, guint count);
/** Scans with the hand-held scanner, and waits until the product is drawn. Returns: how long that took, in ms. */
double madaf_booth_scan (MadafBooth *self, MadafPerson *person, const char *code);
void madaf_booth_pause (MadafBooth *self, guint ms);

/** The longest time that the main loop was away from since_us until now: wall and its own processor time, in ms. */
void madaf_booth_longest_gap (MadafBooth *self, gint64 since_us, double *wall_ms, double *cpu_ms);

G_END_DECLS
