#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tools/coast over a shapefile of two made-up islands, one with a lake.  usage: test_coast.py TOOLS_COAST"""
import json
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(sys.argv.pop(1)) / "coast.py"


def polygon(*rings):
    points = [point for ring in rings for point in ring]
    firsts, at = [], 0
    for ring in rings:
        firsts.append(at)
        at += len(ring)
    return (struct.pack("<i4dii", 5, 0, 0, 0, 0, len(rings), len(points)) + struct.pack(f"<{len(firsts)}i", *firsts)
            + b"".join(struct.pack("<2d", *point) for point in points))


def shapefile(*shapes):
    records = b"".join(struct.pack(">ii", number, len(shape) // 2) + shape for number, shape in enumerate(shapes, 1))
    return struct.pack(">i", 9994) + bytes(96) + records


class Coast(unittest.TestCase):
    def run_over(self, content):
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder) / "land.shp", Path(folder) / "world.json"
            source.write_bytes(content)
            done = subprocess.run([sys.executable, "-B", SCRIPT, source, target], capture_output=True, text=True)
            return done.returncode, done.stderr, json.loads(target.read_text()) if target.exists() else None

    def test_islands(self):
        island, lake = [(0, 0), (10.004, 0.001), (10.0041, 0.0009), (5, 9), (0, 0)], [(4, 4), (5, 4), (4, 5), (4, 4)]
        code, _, made = self.run_over(shapefile(polygon(island, lake), polygon([(-170.126, -80), (-170, -81), (-170.126, -80)])))
        self.assertEqual(code, 0)
        self.assertEqual(made["type"], "MultiLineString")
        self.assertEqual(made["coordinates"], [[[0, 0], [10, 0], [5, 9], [0, 0]], [[4, 4], [5, 4], [4, 5], [4, 4]],
                                               [[-170.13, -80], [-170, -81], [-170.13, -80]]])

    def test_others_are_passed_over(self):
        self.assertEqual(self.run_over(shapefile(struct.pack("<i2d", 1, 3, 4) + bytes(32), polygon([(0, 0), (1, 1), (0, 0)])))[2]["coordinates"],
                         [[[0, 0], [1, 1], [0, 0]]])

    def test_what_is_none(self):
        for content in (b"no shapes at all", shapefile()):
            code, words, made = self.run_over(content)
            self.assertTrue(code != 0 and words and made is None, content)


if __name__ == "__main__":
    unittest.main()
