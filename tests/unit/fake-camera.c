/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-camera.h"

#include <gst/gst.h>

/* A device provider whose devices are videotestsrc: the test's own bus of cameras. */

#define FAKE_TYPE_DEVICE (fake_device_get_type ())
G_DECLARE_FINAL_TYPE (FakeDevice, fake_device, FAKE, DEVICE, GstDevice)

struct _FakeDevice
{
  GstDevice parent_instance;
};

G_DEFINE_FINAL_TYPE (FakeDevice, fake_device, GST_TYPE_DEVICE)

static int break_next; /* (atomic) */

static GstElement *
create_element (GstDevice *device, const char *name)
{
  GstElement *element = gst_element_factory_make ("videotestsrc", name);

  g_object_set (element, "is-live", TRUE, "num-buffers",
                g_atomic_int_compare_and_exchange (&break_next, TRUE, FALSE) ? 3 : -1, NULL);
  return element;
}

static void
fake_device_class_init (FakeDeviceClass *klass)
{
  GST_DEVICE_CLASS (klass)->create_element = create_element;
}

static void
fake_device_init (FakeDevice *self)
{
}

#define FAKE_TYPE_PROVIDER (fake_provider_get_type ())
G_DECLARE_FINAL_TYPE (FakeProvider, fake_provider, FAKE, PROVIDER, GstDeviceProvider)

struct _FakeProvider
{
  GstDeviceProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (FakeProvider, fake_provider, GST_TYPE_DEVICE_PROVIDER)

/* (owned) (element-type GstDevice): what is plugged in, whether or not anybody looks. */
static GList *plugged;
G_LOCK_DEFINE_STATIC (plugged);
static GWeakRef running;

static GList *
probe (GstDeviceProvider *provider)
{
  return NULL;
}

static gboolean
start (GstDeviceProvider *provider)
{
  G_LOCK (plugged);
  g_weak_ref_set (&running, provider);
  for (GList *l = plugged; l != NULL; l = l->next)
    gst_device_provider_device_add (provider, gst_object_ref (l->data));
  G_UNLOCK (plugged);
  return TRUE;
}

static void
stop (GstDeviceProvider *provider)
{
  g_weak_ref_set (&running, NULL);
}

static void
fake_provider_class_init (FakeProviderClass *klass)
{
  GstDeviceProviderClass *provider_class = GST_DEVICE_PROVIDER_CLASS (klass);

  provider_class->probe = probe;
  provider_class->start = start;
  provider_class->stop = stop;
  gst_device_provider_class_set_static_metadata (provider_class, "Fake cameras", "Source/Video", "For tests", "Madaf");
}

static void
fake_provider_init (FakeProvider *self)
{
}

void
fake_camera_init (void)
{
  gst_init (NULL, NULL);
  g_weak_ref_init (&running, NULL);
  gst_device_provider_register (NULL, "fakecameraprovider", GST_RANK_PRIMARY, FAKE_TYPE_PROVIDER);
}

void
fake_camera_plug (const char *name)
{
  g_autoptr (GstCaps) caps = gst_caps_from_string ("video/x-raw,width=320,height=240,framerate=30/1");
  g_autoptr (GstDeviceProvider) provider = g_weak_ref_get (&running);
  GstDevice *device
      = g_object_new (FAKE_TYPE_DEVICE, "display-name", name, "device-class", "Video/Source", "caps", caps, NULL);

  G_LOCK (plugged);
  plugged = g_list_prepend (plugged, gst_object_ref_sink (device));
  if (provider != NULL)
    gst_device_provider_device_add (provider, gst_object_ref (device));
  G_UNLOCK (plugged);
}

void
fake_camera_unplug (const char *name)
{
  g_autoptr (GstDeviceProvider) provider = g_weak_ref_get (&running);

  G_LOCK (plugged);
  for (GList *l = plugged; l != NULL; l = l->next)
    {
      g_autofree char *display_name = gst_device_get_display_name (l->data);

      if (g_strcmp0 (display_name, name) != 0)
        continue;
      if (provider != NULL)
        gst_device_provider_device_remove (provider, l->data);
      gst_object_unref (l->data);
      plugged = g_list_delete_link (plugged, l);
      break;
    }
  G_UNLOCK (plugged);
}

void
fake_camera_break_next (void)
{
  g_atomic_int_set (&break_next, TRUE);
}
