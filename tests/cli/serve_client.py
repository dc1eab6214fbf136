#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Talk to a running `mahdar serve` as browsers, other sites and bad clients do.

usage: serve_client.py ADDRESS MAHDAR DOSSIER NEWS     ADDRESS is what mahdar serve printed,
                                                       NEWS articles that it does not have yet
Prints a line for each fault, exits 1 if there was one. Leaves three listeners' worth of time to
the limits of the server: it takes about as long as its longest (LINK_REQUEST, src/serve/link.h).
"""
import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

REQUEST_LIMIT = 10  # seconds, LINK_REQUEST
LISTENERS = 48      # LIVE_LISTENERS
HEADS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                               "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
                               "form-action 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Site:
    def __init__(self, address):
        parts = urlsplit(address)
        self.host, self.port = parts.hostname, parts.port
        self.token = parts.query.removeprefix("token=")
        self.cookie = f"mahdar_{self.port}={self.token}"
        self.faults = 0

    def check(self, good, what):
        if not good:
            self.faults += 1
            print("fault:", what)

    def ask(self, path, method="GET", **heads):
        """(status, heads, body) of an answer to a request with the token."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        given = {"Cookie": self.cookie} | {name.replace("_", "-"): value for name, value in heads.items() if value is not None}
        if heads.get("Cookie", "") is None:
            del given["Cookie"]
        connection.request(method, path, headers=given)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def status(self, *words, **heads):
        return self.ask(*words, **heads)[0]

    def open(self, text=b""):
        made = socket.create_connection((self.host, self.port), timeout=40)
        made.sendall(text)
        return made

    def listen(self):
        heads = f"GET /live HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nCookie: {self.cookie}\r\n\r\n"
        return self.open(heads.encode())


def all_of(listener):
    """What comes until the connection ends."""
    got = b""
    try:
        while block := listener.recv(4096):
            got += block
    except OSError:
        pass
    return got


def until(listener, word, seconds):
    """Whether `word` comes within that time; what came."""
    got, end = b"", time.monotonic() + seconds
    while word not in got and time.monotonic() < end:
        listener.settimeout(max(0.01, end - time.monotonic()))
        try:
            block = listener.recv(4096)
        except OSError:
            break
        if not block:
            break
        got += block
    return word in got, got


# ---- Who may ask, what comes back ----

def door(site):
    anonymous = {"Cookie": None}
    site.check(site.status("/api/talks") == 200, "a request with the token")
    site.check(site.status("/api/talks", **anonymous) == 403, "without a token")
    site.check(site.status("/", **anonymous) == 403, "page without a token")
    site.check(site.status("/api/talks", Cookie=site.cookie[:-1]) == 403, "a shorter token")
    site.check(site.status("/api/talks", Host="evil.example") == 421, "another host")
    site.check(site.status("/api/talks", Origin="http://evil.example") == 403, "another origin")
    site.check(site.status("/api/talks", Sec_Fetch_Site="cross-site") == 403, "another site")
    status, heads, _ = site.ask(f"/?token={site.token}", **anonymous)
    site.check(status == 303 and heads["location"] == "/", "the token's redirection")
    site.check(heads.get("set-cookie") == site.cookie + "; HttpOnly; SameSite=Strict; Path=/", "the token's cookie")
    site.check(site.ask(f"/?token={site.token[::-1]}", **anonymous)[1].get("set-cookie") is None, "a cookie for a wrong token")


def heads(site):
    for path, cache in [("/", "no-cache"), ("/api/talks", "no-store"), ("/nowhere", "no-store"), ("/api/talks?x=1", "no-store")]:
        _, got, _ = site.ask(path)
        for name, value in HEADS.items():
            site.check(got.get(name) == value, f"{path}: {name}: {got.get(name)}")
        site.check(got.get("cache-control") == cache, f"{path}: cache-control: {got.get('cache-control')}")
    _, got, body = site.ask("/")
    site.check(site.status("/", If_None_Match=got["etag"]) == 304, "a page that is known already")
    _, of_head, nothing = site.ask("/", "HEAD")
    site.check(nothing == b"" and of_head["content-length"] == str(len(body)), "HEAD")


