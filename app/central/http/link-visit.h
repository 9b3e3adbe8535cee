/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/link-page.h"
#include "central/http/request.h"
#include "central/shop/branch.h"

G_BEGIN_DECLS

/* One request of the pages on a member's own phone: whose phone it is, in what language, and about which sign-in. */
typedef struct
{
  MadafRequest *request;
  MadafTransaction *transaction;
  MadafShopSettings *settings; /* (owned) */
  char *secret;                /* (owned): the cookie */
  gboolean secret_is_new;
  char *form_token; /* (owned) */
  char *user_code;  /* (owned) (nullable) */
  char *member_id;  /* (owned) (nullable): whose phone it is */
  MadafLinkPage page;
} MadafLinkVisit;

/* Fills in who comes, as far as the cookie tells. @language, @user_code: as sent. */
gboolean madaf_link_visit_init (MadafLinkVisit *visit,
                                MadafRequest *request,
                                MadafTransaction *transaction,
                                const char *language,
                                const char *user_code,
                                GError **error);

/* Begins what a form asked for: refuses one that our own page did not send. FALSE with an error; with *@go_on FALSE it
 * is answered already. */
gboolean madaf_link_visit_init_form (
    MadafLinkVisit *visit, MadafRequest *request, MadafTransaction *transaction, gboolean *go_on, GError **error);

/* Takes @secret (transfer full) as the phone's cookie. */
void madaf_link_visit_set_secret (MadafLinkVisit *visit, char *secret);

/* Answers with @html (transfer full). Always TRUE: what was written is kept. */
gboolean madaf_link_visit_answer (MadafLinkVisit *visit, guint status, char *html);

void madaf_link_visit_clear (MadafLinkVisit *visit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafLinkVisit, madaf_link_visit_clear)

G_END_DECLS
