# SPDX-License-Identifier: Apache-2.0
"""Reads what the installed packages know of places.

geonames.mo            Arabic names of towns by GeoNames id, of provinces by "COUNTRY.CODE"
libgeonames.so         towns of the world: id, province, country, inhabitants, latitude, longitude
CLDR subdivisions      Arabic and English names of provinces by ISO 3166-2 code
CLDR supplemental      ISO 3166-1: two letters to three
"""
import collections
import gettext
import struct
import xml.etree.ElementTree as tree
import zlib

Town = collections.namedtuple("Town", "id code province country population latitude longitude")

GVDB_MAGIC = b"GVariant\0\0\0\0"
GVDB_ITEM = struct.Struct("<IIIHccII")  # hash, parent, key, key length, type, -, value from, to
BLOOM_BITS = (1 << 27) - 1
TOWN_STRINGS = 7  # of a(sssssssudd)


def arabic_names(path):
    """Message id to translation; '' is the catalogue's header."""
    with open(path, "rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    return {key: text for key, text in catalogue.items() if isinstance(key, str) and key}


def resource(path):
    """The largest file among the resources in a library: a GVDB table whose values are (uuay)."""
    with open(path, "rb") as file:
        library = file.read()
    table = library[library.index(GVDB_MAGIC):]
    start, end = struct.unpack_from("<II", table, 16)
    blooms, buckets = struct.unpack_from("<II", table, start)
    first = start + 8 + 4 * (blooms & BLOOM_BITS) + 4 * buckets
    found = b""
    for at in range(first, end, GVDB_ITEM.size):
        *_, kind, _, low, high = GVDB_ITEM.unpack_from(table, at)
        if kind == b"v" and high - low > len(found):
            found = table[low:high]
    size, packed = struct.unpack_from("<II", found)
    body = found[8:]
    return zlib.decompressobj().decompress(body)[:size] if packed else body[:size]


def aligned(at, step):
    return (at + step - 1) // step * step


def town(record):
    """One (sssssssudd); the ends of its strings stand behind it, the first one last."""
    width = 1 if len(record) < 256 else 2
    ends = [int.from_bytes(record[len(record) - width * i:][:width], "little") for i in range(1, TOWN_STRINGS + 1)]
    starts = [0] + ends
    strings = [record[a:b - 1].decode() for a, b in zip(starts, ends)]
    at = aligned(ends[-1], 4)
    population, = struct.unpack_from("<I", record, at)
    latitude, longitude = struct.unpack_from("<dd", record, aligned(at + 4, 8))
    return Town(strings[0], strings[2], strings[3], strings[4], population, latitude, longitude)


def towns(path):
    """All towns of the library: an array whose ends stand behind its records."""
    data = resource(path)
    last, = struct.unpack_from("<I", data, len(data) - 4)
    count = (len(data) - last) // 4
    start, found = 0, []
    for end in struct.unpack_from(f"<{count}I", data, last):
        found.append(town(data[start:end]))
        start = aligned(end, 8)
    return found


def subdivisions(path):
    """Names by ISO 3166-2 code in small letters."""
    return {node.get("type"): node.text or "" for node in tree.parse(path).iter("subdivision")}


def alpha3(path):
    """ISO 3166-1 alpha-2 to alpha-3."""
    nodes = tree.parse(path).iter("territoryCodes")
    return {node.get("type"): node.get("alpha3") for node in nodes if node.get("alpha3")}
