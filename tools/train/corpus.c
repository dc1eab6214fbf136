/* SPDX-License-Identifier: Apache-2.0
 * Role:   a labelled corpus read through Mahdar's own lower rooms.
 * Input:  `word TAB tag` lines.   Output: Corpus.
 */
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const TAGS[NAME_TAGS] = {"O",     "B-PER", "I-PER", "B-LOC", "I-LOC",
                                            "B-ORG", "I-ORG", "B-MIS", "I-MIS"};

static const size_t CEILING = (size_t)8 << 30;

/* An article begins with sentence `first`. */
typedef struct DraftArticle {
    uint32_t first;
    NameGenre genre;
} DraftArticle;

typedef struct Draft {
    VECTOR(char) body;
    VECTOR(uint32_t) begins; /* byte of each word in the body */
    VECTOR(uint8_t) tags;
    VECTOR(uint32_t) breaks; /* word number at each sentence's end */
    VECTOR(DraftArticle) articles;
} Draft;

static uint8_t tag_named(const char *tag) {
    for (uint8_t t = 0; t < NAME_TAGS; t++)
        if (strcmp(TAGS[t], tag) == 0)
            return t;
    return NAME_OUT;
}

static void draft_text(Arena *arena, Draft *draft, const char *text) {
    for (; *text; text++)
        *VECTOR_PUSH(arena, &draft->body) = *text;
}

static void draft_break(Arena *arena, Draft *draft, const char *line) {
    uint32_t last = draft->breaks.count ? draft->breaks.at[draft->breaks.count - 1] : 0;
    if (draft->begins.count > last) {
        *VECTOR_PUSH(arena, &draft->breaks) = draft->begins.count;
        draft_text(arena, draft, "\n");
    }
    if (line[0] != '#')
        return;
    NameGenre genre = strcmp(line, "# encyclopaedia") == 0 ? NAME_ENCYCLOPAEDIA : NAME_NEWS;
    *VECTOR_PUSH(arena, &draft->articles) = (DraftArticle){draft->breaks.count, genre};
}

static void draft_line(Arena *arena, Draft *draft, char *line) {
    char *tab = strchr(line, '\t');
    if (!tab) {
        draft_break(arena, draft, line);
        return;
    }
    *tab = '\0';
    *VECTOR_PUSH(arena, &draft->begins) = draft->body.count;
    *VECTOR_PUSH(arena, &draft->tags) = tag_named(tab + 1);
    draft_text(arena, draft, line);
    draft_text(arena, draft, " ");
}

static void draft_read(Arena *arena, Draft *draft, const char *path) {
    FILE *file = fopen(path, "r");
    char line[4096];
    if (!file) {
        perror(path);
        exit(1);
    }
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        draft_line(arena, draft, line);
    }
    fclose(file);
    draft_line(arena, draft, line + strlen(line));
}

/* The first token of a corpus word begins its name, the others of the same word continue it. */
static void label_tokens(Corpus *corpus, const Draft *draft) {
    const Tokens *tokens = corpus->readings->tokens;
    if (draft->begins.count == 0)
        return;
    uint32_t word = 0;
    for (uint32_t i = 0; i < tokens->count; i++) {
        uint32_t before = word;
        while (word + 1 < draft->begins.count &&
               tokens->at[i].span.begin >= draft->begins.at[word + 1])
            word++;
        uint8_t tag = draft->tags.at[word];
        bool continues = i && word == before && corpus->word_of[i - 1] == word && tag % 2 == 1;
        corpus->gold[i] = continues ? tag + 1 : tag;
        corpus->word_of[i] = word;
    }
}

static void cut_sentences(Corpus *corpus, const Draft *draft) {
    uint32_t token = 0, word = 0, count = corpus->readings->tokens->count;
    for (uint32_t b = 0; b < draft->breaks.count; b++) {
        uint32_t first = token;
        while (token < count && corpus->word_of[token] < draft->breaks.at[b])
            token++;
        *VECTOR_PUSH(&corpus->arena, &corpus->sentences) =
            (CorpusSentence){{first, token}, {word, draft->breaks.at[b]}, NAME_NEWS};
        word = draft->breaks.at[b];
    }
}

/* What stands before the first article is of none. */
static void cut_articles(Corpus *corpus, const Draft *draft) {
    for (uint32_t a = 0; a < draft->articles.count; a++) {
        bool last = a + 1 == draft->articles.count;
        uint32_t first = draft->articles.at[a].first;
        uint32_t end = last ? draft->breaks.count : draft->articles.at[a + 1].first;
        if (end == first)
            continue;
        CorpusArticle article = {
            {corpus->sentences.at[first].tokens.begin, corpus->sentences.at[end - 1].tokens.end},
            draft->articles.at[a].genre};
        *VECTOR_PUSH(&corpus->arena, &corpus->articles) = article;
        for (uint32_t s = first; s < end; s++)
            corpus->sentences.at[s].genre = article.genre;
    }
}

/* As if each article were read by itself. */
static void share_out(Corpus *corpus, const Weights *weights) {
    corpus->shares = ARENA_ARRAY(&corpus->arena, uint8_t, corpus->readings->tokens->count + 1);
    for (uint32_t a = 0; a < corpus->articles.count; a++) {
        Span tokens = corpus->articles.at[a].tokens;
        memset(corpus->shares + tokens.begin, name_share(&corpus->context, weights, tokens),
               tokens.end - tokens.begin);
    }
    corpus->context.shares = corpus->shares;
}

void corpus_read(Corpus *corpus, const Model *model, const Weights *lists, const char *path) {
    memset(corpus, 0, sizeof *corpus);
    arena_init(&corpus->arena, NULL, CEILING);
    Draft draft = {0};
    draft_read(&corpus->arena, &draft, path);
    Slice body = {draft.body.at, draft.body.count};
    const Text *text = text_new(&corpus->arena, (Slice){"", 0}, body);
    corpus->readings = reading_run(&corpus->arena, model, token_run(&corpus->arena, text), NULL);
    corpus->hits = phrase_run(&corpus->arena, corpus->readings);
    corpus->context = name_context(&corpus->arena, corpus->readings, corpus->hits, lists);
    uint32_t count = corpus->readings->tokens->count;
    corpus->gold = ARENA_ARRAY(&corpus->arena, uint8_t, count + 1);
    corpus->word_of = ARENA_ARRAY(&corpus->arena, uint32_t, count + 1);
    corpus->word_gold = draft.tags.at;
    corpus->word_count = draft.tags.count;
    label_tokens(corpus, &draft);
    cut_sentences(corpus, &draft);
    cut_articles(corpus, &draft);
    share_out(corpus, lists);
}
