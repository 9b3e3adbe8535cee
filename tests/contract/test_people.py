#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in from outside: the whole way with a phone that has no script, and those who try what they should not."""

import email
import json
import os
import re
import statistics
import sys
import time
import urllib.parse

from central import Central, Tap
from phone import Phone
from postbox import MailBox, Postbox

TAP = Tap()
PUBLIC = "http://shop.test"
NUMBER = "050-123-4501"
CANARIES = ("501234501", "501234777", "501234888", "Canary")


class Screen:
    """A kiosk: it begins a sign-in, listens, and asks what came of it."""

    def __init__(self, central, branch="tlv"):
        self.central = central
        self.device = central.enrol(branch, "kiosk")
        self.token = self.device["token"]

    def ask(self, method, target, body=None):
        return self.central.ask(method, target, body, self.token)

    def begin(self):
        self.begun = self.ask("POST", "/v1/device-authorizations").json
        return "/link?" + self.begun["verification_uri_complete"].split("?")[1]

    def poll(self):
        return self.ask("POST", "/v1/token", {"grant_type": "urn:ietf:params:oauth:grant-type:device_code",
                                              "device_code": self.begun["device_code"]})

    def listen(self):
        """A stream of its own sign-in; gives a function that waits for the next event."""
        sock = self.central.connect()
        sock.sendall((f"GET /v1/stream?topic=sign-in:{self.begun['sign_in_id']} HTTP/1.1\r\nHost: a\r\n"
                      f"Authorization: Bearer {self.token}\r\n\r\n").encode())
        lines = sock.makefile("rb")

        def wait():
            for line in lines:
                if line.startswith(b"data: "):
                    sock.close()
                    return json.loads(line[6:]), time.monotonic()
            return None, None
        while b": open" not in lines.readline():
            pass
        return wait


def problem(answer):
    return answer.json["type"].rsplit("/", 1)[1]


def whole_way(central, postbox):
    """A phone that nobody knows: number, code, name, yes; and the screen greets within a second."""
    screen, phone = Screen(central), Phone(central)
    page = phone.get(screen.begin())
    TAP.ok(page.status == 200 and screen.begun["user_code"] in page.text, "the page shows the screen's code", page.text)
    TAP.ok("script" not in page.tags and not {"img", "link", "iframe"} & page.tags, "nothing runs or loads", page.tags)
    TAP.ok("default-src 'none'" in page.headers["content-security-policy"]
           and "script-src" not in page.headers["content-security-policy"]
           and page.headers["cache-control"] == "no-store", "the page is closed", page.headers)
    TAP.ok(re.search(r"^madaf-phone=[\w-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax$", phone.set_cookie),
           "the cookie is for us only", phone.set_cookie)
    wait = screen.listen()
    planted = dict(phone.cookies)
    page = phone.send(page, "/link/phone", phone="hello")
    TAP.ok(page.status == 422 and "no number" in page.text, "what is no phone is said", page.text)
    page = phone.send(page, "/link/phone", phone=NUMBER)
    code = postbox.take_code()
    TAP.ok(page.status == 200 and "/link/code" in [form["action"] for form in page.forms], "the code is asked for")
    page = phone.send(page, "/link/code", code="none")
    TAP.ok(page.status == 422 and "Tries left: 4" in page.text, "a wrong code is said", page.text)
    page = phone.send(page, "/link/code", code=f" {code[:3]} {code[3:]} ")
    TAP.ok(page.status == 200 and "Branch" in page.text and "kiosk" in page.text and "name" in
           page.form("/link/answer")["fields"], "the question names the place and asks for a name", page.text)
    TAP.ok(phone.cookies != planted, "the phone is known by a cookie that was not there before")
    TAP.ok(problem(screen.poll()) == "authorization-pending", "nobody is signed in before the answer")
    began = time.monotonic()
    page = phone.send(page, "/link/answer", answer="yes", name="Canary Levi")
    event, came = wait()
    token = screen.poll()
    took = time.monotonic() - began
    TAP.ok(page.status == 200 and "You are signed in" in page.text, "the phone is told so", page.text)
    TAP.ok(event and event["state"] == "approved" and event["sign_in_id"] == screen.begun["sign_in_id"]
           and came - began < 1 and took < 1, f"the screen hears at once: {took * 1000:.0f} ms", event)
    TAP.ok(token.status == 200 and token.json["member"]["name"] == "Canary Levi", "and greets", token.body)
    return phone, token.json


