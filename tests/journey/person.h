/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rig.h"
#include "tree.h"

G_BEGIN_DECLS

/**
 * MadafPerson:
 *
 * Somebody in front of a kiosk: sees what assistive technology sees, touches where things are, types on a scanner.
 * Words are given in English as in the program's source and looked for in the person's language, so that one journey
 * is walked in each. Each call waits for what it needs, with a bound, and fails the test when it does not come.
 */
typedef struct _MadafPerson MadafPerson;

/** In front of the program with this process id on this display; words in this language. */
MadafPerson *madaf_person_new (const char *display, GSubprocess *program, const char *language);
void madaf_person_free (MadafPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPerson, madaf_person_free)

/** The name of the screen. (transfer none) */
const char *madaf_person_get_display (MadafPerson *self);
void madaf_person_set_language (MadafPerson *self, const char *language);

/** The English text in the person's language; "context|text" for one with a context. (transfer none) */
const char *madaf_person_word (MadafPerson *self, const char *english);
/** The same for what is counted, as ngettext. (transfer none) */
const char *madaf_person_words (MadafPerson *self, const char *one, const char *many, gulong count);

void madaf_person_waits_for (MadafPerson *self, AtspiRole role, const char *english);
void madaf_person_waits_for_text (MadafPerson *self, const char *text);
/** Whether it is on the screen now. */
gboolean madaf_person_sees (MadafPerson *self, const char *text);
/** Whether the program tells of it anywhere, also where nobody sees it. */
gboolean madaf_person_could_find (MadafPerson *self, const char *text);
/** Selects all that is typed into the field of this name. */
void madaf_person_selects (MadafPerson *self, const char *english);
/** Whether there is something to paste, that was copied ("CLIPBOARD") or selected ("PRIMARY"). */
gboolean madaf_person_has_copy (MadafPerson *self, const char *selection);
/** What matches the pattern in the first thing on the screen that says before; waits for it. (transfer full) */
char *madaf_person_reads (MadafPerson *self, const char *before, const char *pattern);
void madaf_person_waits_until_gone (MadafPerson *self, AtspiRole role, const char *english);

/** Brings it into view if it has to be scrolled to, and touches its middle. */
void madaf_person_touches (MadafPerson *self, AtspiRole role, const char *english);
/** The first one of that role whose name contains this text. */
void madaf_person_touches_text (MadafPerson *self, AtspiRole role, const char *text);
/** Two touches as fast as a nervous finger. */
void madaf_person_touches_twice (MadafPerson *self, AtspiRole role, const char *english);
void madaf_person_touches_point (MadafPerson *self, int x, int y);

/** Types on the on-screen keyboard, key by key. */
void madaf_person_types (MadafPerson *self, const char *text);
/** Opens the basket by the header's button once there are so many pieces in it. */
void madaf_person_opens_basket (MadafPerson *self, int pieces);
/** From the basket to the review before the order is sent: who collects, and paying at the branch. */
void madaf_person_fills_in_checkout (MadafPerson *self, const char *name, const char *phone);
/** A USB scanner types digits and Enter, faster than hands can. */
void madaf_person_scans_usb (MadafPerson *self, const char *digits);
/**
 * The same with keys of any kind, by their places on a US keyboard whatever layout the machine has, after a moment in
 * which no key comes. "<Alt+F4>", "<Control+Shift+i>", "<Tab>": keys by X's names, pressed together.
 */
void madaf_person_scans_keys (MadafPerson *self, const char *keys);
/** Whoever set up the machine gave it this keyboard layout: "il". */
void madaf_person_sets_layout (MadafPerson *self, const char *layout);

/** Keeps the screen as NAME.png in the folder of screenshots ($MADAF_SCREENSHOTS, else nothing). */
void madaf_person_takes_picture (MadafPerson *self, const char *name);

/** The tree as assistive technology sees it, for a failing test's log. */
void madaf_person_describes (MadafPerson *self);

G_END_DECLS
