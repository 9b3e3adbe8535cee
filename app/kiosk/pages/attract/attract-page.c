/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/attract/attract-page.h"

#include "client/central-client.h"
#include "kiosk/language.h"
#include "kiosk/pages/attract/backdrop.h"
#include "model/product-summary.h"

/* The screen nobody is at. */

#define LINE_SECONDS  6
#define RETRY_SECONDS 3
#define N_PICTURES    24

struct _MadafAttractRoute
{
  MadafRoute parent_instance;
};

G_DEFINE_FINAL_TYPE (MadafAttractRoute, madaf_attract_route, MADAF_TYPE_ROUTE)

static MadafPage *
madaf_attract_route_create_page (MadafRoute *route, MadafContext *context)
{
  return g_object_new (MADAF_TYPE_ATTRACT_PAGE, "context", context, "route", route, "chrome", FALSE, NULL);
}

static void
madaf_attract_route_class_init (MadafAttractRouteClass *klass)
{
  MADAF_ROUTE_CLASS (klass)->create_page = madaf_attract_route_create_page;
}

static void
madaf_attract_route_init (MadafAttractRoute *self)
{
}

MadafRoute *
madaf_attract_route_new (void)
{
  return g_object_new (MADAF_TYPE_ATTRACT_ROUTE, NULL);
}

struct _MadafAttractPage
{
  MadafPage parent_instance;

  GtkWidget *backdrop;
  GtkWidget *slogan;
  GtkWidget *begin;
  const MadafLanguage *greeting; /* the first one, and the first of the buttons */
  const MadafLanguage *language; /* of the line on the screen */
  guint line;
  guint timer;
  guint retry;
};

G_DEFINE_FINAL_TYPE (MadafAttractPage, madaf_attract_page, MADAF_TYPE_PAGE)

static MadafBrand *
get_brand (MadafAttractPage *self)
{
  return madaf_context_get_brand (madaf_page_get_context (MADAF_PAGE (self)));
}

/* The line and the button speak one language, whatever the direction of the rest. */
static void
show_line (MadafAttractPage *self)
{
  const char *const *slogans = madaf_brand_get_slogans (get_brand (self), self->language->code);
  guint n = g_strv_length ((char **)slogans);
  GtkTextDirection direction = self->language->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  gtk_widget_set_direction (self->slogan, direction);
  gtk_widget_set_direction (self->begin, direction);
  gtk_label_set_label (GTK_LABEL (self->slogan), n > 0 ? slogans[self->line % n] : "");
  gtk_button_set_label (GTK_BUTTON (self->begin), madaf_brand_get_invitation (get_brand (self), self->language->code));
}

/* The one after it, round and round. */
static const MadafLanguage *
next_language (const MadafLanguage *language)
{
  return (language + 1)->code != NULL ? language + 1 : madaf_languages ();
}

static gboolean
on_next_line (gpointer user_data)
{
  MadafAttractPage *self = user_data;

  self->language = next_language (self->language);
  if (self->language == self->greeting)
    self->line++;
  show_line (self);
  return G_SOURCE_CONTINUE;
}

static MadafSession *
get_session (MadafAttractPage *self)
{
  return madaf_context_get_session (madaf_page_get_context (MADAF_PAGE (self)));
}

/* Who touches a screen whose line they could read wants to go on in its language, unless they turn out to have another.
 */
static void
on_touched (MadafAttractPage *self)
{
  madaf_session_suggest_language (get_session (self), self->language->code);
  madaf_session_begin (get_session (self));
}

static void
on_tongue_clicked (GtkButton *button, MadafAttractPage *self)
{
  madaf_session_set_language (get_session (self), g_object_get_data (G_OBJECT (button), "language"));
  madaf_session_begin (get_session (self));
}

static GtkWidget *
make_tongues (MadafAttractPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const MadafLanguage *language = self->greeting;

  do
    {
      GtkWidget *button = gtk_button_new_with_label (language->native_name);

      gtk_widget_add_css_class (button, "tongue");
      g_object_set_data (G_OBJECT (button), "language", (gpointer)language->code);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_tongue_clicked), self, 0);
      gtk_box_append (GTK_BOX (box), button);
      language = next_language (language);
    }
  while (language != self->greeting);
  return box;
}

static GtkWidget *
make_words (MadafAttractPage *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 32);
  GtkWidget *wordmark = gtk_label_new (madaf_brand_get_name (get_brand (self), madaf_language_current ()));

  gtk_widget_add_css_class (words, "scrim");
  gtk_widget_add_css_class (words, "page-margin");
  gtk_widget_add_css_class (wordmark, "wordmark");
  gtk_widget_set_halign (wordmark, GTK_ALIGN_START);
  gtk_widget_set_valign (wordmark, GTK_ALIGN_START);
  gtk_widget_set_vexpand (wordmark, TRUE);
  gtk_box_append (GTK_BOX (words), wordmark);
  self->slogan = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 24, NULL);
  gtk_widget_add_css_class (self->slogan, "slogan");
  gtk_box_append (GTK_BOX (words), self->slogan);
  self->begin = gtk_button_new ();
  gtk_widget_add_css_class (self->begin, "begin");
  gtk_widget_set_halign (self->begin, GTK_ALIGN_START);
  g_signal_connect_object (self->begin, "clicked", G_CALLBACK (on_touched), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (words), self->begin);
  gtk_box_append (GTK_BOX (words), make_tongues (self));
  return words;
}

