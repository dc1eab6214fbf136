/* SPDX-License-Identifier: Apache-2.0
 * Role:   the provisions of a text, as the article words them.
 * Input:  a mention of the text.   Output: spans, one for each stated provision.
 *
 *     تنص على │خفض الحصص بنسبة …│، و│عدم استخدام شباك القاع …│، و│تبادل بيانات السفن│
 *     اتفاق لـ│إجلاء المصابين من المنطقة المحاصرة│
 */
#include "record/instrument/instrument.h"

enum {
    VERB_WINDOW = 3,
    WHICH_WINDOW = 7,
    FAR_WINDOW = 24,
    PROVISION_MIN = 2,
    CLITIC = 2, /* bytes of ب */
    COMMA = 0x060C /* ، */,
    SEMICOLON = 0x061B /* ؛ */
};

static const Reading *best(const Mentions *mentions, uint32_t token) {
    return reading_best(mentions->readings, token);
}

static bool masdar(const Mentions *mentions, uint32_t token) {
    const Readings *readings = mentions->readings;
    for (uint32_t r = readings->first[token]; r < readings->first[token + 1]; r++)
        if (readings->all[r].features.deverbal == DEVERBAL_MASDAR)
            return true;
    return false;
}

static bool separator(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    return t->kind == TOKEN_PUNCT &&
           (t->letter == COMMA || t->letter == SEMICOLON || t->letter == ',');
}

static bool is(const Mentions *mentions, uint32_t token, const char *use) {
    return wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, use) != NULL;
}

/* …، │وعلى وجه الخصوص│ …: still the same provision. */
static bool goes_on(const Mentions *mentions, uint32_t token) {
    const Reading *reading = best(mentions, token);
    /* للأهالي، │الذين│ يريدون البقاء; بدء الخروج، │الخميس│ */
    if (is(mentions, token, "who") || mention_time_at(mentions, token) != NONE)
        return true;
    return (reading->proclitics & PRO_WA) && reading->features.pos == POS_ADP;
}

/* إنهاء المعارك │ودخول│ قوات النظام: an act joined to an act that has its own object; but │إنشاء│
 * وتشكيل قوة is one. */
static bool joins_act(const Mentions *mentions, uint32_t start, uint32_t token, uint32_t end) {
    const Reading *reading = best(mentions, token);
    if (!(reading->proclitics & PRO_WA) || (reading->proclitics & (PRO_AL | PRO_BI | PRO_LI)) ||
        token < start + 2 || token + 1 >= end || reading->enclitic.person != 0)
        return false;
    const Reading *object = best(mentions, token + 1), *before = best(mentions, token - 1);
    bool construct = token + 2 < end && object->proclitics == 0 && /* دخول │قوات│ النظام */
                     best(mentions, token + 2)->proclitics == PRO_AL;
    return masdar(mentions, start) && masdar(mentions, token) &&
           before->features.deverbal != DEVERBAL_MASDAR && object->features.pos == POS_NOUN &&
           (object->proclitics == PRO_AL || construct);
}

/* …، │على أن│ يعقبه اجتماع: what is to follow. */
static bool on_that(const Mentions *mentions, uint32_t token, uint32_t end) {
    return token + 2 < end && separator(mentions, token - 1) && is(mentions, token, "on") &&
           is(mentions, token + 1, "that");
}

/* A provision begins behind a comma with و + noun, at وأن, at وب + masdar (وبنشر مراقبين). */
static bool begins_item(const Mentions *mentions, uint32_t token) {
    const Reading *reading = best(mentions, token);
    bool joined = reading->proclitics & PRO_WA, pause = separator(mentions, token - 1);
    if (is(mentions, token, "because") || goes_on(mentions, token))
        return false;
    if (joined && (is(mentions, token, "that") ||
                   ((reading->proclitics & PRO_BI) && masdar(mentions, token))))
        return true;
    bool someone = mention_actor_at(mentions, token) != NONE; /* من مالطا، │والنرويج│ */
    bool thing = reading->features.pos != POS_VERB && reading->features.pos != POS_ADJ;
    return pause && (masdar(mentions, token) || (joined && thing && !someone));
}

