/* SPDX-License-Identifier: Apache-2.0
 * Role:   where a meeting is held, and when, that the article has told of before.
 * Input:  events in text order.   Output: event->place, event->time.
 *
 *     زار │دمشق│ … وقال إنه │بحث│ مع نظيره السوري …   where the same sides have met before
 *     محادثات │في جنيف│ … وبعد │المحادثات│ …           where the meeting told last is
 */
#include "record/event/event_scene.h"

#include "mention/place/place.h"
#include "record/event/event_roles.h"
#include "record/event/event_sides.h"

enum {
    SCENES_BACK = 64, /* events before in which the same sides may have met */
    SCENE_REACH = 4,  /* sentences from the scene of the article, when it was told last */
    CONTAINED = 30,   /* tokens to the meeting in which something is done */
    AGAIN_REACH = 1,  /* sentences from a meeting to its being named again */
    TOLD_OFTEN = 3,   /* mentions of a meeting that is the scene of the article */
};

static const char SAME_SIDES[] = "same-sides"; /* the rule */

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

/** Whether people come together in it: not over the telephone. */
static bool is_meeting(const Event *event) {
    return event->type == EVENT_CONSULT && !is_mode(event, "phone");
}

/** Whether it is held, or will be. */
static bool is_real(const Event *event) {
    return event->status == STATUS_OCCURRED || event->status == STATUS_PLANNED;
}

/** Whether the article makes it its scene: it tells of it again, or somebody goes there. */
static bool is_scene(const Event *event) {
    return is_meeting(event) && event->place != NONE && is_real(event) &&
           (event->mentions.count > 1 || is_mode(event, "visit"));
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

/** The meeting with a place that is told last before this one, and how many sentences before. */
typedef struct Scene {
    const Event *event; /* or NULL */
    uint32_t distance;
} Scene;

static Scene scene_before(const Records *records, uint32_t index) {
    const Clause *list = records->clauses->list.at;
    uint32_t clause = records->events.at[index].clause;
    uint32_t floor = index > SCENES_BACK ? index - SCENES_BACK : 0, latest = 0;
    Scene scene = {NULL, 0};
    for (uint32_t i = index; i-- > floor;) {
        const Event *before = &records->events.at[i];
        uint32_t told = is_meeting(before) && before->place != NONE ? last_told(before, clause) : 0;
        if (told > latest) {
            latest = told;
            scene.event = before;
        }
    }
    scene.distance = latest ? list[clause].sentence - list[latest - 1].sentence : 0;
    return scene;
}

/** Whether a word with the article names the meeting by a word that named it before: قمة … القمة.
 */
static bool named_again(const Records *records, const Event *before, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Reading *reading = reading_best(m->readings, event->first);
    for (uint32_t i = 0; i < before->mentions.count && (reading->proclitics & PRO_AL); i++) {
        uint32_t head = records->clauses->list.at[before->mentions.at[i]].head;
        if (reading->lemma != NONE && reading_best(m->readings, head)->lemma == reading->lemma) {
            return true;
        }
    }
    return false;
}

/** زار الوزير │دمشق│ … ويلتقي غدا الرئيس السوري …: where the article has told last of a meeting, if
 *  this is one of the same sides, and it is on a visit, told again and again, or close by. */
static uint32_t place_of_scene(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Event *event = &records->events.at[index];
    Scene scene = scene_before(records, index);
    const Event *before = scene.event;
    if (!before || !is_real(before) || event->again || scene.distance > SCENE_REACH ||
        told_days_clash(m, before->time, event->time)) {
        return NONE;
    }
    bool close = scene.distance <= AGAIN_REACH;
    bool often = is_mode(before, "visit") || before->mentions.count >= TOLD_OFTEN;
    bool same = has_two(m, event) && sides_within(m, event, before) &&
                (often || (close && roles_class(m, event->first, "ONE_MEETING")));
    return same || (close && named_again(records, before, event)) ? before->place : NONE;
}

/** Whether a mention of the meeting stands behind the clause, with nothing told between, as what
 *  something is done in: خلال │القمة│, على هامش │اجتماع│. */
static bool holds(const Records *records, const Event *meeting, uint32_t clause) {
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    for (uint32_t i = 0; i < meeting->mentions.count; i++) {
        uint32_t around = meeting->mentions.at[i];
        uint32_t head = list[around].head;
        bool near = around > clause && list[around].sentence == list[clause].sentence &&
                    head - list[clause].head <= CONTAINED;
        for (uint32_t k = clause + 1; near && k < around; k++) {
            near = list[k].frame == NONE && list[k].kind != HEAD_VERB;
        }
        if (near && (scene_holds(m, head) || place_role(m, head - 1, "margin"))) {
            return true;
        }
    }
    return false;
}

/** قمة │في كندا│ … والتقى نظيره على هامش │القمة│: where the meeting is in which this one is held or
 *  this is agreed on. */
static uint32_t place_around(const Records *records, uint32_t index) {
    uint32_t clause = records->events.at[index].clause;
    for (uint32_t step = 1; step <= 2 * SCENES_BACK; step++) {
        uint32_t other = sides_neighbour(records, index, step, SCENES_BACK);
        const Event *meeting = other == NONE ? NULL : &records->events.at[other];
        if (meeting && is_meeting(meeting) && meeting->place != NONE && is_real(meeting) &&
            holds(records, meeting, clause)) {
            return meeting->place;
        }
    }
    return NONE;
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

/** Where and when a meeting is, from what the article has told of others. */
static void from_others(Records *records, uint32_t index) {
    Event *event = &records->events.at[index];
    bool certain = is_certain(records, event);
    bool anywhere = roles_class(record_mentions(records), event->first, "CONTINUAL");
    if (event->place == NONE && certain && !anywhere) {
        event->place = place_of_sides(records, index);
        event->place_rule = SAME_SIDES;
    }
    if (event->place == NONE && !anywhere) {
        event->place = place_of_scene(records, index);
        event->place_rule = "scene-told-last";
    }
    if (event->time == NONE && certain) { /* by the place, be it found just now */
        event->time = day_of_sides(records, index);
        event->time_rule = SAME_SIDES;
    }
}

void scene_of_meetings(Records *records) {
    for (uint32_t i = 0; i < records->events.count; i++) {
        const Event *event = &records->events.at[i];
        if (is_meeting(event) && event->status != STATUS_NEGATED) {
            from_others(records, i);
        }
    }
    for (uint32_t i = 0; i < records->events.count; i++) { /* once all of them have their places */
        Event *event = &records->events.at[i];
        if (event->place == NONE && (is_meeting(event) || event->type == EVENT_AGREE)) {
            event->place = place_around(records, i);
            event->place_rule = "meeting-around";
        }
    }
}