def known_phone(central, phone):
    """It goes straight to the question; no means no; and it is forgotten when asked to."""
    screen = Screen(central, "haifa")
    target = screen.begin()
    page = phone.get(target)
    TAP.ok("Hello, Canary Levi" in page.text and "/link/phone" not in [form["action"] for form in page.forms],
           "a known phone is asked at once", page.text)
    denied = phone.send(page, "/link/answer", answer="no")
    TAP.ok(denied.status == 200 and problem(screen.poll()) == "access-denied", "no means no")
    again = phone.send(page, "/link/answer", answer="yes")
    TAP.ok(again.status == 404 and problem(screen.poll()) == "access-denied", "it cannot be taken back", again.text)
    start = phone.get("/link")
    page = phone.send(start, "/link/member-code")
    TAP.ok(page.status == 200 and "svg" in page.tags, "it shows a code for the camera")
    before = dict(phone.cookies)
    page = phone.send(start, "/link/forget")
    stolen = Phone(central)
    stolen.cookies = before
    TAP.ok(page.status == 200 and "not known" in page.text, "it is forgotten", page.text)
    TAP.ok("/link/phone" in [form["action"] for form in stolen.get(Screen(central).begin() or "/link").forms],
           "and the cookie opens nothing any more")


def languages(central):
    target = Screen(central).begin()
    for accepted, language, direction in (("he-IL,he;q=0.9,en;q=0.5", "he", "rtl"), ("ar", "ar", "rtl"),
                                          ("fr, ru;q=0.5", "ru", "ltr"), ("fr", "en", "ltr"), ("iw", "he", "rtl")):
        page = Phone(central, accepted).get(target)
        TAP.ok((page.language, page.direction) == (language, direction), f"“{accepted}” is {language}, {direction}")
    page = Phone(central, "he").get(target + "&lang=ru")
    TAP.ok(page.language == "ru" and page.form("/link/phone")["fields"]["lang"] == "ru", "what was tapped comes first")


def forgeries(central, postbox):
    """Forms that our pages did not send."""
    screen, phone = Screen(central), Phone(central)
    page = phone.get(screen.begin())
    victim = Phone(central)
    victim.get("/link")
    TAP.ok(victim.send(page, "/link/phone", phone=NUMBER).status == 403, "another phone's form is refused")
    for origin in ("https://evil.example", "null", phone.origin + "1", phone.origin.replace("http", "ftp") + ".evil"):
        TAP.ok(phone.send(page, "/link/phone", {"Origin": origin}, phone=NUMBER).status == 403,
               f"a form from {origin} is refused".replace(str(central.port), "PORT"))
    TAP.ok(phone.send(page, "/link/phone", {"Origin": PUBLIC}, phone="x").status == 422, "our own is not")
    bare = Phone(central)
    yes = urllib.parse.urlencode({**page.form("/link/phone")["fields"], "answer": "yes"})
    TAP.ok(bare.ask("POST", "/link/answer", yes).status == 403, "nor is one without a cookie taken")
    unknown = phone.ask("POST", "/link/answer", yes)
    TAP.ok(problem(screen.poll()) == "authorization-pending" and "/link/phone" in
           [form["action"] for form in unknown.forms], "whom nobody knows cannot say yes")
    for body in ("form=%ff", "a=1&a=2", "&".join(f"f{n}=1" for n in range(40)), "a=%00"):
        answer = central.ask("POST", "/link/phone", body, headers={"Content-Type": "application/x-www-form-urlencoded"})
        TAP.ok(answer.status == 400, f"what is no form is refused: {body[:12]}", answer.body)
    evil = "</title><script>alert(1)</script>\"'"
    page = phone.get("/link?" + urllib.parse.urlencode({"user_code": evil, "lang": evil}))
    TAP.ok(page.status == 404 and "script" not in page.tags, "what comes in the address does not come out")


