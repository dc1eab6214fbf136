/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether a day that the text leaves open is past or coming.
 * Input:  the words around it, their readings.   Output: TimeWay.
 *
 *     قال … الأحد            perfect: past              سيعقد … الأحد      future: coming
 *     لم يحضر … الأحد        past negation: past        المقرر عقده الأحد  lang/times/directions
 *
 * The nearest sign before the expression decides, back to the beginning of the sentence; a verb
 * inside a relative clause does not where commas set the expression apart from it.
 */
#include "mention/time/time.h"

enum {
    COMMA = 0x60C,
    BACK_LIMIT = 60,
    AHEAD_LIMIT = 12,
    AUXILIARY_REACH = 4,
    RELATIVE_REACH = 6,
    EVENT_REACH = 3,
    LONG = 12 /* bytes: six letters */
};

/** The expression whose direction is asked for. */
typedef struct Spot {
    uint32_t first;
    bool apart; /* a comma before it, a mark behind it */
} Spot;

/** What the direction words of lang/times say at token i. */
static TimeWay word_way(const TimeReader *reader, uint32_t i) {
    const PhraseHit *hit = time_hit(reader, i, TABLE_TIMES_DIRECTIONS);
    if (hit == NULL || time_cell_is(reader, hit, DIRECTION_WAY, "neither")) {
        return WAY_UNKNOWN;
    }
    if (time_cell_is(reader, hit, DIRECTION_WAY, "event")) {
        return WAY_UNKNOWN;
    }
    if (time_cell_is(reader, hit, DIRECTION_WAY, "since")) {
        return WAY_SURE_PAST;
    }
    return time_cell_is(reader, hit, DIRECTION_WAY, "past") ? WAY_PAST : WAY_COMING;
}

/** يبلغ من العمر (is aged), ليبحث (in order to discuss): verbs that tell of no time. */
static bool tells_nothing(const TimeReader *reader, uint32_t i) {
    if ((reading_best(reader->readings, i)->proclitics & PRO_LI) != 0) {
        return true;
    }
    for (uint32_t h = reader->hits->starting[i]; h < reader->hits->starting[i + 1]; h++) {
        const PhraseHit *hit = &reader->hits->at[h];
        if (hit->entry.table == TABLE_TIMES_DIRECTIONS &&
            time_cell_is(reader, hit, DIRECTION_WAY, "neither")) {
            return true; /* with a pronoun as well: يرأسه */
        }
    }
    return false;
}

/** Whether كان or لم stands shortly before token i: كان من المقرر أن يبدأ (was to begin). */
static bool past_before(const TimeReader *reader, uint32_t i) {
    for (uint32_t back = 1; back <= AUXILIARY_REACH && i >= reader->begin + back; back++) {
        TimeWay way = word_way(reader, i - back);
        if (way == WAY_PAST || way == WAY_SURE_PAST) {
            return true;
        }
    }
    return false;
}

/** Whether the word may be a perfect: تحدث is "spoke" as well as "happens". */
static bool may_be_perfect(const TimeReader *reader, uint32_t i) {
    const Readings *readings = reader->readings;
    for (uint32_t r = readings->first[i]; r < readings->first[i + 1]; r++) {
        const Features *features = &readings->all[r].features;
        if (features->pos == POS_VERB && features->aspect == ASPECT_PERFECT &&
            features->person == 3) {
            return true;
        }
    }
    return false;
}

/** Whether token i opens another clause: إن, أن, لكن. */
static bool is_particle(const TimeReader *reader, uint32_t i) {
    uint8_t pos = reading_best(reader->readings, i)->features.pos;
    return pos == POS_PART || pos == POS_SCONJ;
}

/** Whether the word is as well a name: سيزار is no "will be visited", يوآف no verb at all. */
static bool may_be_name(const TimeReader *reader, uint32_t i) {
    for (uint32_t h = reader->hits->starting[i]; h < reader->hits->starting[i + 1]; h++) {
        uint8_t table = reader->hits->at[h].entry.table;
        if (table == TABLE_GIVEN_NAMES || table == TABLE_FAMILY_NAMES) {
            return true;
        }
    }
    return false;
}

/** An imperfect, with or without سـ. */
static TimeWay imperfect_way(const TimeReader *reader, uint32_t i) {
    const Reading *best = reading_best(reader->readings, i);
    const Features *features = &best->features;
    bool first = i == reader->begin, future = (best->proclitics & PRO_SA) != 0;
    /* سينتقل is no name, though no lexicon may know it; سيزار is one. */
    bool known = best->lemma != NONE || (future && token_fold(reader->tokens, i).length >= LONG);
    if (!first && (!known || may_be_name(reader, i))) {
        return WAY_UNKNOWN;
    }
    if (future) {
        return WAY_COMING;
    }
    bool led = !first && time_cue(reader, i - 1, "leads") != NULL;
    bool bound = led || features->mood == MOOD_SUBJUNCTIVE || features->mood == MOOD_JUSSIVE;
    if (past_before(reader, i) || (!bound && may_be_perfect(reader, i))) {
        return WAY_PAST;
    }
    /* Only the third person tells what happens; other verbs are talk, or nouns misread. */
    return features->person == 3 ? WAY_COMING : WAY_UNKNOWN;
}

