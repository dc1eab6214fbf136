/* SPDX-License-Identifier: Apache-2.0
 * Role:   when the event of a clause happens.
 * Input:  Clause, Mentions.   Output: told->time: the nearest in the words around it.
 */
#include "base/search.h"
#include "mention/place/place.h"
#include "record/event/event_roles.h"
#include "record/event/event_scene.h"
#include "record/event/event_window.h"

enum {
    CARRIERS = 3,      /* verbs and nouns that carry an event noun, one over the other */
    MONTH = 62,        /* half days: what is broader is no broader word for a day */
    CUE_SENSE = 1,     /* column of TABLE_TIMES_CUES */
    QUOTES_ASKED = 32, /* quotes before, and behind, that are asked when their speaker spoke */
    CUE_REACH = 25,    /* tokens from the word that reports a quote to its first word */
    CONTENT_REACH = 3, /* tokens from there to the verb of what is announced */
    HEADED = 40,       /* tokens behind a day that stands as a heading */
    COLON = ':',
    COMMA = 0x60C
};

static bool cue_is(const Mentions *m, uint32_t i, const char *sense) {
    for (uint32_t k = m->hits->starting[i]; k < m->hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &m->hits->at[k];
        if (hit->entry.table == TABLE_TIMES_CUES && hit->end == i + 1 &&
            slice_is(table_cell(m->model, hit->entry.table, hit->entry.row, CUE_SENSE), sense)) {
            return true;
        }
    }
    return false;
}

/** قبل │12 مايو│, بعد │عام 2025│: a bound of what happens, no day of it. */
static bool is_bound(const Mentions *m, const Time *time) {
    uint32_t i = time->first;
    return i > 0 && mention_time_at(m, i - 1) == NONE &&
           (cue_is(m, i - 1, "ago") || cue_is(m, i - 1, "later"));
}

/** Whether the day is to come and the deed is done: وافقت على المشاركة في محادثات │الثلاثاء
 * المقبل│. */
static bool is_ahead(const Records *records, const Told *told, const Time *time) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    uint8_t aspect = reading_best(m->readings, clause->head)->features.aspect;
    bool done = clause->kind == HEAD_VERB && aspect == ASPECT_PERFECT;
    return told->status == STATUS_OCCURRED && (done || event_spoken(told->type)) &&
           m->published != DAY_NONE && time->from != DAY_NONE && time->from > m->published;
}

/** Whether it tells when something happens: في │2018│; a number alone may be a part of a name. */
static bool is_dated(const Mentions *m, const Time *time) {
    return time->anchors || (time->first > 0 && place_role(m, time->first - 1, "at"));
}

/** انسحب من الاتفاق الموقع │عام 2015│: when the text was signed, not when somebody quits it. */
static bool is_of_text(const Mentions *m, const Told *told, const Time *time) {
    uint32_t i = time->first;
    i -= i > 0 && reading_best(m->readings, i - 1)->features.pos == POS_ADP;
    bool text = told->type == EVENT_AGREE || told->type == EVENT_SUPPORT;
    return !text && i > 0 && roles_class(m, i - 1, "TEXT_SIGNED");
}

static uint32_t nearest_time(const Records *records, const Told *told, Window w) {
    const Mentions *m = record_mentions(records);
    uint32_t best = NONE, best_distance = NONE;
    for (uint32_t i = w.first; i < w.end; i++) {
        uint32_t index = mention_time_at(m, i);
        if (index == NONE) {
            continue;
        }
        const Time *time = &m->times.at[index];
        if (is_dated(m, time) && time->type <= TIME_TIME && !is_bound(m, time) &&
            !is_ahead(records, told, time) && !is_of_text(m, told, time) &&
            window_distance(w, time->first) < best_distance) {
            best = index;
            best_distance = window_distance(w, time->first);
        }
        i = time->end > i ? time->end - 1 : i;
    }
    return best;
}

/** الاتفاق الذي وقعته │الدول│, كان قد دعاه, signing a text: told in a quote, done before. */
static bool is_earlier(const Records *records, const Told *told) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    return clause->relation == RELATION_RELATIVE || clause->anterior || told->relative ||
           place_role(record_mentions(records), clause->head, "sign");
}

/** What is said in a quote to be asked, blamed or praised is so when the quote is spoken. */
static uint32_t time_of_quote(const Records *records, const Told *told) {
    uint8_t kind = records->clauses->list.at[told->clause].kind;
    bool spoken = event_spoken(told->type) || told->type == EVENT_AGREE;
    bool verbal = kind == HEAD_VERB || kind == HEAD_PARTICIPLE;
    if (!spoken || !verbal || told->quote == NONE || told->status != STATUS_OCCURRED ||
        is_earlier(records, told)) {
        return NONE;
    }
    const Quote *quote = &records->quotes.at[told->quote];
    bool own = quote->speaker == NONE || told->source.count == 0 ||
               actors_among(record_mentions(records), told->source.at, told->source.count,
                            quote->speaker); /* إن كابل │طلبت│: when, another does not say */
    return own ? quote->time : NONE;
}

