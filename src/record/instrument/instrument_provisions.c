/* SPDX-License-Identifier: Apache-2.0
 * Role:   where the provisions of a text begin: behind its verb, hung on its noun, under its name.
 * Input:  a mention of the text, or a sentence that names none.   Output: spans of provisions.
 *
 *     الاتفاقية تنص على │خفض الحصص …│      اتفاق لـ│إجلاء المصابين …│      بموجب الاتفاق │تسمح
 * الحكومة …│
 */
#include "record/instrument/instrument.h"
#include "record/instrument/provision_words.h"

static const Reading *best(const Mentions *mentions, uint32_t token) {
    return reading_best(mentions->readings, token);
}

static bool text_tells(const Mentions *mentions, uint32_t token, uint32_t row) {
    return provision_verb_of(mentions, token, row, TELLER_TEXT) ||
           provision_verb_of(mentions, token, row, TELLER_STATES);
}

/* موافقة مالطا على أن …: said by a noun as well. */
static bool accepts(const Mentions *mentions, uint32_t token, uint32_t row) {
    return (best(mentions, token)->features.pos == POS_VERB || provision_masdar(mentions, token)) &&
           table_value(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, PROVISION_TELLER) ==
               TELLER_ACCEPTS;
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
static uint32_t behind_relative(const Mentions *mentions, uint32_t verb, uint32_t row,
                                Span tokens) {
    enum { CLAUSE = 24 };
    bool states = provision_verb_of(mentions, verb, row, TELLER_STATES); /* ينص: only texts do */
    Slice marker = table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, PROVISION_MARKER);
    if (marker.length == 0)
        return object_behind(mentions, tokens);
    /* تدعو الوثيقة │التي وقعتها│ مالطا إلى …: what was done to the text takes no such complement */
    bool done_to = provision_word(mentions, tokens.begin, "relative") &&
                   tokens.begin + 1 < tokens.end &&
                   wording_row(mentions, TABLE_INSTRUMENT_STATUS, tokens.begin + 1) != NONE;
    for (uint32_t i = tokens.begin; i + 1 < tokens.end && i < tokens.begin + CLAUSE; i++)
        if ((states || done_to || provision_mark(mentions, i - 1)) &&
            (marker.length == MARKER_BI
                 ? (best(mentions, i)->proclitics & PRO_BI) && provision_act(mentions, i)
                 : slice_equal(token_light(mentions->tokens, i), marker) &&
                       provision_act(mentions, i + 1)))
            return i;
    return NONE;
}

/* The verb before a mention, or before the word for its provisions (تتضمن │بنود│ الاتفاق): a row,
 * or NONE. */
static uint32_t verb_before(const Mentions *mentions, const InstrumentMention *mention,
                            uint32_t *from) {
    uint32_t first = mention->first;
    const Token *tokens = mentions->tokens->at;
    first -= first > 1 && provision_word(mentions, first - 1, "provisions");
    if (first == 0 || tokens[first - 1].sentence != tokens[mention->first].sentence)
        return NONE;
    uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, first - 1);
    bool told = row != NONE && best(mentions, first - 1)->enclitic.person; /* يشملها الاتفاق */
    if (row == NONE || told || !text_tells(mentions, first - 1, row))
        return NONE;
    *from = mention->end;
    if (mention->end < mention->sentence_end &&
        (provision_word(mentions, mention->end, "relative") ||
         provision_comma(mentions, mention->end)))
        *from =
            behind_relative(mentions, first - 1, row, (Span){mention->end, mention->sentence_end});
    return *from == NONE ? (uint32_t)NONE : row; /* يفرض الاتفاق │الذي│ … */
}

/* The row of the verb, beside the mention or as far off as one that only texts have, whose
 * complement begins at `from`; or NONE. */
