/* SPDX-License-Identifier: Apache-2.0
 * Role:   a few words in place of lang/words for the tests of the lexicon.
 */
#include "mkmodel.h"

static const struct {
    const char *written;
    Pos pos;
    const char *forms[4];
} WORDS[] = {
    {"فَتَحَ", POS_VERB, {"فتح", "يفتح", "فتحت", NULL}}, {"فَتْح", POS_NOUN, {"فتح", "فتح", NULL}},
    {"أَعْلَنَ", POS_VERB, {"أعلن", "يعلن", NULL}},       {"وَقَّعَ", POS_VERB, {"وقع", "يوقع", NULL}},
    {"وَقَعَ", POS_VERB, {"وقع", "يقع", NULL}},
};

void words_add(Builder *builder) {
    for (uint32_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        LemmaDraft draft = {.written = slice_of(WORDS[i].written),
                            .root = SLICE("root"),
                            .verb = NONE,
                            .weight = i,
                            .pos = (uint8_t)WORDS[i].pos};
        uint32_t lemma = builder_add_lemma(builder, &draft);
        for (const char *const *form = WORDS[i].forms; *form; form++) {
            builder_add_form(builder, lemma, slice_of(*form), (Features){.pos = WORDS[i].pos});
        }
    }
}
