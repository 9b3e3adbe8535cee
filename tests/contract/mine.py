# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract's cases of what is a member's own, for test_contract.py."""

import contextlib
import json
import sqlite3
import time
import urllib.parse

from central import Central
from phone import Phone


def run(cases, case, fields, key):
    central = cases.central
    dana = central.sign_in(cases.kiosk["device_id"], "+972501234701")
    # A channel's sign-in of the same member, and somebody else beside her.
    phone = central.sign_in(cases.channel["device_id"], "+972501234701")
    noa = central.sign_in(cases.kiosk["device_id"], "+972501234702", "Noa")
    basket(cases, case, fields, key, dana, phone, noa)
    consents(cases, case, fields, key, dana, noa)
    lists(cases, case, fields, key, dana, noa)
    purchases(cases, case, fields, key, dana, phone, noa)
    sizes(cases, case, fields, key, dana, noa)
    carry(cases, case, fields)


def that(condition):
    def look(answer):
        assert condition(answer.json), answer.json
    return look


def change(what, variant="bag-1", quantity=None, fulfilment=None):
    line = {"do": what, "variant_id": variant, "quantity": quantity, "fulfilment": fulfilment}
    return {name: value for name, value in line.items() if value is not None}


def quantities(document):
    return [(line["variant_id"], line["quantity"]) for line in document["lines"]]


def basket(cases, case, fields, key, dana, phone, noa):
    central, path = cases.central, "/v1/me/basket"

    def ask(method, target, body=None, token=dana, headers=None):
        return central.ask(method, target, body, token, headers)

    def changes(*list_, token=dana, headers=None):
        return ask("POST", path + "/changes", {"changes": list(list_)}, token, headers or key())
    empty = case("empty", "getMyBasket", ask("GET", path), 200, more=that(lambda b: b["lines"] == [] and "gone" not in b))
    listener = Listener(central, dana, "basket:" + empty.json["id"])
    headers = key()
    first = case("two bags", "changeMyBasket", changes(change("add", quantity=2), headers=headers), 200,
                 more=that(lambda b: quantities(b) == [("bag-1", 2)] and b["total"]["amount"] == 2 * 9990))
    again = changes(change("add", quantity=2), headers=headers)
    case("sent again", "changeMyBasket", again, 200, more=that(lambda b: b == first.json))
    began = time.monotonic()
    second = case("from the phone", "changeMyBasket", changes(
        change("add", "shirt-navy-s", 1, {"kind": "collect", "branch_id": "tlv"}), change("set", quantity=1), token=phone),
        200, more=that(lambda b: quantities(b) == [("bag-1", 1), ("shirt-navy-s", 1)]))
    events = [listener.event() for _ in range(2)]
    took = (time.monotonic() - began) * 1000

    def heard(_):
        assert [event["version"] for event in events] == [1, 2] and second.headers["etag"] == '"2"', events
        assert all(event["basket_id"] == empty.json["id"] for event in events) and took < 1000, took
    case("the kiosk heard of it", "getMyBasket", ask("GET", path), 200, more=heard)
    listener.close()
    case("somebody else's", "openStream", ask("GET", "/v1/stream?topic=basket:" + empty.json["id"], token=noa), 404,
         "not-found")
    case("a device may not", "openStream", cases.get("/v1/stream?topic=basket:" + empty.json["id"]), 404, "not-found")
    case("nor by its id", "getBasket", cases.get("/v1/baskets/" + empty.json["id"]), 404, "not-found")
    case("another member's is theirs", "getMyBasket", ask("GET", path, token=noa), 200,
         more=that(lambda b: b["lines"] == [] and b["id"] != empty.json["id"]))
    case("another member with the same key", "changeMyBasket", changes(
        change("add", quantity=2), token=noa, headers=headers), 200, more=that(lambda b: b["id"] != empty.json["id"]))
    case("all that is wrong", "changeMyBasket", changes(
        change("take"), change("add", "no id!"), change("remove", quantity=1), change("set", quantity=100)), 422,
         "invalid-field", fields(("/changes/0/do", "bad_format"), ("/changes/1/variant_id", "bad_format"),
                                 ("/changes/0/quantity", "missing"), ("/changes/1/quantity", "missing"),
                                 ("/changes/2/quantity", "unknown_member"), ("/changes/3/quantity", "out_of_range")))
    case("unknown", "changeMyBasket", changes(change("add", "none", 1)), 422, "invalid-field",
         fields(("/changes/0/variant_id", "unknown_id")))
    whole = {"lines": [{"variant_id": "bag-1", "quantity": 3}]}
    case("without a tag", "replaceMyBasket", ask("PUT", path, whole), 428, "precondition-required")
    case("an old tag", "replaceMyBasket", ask("PUT", path, whole, headers={"If-Match": '"1"'}), 412, "precondition-failed")
    case("unknown", "replaceMyBasket", ask("PUT", path, {"lines": [{"variant_id": "none", "quantity": 3}]},
                                           headers={"If-Match": "*"}), 422, "invalid-field",
         fields(("/lines/0/variant_id", "unknown_id")))
    case("as it is", "replaceMyBasket", ask("PUT", path, whole, headers={"If-Match": '"2"'}), 200,
         more=that(lambda b: quantities(b) == [("bag-1", 3)]))
    guest = {"lines": [{"variant_id": "bag-1", "quantity": 1}, {"variant_id": "shirt-white-m", "quantity": 2}]}
    for time_ in ("once", "twice"):
        case(time_, "mergeMyBasket", ask("POST", path + "/merge", guest), 200,
             more=that(lambda b: quantities(b) == [("bag-1", 3), ("shirt-white-m", 2)]))
    case("unknown", "mergeMyBasket", ask("POST", path + "/merge", {"lines": [{"variant_id": "x", "quantity": 1}]}), 422,
         "invalid-field", fields(("/lines/0/variant_id", "unknown_id")))
    for operation, method, target, body in (
            ("getMyBasket", "GET", path, None), ("replaceMyBasket", "PUT", path, whole),
            ("changeMyBasket", "POST", path + "/changes", {"changes": [change("remove")]}),
            ("mergeMyBasket", "POST", path + "/merge", guest)):
        sent = {**key(), "If-Match": "*"}
        case("nobody", operation, central.ask(method, target, body, None, sent), 401, "unauthorized")
        case("a device", operation, central.ask(method, target, body, cases.kiosk["token"], sent), 403, "forbidden")


