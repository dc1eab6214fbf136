/* SPDX-License-Identifier: Apache-2.0
 * Role:   where and when an event happens that only the words of another one tell.
 * Input:  Told, in text order.   Output: places and times.
 *
 *     سيتوجه إلى │طهران│، حيث │يلتقي│ …              the place before حيث
 *     غادر إلى │بروكسل│ للمشاركة في │اجتماع│ …       the place of a journey for its sake
 *     │اتفقا│ … خلال لقاء │في أنقرة│                 the place and the day of the meeting
 */
#include "record/event/event_scene.h"

#include "mention/place/place.h"
#include "record/event/event_roles.h"
#include "record/wording.h"

enum {
    TAKEN_UP = 4,    /* tokens from حيث to the verb */
    PURPOSE = 8,     /* tokens from the purpose of a journey to the meeting */
    KIND_REACH = 3,  /* tokens from إلى to the name of a city */
    AFTER_REACH = 3, /* tokens from بعد to the meeting */
    LEFT = 12,       /* tokens from غادر to the town */
    WHERE_REACH = 6, /* tokens from حيث to the verb of a meeting there */
    AROUND = 4,      /* events before and behind one in which its meeting may be told */
    BESIDE = 16,     /* tokens from one event to the next that lends it its place */
    TAKEN_FROM = 10, /* tokens from a meeting to the verb that points back at it */
    CONTAINED = 30   /* tokens from what is agreed on to the meeting */
};

static const char MEETING_BEFORE[] = "meeting-before"; /* the rule */

/** Over marks and days back to the token behind what may be a place: إلى طهران│، أمس،│ حيث …. */
static uint32_t over_days(const Mentions *m, uint32_t i, uint32_t first) {
    while (i > first) {
        uint32_t time = mention_time_at(m, i - 1);
        if (time == NONE && m->tokens->at[i - 1].kind == TOKEN_WORD) {
            break;
        }
        i = time == NONE ? i - 1 : m->times.at[time].first;
    }
    return i > first ? i : first;
}

static const PlaceMention *place_before(const Mentions *m, uint32_t i, uint32_t first) {
    i = over_days(m, i, first);
    uint32_t index = i > first ? mention_place_at(m, i - 1) : NONE;
    const PlaceMention *mention = index == NONE ? NULL : &m->place_mentions.at[index];
    return mention && mention->end == i && !mention->dateline ? mention : NULL;
}

/** The verb that carries the noun, or the event's own word. */
static uint32_t carried_by(const Records *records, const Clause *clause) {
    bool noun = clause->kind != HEAD_VERB && clause->parent != NONE;
    const Clause *parent = noun ? &records->clauses->list.at[clause->parent] : clause;
    return parent->frame == NONE && parent->head < clause->head &&
                   parent->sentence == clause->sentence
               ? parent->head
               : clause->head;
}

/** إلى │طهران│، حيث سيلتقي …. */
static uint32_t before_where(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    uint32_t first = m->tokens->sentences[clause->sentence].first;
    uint32_t verb = carried_by(records, clause);
    for (uint32_t i = verb; i > first && verb - i < TAKEN_UP; i--) {
        if (m->tokens->at[i - 1].kind != TOKEN_WORD) {
            break;
        }
        if (roles_class(m, i - 1, "WHERE")) {
            const PlaceMention *mention = place_before(m, i - 1, first);
            return mention ? mention->place : NONE;
        }
    }
    return NONE;
}

/** لـ or the like before what is done there: للقاء, لحضور │قمة│, بهدف إجراء │محادثات│; but not
 *  للتحضير │للقمة│. */
static bool aims(const Mentions *m, uint32_t i, uint32_t head) {
    bool attends = i == head || roles_class(m, i, "ATTEND");
    return (attends && (reading_best(m->readings, i)->proclitics & PRO_LI)) ||
           (roles_class(m, i, "AIM") && (i + 1 == head || roles_class(m, i + 1, "ATTEND")));
}

