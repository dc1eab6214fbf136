# SPDX-License-Identifier: Apache-2.0
# What the command-line tests share. usage: . lib.sh, with the command as $1.
set -u
mahdar=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset LC_ALL LC_MESSAGES NO_COLOR COLUMNS
export LANG=C
faults=0

# expect NAME CODE COMMAND…   runs it; output in $work/out, errors in $work/err
expect() {
    local name=$1 code=$2 got
    shift 2
    "$@" >out 2>err </dev/null
    got=$?
    if [ "$got" != "$code" ]; then
        echo "$name: exit code $got, want $code"
        sed 's/^/    /' err
        faults=$((faults + 1))
    fi
}

# same NAME WANT FILE   the file holds exactly WANT (and a line feed)
same() {
    if [ "$2" != "$(cat "$3")" ]; then
        echo "$1: want: $2"
        echo "$1: got:  $(head -c 2000 "$3")"
        faults=$((faults + 1))
    fi
}

# holds NAME WORDS FILE
holds() {
    if ! grep -qF -- "$2" "$3"; then
        echo "$1: \"$2\" is not in:"
        head -c 2000 "$3"
        faults=$((faults + 1))
    fi
}

# lines NAME COUNT FILE
lines() {
    local count
    count=$(wc -l <"$3")
    if [ "$count" != "$2" ]; then
        echo "$1: $count lines, want $2:"
        head -c 2000 "$3"
        faults=$((faults + 1))
    fi
}

finish() {
    [ "$faults" = 0 ] || { echo "$faults faults"; exit 1; }
    exit 0
}

# articles COUNT   that many articles as JSON Lines
articles() {
    local i
    for ((i = 1; i <= $1; i++)); do
        printf '{"id":"n%d","date":"2026-03-%02d","title":"محادثات في فاليتا","text":"' "$i" $((i % 28 + 1))
        printf 'بدأت في فاليتا اليوم محادثات بين النرويج والبرتغال حول الصيد، الجولة %d.' "$i"
        printf ' وقال وزير الخارجية النرويجي إن \\"الاتفاق قريب جدا\\"."}\n'
    done
}
