# SPDX-License-Identifier: GPL-3.0-or-later
"""A real madaf-central for a test: its own database, its own sockets, and the smallest HTTP client."""

import base64
import contextlib
import hashlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time

PROGRAM = os.environ["MADAF_CENTRAL"]
SEED = os.environ["MADAF_SEED"]


class Tap:
    """Test results as TAP."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, good, name, why=""):
        self.count += 1
        if not good:
            self.failed += 1
        print(("ok" if good else "not ok"), self.count, "-", name.replace("#", "no. "), flush=True)
        if not good and why:
            for line in str(why).splitlines()[:12]:
                print("# " + line, flush=True)
        return good

    def skip(self, name, why):
        self.count += 1
        print("ok", self.count, "-", name, "# SKIP", why, flush=True)

    def end(self):
        print(f"1..{self.count}", flush=True)
        return 1 if self.failed else 0


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("control")
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(10)
        self.sock.connect(self.path)


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def media_type(self):
        return self.headers.get("content-type", "").split(";")[0].strip()

    @property
    def json(self):
        return json.loads(self.body)


class Central:
    def __init__(self, *options, seeded=True):
        self.folder = tempfile.mkdtemp(prefix="madaf-contract-")
        self.database = os.path.join(self.folder, "shop.db")
        self.options = options
        self.process = None
        self.logs = []  # of each start
        if seeded:
            subprocess.run([SEED, self.database], check=True)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *ignored):
        self.stop()
        shutil.rmtree(self.folder)

    def start(self):
        self.log = []
        self.logs.append(self.log)
        self.reader = None
        self.process = subprocess.Popen(
            [PROGRAM, "--db", self.database, "--listen", "127.0.0.1:0", *self.options],
            stderr=subprocess.PIPE, text=True)
        # The line that says where it listens comes when it can answer, so there is nothing to wait for but it.
        for line in self.process.stderr:
            self.log.append(line)
            found = re.search(r"listening on 127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                break
        else:
            raise RuntimeError("".join(self.log))
        # Read all the time: a log that nobody reads stops whoever writes it.
        self.reader = threading.Thread(target=self.log.extend, args=(self.process.stderr,), daemon=True)
        self.reader.start()

    def stop(self, how=signal.SIGTERM):
        """Stops it and gives its exit status."""
        process, self.process = self.process, None
        if process is None:
            return None
        if process.poll() is None:
            process.send_signal(how)
        process.wait(timeout=20)
        if self.reader:
            self.reader.join(timeout=20)
        process.stderr.close()
        return process.returncode

    def edit(self, sql, *values):
        """Changes the database behind the central's back, while it does not run."""
        self.stop()
        with sqlite3.connect(self.database) as connection:
            connection.execute(sql, values)
        connection.close()
        self.start()

    @contextlib.contextmanager
    def stopped(self):
        """The database itself, while the central does not run."""
        self.stop()
        with sqlite3.connect(self.database) as connection:
            yield connection
        connection.close()
        self.start()

    def connect(self):
        sock = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        return sock

    def ask(self, method, target, body=None, token=None, headers=None, control=False, hang_up=False):
        """@hang_up: as soon as it is sent; there is no answer then."""
        connection = UnixConnection(self.database + "-control") if control else \
            http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = "Bearer " + token
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        if isinstance(body, str):
            body = body.encode()
        try:
            connection.request(method, target, body=body, headers=sent)
            if hang_up:
                return None
            response = connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read())
        finally:
            connection.close()

    def enrol(self, branch, role):
        code = self.ask("POST", "/v1/enrolments", {"branch_id": branch, "role": role}, control=True).json["code"]
        return self.ask("POST", "/v1/devices", {"code": code, "name": role}).json

    def sign_in(self, device_id, phone="+972501234501", name="Dana", member_id=None, age=0):
        """A token for the member with this phone on this device, made behind the central's back; @age: seconds since."""
        member_id = member_id or "member-" + phone[1:]
        now = int(time.time() * 1e6)
        token = "m-" + base64.urlsafe_b64encode(os.urandom(32)).decode().rstrip("=")
        self.stop()
        with sqlite3.connect(self.database) as connection:
            connection.execute(
                "INSERT INTO member (id, number, phone, name, language, joined_us) VALUES (?, ?, ?, ?, 'he', ?)"
                " ON CONFLICT DO NOTHING", (member_id, "M" + phone[-10:], phone, name, now))
            connection.execute("INSERT INTO access_token VALUES (?, ?, ?, ?, ?, ?, ?)",
                               (hashlib.sha256(token.encode()).digest(), member_id, device_id, now - int(age * 1e6),
                                now - int(age * 1e6), int(900e6), now + int((3600 - age) * 1e6)))
        connection.close()
        self.start()
        return token
