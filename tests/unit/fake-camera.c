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

/* (atomic) */
static int break_next;
static int is_dark;
static int n_open;
static int n_opened;
static int n_pictures;

static GstPadProbeReturn
on_picture (GstPad *pad, GstPadProbeInfo *info, gpointer data)
{
  g_atomic_int_inc (&n_pictures);
  return GST_PAD_PROBE_OK;
}

static void
on_closed (gpointer data, GObject *gone)
{
  g_atomic_int_add (&n_open, -1);
}

static GstElement *
create_element (GstDevice *device, const char *name)
{
  GstElement *element = gst_element_factory_make ("videotestsrc", name);

  g_autoptr (GstPad) pad = gst_element_get_static_pad (element, "src");

  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_picture, NULL, NULL);
  g_object_weak_ref (G_OBJECT (element), on_closed, NULL);
  g_atomic_int_inc (&n_open);
  g_atomic_int_inc (&n_opened);
  if (g_atomic_int_get (&is_dark))
    g_object_set (element, "pattern", 2 /* black */, NULL);
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
  /* Something that can be opened, with what fake-controls.h is asked about. */
  g_autoptr (GstStructure) properties = gst_structure_new ("fake", "device.path", G_TYPE_STRING, "/dev/null", NULL);
  GstDevice *device = g_object_new (FAKE_TYPE_DEVICE, "display-name", name, "device-class", "Video/Source", "caps",
                                    caps, "properties", properties, NULL);

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

int
fake_camera_get_n_open (void)
{
  return g_atomic_int_get (&n_open);
}

int
fake_camera_get_n_opened (void)
{
  return g_atomic_int_get (&n_opened);
}

int
fake_camera_get_n_pictures (void)
{
  return g_atomic_int_get (&n_pictures);
}

void
fake_camera_set_dark (gboolean dark)
{
  g_atomic_int_set (&is_dark, dark);
}
