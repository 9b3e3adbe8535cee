# SPDX-License-Identifier: GPL-3.0-or-later
"""Headless Chromium with script switched off, driven over its own pipe (the DevTools protocol, messages ended by NUL)."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

PROGRAM = shutil.which("chromium")
FLAGS = ["--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-default-browser-check",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--window-size=412,915", "--accept-lang=he"]
PATIENCE = 30


class Browser:
    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="madaf-browser-")
        to_child, self.out = os.pipe()
        self.into, from_child = os.pipe()

        def arrange():
            # The child reads from 3 and writes to 4; a pipe may have either number already.
            first, second = os.dup(to_child), os.dup(from_child)
            os.dup2(first, 3)
            os.dup2(second, 4)
        self.process = subprocess.Popen(
            [PROGRAM, *FLAGS, f"--user-data-dir={self.folder}", "about:blank"], preexec_fn=arrange, close_fds=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": self.folder})
        os.close(to_child)
        os.close(from_child)
        self.number = 0
        self.session = None
        self.buffer = b""
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("DOM.enable")
        self.call("Emulation.setScriptExecutionDisabled", value=True)
        return self

    def __exit__(self, *ignored):
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        os.close(self.out)
        os.close(self.into)
        shutil.rmtree(self.folder, ignore_errors=True)

    def read(self):
        while b"\0" not in self.buffer:
            part = os.read(self.into, 65536)
            if not part:
                raise RuntimeError("the browser is gone")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer.get("method"))

    def wait_loaded(self):
        deadline = time.monotonic() + PATIENCE
        while "Page.loadEventFired" not in self.events:
            if time.monotonic() > deadline:
                raise RuntimeError("the page does not come")
            self.events.append(self.read().get("method"))
        self.events = []

    def open(self, url):
        self.events = []
        self.call("Page.navigate", url=url)
        self.wait_loaded()

    def find(self, selector):
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        return self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]

    def html(self):
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        return self.call("DOM.getOuterHTML", nodeId=root)["outerHTML"]

    def type(self, selector, text):
        self.call("DOM.focus", nodeId=self.find(selector))
        self.call("Input.insertText", text=text)

    def tap(self, selector):
        """Taps what can be seen there, and waits for the page that comes of it."""
        node = self.find(selector)
        self.call("DOM.scrollIntoViewIfNeeded", nodeId=node)
        corners = self.call("DOM.getBoxModel", nodeId=node)["model"]["border"]
        x, y = (corners[0] + corners[4]) / 2, (corners[1] + corners[5]) / 2
        self.events = []
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.wait_loaded()

    def height_of(self, selector):
        return self.call("DOM.getBoxModel", nodeId=self.find(selector))["model"]["height"]

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot")["data"]))