def guesses(central, postbox):
    """Somebody guesses as fast as they can, over many devices and codes, at one phone."""
    right = evaluated = sent = 0
    for _ in range(8):
        screen = Screen(central)
        for _ in range(4):
            answer = screen.ask("POST", "/v1/one-time-codes", {"phone": "0501234777", "language": "he"})
            if answer.status != 202:
                continue
            sent += 1
            code = postbox.take_code()
            for guess in range(200):
                text = f"{(int(code) + 1 + guess) % 1000000:06d}"
                tried = screen.ask("POST", "/v1/token", {
                    "grant_type": "urn:madaf:grant:one-time-code", "code": text,
                    "one_time_code_id": answer.json["one_time_code_id"]})
                right += tried.status == 200
                counted = tried.status == 400 and tried.json["tries_left"]
                evaluated += bool(counted) or (tried.status == 400 and guess == 4)
    TAP.ok(right == 0 and sent == 5 and evaluated == 20, "of thousands of guesses 20 a day are looked at",
           f"{right} right, {sent} sent, {evaluated} looked at")
    wrong = Phone(central)
    statuses = [wrong.get(f"/link?user_code=BCDF-{chr(66 + n % 3)}HJK").status for n in range(120)]
    TAP.ok(statuses.count(404) <= 100 and statuses[-1] == 429, "user codes are not guessed either")


def equal_answers(central, postbox):
    """Members' numbers and others' are answered alike, and in the same time: in turns, so that both have the same weather."""
    known, unknown, shapes = [], [], set()
    with central.stopped() as database:
        for n in range(400):
            database.execute("INSERT INTO member (id, number, phone, language, joined_us) VALUES (?, ?, ?, 'he', 1)",
                             (f"known-{n}", f"K{n}", f"+9725012{n:05d}"))
    for n in range(400):
        screen = Screen(central) if n % 15 == 0 else screen
        for times, phone in ((known, f"05012{n:05d}"), (unknown, f"05013{n:05d}"))[::1 if n % 2 else -1]:
            began = time.perf_counter()
            answer = screen.ask("POST", "/v1/one-time-codes", {"phone": phone, "language": "he"})
            times.append(time.perf_counter() - began)
            shapes.add((answer.status, tuple(answer.json), tuple(sorted(answer.headers))))
    TAP.ok(shapes == {min(shapes)} and min(shapes)[0] == 202, "known and unknown numbers are answered alike", shapes)
    first, second = statistics.median(known), statistics.median(unknown)
    print(f"# medians: known {first * 1e6:.0f} us, unknown {second * 1e6:.0f} us", flush=True)
    TAP.ok(abs(first - second) < 0.2 * min(first, second), "and in the same time", f"{first} {second}")


def others(central, phone_token):
    """Tokens of somebody else, of another device, of a device that was revoked."""
    screen = Screen(central)
    wait_free = central.ask("GET", "/v1/me", token="m-" + "A" * 43)
    TAP.ok(wait_free.status == 401, "a made-up token opens nothing")
    TAP.ok(central.ask("GET", "/v1/products", token=phone_token["access_token"]).status == 403,
           "a member's token opens only what is theirs")
    token = central.sign_in(screen.device["device_id"], "+972501234777", "Canary")
    TAP.ok(central.ask("GET", "/v1/me", token=token).status == 200, "signed in")
    central.ask("DELETE", "/v1/devices/" + screen.device["device_id"], control=True)
    TAP.ok(central.ask("GET", "/v1/me", token=token).status == 401, "a revoked device's members are signed out")


