#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-tables.py DICTIONARY CODE-LISTS OUTPUT: GS1's syntax dictionary and the code lists of its checks as C tables."""
import re
import sys

LISTS = ['iso3166', 'iso3166alpha2', 'iso4217', 'mediatype', 'packagetype']
MAX_COMPONENTS, MAX_CHECKS, MAX_REQUIREMENTS = 5, 3, 2


def entries(path):
    """Each line of the dictionary as (AIs, flags, components, attributes, title)."""
    for line in open(path, encoding='utf-8'):
        if not line.strip() or line.startswith('#'):
            continue
        rule, _, title = line.partition('#')
        words = rule.split()
        first, _, last = words.pop(0).partition('-')
        ais = [first[:-1] + str(digit) for digit in range(int(first[-1]), int((last or first)[-1]) + 1)]
        flags = words.pop(0) if re.fullmatch(r'[*?]+', words[0]) else ''
        components = [word for word in words if re.match(r'\[?[NXYZ][.0-9]', word)]
        yield ais, flags, components, words[len(components):], title.strip()


def component(word):
    """One component as a C initialiser: N14,csum,key → digits, 14 to 14, not optional, two checks."""
    form, *checks = word.split(',')
    kind, dots, length = re.fullmatch(r'\[?([NXYZ])(\.\.)?(\d+)\]?', form).groups()
    assert len(checks) <= MAX_CHECKS, word
    calls = ', '.join(f'madaf_gs1_check_{check}' for check in checks)
    optional = 'TRUE' if form.startswith('[') else 'FALSE'
    return f"{{ '{kind}', {1 if dots else length}, {length}, {optional}, {{ {calls or 'NULL'} }} }}"


def text(value):
    return 'NULL' if value is None else '"' + value.replace('"', '\\"') + '"'


def row(ai, flags, components, attributes, title):
    assert len(components) <= MAX_COMPONENTS, ai
    values = [attribute.partition('=') for attribute in attributes]
    requirements = [value for name, _, value in values if name == 'req']
    assert len(requirements) <= MAX_REQUIREMENTS, ai
    excluded = next((value for name, _, value in values if name == 'ex'), None)
    qualifiers = next((value for name, _, value in values if name == 'dlpkey'), None)
    unit = re.search(r'\(([^)]+)\)', title)
    unit = unit.group(1).rstrip('.') if unit and ai[0] == '3' else None
    return (f'  {{ "{ai}", {len(ai)}, {"FALSE" if "*" in flags else "TRUE"}, {"TRUE" if "?" in flags else "FALSE"},\n'
            f'    {{ {", ".join(component(word) for word in components)} }},\n'
            f'    {text(excluded)}, {{ {", ".join(text(r) for r in requirements) or "NULL"} }}, {text(qualifiers)},'
            f' {text(unit)}, {text(title)} }},\n')


def code_lists(path):
    lines = [line for line in open(path, encoding='utf-8') if not line.startswith('#')]
    lists = {}
    for line in lines:
        if line.rstrip().endswith(':'):
            codes = lists.setdefault(line.strip()[:-1], [])
        elif line.strip():
            codes += line.split()
    return lists


def main(dictionary, lists_path, output):
    rows = [(ai, *rest) for ais, *rest in entries(dictionary) for ai in ais]
    assert [ai for ai, *_ in rows] == sorted({ai for ai, *_ in rows}), 'not in order'
    lengths = {}
    for ai, *_ in rows:
        assert lengths.setdefault(ai[:2], len(ai)) == len(ai), 'AIs that begin alike have one length'
    lists = code_lists(lists_path)
    with open(output, 'w', encoding='utf-8') as out:
        out.write('/* Made by make-tables.py. */\n#include "scan/gs1/ai.h"\n#include "scan/gs1/check.h"\n\n')
        out.write('const MadafGs1Ai madaf_gs1_ais[] = {\n')
        out.writelines(row(*r) for r in rows)
        out.write('};\n\nconst guint madaf_gs1_n_ais = G_N_ELEMENTS (madaf_gs1_ais);\n\n')
        out.write('const guint8 madaf_gs1_ai_lengths[100] = {\n')
        out.writelines(f'  [{int(start)}] = {length},\n' for start, length in lengths.items())
        out.write('};\n')
        for name in LISTS:
            codes = ''.join(f'"{code}", ' for code in sorted(lists[name]))
            out.write(f'\nconst char *const madaf_gs1_list_{name}[] = {{ {codes}NULL }};\n')


main(*sys.argv[1:])
