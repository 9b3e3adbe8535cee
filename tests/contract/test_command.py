#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program from outside: its options, what it says when something is wrong, its log, and that it comes back."""

import http.client
import json
import os
import re
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
import warnings

from central import PROGRAM, Central, Tap

TAP = Tap()


NOBODY = 65534


def run(*arguments, language="en", **more):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": language}
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=20, check=False,
                          env=environment, **more)


def says(name, result, status, *words):
    good = result.returncode == status and all(word in result.stderr for word in words) \
        and result.stderr.count("\n") == 1 and not result.stdout
    TAP.ok(good, name, f"{result.returncode} {result.stderr}{result.stdout}")


def test_usage():
    says("no database", run(), 2, "--db")
    says("an unknown option", run("--bogus"), 2, "--bogus")
    says("an unknown command", run("frobnicate"), 2, "frobnicate")
    says("a certificate without its key", run("--db", "x", "--tls-cert", "y"), 2, "--tls-key")
    says("an odd log level", run("--db", "x", "--log-level", "loud"), 2, "--log-level")
    says("an odd public URL", run("--db", "x", "--public-url", "ftp://x"), 2, "--public-url")
    says("enrol without a branch", run("enrol", "--db", "x"), 2, "--branch")
    says("enrol an odd role", run("enrol", "--db", "x", "--branch", "y", "--role", "king"), 2, "--role")
    says("enrol without a database", run("enrol", "--db", "/nonexistent/x", "--branch", "y"), 1, "/nonexistent/x")
    result = run("--help")
    options = ("--db", "--listen", "--public-url", "--tls-cert", "--tls-key", "--log-level", "enrol")
    TAP.ok(result.returncode == 0 and all(word in result.stdout for word in options), "--help names every option")


def snapshot(folder):
    """All that lies in a folder, but for the empty files that programs lock each other out with."""
    found = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not name.endswith("-lock"):
            found[name] = open(path, "rb").read() if os.path.isfile(path) else None
    return found


