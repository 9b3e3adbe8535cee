/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/page-status.h"

#include "client/error.h"

#include <glib/gi18n.h>

/* What the states of a page say, and which of them an error means. */

static const MadafStatusWords general_words[] = {
  [MADAF_PAGE_EMPTY] = { "madaf-shelf-symbolic", N_ ("Nothing here yet"), NULL, NULL },
  [MADAF_PAGE_OFFLINE]
  = { "madaf-offline-symbolic", N_ ("We cannot reach the shop’s system right now"),
      N_ ("It usually comes back within a minute. Our staff can help you meanwhile."), N_ ("Try again") },
  [MADAF_PAGE_FAILED] = { "madaf-oops-symbolic", N_ ("That did not work"),
                          N_ ("It is not your fault. Please try once more, or ask our staff."), N_ ("Try again") },
};

const MadafStatusWords *
madaf_page_status_words (MadafPageStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (general_words), NULL);
  return &general_words[status];
}

MadafPageStatus
madaf_page_status_for_error (const GError *error)
{
  gboolean offline = madaf_client_error_is_passing (error) || error->domain == G_RESOLVER_ERROR
                     || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
                     || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED)
                     || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE)
                     || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE)
                     || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED)
                     || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED);

  return offline ? MADAF_PAGE_OFFLINE : MADAF_PAGE_FAILED;
}
