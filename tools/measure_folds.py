#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the readings of a corpus on parts that their weights have not seen.

Usage: measure_folds.py CORPORA [--build build] [--corpus pud|wikinews] [--folds 5] [--errors N]

The corpus is cut into FOLDS runs of neighbouring sentences. For each the weights are learned from the other runs and from the other corpus, compiled
into a model of their own (the lexicon is the same: it was written before, from news), and `mahdar readings` reads the run with it.
The figures are those of measure_readings.py.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "train")]
import measure_readings  # noqa: E402
import readings_corpus  # noqa: E402

ROUNDS = "8"  # as tools/train/train


def learned_model(build, work, learned):
    """A model file with weights that were learned from `learned`, tagged as the trainer wants it."""
    with open(work / "train.tsv", "w", encoding="utf-8") as file:
        readings_corpus.write(learned, file)
    (work / "models").mkdir(exist_ok=True)
    names = work / "models/names.weights"
    names.write_bytes((HERE.parent / "models/names.weights").read_bytes())
    subprocess.run([build / "train_readings", work / "train.tsv", work / "models/readings.weights", ROUNDS], check=True, stdout=subprocess.DEVNULL)
    more = [build / "lang"] if (build / "lang").exists() else []
    subprocess.run([build / "mkmodel", HERE.parent / "lang", work / "fold.model", work / "models", *more], check=True)
    return work / "fold.model"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build"))
    parser.add_argument("--corpus", choices=["pud", "wikinews"], default="pud")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    other = "wikinews" if args.corpus == "pud" else "pud"
    coarse = measure_readings.sentences_of(args.corpus, args.corpora)
    fine = measure_readings.sentences_of(args.corpus, args.corpora, fine=True)
    rest = measure_readings.sentences_of(other, args.corpora, fine=True)
    whole = measure_readings.Tally()
    with tempfile.TemporaryDirectory() as work:
        for fold in range(args.folds):
            begin, end = (len(coarse) * k // args.folds for k in (fold, fold + 1))
            model = learned_model(args.build, pathlib.Path(work), fine[:begin] + fine[end:] + rest)
            tally = measure_readings.measure(coarse[begin:end], f"{args.build / 'mahdar'} readings --model {model}")
            tally.show(f"fold {fold + 1}", 0)
            whole.add(tally)
    whole.show(args.corpus, args.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
