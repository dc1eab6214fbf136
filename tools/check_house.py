#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold the walls of the house: what a compiler does not see.

usage: check_house.py [--top N]     run in the root of the repository

 rooms    a room includes only rooms to its left (base ... cli)
 size     functions, files, parameters and line lengths stay under their ceilings
 letters  no Arabic string in C: words live in lang/, a letter in code is a named code point
 globals  no mutable variable at file level
 paths    no absolute path, no name of a package host
 cells    a string that asks a table of lang/ for a class, a role or a use stands in that table
 heads    every source file starts with its licence and its role
 page     web/*.ts makes no markup out of text, runs none, writes no style attribute; its words live in labels.tsv

Prints a line for each fault (file:line: reason), exits 1 if there was one.
--top N prints the N longest functions and files instead.
"""
import re
import statistics
import subprocess
import sys
from pathlib import Path

ROOMS = ["base", "text", "lexicon", "reading", "mention", "clause", "record", "minutes", "dossier", "export", "serve", "cli"]
FILE_LINES, FUNCTION_LINES, FUNCTION_P95, FUNCTION_MEDIAN, PARAMETERS, COLUMNS = 600, 80, 50, 12, 5, 100
# Switch tables whose length is their nature.
LONG_FUNCTIONS = set()
# Functions whose parameters another library prescribes.
PRESCRIBED = {"request_handle"}

ARABIC = re.compile(r"[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFF]")
FUNCTION = re.compile(r"^(?!typedef|struct|enum|union|#|\s|/|\*|\})([A-Za-z_][^;={}]*?)\b(\w+)\(([^;{}]*)\)\s*\{", re.M | re.S)
# A declaration at file level that is neither const, typedef, function nor extern.
GLOBAL = re.compile(r"^(?:static\s+)?(?!const|typedef|extern|return|enum|struct\s+\w+\s*\{|union|_Static_assert|_Noreturn|inline)"
                    r"(?:[A-Za-z_]\w*[\s*]+)+(\w+)(?:\[[^\]]*\])*\s*(?:=[^=]|;)", re.M)
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|setAttribute\(\"style\"")
HOSTS = re.compile(r"pypi\.|crates\.io|npmjs|proxy\.golang|repo1\.maven|deb\.debian|://[^ ]*debian\.org")


# Functions that ask one table for a class or a role by its name, with that table.
NAMING = {"wording_use", "wording_ends", "wording_find", "slice_is", "scan_has_role", "person_hit"}  # told the table besides
ASKING = {"roles_class": "EVENT_CLASSES", "place_role": "PLACE_MARKERS", "wording_particle": "EVENT_PARTICLES"}
CALL = re.compile(r"\b(\w+)\(((?:[^()\"]|\"[^\"\n]*\"|\((?:[^()]|\([^()]*\))*\))*)\)")


def tracked(*patterns):
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z", "--", *patterns], capture_output=True, check=True)
    return [Path(p) for p in out.stdout.decode().split("\0") if p and Path(p).is_file()]


def without_comments(text):
    """The code with comments and strings blanked, lines kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', blank, text, flags=re.S)


def strings_of(text):
    """(offset, literal) of each string outside comments."""
    for match in re.finditer(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', text, flags=re.S):
        if match.group(0).startswith('"'):
            yield match.start(), match.group(0)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def functions(code):
    """(name, first line, length, number of parameters) of each function body."""
    for match in FUNCTION.finditer(code):
        depth, i = 1, match.end()
        while depth and i < len(code):
            depth += {"{": 1, "}": -1}.get(code[i], 0)
            i += 1
        parameters = match.group(3).strip()
        count = 0 if parameters in ("", "void") else re.sub(r"\([^()]*\)", "", parameters).count(",") + 1
        yield match.group(2), line_of(code, match.start()), code.count("\n", match.start(), i) + 1, count


def room_faults(path, text):
    room = path.parts[1]
    for match in re.finditer(r'^#include "(\w+)/', text, re.M):
        other = match.group(1)
        if other in ROOMS and ROOMS.index(other) > ROOMS.index(room):
            yield line_of(text, match.start()), f"{room} includes {other}, which is to its right"
        if room == "cli" and other not in ("cli",):
            yield line_of(text, match.start()), f"the command uses the public header only, not {other}"


def c_faults(path, text):
    code = without_comments(text)
    source = path.parts[0] in ("src", "include", "tools")
    if path.parts[0] == "src" and path.parts[1] in ROOMS:
        yield from room_faults(path, text)
    if "SPDX-License-Identifier" not in text[:200]:
        yield 1, "no SPDX line at its head"
    if source and path.suffix == ".c" and not re.search(r"Role:", text[:600]):
        yield 1, "no Role: in its head"
    lines = text.split("\n")
    if len(lines) - 1 > FILE_LINES and "_gen" not in path.name:
        yield 1, f"{len(lines) - 1} lines, ceiling {FILE_LINES}"
    for i, line in enumerate(lines, 1):
        if len(line) > COLUMNS and not ARABIC.search(line):
            yield i, f"{len(line)} columns, ceiling {COLUMNS}"
    for name, line, length, count in functions(code):
        if length > FUNCTION_LINES and name not in LONG_FUNCTIONS:
            yield line, f"{name} has {length} lines, ceiling {FUNCTION_LINES}"
        if count > PARAMETERS and source and name not in PRESCRIBED:
            yield line, f"{name} has {count} parameters, ceiling {PARAMETERS}"
    if source:
        for offset, literal in strings_of(text):
            if ARABIC.search(literal):
                yield line_of(text, offset), f"Arabic in a string: words live in lang/: {literal[:40]}"
        for match in GLOBAL.finditer(code):
            statement = code[match.start():match.end()]
            if path.suffix == ".c" and "const" not in statement and "(" not in statement:
                yield line_of(code, match.start()), f"mutable at file level: {match.group(1)}"


def tables():
    """What may be asked of each table: {TABLE: (its file, the words of its cells)}; empty where lang/ has none."""
    source = Path("src/lexicon/tables.def")
    if not source.is_file():
        return {}
    found = {}
    for name, file in re.findall(r'^TABLE\((\w+),\s*"([^"]+)"', source.read_text(encoding="utf-8"), re.M):
        if Path("lang", file).is_file():  # what the build generates need not be there
            found[name] = file, set(re.findall(r"[A-Za-z][\w-]*", Path("lang", file).read_text(encoding="utf-8")))
    return found


def cell_faults(text, cells):
    """Strings beside TABLE_X, or given to a function that asks one table, that the table does not have."""
    plain = re.sub(r"/\*.*?\*/|//[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group(0)), text, flags=re.S)
    for call in CALL.finditer(plain):
        named = re.search(r"\bTABLE_([A-Z_]+)", call.group(2))
        table = ASKING.get(call.group(1)) or (named and call.group(1) in NAMING and named.group(1))
        if table not in cells:
            continue
        file, words = cells[table]
        for word in re.findall(r'"([A-Za-z][\w-]*)"', call.group(2)):
            if word not in words:
                yield line_of(plain, call.start()), f"lang/{file} has no {word}"