/** Whether it is where somebody goes: إلى │بروكسل│, إلى العاصمة المصرية │القاهرة│, يزور │عمان│. */
static bool is_goal(const Mentions *m, const PlaceMention *mention, uint32_t first) {
    uint32_t to = mention->preposition, floor = mention->first;
    floor = floor > first + KIND_REACH ? floor - KIND_REACH : first;
    for (uint32_t i = mention->first; to == NONE && i > floor; i--) {
        if (place_role(m, i - 1, "to")) {
            to = i - 1;
        } else if (!place_role(m, i - 1, "head") &&
                   reading_best(m->readings, i - 1)->features.pos != POS_ADJ) {
            break;
        }
    }
    bool goes = to != NONE && place_role(m, to, "to") && mention_actor_at(m, to) == NONE;
    return goes || (mention->first > first && place_role(m, mention->first - 1, "visit"));
}

/** توجه إلى │بروكسل│ للمشاركة في اجتماع, يزور │أمريكا│ لحضور اجتماعات. */
static uint32_t of_journey(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    uint32_t first = m->tokens->sentences[clause->sentence].first, head = clause->head;
    for (uint32_t i = head + 1; i > first && head - (i - 1) <= PURPOSE; i--) {
        uint32_t at = i - 1;
        const Reading *reading = reading_best(m->readings, at);
        if (m->tokens->at[at].kind == TOKEN_PUNCT || mention_place_at(m, at) != NONE ||
            (at != head && reading->features.pos == POS_VERB && !(reading->proclitics & PRO_LI))) {
            return NONE;
        }
        if (aims(m, at, head)) {
            const PlaceMention *mention = place_before(m, at, first);
            if (mention) {
                return is_goal(m, mention, first) ? mention->place : NONE;
            }
        }
    }
    return NONE;
}

/** غادر الوفد │القاهرة│ عقب جولة من المفاوضات: the talks were where he leaves; غادروا │الغوطة│ بعد
 *  أسابيع من القصف. */
static uint32_t of_departure(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    uint32_t first = m->tokens->sentences[clause->sentence].first;
    for (uint32_t i = clause->head; i > first && clause->head - i < AFTER_REACH; i--) {
        if (roles_class(m, i - 1, "AFTER")) {
            const PlaceMention *mention = place_before(m, i - 1, first);
            uint32_t floor =
                mention && mention->first > first + LEFT ? mention->first - LEFT : first;
            for (uint32_t k = mention ? mention->first : floor; k > floor; k--) {
                if (place_role(m, k - 1, "leave")) {
                    return mention->place;
                }
            }
            return NONE;
        }
    }
    return NONE;
}

uint32_t scene_led(const Records *records, const Told *told) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    if (event_spoken(told->type)) {
        return NONE;
    }
    uint32_t place = before_where(records, clause);
    bool meets = told->type == EVENT_CONSULT && strcmp(told->modes, "visit") != 0;
    place = place == NONE && meets ? of_journey(records, clause) : place;
    bool left = meets || told->type == EVENT_ASSAULT;
    return place == NONE && left && told->nominal ? of_departure(records, clause) : place;
}

bool scene_holds(const Mentions *m, uint32_t head) {
    return wording_ends(m, TABLE_EVENT_CLASSES, head, "WITHIN") ||
           wording_ends(m, TABLE_EVENT_CLASSES, head, "SHORTLY");
}

/** Whether it is done in a meeting that is told behind it: agreeing, signing, talking; a meeting on
 * a visit or beside another one: لقاء │على هامش اجتماعات│ …. */
static bool done_within(const Records *records, const Told *told, const Told *meeting) {
    const Clause *list = records->clauses->list.at;
    const Clause *clause = &list[told->clause];
    const Mentions *m = record_mentions(records);
    uint32_t head = list[meeting->clause].head;
    bool wide =
        strcmp(meeting->modes, "visit") == 0 || (head > 0 && place_role(m, head - 1, "margin"));
    bool phone = strcmp(told->modes, "phone") == 0;
    return told->type == EVENT_AGREE ||
           (told->type == EVENT_CONSULT && !phone && (wide || clause->kind == HEAD_VERB)) ||
           (told->type == EVENT_SUPPORT && place_role(m, clause->head, "sign"));
}

/** Let what is told share the meeting's place and day where it has none. */
static void share(Told *told, const Told *meeting, const char *rule) {
    told->place_rule = told->place == NONE ? rule : told->place_rule;
    told->time_rule = told->time == NONE ? rule : told->time_rule;
    told->place = told->place == NONE ? meeting->place : told->place;
    told->time = told->time == NONE ? meeting->time : told->time;
}