/* Behind a word that opens a provision and is none of it: بما في ذلك، مقابل، وأن. */
static uint32_t item_start(const Mentions *mentions, uint32_t token, uint32_t end) {
    static const char *const OPENERS[] = {"including", "exchange", "that"};
    for (uint32_t i = 0; i < 3 && token < end; i++) {
        const PhraseHit *opener = wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, OPENERS[i]);
        bool thing = i == 0 && opener && opener->end < end && /* مواقع، │منها│ منشآت: one of them */
                     !masdar(mentions, opener->end) && !is(mentions, opener->end, "that");
        if (opener && !thing)
            return item_start(mentions, opener->end, end);
    }
    return token;
}

/* Without the و that stands before the item: وتخلي الحلف → تخلي الحلف. */
static uint32_t item_byte(const Mentions *mentions, uint32_t token) {
    const Text *text = mentions->text;
    Span fold = mentions->tokens->at[token].fold;
    bool joined = best(mentions, token)->proclitics & PRO_WA;
    /* و is two bytes. */
    return joined && fold.end - fold.begin > 2 ? text->origin[fold.begin + 2]
                                               : mentions->tokens->at[token].span.begin;
}

static bool is_mark(const Mentions *mentions, uint32_t token) {
    uint8_t kind = mentions->tokens->at[token].kind;
    return kind == TOKEN_PUNCT || kind == TOKEN_CLOSE || kind == TOKEN_OPEN;
}

static void add_item(Arena *arena, const Mentions *mentions, Span tokens, Spans *clauses) {
    while (tokens.end > tokens.begin && is_mark(mentions, tokens.end - 1))
        tokens.end--;
    if (tokens.end < tokens.begin + PROVISION_MIN)
        return;
    Span item = {item_byte(mentions, tokens.begin), mentions->tokens->at[tokens.end - 1].span.end};
    for (uint32_t i = 0; i < clauses->count; i++)
        if (span_overlap(clauses->at[i], item))
            return;
    *VECTOR_PUSH(arena, clauses) = item;
}

/* ، فإن … or a closing mark leaves the text; so does a comma behind which no provision begins. */
static bool ends_provisions(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    if (t->kind == TOKEN_CLOSE && (t->flags & TOKEN_QUOTE))
        return true;
    return separator(mentions, token - 1) && !begins_item(mentions, token) &&
           !goes_on(mentions, token);
}

static bool is_act(const Mentions *mentions, uint32_t token) {
    return masdar(mentions, token) || is(mentions, token, "that") ||
           is(mentions, token, "that-not");
}

/* The token behind the marker of a provision verb, or NONE: ينص │على│ …, يقضي │ب│ـ…; farther off an
 * act must stand there: يسمح للطائرات الأجنبية │باستخدام القاعدة│. */
static uint32_t behind_marker(const Mentions *mentions, uint32_t row, Span tokens) {
    enum { BESIDE = 2, FAR = 7 };
    Slice marker = table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, 1);
    if (marker.length == 0) {
        uint32_t at = tokens.begin;
        at += at < tokens.end && is(mentions, at, "also");
        at += at + 1 < tokens.end && is(mentions, at, "on") && masdar(mentions, at + 1);
        return at; /* تضمن الاتفاق │على│ إعطاء ضمانات */
    }
    for (uint32_t i = tokens.begin; i < tokens.end && i < tokens.begin + FAR; i++) {
        const Reading *reading = best(mentions, i);
        bool near = i < tokens.begin + BESIDE;
        if (!near && (separator(mentions, i) || reading->features.pos == POS_VERB))
            return NONE;
        if (slice_equal(token_light(mentions->tokens, i), marker) &&
            (near || (i + 1 < tokens.end && is_act(mentions, i + 1))))
            return i + 1;
        if (marker.length == CLITIC && (reading->proclitics & PRO_BI) &&
            (near || is_act(mentions, i)))
            return i;
    }
    return NONE;
}