def consents(cases, case, fields, key, dana, noa):
    central, path = cases.central, "/v1/me/consents"
    nothing = {"price_drop": False, "back_in_stock": False}
    case("from the start", "getMyConsents", central.ask("GET", path, None, dana), 200, more=that(lambda d: d == nothing))
    case("one", "setMyConsents", central.ask("PUT", path, {"price_drop": True}, dana), 200,
         more=that(lambda d: d.pop("price_drop_at") and d == {**nothing, "price_drop": True}))
    case("no word", "setMyConsents", central.ask("PUT", path, {"price_drop": "yes"}, dana), 422, "invalid-field",
         fields(("/price_drop", "wrong_type")))
    case("kept", "getMyConsents", central.ask("GET", path, None, dana), 200, more=that(lambda d: d["price_drop"]))
    case("somebody else's", "getMyConsents", central.ask("GET", path, None, noa), 200, more=that(lambda d: d == nothing))
    for operation, method, body in (("getMyConsents", "GET", None), ("setMyConsents", "PUT", {"price_drop": True})):
        case("nobody", operation, central.ask(method, path, body), 401, "unauthorized")
        case("a device", operation, central.ask(method, path, body, cases.kiosk["token"]), 403, "forbidden")

    # As the first message makes it.
    link = "/u/" + "T" * 22
    with contextlib.closing(sqlite3.connect(central.database, timeout=10)) as shop, shop:
        shop.execute("INSERT INTO consent_link SELECT member_id, ?, 0 FROM consent", ("T" * 22,))

    def asks(answer):
        text = answer.body.decode()
        assert 'action="' + link in text and "<script" not in text and "Dana" not in text and "0501" not in text, text
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    case("asked", "getUnsubscribePage", central.ask("GET", link), 200, more=asks)
    case("not yet", "getMyConsents", central.ask("GET", path, None, dana), 200, more=that(lambda d: d["price_drop"]))
    for often in ("ended", "ended again"):
        case(often, "postUnsubscribe", central.ask("POST", link, b"", None, form), 200)
        case(often, "getMyConsents", central.ask("GET", path, None, dana), 200, more=that(lambda d: d == nothing))
    case("about what", "getUnsubscribePage", central.ask("GET", link + "?about=weather"), 422, "invalid-field")
    case("about what", "postUnsubscribe", central.ask("POST", link + "?about=weather", b"", None, form), 422,
         "invalid-field")
    case("both", "setMyConsents", central.ask("PUT", path, {"price_drop": True, "back_in_stock": True}, dana), 200)
    case("one of them", "postUnsubscribe", central.ask("POST", link + "?about=price_drop", b"", None, form), 200)
    case("the other stays", "getMyConsents", central.ask("GET", path, None, dana), 200,
         more=that(lambda d: (d["price_drop"], d["back_in_stock"]) == (False, True)))
    case("none", "getUnsubscribePage", central.ask("GET", "/u/none"), 404)
    case("none", "postUnsubscribe", central.ask("POST", "/u/none", b"", None, form), 404)


