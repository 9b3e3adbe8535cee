/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "scan/also.h"

G_BEGIN_DECLS

/**
 * madaf_scan_command:
 * @files: (array zero-terminated=1) (element-type filename): pictures; "-" is the standard input
 * @also: what is read besides
 * @json: whether programs read the answer: an object a line for each picture that could be opened, with file, ms (of
 *   the processor, to read it) and codes, each with symbology, text, identifier (ISO/IEC 15424), gtin, isbn,
 *   issn and addon where it has one, ais (the elements of its GS1 message) and corners (in pixels of the picture,
 * upright). Else a line for each code.
 *
 * madaf-scan FILE…: says what a kiosk reads in pictures. Why one cannot be opened is said on the standard error; the
 * others are read all the same.
 *
 * Returns: the exit status: 0 when a code was read in each picture, 1 when in one of them nothing was, 2 when one could
 *   not be opened or the answer not be written
 */
int madaf_scan_command (const char *const *files, MadafAlso also, gboolean json, FILE *output);

G_END_DECLS