static bool tells(const Mentions *mentions, uint32_t token, uint32_t row, const char *teller) {
    return best(mentions, token)->features.pos == POS_VERB &&
           slice_is(table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, 2), teller);
}

static bool text_tells(const Mentions *mentions, uint32_t token, uint32_t row) {
    return tells(mentions, token, row, "text") || tells(mentions, token, row, "states");
}

/* ينص على أن … │وستقدم│ تركيا …. */
static bool will_too(const Mentions *mentions, uint32_t token) {
    const Reading *reading = best(mentions, token);
    return reading->features.pos == POS_VERB && (reading->proclitics & PRO_WA) &&
           (reading->proclitics & PRO_SA);
}

/* اتفاق ينهي الحرب │ويؤسس│ لعملية سياسية. */
static bool verbs_joined(const Mentions *mentions, uint32_t start, uint32_t token) {
    const Reading *one = best(mentions, start), *two = best(mentions, token);
    return one->features.pos == POS_VERB && two->features.pos == POS_VERB &&
           two->features.aspect == ASPECT_IMPERFECT && two->proclitics == PRO_WA &&
           one->features.gender == two->features.gender && two->features.person == 3;
}

/* … ، │يتضمن│ إقامة …: behind another verb of the same text, or NONE. */
static uint32_t restated(const Mentions *mentions, Span tokens) {
    uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, tokens.begin);
    return row != NONE && tells(mentions, tokens.begin, row, "states") &&
                   best(mentions, tokens.begin)->features.person == 3
               ? behind_marker(mentions, row, (Span){tokens.begin + 1, tokens.end})
               : (uint32_t)NONE;
}

void instrument_split(Arena *arena, const Mentions *mentions, Span tokens, Spans *clauses) {
    uint32_t start = item_start(mentions, tokens.begin, tokens.end), i = start + 1;
    bool clauses_of_an = is(mentions, tokens.begin, "that") ||
                         (tokens.begin > 0 && is(mentions, tokens.begin - 1, "that"));
    while (i < tokens.end) {
        /* قال إنهم اتفقوا على رؤية │وأن│ اللقاءات ستتواصل: a list of nouns does not go on with أن.
         */
        if (!clauses_of_an && is(mentions, i, "that") && (best(mentions, i)->proclitics & PRO_WA))
            break;
        if (is(mentions, i, "result")) /* خفض العقوبات │مما│ ينهي العزلة */
            break;
        uint32_t next = restated(mentions, (Span){i, tokens.end});
        next = next == NONE && on_that(mentions, i, tokens.end) ? i + 2 : next;
        next = next == NONE ? item_start(mentions, i, tokens.end) : next;
        bool opens =
            (next > i && !is(mentions, i, "that")) || joins_act(mentions, start, i, tokens.end);
        bool follows = (clauses_of_an && will_too(mentions, i)) ||
                       (start == tokens.begin && verbs_joined(mentions, start, i));
        if (!opens && !begins_item(mentions, i) && !follows) {
            if (ends_provisions(mentions, i))
                break;
            i++;
            continue;
        }
        add_item(arena, mentions, (Span){start, i}, clauses);
        start = next;
        i = next + 1;
    }
    if (start < i)
        add_item(arena, mentions, (Span){start, i < tokens.end ? i : tokens.end}, clauses);
}

/* موافقة مالطا على أن …: said by a noun as well. */
static bool accepts(const Mentions *mentions, uint32_t token, uint32_t row) {
    return (best(mentions, token)->features.pos == POS_VERB || masdar(mentions, token)) &&
           slice_is(table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, 2), "accepts");
}

