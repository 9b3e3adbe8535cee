/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera.h"

#include "scan/camera-engine.h"
#include "scan/camera-mail.h"
#include "scan/code-kind.h"

#define DEFAULT_HOLD_MS 1500

/* What the program sees of a camera: its setting, its state, its signals. The work is done by the engine. */
struct _MadafCamera
{
  GObject parent_instance;

  MadafClock *clock;         /* (owned) */
  MadafCameraMail *mail;     /* (owned) */
  MadafCameraEngine *engine; /* (owned) (nullable): from the first start on */
  MadafAim *aim;             /* (owned) */
  char **origins;            /* (owned) (nullable) */
  char **member_prefixes;    /* (owned) (nullable) */
  char *source;              /* (owned) (nullable) */
  int hold_ms;
  int rotation;
  MadafCameraState state;
  GError *error;     /* (owned) (nullable) */
  char *device_name; /* (owned) (nullable) */
  MadafIoctl call;
  MadafAlso also;
  guint run;
  gboolean has_torch;
  gboolean torch;
  gboolean is_dark;
  gboolean is_empty; /* the last "codes" had none */
  gint64 in_view_since_us;
};

G_DEFINE_QUARK (madaf - camera - error - quark, madaf_camera_error)
G_DEFINE_FINAL_TYPE (MadafCamera, madaf_camera, G_TYPE_OBJECT)

GType
madaf_camera_state_get_type (void)
{
  static const GEnumValue values[] = {
    { MADAF_CAMERA_STOPPED, "MADAF_CAMERA_STOPPED", "stopped" },
    { MADAF_CAMERA_STARTING, "MADAF_CAMERA_STARTING", "starting" },
    { MADAF_CAMERA_RUNNING, "MADAF_CAMERA_RUNNING", "running" },
    { MADAF_CAMERA_MISSING, "MADAF_CAMERA_MISSING", "missing" },
    { MADAF_CAMERA_FAILED, "MADAF_CAMERA_FAILED", "failed" },
    { 0, NULL, NULL },
  };
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("MadafCameraState", values));
  return type;
}

enum
{
  PROP_CLOCK = 1,
  PROP_SOURCE,
  PROP_HOLD_MS,
  PROP_ROTATION,
  PROP_STATE,
  PROP_HAS_TORCH,
  PROP_TORCH,
  PROP_DARK,
  N_PROPS
};

