#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the events of `mahdar extract` on sentences labelled for ASSAULT and PROTEST.

usage: measure_events.py CORPUS [--mahdar build/mahdar] [--errors FOLDER]

CORPUS is a folder with assault.jsonl and protest.jsonl (a sentence with its label: yes, easy no, difficult no, or
ambiguous, which is left out) and *_spans.json (the tokens each annotator chose for verb, source and target).
Tells for each type, in Markdown,
  detection   whether an event of the type is found in a sentence
  reported    the same, of events told as news: said to have happened, by a verb or a noun without the article, and
              with two of these: a day, a place, a second word for it
  learned     the same from `mahdar classify`, taught on four fifths of the sentences and tested on the fifth
  votes       taught what most annotators said, of ambiguous sentences as well, and "yes" only where it is SURE; the
              sentences tested are the same. "no ties": without sentences over which as many said yes as no
  overlap     token F1 of trigger, source and target with each annotator's span that fits best, with the tokens most
              annotators chose, and how often at least one token is shared
--errors writes what was missed and what was found in vain to FOLDER, for reading; nothing of it may be kept.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import measure_classes

TYPES = ["ASSAULT", "PROTEST"]
SURE = 0.72  # most annotators said "yes" in the lessons, all must in the test: half is not enough
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
WORD = re.compile(r"\w+")
ARTICLE = re.compile("[\u0648\u0641]?(\u0628|\u0643)?\u0627\u0644|[\u0648\u0641]?\u0644\u0644")


def extract(mahdar, texts):
    lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    result = subprocess.run([mahdar, "extract", "-"], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]


def tokens(text):
    return set(WORD.findall(MARKS.sub("", text)))


def words(article, spans):
    found = set()
    for begin, end in spans:
        found |= tokens(article[begin:end])
    return found


def events_of(minutes, kind):
    return [e for e in minutes.get("events", []) if e["type"] == kind]


# ---- Detection ----

def reported(event, text):
    """Whether the sentence tells the event as news and does not only point at it."""
    definite = ARTICLE.match(text[slice(*event["trigger"])])
    signs = bool(event.get("time")) + bool(event.get("place")) + (len(event.get("mentions", [])) > 1)
    return event["status"] == "occurred" and not definite and signs >= 2


def detection(mahdar, corpus, kind, errors, news=False):
    rows = [json.loads(line) for line in (corpus / f"{kind.lower()}.jsonl").open(encoding="utf-8")]
    rows = [row for row in rows if row["label"] != "ambiguous"]
    counts, vain = collections.Counter(), collections.Counter()
    log = (errors / f"{kind.lower()}.txt").open("w", encoding="utf-8") if errors else None
    for row, minutes in zip(rows, extract(mahdar, [row["text"] for row in rows])):
        events = [e for e in events_of(minutes, kind) if not news or reported(e, row["text"])]
        gold = row["label"] == "yes"
        counts[gold, bool(events)] += 1
        if events and not gold:
            vain[row["label"]] += 1
        if log and gold != bool(events):
            said = " ; ".join(row["text"][slice(*e["trigger"])] + "/" + e["status"] for e in events)
            log.write(f"{'missed' if gold else 'vain'}\t{row['label']}\t{said}\t{row['text']}\n")
    right, missed, false = counts[True, True], counts[True, False], counts[False, True]
    precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + missed + false, 1)
    print(f"| {kind}{', reported' if news else ''} | {len(rows)} | {right + missed} | {precision:.3f} | {recall:.3f} | **{f1:.3f}** | "
          f"{vain['easy no']} | {vain['difficult no']} |")


def folds_of(rows, count=5):
    """For each fold the sentences to be taught and those to be tested; no text is in both."""
    for fold in range(count):
        test = rows[fold::count]
        texts = {row["text"] for row in test}
        yield [r for i, r in enumerate(rows) if i % count != fold and r["text"] not in texts], test


def detected(name, pairs):
    """A line of the table, of pairs: whether it is so, whether it was found."""
    right, found, gold = (sum(map(bool, column)) for column in
                          ([g and f for g, f in pairs], [f for _, f in pairs], [g for g, _ in pairs]))
    print(f"| {name} | {len(pairs)} | {gold} | {right / max(found, 1):.3f} | {right / max(gold, 1):.3f} | "
          f"**{2 * right / max(found + gold, 1):.3f}** | | |")


