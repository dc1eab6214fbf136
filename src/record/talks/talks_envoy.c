/* SPDX-License-Identifier: Apache-2.0
 * Role:   the envoy of a mediator who sees an armed group: he negotiates with it himself.
 * Input:  an event.   Output: the two sides.
 *
 *     التقى │المبعوث الأممي│ في مسقط وفد │الحوثيين│      UN, HOUTHI
 */
#include "record/talks/talks_parties.h"

#include "mention/columns.h"

static uint32_t actor_count(const Event *event) {
    return event->source.count + event->target.count;
}

static const Actor *actor_of(const Mentions *mentions, const Event *event, uint32_t i) {
    uint32_t first = event->source.count;
    uint32_t actor = i < first ? event->source.at[i] : event->target.at[i - first];
    return &mentions->actors.at[actor];
}

static bool is_mediator(const Mentions *mentions, const char *code) {
    return table_find(mentions->model, TABLE_TALKS_MEDIATORS, slice_of(code)) != NONE;
}

/* Row of the one armed group among the actors, or NONE. */
static uint32_t group_of(const Mentions *mentions, const Event *event) {
    uint32_t group = NONE;
    for (uint32_t i = 0; i < actor_count(event); i++) {
        const char *code = actor_of(mentions, event, i)->code;
        uint32_t row = code ? table_find(mentions->model, TABLE_GROUPS, slice_of(code)) : NONE;
        if (row != NONE && group != NONE && row != group)
            return NONE;
        group = row != NONE ? row : group;
    }
    return group;
}

bool talks_with_envoy(Arena *arena, const Records *records, const Event *event, Codes *parties) {
    const Mentions *mentions = record_mentions(records);
    uint32_t row = group_of(mentions, event);
    const char *envoy = NULL;
    if (row == NONE || event->type != EVENT_CONSULT || event->status == STATUS_NEGATED)
        return false;
    const char *group = table_text(mentions->model, TABLE_GROUPS, row, GROUP_CODE);
    const char *state = table_text(mentions->model, TABLE_GROUPS, row, GROUP_STATE);
    for (uint32_t i = 0; i < actor_count(event); i++) {
        const Actor *actor = actor_of(mentions, event, i);
        if (!actor->code || strcmp(actor->code, group) == 0 || strcmp(actor->code, state) == 0)
            continue;
        if (!is_mediator(mentions, actor->code))
            return false; /* others sit there, too */
        if (actor->kind == ACTOR_PERSON || actor->kind == ACTOR_OFFICE)
            envoy = actor->code;
    }
    codes_add(arena, parties, envoy);
    codes_add(arena, parties, group);
    return envoy != NULL;
}
