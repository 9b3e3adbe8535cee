/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/member-review.h"

#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/member.h"
#include "central/shop/plain-text.h"
#include "central/shop/private.h"

#define SOURCE "member"
#define SENT_SQL                                                                                                       \
  "SELECT " MADAF_REVIEW_COLUMNS                                                                                       \
  ", p.title, r.state, r.sent_us, r.refused_for FROM review r JOIN product p ON p.id = r.product_id"

/* A draft on its way into the database, cleaned. */
typedef struct
{
  MadafShopReview review; /* what it points to is owned by the members below, or lent by the draft */
  char *id;
  char *title;
  char *text;
  char *author;
  char *usual_size;
  char *day;
  MadafBought *bought;
} Sending;

static void
sending_clear (Sending *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->usual_size, g_free);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->bought, madaf_bought_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sending, sending_clear)

static MadafSentReview *
sent_from_row (MadafRows *rows)
{
  MadafSentReview *sent = g_new0 (MadafSentReview, 1);

  sent->review = madaf_review_from_row (rows);
  sent->product_title = madaf_rows_dup_text (rows, MADAF_REVIEW_N_COLUMNS);
  sent->state = madaf_rows_dup_text (rows, MADAF_REVIEW_N_COLUMNS + 1);
  sent->sent_us = madaf_rows_int (rows, MADAF_REVIEW_N_COLUMNS + 2);
  sent->refused_for = madaf_rows_dup_text (rows, MADAF_REVIEW_N_COLUMNS + 3);
  return sent;
}

/* Sending. */

MadafBought *
madaf_member_review_read_bought (MadafTransaction *transaction,
                                 const char *member_id,
                                 const char *product_id,
                                 GError **error)
{
  g_autoptr (MadafBought) bought = g_new0 (MadafBought, 1);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT l.size, max (o.placed_us) FROM customer_order o JOIN fulfilment f ON f.order_id = o.id"
               " JOIN order_line l ON l.fulfilment_id = f.id WHERE o.member_id = $1 AND l.product_id = $2"
               " AND (f.state = 'collected' OR f.state = 'delivered' OR f.state = 'returned')"
               " GROUP BY l.size ORDER BY 2 DESC, 1",
               TEXT (member_id), TEXT (product_id));

  bought->sizes = g_ptr_array_new_with_free_func (g_free);
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      bought->any = TRUE;
      bought->last_us = MAX (bought->last_us, madaf_rows_int (rows, 1));
      if (!madaf_rows_is_null (rows, 0))
        g_ptr_array_add (bought->sizes, madaf_rows_dup_text (rows, 0));
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&bought);
}

static gboolean
check_product (MadafTransaction *transaction,
               const MadafReviewDraft *draft,
               const char *member_id,
               MadafFaults *faults,
               GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT EXISTS (SELECT 1 FROM product WHERE id = $1 AND hidden = 0),"
               " $2 IS NULL OR EXISTS (SELECT 1 FROM variant WHERE product_id = $1 AND size = $2),"
               " (SELECT count (*) FROM review WHERE member_id = $3 AND state = 'held' AND product_id <> $1)",
               TEXT (draft->product_id), TEXT (draft->size), TEXT (member_id));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  if (madaf_rows_int (rows, 0) == 0)
    madaf_faults_add (faults, "unknown_id", "/product_id");
  else if (madaf_rows_int (rows, 1) == 0)
    madaf_faults_add (faults, "unknown_id", "/size_bought");
  else if (madaf_rows_int (rows, 2) >= MADAF_REVIEWS_HELD_MAX)
    madaf_faults_add (faults, "too_many", "/product_id");
  return madaf_faults_any (faults) ? madaf_faults_set_error (faults, error) : TRUE;
}

static gboolean
choose_size (
    Sending *self, MadafTransaction *transaction, const char *member_id, const MadafReviewDraft *draft, GError **error)
{
  GPtrArray *sizes;

  self->bought = madaf_member_review_read_bought (transaction, member_id, draft->product_id, error);
  if (self->bought == NULL)
    return FALSE;
  sizes = self->bought->sizes;
  self->review.verified = self->bought->any;
  if (!self->bought->any
      || (draft->size != NULL && g_ptr_array_find_with_equal_func (sizes, draft->size, g_str_equal, NULL)))
    self->review.size = (char *)draft->size;
  else
    self->review.size = sizes->len > 0 ? g_ptr_array_index (sizes, 0) : NULL;
  return TRUE;
}