def secure():
    """Behind TLS the cookie is of this host alone."""
    with Central("--public-url", "https://shop.test/") as central:
        screen, phone = Screen(central), Phone(central)
        phone.get(screen.begin())
        TAP.ok(phone.set_cookie.startswith("__Host-madaf-phone=") and phone.set_cookie.endswith("; Secure")
               and "Domain" not in phone.set_cookie, "the cookie is of this host alone", phone.set_cookie)
        TAP.ok(screen.begun["verification_uri"] == "https://shop.test/link", "the address has no double slash")


def by_sms():
    with Postbox() as box:
        config = box.config(f"[sms]\nurl={box.url}/sms?to={{phone}}\nheaders=X-Key: k1\ncontent-type=application/json\n"
                            "body={\"m\":\"{text}\",\"id\":\"{id}\"}\n")
        box.answers = [500]
        with Central("--sender", config) as central:
            answer = Screen(central).ask("POST", "/v1/one-time-codes", {"phone": NUMBER, "language": "he"})
            first, second = box.letters.get(timeout=10), box.letters.get(timeout=10)
        TAP.ok(answer.status == 202 and first[0] == 500 and first[1:] == second[1:],
               "what a gateway did not take is sent again, the same", f"{first} {second}")
        TAP.ok(second[1] == "/sms?to=%2B972501234501" and re.match(r"\d{6} ", json.loads(second[2])["m"])
               and box.headers[0]["X-Key"] == "k1", "as the template says", second)


def by_mail():
    with Postbox() as box, MailBox() as mailbox:
        config = box.config(f"[smtp]\nurl=smtp://127.0.0.1:{mailbox.server_address[1]}\nfrom=shop@shop.test\n"
                            "to={phone}@sms.test\nsubject=קוד\n")
        with Central("--sender", config) as central:
            Screen(central).ask("POST", "/v1/one-time-codes", {"phone": NUMBER, "language": "ru"})
            recipient, mail = mailbox.mails.get(timeout=10)
        mailbox.shutdown()
    mail = email.message_from_bytes(mail)
    TAP.ok(recipient == "+972501234501@sms.test" and mail["From"] == "<shop@shop.test>" and mail["Message-ID"]
           and re.match(r"\d{6} — ваш код", mail.get_payload(decode=True).decode()), "a mail has the code", mail)


def bad_senders():
    with Postbox() as box:
        for text in ("nonsense", "[webhook]\nurl=http://far.example/\nsecret=0123456789abcdef\n"):
            central = Central("--sender", box.config(text))
            try:
                central.start()
                started = True
            except RuntimeError:
                started = False
            central.stop()
            TAP.ok(not started and central.log and "0123456789abcdef" not in "".join(central.log),
                   "a central with a wrong sender does not start", central.log)


def demo():
    """The demo shop shows what it sends; a number of the README gets in."""
    with Central("--demo", "--public-url", PUBLIC, seeded=False) as central:
        screen, phone = Screen(central, "tel-aviv-dizengoff"), Phone(central)
        page = phone.get(screen.begin())
        page = phone.send(page, "/link/phone", phone="0501234503")
        deadline = time.monotonic() + 10
        code = None
        while not code and time.monotonic() < deadline:
            code = re.search(r"\b(\d{6}) ", phone.get("/demo/outbox").text)
        page = phone.send(page, "/link/code", code=code.group(1))
        TAP.ok("ليلى حداد" in page.text and "name" not in page.form("/link/answer")["fields"],
               "a member of the demo shop is known by name", page.text)


def sign_in(central, postbox, number):
    """A phone that is known, and the screen it signed in on."""
    screen, phone = Screen(central), Phone(central)
    page = phone.send(phone.get(screen.begin()), "/link/phone", phone=number)
    page = phone.send(page, "/link/code", code=postbox.take_code())
    phone.send(page, "/link/answer", answer="yes", name="Canary Erased")
    return screen, phone


