#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The report that started the project: what must come out of it, and what must not.

usage: mission.py MAHDAR MISSION_FOLDER [--all]
MISSION_FOLDER holds geneva.txt and seed-gold.json, which are not part of the repository: without them
the test says so and passes. A check is a line `name: what is true`; those in OPEN are known not to
hold yet (docs/limits.md lists them); one that holds all the same must be taken off the list.
"""
import json
import subprocess
import sys
from pathlib import Path

OPEN = set()

# What needs the day of publication.
DATED = {"talks: begun on 10 January 2022", "meeting: the preliminary one on the evening before", "next: NATO-Russia Council planned for 12 January",
         "instruments: dated 17 December", "publication: of 17 December"}


class Minutes:
    def __init__(self, mahdar, text, date):
        article = {"id": "geneva", "text": text.split("\n", 1)[1], "title": text.split("\n", 1)[0]}
        if date:
            article["date"] = date
        out = subprocess.run([mahdar, "extract", "-"], input=json.dumps(article).encode(), stdout=subprocess.PIPE, check=True).stdout
        self.json = json.loads(out)
        self.text = text
        self.actors = {a["id"]: a for a in self.json["actors"]}
        self.places = {p["id"]: p for p in self.json["places"]}
        self.times = {t["id"]: t for t in self.json["times"]}
        self.events = self.json["events"]
        self.by_id = {e["id"]: e for e in self.events}

    def words(self, span):
        return self.text[span[0]:span[1]]

    def codes(self, event):
        return {self.actors[a].get("code") for a in event.get("source", []) + event.get("target", [])}

    def person(self, last):
        return next((a for a in self.json["actors"] if a["kind"] == "person" and a["name"].split()[-1] == last), None)

    def quotes(self, begin, end):
        return [q for q in self.json["quotes"] if q["span"][0] < end and begin < q["span"][1]]

    def events_at(self, begin, end, *types):
        return [e for e in self.events if begin <= e["trigger"][0] < end and (not types or e["type"] in types)]


def span_of(gold, record):
    return next(r for r in gold["records"] if r["id"] == record)["span"]["cp"]


def unit_of(gold, unit):
    return next(u for u in gold["units"] if u["id"] == unit)["span"]["cp"]


def must_not_span(gold, ident):
    return next(r for r in gold["must_not"] if r["id"] == ident)["span"]["cp"]


def iou(a, b):
    o = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return o / (max(a[1], b[1]) - min(a[0], b[0]))


def dated_checks(m, gold):
    """(name, holds) with the day of publication given."""
    talks = [t for t in m.json["talks"] if set(t["parties"]) == {"RUS", "USA"}]
    t = talks[0] if talks else {}
    delegation = {d["party"]: d for d in t.get("delegations", [])}
    name = lambda actor: m.actors[actor]["name"].split()[-1] if actor else None
    r = lambda ident: span_of(gold, ident)
    last = lambda ident: m.text[slice(*r(ident))].split()[-1]
    council = [e for e in m.events if e["type"] == "CONSULT" and m.codes(e) == {"RUS", "NATO"}]
    preliminary = m.events_at(*r("R10"), "CONSULT")
    quote_in = lambda ident, kind: [q for q in m.json["quotes"] if q["kind"] == kind and iou(q["span"], r(ident)) > 0.5]
    speaker = lambda quotes: m.actors[quotes[0]["speaker"]] if quotes and quotes[0].get("speaker") else {}
    place = lambda event: m.places.get(event.get("place"), {}).get("name")
    yield "talks: one negotiation of Russia and the United States", len(talks) == 1
    yield "talks: in Geneva", m.places.get(t.get("place"), {}).get("name") == m.text[slice(*r("R01"))].split()[-1]
    yield "talks: concluded", t.get("status") == "concluded"
    yield "talks: begun on 10 January 2022", m.times.get(t.get("begin"), {}).get("value") == "2022-01-10"
    yield "talks: behind closed doors", t.get("closed_doors") is True
    yield "talks: agenda names the security guarantees", any(iou(a, (r("R07")[0] + 4, r("R07")[1])) > 0.6 for a in t.get("agenda", []))
    yield "delegation: the Russian head", name(delegation.get("RUS", {}).get("head")) == last("R12")
    yield "delegation: the Russian member", [name(a) for a in delegation.get("RUS", {}).get("members", [])] == [last("R14")]
    yield "delegation: the American head, whose verb is elided", name(delegation.get("USA", {}).get("head")) == last("R16")
    yield "meeting: the preliminary one on the evening before", bool(preliminary) and preliminary[0].get("time", {}).get("value", "")[:10] == "2022-01-09"
    yield "meeting: the preliminary one has no stated place", bool(preliminary) and not place(preliminary[0])
    yield "next: NATO-Russia Council planned for 12 January", any(e["status"] == "planned" and e.get("time", {}).get("value") == "2022-01-12" for e in council)
    yield "next: in Brussels", any(place(e) and place(e) in m.text[slice(*r("R19"))] for e in council)
    yield "next: the talks name it", any(e["id"] in t.get("next", []) for e in council)
    drafts = [i for i in m.json["instruments"] if i["kind"] == "draft"]
    yield "instruments: two drafts", len(drafts) == 2
    yield "instruments: with whom", sorted(tuple(sorted(i["party_codes"])) for i in drafts) == [("NATO", "RUS"), ("RUS", "USA")]
    yield "instruments: dated 17 December", all(i.get("time", {}).get("value") == "2021-12-17" for i in drafts) and drafts != []
    for clause in ("R25", "R26"):
        yield f"instruments: clause {clause}", all(any(iou(c, r(clause)) > 0.7 for c in i["clauses"]) for i in drafts) and drafts != []
    for ident in ("R11", "R34", "R50"):
        yield f"quote: {ident} direct", len(quote_in(ident, "direct")) == 1
    yield "quote: who called the meeting amazing", speaker(quote_in("R11", "direct")).get("name", "").endswith(last("R12"))
    yield "quote: who expects no breakthrough", speaker(quote_in("R34", "direct")).get("name", "").endswith(last("R31"))
    yield "quote: through which channel", m.actors.get((quote_in("R34", "direct") or [{}])[0].get("channel"), {}).get("name", "").startswith(m.text[r("R35")[1] - 10:r("R35")[1] - 1].split('"')[-1][:3])
    yield "quote: who will respond firmly", speaker(quote_in("R50", "direct")).get("name", "").split()[-1:] == [last("R51")]
    chain = m.json.get("sources", [])
    arabiya, twitter = m.text[slice(*r("R05"))].split()[-3], m.text[slice(*r("R05"))].split()[-1]
    yield "chain: State Department to Al Arabiya", any(b == arabiya for _, b in chain)
    yield "chain: Al Arabiya to Twitter", [arabiya, twitter] in chain
    yield "condition: invasion and firm response", any(iou(c["if"], (r("R49")[0] + 4, r("R49")[1])) > 0.7 for c in m.json["conditions"])
    expectations = m.json["expectations"]
    yield "expectation: Washington expected no use", any(x["kind"] == "expects" and x["negated"] and r("R27")[0] <= x["span"][0] <= r("R28")[1] for x in expectations)
    yield "expectation: no breakthrough expected", any(x["kind"] == "expects" and x["negated"] and r("R32")[0] <= x["span"][0] <= r("R32")[1] for x in expectations)
    yield "expectation: hope for areas of agreement", any(x["kind"] == "hopes" and not x["negated"] for x in expectations)
    yield "refusal: no concessions under pressure", any(e["type"] == "CONCEDE" and e["status"] == "negated" for e in m.events)
    yield from context_checks(m, gold, t)
    yield from statement_checks(m, gold, t, drafts, council)
    for office, ident in (("Ryabkov", "R12"), ("Fomin", "R15"), ("Sherman", "R17"), ("Blinken", "R31"), ("Biden", "R51"), ("Zelensky", "R52")):
        yield f"office: {office}", bool((m.person(last(ident)) or {}).get("office"))
    states = {"R12": "RUS", "R15": "RUS", "R17": "USA", "R31": "USA", "R51": "USA", "R52": "UKR"}
    for ident, code in states.items():
        yield f"state: {ident} is of {code}", (m.person(last(ident)) or {}).get("code") == code
    yield from forbidden_checks(m, gold)


def statement_checks(m, gold, talks, drafts, council):
    """Who says what to whom, what the texts bind to, what the talks are about and what comes next."""
    r = lambda ident: span_of(gold, ident)
    touches = lambda a, b: max(a[0], b[0]) < min(a[1], b[1])
    code = lambda actor: m.actors.get(actor, {}).get("code")
    said = lambda ident, kind: [q for q in m.json["quotes"] if q["kind"] == kind and touches(q["span"], r(ident))]
    speakers = lambda ident: {code(q.get("speaker")) for q in said(ident, "indirect")}
    yield "statement: the State Department announced the end", speakers("R03") == {"USA"}
    yield "statement: Blinken said both", all(speakers(i) == {"USA"} for i in ("R32", "R33"))
    yield "statement: Russia said", speakers("R37") == {"RUS"} and speakers("R40") == {"RUS"}
    yield "statement: Biden told his counterpart", any(code(q.get("addressee")) == "UKR" for q in said("R48", "indirect"))
    for ident in ("R07", "R28", "R38"):
        yield f"talks: agenda {ident}", any(touches(a, r(ident)) for a in talks.get("agenda", []))
    yield "talks: the whole of the demands is on the agenda", any(touches(a, r("R39")) and a[1] == r("R39")[1] for a in talks.get("agenda", []))
    yield "next: the Council alone", talks.get("next", []) == [e["id"] for e in council] and len(council) == 1
    demands = [e for e in m.events if e["type"] == "REQUEST" and touches(e["trigger"], r("R39"))]
    yield "demand: Russia demands guarantees", any(code(a) == "RUS" for e in demands for a in e["source"])
    yield "expectation: Russia thinks that the talks may end soon", any(
        x["kind"] == "expects" and not x["negated"] and code(x.get("holder")) == "RUS" and touches(x["span"], r("R40")) for x in m.json["expectations"])
    calls = m.events_at(*unit_of(gold, "u18"), "CONSULT")
    yield "meeting: the call of the two presidents", len(calls) == 1 and m.codes(calls[0]) == {"USA", "UKR"} and calls[0]["mode"] == ["phone"]
    force = lambda i, ident: [(p["force"], p.get("binds")) for p in i.get("provisions", []) if touches(p["span"], r(ident))]
    yield "instruments: missiles are forbidden", drafts != [] and all(force(i, "R25") == [("forbids", None)] for i in drafts)
    yield "instruments: the Alliance renounces", drafts != [] and all(force(i, "R26") == [("renounces", "NATO")] for i in drafts)
    yield "never: a capital as the place of the talks", all(m.places[e["place"]]["name"] in m.text[slice(*r("R01"))] for e in m.events
                                                            if e["id"] in talks.get("meetings", []) and e.get("place"))


def context_checks(m, gold, talks):
    """The order of events, their background, what a film shows, and where a speech was made."""
    r = lambda ident: span_of(gold, ident)
    inside = lambda span, ident: r(ident)[0] <= span[0] and span[1] <= r(ident)[1]
    ordered = {(o["first"], o["then"]) for o in m.json["orders"]}
    meeting, council = talks.get("meetings", [None])[0], [e["id"] for e in m.events_at(*r("R19"), "CONSULT")]
    arrival = [e["id"] for e in m.events_at(*r("R41"))]
    yield "order: the talks before the Council", any((meeting, c) in ordered for c in council)
    yield "order: the arrival before the talks", any((a, meeting) in ordered for a in arrival)
    yield "order: nothing the other way round", all((b, a) not in ordered for a, b in ordered)
    for ident in ("R09", "R43"):
        found = [b for b in m.json["backgrounds"] if inside(b["span"], ident)]
        yield f"background: {ident} of the talks", len(found) == 1 and found[0]["event"] == meeting
    interview = [q for q in m.json["quotes"] if iou(q["span"], r("R34")) > 0.5]
    yield "occasion: the interview with the network", bool(interview) and iou(interview[0].get("occasion", [0, 0]), r("R35")) > 0.7
    call = [q for q in m.json["quotes"] if r("R48")[0] <= q["span"][0] < r("R48")[1] and q["kind"] == "indirect"]
    yield "occasion: the telephone call", bool(call) and call[0].get("occasion", [0, 0])[1] == r("R47")[1]
    film = m.json["depictions"]
    yield "depiction: the clip shows the aircraft", len(film) == 1 and iou(film[0]["span"], r("R45")) > 0.7
    yield "depiction: the clip of the Foreign Ministry", bool(film) and m.actors.get(film[0].get("by"), {}).get("code") == "RUS"
    yield "publication: the ministry's clip stands in the same unit", bool(film) and inside(film[0]["medium"], "R44")
    made = m.json["publications"]
    by = lambda p: m.actors.get(p.get("by"), {})
    drafts = [p for p in made if inside(p["span"], "R21")]
    yield "publication: the two drafts, by Russia", len(drafts) == 1 and by(drafts[0]).get("code") == "RUS" and drafts[0]["status"] == "occurred"
    yield "publication: of both drafts", bool(drafts) and sorted(drafts[0]["instruments"]) == sorted(i["id"] for i in m.json["instruments"])
    yield "publication: of 17 December", bool(drafts) and drafts[0].get("time", {}).get("value") == "2021-12-17"
    clip = [p for p in made if inside(p["span"], "R44")]
    yield "publication: the clip, by the Foreign Ministry, in Moscow", len(clip) == 1 and by(clip[0]).get("code") == "RUS" and bool(
        m.places.get(clip[0].get("place"))) and m.places[clip[0]["place"]]["name"] in m.text[slice(*r("R44"))]
    yield "publication: no missiles, and nothing else", len(made) == 2


def forbidden_checks(m, gold):
    """What must not come out, dated or not."""
    unit = lambda u: unit_of(gold, u)
    r = lambda ident: span_of(gold, ident)
    yield "never: the invasion as a fact", all(e["status"] != "occurred" for e in m.events_at(*r("R49"), "ASSAULT"))
    yield "never: the missiles' deployment as a fact", not m.events_at(*r("R25"), "MOBILIZE")
    yield "never: the Alliance's renunciation as a fact", all(e["status"] != "occurred" for e in m.events_at(*r("R26")))
    yield "never: a signed text", all(i.get("status") not in ("signed", "ratified") for i in m.json["instruments"])
    yield "never: CNN as a speaker", all(m.words(q["span"]).count('"') == 0 or len(m.words(q["span"])) > 12 for q in m.json["quotes"])
    for u in [u for u in gold["units"] if u["role"] == "subhead"]:
        span = u["span"]["cp"]
        yield f"never: a record of the subhead {u['id']}", not m.events_at(*span) and not [q for q in m.json["quotes"] if span[0] <= q["span"][0] < span[1]]
    yield "never: more than one Geneva meeting", len([e for e in m.events if e["type"] == "CONSULT" and m.codes(e) == {"RUS", "USA"}
                                                     and not r("R10")[0] <= e["trigger"][0] < r("R10")[1] and e.get("mode") != ["phone"]]) <= 1
    yield "never: Sherman for Russia", all("RUS" != d["party"] or m.text[slice(*r("R16"))].split()[-1] not in
                                           [m.actors[a]["name"].split()[-1] for a in [d.get("head")] + d["members"] if a]
                                           for t in m.json["talks"] for d in t["delegations"])
    yield "never: concessions made", all(e["status"] == "negated" for e in m.events_at(*r("R37"), "CONCEDE"))
    yield "never: a person called counterpart", all(m.text[slice(*r("R52"))].split()[0] not in a["name"].split() for a in m.json["actors"] if a["kind"] == "person")
    yield "never: a date for the call", all(not e.get("time") for e in m.events_at(*unit("u18"), "CONSULT"))


def inventory_checks(m, gold):
    """What the inventory states of single records, one check for each that none above holds."""
    r = lambda ident: span_of(gold, ident)
    touches = lambda a, b: max(a[0], b[0]) < min(a[1], b[1])
    inside = lambda span, ident: r(ident)[0] <= span[0] and span[1] <= r(ident)[1]
    actor = lambda ident: m.actors.get(ident, {})
    name = lambda ident: actor(ident).get("name", "")
    last = lambda ident: m.text[slice(*r(ident))].split()[-1]
    person = lambda ident: (m.person(last(ident)) or {}).get("id")
    said = lambda ident, kind="indirect": [q for q in m.json["quotes"] if q["kind"] == kind and touches(q["span"], r(ident))]
    talks = [t for t in m.json["talks"] if set(t["parties"]) == {"RUS", "USA"}] or [{}]
    t, events = talks[0], m.by_id
    meeting = events.get((t.get("meetings") or [None])[0], {})
    names_it = lambda ident: any(inside(s, ident) for s in meeting.get("mentions", []))
    for ident in ("R01", "R03", "R06", "R18", "R20", "R27", "R32", "R37", "R40", "R42"):
        yield f"talks: {ident} names the one meeting", names_it(ident)
    yield "talks: the meeting has happened", meeting.get("status") == "occurred" and len(t.get("meetings", [])) == 1
    yield "talks: expanded (R06)", t.get("format") == ["expanded"]
    yield "talks: no agreement is told, nor its lack", "outcome" not in t
    yield "statement: the State Department by name (R02)", [name(q.get("speaker")) for q in said("R03")] == [" ".join(m.text[slice(*r("R02"))].split()[1:3])]
    chain = [name(a) for a in meeting.get("attribution", [])]
    yield "chain: Department, channel, platform (R03)", len(chain) == 3 and chain[1:] == [m.text[slice(*r("R05"))].split()[k] for k in (-3, -1)]
    first = m.events_at(*r("R10"), "CONSULT")
    yield "meeting: the preliminary one of both sides, held (R10)", len(first) == 1 and m.codes(first[0]) == {"RUS", "USA"} and first[0]["status"] == "occurred"
    yield "agenda: three entries, each of its own words", [m.words(a) for a in t.get("agenda", [])] == [
        m.text[slice(*r("R07"))].split(None, 1)[1], m.text[slice(*r("R28"))].split()[1], m.text[slice(*r("R38"))].split(None, 1)[1]]
    offices = {"R12": (421, 439), "R15": (549, 565), "R17": (597, 624), "R31": (1204, 1217), "R51": (1924, 1930)}
    for ident, words in offices.items():
        yield f"office: {ident} as the text has it", (m.person(last(ident)) or {}).get("office") == m.text[slice(*words)]
    yield "office: the counterpart holds the same (R52)", (m.person(last("R52")) or {}).get("office") == (m.person(last("R51")) or {}).get("office")
    code = lambda ident: actor(ident).get("code")
    hopes = lambda ident, kind: [x for x in m.json["expectations"] if x["kind"] == kind and touches(x["span"], r(ident))]
    yield "expectation: Washington's (R27)", [code(x.get("holder")) for x in hopes("R27", "expects")] == ["USA"]
    yield "expectation: Blinken's (R32, R33, R34)", all([x.get("holder") for x in hopes(i, k)] == [person("R31")] for i, k in
                                                        (("R32", "expects"), ("R33", "hopes"), ("R34", "expects")))
    yield "expectation: five in all", len(m.json["expectations"]) == 5
    yield "schedule: this week, in Geneva (R29)", any(inside(x["span"], "R29") and m.words(x["span"]) == " ".join(m.text[slice(*r("R29"))].split()[1:3]) for x in m.json["times"])
    clauses = [c for i in m.json["instruments"] for c in i["clauses"]]
    yield "instruments: mutual guarantees in Europe (R24)", sum(inside(c, "R24") for c in clauses) == 2 and len(clauses) == 6
    arrival = m.events_at(*r("R41"))
    yield "arrival: a Russian delegation in Geneva (R41)", len(arrival) == 1 and m.codes(arrival[0]) == {"RUS"} and arrival[0]["status"] == "occurred" and \
        m.places.get(arrival[0].get("place"), {}).get("name") == last("R41")
    yield "statement: the White House (R46)", any(name(q.get("speaker")) == " ".join(m.text[slice(*r("R46"))].split()[2:4]) for q in said("R47"))
    inner = [q for q in said("R48") if q.get("inside")]
    yield "statement: Biden to Zelensky, inside it (R48)", len(inner) == 1 and inner[0].get("speaker") == person("R51") and inner[0].get("addressee") == person("R52")
    conditions = m.json["conditions"]
    yield "condition: one, the response follows (R48)", len(conditions) == 1 and touches(conditions[0]["then"], r("R50")) and code(conditions[0].get("by")) == "USA"
    invasion = m.events_at(*r("R49"), "ASSAULT")
    yield "condition: Russia, its western neighbour (R49)", len(invasion) == 1 and [code(a) for a in invasion[0]["source"]] == ["RUS"] and \
        [code(a) for a in invasion[0]["target"]] == ["UKR"]
    yield "chain: Biden, White House (R49)", bool(invasion) and [name(a).split()[-1] for a in invasion[0]["attribution"]] == [last("R51"), m.text[slice(*r("R46"))].split()[3]]
    yield "never: a response as a fact (N02)", all(e["status"] != "occurred" for e in m.events_at(*r("R50")) if e["type"] != "THREATEN")
    yield "never: a text that is agreed (N05)", all(i["kind"] == "draft" and i["status"] == "draft" for i in m.json["instruments"]) and all(
        e["status"] != "occurred" for e in m.events if e["type"] in ("AGREE", "SUPPORT"))
    yield "never: a network that speaks (N06)", all(not actor(q.get("speaker")).get("channel") for q in m.json["quotes"])
    yield "never: a quotation between two (N07)", all(len(m.words(q["span"]).strip('": ')) > 3 for q in m.json["quotes"])
    yield "never: a break in the abbreviation (N08)", any(m.words(r("R35"))[-9:] in m.words(q.get("occasion", [0, 0])) for q in said("R34", "direct"))
    coming = [e for e in m.events if e["status"] == "planned"]
    yield "never: another coming meeting than the Council (N11)", [m.codes(e) for e in coming] == [{"RUS", "NATO"}]
    yield "never: Sherman of Russia (N13)", code(person("R17")) == "USA"
    yield "never: a breakthrough expected (N14)", all(x["negated"] for i in ("R32", "R34") for x in hopes(i, "expects"))
    yield "never: a capital as a place but where it is one (N17)", all(
        m.text[p["mentions"][0][0] - 3:p["mentions"][0][0] - 1] == m.text[slice(*r("R01"))].split()[-2] or p["name"] == m.places[t["place"]]["name"] for p in m.json["places"])
    yield "never: a date for what has none (N19)", all("time" not in q for q in said("R48") + said("R34", "direct"))


TIMES = {"T1": ("2022-01-10", "D"), "T2": ("2022-01-10", "D"), "T3": ("2022-01-09TEV", "D-1TEV"), "T4": ("2022-01-10", "D"), "T5": ("2022-01-12", "D+2"),
         "T6": ("2021-12-17", "last 12-17 before D"), "T8": ("2022-W02", "week(D)"), "T9": ("2022-W02", "week(D)"), "T10": ("2022-W02", "week(D)")}


def time_checks(m, gold, dated):
    """The words for time, in the order of the text, and no others."""
    found = [t.get("value", t.get("relative")) for t in m.json["times"]]
    for (ident, both), value in zip(TIMES.items(), found + [None] * len(TIMES)):
        yield f"time: {ident} {'dated' if dated else 'undated'}", value == both[not dated]
    yield f"time: nine, {'dated' if dated else 'undated'}", len(found) == len(TIMES)


def undated_checks(m, gold):
    """Without a date: D, D-1, D+2, what the text tells of D, and no year."""
    relative = {t.get("relative") for t in m.json["times"]}
    values = " ".join(t.get("value", "") for t in m.json["times"])
    yield "undated: no year", "20" not in values
    for wanted in ("D", "D-1TEV", "D+2"):
        yield f"undated: {wanted}", wanted in relative
    constraints = m.json["doc"].get("date_constraints", [])
    yield "undated: D is a Monday", "weekday(D)=Mon" in constraints
    yield "undated: D+2 is a Wednesday", any("Wed" in c for c in constraints)
    for name, holds in dated_checks(m, gold):
        if name not in DATED:
            yield "undated " + name, holds


def main():
    mahdar, folder = sys.argv[1], Path(sys.argv[2])
    if not (folder / "geneva.txt").exists():
        print(f"mission: skipped, {folder} is missing")
        return 0
    text = (folder / "geneva.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "seed-gold.json").read_text(encoding="utf-8"))
    dated, undated = Minutes(mahdar, text, gold["doc"]["date"]["value"]), Minutes(mahdar, text, None)
    checks = [*dated_checks(dated, gold), *inventory_checks(dated, gold), *time_checks(dated, gold, True), *undated_checks(undated, gold)]
    checks += [("undated " + name, holds) for name, holds in inventory_checks(undated, gold)]
    checks += time_checks(undated, gold, False)
    bad = 0
    for name, holds in checks:
        if not holds and name not in OPEN:
            bad += 1
            print(f"not so: {name}")
        if holds and name in OPEN:
            bad += 1
            print(f"holds now, take it off OPEN: {name}")
    print(f"mission: {sum(h for _, h in checks)} of {len(checks)} hold, {len(OPEN)} known to be open")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
