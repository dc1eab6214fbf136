#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# `mahdar read` and the stages: kinds of file, languages, colours, charsets, errors.
. "$(dirname "$0")/lib.sh"

printf 'لقاء في فاليتا\nالتقى وزير الخارجية النرويجي نظيره البرتغالي في فاليتا أمس.\n' >news.txt
articles 2 >two.jsonl
articles 1 >one.json
expect "plain text" 0 "$mahdar" read --date 2026-03-04 news.txt
holds "plain text" "لقاء في فاليتا" out
holds "plain text" "news.txt · 2026-03-04" out
expect "JSON" 0 "$mahdar" read one.json
holds "JSON" "n1 · 2026-03-02" out
expect "JSON Lines" 0 "$mahdar" read two.jsonl
holds "JSON Lines" "n2 · 2026-03-03" out
expect "standard input" 0 bash -c "'$mahdar' read <news.txt"
holds "standard input" "لقاء في فاليتا" out
expect "JSON on standard input" 0 bash -c "'$mahdar' read - <two.jsonl"
holds "JSON on standard input" "n2 · 2026-03-03" out
expect "title" 0 "$mahdar" read --title "عنوان" news.txt
holds "title" "عنوان" out

expect "no date" 0 "$mahdar" read news.txt
holds "no date" "day of publication (D)" out
expect "Arabic" 0 env LANG=ar_EG.UTF-8 "$mahdar" read news.txt
holds "Arabic" "يوم النشر" out
expect "Arabic asked for" 0 "$mahdar" read --lang ar news.txt
holds "Arabic asked for" "يوم النشر" out

escape=$(printf '\033')
expect "no colour in a file" 0 "$mahdar" read one.json
! grep -q "$escape" out || { echo "colour in a file"; faults=$((faults + 1)); }
expect "colour" 0 "$mahdar" read --color always one.json
holds "colour" "$escape" out
expect "no colour" 0 env NO_COLOR=1 "$mahdar" read --color never one.json
! grep -q "$escape" out || { echo "colour in spite of never"; faults=$((faults + 1)); }

iconv -f UTF-8 -t WINDOWS-1256 news.txt >old.txt
expect "declared charset" 0 "$mahdar" read --charset windows-1256 old.txt
holds "declared charset" "لقاء في فاليتا" out
printf 'ab\330cd\n' >bad.txt
expect "bad bytes" 1 "$mahdar" read --charset UTF-8 bad.txt
holds "bad bytes" "mahdar: bad.txt: byte 2: " err
lines "bad bytes" 1 err
expect "missing file" 1 "$mahdar" read nowhere.txt news.txt
same "missing file" "mahdar: nowhere.txt: No such file or directory" err
holds "missing file" "لقاء في فاليتا" out
expect "a folder" 1 "$mahdar" read .
same "a folder" "mahdar: .: Is a directory" err
{ cat two.jsonl; echo '{'; } >bad.jsonl
expect "bad line" 1 "$mahdar" read bad.jsonl
holds "bad line" "mahdar: bad.jsonl:3: byte " err
: >empty.txt
expect "nothing" 0 "$mahdar" read empty.txt

expect "conjugate" 0 "$mahdar" conjugate كتب
holds "conjugate" "يَكْتُبُونَ	imperfect indicative active 3 m pl" out
holds "conjugate" "كَاتِب	participle active" out
expect "no verb" 1 "$mahdar" conjugate كرسي
same "no verb" "mahdar: كرسي: no verb of the lexicon" err

"$mahdar" --help | awk 'go && /^  / { print $1 } /^Stages/ { go = 1 }' >stages
while read -r stage; do
    expect "stage $stage" 0 "$mahdar" stage "$stage" one.json
done <stages
finish