def probabilities(mahdar, lessons, rows):
    """How likely "yes" is of each row."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        measure_classes.write(folder / "train.jsonl", lessons)
        measure_classes.write(folder / "test.jsonl", rows)
        subprocess.run([mahdar, "classify", "train", folder / "model", folder / "train.jsonl"], check=True)
        result = subprocess.run([mahdar, "classify", "--json", folder / "model", folder / "test.jsonl"],
                                check=True, capture_output=True)
    return [json.loads(line)["classes"]["yes"] for line in result.stdout.decode("utf-8").splitlines()]


def lesson(row, yes):
    return {"label": "yes" if yes else "no", "text": row["text"]}


def learned(mahdar, corpus, kind):
    rows = [json.loads(line) for line in (corpus / f"{kind.lower()}.jsonl").open(encoding="utf-8")]
    doubted = [row for row in rows if row["label"] == "ambiguous"]
    rows = [row for row in rows if row["label"] != "ambiguous"]
    plain, votes = [], []
    for train, test in folds_of(rows):
        texts = {row["text"] for row in test}
        lessons = [lesson(row, row["label"] == "yes") for row in train]
        plain += zip(test, (p > 0.5 for p in probabilities(mahdar, lessons, test)))
        lessons = [lesson(row, row["accept"] > row["reject"]) for row in train + doubted
                   if row["accept"] != row["reject"] and row["text"] not in texts]
        votes += zip(test, (p > SURE for p in probabilities(mahdar, lessons, test)))
    agreed = [(row, found) for row, found in votes if row["accept"] != row["reject"]]
    for name, results in (("learned", plain), ("votes", votes), ("votes, no ties", agreed)):
        detected(f"{kind}, {name}", [(row["label"] == "yes", found) for row, found in results])


# ---- Overlap ----

def token_f1(ours, gold):
    return 2 * len(ours & gold) / (len(ours) + len(gold)) if ours and gold else float(not ours and not gold)


def actor_words(minutes, event, side, text):
    """The words of the actors of a side; of all mentions, those nearest to the event."""
    actors = {a["id"]: a for a in minutes.get("actors", [])}
    found = set()
    for name in event.get(side, []):
        spans = actors[name].get("mentions", []) if name in actors else []
        spans = [s["span"] if isinstance(s, dict) else s for s in spans]
        if spans:
            nearest = min(spans, key=lambda s: abs(s[0] - event["trigger"][0]))
            found |= words(text, [nearest])
    return found


def ours_of(minutes, kind, text):
    """For each event its words of verb, source and target."""
    return [{"verb": words(text, [e["trigger"]]), "source_actor": actor_words(minutes, e, "source", text),
             "target_actor": actor_words(minutes, e, "target", text)} for e in events_of(minutes, kind)]


def majority(spans, role):
    counts = collections.Counter(w for span in spans for w in tokens(" ".join(span.get(role) or [])))
    return {w for w, n in counts.items() if 2 * n > len(spans)}


def overlap(mahdar, corpus, kind):
    rows = json.load((corpus / f"{kind.lower()}_spans.json").open(encoding="utf-8"))
    sums = collections.defaultdict(list)
    for row, minutes in zip(rows, extract(mahdar, [row["text"] for row in rows])):
        ours = ours_of(minutes, kind, row["text"])
        best = max(ours, key=lambda o: token_f1(o["verb"], majority(row["spans"], "verb")), default=None)
        for role in ("verb", "source_actor", "target_actor"):
            mine = best[role] if best else set()
            golds = [tokens(" ".join(span.get(role) or [])) for span in row["spans"]]
            most = majority(row["spans"], role)
            for gold in golds:
                if gold:
                    sums[role, "each"].append(token_f1(mine, gold))
            if most:
                sums[role, "majority"].append(token_f1(mine, most))
                sums[role, "shared"].append(float(bool(mine & most)))
            if any(golds):
                sums[role, "best"].append(max(token_f1(mine, gold) for gold in golds if gold))
    for role, name in (("verb", "verb"), ("source_actor", "source"), ("target_actor", "target")):
        cells = [sum(sums[role, k]) / max(len(sums[role, k]), 1) for k in ("each", "best", "majority", "shared")]
        print(f"| {kind} {name} | {len(sums[role, 'majority'])} | " + " | ".join(f"{c:.3f}" for c in cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--mahdar", default="build/mahdar")
    parser.add_argument("--errors", type=pathlib.Path)
    args = parser.parse_args()
    if args.errors:
        args.errors.mkdir(parents=True, exist_ok=True)
    print("| detection | sentences | with event | precision | recall | F1 | in vain, easy | in vain, difficult |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for kind in TYPES:
        detection(args.mahdar, args.corpus, kind, args.errors)
    for kind in TYPES:
        detection(args.mahdar, args.corpus, kind, None, news=True)
    for kind in TYPES:
        learned(args.mahdar, args.corpus, kind)
    print("\n| token F1 | sentences | each annotator | the nearest | majority | a token shared |")
    print("|---|--:|--:|--:|--:|--:|")
    for kind in TYPES:
        overlap(args.mahdar, args.corpus, kind)
    return 0


if __name__ == "__main__":
    sys.exit(main())
