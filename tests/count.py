# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the test cases that `meson test` wrote into each build folder's JUnit report and prints the closing line."""
import sys
import xml.etree.ElementTree
from pathlib import Path


def cases(report):
    """Yields (suite, name, failed, skipped) of each test case of a JUnit file."""
    for suite in xml.etree.ElementTree.parse(report).getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            bad = case.find("failure") is not None or case.find("error") is not None
            yield suite.get("name"), case.get("name"), bad, case.find("skipped") is not None


passed = failed = skipped = 0
for folder in sys.argv[1:]:
    report = Path(folder) / "meson-logs" / "testlog.junit.xml"
    if not report.exists():
        print(f"{folder}: no test was run")
        failed += 1
        continue
    for suite, name, bad, left_out in cases(report):
        if bad:
            print(f"failed: {folder}: {suite}: {name}")
        failed += bad
        skipped += left_out and not bad
        passed += not bad and not left_out
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(1 if failed or not passed else 0)
