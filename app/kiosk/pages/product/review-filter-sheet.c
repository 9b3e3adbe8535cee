/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/review-filter-sheet.h"

#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

#define KEY_KIND  "madaf-kind"
#define KEY_VALUE "madaf-value"
#define KEY_SORT  "madaf-sort"
#define KEY_STARS "madaf-stars"

/* What a chip stands for is kept with it: a sort or stars (each plus one), else a kind (plus one) and a value. */
static int
get_number (gpointer chip, const char *key)
{
  return GPOINTER_TO_INT (g_object_get_data (chip, key)) - 1;
}

static gboolean
is_wanted (MadafReviewFilter *filter, gpointer chip)
{
  if (get_number (chip, KEY_SORT) >= 0)
    return (int)madaf_review_filter_get_sort (filter) == get_number (chip, KEY_SORT);
  if (get_number (chip, KEY_STARS) >= 0)
    return madaf_review_filter_get_stars (filter) == get_number (chip, KEY_STARS);
  return g_strcmp0 (madaf_review_filter_get_value (filter, (MadafReviewFacetKind)get_number (chip, KEY_KIND)),
                    g_object_get_data (chip, KEY_VALUE))
         == 0;
}

static void
on_filter_changed (MadafReviewFilter *filter, GtkToggleButton *chip)
{
  gtk_toggle_button_set_active (chip, is_wanted (filter, chip));
}

/* Touched again it is taken away, but there is always an order. */
static void
on_toggled (GtkToggleButton *chip, MadafReviewFilter *filter)
{
  gboolean on = gtk_toggle_button_get_active (chip);

  if (on == is_wanted (filter, chip))
    return;
  if (get_number (chip, KEY_SORT) >= 0 && on)
    madaf_review_filter_set_sort (filter, (MadafReviewSort)get_number (chip, KEY_SORT));
  else if (get_number (chip, KEY_SORT) >= 0)
    gtk_toggle_button_set_active (chip, TRUE);
  else if (get_number (chip, KEY_STARS) >= 0)
    madaf_review_filter_set_stars (filter, on ? get_number (chip, KEY_STARS) : 0);
  else
    madaf_review_filter_set_value (filter, (MadafReviewFacetKind)get_number (chip, KEY_KIND),
                                   on ? g_object_get_data (G_OBJECT (chip), KEY_VALUE) : NULL);
}

/* The chip says what it stands for before it is added. */
static void
add_chip (GtkWidget *group, GtkWidget *chip, MadafReviewFilter *filter)
{
  on_filter_changed (filter, GTK_TOGGLE_BUTTON (chip));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_toggled), filter, 0);
  g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed), chip, 0);
  madaf_wrap_box_append (MADAF_WRAP_BOX (group), chip);
}

/* A heading and room for chips. */
static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title,
                                     "xalign", 0.0f, "wrap", TRUE, NULL);
  GtkWidget *group = madaf_wrap_box_new (8);

  gtk_widget_add_css_class (heading, "heading-3");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_sorts (GtkWidget *box, MadafReviewFilter *filter)
{
  const char *const labels[] = { [MADAF_REVIEW_SORT_NEWEST] = _ ("Newest first"),
                                 [MADAF_REVIEW_SORT_HIGHEST] = _ ("Most stars first"),
                                 [MADAF_REVIEW_SORT_LOWEST] = _ ("Fewest stars first") };
  GtkWidget *group = add_group (box, C_ ("reviews", "Order"));

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *chip = madaf_chip_new (labels[i]);

      g_object_set_data (G_OBJECT (chip), KEY_SORT, GINT_TO_POINTER (i + 1));
      add_chip (group, chip, filter);
    }
}

static void
add_facet (GtkWidget *group, MadafReviewFilter *filter, const MadafReviewFacet *facet)
{
  g_autofree char *words = madaf_review_filter_describe (facet->kind, facet->value);
  g_autofree char *label = g_strdup_printf ("%s · \u2066%d\u2069", words, facet->count);
  GtkWidget *chip = madaf_chip_new (label);

  g_object_set_data (G_OBJECT (chip), KEY_KIND, GINT_TO_POINTER (facet->kind + 1));
  g_object_set_data_full (G_OBJECT (chip), KEY_VALUE, g_strdup (facet->value), g_free);
  add_chip (group, chip, filter);
}

