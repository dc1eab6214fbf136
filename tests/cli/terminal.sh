#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What only a terminal sees: colours, isolates, width, the progress bar. `script` plays the terminal.
. "$(dirname "$0")/lib.sh"
command -v script >found || { echo "skipped: no script"; exit 0; }

# on_terminal COLUMNS COMMAND   into $work/out, without carriage returns
on_terminal() {
    script -qec "stty cols $1; $2" /dev/null </dev/null | tr '\r' '\n' >out
}
escape=$(printf '\033')
isolate=$(printf '\342\201\250')

articles 30 >in.jsonl
head -n 1 in.jsonl >one.json
on_terminal 70 "'$mahdar' read one.json"
holds "colours" "$escape[1m" out
holds "isolates" "$isolate" out
on_terminal 70 "NO_COLOR=1 '$mahdar' read one.json"
! grep -q "$escape" out || { echo "NO_COLOR: coloured"; faults=$((faults + 1)); }
on_terminal 70 "'$mahdar' read --color never one.json"
! grep -q "$escape" out || { echo "never: coloured"; faults=$((faults + 1)); }
on_terminal 80 "'$mahdar' extract -o written in.jsonl"
holds "progress" "100 %  30 articles" out
on_terminal 80 "'$mahdar' extract -q -o written in.jsonl"
lines "quiet" 0 out
on_terminal 80 "'$mahdar' add talks.db in.jsonl; '$mahdar' quotes talks.db"
python3 - out <<'END' || faults=$((faults + 1))
import sys, unicodedata
for line in open(sys.argv[1], encoding="utf-8"):
    line = line.split("\033[K")[-1].rstrip("\n")
    cells = sum(0 if unicodedata.category(c) in ("Mn", "Cf") else 1 for c in line)
    if cells > 80:
        sys.exit(f"{cells} cells on a terminal of 80: {line}")
END
finish
