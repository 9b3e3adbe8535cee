/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "model/text.h"

G_BEGIN_DECLS

/* The size that the member who is signed in wears of a brand's things of one category (MySize of the contract). */
typedef struct
{
  char *brand; /* (nullable): things of no brand */
  char *category_id;
  MadafText *category;
  char *size;
  gboolean said; /* by the member, and not by what they bought */
  char **sizes;  /* all there are */
} MadafWornSize;

void madaf_worn_size_free (MadafWornSize *worn);

/* (transfer full) (element-type MadafWornSize). UNAUTHORIZED: the token ended. */
void madaf_central_client_list_worn_sizes_async (MadafCentralClient *self,
                                                 const char *member_token,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GPtrArray *madaf_central_client_list_worn_sizes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

/* Says one; the answer is all of them. @brand: (nullable). INVALID_FIELD when there is no such size. */
void madaf_central_client_say_worn_size_async (MadafCentralClient *self,
                                               const char *member_token,
                                               const char *brand,
                                               const char *category_id,
                                               const char *size,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GPtrArray *madaf_central_client_say_worn_size_finish (MadafCentralClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
