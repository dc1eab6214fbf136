/* SPDX-License-Identifier: Apache-2.0
 * Role:   prints the chosen readings as CoNLL-U.
 * Input:  Minutes.   Output: a block for each sentence; trees are not known, so heads are "_":
 *
 *     1-3   وسيلتقونه  _  _      … Offset=17:26
 *     1     و         و  CCONJ
 *     2     سيلتقون …
 *
 * A clitic is a word of its own, the article stays on its noun, as in Universal Dependencies.
 * Offsets are code points of the article (mahdar_span). Guess=Yes: no word of the lexicon fits.
 */
#include "minutes/out.h"
#include "minutes/stages.h"

enum { LETTER_BYTES = 2, PIECE_LIMIT = 6 };

static const char *const POS_NAMES[] = {
    [POS_X] = "X",       [POS_NOUN] = "NOUN", [POS_PROPN] = "PROPN", [POS_ADJ] = "ADJ",
    [POS_VERB] = "VERB", [POS_AUX] = "AUX",   [POS_PRON] = "PRON",   [POS_DET] = "DET",
    [POS_NUM] = "NUM",   [POS_ADP] = "ADP",   [POS_CCONJ] = "CCONJ", [POS_SCONJ] = "SCONJ",
    [POS_PART] = "PART", [POS_ADV] = "ADV",   [POS_INTJ] = "INTJ",   [POS_PUNCT] = "PUNCT",
    [POS_SYM] = "SYM",
};

/* Proclitics that are words of their own, in the order in which they are written. */
static const struct {
    uint16_t bit;
    uint8_t pos;
} PROCLITICS[] = {{PRO_HAL, POS_PART}, {PRO_WA, POS_CCONJ}, {PRO_FA, POS_CCONJ},
                  {PRO_BI, POS_ADP},   {PRO_LI, POS_ADP},   {PRO_KA, POS_ADP},
                  {PRO_SA, POS_PART},  {PRO_LA, POS_PART}};

/* One syntactic word: a part of a token. */
typedef struct Piece {
    Span fold;
    uint8_t pos;
    const Reading *stem; /* the reading, if this is its stem */
    const Enclitic *enclitic;
} Piece;

static uint32_t pieces_of(const Readings *readings, uint32_t i, Piece *pieces) {
    const Reading *best = reading_best(readings, i);
    Span token = readings->tokens->at[i].fold;
    uint32_t count = 0, at = token.begin;
    for (uint32_t p = 0; p < sizeof PROCLITICS / sizeof *PROCLITICS; p++) {
        if (best->proclitics & PROCLITICS[p].bit && at < best->stem.begin && count < 3) {
            pieces[count++] = (Piece){.fold = {at, at + LETTER_BYTES}, .pos = PROCLITICS[p].pos};
            at += LETTER_BYTES;
        }
    }
    uint32_t end = best->enclitic.person != 0 ? best->stem.end : token.end;
    pieces[count++] = (Piece){.fold = {at, end}, .pos = (uint8_t)best->features.pos, .stem = best};
    if (best->enclitic.person != 0) {
        pieces[count++] =
            (Piece){.fold = {end, token.end}, .pos = POS_PRON, .enclitic = &best->enclitic};
    }
    return count;
}

/* ---- Features ---- */

typedef struct FeatureList {
    Out *out;
    bool any;
} FeatureList;

/* "Name=Value", the values in the order of the numbers of model.h; "" is none. */
static void feature(FeatureList *list, const char *name, uint32_t value,
                    const char *const values[4]) {
    if (value != 0 && values[value][0] != 0) {
        out_string(list->out, list->any ? "|" : "");
        out_string(list->out, name);
        out_char(list->out, '=');
        out_string(list->out, values[value]);
        list->any = true;
    }
}

static const char *const ASPECTS[4] = {"", "Perf", "Imp", ""};
static const char *const CASES[4] = {"", "Nom", "Acc", "Gen"};
static const char *const STATES[4] = {"", "Ind", "Def", "Cons"};
static const char *const GENDERS[4] = {"", "Masc", "Fem", ""};
static const char *const MOODS[4] = {"", "Ind", "Sub", "Jus"};
static const char *const NUMBERS[4] = {"", "Sing", "Dual", "Plur"};
static const char *const PERSONS[4] = {"", "1", "2", "3"};
static const char *const DEVERBALS[4] = {"", "Vnoun", "Part", "Part"};
static const char *const VOICES[4] = {"", "Act", "Pass", ""};
static const char *const IMPERATIVES[4] = {"", "", "", "Imp"};

