/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/member-review.h"

#include <string.h>

/* What is said of goods: read by everybody, written by members, let through by the staff. */

#define DEFAULT_LIMIT 24
#define MAX_LIMIT     60
#define MAX_CURSOR    200
#define MAX_LANGUAGE  35

static const char *const fits[] = { "", "small", "true", "large", NULL };

static int
read_limit (MadafRequest *request)
{
  gint64 limit = DEFAULT_LIMIT;

  madaf_request_query_int (request, "limit", 1, MAX_LIMIT, &limit);
  return (int)limit;
}

static void
on_stars_changed (MadafRequest *request)
{
  madaf_cache_clear (request->service->cache);
}

/* Encoding. */

static void
encode_review (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafShopReview *review = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", review->id);
  madaf_json_writer_member_int (writer, "stars", review->stars);
  madaf_json_writer_member_string (writer, "language", review->language);
  madaf_encode_optional (writer, "title", review->title);
  madaf_json_writer_member_string (writer, "text", review->text != NULL ? review->text : "");
  madaf_json_writer_member_string (writer, "author", review->author);
  madaf_json_writer_member_string (writer, "written_on", review->written_on);
  madaf_encode_optional (writer, "size_bought", review->size);
  madaf_encode_optional (writer, "usual_size", review->usual_size);
  madaf_encode_optional (writer, "fit", review->fit);
  madaf_json_writer_member_bool (writer, "verified", review->verified);
  madaf_json_writer_end_object (writer);
}

/* Those of @kind among the page's facets. */
static void
encode_facets (MadafJsonWriter *writer, const char *name, const GPtrArray *facets, const char *kind)
{
  madaf_json_writer_member (writer, name);
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < facets->len; i++)
    {
      const MadafReviewFacet *facet = g_ptr_array_index (facets, i);

      if (strcmp (facet->kind, kind) != 0)
        continue;
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_string (writer, "value", facet->value);
      madaf_json_writer_member_int (writer, "count", facet->count);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
}

static void
encode_page (MadafJsonWriter *writer, const MadafReviewPage *page)
{
  madaf_json_writer_begin_object (writer);
  madaf_encode_stars (writer, "summary", page->stars);
  if (page->facets != NULL)
    {
      madaf_json_writer_member_int (writer, "matching", page->matching);
      madaf_json_writer_member (writer, "facets");
      madaf_json_writer_begin_object (writer);
      encode_facets (writer, "sizes", page->facets, "size");
      encode_facets (writer, "fits", page->facets, "fit");
      encode_facets (writer, "languages", page->facets, "language");
      madaf_json_writer_end_object (writer);
    }
  madaf_encode_list (writer, "items", page->reviews, encode_review, NULL);
  madaf_encode_optional (writer, "next_cursor", page->next);
  madaf_json_writer_end_object (writer);
}

static void
encode_sent (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafSentReview *sent = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "review");
  encode_review (writer, sent->review, NULL);
  madaf_json_writer_member_string (writer, "product_id", sent->review->product_id);
  madaf_json_writer_member_raw (writer, "product_title", sent->product_title);
  madaf_json_writer_member_string (writer, "state", sent->state);
  madaf_encode_optional (writer, "refused_for", sent->refused_for);
  madaf_encode_time (writer, "sent_at", sent->sent_us);
  madaf_json_writer_end_object (writer);
}

/* For everybody. */

gboolean
madaf_route_list_reviews (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  /* In the order of MadafReviewSort. */
  static const char *const sorts[] = { "newest", "highest", "lowest", NULL };
  g_autoptr (MadafReviewPage) page = NULL;
  MadafJsonWriter *writer;
  gint64 stars = 0;
  int fit = madaf_request_query_word (request, "fit", fits);
  MadafReviewQuery query = {
    .product_id = request->parameters[0],
    .language = madaf_request_query_text (request, "language", MAX_LANGUAGE),
    .size = madaf_request_query_text (request, "size", MADAF_REVIEW_SIZE_MAX),
    .fit = fit > 0 ? fits[fit] : NULL,
    .sort = (MadafReviewSort)madaf_request_query_word (request, "sort", sorts),
    .cursor = madaf_request_query_text (request, "cursor", MAX_CURSOR),
    .limit = read_limit (request),
  };

  madaf_request_query_int (request, "stars", 1, 5, &stars);
  query.stars = (int)stars;
  if (madaf_request_has_refused (request))
    return FALSE;
  page = madaf_review_list (transaction, &query, error);
  if (page == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  encode_page (writer, page);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

/* For members. */

static gboolean
encode_bought (MadafJsonWriter *writer,
               MadafRequest *request,
               MadafTransaction *transaction,
               const char *product_id,
               GError **error)
{
  g_autoptr (MadafBought) bought = madaf_member_review_read_bought (transaction, request->member_id, product_id, error);

  if (bought == NULL)
    return FALSE;
  madaf_json_writer_member (writer, "bought");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_bool (writer, "verified", bought->any);
  if (bought->any)
    madaf_encode_time (writer, "last_at", bought->last_us);
  madaf_json_writer_member (writer, "sizes");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < bought->sizes->len; i++)
    madaf_json_writer_string (writer, g_ptr_array_index (bought->sizes, i));
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
  return TRUE;
}

/* What @member_id sent, or what everybody's is held. */
static gboolean
answer_sent (
    MadafRequest *request, MadafTransaction *transaction, const char *member_id, const char *product_id, GError **error)
{
  const char *cursor = madaf_request_query_text (request, "cursor", MAX_CURSOR);
  int limit = read_limit (request);
  g_autoptr (MadafSentReviews) sent = NULL;
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  if (madaf_request_has_refused (request))
    return FALSE;
  sent = madaf_member_review_list (transaction, member_id, product_id, cursor, limit, error);
  if (sent == NULL)
    return FALSE;
  madaf_json_writer_begin_object (writer);
  madaf_encode_list (writer, "items", sent->reviews, encode_sent, NULL);
  if (product_id != NULL && !encode_bought (writer, request, transaction, product_id, error))
    return FALSE;
  madaf_encode_optional (writer, "next_cursor", sent->next);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, g_steal_pointer (&writer));
  return TRUE;
}