enum
{
  SIGNAL_FRAME,
  SIGNAL_CODES,
  SIGNAL_CODE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_started (MadafCamera *self)
{
  return self->state != MADAF_CAMERA_STOPPED;
}

static void
set_state (MadafCamera *self, MadafCameraState state, const GError *error)
{
  gboolean changed = self->state != state;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->state = state;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_flag (MadafCamera *self, gboolean *flag, gboolean value, int prop)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

/* Whether the shop can do something with it. */
static gboolean
is_ours (MadafCode *code, gpointer data)
{
  MadafCamera *self = data;
  g_autofree char *id = NULL;

  return madaf_code_kind_find (code, (const char *const *)self->origins, (const char *const *)self->member_prefixes,
                               &id)
         != MADAF_CODE_KIND_OTHER;
}

static void
emit_codes (MadafCamera *self, GPtrArray *codes, guint n_meant, int width, int height)
{
  if (codes->len == 0 && self->is_empty)
    return;
  self->is_empty = codes->len == 0;
  g_signal_emit (self, signals[SIGNAL_CODES], 0, codes, n_meant, width, height);
}

/* Takes the marks off the screen when there is no picture to mark, and what was said of it. */
static void
forget_view (MadafCamera *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  set_flag (self, &self->is_dark, FALSE, PROP_DARK);
  emit_codes (self, none, 0, 0, 0);
}

static void
take_state (MadafCamera *self, const MadafCameraNews *news)
{
  if (news->state != MADAF_CAMERA_FAILED)
    {
      g_free (self->device_name);
      self->device_name = g_strdup (news->device);
    }
  set_state (self, news->state, news->error);
  if (news->frame == NULL)
    forget_view (self);
}

/* (transfer full): the symbols of what is aimed at first, and how many these are. */
static GPtrArray *
sort_codes (MadafCamera *self, GPtrArray *codes, guint *n_meant)
{
  GPtrArray *sorted = g_ptr_array_new_full (codes->len, (GDestroyNotify)madaf_code_unref);

  *n_meant = 0;
  for (guint i = 0; i < codes->len; i++)
    if (madaf_aim_is_meant (self->aim, codes->pdata[i]))
      g_ptr_array_insert (sorted, (*n_meant)++, madaf_code_ref (codes->pdata[i]));
    else
      g_ptr_array_add (sorted, madaf_code_ref (codes->pdata[i]));
  return sorted;
}

static void
take_view (MadafCamera *self, const MadafCameraView *view, gboolean is_newest)
{
  g_autoptr (MadafCode) taken = madaf_aim_look (self->aim, &view->view, madaf_clock_now_us (self->clock));
  g_autoptr (GPtrArray) sorted = NULL;
  guint n_meant;

  if (is_newest)
    {
      set_flag (self, &self->is_dark, view->is_dark, PROP_DARK);
      sorted = sort_codes (self, view->view.codes, &n_meant);
      emit_codes (self, sorted, n_meant, view->view.width, view->view.height);
    }
  if (view->since_us != 0)
    self->in_view_since_us = view->since_us;
  if (taken != NULL && self->state == MADAF_CAMERA_RUNNING)
    g_signal_emit (self, signals[SIGNAL_CODE], 0, taken);
}

static void
take_torch (MadafCamera *self, gboolean has_torch)
{
  set_flag (self, &self->has_torch, has_torch, PROP_HAS_TORCH);
  if (!has_torch)
    set_flag (self, &self->torch, FALSE, PROP_TORCH);
}

/* A handler may stop the camera at any point; nothing of the ended run may follow. */
static void
on_news (GObject *object, const MadafCameraNews *news)
{
  MadafCamera *self = MADAF_CAMERA (object);

  if (news->has_state && is_started (self))
    take_state (self, news);
  if (news->has_torch_news && is_started (self))
    take_torch (self, news->has_torch);
  if (news->frame != NULL && is_started (self))
    {
      set_state (self, MADAF_CAMERA_RUNNING, NULL);
      if (self->state == MADAF_CAMERA_RUNNING)
        g_signal_emit (self, signals[SIGNAL_FRAME], 0, news->frame);
    }
  for (guint i = 0; news->views != NULL && i < news->views->len && self->state == MADAF_CAMERA_RUNNING; i++)
    take_view (self, &g_array_index (news->views, MadafCameraView, i), i + 1 == news->views->len);
}

static void
begin_run (MadafCamera *self)
{
  self->run = madaf_camera_mail_begin_run (self->mail);
  take_torch (self, FALSE);
  if (self->engine == NULL)
    self->engine = madaf_camera_engine_new (self->mail, self->call, self->also);
  g_clear_pointer (&self->device_name, g_free);
  madaf_camera_engine_play (self->engine, self->run, self->source, self->hold_ms, self->rotation);
  set_state (self, MADAF_CAMERA_STARTING, NULL);
}

/* After a setting changed. */
static void
restart (MadafCamera *self)
{
  if (!is_started (self))
    return;
  madaf_aim_reset (self->aim);
  begin_run (self);
  forget_view (self);
}

void
madaf_camera_start (MadafCamera *self)
{
  g_return_if_fail (MADAF_IS_CAMERA (self));

  if (is_started (self) && self->state != MADAF_CAMERA_FAILED)
    return;
  begin_run (self);
}

void
madaf_camera_stop (MadafCamera *self)
{
  g_return_if_fail (MADAF_IS_CAMERA (self));

  if (!is_started (self))
    return;
  madaf_camera_mail_begin_run (self->mail);
  madaf_camera_engine_stop (self->engine);
  madaf_aim_reset (self->aim);
  g_clear_pointer (&self->device_name, g_free);
  take_torch (self, FALSE);
  set_state (self, MADAF_CAMERA_STOPPED, NULL);
  forget_view (self);
}

void
madaf_camera_set_source (MadafCamera *self, const char *source)
{
  g_return_if_fail (MADAF_IS_CAMERA (self));

  if (g_strcmp0 (self->source, source) == 0)
    return;
  g_free (self->source);
  self->source = g_strdup (source);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
  restart (self);
}

const char *
madaf_camera_get_source (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), NULL);

  return self->source;
}

void
madaf_camera_set_ours (MadafCamera *self, const char *const *origins, const char *const *member_prefixes)
{
  g_return_if_fail (MADAF_IS_CAMERA (self));

  g_strfreev (self->origins);
  self->origins = g_strdupv ((char **)origins);
  g_strfreev (self->member_prefixes);
  self->member_prefixes = g_strdupv ((char **)member_prefixes);
}

MadafCameraState
madaf_camera_get_state (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), MADAF_CAMERA_STOPPED);

  return self->state;
}

const GError *
madaf_camera_get_error (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), NULL);

  return self->error;
}

gint64
madaf_camera_get_in_view_since_us (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), 0);

  return self->in_view_since_us;
}

const char *
madaf_camera_get_device_name (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), NULL);

  return self->device_name;
}

void
madaf_camera_set_also (MadafCamera *self, MadafAlso also)
{
  g_return_if_fail (MADAF_IS_CAMERA (self) && self->engine == NULL);

  self->also = also;
}

void
madaf_camera_set_ioctl (MadafCamera *self, MadafIoctl call)
{
  g_return_if_fail (MADAF_IS_CAMERA (self) && self->engine == NULL);

  self->call = call;
}

