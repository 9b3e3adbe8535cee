/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app.h"

struct _MadafApp
{
  MadafBooth *booth; /* lent */
  char *token;       /* (owned) of the member in this channel */
  guint changes;
};

/* (transfer full): what it was answered */
static char *
post (MadafApp *self, const char *target, const char *token, const char *key, const char *json)
{
  g_autofree char *request = madaf_place_post_request (target, token, key, json);
  char *answer = madaf_place_ask (madaf_booth_get_place (self->booth), request);

  if (!g_str_has_prefix (answer, "HTTP/1.1 2"))
    g_error ("%s: %s", target, answer);
  return answer;
}

static void
sign_in (MadafApp *self, const char *channel, const char *number)
{
  g_autofree char *phone = g_strdup_printf ("{\"phone\":\"%s\",\"language\":\"en\"}", number);
  g_autofree char *sent = post (self, "/v1/one-time-codes", channel, NULL, phone);
  g_autofree char *id = madaf_place_read_member (sent, "one_time_code_id");
  g_autofree char *digits = madaf_booth_use_phone (self->booth, "digits", NULL, NULL);
  g_autofree char *grant = g_strdup_printf (
      "{\"grant_type\":\"urn:madaf:grant:one-time-code\",\"code\":\"%s\",\"one_time_code_id\":\"%s\"}", digits, id);
  g_autofree char *signed_in = post (self, "/v1/token", channel, NULL, grant);

  self->token = madaf_place_read_member (signed_in, "access_token");
}

MadafApp *
madaf_app_new (MadafBooth *booth, const char *number)
{
  MadafApp *self = g_new0 (MadafApp, 1);
  const char *branch_id = madaf_booth_get_pile (booth)->branch_id;
  g_autofree char *channel = madaf_place_enrol (madaf_booth_get_place (booth), branch_id, "channel");

  self->booth = booth;
  sign_in (self, channel, number);
  return self;
}

void
madaf_app_free (MadafApp *self)
{
  g_free (self->token);
  g_free (self);
}

static void
change (MadafApp *self, const char *json)
{
  g_autofree char *key = g_strdup_printf ("app-change-%08u", self->changes++);

  g_free (post (self, "/v1/me/basket/changes", self->token, key, json));
}

void
madaf_app_puts_in (MadafApp *self, const char *variant_id)
{
  g_autofree char *json
      = g_strdup_printf ("{\"changes\":[{\"do\":\"add\",\"variant_id\":\"%s\",\"quantity\":1}]}", variant_id);

  change (self, json);
}

void
madaf_app_takes_out (MadafApp *self, const char *variant_id)
{
  g_autofree char *json = g_strdup_printf ("{\"changes\":[{\"do\":\"remove\",\"variant_id\":\"%s\"}]}", variant_id);

  change (self, json);
}