typedef struct
{
  const MadafReviewFacet *facet;
  guint place;
} Placed;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Placed *one = a;
  const Placed *other = b;

  return one->place < other->place ? -1 : one->place > other->place;
}

/* Those of @kind in the order of @order (nullable), the product's sizes; what is not there comes after, as frequent. */
static GArray *
place_facets (MadafReviewFilter *filter, MadafReviewFacetKind kind, const char *const *order)
{
  const GPtrArray *facets = madaf_review_filter_get_facets (filter);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  guint n = order != NULL ? g_strv_length ((char **)order) : 0;

  for (guint i = 0; facets != NULL && i < facets->len; i++)
    {
      Placed one = { g_ptr_array_index (facets, i), n + i };

      for (guint j = 0; j < n && one.place >= n; j++)
        if (g_str_equal (order[j], one.facet->value))
          one.place = j;
      if (one.facet->kind == kind)
        g_array_append_val (placed, one);
    }
  g_array_sort (placed, compare_places);
  return placed;
}

static void
add_facets (
    GtkWidget *box, MadafReviewFilter *filter, MadafReviewFacetKind kind, const char *const *order, const char *title)
{
  g_autoptr (GArray) placed = place_facets (filter, kind, order);
  GtkWidget *group = placed->len > 0 ? add_group (box, title) : NULL;

  for (guint i = 0; i < placed->len; i++)
    add_facet (group, filter, g_array_index (placed, Placed, i).facet);
}

static void
add_stars (GtkWidget *box, MadafReviewFilter *filter)
{
  GtkWidget *group = add_group (box, C_ ("reviews", "Stars"));

  for (int stars = 5; stars >= 1; stars--)
    {
      g_autofree char *label = g_strdup_printf ("\u2066%d ★\u2069", stars);
      g_autofree char *name = g_strdup_printf (ngettext ("%d star", "%d stars", (gulong)stars), stars);
      GtkWidget *chip = madaf_chip_new (label);

      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (chip), KEY_STARS, GINT_TO_POINTER (stars + 1));
      add_chip (group, chip, filter);
    }
}

static void
on_counted (MadafReviewFilter *filter, GtkButton *show)
{
  int matching = madaf_review_filter_get_matching (filter);
  g_autofree char *label = NULL;

  if (matching < 0)
    return;
  label = matching == 0 ? g_strdup (_ ("No review says that"))
                        : g_strdup_printf (ngettext ("Show %d review", "Show %d reviews", (gulong)matching), matching);
  gtk_button_set_label (show, label);
  gtk_widget_set_sensitive (GTK_WIDGET (show), matching > 0);
}

void
madaf_review_filter_sheet_present (MadafReviewFilter *filter, MadafProduct *product, GtkWidget *near)
{
  static const char *const fits[] = { "small", "true", "large", NULL };
  MadafSheet *sheet = madaf_sheet_new (_ ("Sort and filter"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkButton *show;

  gtk_widget_add_css_class (box, "review-filters");
  add_sorts (box, filter);
  add_stars (box, filter);
  add_facets (box, filter, MADAF_REVIEW_FACET_SIZE, madaf_product_get_sizes (product), _ ("Size bought"));
  add_facets (box, filter, MADAF_REVIEW_FACET_FIT, fits, C_ ("reviews", "Fit"));
  add_facets (box, filter, MADAF_REVIEW_FACET_LANGUAGE, NULL, _ ("Language"));
  madaf_sheet_set_child (sheet, box);
  show = madaf_sheet_add_action (sheet, _ ("Show the reviews"));
  g_signal_connect_object (show, "clicked", G_CALLBACK (madaf_sheet_close), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "counted", G_CALLBACK (on_counted), show, 0);
  on_counted (filter, show);
  madaf_sheet_present (sheet, near);
}
