/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/session.h"

#include <gtk/gtk.h>

/* The one place where a person's things are held, so that there is one place to drop them. */

#define MAX_SCANNED 24
#define LARGE_TEXT  150

struct _MadafSession
{
  GObject parent_instance;

  char *greeting_language; /* of every new shopper */
  char *language;
  int usual_text_scale; /* percent; of every new shopper */
  int text_scale;
  MadafBasket *basket;
  GtkStringList *scanned;
  GHashTable *kept;        /* name → GObject */
  MadafMemberPass *member; /* (owned) (nullable) */
  gboolean active;
  gboolean patient;
  gboolean chose_language;
};

G_DEFINE_FINAL_TYPE (MadafSession, madaf_session, G_TYPE_OBJECT)

enum
{
  PROP_LANGUAGE = 1,
  PROP_TEXT_SCALE,
  PROP_BASKET,
  PROP_ACTIVE,
  PROP_MEMBER,
  PROP_PATIENT,
  N_PROPS,
};

enum
{
  SIGNAL_ENDED,
  SIGNAL_MEMBER_LEFT,
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
madaf_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MadafSession *self = MADAF_SESSION (object);

  switch (property_id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_int (value, self->text_scale);
      break;
    case PROP_BASKET:
      g_value_set_object (value, self->basket);
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_MEMBER:
      g_value_set_boxed (value, self->member);
      break;
    case PROP_PATIENT:
      g_value_set_boolean (value, self->patient);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
madaf_session_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_LANGUAGE)
    madaf_session_set_language (MADAF_SESSION (object), g_value_get_string (value));
  else if (property_id == PROP_TEXT_SCALE)
    madaf_session_set_text_scale (MADAF_SESSION (object), g_value_get_int (value));
  else if (property_id == PROP_PATIENT)
    madaf_session_set_patient (MADAF_SESSION (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_session_finalize (GObject *object)
{
  MadafSession *self = MADAF_SESSION (object);

  g_clear_object (&self->basket);
  g_clear_object (&self->scanned);
  g_hash_table_unref (self->kept);
  g_clear_pointer (&self->member, madaf_member_pass_unref);
  g_free (self->language);
  g_free (self->greeting_language);
  G_OBJECT_CLASS (madaf_session_parent_class)->finalize (object);
}

static void
madaf_session_class_init (MadafSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = madaf_session_get_property;
  object_class->set_property = madaf_session_set_property;
  object_class->finalize = madaf_session_finalize;
  properties[PROP_LANGUAGE] = g_param_spec_string (
      "language", NULL, NULL, "en", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT_SCALE] = g_param_spec_int ("text-scale", NULL, NULL, MADAF_TEXT_SCALE_SMALLEST,
                                                  MADAF_TEXT_SCALE_LARGEST, MADAF_TEXT_SCALE_SMALLEST,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BASKET]
      = g_param_spec_object ("basket", NULL, NULL, MADAF_TYPE_BASKET, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTIVE]
      = g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEMBER]
      = g_param_spec_boxed ("member", NULL, NULL, MADAF_TYPE_MEMBER_PASS, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PATIENT] = g_param_spec_boolean (
      "patient", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_ENDED]
      = g_signal_new ("ended", MADAF_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MEMBER_LEFT] = g_signal_new ("member-left", MADAF_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 1, MADAF_TYPE_MEMBER_PASS);
  signals[SIGNAL_REFUSED]
      = g_signal_new ("refused", MADAF_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
madaf_session_init (MadafSession *self)
{
  self->usual_text_scale = MADAF_TEXT_SCALE_SMALLEST;
  self->text_scale = MADAF_TEXT_SCALE_SMALLEST;
  self->basket = madaf_basket_new ();
  self->scanned = gtk_string_list_new (NULL);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

MadafSession *
madaf_session_new (const char *language)
{
  MadafSession *self = g_object_new (MADAF_TYPE_SESSION, NULL);

  self->greeting_language = g_strdup (language);
  self->language = g_strdup (language);
  return self;
}

const char *
madaf_session_get_language (MadafSession *self)
{
  return self->language;
}

static void
set_language (MadafSession *self, const char *language)
{
  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

void
madaf_session_set_language (MadafSession *self, const char *language)
{
  g_return_if_fail (language != NULL);
  self->chose_language = TRUE;
  set_language (self, language);
}

void
madaf_session_suggest_language (MadafSession *self, const char *language)
{
  g_return_if_fail (language != NULL);
  if (!self->chose_language)
    set_language (self, language);
}

MadafMemberPass *
madaf_session_get_member (MadafSession *self)
{
  return self->member;
}

static void
set_member (MadafSession *self, MadafMemberPass *pass)
{
  g_autoptr (MadafMemberPass) left = g_steal_pointer (&self->member);

  if (left == pass)
    {
      self->member = g_steal_pointer (&left);
      return;
    }
  self->member = pass != NULL ? madaf_member_pass_ref (pass) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEMBER]);
  if (left != NULL)
    g_signal_emit (self, signals[SIGNAL_MEMBER_LEFT], 0, left);
}

void
madaf_session_sign_in (MadafSession *self, MadafMemberPass *pass)
{
  g_return_if_fail (pass != NULL);
  set_member (self, pass);
}

void
madaf_session_sign_out (MadafSession *self)
{
  set_member (self, NULL);
}

void
madaf_session_refuse (MadafSession *self, const char *token)
{
  if (self->member == NULL || !g_str_equal (madaf_member_pass_get_token (self->member), token))
    return;
  set_member (self, NULL);
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

gboolean
madaf_session_is_patient (MadafSession *self)
{
  return self->patient;
}

void
madaf_session_set_patient (MadafSession *self, gboolean patient)
{
  if (self->patient == patient)
    return;
  self->patient = patient;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATIENT]);
}

int
madaf_session_get_text_scale (MadafSession *self)
{
  return self->text_scale;
}

gboolean
madaf_session_wants_large_text (MadafSession *self)
{
  return self->text_scale >= LARGE_TEXT;
}

void
madaf_session_set_text_scale (MadafSession *self, int percent)
{
  percent = CLAMP (percent, MADAF_TEXT_SCALE_SMALLEST, MADAF_TEXT_SCALE_LARGEST);
  if (self->text_scale == percent)
    return;
  self->text_scale = percent;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

void
madaf_session_set_usual_text_scale (MadafSession *self, int percent)
{
  self->usual_text_scale = CLAMP (percent, MADAF_TEXT_SCALE_SMALLEST, MADAF_TEXT_SCALE_LARGEST);
  if (!self->active)
    madaf_session_set_text_scale (self, self->usual_text_scale);
}

MadafBasket *
madaf_session_get_basket (MadafSession *self)
{
  return self->basket;
}

GListModel *
madaf_session_get_scanned (MadafSession *self)
{
  return G_LIST_MODEL (self->scanned);
}

void
madaf_session_add_scanned (MadafSession *self, const char *text)
{
  const char *additions[] = { text, NULL };
  guint n;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->scanned)); i++)
    if (g_str_equal (gtk_string_list_get_string (self->scanned, i), text))
      {
        gtk_string_list_remove (self->scanned, i);
        break;
      }
  gtk_string_list_splice (self->scanned, 0, 0, additions);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->scanned));
  if (n > MAX_SCANNED)
    gtk_string_list_remove (self->scanned, n - 1);
}