static TimeWay verb_way(const TimeReader *reader, uint32_t i) {
    const Features *features = &reading_best(reader->readings, i)->features;
    bool verb = features->pos == POS_VERB || features->pos == POS_AUX;
    if (!verb || features->aspect == ASPECT_IMPERATIVE || tells_nothing(reader, i)) {
        return WAY_UNKNOWN;
    }
    if (features->aspect != ASPECT_PERFECT) {
        return imperfect_way(reader, i);
    }
    /* قصفت is "she shelled" and "I shelled" alike. */
    return i > reader->begin && may_be_name(reader, i) ? WAY_UNKNOWN : WAY_PAST;
}

static TimeWay token_way(const TimeReader *reader, uint32_t i) {
    if (reader->tokens->at[i].kind != TOKEN_WORD) {
        return WAY_UNKNOWN;
    }
    TimeWay way = word_way(reader, i);
    if (way == WAY_COMING && past_before(reader, i)) {
        return WAY_PAST;
    }
    return way != WAY_UNKNOWN ? way : verb_way(reader, i);
}

/** Whether a relative pronoun opens the clause of the verb at i. */
static bool in_relative(const TimeReader *reader, uint32_t i) {
    for (uint32_t back = 1; back <= 2 && i >= reader->begin + back; back++) {
        if (time_cue(reader, i - back, "relative") != NULL) {
            return true;
        }
    }
    return false;
}

/** Whether a way is only that of an imperfect, which also describes. */
static bool is_plain(const TimeReader *reader, uint32_t i, TimeWay way) {
    return way == WAY_COMING && word_way(reader, i) == WAY_UNKNOWN &&
           (reading_best(reader->readings, i)->proclitics & PRO_SA) == 0;
}

/** هجوم يستهدف: a verb behind an indefinite noun describes it. */
static bool behind_indefinite(const TimeReader *reader, uint32_t i) {
    if (i == reader->begin) {
        return false;
    }
    const Reading *before = reading_best(reader->readings, i - 1);
    uint8_t pos = before->features.pos;
    return (pos == POS_NOUN || pos == POS_ADJ) && before->lemma != NONE &&
           (before->proclitics & PRO_AL) == 0 && before->enclitic.person == 0;
}

/** A verb that rather describes a noun than governs the expression: الذي يزور …، موجة تشهدها …
 *  Behind a comma, or far from it, only a governing verb counts. */
static bool is_aside(const TimeReader *reader, uint32_t i, TimeWay way, const Spot *spot) {
    bool relative = in_relative(reader, i);
    bool object = reading_best(reader->readings, i)->enclitic.person != 0;
    bool plain = is_plain(reader, i, way);
    bool adjective = object || behind_indefinite(reader, i);
    /* الجولة المزمع عقدها …، حسبما قال، الخميس: the participle is of the round. */
    const PhraseHit *hit = time_hit(reader, i, TABLE_TIMES_DIRECTIONS);
    if (spot->apart && way == WAY_COMING && hit != NULL && time_definite(hit)) {
        return true;
    }
    return (spot->apart && relative) || (plain && adjective && !relative) ||
           (plain && relative && spot->first - i > RELATIVE_REACH);
}

/** Look back from the expression. */
static TimeWay direction_before(const TimeReader *reader, const Spot *spot) {
    uint32_t first = spot->first;
    uint32_t stop = first > reader->begin + BACK_LIMIT ? first - BACK_LIMIT : reader->begin;
    TimeWay aside = WAY_UNKNOWN;
    bool after = false; /* بعد هزيمته السبت: what it came after is past */
    for (uint32_t i = first; i-- > stop;) {
        const Token *token = &reader->tokens->at[i];
        if (token->kind == TOKEN_CLOSE && token->mate != NONE && token->mate >= reader->begin) {
            i = token->mate; /* what is quoted or bracketed governs nothing outside */
            continue;
        }
        /* بعد 12 مايو: what governs the date itself says nothing, but منذ does. */
        bool beside = i + 1 == first && time_cue(reader, i, "since") == NULL;
        after = after || (!beside && time_cue(reader, i, "later") != NULL);
        TimeWay way = token_way(reader, i);
        if (first - i <= EVENT_REACH &&
            time_hit_of(reader, i, TABLE_TIMES_DIRECTIONS, DIRECTION_WAY, "event") != NULL) {
            return WAY_PAST; /* هجوم السبت */
        }
        if (way == WAY_UNKNOWN || (beside && way == WAY_SURE_PAST)) {
            continue;
        }
        if (is_aside(reader, i, way, spot)) {
            aside = aside == WAY_UNKNOWN ? way : aside;
            continue;
        }
        return after && (way == WAY_PAST || is_plain(reader, i, way)) ? WAY_SURE_PAST : way;
    }
    return aside;
}

TimeWay time_direction(const TimeReader *reader, uint32_t first, uint32_t end) {
    bool closed = time_mark(reader, end, COMMA) || time_mark(reader, end, '.');
    bool apart = closed && first > reader->begin && time_mark(reader, first - 1, COMMA);
    TimeWay way = direction_before(reader, &(Spot){first, apart});
    /* والاثنين، نصب عمال: the word behind an opening day is its verb if it can be one. */
    uint32_t behind = end + time_mark(reader, end, COMMA);
    if (way == WAY_UNKNOWN && behind < reader->limit && may_be_perfect(reader, behind) &&
        imperfect_way(reader, behind) != WAY_COMING) {
        return WAY_PAST;
    }
    for (uint32_t i = end; way == WAY_UNKNOWN && i < reader->limit && i < end + AHEAD_LIMIT; i++) {
        way = token_way(reader, i);
        if (way == WAY_UNKNOWN && is_particle(reader, i)) {
            break; /* الأحد، إن الوفد سيعود: what is said is no sign of when */
        }
    }
    return way;
}
