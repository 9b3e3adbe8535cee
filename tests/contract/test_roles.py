#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what: every route the server has, asked by everybody there is. A route without a line here fails."""

import http.client
import json
import os
import re
import subprocess
import sys

from central import Central, Tap, UnixConnection
from contract import OPERATIONS

TAP = Tap()
WHO = ("public", "kiosk", "till", "channel", "operator", "member", "associate")
SALE = {"kind": "sale", "variant_id": "bag-1", "branch_id": "tlv", "quantity": 1, "at": "2026-11-21T18:30:00Z"}
ORDER = {"lines": [{"variant_id": "bag-1", "quantity": 1, "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
         "contact": {"name": "Dana", "phone": "0501234567"}, "payment": "on_collection", "language": "he"}

FORM = "user_code=BCDF-GHJK&form=none"

# Route: what is asked ({who} is the asker), the body, and the status for each of WHO. Without a sixth a member is refused
# where a token is looked at, for theirs opens only what is said to be theirs.
CELLS = {
    "GET /healthz": ("/healthz", None, 200, 200, 200, 200, 200),
    "GET /metrics": ("/metrics", None, 200, 200, 200, 200, 200),
    "GET /v1/shop": ("/v1/shop", None, 401, 200, 200, 200, 200),
    "GET /v1/categories": ("/v1/categories", None, 401, 200, 200, 200, 200),
    "GET /v1/codes/{}": ("/v1/codes/bag-1", None, 401, 200, 200, 200, 200),
    "GET /v1/products": ("/v1/products", None, 401, 200, 200, 200, 200),
    "GET /v1/products/{}": ("/v1/products/shirt", None, 401, 200, 200, 200, 200),
    "GET /v1/products/{}/related": ("/v1/products/shirt/related", None, 401, 200, 200, 200, 200),
    "GET /v1/products/{}/stock": ("/v1/products/shirt/stock", None, 401, 200, 200, 200, 200),
    "GET /v1/products/{}/looks": ("/v1/products/shirt/looks", None, 401, 200, 200, 200, 200),
    "GET /v1/products/{}/together": ("/v1/products/shirt/together", None, 401, 200, 200, 200, 200),
    "POST /v1/looks/where": ("/v1/looks/where", {"pieces": [{"variant_id": "bag-1"}]}, 401, 200, 200, 200, 200),
    "POST /v1/complete": ("/v1/complete", {"basket": ["bag-1"]}, 401, 200, 200, 200, 200, 200),
    "GET /v1/products/{}/reviews": ("/v1/products/shirt/reviews", None, 401, 200, 200, 200, 200),
    "GET /v1/reviews/held": ("/v1/reviews/held", None, 401, 403, 200, 403, 200),
    "POST /v1/reviews/{}/decision": ("/v1/reviews/none/decision", {"decision": "accept"},
                                     401, 403, 404, 403, 404),
    "GET /v1/branches": ("/v1/branches", None, 401, 200, 200, 200, 200),
    "GET /v1/branches/{}": ("/v1/branches/tlv", None, 401, 200, 200, 200, 200),
    "GET /v1/pictures/{}": ("/v1/pictures/none", None, 404, 404, 404, 404, 404),
    "POST /v1/baskets": ("/v1/baskets", {"lines": []}, 401, 201, 201, 201, 201),
    "GET /v1/baskets/{}": ("/v1/baskets/none", None, 401, 404, 404, 404, 404),
    "PUT /v1/baskets/{}": ("/v1/baskets/none", {"lines": []}, 401, 404, 404, 404, 404),
    "DELETE /v1/baskets/{}": ("/v1/baskets/none", None, 401, 404, 404, 404, 404),
    # No phone reaches this central.
    "POST /v1/carried-baskets": ("/v1/carried-baskets", {"lines": []}, 401, 503, 503, 503, 503, 503),
    "GET /b/{}": ("/b/none", None, 404, 404, 404, 404, 404),
    "POST /b/{}": ("/b/none", FORM, 403, 403, 403, 403, 403),
    "POST /v1/orders": ("/v1/orders", ORDER, 401, 201, 201, 201, 201, 201),
    "POST /v1/quotes": ("/v1/quotes", {"lines": [{"variant_id": "bag-1", "quantity": 1}]}, 401, 200, 200, 200, 200, 200),
    "POST /v1/gift-cards/look-up": ("/v1/gift-cards/look-up", {"code": "0"}, 401, 404, 404, 404, 404, 404),
    "POST /v1/gift-cards": ("/v1/gift-cards", {"id": "roles-{who}", "amount": 1}, 401, 403, 403, 403, 201),
    "POST /v1/coupons": ("/v1/coupons", {"id": "roles", "title": {"en": "x"}, "amount": 1}, 401, 403, 403, 403, 204),
    "PUT /v1/reward-rule": ("/v1/reward-rule", {"earn_per": 1000, "point_value": 50}, 401, 403, 403, 403, 204),
    "POST /v1/wallet-entries": ("/v1/wallet-entries", {"id": "roles", "member_number": "none", "of": "points",
                                                       "amount": 1}, 401, 403, 403, 403, 422),
    "GET /v1/orders/{}": ("/v1/orders/none", None, 401, 404, 404, 404, 404),
    "POST /v1/orders/{}/cancel": ("/v1/orders/none/cancel", None, 401, 404, 404, 404, 404),
    "GET /v1/orders/by-code/{}": ("/v1/orders/by-code/0000000000", None, 401, 404, 404, 404, 404),
    "GET /r/{}": ("/r/none", None, 404, 404, 404, 404, 404),
    # Nothing is sent from here, and no phone reaches it: those who may are told so.
    "POST /v1/device-authorizations": ("/v1/device-authorizations", None, 401, 503, 403, 403, 403),
    "DELETE /v1/device-authorizations/{}": ("/v1/device-authorizations/none", None, 401, 404, 403, 403, 403),
    "GET /link": ("/link", None, 200, 200, 200, 200, 200),
    "POST /link/phone": ("/link/phone", FORM, 403, 403, 403, 403, 403),
    "POST /link/code": ("/link/code", FORM, 403, 403, 403, 403, 403),
    "POST /link/answer": ("/link/answer", FORM, 403, 403, 403, 403, 403),
    "POST /link/forget": ("/link/forget", FORM, 403, 403, 403, 403, 403),
    "POST /link/member-code": ("/link/member-code", FORM, 403, 403, 403, 403, 403),
    "POST /link/data": ("/link/data", FORM, 403, 403, 403, 403, 403),
    "POST /link/data-file": ("/link/data-file", FORM, 403, 403, 403, 403, 403),
    "POST /link/consents": ("/link/consents", FORM, 403, 403, 403, 403, 403),
    "POST /link/erase": ("/link/erase", FORM, 403, 403, 403, 403, 403),
    "GET /m/{}": ("/m/none", None, 200, 200, 200, 200, 200),
    "GET /demo/outbox": ("/demo/outbox", None, 404, 404, 404, 404, 404),
    "POST /v1/one-time-codes": ("/v1/one-time-codes", {"phone": "0501234501", "language": "he"},
                                401, 503, 503, 503, 403),
    # On a kiosk a member gets none.
    "POST /v1/member-codes": ("/v1/member-codes", None, 401, 403, 403, 403, 403, 403),
    "POST /v1/token": ("/v1/token", {"grant_type": "urn:madaf:grant:member-code", "code": "none"},
                       401, 400, 400, 400, 403),
    "DELETE /v1/token": ("/v1/token", None, 401, 403, 403, 403, 403, 204),
    "GET /v1/me": ("/v1/me", None, 401, 403, 403, 403, 403, 200),
    "GET /v1/me/wallet": ("/v1/me/wallet", None, 401, 403, 403, 403, 403, 200),
    "POST /v1/stock/movements": ("/v1/stock/movements", {"movements": [{**SALE, "id": "roles-{who}"}]},
                                 401, 403, 200, 200, 403),
    "GET /v1/me/basket": ("/v1/me/basket", None, 401, 403, 403, 403, 403, 200),
    "PUT /v1/me/basket": ("/v1/me/basket", {"lines": []}, 401, 403, 403, 403, 403, 200),
    "POST /v1/me/basket/changes": ("/v1/me/basket/changes", {"changes": [{"do": "remove", "variant_id": "bag-1"}]},
                                   401, 403, 403, 403, 403, 200),
    "POST /v1/me/basket/merge": ("/v1/me/basket/merge", {"lines": []}, 401, 403, 403, 403, 403, 200),
    "GET /v1/me/orders": ("/v1/me/orders", None, 401, 403, 403, 403, 403, 200),
    "GET /v1/me/orders/{}": ("/v1/me/orders/none", None, 401, 403, 403, 403, 403, 404),
    "GET /v1/me/reviews": ("/v1/me/reviews", None, 401, 403, 403, 403, 403, 200),
    "POST /v1/me/reviews": ("/v1/me/reviews", {"product_id": "bag", "stars": 5, "language": "en"},
                            401, 403, 403, 403, 403, 201),
    "GET /v1/me/sizes": ("/v1/me/sizes", None, 401, 403, 403, 403, 403, 200),
    "PUT /v1/me/sizes": ("/v1/me/sizes", {"sizes": [{"category_id": "shirts"}]}, 401, 403, 403, 403, 403, 200),
    "GET /v1/me/lists": ("/v1/me/lists", None, 401, 403, 403, 403, 403, 200),
    "POST /v1/me/lists": ("/v1/me/lists", {"name": "x"}, 401, 403, 403, 403, 403, 201),
    "GET /v1/me/lists/{}": ("/v1/me/lists/hearts", None, 401, 403, 403, 403, 403, 200),
    "PUT /v1/me/lists/{}": ("/v1/me/lists/hearts", {"entries": []}, 401, 403, 403, 403, 403, 200),
    "DELETE /v1/me/lists/{}": ("/v1/me/lists/hearts", None, 401, 403, 403, 403, 403, 204),
    "POST /v1/me/lists/{}/restore": ("/v1/me/lists/hearts/restore", None, 401, 403, 403, 403, 403, 200),
    "POST /v1/me/lists/{}/entries": ("/v1/me/lists/hearts/entries", {"entries": []}, 401, 403, 403, 403, 403, 200),
    "DELETE /v1/me/lists/{}/entries/{}": ("/v1/me/lists/hearts/entries/bag", None, 401, 403, 403, 403, 403, 200),
    "POST /v1/me/lists/{}/share": ("/v1/me/lists/hearts/share", None, 401, 403, 403, 403, 403, 200),
    "DELETE /v1/me/lists/{}/share": ("/v1/me/lists/hearts/share", None, 401, 403, 403, 403, 403, 204),
    "GET /v1/shared-lists/{}": ("/v1/shared-lists/none", None, 404, 404, 404, 404, 404),
    "GET /v1/me/consents": ("/v1/me/consents", None, 401, 403, 403, 403, 403, 200),
    "PUT /v1/me/consents": ("/v1/me/consents", {}, 401, 403, 403, 403, 403, 200),
    "GET /u/{}": ("/u/none", None, 404, 404, 404, 404, 404),
    "POST /u/{}": ("/u/none", FORM, 404, 404, 404, 404, 404),
    "GET /w/{}": ("/w/none", None, 404, 404, 404, 404, 404),
    "POST /v1/fetch-requests": ("/v1/fetch-requests", {"variant_id": "bag-1", "fitting_room": 9}, 401, 422, 403, 403, 403, 422),
    "GET /v1/fetch-requests": ("/v1/fetch-requests", None, 401, 403, 200, 403, 403, 403),
    "GET /v1/fetch-requests/{}": ("/v1/fetch-requests/none", None, 401, 404, 404, 403, 403, 404),
    "DELETE /v1/fetch-requests/{}": ("/v1/fetch-requests/none", None, 401, 404, 403, 403, 403, 404),
    "PUT /v1/fetch-requests/{}/state": ("/v1/fetch-requests/none/state", {"state": "taken"}, 401, 403, 404, 403, 403, 403),
    "GET /v1/stream": ("/v1/stream?topic=catalogue", None, 401, 200, 200, 200, 200, 200),
    "POST /v1/enrolments": ("/v1/enrolments", {"branch_id": "tlv", "role": "kiosk"}, 401, 403, 403, 403, 201),
    # Past the door nobody is asked who they are, and a code that can be none is told so.
    "POST /v1/devices": ("/v1/devices", {"code": "1", "name": "x"}, 422, 422, 422, 422, 422),
    # The operator is no device.
    "GET /v1/devices/self": ("/v1/devices/self", None, 401, 200, 200, 200, 404),
    "DELETE /v1/devices/{}": ("/v1/devices/none", None, 401, 403, 403, 403, 404),
    "POST /v1/imports": ("/v1/imports", {"staging_file": "/nonexistent/file"}, 401, 403, 403, 403, 422),
}
# Where somebody of the shop may do another thing than a till.
ASSOCIATE = {
    "POST /v1/stock/movements": 403,
    # A member does not sign in on what they carry.
    "POST /v1/one-time-codes": 403,
    "POST /v1/token": 403,
}
FORM_TYPE = "application/x-www-form-urlencoded"
PROBLEMS = {401: "unauthorized", 403: "forbidden"}


def plain(route):
    """A route without the names of what varies in it."""
    return re.sub(r"\{[^}]*\}", "{}", route)


def ask(central, who, token, method, target, body):
    """The status, and the last part of a problem's type. A stream does not end, so only problems are read."""
    connection = UnixConnection(central.database + "-control") if who == "operator" else \
        http.client.HTTPConnection("127.0.0.1", central.port, timeout=10)
    headers = {"Idempotency-Key": f"roles-key-{who:_<10}", "If-Match": "*"}
    if token:
        headers["Authorization"] = "Bearer " + token
    if body is not None:
        headers["Content-Type"] = FORM_TYPE if body == FORM else "application/json"
    sent = body if body is None or body == FORM else json.dumps(body).replace("{who}", who)
    connection.request(method, target, sent, headers)
    response = connection.getresponse()
    problem = response.headers["Content-Type"] == "application/problem+json"
    name = json.loads(response.read())["type"].rsplit("/", 1)[1] if problem else None
    connection.close()
    return response.status, name


def main():
    lines = subprocess.run([os.environ["MADAF_ROUTES"]], capture_output=True, text=True, check=True).stdout
    served = {plain(line) for line in lines.splitlines()}
    declared = {plain(f"{method} {path}") for method, path, _ in OPERATIONS.values()}
    TAP.ok(served == declared, "what is served is what the contract declares", served ^ declared)
    TAP.ok(served == set(CELLS), "every route has its line, and no line is left over", served ^ set(CELLS))
    with Central() as central:
        devices = {role: central.enrol("tlv", role) for role in ("kiosk", "till", "channel", "associate")}
        tokens = {role: device["token"] for role, device in devices.items()}
        tokens["member"] = central.sign_in(devices["kiosk"]["device_id"])
        # Signing out is tried too, so it comes last.
        for route, (target, body, *expected) in sorted(CELLS.items(), key=lambda cell: cell[0] == "DELETE /v1/token"):
            if len(expected) == 5:
                expected.append(403 if expected[0] == 401 else expected[0])
            expected.append(ASSOCIATE.get(route, expected[WHO.index("till")]))
            for who, status in zip(WHO, expected, strict=True):
                got, problem = ask(central, who, tokens.get(who), route.split()[0], target, body)
                TAP.ok(got == status and (problem == PROBLEMS.get(status, problem) or body == FORM), f"{who}: {route}: {status}",
                       f"{got} {problem}")
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
