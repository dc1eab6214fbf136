#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write src/text/forms_gen.inc: Arabic presentation forms as the letters they stand for.

Input: Python's Unicode tables. Output: on standard output, two C arrays:
letters of all forms one behind the other, and where each form's letters begin.
Usage: tools/gen/forms.py > src/text/forms_gen.inc
"""
import unicodedata

BLOCKS = ((0xFB50, 0xFE00), (0xFE70, 0xFEFF))
SPACE = 0x20
LETTERS_MAX = 4


def letters(point):
    """Letters of a form; a phrase (the honorifics) counts as one space, a lone mark as nothing."""
    text = unicodedata.normalize("NFKC", chr(point))
    if text == chr(point):
        return []
    if " " in text.strip():
        return [SPACE]
    points = [ord(c) for c in text if c != " "]
    if any(not 0x600 <= p <= 0x6FF for p in points):
        raise SystemExit(f"U+{point:04X} holds a letter outside U+0600..U+06FF")
    if len(points) > LETTERS_MAX:
        raise SystemExit(f"U+{point:04X} is longer than FORM_LETTERS_MAX")
    return points


def wrapped(numbers, pattern):
    lines, line = [], "   "
    for number in numbers:
        cell = " " + pattern % number + ","
        if len(line) + len(cell) > 98:
            lines.append(line)
            line = "   "
        line += cell
    return "\n".join(lines + [line])


def main():
    pool, starts = [], []
    for begin, end in BLOCKS:
        for point in range(begin, end):
            starts.append(len(pool))
            pool += letters(point)
    starts.append(len(pool))
    print("/* SPDX-License-Identifier: Apache-2.0")
    print(" * Made by tools/gen/forms.py from the Unicode tables; do not edit.")
    print(" * FORM_START counts U+FB50..U+FDFF, then U+FE70..U+FEFE; no letters: kept as it is. */")
    print("static const uint16_t FORM_LETTERS[] = {\n" + wrapped(pool, "0x%03X") + "\n};")
    print("static const uint16_t FORM_START[] = {\n" + wrapped(starts, "%d") + "\n};")


main()
