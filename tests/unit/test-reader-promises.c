/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "bars-render.h"
#include "data-matrix-render.h"
#include "textures.h"

/* What whoever uses the reader may rely on, whatever the frame: any size and stride, the same answer to the same
 * picture in any thread, no file and no network, bounded memory. */

#define DIGITS       "7290012345678"
#define WIDTH        640
#define HEIGHT       480
#define LARGE_WIDTH  3840
#define LARGE_HEIGHT 2160

/* Of any size: the texture, again and again where it is larger. */
static MadafFrame *
make_texture (MadafTexture texture, int width, int height)
{
  g_autofree guint8 *tile = g_malloc (WIDTH * HEIGHT);
  g_autofree guint8 *pixels = g_malloc ((gsize)width * height);

  madaf_texture_draw (texture, 7, tile, WIDTH, HEIGHT);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      pixels[(gsize)y * width + x] = tile[(y % HEIGHT) * WIDTH + x % WIDTH];
  return madaf_frame_new_from_grey (pixels, width, height, width, 0);
}

static MadafFrame *
place (TestPicture *symbol, double degrees)
{
  g_autoptr (TestPicture) picture = test_picture_place (symbol, WIDTH, HEIGHT, degrees, 1);

  return test_picture_to_frame (picture);
}

static MadafFrame *
make_data_matrix (void)
{
  guint n;
  const MadafDataMatrixSize *size = &madaf_data_matrix_sizes (&n)[3];
  g_autofree guint8 *modules = test_data_matrix_modules_of ("MADAF 42", size);

  return place (test_render_data_matrix (modules, size, 8, 4), 3);
}

/* (transfer full) (element-type MadafFrame): one of each kind that there is to read, and what there is not. */
static GPtrArray *
make_frames (void)
{
  GPtrArray *frames = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_frame_unref);

  g_ptr_array_add (frames, place (test_render_ean (DIGITS, 3, 150), 2));
  g_ptr_array_add (frames, place (test_render_ean ("96385074", 3, 150), 45));
  g_ptr_array_add (frames, place (test_render_qr ("https://shop.example/01/07290012345678", 6), 10));
  g_ptr_array_add (frames, place (test_render_qr ("שלום", 6), 0));
  g_ptr_array_add (frames, place (test_render_qr ("Gr\xf6\xdf"
                                                  "e",
                                                  6),
                                  0));
  g_ptr_array_add (frames, make_data_matrix ());
  g_ptr_array_add (frames, place (test_render_databar (729001234567, 3, 120), 0));
  g_ptr_array_add (frames, make_texture (MADAF_TEXTURE_NOISE, WIDTH, HEIGHT));
  g_ptr_array_add (frames, make_texture (MADAF_TEXTURE_FALSE_BARS, WIDTH, HEIGHT));
  return frames;
}

/* All that an answer says, corners included. */
static void
describe (GString *answer, GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const MadafPoint *corners = madaf_code_get_corners (codes->pdata[i]);

      g_string_append_printf (answer, "%d %s %d", madaf_code_get_symbology (codes->pdata[i]),
                              madaf_code_get_text (codes->pdata[i]), madaf_code_get_votes (codes->pdata[i]));
      for (int k = 0; corners != NULL && k < 4; k++)
        g_string_append_printf (answer, " %a,%a", corners[k].x, corners[k].y);
      g_string_append_c (answer, '\n');
    }
  g_string_append (answer, ".\n");
}

/* A reader of its own reads each frame so often, thoroughly and as a camera's. */
static char *
read_all (GPtrArray *frames, int times)
{
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
  GString *answer = g_string_new (NULL);

  for (int time = 0; time < times; time++)
    for (guint i = 0; i < frames->len; i++)
      {
        g_autoptr (GPtrArray) thorough = madaf_reader_read_thoroughly (reader, frames->pdata[i]);
        g_autoptr (GPtrArray) quick = madaf_decoder_decode (MADAF_DECODER (reader), frames->pdata[i]);

        describe (answer, thorough);
        describe (answer, quick);
      }
  return g_string_free (answer, FALSE);
}

