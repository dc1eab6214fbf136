#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tests of tools/gazetteer over places of our own. usage: test_gazetteer.py TOOLS_GAZETTEER"""
import struct
import sys
import unittest
import zlib
import tempfile

sys.path.insert(0, sys.argv.pop(1))
import gazetteer  # noqa: E402
import sources  # noqa: E402

NOUNS = {"محافظة", "ولاية"}


def place(source, name, country, population):
    return gazetteer.Place(source, name, country, "city", population, 1.0, 2.0)


class Names(unittest.TestCase):
    def test_clean(self):
        self.assertEqual(gazetteer.clean("أُمّ صَلاَل\u200e"), "أم صلال")
        self.assertEqual(gazetteer.clean("موانيا، بونتيفيدرا"), "موانيا")
        self.assertEqual(gazetteer.clean("ریف"), "ريف")
        for unfit in ("Sakākā", "", "با", "مدينة 6"):
            self.assertIsNone(gazetteer.clean(unfit))

    def test_unit(self):
        self.assertEqual(gazetteer.unit_name("محافظة أبين", NOUNS), "أبين")
        self.assertEqual(gazetteer.unit_name("أبين", NOUNS), "أبين")
        self.assertIsNone(gazetteer.unit_name("المحافظة الوسطى", NOUNS))

    def test_latin(self):
        self.assertEqual(gazetteer.latin("Muḩāfaz̧at Abyan"), gazetteer.latin("Muhafazat Abyan"))
        self.assertEqual(gazetteer.latin("Abyan Governorate"), "abyan")


class Choice(unittest.TestCase):
    def test_order(self):
        rows = gazetteer.chosen([place("b", "نخيل", "AAA", 5), place("a", "نخيل", "BBB", 9), place("c", "نخيل", "BBB", 7),
                                 place("d", "سدرة", "AAA", 8)], set())
        self.assertEqual([r.source for r in rows], ["a", "d", "b"])

    def test_known(self):
        rows = [place("a", "نخيل", "AAA", 5), place("b", "سدرة", "AAA", 5)]
        self.assertEqual([r.source for r in gazetteer.chosen(rows, {"النخيل"})], ["b"])


def packed(value):
    """A library with one resource, as glib lays it out."""
    body = struct.pack("<II", len(value), 1) + zlib.compress(value)
    header = sources.GVDB_MAGIC + bytes(4) + struct.pack("<II", 24, 24 + 8 + 24)
    item = sources.GVDB_ITEM.pack(0, 0, 0, 0, b"v", b"\0", 56, 56 + len(body))
    return b"\x7fELF" + header + struct.pack("<II", 0, 0) + item + body


class Sources(unittest.TestCase):
    def test_towns(self):
        strings = [b"42", b"Palm", b"07", b"Coast", b"AA", b"Land", b"Zone"]
        record, ends = b"", []
        for text in strings:
            record += text + b"\0"
            ends.append(len(record))
        record += bytes(-len(record) % 4) + struct.pack("<I", 12345)
        record += bytes(-len(record) % 8) + struct.pack("<dd", 1.5, -2.5) + bytes(reversed(ends))
        with tempfile.NamedTemporaryFile() as file:
            file.write(packed(record + struct.pack("<I", len(record))))
            file.flush()
            self.assertEqual(sources.towns(file.name), [sources.Town("42", "07", "Coast", "AA", 12345, 1.5, -2.5)])


if __name__ == "__main__":
    unittest.main()
