#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the places of `mahdar extract` against text whose names are annotated.

usage: measure_places.py MAHDAR CORPUS [--misses N] [--false N]

CORPUS holds a token and its BIO tag a line (NewsFANE Gold, ANERcorp). A name of a place is found if
a place, or a state that acts, is read in its letters. Precision is that of the list `places` alone:
how many of its mentions touch an annotated name of a place (a state called a government, a name
inside a longer one, are in it too).
"""
import argparse
import collections
import json
import subprocess

PLACES = set("""LOC Nation Population-Center State-or-Province County-or-District GPE-Cluster Continent Water-Body
Land-Region-Natural""".split())
CLITICS = set("وفبلك")
SENTENCES = 30  # of an article: enough for the context that articles have
WORDS = 600     # where sentences are not marked


class Article:
    """Text put together from tokens, and the letters of every annotated name."""

    def __init__(self):
        self.text, self.names, self.words, self.sentences = "", [], 0, 0

    def add(self, token, tag, glue):
        if self.text and not glue and not self.text.endswith("\n"):
            self.text += " "
        begin = len(self.text)
        self.text += token
        self.words += 1
        kind, _, name = tag.partition("-")
        if kind == "I" and self.names and self.names[-1][2] == name:
            self.names[-1] = (self.names[-1][0], len(self.text), name)
        elif kind in "BI" and name:
            self.names.append((begin, len(self.text), name))

    def full(self):
        return self.sentences >= SENTENCES or self.words >= WORDS


def articles(path):
    article, glue = Article(), False
    for line in open(path, encoding="utf-8-sig"):
        parts = line.replace("\u200e", "").replace("\u200f", "").split()
        if len(parts) < 2:
            article.text = article.text.rstrip() + "\n"
            article.sentences += 1
        else:
            article.add(parts[0], parts[-1], glue)
            glue = parts[0] in CLITICS and parts[-1] == "O"
        if article.full() and (len(parts) < 2 or parts[0] == "."):
            yield article
            article, glue = Article(), False
    yield article


def extracted(mahdar, found):
    lines = "\n".join(json.dumps({"id": str(i), "text": a.text}, ensure_ascii=False) for i, a in enumerate(found))
    run = subprocess.run([mahdar, "extract", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def touches(span, spans):
    return any(span[0] < other[1] and other[0] < span[1] for other in spans)


def around(text, span):
    return (text[max(0, span[0] - 30):span[0]] + "[" + text[span[0]:span[1]] + "]" + text[span[1]:span[1] + 20]).replace("\n", " / ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mahdar")
    parser.add_argument("corpus")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--false", type=int, default=0)
    args = parser.parse_args()
    found, gold, right, told = collections.Counter(), collections.Counter(), 0, 0
    misses, wrong = [], []
    read = list(articles(args.corpus))
    for article, minutes in zip(read, extracted(args.mahdar, read)):
        places = [s for p in minutes["places"] for s in p["mentions"]]
        states = [s for a in minutes["actors"] if a["kind"] == "country" for s in a["mentions"]]
        names = [name for name in article.names if name[2] in PLACES]
        for name in names:
            gold[name[2]] += 1
            if touches(name, places + states):
                found[name[2]] += 1
            else:
                misses.append(f"{name[2]}\t{around(article.text, name)}")
        for span in places:
            told += 1
            right += touches(span, names)
            if not touches(span, names):
                wrong.append(around(article.text, span))
    for kind in sorted(gold, key=lambda k: -gold[k]):
        print(f"{kind:22}{found[kind]:6}{gold[kind]:6}{found[kind] / gold[kind]:8.3f}")
    total = sum(gold.values())
    print(f"{'recall':22}{sum(found.values()):6}{total:6}{sum(found.values()) / max(total, 1):8.3f}")
    print(f"{'precision of places':22}{right:6}{told:6}{right / max(told, 1):8.3f}")
    for title, lines, count in (("missed", misses, args.misses), ("false", wrong, args.false)):
        for line in lines[::max(1, len(lines) // count)] if count else []:
            print(title, line, sep="\t")


if __name__ == "__main__":
    main()
