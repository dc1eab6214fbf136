#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Read every export with readers that are not ours, and hold each format to its rules.

usage: check.py MAHDAR

Over the examples, a meeting that is announced, told again and called off, a hostile dossier and an empty one:
 every reader takes the document; every address within it leads somewhere; nothing planned is told as done;
 the same articles in another order give the same bytes; no text of an article gets out of its string.
Prints a line for each fault, exits 1 if there was one.
"""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

try:
    import icalendar
    import prov.model
    from pyld import jsonld
except ImportError:
    if os.path.realpath(sys.executable) != os.path.realpath("/usr/bin/python3") and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", "-B", *sys.argv])
    print("python3-icalendar, python3-prov or python3-pyld is not there: tools/install-deps check")
    sys.exit(1)

sys.path.insert(0, str(Path(__file__).parent))
from articles import HOSTILE, PLAN  # noqa: E402
from ftm_schema import SCHEMATA  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ["ical", "geojson", "csv", "plover", "annotations", "jsonld", "ftm", "prov"]
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
faults = []


def check(good, *words):
    if not good:
        faults.append(" ".join(str(w)[:300] for w in words))


class Dossier:
    """Articles in a dossier of their own, and what the command tells of it."""

    def __init__(self, command, folder, name, articles):
        self.command, self.name = command, name
        self.path = str(Path(folder) / f"{name}.db")
        lines = Path(folder) / f"{name}.jsonl"
        lines.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
        subprocess.run([command, "add", "-q", self.path, str(lines)], check=True)
        self.articles = {a["id"]: a for a in articles}

    def run(self, *words):
        return subprocess.run([self.command, *words, self.path], check=True, capture_output=True).stdout

    def rows(self, question, *words):
        return [json.loads(line) for line in self.run(question, "--json", *words).decode("utf-8").split("\n")[:-1]]

    def export(self, form, *words):
        return self.run("export", *words, form)

    def text(self, article):
        found = self.articles[article]
        return (found["title"] + "\n" if found.get("title") else "") + found["text"]


# ---- One checker a format ----

def ical_lines(data, name):
    """Content lines, unfolded; the rules of RFC 5545 that a reader forgives."""
    check(data.endswith(b"\r\n"), name, "does not end with CR LF")
    lines = data[:-2].split(b"\r\n")
    for line in lines:
        check(len(line) <= 75, name, "a line of", len(line), "octets")
        check(b"\r" not in line and b"\n" not in line, name, "a bare CR or LF")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            check(False, name, "a letter is cut by a fold", line)
    text = data.decode("utf-8").replace("\r\n ", "")
    check(not HIDDEN.search(text.replace("\r\n", "")), name, "controls")
    return text.split("\r\n")[:-1]


def check_ical(dossier, data, *since):
    lines = ical_lines(data, dossier.name)
    check(lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR", dossier.name, "no calendar")
    check(sum(line == "BEGIN:VCALENDAR" for line in lines) == 1, dossier.name, "a calendar in a calendar")
    calendar = icalendar.Calendar.from_ical(data)
    check(not calendar.errors, dossier.name, calendar.errors)
    check(len(calendar.subcomponents) > 0, dossier.name, "a calendar without components")
    known = {event["key"]: event for event in dossier.rows("events")}
    uids = set()
    for event in calendar.walk("VEVENT"):
        check(not event.errors, dossier.name, event.errors)
        uid = str(event["UID"])
        row = known.get(uid.split("@")[0])
        check(row and uid not in uids, dossier.name, "UID", uid)
        uids.add(uid)
        begin, end = event.decoded("DTSTART"), event.decoded("DTEND")
        check(type(begin) is date and type(end) is date and begin < end, uid, "days", begin, end)
        check(begin.isoformat() == row["day"], uid, "begins", begin)
        check(end - timedelta(1) == date.fromisoformat(max(row.get("until", row["day"]), row["day"])), uid, "ends", end)
        want = {"planned": "TENTATIVE", "possible": "TENTATIVE", "occurred": "CONFIRMED", "negated": "CANCELLED"}
        check(event["STATUS"] == want[row["status"]], uid, "status", event["STATUS"])
        check(event.get("LOCATION") is None or str(event["LOCATION"]) == row["place"], uid, "place")
        check(int(event["SEQUENCE"]) == int(row["articles"]) - 1, uid, "SEQUENCE")
        check(str(event["SUMMARY"]).startswith(row["words"]), uid, "SUMMARY", event["SUMMARY"])
        check(row["words"] in str(event["DESCRIPTION"]), uid, "DESCRIPTION", event["DESCRIPTION"])
    for event in dossier.rows("next", *since):
        dated = any(m.get("day") for m in dossier.rows("tellings", "--key", event["key"]))
        check(not dated or event["key"] + "@mahdar" in uids, dossier.name, "is not in the calendar:", event)
    return calendar


def check_geojson(dossier, data):
    got = json.loads(data.decode("utf-8"))
    check(got["type"] == "FeatureCollection" and isinstance(got["features"], list), dossier.name, "no collection")
    check(set(got) <= {"type", "features", "bbox"}, dossier.name, set(got))
    placed = [e for e in dossier.rows("events") if "latitude" in e]
    check([f["id"] for f in got["features"]] == [e["key"] for e in placed], dossier.name, "other events")
    for feature, event in zip(got["features"], placed):
        check(feature["type"] == "Feature" and feature["geometry"]["type"] == "Point", feature)
        longitude, latitude = feature["geometry"]["coordinates"]
        check(abs(longitude - float(event["longitude"])) < 1e-4 and abs(latitude - float(event["latitude"])) < 1e-4, feature)
        check(feature["properties"]["status"] == event["status"], feature)
    if placed:
        points = [f["geometry"]["coordinates"] for f in got["features"]]
        box = [min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)]
        check(got["bbox"] == box, dossier.name, got.get("bbox"), box)
    else:
        check("bbox" not in got, dossier.name, "a box around nothing")


def check_csv(dossier, data):
    check(data.replace(b"\r\n", b"").count(b"\r") == 0, dossier.name, "a bare CR")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    events = dossier.rows("events")
    check(len(rows) == len(events) + 1, dossier.name, len(rows), "lines for", len(events), "events")
    for row, event in zip(rows[1:], events):
        check(len(row) == len(rows[0]), dossier.name, "cells", row)
        for name, cell in zip(rows[0], row):
            formula = cell[:1] in tuple("=+-@\t\r\n") and not re.fullmatch(r"-?[0-9.]+", cell) if cell else False
            check(not formula and not HIDDEN.search(cell), dossier.name, "cell", cell)
            plain = HIDDEN.sub("\ufffd", event.get(name, "").replace("\r\n", "\n"))
            check(cell.lstrip("'") == plain.lstrip("'"), dossier.name, name, cell, plain)


PLOVER = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())


def check_plover(dossier, data):
    head, *records = [json.loads(line) for line in data.decode("utf-8").split("\n")[:-1]]
    events = {e["key"]: e for e in dossier.rows("events")}
    for status, count in head["Left Out"].items():
        check(count == sum(e["status"] == status for e in events.values()), dossier.name, "left out:", status, count)
    done = [key for key, event in events.items() if event["status"] == "occurred"]
    check([r["Event ID"] for r in records] == done, dossier.name, "other events")
    for record in records:
        event = events[record["Event ID"]]
        check(record["Event Type"] in PLOVER and record["Quad Code"].split()[1] in ("COOPERATION", "CONFLICT"), record)
        check(len(record["Actor Name"]) == len(record["Actor Country"]), record)
        check(all(lost in head["No Slot"] for lost in record["Lost"]), record)
        check(("until" in record["Lost"]) == ("until" in event), record)


def check_annotations(dossier, data):
    got = json.loads(data.decode("utf-8"))
    check(got["@context"] == "http://www.w3.org/ns/anno.jsonld" and got["type"] == "AnnotationCollection", dossier.name)
    page = got["first"]
    check(page["type"] == "AnnotationPage" and page["startIndex"] == 0, dossier.name)
    check(got["total"] == len(page["items"]) == len({a["id"] for a in page["items"]}), dossier.name, "total", got["total"])
    sources, spans = {}, set()
    for row in dossier.rows("articles"):
        url = row.get("url", "")
        sources[row["id"]] = url if re.fullmatch(r"https?://[!-~]*", url) else None
    texts = {dossier.text(a): a for a in dossier.articles}
    for note in page["items"]:
        check(note["type"] == "Annotation" and note["motivation"] == "classifying", note)
        check(re.fullmatch(r"urn:mahdar:annotation:a[0-9a-f]{16}:\d+", note["id"]), note["id"])
        check(re.fullmatch(r"(urn:|https?://)[^\s<>\"{}|\\^`]*", note["target"]["source"]), note["target"]["source"])
        quote, place = note["target"]["selector"]
        check((quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector"), note)
        begin, end = place["start"], place["end"]
        found = [t for t in texts if t[begin:end] == quote["exact"] and t[max(0, begin - 32):begin] == quote["prefix"] and t[end:end + 32] == quote["suffix"]]
        check(found and begin < end, dossier.name, "words", quote, begin, end)
        for text in found:
            spans.add((texts[text], begin, end))
        for body in note["body"]:
            check(body["type"] == "TextualBody" and body["value"] and body["purpose"], body)
    for event in dossier.rows("events"):
        check((event["article"], int(event["span_begin"]), int(event["span_end"])) in spans, dossier.name, "no annotation of", event)


CLASSES = {"Event": {"name", "startDate", "endDate", "eventStatus", "keywords", "location", "about", "subjectOf"},
           "Person": {"name", "jobTitle", "affiliation"}, "Organization": {"name"},
           "NewsArticle": {"identifier", "headline", "datePublished", "inLanguage", "url", "publisher"},
           "Quotation": {"text", "abstract", "dateCreated", "inLanguage", "creator", "isPartOf"},
           "Place": {"name", "address", "geo"}, "GeoCoordinates": {"latitude", "longitude"}}
EVENT_STATUS = {"https://schema.org/EventScheduled", "https://schema.org/EventCancelled"}


def nodes_of(value):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from nodes_of(inner)


def check_jsonld(dossier, data):
    got = json.loads(data.decode("utf-8"))
    check(got.pop("@context") == "https://schema.org", dossier.name, "context")
    known = {}
    for node in nodes_of(got["@graph"]):
        if "@type" in node:
            check(set(node) - {"@type", "@id"} <= CLASSES.get(node["@type"], set()), dossier.name, node)
        if "@type" in node and "@id" in node:
            check(node["@id"] not in known, dossier.name, "twice:", node["@id"])
            known[node["@id"]] = node
    events = {"urn:mahdar:event:" + e["key"]: e for e in dossier.rows("events")}
    for identity, node in known.items():
        for name in ("subjectOf", "isPartOf"):
            check(name not in node or node[name]["@id"] in known, dossier.name, "leads nowhere:", node.get(name))
        if node["@type"] == "Event":
            status = events[identity]["status"]
            check(node["eventStatus"] in EVENT_STATUS and status != "possible", node)
            check((status == "negated") == node["eventStatus"].endswith("Cancelled"), node)
    triples = jsonld.to_rdf({"@context": {"@vocab": "https://schema.org/"}, **got})
    check(bool(triples.get("@default")) == bool(got["@graph"]), dossier.name, "pyld reads nothing")


def ftm_parents(schema):
    found = {schema}
    for parent in SCHEMATA[schema][0]:
        found |= ftm_parents(parent)
    return found


def ftm_property(schema, name):
    """(kind, range) of a property; None: there is none."""
    for one in ftm_parents(schema):
        if name in SCHEMATA[one][1]:
            return SCHEMATA[one][1][name]
    return None


def ftm_value(kind, value):
    if kind == "country":
        return re.fullmatch(r"[a-z]{2}", value)
    if kind == "date":
        return re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    if kind == "url":
        return re.fullmatch(r"https?://[!-~]+", value)
    return isinstance(value, str) and value


def check_ftm(dossier, data):
    entities = [json.loads(line) for line in data.decode("utf-8").split("\n")[:-1]]
    schemata = {e["id"]: e["schema"] for e in entities}
    check(len(schemata) == len(entities), dossier.name, "an id twice")
    for entity in entities:
        check(set(entity) == {"id", "schema", "properties"} and re.fullmatch(r"[a-z][0-9a-f]{16}", entity["id"]), entity)
        for name, values in entity["properties"].items():
            known = ftm_property(entity["schema"], name)
            check(known and values, dossier.name, "no property", name, "of", entity)
            for value in values if known else []:
                kind, reach = known if isinstance(known, tuple) else (known, None)
                if kind == "entity":
                    check(value in schemata and reach in ftm_parents(schemata[value]), entity, name, value)
                else:
                    check(ftm_value(kind, value), entity, name, value)
    done = [e["key"] for e in dossier.rows("events") if e["status"] == "occurred"]
    check([e["id"] for e in entities if e["schema"] == "Event"] == done, dossier.name, "other events")
    check(sum(e["schema"] == "Article" for e in entities) == len(dossier.articles), dossier.name, "articles")


def check_prov(dossier, data):
    text = data.decode("utf-8")
    got = json.loads(text, object_pairs_hook=lambda pairs: check(len({k for k, _ in pairs}) == len(pairs), dossier.name, "a name twice", pairs) or dict(pairs))
    document = prov.model.ProvDocument.deserialize(content=text, format="json")
    names = {str(r.identifier) for r in document.get_records() if r.is_element()}
    for record in document.get_records():
        if record.is_relation():
            for argument in record.args:
                check(argument is None or str(argument) in names, dossier.name, "leads nowhere:", record)
    for section, members in got.items():
        check(section in {"prefix", "entity", "activity", "agent", "used", "wasAssociatedWith", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo"}, section)
    records = [e["key"] for e in dossier.rows("events")] + [q["key"] for q in dossier.rows("quotes")]
    generated = [r["prov:entity"] for r in got["wasGeneratedBy"].values()]
    check(generated == ["mahdar:" + key for key in records], dossier.name, "other records")
    derived = {r["prov:generatedEntity"] for r in got["wasDerivedFrom"].values()}
    check(derived == set(generated), dossier.name, "rest on nothing:", set(generated) - derived)


CHECKERS = {"ical": check_ical, "geojson": check_geojson, "csv": check_csv, "plover": check_plover,
            "annotations": check_annotations, "jsonld": check_jsonld, "ftm": check_ftm, "prov": check_prov}


# ---- The dossiers ----

def check_all(dossier):
    for form in FORMATS:
        data = dossier.export(form)
        CHECKERS[form](dossier, data)
        check(form == "csv" or form == "ical" or not re.search("[\x00-\x09\x0b-\x1f\u2028-\u202e\u2066-\u2069]", data.decode("utf-8")),
              dossier.name, form, "a control or bidi control as it is")
        check(dossier.export(form) == data, dossier.name, form, "another time, other bytes")
    check_ical(dossier, dossier.export("ical", "--since", "2000-01-01"), "--since", "2000-01-01")


def check_limited(dossier, words):
    """Whatever is asked for, what is given leads somewhere."""
    for form in ("jsonld", "ftm", "prov"):
        data = dossier.export(form, *words).decode("utf-8")
        if form == "prov":
            got = json.loads(data)
            names = set(got["entity"]) | set(got["activity"]) | set(got["agent"])
            used = {v for s in got for r in got[s].values() if s.startswith("was") or s == "used" for v in r.values()}
        elif form == "ftm":
            entities = [json.loads(line) for line in data.split("\n")[:-1]]
            names = {e["id"] for e in entities}
            used = {v for e in entities for p in ("involved", "proof", "holder", "post", "member", "organization") for v in e["properties"].get(p, [])}
        else:
            graph = json.loads(data)["@graph"]
            names = {n["@id"] for n in graph}
            used = {n[p]["@id"] for n in graph for p in ("subjectOf", "isPartOf") if p in n}
        check(used <= names, form, words, "leads nowhere:", used - names)


def check_order(command, folder, articles, name):
    one = Dossier(command, folder, name + "-one", articles)
    for article in articles[::-1]:
        other = Dossier(command, folder, name + "-other", [article])
    for form in FORMATS:
        check(one.export(form) == other.export(form), name, form, "the order of arrival shows")


def check_sequence(command, folder):
    """Announced, told by another outlet, called off: one UID, each time a later SEQUENCE."""
    before = None
    for count, status in ((1, "TENTATIVE"), (2, "TENTATIVE"), (3, "CANCELLED")):
        dossier = Dossier(command, folder, f"plan-{count}", PLAN[:count])
        calendar = check_ical(dossier, dossier.export("ical", "--since", "2026-03-01"), "--since", "2026-03-01")
        event, = calendar.walk("VEVENT")
        check(event["STATUS"] == status, "plan", count, event["STATUS"])
        if before:
            check(event["UID"] == before["UID"] and event["SEQUENCE"] > before["SEQUENCE"], "plan", count)
            check(event.decoded("DTSTAMP") > before.decoded("DTSTAMP"), "plan", count)
        before = event


def main():
    command = sys.argv[1]
    examples = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((ROOT / "examples/articles").glob("*.json"))]
    with tempfile.TemporaryDirectory() as folder:
        dossier = Dossier(command, folder, "examples", examples)
        check_all(dossier)
        for words in (["--party", "NOR"], ["--type", "CONSULT"], ["--status", "planned"], ["--talks", "NOR PRT"], ["--limit", "2"],
                      ["--article", "fish-2"], ["--since", "2026-04-01", "--place", "OMN"]):
            check_limited(dossier, words)
        check_all(Dossier(command, folder, "hostile", HOSTILE))
        check_all(Dossier(command, folder, "empty", []))
        check_order(command, folder, examples + HOSTILE, "order")
        check_sequence(command, folder)
    for fault in faults[:40]:
        print(fault)
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
