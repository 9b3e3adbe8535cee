/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/topic.h"

#include <string.h>

#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/carry.h"
#include "central/shop/fetch-request.h"
#include "central/shop/member-basket.h"
#include "central/shop/purchase.h"
#include "central/shop/sign-in.h"
#include "central/shop/wishlist.h"

/* Whether @id may be listened to by whoever asks. */
typedef gboolean (*IsOwn) (
    MadafRequest *request, MadafTransaction *transaction, const char *id, gboolean *is, GError **error);

static gboolean
is_own_sign_in (MadafRequest *request, MadafTransaction *transaction, const char *id, gboolean *is, GError **error)
{
  *is = FALSE;
  return request->member_id != NULL
         || madaf_sign_in_is_of (transaction, id, request->device_id, request->now_us, is, error);
}

/* A device knows an order's id because it placed it or was shown its code. */
static gboolean
is_own_order (MadafRequest *request, MadafTransaction *transaction, const char *id, gboolean *is, GError **error)
{
  *is = TRUE;
  return request->member_id == NULL || madaf_purchase_is_of (transaction, id, request->member_id, is, error);
}

static gboolean
is_own_basket (MadafRequest *request, MadafTransaction *transaction, const char *id, gboolean *is, GError **error)
{
  g_autofree char *own = request->member_id != NULL ? madaf_member_basket_make_id (request->member_id) : NULL;

  *is = g_strcmp0 (own, id) == 0;
  return TRUE;
}

static gboolean
is_own_lists (MadafRequest *request, MadafTransaction *transaction, const char *id, gboolean *is, GError **error)
{
  g_autofree char *own = request->member_id != NULL ? madaf_wishlists_make_id (request->member_id) : NULL;

  *is = g_strcmp0 (own, id) == 0;
  return TRUE;
}

/* Whoever stands at the screen that asked, and those who bring it. */
static gboolean
is_own_fetch (MadafRequest *request, MadafTransaction *transaction, const char *id, gboolean *is, GError **error)
{
  const MadafFetchAsker asker = madaf_route_fetch_asker (request);

  return madaf_fetch_request_is_of (transaction, id, &asker, is, error);
}

/* The screen that shows the code. */
static gboolean
is_own_carried (MadafRequest *request, MadafTransaction *transaction, const char *id, gboolean *is, GError **error)
{
  return madaf_carry_is_of (transaction, id, request->device_id, is, error);
}

typedef struct
{
  const char *prefix;
  IsOwn is_own; /* (nullable): it is for everybody who may open a stream */
} Kind;

static const Kind kinds[] = {
  { "product:", NULL },       { "order:", is_own_order }, { "sign-in:", is_own_sign_in }, { "basket:", is_own_basket },
  { "lists:", is_own_lists }, { "fetch:", is_own_fetch }, { "carried:", is_own_carried },
};

static const Kind *
find_kind (const char *topic)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (topic, kinds[i].prefix))
      return &kinds[i];
  return NULL;
}

gboolean
madaf_topic_is_valid (const char *topic)
{
  const Kind *kind = find_kind (topic);

  return kind != NULL ? madaf_router_is_id (topic + strlen (kind->prefix)) : strcmp (topic, "catalogue") == 0;
}

typedef struct
{
  MadafRequest *request;
  const char *const *topics;
  gboolean may;
} Question;

static gboolean
read_own (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;

  for (guint i = 0; question->topics[i] != NULL && question->may; i++)
    {
      const Kind *kind = find_kind (question->topics[i]);

      if (kind != NULL && kind->is_own != NULL
          && !kind->is_own (question->request, transaction, question->topics[i] + strlen (kind->prefix), &question->may,
                            error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_owner (const char *topic)
{
  const Kind *kind = find_kind (topic);

  return kind != NULL && kind->is_own != NULL;
}

gboolean
madaf_topic_may_hear (MadafRequest *request, const char *const *topics, GError **error)
{
  Question question = { request, topics, TRUE };
  gboolean asks = FALSE;

  for (guint i = 0; topics[i] != NULL; i++)
    asks |= has_owner (topics[i]);
  if (!asks)
    return TRUE;
  if (!madaf_store_read (request->service->store, read_own, &question, error))
    return FALSE;
  if (!question.may)
    madaf_request_answer_problem (request, MADAF_PROBLEM_NOT_FOUND, NULL);
  return question.may;
}
