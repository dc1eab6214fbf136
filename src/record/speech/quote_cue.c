/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words that report speech or thought, and the stretches between quotation marks.
 * Input:  Speech (markers, mentions).   Output: its cues and stretches.
 */
#include "record/speech/speech.h"

#include "text/letter.h"

static uint32_t verb_of(const Model *model, uint32_t lemma) {
    uint32_t verb = lemma_at(model, lemma)->verb;
    return verb != NONE ? verb : lemma;
}

/* What a reading of a reporting word is as a cue, or -1: "مؤكدا" but not "المؤكد". */
static int cue_form(const Model *model, TableId table, const Reading *reading) {
    const Features *f = &reading->features;
    const Lemma *lemma = lemma_at(model, reading->lemma);
    uint32_t deverbal = f->deverbal != 0 ? f->deverbal : lemma->deverbal;
    bool governed = reading->proclitics & (PRO_BI | PRO_LI | PRO_KA);
    if (f->pos == POS_VERB) {
        bool person = f->person == 3 || table != TABLE_REPORTING; /* "نتوقع" in a quotation */
        return person && f->aspect != ASPECT_IMPERATIVE && !governed ? CUE_VERB : -1;
    }
    if (deverbal == DEVERBAL_ACTIVE) {
        return reading->proclitics & PRO_AL || governed || reading->enclitic.person != 0
                   ? -1
                   : CUE_PARTICIPLE;
    }
    return deverbal == DEVERBAL_MASDAR ? CUE_MASDAR : -1;
}

static bool begins_name(const Speech *speech, uint32_t i) {
    uint32_t end = 0;
    return i < speech->tokens->count && (speech->mention_from[i] != NONE ||
                                         speech_kind(speech, TABLE_SPEAKERS, i, &end) != NONE ||
                                         speech_kind(speech, TABLE_CARRIERS, i, &end) != NONE);
}

/* Whether the reading may be trusted: chosen by context, or a verb spelled like the chosen one and
 * no rarer (حَذَّرَ and حَذِرَ), or a participle whose alif only an adverbial has (مضيفا). */
static bool cue_sure(const Speech *speech, uint32_t token, const Reading *reading, int form) {
    const Reading *best = reading_best(speech->readings, token);
    bool predicate = form == CUE_PARTICIPLE && token > 0 && /* كان │مفيدا│ */
                     reading_best(speech->readings, token - 1)->features.pos == POS_AUX;
    if (predicate) {
        return false;
    }
    if (reading == best || best->lemma == reading->lemma) {
        return true;
    }
    if (form == CUE_PARTICIPLE) {
        bool many = reading->features.number != NUMBER_SINGULAR && token > 0 &&
                    speech_comma(speech, token - 1); /* ، مشيرين إلى */
        bool she = reading->features.gender == GENDER_FEMININE && token > 0 &&
                   speech_comma(speech, token - 1) && token + 1 < speech->tokens->count &&
                   speech->marker[token + 1] >= MARKER_THAT &&
                   speech->marker[token + 1] <= MARKER_ALA; /* ، │لافتة│ إلى */
        return many || she || speech_last_letter(speech, token) == LETTER_ALEF;
    }
    if (form == CUE_VERB && best->features.pos == POS_VERB && best->features.person != 3 &&
        best->features.person != 0) {
        return true; /* reports speak of others */
    }
    uint32_t sentence = speech->tokens->at[token].sentence;
    if (form == CUE_VERB && speech->tokens->sentences[sentence].first == token &&
        begins_name(speech, token + 1)) {
        return true; /* "وعد المبعوث …" opens with its verb */
    }
    return form == CUE_VERB && best->features.pos == POS_VERB && best->lemma != NONE &&
           lemma_at(speech->model, reading->lemma)->weight >=
               lemma_at(speech->model, best->lemma)->weight;
}

static bool cue_read(const Speech *speech, TableId table, uint32_t token, const Reading *reading,
                     Cue *cue) {
    if (reading->lemma == NONE) {
        return false;
    }
    int form = cue_form(speech->model, table, reading);
    if (form < 0) {
        return false;
    }
    uint32_t count = 0;
    const uint32_t *rows =
        table_rows_of_lemma(speech->model, table, verb_of(speech->model, reading->lemma), &count);
    if (count == 0) {
        return false;
    }
    *cue = (Cue){.token = token,
                 .rows = rows,
                 .row_count = count,
                 .table = (uint8_t)table,
                 .reading = reading,
                 .form = (uint8_t)form,
                 .sure = cue_sure(speech, token, reading, form)};
    return true;
}

