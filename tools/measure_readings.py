#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the readings against annotated text.

Usage: measure_readings.py CORPORA [--reader "build/mahdar readings"] [--only NAME] [--errors N]

CORPORA is a folder with pud, iahlt-morph, padt-ud2-words-upos and wikinews-pos. For each it tells
  segmentation   written Arabic words whose clitics are cut exactly as annotated
  upos           annotated syntactic words with the same part of speech (a wrong cut is wrong)
  mapped         the same where tags that differ by the books of the corpora, not by fact, are one (tag_schemes.py)
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

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import tag_schemes  # noqa: E402

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
        self.features, self.known = ["_"] * len(tags), True
        self.skips_unknown = False  # the corpus tags X what it has no analysis for

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
    sentence, parts, tags, features = [], [], [], []
    text, place = "", 0

    def flush():
        nonlocal parts, tags, features
        if parts:
            sentence.append(Word("".join(parts), parts, tags))
            sentence[-1].features = features
        parts, tags, features = [], [], []

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
            features.append("_")
        elif tags and tags[-1] == "ARTICLE" and letters:
            parts[-1] += form
            tags[-1], features[-1] = tag, cells[5]
        else:
            parts.append(form)
            tags.append(tag)
            features.append(cells[5])
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
        for word in sentence:
            word.skips_unknown = True
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
    "padt-trees": (conllu, "padt-derived-trees/tree.test.conllu"),
    "padt-trees-dev": (conllu, "padt-derived-trees/tree.dev.conllu"),
    "padt-trees-train": (conllu, "padt-derived-trees/tree.train.conllu"),
    "padt-dev": (padt, "padt-ud2-words-upos/ar_padt-ud-dev.txt"),
}
USUAL = ["pud", "wikinews", "iahlt", "padt"]


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
            word.known = "Guess=Yes" not in cells[9]
        elif left:
            word.segments.append(cells[1])
            word.tags.append(cells[3])
            word.features.append(cells[5])
            word.known &= "Guess=Yes" not in cells[9]
            left -= 1
        elif offset:
            word = words[int(offset.group(1))] = Word(cells[1], [cells[1]], [cells[3]])
            word.features, word.known = [cells[5]], "Guess=Yes" not in cells[9]
    return words


class Tally:
    """What a corpus comes to."""

    def __init__(self):
        self.written = self.cut = self.words = self.counted = self.same = self.mapped = self.apart = 0
        self.verbs = self.tense = self.voice = self.both = 0
        self.cuts, self.confusion, self.excused, self.voices = (collections.Counter() for _ in range(4))
        self.examples = collections.defaultdict(collections.Counter)

    def add(self, other):
        for name, value in vars(other).items():
            if isinstance(value, int):
                setattr(self, name, getattr(self, name) + value)
            elif isinstance(value, collections.Counter):
                getattr(self, name).update(value)
        for pair, seen in other.examples.items():
            self.examples[pair].update(seen)

    def word(self, gold, mine, before, after):
        """A written word, and the annotated tags around it."""
        if ARABIC.match(bare(gold.form)):
            self.written += 1
            right = bare(mine.form) == bare(gold.form) and mine.cut() == gold.cut()
            self.cut += right
            if not right:
                self.cuts[(gold.form, "+".join(gold.segments), "+".join(mine.segments))] += 1
        else:
            right = bare(mine.form) == bare(gold.form)
        skipped = gold.tags.count("X") if gold.skips_unknown else 0
        self.words += len(gold.tags)
        self.counted += len(gold.tags) - skipped
        if not right or len(mine.tags) != len(gold.tags):
            return
        around = [before, *gold.tags, after]
        for i, (want, got) in enumerate(zip(gold.tags, mine.tags)):
            self.verb(gold, mine, i)
            self.same += want == got
            if gold.skips_unknown and want == "X":
                continue
            case = tag_schemes.Case(gold.segments[i], want, got, (around[i], around[i + 2]), mine.features[i], mine.known)
            rule = None if want == got else tag_schemes.excuse(case)
            self.mapped += want == got or rule is not None
            if rule:
                self.excused[rule] += 1
            elif want != got:
                self.confusion[(want, got)] += 1
                self.examples[(want, got)][gold.segments[i]] += 1

    def verb(self, gold, mine, i):
        """Aspect and voice, where the corpus tells them; a word that both take for a verb."""
        want, got = (dict(f.split("=") for f in word.features[i].split("|") if "=" in f) for word in (gold, mine))
        if gold.tags[i] not in ("VERB", "AUX") or mine.tags[i] not in ("VERB", "AUX") or "Aspect" not in want or "Voice" not in want:
            return
        if "Aspect" not in got:  # ليس, which has no tense here
            return
        tense, voice = want["Aspect"] == got.get("Aspect"), want["Voice"] == got.get("Voice")
        self.verbs += 1
        self.tense += tense
        self.voice += voice
        self.both += tense and voice
        if not voice:
            self.voices[want["Voice"] + " " + gold.segments[i]] += 1
        if not tense:
            self.voices[want["Aspect"] + " " + gold.segments[i]] += 1

    def show(self, name, count):
        print(f"{name:12} words {self.written:6}  segmentation {100 * self.cut / self.written:6.2f}   syntactic words {self.words:6}  "
              f"upos {100 * self.same / self.words:6.2f}  mapped {100 * self.mapped / self.counted:6.2f}   not aligned {self.apart}")
        if self.verbs:
            print(f"  verbs {self.verbs}: tense {100 * self.tense / self.verbs:.2f}  voice {100 * self.voice / self.verbs:.2f}  "
                  f"both {100 * self.both / self.verbs:.2f}")
        if count:
            print("  verbs:", "  ".join(f"{verb} {n}" for verb, n in self.voices.most_common(2 * count)))
            print("  mapped by:", "  ".join(f"{rule} {n}" for rule, n in self.excused.most_common()))
            print("  cuts:", "  ".join(f"{w}={g}/{m} {n}" for (w, g, m), n in self.cuts.most_common(count)))
            for pair, n in self.confusion.most_common(count // 3):
                print("  %s→%s %d:" % (*pair, n), " ".join(w for w, _ in self.examples[pair].most_common(count // 3)))


def measure(sentences, reader):
    text, gold, at = [], [], 0
    for raw, words in sentences:
        place = 0
        for i, word in enumerate(words):
            found = raw.find(word.form, place)
            if found >= 0:
                around = words[i - 1].tags[-1] if i else "", words[i + 1].tags[0] if i + 1 < len(words) else ""
                gold.append((at + found, word, around))
                place = found + len(word.form)
        text.append(raw)
        at += len(raw) + 1
    ours, tally = read_back(reader, "\n".join(text)), Tally()
    for begin, word, around in gold:
        if begin in ours:
            tally.word(word, ours[begin], *around)
        else:  # a piece that the corpus glues to its neighbour
            tally.apart += 1
    return tally


def sentences_of(name, corpora, **how):
    load, path = CORPORA[name]
    return list(load(pathlib.Path(corpora) / path, **how))


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
        measure(sentences_of(name, args.corpora), args.reader).show(name, args.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