gboolean
madaf_camera_get_has_torch (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), FALSE);

  return self->has_torch;
}

void
madaf_camera_set_torch (MadafCamera *self, gboolean on)
{
  g_return_if_fail (MADAF_IS_CAMERA (self));

  if (!self->has_torch || self->torch == on)
    return;
  madaf_camera_engine_set_torch (self->engine, self->run, on);
  set_flag (self, &self->torch, on, PROP_TORCH);
}

gboolean
madaf_camera_get_torch (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), FALSE);

  return self->torch;
}

gboolean
madaf_camera_get_dark (MadafCamera *self)
{
  g_return_val_if_fail (MADAF_IS_CAMERA (self), FALSE);

  return self->is_dark;
}

static void
set_int (MadafCamera *self, int *field, const GValue *value, GParamSpec *pspec)
{
  if (*field == g_value_get_int (value))
    return;
  *field = g_value_get_int (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  restart (self);
}

static void
madaf_camera_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MadafCamera *self = MADAF_CAMERA (object);

  switch (id)
    {
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case PROP_SOURCE:
      madaf_camera_set_source (self, g_value_get_string (value));
      break;
    case PROP_HOLD_MS:
      set_int (self, &self->hold_ms, value, pspec);
      break;
    case PROP_ROTATION:
      set_int (self, &self->rotation, value, pspec);
      break;
    case PROP_TORCH:
      madaf_camera_set_torch (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
madaf_camera_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MadafCamera *self = MADAF_CAMERA (object);

  switch (id)
    {
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_HOLD_MS:
      g_value_set_int (value, self->hold_ms);
      break;
    case PROP_ROTATION:
      g_value_set_int (value, self->rotation);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_HAS_TORCH:
      g_value_set_boolean (value, self->has_torch);
      break;
    case PROP_TORCH:
      g_value_set_boolean (value, self->torch);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->is_dark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
madaf_camera_constructed (GObject *object)
{
  MadafCamera *self = MADAF_CAMERA (object);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  G_OBJECT_CLASS (madaf_camera_parent_class)->constructed (object);
  if (self->clock == NULL)
    self->clock = madaf_clock_new_system ();
  self->mail = madaf_camera_mail_new (context, object, on_news);
}

static void
madaf_camera_dispose (GObject *object)
{
  MadafCamera *self = MADAF_CAMERA (object);

  if (self->mail != NULL)
    madaf_camera_mail_begin_run (self->mail);
  g_clear_pointer (&self->engine, madaf_camera_engine_free);
  self->state = MADAF_CAMERA_STOPPED;
  G_OBJECT_CLASS (madaf_camera_parent_class)->dispose (object);
}

static void
madaf_camera_finalize (GObject *object)
{
  MadafCamera *self = MADAF_CAMERA (object);

  g_clear_pointer (&self->mail, madaf_camera_mail_unref);
  g_clear_pointer (&self->aim, madaf_aim_free);
  g_strfreev (self->origins);
  g_strfreev (self->member_prefixes);
  g_clear_object (&self->clock);
  g_clear_error (&self->error);
  g_free (self->device_name);
  g_free (self->source);
  G_OBJECT_CLASS (madaf_camera_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, MADAF_TYPE_CLOCK,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, settable);
  properties[PROP_HOLD_MS] = g_param_spec_int ("hold-ms", NULL, NULL, 1, 3600 * 1000, DEFAULT_HOLD_MS, settable);
  properties[PROP_ROTATION] = g_param_spec_int ("rotation", NULL, NULL, 0, 270, 0, settable);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MADAF_TYPE_CAMERA_STATE, MADAF_CAMERA_STOPPED,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_TORCH]
      = g_param_spec_boolean ("has-torch", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TORCH] = g_param_spec_boolean ("torch", NULL, NULL, FALSE, settable);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
madaf_camera_class_init (MadafCameraClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = madaf_camera_constructed;
  object_class->dispose = madaf_camera_dispose;
  object_class->finalize = madaf_camera_finalize;
  object_class->set_property = madaf_camera_set_property;
  object_class->get_property = madaf_camera_get_property;
  install_properties (object_class);

  signals[SIGNAL_FRAME] = g_signal_new ("frame", MADAF_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, MADAF_TYPE_FRAME);
  signals[SIGNAL_CODES] = g_signal_new ("codes", MADAF_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        4, G_TYPE_PTR_ARRAY, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_CODE] = g_signal_new ("code", MADAF_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, MADAF_TYPE_CODE);
}

static void
madaf_camera_init (MadafCamera *self)
{
  self->aim = madaf_aim_new (is_ours, self);
  self->call = madaf_camera_ioctl;
  self->hold_ms = DEFAULT_HOLD_MS;
  self->is_empty = TRUE;
}

MadafCamera *
madaf_camera_new (MadafClock *clock)
{
  return g_object_new (MADAF_TYPE_CAMERA, "clock", clock, NULL);
}
