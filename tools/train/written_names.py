#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentences with their names in brackets, written for the trainer: `وصل [PER كوفي عنان] إلى [LOC الخرطوم] .`

usage: written_names.py FILE...
Checks the files; prints file, line and reason of every fault, and exits 1 if there was one.
"""
import re
import sys
from pathlib import Path

KINDS = ("PER", "LOC", "ORG", "MIS")
PART = re.compile(r"\[(?P<kind>[A-Z]+) (?P<name>[^\[\]]+)\](?= |$)|(?P<word>[^\s\[\]]+)(?= |$)| ")


class Fault(ValueError):
    """A line that is not as `lang/names/README.md` says."""


def read_line(line):
    """The (word, tag) pairs of one line; a bracket gives its first word B-, the others I-."""
    pairs, at = [], 0
    while at < len(line):
        part = PART.match(line, at)
        if not part:
            raise Fault(f"a bracket is open, nested or touches a word: {line[at:at + 20]!r}")
        at = part.end()
        if part["kind"] and part["kind"] not in KINDS:
            raise Fault(f"no kind of name: {part['kind']}")
        if part["word"]:
            pairs.append((part["word"], "O"))
        for i, word in enumerate((part["name"] or "").split()):
            pairs.append((word, f"{'I' if i else 'B'}-{part['kind']}"))
    return pairs


def read_lines(path):
    """(line number, text) of the lines that hold a sentence."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def read(path):
    """Sentences of (word, tag)."""
    return [read_line(line) for _, line in read_lines(path)]


def faults(path):
    seen = {}
    for number, line in read_lines(path):
        try:
            if not any(tag == "O" for _, tag in read_line(line)):
                yield number, "nothing but names"
        except Fault as fault:
            yield number, str(fault)
        if line in seen:
            yield number, f"the same as line {seen[line]}"
        seen.setdefault(line, number)


def main():
    found = 0
    for path in map(Path, sys.argv[1:]):
        for number, reason in faults(path):
            print(f"{path}:{number}: {reason}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
