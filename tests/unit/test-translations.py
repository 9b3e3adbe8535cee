#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text for people is in POTFILES and translated into every language: test-translations.py ROOT."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# As preset 'glib' of meson's i18n.gettext calls xgettext.
XGETTEXT = [
    "xgettext", "--from-code=UTF-8", "--add-location=file", "--no-wrap",
    "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
    "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
    "--flag=N_:1:pass-c-format", "--flag=C_:2:pass-c-format", "--flag=NC_:2:pass-c-format",
    "--flag=g_dngettext:2:pass-c-format", "--flag=g_strdup_printf:1:c-format",
]
PATTERNS = ["app/**/*.c", "app/**/*.h", "app/**/*.ui",
            "data/*.desktop.in", "data/*.metainfo.xml.in", "data/*.gschema.xml"]
ISOLATES = re.compile("[\u2066-\u2069]")

root = Path(sys.argv[1])
number = failures = 0


def ok(good, name, details=""):
    global number, failures
    number += 1
    failures += not good
    print(f"{'ok' if good else 'not ok'} {number} {name}", flush=True)
    for line in details.splitlines() if not good else []:
        print(f"# {line}", flush=True)


def run(*command):
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def listed(name):
    lines = (root / "po" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def extract(template):
    """Writes what there is to translate in the whole tree and gives the files it came from."""
    sources = sorted(str(path.relative_to(root)) for pattern in PATTERNS for path in root.glob(pattern))
    extraction = run(*XGETTEXT, "-o", str(template), *sources)
    ok(extraction.returncode == 0, "every source can be read", extraction.stderr)
    return re.findall(r"^#: (.*)$", template.read_text(encoding="utf-8"), re.MULTILINE)


def entries(text):
    """The messages of a .po file without its header, each as {"msgid": …, "msgstr[0]": …}, escapes as they are."""
    for block in text.split("\n\n")[1:]:
        entry, key = {}, None
        for line in block.splitlines():
            match = re.fullmatch(r'(msg\w+(?:\[\d\])?) "(.*)"', line)
            if match:
                key = match[1]
                entry[key] = match[2]
            elif line.startswith('"'):
                entry[key] += line[1:-1]
        yield entry


def translations(entry):
    return [value for key, value in entry.items() if key.startswith("msgstr")]


def check_language(language, template):
    po = f"po/{language}.po"
    check = run("msgfmt", "--check", "--statistics", "-o", "/dev/null", po)
    ok(check.returncode == 0 and "fuzzy" not in check.stderr, f"{po} is well-formed and has nothing fuzzy", check.stderr)

    merged = run("msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", "-o", "-", po, str(template))
    current = [entry for entry in entries(merged.stdout) if "msgid" in entry]
    missing = [entry["msgid"] for entry in current if not all(translations(entry))]
    ok(current and not missing, f"{po} translates everything", "\n".join(missing) or merged.stderr)

    # A code or a time that loses its isolation turns around in the middle of Hebrew.
    changed = [entry["msgid"] for entry in current for text in translations(entry)
               if text and ISOLATES.findall(entry["msgid"]) != ISOLATES.findall(text)]
    ok(not changed, f"{po} keeps the invisible marks", "\n".join(changed))


with tempfile.TemporaryDirectory() as folder:
    pot = Path(folder) / "madaf.pot"
    found = sorted({name for line in extract(pot) for name in line.split()})
    named = listed("POTFILES")
    ok(named == sorted(named), "POTFILES is in alphabetical order")
    ok(set(named) == set(found), "POTFILES names every source with texts for people, and no other",
       "\n".join([f"missing: {name}" for name in found if name not in named]
                 + [f"has no texts: {name}" for name in named if name not in found]))
    ok(listed("LINGUAS") == sorted(path.stem for path in (root / "po").glob("*.po")), "LINGUAS names every .po file")
    for linguas in listed("LINGUAS"):
        check_language(linguas, pot)
print(f"1..{number}")
sys.exit(1 if failures else 0)
