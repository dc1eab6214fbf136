/* SPDX-License-Identifier: Apache-2.0
 * Role:   what somebody expects, hopes, fears or doubts.
 * Input:  Records with quotes, lang/speech.   Output: records->expectations.
 *
 *     لا  يتوقع  تحقيق انفراجة …        معربا عن أمله في  إمكانية …      من المرجح أن  تجري …
 *     neg verb   └─ content ─┘                  └ noun ┘   └ content      └ phrase ┘   └ content
 */
#include "record/speech/speech.h"
#include "record/wording.h"

#include "text/letter.h"

/* "، لكن", "بعد أن": another thought. */
static bool turns(const Speech *speech, uint32_t i) {
    uint8_t marker = speech->marker[i];
    bool pause = speech->tokens->at[i - 1].kind == TOKEN_PUNCT;
    bool reason = marker == MARKER_THAT && speech->marked[i]->proclitics & PRO_LI; /* لأن */
    bool which = marker == MARKER_RELATIVE && !pause &&
                 speech->marked[i]->proclitics & PRO_WA; /* مياه النيل │والتي│ … */
    bool meanwhile = marker == MARKER_BREAK && speech_finite(speech, i + 1) && /* but فيما يتعلق */
                     !wording_use(speech->mentions, TABLE_INSTRUMENT_WORDS, i + 1, "concerning");
    return reason || which || meanwhile || (pause && marker == MARKER_JOINT) ||
           (marker == MARKER_OBLIQUE && speech->marker[i + 1] == MARKER_THAT);
}

/* Conditions, turns and the next expectation bound what is expected. */
static uint32_t condition_cut(const Speech *speech, uint32_t first, uint32_t end) {
    bool behind_that = first > 0 && speech->marker[first - 1] == MARKER_THAT;
    for (uint32_t i = first + 1; i < end; i++) {
        uint32_t after = 0;
        uint32_t kind = speech_kind(speech, TABLE_CONDITIONS, i, &after);
        const PhraseHit *next = phrase_at(speech->hits, i, TABLE_OUTLOOKS, NONE);
        bool report = !behind_that && /* ظهور اعتراضات │وإن│ … */
                      speech->marker[i] == MARKER_THAT && speech->marked[i]->proclitics & PRO_WA;
        if ((kind != NONE && kind <= CONDITION_UNLESS) || report ||
            (next != NULL && next->proclitics & PRO_WA) || turns(speech, i)) {
            return speech_trim(speech, first, i);
        }
    }
    return end;
}

/* لا, لن, عدم; but كلا is no كـ and لا. */
static bool denies(const Speech *speech, uint32_t i) {
    return speech->marker[i] == MARKER_NEGATION && !(speech->marked[i]->proclitics & PRO_KA);
}

static bool negated_before(const Speech *speech, uint32_t i) {
    return i > 0 && (denies(speech, i - 1) || (i > 1 && denies(speech, i - 2)));
}

/* "عدم جدوى"، "لن يستمر": the content says that it will not be. */
static bool negated_inside(const Speech *speech, uint32_t first, uint32_t end) {
    enum { NEAR = 4 };
    for (uint32_t i = first; i < end && i < first + NEAR; i++) {
        if (denies(speech, i)) {
            return true;
        }
    }
    return false;
}

/* Whether what is believed lies ahead: س, سوف, لن, قد before its verb. */
static bool lies_ahead(const Speech *speech, uint32_t first, uint32_t end) {
    enum { NEAR = 8 };
    for (uint32_t i = first; i < end && i < first + NEAR; i++) {
        bool never = speech->marker[i] == MARKER_NEGATION &&
                     speech_last_letter(speech, i) == LETTER_NOON; /* لن */
        if (reading_best(speech->readings, i)->proclitics & PRO_SA || never ||
            speech->marker[i] == MARKER_FUTURE) {
            return true;
        }
    }
    return false;
}

/* توقعت │ألا│ يستمر: the conjunction itself denies. */
static bool that_not(const Speech *speech, uint32_t first) {
    return first > 0 && speech->marker[first - 1] == MARKER_THAT &&
           speech->marked[first - 1]->pronoun == 0 &&
           speech_last_letter(speech, first - 1) == LETTER_ALEF;
}

