/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"

G_BEGIN_DECLS

/* What the calls, the stream and the outbox need of the client beyond what pages see. */

MadafTransport *madaf_central_client_get_transport (MadafCentralClient *self);
/* (nullable) */
MadafShelf *madaf_central_client_get_shelf (MadafCentralClient *self);
MadafClock *madaf_central_client_get_clock (MadafCentralClient *self);

/* A request to the central with this device's token (transfer full). */
MadafRequest *madaf_central_client_new_request (MadafCentralClient *self, const char *method, const char *path);
/* The same with another token (nullable: none). */
MadafRequest *
madaf_central_client_new_request_as (MadafCentralClient *self, const char *method, const char *path, const char *token);

/* The central answered, at @received_us of the kiosk's clock, and says it was @date_us (0: does not say). */
void madaf_central_client_note_answer (MadafCentralClient *self, gint64 date_us, gint64 received_us);
/* As precise as it gets: /v1/shop says the microsecond. */
void madaf_central_client_note_time (MadafCentralClient *self, gint64 now_us, gint64 received_us);
/* A call failed with @error; decides what that says about the central. */
void madaf_central_client_note_error (MadafCentralClient *self, const GError *error);
/* What was asked with this member's token (nullable: with the device's) failed with @error; emits `member-refused` if
 * that says that the token does not count any more. */
void madaf_central_client_note_member_error (MadafCentralClient *self, const char *member_token, const GError *error);

G_END_DECLS