def page_faults(path, text):
    if "SPDX-License-Identifier" not in text[:200]:
        yield 1, "no SPDX line at its head"
    if text.count("\n") > FILE_LINES:
        yield 1, f"{text.count(chr(10))} lines, ceiling {FILE_LINES}"
    for i, line in enumerate(text.split("\n"), 1):
        code = re.sub(r"^\s*(//|\*|/\*).*", "", line)
        if MARKUP.search(code):
            yield i, "text must stay text: nodes and attributes through base/dom.ts"
        if ARABIC.search(code):
            yield i, "a word in the code: words of the page live in web/labels.tsv"


def any_faults(path, text):
    for i, line in enumerate(text.split("\n"), 1):
        if re.search(r"/(?:home|work|root|tmp)/\w+/", line):
            yield i, "an absolute path"
        if HOSTS.search(line) and path.name != "check_house.py":
            yield i, "the name of a package host"


def main():
    c_files = [p for p in tracked("*.c", "*.h") if p.parts[0] != "build"]
    lengths, listing, bad, cells = [], [], 0, tables()
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        faults = list(any_faults(path, text))
        if path in c_files:
            faults += c_faults(path, text)
            faults += cell_faults(text, cells) if path.parts[0] == "src" else []
            listing.append((text.count("\n"), str(path)))
        if path.parts[0] == "web" and path.suffix == ".ts":
            faults += page_faults(path, text)
            listing.append((text.count("\n"), str(path)))
        if path in c_files:
            if path.parts[0] in ("src", "tools"):
                for name, line, length, _ in functions(without_comments(text)):
                    lengths.append(length)
                    listing.append((length, f"{path}:{line} {name}"))
        for line, reason in faults:
            bad += 1
            print(f"{path}:{line}: {reason}")
    lengths.sort()
    median = statistics.median(lengths) if lengths else 0
    p95 = lengths[int(len(lengths) * 0.95)] if lengths else 0
    if "--top" in sys.argv:
        for length, where in sorted(listing, reverse=True)[:int(sys.argv[sys.argv.index("--top") + 1])]:
            print(f"{length:6} {where}")
    if median > FUNCTION_MEDIAN or p95 > FUNCTION_P95:
        bad += 1
        print("functions have grown: see the next line")
    print(f"{len(lengths)} functions: median {median} lines (ceiling {FUNCTION_MEDIAN}), p95 {p95} (ceiling {FUNCTION_P95}); {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