def own_data(central, postbox):
    """What is kept is shown, can be taken away, and is gone when that is asked for: to the last byte."""
    number = "050-123-4888"
    screen, phone = sign_in(central, postbox, number)
    token = screen.poll().json["access_token"]
    order = central.ask("POST", "/v1/orders", {
        "lines": [{"variant_id": "bag-1", "quantity": 1, "fulfilment": {"kind": "collect", "branch_id": "tlv"}}],
        "contact": {"name": "Canary Erased", "phone": number}, "payment": "on_collection", "language": "en"},
        screen.token, {"Idempotency-Key": "people-key-00000001"}).json
    start = phone.get("/link")
    page = phone.send(start, "/link/data")
    TAP.ok(page.status == 200 and "+972501234888" in page.text and order["id"] in page.text
           and "Canary Erased" in page.text, "it is shown", page.text)
    form = urllib.parse.urlencode(page.form("/link/data-file")["fields"])
    file = central.ask("POST", "/link/data-file", form, headers={
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": "; ".join(f"{name}={value}" for name, value in phone.cookies.items())})
    kept = file.json
    TAP.ok(file.headers["content-disposition"] == 'attachment; filename="my-data.json"'
           and kept["member"][0]["name"] == "Canary Erased" and kept["orders"][0]["id"] == order["id"]
           and len(kept["sign_ins"]) == 1 and len(kept["known_phones"]) == 1, "it is a file", kept)
    TAP.ok("hash" not in file.body.decode() and token not in file.body.decode(), "without secrets", kept)
    stranger = Phone(central)
    stranger.get("/link")
    fields = stranger.get(Screen(central).begin()).form("/link/phone")["fields"]
    TAP.ok("Canary" not in stranger.ask("POST", "/link/data", urllib.parse.urlencode(fields)).text,
           "whom nobody knows sees nothing")
    sure = phone.send(page, "/link/erase")
    TAP.ok(central.ask("GET", "/v1/me", token=token).status == 200, "deleting asks once more")
    TAP.ok(phone.send(sure, "/link/erase", sure="yes").status == 409, "not while an order is under way")
    central.ask("POST", f"/v1/orders/{order['id']}/cancel", None, screen.token,
                {"Idempotency-Key": "people-key-00000002"})
    gone = phone.send(sure, "/link/erase", sure="yes")
    TAP.ok(gone.status == 200 and "Nothing is kept" in gone.text, "it is deleted", gone.text)
    TAP.ok(central.ask("GET", "/v1/me", token=token).status == 401, "and signed out everywhere")
    return [b"Canary Erased", b"501234888"]


def told(line):
    """What a line of the log tells, without clocks and counters: one of their numbers may be six digits of a code."""
    members = json.loads(line)
    return json.dumps({name: members[name] for name in members if name not in ("time", "us", "id")}, ensure_ascii=False)


def silence(central, codes):
    log = "".join(told(line) + "\n" for log in central.logs for line in log)
    found = [word for word in (*CANARIES, *codes) if word in log]
    TAP.ok(log.count("\n") > 100 and not found, "no name, phone or code is in the log", found)


def main():
    with Postbox() as postbox:
        codes = []
        take = postbox.take_code
        postbox.take_code = lambda: codes.append(take()) or codes[-1]
        with Central("--public-url", PUBLIC, "--sender", postbox.config(), "--log-level", "debug") as central:
            phone, token = whole_way(central, postbox)
            known_phone(central, phone)
            languages(central)
            forgeries(central, postbox)
            guesses(central, postbox)
            others(central, token)
            canaries = own_data(central, postbox)
            TAP.ok(central.stop() == 0, "it stops when told to")
            silence(central, codes)
            rest = b""
            for name in os.listdir(central.folder):
                with open(os.path.join(central.folder, name), "rb") as file:
                    rest += file.read()
            TAP.ok(not [word for word in canaries if word in rest], "what was deleted is in no file",
                   [word for word in canaries if word in rest])
        with Central("--public-url", PUBLIC, "--sender", postbox.config()) as central:
            equal_answers(central, postbox)
    secure()
    by_sms()
    by_mail()
    bad_senders()
    demo()
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
