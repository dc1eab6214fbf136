# SPDX-License-Identifier: Apache-2.0
"""What the tests of composed sentences share: read them all at once, count what holds by pattern, compare with `least`."""

import json
import subprocess
import sys

DAY = "2022-03-16"


def report(mahdar, rows, asked, faults):
    """`asked`: the row, the text and what is composed with it; `faults(row, minutes, text, extra)`: what is wrong, if anything.

    --failing prints every text that does not hold. 1 if a pattern holds less often than its row says, else 0.
    """
    articles = "".join(json.dumps({"text": text, "date": DAY}, ensure_ascii=False) + "\n" for _, text, _ in asked)
    read = subprocess.run([mahdar, "extract", "-"], input=articles.encode(), capture_output=True, check=True)
    held = dict.fromkeys((row["pattern"] for row in rows), 0)
    for (row, text, extra), line in zip(asked, read.stdout.splitlines(), strict=True):
        wrong = list(faults(row, json.loads(line), text, extra))
        held[row["pattern"]] += not wrong
        if wrong and "--failing" in sys.argv:
            print(text, *wrong, sep="\n    ")
    failed = [row for row in rows if held[row["pattern"]] < int(row["least"])]
    for row in rows:
        if held[row["pattern"]] != int(row["least"]):
            print("FAILED" if row in failed else "better", row["pattern"], held[row["pattern"]], "not", row["least"])
    print(f"{sum(held.values())} of {len(asked)} hold, {len(failed)} patterns fall short")
    return 1 if failed else 0
