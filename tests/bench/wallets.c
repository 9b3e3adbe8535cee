/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wallets.h"

#define CARD_FORMAT "BENCH000000%05u" /* 16 letters and digits, as codes of cards are */
#define PLENTY      "1000000000000"
#define A_DAY_US    "86400000000"

struct _MadafWallets
{
  GPtrArray *tokens; /* (owned) of utf8 */
};

/* Idempotent, because a bench's shop may be kept. */
static const char common[]
    = "INSERT OR REPLACE INTO reward_rule (one, earn_per, point_value) VALUES (1, 1000, 1);"
      "INSERT OR IGNORE INTO coupon (id, title, percent, amount, minimum, from_us, until_us, per_member, total_limit,"
      " stackable, members_only) VALUES ('bench', '{\"en\":\"A tenth off\"}', 1000, 0, 0, 0, 0, 0, 0, 1, 0);"
      "INSERT OR IGNORE INTO coupon_code (code, coupon_id, uses) VALUES ('BENCH', 'bench', 0);";

static const char one[]
    = "INSERT OR IGNORE INTO member (id, number, phone, language, joined_us) VALUES ('bench-%u', 'BENCH%u', "
      "'+97255%07u',"
      " 'he', 1);"
      "INSERT OR REPLACE INTO access_token (token_hash, member_id, device_id, created_us, used_us, idle_us, expires_us)"
      " SELECT X'%s', 'bench-%u', id, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", " A_DAY_US ", %" G_GINT64_FORMAT
      " + " A_DAY_US " FROM device WHERE role = 'kiosk' ORDER BY id LIMIT 1;"
      "INSERT OR IGNORE INTO purse (kind, member_id, balance, opened_us) VALUES ('points', 'bench-%u', " PLENTY ", 1);"
      "INSERT OR IGNORE INTO purse (kind, balance, code_hash, last_four, opened_us) VALUES ('gift_card', " PLENTY ","
      " X'%s', '0000', 1);";

static const char loads[]
    = "INSERT INTO purse_entry (source, source_id, purse, kind, amount, shortfall, balance, happened_us) SELECT "
      "'bench',"
      " 'load-' || number, number, 'load', balance, 0, balance, 1 FROM purse p WHERE balance = " PLENTY
      " AND NOT EXISTS (SELECT 1 FROM purse_entry WHERE purse = p.number);";

/* As tokens and codes of cards are kept. (transfer full) */
static char *
hash (const char *secret)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
}

static void
add_member (MadafWallets *self, GString *sql, guint number)
{
  gint64 now_us = g_get_real_time ();
  char *token = g_strdup_printf ("m-%043u", number);
  g_autofree char *token_hash = hash (token);
  g_autofree char *card = g_strdup_printf (CARD_FORMAT, number);
  g_autofree char *card_hash = hash (card);

  g_string_append_printf (sql, one, number, number, number, token_hash, number, now_us, now_us, now_us, number,
                          card_hash);
  g_ptr_array_add (self->tokens, token);
}

MadafWallets *
madaf_wallets_new (MadafPlace *place, guint members)
{
  MadafWallets *self = g_new0 (MadafWallets, 1);
  g_autoptr (GString) sql = g_string_new (common);

  self->tokens = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < members; i++)
    add_member (self, sql, i);
  g_string_append (sql, loads);
  madaf_place_change (place, sql->str);
  return self;
}

void
madaf_wallets_free (MadafWallets *self)
{
  g_ptr_array_unref (self->tokens);
  g_free (self);
}

const char *
madaf_wallets_get_token (MadafWallets *self, guint index)
{
  return g_ptr_array_index (self->tokens, index % self->tokens->len);
}

char *
madaf_wallets_tender_json (MadafWallets *self, guint index)
{
  return g_strdup_printf (",\"coupons\":[{\"code\":\"BENCH\"}],\"points\":5,\"gift_cards\":[\"" CARD_FORMAT "\"]",
                          index % self->tokens->len);
}
