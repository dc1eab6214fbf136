#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the readings against annotated text.

Usage: measure_readings.py CORPORA [--reader "build/mahdar readings"] [--only NAME] [--errors N]

CORPORA is a folder with pud, iahlt-morph, padt-ud2-words-upos and wikinews-pos. For each it tells
  segmentation   written Arabic words whose clitics are cut exactly as annotated
  upos           annotated syntactic words with the same part of speech (a wrong cut is wrong)
  coarse         the same where the schemes of the corpora differ by book, not by fact: words of grammar (ADP, CCONJ,
                 SCONJ, PART, PRON, DET, ADV) are one class, AUX is VERB
With --coverage FILE instead: the share of running Arabic words that the lexicon knows, and the commonest it does not.
The article is never a clitic here: a corpus that splits it is joined first.
"""
import argparse
import collections
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
ARABIC = re.compile("^[\u0621-\u064a\u0670-\u06d3]+$")
CLITICS = set("و ف ب ل ك س أ ه ها هم هما هن ي ني نا كم ك كما كن".split())


def bare(text):
    return MARKS.sub("", text)


def fold(text):
    return bare(text).translate(FOLD)


class Word:
    """A written word: its letters, its segments and their tags."""

    def __init__(self, form, segments, tags):
        self.form, self.segments, self.tags = form, segments, tags

    def cut(self):
        """What stands before and behind the stem: the same for restored and written stems."""
        folded = [fold(s) for s in self.segments]
        stem = max(range(len(folded)), key=lambda i: (folded[i] not in FOLDED_CLITICS, len(folded[i])))
        return tuple(folded[:stem]), tuple(folded[stem + 1:])


FOLDED_CLITICS = {fold(c) for c in CLITICS}


def fine_tag(tag, features):
    """VERB with aspect and voice, as the Wikinews annotation writes them: VERB.PA, VERB.IP, VERB.C."""
    aspect = {"Perf": "P", "Imp": "I"}.get(dict(f.split("=") for f in features.split("|") if "=" in f).get("Aspect"))
    if tag != "VERB" or aspect is None:
        return tag
    if "Mood=Imp" in features:
        return "VERB.C"
    return "VERB." + aspect + ("P" if "Voice=Pass" in features else "A")


def conllu(path, fine=False):
    """Sentences of words; tokens without a space between are one written word."""
    sentence, parts, tags = [], [], []
    text, place = "", 0

    def flush():
        nonlocal parts, tags
        if parts:
            sentence.append(Word("".join(parts), parts, tags))
        parts, tags = [], []

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# text ="):
            text, place = line[8:].strip(), 0
        if not line:
            flush()
            if sentence:
                yield text, sentence
            sentence = []
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        form, tag = cells[1], fine_tag(cells[3], cells[5]) if fine else cells[3]
        letters = bool(ARABIC.match(bare(form)))
        found = text.translate(FOLD).find(form.translate(FOLD), place)
        length = len(form)
        if form == "ال" and text[place:place + 1] == "ل" and text[place:place + 2] != "ال":
            found, length = place, 1  # للجنة is ل + ال + لجنة or ل + ال + جنة
        spaced = found >= 0 and not text[place:found].strip() and found > place
        place = found + length if found >= 0 else place
        if parts and (not letters or spaced):
            flush()
        if form == "ال" and tag == "DET":
            parts.append(form)
            tags.append("ARTICLE")
        elif tags and tags[-1] == "ARTICLE" and letters:
            parts[-1] += form
            tags[-1] = tag
        else:
            parts.append(form)
            tags.append(tag)
        joined = "SpaceAfter=No" in cells[9] or (found >= 0 and text[place:place + 1].strip())
        if not joined or not letters:
            flush()


def padt(path):
    """A line for a sentence; "_" marks a written word that its parts follow."""
    for line in open(path, encoding="utf-8"):
        tokens, tags = line.rstrip("\n").split("\t")
        tokens, tags = tokens.split(" "), tags.split(" ")
        sentence, i = [], 0
        while i < len(tokens):
            if tags[i] != "_":
                sentence.append(Word(tokens[i], [tokens[i]], [tags[i]]))
                i += 1
                continue
            surface, j = tokens[i], i + 1
            best = None
            for n in range(2, 5):
                joined = fold("".join(tokens[j:j + n]))
                gap = abs(len(joined.replace("الا", "لا")) - len(fold(surface)))
                if j + n <= len(tokens) and "_" not in tags[j:j + n] and (best is None or gap < best[0]):
                    best = (gap, n)
            n = best[1] if best else 2
            sentence.append(Word(surface, tokens[j:j + n], tags[j:j + n]))
            i = j + n
        yield " ".join(w.form for w in sentence), sentence


def wikinews(path, fine=False):
    sentence = []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if cells[0] in ("", "#"):
            if sentence:
                yield " ".join(w.form for w in sentence), sentence
            sentence = []
            continue
        pairs = [p.rpartition("/") for p in cells[1].split(" ")]
        sentence.append(Word(cells[0], [p[0] for p in pairs], [p[2] if fine else p[2].split(".")[0] for p in pairs]))
    if sentence:
        yield " ".join(w.form for w in sentence), sentence


CORPORA = {
    "pud": (conllu, "pud/ar_pud-ud-test.conllu"),
    "wikinews": (wikinews, "wikinews-pos/wikinews.tsv"),
    "iahlt": (conllu, "iahlt-morph/ar_iahlt-ud-test.conllu"),
    "iahlt-train": (conllu, "iahlt-morph/ar_iahlt-ud-train.conllu"),
    "padt": (padt, "padt-ud2-words-upos/ar_padt-ud-test.txt"),
    "padt-dev": (padt, "padt-ud2-words-upos/ar_padt-ud-dev.txt"),
}
USUAL = ["pud", "wikinews", "iahlt", "padt"]


GRAMMAR = {"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "ADV"}


def coarse(tag):
    return "GRAMMAR" if tag in GRAMMAR else "VERB" if tag == "AUX" else tag


def coverage(reader, path, show):
    output = subprocess.run(shlex.split(reader) + [path], capture_output=True, check=True).stdout.decode("utf-8")
    total, guessed, whole = 0, collections.Counter(), ""
    for line in output.split("\n"):
        cells = line.split("\t")
        if len(cells) != 10 or not ARABIC.match(bare(cells[1])):
            continue
        if "Offset=" in cells[9]:
            total += 1
            whole = cells[1]
        if "Guess=Yes" in cells[9]:
            guessed[bare(whole)] += 1
    print(f"words {total}  known {100 * (1 - sum(guessed.values()) / total):.2f} per cent")
    print(" ".join(f"{word} {n}" for word, n in guessed.most_common(show)))


def read_back(reader, text):
    """Readings of `text` by the place where each written word begins."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        output = subprocess.run(shlex.split(reader) + [file.name], capture_output=True, check=True)
    words, word, left = {}, None, 0
    for line in output.stdout.decode("utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) != 10:
            continue
        offset = re.search(r"Offset=(\d+):(\d+)", cells[9])
        if "-" in cells[0]:
            first, last = cells[0].split("-")
            left = int(last) - int(first) + 1
            word = Word(cells[1], [], [])
            words[int(offset.group(1))] = word
        elif left:
            word.segments.append(cells[1])
            word.tags.append(cells[3])
            left -= 1
        elif offset:
            words[int(offset.group(1))] = Word(cells[1], [cells[1]], [cells[3]])
    return words


def measure(name, corpora, reader, show):
    load, path = CORPORA[name]
    sentences = list(load(pathlib.Path(corpora) / path))
    text, gold, at = [], [], 0
    for raw, words in sentences:
        place = 0
        for word in words:
            found = raw.find(word.form, place)
            if found < 0:
                continue
            gold.append((at + found, word))
            place = found + len(word.form)
        text.append(raw)
        at += len(raw) + 1
    ours = read_back(reader, "\n".join(text))
    total = right = words = tags = rough = apart = 0
    cuts, confusion, examples = collections.Counter(), collections.Counter(), collections.defaultdict(collections.Counter)
    for begin, word in gold:
        mine = ours.get(begin)
        if mine is None:  # a piece that the corpus glues to its neighbour
            apart += 1
            continue
        arabic = bool(ARABIC.match(bare(word.form)))
        same = mine is not None and bare(mine.form) == bare(word.form) and mine.cut() == word.cut()
        if arabic:
            total += 1
            right += same
            if not same:
                cuts[(word.form, "+".join(word.segments), "+".join(mine.segments) if mine else "-")] += 1
        words += len(word.tags)
        if same and len(mine.tags) == len(word.tags):
            for seg, want, got in zip(word.segments, word.tags, mine.tags):
                tags += want == got
                rough += coarse(want) == coarse(got)
                if want != got:
                    confusion[(want, got)] += 1
                    examples[(want, got)][seg] += 1
    print(f"{name:12} words {total:6}  segmentation {100 * right / total:6.2f}   "
          f"syntactic words {words:6}  upos {100 * tags / words:6.2f}  coarse {100 * rough / words:6.2f}   not aligned {apart}")
    if show:
        print("  cuts:", "  ".join(f"{w}={g}/{m} {n}" for (w, g, m), n in cuts.most_common(show)))
        for pair, n in confusion.most_common(show // 3):
            print("  %s→%s %d:" % (*pair, n), " ".join(w for w, _ in examples[pair].most_common(12)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpora")
    parser.add_argument("--reader", default="build/mahdar readings")
    parser.add_argument("--only", action="append", choices=sorted(CORPORA))
    parser.add_argument("--coverage", metavar="FILE")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    if args.coverage:
        coverage(args.reader, args.coverage, args.errors or 200)
        return 0
    for name in args.only or USUAL:
        measure(name, args.corpora, args.reader, args.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
