#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long the addresses of `mahdar serve` take over a dossier.

usage: measure_api.py MAHDAR DOSSIER [CEILING]

Asks each question as the page does: by itself, of the negotiation most articles tell of, of a
person and an event. Prints milliseconds (the best of three), bytes, status and the address; exits 1
if one was refused or took longer than CEILING milliseconds (200).
"""
import json
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ALONE = ("talks rounds delegates people offices events mentions quotes instruments clauses open next sources outlets places network "
         "counts articles").split()
OF_TALKS = "rounds delegates events quotes instruments open places network".split()
ROWS = 200


class Site:
    def __init__(self, address):
        self.base, token = address.split("/?token=")
        self.heads = {"Cookie": f"mahdar_{self.base.rpartition(':')[2]}={token}"}

    def ask(self, path):
        request = urllib.request.Request(self.base + path, headers=self.heads)
        try:
            answer = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        return answer.status, answer.read()

    def cells(self, path, column):
        """One column of an answer."""
        rows = json.loads(self.ask(path)[1])
        at = rows["columns"].index(column)
        return [row[at] for row in rows["rows"]]

    def best(self, path):
        times = []
        for _ in range(3):
            begin = time.monotonic()
            status, body = self.ask(path)
            times.append(time.monotonic() - begin)
        return min(times) * 1000, status, len(body)


def path_of(question, **conditions):
    return f"/api/{question}?" + urllib.parse.urlencode(conditions)


def addresses(site):
    keys = site.cells("/api/talks?limit=5000", "key")
    counts = site.cells("/api/talks?limit=5000", "articles")
    yield "/api/about"
    yield path_of("article", id=site.cells("/api/articles?limit=1", "id")[0])
    for question in ALONE:
        yield path_of(question, limit=ROWS)
    last = (site.cells("/api/articles?limit=5000", "day") or [""])[-1] or "2026-01-01"
    party = (keys or ["USA"])[0].split()[0]
    yield path_of("diff", since=last, limit=ROWS)
    yield path_of("search", text="وزير الخارجية", limit=50)
    for question in ("events", "quotes", "people", "open"):
        yield path_of(question, party=party, limit=ROWS)
    yield path_of("events", text="الخارجية", limit=ROWS)
    yield path_of("events", place="القاهرة", limit=ROWS)
    yield path_of("events", limit=ROWS, offset=5 * ROWS)
    if keys:
        widest = max(zip(map(int, counts), keys))[1]
        yield path_of("talks", key=widest)
        for question in OF_TALKS:
            yield path_of(question, talks=widest, limit=ROWS)
    for question, others in (("people", ("people", "offices", "quotes")), ("events", ("events", "tellings"))):
        for key in site.cells(f"/api/{question}?limit=1", "key"):
            for other in others:
                yield path_of(other, key=key)


def main():
    mahdar, dossier = sys.argv[1:3]
    ceiling = float(sys.argv[3]) if len(sys.argv) > 3 else 200
    server = subprocess.Popen([mahdar, "serve", dossier], stdout=subprocess.PIPE, text=True)
    slow = refused = 0
    address = server.stdout.readline().strip()
    if not address:
        return server.wait()
    try:
        site = Site(address)
        for path in addresses(site):
            milliseconds, status, size = site.best(path)
            slow += milliseconds > ceiling
            refused += status != 200
            mark = "  refused" if status != 200 else "  slow" if milliseconds > ceiling else ""
            print(f"{milliseconds:7.0f} ms {size:8} bytes  {status} {urllib.parse.unquote_plus(path)}{mark}")
    finally:
        server.terminate()
        server.wait()
    print(f"{slow} over {ceiling:.0f} ms, {refused} refused")
    return 1 if slow or refused else 0


if __name__ == "__main__":
    sys.exit(main())
