/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/placed/receipt-text.h"

#include "kiosk/pages/basket/order-words.h"
#include "model/collection-code.h"
#include "model/order-fulfilment.h"

#include <glib/gi18n.h>

/* A code with more in it could not be read from a screen at arm's length. */
#define MOST_BYTES 600

/* A phone lays plain text out by itself; marks of direction only make the picture finer. */
static char *
without_marks (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x2066 || c > 0x2069)
        g_string_append_unichar (plain, c == 0xA0 ? ' ' : c);
    }
  return g_string_free (plain, FALSE);
}

static void
append_part (GString *text, MadafOrderFulfilment *part, MadafBranchBook *book)
{
  const char *code = madaf_order_fulfilment_get_collection_code (part);
  g_autofree char *where = NULL;
  g_autofree char *digits = NULL;

  if (code == NULL)
    {
      g_string_append_printf (text, "%s\n", _ ("Shipped to you"));
      return;
    }
  where = madaf_branch_book_name (book, madaf_order_fulfilment_get_branch_id (part));
  digits = madaf_collection_code_format (code);
  g_string_append_printf (text, "%s: %s\n%s\n", _ ("Collection code"), digits, where);
}

char *
madaf_receipt_text (MadafOrder *order, MadafBranchBook *book, const char *shop_name)
{
  const char *url = madaf_order_get_receipt_url (order);
  GListModel *parts = madaf_order_get_fulfilments (order);
  g_autofree char *total = madaf_order_words_money (madaf_order_get_total (order));
  const MadafMoney *due = madaf_order_get_due (order);
  g_autoptr (GString) text = NULL;

  if (url != NULL)
    return g_strdup (url);
  text = g_string_new (shop_name);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (MadafOrderFulfilment) part = g_list_model_get_item (parts, i);

      if (text->len < MOST_BYTES)
        append_part (text, part, book);
    }
  g_string_append_printf (text, "%s: %s", _ ("Total"), total);
  if (due != NULL && !madaf_money_equal (due, madaf_order_get_total (order)))
    {
      g_autofree char *left = madaf_order_words_money (due);

      g_string_append_printf (text, "\n%s: %s", _ ("Left to pay"), left);
    }
  return without_marks (text->str);
}