gboolean
madaf_route_list_my_reviews (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const char *product_id = madaf_request_query (request, "product_id");

  if (product_id != NULL && !madaf_router_is_id (product_id))
    madaf_request_refuse (request, "product_id", "bad_format");
  return answer_sent (request, transaction, request->member_id, product_id, error);
}

static void
decode_draft (MadafRequest *request, MadafReviewDraft *draft)
{
  g_auto (MadafFields) fields = { 0 };
  gint64 stars = 0;

  madaf_fields_init (&fields, request, request->body, "",
                     "product_id stars language title text size_bought usual_size fit show_name");
  draft->product_id = madaf_fields_id (&fields, "product_id", MADAF_FIELD_REQUIRED);
  madaf_fields_int (&fields, "stars", MADAF_FIELD_REQUIRED, 1, 5, &stars);
  draft->stars = (int)stars;
  draft->language = madaf_fields_language (&fields, "language", MADAF_FIELD_REQUIRED);
  draft->title = madaf_fields_string (&fields, "title", MADAF_FIELD_OPTIONAL, 0, MADAF_REVIEW_TITLE_MAX);
  draft->text = madaf_fields_string (&fields, "text", MADAF_FIELD_OPTIONAL, 0, MADAF_REVIEW_TEXT_MAX);
  draft->size = madaf_fields_string (&fields, "size_bought", MADAF_FIELD_OPTIONAL, 1, MADAF_REVIEW_SIZE_MAX);
  draft->usual_size = madaf_fields_string (&fields, "usual_size", MADAF_FIELD_OPTIONAL, 1, MADAF_REVIEW_SIZE_MAX);
  draft->fit = madaf_fields_word (&fields, "fit", MADAF_FIELD_OPTIONAL, "small true large");
  draft->show_name = madaf_fields_boolean (&fields, "show_name");
}

gboolean
madaf_route_send_my_review (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafSentReview) sent = NULL;
  MadafReviewDraft draft = { 0 };
  MadafJsonWriter *writer;

  decode_draft (request, &draft);
  if (madaf_request_has_refused (request))
    return FALSE;
  sent = madaf_member_review_send (transaction, request->member_id, &draft, request->now_us, request->service->random,
                                   &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  if (sent == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  encode_sent (writer, sent, NULL);
  madaf_request_answer (request, 201, writer);
  request->committed = on_stars_changed;
  return TRUE;
}

/* For the staff. */

gboolean
madaf_route_list_held_reviews (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  return answer_sent (request, transaction, NULL, NULL, error);
}

gboolean
madaf_route_decide_review (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  MadafJsonWriter *writer;
  const char *decision;
  const char *refused_for;
  gboolean accept;

  madaf_fields_init (&fields, request, request->body, "", "decision refused_for");
  decision = madaf_fields_word (&fields, "decision", MADAF_FIELD_REQUIRED, "accept refuse");
  refused_for = madaf_fields_word (&fields, "refused_for", MADAF_FIELD_OPTIONAL, "off_topic rude private advertising");
  accept = g_strcmp0 (decision, "accept") == 0;
  if (accept && refused_for != NULL)
    madaf_request_refuse (request, "/refused_for", "unknown_member");
  if (madaf_request_has_refused (request))
    return FALSE;
  if (!madaf_member_review_decide (transaction, request->parameters[0], accept, refused_for, request->now_us, error))
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", request->parameters[0]);
  madaf_json_writer_member_string (writer, "state", accept ? "accepted" : "refused");
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  request->committed = on_stars_changed;
  return TRUE;
}
