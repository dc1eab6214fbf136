#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The local page: who may ask, what is answered, what is told while it runs.
. "$(dirname "$0")/lib.sh"
command -v curl >/dev/null || { echo "curl is missing: not tested"; exit 0; }

# begin DOSSIER [OPTION…]   serve it; $url $base $cookie $server
begin() {
    "$mahdar" serve "$@" >url 2>warning &
    server=$!
    for _ in $(seq 100); do
        [ -s url ] && break
        sleep 0.05
    done
    url=$(cat url)
    base=${url%/\?*}
    cookie="mahdar_${base##*:}=${url#*token=}"
}

# ask NAME STATUS PATH [CURL OPTION…]   with the token; body in out, heads in heads
ask() {
    local name=$1 want=$2 path=$3 got
    shift 3
    got=$(curl -s --path-as-is -m 20 -b "$cookie" -o out -D heads -w '%{http_code}' "$@" "$base$path")
    if [ "$got" != "$want" ]; then
        echo "$name: status $got, want $want"
        head -c 500 out
        faults=$((faults + 1))
    fi
}

articles 12 >in.jsonl
"$mahdar" add -q talks.db in.jsonl || exit 1
begin talks.db

ask "question" 200 "/api/talks"
holds "question" '{"columns":["' out
holds "question" '"more":false}' out
ask "about" 200 "/api/about"
holds "about" '"articles":12' out
ask "page" 200 "/"

kill -TERM $server
wait $server || { echo "end: exit code $?"; faults=$((faults + 1)); }
finish
