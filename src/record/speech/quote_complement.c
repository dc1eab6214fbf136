/* SPDX-License-Identifier: Apache-2.0
 * Role:   what stands behind a reporting word, up to where the content begins.
 * Input:  Speech, a Cue.   Output: Complement; its subject is read by quote_subject.c.
 *
 *     قال | أولاف ستينسن | ، الذي ترأس الوفد ، | في فاليتا | إن | هناك فرصة …
 *     cue   subject     relative clause          oblique   that  content
 */
#include "record/speech/quote_complement.h"

#include "text/letter.h"

enum { SCAN_LIMIT = 60 }; /* tokens between a verb and what it reports */

static bool finish(ComplementScan *scan, ContentKind kind, uint32_t first, uint32_t row) {
    scan->found.kind = (uint8_t)kind;
    scan->found.first = first;
    scan->found.intro = scan->at;
    scan->found.row = row;
    return true;
}

/* The preposition that begins at token i, as a Through; THROUGH_DIRECT where there is none. */
static uint32_t through_at(const Speech *speech, uint32_t i) {
    static const uint8_t FREE[] = {[MARKER_ILA] = THROUGH_ILA,
                                   [MARKER_AN] = THROUGH_AN,
                                   [MARKER_ALA] = THROUGH_ALA,
                                   [MARKER_MIN] = THROUGH_MIN,
                                   [MARKER_FI] = THROUGH_FI};
    uint8_t marker = speech->marker[i];
    if (marker >= MARKER_ILA && marker <= MARKER_FI) {
        return speech->marked[i]->pronoun ? (uint32_t)THROUGH_DIRECT : FREE[marker];
    }
    const Reading *reading = reading_best(speech->readings, i);
    return reading->proclitics & PRO_BI ? THROUGH_BI : THROUGH_DIRECT;
}

/* Whether the conjunction at i hangs on a word before it: "يجب أن"، "بعد أن"، not on the verb. */
static bool hangs_before(const Speech *speech, uint32_t i) {
    if (speech_hamza_below(speech, i) || i == 0) {
        return false;
    }
    if (speech->marker[i - 1] >= MARKER_ILA && speech->marker[i - 1] <= MARKER_FI) {
        return false;
    }
    const Reading *before = reading_best(speech->readings, i - 1);
    uint32_t pos = before->features.pos;
    return (pos == POS_VERB && before->enclitic.person == 0) || pos == POS_AUX ||
           speech->marker[i - 1] == MARKER_OBLIQUE ||
           phrase_at(speech->hits, i - 1, TABLE_CONDITIONS, NONE) != NULL;
}

/* Whether the conjunction that introduces the content comes only behind i: "لمراسل «س» أن". */
static bool that_follows(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    for (; i < scan->end && !speech_reports(speech, i) && !speech_colon(speech, i); i++) {
        if (speech_that(speech, i) && !hangs_before(speech, i)) {
            return true;
        }
    }
    return false;
}

/* A quotation that follows without a colon is speech where it is no name and not a word or two,
 * unless it stands right behind the verb or tells how somebody described something. */
static bool opens_speech(const ComplementScan *scan, const Stretch *stretch, uint32_t row) {
    enum { SPEECH_WORDS = 3, CARRIER_WORDS = 6 };
    bool described = complement_cell(scan, row, ACT_COLUMN) == ACT_DESCRIBES &&
                     speech_letter(scan->speech, stretch->open - 1, LETTER_BEH);
    if (stretch->name ||
        (stretch->words <= CARRIER_WORDS && that_follows(scan, stretch->end + 1))) {
        return false;
    }
    uint32_t before = stretch->open - 1;
    bool alone = before == scan->cue->token && stretch->end + 1 < scan->end &&
                 !speech_word(scan->speech, stretch->end + 1);
    return stretch->words >= SPEECH_WORDS || alone || described;
}

