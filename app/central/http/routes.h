/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/router.h"
#include "central/shop/fetch-request.h"

G_BEGIN_DECLS

/* Every route there is, in routes.c; the handlers by subject in routes-*.c. */
extern const MadafRoute madaf_routes[];
extern const guint madaf_n_routes;

gboolean madaf_route_get_health (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_metrics (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_get_shop (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_categories (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_code (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_products (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_product (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_related (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_stock (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_branches (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_branch (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_picture (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_list_reviews (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_held_reviews (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_decide_review (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_my_reviews (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_send_my_review (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_list_looks (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_together (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_find_whole_look (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_complete_look (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_create_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_replace_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_delete_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_place_order (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_order (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_cancel_order (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_order_by_code (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_receipt_page (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_quote (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_wallet (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_look_up_gift_card (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_issue_gift_card (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_put_coupon (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_put_reward_rule (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_load_wallet (MadafRequest *request, MadafTransaction *transaction, GError **error);

/* Codes of gift cards are guessed 20 times an hour by a device. FALSE, and answered, when that was enough. */
gboolean madaf_card_guess_is_free (MadafRequest *request);
void madaf_card_guess_count (MadafRequest *request, guint wrong);

gboolean madaf_route_record_movements (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_open_stream (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_create_enrolment (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_enrol_device (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_own_device (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_revoke_device (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_apply_import (MadafRequest *request, MadafTransaction *transaction, GError **error);

gboolean madaf_route_begin_sign_in (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_cancel_sign_in (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_send_one_time_code (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_create_member_code (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_token (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_link_page (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_phone (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_code (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_answer (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_forget (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_member_code (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_data (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_data_file (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_consents (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_link_erase (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_member_code_page (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_demo_outbox (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_me (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_replace_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_change_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_merge_my_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_my_sizes (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_say_my_sizes (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_my_lists (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_create_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_replace_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_delete_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_restore_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_add_to_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_remove_from_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_share_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_unshare_my_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_my_consents (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_set_my_consents (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_unsubscribe_page (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_unsubscribe (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_shared_list (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_shared_list_page (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_my_orders (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_my_order (MadafRequest *request, MadafTransaction *transaction, GError **error);
/* Who asks for what is brought. Lent by the request. */
MadafFetchAsker madaf_route_fetch_asker (const MadafRequest *request);
gboolean madaf_route_ask_to_fetch (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_list_fetch_requests (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_fetch_request (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_cancel_fetch_request (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_move_fetch_request (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_carry_basket (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_get_carry_page (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_post_carry (MadafRequest *request, MadafTransaction *transaction, GError **error);
gboolean madaf_route_sign_out (MadafRequest *request, MadafTransaction *transaction, GError **error);

G_END_DECLS
