#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Who acts and on whom, in sentences of one construction each.

usage: test_sides.py MAHDAR SENTENCES.tsv

A line: the sentence, the type of the event, words that name it, the codes of its source and of its target (spaces between,
`-` for nobody), and `holds`: `yes`, or `open` where the program does not get there yet. Acts that both sides do alike
(CONSULT, AGREE, COOPERATE) may have their parties on either side. A line that says yes must hold; open lines that do are
printed, so that somebody says yes.
"""
import json
import subprocess
import sys

MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}


def rows(path):
    with open(path, encoding="utf-8") as lines:
        lines = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def codes(cell):
    return set() if cell == "-" else set(cell.split())


def acts(minutes, text):
    """Each event with the words that name it and the codes of both sides."""
    code = {actor["id"]: actor.get("code") for actor in minutes["actors"]}
    for event in minutes["events"]:
        spans = [event["trigger"], *event["mentions"]]
        words = [text[begin:end] for begin, end in spans]
        yield event["type"], words, *({code[i] for i in event[side]} - {None} for side in ("source", "target"))


def holds(row, minutes):
    source, target = codes(row["source"]), codes(row["target"])
    for kind, words, ours, theirs in acts(minutes, row["sentence"]):
        named = any(row["words"] in word or word in row["words"] for word in words)
        alike = kind in MUTUAL and ours | theirs == source | target
        if kind == row["type"] and named and (alike or (ours, theirs) == (source, target)):
            return True
    return False


def main():
    mahdar, table = sys.argv[1:]
    wanted = rows(table)
    articles = "".join(json.dumps({"text": row["sentence"]}, ensure_ascii=False) + "\n" for row in wanted)
    read = subprocess.run([mahdar, "extract", "-"], input=articles.encode(), capture_output=True, check=True)
    failed = held = 0
    for row, line in zip(wanted, read.stdout.splitlines(), strict=True):
        minutes = json.loads(line)
        good, expected = holds(row, minutes), row["holds"] == "yes"
        held += good
        failed += expected and not good
        if good != expected:
            got = "; ".join(f"{k} {w[0]} {sorted(s)} > {sorted(t)}" for k, w, s, t in acts(minutes, row["sentence"]))
            print("holds now" if good else "FAILED", row, "got", got or "nothing")
    print(f"{held} of {len(wanted)} hold, {failed} that should do not")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
