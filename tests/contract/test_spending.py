#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is counted twice and nothing is lost, whoever asks how often, whenever the central is killed: coupons, points,
gift cards and stored value after a race for them, seen from outside and in the books: [orders of each [kills [seed]]]."""

import random
import signal
import sys
import time

from central import Central, Tap
from spending import CARDS, FEW, LOAD, LOADS, MEMBERS, OWN, PAIRS, POINTS, USES_OF_CODE, VALUE, Race, Shop

TAP = Tap()

# Each finds what must not be: (what is promised, the query).
BOOKS = [
    ("a balance is the sum of its ledger",
     "SELECT number, balance FROM purse p WHERE balance < 0"
     " OR balance <> (SELECT coalesce(sum(amount), 0) FROM purse_entry WHERE purse = p.number)"),
    ("each entry follows from the one before",
     "SELECT number FROM (SELECT number, balance, sum(amount) OVER (PARTITION BY purse ORDER BY number) AS adds_up"
     " FROM purse_entry) WHERE balance <> adds_up OR balance < 0"),
    ("an order takes from a purse once for each of its steps",
     "SELECT o.id FROM customer_order o WHERE"
     " (SELECT count(*) FROM order_step WHERE order_id = o.id AND kind <> 'coupon')"
     " <> (SELECT count(*) FROM purse_entry WHERE order_id = o.id AND kind = 'spend')"
     " OR (SELECT total(CASE kind WHEN 'points' THEN points ELSE amount END) FROM order_step WHERE order_id = o.id"
     "  AND kind <> 'coupon') <> (SELECT -total(amount) FROM purse_entry WHERE order_id = o.id AND kind = 'spend')"),
    ("what was taken comes back when an order is cancelled, and only then",
     "SELECT o.id FROM customer_order o WHERE (SELECT total(amount) FROM purse_entry WHERE order_id = o.id)"
     " <> (SELECT -total(CASE kind WHEN 'points' THEN points ELSE amount END) FROM order_step WHERE order_id = o.id"
     "  AND kind <> 'coupon') * (o.state <> 'cancelled')"),
    ("no entry is of an order that is not there",
     "SELECT number FROM purse_entry WHERE source = 'order' AND order_id NOT IN (SELECT id FROM customer_order)"),
    ("a coupon's uses are those of the orders that stand",
     "SELECT id FROM coupon c WHERE used <> (SELECT count(*) FROM order_step s JOIN customer_order o ON o.id ="
     " s.order_id WHERE s.kind = 'coupon' AND s.reference = c.id AND o.state <> 'cancelled')"
     " OR (total_limit > 0 AND used > total_limit)"),
    ("so are a code's",
     "SELECT code FROM coupon_code c WHERE used <> (SELECT count(*) FROM order_step s JOIN customer_order o ON o.id ="
     " s.order_id WHERE s.kind = 'coupon' AND s.code = c.code AND o.state <> 'cancelled')"
     " OR (uses > 0 AND used > uses)"),
    ("and a member's",
     "SELECT member_id FROM coupon_member c JOIN coupon k ON k.id = c.coupon_id WHERE c.used <> (SELECT count(*) FROM"
     " order_step s JOIN customer_order o ON o.id = s.order_id JOIN order_money m ON m.order_id = o.id"
     " WHERE s.kind = 'coupon' AND s.reference = c.coupon_id AND m.member_id = c.member_id AND o.state <> 'cancelled') OR (k.per_member > 0 AND c.used > k.per_member)"),
    ("a coupon's ledger says the same",
     "SELECT id FROM coupon c WHERE used <> (SELECT coalesce(sum(CASE kind WHEN 'redeem' THEN 1 ELSE -1 END), 0)"
     " FROM coupon_entry WHERE coupon_id = c.id)"),
    ("what is reserved is what stands, and there is enough of it",
     "SELECT variant_id FROM stock s WHERE reserved > on_hand OR reserved <> (SELECT coalesce(sum(l.quantity), 0) FROM"
     " order_line l JOIN fulfilment f ON f.id = l.fulfilment_id WHERE l.variant_id = s.variant_id AND f.branch_id ="
     " s.branch_id AND f.state <> 'cancelled')"),
]


def check_books(database):
    for promise, query in BOOKS:
        wrong = database.execute(query).fetchall()
        TAP.ok(not wrong, promise, wrong)


def check_twins(race):
    for first, second in zip(race.buyers[::2], race.buyers[1::2]):
        differing = sum(one != other for one, other in zip(first.answers, second.answers))
        TAP.ok(len(first.answers) == len(second.answers) == first.deals and differing == 0,
               f"the same key, the same answer, byte for byte: {first.name}", differing)


def check_orders(race, database):
    known = {name for buyer in race.buyers for name in buyer.standing + buyer.cancelled}
    there = {row[0] for row in database.execute("SELECT id FROM customer_order")}
    TAP.ok(known == there, f"what was confirmed is there, and nothing else: {len(there)} orders", known ^ there)
    cancelled = {row[0] for row in database.execute("SELECT id FROM customer_order WHERE state = 'cancelled'")}
    TAP.ok(cancelled == {name for buyer in race.buyers for name in buyer.cancelled}, "so is what was cancelled",
           f"{len(cancelled)}")
    keys = database.execute("SELECT count(*) FROM idempotency WHERE route = '/v1/orders '").fetchone()[0]
    TAP.ok(keys == PAIRS * race.buyers[0].deals, "every key was taken once", keys)
    loads = database.execute("SELECT count(*), sum(amount) FROM purse_entry WHERE source_id LIKE 'load-%'").fetchone()
    TAP.ok(loads == (LOADS, LOADS * LOAD), "what the operator added was added once", loads)


def spent(order):
    """By what: points, stored value, a card's last four."""
    sums = {}
    for step in order["steps"]:
        if step["kind"] == "points":
            sums["points"] = sums.get("points", 0) + step["points"]
    for paid in order["payments"]:
        name = paid.get("last_four", paid["kind"])
        sums[name] = sums.get(name, 0) + paid["amount"]["amount"]
    return sums


