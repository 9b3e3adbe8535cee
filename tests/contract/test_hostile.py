#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that two programs could read as different requests: each gets one 4xx answer, and the connection is closed."""

import re
import socket
import sys
import threading
import time

from central import Central, Tap

H = b"Host: a\r\n"
# What an attacker would like to have read as a second request.
SECOND = b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"


def get(*lines, version=b"HTTP/1.1", method=b"GET", target=b"/healthz"):
    return method + b" " + target + b" " + version + b"\r\n" + b"".join(lines) + b"\r\n"


def post(*lines, body=b""):
    return get(H, *lines, method=b"POST", target=b"/v1/devices") + body


CHUNKED = b"Transfer-Encoding: chunked\r\n"
CORPUS = {
    "two lengths": post(b"Content-Length: 0\r\n", b"Content-Length: 4\r\n", body=b"abcd"),
    "two equal lengths": post(b"Content-Length: 4\r\n", b"Content-Length: 4\r\n", body=b"abcd"),
    "length list": post(b"Content-Length: 4, 4\r\n", body=b"abcd"),
    "length list, differing": post(b"Content-Length: 0, 4\r\n", body=b"abcd"),
    "length with plus": post(b"Content-Length: +4\r\n", body=b"abcd"),
    "length negative": post(b"Content-Length: -4\r\n", body=b"abcd"),
    "length hexadecimal": post(b"Content-Length: 0x4\r\n", body=b"abcd"),
    "length octal": post(b"Content-Length: 0o4\r\n", body=b"abcd"),
    "length with letters": post(b"Content-Length: 4abc\r\n", body=b"abcd"),
    "length with space inside": post(b"Content-Length: 4 4\r\n", body=b"abcd"),
    "length empty": post(b"Content-Length:\r\n", body=b"abcd"),
    "length with point": post(b"Content-Length: 4.0\r\n", body=b"abcd"),
    "length with exponent": post(b"Content-Length: 4e0\r\n", body=b"abcd"),
    "length beyond 64 bit": post(b"Content-Length: 18446744073709551620\r\n", body=b"abcd"),
    "length quoted": post(b'Content-Length: "4"\r\n', body=b"abcd"),
    "length with underscore": post(b"Content_Length: 4\r\n", b"Content-Length: 4_0\r\n", body=b"abcd"),
    "chunked": post(CHUNKED, body=b"0\r\n\r\n"),
    "chunked and length": post(b"Content-Length: 4\r\n", CHUNKED, body=b"0\r\n\r\n"),
    "length and chunked": post(CHUNKED, b"Content-Length: 4\r\n", body=b"0\r\n\r\n"),
    "chunked twice": post(CHUNKED, CHUNKED, body=b"0\r\n\r\n"),
    "chunked, chunked": post(b"Transfer-Encoding: chunked, chunked\r\n", body=b"0\r\n\r\n"),
    "chunked, identity": post(b"Transfer-Encoding: chunked, identity\r\n", body=b"0\r\n\r\n"),
    "identity": post(b"Transfer-Encoding: identity\r\n", b"Content-Length: 4\r\n", body=b"abcd"),
    "gzip": post(b"Transfer-Encoding: gzip\r\n", body=b"abcd"),
    "xchunked": post(b"Transfer-Encoding: xchunked\r\n", body=b"0\r\n\r\n"),
    "chunked in capitals": post(b"TRANSFER-ENCODING: CHUNKED\r\n", body=b"0\r\n\r\n"),
    "chunked with tab": post(b"Transfer-Encoding:\tchunked\r\n", body=b"0\r\n\r\n"),
    "chunked empty": post(b"Transfer-Encoding:\r\n", b"Content-Length: 4\r\n", body=b"abcd"),
    "chunked with vertical tab": post(b"Transfer-Encoding: \x0bchunked\r\n", body=b"0\r\n\r\n"),
    "chunked, space before colon": post(b"Transfer-Encoding : chunked\r\n", body=b"0\r\n\r\n"),
    "length, space before colon": post(b"Content-Length : 4\r\n", body=b"abcd"),
    "length, tab before colon": post(b"Content-Length\t: 4\r\n", body=b"abcd"),
    "chunked on GET": get(H, CHUNKED) + b"0\r\n\r\n",
    "TE": get(H, b"TE: trailers\r\n"),
    "no host": get(),
    "two hosts": get(H, b"Host: b\r\n"),
    "two equal hosts": get(H, H),
    "empty host": get(b"Host:\r\n"),
    "host with path": get(b"Host: a/b\r\n"),
    "host with user": get(b"Host: u@a\r\n"),
    "host list": get(b"Host: a, b\r\n"),
    "host with space": get(b"Host: a b\r\n"),
    "host with query": get(b"Host: a?b\r\n"),
    "host with control": get(b"Host: a\x01\r\n"),
    "HTTP/1.0": get(H, version=b"HTTP/1.0"),
    "HTTP/1.0 with keep-alive": get(H, b"Connection: keep-alive\r\n", version=b"HTTP/1.0"),
    "HTTP/0.9": b"GET /healthz\r\n\r\n",
    "HTTP/1.2": get(H, version=b"HTTP/1.2"),
    "HTTP/2.0": get(H, version=b"HTTP/2.0"),
    "HTTP/1.10": get(H, version=b"HTTP/1.10"),
    "http/1.1": get(H, version=b"http/1.1"),
    "HTTP/1,1": get(H, version=b"HTTP/1,1"),
    "HTTP/ 1.1": get(H, version=b"HTTP/ 1.1"),
    "no version": get(H, version=b""),
    "preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "small method": get(H, method=b"get"),
    "method with colon": get(H, method=b"GE:T"),
    "method with control": get(H, method=b"GE\x01T"),
    "absolute target": get(H, target=b"http://a/healthz"),
    "authority target": get(H, target=b"a:80", method=b"CONNECT"),
    "star target": get(H, target=b"*", method=b"OPTIONS"),
    "target without slash": get(H, target=b"healthz"),
    "fragment": get(H, target=b"/healthz#x"),
    "control in target": get(H, target=b"/health\x01z"),
    "bytes in target": get(H, target=b"/\xd7\xa9"),
    "delete in target": get(H, target=b"/\x7f"),
    "NUL encoded": get(H, target=b"/health%00z"),
    "half an escape": get(H, target=b"/healthz%4"),
    "space in name": get(H, b"X A: b\r\n"),
    "control in name": get(H, b"X\x01: b\r\n"),
    "bytes in name": get(H, b"X\xe9: b\r\n"),
    "parentheses in name": get(H, b"X(A): b\r\n"),
    "bracket in name": get(H, b"[X]: b\r\n"),
    "quoted name": get(H, b'"Host": b\r\n'),
    "no colon": get(H, b"nothing\r\n"),
    "empty name": get(H, b": b\r\n"),
    "empty name and value": get(H, b":\r\n"),
    "empty name before a length": post(b": b\r\n", b"Content-Length: +4\r\n", body=b"abcd"),
    "empty name before a request": get(H, b": b\r\n") + SECOND,
    "empty name made up for by no space": get(b"Host:a\r\n", b":\r\n"),
    "empty name first": get(b": b\r\n", H),
    "lines ended by LF": b"GET /healthz HTTP/1.1\nHost: a\n\n",
    "one line ended by LF": b"GET /healthz HTTP/1.1\r\nHost: a\nX: b\r\n\r\n",
    "last line ended by LF": b"GET /healthz HTTP/1.1\r\nHost: a\r\n\n",
    "request line ended by LF": b"GET /healthz HTTP/1.1\nHost: a\r\n\r\n",
    "folded header": get(H, b"X: a\r\n b\r\n"),
    "folded length": post(b"Content-Length:\r\n 4\r\n", body=b"abcd"),
    "folded chunked": post(b"Transfer-Encoding:\r\n chunked\r\n", body=b"0\r\n\r\n"),
    "folded first line": b"GET /healthz HTTP/1.1\r\n X: a\r\nHost: a\r\n\r\n",
    "return inside a value": get(H, b"X: a\rb\r\n"),
    "return instead of line end": get(H, b"X: a\rTransfer-Encoding: chunked\r\n"),
    "NUL in a value": get(H, b"X: a\0b\r\n"),
    "NUL in a name": get(H, b"X\0A: b\r\n"),
    "NUL hides a length": get(H, b"X: a\0\r\nContent-Length: 4\r\n") + b"abcd",
    "control in value": get(H, b"X: a\x02b\r\n"),
    "escape in value": get(H, b"X: a\x1b[0m\r\n"),
    "delete in value": get(H, b"X: a\x7f\r\n"),
    "bytes in value": get(H, b"X: a\xffb\r\n"),
    "two tokens": get(H, b"Authorization: Bearer a\r\n", b"Authorization: Bearer b\r\n"),
    "two keys": post(b"Idempotency-Key: a\r\n", b"Idempotency-Key: b\r\n", b"Content-Length: 0\r\n"),
    "two types": post(b"Content-Type: a/b\r\n", b"Content-Type: c/d\r\n", b"Content-Length: 0\r\n"),
    "many headers": get(H, *[b"X-%d: a\r\n" % n for n in range(60)]),
    "endless header": get(H, b"X: " + b"a" * 20000 + b"\r\n"),
    "endless target": get(H, target=b"/" + b"a" * 20000),
}


