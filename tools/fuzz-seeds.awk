# SPDX-License-Identifier: Apache-2.0
# The texts of golden files, each a seed: plain for readers of articles, in JSON for its reader.
# usage: awk -v out=FOLDER -f tools/fuzz-seeds.awk tests/golden/*/*.txt

function put(target, bytes) {
    printf "%s", bytes > (out "/" target "/" n)
    close(out "/" target "/" n)
}

function keep(text) {
    n++
    put("fuzz_article", text)
    put("fuzz_intake", "0" text)
    gsub(/[\\"]/, "\\\\&", text)
    gsub(/\n/, "\\n", text)
    put("fuzz_json", "{\"id\":\"" n "\",\"date\":\"2022-03-14\",\"text\":\"" text "\"}")
}

BEGIN { system("mkdir -p " out "/fuzz_article " out "/fuzz_intake " out "/fuzz_json") }
/^=== / { text = ""; inside = 1; next }
/^---$/ && inside { keep(text); inside = 0 }
inside { sub(/^title: /, ""); text = text $0 "\n" }
