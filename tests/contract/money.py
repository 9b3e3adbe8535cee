# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract's cases of coupons, points, gift cards and stored value, for test_contract.py."""

BAG = 9990
SHIRT = 19990  # on sale


def run(cases, case, fields, key):
    central = cases.central
    noa = central.sign_in(cases.kiosk["device_id"], "+972501234801", "Noa")
    dana = central.sign_in(cases.kiosk["device_id"], "+972501234802")
    card = bring_in(cases, case, fields)
    quotes(cases, case, fields, dana, card)
    order = placed(cases, case, key, dana, card)
    refused(cases, case, fields, key, noa, dana, card, order)
    wallet(cases, case, fields, noa, dana)
    guesses(cases, case, key)


def that(condition):
    def look(answer):
        assert condition(answer.json), answer.json
    return look


def money(amount):
    return {"amount": amount, "currency": "ILS"}


def line(variant, quantity, branch="tlv"):
    return {"variant_id": variant, "quantity": quantity, "fulfilment": {"kind": "collect", "branch_id": branch}}


def adds_up(document, lines):
    """Every sum there is: steps to the total, payments to what is due, lines to the total and to their own steps."""
    total = document["total"]["amount"]
    return (sum(step["amount"]["amount"] for step in document["steps"]) == total
            and document["due"]["amount"] == total - sum(paid["amount"]["amount"] for paid in document["payments"])
            and sum(one["total"]["amount"] for one in lines) == total
            and all(one["total"]["amount"] == one["unit_price"]["amount"]["amount"] * one["quantity"]
                    + sum(step["amount"]["amount"] for step in one.get("steps", [])) for one in lines)
            and all(sum(step["amount"]["amount"] for step in one["unit_price"]["steps"])
                    == one["unit_price"]["amount"]["amount"] for one in lines))


def bring_in(cases, case, fields):
    """What the retailer says. The code of the card."""
    def operator(operation, method, target, good, bad, *wrong, status=204):
        def ask(body, **more):
            return cases.central.ask(method, target, body, **more)
        answer = case("from the operator", operation, ask(good, control=True), status)
        case("a kiosk may not", operation, ask(good, token=cases.kiosk["token"]), 403, "forbidden")
        case("nonsense", operation, ask(bad, control=True), 422, "invalid-field", fields(*wrong))
        return answer
    operator("putRewardRule", "PUT", "/v1/reward-rule", {"earn_per": 1000, "point_value": 50}, {"earn_per": 0},
             ("/earn_per", "out_of_range"), ("/point_value", "missing"))
    coupon = {"id": "tenth", "title": {"en": "A tenth off shirts", "he": "עשירית"}, "percent": 1000, "stackable": True,
              "codes": ["tenth"], "products": ["shirt"], "total_limit": 2, "from": "2020-01-01T00:00:00Z"}
    operator("putCoupon", "POST", "/v1/coupons", coupon, {**coupon, "id": "other", "amount": 5},
             ("/amount", "duplicate"))
    for wrong, pointer, reason in (({"title": {}}, "/title", "bad_format"), ({"id": "b", "codes": ["TENTH "]}, "/codes", "duplicate"),
                                   ({"until": "soon"}, "/until", "bad_format"), ({"codes": [1]}, "/codes/0", "wrong_type"),
                                   ({"member_numbers": ["M"]}, "/member_numbers/0", "unknown_id")):
        case(f"wrong {pointer}", "putCoupon", cases.central.ask("POST", "/v1/coupons", {**coupon, **wrong}, control=True), 422,
             "invalid-field", fields((pointer, reason)))
    own = {"id": "mine", "title": {"en": "20 off"}, "amount": 2000, "per_member": 1, "stackable": True,
           "member_numbers": ["M2501234802"], "minimum": 5000}
    case("for a member", "putCoupon", cases.central.ask("POST", "/v1/coupons", own, control=True), 204)
    load = {"id": "start", "member_number": "M2501234802", "of": "points", "amount": 100}
    operator("loadWallet", "POST", "/v1/wallet-entries", load, {**load, "id": "more", "member_number": "M"},
             ("/member_number", "unknown_id"), status=200)
    case("again", "loadWallet", cases.central.ask("POST", "/v1/wallet-entries", load, control=True), 200,
         more=that(lambda a: a["result"] == "duplicate"))
    case("a card called like what a member was given", "issueGiftCard",
         cases.central.ask("POST", "/v1/gift-cards", {"id": "start", "amount": 1}, control=True), 201)
    case("whose id is taken", "issueGiftCard",
         cases.central.ask("POST", "/v1/gift-cards", {"id": "start", "amount": 1}, control=True), 422, "invalid-field",
         fields(("/id", "duplicate")))
    case("stored value", "loadWallet", cases.central.ask(
        "POST", "/v1/wallet-entries", {**load, "id": "value", "of": "stored_value", "amount": 1500}, control=True), 200)
    return operator("issueGiftCard", "POST", "/v1/gift-cards", {"id": "one", "amount": 5000}, {"id": "one", "amount": 1},
                    ("/id", "duplicate"), status=201).json["code"]


