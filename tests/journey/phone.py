#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody's phone beside a kiosk, with a browser without script: phone.py ADDRESS PUBLIC_URL COMMAND …

    approve USER_CODE NUMBER   opens the page that the QR code names, says who it is and then yes; prints when that was,
                               in microseconds of the monotonic clock
    deny USER_CODE NUMBER      the same, and then no
    erase USER_CODE NUMBER     says who it is, answers nothing, and has all that is kept about them deleted
    digits                     prints the six digits of the newest message
    take URL                   takes the basket along that this code is for; prints what the page then says
"""
import http.client
import pathlib
import re
import socket
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "contract"))
from phone import Phone  # noqa: E402


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()


class Central:
    """As phone.py of the contract's tests asks one, at unix:PATH or 127.0.0.1:PORT."""
    port = 0

    def __init__(self, address):
        self.address = address

    def ask(self, method, target, body=None, headers=None):
        if self.address.startswith("unix:"):
            connection = http.client.HTTPConnection("shop.example")
            connection.sock = socket.socket(socket.AF_UNIX)
            connection.sock.connect(self.address.removeprefix("unix:"))
        else:
            connection = http.client.HTTPConnection(self.address)
        connection.request(method, target, body, headers or {})
        return Answer(connection.getresponse())


def newest_digits(central):
    """Of the newest message, or None."""
    text = central.ask("GET", "/demo/outbox").body.decode()
    found = re.search(r"\b([0-9]{6})\b", re.sub(r"<style.*?</style>", "", text, flags=re.S))
    return found and found[1]


def wait_for_digits(central, before=None):
    """Those that come after these; messages take a moment."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        digits = newest_digits(central)
        if digits not in (None, before):
            return digits
        time.sleep(0.05)
    raise SystemExit("no digits came")


def open_page(central, url, user_code, number):
    """The question on the phone: yes or no."""
    phone = Phone(central)
    phone.origin = url
    before = newest_digits(central)
    page = phone.get(f"/link?user_code={user_code}")
    page = phone.send(page, "/link/phone", phone=number)
    page = phone.send(page, "/link/code", code=wait_for_digits(central, before))
    page.form("/link/answer")
    return phone, page


def erase(phone):
    """From the page of their data, past what they would lose."""
    page = phone.send(phone.get("/link"), "/link/data")
    page = phone.send(page, "/link/erase")
    page = phone.send(page, "/link/erase", sure="yes")
    assert page.status == 200, page.text


central = Central(sys.argv[1])
command = sys.argv[3]
if command == "digits":
    print(wait_for_digits(central))
elif command == "erase":
    erase(open_page(central, sys.argv[2], *sys.argv[4:6])[0])
elif command == "take":
    target = sys.argv[4].removeprefix(sys.argv[2])
    phone = Phone(central)
    phone.origin = sys.argv[2]
    page = phone.get(target)
    print((phone.send(page, target) if page.forms else page).text)
else:
    phone, page = open_page(central, sys.argv[2], *sys.argv[4:6])
    said_us = time.monotonic_ns() // 1000
    page = phone.send(page, "/link/answer", answer="yes" if command == "approve" else "no")
    assert page.status == 200, page.text
    print(said_us)
