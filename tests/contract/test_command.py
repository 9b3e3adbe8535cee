#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program from outside: its options, what it says when something is wrong, its log, and that it comes back."""

import http.client
import json
import os
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


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=20, check=False)


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


def test_database(central):
    folder = central.folder
    damaged = os.path.join(folder, "damaged.db")
    with open(damaged, "wb") as file:
        file.write(b"SQLite format 3\0" + b"\xff" * 8000)
    says("a damaged database", run("--db", damaged), 1, damaged)
    newer = os.path.join(folder, "newer.db")
    subprocess.run([os.environ["MADAF_SEED"], newer], check=True)
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 100000")
    connection.close()
    says("a newer database", run("--db", newer), 1, newer)
    says("a folder that is not there", run("--db", os.path.join(folder, "no", "x.db")), 1, "x.db")
    says("the database of a running central", run("--db", central.database, "--listen", "127.0.0.1:0"), 1,
         central.database)
    other = os.path.join(folder, "other.db")
    says("a port in use", run("--db", other, "--listen", f"127.0.0.1:{central.port}"), 1, str(central.port))
    says("no address", run("--db", other, "--listen", "nowhere.example:80"), 1, "nowhere.example")
    says("no certificate", run("--db", other, "--tls-cert", "/nonexistent", "--tls-key", "/nonexistent"), 1,
         "/nonexistent")


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
