#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Who acts on whom, in sentences composed of patterns and names.

usage: test_patterns.py MAHDAR FOLDER [--failing]

FOLDER/patterns.tsv: a sentence with gaps, the types of its event (`|` between), who is its source and its target (A, B,
A B, or `-`), its status (`|` between, `*` any), and `least`: of its COMPOSED sentences how many must hold. FOLDER/
names.tsv: what fills a gap, its kind, its code. A gap {PA} takes a name of kind P for A; {بPB} the same behind a clitic.
Nobody is composed with one of the same code. --failing prints the sentences that do not hold, for reading.

Unlike sentences.tsv, which has one sentence of each construction, this asks whether a construction holds whoever stands
in it: names of one word and of four, offices, kings, capitals, groups.
"""
import pathlib
import re
import sys

import composing
import test_sides

COMPOSED = 24  # sentences of each pattern
GAP = re.compile("{(.*?)([A-Za-z])([AB])}")
ARTICLE = "\u0627\u0644"
LAM = "\u0644"


def attached(clitic, name):
    return LAM + LAM + name[2:] if clitic == LAM and name.startswith(ARTICLE) else clitic + name


def composed(pattern, names):
    """COMPOSED pairs of names that fit the pattern, spread over all pairs, with their sentences."""
    kinds = {letter: kind for _, kind, letter in GAP.findall(pattern)}
    fitting = {letter: [name for name in names if name["kind"] == kind] for letter, kind in kinds.items()}
    pairs = [(a, b) for a in fitting["A"] for b in fitting.get("B", [{"form": "", "code": ""}]) if a["code"] != b["code"]]
    for i in range(min(COMPOSED, len(pairs))):
        a, b = pairs[i * len(pairs) // COMPOSED if len(pairs) > COMPOSED else i]
        form = {"A": a["form"], "B": b["form"]}
        yield GAP.sub(lambda gap: attached(gap[1], form[gap[3]]), pattern), {"A": a["code"], "B": b["code"]}


def holds(row, minutes, code, sentence):
    source, target = ({code.get(name, name) for name in test_sides.codes(row[side])} for side in ("source", "target"))
    status = {event["trigger"][0]: event["status"] for event in minutes["events"]}
    for event, act in zip(minutes["events"], test_sides.acts(minutes, sentence), strict=True):
        kind, _, ours, theirs = act
        alike = kind in test_sides.MUTUAL and ours | theirs == source | target
        told = row["status"] == "*" or status[event["trigger"][0]] in row["status"].split("|")
        if kind in row["type"].split("|") and told and (alike or (ours, theirs) == (source, target)):
            return True
    return False


def missing(row, minutes, text, code):
    return [] if holds(row, minutes, code, text) else ["no such event"]


def main():
    mahdar, folder, *_ = sys.argv[1:]
    patterns = test_sides.rows(pathlib.Path(folder) / "patterns.tsv")
    names = test_sides.rows(pathlib.Path(folder) / "names.tsv")
    asked = [(row, *sentence) for row in patterns for sentence in composed(row["pattern"], names)]
    return composing.report(mahdar, patterns, asked, missing)


if __name__ == "__main__":
    sys.exit(main())
