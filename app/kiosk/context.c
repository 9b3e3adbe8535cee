/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/context.h"

/* The services of this kiosk, handed to every page. */

struct _MadafContext
{
  GObject parent_instance;

  MadafSession *session;        /* (owned) */
  GObject *central;             /* (owned) (nullable): a MadafCentralClient */
  GObject *stream;              /* (owned) (nullable): a MadafStream */
  GObject *outbox;              /* (owned) (nullable): a MadafOutbox */
  GError *outbox_fault;         /* (owned) (nullable) */
  MadafPictureLoader *pictures; /* (owned) (nullable) */
  MadafBrand *brand;            /* (owned) (nullable) */
  MadafNavigator *navigator;    /* weak pointer: it is a widget of the window */
  GHashTable *openers;          /* name → MadafRouteOpener */
  MadafCamera *camera;          /* (owned) (nullable) */
  MadafSound *sound;            /* (owned) (nullable) */
  char **store_items;           /* (owned) (nullable) */
  char **origins;               /* (owned) (nullable) */
  char **member_prefixes;       /* (owned) (nullable) */
  char *branch_id;
  MadafTrouble trouble;
  MadafSignInWays ways;
};

G_DEFINE_FINAL_TYPE (MadafContext, madaf_context, G_TYPE_OBJECT)

enum
{
  PROP_BRANCH_ID = 1,
  PROP_TROUBLE,
  PROP_WAYS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
madaf_context_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_BRANCH_ID)
    g_value_set_string (value, MADAF_CONTEXT (object)->branch_id);
  else if (property_id == PROP_TROUBLE)
    g_value_set_int (value, (int)MADAF_CONTEXT (object)->trouble);
  else if (property_id == PROP_WAYS)
    g_value_set_int (value, (int)MADAF_CONTEXT (object)->ways);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_context_dispose (GObject *object)
{
  MadafContext *self = MADAF_CONTEXT (object);

  g_clear_weak_pointer (&self->navigator);
  g_clear_object (&self->session);
  g_clear_object (&self->stream);
  g_clear_object (&self->outbox);
  g_clear_object (&self->central);
  g_clear_object (&self->pictures);
  g_clear_object (&self->brand);
  g_clear_object (&self->camera);
  g_clear_object (&self->sound);
  g_clear_pointer (&self->store_items, g_strfreev);
  g_clear_pointer (&self->origins, g_strfreev);
  g_clear_pointer (&self->member_prefixes, g_strfreev);
  G_OBJECT_CLASS (madaf_context_parent_class)->dispose (object);
}

static void
madaf_context_finalize (GObject *object)
{
  MadafContext *self = MADAF_CONTEXT (object);

  g_hash_table_unref (self->openers);
  g_free (self->branch_id);
  g_clear_error (&self->outbox_fault);
  G_OBJECT_CLASS (madaf_context_parent_class)->finalize (object);
}

