/* SPDX-License-Identifier: Apache-2.0
 * Role:   see inputs.h.
 */
#include "inputs.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

const HostileInput HOSTILE_INPUTS[] = {
    {"one line of words", "ثم عاد الوفد ", "", 0},
    {"one word", "ب", "", 0},
    {"one word of prefixes", "وبال", "", 0},
    {"one Latin word", "a", "", 0},
    {"one number", "7", "", 0},
    {"a number of groups", "111,", "", 0},
    {"a number of dots", "1.", "", 0},
    {"one abbreviation", "سي.", "", 0},
    {"initials", "د. ", "", 0},
    {"one Latin abbreviation", "a.", "", 0},
    {"one address", "a@", "", 0},
    {"addresses", "http://", "", 0},
    {"an address of stops", "www.!", "", 0},
    {"apostrophes", "a'", "", 0},
    {"spaces", " ", "", 0},
    {"line ends", "\n", "", 0},
    {"lines of one letter", "ب\n", "", 0},
    {"carriage returns", "\r", "", 0},
    {"straight marks", "\"", "", 0},
    {"single marks", "'", "", 0},
    {"opening marks", "\"ب ", "", 0},
    {"closing marks", "ب\" ", "", 0},
    {"opening guillemets", "«", "", 0},
    {"closing guillemets", "»", "", 0},
    {"nested guillemets", "«", "»", 0},
    {"nested brackets", "(", ")", 0},
    {"nested double brackets", "((", "))", 0},
    {"nested marks of two kinds", "«\"ب ", "\"» ", 0},
    {"nested brackets of three kinds", "([{", "}])", 0},
    {"crossing marks", "«\"ب ", "»", 0},
    {"open marks on many lines", "قال «نعم\n", "عاد»\n", 0},
    {"stops", ".", "", 0},
    {"questions", "؟", "", 0},
    {"sentences of one letter", "ب. ", "", 0},
    {"quoted questions", "\"ب؟\" ", "", 0},
    {"commas", "،", "", 0},
    {"dashes", "-", "", 0},
    {"spaced dashes", "ب - ", "", 0},
    {"hashes", "#_", "", 0},
    {"harakat", "\u064E", "", 0},
    {"tatweel", "\u0640", "", 0},
    {"lone hamzas", "\u0654", "", 0},
    {"marks of direction", "\u200F", "", 0},
    {"overrides of direction", "\u202Eب\u202C", "", 0},
    {"ligatures", "\uFDF2", "", 0},
    {"honorifics", "\uFDFA", "", 0},
    {"lam-alefs", "\uFEFB", "", 0},
    {"NULs", "ب\0", "", 3},
    {"bad bytes", "\xFF", "", 0},
    {"letters cut in half", "\xD8", "", 0},
    {"emoji", "\U0001F642", "", 0},
    {"conjunctions", "و ", "", 0},
    {"conditions", "إذا ", "", 0},
    {"reports of reports", "قال إن ", "", 0},
    {"days", "يوم أمس الأول ", "", 0},
    {"numbers in words", "ألف و", "", 0},
    {"offices", "نائب وزير ", "", 0},
    {"states", "روسيا و", "", 0},
};

const size_t HOSTILE_INPUT_COUNT = sizeof HOSTILE_INPUTS / sizeof *HOSTILE_INPUTS;

char *hostile_make(const HostileInput *input, size_t size, size_t *length) {
    size_t unit = input->unit_length ? input->unit_length : strlen(input->unit);
    size_t then = strlen(input->then), times = size / (unit + then);
    char *bytes = malloc(times * (unit + then) + 1), *at = bytes;
    for (size_t i = 0; i < times; i++, at += unit)
        memcpy(at, input->unit, unit);
    for (size_t i = 0; i < times; i++, at += then)
        memcpy(at, input->then, then);
    *length = (size_t)(at - bytes);
    return bytes;
}

double hostile_seconds(void) {
    return (double)clock() / CLOCKS_PER_SEC;
}
