/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "client/carried.h"
#include "client/authorization.h"
#include "client/enrolment.h"
#include "client/error.h"
#include "client/freshness.h"
#include "client/member-pass.h"
#include "client/order-draft.h"
#include "client/own-device.h"
#include "client/product-list.h"
#include "client/product-query.h"
#include "client/product-stock.h"
#include "client/purchase-list.h"
#include "client/review-list.h"
#include "client/sent-code.h"
#include "client/shelf.h"
#include "client/transport.h"
#include "model/basket.h"
#include "model/clock.h"
#include "model/order.h"
#include "model/product.h"
#include "model/shop.h"
#include "model/whole-look.h"
#include "model/wish-lists.h"
#include "model/wished.h"
#include "model/wishes.h"

G_BEGIN_DECLS

/**
 * MadafCentralState:
 * @MADAF_CENTRAL_UNKNOWN: nothing was asked yet
 * @MADAF_CENTRAL_ONLINE: the last call got an answer
 * @MADAF_CENTRAL_OFFLINE: the last call got none, or none that makes sense
 */
typedef enum
{
  MADAF_CENTRAL_UNKNOWN,
  MADAF_CENTRAL_ONLINE,
  MADAF_CENTRAL_OFFLINE,
} MadafCentralState;

#define MADAF_TYPE_CENTRAL_STATE (madaf_central_state_get_type ())
GType madaf_central_state_get_type (void) G_GNUC_CONST;

typedef enum
{
  MADAF_PICTURE_LARGE, /* at most 1200 pixels on the longer side */
  MADAF_PICTURE_SMALL, /* at most 400 */
} MadafPictureSize;

/**
 * MadafCentralClient:
 *
 * The central as the kiosk sees it: one pair of _async and _finish for each thing of the contract
 * (data/api/openapi.yaml). Answers are read in the network thread and come as finished objects. What is about goods is
 * also kept on the shelf, and given from there when the central does not answer; the freshness then says so. Main
 * thread.
 *
 * Properties: `base-url` and `token` (settable, notified), `state` (read-only, notified), and those given at
 * construction: `transport`, `shelf`, `clock`.
 * Signals: `member-refused` (string: a member's token): the central said to a call or a stream of theirs that it does
 * not count any more. It comes before the call ends.
 *
 * Errors of every call: MADAF_CLIENT_ERROR, G_IO_ERROR_CANCELLED. Cancelling stops the transfer. Strings given are
 * copied. @freshness may be NULL.
 */
#define MADAF_TYPE_CENTRAL_CLIENT (madaf_central_client_get_type ())
G_DECLARE_FINAL_TYPE (MadafCentralClient, madaf_central_client, MADAF, CENTRAL_CLIENT, GObject)

/* @base_url: "https://HOST[:PORT]", "http://127.0.0.1:PORT" or "unix:PATH". @shelf: (nullable): NULL keeps nothing. */
MadafCentralClient *
madaf_central_client_new (const char *base_url, MadafTransport *transport, MadafShelf *shelf, MadafClock *clock);

const char *madaf_central_client_get_base_url (MadafCentralClient *self);
void madaf_central_client_set_base_url (MadafCentralClient *self, const char *base_url);
/* (nullable): what this device proves itself with; MadafEnrolment has it. */
const char *madaf_central_client_get_token (MadafCentralClient *self);
void madaf_central_client_set_token (MadafCentralClient *self, const char *token);
MadafCentralState madaf_central_client_get_state (MadafCentralClient *self);

/* The time now by the central's clock, as learnt from its answers; by the kiosk's until the first. */
gint64 madaf_central_client_get_now_us (MadafCentralClient *self);

/* The goods. All of these fall back to the shelf. */