static void load_pictures (MadafAttractPage *self);

static gboolean
on_retry (gpointer user_data)
{
  MadafAttractPage *self = user_data;

  self->retry = 0;
  load_pictures (self);
  return G_SOURCE_REMOVE;
}

static void
show_pictures (MadafAttractPage *self, GListModel *products)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (products, i);
      MadafPicture *picture = madaf_product_summary_get_picture (product);

      if (picture != NULL)
        g_ptr_array_add (keys, g_strdup (madaf_picture_get_id (picture)));
    }
  madaf_backdrop_set_pictures (MADAF_BACKDROP (self->backdrop), keys);
}

static void
on_products (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafAttractPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafProductList) list
      = madaf_central_client_list_products_finish (MADAF_CENTRAL_CLIENT (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (list != NULL && g_list_model_get_n_items (madaf_product_list_get_items (list)) > 0)
    {
      show_pictures (self, madaf_product_list_get_items (list));
      return;
    }
  /* Nobody waits for a picture here: the page just goes on asking, without a word. */
  if (self->retry == 0 && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    self->retry = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
}

static void
load_pictures (MadafAttractPage *self)
{
  const MadafProductQuery query = { .sort = MADAF_PRODUCT_SORT_POPULAR, .limit = N_PICTURES };
  MadafCentralClient *central = madaf_context_get_central (madaf_page_get_context (MADAF_PAGE (self)));

  if (central != NULL && madaf_central_client_get_token (central) != NULL)
    madaf_central_client_list_products_async (central, &query, madaf_page_get_cancellable (MADAF_PAGE (self)),
                                              on_products, g_object_ref (self));
}

/* The first screen is often there before the central: pictures come as soon as it can be asked. */
static void
follow_central (MadafAttractPage *self)
{
  MadafCentralClient *central = madaf_context_get_central (madaf_page_get_context (MADAF_PAGE (self)));

  if (central != NULL)
    g_signal_connect_object (central, "notify::token", G_CALLBACK (load_pictures), self, G_CONNECT_SWAPPED);
}

static void
madaf_attract_page_constructed (GObject *object)
{
  MadafAttractPage *self = MADAF_ATTRACT_PAGE (object);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  G_OBJECT_CLASS (madaf_attract_page_parent_class)->constructed (object);
  self->greeting = self->language = madaf_language_find (madaf_language_current ());
  self->backdrop = madaf_backdrop_new (madaf_page_get_context (MADAF_PAGE (self)));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->backdrop);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_words (self));
  gtk_widget_add_css_class (overlay, "attract");
  gtk_widget_add_css_class (overlay, "full-bleed");
  g_signal_connect_object (click, "released", G_CALLBACK (on_touched), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (overlay, GTK_EVENT_CONTROLLER (click));
  madaf_page_set_content (MADAF_PAGE (self), overlay);
  show_line (self);
  follow_central (self);
}

static void
madaf_attract_page_shown (MadafPage *page)
{
  MadafAttractPage *self = MADAF_ATTRACT_PAGE (page);

  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (LINE_SECONDS, on_next_line, self);
  load_pictures (self);
}

/* As many as stay near 400 pixels wide, where the small size of pictures is sharp. */
static void
madaf_attract_page_shape_changed (MadafPage *page, MadafShape shape)
{
  madaf_backdrop_set_columns (MADAF_BACKDROP (MADAF_ATTRACT_PAGE (page)->backdrop), shape == MADAF_SHAPE_LANDSCAPE ? 4
                                                                                    : shape == MADAF_SHAPE_PORTRAIT_TALL
                                                                                        ? 3
                                                                                        : 2);
}

static void
madaf_attract_page_hidden (MadafPage *page)
{
  g_clear_handle_id (&MADAF_ATTRACT_PAGE (page)->timer, g_source_remove);
  g_clear_handle_id (&MADAF_ATTRACT_PAGE (page)->retry, g_source_remove);
}

static void
madaf_attract_page_dispose (GObject *object)
{
  g_clear_handle_id (&MADAF_ATTRACT_PAGE (object)->timer, g_source_remove);
  g_clear_handle_id (&MADAF_ATTRACT_PAGE (object)->retry, g_source_remove);
  G_OBJECT_CLASS (madaf_attract_page_parent_class)->dispose (object);
}

static void
madaf_attract_page_class_init (MadafAttractPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = madaf_attract_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = madaf_attract_page_dispose;
  MADAF_PAGE_CLASS (klass)->shown = madaf_attract_page_shown;
  MADAF_PAGE_CLASS (klass)->shape_changed = madaf_attract_page_shape_changed;
  MADAF_PAGE_CLASS (klass)->hidden = madaf_attract_page_hidden;
}

static void
madaf_attract_page_init (MadafAttractPage *self)
{
}