/* الاتفاق: مالطا │تطالب│: another subject stands between, or the verb does not agree. */
static bool of_another(const Mentions *mentions, const InstrumentMention *mention, uint32_t verb) {
    const Features *noun = &best(mentions, mention->first)->features;
    const Features *form = &best(mentions, verb)->features;
    uint32_t actor = mention_actor_in(mentions, mention->end, verb);
    return actor != NONE || (noun->number == NUMBER_SINGULAR && noun->gender && form->gender &&
                             form->gender != noun->gender);
}

/* ونطالب behind a text is another clause; لا يمنع denies; التي │منحها│ has its object. */
static bool own_verb(const Mentions *mentions, uint32_t token) {
    const Reading *reading = best(mentions, token);
    uint8_t before = best(mentions, token - 1)->features.pos;
    return !(reading->proclitics & (PRO_WA | PRO_FA)) && reading->features.person == 3 &&
           reading->enclitic.person == 0 && before != POS_PART;
}

/* ويفرض الاتفاق الذي أبرم في مالطا │قيودا│ على …: an object whose spelling shows that it is one,
 * far behind its verb, with a complement of its own; or NONE. */
static uint32_t object_behind(const Mentions *mentions, Span tokens) {
    enum { NEAREST = 3, CLAUSE = 30 };
    for (uint32_t i = tokens.begin + NEAREST; i + 2 < tokens.end && i < tokens.begin + CLAUSE;
         i++) {
        const Reading *noun = best(mentions, i), *next = best(mentions, i + 1);
        bool further = next->features.pos == POS_ADP || next->features.pos == POS_ADJ;
        if (noun->features.pos == POS_NOUN && noun->proclitics == 0 &&
            noun->features.cased == CASE_ACCUSATIVE && further &&
            mention_time_at(mentions, i) == NONE)
            return i;
    }
    return NONE;
}

/* وتنص الاتفاقية التي أبرمت …│، على أن│ …, وينص الاتفاق، حسب الوزير│، على وقف│ …: where the verb's
 * own preposition stands behind the relative clause or the aside, before an act; else NONE. */
static uint32_t behind_relative(const Mentions *mentions, uint32_t row, Span tokens) {
    enum { CLAUSE = 24 };
    Slice marker = table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, 1);
    if (marker.length == 0)
        return object_behind(mentions, tokens);
    for (uint32_t i = tokens.begin; i + 1 < tokens.end && i < tokens.begin + CLAUSE; i++)
        if (marker.length > 0 && is_mark(mentions, i - 1) &&
            (marker.length == CLITIC
                 ? (best(mentions, i)->proclitics & PRO_BI) && is_act(mentions, i)
                 : slice_equal(token_light(mentions->tokens, i), marker) &&
                       is_act(mentions, i + 1)))
            return i;
    return NONE;
}

/* The verb before a mention, or before the word for its provisions (تتضمن │بنود│ الاتفاق): a row,
 * or NONE. */
static uint32_t verb_before(const Mentions *mentions, const InstrumentMention *mention,
                            uint32_t *from) {
    uint32_t first = mention->first;
    const Token *tokens = mentions->tokens->at;
    first -= first > 1 && is(mentions, first - 1, "provisions");
    if (first == 0 || tokens[first - 1].sentence != tokens[mention->first].sentence)
        return NONE;
    uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, first - 1);
    bool told = row != NONE && best(mentions, first - 1)->enclitic.person; /* يشملها الاتفاق */
    if (row == NONE || told || !text_tells(mentions, first - 1, row))
        return NONE;
    *from = mention->end;
    if (mention->end < mention->sentence_end &&
        (is(mentions, mention->end, "relative") || separator(mentions, mention->end)))
        *from = behind_relative(mentions, row, (Span){mention->end, mention->sentence_end});
    return *from == NONE ? (uint32_t)NONE : row; /* يفرض الاتفاق │الذي│ … */
}

