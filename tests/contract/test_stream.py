#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Streams: what happens is told to those who asked for it, once each, also to those who come back later."""

import json
import os
import sys
import threading
import time

import jsonschema
import yaml

from central import Central, Tap

with open(os.environ["MADAF_CONTRACT"], encoding="utf-8") as file:
    CONTRACT = yaml.safe_load(file)

SCHEMAS = {"stock": "StockEvent", "order": "OrderEvent", "catalogue": "CatalogueEvent"}
TAP = Tap()


class Stream:
    """Reads events off one connection; by hand, for chunks and comments are what is tested."""

    def __init__(self, central, token, query, last=None):
        self.sock = central.connect()
        head = f"GET /v1/stream?{query} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n"
        head += f"Last-Event-ID: {last}\r\n" if last is not None else ""
        self.sock.sendall((head + "\r\n").encode())
        self.file = self.sock.makefile("rb")
        self.status = int(self.file.readline().split()[1])
        while self.file.readline() not in (b"\r\n", b""):
            pass
        self.text = b""
        self.position = None

    def frame(self, seconds=15):
        """The next frame as (fields, comment); None when the stream has ended."""
        self.sock.settimeout(seconds)
        while b"\n\n" not in self.text:
            size = self.file.readline()
            if not size or int(size, 16) == 0:
                return None
            self.text += self.file.read(int(size, 16))
            self.file.read(2)
        frame, self.text = self.text.split(b"\n\n", 1)
        fields = {}
        for line in frame.decode().split("\n"):
            name, _, value = line.partition(":")
            fields[name] = value.strip()
        if "id" in fields:
            self.position = int(fields["id"])
        return fields

    def event(self):
        while True:
            fields = self.frame()
            if fields is None or "event" in fields:
                break
        if fields is None:
            return None, None
        data = json.loads(fields["data"])
        schema = SCHEMAS.get(fields["event"])
        if schema:
            jsonschema.Draft202012Validator(
                {"$ref": f"#/components/schemas/{schema}", "components": CONTRACT["components"]}).validate(data)
        return fields["event"], data

    def close(self):
        # The file holds the socket open too.
        self.file.close()
        self.sock.close()


def sell(central, till, number, quantity=1, gtin="07290000000039"):
    answer = central.ask("POST", "/v1/stock/movements", {"movements": [
        {"id": number, "kind": "sale", "gtin": gtin, "branch_id": "tlv", "quantity": quantity,
         "at": "2026-11-21T18:30:00Z"}]}, till["token"])
    assert answer.status == 200, answer.body
    return answer.json["results"][0]["available"]


def test_push(central, kiosk, till):
    after = central.ask("GET", "/v1/products/bag/stock", token=kiosk["token"]).json["event_id"]
    bag = Stream(central, kiosk["token"], f"topic=product:bag&after={after}")
    shirt = Stream(central, kiosk["token"], "topic=product:shirt")
    bag.frame()
    shirt.frame()
    begun = time.monotonic()
    left = sell(central, till, "a1")
    kind, data = bag.event()
    TAP.ok(kind == "stock" and data["available"] == left and data["branch_id"] == "tlv", "a sale is told", data)
    TAP.ok(time.monotonic() - begun < 0.5, "within half a second", time.monotonic() - begun)
    sell(central, till, "a1")
    left = sell(central, till, "a2")
    kind, data = bag.event()
    TAP.ok(data["available"] == left, "a sale sent twice is told once", data)
    sell(central, till, "a3", gtin="07290000000015")
    kind, data = shirt.event()
    TAP.ok(data["product_id"] == "shirt", "another product is told to those who asked for it", data)
    position = bag.position
    bag.close()
    shirt.close()
    return position


def test_resume(central, kiosk, till, position):
    expected = [sell(central, till, f"b{n}") for n in range(5)]
    stream = Stream(central, kiosk["token"], "topic=product:bag&after=0", last=position)
    got = [stream.event()[1]["available"] for _ in expected]
    TAP.ok(got == expected, "what was missed is told in order, Last-Event-ID before after", f"{got} {expected}")
    left = sell(central, till, "b9")
    TAP.ok(stream.event()[1]["available"] == left, "and then what comes")
    stream.close()
    stream = Stream(central, kiosk["token"], "topic=product:bag", last=10 ** 12)
    TAP.ok(stream.event()[0] == "reset", "an id from another life resets")
    stream.close()


