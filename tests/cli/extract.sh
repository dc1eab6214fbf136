#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Batches: one line for each article, in order, same bytes for any number of threads; bad lines.
. "$(dirname "$0")/lib.sh"

articles 300 >in.jsonl
expect "one thread" 0 "$mahdar" extract in.jsonl
lines "one thread" 300 out
cp out want
for threads in 2 3 4; do
    expect "$threads threads" 0 "$mahdar" extract -j "$threads" in.jsonl
    cmp -s out want || { echo "$threads threads: other bytes"; faults=$((faults + 1)); }
done
expect "to a file" 0 "$mahdar" extract -j 2 -o written in.jsonl
cmp -s written want || { echo "to a file: other bytes"; faults=$((faults + 1)); }
expect "standard input" 0 bash -c "'$mahdar' extract <in.jsonl"
cmp -s out want || { echo "standard input: other bytes"; faults=$((faults + 1)); }
expect "dash" 0 bash -c "cat in.jsonl | '$mahdar' extract -"
cmp -s out want || { echo "dash: other bytes"; faults=$((faults + 1)); }
head -n 100 in.jsonl >one.jsonl
tail -n 200 in.jsonl | head -c -1 >two.jsonl # its last line has no line feed
expect "two files" 0 "$mahdar" extract -j 2 one.jsonl two.jsonl
cmp -s out want || { echo "two files: other bytes"; faults=$((faults + 1)); }
grep -o '"id":"n[0-9]*"' out | head -3 | tr '\n' ' ' >ids
same "order" '"id":"n1" "id":"n2" "id":"n3" ' ids

# A line that cannot be read: an object in its place, one line on standard error, the rest done.
{ head -n 2 in.jsonl; echo '{"id":"x","text":'; echo; tail -n 1 in.jsonl; } >bad.jsonl
expect "bad line" 1 "$mahdar" extract bad.jsonl
lines "bad line" 4 out
lines "bad line" 1 err
holds "bad line" "mahdar: bad.jsonl:3: byte 17: " err
sed -n 3p out >third
holds "bad line" '{"doc":{},"error":{"line":3,"byte":17,"message":"' third
expect "strict" 1 "$mahdar" extract --strict bad.jsonl
lines "strict" 3 out
expect "missing file" 1 "$mahdar" extract nowhere.jsonl one.jsonl
lines "missing file" 100 out
same "missing file" "mahdar: nowhere.jsonl: No such file or directory" err
expect "no input" 0 "$mahdar" extract /dev/null
lines "no input" 0 out
expect "full disk" 3 "$mahdar" extract -o /dev/full in.jsonl
lines "full disk" 1 err
expect "no such place" 3 "$mahdar" extract -o nowhere/out in.jsonl
same "no such place" "mahdar: nowhere/out: No such file or directory" err
expect "a reader that leaves" 0 bash -c "'$mahdar' extract -j 2 in.jsonl | head -n 1"
lines "a reader that leaves" 1 out
lines "a reader that leaves" 0 err
# surer events are some of all, and nothing refers to those left out
for least in 0 0.5 0.8 1; do
    expect "min-confidence $least" 0 "$mahdar" extract -q --min-confidence $least "$root"/examples/articles/*.json
    python3 - "$least" out <<'END' || faults=$((faults + 1))
import json, sys
least = float(sys.argv[1])
for line in open(sys.argv[2]):
    a = json.loads(line)
    events = {e["id"] for e in a["events"]}
    quotes = {q["id"] for q in a["quotes"]}
    low = [r["id"] for r in a["events"] + a["quotes"] if r["confidence"] < least]
    dangling = {e for k in a["talks"] for e in k["meetings"] + k["next"]} | {c["event"] for c in a["conditions"] if "event" in c}
    dangling |= {o[side] for o in a["orders"] for side in ("first", "then")} | {b["event"] for b in a["backgrounds"]}
    inside = {q["inside"] for q in a["quotes"] if "inside" in q} | {e["quote"] for e in a["events"] if "quote" in e}
    if low or dangling - events or inside - quotes:
        sys.exit(f"min-confidence {least}: {a['doc'].get('id')}: {low} {dangling - events} {inside - quotes}")
    print(len(events))
END
done
expect "no share" 2 "$mahdar" extract --min-confidence 2
same "no share" 'mahdar: min-confidence: "2" is no SHARE' err
finish