static uint32_t provision_verb(const Mentions *mentions, const InstrumentMention *mention,
                               uint32_t *from) {
    uint32_t before = verb_before(mentions, mention, from);
    if (before != NONE)
        return before;
    for (uint32_t i = mention->end; i < mention->end + FAR_WINDOW && i < mention->sentence_end;
         i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, i);
        bool near = i < mention->end + VERB_WINDOW || /* القرار في تونس │الذي يدعو│ إلى */
                    (i < mention->end + WHICH_WINDOW && is(mentions, i - 1, "relative"));
        if (row != NONE && own_verb(mentions, i) &&
            (near ? text_tells(mentions, i, row) && !of_another(mentions, mention, i)
                  : tells(mentions, i, row, "states"))) {
            *from = i + 1;
            return row;
        }
    }
    return NONE;
}

/* القرار الذي اتخذته الحكومة و│القاضي بـ│حظر …: behind a participle that tells what is ruled. */
static uint32_t ruled(const Mentions *mentions, const InstrumentMention *mention) {
    Span rest = {mention->end, mention->sentence_end};
    uint32_t at = wording_find(mentions, TABLE_INSTRUMENT_WORDS, rest, "ruling");
    bool act = at != NONE && at + 1 < mention->sentence_end &&
               (best(mentions, at + 1)->proclitics & PRO_BI) && masdar(mentions, at + 1);
    if (act)
        return at + 1;
    at = mention->end; /* المبادرة │الهادفة إلى│ … */
    const PhraseHit *aim = at < mention->sentence_end
                               ? wording_use(mentions, TABLE_INSTRUMENT_WORDS, at, "aiming")
                               : NULL;
    act = aim && aim->end + 1 < mention->sentence_end && masdar(mentions, aim->end);
    return act ? aim->end : (uint32_t)NONE;
}

/* بنود حول ضمانات …، بند يتعلق بأن …: named behind a word for provisions in the same sentence. */
static uint32_t named_provisions(const Mentions *mentions, const InstrumentMention *mention) {
    Span rest = {mention->end, mention->sentence_end};
    uint32_t before = mention->first; /* من بنود │هذه│ الهدنة */
    before -= before > 1 && best(mentions, before - 1)->features.pos == POS_DET;
    before -= before > 1 && best(mentions, before - 1)->features.pos == POS_PRON;
    if (before > 0 && is(mentions, before - 1, "provisions")) {
        rest.begin += rest.begin < rest.end && is(mentions, rest.begin, "also");
        rest.begin += rest.begin + 1 < rest.end && separator(mentions, rest.begin) &&
                      masdar(mentions, rest.begin + 1);
        bool act = rest.begin < rest.end && masdar(mentions, rest.begin) &&
                   best(mentions, rest.begin)->features.pos == POS_NOUN &&
                   !(best(mentions, rest.begin)->proclitics & (PRO_WA | PRO_BI | PRO_LI));
        if (act) /* من أبرز بنود الهدنة │إعادة│ … */
            return rest.begin;
        uint32_t among = wording_find(mentions, TABLE_INSTRUMENT_WORDS, rest, "including");
        return among == NONE ? (uint32_t)NONE : item_start(mentions, among, mention->sentence_end);
    }
    uint32_t at = wording_find(mentions, TABLE_INSTRUMENT_WORDS, rest, "provisions");
    if (at == NONE || at + 2 >= mention->sentence_end)
        return NONE;
    bool about = is(mentions, at + 1, "about") || is(mentions, at + 1, "concerning");
    return about ? at + 2 : NONE;
}

/* اتفاق │بوساطة سويسرية│ لإجلاء …; اتفاق مع مالطا│، جارتها الكبرى،│ على إجلاء …: behind it. */
static uint32_t behind_broker(const Mentions *mentions, const InstrumentMention *mention) {
    enum { ASIDE = 8 };
    uint32_t at = mention->end;
    if (at < mention->sentence_end && is(mentions, at, "brokered"))
        return wording_phrase_end(mentions, at + 1, mention->sentence_end);
    if (at + 2 < mention->sentence_end && separator(mentions, at) && is(mentions, at + 1, "on") &&
        is_act(mentions, at + 2))
        return at + 1;
    if (at < mention->sentence_end && separator(mentions, at))
        for (uint32_t i = at + 1; i + 1 < mention->sentence_end && i <= at + ASIDE; i++)
            if (separator(mentions, i) && is(mentions, i + 1, "on"))
                return i + 1;
    return at;
}

