# SPDX-License-Identifier: GPL-3.0-or-later
"""Where messages arrive: the receiver of a webhook, an SMS gateway and a mail server, each as small as can be."""

import hashlib
import hmac
import http.server
import json
import os
import queue
import shutil
import socketserver
import tempfile
import threading
import time

SECRET = "a secret of the tests"


class Postbox:
    """Letters come out of `take()`; what `answers` holds is said first, then 204."""

    def __init__(self):
        self.letters = queue.Queue()
        self.answers = []
        self.headers = []
        self.folder = tempfile.mkdtemp(prefix="madaf-postbox-")
        box = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *ignored):
                pass

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = box.answers.pop(0) if box.answers else 204
                box.headers.append(dict(self.headers))
                box.letters.put((status, self.path, body))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def do_GET(self):
                box.headers.append(dict(self.headers))
                box.letters.put((204, self.path, b""))
                self.send_response(204)
                self.end_headers()

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *ignored):
        self.server.shutdown()
        self.server.server_close()
        shutil.rmtree(self.folder)

    def config(self, text=None):
        """A file for --sender."""
        path = os.path.join(self.folder, "sender.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text or f"[webhook]\nurl={self.url}/hook\nsecret={SECRET}\n")
        return path

    def take(self):
        """The next letter as JSON, once its signature was looked at."""
        status, _, body = self.letters.get(timeout=10)
        headers = self.headers.pop(0)
        stamp, signature = (part.split("=", 1)[1] for part in headers["Madaf-Signature"].split(","))
        right = hmac.new(SECRET.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        assert hmac.compare_digest(right, signature), "the signature is wrong"
        assert abs(time.time() - int(stamp)) < 60, "the signature is of another time"
        return {**json.loads(body), "status": status}

    def take_code(self):
        """The digits of the next code, past what else is sent meanwhile."""
        while True:
            letter = self.take()
            if letter["kind"] == "one_time_code":
                return letter["text"][:6]


class MailBox(socketserver.ThreadingTCPServer):
    """RFC 5321 as far as one mail goes."""
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        self.mails = queue.Queue()
        super().__init__(("127.0.0.1", 0), MailBox.Talk)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    class Talk(socketserver.StreamRequestHandler):
        def say(self, text):
            self.wfile.write(text.encode() + b"\r\n")

        def handle(self):
            recipient = None
            self.say("220 box")
            for line in self.rfile:
                word = line.split()[0].upper() if line.split() else b""
                if word == b"RCPT":
                    recipient = line.decode().split("<")[1].split(">")[0]
                if word == b"DATA":
                    self.say("354 go on")
                    mail = b""
                    for part in self.rfile:
                        if part == b".\r\n":
                            break
                        mail += part
                    self.server.mails.put((recipient, mail))
                self.say("221 bye" if word == b"QUIT" else "250 ok")
                if word == b"QUIT":
                    return
