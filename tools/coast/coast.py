#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The outlines of land for the maps of the page, from Natural Earth's ne_110m_land.shp.

usage: coast.py SHAPES OUTPUT      OUTPUT: one GeoJSON MultiLineString, degrees with two decimals

Borders of states are left out on purpose: many are what the talks are about.

A shapefile (ESRI, 1998): a head of 100 bytes, then records

    number, length (big endian, in words of two bytes) | kind 5, box, parts, points (little endian)
    | first point of each part | longitude, latitude of each point
"""
import json
import struct
import sys

HEAD, POLYGON = 100, 5
MAGIC = 9994


def rings_of(record):
    """The rings of a polygon's record, as lists of (longitude, latitude)."""
    kind, parts, points = struct.unpack_from("<i32xii", record)
    if kind != POLYGON:
        return
    firsts = [*struct.unpack_from(f"<{parts}i", record, 44), points]
    numbers = struct.unpack_from(f"<{2 * points}d", record, 44 + 4 * parts)
    places = list(zip(numbers[::2], numbers[1::2]))
    for begin, end in zip(firsts, firsts[1:]):
        yield places[begin:end]


def records_of(shapes):
    if struct.unpack_from(">i", shapes)[0] != MAGIC:
        raise SystemExit("no shapefile")
    at = HEAD
    while at + 8 <= len(shapes):
        length = 2 * struct.unpack_from(">i", shapes, at + 4)[0]
        yield shapes[at + 8:at + 8 + length]
        at += 8 + length


def rounded(ring):
    """With two decimals, and without points that then are the one before them."""
    line = []
    for longitude, latitude in ring:
        point = [round(longitude, 2), round(latitude, 2)]
        if not line or line[-1] != point:
            line.append(point)
    return line


def main():
    source, target = sys.argv[1:]
    with open(source, "rb") as file:
        lines = [rounded(ring) for record in records_of(file.read()) for ring in rings_of(record)]
    if not lines:
        raise SystemExit(f"{source}: no outlines")
    with open(target, "w", encoding="ascii") as file:
        json.dump({"type": "MultiLineString", "coordinates": lines}, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