static void
test_sizes (void)
{
  static const int sizes[][2]
      = { { 1, 1 },    { 1, 2 },    { 2, 1 },    { 3, 3 },    { 7, 5 },    { 16, 16 },  { 1, 480 },  { 640, 1 },
          { 33, 200 }, { 4096, 1 }, { 1, 4096 }, { 4096, 9 }, { 5, 2160 }, { 101, 77 }, { 319, 241 } };
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (MadafTexture texture = 0; texture < MADAF_N_TEXTURES; texture++)
      {
        g_autoptr (MadafFrame) frame = make_texture (texture, sizes[i][0], sizes[i][1]);
        g_autoptr (GPtrArray) thorough = madaf_reader_read_thoroughly (reader, frame);
        g_autoptr (GPtrArray) quick = madaf_decoder_decode (MADAF_DECODER (reader), frame);

        g_assert_cmpuint (thorough->len + quick->len, ==, 0);
      }
}

/* What lies between rows is nobody's, and may be anything. */
static void
test_strides (void)
{
  static const int paddings[] = { 0, 1, 3, 64, 1000 };
  g_autoptr (TestPicture) picture = test_picture_place (test_render_ean (DIGITS, 3, 150), WIDTH, HEIGHT, 2, 1);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paddings); i++)
    {
      gsize stride = (gsize)(WIDTH + paddings[i]);
      g_autofree guint8 *pixels = g_malloc (stride * HEIGHT);
      g_autoptr (GPtrArray) frames = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_frame_unref);
      g_autofree char *answer = NULL;

      for (gsize k = 0; k < stride * HEIGHT; k++)
        pixels[k] = (guint8)(k * 97);
      for (gsize y = 0; y < HEIGHT; y++)
        memcpy (pixels + y * stride, picture->pixels + y * WIDTH, WIDTH);
      g_ptr_array_add (frames, madaf_frame_new_from_grey (pixels, WIDTH, HEIGHT, stride, 0));
      answer = read_all (frames, 1);
      g_assert_nonnull (strstr (answer, DIGITS));
      if (expected == NULL)
        expected = g_strdup (answer);
      g_assert_cmpstr (answer, ==, expected);
    }
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (madaf_frame_check_size (1, 1, NULL));
  g_assert_true (madaf_frame_check_size (LARGE_WIDTH, LARGE_HEIGHT, NULL));
  g_assert_true (madaf_frame_check_size (MADAF_FRAME_MAX_SIDE, MADAF_FRAME_MAX_SIDE, &error));
  g_assert_no_error (error);
  g_assert_false (madaf_frame_check_size (MADAF_FRAME_MAX_SIDE + 1, 1, &error));
  g_assert_error (error, MADAF_FRAME_ERROR, MADAF_FRAME_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_false (madaf_frame_check_size (1, G_MAXINT, &error));
  g_assert_error (error, MADAF_FRAME_ERROR, MADAF_FRAME_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_false (madaf_frame_check_size (640, 0, &error));
  g_assert_error (error, MADAF_FRAME_ERROR, MADAF_FRAME_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_false (madaf_frame_check_size (-1, 480, &error));
  g_assert_error (error, MADAF_FRAME_ERROR, MADAF_FRAME_ERROR_EMPTY);
}

static gpointer
read_in_thread (gpointer data)
{
  return read_all (data, 1);
}

static void
test_threads (void)
{
  g_autoptr (GPtrArray) frames = make_frames ();
  g_autofree char *alone = read_all (frames, 1);
  GThread *threads[2];

  g_assert_nonnull (strstr (alone, DIGITS));
  g_assert_nonnull (strstr (alone, "שלום"));
  g_assert_nonnull (strstr (alone, "MADAF 42"));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, frames);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *answer = g_thread_join (threads[i]);

      g_assert_cmpstr (answer, ==, alone);
    }
}

/* Thoroughly read, a picture is read as if it were the first. */
static void
test_again (void)
{
  g_autoptr (GPtrArray) frames = make_frames ();
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  for (int time = 0; time < 2; time++)
    for (guint i = 0; i < frames->len; i++)
      {
        guint at = time == 0 ? i : frames->len - 1 - i;
        g_autoptr (MadafReader) fresh = g_object_new (MADAF_TYPE_READER, NULL);
        g_autoptr (GPtrArray) codes = madaf_reader_read_thoroughly (reader, frames->pdata[at]);
        g_autoptr (GPtrArray) expected = madaf_reader_read_thoroughly (fresh, frames->pdata[at]);

        describe (first, codes);
        describe (second, expected);
      }
  g_assert_cmpstr (first->str, ==, second->str);
}

/* System calls that open a file or reach the network end the process. */

#define REFUSE(number)                                                                                                 \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)

