#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sound central says on a machine that is not: no room, a database that others hold or spoil; and that it goes
on as if nothing had been once the machine is well again. And what it writes down without being asked."""

import os
import re
import resource
import sqlite3
import sys
import time

import jsonschema

from central import Central, Tap
from contract import check

TAP = Tap()
KEY = iter(f"faults-key-{n:08d}" for n in range(1, 100000))
BASKET = {"lines": [{"variant_id": "bag-1", "quantity": 1}]}
PATIENCE = 10


def case(name, operation_id, answer, expected, problem=None):
    try:
        check(operation_id, answer, expected, problem)
        good, why = True, ""
    except (AssertionError, KeyError, TypeError, jsonschema.ValidationError) as error:
        good, why = False, f"{error}\n{answer.body[:400]}"
    TAP.ok(good, f"{operation_id}: {name}", why)


def post(central, token, key=None):
    return central.ask("POST", "/v1/baskets", BASKET, token, {"Idempotency-Key": key or next(KEY)})


def outside(central):
    connection = sqlite3.connect(central.database, isolation_level=None)
    connection.execute("PRAGMA busy_timeout = 5000")
    return connection


def test_full(central, token):
    """No file may grow: what a full disk is to a program. The server reads on."""
    pid = central.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    size = os.stat(central.database + "-wal").st_size
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, before[1]))
    key = next(KEY)
    case("no room", "createBasket", post(central, token, key), 507, "storage-full")
    case("no room for an order", "placeOrder", central.ask("POST", "/v1/orders", {
        "lines": [{"variant_id": "bag-1", "quantity": 1, "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
        "contact": {"name": "Dana", "phone": "0501234567"}, "payment": "on_collection", "language": "he"}, token,
        {"Idempotency-Key": next(KEY)}), 507, "storage-full")
    case("read without room", "getProduct", central.ask("GET", "/v1/products/shirt", token=token), 200)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)
    case("room again, the same key", "createBasket", post(central, token, key), 201)


def test_held(central, token):
    """Somebody else holds the database for longer than anybody waits."""
    holder = outside(central)
    holder.execute("BEGIN IMMEDIATE")
    key = next(KEY)
    answer = post(central, token, key)
    case("held by another", "createBasket", answer, 503, "unavailable")
    TAP.ok(answer.headers.get("retry-after", "").isdigit(), "unavailable says when to come back", answer.headers)
    case("read while held", "getProduct", central.ask("GET", "/v1/products/shirt", token=token), 200)
    holder.execute("ROLLBACK")
    holder.close()
    case("let go, the same key", "createBasket", post(central, token, key), 201)


def test_spoilt(central, token):
    """A table is gone."""
    vandal = outside(central)
    vandal.execute("ALTER TABLE basket RENAME TO hidden")
    key = next(KEY)
    case("nothing to write to", "createBasket", post(central, token, key), 500, "internal")
    answer = central.ask("GET", "/v1/baskets/none", token=token)
    case("nothing to read from", "getBasket", answer, 500, "internal")
    TAP.ok(b"basket" not in answer.body and b"SQL" not in answer.body, "what is wrong is for the log", answer.body)
    vandal.execute("ALTER TABLE hidden RENAME TO basket")
    vandal.close()
    case("mended, the same key", "createBasket", post(central, token, key), 201)
    case("mended", "getBasket", central.ask("GET", "/v1/baskets/none", token=token), 404, "not-found")


def last_seen(central, device):
    connection = outside(central)
    seen = connection.execute("SELECT last_seen_us FROM device WHERE id = ?", (device["device_id"],)).fetchone()[0]
    connection.close()
    return seen


def wait_for_visit(central, device, after):
    """It is written behind the request's back."""
    deadline = time.monotonic() + PATIENCE
    while last_seen(central, device) <= after and time.monotonic() < deadline:
        time.sleep(0.01)
    return last_seen(central, device)


def commits(central):
    return int(re.search(rb"^madaf_\w*commits\w* (\d+)", central.ask("GET", "/metrics").body, re.MULTILINE)[1])


def test_visits(central):
    """When a device was last here is known to the minute, and costs one write a minute however often it asks."""
    device = central.enrol("tlv", "kiosk")
    TAP.ok(last_seen(central, device) == 0, "a device that has not asked yet was never here")
    began = time.time() * 1e6
    central.ask("GET", "/v1/shop", token=device["token"])
    seen = wait_for_visit(central, device, 0)
    TAP.ok(began <= seen <= time.time() * 1e6, "the first request is written down", f"{began} {seen}")
    before = commits(central)
    for _ in range(20):
        central.ask("GET", "/v1/shop", token=device["token"])
    # The writer works in order: once this is answered, whatever those had asked for is done.
    post(central, device["token"])
    TAP.ok(last_seen(central, device) == seen and commits(central) == before + 1, "the next twenty are not")
    central.edit("UPDATE device SET last_seen_us = ? WHERE id = ?", seen - 61_000_000, device["device_id"])
    central.ask("GET", "/v1/shop", token=device["token"])
    TAP.ok(wait_for_visit(central, device, seen) > seen, "but one a minute later is")


def main():
    with Central() as central:
        token = central.enrol("tlv", "kiosk")["token"]
        post(central, token)
        test_full(central, token)
        test_held(central, token)
        test_spoilt(central, token)
        test_visits(central)
        TAP.ok(central.stop() == 0, "it stops when told to")
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
