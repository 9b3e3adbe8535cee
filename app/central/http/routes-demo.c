/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/page.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "model/time.h"

/* What the demo shop would have sent to phones, for whoever tries it out. In any other shop there is no such page: it
 * would show everybody's codes. */

static void
append_letter (GString *html, const MadafDemoLetter *letter)
{
  g_autofree char *time = madaf_time_format (letter->created_us);

  g_string_append (html, "<section><h2><bdi dir=\"ltr\">");
  madaf_page_append (html, letter->phone);
  g_string_append (html, "</bdi></h2><p dir=\"auto\" lang=\"");
  madaf_page_append (html, letter->language);
  g_string_append (html, "\">");
  madaf_page_append (html, letter->text);
  g_string_append (html, "</p>");
  madaf_page_append_paragraph (html, "quiet", time);
  g_string_append (html, "</section>");
}

gboolean
madaf_route_get_demo_outbox (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) letters = NULL;
  GString *html;

  if (request->service->demo_outbox == NULL)
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_NOT_FOUND, NULL);
      return FALSE;
    }
  letters = madaf_demo_sender_list (request->service->demo_outbox);
  html = madaf_page_begin ("en", "ltr", "Messages of the demo shop");
  g_string_append (html, "<main><h1>Messages of the demo shop</h1>");
  madaf_page_append_paragraph (
      html, "quiet",
      "Nothing leaves the demo shop. This is what phones would get, the newest first; load the "
      "page again to see more.");
  for (guint i = 0; i < letters->len; i++)
    append_letter (html, g_ptr_array_index (letters, i));
  g_string_append (html, "</main>");
  request->reply = madaf_page_reply (200, madaf_page_finish (html), FALSE);
  return TRUE;
}