/* خطة │ترحيل المهاجرين إلى …│: what is planned, but not خطة │إنقاذ جديدة│. */
static bool is_planned_act(const Mentions *mentions, const InstrumentMention *mention) {
    uint32_t at = mention->noun_end;
    return slice_is(mention->family, "plan") && at + 1 < mention->sentence_end &&
           at < mention->end && !(best(mentions, at)->proclitics & PRO_AL) &&
           masdar(mentions, at) && best(mentions, at + 1)->features.pos == POS_NOUN &&
           !(best(mentions, at + 1)->proclitics & (PRO_BI | PRO_LI | PRO_WA)) &&
           !is(mentions, at + 1, "about");
}

/* An end that a text is to serve, and the same in a title, is no provision. */
static bool is_aim(const Mentions *mentions, uint32_t token) {
    uint32_t sentence = mentions->tokens->at[token].sentence;
    return is(mentions, token, "aims") ||
           mentions->tokens->sentences[sentence].role == SENTENCE_TITLE;
}

/* اتفاق │لإجلاء المصابين│, قرار │بوقف إطلاق النار│; but not بحلول الجمعة (a time). */
uint32_t instrument_attached(const Mentions *mentions, const InstrumentMention *mention) {
    enum { NAME_WORDS = 2, TIME_WINDOW = 2 };
    if (is_planned_act(mentions, mention))
        return mention->noun_end;
    uint32_t at = behind_broker(mentions, mention);
    bool act = best(mentions, mention->first)->proclitics & PRO_LI; /* للاتفاق على: to agree on */
    if (at + 1 < mention->sentence_end && is(mentions, at, "on") && masdar(mentions, at + 1))
        return act || slice_is(mention->family, "document") || is(mentions, at + 1, "ground")
                   ? (uint32_t)NONE
                   : at + 1;
    if (at >= mention->sentence_end || !masdar(mentions, at))
        return NONE;
    const Reading *reading = best(mentions, at);
    bool by = (reading->proclitics & PRO_BI) && mention->parties.count > 1; /* بين …: long */
    if (mention->definite && mention->first > 0 && (reading->proclitics & PRO_BI) &&
        best(mentions, mention->first - 1)->features.pos == POS_VERB)
        return NONE; /* حظي الاتفاق │بتأييد│ النواب */
    if (mention->end > mention->noun_end + NAME_WORDS && !by)
        return NONE;
    bool plan = slice_is(mention->family, "plan") || slice_is(mention->family, "proposal");
    bool of_article = best(mentions, mention->first)->proclitics & PRO_AL;
    if ((reading->proclitics & PRO_LI) && (of_article || plan || is_aim(mentions, at)))
        return NONE; /* اتفاق لإنهاء الحرب, القرار 2216 لإنهاء …, خطة لإنهاء …: what it is for */
    bool governs = (reading->proclitics & PRO_BI) && at + 1 < mention->sentence_end &&
                   (best(mentions, at + 1)->proclitics & (PRO_LI | PRO_BI)); /* بالسماح لـ… */
    if (!(reading->proclitics & (PRO_LI | PRO_BI)) ||
        ((reading->proclitics & PRO_AL) && !governs) || reading->enclitic.person ||
        reading->features.pos == POS_VERB)
        return NONE;
    if (wording_use(mentions, TABLE_TALKS_WORDS, at, "meeting"))
        return NONE; /* اتفاق │باجتماع│ اللجنة: where it was reached */
    /* باعتبار أنه: a conjunction in two words. */
    if (at + 1 < mention->sentence_end && best(mentions, at + 1)->features.pos == POS_SCONJ)
        return NONE;
    for (uint32_t i = at; i <= at + TIME_WINDOW && i < mention->sentence_end; i++)
        if (mention_time_at(mentions, i) != NONE)
            return NONE;
    return at;
}

