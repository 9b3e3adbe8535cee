/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/outbox-record.h"

#include "client/error.h"
#include "client/outbox-record-private.h"

struct _MadafOutboxRecord
{
  GObject parent_instance;

  char *key;             /* (owned) */
  GBytes *body;          /* (owned) (nullable) */
  MadafMemberPass *pass; /* (owned) (nullable) */
  gint64 kept_at_us;
  MadafOutboxState state;
  MadafOrder *order; /* (owned) (nullable) */
  GError *error;     /* (owned) (nullable) */
};

enum
{
  PROP_KEY = 1,
  PROP_STATE,
  PROP_ORDER,
  PROP_PROBLEM,
  PROP_ERROR,
  PROP_KEPT_AT_US,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MadafOutboxRecord, madaf_outbox_record, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (MadafOutboxState,
                    madaf_outbox_state,
                    G_DEFINE_ENUM_VALUE (MADAF_OUTBOX_KEPT, "kept"),
                    G_DEFINE_ENUM_VALUE (MADAF_OUTBOX_SENDING, "sending"),
                    G_DEFINE_ENUM_VALUE (MADAF_OUTBOX_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (MADAF_OUTBOX_REFUSED, "refused"))

static void
madaf_outbox_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  MadafOutboxRecord *self = MADAF_OUTBOX_RECORD (object);

  switch (id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int)self->state);
      break;
    case PROP_ORDER:
      g_value_set_object (value, self->order);
      break;
    case PROP_PROBLEM:
      g_value_set_boxed (value, madaf_outbox_record_get_problem (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_KEPT_AT_US:
      g_value_set_int64 (value, self->kept_at_us);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
madaf_outbox_record_finalize (GObject *object)
{
  MadafOutboxRecord *self = MADAF_OUTBOX_RECORD (object);

  g_free (self->key);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  g_clear_object (&self->order);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (madaf_outbox_record_parent_class)->finalize (object);
}

static void
madaf_outbox_record_class_init (MadafOutboxRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = madaf_outbox_record_get_property;
  object_class->finalize = madaf_outbox_record_finalize;

  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MADAF_TYPE_OUTBOX_STATE, MADAF_OUTBOX_KEPT, flags);
  props[PROP_ORDER] = g_param_spec_object ("order", NULL, NULL, MADAF_TYPE_ORDER, flags);
  props[PROP_PROBLEM] = g_param_spec_boxed ("problem", NULL, NULL, MADAF_TYPE_PROBLEM, flags);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  props[PROP_KEPT_AT_US] = g_param_spec_int64 ("kept-at-us", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
madaf_outbox_record_init (MadafOutboxRecord *self)
{
}

MadafOutboxRecord *
madaf_outbox_record_new (const char *key, GBytes *body, gint64 kept_at_us)
{
  MadafOutboxRecord *self = g_object_new (MADAF_TYPE_OUTBOX_RECORD, NULL);

  self->key = g_strdup (key);
  self->body = g_bytes_ref (body);
  self->kept_at_us = kept_at_us;

  return self;
}

const char *
madaf_outbox_record_get_key (MadafOutboxRecord *self)
{
  return self->key;
}

GBytes *
madaf_outbox_record_get_body (MadafOutboxRecord *self)
{
  return self->body;
}

MadafMemberPass *
madaf_outbox_record_get_member (MadafOutboxRecord *self)
{
  return self->pass;
}

void
madaf_outbox_record_set_member (MadafOutboxRecord *self, MadafMemberPass *pass)
{
  if (pass != NULL)
    madaf_member_pass_ref (pass);
  g_clear_pointer (&self->pass, madaf_member_pass_unref);
  self->pass = pass;
}

MadafOutboxState
madaf_outbox_record_get_state (MadafOutboxRecord *self)
{
  return self->state;
}

MadafOrder *
madaf_outbox_record_get_order (MadafOutboxRecord *self)
{
  return self->order;
}

MadafProblem *
madaf_outbox_record_get_problem (MadafOutboxRecord *self)
{
  return self->error != NULL ? madaf_client_error_get_problem (self->error) : NULL;
}

const GError *
madaf_outbox_record_get_error (MadafOutboxRecord *self)
{
  return self->error;
}

gint64
madaf_outbox_record_get_kept_at_us (MadafOutboxRecord *self)
{
  return self->kept_at_us;
}

/* The state last, so that whoever hears of it finds the rest in place. */
static void
change (MadafOutboxRecord *self, MadafOutboxState state, const GError *error)
{
  g_object_freeze_notify (G_OBJECT (self));

  if (error != NULL || self->error != NULL)
    {
      g_clear_error (&self->error);
      self->error = error != NULL ? g_error_copy (error) : NULL;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
    }
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
  if (state == MADAF_OUTBOX_CONFIRMED || state == MADAF_OUTBOX_REFUSED)
    {
      g_clear_pointer (&self->body, g_bytes_unref);
      g_clear_pointer (&self->pass, madaf_member_pass_unref);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

void
madaf_outbox_record_set_sending (MadafOutboxRecord *self)
{
  change (self, MADAF_OUTBOX_SENDING, NULL);
}

void
madaf_outbox_record_set_kept (MadafOutboxRecord *self, const GError *error)
{
  change (self, MADAF_OUTBOX_KEPT, error);
}

void
madaf_outbox_record_set_confirmed (MadafOutboxRecord *self, MadafOrder *order)
{
  self->order = g_object_ref (order);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
  change (self, MADAF_OUTBOX_CONFIRMED, NULL);
}

void
madaf_outbox_record_set_refused (MadafOutboxRecord *self, const GError *error)
{
  change (self, MADAF_OUTBOX_REFUSED, error);
}