/* الوزير │كشف│ أن: between a name and its clause a word is the verb, not the masdar. */
static bool between_name_and_that(const Speech *speech, uint32_t i) {
    uint32_t mention = i > 0 ? mention_actor_at(speech->mentions, i - 1) : (uint32_t)NONE;
    return mention != NONE && speech->mentions->actor_mentions.at[mention].end == i &&
           i + 1 < speech->tokens->count && speech_that(speech, i + 1);
}

/* The likeliest reporting reading; a verb before a noun that context did not choose either. */
bool cue_at_token(const Speech *speech, TableId table, uint32_t i, Cue *cue) {
    const Readings *readings = speech->readings;
    if (speech->tokens->at[i].kind != TOKEN_WORD || !reading_may(readings, i, table)) {
        return false;
    }
    bool found = false;
    for (uint32_t c = readings->first[i]; c < readings->first[i + 1]; c++) {
        Cue next;
        if (!cue_read(speech, table, i, &readings->all[c], &next)) {
            continue;
        }
        if (!found || (cue->form == CUE_MASDAR && next.form == CUE_VERB &&
                       (!cue->sure || between_name_and_that(speech, i)))) {
            *cue = next;
            found = true;
        }
    }
    return found;
}

void speech_cues(Speech *speech) {
    uint32_t formula = 0; /* where يذكر أن, تجدر الإشارة end: nobody says it */
    for (uint32_t i = 0; i < speech->tokens->count; i++) {
        Cue cue;
        if (speech->marker[i] == MARKER_BREAK && speech->marked[i]->end > formula) {
            formula = speech->marked[i]->end;
        }
        if (i >= formula && cue_at_token(speech, TABLE_REPORTING, i, &cue)) {
            speech->cue_at[i] = speech->cues.count;
            *VECTOR_PUSH(speech->arena, &speech->cues) = cue;
        }
    }
}

/* ---- Stretches ---- */

/* The kind of a word of named.tsv before the mark, or NONE: صحيفة "س" is a name. */
static uint32_t named_before(const Speech *speech, uint32_t open) {
    uint32_t begin = open > 3 ? open - 3 : 0;
    for (uint32_t i = begin; i < open; i++) { /* "تحت شعار" before "شعار" */
        uint32_t end = 0;
        uint32_t kind = speech_kind(speech, TABLE_NAMED, i, &end);
        bool definite = reading_best(speech->readings, i)->proclitics & PRO_AL;
        bool joined = end + 1 == open && (speech_letter(speech, end, LETTER_BEH) ||
                                          speech_colon(speech, end)); /* ما يعرف بـ "س" */
        bool before = end == open || (kind == NAMED_NAMING && joined);
        if (kind != NONE && before && (!definite || kind == NAMED_NAMING)) {
            return kind;
        }
    }
    return NONE;
}

/* المؤتمر │العالمي│ "الماء والحياة": definite words behind a definite noun that is named so; what
 * is said of it would not be definite. */
static bool named_definite(const Speech *speech, uint32_t open) {
    enum { ADJECTIVES = 2 };
    uint32_t at = open;
    for (uint32_t k = 0; k < ADJECTIVES && at > 0; k++) {
        const Reading *reading = reading_best(speech->readings, at - 1);
        if (reading->features.pos != POS_ADJ || !(reading->proclitics & PRO_AL)) {
            break;
        }
        at--;
    }
    uint32_t end = 0;
    return at > 0 && open + 1 < speech->tokens->count &&
           speech_kind(speech, TABLE_NAMED, at - 1, &end) != NONE && end == at &&
           reading_best(speech->readings, at - 1)->proclitics & PRO_AL &&
           reading_best(speech->readings, open + 1)->proclitics & PRO_AL;
}

/* «25 يناير» و«30 يونيو»: joined to a name it is one as well. */
static bool joined_to_name(const Speech *speech, uint32_t open) {
    if (open < 2 || speech->tokens->at[open - 2].kind != TOKEN_CLOSE ||
        !speech_letter(speech, open - 1, LETTER_WAW)) {
        return false;
    }
    uint32_t before = speech->stretch_at[open - 2];
    return before != NONE && speech->stretches.at[before].name;
}

/* Whether one mention fills the stretch: "حماس"، "الشرق الأوسط". */
static bool mention_fills(const Speech *speech, const Stretch *stretch) {
    uint32_t mention = speech->mention_from[stretch->first];
    return mention != NONE && speech->mentions->actor_mentions.at[mention].end + 1 >= stretch->end;
}

