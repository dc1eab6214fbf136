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
import json
import pathlib
import re
import subprocess
import sys

import test_sides

COMPOSED = 24  # sentences of each pattern
DAY = "2022-03-16"
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


def main():
    mahdar, folder, *options = sys.argv[1:]
    patterns = test_sides.rows(pathlib.Path(folder) / "patterns.tsv")
    names = test_sides.rows(pathlib.Path(folder) / "names.tsv")
    asked = [(row, *sentence) for row in patterns for sentence in composed(row["pattern"], names)]
    articles = "".join(json.dumps({"text": text, "date": DAY}, ensure_ascii=False) + "\n" for _, text, _ in asked)
    read = subprocess.run([mahdar, "extract", "-"], input=articles.encode(), capture_output=True, check=True)
    held = dict.fromkeys((row["pattern"] for row in patterns), 0)
    for (row, text, code), line in zip(asked, read.stdout.splitlines(), strict=True):
        good = holds(row, json.loads(line), code, text)
        held[row["pattern"]] += good
        if not good and "--failing" in options:
            print(text)
    failed = [row for row in patterns if held[row["pattern"]] < int(row["least"])]
    for row in patterns:
        if held[row["pattern"]] != int(row["least"]):
            print("FAILED" if row in failed else "better", row["pattern"], held[row["pattern"]], "not", row["least"])
    print(f"{sum(held.values())} of {len(asked)} hold, {len(failed)} patterns fall short")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