/* A colon or a quotation that opens here begins the content. */
static bool try_marks(ComplementScan *scan) {
    Speech *speech = scan->speech;
    uint32_t i = scan->at;
    bool colon = speech_colon(speech, i);
    uint32_t next = colon ? i + 1 : i;
    if (next >= scan->end) {
        return false;
    }
    uint32_t row = complement_row(scan, CLAUSE_COLUMN, CLAUSE_YES);
    row = row != NONE ? row : complement_row(scan, CLAUSE_COLUMN, CLAUSE_MARKS);
    row = row != NONE ? row : scan->cue->rows[0];
    if (complement_cell(scan, row, CLAUSE_COLUMN) == CLAUSE_THAT) {
        return false; /* سجلت الأرباح │"المرفأ"│ */
    }
    uint32_t stretch = speech->stretch_at[next];
    if (stretch != NONE && speech->stretches.at[stretch].open == next &&
        (colon || opens_speech(scan, &speech->stretches.at[stretch], row))) {
        return finish(scan, CONTENT_QUOTE, next, row);
    }
    if (colon && speech_that(speech, next) && speech->marked[next]->end < scan->end) {
        return finish(scan, CONTENT_CLAUSE, speech->marked[next]->end, row);
    }
    return colon && scan->cue->form != CUE_MASDAR && finish(scan, CONTENT_SPEECH, next, row);
}

/* The row in which a bare أن begins what is said, or NONE: أشاد has بأن alone. */
static uint32_t that_row(const ComplementScan *scan) {
    uint32_t row = complement_row(scan, CLAUSE_COLUMN, CLAUSE_YES);
    if (row != NONE) {
        return row;
    }
    row = complement_row(scan, CLAUSE_COLUMN, CLAUSE_THAT);
    bool bare = row != NONE && complement_cell(scan, row, THROUGH_COLUMN) == THROUGH_DIRECT;
    return bare ? row : (uint32_t)NONE;
}

/* A conjunction, with or without the verb's preposition before it, begins the content. */
static bool try_that(ComplementScan *scan) {
    Speech *speech = scan->speech;
    uint32_t row = that_row(scan);
    if (row == NONE || !speech_that(speech, scan->at)) {
        return false;
    }
    uint32_t first = speech->marked[scan->at]->end;
    if (first >= scan->end) {
        return false;
    }
    if (speech_colon(speech, first) && first + 1 < scan->end) {
        first++; /* "إنه: "…" */
    }
    return finish(scan, CONTENT_CLAUSE, first, row);
}

/* A noun, or a word that context took for a verb and that is a noun as well ("فشل"). */
static bool may_be_noun(const Speech *speech, uint32_t i) {
    return speech_nominal(speech, i) ||
           (speech->tokens->at[i].kind == TOKEN_WORD &&
            (speech->marker[i] == MARKER_OTHER || speech->marker[i] == MARKER_NEGATION) &&
            reading_as(speech->readings, i, POS_NOUN) != NULL);
}

/* The row in which a clause behind this preposition is what is said (حذر من أن; of a noun another
 * row may tell), or NONE. */
static uint32_t clause_row(const ComplementScan *scan, uint32_t through) {
    for (uint32_t i = 0; i < scan->cue->row_count; i++) {
        uint32_t row = scan->cue->rows[i];
        uint32_t clause = complement_cell(scan, row, CLAUSE_COLUMN);
        if (complement_cell(scan, row, THROUGH_COLUMN) == through &&
            (clause == CLAUSE_YES || clause == CLAUSE_THAT)) {
            return row;
        }
    }
    return NONE;
}

/* يتطلع │لمواصلة│ العمل, يلمح │لأن│: ل for إلى, before an act or a conjunction. */
static bool try_li(ComplementScan *scan) {
    Speech *speech = scan->speech;
    uint32_t i = scan->at, row = complement_row(scan, THROUGH_COLUMN, THROUGH_ILA);
    if (row == NONE) {
        return false;
    }
    if (speech->marker[i] == MARKER_THAT && speech->marked[i]->proclitics == PRO_LI) {
        return complement_cell(scan, row, CLAUSE_COLUMN) == CLAUSE_YES &&
               speech->marked[i]->end < scan->end &&
               finish(scan, CONTENT_CLAUSE, speech->marked[i]->end, row);
    }
    return complement_cell(scan, row, NOUN_COLUMN) == NOUN_YES &&
           reading_best(speech->readings, i)->proclitics & PRO_LI &&
           speech->mention_from[i] == NONE && speech_masdar(speech, i) &&
           finish(scan, CONTENT_NOUN, i, row);
}

