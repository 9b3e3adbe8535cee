/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/central-client-private.h"
#include "model/time.h"

/* The Date header has whole seconds: a smaller difference than this says nothing new. */
#define DATE_TOLERANCE_US (2 * MADAF_TIME_SECOND)

struct _MadafCentralClient
{
  GObject parent_instance;

  char *base_url;            /* (owned) */
  char *token;               /* (owned) (nullable) */
  MadafTransport *transport; /* (owned) */
  MadafShelf *shelf;         /* (owned) (nullable) */
  MadafClock *clock;         /* (owned) */
  MadafCentralState state;
  gint64 ahead_us; /* how far the central's clock is ahead of the kiosk's */
  gboolean knows_time;
};

enum
{
  PROP_BASE_URL = 1,
  PROP_TOKEN,
  PROP_TRANSPORT,
  PROP_SHELF,
  PROP_CLOCK,
  PROP_STATE,
  N_PROPS
};

enum
{
  SIGNAL_MEMBER_REFUSED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MadafCentralClient, madaf_central_client, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (MadafCentralState,
                    madaf_central_state,
                    G_DEFINE_ENUM_VALUE (MADAF_CENTRAL_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MADAF_CENTRAL_ONLINE, "online"),
                    G_DEFINE_ENUM_VALUE (MADAF_CENTRAL_OFFLINE, "offline"))

static void
madaf_central_client_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  MadafCentralClient *self = MADAF_CENTRAL_CLIENT (object);

  switch (id)
    {
    case PROP_BASE_URL:
      g_value_set_string (value, self->base_url);
      break;
    case PROP_TOKEN:
      g_value_set_string (value, self->token);
      break;
    case PROP_TRANSPORT:
      g_value_set_object (value, self->transport);
      break;
    case PROP_SHELF:
      g_value_set_object (value, self->shelf);
      break;
    case PROP_CLOCK:
      g_value_set_object (value, self->clock);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int)self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
madaf_central_client_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  MadafCentralClient *self = MADAF_CENTRAL_CLIENT (object);

  switch (id)
    {
    case PROP_BASE_URL:
      madaf_central_client_set_base_url (self, g_value_get_string (value));
      break;
    case PROP_TOKEN:
      madaf_central_client_set_token (self, g_value_get_string (value));
      break;
    case PROP_TRANSPORT:
      self->transport = g_value_dup_object (value);
      break;
    case PROP_SHELF:
      self->shelf = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
madaf_central_client_finalize (GObject *object)
{
  MadafCentralClient *self = MADAF_CENTRAL_CLIENT (object);

  g_free (self->base_url);
  g_free (self->token);
  g_clear_object (&self->transport);
  g_clear_object (&self->shelf);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (madaf_central_client_parent_class)->finalize (object);
}

static void
madaf_central_client_class_init (MadafCentralClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = madaf_central_client_get_property;
  object_class->set_property = madaf_central_client_set_property;
  object_class->finalize = madaf_central_client_finalize;

  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, settable);
  props[PROP_TOKEN] = g_param_spec_string ("token", NULL, NULL, NULL, settable);
  props[PROP_TRANSPORT] = g_param_spec_object ("transport", NULL, NULL, MADAF_TYPE_TRANSPORT, given);
  props[PROP_SHELF] = g_param_spec_object ("shelf", NULL, NULL, MADAF_TYPE_SHELF, given);
  props[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, MADAF_TYPE_CLOCK, given);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MADAF_TYPE_CENTRAL_STATE, MADAF_CENTRAL_UNKNOWN,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_MEMBER_REFUSED] = g_signal_new ("member-refused", MADAF_TYPE_CENTRAL_CLIENT, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
madaf_central_client_init (MadafCentralClient *self)
{
}

MadafCentralClient *
madaf_central_client_new (const char *base_url, MadafTransport *transport, MadafShelf *shelf, MadafClock *clock)
{
  return g_object_new (MADAF_TYPE_CENTRAL_CLIENT, "base-url", base_url, "transport", transport, "shelf", shelf, "clock",
                       clock, NULL);
}

static void
set_string (MadafCentralClient *self, char **member, const char *value, GParamSpec *prop)
{
  if (g_strcmp0 (*member, value) == 0)
    return;

  g_free (*member);
  *member = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), prop);
}

const char *
madaf_central_client_get_base_url (MadafCentralClient *self)
{
  return self->base_url;
}

void
madaf_central_client_set_base_url (MadafCentralClient *self, const char *base_url)
{
  set_string (self, &self->base_url, base_url, props[PROP_BASE_URL]);
}

const char *
madaf_central_client_get_token (MadafCentralClient *self)
{
  return self->token;
}

void
madaf_central_client_set_token (MadafCentralClient *self, const char *token)
{
  set_string (self, &self->token, token, props[PROP_TOKEN]);
}

MadafCentralState
madaf_central_client_get_state (MadafCentralClient *self)
{
  return self->state;
}

static void
set_state (MadafCentralClient *self, MadafCentralState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

gint64
madaf_central_client_get_now_us (MadafCentralClient *self)
{
  return madaf_clock_now_us (self->clock) + self->ahead_us;
}

MadafTransport *
madaf_central_client_get_transport (MadafCentralClient *self)
{
  return self->transport;
}

MadafShelf *
madaf_central_client_get_shelf (MadafCentralClient *self)
{
  return self->shelf;
}

MadafClock *
madaf_central_client_get_clock (MadafCentralClient *self)
{
  return self->clock;
}

MadafRequest *
madaf_central_client_new_request (MadafCentralClient *self, const char *method, const char *path)
{
  return madaf_central_client_new_request_as (self, method, path, self->token);
}

MadafRequest *
madaf_central_client_new_request_as (MadafCentralClient *self, const char *method, const char *path, const char *token)
{
  MadafRequest *request = madaf_request_new (method, self->base_url != NULL ? self->base_url : "", path);

  if (token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);

      madaf_request_add_header (request, "Authorization", bearer);
    }

  return request;
}

void
madaf_central_client_note_time (MadafCentralClient *self, gint64 now_us, gint64 received_us)
{
  self->ahead_us = now_us - received_us;
  self->knows_time = TRUE;
}

void
madaf_central_client_note_answer (MadafCentralClient *self, gint64 date_us, gint64 received_us)
{
  gint64 ahead_us = date_us + MADAF_TIME_SECOND / 2 - received_us;

  if (date_us != 0 && (!self->knows_time || ABS (ahead_us - self->ahead_us) > DATE_TOLERANCE_US))
    madaf_central_client_note_time (self, date_us + MADAF_TIME_SECOND / 2, received_us);

  set_state (self, MADAF_CENTRAL_ONLINE);
}

void
madaf_central_client_note_error (MadafCentralClient *self, const GError *error)
{
  if (error->domain != MADAF_CLIENT_ERROR || error->code == MADAF_CLIENT_ERROR_BUSY)
    return;

  set_state (self, madaf_client_error_is_passing (error) || error->code == MADAF_CLIENT_ERROR_INSECURE
                       ? MADAF_CENTRAL_OFFLINE
                       : MADAF_CENTRAL_ONLINE);
}

void
madaf_central_client_note_member_error (MadafCentralClient *self, const char *member_token, const GError *error)
{
  if (member_token != NULL && g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_UNAUTHORIZED))
    g_signal_emit (self, signals[SIGNAL_MEMBER_REFUSED], 0, member_token);
}