class Shelf:
    """A folder of databases that cannot be used, each for a reason of its own."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "shelf")
        os.mkdir(self.folder)
        self.sound = self.path("sound.db")
        subprocess.run([os.environ["MADAF_SEED"], self.sound], check=True)
        with open(self.sound, "rb") as file:
            self.content = file.read()

    def path(self, *name):
        return os.path.join(self.folder, *name)

    def put(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def edit(self, name, sql, content=None):
        path = self.put(name, self.content if content is None else content)
        with sqlite3.connect(path) as connection:
            connection.execute(sql)
        connection.close()
        return path

    def refused(self, name, words, *arguments, **more):
        before = snapshot(self.folder)
        says(name, run(*arguments, **more), 1, *words)
        after = snapshot(self.folder)
        TAP.ok(before == after, f"{name}: nothing was touched",
               sorted(name for name in {*before, *after} if before.get(name) != after.get(name)))


def test_database(central):
    """Each command refuses what it cannot use with one sentence, and leaves it byte for byte as it was."""
    shelf = Shelf(central.folder)
    feed = shelf.put("feed.tsv", b"id\ttitle\tprice\tlink\nhat-1\tHat\t49.90 ILS\thttps://shop.example/hat\n")
    os.mkdir(shelf.path("folder.db"))
    databases = {
        "a damaged database": (shelf.put("damaged.db", b"SQLite format 3\0" + b"\xff" * 8000), "is damaged"),
        "a database cut off": (shelf.put("cut.db", shelf.content[:6000]), "is damaged"),
        "no database": (shelf.put("letter.db", b"Dear shop, " * 100), "is damaged, or not a database"),
        "a newer database": (shelf.edit("newer.db", "PRAGMA user_version = 100000"), "newer version"),
        "another program's database": (shelf.edit("foreign.db", "CREATE TABLE a (b)", b""), "another program"),
        "the database of a running central": (central.database, "is using"),
        "a folder in the database's place": (shelf.path("folder.db"), "may not write"),
    }
    for name, (path, word) in databases.items():
        shelf.refused(name, (path, word), "--db", path, "--listen", "127.0.0.1:0")
        if path == central.database:
            continue  # those go through the running central
        shelf.refused(name + ", enrol", (path, word), "enrol", "--db", path, "--branch", "tlv")
        shelf.refused(name + ", import", (path, word), "import", "--db", path, "--products", feed, "--no-pictures")
    nowhere = shelf.path("no", "x.db")
    shelf.refused("a folder that is not there", (shelf.path("no"), "no folder"), "--db", nowhere)
    shelf.refused("a folder that is not there, import", (shelf.path("no"), "no folder"), "import", "--db", nowhere,
                  "--products", feed)
    shelf.refused("a feed that is not there", (feed + "-none",), "import", "--db", shelf.sound, "--products",
                  feed + "-none")
    test_not_writable(shelf)
    test_place(central, shelf)


def test_not_writable(shelf):
    """Who runs the tests as root may write everything, so they ask as nobody."""
    more = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    os.chmod(os.path.dirname(shelf.folder), 0o755)
    for name, folder_mode, mode in (("a folder one may not write", 0o555, 0o666), ("a file one may not write", 0o777, 0o444)):
        os.chmod(shelf.folder, folder_mode)
        os.chmod(shelf.sound, mode)
        shelf.refused(name, (shelf.sound, "may not write"), "--db", shelf.sound, "--listen", "127.0.0.1:0", **more)
    os.chmod(shelf.folder, 0o755)
    os.chmod(shelf.sound, 0o644)
    if os.path.exists(shelf.sound + "-lock"):
        os.unlink(shelf.sound + "-lock")


def test_place(central, shelf):
    """Where to listen, and the certificate."""
    letter = shelf.put("letter.pem", b"Dear shop, " * 100)
    refused = (
        ("a port in use", (str(central.port), "in use"), "--listen", f"127.0.0.1:{central.port}"),
        ("no address", ("nowhere.example", "address of this machine"), "--listen", "nowhere.example:80"),
        ("another machine's address", ("192.0.2.1", "Cannot listen"), "--listen", "192.0.2.1:80"),
        ("a socket in no folder", ("Cannot listen", "No such file"), "--listen", "unix:" + shelf.path("no", "s")),
        ("no certificate", ("/nonexistent",), "--tls-cert", "/nonexistent", "--tls-key", "/nonexistent"),
        ("a bad certificate", ("certificate", "PEM"), "--listen", "127.0.0.1:0", "--tls-cert", letter, "--tls-key",
         letter),
    )
    for name, words, *arguments in refused:
        shelf.refused(name, words, "--db", shelf.sound, *arguments)


def test_languages():
    """Help and refusals speak to the user in the user's language."""
    letters = {"he": "\u05d0-\u05ea", "ar": "\u0621-\u064a", "ru": "\u0430-\u044f"}
    for language, letter in letters.items():
        for command in ((), ("enrol",), ("import",), ("generate",)):
            text = run(*command, "--help", language=language).stdout
            blocks = [block for block in text.split("\n\n") if block.strip()]
            # The summary is the second block; GLib words the first, and the heads of the options, with its own catalogue.
            options = re.findall(r"^  --db\S*\s+(.*)$", text, re.MULTILINE)
            TAP.ok(len(blocks) > 2 and re.search(f"[{letter}]", blocks[1]) and options
                   and re.search(f"[{letter}]", options[0]), f"help in {language}: {' '.join(command) or 'serve'}", text)
        for arguments in ((), ("enrol", "--db", "/nonexistent/x.db", "--branch", "y"),
                          ("--db", "/nonexistent/folder/x.db"), ("--db", "/dev/null/x.db", "frobnicate")):
            result = run(*arguments, language=language)
            TAP.ok(result.returncode > 0 and re.search(f"[{letter}]", result.stderr) and result.stderr.count("\n") == 1,
                   f"refused in {language}: {' '.join(arguments)}", result.stderr)


def test_enrol(central):
    result = run("enrol", "--db", central.database, "--branch", "tlv", "--role", "till")
    code = result.stdout.strip()
    answer = central.ask("POST", "/v1/devices", {"code": code, "name": "x"})
    TAP.ok(answer.status == 201 and answer.json["role"] == "till", "enrol beside a running central", result)
    says("enrol at an unknown branch", run("enrol", "--db", central.database, "--branch", "none"), 1, "none")


def test_restart(central):
    device = central.enrol("tlv", "kiosk")
    body = {"lines": [{"variant_id": "bag-1", "quantity": 1}]}
    headers = {"Idempotency-Key": "command-key-0000001"}
    first = central.ask("POST", "/v1/baskets", body, device["token"], headers)
    central.stop(signal.SIGKILL)
    begun = time.monotonic()
    central.start()
    TAP.ok(time.monotonic() - begun < 2, "back within 2 s after kill -9", time.monotonic() - begun)
    again = central.ask("POST", "/v1/baskets", body, device["token"], headers)
    TAP.ok(first.body == again.body and again.headers.get("idempotent-replayed") == "true",
           "what was answered before is answered the same")
    TAP.ok(central.ask("GET", "/v1/devices/self", token=device["token"]).status == 200, "the device is still known")


