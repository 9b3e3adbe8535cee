/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/camera-search.h"

#include "scan/camera-choice.h"

/* Between what GStreamer knows of cameras and what is asked for. */

struct _MadafCameraSearch
{
  GstDeviceMonitor *monitor; /* (owned) */
  GSource *watch;            /* (owned) */
  MadafCameraSearchFunc func;
  gpointer user_data;
};

char *
madaf_camera_find_path (GstDevice *device)
{
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);
  const char *path = NULL;

  if (properties != NULL)
    path = gst_structure_get_string (properties, "device.path");
  if (path == NULL && properties != NULL)
    path = gst_structure_get_string (properties, "api.v4l2.path");
  return g_strdup (path);
}

/* What GStreamer knows of a device; the strings live as long as @device and @strings. */
static MadafCameraDevice
describe_device (GstDevice *device, GPtrArray *strings)
{
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);
  g_autoptr (GstCaps) caps = gst_device_get_caps (device);
  char *name = gst_device_get_display_name (device);
  char *all = properties != NULL ? gst_structure_to_string (properties) : NULL;
  MadafCameraDevice result
      = { .name = name, .properties = all, .has_video = caps == NULL || !gst_caps_is_empty (caps) };

  result.path = madaf_camera_find_path (device);
  g_ptr_array_add (strings, name);
  g_ptr_array_add (strings, all);
  g_ptr_array_add (strings, (char *)result.path);
  return result;
}

GstDevice *
madaf_camera_search_find (MadafCameraSearch *self, const char *source)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) described = g_array_new (FALSE, FALSE, sizeof (MadafCameraDevice));
  GList *devices = gst_device_monitor_get_devices (self->monitor);
  GstDevice *chosen = NULL;
  int index;

  for (GList *l = devices; l != NULL; l = l->next)
    {
      MadafCameraDevice device = describe_device (l->data, strings);

      g_array_append_val (described, device);
    }
  index = madaf_camera_choose ((MadafCameraDevice *)(gpointer)described->data, described->len, source);
  if (index >= 0)
    chosen = gst_object_ref (g_list_nth_data (devices, index));
  g_list_free_full (devices, gst_object_unref);
  return chosen;
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer data)
{
  MadafCameraSearch *self = data;
  gboolean is_gone = GST_MESSAGE_TYPE (message) == GST_MESSAGE_DEVICE_REMOVED;
  g_autoptr (GstDevice) device = NULL;

  if (is_gone)
    gst_message_parse_device_removed (message, &device);
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_DEVICE_ADDED)
    gst_message_parse_device_added (message, &device);
  if (device != NULL)
    self->func (device, is_gone, self->user_data);
  return G_SOURCE_CONTINUE;
}

MadafCameraSearch *
madaf_camera_search_new (MadafCameraSearchFunc func, gpointer user_data)
{
  MadafCameraSearch *self = g_new0 (MadafCameraSearch, 1);
  g_autoptr (GstBus) bus = NULL;

  self->func = func;
  self->user_data = user_data;
  self->monitor = gst_device_monitor_new ();
  gst_device_monitor_add_filter (self->monitor, "Video/Source", NULL);
  bus = gst_device_monitor_get_bus (self->monitor);
  self->watch = gst_bus_create_watch (bus);
  g_source_set_callback (self->watch, G_SOURCE_FUNC (on_message), self, NULL);
  g_source_attach (self->watch, g_main_context_get_thread_default ());
  /* Without any provider (no PipeWire, no udev) it lists nothing, which is what there is. */
  gst_device_monitor_start (self->monitor);
  return self;
}

void
madaf_camera_search_free (MadafCameraSearch *self)
{
  g_source_destroy (self->watch);
  g_source_unref (self->watch);
  gst_device_monitor_stop (self->monitor);
  gst_object_unref (self->monitor);
  g_free (self);
}
