/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/member.h"

#include <string.h>

#include "central/shop/private.h"
#include "central/shop/purchase.h"
#include "model/collection-code.h"

#define COLUMNS "id, number, phone, name, language, joined_us"
/* Of a phone, what is shown at its beginning and its end. */
#define SHOWN_FIRST 4
#define SHOWN_LAST  4

static MadafMember *
member_from_row (MadafRows *rows)
{
  MadafMember *member = g_new0 (MadafMember, 1);

  member->id = madaf_rows_dup_text (rows, 0);
  member->number = madaf_rows_dup_text (rows, 1);
  member->phone = madaf_rows_dup_text (rows, 2);
  member->name = madaf_rows_dup_text (rows, 3);
  member->language = madaf_rows_dup_text (rows, 4);
  member->joined_us = madaf_rows_int (rows, 5);
  return member;
}

/* NULL without an error when there is none. */
static MadafMember *
look_up (MadafTransaction *transaction, const char *sql, const char *argument, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, sql, TEXT (argument));

  return rows != NULL && madaf_rows_next (rows, error) ? member_from_row (rows) : NULL;
}

MadafMember *
madaf_member_get (MadafTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  MadafMember *member = look_up (transaction, "SELECT " COLUMNS " FROM member WHERE id = $1", id, &local_error);

  if (member == NULL && local_error == NULL)
    madaf_shop_not_found (error, "member", "with this id");
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return member;
}

gboolean
madaf_member_put (MadafTransaction *transaction, const MadafMember *member, GError **error)
{
  return RUN (transaction, error, "INSERT INTO member (" COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6)", TEXT (member->id),
              TEXT (member->number), TEXT (member->phone), TEXT (member->name), TEXT (member->language),
              INT (member->joined_us))
         && madaf_purchase_adopt (transaction, member->id, member->phone, error);
}

MadafMember *
madaf_member_welcome (MadafTransaction *transaction,
                      const char *phone,
                      const char *language,
                      gint64 now_us,
                      MadafRandom *random,
                      GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafMember) member
      = look_up (transaction, "SELECT " COLUMNS " FROM member WHERE phone = $1", phone, &local_error);
  g_autofree char *digits = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (member != NULL)
    return g_steal_pointer (&member);
  digits = madaf_collection_code_generate (random);
  member = g_new0 (MadafMember, 1);
  member->id = madaf_random_token (random);
  member->number = g_strconcat ("M", digits, NULL);
  member->phone = g_strdup (phone);
  member->language = g_strdup (language);
  member->joined_us = now_us;
  return madaf_member_put (transaction, member, error) ? g_steal_pointer (&member) : NULL;
}

gboolean
madaf_member_set_name (MadafTransaction *transaction, const char *id, const char *name, GError **error)
{
  return RUN (transaction, error, "UPDATE member SET name = $2 WHERE id = $1", TEXT (id), TEXT (name));
}

char *
madaf_member_clean_name (const char *typed)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (letter);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED)
        continue;
      g_string_append_unichar (name, letter);
    }
  g_strstrip (name->str);
  name->len = strlen (name->str);
  if (name->len == 0 || g_utf8_strlen (name->str, -1) > MADAF_MEMBER_NAME_MAX)
    return NULL;
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
madaf_member_mask_phone (const char *phone)
{
  gsize length = strlen (phone);
  GString *masked = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (i < SHOWN_FIRST || i + SHOWN_LAST >= length)
      g_string_append_c (masked, phone[i]);
    else
      g_string_append (masked, "•");
  return g_string_free (masked, FALSE);
}

void
madaf_member_free (MadafMember *member)
{
  g_free (member->id);
  g_free (member->number);
  g_free (member->phone);
  g_free (member->name);
  g_free (member->language);
  g_free (member);
}
