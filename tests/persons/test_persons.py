#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Who is who, and who speaks, in small articles composed of patterns, persons, offices and states.

usage: test_persons.py MAHDAR FOLDER [--failing]

FOLDER/articles.tsv: an article of one or more sentences; who speaks in each (A, B, or `-` where nobody is asked for); and
`least`: of its COMPOSED articles how many must hold. [A ...] is a mention of person A, [B ...] of B, and in it n is the
name (people.tsv), l what it is called later, o the office with its state (offices.tsv, states.tsv), r the office without
it. Everywhere s is the state, k its capital, m and f its adjective, outside brackets Bs of B. {ending} is written for
a woman, {man|woman} for either; {Bending} asks about B; \\n ends a headline.

An article holds if every mention has an actor of the right name and state, no other person is found, and who speaks is of
the state of whom the line names. --failing prints what does not hold, for reading.
"""
import pathlib
import re
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sides"))
import composing  # noqa: E402 - beside the other tests that compose
import test_sides  # noqa: E402

COMPOSED = 24  # articles of each pattern
MENTION = re.compile(r"\[([A-C]) (.*?)\]")
LATIN = re.compile(r"(?<![A-Za-z])([A-C]?)([a-z])(?![a-z])")
CHOICE = re.compile(r"{([AB]?)(?:([^{}|]*)\|)?([^{}|]*)}")


def person(folder, number):
    """The person of a number: the strides walk through all people, offices and states in a different order."""
    people, offices, states = (test_sides.rows(folder / name) for name in ("people.tsv", "offices.tsv", "states.tsv"))
    who, office, state = people[number * 7 % len(people)], offices[number * 5 % len(offices)], states[number * 3 % len(states)]
    told = {"n": who["name"], "l": who["short"], "sex": who["sex"], "code": state["code"], **{k: state[k] for k in "mfsk"}}
    for key, words in (("o", office["office"]), ("r", office["short"])):
        words = CHOICE.sub(lambda choice: choice[3] if who["sex"] == "f" else choice[2] or "", words)
        feminine = words.replace("mة", "f")
        told[key] = re.sub("[mfs]", lambda gap: told[gap[0]], feminine)
    return told


def filled(words, persons, letter):
    return LATIN.sub(lambda gap: persons[gap[1] or letter][gap[2]], words)


def composed(folder, pattern, number):
    """The article, its persons, and where each is mentioned: letter, begin, end."""
    persons = {letter: person(folder, number + 11 * i) for i, letter in enumerate("ABC")}
    chosen = CHOICE.sub(lambda c: c[3] if persons[c[1] or "A"]["sex"] == "f" else c[2] or "", pattern)
    chosen = chosen.replace("mة", "f").replace("\\n", "\n")
    text, spans, at = "", [], 0
    for mention in MENTION.finditer(chosen):
        text += filled(chosen[at : mention.start()], persons, "A")
        begin = len(text)
        text += filled(mention[2], persons, mention[1])
        spans.append((mention[1], begin, len(text)))
        at = mention.end()
    return text + filled(chosen[at:], persons, "A"), persons, spans


def plain(name):
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.replace("\u0649", "\u064a").replace("\u0629", "\u0647")


def faults(row, minutes, text, article):
    _, persons, spans = article
    fullest = {plain(persons[letter]["n"]): letter for letter, _, _ in spans}
    letters = {}
    for actor in minutes["actors"]:
        if actor["kind"] in ("person", "office") and fullest:
            letters[actor["id"]] = letter = fullest.get(plain(actor["name"]))
            if letter is None or actor.get("code") != persons[letter]["code"]:
                yield f"{actor['kind']} {actor['name']} {actor.get('code')}"
    told = [(letters.get(a["id"]), *span) for a in minutes["actors"] for span in a["mentions"]]
    for letter, begin, end in spans:
        if not any(who == letter and first < end and begin < last for who, first, last in told):
            yield f"not {letter}: {text[begin:end]}"
    begin, codes = 0, {actor["id"]: actor.get("code") for actor in minutes["actors"]}
    for sentence, letter in zip(re.split(r"(?<=\.) |\n", text), row["speakers"].split(), strict=True):
        end = begin + len(sentence)
        said = {codes.get(quote.get("speaker")) for quote in minutes["quotes"] if begin <= quote["span"][0] < end}
        if letter != "-" and said != {persons[letter]["code"]}:
            yield f"speaker of {sentence}"
        begin = end + 1


def main():
    mahdar, folder, *_ = sys.argv[1:]
    folder = pathlib.Path(folder)
    patterns = test_sides.rows(folder / "articles.tsv")
    articles = [(row, composed(folder, row["pattern"], 3 * line + i)) for line, row in enumerate(patterns) for i in range(COMPOSED)]
    return composing.report(mahdar, patterns, [(row, article[0], article) for row, article in articles], faults)


if __name__ == "__main__":
    sys.exit(main())