/** The token of the word that reports the quote, or NONE. */
static uint32_t cue_token(const Mentions *m, const Quote *quote) {
    for (uint32_t i = quote->first; i > 0 && quote->first - i < CUE_REACH; i--) {
        if (m->tokens->at[i - 1].span.begin == quote->cue.begin) {
            return i - 1;
        }
    }
    return NONE;
}

/** أعلنت الإمارات │الأحد│ أنها أوقفت العملية: what is announced first is done by then. */
static uint32_t time_of_announcement(const Records *records, const Told *told) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    if (told->quote == NONE || told->status != STATUS_OCCURRED || is_earlier(records, told)) {
        return NONE;
    }
    const Quote *quote = &records->quotes.at[told->quote];
    const Clause *carrier = clause->kind == HEAD_VERB || clause->parent == NONE
                                ? clause /* أنها شنت │عملية│ */
                                : &records->clauses->list.at[clause->parent];
    uint32_t head = carrier->head;
    bool first = head >= quote->first && head - quote->first <= CONTENT_REACH &&
                 carrier->kind == HEAD_VERB &&
                 (carrier == clause || carrier->head_end == clause->head);
    uint32_t cue =
        first && quote->time != NONE ? cue_token(record_mentions(records), quote) : (uint32_t)NONE;
    bool perfect =
        reading_best(record_mentions(records)->readings, head)->features.aspect == ASPECT_PERFECT;
    return cue != NONE && perfect && roles_class(record_mentions(records), cue, "ANNOUNCE")
               ? quote->time
               : NONE;
}

/** قال الوزير │الأحد│، خلال لقاء مع …: the meeting in which somebody speaks. */
static uint32_t time_of_occasion(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    if (told->type != EVENT_CONSULT || !told->nominal || !scene_holds(m, clause->head)) {
        return NONE;
    }
    uint32_t index = SEARCH_FROM(&records->quotes, first, clause->head);
    const Quote *quote = index < records->quotes.count ? &records->quotes.at[index] : NULL;
    bool spoken = quote && m->tokens->at[quote->first].sentence == clause->sentence &&
                  quote->cue.end > 0 && quote->cue.begin < m->tokens->at[clause->head].span.begin;
    if (!spoken || quote->speaker == NONE) {
        return NONE;
    }
    uint32_t floor = index > QUOTES_ASKED ? index - QUOTES_ASKED : 0, time = quote->time;
    for (uint32_t i = index; i > floor && time == NONE; i--) {
        const Quote *before = &records->quotes.at[i - 1];
        time = before->speaker == quote->speaker ? before->time : NONE;
    }
    return told_is_day(m, time) ? time : NONE;
}

/** ضربات │أمس│، اتفاق │2015│: a day or a year that the noun is called by. */
static uint32_t time_of_name(const Mentions *m, const Clause *clause) {
    uint32_t index = mention_time_at(m, clause->head_end);
    bool named = clause->kind != HEAD_VERB && index != NONE &&
                 m->times.at[index].first == clause->head_end &&
                 m->times.at[index].type <= TIME_TIME;
    return named ? index : NONE;
}

/** أخفقت الأحزاب │الخميس│ في التوصل إلى │اتفاق│: the day of the verb that carries the noun, over
 *  verbs and nouns that carry it on. */
static uint32_t time_of_carrier(const Records *records, const Told *told) {
    const Clauses *clauses = records->clauses;
    const Clause *clause = &clauses->list.at[told->clause];
    uint32_t time = NONE, head = clause->head;
    bool real = told->status == STATUS_OCCURRED || told->status == STATUS_NEGATED;
    real = real &&
           !(head > 0 && roles_class(clauses->mentions, head - 1, "AFTER")); /* إثر │محادثات│ */
    real = real && !(told->definite && told->type == EVENT_AGREE); /* إقناعه بجدوى الاتفاق */
    for (uint32_t depth = 0; real && depth < CARRIERS && time == NONE; depth++) {
        if (clause->kind == HEAD_VERB || clause->parent == NONE) {
            break;
        }
        clause = &clauses->list.at[clause->parent];
        if (clause->status != STATUS_OCCURRED && clause->status != STATUS_NEGATED) {
            break;
        }
        Window w = window_of(records, clause);
        w.end = w.end < head ? w.end : head;
        time = nearest_time(records, told, window_turn(clauses->mentions, w));
    }
    return time;
}

