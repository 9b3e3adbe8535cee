/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/checkout/placing.h"

#define KEPT_AS "placing"

struct _MadafPlacing
{
  GObject parent_instance;

  MadafSession *session; /* weak pointer: the session keeps this */
  MadafPlacingState state;
  GListStore *lines;         /* (owned): what was ordered */
  MadafOutboxRecord *record; /* (owned) (nullable) */
  GError *error;             /* (owned) (nullable): why it was not kept */
  gboolean needs_member;
};

G_DEFINE_FINAL_TYPE (MadafPlacing, madaf_placing, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (MadafPlacingState,
                    madaf_placing_state,
                    G_DEFINE_ENUM_VALUE (MADAF_PLACING_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (MADAF_PLACING_KEEPING, "keeping"),
                    G_DEFINE_ENUM_VALUE (MADAF_PLACING_KEPT, "kept"),
                    G_DEFINE_ENUM_VALUE (MADAF_PLACING_SENDING, "sending"),
                    G_DEFINE_ENUM_VALUE (MADAF_PLACING_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (MADAF_PLACING_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (MADAF_PLACING_NOT_KEPT, "not-kept"))

enum
{
  PROP_STATE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_state (MadafPlacing *self, MadafPlacingState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static MadafBasket *
get_basket (MadafPlacing *self)
{
  return madaf_session_get_basket (self->session);
}

/* Out of the basket, in order that a fault at "/lines/2" is still about the third. */
static void
take_lines (MadafPlacing *self)
{
  MadafBasket *basket = get_basket (self);

  g_list_store_remove_all (self->lines);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (basket)); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (G_LIST_MODEL (basket), i);

      g_list_store_append (self->lines, line);
    }
  madaf_basket_clear (basket);
  madaf_basket_set_id (basket, NULL);
  madaf_basket_set_etag (basket, NULL);
}

static void
put_lines_back (MadafPlacing *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      madaf_basket_add (get_basket (self), line);
    }
}

static void
on_record_changed (MadafPlacing *self)
{
  if (self->record == NULL)
    return;
  switch (madaf_outbox_record_get_state (self->record))
    {
    case MADAF_OUTBOX_KEPT:
      set_state (self, MADAF_PLACING_KEPT);
      break;
    case MADAF_OUTBOX_SENDING:
      set_state (self, MADAF_PLACING_SENDING);
      break;
    case MADAF_OUTBOX_CONFIRMED:
      set_state (self, MADAF_PLACING_CONFIRMED);
      break;
    case MADAF_OUTBOX_REFUSED:
    default:
      if (self->state == MADAF_PLACING_REFUSED)
        break;
      put_lines_back (self);
      set_state (self, MADAF_PLACING_REFUSED);
      break;
    }
}

static void
on_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafPlacing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOutboxRecord) record = madaf_outbox_put_finish (MADAF_OUTBOX (source), result, &error);

  /* The session ended: the order is the outbox's alone. */
  if (self->state != MADAF_PLACING_KEEPING)
    return;
  if (record == NULL)
    {
      g_warning ("An order could not be kept: %s", error->message);
      self->error = g_steal_pointer (&error);
      put_lines_back (self);
      set_state (self, MADAF_PLACING_NOT_KEPT);
      return;
    }
  g_set_object (&self->record, record);
  g_signal_connect_object (record, "notify::state", G_CALLBACK (on_record_changed), self, G_CONNECT_SWAPPED);
  on_record_changed (self);
}

static void
forget (MadafPlacing *self)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  g_clear_error (&self->error);
  g_list_store_remove_all (self->lines);
  set_state (self, MADAF_PLACING_IDLE);
}

static void
madaf_placing_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_STATE)
    g_value_set_enum (value, (int)MADAF_PLACING (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_placing_finalize (GObject *object)
{
  MadafPlacing *self = MADAF_PLACING (object);

  g_clear_weak_pointer (&self->session);
  g_clear_object (&self->record);
  g_clear_object (&self->lines);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (madaf_placing_parent_class)->finalize (object);
}

static void
madaf_placing_class_init (MadafPlacingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = madaf_placing_get_property;
  object_class->finalize = madaf_placing_finalize;
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MADAF_TYPE_PLACING_STATE, MADAF_PLACING_IDLE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
madaf_placing_init (MadafPlacing *self)
{
  self->lines = g_list_store_new (MADAF_TYPE_BASKET_LINE);
}

MadafPlacing *
madaf_placing_for (MadafSession *session)
{
  MadafPlacing *self = (MadafPlacing *)madaf_session_kept (session, KEPT_AS);
  g_autoptr (MadafPlacing) made = NULL;

  if (self != NULL)
    return self;
  made = g_object_new (MADAF_TYPE_PLACING, NULL);
  g_set_weak_pointer (&made->session, session);
  g_signal_connect_object (session, "ended", G_CALLBACK (forget), made, G_CONNECT_SWAPPED);
  madaf_session_keep (session, KEPT_AS, G_OBJECT (made));
  return made;
}

gboolean
madaf_placing_place (MadafPlacing *self, MadafOutbox *outbox, MadafOrderDraft *draft)
{
  if (madaf_placing_is_under_way (self) || self->state == MADAF_PLACING_CONFIRMED)
    return FALSE;
  forget (self);
  self->needs_member = madaf_order_draft_needs_member (draft);
  /* Said first, so that nobody takes the empty basket for one that the shopper emptied. */
  self->state = MADAF_PLACING_KEEPING;
  take_lines (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  madaf_outbox_put_async (outbox, draft, NULL, on_put, g_object_ref (self));
  return TRUE;
}

MadafPlacingState
madaf_placing_get_state (MadafPlacing *self)
{
  return self->state;
}

gboolean
madaf_placing_is_under_way (MadafPlacing *self)
{
  return self->state == MADAF_PLACING_KEEPING || self->state == MADAF_PLACING_KEPT
         || self->state == MADAF_PLACING_SENDING;
}

gboolean
madaf_placing_needs_member (MadafPlacing *self)
{
  return self->needs_member;
}

GListModel *
madaf_placing_get_lines (MadafPlacing *self)
{
  return G_LIST_MODEL (self->lines);
}

MadafOrder *
madaf_placing_get_order (MadafPlacing *self)
{
  return self->record != NULL ? madaf_outbox_record_get_order (self->record) : NULL;
}

const GError *
madaf_placing_get_error (MadafPlacing *self)
{
  return self->record != NULL ? madaf_outbox_record_get_error (self->record) : self->error;
}

MadafProblem *
madaf_placing_get_problem (MadafPlacing *self)
{
  return self->record != NULL ? madaf_outbox_record_get_problem (self->record) : NULL;
}

void
madaf_placing_reset (MadafPlacing *self)
{
  if (!madaf_placing_is_under_way (self))
    forget (self);
}
