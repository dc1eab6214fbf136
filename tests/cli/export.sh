#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# mahdar export: a file is whole or not there; what cannot be done is one line.
. "$(dirname "$0")/lib.sh"

articles 3 >in.jsonl
expect "add" 0 "$mahdar" add -q talks.db in.jsonl
mkdir place
for format in ical geojson csv plover annotations jsonld ftm prov; do
    expect "$format" 0 "$mahdar" export $format talks.db
    cp out printed
    expect "$format to a file" 0 "$mahdar" export $format talks.db -o place/file
    cmp -s printed place/file || { echo "$format: the file is another"; faults=$((faults + 1)); }
    same "$format: nothing else" "file" <(ls -A place)
    expect "$format to a full disk" 3 "$mahdar" export $format talks.db -o /dev/full
    lines "$format to a full disk" 1 err
    expect "$format to a full standard output" 3 bash -c "'$mahdar' export $format talks.db >/dev/full"
    lines "$format to a full standard output" 1 err
done
[ "$(stat -c %a place/file)" = "$(printf '%o' $((0666 & ~$(umask))))" ] || { echo "rights of the file"; faults=$((faults + 1)); }

# what stood there stands there still
echo before >place/file
expect "limit of the file's size" 3 bash -c "trap '' XFSZ; ulimit -f 1; '$mahdar' export annotations talks.db -o place/file"
lines "limit of the file's size" 1 err
same "limit of the file's size" "before" place/file
same "nothing half done" "file" <(ls -A place)
expect "no such folder" 3 "$mahdar" export csv talks.db -o nowhere/file
same "no such folder" "mahdar: nowhere/file: No such file or directory" err
expect "a folder" 3 "$mahdar" export csv talks.db -o place
lines "a folder" 1 err
expect "a condition that does not apply" 2 "$mahdar" export annotations --party NOR talks.db -o place/file
same "a condition that does not apply" "mahdar: talks.db: this question has no party" err
same "a condition that does not apply" "before" place/file
same "nothing half done" "file" <(ls -A place)
expect "no format" 2 "$mahdar" export pdf talks.db
same "no format" 'mahdar: export: no format "pdf"; mahdar export --help lists them' err
expect "no dossier" 3 "$mahdar" export csv none.db -o place/new
lines "no dossier" 1 err
same "no dossier" "file" <(ls -A place)
finish
