#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Bring the name corpora into one form for the trainer: `word TAB tag`, a blank line between sentences, `# news` or
`# encyclopaedia` in front of each article. A corpus that does not tell its articles is cut into pieces of a length of news.

usage: names_corpus.py CORPORA OUT_FOLDER
Writes train.tsv, and test_anercorp.tsv, test_aqmar.tsv, which no training ever sees. The official CAMeL test part of
ANERcorp is the end of the whole corpus, which is cut off; AQMAR gives every third article to the test. The sentences
of lang/names/written are added to the training.
"""
import re
import sys
from pathlib import Path

import written_names

WRITTEN = Path(__file__).resolve().parents[2] / "lang/names/written"
KINDS = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MIS", "MIS": "MIS"}
WIKINEWS = {"PROPN.P": "PER", "PROPN.L": "LOC", "PROPN.O": "ORG"}


def read_bio(path):
    """Sentences of (word, tag) of a file with a word and its tag on each line."""
    sentence = []
    for line in path.read_text(encoding="utf-8").replace("\ufeff", "").split("\n"):
        cells = line.rsplit(" ", 1)
        if len(cells) != 2 or not re.match(r"O$|[BI]-", cells[1].strip()) or not cells[0].strip():
            if sentence:
                yield sentence
            sentence = []
            continue
        word, tag = cells[0].strip(), cells[1].strip()
        kind = KINDS.get(re.sub(r"\d+$", "", tag[2:].upper())[:4].rstrip("-"), "MIS") if tag != "O" else ""
        sentence.append((word, "O" if tag == "O" else f"{tag[0]}-{kind}"))
    if sentence:
        yield sentence


def cut_at_stops(sentences, longest=120):
    """The whole ANERcorp has no sentence breaks: a full stop makes one."""
    for sentence in sentences:
        part = []
        for pair in sentence:
            part.append(pair)
            if pair[0] in (".", "؟", "!") or len(part) >= longest:
                yield part
                part = []
        if part:
            yield part


def restored(test, whole, window=100):
    """The test part in the wording of the whole corpus, and the position where it begins there.

    The file at hand has a wrong first word (with a wrong tag) in every sentence. The others tell where the sentence stands in the whole corpus,
    of which the test is the last part: there the right word is."""
    words = [w for w, _ in whole]
    opening = [w for w, _ in test[0]][1:]
    begin = next(i for i in range(len(words)) if words[i:i + len(opening)] == opening) - 1
    sentences, at = [], begin
    for sentence in test:
        rest = [w for w, _ in sentence][1:]
        rest = rest[:-1] if rest[-2:] == [".", "."] else rest
        start = next((i for i in range(at, min(at + window, len(words))) if words[i + 1:i + 1 + len(rest)] == rest), None)
        if start is None:
            sentences.append(sentence)
            continue
        sentences.append([whole[start]] + sentence[1:])
        at = start + len(sentence)
    return sentences, begin


def read_wikinews(path):
    """The written words of the annotated Wikinews articles; neighbouring name words of a kind are one name."""
    sentence, before = [], ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) < 2 or cells[0] == "#":
            if sentence:
                yield sentence
            sentence, before = [], ""
            continue
        kinds = [WIKINEWS.get(seg.rsplit("/", 1)[-1]) for seg in cells[1].split(" ")]
        kind = next((k for k in kinds if k), "")
        joined = kind == before and len(cells[1].split(" ")) == 1
        sentence.append((cells[0], f"{'I' if joined else 'B'}-{kind}" if kind else "O"))
        before = kind
    if sentence:
        yield sentence


def read_names(folder):
    """Words that people bear as names, with how often (Wikidata)."""
    times = {}
    for path in sorted(folder.glob("wd_arabic*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 3:
                word = cells[1].replace(" ", "")
                times[word] = max(times.get(word, 0), int(cells[2]))
    return sorted(times.items())


def in_pieces(sentences, shortest=400):
    """Lists of sentences with so many words or more."""
    pieces, words = [[]], 0
    for sentence in sentences:
        if words >= shortest:
            pieces.append([])
            words = 0
        pieces[-1].append(sentence)
        words += len(sentence)
    if words < shortest / 2 and len(pieces) > 1:
        pieces[-2] += pieces.pop()
    return pieces


def news(sentences):
    return [("news", piece) for piece in in_pieces(sentences)]


def encyclopaedia(paths):
    return [("encyclopaedia", list(read_bio(path))) for path in paths]


def written():
    for path in sorted(WRITTEN.glob("*.txt")):
        yield "encyclopaedia" if path.stem.startswith("encyclopaedia") else "news", written_names.read(path)


def write(path, articles):
    with path.open("w", encoding="utf-8") as out:
        for genre, sentences in articles:
            out.write(f"# {genre}\n")
            for sentence in sentences:
                out.write("".join(f"{word}\t{tag}\n" for word, tag in sentence) + "\n")
    print(f"{path.name}: {sum(len(sentences) for _, sentences in articles)} sentences")


def main():
    corpora, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    test = list(read_bio(corpora / "anercorp/ANERCorp_CamelLab_test.txt"))
    whole = [pair for s in read_bio(corpora / "anercorp/ANERCorp.txt") for pair in s]
    test, begin = restored(test, whole)
    newswire = cut_at_stops([whole[:begin]])
    articles = sorted((corpora / "aqmar/aqmar/articles").glob("*.txt"))
    held = articles[::3]
    train = news(newswire) + encyclopaedia(path for path in articles if path not in held)
    train += news(read_wikinews(corpora / "wikinews-pos/wikinews.tsv"))
    train += written()
    names = read_names(corpora / "nettranslit-wikidata")
    (out / "names.tsv").write_text("".join(f"{word}\t{times}\n" for word, times in names), encoding="utf-8")
    write(out / "train.tsv", train)
    write(out / "test_anercorp.tsv", news(test))
    write(out / "test_aqmar.tsv", encyclopaedia(held))


if __name__ == "__main__":
    main()
