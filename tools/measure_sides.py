#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tell in Markdown how the events of `mahdar extract` go wrong, beside the score of the annotated articles.

usage: measure_sides.py GOLD_FOLDER PREDICTION.jsonl

GOLD_FOLDER holds dev.jsonl and score.py, whose matching of events is used; PREDICTION has a line for each article.
Prints what `--min-confidence` leaves at four levels, which types and which statuses are taken for which, how many events
that are found have the annotated place and day, and classes of errors with their counts. tools/accuracy puts it into docs/accuracy.md.
"""
import collections
import importlib.util
import json
import pathlib
import sys

LEVELS = [0.0, 0.5, 0.7, 0.9]
STATUSES = ["occurred", "planned", "possible", "negated"]


def load_score(folder):
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Article:
    """The events of one article, annotated and predicted, and how they match."""

    def __init__(self, score, gold, predicted, least=0.0):
        self.score, self.predicted = score, predicted
        text = gold["text"]
        self.gold = [dict(spans=[score.spans(text, t) for t in e["triggers"]], **e) for e in gold.get("events", [])]
        self.found = [e for e in predicted.get("events", []) if e.get("confidence", 0) >= least - 1e-6]
        self.matches = score.match(self.gold, self.found, lambda a, b: 1 + self.agree(a, b) if self.hits(a, b) else 0)
        used = {id(b) for _, b in self.matches}
        self.spurious = [b for b in self.found if id(b) not in used and not any(self.hits(a, b) for a in self.gold)]
        got = {id(a) for a, _ in self.matches}
        self.missed = [a for a in self.gold if id(a) not in got]

    def at(self, a, b):
        return any(self.score.overlap(s, tuple(b["trigger"])) for s in a["spans"])

    def hits(self, a, b):
        return a["type"] == b["type"] and self.at(a, b)

    def sides(self, event):
        """Codes of source and target, of an annotated event or a predicted one."""
        if "spans" in event:
            return self.score.codes(event.get("source", [])), self.score.codes(event.get("target", []))
        return tuple(self.score.codes(self.score.pred_actor(self.predicted, event.get(side, []))) for side in ("source", "target"))

    def agree(self, a, b):
        (gs, gt), (ps, pt) = self.sides(a), self.sides(b)
        if a["type"] in self.score.SYMMETRIC:
            return self.score.set_f(gs | gt, ps | pt)
        return (self.score.set_f(gs, ps) + self.score.set_f(gt, pt)) / 2


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---|" + "--:|" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(str(c) for c in row) + " |" for row in rows])


def confidence_table(score, pairs):
    rows = []
    for level in LEVELS:
        articles = [Article(score, g, p, level) for g, p in pairs]
        matched = [(x, a, b) for x in articles for a, b in x.matches]
        told = len(matched) + sum(len(x.spurious) for x in articles)
        gold = sum(len(x.gold) for x in articles)
        actors = sum(x.agree(a, b) >= 0.99 for x, a, b in matched)
        status = sum(a["status"] == b["status"] for _, a, b in matched)
        share = [f"{n / max(told, 1):.3f}" for n in (len(matched), actors, status)]
        rows.append([f"{level:.1f}", told, *share, f"{len(matched) / gold:.3f}"])
    return table(["--min-confidence", "events", "precision", "with actors", "with status", "recall"], rows)


def type_table(articles):
    """What stands at a trigger of an annotated event that was not found as its type, and in its place."""
    counts = collections.defaultdict(collections.Counter)
    for x in articles:
        for a, _ in x.matches:
            counts[a["type"]]["found"] += 1
        for a in x.missed:
            others = [b["type"] for b in x.found if x.at(a, b)]
            counts[a["type"]][others[0] if others else "nothing"] += 1
        for b in x.spurious:
            if not any(x.at(a, b) for a in x.gold):
                counts[b["type"]]["in vain"] += 1
    rows = []
    for kind in sorted(counts):
        c = counts[kind]
        others = ", ".join(f"{k} {n}" for k, n in c.most_common() if k not in ("found", "nothing", "in vain"))
        rows.append([kind, c["found"], c["nothing"], others or "", c["in vain"]])
    return table(["annotated as", "found", "missed", "taken for", "told in vain"], rows)


def status_table(articles):
    counts = collections.Counter((a["status"], b["status"]) for x in articles for a, b in x.matches)
    return table(["annotated as", *(f"told as {s}" for s in STATUSES)], [[s, *(counts[s, t] for t in STATUSES)] for s in STATUSES])


def scene_table(articles):
    """The place and the day of the events that are found; the share that is right of those annotated with one."""
    counts = {"place": collections.Counter(), "day": collections.Counter()}
    for x in articles:
        names = {p["id"]: p["name"] for p in x.predicted.get("places", [])}
        for a, b in x.matches:
            told = {"place": names.get(b.get("place")), "day": (b.get("time") or {}).get("value")}
            gold = {"place": a.get("place"), "day": a.get("time")}
            same = {"place": x.score.name_match, "day": x.score.same_time}
            for what in counts:
                g, t = gold[what], told[what]
                kind = "vain" if t and not g else "" if not g else "none" if not t else "right" if same[what](g, t) else "other"
                counts[what][kind] += 1
    rows = []
    for what, goal in (("place", "0.80"), ("day", "")):
        c = counts[what]
        annotated = c["right"] + c["other"] + c["none"]
        rows.append([what, annotated, c["right"], c["other"], c["none"], c["vain"], f"**{c['right'] / max(annotated, 1):.3f}**", goal])
    return table(["of events found", "annotated", "right", "another told", "none told", "told, none annotated", "share right", "goal"], rows)


def side_class(x, a, b):
    (gs, gt), (ps, pt) = x.sides(a), x.sides(b)
    if a["type"] in x.score.SYMMETRIC:
        gs, gt, ps, pt = gs | gt, set(), ps | pt, set()
    if gs == pt and gt == ps:
        return "the sides are swapped"
    if not ps and not pt:
        return "no side is told"
    if ps <= gs and pt <= gt:
        return "the one acted on is missing" if ps == gs else "one who acts is missing" if pt == gt else "both sides lack one"
    if gs <= ps and gt <= pt:
        return "one more is told to be acted on" if ps == gs else "one more is told to act" if pt == gt else "one more on both sides"
    return "another is told in the place of one"


def error_table(articles):
    counts = collections.Counter()
    for x in articles:
        for a in x.missed:
            other = any(x.at(a, b) for b in x.found)
            words = any(x.score.overlap(s, tuple(m)) for s in a["spans"] for b in x.found for m in b.get("mentions", []))
            counts["missed", "told as another type" if other else "joined to another event" if words else "its words tell nothing"] += 1
        for b in x.spurious:
            bare = not any(x.sides(b))
            open_ = b["status"] in ("possible", "negated")
            other = any(x.at(a, b) for a in x.gold)
            counts["told in vain", "annotated as another type" if other else "without any actor" if bare else
                   "only asked for, feared or denied" if open_ else "said to happen, with actors"] += 1
        for a, b in x.matches:
            if x.agree(a, b) < 0.99:
                counts["actors", side_class(x, a, b)] += 1
            if a["status"] != b["status"]:
                counts["status", f"{a['status']} told as {b['status']}"] += 1
    order = ["missed", "told in vain", "actors", "status"]
    rows = sorted(([kind, what, n] for (kind, what), n in counts.items()), key=lambda r: (order.index(r[0]), -r[2], r[1]))
    return table(["error", "class", "events"], rows)


def report(folder, prediction):
    score = load_score(folder)
    predicted = {}
    for line in pathlib.Path(prediction).open(encoding="utf-8"):
        minutes = json.loads(line)
        predicted[minutes["doc"]["id"]] = minutes
    gold = [json.loads(line) for line in (folder / "dev.jsonl").open(encoding="utf-8")]
    pairs = [(g, predicted.get(g["id"], {})) for g in gold]
    articles = [Article(score, g, p) for g, p in pairs]
    return f"""## Events

What `--min-confidence` leaves. Precision counts events whose type and trigger are annotated.

{confidence_table(score, pairs)}

Types. *In vain*: at words that no annotated event has.

{type_table(articles)}

Status of the events that are found.

{status_table(articles)}

Places and days of the events that are found.

{scene_table(articles)}

Classes of errors.

{error_table(articles)}
"""


if __name__ == "__main__":
    print(report(pathlib.Path(sys.argv[1]), sys.argv[2]))
