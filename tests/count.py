# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the test cases that `meson test` wrote into each build folder's JUnit report; prints the last lines that each
broken test said, which ones they are, and the closing line."""
import json
import re
import sys
import xml.etree.ElementTree
from pathlib import Path

LINES = 80  # of what a broken test said: the screen as it was, what the programs logged and why it gave up
# Tests print what they try, control characters too; Meson writes that into the report, where XML has no place for it.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def cases(report):
    """Yields (suite, name, failed, skipped) of each test case of a JUnit file."""
    text = FORBIDDEN.sub("", report.read_text(encoding="utf-8", errors="replace"))
    for suite in xml.etree.ElementTree.fromstring(text.encode()).iter("testsuite"):
        for case in suite.iter("testcase"):
            bad = case.find("failure") is not None or case.find("error") is not None
            yield suite.get("name"), case.get("name"), bad, case.find("skipped") is not None


def broken(log):
    """Yields the name of each test program that failed, and what it said: one that is killed has no case of its own."""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        test = json.loads(line)
        if test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL"):
            yield test["name"], (test.get("stderr") or test.get("stdout") or "").splitlines()


passed = failed = skipped = 0
endings = []
for folder in sys.argv[1:]:
    report = Path(folder) / "meson-logs" / "testlog.junit.xml"
    if not report.exists():
        print(f"{folder}: no test was run")
        failed += 1
        continue
    told = set()
    for suite, name, bad, left_out in cases(report):
        if bad:
            endings.append(f"failed: {folder}: {suite}: {name}")
            told.add(suite)
        failed += bad
        skipped += left_out and not bad
        passed += not bad and not left_out
    for name, said in broken(report.with_name("testlog.json")):
        print("\n".join(f"{name.split(' / ')[-1]}: {line}" for line in said[-LINES:]))
        if not any(suite.endswith(name.split(" / ")[-1]) for suite in told):
            endings.append(f"failed: {folder}: {name}")
            failed += 1
if endings:
    print("\n".join(endings))
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(1 if failed or not passed else 0)
