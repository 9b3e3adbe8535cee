/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MadafDemoBooks:
 *
 * The demo shop as it lies in its folder: JSON files, read and checked to be lists of objects. What is inside belongs
 * to the books.
 */
typedef struct
{
  JsonNode *shop_node; /* (owned) */
  JsonObject *shop;
  JsonNode *list_nodes[9];    /* (owned) */
  JsonNode *reviews_nodes[4]; /* (owned) */
  JsonArray *branches;
  JsonArray *categories;
  JsonArray *products;
  JsonArray *members;
  JsonArray *looks;
  JsonArray *coupons;
  JsonArray *purses;
  JsonArray *reviews[4]; /* one a language */
  GHashTable *colours;   /* (owned) id → JsonObject, of the books */
  GHashTable *details;   /* (owned) id → JsonObject, of the books */
} MadafDemoBooks;

/* Reads all files of @folder. (transfer full); NULL with MADAF_DEMO_ERROR_DATA. */
MadafDemoBooks *madaf_demo_books_read (const char *folder, GError **error);
void madaf_demo_books_free (MadafDemoBooks *books);

/* A member as JSON text, for a stored column. (transfer full) */
char *madaf_demo_json (JsonObject *object, const char *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafDemoBooks, madaf_demo_books_free)

G_END_DECLS