def exchange(central, request):
    """All that comes back, and whether the connection was closed."""
    received = b""
    with central.connect() as sock:
        sock.settimeout(5)
        try:
            sock.sendall(request)
            while True:
                part = sock.recv(65536)
                if not part:
                    return received, True
                received += part
        except socket.timeout:
            return received, False
        except (ConnectionResetError, BrokenPipeError):
            return received, True


def judge(tap, name, received, closed):
    statuses = re.findall(rb"HTTP/1\.1 (\d\d\d) ", received)
    # libmicrohttpd closes without a word on what is no HTTP at all, and its own 400 for a bad Content-Length has its head
    # twice (0.9.75). What must never be is that anything of the request, or of what follows it, is served.
    good = closed and all(status.startswith(b"4") or status == b"505" for status in statuses) \
        and len(set(statuses)) <= 1 and b'"status":"ok"' not in received
    tap.ok(good, name, f"closed: {closed}, {received[:300]!r}")
    return 1 if statuses else 0


class Slow(threading.Thread):
    """A client that sends a byte now and then and never gets to the end of its headers."""

    def __init__(self, central, first):
        super().__init__()
        self.sock = central.connect()
        self.first = first
        self.seconds = None

    def run(self):
        begun = time.monotonic()
        self.sock.settimeout(0.5)
        try:
            self.sock.sendall(self.first)
            while time.monotonic() - begun < 30:
                try:
                    if self.sock.recv(4096) == b"":
                        break
                except socket.timeout:
                    self.sock.sendall(b"x")
        except OSError:
            pass
        self.seconds = time.monotonic() - begun
        self.sock.close()


def main():
    tap = Tap()
    answered = 0
    with Central(seeded=False) as central:
        slow = [Slow(central, b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: "),
                Slow(central, b""),
                Slow(central, b"POST /v1/devices HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                              b"Content-Length: 60000\r\n\r\n")]
        for one in slow:
            one.start()
        for name, request in CORPUS.items():
            answered += judge(tap, name, *exchange(central, request + SECOND))
        tap.ok(answered >= len(CORPUS) - 8, "nearly all are answered before they are closed", answered)
        tap.ok(central.ask("GET", "/healthz").status == 200, "and the honest are served")
        for one, name in zip(slow, ("headers", "a request line", "a body")):
            one.join()
            tap.ok(one.seconds < 13, f"who drips {name} is cut", one.seconds)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
