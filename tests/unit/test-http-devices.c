/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/devices.h"

#include "central/shop/error.h"
#include "shop-fixture.h"

/* That a device is known without the database, and that nobody is known any more once they were revoked. */

typedef struct
{
  ShopFixture *fixture;
  MadafDevices *devices;
  char *id;    /* (owned) */
  char *token; /* (owned) */
} Door;

static gboolean
enrol (MadafTransaction *transaction, gpointer data, GError **error)
{
  Door *door = data;
  g_autoptr (MadafDevice) device = madaf_device_create (transaction, "kiosk", "north", "front", door->fixture->now_us,
                                                        door->fixture->random, &door->token, error);

  door->id = device != NULL ? g_strdup (device->id) : NULL;
  return device != NULL;
}

static gboolean
revoke_it (MadafTransaction *transaction, gpointer data, GError **error)
{
  Door *door = data;

  return madaf_device_revoke (transaction, door->id, door->fixture->now_us, error);
}

static void
open_door (Door *door, ShopFixture *fixture, guint most)
{
  *door = (Door){ .fixture = fixture, .devices = madaf_devices_new (most) };
  shop_fixture_write (fixture, enrol, door);
}

static void
close_door (Door *door)
{
  madaf_devices_free (door->devices);
  g_free (door->id);
  g_free (door->token);
}

static gboolean
comes_in (MadafTransaction *transaction, gpointer data, GError **error)
{
  Door *door = data;
  g_autoptr (MadafDevice) device = madaf_devices_get (door->devices, transaction, door->token, error);

  g_assert_nonnull (device);
  g_assert_cmpstr (device->id, ==, door->id);
  g_assert_cmpstr (device->role, ==, "kiosk");
  g_assert_cmpstr (device->branch_id, ==, "north");
  g_assert_cmpstr (device->name, ==, "front");
  return TRUE;
}

static gboolean
stays_out (MadafTransaction *transaction, gpointer data, GError **error)
{
  Door *door = data;
  g_autoptr (GError) refused = NULL;

  g_assert_null (madaf_devices_get (door->devices, transaction, door->token, &refused));
  g_assert_error (refused, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_REVOKED);
  return TRUE;
}

static void
test_known (ShopFixture *fixture, gconstpointer data)
{
  Door door;

  open_door (&door, fixture, 10);
  shop_fixture_read (fixture, comes_in, &door);
  /* Not told of it, it does not look: it answered without the database. */
  shop_fixture_write (fixture, revoke_it, &door);
  shop_fixture_read (fixture, comes_in, &door);
  madaf_devices_forget (door.devices, door.id);
  shop_fixture_read (fixture, stays_out, &door);
  shop_fixture_read (fixture, stays_out, &door);
  close_door (&door);
}

/* Reads, as it was, a device that is revoked while the reader still looks at the past. */
static gboolean
come_late (MadafTransaction *transaction, gpointer data, GError **error)
{
  Door *door = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (transaction, "SELECT id FROM device", MADAF_NO_VALUES, error);

  g_assert_true (madaf_rows_next (rows, error));
  shop_fixture_write (door->fixture, revoke_it, door);
  return comes_in (transaction, door, error);
}

static void
test_late (ShopFixture *fixture, gconstpointer data)
{
  Door door;

  open_door (&door, fixture, 10);
  shop_fixture_read (fixture, come_late, &door);
  madaf_devices_forget (door.devices, door.id);
  shop_fixture_read (fixture, stays_out, &door);
  close_door (&door);
}

static void
test_bound (ShopFixture *fixture, gconstpointer data)
{
  Door first;
  Door second;

  open_door (&first, fixture, 1);
  open_door (&second, fixture, 1);
  shop_fixture_read (fixture, comes_in, &first);
  /* There is room for one: the first is read anew, and was revoked meanwhile. */
  g_clear_pointer (&second.devices, madaf_devices_free);
  second.devices = first.devices;
  shop_fixture_read (fixture, comes_in, &second);
  shop_fixture_write (fixture, revoke_it, &first);
  shop_fixture_read (fixture, stays_out, &first);
  second.devices = NULL;
  close_door (&second);
  close_door (&first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/http/devices/known", test_known);
  SHOP_TEST ("/http/devices/late", test_late);
  SHOP_TEST ("/http/devices/bound", test_bound);
  return g_test_run ();
}