/* اتفاق │ينهي الحرب│: a verb that describes an agreement of which nothing is known yet. */
static uint32_t described_by_verb(const Mentions *mentions, const InstrumentMention *mention) {
    uint32_t at = mention->end;
    if (mention->definite || mention->number.length || at + 1 >= mention->sentence_end ||
        !slice_is(mention->family, "agreement"))
        return NONE;
    const Reading *verb = best(mentions, at), *noun = best(mentions, mention->first);
    bool fits = verb->features.pos == POS_VERB && verb->features.person == 3 &&
                verb->features.aspect == ASPECT_IMPERFECT && verb->enclitic.person == 0 &&
                (verb->proclitics & ~PRO_SA) == 0 && verb->features.number == NUMBER_SINGULAR &&
                noun->features.number == NUMBER_SINGULAR &&
                verb->features.gender == noun->features.gender;
    bool leads = is(mentions, at + 1, "on") || is(mentions, at + 1, "to"); /* يؤدي إلى */
    return fits && !leads && wording_row(mentions, TABLE_INSTRUMENT_STATUS, at) == NONE &&
                   wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, at) == NONE &&
                   !is(mentions, at, "reached")
               ? at
               : (uint32_t)NONE;
}

/* │بموجب│ الاتفاق │تسمح الحكومة بـ…│: what stands behind it, where it opens the sentence. */
static uint32_t under(const Mentions *mentions, const InstrumentMention *mention) {
    enum { OPENING = 3 };
    uint32_t sentence = mentions->tokens->at[mention->first].sentence, at = mention->end;
    uint32_t first = mentions->tokens->sentences[sentence].first;
    if (mention->first == first || mention->first > first + OPENING ||
        !is(mentions, mention->first - 1, "under"))
        return NONE;
    at += at < mention->sentence_end && separator(mentions, at);
    for (uint32_t i = at; i < at + OPENING && i + 1 < mention->sentence_end; i++)
        if (is(mentions, i, "that")) /* بموجب الاتفاق، │من المقرر أن│ تنسحب … */
            return i + 1;
    bool verb = at + 1 < mention->sentence_end && best(mentions, at)->features.pos == POS_VERB;
    return verb ? at : (uint32_t)NONE;
}

/* اتفاقية │تحصل بموجبها│ على دعم, التي │بموجبها تنازلت│ عن …: from the verb beside it. */
static uint32_t under_it(const Mentions *mentions, const InstrumentMention *mention) {
    enum { WINDOW = 16, BESIDE = 4 };
    if (slice_is(mention->family, "resolution"))
        return NONE; /* قرار │صادق بموجبه│ على الاتفاق: what its body did */
    uint32_t limit = mention->end + WINDOW;
    limit = limit < mention->sentence_end ? limit : mention->sentence_end;
    for (uint32_t i = mention->end; i + 2 < limit; i++) {
        const PhraseHit *hit = wording_use(mentions, TABLE_INSTRUMENT_WORDS, i, "under");
        if (!hit || !hit->pronoun)
            continue;
        for (uint32_t k = 1; k < BESIDE && i >= mention->end + k; k++)
            if (best(mentions, i - k)->features.pos == POS_VERB)
                return i - k;
        return best(mentions, i + 1)->features.pos == POS_VERB ? i + 1 : (uint32_t)NONE;
    }
    return NONE;
}

bool instrument_provides(const Mentions *mentions, const InstrumentMention *mention) {
    uint32_t from = NONE, row = provision_verb(mentions, mention, &from);
    if (row == NONE)
        return described_by_verb(mentions, mention) != NONE;
    return text_tells(mentions, from - 1, row) &&
           behind_marker(mentions, row, (Span){from, mention->sentence_end}) != NONE;
}

