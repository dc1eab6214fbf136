#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write the places that lang/ lacks, from packages of the system, as a table of tables.def.

usage: gazetteer.py LANG OUT --names geonames.mo --towns libgeonames.so.0
                    --cldr common

A name that lang/places/cities.tsv or lang/actors/states.tsv has, also with ال, is left to them. Rows go by
inhabitants, so that of two places with one name the larger one stands first. The same packages
give the same bytes. Attribution: NOTICE.
"""
import argparse
import collections
import re
import unicodedata

import sources

HEADER = "source names country kind population latitude longitude".split()
LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "ە": "ه", "ہ": "ه", "گ": "غ", "پ": "ب", "چ": "تش", "ڤ": "ف", "ڨ": "ق", "ژ": "ج",
                         "²": "", "’": "", "'": "", "‐": "-", "–": "-"})
SHORTEST = 3   # letters of a name
NAMESAKES = 3  # rows of one name: the largest
KINDS = set("province governorate region state department district county prefecture oblast krai republic of the al el ash an ar as".split())
COMMA = re.compile("[،,(/]")

Place = collections.namedtuple("Place", HEADER)


def clean(name):
    """A name as news writes it: plain letters, what stands behind a comma left out. None: unfit."""
    name = unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFC", name)))
    name = " ".join(COMMA.split(name.translate(PERSIAN))[0].split())
    return name if LETTERS.fullmatch(name) and len(name) >= SHORTEST else None


def fold(name):
    return name.translate(FOLD).replace("-", " ")


def rows(path):
    lines = [line for line in open(path, encoding="utf-8").read().split("\n") if line and line[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:]]


def spellings(cell):
    return [part.strip() for part in cell.split("|") if part.strip() not in ("", "-")]


def own_names(lang):
    """Names that our own lists hold already."""
    known = set()
    for row in rows(f"{lang}/places/cities.tsv"):
        known.update(map(fold, spellings(row["names"])))
    for row in rows(f"{lang}/actors/states.tsv"):
        for column in ("names", "weak", "capitals"):
            known.update(map(fold, spellings(row[column])))
    return known


def kinds(lang):
    """Nouns that packages write before the name of a province, and those of units too small."""
    found = {row["phrase"]: row["kept"] for row in rows(f"{lang}/places/units.tsv")}
    return {noun for noun, kept in found.items() if kept == "yes"}, {n for n, kept in found.items() if kept == "no"}


def unit_name(name, nouns):
    """The name without its noun (محافظة أبين: أبين); an adjective cannot stand alone."""
    noun, _, rest = name.partition(" ")
    if noun in nouns and rest:
        return rest
    return None if noun.removeprefix("ال") in nouns else name


def town_places(towns, names, nouns, alpha3):
    for town in towns:
        whole = clean(names.get(town.id, ""))
        name = whole and unit_name(whole, nouns)
        if name and town.country in alpha3:
            yield Place(f"geonames:{town.id}", name, alpha3[town.country], "city", town.population, town.latitude, town.longitude)


def latin(name):
    """An English name of a province in its bare letters, without the noun of its kind."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if c.isalnum() or c == " ")
    return "".join(word for word in bare.split() if word not in KINDS)


def province_points(towns, names, nouns):
    """The largest town of a province stands for it: by country and each name it is known by."""
    points = {}
    for town in sorted(towns, key=lambda t: (-t.population, t.id)):
        points.setdefault((town.country, latin(town.province)), town)
        name = clean(names.get(f"{town.country}.{town.code}", ""))
        name = name and unit_name(name, nouns)
        for key in filter(None, (name, clean(names.get(town.id, "")))):
            points.setdefault((town.country, fold(key)), town)
    return points


def province_places(names, divisions, points, units, alpha3):
    """Provinces that have a point. `divisions`: ISO 3166-2 codes with Arabic and English names."""
    nouns, small = units
    found = [(key.partition(".")[0], f"geonames:{key}", text, "") for key, text in sorted(names.items()) if "." in key]
    found += [(key[:2].upper(), f"cldr:{key}", text, english) for key, text, english in divisions]
    for country, source, text, english in found:
        whole = clean(text)
        name = whole and whole.split(" ")[0] not in small and unit_name(whole, nouns)
        town = name and (points.get((country, fold(name))) or points.get((country, latin(english))))
        if town and country in alpha3:
            yield Place(source, name, alpha3[country], "province", 0, town.latitude, town.longitude)


def chosen(places, known):
    """The largest few of each name, one in a country; a town before the province around it."""
    groups = {}
    for place in sorted(places, key=lambda p: (-p.population, p.latitude is None, p.source)):
        group = groups.setdefault(fold(place.names), [])
        if len(group) < NAMESAKES and all(other.country != place.country for other in group):
            group.append(place)
    free = [group for name, group in groups.items() if name not in known and "ال" + name not in known]
    kept = [place for group in free for place in group]
    return sorted(kept, key=lambda p: (-p.population, p.source))


def degrees(number):
    return "-" if number is None else f"{number:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang")
    parser.add_argument("out")
    for name in "names towns cldr".split():
        parser.add_argument(f"--{name}", required=True)
    args = parser.parse_args()
    names, towns = sources.arabic_names(args.names), sources.towns(args.towns)
    alpha3 = sources.alpha3(f"{args.cldr}/supplemental/supplementalData.xml")
    arabic, english = (sources.subdivisions(f"{args.cldr}/subdivisions/{language}.xml") for language in ("ar", "en"))
    divisions = [(key, text, english.get(key, "")) for key, text in arabic.items()]
    units = kinds(args.lang)
    points = province_points(towns, names, units[0])
    places = list(town_places(towns, names, units[0] | units[1], alpha3))
    places += province_places(names, divisions, points, units, alpha3)
    with open(args.out, "w", encoding="utf-8", newline="\n") as out:
        print("# Generated by tools/gazetteer from GeoNames (CC BY 4.0) and CLDR (Unicode License).", file=out)
        print(*HEADER, sep="\t", file=out)
        for place in chosen(places, own_names(args.lang)):
            print(*place[:4], place.population, degrees(place.latitude), degrees(place.longitude), sep="\t", file=out)


if __name__ == "__main__":
    main()
