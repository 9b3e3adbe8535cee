# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract's cases of members and their sign-in, for test_contract.py."""


def run(cases, case):
    me(cases, case)


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
    case("with a name", "getMe", central.ask("GET", "/v1/me", token=named), 200,
         more=named_so)
    case("nobody", "getMe", central.ask("GET", "/v1/me"), 401, "unauthorized")
    case("after a quarter of an hour", "getMe", central.ask("GET", "/v1/me", token=old), 401, "unauthorized")
    case("a device", "getMe", central.ask("GET", "/v1/me", token=cases.kiosk["token"]), 403, "forbidden")
    case("a device", "signOut", central.ask("DELETE", "/v1/token", token=cases.kiosk["token"]), 403, "forbidden")
    case("out", "signOut", central.ask("DELETE", "/v1/token", token=token), 204)
    case("out already", "signOut", central.ask("DELETE", "/v1/token", token=token), 401, "unauthorized")
    case("another sign-in goes on", "getMe", central.ask("GET", "/v1/me", token=named), 200)
