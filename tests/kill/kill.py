#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random moments while two processes add and one serves: nothing committed is lost,
nothing is half there.

usage: kill.py MAHDAR MOMENTS [SEED]

 before   a clean dossier of all articles: what every question must answer in the end
 moment   two `mahdar add` (their articles overlap) and a `mahdar serve` on one dossier; what the
          server answers has been committed and is remembered; some of the three, or all, are killed
 after    whoever was spared ends well; the file is sound; what was remembered is there; no article
          is there by half; whenever all have arrived, every answer is the clean one, and a new
          dossier is begun
Prints a line for each fault, exits 1 if there was one.
"""
import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ARTICLES = 240
QUESTIONS = ("articles", "talks", "people", "events", "tellings", "quotes")


def article(number):
    return {
        "id": f"n{number:03}", "date": f"2026-03-{number % 28 + 1:02}", "source": f"وكالة {number % 7}", "title": "محادثات في فاليتا",
        "text": f"بدأت في فاليتا اليوم محادثات بين النرويج والبرتغال حول الصيد، الجولة {number}. "
                "وقال وزير الخارجية النرويجي إن \"الاتفاق قريب جدا\". " * (1 + number % 5),
    }


def file_write(path, numbers):
    path.write_text("".join(json.dumps(article(number), ensure_ascii=False) + "\n" for number in numbers), encoding="utf-8")
    return path


class Scene:
    def __init__(self, mahdar, folder, chance):
        self.mahdar, self.folder, self.chance = mahdar, folder, chance
        self.faults, self.dossiers, self.hits = 0, 0, 0
        half = ARTICLES // 2
        self.parts = [file_write(folder / "one.jsonl", range(half + 40)), file_write(folder / "two.jsonl", range(half - 40, ARTICLES))]
        clean = folder / "clean.db"
        begin = time.monotonic()
        self.run("add", "-q", clean, *self.parts)
        self.longest = 0.6 * (time.monotonic() - begin)  # seconds until a kill
        self.want = self.answers(clean)
        self.renew()

    def renew(self):
        self.dossiers += 1
        self.dossier = self.folder / f"talks-{self.dossiers}.db"
        self.seen = set()
        self.run("add", "-q", self.dossier, file_write(self.folder / "first.jsonl", [0]))

    def fault(self, what):
        self.faults += 1
        print("fault:", what, flush=True)

    def run(self, *words):
        return subprocess.run([self.mahdar, *map(str, words)], check=True, capture_output=True, text=True, timeout=120).stdout

    def begin(self, *words):
        return subprocess.Popen([self.mahdar, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def answers(self, dossier):
        return {question: self.run(question, "--json", dossier) for question in QUESTIONS}

    # ---- One moment ----

    def witness(self, address):
        """The articles that the server knows of: they are committed."""
        base, token = address.split("/?token=")
        request = urllib.request.Request(base + "/api/articles?limit=5000", headers={"Cookie": f"mahdar_{base.rpartition(':')[2]}={token}"})
        answer = json.load(urllib.request.urlopen(request, timeout=20))
        number = answer["columns"].index("id")
        return {row[number] for row in answer["rows"]}

    def moment(self, number):
        server = self.begin("serve", self.dossier)
        address = server.stdout.readline().decode().strip()
        if not address:
            return self.fault(f"{number}: not served: {server.stderr.read().decode()}")
        adders = [self.begin("add", "-q", self.dossier, part) for part in self.parts]
        end = time.monotonic() + self.chance.uniform(0.01, self.longest)
        while time.monotonic() < end:
            self.seen |= self.witness(address)
            time.sleep(self.chance.uniform(0, 0.02))
        victims = [one for one in (server, *adders) if self.chance.random() < 0.7] or [adders[0]]
        self.hits += any(victim.poll() is None for victim in victims if victim is not server)
        for victim in victims:
            victim.kill()
        self.spared([one for one in adders if one not in victims], number)
        if server not in victims:
            self.seen |= self.witness(address)
            server.send_signal(signal.SIGTERM)
            self.spared([server], number)
        for one in (server, *adders):
            one.communicate()
        return self.look(number)

    def spared(self, processes, number):
        for one in processes:
            _, words = one.communicate(timeout=60)
            if one.returncode != 0:
                self.fault(f"{number}: {one.args[1]} was spared and ended with {one.returncode}: {words.decode()}")

    # ---- After it ----

    def look(self, number):
        connection = sqlite3.connect(self.dossier)
        sound = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.close()
        if sound != ["ok"] or loose:
            self.fault(f"{number}: damaged: {sound} {loose}")
        rows = self.run("articles", "--json", self.dossier).splitlines()
        there = {json.loads(row)["id"] for row in rows}
        if lost := self.seen - there:
            self.fault(f"{number}: lost: {sorted(lost)}")
        if halves := set(rows) - set(self.want["articles"].splitlines()):
            self.fault(f"{number}: half there: {halves}")
        self.seen |= there
        if len(there) == ARTICLES:
            self.compare(number)
            self.renew()

    def compare(self, number):
        got = self.answers(self.dossier)
        for question in QUESTIONS:
            if got[question] != self.want[question]:
                self.fault(f"{number}: {question} differ from a clean dossier's")

    def end(self):
        """What the last moment left is filled up, and is as good as new."""
        self.run("add", "-q", self.dossier, *self.parts)
        self.compare("end")


def main():
    mahdar, moments = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene(str(mahdar), Path(folder), random.Random(seed))
        for number in range(moments):
            scene.moment(number)
        scene.end()
    print(f"{moments} moments, {scene.hits} of them in the middle of an add, {scene.dossiers} dossiers, {scene.faults} faults")
    return 1 if scene.faults else 0


if __name__ == "__main__":
    sys.exit(main())
