/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/error.h"
#include "central/shop/wishlist.h"
#include "shop-fixture.h"

/* Lists of wishes: two devices at once, what changed since something was saved, and who may look. */

#define DANA  "dana"
#define PHONE "+972501234501"

/* One call of a rule: what it is given and what came back. */
typedef struct
{
  ShopFixture *fixture;
  const char *member_id;
  const char *list_id;
  const char *product_id;
  const char *variant_id;
  gint64 version;
  MadafWishlist *list;
  int refusal; /* -1: none */
} Call;

static MadafWishAsker
asker_of (const Call *call)
{
  return (MadafWishAsker){ call->member_id, "north", call->fixture->now_us };
}

static gboolean
note (Call *call, GError *error)
{
  call->refusal = error != NULL ? error->code : -1;
  g_assert_true (error == NULL || error->domain == MADAF_SHOP_ERROR);
  return TRUE;
}

#define RULE(name, ...)                                                                                                \
  static gboolean name (MadafTransaction *transaction, gpointer data, GError **error)                                  \
  {                                                                                                                    \
    Call *call = data;                                                                                                 \
    const MadafWishAsker asker = asker_of (call);                                                                      \
    const MadafWishRequest wish = { call->product_id, call->variant_id };                                              \
    g_auto (MadafFaults) faults = { 0 };                                                                               \
    g_autoptr (GError) local_error = NULL;                                                                             \
    (void)wish;                                                                                                        \
    g_clear_pointer (&call->list, madaf_wishlist_free);                                                                \
    call->list = __VA_ARGS__;                                                                                          \
    return note (call, local_error);                                                                                   \
  }

RULE (get, madaf_wishlist_get (transaction, &asker, call->list_id, &local_error))
RULE (add, madaf_wishlist_add (transaction, &asker, call->list_id, &wish, 1, &faults, &local_error))
RULE (take_off, madaf_wishlist_remove (transaction, &asker, call->list_id, &wish, &local_error))
RULE (create, madaf_wishlist_create (transaction, &asker, "Summer", call->fixture->random, &faults, &local_error))
RULE (replace,
      madaf_wishlist_replace (
          transaction, &asker, call->list_id, call->version, "Winter", &wish, 1, &faults, &local_error))
RULE (share, madaf_wishlist_share (transaction, &asker, call->list_id, call->fixture->random, &local_error))
RULE (restore, madaf_wishlist_restore (transaction, &asker, call->list_id, &faults, &local_error))
RULE (rename_it,
      madaf_wishlist_replace (transaction, &asker, call->list_id, -1, "Winter", NULL, 0, &faults, &local_error))
RULE (get_shared, madaf_wishlist_get_shared (transaction, call->list_id, "north", asker.now_us, &local_error))

static void
call_clear (Call *call)
{
  g_clear_pointer (&call->list, madaf_wishlist_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static Call
call_of (ShopFixture *fixture)
{
  return (Call){ .fixture = fixture, .member_id = DANA, .list_id = MADAF_HEARTS, .version = -1 };
}

static MadafWish *
first (const Call *call)
{
  g_assert_cmpuint (call->list->wishes->len, >, 0);
  return g_ptr_array_index (call->list->wishes, 0);
}

static void
heart (ShopFixture *fixture, const char *product_id, const char *variant_id)
{
  g_auto (Call) call = call_of (fixture);

  call.product_id = product_id;
  call.variant_id = variant_id;
  shop_fixture_write (fixture, add, &call);
  g_assert_cmpint (call.refusal, ==, -1);
}

static gboolean
execute (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

/* What it cost and when stays; what it costs and whether there is one is of now. */
static void
test_prices (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);

  shop_fixture_add_member (fixture, DANA, PHONE);
  shop_fixture_set_stock (fixture, "shirt-navy-s", "north", 2);
  shop_fixture_set_stock (fixture, "shirt-navy-s", "south", 3);
  heart (fixture, "shirt", "shirt-navy-s");
  heart (fixture, "shirt", NULL);
  shop_fixture_read (fixture, get, &call);
  g_assert_cmpuint (call.list->wishes->len, ==, 2);
  g_assert_cmpint (first (&call)->price, ==, 19990);
  g_assert_null (first (&call)->variant_id);
  shop_fixture_write (fixture, execute,
                      (gpointer) "UPDATE variant SET sale_price = 14990, sale_from_us = 0, sale_until_us = 0"
                                 " WHERE id = 'shirt-navy-s'");
  heart (fixture, "shirt", "shirt-navy-s");
  shop_fixture_read (fixture, get, &call);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((MadafWish *)g_ptr_array_index (call.list->wishes, i))->price, ==, 14990);
  g_ptr_array_remove_index (call.list->wishes, 0);
  g_assert_cmpint (first (&call)->saved_price, ==, 24990);
  g_assert_cmpint (first (&call)->available, ==, 5);
  g_assert_cmpint (first (&call)->available_here, ==, 2);
}

/* A heart that was given before something was withdrawn still comes in, and says so. */
static void
test_withdrawn (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);

  shop_fixture_add_member (fixture, DANA, PHONE);
  shop_fixture_write (fixture, execute, (gpointer) "UPDATE product SET hidden = 1 WHERE id = 'shirt'");
  heart (fixture, "shirt", "shirt-navy-s");
  shop_fixture_read (fixture, get, &call);
  g_assert_cmpint (first (&call)->price, ==, -1);
  g_assert_cmpint (first (&call)->saved_price, ==, 24990);
  call.product_id = "none";
  shop_fixture_write (fixture, add, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_INVALID);
}