/* حذر من أن الهجوم │قد يعرقل│, │يمكن أن│ يعرقل المحادثات: what may come is warned of as well. */
static bool may_come(const Speech *speech, uint32_t first, uint32_t end, bool warns) {
    enum { NEAR = 14 };
    for (uint32_t i = first; i + 1 < end && i < first + NEAR; i++) {
        const Features *next = &reading_best(speech->readings, i + 1)->features;
        if (speech->marker[i] == MARKER_POSSIBLE) {
            return true;
        }
        if (warns && speech->marker[i] == MARKER_AUXILIARY && next->pos == POS_VERB &&
            next->aspect == ASPECT_IMPERFECT &&
            reading_best(speech->readings, i)->features.pos != POS_AUX) {
            return true;
        }
    }
    return false;
}

static uint32_t holder_of(const Speech *speech, uint32_t token) {
    uint32_t quote = speech_quote_at(speech, token);
    return quote != NONE ? speech->records->quotes.at[quote].speaker : NONE;
}

static void add(Speech *speech, Expectation expectation, uint32_t first) {
    uint32_t end = condition_cut(speech, first, content_end(speech, first, CONTENT_CLAUSE));
    const Token *token = &speech->tokens->at[first];
    uint32_t stop = speech->tokens->sentences[token->sentence].end;
    end = end < stop ? end : speech_trim(speech, first, stop);
    uint32_t quote = speech_quote_at(speech, first);
    if (quote != NONE && speech->records->quotes.at[quote].end < end) {
        end = speech->records->quotes.at[quote].end;
    }
    if (first >= end) {
        return;
    }
    expectation.negated |= that_not(speech, first);
    if (expectation.kind == OUTLOOK_BELIEVES || expectation.kind == OUTLOOK_WARNS) {
        bool warns = expectation.kind == OUTLOOK_WARNS;
        if (!lies_ahead(speech, first, end) && !may_come(speech, first, end, warns)) {
            return;
        }
        expectation.kind = warns ? FEARS : EXPECTS;
    }
    if (expectation.kind == DOUBTS && expectation.negated) {
        expectation.kind = EXPECTS; /* "لا يستبعد" */
        expectation.negated = false;
    } else if (expectation.kind == EXPECTS || expectation.kind == HOPES) {
        expectation.negated |= negated_inside(speech, first, end);
    }
    expectation.span = token_span(speech->tokens, first, end);
    *VECTOR_PUSH(speech->arena, &speech->records->expectations) = expectation;
}

/* ---- Verbs ---- */

/* "كنا نأمل": what we hoped for has not come. */
static bool once(const Speech *speech, const Cue *cue) {
    if (cue->token == 0 || cue->reading->features.person != 1) {
        return false;
    }
    const Features *before = &reading_best(speech->readings, cue->token - 1)->features;
    return (before->pos == POS_AUX || before->pos == POS_VERB) && before->person == 1;
}

/* The quote that this very verb reports ("تمنى أن"): its speaker holds the expectation. */
static uint32_t reporting_speaker(const Speech *speech, uint32_t token, uint32_t first) {
    uint32_t quote = first < speech->tokens->count ? speech_quote_at(speech, first) : NONE;
    uint32_t begin = speech->tokens->at[token].span.begin;
    if (quote != NONE && speech->records->quotes.at[quote].cue.end > begin &&
        speech->records->quotes.at[quote].cue.begin == begin) {
        return speech->records->quotes.at[quote].speaker;
    }
    return NONE;
}

/* Who holds it: whom the verb reports, its subject, the sentence's subject, or the speaker. */
static uint32_t verb_holder(Speech *speech, const Cue *cue, const Complement *found,
                            const Name *before) {
    uint32_t holder = reporting_speaker(speech, cue->token, found->first);
    holder = holder != NONE ? holder : name_actor(speech, before);
    holder = holder != NONE ? holder : name_actor(speech, &found->subject);
    holder = holder != NONE ? holder : holder_of(speech, cue->token);
    const Sentence *sentence = &speech->tokens->sentences[speech->tokens->at[cue->token].sentence];
    if (holder == NONE && cue->reading->proclitics & PRO_WA) { /* "يغادر المبعوث … ويحذر" */
        Telling telling = {.speech = speech, .first = sentence->first, .end = sentence->end};
        Name name = name_of_sentence(&telling, cue->token);
        holder = name_actor(speech, &name);
    }
    return holder;
}

/* تأمل في │"│حلول للخلاف": what is hoped for stands in marks; nobody speaks in them. */
static bool in_marks(const Speech *speech, Complement *found) {
    uint32_t open = found->first;
    uint32_t kind = table_value(speech->model, TABLE_EXPECTATIONS, found->row, KIND_COLUMN);
    if (kind == OUTLOOK_FEARS || kind == OUTLOOK_WARNS || open == 0 ||
        open + 2 >= speech->tokens->count || speech_colon(speech, open - 1) ||
        speech->tokens->at[open].kind != TOKEN_OPEN) {
        return false;
    }
    found->first = open + 1;
    bool noun = speech_nominal(speech, open + 1) || speech_masdar(speech, open + 1);
    return noun && reading_best(speech->readings, open + 1)->features.person == 0;
}

