/* SPDX-License-Identifier: Apache-2.0
 * Role:   who makes an attack and whom it hits, where a preposition or the land tells it.
 * Input:  Roles of a clause of ASSAULT.   Output: told->source, told->target.
 *
 *     قتل جندي في هجوم │لحركة …│               who makes it
 *     وجهت ضربة │لمواقع …│، هجمات على │المدن الأوكرانية│      whom it hits
 */
#include "record/event/event_attack.h"

#include "record/wording.h"

/** غارات على مواقع │للمتمردين│: whose what is struck is. */
static bool struck_of(const Roles *roles) {
    const Argument *all = roles->records->clauses->arguments.at;
    for (uint32_t i = roles->clause->argument_first + 1; i < roles->clause->argument_end; i++) {
        bool struck = all[i - 1].particle == PARTICLE_ON ||
                      all[i - 1].particle == PARTICLE_AGAINST ||
                      (all[i - 1].role == ROLE_OBJECT && all[i - 1].marker == roles->clause->head);
        if (struck && all[i].particle == PARTICLE_TO && all[i].first == all[i - 1].end) {
            return true;
        }
    }
    return false;
}

/** Whether the words of the attack tell whom it is made on. */
static bool aimed_on(const Roles *roles) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool on = argument->particle == PARTICLE_ON || argument->particle == PARTICLE_AGAINST;
        if (on && !argument->inferred) {
            return true;
        }
    }
    return false;
}

/** مقتل جنود │في هجوم لحركة│ …، هجوم جديد │للحركة على│ …: ل right behind an attack that something
 * happens in, or that tells on whom it is, leads to who makes it, and not to whom a verb lends. */
static bool made_by(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    const Mentions *m = clauses->mentions;
    uint32_t head = roles->clause->head, behind = roles_behind_adjectives(roles);
    const Reading *reading = reading_best(m->readings, head);
    bool in = (head > 0 && wording_particle(m, head - 1, "in")) || (reading->proclitics & PRO_BI);
    bool open = (in && (reading->proclitics & PRO_AL) == 0) || aimed_on(roles);
    for (uint32_t i = roles->clause->argument_first; open && i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred &&
            mention_actor_in(m, argument->first, argument->end) != NONE) {
            return false;
        }
        if (argument->particle == PARTICLE_TO && !argument->inferred &&
            argument->marker == argument->first && argument->first == behind) {
            roles_actors(m, set, (Span){argument->first, argument->end}, false);
        }
    }
    return set->count > 0;
}

/** إطلاق صواريخ │باتجاه إسرائيل│, unlike هجوم لحزب الله: a preposition that is a word of its own.
 */
static bool aims(const Roles *roles) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->particle != PARTICLE_TO || argument->inferred ||
            argument->marker == argument->first || argument->marker == 0) {
            continue;
        }
        const Reading *before = reading_best(clauses->mentions->readings, argument->marker - 1);
        if (before->features.deverbal != DEVERBAL_PASSIVE) { /* المنسوب إلى: who did it */
            return true;
        }
    }
    return false;
}

/** قصفت مواقع │للحزب│، دمرت آليات │تابعة للحركة│: whose what a verb hits is, where the object names
 *  nobody. */
static void struck_owner(const Roles *roles, ActorSet *set) {
    enum { LAM_BYTES = 4 /* of a lone ل with its stretch */ };
    const Clauses *clauses = roles->records->clauses;
    const Argument *all = clauses->arguments.at;
    for (uint32_t i = roles->clause->argument_first + 1; i < roles->clause->argument_end; i++) {
        bool object = all[i - 1].role == ROLE_OBJECT && !all[i - 1].inferred;
        bool owner = object && set->count == 0 && all[i].particle == PARTICLE_TO &&
                     all[i].marker == all[i - 1].end;
        bool belongs = all[i].particle == PARTICLE_TO && all[i].marker != NONE &&
                       all[i - 1].role != ROLE_SUBJECT && all[i].marker > roles->clause->head &&
                       roles_class(clauses->mentions, all[i].marker - 1, "BELONGS");
        owner |= belongs && set->count == 0; /* دمر 19 كتيبة من 24 │تابعة للحركة│ */
        if (owner && (all[i].marker == all[i].first || /* لـ "داعش" */
                      token_light(clauses->mentions->tokens, all[i].marker).length <= LAM_BYTES)) {
            roles_actors(clauses->mentions, set, (Span){all[i].first, all[i].end}, false);
        }
    }
}

/** هجمات على │المدن الأوكرانية│: whose the land is that an attack is made on, where nobody is hit.
 */
static void struck_land(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool on = argument->particle == PARTICLE_ON || argument->role == ROLE_OBJECT;
        if (on && !argument->inferred && set->count == 0 && argument->end > argument->first + 1 &&
            roles_class(clauses->mentions, argument->first, "TERRITORY")) {
            uint32_t mention = mention_actor_in(clauses->mentions, argument->first, argument->end);
            const ActorMention *whose =
                mention == NONE ? NULL : &clauses->mentions->actor_mentions.at[mention];
            if (whose && whose->form == MENTION_DEMONYM && whose->first == argument->first + 1) {
                actors_add(set, whose->actor);
            }
        }
    }
}

void attack_maker(const Roles *roles, Told *told) {
    bool done = told->source.count > 0 || aims(roles) || struck_of(roles);
    ActorSet maker = {.count = 0};
    if (made_by(roles, &maker)) {
        told->source = maker;
    } else { /* هجوم لحزب …; وجهت … ضربة لمواقع … */
        roles_select(roles, "to", done ? &told->target : &told->source);
    }
}

void attack_struck(const Roles *roles, Told *told) {
    if (!told->nominal) {
        struck_owner(roles, &told->target);
    }
    if (told->target.count == 0) {
        struck_land(roles, &told->target);
    }
}
