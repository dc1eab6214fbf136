#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Help, version, wrong command lines; every option stands in the man page.
. "$(dirname "$0")/lib.sh"

expect "no command" 2 "$mahdar"
holds "no command" "usage: mahdar" err
expect "help" 0 "$mahdar" --help
holds "help" "extract" out
expect "version" 0 "$mahdar" --version
holds "version" "mahdar 0." out
expect "unknown command" 2 "$mahdar" nonsense
same "unknown command" "mahdar: nonsense: no such command; mahdar --help lists them" err
expect "unknown option" 2 "$mahdar" read --nonsense
same "unknown option" "mahdar: read: unknown option --nonsense" err
expect "missing value" 2 "$mahdar" read --date
same "missing value" "mahdar: read: --date wants a value" err
expect "no day" 2 "$mahdar" read --date yesterday
same "no day" 'mahdar: date: "yesterday" is no DAY' err
expect "no language" 2 "$mahdar" read --lang fr
same "no language" 'mahdar: lang: "fr" is no ar|en' err
for number in 0 -1 x 9999999999999999999999 2x; do
    expect "threads $number" 2 "$mahdar" extract -j "$number"
done
expect "too few names" 2 "$mahdar" talks
expect "too many names" 2 "$mahdar" talks a b
expect "unknown stage" 2 "$mahdar" stage nonsense
expect "dossier that is not there" 3 "$mahdar" talks "$work/none.db"
same "dossier that is not there" "mahdar: $work/none.db: No such file or directory" err
expect "model that is not there" 3 "$mahdar" read --model "$work/none.model"
lines "model that is not there" 1 err
head -c 5000 /dev/urandom >bad.model
expect "damaged model" 3 "$mahdar" read --model bad.model
lines "damaged model" 1 err
expect "no room to write" 3 bash -c "'$mahdar' --help >/dev/full"

# a stage is a command of its own; no question to a dossier may take its name
echo 'التقى الوزير نظيره.' >article.txt
for stage in tokens readings times mentions clauses told speech context; do
    expect "stage $stage" 0 "$mahdar" stage $stage article.txt
    cp out stage
    expect "$stage" 0 "$mahdar" $stage article.txt
    same "$stage is the stage" "" <(cmp out stage 2>&1)
done

expect "manual" 0 "$mahdar" --manual
if ! diff -q out "$root/man/mahdar.1" >diff; then
    echo "man/mahdar.1 is stale: mahdar --manual >man/mahdar.1"
    faults=$((faults + 1))
fi
"$mahdar" --help | awk '/^  [a-z]/ { print $1 } /^Stages/ { exit }' >commands
while read -r command; do
    expect "help of $command" 0 "$mahdar" "$command" --help
    holds "man page: $command" ".SS mahdar $command " "$root/man/mahdar.1"
    grep -oE -- '--[a-z]+' out | sort -u | sed 's/-/\\-/g' >options
    while read -r option; do
        holds "man page: $command $option" "$option" "$root/man/mahdar.1"
    done <options
done <commands
finish
