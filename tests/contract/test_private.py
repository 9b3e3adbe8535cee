#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a member agreed to be told reaches them, once and until they end it; and all that is kept about them is theirs
to see, to take and to delete. From outside: a real central, real feeds and tills, a phone without script."""

import contextlib
import os
import re
import sqlite3
import subprocess
import sys
import time
import urllib.parse

from central import PROGRAM, Central, Tap
from mine import Listener
from postbox import Postbox
from test_people import Screen, sign_in

TAP = Tap()
PUBLIC = "http://shop.test"
DANA = "+972501234888"
CANARY = "Canary Erased"
DAY_US = 86400 * 10**6


class Shop:
    """A central with goods from a feed, a till, and members who watch the same thing as the one it is about."""

    def __init__(self, central, postbox):
        self.central, self.postbox = central, postbox
        self.kiosk = central.enrol("tlv", "kiosk")
        self.till = central.enrol("tlv", "till")
        self.guards = self.moves = 0
        self.price(4990)

    def price(self, agorot):
        """The retailer's feed says what the hat costs."""
        path = os.path.join(self.central.folder, "goods.tsv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("id\titem_group_id\tsize\ttitle\tprice\tlink\n")
            for size in ("M", "L"):
                file.write(f"hat-{size.lower()}\that\t{size}\tHat\t{agorot / 100:.2f} ILS\thttps://shop.example/hat\n")
        subprocess.run([PROGRAM, "import", "--db", self.central.database, "--products", path, "--no-pictures"],
                       capture_output=True, timeout=20, check=True)

    def count(self, variant_id, pieces):
        self.moves += 1
        answer = self.central.ask("POST", "/v1/stock/movements", {"movements": [
            {"id": f"private-{self.moves}", "kind": "count", "variant_id": variant_id, "branch_id": "tlv",
             "quantity": pieces, "at": "2026-11-21T18:30:00Z"}]}, self.till["token"])
        assert answer.status == 200 and answer.json["results"][0]["result"] == "applied", answer.body

    def heart(self, token, *variants):
        answer = self.central.ask("POST", "/v1/me/lists/hearts/entries", {"entries": [
            {"product_id": "hat", "variant_id": variant} for variant in variants]}, token)
        assert answer.status == 200, answer.body

    def agree(self, token, **purposes):
        return self.central.ask("PUT", "/v1/me/consents", purposes, token)

    def round(self, agorot, after=lambda: None):
        """Somebody else watches the hat, its price drops, and housekeeping goes round, as it does when a central starts;
        gives what others were told of by then: members are told in the order of their ids, and this one's is the last."""
        self.guards += 1
        phone = f"+97250999{self.guards:04d}"
        guard = self.central.sign_in(self.kiosk["device_id"], phone, "Guard", f"~guard-{self.guards}")
        assert self.agree(guard, price_drop=True).status == 200
        self.heart(guard, "hat-m")
        self.price(agorot)
        after()
        self.central.stop()
        self.central.start()
        letters = []
        while not letters or letters[-1]["to"] != phone:
            letters.append(self.postbox.take())
        return [letter for letter in letters[:-1] if letter["kind"] == "wishes" and "Guard" not in letter["to"]
                and not letter["to"].startswith("+97250999")]

    def next_day(self):
        self.central.edit("UPDATE consent_link SET told_us = told_us - ?", DAY_US)


def phone_page(central, phone, action, **typed):
    return phone.send(phone.get("/link"), action, **typed)


def consents_on_the_phone(shop, phone, token):
    """Nothing is agreed to before they say so; each purpose is said by itself, and since when is told."""
    def agreed():
        answer = shop.central.ask("GET", "/v1/me/consents", None, token).json
        return answer["price_drop"], answer["back_in_stock"]
    page = phone_page(shop.central, phone, "/link/consents")
    TAP.ok(page.status == 200 and page.text.count("You are not told of this.") == 2 and len(page.forms) == 2
           and agreed() == (False, False), "nothing is agreed to from the start", page.text)
    page = phone.send(page, "/link/consents", agree="yes")
    today = re.search(r"\d\d\.\d\d\.20\d\d", page.text)
    TAP.ok(agreed() == (True, False) and page.text.count("You are not told of this.") == 1 and today,
           "one purpose is agreed to, and since when is said", page.text)
    TAP.ok(today and shop.central.ask("GET", "/v1/me/consents", None, token).json["price_drop_at"][:4] == today[0][-4:],
           "a screen knows it too")
    phone.send(page, "/link/consents", purpose="everything", agree="yes")
    TAP.ok(agreed() == (True, False), "there are no others")
    page = phone.send(page, "/link/consents", agree="no")
    TAP.ok(agreed() == (False, False) and page.text.count("You are not told of this.") == 2, "it is ended as easily")


def open_link(central, letter):
    link = re.search(PUBLIC + r"(/u/[\w-]+\S*)", letter["text"])
    assert link, letter
    return link[1]


def tap_link(central, link):
    """What a browser does with the one form of the page."""
    page = central.ask("GET", link).body.decode()
    action = re.search(r'action="([^"]+)"', page)[1].replace("&amp;", "&")
    return central.ask("POST", action, b"", headers={"Content-Type": "application/x-www-form-urlencoded"})


def alerts(shop, token):
    """Told of a lower price and of a size that is back: when they agreed, once a day, and each until it is ended."""
    central = shop.central

    def agreed():
        answer = central.ask("GET", "/v1/me/consents", None, token).json
        return answer["price_drop"], answer["back_in_stock"]
    shop.count("hat-m", 3)
    shop.heart(token, "hat-m", "hat-l")
    TAP.ok(shop.round(4490) == [], "who did not agree is told nothing")
    shop.agree(token, price_drop=True, back_in_stock=True)
    letters = shop.round(3990)
    TAP.ok(len(letters) == 1 and letters[0]["to"] == DANA and "39.90" in letters[0]["text"]
           and "Hat (M)" in letters[0]["text"], "who agreed is told of the lower price", letters)
    price_link = open_link(central, letters[0])
    TAP.ok(shop.round(3490) == [], "not twice on the same day")
    page = central.ask("GET", price_link)
    TAP.ok(page.status == 200 and agreed() == (True, True), "a mail program that looks at the link ends nothing")
    TAP.ok(tap_link(central, price_link).status == 200 and agreed() == (False, True), "the link ends what it is about")
    shop.next_day()
    letters = shop.round(2990, lambda: shop.count("hat-l", 2))
    TAP.ok(len(letters) == 1 and "Hat (L)" in letters[0]["text"] and "29.90" not in letters[0]["text"],
           "and the size that is back is told of still, the price no more", letters)
    stock_link = open_link(central, letters[0])
    TAP.ok(tap_link(central, stock_link).status == 200 and agreed() == (False, False), "until that is ended too")
    shop.agree(token, price_drop=True, back_in_stock=True)


def leave_traces(shop, token):
    """One of everything that is kept about a member."""
    central = shop.central

    def ask(method, target, body, key=None):
        answer = central.ask(method, target, body, token, {"Idempotency-Key": key} if key else None)
        assert answer.status in (200, 201, 202), f"{target} {answer.body}"
        return answer.json
    ask("POST", "/v1/me/basket/merge", {"lines": [{"variant_id": "bag-1", "quantity": 1}]})
    ask("PUT", "/v1/me/sizes", {"sizes": [{"brand": "Madaf", "category_id": "shirts", "size": "M"}]})
    ask("POST", "/v1/me/reviews", {"product_id": "bag", "stars": 4, "language": "en", "title": CANARY,
                                   "text": "Holds all that I have. " + CANARY}, "private-review-0001")
    order = ask("POST", "/v1/orders", {
        "lines": [{"variant_id": "bag-1", "quantity": 1, "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
        "contact": {"name": CANARY, "phone": DANA}, "payment": "on_collection", "language": "en"}, "private-order-00001")
    number = ask("GET", "/v1/me", None)["number"]
    for of, amount in (("points", 120), ("stored_value", 5000)):
        answer = central.ask("POST", "/v1/wallet-entries", {"id": "private-" + of, "member_number": number, "of": of,
                                                            "amount": amount}, control=True)
        assert answer.status in (200, 201), answer.body
    return order


def own_data(shop, screen, phone, token):
    """It is shown, goes into a file, and is gone when they say so: but for what the law keeps, which is nobody's then."""
    central = shop.central
    order = leave_traces(shop, token)
    page = phone_page(central, phone, "/link/data")
    titles = ("Orders", "Basket", "Lists", "Reviews that you wrote", "Points and money on your account", "Your sizes",
              "What you agreed to be told")
    TAP.ok(all(title in page.text for title in titles) and CANARY in page.text, "all of it is shown by name",
           [title for title in titles if title not in page.text])
    form = urllib.parse.urlencode(page.form("/link/data-file")["fields"])
    kept = central.ask("POST", "/link/data-file", form, headers={
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": "; ".join(f"{name}={value}" for name, value in phone.cookies.items())}).json
    TAP.ok(kept["member"][0]["name"] == CANARY and kept["basket"][0]["variant_id"] == "bag-1"
           and {row["variant_id"] for row in kept["lists"]} == {"hat-m", "hat-l"}
           and kept["orders"][0]["id"] == order["id"] and kept["reviews"][0]["title"] == CANARY
           and kept["sizes"][0]["size"] == "M" and len(kept["consents"]) == 2
           and {row["kind"]: row["balance"] for row in kept["purses"]} == {"points": "120", "stored_value": "5000"},
           "and all of it is in the file", kept)
    elsewhere = Listener(central, token, "lists:" + central.ask("GET", "/v1/me/lists", None, token).json["id"])
    sure = phone.send(page, "/link/erase")
    TAP.ok("would be lost" in sure.text and "120" in sure.text and "50.00" in sure.text and
           central.ask("GET", "/v1/me", None, token).status == 200, "what would be lost is said before", sure.text)
    TAP.ok(phone.send(sure, "/link/erase", sure="yes").status == 409, "not while an order is under way")
    central.ask("POST", f"/v1/orders/{order['id']}/cancel", None, screen.token, {"Idempotency-Key": "private-cancel-0001"})
    gone = phone.send(sure, "/link/erase", sure="yes")
    TAP.ok(gone.status == 200 and "Nothing is kept" in gone.text, "it is deleted", gone.text)
    TAP.ok(central.ask("GET", "/v1/me", None, token).status == 401 and elsewhere.ends(),
           "the sign-in elsewhere ends, and what listens as them")
    elsewhere.close()
    return order


def nothing_left(shop, order):
    """What is left of them is the order and the books, without a person."""
    with contextlib.closing(sqlite3.connect(f"file:{shop.central.database}?mode=ro", uri=True)) as database:
        kept = database.execute("SELECT name, phone, member_id FROM customer_order WHERE id = ?",
                                (order["id"],)).fetchone()
        books = database.execute("SELECT count(*), count(member_id) FROM purse WHERE balance IN (120, 5000)").fetchone()
    TAP.ok(kept == ("", "", None), "the order is kept, and is nobody's", kept)
    TAP.ok(books == (2, 0), "the books add up, and are nobody's", books)
    shop.next_day()
    TAP.ok(shop.round(1990, lambda: shop.count("hat-l", 0)) == [], "nobody is told after that")
    shop.central.stop()
    words = (CANARY.encode(), DANA[1:].encode())
    found = set()
    for name in os.listdir(shop.central.folder):
        with open(os.path.join(shop.central.folder, name), "rb") as file:
            content = file.read()
        found |= {(name, word) for word in words if word in content}
    TAP.ok(not found, "no file has a byte of them", found)
    log = "".join(line for log in shop.central.logs for line in log)
    TAP.ok(log and not [word for word in words if word.decode() in log], "nor has the log")


def search(database, words):
    """Every column of every table that has one of these in it."""
    found = []
    for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for column in [row[1] for row in database.execute(f'PRAGMA table_info ("{table}")')]:
            found += [f"{table}.{column}: {word}" for word in words if database.execute(
                f'SELECT count(*) FROM "{table}" WHERE instr(CAST("{column}" AS BLOB), CAST(? AS BLOB))',
                (word,)).fetchone()[0]]
    return found


def let_days_pass(database, days):
    """All that happened, happened so much earlier; but for ledgers, which nobody can change."""
    for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN (SELECT tbl_name"
                                     " FROM sqlite_schema WHERE type = 'trigger')").fetchall():
        for column in [row[1] for row in database.execute(f'PRAGMA table_info ("{table}")') if row[1].endswith("_us")]:
            database.execute(f'UPDATE "{table}" SET {column} = {column} - ? WHERE {column} > ?',
                             (days * DAY_US, days * DAY_US))


def guests():
    """Who is no member is forgotten after 90 days, in whatever table they were kept."""
    words = ("Canary Guest", "501234666", "Canary Street", "Canary note")
    with Postbox() as postbox, Central("--public-url", PUBLIC, "--sender", postbox.config()) as central:
        kiosk = central.enrol("tlv", "kiosk")["token"]
        order = central.ask("POST", "/v1/orders", {
            "lines": [{"variant_id": "shirt-white-m", "quantity": 1, "fulfilment": {"kind": "ship"}}],
            "contact": {"name": words[0], "phone": "050-123-4666"}, "payment": "till", "language": "en",
            "address": {"street": words[2] + " 7", "city": "Haifa", "postal_code": "3303801", "note": words[3]}},
            kiosk, {"Idempotency-Key": "private-guest-00001"})
        assert order.status == 201, order.body
        central.ask("POST", "/v1/one-time-codes", {"phone": "050-123-4666", "language": "en"}, kiosk)
        central.ask("POST", f"/v1/orders/{order.json['id']}/cancel", None, kiosk,
                    {"Idempotency-Key": "private-guest-00002"})
        postbox.take_code()
        with central.stopped() as database:
            TAP.ok({found.split(": ")[1] for found in search(database, words)} == set(words), "a guest's order is kept")
            let_days_pass(database, 91)
        deadline = time.monotonic() + 20
        found = ["not asked yet"]
        while found and time.monotonic() < deadline:
            time.sleep(0.05)
            with contextlib.closing(sqlite3.connect(f"file:{central.database}?mode=ro", uri=True)) as database:
                found = search(database, words)
        TAP.ok(not found, "after 90 days no table knows them", found)


def main():
    guests()
    with Postbox() as postbox, Central("--public-url", PUBLIC, "--sender", postbox.config()) as central:
        shop = Shop(central, postbox)
        screen, phone = sign_in(central, postbox, DANA)
        phone.origin = PUBLIC
        token = screen.poll().json["access_token"]
        central.edit("UPDATE member SET language = 'en'")
        consents_on_the_phone(shop, phone, token)
        alerts(shop, token)
        nothing_left(shop, own_data(shop, screen, phone, token))
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
