# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract's cases of members and their sign-in, for test_contract.py."""

import re

from central import Central
from phone import Phone

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
MEMBER_CODE = "urn:madaf:grant:member-code"
ONE_TIME_CODE = "urn:madaf:grant:one-time-code"


def run(cases, case, fields, postbox):
    me(cases, case)
    one_time_code(cases, case, fields, postbox)
    member_code(cases, case, postbox)
    own_file(cases, case, postbox)
    device_code(cases, case)
    limits(cases, case, postbox)
    pages(cases, case)
    without(case)


def me(cases, case):
    central = cases.central
    token = central.sign_in(cases.kiosk["device_id"], name=None)
    named = central.sign_in(cases.kiosk["device_id"], "+972501234502", "Dana & Co")
    old = central.sign_in(cases.kiosk["device_id"], age=901)

    def look(answer):
        assert "name" not in answer.json and answer.json["phone"] == "+972•••••4501", answer.json

    def named_so(answer):
        assert answer.json["name"] == "Dana & Co", answer.json
    case("without a name", "getMe", central.ask("GET", "/v1/me", token=token), 200, more=look)
    case("with a name", "getMe", central.ask("GET", "/v1/me", token=named), 200, more=named_so)
    case("nobody", "getMe", central.ask("GET", "/v1/me"), 401, "unauthorized")
    case("after a quarter of an hour", "getMe", central.ask("GET", "/v1/me", token=old), 401, "unauthorized")
    case("a device", "getMe", central.ask("GET", "/v1/me", token=cases.kiosk["token"]), 403, "forbidden")
    case("a device", "signOut", central.ask("DELETE", "/v1/token", token=cases.kiosk["token"]), 403, "forbidden")
    case("out", "signOut", central.ask("DELETE", "/v1/token", token=token), 204)
    case("out already", "signOut", central.ask("DELETE", "/v1/token", token=token), 401, "unauthorized")
    case("another sign-in goes on", "getMe", central.ask("GET", "/v1/me", token=named), 200)


def send(cases, phone="050-123-4501", who="kiosk", language="he"):
    return cases.ask("POST", "/v1/one-time-codes", {"phone": phone, "language": language}, who=who)


def trade(cases, who="kiosk", **body):
    return cases.ask("POST", "/v1/token", body, who=who)


def sign_in_by_code(cases, postbox, who="kiosk", phone="050-123-4509"):
    sent = send(cases, phone, who)
    return trade(cases, who, grant_type=ONE_TIME_CODE, one_time_code_id=sent.json["one_time_code_id"],
                 code=postbox.take_code())


def one_time_code(cases, case, fields, postbox):
    sent = case("a member's", "sendOneTimeCode", send(cases), 202)
    code = postbox.take_code()
    name = sent.json["one_time_code_id"]
    wrong = "000000" if code != "000000" else "000001"

    def left(number):
        def look(answer):
            assert answer.json["tries_left"] == number, answer.json
        return look
    case("a wrong code", "getToken", trade(cases, grant_type=ONE_TIME_CODE, one_time_code_id=name, code=wrong), 400,
         "invalid-grant", left(4))
    case("from another device", "getToken",
         trade(cases, "till", grant_type=ONE_TIME_CODE, one_time_code_id=name, code=code), 400, "invalid-grant", left(0))
    token = case("in", "getToken", trade(cases, grant_type=ONE_TIME_CODE, one_time_code_id=name, code=code), 200)
    case("twice", "getToken", trade(cases, grant_type=ONE_TIME_CODE, one_time_code_id=name, code=code), 400,
         "invalid-grant", left(0))
    case("signed in", "getMe", cases.central.ask("GET", "/v1/me", token=token.json["access_token"]), 200)
    case("no phone", "sendOneTimeCode", send(cases, "hello"), 422, "invalid-field", fields(("/phone", "not_a_phone")))
    case("all that is wrong", "sendOneTimeCode",
         cases.ask("POST", "/v1/one-time-codes", {"phone": "", "language": "Hebrew!", "x": 1}), 422, "invalid-field",
         fields(("/phone", "too_short"), ("/language", "bad_format"), ("/x", "unknown_member")))
    case("a member may not", "sendOneTimeCode", cases.central.ask(
        "POST", "/v1/one-time-codes", {"phone": "1", "language": "he"}, token.json["access_token"]), 403, "forbidden")
    case("another way", "getToken", trade(cases, grant_type="password"), 422, "invalid-field",
         fields(("/grant_type", "bad_format")))
    case("without what it needs", "getToken", trade(cases, grant_type=ONE_TIME_CODE), 422, "invalid-field",
         fields(("/code", "missing"), ("/one_time_code_id", "missing")))
    case("a member may not", "getToken", cases.central.ask(
        "POST", "/v1/token", {"grant_type": MEMBER_CODE, "code": "x"}, token.json["access_token"]), 403, "forbidden")


def member_code(cases, case, postbox):
    mine = sign_in_by_code(cases, postbox, "channel").json
    assert mine["expires_in"] == 30 * 86400, mine
    token = mine["access_token"]

    def create(token):
        return cases.central.ask("POST", "/v1/member-codes", token=token)

    def look(answer):
        assert answer.json["uri"] == "http://shop.test/m/" + answer.json["code"], answer.json
    first = case("first", "createMemberCode", create(token), 201, more=look).json["code"]
    second = case("second", "createMemberCode", create(token), 201, more=look).json["code"]
    case("the one before ended", "getToken", trade(cases, grant_type=MEMBER_CODE, code=first), 400, "invalid-grant")
    here = case("in by a member's code", "getToken", trade(cases, grant_type=MEMBER_CODE, code=second), 200)
    case("twice", "getToken", trade(cases, grant_type=MEMBER_CODE, code=second), 400, "invalid-grant")
    assert here.json["member"]["number"] == mine["member"]["number"], here.json
    case("on a kiosk there is none", "createMemberCode", create(here.json["access_token"]), 403, "forbidden")
    case("nobody", "createMemberCode", create(None), 401, "unauthorized")


