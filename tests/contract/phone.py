# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone with a browser without script: cookies, forms, and nothing else."""

import html.parser
import urllib.parse


class Page(html.parser.HTMLParser):
    """What a person can do on a page: its forms with their fields, and its text."""

    def __init__(self, answer):
        super().__init__()
        self.status = answer.status
        self.headers = answer.headers
        self.forms = []
        self.words = []
        self.tags = set()
        self.in_style = False
        self.language = self.direction = None
        self.feed(answer.body.decode())
        self.text = " ".join(" ".join(self.words).split()).replace(" ,", ",")

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.add(tag)
        if tag == "html":
            self.language, self.direction = attributes["lang"], attributes["dir"]
        if tag == "form":
            self.forms.append({"action": attributes["action"], "method": attributes["method"], "fields": {}})
        if tag == "input":
            self.forms[-1]["fields"][attributes["name"]] = attributes.get("value", "")

        self.in_style = tag == "style"

    def handle_data(self, data):
        if not self.in_style:
            self.words.append(data)

    def form(self, action):
        return next(form for form in self.forms if form["action"] == action)


class Phone:
    def __init__(self, central, language="en"):
        self.central = central
        self.cookies = {}
        self.set_cookie = None
        self.language = language
        self.origin = f"http://127.0.0.1:{central.port}"

    def ask(self, method, target, body=None, **headers):
        sent = {"Accept-Language": self.language, **headers}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
            sent.setdefault("Origin", self.origin)
        answer = self.central.ask(method, target, body, headers=sent)
        self.set_cookie = answer.headers.get("set-cookie")
        if self.set_cookie:
            name, value = self.set_cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return Page(answer)

    def get(self, target):
        return self.ask("GET", target)

    def send(self, page, action, headers=None, **typed):
        """Fills a form of the page in and sends it."""
        form = page.form(action)
        return self.ask("POST", action, urllib.parse.urlencode({**form["fields"], **typed}), **(headers or {}))