/* استبعد │أي وساطة│, │إجراء تعديلات│: what he will not have or do himself. */
static bool refuses(const Speech *speech, const Cue *cue, const Complement *found) {
    uint32_t pos = reading_best(speech->readings, found->first)->features.pos;
    return found->kind == CONTENT_NOUN && !negated_before(speech, cue->token) &&
           (pos == POS_DET ||
            wording_row(speech->mentions, TABLE_EVENT_LIGHT, found->first) != NONE);
}

/* متمنيا │لكم│ دوام الصحة: a wish. */
static bool wishes(const Speech *speech, const Cue *cue, const Complement *found) {
    uint32_t next = cue->token + 1;
    const Reading *to = reading_best(speech->readings, next);
    return found->kind == CONTENT_NOUN && found->first >= next && to->features.pos == POS_ADP &&
           to->enclitic.person != 0;
}

/* قمة │مرتقبة│: described, not expected. */
static bool describes(const Speech *speech, const Cue *cue) {
    bool that = cue->token + 1 < speech->tokens->count && speech_that(speech, cue->token + 1);
    return cue->form == CUE_PARTICIPLE && speech_last_letter(speech, cue->token) != LETTER_ALEF &&
           !that;
}

/* Whether somebody expects something now by this word; not لـ│نأمل│, آمل من, كنا │نأمل│. */
static bool may_expect(const Speech *speech, const Cue *cue) {
    uint8_t marker = cue->token > 0 ? speech->marker[cue->token - 1] : (uint8_t)MARKER_OTHER;
    bool led = marker >= MARKER_ILA && marker <= MARKER_OBLIQUE;
    return cue->sure && cue->form != CUE_MASDAR && cue->reading->features.person != 2 && !led &&
           !once(speech, cue) && !describes(speech, cue);
}

/* Whether the words are a turn of phrase or an act, and no outlook. */
static bool means_other(const Speech *speech, const Cue *cue, const Complement *found,
                        const Name *before) {
    bool negated = negated_before(speech, cue->token);
    uint32_t through = table_value(speech->model, TABLE_EXPECTATIONS, found->row, THROUGH_COLUMN);
    switch (table_value(speech->model, TABLE_EXPECTATIONS, found->row, KIND_COLUMN)) {
    case OUTLOOK_DOUBTS: /* لا │شك│ في: a turn of phrase */
        return (through == THROUGH_FI && negated) ||
               (through == THROUGH_DIRECT && refuses(speech, cue, found));
    case OUTLOOK_FEARS:
    case OUTLOOK_WARNS: /* حذر │المعارضين│ من: a threat */
        return before->kind != NAME_NONE && found->subject.kind != NAME_NONE;
    case OUTLOOK_HOPES:
        return wishes(speech, cue, found);
    case OUTLOOK_AWAITS: /* لا │ننتظر│ انفراجة; but ينتظر الحافلة */
        return found->kind == CONTENT_NOUN && !negated;
    default:
        return false;
    }
}

static void read_verb(Speech *speech, const Cue *cue) {
    if (!may_expect(speech, cue)) {
        return;
    }
    Complement found = complement_find(speech, cue);
    if (found.kind == CONTENT_NONE || (found.kind == CONTENT_QUOTE && !in_marks(speech, &found))) {
        return;
    }
    const Sentence *sentence = &speech->tokens->sentences[speech->tokens->at[cue->token].sentence];
    Telling telling = {.speech = speech, .first = sentence->first, .end = sentence->end};
    Name before = name_before(&telling, cue);
    if (means_other(speech, cue, &found, &before)) {
        return;
    }
    uint32_t kind = table_value(speech->model, TABLE_EXPECTATIONS, found.row, KIND_COLUMN);
    Expectation expectation = {.kind = (uint8_t)(kind == OUTLOOK_AWAITS ? EXPECTS : kind),
                               .cue = token_span(speech->tokens, cue->token, cue->token + 1),
                               .negated = negated_before(speech, cue->token),
                               .holder = verb_holder(speech, cue, &found, &before),
                               .rule = {"expectation-verb", TABLE_EXPECTATIONS, found.row}};
    add(speech, expectation, found.first);
}

/* ---- Nouns and set phrases ---- */