static uint32_t provision_verb(const Mentions *mentions, const InstrumentMention *mention,
                               uint32_t *from) {
    enum { VERB_WINDOW = 3, WHICH_WINDOW = 7, FAR_WINDOW = 24 };
    uint32_t before = verb_before(mentions, mention, from);
    if (before != NONE)
        return before;
    for (uint32_t i = mention->end; i < mention->end + FAR_WINDOW && i < mention->sentence_end;
         i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, i);
        bool near =
            i < mention->end + VERB_WINDOW || /* القرار في تونس │الذي يدعو│ إلى */
            (i < mention->end + WHICH_WINDOW && provision_word(mentions, i - 1, "relative"));
        if (row != NONE && own_verb(mentions, i) &&
            (near ? text_tells(mentions, i, row) && !of_another(mentions, mention, i)
                  : provision_verb_of(mentions, i, row, TELLER_STATES))) {
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
               (best(mentions, at + 1)->proclitics & PRO_BI) && provision_masdar(mentions, at + 1);
    if (act)
        return at + 1;
    at = mention->end; /* المبادرة │الهادفة إلى│ … */
    const PhraseHit *aim = at < mention->sentence_end
                               ? wording_use(mentions, TABLE_INSTRUMENT_WORDS, at, "aiming")
                               : NULL;
    act = aim && aim->end + 1 < mention->sentence_end && provision_masdar(mentions, aim->end);
    return act ? aim->end : (uint32_t)NONE;
}

/* من بنود │هذه│ الهدنة: the first token of the mention with what points at it. */
static uint32_t shown_from(const Mentions *mentions, const InstrumentMention *mention) {
    uint32_t first = mention->first;
    first -= first > 1 && best(mentions, first - 1)->features.pos == POS_DET;
    first -= first > 1 && best(mentions, first - 1)->features.pos == POS_PRON;
    return first;
}

/* من أبرز بنود الهدنة │إعادة│ …, تضم بنود الهدنة إجراءات │منها│ إعادة …: behind its own provisions.
 */
static uint32_t behind_own_provisions(const Mentions *mentions, Span rest) {
    rest.begin += rest.begin < rest.end && /* أبرز بنود الاتفاق │هي│ فتح … */
                  (provision_word(mentions, rest.begin, "also") ||
                   best(mentions, rest.begin)->features.pos == POS_PRON);
    rest.begin += rest.begin + 1 < rest.end && provision_comma(mentions, rest.begin) &&
                  provision_masdar(mentions, rest.begin + 1);
    bool act = rest.begin < rest.end && provision_masdar(mentions, rest.begin) &&
               best(mentions, rest.begin)->features.pos == POS_NOUN &&
               !(best(mentions, rest.begin)->proclitics & (PRO_WA | PRO_BI | PRO_LI));
    if (act)
        return rest.begin;
    uint32_t among = wording_find(mentions, TABLE_INSTRUMENT_WORDS, rest, "including");
    return among == NONE ? (uint32_t)NONE : provision_item_start(mentions, among, rest.end);
}

/* بنود حول ضمانات …، بند يتعلق بأن …: named behind a word for provisions in the same sentence. */
static uint32_t named_provisions(const Mentions *mentions, const InstrumentMention *mention) {
    Span rest = {mention->end, mention->sentence_end};
    uint32_t first = shown_from(mentions, mention);
    if (first > 0 && provision_word(mentions, first - 1, "provisions"))
        return behind_own_provisions(mentions, rest);
    uint32_t at = wording_find(mentions, TABLE_INSTRUMENT_WORDS, rest, "provisions");
    if (at == NONE || at + 2 >= mention->sentence_end)
        return NONE;
    bool about =
        provision_word(mentions, at + 1, "about") || provision_word(mentions, at + 1, "concerning");
    uint32_t among = at + 1 + provision_comma(mentions, at + 1); /* عدة بنود، │أبرزها│ وقف … */
    if (provision_word(mentions, among, "including"))
        return provision_item_start(mentions, among, mention->sentence_end);
    return about ? at + 2 : NONE;
}

/* اتفاق │بوساطة سويسرية│ لإجلاء …, اتفاق مع مالطا│، جارتها الكبرى،│ على إجلاء …, اتفاق│،│ على
 * إجلاء …: behind what stands between the text and its provision. */
static uint32_t behind_broker(const Mentions *mentions, const InstrumentMention *mention) {
    enum { ASIDE = 8 };
    uint32_t at = mention->end;
    if (at < mention->sentence_end && provision_word(mentions, at, "brokered"))
        return wording_phrase_end(mentions, at + 1, mention->sentence_end);
    if (at + 2 < mention->sentence_end && provision_comma(mentions, at) &&
        provision_word(mentions, at + 1, "on") && provision_act(mentions, at + 2))
        return at + 1;
    if (at < mention->sentence_end && provision_comma(mentions, at))
        for (uint32_t i = at + 1; i + 1 < mention->sentence_end && i <= at + ASIDE; i++)
            if (provision_comma(mentions, i) && provision_word(mentions, i + 1, "on"))
                return i + 1;
    return at;
}

/* خطة │ترحيل المهاجرين إلى …│: what is planned, but not خطة │إنقاذ جديدة│. */
static bool is_planned_act(const Mentions *mentions, const InstrumentMention *mention) {
    uint32_t at = mention->noun_end;
    return slice_is(mention->family, "plan") && at + 1 < mention->sentence_end &&
           at < mention->end && !(best(mentions, at)->proclitics & PRO_AL) &&
           provision_masdar(mentions, at) && best(mentions, at + 1)->features.pos == POS_NOUN &&
           !(best(mentions, at + 1)->proclitics & (PRO_BI | PRO_LI | PRO_WA)) &&
           !provision_word(mentions, at + 1, "about");
}

/* اتفاق لـ│إنهاء│ الحرب: an end that a text is to serve, as any act is in a title. */
static bool is_aim(const Mentions *mentions, uint32_t token) {
    uint32_t sentence = mentions->tokens->at[token].sentence;
    return provision_word(mentions, token, "aims") ||
           mentions->tokens->sentences[sentence].role == SENTENCE_TITLE;
}

/* اتفاق │على│ إجلاء …; but للاتفاق على (to agree on), وثيقة على …, على أساس. */
static bool agrees_on_act(const Mentions *mentions, const InstrumentMention *mention, uint32_t on) {
    bool to_agree = best(mentions, mention->first)->proclitics & PRO_LI;
    return !to_agree && !slice_is(mention->family, "document") &&
           !provision_word(mentions, on + 1, "ground");
}

/* ل of an act that a text is for is none of its provisions: القرار 2216 │لإنهاء│ …, خطة │لإنهاء│ …,
 * and in any title. */
static bool serves_aim(const Mentions *mentions, const InstrumentMention *mention, uint32_t act) {
    bool plan = slice_is(mention->family, "plan") || slice_is(mention->family, "proposal");
    bool of_article = best(mentions, mention->first)->proclitics & PRO_AL;
    return (best(mentions, act)->proclitics & PRO_LI) &&
           (of_article || plan || is_aim(mentions, act));
}

/* حظي الاتفاق │بتأييد│ النواب: the complement of the verb before the text. */
static bool of_verb_before(const Mentions *mentions, const InstrumentMention *mention,
                           uint32_t act) {
    return mention->definite && mention->first > 0 && (best(mentions, act)->proclitics & PRO_BI) &&
           best(mentions, mention->first - 1)->features.pos == POS_VERB;
}

/* │لإجلاء│ المصابين, │بوقف│ القتال: an act on a clitic, with ال only before what it governs
 * (│بالسماح│ للسفن); but باعتبار │أنه│ is a conjunction in two words. */
static bool is_attached_act(const Mentions *mentions, uint32_t at, uint32_t end) {
    const Reading *reading = best(mentions, at),
                  *next = at + 1 < end ? best(mentions, at + 1) : NULL;
    bool governs = (reading->proclitics & PRO_BI) && next && (next->proclitics & (PRO_LI | PRO_BI));
    return (reading->proclitics & (PRO_LI | PRO_BI)) &&
           (governs || !(reading->proclitics & PRO_AL)) && reading->enclitic.person == 0 &&
           reading->features.pos != POS_VERB && !(next && next->features.pos == POS_SCONJ);
}

/* اتفاق │باجتماع│ اللجنة, │بحلول│ الجمعة: where or when it was reached. */
static bool is_occasion(const Mentions *mentions, uint32_t at, uint32_t end) {
    enum { TIME_WINDOW = 2 };
    if (wording_use(mentions, TABLE_TALKS_WORDS, at, "meeting"))
        return true;
    for (uint32_t i = at; i <= at + TIME_WINDOW && i < end; i++)
        if (mention_time_at(mentions, i) != NONE)
            return true;
    return false;
}

/* اتفاق │لإجلاء المصابين│, قرار │بوقف إطلاق النار│; behind a long name only بـ of an agreement بين
 * … */
uint32_t instrument_attached(const Mentions *mentions, const InstrumentMention *mention) {
    enum { NAME_WORDS = 2 };
    uint32_t end = mention->sentence_end, at = behind_broker(mentions, mention);
    if (is_planned_act(mentions, mention))
        return mention->noun_end;
    if (at + 1 < end && provision_word(mentions, at, "on") && provision_masdar(mentions, at + 1))
        return agrees_on_act(mentions, mention, at) ? at + 1 : (uint32_t)NONE;
    if (at >= end || !provision_masdar(mentions, at))
        return NONE;
    bool by = (best(mentions, at)->proclitics & PRO_BI) && mention->parties.count > 1;
    bool far = mention->end > mention->noun_end + NAME_WORDS && !by;
    return far || of_verb_before(mentions, mention, at) || serves_aim(mentions, mention, at) ||
                   !is_attached_act(mentions, at, end) || is_occasion(mentions, at, end)
               ? (uint32_t)NONE
               : at;
}

/* اتفاق │ينهي│, │سينهي│ …: a verb without an object of its own whose subject the text may be. */
static bool may_be_subject(const Reading *noun, const Reading *verb) {
    return verb->features.pos == POS_VERB && verb->features.person == 3 &&
           verb->features.aspect == ASPECT_IMPERFECT && verb->enclitic.person == 0 &&
           (verb->proclitics & ~PRO_SA) == 0 && verb->features.number == NUMBER_SINGULAR &&
           noun->features.number == NUMBER_SINGULAR &&
           verb->features.gender == noun->features.gender;
}

/* اتفاق │ينهي الحرب│: a verb that describes an agreement of which nothing is known yet; but يؤدي
 * │إلى│, يتم التوصل إليه, يوقع. */
static uint32_t described_by_verb(const Mentions *mentions, const InstrumentMention *mention) {
    uint32_t at = mention->end;
    if (mention->definite || mention->number.length || at + 1 >= mention->sentence_end ||
        !slice_is(mention->family, "agreement"))
        return NONE;
    bool leads = provision_word(mentions, at + 1, "on") || provision_word(mentions, at + 1, "to");
    bool other = wording_row(mentions, TABLE_INSTRUMENT_STATUS, at) != NONE ||
                 wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, at) != NONE ||
                 provision_word(mentions, at, "reached");
    bool fits = may_be_subject(best(mentions, mention->first), best(mentions, at));
    return fits && !leads && !other ? at : (uint32_t)NONE;
}