def quotes(cases, case, fields, dana, card):
    def quote(token=None, **more):
        body = {"lines": [line("shirt-navy-s", 1), line("bag-1", 2)], **more}
        return cases.central.ask("POST", "/v1/quotes", body, token or cases.kiosk["token"])
    case("plain", "quote", quote(), 200, more=that(
        lambda a: adds_up(a, a["lines"]) and [step["kind"] for step in a["steps"]] == ["shelf", "sale"]
        and a["total"] == a["due"] == money(SHIRT + 2 * BAG) and "points" not in a and "waiting" not in a))
    case("all of it", "quote", quote(dana, coupons=[{"coupon_id": "mine"}, {"code": "Tenth"}], points=1000,
                                     gift_cards=[card.lower()], stored_value=True), 200, more=that(
        lambda a: adds_up(a, a["lines"]) and [step["kind"] for step in a["steps"]] == ["shelf", "sale", "coupon", "coupon", "points"]
        and a["total"] == money(SHIRT + 2 * BAG - 1999 - 2000 - 5000) and a["points"]["balance"] == 100
        and [paid["kind"] for paid in a["payments"]] == ["gift_card", "stored_value"] and a["points_used"] == 100
        and a["due"] == money(a["total"]["amount"] - 6500) and a["earns"] == a["total"]["amount"] // 1000
        and a["waiting"][0]["coupon_id"] == "mine" and "reason" not in a["waiting"][0]
        and [step["kind"] for step in a["lines"][1]["steps"]] == ["coupon", "points"]))
    case("what does not count", "quote", quote(coupons=[{"code": "none"}, {"coupon_id": "mine"}], gift_cards=["0", card, card]),
         200, more=that(lambda a: [one["reason"] for one in a["coupons"]] == ["unknown", "unknown"]
                        and [one.get("reason") for one in a["gift_cards"]] == ["unknown", None, "duplicate"]
                        and adds_up(a, a["lines"])))
    case("nobody's points", "quote", quote(points=1, stored_value=True, coupons=[{}, {"code": "a", "coupon_id": "b"}],
                                           gift_cards=[""]), 422, "invalid-field",
         fields(("/points", "members_only"), ("/stored_value", "members_only"), ("/coupons/0/code", "missing"),
                ("/coupons/1/code", "duplicate"), ("/gift_cards/0", "too_short")))


def draft(*lines, **more):
    return {"lines": list(lines), "contact": {"name": "Dana", "phone": "0501234802"}, "payment": "on_collection",
            "language": "he", **more}


def placed(cases, case, key, dana, card):
    """Places one with everything, twice under one key; the order."""
    def balance():
        return case("balance", "lookUpGiftCard", cases.central.ask(
            "POST", "/v1/gift-cards/look-up", {"code": card.replace("-", " ")}, cases.till["token"]), 200).json["balance"]
    body = draft(line("shirt-navy-s", 1), line("bag-1", 1), coupons=[{"code": "TENTH"}], points=40, gift_cards=[card],
                 expected_total=money(SHIRT - 1999 + BAG - 2000), expected_due=money(SHIRT - 1999 + BAG - 2000 - 5000))
    headers = key()
    order = case("with everything", "placeOrder", cases.central.ask("POST", "/v1/orders", body, dana, headers), 201, more=that(
        lambda a: adds_up(a, a["fulfilments"][0]["lines"]) and a["payments"][0]["last_four"] == card[-4:] and a["earns"] == 25
        and a["events"][0]["by"] == "kiosk"))
    again = case("again", "placeOrder", cases.central.ask("POST", "/v1/orders", body, dana, headers), 201)
    gone = case("again, when the member has gone", "placeOrder",
                cases.central.ask("POST", "/v1/orders", body, cases.kiosk["token"], headers), 201)
    assert gone.body == order.body
    assert again.body == order.body
    assert balance() == money(0)
    case("read again", "getOrder", cases.get("/v1/orders/" + order.json["id"]), 200, more=that(lambda a: a == order.json))
    case("receipt", "getReceiptPage", cases.get(order.json["receipt_path"], who=None), 200)
    case("all comes back", "cancelOrder", cases.ask("POST", f"/v1/orders/{order.json['id']}/cancel", None, key()), 200)
    assert balance() == money(5000)
    return body