/* The verb's own preposition: "أشار إلى أن" or "أشار إلى ضرورة". */
static bool try_through(ComplementScan *scan) {
    Speech *speech = scan->speech;
    uint32_t through = through_at(speech, scan->at);
    if (through == THROUGH_DIRECT) {
        return try_li(scan);
    }
    uint32_t row = complement_row(scan, THROUGH_COLUMN, through);
    if (row == NONE) {
        return false;
    }
    uint32_t next = through == THROUGH_BI ? scan->at : speech->marked[scan->at]->end;
    if (next >= scan->end) {
        return false;
    }
    scan->found.governed = true;
    if (speech_that(speech, next) && speech->marked[next]->end < scan->end) {
        row = clause_row(scan, through);
        return row != NONE && finish(scan, CONTENT_CLAUSE, speech->marked[next]->end, row);
    }
    if (speech->stretch_at[next] != NONE && next != scan->at) {
        uint32_t stretch = speech->stretch_at[next];
        return speech->stretches.at[stretch].open == next &&
               speech->stretches.at[stretch].words > 1 && finish(scan, CONTENT_QUOTE, next, row);
    }
    uint32_t noun = complement_cell(scan, row, NOUN_COLUMN);
    bool fits = noun == NOUN_ACT ? speech_masdar(speech, next) : noun == NOUN_YES;
    return fits && may_be_noun(speech, next) && finish(scan, CONTENT_NOUN, next, row);
}

/* ---- What may stand between ---- */

/* Where the subordinate clause or parenthesis at `at` is over. */
static uint32_t clause_over(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    for (; i < scan->end; i++) {
        if (speech_comma(speech, i) || speech_colon(speech, i) || speech_that(speech, i)) {
            return i;
        }
        uint32_t stretch = speech->stretch_at[i];
        if (stretch != NONE && !speech->stretches.at[stretch].name) {
            return i;
        }
    }
    return i;
}

/* خلال لقائه │الرئيس│: whom somebody meets stands behind the masdar and its pronoun, a day and a
 * place. Its end, or `at`. */
static uint32_t met_end(const ComplementScan *scan, uint32_t noun, uint32_t at) {
    const Speech *speech = scan->speech;
    const Reading *reading = reading_best(speech->readings, noun);
    if (reading->features.deverbal != DEVERBAL_MASDAR || reading->enclitic.person != 3) {
        return at;
    }
    uint32_t i = at;
    for (uint32_t asides = 0; asides < 2 && i < scan->end; asides++) {
        uint32_t where = speech->marker[i] == MARKER_FI && i + 1 < scan->end ? i + 1 : i;
        uint32_t time = speech->time_from[i], place = mention_place_at(speech->mentions, where);
        i = time != NONE    ? speech->mentions->times.at[time].end
            : place != NONE ? speech->mentions->place_mentions.at[place].end
                            : i;
    }
    uint32_t mention = i < scan->end ? speech->mention_from[i] : NONE;
    return mention != NONE && !speech_governed(speech, i)
               ? speech->mentions->actor_mentions.at[mention].end
               : at;
}

/* The object of a preposition or adverbial at i: a mention, a time, or words up to a boundary. */
static uint32_t oblique_end(const ComplementScan *scan, uint32_t i) {
    Speech *speech = scan->speech;
    if (i >= scan->end) {
        return i;
    }
    if (speech->mention_from[i] != NONE) {
        return speech->mentions->actor_mentions.at[speech->mention_from[i]].end;
    }
    if (speech->time_from[i] != NONE) {
        return speech->mentions->times.at[speech->time_from[i]].end;
    }
    uint32_t place = mention_place_at(speech->mentions, i);
    if (place != NONE) {
        return speech->mentions->place_mentions.at[place].end;
    }
    uint32_t end = noun_phrase_end(speech, i, scan->end);
    return met_end(scan, i, end > i ? end : i + 1);
}

/* حفل │نظمته السفارة│: a verb with a pronoun goes on about the noun before it. */
static bool describes(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    return speech_finite(speech, i) && reading->enclitic.person == 3 && i > 0 &&
           !(reading->proclitics & (PRO_WA | PRO_FA)) && speech_nominal(speech, i - 1);
}

/* "، بحسب ما نقلت عنه الوكالة،": who tells it, between commas. */
static bool attributes(const ComplementScan *scan, uint32_t i) {
    const PhraseHit *hit = phrase_at(scan->speech->hits, i, TABLE_ATTRIBUTION, NONE);
    uint32_t kind =
        hit ? table_value(scan->speech->model, TABLE_ATTRIBUTION, hit->entry.row, KIND_COLUMN)
            : NONE;
    return scan->comma && (kind == ATTRIBUTION_SOURCE || kind == ATTRIBUTION_VERB);
}

/* في تعليق │له│ على موقعه: a preposition with its pronoun. */
static bool points_back(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    return reading->features.pos == POS_ADP && reading->enclitic.person == 3 &&
           speech->marker[i] == MARKER_OTHER;
}