/* The first word of a name; "" where there is none or it is not to be shown. */
static gboolean
choose_author (Sending *self, MadafTransaction *transaction, const char *member_id, gboolean show, GError **error)
{
  g_autoptr (MadafMember) member = madaf_member_get (transaction, member_id, error);
  g_auto (GStrv) words = NULL;

  if (member == NULL)
    return FALSE;
  words = g_strsplit (show && member->name != NULL ? member->name : "", " ", 2);
  self->author = g_strdup (words[0] != NULL ? words[0] : "");
  return TRUE;
}

/* Of the shop, not of the world. */
static gboolean
choose_day (Sending *self, MadafTransaction *transaction, gint64 now_us, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (settings == NULL)
    return FALSE;
  zone = g_time_zone_new_identifier (settings->time_zone);
  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  utc = g_date_time_new_from_unix_utc (now_us / G_TIME_SPAN_SECOND);
  local = g_date_time_to_timezone (utc, zone);
  self->day = g_date_time_format (local, "%Y-%m-%d");
  return TRUE;
}

static char *
clean (const char *typed, gboolean lines)
{
  return typed != NULL ? madaf_plain_text_clean (typed, lines) : NULL;
}

static void
fill (Sending *self, const MadafReviewDraft *draft, MadafRandom *random)
{
  MadafShopReview *review = &self->review;

  self->id = madaf_random_token (random);
  self->title = clean (draft->title, FALSE);
  self->text = clean (draft->text, TRUE);
  self->usual_size = clean (draft->usual_size, FALSE);
  review->id = self->id;
  review->product_id = (char *)draft->product_id;
  review->stars = draft->stars;
  review->language = (char *)draft->language;
  review->title = self->title;
  review->text = self->text != NULL ? self->text : (char *)"";
  review->author = self->author;
  review->usual_size = self->usual_size;
  review->fit = (char *)draft->fit;
  review->written_on = self->day;
}

/* What was said before is no more, and counts no more; it had another id, so that nobody accepts what they did not
 * read. */
static gboolean
replace (
    MadafTransaction *transaction, const char *member_id, const MadafShopReview *review, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM review WHERE member_id = $1 AND product_id = $2", TEXT (member_id),
              TEXT (review->product_id))
         && RUN (transaction, error,
                 "INSERT INTO review (id, product_id, source, stars, language, title, text, author, size, usual_size,"
                 " fit, verified, written_on, state, member_id, sent_us) VALUES ($1, $2, '" SOURCE "', $3, $4, $5, $6,"
                 " $7, $8, $9, $10, $11, $12, 'held', $13, $14)",
                 TEXT (review->id), TEXT (review->product_id), INT (review->stars), TEXT (review->language),
                 TEXT (review->title), TEXT (review->text), TEXT (review->author), TEXT (review->size),
                 TEXT (review->usual_size), TEXT (review->fit), INT (review->verified), TEXT (review->written_on),
                 TEXT (member_id), INT (now_us))
         && madaf_review_recount (transaction, review->product_id, error);
}

MadafSentReview *
madaf_member_review_send (MadafTransaction *transaction,
                          const char *member_id,
                          const MadafReviewDraft *draft,
                          gint64 now_us,
                          MadafRandom *random,
                          MadafFaults *faults,
                          GError **error)
{
  g_auto (Sending) self = { 0 };
  g_autoptr (MadafRows) rows = NULL;

  if (!check_product (transaction, draft, member_id, faults, error)
      || !choose_size (&self, transaction, member_id, draft, error)
      || !choose_author (&self, transaction, member_id, draft->show_name, error)
      || !choose_day (&self, transaction, now_us, error))
    return NULL;
  fill (&self, draft, random);
  if (!replace (transaction, member_id, &self.review, now_us, error))
    return NULL;
  rows = QUERY (transaction, error, SENT_SQL " WHERE r.id = $1", TEXT (self.id));
  return rows != NULL && madaf_rows_next (rows, error) ? sent_from_row (rows) : NULL;
}

/* Reading. */

