#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# A dossier from the command line: add, ask, remove; tables, JSON, CSV; errors.
. "$(dirname "$0")/lib.sh"

articles 3 >in.jsonl
expect "add" 0 "$mahdar" add talks.db in.jsonl
same "add" "3 added or replaced, 0 known already" err
expect "add again" 0 "$mahdar" add talks.db in.jsonl
same "add again" "0 added or replaced, 3 known already" err
expect "articles" 0 "$mahdar" articles --json talks.db
lines "articles" 3 out
holds "articles" '{"id":"n1","day":"2026-03-02",' out
expect "CSV" 0 "$mahdar" articles --csv --since 2026-03-04 talks.db
lines "CSV" 2 out
holds "CSV" "id,day,outlet,title,url,events,quotes,talks" out
expect "table" 0 "$mahdar" articles --lang ar talks.db
holds "table" "العنوان" out
for question in talks rounds delegates people offices events tellings quotes instruments provisions open next sources outlets places network counts articles contexts diff; do
    expect "$question" 0 "$mahdar" $question talks.db
    expect "$question in JSON" 0 "$mahdar" $question --json talks.db
    expect "$question in CSV" 0 "$mahdar" $question --csv talks.db
done
expect "search" 0 "$mahdar" search --json talks.db اتفاق
lines "search" 0 out # it is written with its article
expect "search" 0 "$mahdar" search --json talks.db النَّرويج الاتّفاق
lines "search" 3 out
holds "search" '\u0001النرويج\u0002' out
expect "search without words" 2 "$mahdar" search talks.db
same "search without words" "mahdar: talks.db: no words to search for" err
expect "rows" 0 "$mahdar" articles --json --limit 1 --offset 2 talks.db
lines "rows" 1 out
holds "rows" '{"id":"n3"' out
if command -v sqlite3 >where; then
    expect "stock shell" 0 sqlite3 talks.db \
        "SELECT id FROM search JOIN article ON number = search.rowid WHERE search MATCH 'الاتفاق' ORDER BY id"
    lines "stock shell" 3 out
fi
expect "party" 0 "$mahdar" events --json --party XYZ talks.db
lines "party" 0 out
expect "remove" 0 "$mahdar" remove talks.db n1 n2
expect "remove what is not there" 1 "$mahdar" remove talks.db n1
same "remove what is not there" 'mahdar: talks.db: no article "n1"' err
expect "one stays" 0 "$mahdar" articles --json talks.db
lines "one stays" 1 out

# formulas for a spreadsheet are defused
printf '{"id":"=1+1","date":"2026-01-01","title":"a,\\"b\\"","text":"نص قصير."}\n' >formula.jsonl
expect "formula" 0 "$mahdar" add -q talks.db formula.jsonl
expect "formula" 0 "$mahdar" articles --csv talks.db
holds "formula" "'=1+1,2026-01-01,,\"a,\"\"b\"\"\",,0,0,0" out

# a bad article does not keep the others out
{ articles 1; echo '{"id":1'; articles 2 | tail -n 1; } >bad.jsonl
expect "bad line" 1 "$mahdar" add new.db bad.jsonl
holds "bad line" "mahdar: bad.jsonl:2: byte " err
holds "bad line" "2 added or replaced" err

echo "no data base" >foreign.db
expect "foreign file" 3 "$mahdar" add foreign.db in.jsonl
same "foreign file" "mahdar: foreign.db: not a dossier" err
same "foreign file" "no data base" foreign.db
expect "foreign file" 3 "$mahdar" talks foreign.db
expect "no folder" 3 "$mahdar" add nowhere/talks.db in.jsonl
lines "no folder" 1 err

# a full disk: one line, and what was kept is kept
articles 40 >many.jsonl
expect "before the disk is full" 0 "$mahdar" add -q full.db in.jsonl
expect "full disk" 3 bash -c "trap '' XFSZ; ulimit -f 200; '$mahdar' add -q full.db many.jsonl"
lines "full disk" 1 err
expect "after" 0 "$mahdar" articles --json full.db
holds "after" '"id":"n3"' out

# tables of somebody else's
if command -v sqlite3 >where; then
    cp full.db trap.db
    sqlite3 trap.db "CREATE TRIGGER fall AFTER DELETE ON article BEGIN SELECT 1; END" 2>gone
    expect "a trigger" 3 "$mahdar" articles trap.db
    same "a trigger" "mahdar: trap.db: not a dossier: its tables are others" err
    cp full.db newer.db
    sqlite3 newer.db "PRAGMA user_version = 99"
    expect "newer" 3 "$mahdar" add newer.db in.jsonl
    holds "newer" "it needs a newer program" err
fi
head -c 40000 full.db >cut.db
expect "cut off" 3 "$mahdar" articles cut.db
lines "cut off" 1 err

# where nothing may be written a dossier can be read
if [ "$(id -u)" != 0 ]; then
    mkdir closed
    cp one.db closed/ 2>gone || cp full.db closed/one.db
    chmod -R a-w closed
    expect "closed folder" 0 "$mahdar" articles --json closed/one.db
    expect "closed folder" 3 "$mahdar" add -q closed/one.db in.jsonl
    lines "closed folder" 1 err
    chmod -R u+w closed
fi

# the same rows for any number of threads
expect "one thread" 0 "$mahdar" add -q -j 1 one.db many.jsonl
expect "three threads" 0 "$mahdar" add -q -j 3 three.db many.jsonl
for question in talks people events quotes articles; do
    "$mahdar" $question --json one.db >one
    "$mahdar" $question --json three.db >three
    cmp one three || faults=$((faults + 1))
done

# two at once
"$mahdar" add -q both.db many.jsonl &
one=$!
"$mahdar" add -q both.db many.jsonl &
two=$!
wait $one || { echo "first of two: failed"; faults=$((faults + 1)); }
wait $two || { echo "second of two: failed"; faults=$((faults + 1)); }
expect "two at once" 0 "$mahdar" articles --json both.db
lines "two at once" 40 out
finish
