/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/personal-data.h"

#include <string.h>

#include "central/shop/error.h"
#include "central/shop/member-review.h"
#include "central/shop/member.h"
#include "central/shop/private.h"
#include "central/shop/purse.h"
#include "model/time.h"

/* $1 is the member's id, $2 their phone. A column whose name ends with _us is a time. What is erased by the member's
 * own row going, because it hangs on it, has no statement of its own. */
typedef struct
{
  const char *name;
  const char *columns; /* separated by spaces */
  const char *read;
  const char *erase; /* (nullable) */
} Table;

/* What an answer that had them in it becomes: who asks for it again is told that there is no such thing any more. Those
 * are found by reading all that is kept, which is slow, and rare. */
#define GONE "{\"type\":\"https://madaf.io/problems/not-found\",\"title\":\"There is no such thing.\",\"status\":404}"

#define OVER "state IN ('collected', 'delivered', 'cancelled', 'returned')"

static const Table tables[] = {
  { "member", "number phone name language joined_us",
    "SELECT number, phone, name, language, joined_us FROM member WHERE id = $1 AND $2 <> ''", NULL },
  { "sign_ins", "branch_id device_name created_us used_us expires_us",
    "SELECT branch_id, name, created_us, used_us, expires_us FROM access_token JOIN device ON device.id = device_id"
    " WHERE member_id = $1 AND $2 <> '' ORDER BY created_us",
    NULL },
  { "known_phones", "created_us expires_us",
    "SELECT created_us, expires_us FROM phone_session WHERE member_id = $1 AND $2 <> '' ORDER BY created_us", NULL },
  { "codes_sent", "language created_us",
    "SELECT language, created_us FROM one_time_code WHERE phone = $2 AND $1 <> '' ORDER BY created_us",
    "DELETE FROM one_time_code WHERE phone = $2 AND $1 <> ''" },
  { "messages", "kind order_id language created_us",
    "SELECT kind, order_id, language, created_us FROM outbox WHERE phone = $2 AND $1 <> '' ORDER BY number",
    "DELETE FROM outbox WHERE phone = $2 AND $1 <> ''" },
  { "orders", "id state placed_us branch_id name phone street city postal_code address_note",
    "SELECT id, state, placed_us, branch_id, name, phone, street, city, postal_code, address_note FROM customer_order"
    " WHERE phone = $2 OR member_id = $1 ORDER BY placed_us",
    "UPDATE customer_order SET name = '', phone = '', street = NULL, city = NULL, postal_code = NULL,"
    " address_note = NULL WHERE phone = $2 OR member_id = $1" },
  { "basket", "product variant_id quantity reach branch_id",
    "SELECT coalesce (p.title ->> 'en', p.title ->> 'he', v.product_id), l.variant_id, l.quantity, nullif (l.reach, "
    "''),"
    " l.branch_id FROM basket b JOIN basket_line l ON l.basket_id = b.id JOIN variant v ON v.id = l.variant_id"
    " JOIN product p ON p.id = v.product_id WHERE b.member_id = $1 AND $2 <> '' ORDER BY l.position",
    NULL },
  { "lists", "list product variant_id saved_us saved_price",
    "SELECT coalesce (l.name, ''), coalesce (p.title ->> 'en', p.title ->> 'he', p.id), nullif (w.variant_id, ''),"
    " w.saved_us, w.saved_price FROM wishlist l LEFT JOIN wish w ON w.list_id = l.id LEFT JOIN product p"
    " ON p.id = w.product_id WHERE l.member_id = $1 AND $2 <> '' ORDER BY l.id, w.position",
    NULL },
  /* Those of others count them, so madaf_member_review_forget() lets them go. */
  { "reviews",
    "product state stars language title text author size_bought usual_size fit verified sent_us decided_us"
    " refused_for",
    "SELECT coalesce (p.title ->> 'en', p.title ->> 'he', p.id), r.state, r.stars, r.language, r.title, r.text, "
    "r.author,"
    " r.size, r.usual_size, r.fit, r.verified, r.sent_us, r.decided_us, r.refused_for FROM review r JOIN product p"
    " ON p.id = r.product_id WHERE r.member_id = $1 AND $2 <> '' ORDER BY r.sent_us",
    NULL },
  { "answers_kept", "route created_us",
    "SELECT route, created_us FROM idempotency WHERE device_id = $1 AND $2 <> '' ORDER BY created_us",
    "DELETE FROM idempotency WHERE device_id = $1 AND $2 <> ''" },
  /* Of a purse and its ledger only whose they are is forgotten (the member's row going does that): the books must add
   * up, and tax law keeps them. What was in it is lost, so a member is shown it here before. */
  { "purses", "kind balance opened_us",
    "SELECT kind, balance, opened_us FROM purse WHERE member_id = $1 AND $2 <> '' ORDER BY number", NULL },
  { "purse_entries", "of kind amount order_id happened_us",
    "SELECT p.kind, e.kind, e.amount, e.order_id, e.happened_us FROM purse p JOIN purse_entry e ON e.purse = p.number"
    " WHERE p.member_id = $1 AND $2 <> '' ORDER BY e.number",
    NULL },
  { "sizes", "brand category_id size said_us",
    "SELECT brand, category_id, size, said_us FROM member_size WHERE member_id = $1 AND $2 <> '' ORDER BY category_id",
    NULL },
  { "fetch_requests", "branch_id product state asked_us ended_us",
    "SELECT f.branch_id, coalesce (p.title ->> 'en', p.title ->> 'he', p.id), f.state, f.asked_us, f.ended_us"
    " FROM fetch_request f JOIN variant v ON v.id = f.variant_id JOIN product p ON p.id = v.product_id"
    " WHERE f.member_id = $1 AND $2 <> '' ORDER BY f.asked_us",
    NULL },
  { "consents", "purpose given_us",
    "SELECT purpose, given_us FROM consent WHERE member_id = $1 AND $2 <> '' ORDER BY purpose", NULL },
  { "told_of_wishes", "told_us", "SELECT told_us FROM consent_link WHERE member_id = $1 AND $2 <> '' AND told_us > 0",
    NULL },
  { "watched_wishes", "product variant_id price gone",
    "SELECT coalesce (p.title ->> 'en', p.title ->> 'he', p.id), nullif (a.variant_id, ''), a.price, a.gone"
    " FROM wish_watch a JOIN product p ON p.id = a.product_id WHERE a.member_id = $1 AND $2 <> '' ORDER BY p.id",
    NULL },
  { "coupons", "coupon_id waiting used",
    "SELECT coupon_id, waiting, used FROM coupon_member WHERE member_id = $1 AND $2 <> '' ORDER BY coupon_id", NULL },
};