def device_code(cases, case):
    def begin(who="kiosk"):
        return cases.ask("POST", "/v1/device-authorizations", who=who)

    def poll(begun, who="kiosk"):
        return trade(cases, who, grant_type=DEVICE_CODE, device_code=begun.json["device_code"])

    def look(answer):
        assert answer.json["verification_uri_complete"] == "http://shop.test/link?user_code=" + answer.json["user_code"]
    begun = case("begun", "beginSignIn", begin(), 200, more=look)
    path = "/v1/device-authorizations/" + begun.json["sign_in_id"]
    case("a till may not", "beginSignIn", begin("till"), 403, "forbidden")
    case("pending", "getToken", poll(begun), 400, "authorization-pending")

    def slower(answer):
        assert answer.headers["retry-after"] == "10", answer.headers
    case("too soon", "getToken", poll(begun), 400, "slow-down", slower)
    case("of another device", "getToken", poll(begun, "till"), 400, "invalid-grant")
    case("of nobody", "getToken", trade(cases, grant_type=DEVICE_CODE, device_code="x" * 43), 400, "invalid-grant")
    case("of another device", "openStream", cases.ask("GET", "/v1/stream?topic=sign-in:" + begun.json["sign_in_id"],
                                                      who="till"), 404, "not-found")
    case("another's", "cancelSignIn", cases.ask("DELETE", path, who="till"), 403, "forbidden")
    case("cancelled", "cancelSignIn", cases.ask("DELETE", path), 204)
    case("cancelled already", "cancelSignIn", cases.ask("DELETE", path), 404, "not-found")
    denied = begin()
    cases.central.edit("UPDATE sign_in SET state = 'denied'")
    case("denied", "getToken", poll(denied), 400, "access-denied")
    late = begin()
    cases.central.edit("UPDATE sign_in SET expires_us = 1000000 * (strftime('%s', 'now') - 1)")
    case("too late", "getToken", poll(late), 400, "expired-token")
    for _ in range(121):
        answer = begin()
    case("far too often", "beginSignIn", answer, 429, "too-many-requests")


def limits(cases, case, postbox):
    """Five codes an hour to a phone, whatever device asks; twenty wrong ones a day."""
    names = []
    for _ in range(5):
        names.append(send(cases, "0501230001").json["one_time_code_id"])
        postbox.take_code()

    def an_hour(answer):
        assert 3500 < int(answer.headers["retry-after"]) <= 3600, answer.headers
    case("a sixth to a phone", "sendOneTimeCode", send(cases, "0501230001", "till"), 429, "too-many-requests", an_hour)
    for name in names:
        for _ in range(5):
            answer = trade(cases, grant_type=ONE_TIME_CODE, one_time_code_id=name, code="no code")
    case("a twenty-first wrong code", "getToken", answer, 429, "too-many-requests")


def pages(cases, case):
    def get(target):
        return cases.central.ask("GET", target)
    case("start", "getLinkPage", get("/link"), 200)
    case("no such code", "getLinkPage", get("/link?user_code=BCDF-GHJK"), 404)
    for _ in range(101):
        answer = get("/link?user_code=BCDF-GHJK")
    case("guessing", "getLinkPage", answer, 429)
    for operation in ("Phone", "Code", "Answer", "Forget", "MemberCode", "Data", "DataFile", "Consents", "Erase"):
        path = "/link/" + re.sub("(?<!^)([A-Z])", r"-\1", operation).lower()
        case("forged", "postLink" + operation, cases.central.ask(
            "POST", path, "form=0", headers={"Content-Type": "application/x-www-form-urlencoded"}), 403)
        case("no form", "postLink" + operation, cases.central.ask("POST", path, {}), 415, "unsupported-media-type")
    case("any", "getMemberCodePage", get("/m/AAAAAAAAAAAAAAAAAAAAAA"), 200)
    case("no demo", "getDemoOutbox", get("/demo/outbox"), 404, "not-found")


def own_file(cases, case, postbox):
    phone = Phone(cases.central)
    page = phone.get("/link?user_code=" + cases.ask("POST", "/v1/device-authorizations").json["user_code"])
    page = phone.send(page, "/link/phone", phone="050-123-4600")
    page = phone.send(page, "/link/code", code=postbox.take_code())
    case("a file", "postLinkDataFile", cases.central.ask(
        "POST", "/link/data-file", "form=" + page.form("/link/answer")["fields"]["form"], headers={
            "Content-Type": "application/x-www-form-urlencoded", "Cookie": "madaf-phone=" + phone.cookies["madaf-phone"]}),
         200)


def without(case):
    """A central that phones do not reach, and that has nothing to send with; and a demo shop, which shows what it sends."""
    with Central() as central:
        kiosk = central.enrol("tlv", "kiosk")["token"]
        case("no public URL", "beginSignIn", central.ask("POST", "/v1/device-authorizations", token=kiosk), 503,
             "unavailable")
        case("no sender", "sendOneTimeCode", central.ask(
            "POST", "/v1/one-time-codes", {"phone": "0501234501", "language": "he"}, kiosk), 503, "unavailable")
        shop = central.ask("GET", "/v1/shop", token=kiosk)

        def look(answer):
            assert answer.json["sign_in"] == ["member_code"], answer.json
        case("what is left", "getShop", shop, 200, more=look)
    with Central("--demo", seeded=False) as central:
        case("a demo", "getDemoOutbox", central.ask("GET", "/demo/outbox"), 200)