void
madaf_session_keep (MadafSession *self, const char *name, GObject *thing)
{
  if (thing == NULL)
    g_hash_table_remove (self->kept, name);
  else
    g_hash_table_replace (self->kept, g_strdup (name), g_object_ref (thing));
}

GObject *
madaf_session_kept (MadafSession *self, const char *name)
{
  return g_hash_table_lookup (self->kept, name);
}

gboolean
madaf_session_is_active (MadafSession *self)
{
  return self->active;
}

static void
set_active (MadafSession *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

void
madaf_session_begin (MadafSession *self)
{
  set_active (self, TRUE);
}

void
madaf_session_end (MadafSession *self)
{
  g_hash_table_remove_all (self->kept);
  madaf_basket_clear (self->basket);
  madaf_basket_set_id (self->basket, NULL);
  madaf_basket_set_etag (self->basket, NULL);
  madaf_basket_set_totals (self->basket, NULL, NULL);
  gtk_string_list_splice (self->scanned, 0, g_list_model_get_n_items (G_LIST_MODEL (self->scanned)), NULL);
  set_member (self, NULL);
  set_active (self, FALSE);
  madaf_session_set_patient (self, FALSE);
  self->chose_language = FALSE;
  set_language (self, self->greeting_language);
  madaf_session_set_text_scale (self, self->usual_text_scale);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}