static void
write_row (MadafJsonWriter *writer, MadafRows *rows, char **columns)
{
  madaf_json_writer_begin_object (writer);
  for (int i = 0; columns[i] != NULL; i++)
    if (madaf_rows_is_null (rows, i))
      continue;
    else if (g_str_has_suffix (columns[i], "_us"))
      {
        g_autofree char *stem = g_strndup (columns[i], strlen (columns[i]) - strlen ("_us"));
        g_autofree char *name = g_strconcat (stem, "_at", NULL);
        g_autofree char *time = madaf_time_format (madaf_rows_int (rows, i));

        madaf_json_writer_member_string (writer, name, time);
      }
    else
      madaf_json_writer_member_string (writer, columns[i], madaf_rows_text (rows, i));
  madaf_json_writer_end_object (writer);
}

static gboolean
write_table (MadafTransaction *transaction,
             const Table *table,
             const MadafMember *member,
             MadafJsonWriter *writer,
             GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, table->read, TEXT (member->id), TEXT (member->phone));
  g_auto (GStrv) columns = g_strsplit (table->columns, " ", -1);

  if (rows == NULL)
    return FALSE;
  madaf_json_writer_member (writer, table->name);
  madaf_json_writer_begin_array (writer);
  while (madaf_rows_next (rows, error))
    write_row (writer, rows, columns);
  madaf_json_writer_end_array (writer);
  return !madaf_rows_failed (rows);
}

gboolean
madaf_personal_data_write (MadafTransaction *transaction,
                           const char *member_id,
                           MadafJsonWriter *writer,
                           GError **error)
{
  g_autoptr (MadafMember) member = madaf_member_get (transaction, member_id, error);

  if (member == NULL)
    return FALSE;
  madaf_json_writer_begin_object (writer);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!write_table (transaction, &tables[i], member, writer, error))
      return FALSE;
  madaf_json_writer_end_object (writer);
  return TRUE;
}

GStrv
madaf_personal_data_list (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_strv_builder_add (names, tables[i].name);
  return g_strv_builder_end (names);
}

gboolean
madaf_personal_data_get_forfeit (MadafTransaction *transaction,
                                 const char *member_id,
                                 MadafForfeit *lost,
                                 GError **error)
{
  MadafPurse points;
  MadafPurse stored_value;

  if (!madaf_purse_of_member (transaction, MADAF_PURSE_POINTS, member_id, FALSE, 0, &points, error)
      || !madaf_purse_of_member (transaction, MADAF_PURSE_STORED_VALUE, member_id, FALSE, 0, &stored_value, error))
    return FALSE;
  lost->points = points.balance;
  lost->stored_value = stored_value.balance;
  return TRUE;
}

/* Whether somebody still waits for something. */
static gboolean
check_orders (MadafTransaction *transaction, const MadafMember *member, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error, "SELECT count (*) FROM customer_order WHERE (phone = $1 OR member_id = $2) AND NOT " OVER,
      TEXT (member->phone), TEXT (member->id));

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  if (madaf_rows_int (rows, 0) == 0)
    return TRUE;
  g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_STATE, "An order is still under way");
  return FALSE;
}

gboolean
madaf_personal_data_erase (MadafTransaction *transaction, const char *member_id, GError **error)
{
  g_autoptr (MadafMember) member = madaf_member_get (transaction, member_id, error);

  if (member == NULL || !check_orders (transaction, member, error)
      || !madaf_member_review_forget (transaction, member_id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].erase != NULL && !RUN (transaction, error, tables[i].erase, TEXT (member->id), TEXT (member->phone)))
      return FALSE;
  return RUN (transaction, error,
              "UPDATE idempotency SET status = 404, content_type = 'application/problem+json', location = NULL,"
              " etag = NULL, body = CAST ($2 AS BLOB) WHERE instr (body, CAST ($1 AS BLOB)) > 0"
              " OR location IN (SELECT '/v1/orders/' || id FROM customer_order WHERE member_id = $3)",
              TEXT (member->phone), TEXT (GONE), TEXT (member->id))
         && RUN (transaction, error, "DELETE FROM member WHERE id = $1", TEXT (member->id));
}