/* │وفقا│ للاتفاق، │يجب على مالطا …│: what an agreement or a plan has done is told so, too. */
static bool according(const Mentions *mentions, const InstrumentMention *mention) {
    return provision_word(mentions, mention->first - 1, "according") &&
           (slice_is(mention->family, "agreement") || slice_is(mention->family, "treaty") ||
            slice_is(mention->family, "plan"));
}

/* │بموجب│ الاتفاق │تسمح الحكومة بـ…│: what stands behind it, where it opens the sentence. */
static uint32_t under(const Mentions *mentions, const InstrumentMention *mention) {
    enum { OPENING = 3 };
    uint32_t sentence = mentions->tokens->at[mention->first].sentence, at = mention->end;
    uint32_t first = mentions->tokens->sentences[sentence].first, end = mention->sentence_end;
    if (mention->first == first || mention->first > first + OPENING)
        return NONE;
    bool loose = according(mentions, mention); /* بموجب │بنود│ الاتفاق */
    uint32_t before = mention->first - 1;
    before -= before > first && provision_word(mentions, before, "provisions");
    if (!loose && !provision_word(mentions, before, "under"))
        return NONE;
    at += at < end && provision_word(mentions, at, "also");
    at += at < end && provision_comma(mentions, at);
    for (uint32_t i = at; i < at + OPENING && i + 1 < end && !loose; i++)
        if (provision_word(mentions, i, "that")) /* بموجب الاتفاق، │من المقرر أن│ تنسحب … */
            return i + 1;
    at += at + 1 < end && (best(mentions, at)->proclitics & PRO_FA) &&
          best(mentions, at)->features.pos != POS_VERB; /* │فإنه│ يجب */
    bool verb = at + 1 < end && best(mentions, at)->features.pos == POS_VERB;
    bool told = loose && verb && best(mentions, at)->features.aspect != ASPECT_IMPERFECT;
    return verb && !told ? at : (uint32_t)NONE; /* وفقا للاتفاق، │قال│ الوزير … */
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
        return described_by_verb(mentions, mention) != NONE ||
               named_provisions(mentions, mention) != NONE; /* خطة من عدة بنود، أبرزها … */
    return text_tells(mentions, from - 1, row) &&
           provision_behind_marker(mentions, row, (Span){from, mention->sentence_end}) != NONE;
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
    const PhraseHit *opening =
        sentence->first + 2 < sentence->end /* و│بموجبه│ تسحب … */
            ? wording_use(mentions, TABLE_INSTRUMENT_WORDS, sentence->first, "under")
            : NULL;
    if (opening && opening->pronoun) {
        uint32_t at = opening->end + provision_comma(mentions, opening->end);
        if (best(mentions, at)->features.pos == POS_VERB)
            return at;
    }
    for (uint32_t i = sentence->first; i + 2 < sentence->end; i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, i);
        if (row == NONE || !provision_verb_of(mentions, i, row, TELLER_STATES) ||
            best(mentions, i)->features.person != 3 || !without_subject(mentions, i))
            continue;
        Slice marker =
            table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, PROVISION_MARKER);
        bool past = best(mentions, i)->features.aspect != ASPECT_IMPERFECT;
        bool court = marker.length == MARKER_BI && past; /* وقضت بسجنه */
        uint32_t from = marker.length == 0 || court
                            ? (uint32_t)NONE
                            : provision_behind_marker(mentions, row, (Span){i + 1, sentence->end});
        if (from != NONE && from <= i + NEAR)
            return from;
    }
    return NONE;
}

