/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/send/sender.h"

/* To nobody: the demo shop shows what would have been sent. */

#define MOST_KEPT 50

typedef struct
{
  MadafSender sender;
  GMutex mutex;
  GQueue letters; /* (element-type MadafDemoLetter), the newest first */
} Demo;

static void
letter_free (gpointer data)
{
  MadafDemoLetter *letter = data;

  g_free (letter->phone);
  g_free (letter->language);
  g_free (letter->text);
  g_free (letter);
}

static MadafDemoLetter *
letter_new (const char *phone, const char *language, const char *text, gint64 created_us)
{
  MadafDemoLetter *letter = g_new0 (MadafDemoLetter, 1);

  letter->phone = g_strdup (phone);
  letter->language = g_strdup (language);
  letter->text = g_strdup (text);
  letter->created_us = created_us;
  return letter;
}

static MadafSendResult
send_letter (MadafSender *sender, const MadafLetter *letter, const int *stopping, char **why)
{
  Demo *self = (Demo *)sender;

  g_mutex_lock (&self->mutex);
  g_queue_push_head (&self->letters, letter_new (letter->phone, letter->language, letter->text, letter->created_us));
  if (self->letters.length > MOST_KEPT)
    letter_free (g_queue_pop_tail (&self->letters));
  g_mutex_unlock (&self->mutex);
  return MADAF_SEND_DONE;
}

GPtrArray *
madaf_demo_sender_list (MadafSender *sender)
{
  Demo *self = (Demo *)sender;
  GPtrArray *letters = g_ptr_array_new_with_free_func (letter_free);

  g_mutex_lock (&self->mutex);
  for (GList *link = self->letters.head; link != NULL; link = link->next)
    {
      const MadafDemoLetter *letter = link->data;

      g_ptr_array_add (letters, letter_new (letter->phone, letter->language, letter->text, letter->created_us));
    }
  g_mutex_unlock (&self->mutex);
  return letters;
}

static void
demo_free (MadafSender *sender)
{
  Demo *self = (Demo *)sender;

  g_queue_clear_full (&self->letters, letter_free);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static const MadafSenderKind kind = { "demo", send_letter, demo_free };

MadafSender *
madaf_demo_sender_new (void)
{
  Demo *self = g_new0 (Demo, 1);

  self->sender.kind = &kind;
  g_mutex_init (&self->mutex);
  g_queue_init (&self->letters);
  return &self->sender;
}
