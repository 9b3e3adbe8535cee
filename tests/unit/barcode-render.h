/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/frame.h"

G_BEGIN_DECLS

/* A grey picture that tests draw into. */
typedef struct
{
  int width;
  int height;
  guint8 *pixels; /* (owned): width × height */
} TestPicture;

/* @modules: "1" is black. White around it: 11 modules at the sides. */
TestPicture *test_render_modules (const char *modules, int module, int bar_height);
/* Two rows of @bar_height, a module of white between them. */
TestPicture *test_render_stack (const char *top, const char *bottom, int module, int bar_height);
/* @digits: 13 or 8, check digit included. White around it: 11 modules at the sides. */
TestPicture *test_render_ean (const char *digits, int module, int bar_height);
/* @digits: 8: number system 0 or 1, six, check digit. */
TestPicture *test_render_upc_e (const char *digits, int module, int bar_height);
/* The modules of the same, and of an add-on: @digits: 2 or 5. */
char *test_ean_modules (const char *digits);
char *test_upc_e_modules (const char *digits);
char *test_addon_modules (const char *digits);
/* A symbol and, behind a gap of so many modules, lower bars: an add-on or something else. */
TestPicture *test_render_beside (const char *symbol, const char *addon, int gap, int module, int bar_height);
TestPicture *test_render_qr (const char *text, int module);
/* @rows: @side of them, the module at the left the highest of @side bits. White around it: 4 modules. */
TestPicture *test_render_matrix (const guint32 *rows, int side, int module);
/* The same on a white sheet of that size, turned by @degrees and scaled, smoothly. Takes @picture. */
TestPicture *test_picture_place (TestPicture *picture, int width, int height, double degrees, double scale);
/* As from the side: what is at the left is narrower than the mean by up to @change of it, what is at the right wider.
 */
void test_picture_tilt (TestPicture *picture, double change);
/* As on cloth in folds: waves of @length pixels move what is on them by ±@amount. */
void test_picture_fold (TestPicture *picture, double amount, double length);
/* As out of focus: @deviation in pixels. */
void test_picture_blur (TestPicture *picture, double deviation);
/* As in bad light: @black and @white instead of 0 and 255. */
void test_picture_fade (TestPicture *picture, int black, int white);
/* Adds noise of ±@amount, the same for the same @seed. */
void test_picture_add_noise (TestPicture *picture, int amount, guint32 seed);
/* Writes a PNG. */
void test_picture_save (TestPicture *picture, const char *path);
MadafFrame *test_picture_to_frame (TestPicture *picture);
void test_picture_free (TestPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPicture, test_picture_free)

G_END_DECLS