/* Two devices that saw the same list: single hearts both count; a whole edit of what has changed is refused. */
static void
test_two_devices (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);

  shop_fixture_add_member (fixture, DANA, PHONE);
  heart (fixture, "shirt", NULL);
  heart (fixture, "sock", NULL);
  call.product_id = "sock";
  call.version = 1;
  shop_fixture_write (fixture, replace, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_VERSION);
  for (int i = 0; i < 2; i++)
    {
      shop_fixture_write (fixture, take_off, &call);
      g_assert_cmpint (call.list->version, ==, 3);
      g_assert_cmpstr (first (&call)->product_id, ==, "shirt");
    }
  heart (fixture, "shirt", NULL);
  call.version = 3;
  shop_fixture_write (fixture, replace, &call);
  g_assert_cmpint (call.refusal, ==, -1);
  g_assert_cmpstr (first (&call)->product_id, ==, "sock");
  g_assert_null (call.list->name);
}

/* Nobody else's opens anything; a link does, until it ends, and tells nothing of its owner. */
static void
test_owners (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);
  g_autofree char *id = NULL;
  g_autofree char *token = NULL;

  shop_fixture_add_member (fixture, DANA, PHONE);
  shop_fixture_add_member (fixture, "noa", "+972501234502");
  heart (fixture, "shirt", NULL);
  shop_fixture_write (fixture, create, &call);
  id = g_strdup (call.list->id);
  call.list_id = id;
  call.product_id = "sock";
  shop_fixture_write (fixture, add, &call);
  shop_fixture_write (fixture, share, &call);
  token = g_strdup (call.list->share_token);
  call.member_id = "noa";
  shop_fixture_read (fixture, get, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
  shop_fixture_write (fixture, take_off, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
  call.list_id = MADAF_HEARTS;
  shop_fixture_read (fixture, get, &call);
  g_assert_cmpuint (call.list->wishes->len, ==, 0);
  call.list_id = token;
  shop_fixture_read (fixture, get_shared, &call);
  g_assert_cmpstr (first (&call)->product_id, ==, "sock");
  g_assert_cmpstr (call.list->id, ==, token);
  call.member_id = DANA;
  call.list_id = id;
  shop_fixture_write (fixture, share, &call);
  call.list_id = token;
  shop_fixture_read (fixture, get_shared, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
}

static gboolean
delete_it (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  const MadafWishAsker asker = asker_of (call);
  g_autoptr (GError) local_error = NULL;

  madaf_wishlist_delete (transaction, &asker, call->list_id, &local_error);
  return note (call, local_error);
}

static gboolean
prune (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_wishlist_prune (transaction, ((ShopFixture *)data)->now_us, error);
}

/* A list that was deleted is nobody's to see, and comes back as it was, for its owner, within an hour. */
static void
test_deleted (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);
  g_autofree char *id = NULL;
  g_autofree char *token = NULL;

  shop_fixture_add_member (fixture, DANA, PHONE);
  shop_fixture_add_member (fixture, "noa", "+972501234502");
  shop_fixture_write (fixture, create, &call);
  call.list_id = id = g_strdup (call.list->id);
  call.product_id = "sock";
  shop_fixture_write (fixture, add, &call);
  shop_fixture_write (fixture, rename_it, &call);
  g_assert_cmpstr (call.list->name, ==, "Winter");
  g_assert_cmpstr (first (&call)->product_id, ==, "sock");
  shop_fixture_write (fixture, share, &call);
  token = g_strdup (call.list->share_token);
  shop_fixture_write (fixture, delete_it, &call);
  g_assert_cmpint (call.refusal, ==, -1);
  shop_fixture_write (fixture, add, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
  call.list_id = token;
  shop_fixture_read (fixture, get_shared, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
  call.list_id = id;
  call.member_id = "noa";
  shop_fixture_write (fixture, restore, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
  call.member_id = DANA;
  fixture->now_us += MADAF_WISHLIST_RESTORABLE_US - 1;
  shop_fixture_write (fixture, prune, fixture);
  for (int i = 0; i < 2; i++)
    {
      shop_fixture_write (fixture, restore, &call);
      g_assert_cmpint (call.refusal, ==, -1);
      g_assert_cmpstr (call.list->share_token, ==, token);
      g_assert_cmpstr (first (&call)->product_id, ==, "sock");
    }
  shop_fixture_write (fixture, delete_it, &call);
  fixture->now_us += MADAF_WISHLIST_RESTORABLE_US;
  shop_fixture_write (fixture, restore, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
  shop_fixture_write (fixture, prune, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM wishlist"), ==, 0);
}

static void
test_bounds (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_of (fixture);
  g_autofree char *id = NULL;

  shop_fixture_add_member (fixture, DANA, PHONE);
  heart (fixture, "shirt", NULL);
  for (int i = 0; i < MADAF_WISHLISTS_MAX; i++)
    {
      shop_fixture_write (fixture, create, &call);
      g_assert_cmpint (call.refusal, ==, -1);
    }
  call.list_id = id = g_strdup (call.list->id);
  shop_fixture_write (fixture, create, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_INVALID);
  /* What is deleted makes room, and what is made in it leaves none to come back to. */
  shop_fixture_write (fixture, delete_it, &call);
  shop_fixture_write (fixture, create, &call);
  g_assert_cmpint (call.refusal, ==, -1);
  shop_fixture_write (fixture, restore, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/wishlist/prices", test_prices);
  SHOP_TEST ("/wishlist/withdrawn", test_withdrawn);
  SHOP_TEST ("/wishlist/two-devices", test_two_devices);
  SHOP_TEST ("/wishlist/owners", test_owners);
  SHOP_TEST ("/wishlist/deleted", test_deleted);
  SHOP_TEST ("/wishlist/bounds", test_bounds);
  return g_test_run ();
}