def test_offline_enrol(central):
    central.stop()
    result = run("enrol", "--db", central.database, "--branch", "haifa")
    central.start()
    answer = central.ask("POST", "/v1/devices", {"code": result.stdout.strip(), "name": "x"})
    TAP.ok(answer.status == 201 and answer.json["branch_id"] == "haifa", "enrol without a running central", result)


def test_unix(central):
    path = os.path.join(central.folder, "front")
    database = os.path.join(central.folder, "second.db")
    process = subprocess.Popen([PROGRAM, "--db", database, "--listen", "unix:" + path],
                               stderr=subprocess.PIPE, text=True)
    started = json.loads(process.stderr.readline())
    mode = os.stat(path).st_mode & 0o777
    TAP.ok(started["message"] == "listening on unix:" + path and mode == 0o600, "a unix socket, for its owner only",
           f"{started} {mode:o}")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    TAP.ok(process.returncode == 0 and not os.path.exists(path), "which is removed at the end")


def start_beside(central, name, *arguments):
    """Another central, and the lines it logged until it served."""
    process = subprocess.Popen([PROGRAM, "--db", os.path.join(central.folder, name), *arguments],
                               stderr=subprocess.PIPE, text=True)
    lines = []
    while not lines or lines[-1]["event"] != "started":
        lines.append(json.loads(process.stderr.readline()))
    return process, lines


def test_tls(central):
    certificate = os.path.join(central.folder, "certificate.pem")
    key = os.path.join(central.folder, "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True)
    process, lines = start_beside(central, "tls.db", "--listen", "127.0.0.1:0", "--tls-cert", certificate,
                                  "--tls-key", key)
    port = int(lines[-1]["message"].rsplit(":", 1)[1])
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=10,
                                             context=ssl.create_default_context(cafile=certificate))
    connection.request("GET", "/healthz")
    TAP.ok(connection.getresponse().status == 200 and connection.sock.version() == "TLSv1.3", "TLS 1.3 is spoken")
    connection.close()
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname = False
    old.verify_mode = ssl.CERT_NONE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version = ssl.TLSVersion.TLSv1
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as sock, old.wrap_socket(sock):
            refused = False
    except (ssl.SSLError, ConnectionResetError):
        refused = True
    TAP.ok(refused, "TLS 1.1 is not")
    process.terminate()
    process.communicate(timeout=10)
    says("a certificate with another key", run("--db", os.path.join(central.folder, "tls.db"), "--listen",
                                               "127.0.0.1:0", "--tls-cert", certificate, "--tls-key", certificate),
         1, "PEM")


def test_exposed(central):
    process, lines = start_beside(central, "exposed.db", "--listen", "0.0.0.0:0")
    TAP.ok("plain-http" in [line["event"] for line in lines], "a warning where others can read along", lines)
    process.terminate()
    process.communicate(timeout=10)


def test_log(central):
    """Lines of JSON, with nothing in them that came from a person."""
    device = central.enrol("tlv", "kiosk")
    canary = "canary8472"
    central.ask("GET", f"/v1/products?q={canary}", token=device["token"])
    central.ask("GET", f"/r/{canary}", headers={"X-Test": canary})
    central.ask("GET", f"/{canary}")
    central.ask("POST", "/v1/orders", {"contact": {"name": canary}}, device["token"],
                {"Idempotency-Key": "command-" + canary})
    central.stop()
    lines = [json.loads(line) for line in central.log]
    text = "".join(central.log)
    routes = [line.get("route") for line in lines if line["event"] == "request"]
    TAP.ok(canary not in text and device["token"] not in text, "the log has nothing from a request")
    TAP.ok("/r/{receipt_token}" in routes and "/v1/orders" in routes, "but the route", routes)
    TAP.ok(all({"time", "level", "event"} <= set(line) for line in lines), "each line has time, level and event")
    central.start()


def main():
    test_usage()
    test_languages()
    with Central() as central:
        test_database(central)
        test_enrol(central)
        test_restart(central)
        test_offline_enrol(central)
        test_unix(central)
        test_tls(central)
        test_exposed(central)
        test_log(central)
    return TAP.end()


if __name__ == "__main__":
    sys.exit(main())