/* Behind the mark that closes what opens at `open`, and the mention that runs over it: "س" عربية.
 */
static uint32_t behind_marks(const ComplementScan *scan, uint32_t open) {
    const Mentions *m = scan->speech->mentions;
    uint32_t mate = scan->speech->tokens->at[open].mate;
    uint32_t end = mate != NONE && mate < scan->end ? mate + 1 : open + 1;
    uint32_t mention = mention_actor_at(m, open + 1);
    uint32_t over = mention != NONE ? m->actor_mentions.at[mention].end : end;
    end = over > end ? over : end;
    bool rest = mention != NONE && end < scan->end &&
                reading_best(scan->speech->readings, end)->features.pos == POS_ADJ;
    return rest ? end + 1 : end; /* "س" │عربية│ */
}

/* │ووصفته│ بأنه: a noun (its recipe) that may be a verb of reporting. */
static bool may_report(const Speech *speech, uint32_t i) {
    uint32_t cue = speech->cue_at[i];
    return cue != NONE && speech->cues.at[cue].form == CUE_VERB;
}

/* Step over one thing that may stand between verb and content. False: nothing fits. */
/* Behind a mark, an adverb or a time at scan->at; itself where none stands there. */
static uint32_t over_insertion(const ComplementScan *scan) {
    const Speech *speech = scan->speech;
    uint32_t i = scan->at;
    const Token *token = &speech->tokens->at[i];
    if (token->kind == TOKEN_OPEN) {
        return token->mate != NONE ? token->mate + 1 : i + 1;
    }
    if (speech_letter(speech, i, LETTER_LAM) && speech->tokens->at[i + 1].kind == TOKEN_OPEN) {
        return behind_marks(scan, i + 1); /* أفادت مصادر │لـ"س"│ بسقوط قتلى */
    }
    if (speech->marker[i] == MARKER_ADVERB) {
        return speech->marked[i]->end;
    }
    if (points_back(speech, i)) {
        return i + 1;
    }
    return speech->time_from[i] != NONE ? speech->mentions->times.at[speech->time_from[i]].end : i;
}

/* Behind a preposition and its object at scan->at; itself where none stands there. */
static uint32_t over_oblique(ComplementScan *scan) {
    const Speech *speech = scan->speech;
    uint32_t i = scan->at;
    uint8_t marker = speech->marker[i];
    if (marker < MARKER_ILA || marker > MARKER_OBLIQUE) {
        return speech_governed(speech, i) ? oblique_end(scan, i) : i;
    }
    uint32_t object = speech->marked[i]->end;
    bool belongs = object < scan->end && speech->mention_from[object] != NONE;
    scan->aside |= marker == MARKER_OBLIQUE || !belongs; /* في سفارة س belongs, بعد لقاء not */
    return speech->marked[i]->pronoun ? object : oblique_end(scan, object);
}

/* وزارة التجارة │والصناعة│: the subject goes on. */
static bool joins_subject(const ComplementScan *scan) {
    const Speech *speech = scan->speech;
    uint32_t i = scan->at;
    return reading_best(speech->readings, i)->proclitics & PRO_WA && !scan->comma &&
           scan->found.subject.kind != NAME_NONE && scan->found.subject.after == i &&
           speech_nominal(speech, i) && !may_report(speech, i);
}

/* Step over one thing that may stand between verb and content. False: nothing fits. */
static bool step_over(ComplementScan *scan) {
    Speech *speech = scan->speech;
    uint32_t i = scan->at;
    if (speech_comma(speech, i) || speech->tokens->at[i].kind == TOKEN_PUNCT) {
        scan->comma = true;
        scan->at = i + 1;
        return true;
    }
    scan->at = over_insertion(scan);
    if (scan->at > i) {
        return true;
    }
    if (speech->marker[i] == MARKER_RELATIVE || speech_resumes(speech, i) || attributes(scan, i) ||
        (scan->aside && describes(speech, i))) {
        scan->at = clause_over(scan, i + 1);
        return true;
    }
    scan->at = over_oblique(scan);
    if (scan->at == i && joins_subject(scan)) {
        scan->at = noun_phrase_end(speech, i, scan->end);
        scan->found.subject.after = scan->at;
        return true;
    }
    return scan->at > i;
}