def methods(site):
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"):
        status, got, body = site.ask("/api/talks", method)
        site.check(status == 405 and got.get("allow") == "GET, HEAD", f"{method}: {status}")
        site.check(json.loads(body)["error"] == "method", f"{method}: {body}")
    posted = site.open(f"POST /api/talks HTTP/1.1\r\nHost: {site.host}:{site.port}\r\nContent-Length: 100000\r\n\r\n".encode() + b"x" * 100000)
    site.check(all_of(posted).startswith(b"HTTP/1.1 405 "), "POST with a body")


def answers(site):
    status, got, body = site.ask("/api/events?limit=2")
    rows = json.loads(body)
    site.check(status == 200 and got["content-type"] == "application/json; charset=utf-8", "events")
    site.check(len(rows["rows"]) == 2 and rows["more"] is True, "a page of events")
    site.check(all(len(row) == len(rows["columns"]) for row in rows["rows"]), "cells of events")
    site.check(all(cell is None or isinstance(cell, str) for row in rows["rows"] for cell in row), "cells that are no text")
    about = json.loads(site.ask("/api/about")[2])
    site.check(isinstance(about["articles"], int) and "/" not in about["file"], "about")
    site.check({"ical", "csv", "geojson"} <= set(about["exports"]), "about the exports")
    some = json.loads(site.ask("/api/articles?limit=1")[2])
    number = some["columns"].index("id")
    article = json.loads(site.ask("/api/article?id=" + some["rows"][0][number])[2])
    site.check("text" in article and "title" in article, "an article")
    for form, ending in (("ical", "ics"), ("csv", "csv"), ("ftm", "jsonl"), ("annotations", "jsonld")):
        status, got, body = site.ask("/api/export?format=" + form)
        site.check(status == 200 and len(body) == int(got["content-length"]), f"export: {form}")
        site.check(got["content-disposition"] == f'attachment; filename="mahdar-{form}.{ending}"', f"export: {got}")
        site.check(all(got.get(name) == value for name, value in HEADS.items()), f"export: heads {got}")
    none = site.ask("/api/export?format=ftm&since=2999-01-01")
    site.check(none[0] == 200 and none[2] == b"", "an export of nothing")
    head = site.ask("/api/export?format=csv", "HEAD")
    site.check(head[0] == 200 and head[2] == b"" and "content-disposition" in head[1], "HEAD of an export")


def broken(site):
    """Whatever comes, an error or an end of the connection, and the server stays."""
    host = f"Host: {site.host}:{site.port}\r\n".encode()
    requests = [
        b"\r\n\r\n\r\n", b"\x00\xff\x16\x03\x01\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n" + host + b"\r\n",
        b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n", b"GET /\x80\xfe HTTP/1.1\r\n" + host + b"\r\n",
        b"GET / HTTP/1.1\r\n" + host + host + b"\r\n", b"GET " + b"/" * 3000 + b" HTTP/1.1\r\n" + host + b"\r\n",
        b"GET / HTTP/1.1\r\n" + host + b"Content-Length: -5\r\n\r\n", b"GET / HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"GET /api/talks?party=\x01 HTTP/1.1\r\n" + host + b"\r\n", b"HEAD /live HTTP/1.0\r\n" + host + b"\r\n",
    ]
    for request in requests:
        made = site.open(request)
        made.shutdown(socket.SHUT_WR)
        got = all_of(made)
        site.check(not got.startswith(b"HTTP/1.1 2"), f"{request[:40]}: {got[:60]}")
    site.check(site.status("/api/talks?party=" + "a" * 5000) == 414, "a long address")
    got = all_of(site.open(b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 60000 + b"\r\n\r\n"))
    site.check(not got or got[9:12] in (b"431", b"413", b"400"), f"long heads: {got[:60]}")
    site.check(site.status("/api/talks") == 200, "the server after broken requests")


