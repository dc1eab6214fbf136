/* SPDX-License-Identifier: Apache-2.0
 * Role:   one mention of an event before mentions are joined: what a single clause tells of it.
 * Input:  Clauses with a frame.   Output: Told, joined into Events by event_join.c.
 */
#ifndef MAHDAR_RECORD_TOLD_H
#define MAHDAR_RECORD_TOLD_H

#include "record/record.h"

enum { ACTORS_LIMIT = 16 };

/** A small set of actors in the order in which they are told. */
typedef struct ActorSet {
    uint32_t at[ACTORS_LIMIT];
    uint32_t count;
} ActorSet;

typedef struct Told {
    uint32_t clause, row; /* row of TABLE_FRAMES */
    uint32_t sentence;
    const char *modes;
    ActorSet source, target;
    uint32_t place, time;               /* of Mentions, or NONE */
    const char *place_rule, *time_rule; /* how they were found; of no meaning without them */
    uint32_t quote;                     /* the innermost quote around it, or NONE */
    uint32_t event;                     /* the event it is joined to */
    float confidence;
    uint8_t type, status;
    bool firm;     /* its status is told, not assumed */
    bool media;    /* with a medium: an interview, no talks */
    bool governed; /* a noun whose status something else than its own verb decides */
    bool nominal;  /* told by a noun */
    bool definite; /* with ال or a possessor: points back */
    bool relative; /* told by a verb that goes on about a noun: غارات │استهدفت│ … */
    bool headline; /* in the present of a headline, which may mean any time */
    bool failed; /* told to have been sought in vain, or held in vain: فشل في التوصل إلى اتفاق */
    bool again; /* another one than before: جولة ثانية، قمة أخرى */
} Told;

typedef VECTOR(Told) Tolds;

/** Whether all sides do the same in it. */
static inline bool event_symmetric(uint8_t type) {
    return type == EVENT_CONSULT || type == EVENT_AGREE || type == EVENT_COOPERATE;
}

/** Whether it is done by being said, so that it happens when it is said and the places in it are of
 *  what is said: طالب, رفض. */
static inline bool event_spoken(uint8_t type) {
    return type == EVENT_THREATEN || type == EVENT_REQUEST || type == EVENT_ACCUSE ||
           type == EVENT_REJECT || type == EVENT_SUPPORT;
}

/** Whether an event of these modes is a visit. */
bool event_visits(const char *modes);

bool actors_have(const ActorSet *set, uint32_t actor);
void actors_add(ActorSet *set, uint32_t actor);

/** What each clause with a sense tells, in text order. */
Tolds told_all(Arena *arena, const Records *records);

/** Fill source and target of `told` from the arguments of its clause. */
void told_actors(const Records *records, Told *told);

/** Fill the time. */
void told_when(const Records *records, Told *told);

/** The time that leaves less open; a where both are alike or b is NONE. */
uint32_t told_finer(const Mentions *mentions, uint32_t a, uint32_t b);

/** The place that says more: a town before the state it lies in; a else. */
uint32_t told_finer_place(const Mentions *mentions, uint32_t a, uint32_t b);

/** Fill the place. */
void told_where(const Records *records, Told *told);

/** Texts of fewer tokens name too little to be measured by what they name. */
enum { TOLD_SHORT = 120 };

/** The topic of the article where it is no politics (a row of TABLE_EVENT_TOPICS), or NONE. */
uint32_t told_topic(const Mentions *mentions);

/** Words of politics and war in a thousand tokens: they tell of events that name no state. */
uint32_t told_politics(const Mentions *mentions);

/** The code of the actor, or NULL. */
static inline const char *actor_code(const Mentions *mentions, uint32_t actor) {
    return mentions->actors.at[actor].code;
}

/** Whether the article speaks of the actor as one that acts, not only as a place. */
bool actor_acts(const Mentions *mentions, uint32_t actor);

/** Whether the actor stands for a state, an army, a body or a party. */
bool actor_political(const Actor *actor);

/** Mentions of states, bodies, armies, parties and their people in a thousand tokens. */
uint32_t told_density(const Mentions *mentions);

/** Join the mentions of one event; fills told->event and returns the number of events. */
uint32_t told_join(Arena *arena, const Records *records, Tolds *told);

/** Whether the time, an index or NONE, is one day or a part of it, no span or year. */
bool told_is_day(const Mentions *mentions, uint32_t time);

/** Whether the two times, indexes or NONE, are of different days. */
bool told_days_clash(const Mentions *mentions, uint32_t a, uint32_t b);

/** Whether the two places, indexes or NONE, are in different states. */
bool told_places_clash(const Mentions *mentions, uint32_t a, uint32_t b);

/** Whether the code or index of both actors is the same. */
bool actors_same(const Mentions *mentions, uint32_t a, uint32_t b);

/** Whether the actor is the same as one of these. */
bool actors_among(const Mentions *mentions, const uint32_t *actors, uint32_t count, uint32_t actor);

/** Take those out of the set who are the same as one of the others. */
void actors_remove_same(const Mentions *mentions, ActorSet *set, const ActorSet *others);

/** The actor of a state; where the article names none, a new one, mentioned by `tokens`. */
uint32_t told_state(Arena *arena, Records *records, const char *code, Span tokens);

/** Give an attack that names nobody the state that it hits, a visit the one it goes to. */
void told_place(Arena *arena, Records *records, Event *event);

/** Let the members of a group of states (مجموعة 5+1) act in its place; `pairs_only`: of two
 * (الكوريتان). */
void told_members(Arena *arena, Records *records, bool pairs_only);

/** Give events the side that their words leave out and the article tells elsewhere. */
void told_complete(Arena *arena, Records *records);

/** Join what is told again of a meeting or agreement between the same parties. */
void told_merge(Arena *arena, Records *records);

/** Give promises the one with whom the promiser talks, where the sentence names him; joins nothing.
 */
void told_promised(Arena *arena, Records *records);

/** Give acts of force without a place that of the act told beside them. */
void told_inherit(Records *records);

/** Give those that are left the state that is attacked, or in which its own people fight. */
void told_home(Arena *arena, Records *records);

#endif
