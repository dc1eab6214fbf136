/* SPDX-License-Identifier: Apache-2.0
 * Role:   where and when an event happens that only the words of another one tell.
 * Input:  Told, in text order.   Output: places and times.
 *
 *     سيتوجه إلى │طهران│، حيث │يلتقي│ …              the place before حيث
 *     غادر إلى │بروكسل│ للمشاركة في │اجتماع│ …       the place of a journey for its sake
 *     │اتفقا│ … خلال لقاء │في أنقرة│                 the place and the day of the meeting
 *     زار │دمشق│ … وقال إنه │بحث│ مع نظيره السوري …   where the same sides have met before
 */
#include "record/event/event_scene.h"

#include "mention/place/place.h"
#include "record/event/event_roles.h"
#include "record/event/event_sides.h"
#include "record/wording.h"

enum {
    TAKEN_UP = 4,     /* tokens from حيث to the verb */
    PURPOSE = 8,      /* tokens from the purpose of a journey to the meeting */
    AFTER_REACH = 3,  /* tokens from بعد to the meeting */
    LEFT = 12,        /* tokens from غادر to the town */
    SCENES_BACK = 64, /* events before in which the same sides may have met */
    TAKEN_FROM = 10,  /* tokens from a meeting to the verb that points back at it */
    SCENE_REACH = 4,  /* sentences from the meeting told last */
    TOLD_OFTEN = 3,   /* mentions of a meeting that is the article's scene */
    CONTAINED = 30    /* tokens from what is agreed on to the meeting */
};

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
                bool to = mention->preposition != NONE &&
                          place_role(m, mention->preposition, "to") &&
                          mention_actor_at(m, mention->preposition) == NONE;
                bool visited = mention->first > first && place_role(m, mention->first - 1, "visit");
                return to || visited ? mention->place : NONE;
            }
        }
    }
    return NONE;
}

/** غادر الوفد │القاهرة│ عقب جولة من المفاوضات: the talks were where he leaves. */
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
    return place == NONE && meets && told->nominal ? of_departure(records, clause) : place;
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

static void take_up(const Records *records, Tolds *tolds, uint32_t index) {
    const Clause *list = records->clauses->list.at;
    Told *told = &tolds->at[index];
    if (index == 0 || !points_at_meeting(records, told)) {
        return;
    }
    const Told *meeting = &tolds->at[index - 1];
    uint32_t distance = list[told->clause].head - list[meeting->clause].head;
    if (meeting->type == EVENT_CONSULT && meeting->nominal && meeting->sentence == told->sentence &&
        distance <= TAKEN_FROM) {
        share(told, meeting, "meeting-before");
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
    }
}

/* ---- Where the same sides meet ---- */

static bool is_mode(const Event *event, const char *mode) {
    return strcmp(event->mode, mode) == 0;
}

static uint32_t sides_count(const Event *event) {
    return event->source.count + event->target.count;
}

/** Those on both sides, one after the other. */
static uint32_t side(const Event *event, uint32_t i) {
    uint32_t count = event->source.count;
    return i < count ? event->source.at[i] : event->target.at[i - count];
}

/** Whether two states or more are told to hold it. */
static bool has_two(const Mentions *m, const Event *event) {
    for (uint32_t i = 1; i < sides_count(event) && event->source.count > 0; i++) {
        if (!actors_same(m, side(event, 0), side(event, i))) {
            return true;
        }
    }
    return false;
}

/** Whether both are told to be held by the same two states or more. */
static bool same_sides(const Mentions *m, const Event *a, const Event *b) {
    return has_two(m, a) && sides_equal(m, a, b);
}

/** Whether the article makes it its scene: it tells of it again, or somebody goes there. */
static bool is_scene(const Event *event) {
    bool real = event->status == STATUS_OCCURRED || event->status == STATUS_PLANNED;
    return event->type == EVENT_CONSULT && event->place != NONE && real &&
           !is_mode(event, "phone") && (event->mentions.count > 1 || is_mode(event, "visit"));
}

/** Whether it is told as this meeting, not as one that is wished for or goes on anywhere: لقاؤه,
 *  الاجتماع, بعد محادثات; not لعقد قمة, المفاوضات. */
static bool is_certain(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    Rule rule = clause->status_rule;
    bool wished = rule.table == TABLE_EVENT_LIGHT || rule.table == TABLE_EVENT_STATUS ||
                  rule.table == TABLE_FRAMES || event->status == STATUS_POSSIBLE;
    if (wished || event->again) {
        return false;
    }
    const Reading *reading = reading_best(m->readings, clause->head);
    bool one = (reading->proclitics & PRO_AL) && roles_class(m, clause->head, "ONE_MEETING");
    return strcmp(rule.name, "noun-assumed") != 0 || reading->enclitic.person != 0 || one;
}

