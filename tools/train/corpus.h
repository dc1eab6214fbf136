/* SPDX-License-Identifier: Apache-2.0
 * Role:   a labelled corpus read through Mahdar's own lower rooms.
 * Input:  `word TAB tag` lines, a blank line between sentences; `# news` or `# encyclopaedia` in
 *         front of each article.
 * Output: Readings and phrase hits of the running text, with the gold tag of every token.
 *
 *     corpus word   ود.        أحمد       زيد        each word is one or more tokens
 *     tokens        ود  .      أحمد       زيد
 *     gold          O   O      B-PER      I-PER
 */
#ifndef MAHDAR_TRAIN_CORPUS_H
#define MAHDAR_TRAIN_CORPUS_H

#include "mention/name/names.h"

typedef struct CorpusSentence {
    Span tokens;
    Span words;
    NameGenre genre;
} CorpusSentence;

typedef struct CorpusArticle {
    Span tokens;
    NameGenre genre;
} CorpusArticle;

typedef struct Corpus {
    Arena arena;
    const Readings *readings;
    const PhraseHits *hits;
    NameContext context;
    uint8_t *gold;      /* [tokens] */
    uint32_t *word_of;  /* [tokens] */
    uint8_t *word_gold; /* [words] */
    uint32_t word_count;
    uint8_t *shares; /* [tokens] name_share of each article under the weights */
    VECTOR(CorpusSentence) sentences;
    VECTOR(CorpusArticle) articles;
} Corpus;

/** Read a corpus; exits with a message where the file is none. */
void corpus_read(Corpus *corpus, const Model *model, const Weights *lists, const char *path);

#endif
