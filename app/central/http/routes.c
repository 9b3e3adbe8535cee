/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/routes.h"

/* The one table of what the central answers, in the order of the contract (data/api/openapi.yaml). */

#define PUBLIC  MADAF_ROLE_PUBLIC
#define DEVICES (MADAF_ROLE_DEVICES | MADAF_ROLE_OPERATOR)
/* Not the operator: a movement is told by whoever it happened to, and known again by its teller and its id. */
#define STOCK (MADAF_ROLE_TILL | MADAF_ROLE_CHANNEL)
#define ADMIN MADAF_ROLE_OPERATOR
/* Not the operator: a member signs in on a device; and not on what somebody of the shop carries. */
#define ROLES  (MADAF_ROLE_KIOSK | MADAF_ROLE_TILL | MADAF_ROLE_CHANNEL)
#define KIOSK  MADAF_ROLE_KIOSK
#define MEMBER MADAF_ROLE_MEMBER
/* Those who bring things. Not the operator: they are brought in a branch. */
#define STAFF (MADAF_ROLE_ASSOCIATE | MADAF_ROLE_TILL)
/* Those who read what members write before others do; at the central too. */
#define READER (STAFF | MADAF_ROLE_OPERATOR)
#define BOTH   (DEVICES | MEMBER)
#define READ   MADAF_ROUTE_READ
#define WRITE  MADAF_ROUTE_WRITE
#define STREAM MADAF_ROUTE_STREAM

/* Two columns of the table: an Idempotency-Key is needed; what the body is. */
#define KEY_BODY TRUE, MADAF_BODY_JSON
#define KEY      TRUE, MADAF_BODY_NONE
#define BODY     FALSE, MADAF_BODY_JSON
#define FORM     FALSE, MADAF_BODY_FORM
#define NEITHER  FALSE, MADAF_BODY_NONE