def lists(cases, case, fields, key, dana, noa):
    central, path, hearts = cases.central, "/v1/me/lists", "/v1/me/lists/hearts"

    def ask(method, target, body=None, token=dana, headers=None):
        return central.ask(method, target, body, token, headers)

    def entries(*ids):
        return {"entries": [{"product_id": product, **({"variant_id": variant} if variant else {})}
                            for product, variant in ids]}

    def ids(document):
        return [(wish["product_id"], wish.get("variant_id")) for wish in document["entries"]]
    case("from the start", "listMyLists", ask("GET", path), 200,
         more=that(lambda d: [(one["id"], one["entries"]) for one in d["items"]] == [("hearts", [])]))
    name = ask("GET", path).json["id"]
    listener = Listener(central, dana, "lists:" + name)
    case("somebody else's", "openStream", ask("GET", "/v1/stream?topic=lists:" + name, token=noa), 404, "not-found")
    case("a device may not", "openStream", cases.get("/v1/stream?topic=lists:" + name), 404, "not-found")
    guest = entries(("bag", None), ("shirt", "shirt-navy-m"))
    for often in ("a guest's", "sent again"):
        case(often, "addToMyList", ask("POST", hearts + "/entries", guest), 200,
             more=that(lambda d: ids(d) == [("bag", None), ("shirt", "shirt-navy-m")]
                       and d["entries"][0]["saved_price"] == d["entries"][0]["price"]
                       and d["entries"][1]["size"] == "M" and d["entries"][1]["available_here"] >= 0))
    case("unknown", "addToMyList", ask("POST", hearts + "/entries", entries(("none", None), ("bag", "shirt-navy-m"))), 422,
         "invalid-field", fields(("/entries/0/product_id", "unknown_id"), ("/entries/1/variant_id", "unknown_id")))
    mine = case("new", "createMyList", ask("POST", path, {"name": "  Summer "}, headers=key()), 201,
                more=that(lambda d: d["name"] == "Summer" and d["entries"] == []))
    case("no name", "createMyList", ask("POST", path, {"name": " "}, headers=key()), 422, "invalid-field",
         fields(("/name", "bad_format")))
    own = path + "/" + mine.json["id"]
    draft = {"name": "Winter", **entries(("bag", "bag-1"), ("shirt", None))}
    case("without a tag", "replaceMyList", ask("PUT", own, draft), 428, "precondition-required")
    changed = case("as it is", "replaceMyList", ask("PUT", own, draft, headers={"If-Match": mine.headers["etag"]}), 200,
                   more=that(lambda d: d["name"] == "Winter" and ids(d) == [("bag", "bag-1"), ("shirt", None)]))
    case("an old tag", "replaceMyList", ask("PUT", own, draft, headers={"If-Match": mine.headers["etag"]}), 412,
         "precondition-failed")
    case("unknown", "replaceMyList", ask("PUT", own, entries(("x", None)), headers={"If-Match": "*"}), 422, "invalid-field",
         fields(("/entries/0/product_id", "unknown_id")))
    case("one", "getMyList", ask("GET", own), 200, more=that(lambda d: d == changed.json))
    case("all", "listMyLists", ask("GET", path), 200,
         more=that(lambda d: [one.get("name") for one in d["items"]] == [None, "Winter"] and ids(d["items"][1]) == ids(draft)))
    for often in ("off", "off already"):
        case(often, "removeFromMyList", ask("DELETE", own + "/entries/bag?variant_id=bag-1"), 200,
             more=that(lambda d: ids(d) == [("shirt", None)]))
    shared = case("shared", "shareMyList", ask("POST", own + "/share", headers=key()), 200,
                  more=that(lambda d: d["share_url"] == "http://shop.test" + d["share_path"]))
    token = shared.json["share_path"].split("/")[2]
    case("read", "getSharedList", central.ask("GET", "/v1/shared-lists/" + token), 200,
         more=that(lambda d: d["name"] == "Winter" and ids(d) == [("shirt", None)] and "Dana" not in json.dumps(d)))

    def shows(answer):
        text = answer.body.decode()
        assert "Linen shirt" in text and "Winter" in text and "Dana" not in text and "<script" not in text, text
    case("read", "getSharedListPage", central.ask("GET", "/w/" + token), 200, more=shows)
    for operation, method, target, body in (
            ("getMyList", "GET", own, None), ("replaceMyList", "PUT", own, draft), ("deleteMyList", "DELETE", own, None),
            ("addToMyList", "POST", own + "/entries", guest),
            ("removeFromMyList", "DELETE", own + "/entries/bag", None),
            ("restoreMyList", "POST", own + "/restore", None), ("shareMyList", "POST", own + "/share", None), ("unshareMyList", "DELETE", own + "/share", None),
            ("listMyLists", "GET", path, None), ("createMyList", "POST", path, {"name": "x"})):
        sent = {**key(), "If-Match": "*"}
        if "{list_id}" in target or target.startswith(own):
            case("somebody else's", operation, central.ask(method, target, body, noa, sent), 404, "not-found")
        case("nobody", operation, central.ask(method, target, body, None, sent), 401, "unauthorized")
        case("a device", operation, central.ask(method, target, body, cases.kiosk["token"], sent), 403, "forbidden")
    named = "<script>alert('&amp;')</script>"
    case("a name is no markup", "replaceMyList", ask("PUT", own, {"name": named}, headers={"If-Match": "*"}), 200,
         more=that(lambda d: d["name"] == named and ids(d) == [("shirt", None)]))

    def escapes(answer):
        text = answer.body.decode()
        assert "<script" not in text and "&lt;script&gt;" in text and "&amp;amp;" in text, text
    case("a name is no markup", "getSharedListPage", central.ask("GET", "/w/" + token), 200, more=escapes)
    case("nothing to change", "replaceMyList", ask("PUT", own, {}, headers={"If-Match": "*"}), 422, "invalid-field",
         fields(("/name", "missing")))
    case("ended", "unshareMyList", ask("DELETE", own + "/share"), 204)
    case("ended", "getSharedList", central.ask("GET", "/v1/shared-lists/" + token), 404, "not-found")
    case("ended", "getSharedListPage", central.ask("GET", "/w/" + token), 404)
    case("gone", "deleteMyList", ask("DELETE", own), 204)
    case("another's, deleted", "restoreMyList", central.ask("POST", own + "/restore", None, noa), 404, "not-found")
    for often in ("had back", "there already"):
        case(often, "restoreMyList", ask("POST", own + "/restore"), 200,
             more=that(lambda d: d["name"] == named and ids(d) == [("shirt", None)]))
    case("gone", "deleteMyList", ask("DELETE", own), 204)
    first, *_ = [ask("POST", path, {"name": f"L{n}"}, noa, key()).json["id"] for n in range(20)]
    ask("DELETE", path + "/" + first, token=noa)
    ask("POST", path, {"name": "one more"}, noa, key())
    case("others took its place", "restoreMyList", ask("POST", f"{path}/{first}/restore", token=noa), 422, "invalid-field",
         fields(("/name", "too_many")))
    # Added, made, replaced, taken off, shared, renamed, not shared any more, gone, had back, gone; nothing for what changed
    # nothing.
    told = [listener.event()["lists_id"] for _ in range(10)]
    listener.close()
    case("the kiosk heard of each", "listMyLists", ask("GET", path), 200,
         more=that(lambda d: d["id"] == name and told == [name] * 10))
    case("gone", "getMyList", ask("GET", own), 404, "not-found")
    for n in range(20):
        ask("POST", path, {"name": f"list {n}"}, noa, key())
    case("one too many", "createMyList", ask("POST", path, {"name": "21"}, noa, key()), 422, "invalid-field",
         fields(("/name", "too_many")))


