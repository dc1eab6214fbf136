#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The shared library exports what the headers of include/ declare and nothing else; C++ can include it.
. "$(dirname "$0")/lib.sh"
library=$(realpath "$OLDPWD/$2" 2>/dev/null || realpath "$2")

cat "$root"/include/*.h | grep -oE 'mahdar_[a-z_]+\(' | tr -d '(' | sort -u >mentioned
nm -D --defined-only "$library" | awk '{ print $3 }' | grep -vE '^(_init|_fini|_edata|_end|__bss_start|__(a|u)?san.*)$' | sort -u >exported
comm -23 exported mentioned >alien
grep -v '^__' alien >strange # sanitizers add names of their own
same "exports that no header declares" "" strange
for name in mahdar_version mahdar_read_json mahdar_minutes_print mahdar_dossier_add; do
    holds "exports" "$name" exported
done
if command -v c++ >compiler; then
    echo '#include "mahdar_dossier.h"' >header.cc
    expect "C++" 0 c++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I "$root/include" header.cc
fi
finish
