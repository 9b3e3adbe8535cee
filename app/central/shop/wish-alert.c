/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/wish-alert.h"

#include "central/shop/branch.h"
#include "central/shop/consent.h"
#include "central/shop/member.h"
#include "central/shop/outbox.h"
#include "central/shop/private.h"
#include "central/shop/wishlist-read.h"
#include "model/money.h"
#include "model/text.h"

/* More are counted only: a message is not a catalogue. */
#define MOST_OF_A_KIND 5
/* A day later it may be neither cheaper nor there any more. */
#define GOOD_FOR_US G_TIME_SPAN_DAY

/* Of variant v and wish w. */
#define WISHED "v.product_id = w.product_id AND (w.variant_id = '' OR v.id = w.variant_id)"

/* One member, while their wishes are looked at. */
typedef struct
{
  MadafTransaction *transaction;
  MadafMember *member; /* (owned) */
  MadafConsents consents;
  gint64 given_us; /* when they began to be watched */
  gint64 told_us;
  char *currency; /* (owned) */
  gint64 now_us;
  GString *cheaper; /* (owned): a line for each */
  GString *back;    /* (owned) */
  guint n_cheaper;
  guint n_back;
} Look;

/* A wish as it is now, and as it was seen last. */
typedef struct
{
  char *product_id;
  char *variant_id; /* "" for any */
  char *title;      /* JSON text */
  char *size;       /* (nullable) */
  gint64 saved_us;
  gint64 saved_price;
  gint64 price;      /* -1: not sold any more */
  gint64 available;  /* over all branches */
  gint64 seen_price; /* -1: not seen yet */
  gboolean seen_gone;
} Wish;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->member, madaf_member_free);
  g_free (look->currency);
  if (look->cheaper != NULL)
    g_string_free (look->cheaper, TRUE);
  if (look->back != NULL)
    g_string_free (look->back, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
wish_free (Wish *wish)
{
  g_free (wish->product_id);
  g_free (wish->variant_id);
  g_free (wish->title);
  g_free (wish->size);
  g_free (wish);
}

static Wish *
wish_from_row (MadafRows *rows)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->product_id = madaf_rows_dup_text (rows, 0);
  wish->variant_id = madaf_rows_dup_text (rows, 1);
  wish->title = madaf_rows_dup_text (rows, 2);
  wish->size = madaf_rows_dup_text (rows, 3);
  wish->saved_us = madaf_rows_int (rows, 4);
  wish->saved_price = madaf_rows_int (rows, 5);
  wish->price = madaf_rows_int (rows, 6);
  wish->available = madaf_rows_int (rows, 7);
  wish->seen_price = madaf_rows_int (rows, 8);
  wish->seen_gone = madaf_rows_int (rows, 9) != 0;
  return wish;
}

