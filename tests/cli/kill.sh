#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# kill -9 in the middle of an add: what was kept stays kept, nothing is half there.
. "$(dirname "$0")/lib.sh"

articles 300 >in.jsonl
expect "clean" 0 "$mahdar" add -q clean.db in.jsonl
for question in articles talks people events quotes; do
    "$mahdar" $question --json clean.db >"want.$question"
done
for pause in 0.005 0.01 0.02 0.03 0.05 0.08; do
    "$mahdar" add -q killed.db in.jsonl &
    one=$!
    sleep "$pause"
    kill -9 $one 2>gone
    wait $one 2>gone
    [ -s killed.db ] || continue # killed before it began
    "$mahdar" articles --json killed.db >out 2>err || grep -q "not a dossier" err || {
        echo "after $pause s: $(cat err)"
        faults=$((faults + 1))
    }
    # what is there is there as a whole: the rows of the clean dossier, as far as it came
    grep -vxFf want.articles out >alien
    lines "after $pause s" 0 alien
done
expect "go on" 0 "$mahdar" add -q killed.db in.jsonl
for question in articles talks people events quotes; do
    "$mahdar" $question --json killed.db >"got.$question"
    cmp "want.$question" "got.$question" || faults=$((faults + 1))
done
finish