def cut_off(site):
    """A thread for each bad client; each must be cut off in time. Returns a function that waits."""
    begin, ends = time.monotonic(), {}

    def dawdle(name, text, more):
        made = site.open(text)
        made.settimeout(0.3)
        while name not in ends and time.monotonic() - begin < 3 * REQUEST_LIMIT:
            try:
                if not made.recv(4096):
                    ends[name] = time.monotonic() - begin
                continue
            except socket.timeout:
                pass
            except OSError:
                ends[name] = time.monotonic() - begin
            try:
                made.sendall(more)
            except OSError:
                ends[name] = time.monotonic() - begin

    clients = {"silent": (b"", b""), "dripping": (b"GET / HTTP/1.1\r\nX: ", b"a"), "one head after another": (b"GET / HTTP/1.1\r\n", b"X: a\r\n")}
    threads = [threading.Thread(target=dawdle, args=(name, *texts)) for name, texts in clients.items()]
    for thread in threads:
        thread.start()

    def wait():
        for thread in threads:
            thread.join()
        for name in clients:
            site.check(ends.get(name, 99) < REQUEST_LIMIT + 4, f"a {name} client was served for {ends.get(name)} s")

    return wait


# ---- Live ----

def live(site, mahdar, dossier, news):
    listeners = [site.listen() for _ in range(LISTENERS)]
    for listener in listeners:
        site.check(until(listener, b"retry: ", 5)[0], "a listener's greeting")
    refused = all_of(site.listen())
    site.check(refused.startswith(b"HTTP/1.1 503 "), f"one listener too many: {refused[:60]}")
    begin = time.monotonic()
    site.check(site.status("/api/talks") == 200 and time.monotonic() - begin < 5, "a question beside listeners")
    before = json.loads(site.ask("/api/about")[2])["articles"]
    subprocess.run([mahdar, "add", "-q", dossier, news], check=True)
    committed = time.monotonic()
    for listener in listeners:
        site.check(until(listener, b"event: changed\nid: ", 4)[0], "news for a listener")
    site.check(time.monotonic() - committed < 4, f"news after {time.monotonic() - committed:.1f} s")
    site.check(json.loads(site.ask("/api/about")[2])["articles"] > before, "the new article")
    site.check(until(listeners[0], b":\n", 9)[0], "a sign of life")
    for listener in listeners:
        listener.close()
    end = time.monotonic() + 15
    while (got := until(site.listen(), b"retry: ", 1)[0]) is False and time.monotonic() < end:
        time.sleep(0.2)
    site.check(got, "places of listeners that have left")


def rush(site, mahdar, dossier, news):
    """Many questions at once while articles go and come: every answer is whole."""
    questions = ["talks", "rounds", "people", "events", "quotes", "articles", "counts", "about"]

    def ask(question):
        for _ in range(8):
            status, _, body = site.ask("/api/" + question)
            site.check(status == 200 and body.endswith(b"}\n"), f"{question} in a rush: {status} {body[:80]}")

    threads = [threading.Thread(target=ask, args=(question,)) for question in questions * 2]
    for thread in threads:
        thread.start()
    for _ in range(3):
        subprocess.run([mahdar, "remove", dossier, json.loads(open(news, encoding="utf-8").readline())["id"]], check=True)
        subprocess.run([mahdar, "add", "-q", dossier, news], check=True)
    for thread in threads:
        thread.join()


def crowd(site):
    """More connections than there may be; when they have gone, everything is as before."""
    crowd = []
    for _ in range(150):
        try:
            crowd.append(site.open())
        except OSError:
            break
    for made in crowd:
        made.close()
    time.sleep(0.5)
    site.check(site.status("/api/talks") == 200, "the server after a crowd")


def main():
    address, mahdar, dossier, news = sys.argv[1:]
    site = Site(address)
    wait = cut_off(site)
    for part in (door, heads, methods, answers, broken):
        part(site)
    live(site, mahdar, dossier, news)
    rush(site, mahdar, dossier, news)
    wait()
    crowd(site)
    return 1 if site.faults else 0


if __name__ == "__main__":
    sys.exit(main())