/* كما في ‘تاريخ الصيد’: single marks behind في hold the title of a book. */
static bool names_book(const Speech *speech, uint32_t open) {
    static const char SINGLE_MARKS[] = "\xE2\x80"; /* U+2018, U+2019: the third byte tells */
    Slice mark = text_slice(speech->tokens->text, speech->tokens->at[open].span);
    bool single = mark.length == 3 && memcmp(mark.at, SINGLE_MARKS, 2) == 0 &&
                  ((unsigned char)mark.at[2] == 0x98 || (unsigned char)mark.at[2] == 0x99);
    return single && open > 0 && speech->marker[open - 1] == MARKER_FI;
}

/* A word that no lexicon of common words has. */
static bool foreign(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    return speech->tokens->at[i].kind != TOKEN_WORD || reading->features.pos == POS_PROPN ||
           (reading->lemma == NONE && reading->features.pos != POS_VERB);
}

/* "إس-300", "صومالي لاند": most words are proper names, and no verb stands in it. */
static bool names_thing(const Speech *speech, const Stretch *stretch) {
    if (stretch->first >= stretch->end) {
        return false;
    }
    uint32_t names = 0;
    if (stretch->open > 0 && speech_letter(speech, stretch->open - 1, LETTER_BEH) &&
        reading_best(speech->readings, stretch->first)->proclitics & PRO_AL) {
        return false; /* وصفه بـ"العابر" */
    }
    bool numbered = speech->tokens->at[stretch->end - 1].kind == TOKEN_NUMBER; /* رؤية 2030 */
    for (uint32_t i = stretch->first; i < stretch->end; i++) {
        uint32_t pos = reading_best(speech->readings, i)->features.pos;
        if (pos == POS_VERB || pos == POS_AUX || speech->marker[i] == MARKER_NEGATION) {
            return false;
        }
        names += foreign(speech, i);
    }
    return numbered || (foreign(speech, stretch->first) &&
                        (foreign(speech, stretch->end - 1) || 2 * names > stretch->words));
}

static bool stretch_is_name(const Speech *speech, const Stretch *stretch) {
    enum { NAME_WORDS = 5, BOOK_WORDS = 9, TITLE_WORDS = 20 };
    if (stretch->words == 0) {
        return true;
    }
    uint32_t named = named_before(speech, stretch->open);
    if (named == NAMED_NAMING && stretch->words <= TITLE_WORDS) {
        return true; /* بعنوان "…" */
    }
    if (stretch->words <= BOOK_WORDS && names_book(speech, stretch->open)) {
        return true;
    }
    if (stretch->first < stretch->end && mention_fills(speech, stretch)) {
        return true;
    }
    if (stretch->words > NAME_WORDS) {
        return false;
    }
    const PhraseHit *text = phrase_at(speech->hits, stretch->first, TABLE_INSTRUMENT_NOUNS, NONE);
    if (text != NULL && text->end == stretch->end) {
        return true; /* "إعلان القاهرة": the name of a text */
    }
    if (names_thing(speech, stretch)) {
        return true;
    }
    if (stretch->open > 0 && speech_letter(speech, stretch->open - 1, LETTER_LAM)) {
        return true; /* لـ«س»: told to a medium */
    }
    if (stretch->words <= 2 && (speech->tokens->at[stretch->first].kind != TOKEN_WORD ||
                                speech->time_from[stretch->first] != NONE)) {
        return true;
    }
    return named != NONE || named_definite(speech, stretch->open) ||
           joined_to_name(speech, stretch->open);
}

static Stretch stretch_read(const Speech *speech, uint32_t open) {
    const Token *mark = &speech->tokens->at[open];
    const Sentence *sentence = &speech->tokens->sentences[mark->sentence];
    bool closed = mark->mate != NONE;
    Stretch stretch = {.open = open,
                       .first = open + 1,
                       .end = closed ? mark->mate : sentence->end,
                       .closed = closed};
    for (uint32_t i = stretch.first; i < stretch.end; i++) {
        stretch.words += speech_word(speech, i);
    }
    stretch.name = stretch_is_name(speech, &stretch);
    return stretch;
}

void speech_stretches(Speech *speech) {
    for (uint32_t i = 0; i < speech->tokens->count; i++) {
        const Token *token = &speech->tokens->at[i];
        if (token->kind != TOKEN_OPEN || !(token->flags & TOKEN_QUOTE)) {
            continue;
        }
        Stretch stretch = stretch_read(speech, i);
        uint32_t last = stretch.closed ? stretch.end + 1 : stretch.end;
        for (uint32_t k = i; k < last; k++) {
            speech->stretch_at[k] = speech->stretches.count;
        }
        *VECTOR_PUSH(speech->arena, &speech->stretches) = stretch;
        i = last > i ? last - 1 : i;
    }
}