static void contain(const Records *records, Tolds *tolds, uint32_t index) {
    const Clause *list = records->clauses->list.at;
    const Told *meeting = &tolds->at[index];
    uint32_t head = list[meeting->clause].head;
    for (uint32_t k = index; k-- > 0;) {
        Told *told = &tolds->at[k];
        const Clause *clause = &list[told->clause];
        if (told->sentence != meeting->sentence || head - clause->head > CONTAINED) {
            return;
        }
        if (done_within(records, told, meeting)) {
            share(told, meeting, "meeting-around");
            return;
        }
        if (clause->kind == HEAD_VERB) {
            return;
        }
    }
}

/** محادثات جرت في عنتيبي │توسط│ فيها …, مشاورات الكويت التي │أفشلها│ …: a verb that points back at
 *  the meeting told right before. */
static bool points_at_meeting(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    if (clause->kind != HEAD_VERB) {
        return false;
    }
    uint32_t end = clause->head_end;
    bool in_it = end < m->tokens->sentences[clause->sentence].end && roles_class(m, end, "IN_IT");
    bool object = clause->relation == RELATION_RELATIVE &&
                  reading_best(m->readings, clause->head)->enclitic.person != 0;
    return in_it || object;
}

/** … التي أفشلتها الميليشيا و│رفضت│ التوقيع: joined to a verb that pointed back at it. */
static bool goes_on(const Records *records, const Told *told, const Told *before) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    const Reading *verb = reading_best(record_mentions(records)->readings, clause->head);
    return clause->kind == HEAD_VERB && (verb->proclitics & PRO_WA) && before->place != NONE &&
           before->place_rule == MEETING_BEFORE && before->sentence == told->sentence;
}

static void take_up(const Records *records, Tolds *tolds, uint32_t index) {
    const Clause *list = records->clauses->list.at;
    Told *told = &tolds->at[index];
    const Told *before = index > 0 ? &tolds->at[index - 1] : NULL;
    if (before && goes_on(records, told, before)) {
        told->place_rule = told->place == NONE ? MEETING_BEFORE : told->place_rule;
        told->place = told->place == NONE ? before->place : told->place;
    }
    if (!before || !points_at_meeting(records, told)) {
        return;
    }
    uint32_t distance = list[told->clause].head - list[before->clause].head;
    if (before->type == EVENT_CONSULT && before->nominal && before->sentence == told->sentence &&
        distance <= TAKEN_FROM) {
        share(told, before, MEETING_BEFORE);
    }
}

/** Lend the place of one to the other where only one has it. */
static void lend_place(Told *to, const Told *from, const char *rule) {
    to->place_rule = to->place == NONE ? rule : to->place_rule;
    to->place = to->place == NONE ? from->place : to->place;
}

/** The words of an argument that may tell at which meeting its verb agrees: its subject, with what
 *  describes it up to the verb (│الفصائل المشاركة في حوارات القاهرة│ توافقت), and what stands
 *  behind في (اتفقوا │في محادثات جنيف│ على …); empty for another. */
static Span told_with(const Clause *verb, const Argument *argument) {
    bool in = argument->role == ROLE_PREPOSITION && argument->particle == PARTICLE_IN;
    if (argument->inferred || (argument->role != ROLE_SUBJECT && !in)) {
        return (Span){0};
    }
    bool before = argument->role == ROLE_SUBJECT && argument->end < verb->head;
    return (Span){argument->first, before ? verb->head : argument->end};
}

/** Let what is agreed take the place of a meeting that stands in the words. */
static void agree_at(const Records *records, Tolds *tolds, uint32_t index, Span words) {
    const Clause *list = records->clauses->list.at;
    uint32_t floor = index > AROUND ? index - AROUND : 0;
    for (uint32_t i = floor; i < tolds->count && i <= index + AROUND; i++) {
        const Told *meeting = &tolds->at[i];
        uint32_t head = list[meeting->clause].head;
        if (i != index && meeting->type == EVENT_CONSULT && meeting->nominal &&
            meeting->place != NONE && head >= words.begin && head < words.end) {
            lend_place(&tolds->at[index], meeting, "meeting-of-subject");
        }
    }
}

/** │اجتماع في الخرطوم│ فشل في التوصل إلى اتفاق: who agrees is told with the meeting at which it is
 *  done; what stands behind على is what they agree on. */
