/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/event.h"
#include "central/shop/together.h"
#include "model/json.h"

/* Looks: whole outfits, where all of one can be had, what is bought together, and the stylist. All of them only read.
 */

#define MAX_SIZES    20
#define LONGEST_SIZE 24
#define MAX_IDS      100
#define MAX_PICKS    MADAF_STYLIST_MAX_PICKS
#define PICKS        6

/* What all of these answers rest on. */
typedef struct
{
  MadafShopSettings *settings; /* (owned) */
  MadafPlaces *places;         /* (owned) */
  MadafShopEvents *events;     /* (owned) none, only the last id */
  MadafPriceContext context;
} Ground;

static void
ground_clear (Ground *ground)
{
  g_clear_pointer (&ground->settings, madaf_shop_settings_free);
  g_clear_pointer (&ground->places, madaf_places_free);
  g_clear_pointer (&ground->events, madaf_shop_events_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, ground_clear)

/* @branch_id: (nullable): where the shopper says to be; else the device's. FALSE and refused at @pointer when there is
 * none such. */
static gboolean
read_ground (MadafRequest *request,
             MadafTransaction *transaction,
             const char *branch_id,
             const char *pointer,
             Ground *ground,
             GError **error)
{
  ground->settings = madaf_shop_get_settings (transaction, error);
  if (ground->settings == NULL)
    return FALSE;
  ground->context
      = (MadafPriceContext){ ground->settings->currency, ground->settings->vat_rate_basis_points, request->now_us };
  ground->places = madaf_places_read (transaction, branch_id != NULL ? branch_id : request->branch_id, error);
  ground->events = ground->places != NULL ? madaf_event_list (transaction, -1, 0, error) : NULL;
  if (ground->events == NULL)
    return FALSE;
  if (branch_id == NULL || madaf_places_has_here (ground->places))
    return TRUE;
  madaf_request_refuse (request, pointer, "unknown_id");
  return FALSE;
}

static MadafJsonWriter *
begin_answer (MadafRequest *request, const Ground *ground)
{
  MadafJsonWriter *writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_encode_time (writer, "as_of", request->now_us);
  madaf_json_writer_member_int (writer, "event_id", ground->events->last_id);
  return writer;
}

static void
end_answer (MadafRequest *request, MadafJsonWriter *writer)
{
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
}

static void
check_sizes (MadafRequest *request, const char *const *sizes)
{
  if (g_strv_length ((char **)sizes) > MAX_SIZES)
    madaf_request_refuse (request, "size", "too_long");
  for (guint i = 0; sizes[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (sizes[i], -1);

      if (length < 1 || length > LONGEST_SIZE)
        madaf_request_refuse (request, "size", length < 1 ? "too_short" : "too_long");
    }
}

gboolean
madaf_route_list_looks (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autofree const char **sizes = madaf_request_query_all (request, "size");
  const char *branch_id = madaf_request_query (request, "branch_id");
  g_auto (Ground) ground = { 0 };
  g_autoptr (GPtrArray) looks = NULL;
  MadafJsonWriter *writer;

  check_sizes (request, sizes);
  if (branch_id != NULL && !madaf_router_is_id (branch_id))
    madaf_request_refuse (request, "branch_id", "bad_format");
  if (madaf_request_has_refused (request)
      || !read_ground (request, transaction, branch_id, "branch_id", &ground, error))
    return FALSE;
  looks = madaf_look_list (transaction, ground.places, request->parameters[0], sizes, request->now_us, error);
  if (looks == NULL)
    return FALSE;
  writer = begin_answer (request, &ground);
  madaf_encode_looks (writer, looks, &ground.context);
  end_answer (request, writer);
  return TRUE;
}

gboolean
madaf_route_list_together (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (MadafTogether) together = NULL;
  MadafPriceContext context;
  MadafJsonWriter *writer;

  if (settings != NULL)
    together = madaf_together_get (transaction, request->parameters[0], MADAF_TOGETHER_LIMIT, error);
  if (together == NULL || !madaf_together_read_cards (transaction, together, request->now_us, error))
    return FALSE;
  context = (MadafPriceContext){ settings->currency, settings->vat_rate_basis_points, request->now_us };
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_encode_together (writer, together, &context);
  end_answer (request, writer);
  return TRUE;
}

/* A member that is an array of texts, NULL-ended; NULL when it is not there. @longest 0: of ids. The vector is the
 * caller's, the texts are lent. */
static const char **
read_texts (MadafFields *fields, const char *name, guint most, glong longest)
{
  JsonArray *array = json_object_has_member (fields->object, name) ? madaf_fields_array (fields, name, 0, most) : NULL;
  const char **texts;

  if (array == NULL)
    return NULL;
  texts = g_new0 (const char *, json_array_get_length (array) + 1);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("%s/%s/%u", fields->pointer, name, i);
      glong length;

      /* Something must stand there for the vector not to end. */
      texts[i] = "";
      if (!madaf_json_element_string (array, i, &texts[i], NULL))
        {
          madaf_request_refuse (fields->request, pointer, "wrong_type");
          continue;
        }
      length = g_utf8_strlen (texts[i], -1);
      if (longest == 0 && !madaf_router_is_id (texts[i]))
        madaf_request_refuse (fields->request, pointer, "bad_format");
      else if (longest > 0 && (length < 1 || length > longest))
        madaf_request_refuse (fields->request, pointer, length < 1 ? "too_short" : "too_long");
    }
  return texts;
}

/* Nothing in particular wanted is anything. */
static void
forget_empty (const char *const **texts)
{
  if (*texts == NULL || (*texts)[0] != NULL)
    return;
  g_free ((gpointer)*texts);
  *texts = NULL;
}

/* One of the two says what is wanted; sizes and colours narrow a product only. */
static void
decode_what (MadafFields *fields, MadafWantedPiece *piece)
{
  gboolean by_variant = json_object_has_member (fields->object, "variant_id");
  gboolean by_product = json_object_has_member (fields->object, "product_id");

  piece->variant_id = madaf_fields_id (fields, "variant_id", by_product ? MADAF_FIELD_OPTIONAL : MADAF_FIELD_REQUIRED);
  piece->product_id = madaf_fields_id (fields, "product_id", MADAF_FIELD_OPTIONAL);
  piece->sizes = read_texts (fields, "sizes", MAX_SIZES, LONGEST_SIZE);
  piece->colours = read_texts (fields, "colour_ids", MAX_SIZES, 0);
  if (by_variant && by_product)
    madaf_fields_refuse (fields, "product_id", "duplicate");
  if (by_variant && piece->sizes != NULL)
    madaf_fields_refuse (fields, "sizes", "unknown_member");
  if (by_variant && piece->colours != NULL)
    madaf_fields_refuse (fields, "colour_ids", "unknown_member");
  forget_empty (&piece->sizes);
  forget_empty (&piece->colours);
}

static void
decode_piece (MadafRequest *request, JsonArray *array, guint index, MadafWantedPiece *piece)
{
  g_autofree char *pointer = g_strdup_printf ("/pieces/%u", index);
  g_auto (MadafFields) fields = { 0 };
  JsonObject *object = NULL;
  const char *role;

  piece->quantity = 1;
  if (!madaf_json_element_object (array, index, &object, NULL))
    {
      madaf_request_refuse (request, pointer, "wrong_type");
      return;
    }
  madaf_fields_init (&fields, request, object, pointer, "variant_id product_id sizes colour_ids quantity role");
  decode_what (&fields, piece);
  madaf_fields_int (&fields, "quantity", MADAF_FIELD_OPTIONAL, 1, MADAF_BASKET_MAX_QUANTITY, &piece->quantity);
  role = madaf_fields_word (&fields, "role", MADAF_FIELD_OPTIONAL, MADAF_PIECE_ROLE_NAMES);
  piece->has_role = role != NULL && madaf_piece_role_from_string (role, &piece->role);
}

/* The pieces of a question. */
typedef struct
{
  MadafWantedPiece pieces[MADAF_WHOLE_LOOK_MAX_PIECES];
  guint n;
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  for (guint i = 0; i < wanted->n; i++)
    {
      g_free ((gpointer)wanted->pieces[i].sizes);
      g_free ((gpointer)wanted->pieces[i].colours);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static void
decode_wanted (MadafRequest *request, MadafFields *fields, Wanted *wanted)
{
  JsonArray *array = madaf_fields_array (fields, "pieces", 1, MADAF_WHOLE_LOOK_MAX_PIECES);

  wanted->n = array != NULL ? json_array_get_length (array) : 0;
  for (guint i = 0; i < wanted->n; i++)
    decode_piece (request, array, i, &wanted->pieces[i]);
}

gboolean
madaf_route_find_whole_look (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_auto (Wanted) wanted = { 0 };
  g_auto (Ground) ground = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafLookWhere) where = NULL;
  const char *branch_id;
  MadafJsonWriter *writer;

  madaf_fields_init (&fields, request, request->body, "", "branch_id pieces");
  branch_id = madaf_fields_id (&fields, "branch_id", MADAF_FIELD_OPTIONAL);
  decode_wanted (request, &fields, &wanted);
  if (madaf_request_has_refused (request)
      || !read_ground (request, transaction, branch_id, "/branch_id", &ground, error))
    return FALSE;
  where = madaf_look_find_where (transaction, ground.places, wanted.pieces, wanted.n, request->now_us, &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  if (where == NULL)
    return FALSE;
  writer = begin_answer (request, &ground);
  madaf_encode_where (writer, where, ground.places, &ground.context);
  end_answer (request, writer);
  return TRUE;
}

static const char *const nothing[] = { NULL };

gboolean
madaf_route_complete_look (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_auto (Ground) ground = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafCompletion) completion = NULL;
  g_autofree const char **basket = NULL;
  g_autofree const char **wishlist = NULL;
  g_autofree const char **sizes = NULL;
  const char *branch_id;
  gint64 limit = PICKS;
  /* Whose lists and sizes count follows from the token alone. */
  MadafStylistQuestion question = { .now_us = request->now_us, .member_id = request->member_id };
  MadafJsonWriter *writer;

  madaf_fields_init (&fields, request, request->body, "", "branch_id basket wishlist sizes limit");
  branch_id = madaf_fields_id (&fields, "branch_id", MADAF_FIELD_OPTIONAL);
  basket = read_texts (&fields, "basket", MAX_IDS, 0);
  wishlist = read_texts (&fields, "wishlist", MAX_IDS, 0);
  sizes = read_texts (&fields, "sizes", MAX_SIZES, LONGEST_SIZE);
  madaf_fields_int (&fields, "limit", MADAF_FIELD_OPTIONAL, 1, MAX_PICKS, &limit);
  question.basket = basket != NULL ? basket : nothing;
  question.wishlist = wishlist != NULL ? wishlist : nothing;
  question.sizes = sizes;
  question.limit = (int)limit;
  if (!madaf_request_has_refused (request) && question.basket[0] == NULL && question.wishlist[0] == NULL)
    madaf_fields_refuse (&fields, "basket", basket != NULL ? "too_short" : "missing");
  if (madaf_request_has_refused (request)
      || !read_ground (request, transaction, branch_id, "/branch_id", &ground, error))
    return FALSE;
  completion = madaf_stylist_complete (transaction, ground.places, &question, &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  if (completion == NULL)
    return FALSE;
  writer = begin_answer (request, &ground);
  madaf_encode_completion (writer, completion, &ground.context);
  end_answer (request, writer);
  return TRUE;
}