/* Whether the preposition at i belongs to a noun of this kind: أمل في، تطلع إلى، قلق من، شك في. */
static bool links(const Speech *speech, uint32_t i, uint32_t kind) {
    uint8_t marker = speech->marker[i];
    switch (kind) {
    case OUTLOOK_FEARS:
    case OUTLOOK_WARNS:    /* تحذيرات من */
    case OUTLOOK_BELIEVES: /* واثق من */
        return marker == MARKER_MIN;
    case OUTLOOK_HOPES:
        return marker == MARKER_FI || marker == MARKER_ILA;
    default:
        return marker == MARKER_FI; /* ثقته في, شكوك في */
    }
}

/* Whether the word at i is linked by a preposition written to it: تطلعه │لنجاح│, ثقته │بنجاح│. */
static bool links_as_clitic(const Speech *speech, uint32_t i, uint32_t kind) {
    uint16_t proclitics = reading_best(speech->readings, i)->proclitics;
    uint16_t link = kind == OUTLOOK_HOPES ? PRO_LI | PRO_BI : kind == OUTLOOK_EXPECTS ? PRO_BI : 0;
    return speech->marker[i] == MARKER_OTHER && proclitics & link && !(proclitics & PRO_WA) &&
           speech->mention_from[i] == NONE && speech_masdar(speech, i);
}

/* أمل │الجانب المالطي│ بأن: whose hope it is, behind its noun. */
static uint32_t behind_holder(const Speech *speech, uint32_t i, uint32_t kind, uint32_t *holder) {
    uint32_t count = speech->tokens->count;
    if (speech->marker[i] == MARKER_OBLIQUE && speech->marked[i]->end < count &&
        speech->mention_from[speech->marked[i]->end] != NONE) {
        i = speech->marked[i]->end; /* مخاوف │لدى مالطا│ من أن */
        *holder = speech->mentions->actor_mentions.at[speech->mention_from[i]].actor;
        return speech->mentions->actor_mentions.at[speech->mention_from[i]].end;
    }
    uint32_t mention = speech->mention_from[i];
    if (speech_governed(speech, i)) {
        return i;
    }
    if (mention != NONE) {
        *holder = speech->mentions->actor_mentions.at[mention].actor;
        return speech->mentions->actor_mentions.at[mention].end;
    }
    uint32_t end = speech_nominal(speech, i) && !speech_masdar(speech, i)
                       ? noun_phrase_end(speech, i, speech->tokens->count)
                       : i;
    bool told = end < count && end > i &&
                (speech->marker[end] == MARKER_THAT || links(speech, end, kind) ||
                 links_as_clitic(speech, end, kind)); /* ثقة الشعب │بانتصار│ … */
    return told ? end : i;
}

/* من المتوقع │أيضا│ خروج …; عن أمله │"│في …: behind an adverb and an opening mark. */
static uint32_t behind_aside(const Speech *speech, uint32_t i) {
    uint32_t count = speech->tokens->count;
    if (i < count && speech->marker[i] == MARKER_ADVERB) {
        i = speech->marked[i]->end;
    }
    bool opens = i + 1 < count && speech->tokens->at[i].kind == TOKEN_OPEN &&
                 (speech->tokens->at[i].flags & TOKEN_QUOTE) != 0;
    return opens ? i + 1 : i;
}

/* Where the content of "أمله في أن" begins, behind a mention, preposition and conjunction. */
static uint32_t noun_content(const Speech *speech, const PhraseHit *hit, uint32_t *holder) {
    uint32_t i = hit->end, count = speech->tokens->count;
    uint32_t kind = table_value(speech->model, TABLE_OUTLOOKS, hit->entry.row, KIND_COLUMN);
    i = i < count ? behind_holder(speech, i, kind, holder) : i;
    bool linked = i < count && links_as_clitic(speech, i, kind);
    if (linked) {
        return i;
    }
    i = behind_aside(speech, i);
    if (i < count && links(speech, i, kind)) {
        uint32_t content = speech->marked[i]->end;
        linked = !speech->marked[i]->pronoun;
        if (kind == OUTLOOK_EXPECTS && content < count && speech->marker[content] != MARKER_THAT) {
            linked &= speech_masdar(speech, content); /* ثقته في نجاح المهمة, not في المدرب */
        }
        i = content;
    }
    if (i < count && speech->marker[i] == MARKER_THAT) {
        linked = true;
        i = speech->marked[i]->end;
    }
    return linked && i < count ? i : NONE;
}