static void done_at(const Records *records, Tolds *tolds, uint32_t index) {
    const Clauses *clauses = records->clauses;
    const Told *told = &tolds->at[index];
    const Clause *clause = &clauses->list.at[told->clause];
    bool carried = clause->kind != HEAD_VERB && clause->parent != NONE;
    const Clause *verb = carried ? &clauses->list.at[clause->parent] : clause;
    uint32_t end = told->type == EVENT_AGREE ? verb->argument_end : verb->argument_first;
    for (uint32_t i = verb->argument_first; i < end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->particle == PARTICLE_ON && !argument->inferred) {
            return;
        }
        agree_at(records, tolds, index, told_with(verb, argument));
    }
}

/** زيارة القس │المحتجز في إزمير│: who is visited is held there. */
static bool visits_held(const Records *records, const Told *visit, const Told *held) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[held->clause];
    return event_visits(visit->modes) && held->type == EVENT_COERCE && clause->kind != HEAD_VERB &&
           (reading_best(m->readings, clause->head)->proclitics & PRO_AL);
}

/** قمة │سبقها│ عشاء, اجتماع │يليه│ لقاء: what is held right before or after. */
static bool follows(const Records *records, const Told *told, const Told *next) {
    const Clause *list = records->clauses->list.at;
    const Mentions *m = record_mentions(records);
    bool meet = told->type == EVENT_CONSULT && next->type == EVENT_CONSULT &&
                !event_visits(told->modes) && !event_visits(next->modes);
    for (uint32_t i = list[told->clause].head_end; meet && i < list[next->clause].head; i++) {
        if (roles_class(m, i, "FOLLOWS")) {
            return true;
        }
    }
    return false;
}

/** Whether حيث stands before the verb of the event. */
static bool told_where_before(const Records *records, const Told *told) {
    uint32_t verb = carried_by(records, &records->clauses->list.at[told->clause]);
    for (uint32_t i = verb; i > 0 && verb - i < WHERE_REACH; i--) {
        if (roles_class(record_mentions(records), i - 1, "WHERE")) {
            return true;
        }
    }
    return false;
}

/** سيشهد مقر الجامعة │في القاهرة│ اجتماعات …، حيث تعقد اللجنة │اجتماعا│: where the one before is.
 */
static void take_place_before(const Records *records, Tolds *tolds, uint32_t index) {
    Told *told = &tolds->at[index];
    bool meets =
        (told->type == EVENT_CONSULT && !event_visits(told->modes)) || told->type == EVENT_AGREE;
    uint32_t floor = index > AROUND ? index - AROUND : 0;
    for (uint32_t i = index; meets && told->place == NONE && i > floor; i--) {
        const Told *before = &tolds->at[i - 1];
        if (before->sentence != told->sentence || before->type != EVENT_CONSULT ||
            before->place == NONE) {
            continue;
        }
        if (told_where_before(records, told)) {
            lend_place(told, before, "where-before");
        }
        return; /* حيث stands before it or not, whichever meeting is asked for */
    }
}

static void beside(const Records *records, Tolds *tolds, uint32_t index) {
    const Clause *list = records->clauses->list.at;
    Told *told = &tolds->at[index];
    Told *next = index + 1 < tolds->count ? &tolds->at[index + 1] : NULL;
    if (!next || next->sentence != told->sentence ||
        list[next->clause].head - list[told->clause].head_end > BESIDE) {
        return;
    }
    if (follows(records, told, next)) {
        lend_place(told, next, "meeting-beside");
        lend_place(next, told, "meeting-beside");
    } else if (visits_held(records, told, next)) {
        bool again = next->place == NONE && index + 2 < tolds->count &&
                     next[1].type == EVENT_COERCE && next[1].sentence == told->sentence;
        lend_place(told, again ? next + 1 : next,
                   "held-there"); /* تحت │الإقامة الجبرية في إزمير│ */
    }
}

void scene_contain(const Records *records, Tolds *tolds) {
    const Mentions *m = record_mentions(records);
    for (uint32_t i = 0; i < tolds->count; i++) {
        const Told *told = &tolds->at[i];
        bool known = told->place != NONE || told->time != NONE;
        if (known && told->type == EVENT_CONSULT && told->nominal &&
            wording_ends(m, TABLE_EVENT_CLASSES, records->clauses->list.at[told->clause].head,
                         "WITHIN")) {
            contain(records, tolds, i);
        }
        take_up(records, tolds, i);
        take_place_before(records, tolds, i);
        beside(records, tolds, i);
        done_at(records, tolds, i);
    }
}