def test_order(central, kiosk):
    order = central.ask("POST", "/v1/orders", {
        "lines": [{"variant_id": "bag-1", "quantity": 1, "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
        "contact": {"name": "Dana", "phone": "0501234567"}, "payment": "till", "language": "he"},
        kiosk["token"], {"Idempotency-Key": "stream-key-00000001"}).json
    stream = Stream(central, kiosk["token"], "topic=order:" + order["id"] + "&topic=catalogue")
    stream.frame()
    central.ask("POST", f"/v1/orders/{order['id']}/cancel", None, kiosk["token"],
                {"Idempotency-Key": "stream-key-00000002"})
    kind, data = stream.event()
    # That it was placed may still be on its way when the stream begins.
    if data["state"] == "placed":
        kind, data = stream.event()
    TAP.ok(kind == "order" and data["state"] == "cancelled", "a step of an order is told", data)
    stream.close()


def test_heartbeat(central, kiosk):
    stream = Stream(central, kiosk["token"], "topic=catalogue")
    stream.frame()
    begun = time.monotonic()
    fields = stream.frame(seconds=11)
    TAP.ok(fields is not None and "event" not in fields and time.monotonic() - begun <= 10.5,
           "a comment comes within 10 s", f"{fields} {time.monotonic() - begun}")
    stream.close()


def test_many(central, kiosk, till):
    """Many listeners hear of one sale, and cost little."""
    count = 400
    before = resident(central)
    streams = [Stream(central, kiosk["token"], "topic=product:bag") for _ in range(count)]
    for stream in streams:
        stream.frame()
    grown = (resident(central) - before) / count
    left = sell(central, till, "m1")
    heard = sum(1 for stream in streams if stream.event()[1]["available"] == left)
    TAP.ok(heard == count, f"{count} listeners hear of a sale", heard)
    TAP.ok(grown < 40_000, "an idle stream costs less than 40 kB", grown)
    metrics = central.ask("GET", "/metrics").body.decode()
    # Those that earlier tests left are noticed with their next heartbeat.
    listening = int(metrics.split("\nmadaf_streams ")[1].split()[0])
    TAP.ok(count <= listening <= count + 8, "the metrics know how many listen", listening)
    for stream in streams:
        stream.close()


def resident(central):
    metrics = central.ask("GET", "/metrics").body.decode()
    return float(metrics.split("\nprocess_resident_memory_bytes ")[1].split()[0])


def test_revoked(central):
    device = central.enrol("tlv", "kiosk")
    stream = Stream(central, device["token"], "topic=catalogue")
    stream.frame()
    begun = time.monotonic()
    answer = central.ask("DELETE", "/v1/devices/" + device["device_id"], control=True)
    after = central.ask("GET", "/v1/devices/self", token=device["token"])
    TAP.ok(after.status == 401, "the very next request of a revoked device is refused", after.status)
    TAP.ok(answer.status == 204 and stream.event() == (None, None) and time.monotonic() - begun < 2,
           "the stream of a revoked device ends within 2 s")
    stream.close()


def test_stop(central, kiosk):
    stream = Stream(central, kiosk["token"], "topic=catalogue")
    stream.frame()
    seen = []
    reader = threading.Thread(target=lambda: seen.append(stream.event()))
    reader.start()
    begun = time.monotonic()
    status = central.stop()
    reader.join(5)
    TAP.ok(status == 0 and time.monotonic() - begun < 5, "it stops within 5 s with a stream open",
           f"{status} {time.monotonic() - begun}")
    TAP.ok(seen == [(None, None)], "and ends the stream properly", seen)
    stream.close()


def main():
    with Central() as central:
        kiosk = central.enrol("tlv", "kiosk")
        till = central.enrol("tlv", "till")
        position = test_push(central, kiosk, till)
        test_resume(central, kiosk, till, position)
        test_order(central, kiosk)
        test_heartbeat(central, kiosk)
        test_many(central, kiosk, till)
        test_revoked(central)
        test_stop(central, kiosk)
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
