#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What stands behind the events, in texts composed of patterns and names: talks, instruments, conditions, expectations.

usage: test_records.py MAHDAR FOLDER [--failing]

FOLDER/records.tsv: a text with gaps, the list of the minutes where its record stands, what the record must tell (facts
with ` ; ` between), and `least`: of its COMPOSED texts how many must hold. FOLDER/names.tsv: what fills a gap, its kind,
its code. A least of 0 stands where the program does not get there yet. A gap {SA} takes a name of kind S for A, {وSA}
the same behind a clitic, {A} in a fact is the code of A.
A fact `key=value` must be told so, `key~value` holds the value; `none` says that there must be no such record.
--failing prints the texts that do not hold, with what was told.
"""
import pathlib
import re
import sys

import composing
import test_patterns
import test_sides

COMPOSED = 12  # texts of each pattern
STEPS = {"A": 1, "B": 5, "C": 3, "D": 7}  # names that one text is away from the one before
GAP = re.compile("{([^{}]*?)([A-Za-z]?)([ABCD])}")
FACT = re.compile("([^=~]*)([=~])(.*)")


def composed(row, names):
    """COMPOSED texts and their facts; nobody is composed with one of the same code."""
    form = {kind: {} for kind in "PSKDdN"}
    for name in names:
        form[name["kind"]].setdefault(name["code"], name["form"])
    gaps = GAP.findall(row["pattern"])
    for i in range(COMPOSED):
        chosen = {}
        for letter in sorted({letter for *_, letter in gaps}):
            kinds = {kind for _, kind, its in gaps if its == letter}
            fitting = [code for code in form[min(kinds)] if all(code in form[kind] for kind in kinds)]
            at = i * STEPS[letter]
            while fitting[at % len(fitting)] in chosen.values():
                at += 1
            chosen[letter] = fitting[at % len(fitting)]

        def fill(gap):
            return test_patterns.attached(gap[1], form[gap[2]][chosen[gap[3]]]) if gap[2] else chosen[gap[3]]

        yield GAP.sub(fill, row["pattern"]), GAP.sub(fill, row["facts"])


def told(layer, record, minutes, text):
    """A record as pairs of a key and what it tells."""
    actors = {actor["id"]: actor for actor in minutes["actors"]}
    places = {place["id"]: place["name"] for place in minutes["places"]}

    def words(span):
        return text[span[0] : span[1]]

    for key, value in record.items():
        if key == "parties":
            yield key, " ".join(sorted(actors[p].get("code", "?") if p in actors else p for p in value))
        elif key in ("by", "holder"):
            yield key, actors[value].get("code", "?")
        elif key == "delegations":
            for delegation in value:
                if "head" in delegation:
                    yield "head " + delegation["party"], actors[delegation["head"]]["name"]
                for member in delegation["members"]:
                    yield "member " + delegation["party"], actors[member]["name"]
        elif key == "place":
            yield key, places[value]
        elif key in ("clauses", "agenda"):
            for span in value:
                yield key, words(span)
        elif key in ("if", "then", "span"):
            yield key, words(value)
        elif key in ("kind", "status", "negated", "closed_doors"):
            yield key, str(value)
        elif key == "next" and value:
            yield key, "yes"


def tells(record, facts):
    for fact in facts:
        key, relation, value = FACT.fullmatch(fact).groups()
        if key == "parties":
            value = " ".join(sorted(value.split()))
        if not any(key == k and (value == v if relation == "=" else value in v) for k, v in record):
            return False
    return True


def missing(row, minutes, text, facts):
    records = [list(told(row["record"], record, minutes, text)) for record in minutes[row["record"]]]
    good = not records if facts == "none" else any(tells(record, facts.split(" ; ")) for record in records)
    return [] if good else [facts, *records]


def main():
    mahdar, folder, *_ = sys.argv[1:]
    patterns = test_sides.rows(pathlib.Path(folder) / "records.tsv")
    names = test_sides.rows(pathlib.Path(folder) / "names.tsv")
    asked = [(row, *texts) for row in patterns for texts in composed(row, names)]
    return composing.report(mahdar, patterns, asked, missing)


if __name__ == "__main__":
    sys.exit(main())
