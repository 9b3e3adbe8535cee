/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "client-fixture.h"
#include "kiosk/connection.h"
#include "kiosk/memory.h"
#include "kiosk/pages/pages.h"
#include "kiosk/pages/product/product-route.h"
#include "kiosk/picture-store.h"
#include "kiosk/window.h"
#include "model/product-summary.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/*
 * One shopper after another looks at goods of the shop inside and leaves. Nothing that was made for one of them may
 * outlive the session, and the memory of the program stays what it was.
 */

#define SESSIONS      60
#define WARM_SESSIONS 20
#define PRODUCTS      30
/* Between the warm sessions and the last, pictures apart. Allocators differ: a leak of one page a session would be more
 * than twice it. */
#define MAX_GROWTH_BYTES (12 * 1024 * 1024)
/* The sanitizers keep what was freed, on purpose. */
#if defined(__SANITIZE_ADDRESS__)
#define FREED_IS_KEPT TRUE
#else
#define FREED_IS_KEPT FALSE
#endif

typedef struct
{
  char *folder;
  MadafConnection *connection;
  MadafSession *session;
  MadafPictureStore *pictures;
  MadafContext *context;
  MadafNavigator *navigator;
  GtkWidget *window;
  GPtrArray *ids;    /* of products */
  GHashTable *alive; /* object → name of its type: of the sessions so far */
  gboolean ready;
} Fixture;

static void
on_gone (gpointer data, GObject *where_the_object_was)
{
  Fixture *f = data;

  g_assert_true (g_hash_table_remove (f->alive, where_the_object_was));
}

static void
watch (Fixture *f, gpointer object)
{
  if (object == NULL || g_hash_table_contains (f->alive, object))
    return;
  g_hash_table_insert (f->alive, object, (gpointer)G_OBJECT_TYPE_NAME (object));
  g_object_weak_ref (object, on_gone, f);
}

static void
watch_items (Fixture *f, GListModel *model)
{
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      watch (f, item);
    }
}

static void
watch_widgets (Fixture *f, GtkWidget *widget)
{
  watch (f, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch_widgets (f, child);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
on_ready (Fixture *f)
{
  f->ready = TRUE;
}

static void
list_products (Fixture *f)
{
  const MadafProductQuery query = { .sort = MADAF_PRODUCT_SORT_POPULAR, .limit = PRODUCTS };
  MadafCentralClient *central = madaf_connection_get_client (f->connection);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProductList) list = NULL;
  GListModel *items;

  madaf_central_client_list_products_async (central, &query, NULL, fake_take_result, &result);
  fake_wait_result (&result);
  list = madaf_central_client_list_products_finish (central, result, NULL, &error);
  g_assert_no_error (error);
  items = madaf_product_list_get_items (list);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (items, i);

      g_ptr_array_add (f->ids, g_strdup (madaf_product_summary_get_id (product)));
    }
  g_assert_cmpuint (f->ids->len, ==, PRODUCTS);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MadafBrand) brand = madaf_brand_new (NULL, NULL);

  f->folder = g_dir_make_tmp ("madaf-sessions-XXXXXX", NULL);
  f->ids = g_ptr_array_new_with_free_func (g_free);
  f->alive = g_hash_table_new (NULL, NULL);
  f->connection = madaf_connection_new (NULL, NULL, f->folder);
  g_signal_connect_swapped (f->connection, "ready", G_CALLBACK (on_ready), f);
  madaf_connection_start (f->connection, NULL);
  /* The first start fills a whole shop. */
  while (!f->ready)
    g_main_context_iteration (NULL, TRUE);
  list_products (f);
  f->session = madaf_session_new ("en");
  f->pictures = madaf_picture_store_new (madaf_connection_get_client (f->connection), 32 * 1024 * 1024);
  f->context = madaf_context_new (f->session, madaf_connection_get_client (f->connection),
                                  MADAF_PICTURE_LOADER (f->pictures), brand, NULL);
  g_signal_connect_object (f->session, "ended", G_CALLBACK (madaf_picture_store_clear), f->pictures, G_CONNECT_SWAPPED);
  madaf_pages_register (f->context);
  f->window = madaf_window_new (NULL, f->context, FALSE, 60);
  f->navigator = madaf_context_get_navigator (f->context);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  madaf_connection_stop (f->connection);
  kiosk_settle ();
  g_object_unref (f->context);
  g_object_unref (f->pictures);
  g_object_unref (f->session);
  g_object_unref (f->connection);
  g_hash_table_unref (f->alive);
  g_ptr_array_unref (f->ids);
  remove_folder (f->folder);
  g_free (f->folder);
}

