/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/own-review.h"

#include "client/call.h"
#include "client/decode-stock.h"
#include "model/json.h"

void
madaf_own_review_free (MadafOwnReview *own)
{
  g_clear_object (&own->review);
  g_strfreev (own->sizes);
  g_free (own);
}

/* @words ends with NULL; the place of the one that the member says, of which there is @otherwise where it is absent. */
static gboolean
read_word (JsonObject *object, const char *member, const char *const *words, int otherwise, int *place, GError **error)
{
  const char *word;

  *place = otherwise;
  if (otherwise >= 0 && !json_object_has_member (object, member))
    return TRUE;
  if (!madaf_json_read_string (object, member, &word, error))
    return FALSE;
  for (*place = 0; words[*place] != NULL; ++*place)
    if (g_str_equal (words[*place], word))
      return TRUE;
  g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: no such word", member);
  return FALSE;
}

static gboolean
decode_sent (JsonArray *items, MadafOwnReview *own, GError **error)
{
  static const char *const states[] = { "held", "accepted", "refused", NULL };
  static const char *const reasons[] = { "", "off_topic", "rude", "private", "advertising", NULL };
  JsonObject *sent = NULL;
  int state;
  int refused_for;

  if (json_array_get_length (items) == 0)
    return TRUE;
  if (!madaf_json_element_object (items, 0, &sent, error)
      || !madaf_decode_member (sent, "review", madaf_decode_review, &own->review, error)
      || !read_word (sent, "state", states, -1, &state, error)
      || !read_word (sent, "refused_for", reasons, MADAF_REFUSED_FOR_NOT_SAID, &refused_for, error))
    return FALSE;
  own->state = (MadafOwnReviewState)state;
  own->refused_for = (MadafRefusedFor)refused_for;
  return TRUE;
}

static gpointer
decode_own_review (JsonObject *object, GError **error)
{
  g_autoptr (MadafOwnReview) own = g_new0 (MadafOwnReview, 1);
  JsonArray *items;
  JsonObject *bought;

  if (!madaf_json_read_array (object, "items", &items, error) || !decode_sent (items, own, error)
      || !madaf_json_read_object (object, "bought", &bought, error)
      || !madaf_json_read_boolean (bought, "verified", &own->bought, error)
      || !madaf_decode_optional_time (bought, "last_at", &own->bought_us, error)
      || !madaf_decode_strv (bought, "sizes", &own->sizes, error))
    return NULL;
  return g_steal_pointer (&own);
}

static const MadafCallKind read_own_review = { "GET", NULL, decode_own_review, (GDestroyNotify)madaf_own_review_free };

void
madaf_central_client_read_own_review_async (MadafCentralClient *self,
                                            const char *member_token,
                                            const char *product_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autofree char *escaped = g_uri_escape_string (product_id, NULL, FALSE);
  g_autofree char *path = g_strconcat ("/v1/me/reviews?limit=1&product_id=", escaped, NULL);

  madaf_call_run (self, madaf_call_new_for_member_path (self, &read_own_review, path, member_token), cancellable,
                  callback, user_data);
}

MadafOwnReview *
madaf_central_client_read_own_review_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &read_own_review, NULL, error);
}
