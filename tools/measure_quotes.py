#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure how far the speakers of direct quotes can be trusted, by their confidence.

usage: measure_quotes.py MAHDAR GOLD_FOLDER [--errors]

GOLD_FOLDER holds dev.jsonl and score.py. A direct quote with a speaker is right if an annotated
quote overlaps it by half or more and names the same speaker. The row of the least confidence at
which `mahdar extract` shows a speaker is the precision at the default.
"""
import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from measure_sides import load_score


def predict(mahdar, articles):
    lines = []
    for a in articles:
        title, text = a["title"], a["text"]
        headed = text.startswith(title + "\n")
        article = {"id": a["id"], "title": title if headed else "", "text": text[len(title) + 1:] if headed else text}
        if a.get("date"):
            article["date"] = a["date"]
        lines.append(json.dumps(article, ensure_ascii=False))
    result = subprocess.run([mahdar, "extract", "-"], input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in result.stdout.decode().splitlines()]


def judged(score, gold, minutes):
    """(confidence, right, quote) of every direct quote with a speaker."""
    wanted = [dict(s=score.spans(gold["text"], q["q"]), **q) for q in gold.get("quotes", [])]
    got = [dict(s=tuple(q["span"]), **q) for q in minutes.get("quotes", [])]
    overlap = lambda a, b: score.iou(a["s"], b["s"]) if score.iou(a["s"], b["s"]) >= 0.5 else 0
    pairs = {id(b): a for a, b in score.match(wanted, got, overlap)}
    for quote in got:
        speaker = score.pred_actor(minutes, [quote["speaker"]]) if quote.get("speaker") else []
        if quote["kind"] != "direct" or not speaker:
            continue
        want = (pairs.get(id(quote)) or {}).get("speaker") or {}
        name = want.get("name")
        right = score.name_match(name, speaker[0]["name"]) if name else bool(want) and want.get("code") == speaker[0].get("code")
        yield quote["confidence"], right, gold["text"][slice(*quote["s"])][:60]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mahdar")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not (options.folder / "dev.jsonl").exists():
        print(f"measure_quotes: skipped, {options.folder}/dev.jsonl is missing")
        return 0
    score = load_score(options.folder)
    articles = [json.loads(line) for line in (options.folder / "dev.jsonl").open(encoding="utf-8")]
    rows = [row for gold, minutes in zip(articles, predict(options.mahdar, articles)) for row in judged(score, gold, minutes)]
    shown, right = Counter(c for c, _, _ in rows), Counter(c for c, ok, _ in rows if ok)
    print("| confidence | direct quotes with speaker | right | precision | precision from here up |\n|--:|--:|--:|--:|--:|")
    for level in sorted(shown):
        above = [ok for c, ok, _ in rows if c >= level]
        print(f"| {level:.2f} | {shown[level]} | {right[level]} | {right[level] / shown[level]:.3f} | {sum(above) / len(above):.3f} |")
    for confidence, ok, words in rows:
        if options.errors and not ok:
            print(f"{confidence:.2f}\t{words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