def add(sums, more):
    for name, value in more.items():
        sums[name] = sums.get(name, 0) + value


def read_wallet(shop, token):
    """Its balances, and what its entries add up to."""
    wallet = shop.central.ask("GET", "/v1/me/wallet", token=token).json
    sums = {"points": 0, "stored_value": 0}
    page = wallet
    while True:
        for entry in page["entries"]:
            sums[entry["of"]] += entry["points"] if entry["of"] == "points" else entry["amount"]["amount"]
        if "next_cursor" not in page:
            return {"points": wallet["points"]["balance"], "stored_value": wallet["stored_value"]["amount"]}, sums
        page = shop.central.ask("GET", "/v1/me/wallet?cursor=" + page["next_cursor"], token=token).json


def card_balance(shop, code):
    answer = shop.central.ask("POST", "/v1/gift-cards/look-up", {"code": code}, shop.kiosk["token"])
    return answer.json["balance"]["amount"]


def check_from_outside(shop, race):
    """What a channel that knows its orders expects everybody to have left."""
    gone, coupons = {}, {}
    for name in {name for buyer in race.buyers for name in buyer.standing}:
        order = shop.central.ask("GET", "/v1/orders/" + name, token=shop.kiosk["token"]).json
        add(gone, spent(order))
        add(coupons, {step["coupon_id"]: 1 for step in order["steps"] if step["kind"] == "coupon"})
    left = {"points": 0, "stored_value": 0}
    for token in shop.members:
        balances, sums = read_wallet(shop, token)
        TAP.ok(balances == sums and min(balances.values()) >= 0, "a wallet is the sum of its entries", (balances, sums))
        add(left, balances)
    TAP.ok(left["points"] == MEMBERS * POINTS + LOADS * LOAD - gone.get("points", 0), "points left", (left, gone))
    TAP.ok(left["stored_value"] == MEMBERS * VALUE - gone.get("stored_value", 0), "stored value left", (left, gone))
    for code, amount in zip(shop.cards, CARDS):
        left = card_balance(shop, code)
        TAP.ok(0 <= left == amount - gone.get(code[-4:], 0), f"left on the card of {amount}", (left, gone))
    TAP.ok(coupons.get("few", 0) <= FEW and coupons.get("code", 0) <= 3 * USES_OF_CODE
           and coupons.get("own", 0) <= MEMBERS * OWN, "no coupon more often than it may be", coupons)


def check_contended(race):
    """A race that nobody lost shows nothing."""
    reasons = {}
    for buyer in race.buyers[::2]:
        for status, body in buyer.answers:
            add(reasons, {status: 1})
            for problem in (b"coupon-not-valid", b"not-enough-points", b"gift-card-empty", b"sold-out"):
                add(reasons, {problem.decode(): 1} if status == 409 and problem in body else {})
    TAP.ok(reasons.get(201, 0) > 0 and {"coupon-not-valid", "not-enough-points", "gift-card-empty", "sold-out"}
           <= set(reasons), f"everything ran out for somebody: {reasons}")


def undo(shop, race):
    """When everything is cancelled everybody has what they had."""
    for name in {name for buyer in race.buyers for name in buyer.standing}:
        shop.central.ask("POST", f"/v1/orders/{name}/cancel", None, shop.kiosk["token"],
                         {"Idempotency-Key": "undo-" + name})
    points = sum(read_wallet(shop, token)[0]["points"] for token in shop.members)
    value = sum(read_wallet(shop, token)[0]["stored_value"] for token in shop.members)
    TAP.ok(points == MEMBERS * POINTS + LOADS * LOAD and value == MEMBERS * VALUE, "all undone, all is back", (points, value))
    TAP.ok([card_balance(shop, code) for code in shop.cards] == list(CARDS), "on the cards too")
    with shop.central.stopped() as database:
        check_books(database)
        TAP.ok(database.execute("SELECT sum(used) FROM coupon").fetchone()[0] == 0, "and every coupon is free again")


def main():
    deals, kills, seed = [int(text) for text in sys.argv[1:]] + [30, 4, random.SystemRandom().getrandbits(32)][len(sys.argv) - 1:]
    print(f"# seed {seed}", flush=True)
    with Central() as central:
        shop = Shop(central)
        race = Race(shop, seed, deals, kills)
        began = time.monotonic()
        race.run()
        TAP.ok(not race.errors and race.kills_left == 0, f"the race was run with {kills} kills", race.errors)
        print(f"# {race.answered} answers in {time.monotonic() - began:.1f} s", flush=True)
        check_twins(race)
        check_contended(race)
        check_from_outside(shop, race)
        central.stop(signal.SIGKILL)
        with shop.central.stopped() as database:
            check_orders(race, database)
            check_books(database)
        undo(shop, race)
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
