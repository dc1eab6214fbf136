#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure `mahdar classify` on UN sentences labelled for relevance and quad class.

usage: measure_classes.py CORPUS [--mahdar build/mahdar] [--folds N]

CORPUS is a folder with train.jsonl and dev.jsonl: "text", "binary" (0 1) and, for a part, "quad" (0 … 4).
Learns from train and tests on dev, for each of the two labels; with --folds N also over N folds of both parts
together. Prints a table in Markdown.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

QUADS = ["irrelevant", "material-conflict", "material-cooperation", "verbal-conflict", "verbal-cooperation"]
NAMES = {"binary": ["irrelevant", "relevant"], "quad": QUADS}


def examples(path, field):
    rows = (json.loads(line) for line in path.open(encoding="utf-8"))
    return [{"label": NAMES[field][row[field]], "text": row["text"]} for row in rows if row.get(field) is not None]


def write(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def trial(mahdar, train, test):
    """What `classify test` says of a classifier learned from `train`."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write(folder / "train.jsonl", train)
        write(folder / "test.jsonl", test)
        subprocess.run([mahdar, "classify", "train", folder / "model", folder / "train.jsonl"], check=True)
        result = subprocess.run([mahdar, "classify", "test", "--json", folder / "model", folder / "test.jsonl"],
                                check=True, capture_output=True)
    return json.loads(result.stdout)


def together(results):
    """The results of all folds as one: their counts of what was taken for what."""
    labels = sorted({c["label"] for r in results for c in r["classes"]})
    counts = {(a, b): 0 for a in labels for b in labels}
    for result in results:
        names = [c["label"] for c in result["classes"]]
        for c in result["classes"]:
            for name, count in zip(names, c["taken_for"]):
                counts[c["label"], name] += count
    classes = []
    for a in labels:
        right, gold = counts[a, a], sum(counts[a, b] for b in labels)
        guessed = sum(counts[b, a] for b in labels)
        classes.append({"label": a, "examples": gold, "precision": right / max(guessed, 1),
                        "recall": right / max(gold, 1), "f1": 2 * right / max(gold + guessed, 1),
                        "taken_for": [counts[a, b] for b in labels]})
    return {"examples": sum(counts.values()), "classes": classes,
            "accuracy": sum(counts[a, a] for a in labels) / max(sum(counts.values()), 1),
            "macro_f1": sum(c["f1"] for c in classes) / len(classes)}


def report(title, result):
    print(f"{title}: macro-F1 **{result['macro_f1']:.3f}**, accuracy {result['accuracy']:.3f}, {result['examples']} sentences\n")
    names = [c["label"] for c in result["classes"]]
    print("| class | examples | precision | recall | F1 | taken for " + " | ".join(names) + " |")
    print("|---|" + "--:|" * (4 + len(names)))
    for c in result["classes"]:
        print(f"| {c['label']} | {c['examples']} | {c['precision']:.3f} | {c['recall']:.3f} | **{c['f1']:.3f}** | "
              + " | ".join(str(n) for n in c["taken_for"]) + " |")
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--mahdar", default="build/mahdar")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", choices=sorted(NAMES))
    args = parser.parse_args()
    for field in [args.only] if args.only else ["binary", "quad"]:
        train, dev = (examples(args.corpus / f"{part}.jsonl", field) for part in ("train", "dev"))
        report(f"{field}, train → dev", trial(args.mahdar, train, dev))
        if args.folds:
            rows = train + dev
            results = [trial(args.mahdar, [r for i, r in enumerate(rows) if i % args.folds != fold],
                             rows[fold::args.folds]) for fold in range(args.folds)]
            report(f"{field}, {args.folds} folds", together(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
