/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom the article is about: the actors that it names most.
 * Input:  Mentions.   Output: Cast, most named first, one actor for each code.
 *
 *     قوات النظام السوري … فصائل المعارضة السورية … روسيا        SYR (inner), RUS
 */
#include "record/event/event_cast.h"

enum {
    CODES = 128,  /* actors among which the main ones are looked for */
    DOMINANT = 3, /* times that an inner conflict names its state more than anybody else */
    FACING = 10,  /* times that of two who face each other the one is named more at most */
    ALONE = 5,    /* times that a state is named beside which no other is */
    OPPOSING = 4, /* one in so many of these mentions is of rebels, the opposition, a party */
};

static void offer(const Mentions *m, Cast *cast, uint32_t actor, uint32_t named) {
    if (cast_rank(m, cast, actor_code(m, actor)) != NONE) {
        return;
    }
    uint32_t place = cast->count < CAST_LIMIT ? cast->count : CAST_LIMIT;
    while (place > 0 && cast->named[place - 1] < named) {
        place--;
    }
    if (place == CAST_LIMIT) {
        return;
    }
    cast->count += cast->count < CAST_LIMIT;
    for (uint32_t i = cast->count - 1; i > place; i--) {
        cast->actor[i] = cast->actor[i - 1];
        cast->named[i] = cast->named[i - 1];
    }
    cast->actor[place] = actor;
    cast->named[place] = named;
}

/** Whether the actor stands against those who govern. */
static bool opposes(const Actor *actor) {
    static const char *const sectors[] = {"REB", "OPP", "PTY", NULL};
    return actor_in_sector(actor, sectors);
}

/** Mentions of the code, or only of those who oppose its government. */
static uint32_t mentions_of_code(const Mentions *m, const char *code, bool opposing) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        const Actor *actor = &m->actors.at[mention->actor];
        count += !mention->as_place && actor->code && strcmp(actor->code, code) == 0 &&
                 (!opposing || opposes(actor));
    }
    return count;
}

static bool inner(const Mentions *m, const Cast *cast) {
    if (cast->count == 0 || (cast->count > 1 && cast->named[1] * DOMINANT > cast->named[0])) {
        return false;
    }
    const char *code = actor_code(m, cast->actor[0]);
    return mentions_of_code(m, code, true) * OPPOSING >= mentions_of_code(m, code, false);
}

Cast cast_of(Arena *arena, const Mentions *m) {
    Cast cast = {.count = 0};
    uint32_t count = m->actors.count < CODES ? m->actors.count : CODES;
    uint32_t *named = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        const char *code = mention->as_place ? NULL : actor_code(m, mention->actor);
        for (uint32_t a = 0; code && a < count; a++) {
            if (actor_code(m, a) && strcmp(actor_code(m, a), code) == 0) {
                named[a]++; /* the first actor of a code counts for all of them */
                break;
            }
        }
    }
    for (uint32_t a = 0; a < count; a++) {
        if (named[a] > 0 && actor_political(&m->actors.at[a])) {
            offer(m, &cast, a, named[a]);
        }
    }
    cast.inner = inner(m, &cast);
    cast.home = cast.count == 1 && cast.named[0] >= ALONE;
    return cast;
}

uint32_t cast_rank(const Mentions *m, const Cast *cast, const char *code) {
    for (uint32_t i = 0; i < cast->count; i++) {
        if (code && strcmp(actor_code(m, cast->actor[i]), code) == 0) {
            return i;
        }
    }
    return NONE;
}

uint32_t cast_counterpart(const Mentions *m, const Cast *cast, const Indexes *actors) {
    bool acts[2] = {false, false};
    for (uint32_t i = 0; i < actors->count; i++) {
        uint32_t rank = cast_rank(m, cast, actor_code(m, actors->at[i]));
        if (rank < 2) {
            acts[rank] = true;
        }
    }
    bool both = cast->count > 1 && acts[0] != acts[1] && cast->named[1] * FACING >= cast->named[0];
    return both ? cast->actor[acts[0] ? 1 : 0] : NONE;
}
