/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/memory.h"

#include <malloc.h>

/*
 * glibc would make an arena for each of many threads, and, after the first large block that is freed, take large blocks
 * from arenas too, whose holes are never given back. Pictures are large, and come and go with every page.
 */

#define ARENAS      2
#define LARGE_BYTES (128 * 1024)

void
madaf_memory_init (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, ARENAS);
  mallopt (M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}

void
madaf_memory_trim (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
