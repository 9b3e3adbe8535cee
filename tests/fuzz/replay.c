/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdint.h>

/* Feeds a fuzz target with the inputs that are kept, each a file in the folder that is the argument. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (argv[1], 0, &error);
  const char *name;
  guint n_inputs = 0;

  if (folder == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *contents = NULL;
      gsize size;

      g_print ("# %s\n", name);
      if (!g_file_get_contents (path, &contents, &size, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const uint8_t *)contents, size);
      n_inputs++;
    }
  g_print ("%s 1 %u inputs\n1..1\n", n_inputs > 0 ? "ok" : "not ok", n_inputs);
  return 0;
}