/* One shopper: sees one product whole, with its picture, and goes. */
static void
visit (Fixture *f, const char *id)
{
  MadafProductRoute *route;
  MadafPage *page;

  madaf_session_begin (f->session);
  madaf_context_open (f->context, "product", id);
  page = madaf_navigator_get_page (f->navigator);
  route = MADAF_PRODUCT_ROUTE (madaf_navigator_get_route (f->navigator));
  fake_wait_until (madaf_product_route_get_reviews (route) != NULL && madaf_product_route_get_related (route) != NULL
                   && madaf_picture_store_get_bytes (f->pictures) > 0);
  watch (f, route);
  watch (f, madaf_product_route_get_product (route));
  watch (f, madaf_product_route_get_choice (route));
  watch (f, madaf_product_route_get_board (route));
  watch_items (f, madaf_product_route_get_related (route));
  watch_widgets (f, GTK_WIDGET (page));
  g_assert_cmpuint (g_hash_table_size (f->alive), >, 50);
  madaf_session_end (f->session);
}

/* Answers that nobody waits for any more may hold on to a page until they have come. */
static void
assert_all_gone (Fixture *f)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  GHashTableIter iter;
  gpointer name;

  while (g_hash_table_size (f->alive) > 0 && g_get_monotonic_time () < deadline)
    fake_iterate ();
  g_hash_table_iter_init (&iter, f->alive);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_test_message ("outlived its session: %s", (const char *)name);
  g_assert_cmpuint (g_hash_table_size (f->alive), ==, 0);
}

/*
 * What is this process's alone, and so not the pages of the database that the system keeps. The pictures of the attract
 * screen, which has come back, are counted and bounded by their store; how many are here already is a matter of
 * moments.
 */
static gsize
own_bytes (Fixture *f)
{
  gsize pictures = madaf_picture_store_get_bytes (f->pictures);
  g_autofree char *text = NULL;
  const char *at;

  madaf_memory_trim ();
  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  at = strstr (text, "RssAnon:");
  g_assert_nonnull (at);
  return (gsize)strtoull (at + strlen ("RssAnon:"), NULL, 10) * 1024 - pictures;
}

/* Pictures on their way are in memory and not yet in their store: the memory is what is left when they have come. */
static gsize
settled_bytes (Fixture *f, gsize enough)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  gsize least = own_bytes (f);

  while (least >= enough && g_get_monotonic_time () < deadline)
    {
      fake_iterate ();
      least = MIN (least, own_bytes (f));
    }
  return least;
}

static void
test_sessions_leave_nothing (Fixture *f, gconstpointer data)
{
  gsize warm = 0;
  gsize end;

  for (guint i = 0; i < SESSIONS; i++)
    {
      if (i == WARM_SESSIONS)
        warm = own_bytes (f);
      visit (f, g_ptr_array_index (f->ids, i % f->ids->len));
      assert_all_gone (f);
    }
  end = settled_bytes (f, warm + MAX_GROWTH_BYTES);
  g_test_message ("%u sessions: %" G_GSIZE_FORMAT " KiB; %d sessions: %" G_GSIZE_FORMAT " KiB", WARM_SESSIONS,
                  warm / 1024, SESSIONS, end / 1024);
  if (!FREED_IS_KEPT)
    g_assert_cmpuint (end, <, warm + MAX_GROWTH_BYTES);
}

int
main (int argc, char **argv)
{
  madaf_memory_init ();
  kiosk_test_init (&argc, &argv);
  g_test_add ("/kiosk/sessions/leave-nothing", Fixture, NULL, set_up, test_sessions_leave_nothing, tear_down);
  return g_test_run ();
}
