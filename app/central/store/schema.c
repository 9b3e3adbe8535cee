/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/store/schema.h"

/*
 * Texts with languages are JSON text. Times are µs since 1970 UTC. Prices are minor units of the shop's currency. The
 * CHECKs are a backstop: a rule that leans on one is wrong, but the books stay right. What is written often compares
 * one by one there, because SQLite makes a table for a long IN (…), and makes it anew for every row.
 */

/*
 * Of the catalogue: rank orders every list, the most popular first: (1,000,000 - popularity) * 2^24 + number. A product
 * is in its categories and in all above them (own = 0). A listing is what narrowing a list needs of a product, side by
 * side in list order, as ids between line feeds. The rowid of search is the rank, so that the first matches read are
 * the best known; its prefix indexes answer a word being typed.
 */
#define CATALOGUE_TABLES                                                                                               \
  "CREATE TABLE shop ("                                                                                                \
  "  one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, name TEXT NOT NULL, currency TEXT NOT NULL,"           \
  "  vat_rate INTEGER NOT NULL CHECK (vat_rate BETWEEN 0 AND 10000), languages TEXT NOT NULL, time_zone TEXT NOT "     \
  "NULL,"                                                                                                              \
  "  default_branch TEXT, country TEXT NOT NULL) STRICT;"                                                              \
  "CREATE TABLE branch ("                                                                                              \
  "  id TEXT PRIMARY KEY, source TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL," \
  "  city TEXT NOT NULL, phone TEXT, hours TEXT NOT NULL, latitude REAL, longitude REAL,"                              \
  "  can_collect INTEGER NOT NULL CHECK (can_collect IN (0, 1)), can_ship INTEGER NOT NULL CHECK (can_ship IN (0, "    \
  "1)),"                                                                                                               \
  "  collect_lead_minutes INTEGER NOT NULL CHECK (collect_lead_minutes >= 0)) STRICT, WITHOUT ROWID;"                  \
  "CREATE TABLE category ("                                                                                            \
  "  id TEXT PRIMARY KEY, source TEXT NOT NULL, parent TEXT REFERENCES category (id), position INTEGER NOT NULL,"      \
  "  name TEXT NOT NULL, picture_id TEXT, product_count INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;"            \
  "CREATE TABLE product ("                                                                                             \
  "  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 16777215), id TEXT NOT NULL UNIQUE,"                       \
  "  rank INTEGER NOT NULL UNIQUE, source TEXT NOT NULL, hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),"  \
  "  popularity INTEGER NOT NULL CHECK (popularity BETWEEN 0 AND 1000000), created_us INTEGER NOT NULL,"               \
  "  updated_us INTEGER NOT NULL, stars_1 INTEGER NOT NULL DEFAULT 0, stars_2 INTEGER NOT NULL DEFAULT 0,"             \
  "  stars_3 INTEGER NOT NULL DEFAULT 0, stars_4 INTEGER NOT NULL DEFAULT 0, stars_5 INTEGER NOT NULL DEFAULT 0,"      \
  "  brand TEXT, search_text TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,"                           \
  "  details TEXT NOT NULL) STRICT;"                                                                                   \
  "CREATE INDEX product_by_source ON product (source, updated_us);"                                                    \
  "CREATE TABLE product_colour ("                                                                                      \
  "  product_id TEXT NOT NULL REFERENCES product (id), position INTEGER NOT NULL, colour_id TEXT NOT NULL,"            \
  "  name TEXT NOT NULL, hex TEXT, PRIMARY KEY (product_id, position), UNIQUE (product_id, colour_id))"                \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE TABLE variant ("                                                                                             \
  "  product_id TEXT NOT NULL REFERENCES product (id), id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, gtin TEXT," \
  "  colour_id TEXT, size TEXT, price INTEGER NOT NULL CHECK (price >= 0),"                                            \
  "  sale_price INTEGER CHECK (sale_price >= 0), sale_from_us INTEGER NOT NULL, sale_until_us INTEGER NOT NULL,"       \
  "  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)), PRIMARY KEY (product_id, id)) STRICT, WITHOUT ROWID;" \
  "CREATE UNIQUE INDEX variant_by_gtin ON variant (gtin) WHERE gtin IS NOT NULL;"                                      \
  "CREATE TABLE product_category ("                                                                                    \
  "  category_id TEXT NOT NULL REFERENCES category (id), rank INTEGER NOT NULL, product_id TEXT NOT NULL,"             \
  "  own INTEGER NOT NULL CHECK (own IN (0, 1)), position INTEGER NOT NULL,"                                           \
  "  PRIMARY KEY (category_id, rank)) STRICT, WITHOUT ROWID;"                                                          \
  "CREATE INDEX product_category_by_product ON product_category (product_id, own, position);"                          \
  "CREATE TABLE product_relation ("                                                                                    \
  "  product_id TEXT NOT NULL, other_id TEXT NOT NULL, position INTEGER NOT NULL,"                                     \
  "  PRIMARY KEY (product_id, other_id)) STRICT, WITHOUT ROWID;"                                                       \
  "CREATE TABLE picture ("                                                                                             \
  "  id TEXT PRIMARY KEY, media_type TEXT NOT NULL, width INTEGER NOT NULL CHECK (width > 0),"                         \
  "  height INTEGER NOT NULL CHECK (height > 0), small BLOB NOT NULL, large BLOB NOT NULL) STRICT;"                    \
  "CREATE TABLE product_picture ("                                                                                     \
  "  product_id TEXT NOT NULL REFERENCES product (id), position INTEGER NOT NULL,"                                     \
  "  picture_id TEXT NOT NULL REFERENCES picture (id), colour_id TEXT, width INTEGER NOT NULL, height INTEGER NOT "    \
  "NULL,"                                                                                                              \
  "  PRIMARY KEY (product_id, position)) STRICT, WITHOUT ROWID;"                                                       \
  "CREATE TABLE listing ("                                                                                             \
  "  rank INTEGER PRIMARY KEY, product_id TEXT NOT NULL, colours TEXT NOT NULL, sizes TEXT NOT NULL) STRICT;"          \
  "CREATE VIRTUAL TABLE search USING fts5 (text, content = '', detail = none, prefix = '1 2 3 4 5 6',"                 \
  "  tokenize = 'unicode61 remove_diacritics 0');"                                                                     \
  "CREATE TABLE review ("                                                                                              \
  "  id TEXT PRIMARY KEY, product_id TEXT NOT NULL REFERENCES product (id), source TEXT NOT NULL,"                     \
  "  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5), language TEXT NOT NULL, title TEXT, text TEXT NOT NULL,"    \
  "  author TEXT NOT NULL, size TEXT, fit TEXT CHECK (fit IN ('small', 'true', 'large')),"                             \
  "  verified INTEGER NOT NULL CHECK (verified IN (0, 1)), written_on TEXT NOT NULL) STRICT;"                          \
  "CREATE INDEX review_by_day ON review (product_id, written_on, id);"                                                 \
  "CREATE INDEX review_by_stars ON review (product_id, stars, written_on, id);"