/* Behind a verb that tells what the text provides: │ينص│ على …. */
static uint32_t told_by_verb(const Mentions *mentions, const InstrumentMention *mention) {
    uint32_t from = NONE, row = provision_verb(mentions, mention, &from);
    Span rest = {from, mention->sentence_end};
    return row == NONE ? (uint32_t)NONE : provision_behind_marker(mentions, row, rest);
}

void instrument_provisions(Arena *arena, const Mentions *mentions, const InstrumentMention *mention,
                           Spans *clauses) {
    static uint32_t (*const WAYS[])(const Mentions *, const InstrumentMention *) = {
        named_provisions, instrument_attached, ruled,       under,
        under_it,         described_by_verb,   told_by_verb};
    uint32_t from = NONE, end = mention->sentence_end;
    for (uint32_t i = 0; i < sizeof WAYS / sizeof *WAYS && from == NONE; i++)
        from = WAYS[i](mentions, mention);
    if (from == NONE)
        return;
    from +=
        from + 1 < end && provision_comma(mentions, from) && provision_masdar(mentions, from + 1);
    if (from < end && !provision_word(mentions, from, "because"))
        instrument_split(arena, mentions, (Span){from, end}, clauses);
}

/* اتفقوا على أن يكون … is a provision, اتفقوا على أن الوضع خطير an opinion. */
static bool may_be_agreed(const Mentions *mentions, uint32_t token, uint32_t end) {
    const PhraseHit *that = wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "that");
    if (that && that->pronoun) /* اتفقوا على │أنه│ يجب … */
        return false;
    if (that || provision_word(mentions, token, "that-not")) {
        uint32_t pos = token + 1 < end ? best(mentions, token + 1)->features.pos : POS_X;
        return pos == POS_VERB || pos == POS_AUX;
    }
    return provision_masdar(mentions, token);
}

void instrument_agreed(Arena *arena, const Mentions *mentions, const Sentence *sentence,
                       Spans *clauses) {
    for (uint32_t i = sentence->first; i + 2 < sentence->end; i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, i);
        bool accept = row != NONE && accepts(mentions, i, row);
        if (row == NONE || !(accept || provision_verb_of(mentions, i, row, TELLER_PARTIES)))
            continue;
        /* Between the verb and على stands who agreed: اتفقت الأطراف على أن …. */
        enum { SUBJECT_MAX = 12 };
        for (uint32_t at = i + 1; at < sentence->end && at <= i + SUBJECT_MAX; at++) {
            uint32_t from = provision_behind_marker(mentions, row, (Span){at, at + 1});
            if (from != NONE && from < sentence->end &&
                (!accept || provision_word(mentions, from, "that")) &&
                may_be_agreed(mentions, from, sentence->end)) {
                instrument_split(arena, mentions, (Span){from, sentence->end}, clauses);
                break;
            }
        }
    }
}