/* clang-format off */
const MadafRoute madaf_routes[] = {
  { "GET",    "/healthz",                          PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_health },
  { "GET",    "/metrics",                          PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_metrics },
  { "GET",    "/v1/shop",                          DEVICES, READ,   NEITHER,  "", madaf_route_get_shop },
  { "GET",    "/v1/categories",                    DEVICES, READ,   NEITHER,  "", madaf_route_list_categories },
  { "GET",    "/v1/codes/{code}",                  DEVICES, READ,   NEITHER,  "", madaf_route_get_code },
  { "GET",    "/v1/products",                      DEVICES, READ,   NEITHER,
    "q category colour* size* in_stock_at sort cursor limit", madaf_route_list_products },
  { "GET",    "/v1/products/{product_id}",         DEVICES, READ,   NEITHER,  "", madaf_route_get_product },
  { "GET",    "/v1/products/{product_id}/related", DEVICES, READ,   NEITHER,  "", madaf_route_list_related },
  { "GET",    "/v1/products/{product_id}/stock",   DEVICES, READ,   NEITHER,  "", madaf_route_get_stock },
  { "GET",    "/v1/products/{product_id}/looks",   DEVICES, READ,   NEITHER,  "branch_id size*", madaf_route_list_looks },
  { "GET",    "/v1/products/{product_id}/together", DEVICES, READ,  NEITHER,  "", madaf_route_list_together },
  { "POST",   "/v1/looks/where",                   DEVICES, READ,   BODY,     "", madaf_route_find_whole_look },
  { "POST",   "/v1/complete",                      BOTH,    READ,   BODY,     "", madaf_route_complete_look },
  { "GET",    "/v1/products/{product_id}/reviews", DEVICES, READ,   NEITHER,
    "stars size fit language sort cursor limit", madaf_route_list_reviews },
  { "GET",    "/v1/reviews/held",                  READER,  READ,   NEITHER,  "cursor limit", madaf_route_list_held_reviews },
  { "POST",   "/v1/reviews/{review_id}/decision",  READER,  WRITE,  KEY_BODY, "", madaf_route_decide_review },
  { "GET",    "/v1/branches",                      DEVICES, READ,   NEITHER,  "", madaf_route_list_branches },
  { "GET",    "/v1/branches/{branch_id}",          DEVICES, READ,   NEITHER,  "", madaf_route_get_branch },
  { "GET",    "/v1/pictures/{picture_id}",         PUBLIC,  READ,   NEITHER,  "size", madaf_route_get_picture },
  { "POST",   "/v1/baskets",                       DEVICES, WRITE,  KEY_BODY, "", madaf_route_create_basket },
  { "GET",    "/v1/baskets/{basket_id}",           DEVICES, READ,   NEITHER,  "", madaf_route_get_basket },
  { "PUT",    "/v1/baskets/{basket_id}",           DEVICES, WRITE,  BODY,     "", madaf_route_replace_basket },
  { "DELETE", "/v1/baskets/{basket_id}",           DEVICES, WRITE,  NEITHER,  "", madaf_route_delete_basket },
  { "POST",   "/v1/carried-baskets",               BOTH,    WRITE,  BODY,     "", madaf_route_carry_basket },
  { "GET",    "/b/{carry_token}",                  PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_carry_page },
  { "POST",   "/b/{carry_token}",                  PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_carry },
  { "POST",   "/v1/quotes",                        BOTH,    READ,   BODY,     "", madaf_route_quote },
  { "POST",   "/v1/orders",                        BOTH,    WRITE,  KEY_BODY, "", madaf_route_place_order },
  { "GET",    "/v1/orders/{order_id}",             DEVICES, READ,   NEITHER,  "", madaf_route_get_order },
  { "POST",   "/v1/orders/{order_id}/cancel",      DEVICES, WRITE,  KEY,      "", madaf_route_cancel_order },
  { "GET",    "/v1/orders/by-code/{code}",         DEVICES, READ,   NEITHER,  "", madaf_route_get_order_by_code },
  /* Phones add what they like to a link, so its query is not looked at. */
  { "GET",    "/r/{receipt_token}",                PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_receipt_page },
  { "POST",   "/v1/gift-cards/look-up",            BOTH,    READ,   BODY,     "", madaf_route_look_up_gift_card },
  { "POST",   "/v1/gift-cards",                    ADMIN,   WRITE,  BODY,     "", madaf_route_issue_gift_card },
  { "POST",   "/v1/coupons",                       ADMIN,   WRITE,  BODY,     "", madaf_route_put_coupon },
  { "PUT",    "/v1/reward-rule",                   ADMIN,   WRITE,  BODY,     "", madaf_route_put_reward_rule },
  { "POST",   "/v1/wallet-entries",                ADMIN,   WRITE,  BODY,     "", madaf_route_load_wallet },
  { "POST",   "/v1/stock/movements",               STOCK,   WRITE,  BODY,     "", madaf_route_record_movements },
  { "POST",   "/v1/fetch-requests",                KIOSK | MEMBER, WRITE, KEY_BODY, "", madaf_route_ask_to_fetch },
  { "GET",    "/v1/fetch-requests",                STAFF,   READ,   NEITHER,  "", madaf_route_list_fetch_requests },
  { "GET",    "/v1/fetch-requests/{fetch_request_id}", KIOSK | MEMBER | STAFF, READ, NEITHER,
    "", madaf_route_get_fetch_request },
  { "DELETE", "/v1/fetch-requests/{fetch_request_id}", KIOSK | MEMBER, WRITE, NEITHER,
    "", madaf_route_cancel_fetch_request },
  { "PUT",    "/v1/fetch-requests/{fetch_request_id}/state", STAFF, WRITE, BODY,
    "", madaf_route_move_fetch_request },
  { "GET",    "/v1/stream",                        BOTH,    STREAM, NEITHER,  "topic* after", madaf_route_open_stream },
  { "POST",   "/v1/device-authorizations",         KIOSK,   WRITE,  NEITHER,  "", madaf_route_begin_sign_in },
  { "DELETE", "/v1/device-authorizations/{sign_in_id}", KIOSK, WRITE, NEITHER, "", madaf_route_cancel_sign_in },
  { "GET",    "/link",                             PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_link_page },
  { "POST",   "/link/phone",                       PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_phone },
  { "POST",   "/link/code",                        PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_code },
  { "POST",   "/link/answer",                      PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_answer },
  { "POST",   "/link/forget",                      PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_forget },
  { "POST",   "/link/member-code",                 PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_member_code },
  { "POST",   "/link/data",                        PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_data },
  { "POST",   "/link/data-file",                   PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_data_file },
  { "POST",   "/link/consents",                    PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_consents },
  { "POST",   "/link/erase",                       PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_link_erase },
  { "GET",    "/m/{code}",                         PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_member_code_page },
  { "GET",    "/demo/outbox",                      PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_demo_outbox },
  { "POST",   "/v1/one-time-codes",                ROLES,   WRITE,  BODY,     "", madaf_route_send_one_time_code },
  { "POST",   "/v1/member-codes",                  MEMBER,  WRITE,  NEITHER,  "", madaf_route_create_member_code },
  { "POST",   "/v1/token",                         ROLES,   WRITE,  BODY,     "", madaf_route_get_token },
  { "DELETE", "/v1/token",                         MEMBER,  WRITE,  NEITHER,  "", madaf_route_sign_out },
  { "GET",    "/v1/me",                            MEMBER,  READ,   NEITHER,  "", madaf_route_get_me },
  { "GET",    "/v1/me/consents",                   MEMBER,  READ,   NEITHER,  "", madaf_route_get_my_consents },
  { "PUT",    "/v1/me/consents",                   MEMBER,  WRITE,  BODY,     "", madaf_route_set_my_consents },
  { "GET",    "/u/{consent_token}",                PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_unsubscribe_page },
  { "POST",   "/u/{consent_token}",                PUBLIC,  WRITE,  FORM,     NULL, madaf_route_post_unsubscribe },
  { "GET",    "/v1/me/basket",                     MEMBER,  READ,   NEITHER,  "", madaf_route_get_my_basket },
  { "PUT",    "/v1/me/basket",                     MEMBER,  WRITE,  BODY,     "", madaf_route_replace_my_basket },
  { "POST",   "/v1/me/basket/changes",             MEMBER,  WRITE,  KEY_BODY, "", madaf_route_change_my_basket },
  { "POST",   "/v1/me/basket/merge",               MEMBER,  WRITE,  BODY,     "", madaf_route_merge_my_basket },
  { "GET",    "/v1/me/orders",                     MEMBER,  READ,   NEITHER,  "cursor limit", madaf_route_list_my_orders },
  { "GET",    "/v1/me/orders/{order_id}",          MEMBER,  READ,   NEITHER,  "", madaf_route_get_my_order },
  { "GET",    "/v1/me/reviews",                    MEMBER,  READ,   NEITHER,  "product_id cursor limit",
    madaf_route_list_my_reviews },
  { "POST",   "/v1/me/reviews",                    MEMBER,  WRITE,  KEY_BODY, "", madaf_route_send_my_review },
  { "GET",    "/v1/me/sizes",                      MEMBER,  READ,   NEITHER,  "", madaf_route_list_my_sizes },
  { "PUT",    "/v1/me/sizes",                      MEMBER,  WRITE,  BODY,     "", madaf_route_say_my_sizes },
  { "GET",    "/v1/me/lists",                      MEMBER,  READ,   NEITHER,  "", madaf_route_list_my_lists },
  { "POST",   "/v1/me/lists",                      MEMBER,  WRITE,  KEY_BODY, "", madaf_route_create_my_list },
  { "GET",    "/v1/me/lists/{list_id}",            MEMBER,  READ,   NEITHER,  "", madaf_route_get_my_list },
  { "PUT",    "/v1/me/lists/{list_id}",            MEMBER,  WRITE,  BODY,     "", madaf_route_replace_my_list },
  { "DELETE", "/v1/me/lists/{list_id}",            MEMBER,  WRITE,  NEITHER,  "", madaf_route_delete_my_list },
  { "POST",   "/v1/me/lists/{list_id}/restore",    MEMBER,  WRITE,  NEITHER,  "", madaf_route_restore_my_list },
  { "POST",   "/v1/me/lists/{list_id}/entries",    MEMBER,  WRITE,  BODY,     "", madaf_route_add_to_my_list },
  { "DELETE", "/v1/me/lists/{list_id}/entries/{product_id}", MEMBER, WRITE, NEITHER,
    "variant_id", madaf_route_remove_from_my_list },
  { "POST",   "/v1/me/lists/{list_id}/share",      MEMBER,  WRITE,  KEY,      "", madaf_route_share_my_list },
  { "DELETE", "/v1/me/lists/{list_id}/share",      MEMBER,  WRITE,  NEITHER,  "", madaf_route_unshare_my_list },
  { "GET",    "/v1/shared-lists/{share_token}",    PUBLIC,  READ,   NEITHER,  "", madaf_route_get_shared_list },
  { "GET",    "/w/{share_token}",                  PUBLIC,  READ,   NEITHER,  NULL, madaf_route_get_shared_list_page },
  { "GET",    "/v1/me/wallet",                     MEMBER,  READ,   NEITHER,  "cursor", madaf_route_get_wallet },
  { "POST",   "/v1/enrolments",                    ADMIN,   WRITE,  BODY,     "", madaf_route_create_enrolment },
  { "POST",   "/v1/devices",                       PUBLIC,  WRITE,  BODY,     "", madaf_route_enrol_device },
  { "GET",    "/v1/devices/self",                  DEVICES, READ,   NEITHER,  "", madaf_route_get_own_device },
  { "DELETE", "/v1/devices/{device_id}",           ADMIN,   WRITE,  NEITHER,  "", madaf_route_revoke_device },
  { "POST",   "/v1/imports",                       ADMIN,   WRITE,  BODY,     "", madaf_route_apply_import },
};
/* clang-format on */

const guint madaf_n_routes = G_N_ELEMENTS (madaf_routes);
