/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk-fixture.h"

#include "kiosk/guard.h"
#include "kiosk/language.h"

#include <adwaita.h>

/* What the kiosk's tests share. */

#define PATIENCE_US (5 * G_USEC_PER_SEC)

void
kiosk_test_init (int *argc, char ***argv)
{
  madaf_guard_environment ();
  madaf_language_init (NULL);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  madaf_guard_inspector ();
  madaf_language_apply ("en");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
on_wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
kiosk_wait_for (gboolean (*done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  guint wake = g_timeout_add (50, on_wake, NULL);

  while (!done (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_true (done (data));
}

void
kiosk_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  return "";
}

GtkWidget *
kiosk_find_text (GtkWidget *root, const char *text)
{
  GtkWidget *found = strstr (text_of (root), text) != NULL ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = kiosk_find_text (child, text);
  return found;
}

GtkWidget *
kiosk_find_type (GtkWidget *root, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = kiosk_find_type (child, type);
  return found;
}

void
kiosk_press (GtkWidget *root, const char *text)
{
  GtkWidget *label = kiosk_find_text (root, text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

struct _TestRoute
{
  MadafRoute parent_instance;

  char *text;
  int n_built;
};

G_DEFINE_FINAL_TYPE (TestRoute, test_route, MADAF_TYPE_ROUTE)

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, MadafPage)

struct _TestPage
{
  MadafPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, MADAF_TYPE_PAGE)

static void
on_text_changed (GtkEditable *entry, TestPage *self)
{
  TestRoute *route = TEST_ROUTE (madaf_page_get_route (MADAF_PAGE (self)));

  g_free (route->text);
  route->text = g_strdup (gtk_editable_get_text (entry));
}

static void
test_page_constructed (GObject *object)
{
  TestPage *self = TEST_PAGE (object);
  GtkWidget *entry = gtk_entry_new ();

  G_OBJECT_CLASS (test_page_parent_class)->constructed (object);
  gtk_editable_set_text (GTK_EDITABLE (entry), TEST_ROUTE (madaf_page_get_route (MADAF_PAGE (self)))->text);
  g_signal_connect (entry, "changed", G_CALLBACK (on_text_changed), self);
  madaf_page_set_content (MADAF_PAGE (self), entry);
}

static void
test_page_class_init (TestPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = test_page_constructed;
}

static void
test_page_init (TestPage *self)
{
}

static MadafPage *
test_route_create_page (MadafRoute *route, MadafContext *context)
{
  TEST_ROUTE (route)->n_built++;
  return g_object_new (TEST_TYPE_PAGE, "context", context, "route", route, NULL);
}

static gboolean
test_route_is_same (MadafRoute *route, MadafRoute *other)
{
  return g_str_equal (TEST_ROUTE (route)->text, TEST_ROUTE (other)->text);
}

static void
test_route_finalize (GObject *object)
{
  g_free (TEST_ROUTE (object)->text);
  G_OBJECT_CLASS (test_route_parent_class)->finalize (object);
}

static void
test_route_class_init (TestRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_route_finalize;
  MADAF_ROUTE_CLASS (klass)->create_page = test_route_create_page;
  MADAF_ROUTE_CLASS (klass)->is_same = test_route_is_same;
}

static void
test_route_init (TestRoute *self)
{
}

MadafRoute *
test_route_new (const char *text)
{
  TestRoute *self = g_object_new (TEST_TYPE_ROUTE, NULL);

  self->text = g_strdup (text);
  return MADAF_ROUTE (self);
}

const char *
test_route_get_text (TestRoute *self)
{
  return self->text;
}

int
test_route_get_n_built (TestRoute *self)
{
  return self->n_built;
}