#define STOCK_TABLES                                                                                                   \
  "CREATE TABLE stock ("                                                                                               \
  "  variant_id TEXT NOT NULL REFERENCES variant (id), branch_id TEXT NOT NULL REFERENCES branch (id),"                \
  "  on_hand INTEGER NOT NULL CHECK (on_hand >= 0), reserved INTEGER NOT NULL CHECK (reserved >= 0),"                  \
  "  changed_us INTEGER NOT NULL, PRIMARY KEY (variant_id, branch_id)) STRICT, WITHOUT ROWID;"                         \
  "CREATE TABLE movement ("                                                                                            \
  "  source TEXT NOT NULL, source_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind = 'sale' OR kind = 'return'"        \
  "  OR kind = 'receipt' OR kind = 'transfer_in' OR kind = 'transfer_out' OR kind = 'count' OR kind = 'reserve'"       \
  "  OR kind = 'release' OR kind = 'hand_out' OR kind = 'take_back'),"                                                 \
  "  variant_id TEXT NOT NULL, branch_id TEXT NOT NULL, quantity INTEGER NOT NULL CHECK (quantity >= 0),"              \
  "  discrepancy INTEGER NOT NULL CHECK (discrepancy >= 0), on_hand INTEGER NOT NULL, reserved INTEGER NOT NULL,"      \
  "  happened_us INTEGER NOT NULL, recorded_us INTEGER NOT NULL, PRIMARY KEY (source, source_id))"                     \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE TRIGGER movement_stays BEFORE UPDATE ON movement BEGIN SELECT raise (ABORT, 'the ledger stays'); END;"       \
  "CREATE TRIGGER movement_is_kept BEFORE DELETE ON movement BEGIN SELECT raise (ABORT, 'the ledger stays'); END;"

#define IS_ORDER_STATE                                                                                                 \
  "(state = 'placed' OR state = 'picking' OR state = 'ready' OR state = 'collected' OR state = 'shipped'"              \
  " OR state = 'delivered' OR state = 'cancelled' OR state = 'returned')"