/* What is on several lists is one wish: the newest, and the dearest. (transfer full) (element-type Wish) */
static GPtrArray *
read_wishes (const Look *look, GError **error)
{
  g_autoptr (GPtrArray) wishes = g_ptr_array_new_with_free_func ((GDestroyNotify)wish_free);
  g_autoptr (MadafRows) rows = QUERY (
      look->transaction, error,
      "SELECT w.product_id, w.variant_id, p.title, x.size, max (w.saved_us), max (w.saved_price),"
      " coalesce ((SELECT min (" MADAF_WISH_PRICE_NOW ") FROM variant v WHERE " WISHED " AND p.hidden = 0), -1),"
      " (SELECT coalesce (sum (max (s.on_hand - s.reserved, 0)), 0) FROM variant v JOIN stock s"
      " ON s.variant_id = v.id WHERE " WISHED " AND p.hidden = 0), coalesce (max (a.price), -1),"
      " coalesce (max (a.gone), 0)"
      " FROM wishlist l JOIN wish w ON w.list_id = l.id JOIN product p ON p.id = w.product_id"
      " LEFT JOIN variant x ON x.id = w.variant_id LEFT JOIN wish_watch a ON a.member_id = l.member_id"
      " AND a.product_id = w.product_id AND a.variant_id = w.variant_id"
      " WHERE l.member_id = $2 AND l.deleted_us IS NULL GROUP BY w.product_id, w.variant_id ORDER BY max (w.saved_us) "
      "DESC, w.product_id",
      INT (look->now_us), TEXT (look->member->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (wishes, wish_from_row (rows));
  return rows != NULL && !madaf_rows_failed (rows) ? g_steal_pointer (&wishes) : NULL;
}

/* The name in the member's language, on one line, with what follows. */
static void
append_name (GString *list, guint n, const Look *look, const Wish *wish, const char *rest)
{
  g_autoptr (MadafText) title = madaf_text_new_from_string (wish->title, NULL);
  g_autofree char *name = g_strdup (title != NULL ? madaf_text_pick (title, look->member->language) : "");

  if (n >= MOST_OF_A_KIND)
    return;
  g_string_append (list, n > 0 ? "; " : "");
  g_string_append (list, g_strdelimit (name, "\r\n\t", ' '));
  if (wish->size != NULL)
    g_string_append_printf (list, " (%s)", wish->size);
  if (rest != NULL)
    g_string_append_printf (list, " %s", rest);
}

/* What a wish costs for whoever watches it first: what changed before they asked to be told is old. */
static gint64
first_price (const Look *look, const Wish *wish)
{
  return wish->saved_us >= look->given_us || wish->price < 0 ? wish->saved_price : MIN (wish->saved_price, wish->price);
}

/* Adds what there is to tell of @wish, if it may be told now, and keeps what was seen. */
static gboolean
look_at (Look *look, Wish *wish, gboolean may_tell, GError **error)
{
  gint64 before = wish->seen_price >= 0 ? wish->seen_price : first_price (look, wish);
  gboolean cheaper = look->consents.price_drop && wish->price >= 0 && wish->price < before && wish->available > 0;
  gboolean back = look->consents.back_in_stock && wish->seen_gone && wish->available > 0;
  gboolean gone = wish->available == 0;
  MadafMoney money;

  if (cheaper && may_tell && madaf_money_init (&money, wish->price, look->currency))
    {
      g_autofree char *price = madaf_money_format (&money, look->member->language);

      append_name (look->cheaper, look->n_cheaper++, look, wish, price);
    }
  if (back && may_tell)
    append_name (look->back, look->n_back++, look, wish, NULL);
  /* What may not be told yet, or cannot be had, is as if it was not seen. Dearer again it may become cheaper again, but
   * never by having been made dearer than it was when it was saved. */
  if (wish->price >= before)
    before = MAX (before, MIN (wish->price, wish->saved_price));
  else if (wish->price >= 0 && (cheaper ? may_tell : !look->consents.price_drop))
    before = wish->price;
  if (back && !may_tell)
    gone = TRUE;
  return RUN (look->transaction, error,
              "INSERT INTO wish_watch (member_id, product_id, variant_id, price, gone) VALUES ($1, $2, $3, $4, $5)"
              " ON CONFLICT (member_id, product_id, variant_id) DO UPDATE SET price = excluded.price,"
              " gone = excluded.gone WHERE price <> excluded.price OR gone <> excluded.gone",
              TEXT (look->member->id), TEXT (wish->product_id), TEXT (wish->variant_id), INT (before), INT (gone));
}

static char *
close_list (GString *list, guint n)
{
  return n > MOST_OF_A_KIND ? g_strdup_printf ("%s; +%u", list->str, n - MOST_OF_A_KIND) : g_strdup (list->str);
}

/* The body is the token of the link that ends it, a line of what is cheaper, and one of what is there again. */
static gboolean
tell (Look *look, MadafRandom *random, GError **error)
{
  g_autofree char *cheaper = close_list (look->cheaper, look->n_cheaper);
  g_autofree char *back = close_list (look->back, look->n_back);
  g_autofree char *token = madaf_consents_get_token (look->transaction, look->member->id, random, error);
  g_autofree char *body = g_strdup_printf ("%s\n%s\n%s", token != NULL ? token : "", cheaper, back);
  const MadafMessage message = { .kind = (char *)MADAF_MESSAGE_WISHES,
                                 .phone = look->member->phone,
                                 .language = look->member->language,
                                 .body = body,
                                 .created_us = look->now_us,
                                 .expires_us = look->now_us + GOOD_FOR_US };

  return token != NULL && madaf_outbox_put (look->transaction, &message, error)
         && RUN (look->transaction, error, "UPDATE consent_link SET told_us = $2 WHERE member_id = $1",
                 TEXT (look->member->id), INT (look->now_us));
}

/* What is not wished for any more is not watched any more. */
static gboolean
forget (const Look *look, GError **error)
{
  return RUN (
      look->transaction, error,
      "DELETE FROM wish_watch WHERE member_id = $1 AND NOT EXISTS (SELECT 1 FROM wishlist l JOIN wish w"
      " ON w.list_id = l.id WHERE l.member_id = $1 AND l.deleted_us IS NULL AND w.product_id = wish_watch.product_id"
      " AND w.variant_id = wish_watch.variant_id)",
      TEXT (look->member->id));
}

static gboolean
look_at_member (Look *look, MadafRandom *random, GError **error)
{
  /* A clock that was put back does not silence anybody for long. */
  gboolean may_tell = look->told_us > look->now_us || look->now_us - look->told_us >= MADAF_WISH_ALERT_REST_US;
  g_autoptr (GPtrArray) wishes = NULL;

  if (!madaf_consents_get (look->transaction, look->member->id, &look->consents, error) || !forget (look, error)
      || (wishes = read_wishes (look, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < wishes->len; i++)
    if (!look_at (look, g_ptr_array_index (wishes, i), may_tell, error))
      return FALSE;
  return look->n_cheaper + look->n_back == 0 || tell (look, random, error);
}

/* (transfer full) (element-type char*): ids, then since when and when they were told last, in turn */
static GPtrArray *
read_members (MadafTransaction *transaction, const char *after, int limit, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT c.member_id, min (c.given_us), coalesce (max (k.told_us), 0) FROM consent c"
               " LEFT JOIN consent_link k ON k.member_id = c.member_id WHERE c.member_id > $1"
               " GROUP BY c.member_id ORDER BY c.member_id LIMIT $2",
               TEXT (after), INT (limit));

  while (rows != NULL && madaf_rows_next (rows, error))
    for (int i = 0; i < 3; i++)
      g_ptr_array_add (members, madaf_rows_dup_text (rows, i));
  return rows != NULL && !madaf_rows_failed (rows) ? g_steal_pointer (&members) : NULL;
}

char *
madaf_wish_alert_look (
    MadafTransaction *transaction, const char *after, int limit, gint64 now_us, MadafRandom *random, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (GPtrArray) members = settings != NULL ? read_members (transaction, after, limit, error) : NULL;

  if (members == NULL)
    return NULL;
  for (guint i = 0; i < members->len; i += 3)
    {
      g_auto (Look) look = { .transaction = transaction, .now_us = now_us, .currency = g_strdup (settings->currency) };

      look.cheaper = g_string_new (NULL);
      look.back = g_string_new (NULL);
      look.given_us = g_ascii_strtoll (g_ptr_array_index (members, i + 1), NULL, 10);
      look.told_us = g_ascii_strtoll (g_ptr_array_index (members, i + 2), NULL, 10);
      look.member = madaf_member_get (transaction, g_ptr_array_index (members, i), error);
      if (look.member == NULL || !look_at_member (&look, random, error))
        return NULL;
    }
  return g_strdup (members->len / 3 < (guint)limit ? "" : g_ptr_array_index (members, members->len - 3));
}
