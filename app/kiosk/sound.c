/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sound.h"

#include <gio/gio.h>
#include <gst/app/gstappsrc.h>
#include <gst/gst.h>
#include <math.h>

/* Two soft notes, one after the other, a fifth apart: heard in a shop, and no alarm. */

#define RATE       48000
#define NOTE_MS    70
#define N_NOTES    2
#define LOUDNESS   0.25
#define LONGEST_MS 3000

#define PIPELINE                                                                                                       \
  "appsrc name=tone format=time is-live=false caps=audio/x-raw,format=S16LE,layout=interleaved,channels=1,rate=48000 " \
  "! audioconvert ! audioresample ! autoaudiosink"

struct _MadafSound
{
  GObject parent_instance;

  gboolean playing;
  gboolean broken;
};

G_DEFINE_FINAL_TYPE (MadafSound, madaf_sound, G_TYPE_OBJECT)

GBytes *
madaf_sound_make_tone (void)
{
  static const double hertz[N_NOTES] = { 880.0, 1320.0 };
  const gsize note = RATE * NOTE_MS / 1000;
  gint16 *samples = g_new (gint16, note * N_NOTES);

  for (gsize i = 0; i < note * N_NOTES; i++)
    {
      double at = (double)(i % note) / (double)note;
      /* Rises and falls like a bow, so that no click is heard at either end. */
      double swell = sin (G_PI * at) * sin (G_PI * at);

      samples[i] = GINT16_TO_LE (
          (gint16)lround (LOUDNESS * G_MAXINT16 * swell * sin (2 * G_PI * hertz[i / note] * (double)i / RATE)));
    }
  return g_bytes_new_take (samples, note * N_NOTES * sizeof *samples);
}

static gboolean
play (GstElement *pipeline, GError **error)
{
  g_autoptr (GstElement) source = gst_bin_get_by_name (GST_BIN (pipeline), "tone");
  g_autoptr (GBytes) tone = madaf_sound_make_tone ();
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message = NULL;
  GstBuffer *buffer = gst_buffer_new_wrapped_bytes (tone);

  GST_BUFFER_PTS (buffer) = 0;
  GST_BUFFER_DURATION (buffer) = N_NOTES * NOTE_MS * GST_MSECOND;
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  gst_app_src_push_buffer (GST_APP_SRC (source), buffer);
  gst_app_src_end_of_stream (GST_APP_SRC (source));
  message = gst_bus_timed_pop_filtered (bus, LONGEST_MS * GST_MSECOND,
                                        (GstMessageType)(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
  gst_element_set_state (pipeline, GST_STATE_NULL);
  if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      gst_message_parse_error (message, error, NULL);
      return FALSE;
    }
  return TRUE;
}

static void
play_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GstElement) pipeline = NULL;
  GError *error = NULL;

  if (gst_init_check (NULL, NULL, &error))
    pipeline = gst_parse_launch (PIPELINE, &error);
  if (pipeline != NULL && error == NULL && play (pipeline, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_played (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MadafSound *self = MADAF_SOUND (source);
  g_autoptr (GError) error = NULL;

  self->playing = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    return;
  self->broken = TRUE;
  g_message ("No sound on this kiosk: %s", error->message);
}

void
madaf_sound_play (MadafSound *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->playing || self->broken)
    return;
  self->playing = TRUE;
  task = g_task_new (self, NULL, on_played, NULL);
  g_task_set_source_tag (task, madaf_sound_play);
  g_task_run_in_thread (task, play_in_thread);
}

static void
madaf_sound_class_init (MadafSoundClass *klass)
{
}

static void
madaf_sound_init (MadafSound *self)
{
}

MadafSound *
madaf_sound_new (void)
{
  return g_object_new (MADAF_TYPE_SOUND, NULL);
}