static void
madaf_context_class_init (MadafContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_context_finalize;
  G_OBJECT_CLASS (klass)->get_property = madaf_context_get_property;
  properties[PROP_BRANCH_ID]
      = g_param_spec_string ("branch-id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TROUBLE] = g_param_spec_int ("trouble", NULL, NULL, MADAF_TROUBLE_NONE, MADAF_TROUBLE_INSIDE,
                                               MADAF_TROUBLE_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WAYS]
      = g_param_spec_int ("ways", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
madaf_context_init (MadafContext *self)
{
  self->openers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

MadafContext *
madaf_context_new (MadafSession *session,
                   MadafCentralClient *central,
                   MadafPictureLoader *pictures,
                   MadafBrand *brand,
                   const char *branch_id)
{
  MadafContext *self = g_object_new (MADAF_TYPE_CONTEXT, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->central, (GObject *)central);
  g_set_object (&self->pictures, pictures);
  g_set_object (&self->brand, brand);
  self->branch_id = g_strdup (branch_id);
  /* Whatever was asked, and by whom: whoever is not signed in any more does not find out page by page. */
  if (central != NULL)
    g_signal_connect_object (central, "member-refused", G_CALLBACK (madaf_session_refuse), session, G_CONNECT_SWAPPED);
  return self;
}

MadafSession *
madaf_context_get_session (MadafContext *self)
{
  return self->session;
}

MadafCentralClient *
madaf_context_get_central (MadafContext *self)
{
  return (MadafCentralClient *)self->central;
}

MadafPictureLoader *
madaf_context_get_pictures (MadafContext *self)
{
  return self->pictures;
}

MadafBrand *
madaf_context_get_brand (MadafContext *self)
{
  return self->brand;
}

MadafStream *
madaf_context_get_stream (MadafContext *self)
{
  return (MadafStream *)self->stream;
}

void
madaf_context_set_stream (MadafContext *self, MadafStream *stream)
{
  g_set_object (&self->stream, (GObject *)stream);
}

MadafOutbox *
madaf_context_get_outbox (MadafContext *self)
{
  return (MadafOutbox *)self->outbox;
}

void
madaf_context_set_outbox (MadafContext *self, MadafOutbox *outbox)
{
  g_set_object (&self->outbox, (GObject *)outbox);
}

const GError *
madaf_context_get_outbox_fault (MadafContext *self)
{
  return self->outbox_fault;
}

void
madaf_context_set_outbox_fault (MadafContext *self, const GError *fault)
{
  g_clear_error (&self->outbox_fault);
  self->outbox_fault = fault != NULL ? g_error_copy (fault) : NULL;
}

const char *
madaf_context_get_branch_id (MadafContext *self)
{
  return self->branch_id;
}

void
madaf_context_set_branch_id (MadafContext *self, const char *branch_id)
{
  char *copy;

  if (g_strcmp0 (self->branch_id, branch_id) == 0)
    return;
  copy = g_strdup (branch_id);
  g_free (self->branch_id);
  self->branch_id = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRANCH_ID]);
}

MadafCamera *
madaf_context_get_camera (MadafContext *self)
{
  return self->camera;
}

void
madaf_context_set_camera (MadafContext *self, MadafCamera *camera)
{
  g_set_object (&self->camera, camera);
}

MadafSound *
madaf_context_get_sound (MadafContext *self)
{
  return self->sound;
}

void
madaf_context_set_sound (MadafContext *self, MadafSound *sound)
{
  g_set_object (&self->sound, sound);
}

const char *const *
madaf_context_get_store_items (MadafContext *self)
{
  return (const char *const *)self->store_items;
}

void
madaf_context_set_store_items (MadafContext *self, const char *const *patterns)
{
  g_strfreev (self->store_items);
  self->store_items = g_strdupv ((char **)patterns);
}

const char *const *
madaf_context_get_origins (MadafContext *self)
{
  return (const char *const *)self->origins;
}

void
madaf_context_set_origins (MadafContext *self, const char *const *origins)
{
  g_strfreev (self->origins);
  self->origins = g_strdupv ((char **)origins);
}

const char *const *
madaf_context_get_member_prefixes (MadafContext *self)
{
  return (const char *const *)self->member_prefixes;
}

void
madaf_context_set_member_prefixes (MadafContext *self, const char *const *prefixes)
{
  g_strfreev (self->member_prefixes);
  self->member_prefixes = g_strdupv ((char **)prefixes);
}

MadafTrouble
madaf_context_get_trouble (MadafContext *self)
{
  return self->trouble;
}

void
madaf_context_set_trouble (MadafContext *self, MadafTrouble trouble)
{
  if (self->trouble == trouble)
    return;
  self->trouble = trouble;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

MadafSignInWays
madaf_context_get_ways (MadafContext *self)
{
  return self->ways;
}

void
madaf_context_set_ways (MadafContext *self, MadafSignInWays ways)
{
  if (self->ways == ways)
    return;
  self->ways = ways;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAYS]);
}

MadafNavigator *
madaf_context_get_navigator (MadafContext *self)
{
  return self->navigator;
}

void
madaf_context_set_navigator (MadafContext *self, MadafNavigator *navigator)
{
  g_set_weak_pointer (&self->navigator, navigator);
}

void
madaf_context_go (MadafContext *self, MadafRoute *route)
{
  g_return_if_fail (self->navigator != NULL);
  madaf_navigator_push (self->navigator, route);
}

void
madaf_context_add_opener (MadafContext *self, const char *name, MadafRouteOpener opener)
{
  g_hash_table_insert (self->openers, g_strdup (name), (gpointer)opener);
}

gboolean
madaf_context_open (MadafContext *self, const char *name, const char *argument)
{
  MadafRouteOpener opener = (MadafRouteOpener)g_hash_table_lookup (self->openers, name);

  if (g_str_equal (name, "home") && self->navigator != NULL)
    {
      madaf_navigator_home (self->navigator);
      return TRUE;
    }
  if (opener == NULL || self->navigator == NULL)
    return FALSE;
  madaf_navigator_push (self->navigator, opener (argument));
  return TRUE;
}

gboolean
madaf_context_open_scanned (MadafContext *self, MadafScanned *scanned)
{
  MadafRouteOpener opener = (MadafRouteOpener)g_hash_table_lookup (self->openers, "code");
  MadafRoute *route;

  if (opener == NULL || self->navigator == NULL)
    return FALSE;
  route = opener (madaf_scanned_get_text (scanned));
  madaf_route_set_scanned (route, scanned);
  madaf_navigator_push (self->navigator, route);
  return TRUE;
}

gboolean
madaf_context_can_open (MadafContext *self, const char *name)
{
  return g_hash_table_contains (self->openers, name);
}