/** ورحب │الوزير│ بذلك: on the day on which the article has let him speak. */
static uint32_t time_of_speaker(const Records *records, const Told *told) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    bool spoken = event_spoken(told->type) || (told->type == EVENT_AGREE && told->quote == NONE);
    bool verbal = clause->kind == HEAD_VERB || clause->kind == HEAD_PARTICIPLE;
    if (!spoken || !verbal || told->status != STATUS_OCCURRED || clause->anterior) {
        return NONE;
    }
    uint32_t count = SEARCH_FROM(&records->quotes, first, clause->head);
    uint32_t floor = count > QUOTES_ASKED ? count - QUOTES_ASKED : 0;
    for (uint32_t i = count; i > floor; i--) {
        const Quote *quote = &records->quotes.at[i - 1];
        if (quote->speaker != NONE && quote->time != NONE &&
            actors_have(&told->source, quote->speaker)) {
            return quote->time;
        }
    }
    for (uint32_t i = count;
         told->quote == NONE && i < records->quotes.count && i < count + QUOTES_ASKED;
         i++) { /* هاجم فلان … وقال فلان │أمس│ */
        const Quote *quote = &records->quotes.at[i];
        uint32_t sentence = record_mentions(records)->tokens->at[quote->first].sentence;
        if (sentence > clause->sentence + 1) {
            break;
        }
        if (quote->speaker != NONE && told_is_day(record_mentions(records), quote->time) &&
            actors_have(&told->source, quote->speaker)) {
            return quote->time;
        }
    }
    return NONE;
}

/** سبقها │مساء الأربعاء│، عشاء عمل: a day between a verb and the noun that is its subject. */
static uint32_t time_of_subject(const Mentions *m, const Clause *clause) {
    uint32_t first = m->tokens->sentences[clause->sentence].first, i = clause->head;
    uint16_t led = PRO_BI | PRO_LI | PRO_KA | PRO_WA | PRO_FA;
    if (clause->kind == HEAD_VERB || reading_best(m->readings, i)->proclitics & led) {
        return NONE;
    }
    while (i > first && m->tokens->at[i - 1].kind == TOKEN_PUNCT) {
        i--;
    }
    uint32_t index = i > first ? mention_time_at(m, i - 1) : NONE;
    return index != NONE && m->times.at[index].anchors && m->times.at[index].type <= TIME_TIME
               ? index
               : NONE;
}

/** │27 مايو│: استقبال رسمي, يليه لقاء: a day as a heading, of what the sentence tells behind it. */
static uint32_t time_of_heading(const Mentions *m, const Clause *clause) {
    uint32_t first = m->tokens->sentences[clause->sentence].first;
    uint32_t floor = clause->head > first + HEADED ? clause->head - HEADED : first;
    for (uint32_t i = clause->head; i > floor + 1; i--) {
        uint32_t index = token_is(m->tokens, i - 1, COLON) ? mention_time_at(m, i - 2) : NONE;
        if (index == NONE) {
            continue;
        }
        uint32_t begin = m->times.at[index].first;
        bool alone = begin <= first || (m->tokens->at[begin - 1].kind == TOKEN_PUNCT &&
                                        !token_is(m->tokens, begin - 1, COMMA));
        return alone && told_is_day(m, index) ? index : NONE; /* but قال فلان، │أمس│: التقينا … */
    }
    return NONE;
}

static void otherwise(Told *told, uint32_t time, const char *rule) {
    told->time_rule = told->time == NONE ? rule : told->time_rule;
    told->time = told->time == NONE ? time : told->time;
}

void told_when(const Records *records, Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    told->time = time_of_name(m, clause);
    told->time_rule = "day-name";
    otherwise(told, nearest_time(records, told, window_of(records, clause)), "day-own");
    otherwise(told, nearest_time(records, told, window_behind(records, told->clause)),
              "day-behind");
    otherwise(told, time_of_quote(records, told), "day-quote");
    otherwise(told, time_of_announcement(records, told), "day-announcement");
    if (told->status !=
        STATUS_POSSIBLE) { /* أبدت │الأحد│ استعدادها لإجراء محادثات: she did, that day */
        otherwise(told, nearest_time(records, told, window_over(records, clause)), "day-over");
    }
    otherwise(told, time_of_subject(m, clause), "day-subject");
    otherwise(told, time_of_carrier(records, told), "day-carrier");
    otherwise(told, time_of_speaker(records, told), "day-speaker");
    otherwise(told, time_of_occasion(records, told), "day-occasion");
    otherwise(told, time_of_heading(m, clause), "day-heading");
}

/** How many days it leaves open; times of the day count less than a day. */
static int32_t breadth(const Time *time) {
    if (time->from == DAY_NONE) {
        return time->type == TIME_TIME ? 0 : 1;
    }
    return 2 * (time->to - time->from) + (time->type != TIME_TIME);
}

uint32_t told_finer(const Mentions *m, uint32_t a, uint32_t b) {
    if (a == NONE || b == NONE) {
        return a == NONE ? b : a;
    }
    int32_t have = breadth(&m->times.at[a]);
    return have <= MONTH && breadth(&m->times.at[b]) < have ? b : a;
}
