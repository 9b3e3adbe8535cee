/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <curl/curl.h>

#include "central/send/sender.h"

G_BEGIN_DECLS

/* What the senders that use libcurl share. */

/* Whether a secret may travel to @url: over TLS, or not beyond this machine. */
gboolean madaf_send_url_is_safe (const char *url);

/* A handle for one request to @url that follows nothing, waits 10 s at most, and ends soon after *@stopping (atomic) is
 * set. (transfer full) */
CURL *madaf_send_transfer_new (const char *url, const int *stopping);

/* Runs and frees @transfer. @http: judge the answer's status. */
MadafSendResult madaf_send_transfer_run (CURL *transfer, gboolean http, char **why);

/* @template with {phone}, {text}, {id}, {language} replaced by what @escape makes of them ((transfer full)). */
char *madaf_send_fill (const char *template, const MadafLetter *letter, char *(*escape) (const char *value));

G_END_DECLS
