/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/lists/list-watch.h"

#include "kiosk/hearts.h"
#include "kiosk/language.h"
#include "kiosk/lists/choose-sheet.h"
#include "kiosk/lists/list-words.h"
#include "kiosk/stage.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

#define CONTEXT "madaf-list-watch-context"

static void
on_chosen (MadafContext *context, const char *list_id, gpointer homeless)
{
  MadafHearts *hearts = madaf_hearts_for (context);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  for (guint i = g_list_model_get_n_items (homeless); i > 0; i--)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (homeless, i - 1);

      madaf_hearts_add_to (hearts, list_id, wished);
    }
  name = madaf_list_words_name_of (hearts, list_id);
  /* Translators: %s is the name of a list. */
  words = g_strdup_printf (_ ("Saved in %s"), name);
  madaf_stage_toast (GTK_WIDGET (madaf_context_get_navigator (context)), words);
}

/* "“Birthday” was deleted elsewhere. Where shall “Linen shirt” be kept?" (transfer full) */
static char *
make_words (const char *list, GListModel *homeless)
{
  guint n = g_list_model_get_n_items (homeless);
  g_autoptr (MadafWished) first = g_list_model_get_item (homeless, 0);
  MadafText *text = madaf_wished_get_title (first);
  g_autofree char *title
      = n == 1 && text != NULL ? madaf_texts_isolate (madaf_text_pick (text, madaf_language_current ())) : NULL;

  if (title != NULL)
    /* Translators: the first %s is the name of a list, the second a product. */
    return g_strdup_printf (_ ("“%s” was deleted elsewhere. Where shall “%s” be kept?"), list, title);
  /* Translators: %s is the name of a list; they are things that were put on it. */
  return g_strdup_printf (_ ("“%s” was deleted elsewhere. Where shall what you put on it be kept?"), list);
}

static void
on_gone (MadafHearts *hearts, const char *list_id, GListModel *homeless, GtkWidget *stage)
{
  MadafContext *context = g_object_get_data (G_OBJECT (stage), CONTEXT);
  g_autofree char *list = madaf_list_words_name_of (hearts, list_id);
  g_autofree char *words = NULL;

  if (g_list_model_get_n_items (homeless) == 0)
    {
      madaf_stage_toast (GTK_WIDGET (madaf_context_get_navigator (context)), _ ("This list was deleted elsewhere."));
      return;
    }
  words = make_words (list, homeless);
  madaf_choose_sheet_present (context, _ ("That list is not there any more"), words, list_id, on_chosen,
                              g_object_ref (homeless), g_object_unref,
                              GTK_WIDGET (madaf_context_get_navigator (context)));
}

/* The hearts are the session's, and others in the next one. */
static void
on_member (GtkWidget *stage)
{
  MadafContext *context = g_object_get_data (G_OBJECT (stage), CONTEXT);
  MadafHearts *hearts;

  if (madaf_session_get_member (madaf_context_get_session (context)) == NULL)
    return;
  hearts = madaf_hearts_for (context);
  g_signal_handlers_disconnect_by_func (hearts, on_gone, stage);
  g_signal_connect_object (hearts, "gone", G_CALLBACK (on_gone), stage, 0);
}

void
madaf_list_watch_start (MadafContext *context, GtkWidget *stage)
{
  g_object_set_data_full (G_OBJECT (stage), CONTEXT, g_object_ref (context), g_object_unref);
  g_signal_connect_object (madaf_context_get_session (context), "notify::member", G_CALLBACK (on_member), stage,
                           G_CONNECT_SWAPPED);
}