/* مخاوف │اندلاع│ حرب: of a fear the act stands right behind its noun. */
static bool fears_act(const Speech *speech, const PhraseHit *hit) {
    const Reading *act = reading_best(speech->readings, hit->end);
    return table_value(speech->model, TABLE_OUTLOOKS, hit->entry.row, KIND_COLUMN) ==
               OUTLOOK_FEARS &&
           act->features.deverbal == DEVERBAL_MASDAR && act->proclitics == 0 && !hit->pronoun &&
           !(hit->proclitics & PRO_BI);
}

/* "احتمال إجراء …", "من المحتمل تأجيل …": a set phrase, or a noun that opens what is said. */
static bool noun_expects(const Speech *speech, const PhraseHit *hit, uint32_t *first) {
    *first = behind_aside(speech, hit->end);
    if (*first >= speech->tokens->count) {
        return false;
    }
    if (fears_act(speech, hit)) {
        return true;
    }
    uint32_t quote = speech_quote_at(speech, hit->first);
    bool opens = quote != NONE && speech->records->quotes.at[quote].first == hit->first;
    bool phrase = hit->end > hit->first + 1;
    return (phrase || opens) && !hit->pronoun && /* أعرب عن تفاؤله │استنادا│ إلى التقرير */
           speech_masdar(speech, *first);
}

/* ثقته في نجاح المهمة, عن ثقة مالطا بأن; but الثقة في الحكومة is trust: without a holder it must be
 * told of what is to come. */
static bool trusts(const Speech *speech, const PhraseHit *hit, uint32_t first) {
    const Reading *reading = reading_best(speech->readings, hit->first);
    uint32_t kind = table_value(speech->model, TABLE_OUTLOOKS, hit->entry.row, KIND_COLUMN);
    bool word = kind == OUTLOOK_EXPECTS && hit->end == hit->first + 1 && first != NONE &&
                reading->features.number == NUMBER_SINGULAR;
    bool held = hit->pronoun || (hit->first > 0 && speech->marker[hit->first - 1] == MARKER_AN);
    return word && !held && speech->marker[first - 1] != MARKER_THAT;
}

/* "│قد لا│ تعقد القمة": what somebody says may not come. */
static void read_may(Speech *speech, const PhraseHit *hit) {
    uint32_t first = hit->end, quote = speech_quote_at(speech, hit->first);
    if (first >= speech->tokens->count || quote == NONE) {
        return;
    }
    const Features *verb = &reading_best(speech->readings, first)->features;
    Expectation expectation = {.kind = EXPECTS,
                               .cue = token_span(speech->tokens, hit->first, hit->end),
                               .negated = true,
                               .holder = speech->records->quotes.at[quote].speaker,
                               .rule = {"expectation-phrase", TABLE_OUTLOOKS, hit->entry.row}};
    if (verb->pos == POS_VERB && verb->aspect == ASPECT_IMPERFECT && verb->person == 3) {
        add(speech, expectation, first);
    }
}

static void read_phrase(Speech *speech, const PhraseHit *hit) {
    uint32_t row = hit->entry.row, holder = NONE;
    uint32_t kind = table_value(speech->model, TABLE_OUTLOOKS, row, KIND_COLUMN);
    if (kind == OUTLOOK_MAY) {
        read_may(speech, hit);
    }
    if (kind == OUTLOOK_MAY || kind == OUTLOOK_NONE) {
        return;
    }
    uint32_t first = noun_content(speech, hit, &holder);
    if (trusts(speech, hit, first) || (first == NONE && !noun_expects(speech, hit, &first))) {
        return;
    }
    holder = holder != NONE ? holder : holder_of(speech, hit->first);
    Expectation expectation = {
        .kind = (uint8_t)kind,
        .cue = token_span(speech->tokens, hit->first, hit->end),
        .negated = table_value(speech->model, TABLE_OUTLOOKS, row, NEGATED_COLUMN) == NEGATED_YES ||
                   negated_before(speech, hit->first),
        .holder = holder,
        .rule = {"expectation-phrase", TABLE_OUTLOOKS, row}};
    add(speech, expectation, first);
}

void expectation_run(Arena *arena, Records *records) {
    (void)arena;
    Speech *speech = records->speech;
    for (uint32_t i = 0; i < speech->tokens->count; i++) {
        const PhraseHit *hit = phrase_at(speech->hits, i, TABLE_OUTLOOKS, NONE);
        if (hit != NULL && !(hit->proclitics & (PRO_KA | PRO_LI))) {
            read_phrase(speech, hit);
            i = hit->end - 1;
            continue;
        }
        Cue cue;
        if (cue_at_token(speech, TABLE_EXPECTATIONS, i, &cue)) {
            read_verb(speech, &cue);
        }
    }
}
