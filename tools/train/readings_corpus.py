#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write what readings are learned from: `word TAB segment/TAG segment/TAG`, a blank line after a sentence.

usage: readings_corpus.py CORPORA OUT
OUT gets all.tsv, and the same split into train.tsv and held.tsv (the last fifth of each corpus, by sentences).
Only corpora whose licence lets weights ship: Arabic-PUD and the annotated Wikinews articles.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import measure_readings  # noqa: E402


def write(sentences, file):
    for _, sentence in sentences:
        for word in sentence:
            file.write(word.form + "\t" + " ".join(f"{s}/{t}" for s, t in zip(word.segments, word.tags)) + "\n")
        file.write("\n")


def main():
    corpora, out = (pathlib.Path(a) for a in sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    pud = list(measure_readings.conllu(corpora / "pud/ar_pud-ud-test.conllu", fine=True))
    wikinews = list(measure_readings.wikinews(corpora / "wikinews-pos/wikinews.tsv", fine=True))
    files = {name: open(out / f"{name}.tsv", "w", encoding="utf-8") for name in ("all", "train", "held")}
    for sentences in (pud, wikinews):
        cut = len(sentences) * 4 // 5
        write(sentences, files["all"])
        write(sentences[:cut], files["train"])
        write(sentences[cut:], files["held"])
    for file in files.values():
        file.close()


if __name__ == "__main__":
    main()
