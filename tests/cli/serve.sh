#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The local page as the command serves it: bad clients, live changes, its end, what it refuses.
. "$(dirname "$0")/lib.sh"
command -v python3 >/dev/null || { echo "python3 is missing: not tested"; exit 0; }

launch="env --default-signal=INT" # what mahdar is started by; the shell's own children ignore it

# begin DOSSIER [OPTION…]   serve it; its address is in ./url, its number in $server
begin() {
    : >url
    $launch "$mahdar" serve "$@" >url 2>warning &
    server=$!
    for _ in $(seq 200); do
        grep -q token url && return
        sleep 0.05
    done
    echo "$*: no address after 10 s: $(cat warning)"
    exit 1
}

# end NAME SIGNAL   it ends in time and well
end() {
    local code
    kill "-$2" $server
    for _ in $(seq 200); do
        kill -0 $server 2>gone || break
        sleep 0.05
    done
    kill -9 $server 2>gone
    wait $server 2>gone
    code=$?
    [ $code = 0 ] || { echo "$1: exit code $code"; faults=$((faults + 1)); }
}

# status WANT PATH   of an answer with the token; its body in ./out
status() {
    python3 - "$(cat url)" "$1" "$2" >out <<'END' || faults=$((faults + 1))
import sys, urllib.error, urllib.request
address, want, path = sys.argv[1:]
base, token = address.split("/?token=")
request = urllib.request.Request(base + path, headers={"Cookie": f"mahdar_{base.rpartition(':')[2]}={token}"})
try:
    answer = urllib.request.urlopen(request, timeout=20)
except urllib.error.HTTPError as error:
    answer = error
print(answer.read().decode())
if str(answer.status) != want:
    sys.exit(f"{path}: status {answer.status}, want {want}")
END
}

articles 12 >in.jsonl
articles 13 | tail -n 1 >news.jsonl
expect "fill" 0 "$mahdar" add -q talks.db in.jsonl

begin talks.db
lines "nothing but the address" 0 warning
lines "nothing but the address" 1 url
python3 -B "$here/serve_client.py" "$(cat url)" "$mahdar" talks.db news.jsonl || faults=$((faults + 1))

# a busy port
port=$(sed 's/.*:\([0-9]*\).*/\1/' url)
expect "busy port" 3 "$mahdar" serve --port "$port" talks.db
same "busy port" "mahdar: talks.db: port $port of 127.0.0.1: Address already in use" err

# its end, with somebody listening
timeout 20 bash -c "exec 3<>/dev/tcp/127.0.0.1/$port; printf 'GET /live HTTP/1.1\r\nHost: 127.0.0.1:$port\r\nCookie: mahdar_$port=$(sed 's/.*token=//' url)\r\n\r\n' >&3; cat <&3" >heard &
listener=$!
sleep 0.5
end "end" TERM
wait $listener
holds "listener" "retry: 1000" heard
begin talks.db --port "$port" # the port is free again
end "end by Ctrl-C" INT

# a dossier that goes away is told, and nothing else breaks
begin talks.db
mv talks.db away.db
status 503 /api/talks
holds "moved away" '{"error":"dossier","message":"the dossier was moved, removed or replaced' out
status 200 /
mv away.db talks.db
end "end without a dossier" HUP

# other addresses
begin talks.db --address ::1
holds "IPv6" "http://[::1]:" url
lines "IPv6" 0 warning
status 200 /api/talks
end "IPv6" TERM
begin talks.db --address 0.0.0.0
lines "every address" 1 warning
holds "every address" "mahdar: serve: warning: 0.0.0.0 can be reached from other machines" warning
end "every address" TERM

# --open: the token stands in a file of the user's own, not in a command line
mkdir opener
printf '#!/bin/sh\nstat -c %%a "$1" >mode\ncp "$1" page.html\necho "$@" >words\n' >opener/xdg-open
chmod +x opener/xdg-open
launch="env PATH=$work/opener:$PATH XDG_RUNTIME_DIR=$work"
begin talks.db --open
for _ in $(seq 100); do
    [ -s words ] && break
    sleep 0.05
done
same "mode of the file" "600" mode
holds "the file" "content=\"0;url=$(cat url)\"" page.html
[ -z "$(grep token words)" ] || { echo "the token is in a command line"; faults=$((faults + 1)); }
end "open" TERM
[ -e "$(cat words)" ] && { echo "the file is still there"; faults=$((faults + 1)); }
launch="env PATH=/nowhere"
begin talks.db --open
launch=""
for _ in $(seq 100); do
    [ -s warning ] && break
    sleep 0.05
done
holds "no opener" "mahdar: serve: xdg-open is not there" warning
end "no opener" TERM

# nohup is heeded
launch="env --ignore-signal=HUP"
begin talks.db
kill -HUP $server
sleep 0.3
status 200 /api/talks
end "nohup" TERM

# what is refused
expect "no address" 2 "$mahdar" serve --address localhost talks.db
lines "no address" 1 err
expect "no port" 2 "$mahdar" serve --port 65536 talks.db
expect "no dossier" 3 "$mahdar" serve nowhere.db
lines "no dossier" 1 err
echo "no data base" >foreign.db
expect "foreign" 3 "$mahdar" serve foreign.db
same "foreign" "mahdar: foreign.db: not a dossier" err
finish
