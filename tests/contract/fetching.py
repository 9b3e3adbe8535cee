# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract's cases of what is asked to be brought, for test_contract.py."""

from mine import Listener, that


def run(cases, case, fields, key):
    central, path = cases.central, "/v1/fetch-requests"
    dana = central.sign_in(cases.kiosk["device_id"], "+972501234701")
    phone = central.sign_in(cases.channel["device_id"], "+972501234701")
    staff, other = (associate["token"] for associate in cases.associates)
    away, beside, kiosk = (device["token"] for device in (cases.away, cases.beside, cases.kiosk))
    counted = [{"id": "fetch-" + variant, "kind": "count", "variant_id": variant, "branch_id": "tlv", "quantity": 60,
                "at": "2026-11-21T18:30:00Z"} for variant in ("shirt-navy-m", "shirt-navy-s", "bag-1")]
    central.ask("POST", "/v1/stock/movements", {"movements": counted}, cases.till["token"])

    def ask(variant="shirt-navy-m", room=2, token=kiosk, headers=None):
        body = {"variant_id": variant, **({"fitting_room": room} if room else {})}
        return central.ask("POST", path, body, token, headers or key())

    def move(one, state, token=staff):
        return central.ask("PUT", f"{path}/{one}/state", {"state": state}, token)

    headers = key()
    first = case("to a fitting room", "askToFetch", ask(headers=headers), 201,
                 more=that(lambda d: d["state"] == "asked" and d["fitting_room"] == 2 and d["place"] == 1
                           and d["size"] == "M" and "expected_minutes" not in d and d["screen"] == "kiosk"))
    case("sent again", "askToFetch", ask(headers=headers), 201, more=that(lambda d: d == first.json))
    case("asked already", "askToFetch", ask(room=None), 409, "asked-already")
    second = case("a member's, to the screen", "askToFetch", ask("shirt-navy-s", None, dana), 201,
                  more=that(lambda d: d["place"] == 2 and "fitting_room" not in d))
    case("from no screen", "askToFetch", ask(token=phone), 403, "forbidden")
    case("there is none here", "askToFetch", ask("shirt-white-m"), 409, "none-to-bring")
    third = case("a third", "askToFetch", ask("bag-1"), 201)
    case("one too many", "askToFetch", ask("shirt-white-m"), 409, "too-many-open")
    case("no such things", "askToFetch", ask("none", 5, beside), 422, "invalid-field",
         fields(("/variant_id", "unknown_id"), ("/fitting_room", "out_of_range")))
    case("all that is wrong", "askToFetch", ask("no id!", 100), 422, "invalid-field",
         fields(("/variant_id", "bad_format"), ("/fitting_room", "out_of_range")))
    case("the branch's", "listFetchRequests", central.ask("GET", path, token=staff), 200,
         more=that(lambda d: [one["id"] for one in d["items"]] == [one.json["id"] for one in (first, second, third)]
                   and "Dana" not in str(d) and "member" not in str(d)))
    case("of another branch", "listFetchRequests", central.ask("GET", path, token=away), 200,
         more=that(lambda d: d == {"items": []}))
    case("a screen may not", "listFetchRequests", central.ask("GET", path, token=kiosk), 403, "forbidden")

    one = first.json["id"]
    listeners = [Listener(central, kiosk, "fetch:" + each.json["id"]) for each in (first, second)]
    case("not taken yet", "moveFetchRequest", move(one, "brought"), 409, "past-state")
    for often in ("taken", "taken by the same"):
        case(often, "moveFetchRequest", move(one, "taken"), 200,
             more=that(lambda d: d["state"] == "taken" and "place" not in d))
    heard = [listener.event() for listener in listeners]
    case("somebody else took it", "moveFetchRequest", move(one, "taken", other), 409, "past-state")
    case("the kiosk heard of it", "getFetchRequest", central.ask("GET", f"{path}/{second.json['id']}", token=kiosk), 200,
         more=that(lambda d: d["place"] == 1 and [event["state"] for event in heard] == ["taken", "asked"]
                   and heard[0]["fetch_request_id"] == one))
    case("brought", "moveFetchRequest", move(one, "brought"), 200, more=that(lambda d: d["state"] == "brought"))
    case("it is over", "cancelFetchRequest", central.ask("DELETE", f"{path}/{one}", token=kiosk), 409, "past-state")
    for often in ("cancelled", "cancelled already"):
        case(often, "cancelFetchRequest", central.ask("DELETE", f"{path}/{second.json['id']}", token=dana), 204)
    case("cancelled", "moveFetchRequest", move(second.json["id"], "taken"), 409, "past-state")
    case("not there", "moveFetchRequest", move(third.json["id"], "not_found"), 200)
    case("no such state", "moveFetchRequest", move(one, "cancelled"), 422, "invalid-field", fields(("/state", "bad_format")))
    for listener in listeners:
        listener.close()

    last = ask("bag-1").json["id"]
    target = f"{path}/{last}"
    case("another screen's", "getFetchRequest", central.ask("GET", target, token=beside), 404, "not-found")
    case("another screen's", "cancelFetchRequest", central.ask("DELETE", target, token=beside), 404, "not-found")
    case("another screen's", "openStream", central.ask("GET", "/v1/stream?topic=fetch:" + last, token=beside), 404,
         "not-found")
    case("another branch's", "getFetchRequest", central.ask("GET", target, token=away), 404, "not-found")
    case("another branch's", "moveFetchRequest", move(last, "taken", away), 404, "not-found")
    case("a channel may not", "getFetchRequest", central.ask("GET", target, token=cases.channel["token"]), 403, "forbidden")
    case("a screen may not", "moveFetchRequest", move(last, "taken", kiosk), 403, "forbidden")
    case("staff may not", "cancelFetchRequest", central.ask("DELETE", target, token=staff), 403, "forbidden")
    central.edit("UPDATE fetch_request SET asked_us = asked_us - 1800000000 WHERE id = ?", last)
    case("too old", "getFetchRequest", central.ask("GET", target, token=kiosk), 200,
         more=that(lambda d: d["state"] == "expired"))