static void print_features(Out *out, const Piece *piece) {
    FeatureList list = {out, false};
    if (piece->enclitic != NULL) {
        feature(&list, "Gender", piece->enclitic->gender, GENDERS);
        feature(&list, "Number", piece->enclitic->number, NUMBERS);
        feature(&list, "Person", piece->enclitic->person, PERSONS);
    } else if (piece->stem != NULL) {
        Features f = piece->stem->features;
        bool verb = f.pos == POS_VERB || f.pos == POS_AUX;
        bool nominal = f.pos == POS_NOUN || f.pos == POS_ADJ || f.pos == POS_PROPN;
        feature(&list, "Aspect", verb ? f.aspect : 0, ASPECTS);
        feature(&list, "Case", nominal ? f.cased : 0, CASES);
        feature(&list, "Definite", nominal ? f.grade : 0, STATES);
        feature(&list, "Gender", f.gender, GENDERS);
        if (f.aspect == ASPECT_IMPERATIVE) {
            feature(&list, "Mood", 3, IMPERATIVES);
        } else {
            feature(&list, "Mood", verb ? f.mood : 0, MOODS);
        }
        feature(&list, "Number", f.number, NUMBERS);
        feature(&list, "Person", f.person, PERSONS);
        feature(&list, "VerbForm", f.deverbal, DEVERBALS);
        uint32_t voice = f.deverbal > 1 ? f.deverbal - 1 : f.voice;
        feature(&list, "Voice", voice, VOICES);
    }
    if (!list.any) {
        out_char(out, '_');
    }
}

/* ---- Lines ---- */

static void print_number(Out *out, uint32_t number, char behind) {
    out_unsigned(out, number);
    out_char(out, behind);
}

static Slice written(const Text *text, Span fold) {
    return text_slice(text, (Span){text->origin[fold.begin], text->origin[fold.end]});
}

static void print_offset(Out *out, const Text *text, Span span) {
    out_string(out, "Offset=");
    print_number(out, text_point(text, span.begin), ':');
    out_unsigned(out, text_point(text, span.end));
}

static void print_piece(Out *out, const Readings *readings, const Piece *piece, uint32_t number) {
    const Text *text = readings->tokens->text;
    Slice form = written(text, piece->fold);
    const char *lemma = NULL;
    if (piece->stem != NULL && piece->stem->lemma != NONE) {
        lemma =
            model_string(readings->model, lemma_at(readings->model, piece->stem->lemma)->written);
    }
    print_number(out, number, '\t');
    out_bytes(out, form.at, form.length);
    out_char(out, '\t');
    if (lemma != NULL) {
        out_string(out, lemma);
    } else {
        out_bytes(out, form.at, form.length);
    }
    out_char(out, '\t');
    out_string(out, POS_NAMES[piece->pos]);
    out_string(out, "\t_\t");
    print_features(out, piece);
    out_string(out, "\t_\t_\t_\t");
}

/* Returns how many syntactic words the token has. */
static uint32_t print_token(Out *out, const Readings *readings, uint32_t i, uint32_t number) {
    Piece pieces[PIECE_LIMIT];
    const Token *token = &readings->tokens->at[i];
    const Text *text = readings->tokens->text;
    uint32_t count = pieces_of(readings, i, pieces);
    if (count > 1) {
        Slice form = text_slice(text, token->span);
        print_number(out, number, '-');
        print_number(out, number + count - 1, '\t');
        out_bytes(out, form.at, form.length);
        out_string(out, "\t_\t_\t_\t_\t_\t_\t_\t");
        print_offset(out, text, token->span);
        out_char(out, '\n');
    }
    for (uint32_t p = 0; p < count; p++) {
        print_piece(out, readings, &pieces[p], number + p);
        bool guess =
            pieces[p].stem != NULL && pieces[p].stem->lemma == NONE && token->kind == TOKEN_WORD;
        if (count == 1) {
            print_offset(out, text, token->span);
        }
        if (guess) {
            out_string(out, count == 1 ? "|Guess=Yes" : "Guess=Yes");
        } else if (count > 1) {
            out_char(out, '_');
        }
        out_char(out, '\n');
    }
    return count;
}

bool stage_readings(const Minutes *minutes, Sink sink) {
    const Tokens *tokens = minutes->tokens;
    Out out;
    out_init(&out, sink);
    for (uint32_t s = 0; s < tokens->sentence_count && !out.stopped; s++) {
        out_string(&out, "# sent_id = ");
        print_number(&out, s + 1, '\n');
        uint32_t number = 1;
        for (uint32_t i = tokens->sentences[s].first; i < tokens->sentences[s].end; i++) {
            number += print_token(&out, minutes->readings, i, number);
        }
        out_char(&out, '\n');
    }
    return out_end(&out) == MAHDAR_OK;
}
