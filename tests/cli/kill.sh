#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# kill -9 at random moments of adding: what was kept stays kept, nothing is half there.
# MOMENTS=200 for many of them (make kill has them for serve as well); SEED for others.
. "$(dirname "$0")/lib.sh"
RANDOM=${SEED:-7}
moments=${MOMENTS:-8}

articles 2400 >in.jsonl # three transactions
begin=$(date +%s%N)
expect "clean" 0 "$mahdar" add -q -j 2 clean.db in.jsonl
took=$((($(date +%s%N) - begin) / 1000)) # microseconds
for question in articles talks people events quotes; do
    "$mahdar" $question --json clean.db >"want.$question"
done
sort want.articles >want.sorted
kept=0
for ((moment = 1; moment <= moments; moment++)); do
    pause=$((RANDOM * took / 32768))
    "$mahdar" add -q -j $((moment % 2 + 1)) killed.db in.jsonl &
    one=$!
    sleep "$((pause / 1000000)).$(printf '%06d' $((pause % 1000000)))"
    kill -9 $one 2>gone
    wait $one 2>gone
    [ -s killed.db ] || continue # killed before it began
    "$mahdar" articles --json killed.db >out 2>err || grep -q "not a dossier" err || {
        echo "moment $moment, $pause us: $(cat err)"
        faults=$((faults + 1))
    }
    # what is there is there as a whole: rows of the clean dossier, and no fewer than before
    sort out | comm -23 - want.sorted >alien
    lines "moment $moment, $pause us" 0 alien
    now=$(wc -l <out)
    [ "$now" -ge "$kept" ] || { echo "moment $moment: $kept articles, then $now"; faults=$((faults + 1)); }
    kept=$now
    if [ "$kept" = 2400 ]; then # from the beginning
        rm -f killed.db*
        kept=0
    fi
done
expect "go on" 0 "$mahdar" add -q killed.db in.jsonl
for question in articles talks people events quotes; do
    "$mahdar" $question --json killed.db >"got.$question"
    cmp "want.$question" "got.$question" || faults=$((faults + 1))
done
if command -v sqlite3 >where; then
    sqlite3 killed.db "PRAGMA integrity_check" >out
    same "integrity" "ok" out
fi
finish
