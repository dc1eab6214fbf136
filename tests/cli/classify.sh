#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# `mahdar classify`: train, test, label; both kinds of lines; what is refused.
. "$(dirname "$0")/lib.sh"

lesson() { printf '%s\t%s\n' "$1" "$2"; }
{
    lesson حرب "قصفت الطائرات مواقع المسلحين قرب الحدود."
    lesson حرب "هاجم مسلحون قاعدة عسكرية وقتلوا جنديين."
    lesson حرب "شنت القوات غارات وقصفت مواقع المتمردين."
    lesson sport "فاز الفريق في المباراة بثلاثة أهداف."
    lesson sport "سجل اللاعب هدف المباراة في الشوط الثاني."
    lesson sport "خسر الفريق المباراة أمام ضيفه."
} >lessons.tsv
while IFS=$'\t' read -r label text; do
    printf '{"label":"%s","text":"%s","id":"x"}\n' "$label" "$text"
done <lessons.tsv >lessons.jsonl

expect "train" 0 "$mahdar" classify train one.classes lessons.tsv
expect "train from JSON" 0 "$mahdar" classify train two.classes lessons.jsonl
cmp -s one.classes two.classes || { echo "the same lessons give other bytes"; faults=$((faults + 1)); }
expect "train again" 0 bash -c "'$mahdar' classify train three.classes <lessons.tsv"
cmp -s one.classes three.classes || { echo "standard input gives other bytes"; faults=$((faults + 1)); }

printf 'قصفت القوات مواقع المسلحين.\n\nانتهت المباراة بفوز الفريق.\n' >news.txt
expect "label" 0 "$mahdar" classify one.classes news.txt
lines "label" 2 out
same "label" "حرب sport" <(cut -f1 out | paste -sd' ')
expect "label as JSON" 0 "$mahdar" classify --json one.classes lessons.jsonl
lines "label as JSON" 6 out
holds "label as JSON" '{"id":"x","label":"حرب","probability":0.' out
holds "label as JSON" '"classes":{"sport":0.' out

expect "test" 0 "$mahdar" classify test one.classes lessons.tsv
holds "test" "macro-F1 1.000   accuracy 1.000   examples 6" out
lesson كتاب "صدر كتاب جديد." >>lessons.tsv
expect "unknown label" 0 "$mahdar" classify test --json one.classes lessons.tsv
holds "unknown label" '"examples":7' out
holds "unknown label" '{"label":"كتاب","examples":1,"precision":0.0000,"recall":0.0000,"f1":0.0000' out

expect "no label" 1 "$mahdar" classify test one.classes news.txt
holds "no label" "mahdar: news.txt:1: no label" err
expect "bad JSON" 1 bash -c "echo '{' | '$mahdar' classify one.classes"
holds "bad JSON" "mahdar: standard input:1: byte " err
expect "bad bytes" 1 bash -c "printf 'a\tb\377\n' | '$mahdar' classify test one.classes"
holds "bad bytes" "mahdar: standard input:1: byte " err
expect "one label" 1 bash -c "head -1 lessons.tsv | '$mahdar' classify train no.classes"
holds "one label" "mahdar: no.classes: there is nothing to tell apart" err
[ ! -e no.classes ] || { echo "a file of nothing"; faults=$((faults + 1)); }
expect "missing lessons" 1 "$mahdar" classify train no.classes nowhere.tsv
expect "missing classifier" 3 "$mahdar" classify nowhere.classes news.txt
same "missing classifier" "mahdar: nowhere.classes: No such file or directory" err
expect "no classifier" 3 "$mahdar" classify news.txt news.txt
same "no classifier" "mahdar: news.txt: no classifier of mahdar" err
head -c -5 one.classes >cut.classes
expect "cut" 3 "$mahdar" classify cut.classes news.txt
same "cut" "mahdar: cut.classes: a damaged classifier: its size is wrong" err
expect "usage" 2 "$mahdar" classify train
holds "usage" "usage: mahdar classify train" err
finish
