# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract's cases of reviews, for test_contract.py."""

SHIRT = "/v1/products/shirt/reviews"
MINE = "/v1/me/reviews"
HELD = "/v1/reviews/held"


def that(condition):
    def look(answer):
        assert condition(answer.json), answer.json
    return look


def run(cases, case, fields, key):
    central = cases.central
    dana = central.sign_in(cases.kiosk["device_id"], "+972501234901", "Dana Cohen")
    noa = central.sign_in(cases.kiosk["device_id"], "+972501234902")
    narrowed(cases, case, fields)
    sent = written(cases, case, fields, key, dana, noa)
    decided(cases, case, fields, key, dana, sent)
    verified(cases, case, key, dana)
    doors(cases, case, key, dana)


def narrowed(cases, case, fields):
    case("by size and fit", "listReviews", cases.get(SHIRT + "?size=M&fit=small"), 200,
         more=that(lambda d: d["matching"] == 1 and d["items"][0]["usual_size"] == "L"))
    case("all", "listReviews", cases.get(SHIRT), 200, more=that(
        lambda d: d["matching"] == 5 and d["facets"] == {
            "sizes": [{"value": "M", "count": 5}], "fits": [{"value": "small", "count": 1}],
            "languages": [{"value": "he", "count": 3}, {"value": "en", "count": 2}]}))
    case("nobody says that", "listReviews", cases.get(SHIRT + "?size=XS"), 200,
         more=that(lambda d: d["matching"] == 0 and d["items"] == [] and d["summary"]["count"] == 5))
    case("bad values", "listReviews", cases.get(f"{SHIRT}?fit=odd&sort=helpful&size={'x' * 25}"), 422, "invalid-field",
         fields(("fit", "bad_format"), ("sort", "bad_format"), ("size", "too_long")))


def draft(**more):
    return {"product_id": "shirt", "stars": 5, "language": "en", **more}


def written(cases, case, fields, key, dana, noa):
    central = cases.central

    def send(body, token=dana, headers=None):
        return central.ask("POST", MINE, body, token, headers or key())
    nasty = draft(title="\u202eGood \u0007", text="Soft.\n\n\n\n<b>http://x.test</b>\u2066", usual_size=" M ", fit="small",
                  size_bought="S", show_name=True)
    said = {"title": "Good", "text": "Soft.\n\n<b>http://x.test</b>", "usual_size": "M", "size_bought": "S", "author": "Dana",
            "verified": False}
    once = key()
    first = case("held", "sendMyReview", send(nasty, headers=once), 201, more=that(
        lambda d: d["state"] == "held" and said.items() <= d["review"].items()))
    case("sent again", "sendMyReview", send(nasty, headers=once), 201, more=that(lambda d: d == first.json))
    case("another body", "sendMyReview", send(draft(), headers=once), 422, "idempotency-key-reused")
    case("nothing", "sendMyReview", send({}), 422, "invalid-field", fields(
        ("/product_id", "missing"), ("/stars", "missing"), ("/language", "missing")))
    case("too much", "sendMyReview", send(draft(stars=6, title="x" * 81, text="x" * 2001, fit="odd", state="accepted")), 422,
         "invalid-field", fields(("/stars", "out_of_range"), ("/title", "too_long"), ("/text", "too_long"), ("/fit", "bad_format"),
                                 ("/state", "unknown_member")))
    for wrong, pointer in (({"product_id": "none"}, "/product_id"), ({"size_bought": "none"}, "/size_bought")):
        case("unknown", "sendMyReview", send(draft(**wrong)), 422, "invalid-field", fields((pointer, "unknown_id")))
    case("nobody else sees it", "listReviews", cases.get(SHIRT), 200, more=that(lambda d: d["matching"] == 5))
    case("mine", "listMyReviews", central.ask("GET", MINE, token=dana), 200,
         more=that(lambda d: d == {"items": [first.json]}))
    case("of a product", "listMyReviews", central.ask("GET", MINE + "?product_id=shirt", token=dana), 200,
         more=that(lambda d: d["items"] == [first.json] and d["bought"] == {"verified": False, "sizes": []}))
    case("another's", "listMyReviews", central.ask("GET", MINE, token=noa), 200, more=that(lambda d: d == {"items": []}))
    case("no such page", "listMyReviews", central.ask("GET", MINE + "?cursor=x&limit=0", token=dana), 422, "invalid-field")
    case("a bad id", "listMyReviews", central.ask("GET", MINE + "?product_id=a%20b", token=dana), 422, "invalid-field",
         fields(("product_id", "bad_format")))
    case("another member's", "sendMyReview", send(draft(product_id="bag", stars=2), noa), 201,
         more=that(lambda d: d["review"]["author"] == "" and d["review"]["text"] == ""))
    return first.json