/* "TIME.ID" of the last of the page before. */
static gboolean
read_cursor (const char *cursor, gint64 *time_us, char **id, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (cursor != NULL ? cursor : "", ".", 2);

  if (cursor == NULL)
    return TRUE;
  if (g_strv_length (parts) == 2 && g_ascii_string_to_signed (parts[0], 10, 0, G_MAXINT64, time_us, NULL))
    {
      *id = g_strdup (parts[1]);
      return TRUE;
    }
  g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID, "There is no such page");
  return FALSE;
}

MadafSentReviews *
madaf_member_review_list (MadafTransaction *transaction,
                          const char *member_id,
                          const char *product_id,
                          const char *cursor,
                          int limit,
                          GError **error)
{
  g_autoptr (MadafSentReviews) page = g_new0 (MadafSentReviews, 1);
  g_autofree char *id = NULL;
  g_autoptr (MadafRows) rows = NULL;
  gint64 time_us = 0;

  page->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_sent_review_free);
  if (!read_cursor (cursor, &time_us, &id, error))
    return NULL;
  rows = QUERY (transaction, error,
                member_id != NULL
                    ? SENT_SQL " WHERE r.member_id = $1 AND ($2 IS NULL OR r.product_id = $2)"
                               " AND ($4 IS NULL OR (r.sent_us, r.id) < ($3, $4)) ORDER BY r.sent_us DESC, r.id DESC"
                               " LIMIT $5"
                    : SENT_SQL " WHERE r.state = 'held' AND $1 IS NULL AND ($2 IS NULL OR r.product_id = $2)"
                               " AND ($4 IS NULL OR (r.sent_us, r.id) > ($3, $4)) ORDER BY r.sent_us, r.id LIMIT $5",
                TEXT (member_id), TEXT (product_id), INT (time_us), TEXT (id), INT (limit + 1));
  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (page->reviews, sent_from_row (rows));
  if (rows == NULL || madaf_rows_failed (rows))
    return NULL;
  if (page->reviews->len > (guint)limit)
    {
      const MadafSentReview *last = g_ptr_array_index (page->reviews, limit - 1);

      page->next = g_strdup_printf ("%" G_GINT64_FORMAT ".%s", last->sent_us, last->review->id);
      g_ptr_array_set_size (page->reviews, limit);
    }
  return g_steal_pointer (&page);
}

/* Deciding. */

gboolean
madaf_member_review_decide (MadafTransaction *transaction,
                            const char *review_id,
                            gboolean accept,
                            const char *refused_for,
                            gint64 now_us,
                            GError **error)
{
  const char *state = accept ? "accepted" : "refused";
  g_autofree char *product_id = NULL;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT product_id, state, refused_for FROM review WHERE id = $1", TEXT (review_id));

  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? FALSE : madaf_shop_not_found (error, "review", review_id);
  if (g_str_equal (madaf_rows_text (rows, 1), state) && g_strcmp0 (madaf_rows_text (rows, 2), refused_for) == 0)
    return TRUE;
  product_id = madaf_rows_dup_text (rows, 0);
  return RUN (transaction, error, "UPDATE review SET state = $2, decided_us = $3, refused_for = $4 WHERE id = $1",
              TEXT (review_id), TEXT (state), INT (now_us), TEXT (refused_for))
         && madaf_review_recount (transaction, product_id, error);
}

gboolean
madaf_member_review_forget (MadafTransaction *transaction, const char *member_id, GError **error)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "DELETE FROM review WHERE member_id = $1 RETURNING product_id", TEXT (member_id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (products, madaf_rows_dup_text (rows, 0));
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < products->len; i++)
    if (!madaf_review_recount (transaction, g_ptr_array_index (products, i), error))
      return FALSE;
  return TRUE;
}

void
madaf_sent_review_free (MadafSentReview *sent)
{
  g_clear_pointer (&sent->review, madaf_shop_review_free);
  g_free (sent->product_title);
  g_free (sent->state);
  g_free (sent->refused_for);
  g_free (sent);
}

void
madaf_sent_reviews_free (MadafSentReviews *sent)
{
  g_ptr_array_unref (sent->reviews);
  g_free (sent->next);
  g_free (sent);
}

void
madaf_bought_free (MadafBought *bought)
{
  g_ptr_array_unref (bought->sizes);
  g_free (bought);
}