/* (transfer full) */
void madaf_central_client_get_shop_async (MadafCentralClient *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
MadafShop *madaf_central_client_get_shop_finish (MadafCentralClient *self,
                                                 GAsyncResult *result,
                                                 MadafFreshness *freshness,
                                                 GError **error);

/* (transfer full): MadafCategory objects, parents before their children. */
void madaf_central_client_list_categories_async (MadafCentralClient *self,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GListModel *madaf_central_client_list_categories_finish (MadafCentralClient *self,
                                                         GAsyncResult *result,
                                                         MadafFreshness *freshness,
                                                         GError **error);

/* What a scanned or typed code means: (transfer full) the product, and in @variant_id (optional) which variant carries
 * the code. NOT_FOUND when nothing here has it. */
void madaf_central_client_lookup_code_async (MadafCentralClient *self,
                                             const char *code,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
MadafProduct *madaf_central_client_lookup_code_finish (
    MadafCentralClient *self, GAsyncResult *result, char **variant_id, MadafFreshness *freshness, GError **error);

/* (transfer full). NULL for the first page of everything. */
void madaf_central_client_list_products_async (MadafCentralClient *self,
                                               const MadafProductQuery *query,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
MadafProductList *madaf_central_client_list_products_finish (MadafCentralClient *self,
                                                             GAsyncResult *result,
                                                             MadafFreshness *freshness,
                                                             GError **error);

/* (transfer full) */
void madaf_central_client_get_product_async (MadafCentralClient *self,
                                             const char *product_id,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
MadafProduct *madaf_central_client_get_product_finish (MadafCentralClient *self,
                                                       GAsyncResult *result,
                                                       MadafFreshness *freshness,
                                                       GError **error);

/* (transfer full): what goes with it, at most 12 MadafProductSummary objects. */
void madaf_central_client_list_related_async (MadafCentralClient *self,
                                              const char *product_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
GListModel *madaf_central_client_list_related_finish (MadafCentralClient *self,
                                                      GAsyncResult *result,
                                                      MadafFreshness *freshness,
                                                      GError **error);

/* (transfer full) */
void madaf_central_client_get_stock_async (MadafCentralClient *self,
                                           const char *product_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
MadafProductStock *madaf_central_client_get_stock_finish (MadafCentralClient *self,
                                                          GAsyncResult *result,
                                                          MadafFreshness *freshness,
                                                          GError **error);

/* (transfer full). @query NULL for the newest of all. */
void madaf_central_client_list_reviews_async (MadafCentralClient *self,
                                              const char *product_id,
                                              const MadafReviewQuery *query,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
MadafReviewList *madaf_central_client_list_reviews_finish (MadafCentralClient *self,
                                                           GAsyncResult *result,
                                                           MadafFreshness *freshness,
                                                           GError **error);

/* (transfer full): MadafBranch objects. */
void madaf_central_client_list_branches_async (MadafCentralClient *self,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GListModel *madaf_central_client_list_branches_finish (MadafCentralClient *self,
                                                       GAsyncResult *result,
                                                       MadafFreshness *freshness,
                                                       GError **error);

/* (transfer full): a JPEG or PNG file, not decoded. Pictures never change, so the shelf is asked first. */
void madaf_central_client_get_picture_async (MadafCentralClient *self,
                                             const char *picture_id,
                                             MadafPictureSize size,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GBytes *madaf_central_client_get_picture_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Looks. */

/* (transfer full): outfits around a product, at most 6 MadafLook objects, with the stock of this device's branch. */
void madaf_central_client_list_looks_async (MadafCentralClient *self,
                                            const char *product_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GListModel *madaf_central_client_list_looks_finish (MadafCentralClient *self,
                                                    GAsyncResult *result,
                                                    MadafFreshness *freshness,
                                                    GError **error);

/* (transfer full): what others bought with a product, at most 12 MadafTogether objects. */
void madaf_central_client_list_together_async (MadafCentralClient *self,
                                               const char *product_id,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GListModel *madaf_central_client_list_together_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): where one of each of these variants, one to ten different ones, can be had. Never on the shelf. */
void madaf_central_client_find_whole_look_async (MadafCentralClient *self,
                                                 const char *const *variant_ids,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
MadafWholeLook *
madaf_central_client_find_whole_look_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): what the stylist adds to these variants, MadafPick objects, in these sizes (nullable) where it can;
 * with @member_token (nullable) for this member, whose lists and sizes the central knows. Never on the shelf. */
void madaf_central_client_complete_look_async (MadafCentralClient *self,
                                               const char *member_token,
                                               const char *const *variant_ids,
                                               const char *const *sizes,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GListModel *madaf_central_client_complete_look_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Baskets and orders. Never on the shelf. @key is the idempotency key, 16 to 64 characters: the same key never does a
 * thing twice. @lines is a GListModel of MadafBasketLine, such as a MadafBasket. A basket that comes out is a new
 * object with `id`, `etag` and totals set. */

/* (transfer full) */
void madaf_central_client_create_basket_async (MadafCentralClient *self,
                                               const char *key,
                                               GListModel *lines,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
MadafBasket *madaf_central_client_create_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full). CONFLICT when somebody changed it since @etag. */
void madaf_central_client_replace_basket_async (MadafCentralClient *self,
                                                const char *basket_id,
                                                const char *etag,
                                                GListModel *lines,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
MadafBasket *
madaf_central_client_replace_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full) */
void madaf_central_client_get_basket_async (MadafCentralClient *self,
                                            const char *basket_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MadafBasket *madaf_central_client_get_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Forgets a basket. */
void madaf_central_client_delete_basket_async (MadafCentralClient *self,
                                               const char *basket_id,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean madaf_central_client_delete_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): a page on which the first phone that opens it takes these lines along. BUSY where phones reach no
 * page. */
void madaf_central_client_carry_basket_async (MadafCentralClient *self,
                                              GListModel *lines,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
MadafCarried *madaf_central_client_carry_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full). Pages use the outbox, which calls this. SOLD_OUT, PRICE_CHANGED, INVALID_FIELD. */
void madaf_central_client_place_order_async (MadafCentralClient *self,
                                             const char *key,
                                             MadafOrderDraft *draft,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
MadafOrder *madaf_central_client_place_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* The same for a draft that is bytes already, as the outbox keeps it. @member_token: (nullable): whose order it is;
 * UNAUTHORIZED then says that they are not signed in any more, and without it the same key is still the same order. */
void madaf_central_client_place_order_bytes_async (MadafCentralClient *self,
                                                   const char *member_token,
                                                   const char *key,
                                                   GBytes *body,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
MadafOrder *
madaf_central_client_place_order_bytes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full) */
void madaf_central_client_get_order_async (MadafCentralClient *self,
                                           const char *order_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
MadafOrder *madaf_central_client_get_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full). BUSY after too many wrong guesses. */
void madaf_central_client_get_order_by_code_async (MadafCentralClient *self,
                                                   const char *collection_code,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
MadafOrder *
madaf_central_client_get_order_by_code_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): the order as it is now. CONFLICT when it can no longer be cancelled. */
void madaf_central_client_cancel_order_async (MadafCentralClient *self,
                                              const char *order_id,
                                              const char *key,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
MadafOrder *madaf_central_client_cancel_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* The device. */

/* (transfer full). REJECTED when the code is wrong, used or too old. Does not set the token or save anything. */
void madaf_central_client_enrol_async (MadafCentralClient *self,
                                       const char *code,
                                       const char *device_name,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
MadafEnrolment *madaf_central_client_enrol_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): who the central takes this device for. UNAUTHORIZED when it is not, or no longer, enrolled. */
void madaf_central_client_get_own_device_async (MadafCentralClient *self,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
MadafOwnDevice *
madaf_central_client_get_own_device_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Members. Nothing of these is ever on the shelf or in a log. Those that are about the member who is signed in are
 * handed the member's own token, and UNAUTHORIZED to that says that it ended, nothing of this device. */

/* (transfer full): begins a sign-in by somebody's own phone. BUSY after too many, or where phones reach no page. */
void madaf_central_client_authorize_async (MadafCentralClient *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
MadafAuthorization *
madaf_central_client_authorize_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Nobody waits for this sign-in any more. */
void madaf_central_client_cancel_authorization_async (MadafCentralClient *self,
                                                      const char *authorization_id,
                                                      GCancellable *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer user_data);
gboolean
madaf_central_client_cancel_authorization_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): digits to a phone, given as typed. INVALID_FIELD when it is none; BUSY after too many. */
void madaf_central_client_send_code_async (MadafCentralClient *self,
                                           const char *phone,
                                           const char *language,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
MadafSentCode *madaf_central_client_send_code_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/**
 * MadafGrant:
 * @MADAF_GRANT_DEVICE_CODE: of an authorization that was approved on a phone
 * @MADAF_GRANT_MEMBER_CODE: what the member's app shows
 * @MADAF_GRANT_ONE_TIME_CODE: digits that were sent; they need the id of their MadafSentCode
 */
typedef enum
{
  MADAF_GRANT_DEVICE_CODE,
  MADAF_GRANT_MEMBER_CODE,
  MADAF_GRANT_ONE_TIME_CODE,
} MadafGrant;

/* (transfer full): signs a member in. REJECTED with the problems AUTHORIZATION_PENDING, SLOW_DOWN, ACCESS_DENIED,
 * EXPIRED_TOKEN, INVALID_GRANT; BUSY after too many wrong ones. @sent_code_id: (nullable). */
void madaf_central_client_get_pass_async (MadafCentralClient *self,
                                          MadafGrant grant,
                                          const char *secret,
                                          const char *sent_code_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
MadafMemberPass *madaf_central_client_get_pass_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): who is signed in. */
void madaf_central_client_get_member_async (MadafCentralClient *self,
                                            const char *member_token,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MadafMemberProfile *
madaf_central_client_get_member_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* The token is good for nothing any more. */
void madaf_central_client_sign_out_async (MadafCentralClient *self,
                                          const char *member_token,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean madaf_central_client_sign_out_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): what the member bought in every channel, a page; cursor: (nullable) of the page. */
void madaf_central_client_list_purchases_async (MadafCentralClient *self,
                                                const char *member_token,
                                                const char *cursor,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
MadafPurchaseList *
madaf_central_client_list_purchases_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): one of them, as it is now. */
void madaf_central_client_get_purchase_async (MadafCentralClient *self,
                                              const char *member_token,
                                              const char *order_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
MadafOrder *madaf_central_client_get_purchase_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): all lists of the member, with what is on them by its ids. */
void madaf_central_client_list_wish_lists_async (MadafCentralClient *self,
                                                 const char *member_token,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
MadafWishLists *
madaf_central_client_list_wish_lists_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): one of them, with what each thing costs now and how many there are. NOT_FOUND when it is gone. */
void madaf_central_client_get_wishes_async (MadafCentralClient *self,
                                            const char *member_token,
                                            const char *list_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MadafWishes *madaf_central_client_get_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): a new one. The same @key makes no second one. INVALID_FIELD: a name that is none, or too many lists.
 */
void madaf_central_client_create_wishes_async (MadafCentralClient *self,
                                               const char *member_token,
                                               const char *key,
                                               const char *name,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
MadafWishes *madaf_central_client_create_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): the list by its other name, whatever else was done to it. INVALID_FIELD as above. */
void madaf_central_client_rename_wishes_async (MadafCentralClient *self,
                                               const char *member_token,
                                               const char *list_id,
                                               const char *name,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
MadafWishes *madaf_central_client_rename_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

void madaf_central_client_delete_wishes_async (MadafCentralClient *self,
                                               const char *member_token,
                                               const char *list_id,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean madaf_central_client_delete_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): a list that was deleted a moment ago, as it was. */
void madaf_central_client_restore_wishes_async (MadafCentralClient *self,
                                                const char *member_token,
                                                const char *list_id,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
MadafWishes *
madaf_central_client_restore_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): the list with what was not on it yet of @wishes (of MadafWished; copied). Can be done again. */
void madaf_central_client_add_wishes_async (MadafCentralClient *self,
                                            const char *member_token,
                                            const char *list_id,
                                            GListModel *wishes,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
MadafWishes *madaf_central_client_add_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): the list without @wished, which need not be on it. */
void madaf_central_client_remove_wish_async (MadafCentralClient *self,
                                             const char *member_token,
                                             const char *list_id,
                                             MadafWished *wished,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
MadafWishes *madaf_central_client_remove_wish_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full): the list with an address by which others read it; one before does not count any more. */
void madaf_central_client_share_wishes_async (MadafCentralClient *self,
                                              const char *member_token,
                                              const char *list_id,
                                              const char *key,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
MadafWishes *madaf_central_client_share_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Nobody else reads it any more. */
void madaf_central_client_unshare_wishes_async (MadafCentralClient *self,
                                                const char *member_token,
                                                const char *list_id,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
gboolean madaf_central_client_unshare_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* The member's one basket, the same in every channel. What comes out is a new object with `id`, `etag` and totals set.
 */

/* (transfer full) */
void madaf_central_client_get_my_basket_async (MadafCentralClient *self,
                                               const char *member_token,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
MadafBasket *madaf_central_client_get_my_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full). @edits: (element-type MadafBasketEdit): all of them or none. */
void madaf_central_client_change_my_basket_async (MadafCentralClient *self,
                                                  const char *member_token,
                                                  const char *key,
                                                  GPtrArray *edits,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);
MadafBasket *
madaf_central_client_change_my_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* (transfer full). Adds what a guest had; of what is in both the greater quantity holds. */
void madaf_central_client_merge_my_basket_async (MadafCentralClient *self,
                                                 const char *member_token,
                                                 GListModel *lines,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
MadafBasket *
madaf_central_client_merge_my_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* What the member says of a product, which is held until the staff has read it. @key is the idempotency key.
 * INVALID_FIELD when there is something wrong with it, or too many of theirs are held already. @review:
 * madaf_review_draft_to_bytes(). */
void madaf_central_client_send_review_async (MadafCentralClient *self,
                                             const char *member_token,
                                             const char *key,
                                             GBytes *review,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean madaf_central_client_send_review_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