/* │وينص│ على, كما │ينص│ على: its text is not named; but المادة الأولى │تنص│ على. */
static bool without_subject(const Mentions *mentions, uint32_t verb) {
    if (best(mentions, verb)->proclitics & PRO_WA)
        return true;
    if (verb == 0 || mentions->tokens->at[verb - 1].kind != TOKEN_WORD)
        return false;
    uint32_t pos = best(mentions, verb - 1)->features.pos;
    return pos == POS_SCONJ || pos == POS_CCONJ || pos == POS_PART || pos == POS_ADV;
}

uint32_t instrument_elided(const Mentions *mentions, const Sentence *sentence) {
    enum { NEAR = 3 };
    for (uint32_t i = sentence->first; i + 2 < sentence->end; i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, i);
        if (row == NONE || !tells(mentions, i, row, "states") ||
            best(mentions, i)->features.person != 3 || !without_subject(mentions, i))
            continue;
        Slice marker = table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, 1);
        bool past = best(mentions, i)->features.aspect != ASPECT_IMPERFECT;
        bool court = marker.length == CLITIC && past; /* وقضت بسجنه */
        uint32_t from = marker.length == 0 || court
                            ? (uint32_t)NONE
                            : behind_marker(mentions, row, (Span){i + 1, sentence->end});
        if (from != NONE && from <= i + NEAR)
            return from;
    }
    return NONE;
}

void instrument_provisions(Arena *arena, const Mentions *mentions, const InstrumentMention *mention,
                           Spans *clauses) {
    uint32_t from = named_provisions(mentions, mention);
    if (from == NONE)
        from = instrument_attached(mentions, mention);
    if (from == NONE)
        from = ruled(mentions, mention);
    if (from == NONE)
        from = under(mentions, mention);
    if (from == NONE)
        from = under_it(mentions, mention);
    if (from == NONE)
        from = described_by_verb(mentions, mention);
    if (from == NONE) {
        uint32_t row = provision_verb(mentions, mention, &from);
        from =
            row == NONE ? NONE : behind_marker(mentions, row, (Span){from, mention->sentence_end});
    }
    bool pause = from != NONE && from + 1 < mention->sentence_end && separator(mentions, from);
    from += pause && masdar(mentions, from + 1);
    if (from != NONE && from < mention->sentence_end && !is(mentions, from, "because"))
        instrument_split(arena, mentions, (Span){from, mention->sentence_end}, clauses);
}

/* اتفقوا على أن يكون … is a provision, اتفقوا على أن الوضع خطير an opinion. */
static bool may_be_agreed(const Mentions *mentions, uint32_t token, uint32_t end) {
    const PhraseHit *that = wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "that");
    if (that && that->pronoun) /* اتفقوا على │أنه│ يجب … */
        return false;
    if (that || is(mentions, token, "that-not")) {
        uint32_t pos = token + 1 < end ? best(mentions, token + 1)->features.pos : POS_X;
        return pos == POS_VERB || pos == POS_AUX;
    }
    return masdar(mentions, token);
}

void instrument_agreed(Arena *arena, const Mentions *mentions, const Sentence *sentence,
                       Spans *clauses) {
    for (uint32_t i = sentence->first; i + 2 < sentence->end; i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, i);
        bool accept = row != NONE && accepts(mentions, i, row);
        if (row == NONE || !(accept || tells(mentions, i, row, "parties")))
            continue;
        /* Between the verb and على stands who agreed: اتفقت الأطراف على أن …. */
        enum { SUBJECT_MAX = 12 };
        for (uint32_t at = i + 1; at < sentence->end && at <= i + SUBJECT_MAX; at++) {
            uint32_t from = behind_marker(mentions, row, (Span){at, at + 1});
            if (from != NONE && from < sentence->end && (!accept || is(mentions, from, "that")) &&
                may_be_agreed(mentions, from, sentence->end)) {
                instrument_split(arena, mentions, (Span){from, sentence->end}, clauses);
                break;
            }
        }
    }
}