/* The outbox has messages to customers, for whoever sends them. */
#define ORDER_TABLES                                                                                                   \
  "CREATE TABLE basket ("                                                                                              \
  "  id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_us INTEGER NOT NULL, updated_us INTEGER NOT NULL)"         \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE INDEX basket_by_age ON basket (updated_us);"                                                                 \
  "CREATE TABLE basket_line ("                                                                                         \
  "  basket_id TEXT NOT NULL REFERENCES basket (id) ON DELETE CASCADE, position INTEGER NOT NULL,"                     \
  "  variant_id TEXT NOT NULL REFERENCES variant (id), quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),"   \
  "  reach TEXT NOT NULL CHECK (reach IN ('', 'collect', 'ship')), branch_id TEXT,"                                    \
  "  PRIMARY KEY (basket_id, position)) STRICT, WITHOUT ROWID;"                                                        \
  "CREATE TABLE customer_order ("                                                                                      \
  "  id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK " IS_ORDER_STATE ", placed_us INTEGER NOT NULL,"                   \
  "  device_id TEXT, branch_id TEXT, language TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, street TEXT,"    \
  "  city TEXT, postal_code TEXT, address_note TEXT, payment TEXT NOT NULL CHECK (payment IN ('till', "                \
  "'on_collection')),"                                                                                                 \
  "  currency TEXT NOT NULL, tax INTEGER NOT NULL, total INTEGER NOT NULL CHECK (total >= 0),"                         \
  "  receipt_token TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;"                                                       \
  "CREATE TABLE fulfilment ("                                                                                          \
  "  id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES customer_order (id), position INTEGER NOT NULL,"           \
  "  reach TEXT NOT NULL CHECK (reach IN ('collect', 'ship')), branch_id TEXT NOT NULL,"                               \
  "  state TEXT NOT NULL CHECK " IS_ORDER_STATE ", collection_code TEXT, ready_us INTEGER NOT NULL)"                   \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE UNIQUE INDEX fulfilment_by_order ON fulfilment (order_id, position);"                                        \
  "CREATE UNIQUE INDEX fulfilment_by_code ON fulfilment (collection_code) WHERE collection_code IS NOT NULL;"          \
  "CREATE INDEX fulfilment_open ON fulfilment (branch_id, ready_us) WHERE state IN ('placed', 'picking', 'ready');"    \
  "CREATE TABLE order_line ("                                                                                          \
  "  fulfilment_id TEXT NOT NULL REFERENCES fulfilment (id), position INTEGER NOT NULL, variant_id TEXT NOT NULL,"     \
  "  product_id TEXT NOT NULL, title TEXT NOT NULL, colour_name TEXT, size TEXT, picture_id TEXT,"                     \
  "  quantity INTEGER NOT NULL CHECK (quantity > 0), shelf INTEGER NOT NULL, unit INTEGER NOT NULL,"                   \
  "  total INTEGER NOT NULL, tax INTEGER NOT NULL, PRIMARY KEY (fulfilment_id, position)) STRICT, WITHOUT ROWID;"      \
  "CREATE TABLE order_event ("                                                                                         \
  "  order_id TEXT NOT NULL REFERENCES customer_order (id), number INTEGER NOT NULL, time_us INTEGER NOT NULL,"        \
  "  fulfilment_id TEXT, state TEXT NOT NULL, actor TEXT NOT NULL, branch_id TEXT, PRIMARY KEY (order_id, number))"    \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE TABLE outbox ("                                                                                              \
  "  number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, order_id TEXT NOT NULL, fulfilment_id TEXT,"        \
  "  phone TEXT NOT NULL, language TEXT NOT NULL, created_us INTEGER NOT NULL, sent_us INTEGER) STRICT;"               \
  "CREATE INDEX outbox_unsent ON outbox (number) WHERE sent_us IS NULL;"

#define SERVICE_TABLES                                                                                                 \
  "CREATE TABLE idempotency ("                                                                                         \
  "  key TEXT NOT NULL, route TEXT NOT NULL, device_id TEXT NOT NULL, request BLOB NOT NULL, status INTEGER NOT NULL," \
  "  content_type TEXT, location TEXT, etag TEXT, body BLOB NOT NULL, created_us INTEGER NOT NULL,"                    \
  "  PRIMARY KEY (key, route, device_id)) STRICT;"                                                                     \
  "CREATE INDEX idempotency_by_age ON idempotency (created_us);"                                                       \
  "CREATE TABLE event ("                                                                                               \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT, time_us INTEGER NOT NULL, kind TEXT NOT NULL, product_id TEXT,"             \
  "  variant_id TEXT, branch_id TEXT, order_id TEXT, state TEXT, available INTEGER NOT NULL) STRICT;"                  \
  "CREATE TABLE device ("                                                                                              \
  "  id TEXT PRIMARY KEY, role TEXT NOT NULL CHECK (role IN ('kiosk', 'till', 'channel', 'operator')), branch_id "     \
  "TEXT,"                                                                                                              \
  "  name TEXT, token_hash BLOB NOT NULL UNIQUE, enrolled_us INTEGER NOT NULL,"                                        \
  "  last_seen_us INTEGER NOT NULL DEFAULT 0, revoked_us INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;"           \
  "CREATE TABLE enrolment ("                                                                                           \
  "  code_hash BLOB PRIMARY KEY, role TEXT NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),"                  \
  "  expires_us INTEGER NOT NULL, used_us INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;"                          \
  "CREATE TABLE wrong_try ("                                                                                           \
  "  purpose TEXT PRIMARY KEY, window_us INTEGER NOT NULL, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;"

/* What the last import of a feed left: a digest of each thing (its kind "product", "category" or "branch"), and what
 * was fetched from each link to a picture. */
#define FEED_TABLES                                                                                                    \
  "CREATE TABLE feed_digest (kind TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (kind, id))"      \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE TABLE feed_link (url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT,"                                       \
  "  picture_id TEXT NOT NULL REFERENCES picture (id)) STRICT, WITHOUT ROWID;"

/* What a variant costs in a branch where that differs: NULL is as everywhere, the times are those of the sale price. */
#define BRANCH_PRICE_TABLES                                                                                            \
  "CREATE TABLE branch_price ("                                                                                        \
  "  variant_id TEXT NOT NULL REFERENCES variant (id), branch_id TEXT NOT NULL REFERENCES branch (id),"                \
  "  price INTEGER CHECK (price >= 0), sale_price INTEGER CHECK (sale_price >= 0),"                                    \
  "  sale_from_us INTEGER NOT NULL, sale_until_us INTEGER NOT NULL, PRIMARY KEY (variant_id, branch_id))"              \
  "  STRICT, WITHOUT ROWID;"

/* Of the branch's address; NULL is as the shop's. */
#define BRANCH_COUNTRY "ALTER TABLE branch ADD COLUMN country TEXT;"

/*
 * People. A member is made by the first code that was verified on a phone; whatever belongs to one hangs on member (id)
 * ON DELETE CASCADE. Codes, tokens and cookies are kept as SHA-256 only. A sign_in is a device authorization of RFC
 * 8628: it waits until a phone answers, and its device asks once for what came of it. The state of a one-time code is
 * its tries (wrong ones) and used_us; it is kept for a day after its end, because what was tried is counted by the day.
 */
#define PEOPLE_TABLES                                                                                                  \
  "CREATE TABLE member ("                                                                                              \
  "  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, phone TEXT NOT NULL UNIQUE, name TEXT, language TEXT NOT NULL," \
  "  joined_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"                                                               \
  "CREATE TABLE access_token ("                                                                                        \
  "  token_hash BLOB PRIMARY KEY, member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,"                   \
  "  device_id TEXT NOT NULL REFERENCES device (id), created_us INTEGER NOT NULL, used_us INTEGER NOT NULL,"           \
  "  idle_us INTEGER NOT NULL, expires_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"                                    \
  "CREATE INDEX access_token_by_member ON access_token (member_id);"                                                   \
  "CREATE TABLE sign_in ("                                                                                             \
  "  id TEXT PRIMARY KEY, device_code_hash BLOB NOT NULL UNIQUE, user_code_hash BLOB NOT NULL UNIQUE,"                 \
  "  device_id TEXT NOT NULL REFERENCES device (id),"                                                                  \
  "  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'denied', 'used')),"                                  \
  "  member_id TEXT REFERENCES member (id) ON DELETE CASCADE, created_us INTEGER NOT NULL,"                            \
  "  expires_us INTEGER NOT NULL, asked_us INTEGER NOT NULL, interval_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"     \
  "CREATE INDEX sign_in_by_end ON sign_in (expires_us);"                                                               \
  "CREATE INDEX sign_in_by_member ON sign_in (member_id) WHERE member_id IS NOT NULL;"                                 \
  "CREATE TABLE one_time_code ("                                                                                       \
  "  id_hash BLOB PRIMARY KEY, code_hash BLOB NOT NULL, phone TEXT NOT NULL, language TEXT NOT NULL,"                  \
  "  device_id TEXT NOT NULL REFERENCES device (id), created_us INTEGER NOT NULL, expires_us INTEGER NOT NULL,"        \
  "  tries INTEGER NOT NULL, used_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"                                         \
  "CREATE INDEX one_time_code_by_phone ON one_time_code (phone, created_us);"                                          \
  "CREATE INDEX one_time_code_by_device ON one_time_code (device_id, created_us);"                                     \
  "CREATE INDEX one_time_code_by_age ON one_time_code (created_us);"                                                   \
  "CREATE TABLE phone_session ("                                                                                       \
  "  secret_hash BLOB PRIMARY KEY, member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,"                  \
  "  created_us INTEGER NOT NULL, expires_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"                                 \
  "CREATE INDEX phone_session_by_member ON phone_session (member_id);"                                                 \
  "CREATE TABLE member_code ("                                                                                         \
  "  code_hash BLOB PRIMARY KEY, member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,"                    \
  "  expires_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"                                                              \
  "CREATE INDEX member_code_by_member ON member_code (member_id);"                                                     \
  "ALTER TABLE event ADD COLUMN subject TEXT;"

/* The outbox again, with what a sender needs: body is what the text is made of beyond the order (a code), and is
 * forgotten with the phone once the message is sent. What nobody sent in a day is out of date. */
#define OUTBOX_TABLE                                                                                                   \
  "DROP INDEX outbox_unsent;"                                                                                          \
  "ALTER TABLE outbox RENAME TO outbox_before;"                                                                        \
  "CREATE TABLE outbox ("                                                                                              \
  "  number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, order_id TEXT, fulfilment_id TEXT, phone TEXT,"     \
  "  language TEXT NOT NULL, body TEXT, created_us INTEGER NOT NULL, expires_us INTEGER NOT NULL,"                     \
  "  tries INTEGER NOT NULL DEFAULT 0, next_us INTEGER NOT NULL DEFAULT 0, sent_us INTEGER) STRICT;"                   \
  "INSERT INTO outbox (number, kind, order_id, fulfilment_id, phone, language, created_us, expires_us, sent_us)"       \
  "  SELECT number, kind, order_id, fulfilment_id, phone, language, created_us, created_us + 86400000000, sent_us"     \
  "  FROM outbox_before;"                                                                                              \
  "DROP TABLE outbox_before;"                                                                                          \
  "CREATE INDEX outbox_unsent ON outbox (next_us) WHERE sent_us IS NULL;"                                              \
  "CREATE INDEX outbox_by_end ON outbox (expires_us);"

/*
 * Looks: what is worn or stands together, as the retailer says. And what was bought together, as orders say: how many
 * orders had both products, each pair both ways, and of a product with itself how many had it. A recount is written
 * beside the count that holds, under the next generation; together_state says which one holds, up to which event its
 * orders were counted, and when the last recount was.
 */
#define LOOK_TABLES                                                                                                    \
  "CREATE TABLE look ("                                                                                                \
  "  id TEXT PRIMARY KEY, source TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,"                       \
  "  picture_id TEXT REFERENCES picture (id)) STRICT, WITHOUT ROWID;"                                                  \
  "CREATE TABLE look_piece ("                                                                                          \
  "  look_id TEXT NOT NULL REFERENCES look (id) ON DELETE CASCADE, position INTEGER NOT NULL,"                         \
  "  product_id TEXT NOT NULL REFERENCES product (id), role TEXT NOT NULL, colour_id TEXT,"                            \
  "  optional INTEGER NOT NULL CHECK (optional IN (0, 1)), PRIMARY KEY (look_id, position)) STRICT, WITHOUT ROWID;"    \
  "CREATE INDEX look_piece_by_product ON look_piece (product_id, look_id);"                                            \
  "CREATE INDEX look_piece_by_role ON look_piece (role, product_id);"                                                  \
  "CREATE TABLE together ("                                                                                            \
  "  generation INTEGER NOT NULL, product_id TEXT NOT NULL, other_id TEXT NOT NULL,"                                   \
  "  orders INTEGER NOT NULL CHECK (orders >= 0), PRIMARY KEY (generation, product_id, other_id))"                     \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE INDEX together_by_orders ON together (generation, product_id, orders);"                                      \
  "CREATE TABLE together_state ("                                                                                      \
  "  one INTEGER PRIMARY KEY CHECK (one = 1), generation INTEGER NOT NULL, event_id INTEGER NOT NULL,"                 \
  "  recounted_us INTEGER NOT NULL, counted_us INTEGER NOT NULL) STRICT;"

/* A member has one basket, in every channel; those of nobody are a device's. */
#define MEMBER_BASKET                                                                                                  \
  "ALTER TABLE basket ADD COLUMN member_id TEXT REFERENCES member (id) ON DELETE CASCADE;"                             \
  "CREATE UNIQUE INDEX basket_by_member ON basket (member_id) WHERE member_id IS NOT NULL;"

/* A wish is for a product, or for a variant of it (else ''). The newest has the highest position. */
#define WISHLIST_TABLES                                                                                                \
  "CREATE TABLE wishlist ("                                                                                            \
  "  id TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE, name TEXT,"                \
  "  version INTEGER NOT NULL, updated_us INTEGER NOT NULL, share_token TEXT UNIQUE) STRICT, WITHOUT ROWID;"           \
  "CREATE INDEX wishlist_by_member ON wishlist (member_id);"                                                           \
  "CREATE TABLE wish ("                                                                                                \
  "  list_id TEXT NOT NULL REFERENCES wishlist (id) ON DELETE CASCADE,"                                                \
  "  product_id TEXT NOT NULL REFERENCES product (id), variant_id TEXT NOT NULL, position INTEGER NOT NULL,"           \
  "  saved_us INTEGER NOT NULL, saved_price INTEGER NOT NULL, PRIMARY KEY (list_id, product_id, variant_id))"          \
  "  STRICT, WITHOUT ROWID;"

/* An order is a member's when it was placed with their token or their phone. late_us: when it was seen that it was not
 * ready in time. The people of orders that are nobody's are forgotten after a while. */
#define PURCHASES                                                                                                      \
  "ALTER TABLE customer_order ADD COLUMN member_id TEXT REFERENCES member (id) ON DELETE SET NULL;"                    \
  "ALTER TABLE fulfilment ADD COLUMN late_us INTEGER;"                                                                 \
  "UPDATE customer_order SET member_id = (SELECT m.id FROM member m WHERE m.phone = customer_order.phone);"            \
  "CREATE INDEX customer_order_by_member ON customer_order (member_id, placed_us, id) WHERE member_id IS NOT NULL;"    \
  "CREATE INDEX customer_order_by_phone ON customer_order (phone);"                                                    \
  "CREATE INDEX customer_order_of_guests ON customer_order (placed_us) WHERE member_id IS NULL AND phone <> '';"       \
  "CREATE INDEX fulfilment_not_late ON fulfilment (ready_us) WHERE late_us IS NULL AND state IN ('placed', "           \
  "'picking');"

/* A basket on its way to a phone. phone_hash: of the cookie of the one that took it. */
#define CARRY_TABLE                                                                                                    \
  "CREATE TABLE carry ("                                                                                               \
  "  token_hash BLOB PRIMARY KEY, basket_id TEXT NOT NULL UNIQUE REFERENCES basket (id) ON DELETE CASCADE,"            \
  "  expires_us INTEGER NOT NULL, phone_hash BLOB) STRICT, WITHOUT ROWID;"                                             \
  "CREATE INDEX carry_by_end ON carry (expires_us) WHERE phone_hash IS NULL;"

/*
 * Money that is not cash, and coupons. A purse is points, a gift card, or the stored value of a member; what happened
 * to each is in its ledger, and balance is their sum. Of a gift card's code only the SHA-256 and the last four are
 * kept. A purse whose member was forgotten stays, with nobody who could use it, because the books must add up.
 */
#define PURSE_TABLES                                                                                                   \
  "CREATE TABLE reward_rule ("                                                                                         \
  "  one INTEGER PRIMARY KEY CHECK (one = 1), earn_per INTEGER NOT NULL CHECK (earn_per > 0),"                         \
  "  point_value INTEGER NOT NULL CHECK (point_value > 0)) STRICT;"                                                    \
  "CREATE TABLE purse ("                                                                                               \
  "  number INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind = 'points' OR kind = 'gift_card'"                      \
  "  OR kind = 'stored_value'), member_id TEXT REFERENCES member (id) ON DELETE SET NULL,"                             \
  "  balance INTEGER NOT NULL CHECK (balance >= 0), code_hash BLOB UNIQUE, last_four TEXT,"                            \
  "  opened_us INTEGER NOT NULL) STRICT;"                                                                              \
  "CREATE UNIQUE INDEX purse_by_member ON purse (member_id, kind) WHERE member_id IS NOT NULL;"                        \
  "CREATE TABLE purse_entry ("                                                                                         \
  "  number INTEGER PRIMARY KEY, source TEXT NOT NULL, source_id TEXT NOT NULL,"                                       \
  "  purse INTEGER NOT NULL REFERENCES purse (number), kind TEXT NOT NULL CHECK (kind = 'load' OR kind = 'earn'"       \
  "  OR kind = 'spend' OR kind = 'release' OR kind = 'refund' OR kind = 'take_back'), amount INTEGER NOT NULL,"        \
  "  shortfall INTEGER NOT NULL CHECK (shortfall >= 0), balance INTEGER NOT NULL CHECK (balance >= 0),"                \
  "  order_id TEXT, happened_us INTEGER NOT NULL, UNIQUE (source, source_id)) STRICT;"                                 \
  "CREATE INDEX purse_entry_by_purse ON purse_entry (purse, number);"                                                  \
  "CREATE TRIGGER purse_entry_stays BEFORE UPDATE ON purse_entry BEGIN SELECT raise (ABORT, 'the ledger stays'); END;" \
  "CREATE TRIGGER purse_entry_is_kept BEFORE DELETE ON purse_entry BEGIN SELECT raise (ABORT, 'the ledger stays');"    \
  "  END;"

/* A limit of 0 is none. A coupon without a scope is for everything. coupon_member is what waits in a member's profile,
 * and how often they used it. */
#define COUPON_TABLES                                                                                                  \
  "CREATE TABLE coupon ("                                                                                              \
  "  id TEXT PRIMARY KEY, title TEXT NOT NULL, percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 10000),"          \
  "  amount INTEGER NOT NULL CHECK (amount >= 0), minimum INTEGER NOT NULL CHECK (minimum >= 0),"                      \
  "  from_us INTEGER NOT NULL, until_us INTEGER NOT NULL, per_member INTEGER NOT NULL CHECK (per_member >= 0),"        \
  "  total_limit INTEGER NOT NULL CHECK (total_limit >= 0), used INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0),"        \
  "  stackable INTEGER NOT NULL CHECK (stackable IN (0, 1)), members_only INTEGER NOT NULL CHECK (members_only IN "    \
  "(0, 1)),"                                                                                                           \
  "  CHECK ((percent > 0) <> (amount > 0))) STRICT, WITHOUT ROWID;"                                                    \
  "CREATE TABLE coupon_scope ("                                                                                        \
  "  coupon_id TEXT NOT NULL REFERENCES coupon (id), kind TEXT NOT NULL CHECK (kind IN ('product', 'category')),"      \
  "  reference TEXT NOT NULL, PRIMARY KEY (coupon_id, kind, reference)) STRICT, WITHOUT ROWID;"                        \
  "CREATE TABLE coupon_code ("                                                                                         \
  "  code TEXT PRIMARY KEY, coupon_id TEXT NOT NULL REFERENCES coupon (id), uses INTEGER NOT NULL CHECK (uses >= 0),"  \
  "  used INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0)) STRICT, WITHOUT ROWID;"                                        \
  "CREATE TABLE coupon_member ("                                                                                       \
  "  member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE, coupon_id TEXT NOT NULL REFERENCES coupon "     \
  "(id),"                                                                                                              \
  "  waiting INTEGER NOT NULL CHECK (waiting IN (0, 1)), used INTEGER NOT NULL CHECK (used >= 0),"                     \
  "  PRIMARY KEY (member_id, coupon_id)) STRICT, WITHOUT ROWID;"                                                       \
  "CREATE TABLE coupon_entry ("                                                                                        \
  "  source TEXT NOT NULL, source_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('redeem', 'release')),"         \
  "  coupon_id TEXT NOT NULL, code TEXT, order_id TEXT NOT NULL, happened_us INTEGER NOT NULL,"                        \
  "  PRIMARY KEY (source, source_id)) STRICT, WITHOUT ROWID;"                                                          \
  "CREATE TRIGGER coupon_entry_stays BEFORE UPDATE ON coupon_entry BEGIN SELECT raise (ABORT, 'the ledger stays');"    \
  "  END;"                                                                                                             \
  "CREATE TRIGGER coupon_entry_is_kept BEFORE DELETE ON coupon_entry BEGIN SELECT raise (ABORT, 'the ledger stays');"  \
  "  END;"

/* What an order has of the above; most have none. Its steps take off or pay; a share is what a step takes off one line.
 * A stake is what of a purse hangs on one fulfilment: given back when that is cancelled or returned ('spend'), come by
 * when it is handed over ('earn'). */
#define ORDER_MONEY_TABLES                                                                                             \
  "ALTER TABLE order_line ADD COLUMN branch_step INTEGER NOT NULL DEFAULT 0;"                                          \
  "CREATE TABLE order_money ("                                                                                         \
  "  order_id TEXT PRIMARY KEY REFERENCES customer_order (id) ON DELETE CASCADE,"                                      \
  "  member_id TEXT REFERENCES member (id) ON DELETE SET NULL, due INTEGER NOT NULL CHECK (due >= 0),"                 \
  "  earns INTEGER NOT NULL CHECK (earns >= 0)) STRICT, WITHOUT ROWID;"                                                \
  "CREATE INDEX order_money_by_member ON order_money (member_id) WHERE member_id IS NOT NULL;"                         \
  "CREATE TABLE order_step ("                                                                                          \
  "  order_id TEXT NOT NULL REFERENCES order_money (order_id) ON DELETE CASCADE, number INTEGER NOT NULL,"             \
  "  kind TEXT NOT NULL CHECK (kind IN ('coupon', 'points', 'gift_card', 'stored_value')),"                            \
  "  amount INTEGER NOT NULL CHECK (amount > 0), reference TEXT, code TEXT, title TEXT, points INTEGER NOT NULL,"      \
  "  PRIMARY KEY (order_id, number)) STRICT, WITHOUT ROWID;"                                                           \
  "CREATE TABLE order_share ("                                                                                         \
  "  fulfilment_id TEXT NOT NULL REFERENCES fulfilment (id) ON DELETE CASCADE, position INTEGER NOT NULL,"             \
  "  step INTEGER NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), PRIMARY KEY (fulfilment_id, position, step))"  \
  "  STRICT, WITHOUT ROWID;"                                                                                           \
  "CREATE TABLE order_stake ("                                                                                         \
  "  fulfilment_id TEXT NOT NULL REFERENCES fulfilment (id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN "     \
  "('spend', 'earn')),"                                                                                                \
  "  purse INTEGER NOT NULL REFERENCES purse (number), amount INTEGER NOT NULL CHECK (amount > 0),"                    \
  "  PRIMARY KEY (fulfilment_id, kind, purse)) STRICT, WITHOUT ROWID;"

/*
 * Somebody of the shop carries a device of their own. What shoppers ask them to bring: to a fitting room (0: to the
 * screen that asked). Whose it was is all that is about a person in it, and of a guest nothing is. asked_place is the
 * place in the branch's queue it began with: with what was brought it tells how long a place takes.
 */
#define FETCH_TABLES                                                                                                   \
  "ALTER TABLE device RENAME COLUMN role TO old_role;"                                                                 \
  "ALTER TABLE device ADD COLUMN role TEXT NOT NULL DEFAULT 'kiosk'"                                                   \
  "  CHECK (role IN ('kiosk', 'till', 'channel', 'associate', 'operator'));"                                           \
  "UPDATE device SET role = old_role;"                                                                                 \
  "ALTER TABLE device DROP COLUMN old_role;"                                                                           \
  "ALTER TABLE branch ADD COLUMN fitting_rooms INTEGER NOT NULL DEFAULT 0 CHECK (fitting_rooms >= 0);"                 \
  "CREATE TABLE fetch_request ("                                                                                       \
  "  id TEXT PRIMARY KEY, branch_id TEXT NOT NULL REFERENCES branch (id), device_id TEXT NOT NULL"                     \
  "  REFERENCES device (id), member_id TEXT REFERENCES member (id) ON DELETE SET NULL,"                                \
  "  variant_id TEXT NOT NULL REFERENCES variant (id), room INTEGER NOT NULL CHECK (room >= 0),"                       \
  "  state TEXT NOT NULL CHECK (state IN ('asked', 'taken', 'brought', 'not_found', 'cancelled', 'expired')),"         \
  "  asked_us INTEGER NOT NULL, asked_place INTEGER NOT NULL CHECK (asked_place > 0), taken_by TEXT REFERENCES device" \
  "  (id), taken_us INTEGER, ended_us INTEGER) STRICT, WITHOUT ROWID;"                                                 \
  "CREATE INDEX fetch_request_open ON fetch_request (branch_id, asked_us, id) WHERE state IN ('asked', 'taken');"      \
  "CREATE INDEX fetch_request_brought ON fetch_request (branch_id, ended_us) WHERE state = 'brought';"                 \
  "CREATE INDEX fetch_request_by_member ON fetch_request (member_id) WHERE member_id IS NOT NULL;"

/* What a member wrote is held (and shown to nobody but them and the staff) until the staff accepts or refuses it; what
 * came with a feed was accepted before. One member says one thing of a product, and what they say goes with them. */
#define REVIEW_SENT                                                                                                    \
  "ALTER TABLE review ADD COLUMN state TEXT NOT NULL DEFAULT 'accepted'"                                               \
  "  CHECK (state = 'held' OR state = 'accepted' OR state = 'refused');"                                               \
  "ALTER TABLE review ADD COLUMN member_id TEXT REFERENCES member (id) ON DELETE CASCADE;"                             \
  "ALTER TABLE review ADD COLUMN usual_size TEXT;"                                                                     \
  "ALTER TABLE review ADD COLUMN sent_us INTEGER NOT NULL DEFAULT 0;"                                                  \
  "ALTER TABLE review ADD COLUMN decided_us INTEGER;"                                                                  \
  "DROP INDEX review_by_day;"                                                                                          \
  "DROP INDEX review_by_stars;"                                                                                        \
  "CREATE INDEX review_by_day ON review (product_id, written_on, id) WHERE state = 'accepted';"                        \
  "CREATE INDEX review_by_stars ON review (product_id, stars, written_on, id) WHERE state = 'accepted';"               \
  "CREATE INDEX review_held ON review (sent_us, id) WHERE state = 'held';"                                             \
  "CREATE UNIQUE INDEX review_by_member ON review (member_id, product_id) WHERE member_id IS NOT NULL;"

/* What a member agreed to be told, and the link that ends it: its token, and when they were told last. wish_watch is
 * each wish as it was when it was last looked at for them: the price that a cheaper one is told against. */
#define CONSENT_TABLES                                                                                                 \
  "CREATE TABLE consent ("                                                                                             \
  "  member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,"                                                \
  "  purpose TEXT NOT NULL CHECK (purpose IN ('price_drop', 'back_in_stock')), given_us INTEGER NOT NULL,"             \
  "  PRIMARY KEY (member_id, purpose)) STRICT, WITHOUT ROWID;"                                                         \
  "CREATE TABLE consent_link ("                                                                                        \
  "  member_id TEXT PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE, token TEXT NOT NULL UNIQUE,"                 \
  "  told_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"                                                                 \
  "CREATE TABLE wish_watch ("                                                                                          \
  "  member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE, product_id TEXT NOT NULL,"                      \
  "  variant_id TEXT NOT NULL, price INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),"                  \
  "  PRIMARY KEY (member_id, product_id, variant_id)) STRICT, WITHOUT ROWID;"

/* What a member says that they wear of a brand ('' for none) in a category; what they bought says the rest. */
#define MEMBER_SIZE_TABLE                                                                                              \
  "CREATE TABLE member_size ("                                                                                         \
  "  member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE, brand TEXT NOT NULL, category_id TEXT NOT "     \
  "NULL,"                                                                                                              \
  "  size TEXT NOT NULL, said_us INTEGER NOT NULL, PRIMARY KEY (member_id, brand, category_id)) STRICT, WITHOUT "      \
  "ROWID;"

/* Why the staff does not show what a member wrote: they read it in their own words and language. */
#define REVIEW_REFUSED_FOR                                                                                             \
  "ALTER TABLE review ADD COLUMN refused_for TEXT"                                                                     \
  "  CHECK (refused_for IN ('off_topic', 'rude', 'private', 'advertising'));"

/* A list that was deleted can be had back for a while. */
#define WISHLIST_DELETED "ALTER TABLE wishlist ADD COLUMN deleted_us INTEGER;"

/* Which screen made the code for the basket, and by what name it hears that a phone took it. */
#define CARRY_HEARD                                                                                                    \
  "ALTER TABLE carry ADD COLUMN id TEXT; ALTER TABLE carry ADD COLUMN device_id TEXT;"                                 \
  "CREATE UNIQUE INDEX carry_by_id ON carry (id) WHERE id IS NOT NULL;"

const char *const madaf_schema_migrations[] = {
  CATALOGUE_TABLES STOCK_TABLES ORDER_TABLES SERVICE_TABLES,
  FEED_TABLES,
  BRANCH_PRICE_TABLES,
  BRANCH_COUNTRY,
  PEOPLE_TABLES OUTBOX_TABLE,
  LOOK_TABLES,
  MEMBER_BASKET,
  WISHLIST_TABLES,
  PURCHASES,
  CARRY_TABLE,
  PURSE_TABLES COUPON_TABLES ORDER_MONEY_TABLES,
  FETCH_TABLES,
  REVIEW_SENT,
  CONSENT_TABLES,
  MEMBER_SIZE_TABLE,
  REVIEW_REFUSED_FOR,
  WISHLIST_DELETED,
  CARRY_HEARD,
};
const int madaf_schema_version = G_N_ELEMENTS (madaf_schema_migrations);
