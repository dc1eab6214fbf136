/* SPDX-License-Identifier: Apache-2.0
 * Role:   the side of an event that speaks of itself in a quotation.
 * Input:  Roles of a clause inside a quotation.   Output: told->source, told->target.
 *
 *     وقال الوزير النرويجي: "│ملتزمون│ بالخطة"                source NOR
 *     وقال الوزير النرويجي إن السويد طلبت │منا│ الوساطة        target NOR
 */
#include "record/event/event_speaker.h"

/** "│ملتزمون│ بالخطة": a trait of several at the head of the quotation is of who speaks. */
static bool opens_quote(const Roles *roles, const Told *told) {
    const Mentions *m = record_mentions(roles->records);
    const Clause *clause = roles->clause;
    const Reading *reading = reading_best(m->readings, clause->head);
    const Features *f = &reading->features;
    bool trait =
        clause->kind != HEAD_VERB && f->number == NUMBER_PLURAL && f->gender == GENDER_MASCULINE &&
        (reading->proclitics & PRO_AL) == 0 &&
        (f->pos == POS_ADJ || f->deverbal == DEVERBAL_ACTIVE || f->deverbal == DEVERBAL_PASSIVE);
    const Span *quote = &roles->records->quotes.at[told->quote].span;
    return trait && clause->head > 0 && m->tokens->at[clause->head - 1].span.end <= quote->begin;
}

void speaker_acts(const Roles *roles, const Told *told, ActorSet *set) {
    const Records *records = roles->records;
    const Mentions *mentions = record_mentions(records);
    if (told->quote == NONE) {
        return;
    }
    const Reading *reading = reading_best(mentions->readings, roles->clause->head);
    uint8_t person =
        roles->clause->kind == HEAD_VERB ? reading->features.person : reading->enclitic.person;
    const Reading *before =
        reading_best(mentions->readings, roles->clause->head > 0 ? roles->clause->head - 1 : 0);
    bool we = roles->clause->kind != HEAD_VERB && roles->clause->head > 0 &&
              (before->features.person == 1 ||
               (before->enclitic.person == 1 && before->features.pos != POS_ADP));
    if (person == 1 || we || (set->count == 0 && opens_quote(roles, told))) { /* نحن مستعدون */
        actors_add(set, records->quotes.at[told->quote].speaker);
    }
}

void speaker_acted_on(const Roles *roles, Told *told) {
    const Records *records = roles->records;
    const Reading *reading = reading_best(record_mentions(records)->readings, roles->clause->head);
    if (roles->clause->kind != HEAD_VERB || reading->enclitic.person != 1 || told->quote == NONE) {
        return;
    }
    ActorSet me = {.count = 0};
    actors_add(&me, records->quotes.at[told->quote].speaker);
    actors_remove_same(record_mentions(records), &told->source, &me);
    told->target = me;
}

void speaker_meant(const Roles *roles, Told *told) {
    enum { BEHIND = 3 };
    const Records *records = roles->records;
    const Mentions *m = record_mentions(records);
    const Clause *clause = roles->clause;
    bool others = clause->kind == HEAD_VERB && told->quote != NONE && told->source.count > 0 &&
                  (told->type == EVENT_REQUEST || told->type == EVENT_SUPPORT ||
                   told->type == EVENT_AID || told->type == EVENT_THREATEN);
    uint32_t end = clause->head_end + BEHIND;
    for (uint32_t i = clause->head_end; others && i < end && i < clause->end; i++) {
        const Reading *reading = reading_best(m->readings, i);
        if (reading->enclitic.person == 1 && reading->enclitic.number == NUMBER_PLURAL &&
            mention_actor_in(m, i, i + 1) == NONE) {
            ActorSet us = {.count = 0};
            actors_add(&us, records->quotes.at[told->quote].speaker);
            actors_remove_same(m, &us, &told->source);
            told->target = us;
            return;
        }
    }
}