def purchases(cases, case, fields, key, dana, phone, noa):
    central, path = cases.central, "/v1/me/orders"

    def draft(quantity, number="0501234799", **more):
        return {"lines": [{"variant_id": "bag-1", "quantity": quantity,
                           "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
                "contact": {"name": "Somebody", "phone": number}, "payment": "on_collection", "language": "he", **more}

    def place(token, body):
        return central.ask("POST", "/v1/orders", body, token, key())

    def get(target=path, token=dana):
        return central.ask("GET", target, token=token)
    case("none yet", "listMyOrders", get(), 200, more=that(lambda d: d == {"items": []}))
    central.ask("PUT", "/v1/me/basket", {"lines": [{"variant_id": "bag-1", "quantity": 3}]}, dana, {"If-Match": "*"})
    case("a member's", "placeOrder", place(dana, draft(2, from_basket=True)), 201)
    case("what was ordered left the basket", "getMyBasket", get("/v1/me/basket"), 200,
         more=that(lambda d: quantities(d) == [("bag-1", 1)]))
    case("by their phone, as a guest", "placeOrder", place(cases.till["token"], draft(1, "050-1234701")), 201)
    mine = case("a member's, in the app", "placeOrder", place(phone, draft(1)), 201).json
    case("a guest's is not from a basket", "placeOrder", place(cases.kiosk["token"], draft(1, from_basket=True)), 422,
         "invalid-field", fields(("/from_basket", "unknown_member")))

    def look(document):
        items = document["items"]
        assert [one["placed_by"] for one in items] == ["channel", "till", "kiosk"], items
        assert all(one["fulfilments"][0]["lines"][0]["price_now"]["amount"] == 9990 for one in items), items
        return "+972" not in json.dumps(document) and "Somebody" not in json.dumps(document)
    case("of every channel", "listMyOrders", get(), 200, more=that(look))
    page = case("a page", "listMyOrders", get(path + "?limit=2"), 200, more=that(lambda d: len(d["items"]) == 2))
    case("the next page", "listMyOrders", get(path + "?limit=2&cursor=" + page.json["next_cursor"]), 200,
         more=that(lambda d: [one["placed_by"] for one in d["items"]] == ["kiosk"] and "next_cursor" not in d))
    case("no such page", "listMyOrders", get(path + "?limit=0&cursor=x"), 422, "invalid-field")
    case("no such page", "listMyOrders", get(path + "?cursor=x"), 422, "invalid-field")
    one = path + "/" + mine["id"]
    case("one", "getMyOrder", get(one), 200, more=that(lambda d: d["receipt_path"] == mine["receipt_path"]))
    case("somebody else's", "getMyOrder", get(one, noa), 404, "not-found")
    case("somebody else's", "openStream", get("/v1/stream?topic=order:" + mine["id"], noa), 404, "not-found")
    listener = Listener(central, dana, "order:" + mine["id"])
    central.ask("POST", f"/v1/orders/{mine['id']}/cancel", None, cases.kiosk["token"], key())
    told = listener.event()
    listener.close()
    case("cancelled", "getMyOrder", get(one), 200, more=that(lambda d: d["state"] == told["state"] == "cancelled"))
    case("another's are theirs", "listMyOrders", get(token=noa), 200, more=that(lambda d: d == {"items": []}))
    for operation, target in (("listMyOrders", path), ("getMyOrder", one)):
        case("nobody", operation, get(target, None), 401, "unauthorized")
        case("a device", operation, get(target, cases.kiosk["token"]), 403, "forbidden")


def sizes(cases, case, fields, key, dana, noa):
    central, path = cases.central, "/v1/me/sizes"

    def ask(method="GET", body=None, token=dana):
        return central.ask(method, path, body, token)

    def say(size, **more):
        return ask("PUT", {"sizes": [{"brand": "Madaf", "category_id": "shirts", **({"size": size} if size else {}), **more}]})

    def worn(document):
        return [(one.get("brand"), one["category_id"], one["size"], one["said"], one["pieces"]) for one in document["items"]]
    counted = {"id": "sizes-s", "kind": "count", "variant_id": "shirt-navy-s", "branch_id": "tlv", "quantity": 60,
               "at": "2026-11-21T18:30:00Z"}
    central.ask("POST", "/v1/stock/movements", {"movements": [counted]}, cases.till["token"])
    case("nothing bought that has one", "listMySizes", ask(), 200, more=that(lambda d: d == {"items": []}))
    order = central.ask("POST", "/v1/orders", {
        "lines": [{"variant_id": "shirt-navy-s", "quantity": 2, "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
        "contact": {"name": "Somebody", "phone": "0501234799"}, "payment": "on_collection", "language": "he"}, dana, key())
    case("as bought", "listMySizes", ask(), 200,
         more=that(lambda d: worn(d) == [("Madaf", "shirts", "S", False, 2)] and d["items"][0]["sizes"] == ["M", "S"]))
    for often in ("said", "said again"):
        case(often, "sayMySizes", say("M"), 200, more=that(lambda d: worn(d) == [("Madaf", "shirts", "M", True, 0)]))
    case("no such size", "sayMySizes", say("XXL"), 422, "invalid-field", fields(("/sizes/0/size", "unknown_id")))
    case("no such brand", "sayMySizes", say("M", brand="None"), 422, "invalid-field", fields(("/sizes/0/size", "unknown_id")))
    case("all that is wrong", "sayMySizes", say("", category_id="no id!", colour="x"), 422, "invalid-field",
         fields(("/sizes/0/category_id", "bad_format"), ("/sizes/0/colour", "unknown_member")))
    for body, *wrong in (({"sizes": [1]}, "/sizes/0", "wrong_type"), ({"sizes": []}, "/sizes", "too_short"),
                         ({}, "/sizes", "missing"),
                         ({"sizes": [{"category_id": "shirts"}] * 101}, "/sizes", "too_long")):
        case(f"nonsense: {wrong}", "sayMySizes", ask("PUT", body), 422, "invalid-field", fields(tuple(wrong)))
    case("somebody else's are theirs", "listMySizes", ask(token=noa), 200, more=that(lambda d: d == {"items": []}))
    case("not said any more", "sayMySizes", say(None), 200,
         more=that(lambda d: worn(d) == [("Madaf", "shirts", "S", False, 2)]))
    central.ask("POST", f"/v1/orders/{order.json['id']}/cancel", None, cases.kiosk["token"], key())
    case("not kept", "listMySizes", ask(), 200, more=that(lambda d: d == {"items": []}))
    for operation, method in (("listMySizes", "GET"), ("sayMySizes", "PUT")):
        body = {"sizes": [{"category_id": "shirts"}]} if method == "PUT" else None
        case("nobody", operation, ask(method, body, None), 401, "unauthorized")
        case("a device", operation, ask(method, body, cases.kiosk["token"]), 403, "forbidden")


def carry(cases, case, fields):
    """A screen's basket goes to the first phone that takes it, and to no other."""
    def send(*lines):
        return cases.ask("POST", "/v1/carried-baskets", {"lines": list(lines)})
    made = case("two bags", "carryBasket", send({"variant_id": "bag-1", "quantity": 2}), 201,
                more=that(lambda d: d["expires_in"] == 1800)).json
    link, topic = made["url"], "carried:" + made["id"]
    for who in ("channel", "till"):
        case("another device may not", "openStream", cases.get("/v1/stream?topic=" + topic, who=who), 404, "not-found")
    member = cases.central.sign_in(cases.channel["device_id"], "+972501234703")
    case("a member elsewhere may not", "openStream", cases.central.ask("GET", "/v1/stream?topic=" + topic, None, member), 404,
         "not-found")
    case("the link is no name", "openStream", cases.get("/v1/stream?topic=carried:" + link.rsplit("/", 1)[1]), 404,
         "not-found")
    listener = Listener(cases.central, cases.kiosk["token"], topic)
    target = link.removeprefix("http://shop.test")
    assert target != link, link
    case("unknown", "carryBasket", send({"variant_id": "none", "quantity": 2}), 422, "invalid-field",
         fields(("/lines/0/variant_id", "unknown_id")))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    case("forged", "postCarry", cases.central.ask("POST", target, "form=0", headers=form), 403)
    case("nobody took it", "getCarryPage", cases.central.ask("GET", target), 200)
    mine, other = Phone(cases.central), Phone(cases.central, "he")
    page, theirs = mine.get(target), other.get(target)

    def tap(phone, page):
        body = urllib.parse.urlencode(page.form(target)["fields"])
        cookie = "; ".join(f"{name}={value}" for name, value in phone.cookies.items())
        return cases.central.ask("POST", target, body, headers={**form, "Cookie": cookie, "Origin": phone.origin})

    def shows(answer):
        text = answer.body.decode()
        assert "Bag" in text and "199.80" in text and "<script" not in text, text
    for often in ("taken", "tapped again"):
        case(often, "postCarry", tap(mine, page), 200, more=shows)
    case("another phone is too late", "postCarry", tap(other, theirs), 404)
    assert "Bag" in mine.get(target).text and "Bag" not in other.get(target).text
    assert listener.event()["carried_id"] == made["id"]
    listener.close()
    assert "הסל הזה כבר נמצא בטלפון אחר" in other.get(target).text
    case("without the cookie", "getCarryPage", cases.central.ask("GET", target), 404)
    late = send({"variant_id": "bag-1", "quantity": 2}).json["url"].removeprefix("http://shop.test")
    cases.central.edit("UPDATE carry SET expires_us = 1 WHERE phone_hash IS NULL")
    case("too late", "getCarryPage", cases.central.ask("GET", late), 404,
         more=lambda answer: answer.body.decode().index("expired"))
    with Central() as central:
        kiosk = central.enrol("tlv", "kiosk")["token"]
        case("no public URL", "carryBasket", central.ask("POST", "/v1/carried-baskets", {"lines": []}, kiosk), 503,
             "unavailable")


class Listener:
    """One open stream; gives the data of its events."""

    def __init__(self, central, token, topic):
        self.sock = central.connect()
        self.sock.sendall((f"GET /v1/stream?topic={topic} HTTP/1.1\r\nHost: a\r\n"
                           f"Authorization: Bearer {token}\r\n\r\n").encode())
        self.lines = self.sock.makefile("rb")
        while b": open" not in (line := self.lines.readline()) and line:
            pass

    def event(self):
        for line in self.lines:
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        return None

    def ends(self):
        """Waits for the last chunk."""
        return any(line in (b"0\r\n", b"") for line in iter(self.lines.readline, None))

    def close(self):
        self.lines.close()
        self.sock.close()