/** Whether one person takes part in both. */
static bool share_person(const Mentions *m, const Event *a, const Event *b) {
    for (uint32_t i = 0; i < sides_count(a); i++) {
        for (uint32_t k = 0; k < sides_count(b); k++) {
            if (side(a, i) == side(b, k) && m->actors.at[side(a, i)].kind == ACTOR_PERSON) {
                return true;
            }
        }
    }
    return false;
}

/** زار الوزير │دمشق│. … وقال إنه بحث مع نظيره السوري …: what the same sides do, where the article
 *  has told before that they meet, on a visit or by the same person; nowhere if it has told of two
 *  places. */
static uint32_t place_of_sides(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Event *event = &records->events.at[index];
    uint32_t floor = index > SCENES_BACK ? index - SCENES_BACK : 0, place = NONE;
    bool bound = false;
    for (uint32_t i = index; i-- > floor;) {
        const Event *before = &records->events.at[i];
        if (!is_scene(before) || told_days_clash(m, before->time, event->time) ||
            !same_sides(m, before, event)) {
            continue;
        }
        if (told_places_clash(m, place, before->place)) {
            return NONE;
        }
        bound |= is_mode(before, "visit") || share_person(m, before, event);
        place = told_finer_place(m, place, before->place);
    }
    return bound ? place : NONE;
}

/** The clause of its last mention before another clause, from 1; 0 without. */
static uint32_t last_told(const Event *event, uint32_t clause) {
    uint32_t last = 0;
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        uint32_t told = event->mentions.at[i] + 1;
        last = told <= clause && told > last ? told : last;
    }
    return last;
}

/** The meeting with a place that is told last before this one, or NULL. */
static const Event *placed_before(const Records *records, uint32_t index) {
    const Clause *list = records->clauses->list.at;
    uint32_t clause = records->events.at[index].clause;
    uint32_t floor = index > SCENES_BACK ? index - SCENES_BACK : 0, latest = 0;
    const Event *found = NULL;
    for (uint32_t i = index; i-- > floor;) {
        const Event *before = &records->events.at[i];
        uint32_t told = before->type == EVENT_CONSULT && before->place != NONE
                            ? last_told(before, clause)
                            : 0;
        if (told > latest) {
            latest = told;
            found = before;
        }
    }
    bool near = found && list[clause].sentence - list[latest - 1].sentence <= SCENE_REACH;
    return near ? found : NULL;
}

/** زار الوزير │دمشق│ … ويلتقي غدا الرئيس السوري …: where the article is, if it has told last of the
 *  same sides, on a visit or again and again. */
static uint32_t place_of_scene(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Event *event = &records->events.at[index];
    const Event *before = placed_before(records, index);
    bool scene = before && is_scene(before) && !event->again &&
                 (is_mode(before, "visit") || before->mentions.count >= TOLD_OFTEN) &&
                 !roles_class(m, event->first, "CONTINUAL");
    return scene && !told_days_clash(m, before->time, event->time) && has_two(m, event) &&
                   sides_within(m, event, before)
               ? before->place
               : NONE;
}

/** The day on which the article has told before that the same sides meet in the same place. */
static uint32_t day_of_sides(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Event *event = &records->events.at[index];
    uint32_t floor = index > SCENES_BACK ? index - SCENES_BACK : 0, time = NONE;
    for (uint32_t i = index; i-- > floor && event->place != NONE;) {
        const Event *before = &records->events.at[i];
        bool there = before->type == EVENT_CONSULT && before->place == event->place &&
                     before->status == event->status && told_is_day(m, before->time);
        if (!there || !same_sides(m, before, event)) {
            continue;
        }
        if (told_days_clash(m, time, before->time)) {
            return NONE;
        }
        time = told_finer(m, time, before->time);
    }
    return time;
}

void scene_same_sides(Records *records) {
    static const char rule[] = "same-sides";
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        if (event->type != EVENT_CONSULT || event->status == STATUS_NEGATED ||
            is_mode(event, "phone")) {
            continue;
        }
        bool certain = is_certain(records, event);
        if (event->place == NONE && certain) {
            event->place = place_of_sides(records, i);
            event->place_rule = rule;
        }
        if (event->place == NONE) {
            event->place = place_of_scene(records, i);
            event->place_rule = "scene-told-last";
        }
        if (event->time == NONE && certain) { /* by the place, be it found just now */
            event->time = day_of_sides(records, i);
            event->time_rule = rule;
        }
    }
}
