# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of tab-separated figures as a table, its columns as wide as their widest text."""

import sys

# What has no tab is something else that a program under test said.
rows = [line.rstrip("\n").split("\t") for line in sys.stdin if "\t" in line]
widths = [max(len(row[i]) for row in rows if i < len(row)) for i in range(max(map(len, rows)))] if rows else []
for row in rows:
    print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
