#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in with a real browser whose scripts are switched off, in Hebrew, as a phone would show it."""

import contextlib
import os
import sqlite3
import sys
import time

from browser import PROGRAM, Browser
from central import Central, Tap
from postbox import Postbox
from test_people import Screen, problem

TAP = Tap()
PUBLIC = "http://shop.test"


def consents(central, token, browser, look):
    """What they are told is up to them: one purpose by one tap, and ended by another; and what they would lose is said."""
    def agreed():
        answer = central.ask("GET", "/v1/me/consents", None, token).json
        return answer["price_drop"], answer["back_in_stock"]
    browser.open(f"http://127.0.0.1:{central.port}/link")
    browser.tap("form[action='/link/consents'] button")
    TAP.ok("על מה מודיעים לי" in browser.html() and agreed() == (False, False)
           and browser.height_of("button[value='yes']") >= 48, "nothing is agreed to, and fingers hit what is there",
           browser.html())
    look("consents")
    browser.tap("section:nth-of-type(2) button")
    TAP.ok(agreed() == (False, True) and "אישרתם את זה מאז" in browser.html(), "one is agreed to by one tap",
           browser.html())
    look("consents-agreed")
    browser.tap("button[value='no']")
    TAP.ok(agreed() == (False, False), "and ended by another")
    browser.open(f"http://127.0.0.1:{central.port}/link")
    browser.tap("form[action='/link/data'] button")
    TAP.ok("דנה" in browser.html(), "what is kept is shown", browser.html())
    look("data")
    with contextlib.closing(sqlite3.connect(central.database, timeout=10)) as shop, shop:
        shop.execute("INSERT INTO purse (kind, member_id, balance, opened_us)"
                     " SELECT 'stored_value', id, 4250, 1 FROM member")
    browser.tap("form[action='/link/erase'] button")
    TAP.ok("כסף בחשבון שלכם" in browser.html() and "42.50" in browser.html(), "what would be lost is said",
           browser.html())
    look("erase")


def journey(central, postbox, browser):
    screen = Screen(central)
    target = f"http://127.0.0.1:{central.port}" + screen.begin()
    pictures = os.environ.get("MADAF_SCREENSHOTS")

    def look(name):
        if pictures:
            os.makedirs(pictures, exist_ok=True)
            browser.picture(os.path.join(pictures, f"phone-{name}.png"))
    browser.open(target)
    html = browser.html()
    TAP.ok('dir="rtl"' in html and screen.begun["user_code"] in html, "the page is in Hebrew and shows the code", html)
    TAP.ok(browser.height_of("button") >= 48 and browser.height_of("#phone") >= 48, "fingers hit what is there")
    look("number")
    browser.type("#phone", "050-123-4501")
    browser.tap("form[action='/link/phone'] button")
    look("digits")
    browser.type("#code", postbox.take_code())
    browser.tap("form[action='/link/code'] button")
    TAP.ok("סניף" in browser.html(), "the question names the branch", browser.html())
    look("question")
    browser.type("#name", "דנה")
    wait = screen.listen()
    began = time.monotonic()
    browser.tap("button[value='yes']")
    event, came = wait()
    token = screen.poll()
    TAP.ok(event["state"] == "approved" and came - began < 1 and token.status == 200
           and token.json["member"]["name"] == "דנה", f"greeted after {(came - began) * 1000:.0f} ms", token.body)
    TAP.ok("נכנסתם" in browser.html(), "the phone is told so", browser.html())
    look("approved")
    consents(central, token.json["access_token"], browser, look)
    again = Screen(central)
    browser.open(f"http://127.0.0.1:{central.port}" + again.begin())
    TAP.ok("דנה" in browser.html(), "the second time there is only the question", browser.html())
    browser.tap("button[value='no']")
    TAP.ok(problem(again.poll()) == "access-denied", "no means no")


def main():
    if PROGRAM is None:
        TAP.skip("with a browser", "chromium is not installed")
        return TAP.end()
    with Postbox() as postbox, Central("--public-url", PUBLIC, "--sender", postbox.config()) as central, \
            Browser() as browser:
        journey(central, postbox, browser)
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