/* "، أولاف ستينسن، أن": between commas and before the conjunction it only names the subject. */
static bool in_apposition(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    for (; i < scan->end && !speech_reports(speech, i); i++) {
        if (speech_that(speech, i) && speech_comma(speech, i - 1)) {
            return true;
        }
    }
    return false;
}

/* اعتبرت مالطا │الخطوة استفزازا│, تعتبرها │منظمة إرهابية│; but يعتبر الحادث │حلقة│ in a series, and
 * اعتبر الباحث │ذاته│ أن. */
static bool judges(const ComplementScan *scan, uint32_t i) {
    const Cue *cue = scan->cue;
    bool somebody = cue->form == CUE_PARTICIPLE ||
                    cue->reading->features.aspect == ASPECT_PERFECT ||
                    cue->reading->enclitic.person == 3;
    return somebody && cue->form != CUE_MASDAR && i + 1 < scan->end && !that_follows(scan, i);
}

/* A bare object: "أعلن الوزير تعليق المحادثات". */
static bool try_object(ComplementScan *scan) {
    const Speech *speech = scan->speech;
    uint32_t i = complement_office_behind(scan, scan->at);
    i = i < scan->end ? i : scan->at;
    bool ready = scan->found.subject.kind != NAME_NONE || i == scan->cue->token + 1;
    bool joined = reading_best(speech->readings, i)->proclitics & (PRO_WA | PRO_FA);
    bool noun = joined ? false : ready ? may_be_noun(speech, i) : speech_nominal(speech, i);
    uint32_t cue = speech->cue_at[i];
    bool participle = cue != NONE && speech->cues.at[cue].form == CUE_PARTICIPLE;
    if (!noun || participle || speech_governed(speech, i) ||
        (scan->comma && in_apposition(scan, i))) {
        return false;
    }
    for (uint32_t k = 0; k < scan->cue->row_count; k++) {
        uint32_t row = scan->cue->rows[k];
        uint32_t takes = complement_cell(scan, row, NOUN_COLUMN);
        if ((takes == NOUN_YES || (takes == NOUN_JUDGED && judges(scan, i))) &&
            complement_cell(scan, row, THROUGH_COLUMN) == THROUGH_DIRECT) {
            return finish(scan, CONTENT_NOUN, i, row);
        }
    }
    return false;
}

static bool next_report(const Speech *speech, uint32_t i) {
    if (speech->cue_at[i] == NONE || (i > 0 && speech->marker[i - 1] == MARKER_RELATIVE) ||
        speech_resumes(speech, i)) {
        return false;
    }
    const Cue *cue = &speech->cues.at[speech->cue_at[i]];
    bool appears = cue->row_count > 0 && speech_act(speech, cue->rows[0]) == ACT_APPEARS;
    return cue->sure && cue->form != CUE_MASDAR && !appears; /* واصفا ما │جاء│ فيه بـ"…" */
}

/* Where the words between are not understood: the first conjunction, colon or quotation before the
 *  next report still belongs to this verb, and so does the preposition that only it governs. */
static void search_on(ComplementScan *scan) {
    Speech *speech = scan->speech;
    scan->found.searched = true;
    for (; scan->at < scan->end; scan->at++) {
        uint32_t i = scan->at;
        if (next_report(speech, i)) {
            return;
        }
        if (try_marks(scan) || (!hangs_before(speech, i) && try_that(scan))) {
            return;
        }
        bool governs = speech->marker[i] == MARKER_ILA || speech->marker[i] == MARKER_AN;
        if (governs && scan->cue->sure && try_through(scan)) {
            return;
        }
    }
}

Complement complement_find(Speech *speech, const Cue *cue) {
    uint32_t end = speech_sentence_end(speech, cue->token);
    uint32_t limit = cue->token + 1 + SCAN_LIMIT;
    ComplementScan scan = {.speech = speech,
                           .cue = cue,
                           .at = cue->token + 1,
                           .end = end < limit ? end : limit,
                           .found = {.subject = {.kind = NAME_NONE, .mention = NONE}}};
    uint32_t clause = complement_cell(&scan, cue->rows[0], CLAUSE_COLUMN);
    while (scan.at < scan.end) {
        if (try_marks(&scan) || try_that(&scan) || try_through(&scan) ||
            complement_subject(&scan)) {
            if (scan.found.kind != CONTENT_NONE) {
                return scan.found;
            }
            continue;
        }
        if (step_over(&scan)) {
            continue;
        }
        if (!try_object(&scan) && clause == CLAUSE_YES) {
            search_on(&scan);
        }
        break;
    }
    return scan.found;
}
