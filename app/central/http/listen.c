/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/listen.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static gboolean
fail (GError **error, const char *address, int code)
{
  if (code == EADDRINUSE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE, _ ("%s is already in use by another program."), address);
  else
    g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), _ ("Cannot listen on %s: %s."), address,
                 g_strerror (code));
  return FALSE;
}

/* TRUE when somebody accepts connections there. */
static gboolean
answers (const struct sockaddr_un *name)
{
  int probe = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  gboolean connected = connect (probe, (const struct sockaddr *)(const void *)name, sizeof *name) == 0;

  close (probe);
  return connected;
}

static gboolean
open_unix (const char *path, MadafListen *self, GError **error)
{
  struct sockaddr_un name = { .sun_family = AF_UNIX };
  g_autofree char *address = g_strconcat ("unix:", path, NULL);
  struct stat status;

  if (path[0] == '\0' || strlen (path) >= sizeof name.sun_path)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("The path of a unix socket must have 1 to %zu bytes: “%s”."), sizeof name.sun_path - 1, path);
      return FALSE;
    }
  strcpy (name.sun_path, path);
  if (lstat (path, &status) == 0)
    {
      if (!S_ISSOCK (status.st_mode) || answers (&name))
        return fail (error, address, EADDRINUSE);
      unlink (path);
    }
  self->socket = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  /* The mode is set on the socket before it has a name, so that there is no moment in which others may connect. */
  if (self->socket < 0 || fchmod (self->socket, 0600) != 0
      || bind (self->socket, (struct sockaddr *)(void *)&name, sizeof name) != 0 || chmod (path, 0600) != 0)
    return fail (error, address, errno);
  self->unix_path = g_strdup (path);
  self->address = g_steal_pointer (&address);
  return TRUE;
}

static GSocketAddress *
parse_inet (const char *text, GError **error)
{
  g_autoptr (GSocketConnectable) network = g_network_address_parse (text, 8480, error);
  const char *host;
  guint16 port;

  if (network == NULL)
    return NULL;
  host = g_network_address_get_hostname (G_NETWORK_ADDRESS (network));
  port = g_network_address_get_port (G_NETWORK_ADDRESS (network));
  if (strcmp (host, "localhost") == 0)
    host = "127.0.0.1";
  else if (strcmp (host, "*") == 0)
    host = "0.0.0.0";
  if (!g_hostname_is_ip_address (host))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("Where to listen is an address of this machine and a port, such as 127.0.0.1:8480, not “%s”."),
                   text);
      return NULL;
    }
  return g_inet_socket_address_new_from_string (host, port);
}

static char *
real_address (int socket)
{
  struct sockaddr_storage storage;
  socklen_t length = sizeof storage;
  g_autoptr (GSocketAddress) address = NULL;

  if (getsockname (socket, (struct sockaddr *)(void *)&storage, &length) != 0)
    return g_strdup ("?");
  address = g_socket_address_new_from_native (&storage, length);
  return g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));
}

static gboolean
open_inet (const char *text, MadafListen *self, GError **error)
{
  g_autoptr (GSocketAddress) address = parse_inet (text, error);
  struct sockaddr_storage native;
  gssize size;
  int on = 1;

  if (address == NULL)
    return FALSE;
  size = g_socket_address_get_native_size (address);
  if (!g_socket_address_to_native (address, &native, sizeof native, error))
    return FALSE;
  self->socket = socket (native.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (self->socket < 0 || setsockopt (self->socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0
      || bind (self->socket, (struct sockaddr *)(void *)&native, (socklen_t)size) != 0)
    return fail (error, text, errno);
  self->address = real_address (self->socket);
  self->exposed = !g_inet_address_get_is_loopback (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
  return TRUE;
}

gboolean
madaf_listen_open (const char *address, MadafListen *self, GError **error)
{
  gboolean opened;

  *self = (MadafListen){ .socket = -1 };
  if (g_str_has_prefix (address, "unix:"))
    opened = open_unix (address + strlen ("unix:"), self, error);
  else
    opened = open_inet (address, self, error);
  if (opened && listen (self->socket, SOMAXCONN) != 0)
    opened = fail (error, address, errno);
  if (!opened)
    madaf_listen_clear (self);
  return opened;
}

void
madaf_listen_clear (MadafListen *self)
{
  if (self->socket >= 0)
    close (self->socket);
  self->socket = -1;
  if (self->unix_path != NULL)
    unlink (self->unix_path);
  g_clear_pointer (&self->unix_path, g_free);
  g_clear_pointer (&self->address, g_free);
}