def refused(cases, case, fields, key, noa, dana, card, body):
    def place(body, token=dana):
        return cases.central.ask("POST", "/v1/orders", body, token, key())
    plain = {name: value for name, value in body.items() if not name.startswith("expected")}
    case("coupons", "placeOrder", place({**plain, "coupons": [{"code": "x"}, {"code": "tenth"}]}), 409, "coupon-not-valid",
         that(lambda a: a["coupons"] == [{"code": "x", "reason": "unknown"}]))
    case("another's coupon", "placeOrder", place({**draft(line("bag-1", 1)), "coupons": [{"coupon_id": "mine"}]}, noa), 409,
         "coupon-not-valid", that(lambda a: a["coupons"][0]["reason"] == "unknown"))
    case("too little", "placeOrder", place({**draft(line("bag-1", 1)), "coupons": [{"code": "tenth"}]}), 409,
         "coupon-not-valid", that(lambda a: a["coupons"][0]["reason"] == "not_for_these"))
    case("points", "placeOrder", place({**plain, "points": 101}), 409, "not-enough-points", that(lambda a: a["balance"] == 100))
    case("no such card", "placeOrder", place({**plain, "gift_cards": ["0"]}), 422, "invalid-field",
         fields(("/gift_cards/0", "unknown_id")))
    case("another rest", "placeOrder", place({**body, "expected_due": money(1)}), 409, "price-changed",
         that(lambda a: a["due"] == money(body["expected_due"]["amount"])))
    case("another currency", "placeOrder", place({**body, "expected_due": {"amount": 1, "currency": "EUR"}}), 422,
         "invalid-field", fields(("/expected_due/currency", "currency_differs")))
    for _ in range(2):
        case("the last of them", "placeOrder", place({**draft(line("shirt-navy-s", 1)), "coupons": [{"code": "tenth"}]}, noa), 201)
    case("used up", "placeOrder", place(plain), 409, "coupon-not-valid", that(lambda a: a["coupons"][0]["reason"] == "used_up"))
    case("all that is on it", "placeOrder", place(draft(line("bag-1", 1), gift_cards=[card]), cases.till["token"]), 201,
         more=that(lambda a: a["due"] == money(BAG - 5000) and a["vat"] == money(1524)))
    case("empty", "placeOrder", place(draft(line("bag-1", 1), gift_cards=[card])), 409, "gift-card-empty",
         that(lambda a: a["last_four"] == card[-4:]))


def wallet(cases, case, fields, noa, dana):
    def ask(token, query=""):
        return cases.central.ask("GET", "/v1/me/wallet" + query, token=token)
    first = case("what there is", "getWallet", ask(dana), 200, more=that(
        lambda a: a["points"]["balance"] == 100 and a["stored_value"] == money(1500)
        and [one["coupon_id"] for one in a["coupons"]] == ["mine"]
        and [(one["of"], one["kind"]) for one in a["entries"]] == [
            ("points", "release"), ("points", "spend"), ("stored_value", "load"), ("points", "load")]))
    assert "order_id" in first.json["entries"][0]
    case("somebody else's", "getWallet", ask(noa), 200, more=that(
        lambda a: a["points"]["balance"] == 0 and a["coupons"] == [] and a["entries"] == []))
    case("before", "getWallet", ask(dana, "?cursor=1"), 200, more=that(lambda a: a["entries"] == []))
    case("nonsense", "getWallet", ask(dana, "?cursor=x"), 422, "invalid-field", fields(("cursor", "wrong_type")))
    case("nobody", "getWallet", ask(None), 401, "unauthorized")
    case("a device", "getWallet", ask(cases.kiosk["token"]), 403, "forbidden")


def guesses(cases, case, key):
    def look_up(body):
        return cases.central.ask("POST", "/v1/gift-cards/look-up", body, cases.channel["token"])
    case("nothing", "lookUpGiftCard", look_up({}), 422, "invalid-field")
    for n in range(20):
        answer = look_up({"code": f"ABCD-EFGH-JKMN-00{n:02}"})
    case("none", "lookUpGiftCard", answer, 404, "not-found")
    case("guessed too often", "lookUpGiftCard", look_up({"code": "ABCD-EFGH-JKMN-PQRS"}), 429, "too-many-requests")
    lines = {"lines": [line("bag-1", 1)], "gift_cards": ["ABCD-EFGH-JKMN-PQRS"]}
    case("here too", "quote", cases.central.ask("POST", "/v1/quotes", lines, cases.channel["token"]), 429, "too-many-requests")
    case("and here", "placeOrder", cases.central.ask("POST", "/v1/orders", {**draft(line("bag-1", 1)), **lines},
                                                     cases.channel["token"], key()), 429, "too-many-requests")
