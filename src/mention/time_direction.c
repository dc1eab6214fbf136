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
#include "mention/time.h"

enum { COMMA = 0x60C, BACK_LIMIT = 60, AHEAD_LIMIT = 12, AUXILIARY_REACH = 4 };

/** What the direction words of lang/times say at token i. */
static TimeWay word_way(const TimeReader *reader, uint32_t i) {
    const PhraseHit *hit = time_hit(reader, i, TABLE_TIMES_DIRECTIONS);
    if (hit == NULL) {
        return WAY_UNKNOWN;
    }
    return time_cell_is(reader, hit, DIRECTION_WAY, "past") ? WAY_PAST : WAY_COMING;
}

/** Whether كان or لم stands shortly before token i: كان من المقرر أن يبدأ (was to begin). */
static bool past_before(const TimeReader *reader, uint32_t i) {
    for (uint32_t back = 1; back <= AUXILIARY_REACH && i >= reader->begin + back; back++) {
        if (word_way(reader, i - back) == WAY_PAST) {
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

/** Whether token i is a particle that an imperfect follows: لن, أن, قد. */
static bool is_particle(const TimeReader *reader, uint32_t i) {
    uint8_t pos = reading_best(reader->readings, i)->features.pos;
    return pos == POS_PART || pos == POS_SCONJ;
}

/** Only the third person tells what happens; other verbs are talk, or nouns misread. */
static TimeWay verb_way(const TimeReader *reader, uint32_t i) {
    const Reading *best = reading_best(reader->readings, i);
    const Features *features = &best->features;
    bool verb = features->pos == POS_VERB || features->pos == POS_AUX;
    if (!verb || features->aspect == ASPECT_IMPERATIVE) {
        return WAY_UNKNOWN;
    }
    if ((best->proclitics & PRO_SA) != 0) {
        return WAY_COMING;
    }
    if (features->person != 3) {
        return WAY_UNKNOWN;
    }
    if (features->aspect == ASPECT_PERFECT) {
        return WAY_PAST;
    }
    bool led = i > reader->begin && is_particle(reader, i - 1);
    bool bound = led || features->mood == MOOD_SUBJUNCTIVE || features->mood == MOOD_JUSSIVE;
    return past_before(reader, i) || (!bound && may_be_perfect(reader, i)) ? WAY_PAST : WAY_COMING;
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

TimeWay time_direction(const TimeReader *reader, uint32_t first, uint32_t end) {
    bool closed = time_mark(reader, end, COMMA) || time_mark(reader, end, '.');
    bool apart = closed && first > reader->begin && time_mark(reader, first - 1, COMMA);
    uint32_t stop = first > reader->begin + BACK_LIMIT ? first - BACK_LIMIT : reader->begin;
    for (uint32_t i = first; i-- > stop;) {
        const Token *token = &reader->tokens->at[i];
        if (token->kind == TOKEN_CLOSE && token->mate != NONE && token->mate >= reader->begin) {
            i = token->mate; /* what is quoted or bracketed governs nothing outside */
            continue;
        }
        TimeWay way = token_way(reader, i);
        if (way != WAY_UNKNOWN && !(apart && in_relative(reader, i))) {
            return way;
        }
    }
    for (uint32_t i = end; i < reader->limit && i < end + AHEAD_LIMIT; i++) {
        TimeWay way = token_way(reader, i);
        if (way != WAY_UNKNOWN) {
            return way;
        }
    }
    return WAY_UNKNOWN;
}