def decided(cases, case, fields, key, dana, sent):
    central = cases.central

    def held(target=HELD, **who):
        return central.ask("GET", target, **(who or {"token": cases.till["token"]}))

    def decide(review_id, decision, why=None, **who):
        body = {"decision": decision} | ({"refused_for": why} if why else {})
        return central.ask("POST", f"/v1/reviews/{review_id}/decision", body, headers=key(),
                           **(who or {"token": cases.till["token"]}))
    page = case("the oldest", "listHeldReviews", held(HELD + "?limit=1"), 200, more=that(
        lambda d: d["items"] == [sent] and "member" not in str(d) and "Cohen" not in str(d)))
    case("the next", "listHeldReviews", held(f"{HELD}?limit=1&cursor={page.json['next_cursor']}"), 200,
         more=that(lambda d: [one["product_id"] for one in d["items"]] == ["bag"] and "next_cursor" not in d))
    case("no such page", "listHeldReviews", held(HELD + "?cursor=x"), 422, "invalid-field")
    case("who carries a device", "listHeldReviews", held(token=cases.associates[0]["token"]), 200)
    case("at the central", "listHeldReviews", held(control=True), 200, more=that(lambda d: len(d["items"]) == 2))
    case("a strange word", "decideReview", decide(sent["review"]["id"], "maybe"), 422, "invalid-field",
         fields(("/decision", "bad_format")))
    case("accepted for a reason", "decideReview", decide(sent["review"]["id"], "accept", "rude"), 422, "invalid-field",
         fields(("/refused_for", "unknown_member")))
    case("a reason of their own", "decideReview", decide(sent["review"]["id"], "refuse", "ugly"), 422, "invalid-field",
         fields(("/refused_for", "bad_format")))
    case("unknown", "decideReview", decide("none", "accept"), 404, "not-found")
    for often in ("accepted", "accepted again"):
        case(often, "decideReview", decide(sent["review"]["id"], "accept"), 200,
             more=that(lambda d: d == {"id": sent["review"]["id"], "state": "accepted"}))
        case("everybody sees it once", "listReviews", cases.get(SHIRT + "?size=S"), 200, more=that(
            lambda d: d["items"] == [sent["review"]] and d["summary"]["spread"] == [1, 1, 1, 1, 2]))
    case("counted", "getProduct", cases.get("/v1/products/shirt"), 200,
         more=that(lambda d: d["review_summary"]["count"] == 6))
    anew = central.ask("POST", MINE, draft(stars=1), dana, key()).json
    case("said anew", "listReviews", cases.get(SHIRT), 200, more=that(lambda d: d["summary"]["count"] == 5))
    case("what was replaced", "decideReview", decide(sent["review"]["id"], "accept"), 404, "not-found")
    case("refused", "decideReview", decide(anew["review"]["id"], "refuse", control=True), 200)
    case("refused", "listMyReviews", central.ask("GET", MINE, token=dana), 200,
         more=that(lambda d: [(one["state"], "refused_for" in one) for one in d["items"]] == [("refused", False)]))
    case("refused for a reason", "decideReview", decide(anew["review"]["id"], "refuse", "rude"), 200)
    case("the author reads why", "listMyReviews", central.ask("GET", MINE, token=dana), 200,
         more=that(lambda d: [one.get("refused_for") for one in d["items"]] == ["rude"]))
    case("not counted", "getProduct", cases.get("/v1/products/shirt"), 200,
         more=that(lambda d: d["review_summary"]["count"] == 5))


def verified(cases, case, key, dana):
    """Bought and got: the sale is told by its order."""
    central = cases.central
    order = central.ask("POST", "/v1/orders", {
        "lines": [{"variant_id": "shirt-navy-s", "quantity": 1, "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
        "contact": {"name": "Dana", "phone": "0501234901"}, "payment": "on_collection", "language": "he"}, dana, key()).json
    case("only ordered", "sendMyReview", central.ask("POST", MINE, draft(), dana, key()), 201,
         more=that(lambda d: not d["review"]["verified"]))
    with central.stopped() as database:
        database.execute("UPDATE fulfilment SET state = 'collected' WHERE order_id = ?", (order["id"],))
    case("got", "sendMyReview", central.ask("POST", MINE, draft(size_bought="M"), dana, key()), 201,
         more=that(lambda d: d["review"]["verified"] and d["review"]["size_bought"] == "S"))
    case("got", "listMyReviews", central.ask("GET", MINE + "?product_id=shirt", token=dana), 200,
         more=that(lambda d: d["bought"] == {"verified": True, "sizes": ["S"], "last_at": order["placed_at"]}))


def doors(cases, case, key, dana):
    central = cases.central
    for operation, method, target, body in (
            ("listMyReviews", "GET", MINE, None), ("sendMyReview", "POST", MINE, draft())):
        case("nobody", operation, central.ask(method, target, body, None, key()), 401, "unauthorized")
        case("a device", operation, central.ask(method, target, body, cases.till["token"], key()), 403, "forbidden")
    for operation, method, target, body in (
            ("listHeldReviews", "GET", HELD, None),
            ("decideReview", "POST", "/v1/reviews/review-1/decision", {"decision": "refuse"})):
        case("nobody", operation, central.ask(method, target, body, None, key()), 401, "unauthorized")
        for name, token in (("a kiosk", cases.kiosk["token"]), ("a channel", cases.channel["token"]), ("a member", dana)):
            case(name, operation, central.ask(method, target, body, token, key()), 403, "forbidden")
