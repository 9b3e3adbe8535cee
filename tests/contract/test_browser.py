#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in with a real browser whose scripts are switched off, in Hebrew, as a phone would show it."""

import os
import sys
import time

from browser import PROGRAM, Browser
from central import Central, Tap
from postbox import Postbox
from test_people import Screen, problem

TAP = Tap()
PUBLIC = "http://shop.test"


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