static gboolean
refuse_files_and_network (void)
{
  struct sock_filter filter[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
#ifdef __NR_open
    REFUSE (__NR_open),
#endif
#ifdef __NR_creat
    REFUSE (__NR_creat),
#endif
#ifdef __NR_stat
    REFUSE (__NR_stat),
#endif
    REFUSE (__NR_openat),
    REFUSE (__NR_openat2),
    REFUSE (__NR_socket),
    REFUSE (__NR_socketpair),
    REFUSE (__NR_connect),
    REFUSE (__NR_sendto),
    REFUSE (__NR_sendmsg),
    REFUSE (__NR_unlinkat),
    REFUSE (__NR_mkdirat),
    REFUSE (__NR_execve),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const struct sock_fprog program = { G_N_ELEMENTS (filter), filter };

  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#define EXIT_NO_FILTER 77

static void
test_no_files_subprocess (void)
{
  g_autoptr (GPtrArray) frames = make_frames ();
  g_autoptr (GPtrArray) one_qr = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_frame_unref);
  g_autofree char *first = NULL;
  g_autofree char *answer = NULL;

  /* The C library loads its tables of character sets when zbar and we first ask for them, and keeps them. */
  g_ptr_array_add (one_qr, place (test_render_qr ("\x93\xfa\x96{", 6), 0));
  first = read_all (one_qr, 1);
  if (!refuse_files_and_network ())
    _exit (EXIT_NO_FILTER);
  answer = read_all (frames, 1);
  _exit (strstr (answer, DIGITS) != NULL ? 0 : 1);
}

static void
test_opens_a_file_subprocess (void)
{
  if (!refuse_files_and_network ())
    _exit (EXIT_NO_FILTER);
  open ("/dev/null", O_RDONLY | O_CLOEXEC);
  _exit (0);
}

static void
test_no_files (void)
{
  g_test_trap_subprocess ("/reader-promises/no-files/subprocess/opens", 0, 0);
  if (g_test_trap_has_passed ())
    {
      g_test_skip ("This machine does not let a process refuse system calls");
      return;
    }
  g_test_trap_subprocess ("/reader-promises/no-files/subprocess/reads", 0, 0);
  g_test_trap_assert_passed ();
}

#if defined(__SANITIZE_ADDRESS__)
#define COUNTS_MEMORY FALSE
#else
#define COUNTS_MEMORY TRUE
#endif

/* The most that the process ever had, in MB. */
static long
peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/* A frame of 4K has 8 MB of grey; what reading needs beside it is bounded, and does not grow from frame to frame. */
#define MOST_MB        64
#define MOST_GROWTH_MB 16

static void
test_memory_subprocess (void)
{
  g_autoptr (MadafReader) reader = g_object_new (MADAF_TYPE_READER, NULL);
  long before = peak_mb ();
  long after_first = 0;

  for (int time = 0; time < 3; time++)
    {
      g_autoptr (MadafFrame) frame = make_texture (MADAF_TEXTURE_NOISE, LARGE_WIDTH, LARGE_HEIGHT);
      g_autoptr (GPtrArray) codes = madaf_reader_read_thoroughly (reader, frame);

      g_assert_cmpuint (codes->len, ==, 0);
      if (time == 0)
        after_first = peak_mb ();
    }
  g_printerr ("%ld MB, then %ld MB\n", after_first - before, peak_mb () - after_first);
  g_assert_cmpint (after_first - before, <=, MOST_MB);
  g_assert_cmpint (peak_mb () - after_first, <=, MOST_GROWTH_MB);
}

static void
test_memory (void)
{
  if (!COUNTS_MEMORY)
    {
      g_test_skip ("The sanitizer keeps what was freed");
      return;
    }
  g_test_trap_subprocess ("/reader-promises/memory/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-promises/sizes", test_sizes);
  g_test_add_func ("/reader-promises/strides", test_strides);
  g_test_add_func ("/reader-promises/too-large", test_too_large);
  g_test_add_func ("/reader-promises/threads", test_threads);
  g_test_add_func ("/reader-promises/again", test_again);
  g_test_add_func ("/reader-promises/no-files", test_no_files);
  g_test_add_func ("/reader-promises/no-files/subprocess/reads", test_no_files_subprocess);
  g_test_add_func ("/reader-promises/no-files/subprocess/opens", test_opens_a_file_subprocess);
  g_test_add_func ("/reader-promises/memory", test_memory);
  g_test_add_func ("/reader-promises/memory/subprocess", test_memory_subprocess);
  return g_test_run ();
}
