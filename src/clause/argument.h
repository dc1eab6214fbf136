/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the parts that find the arguments of a verb share.
 * Input:  Sight.   Output: Arguments, behind clauses->arguments.
 *
 *     argument.c          what stands behind a verb; where a clause begins and ends
 *     argument_before.c   what stands before it
 *     argument_subject.c  whether a phrase may be its subject
 */
#ifndef MAHDAR_CLAUSE_ARGUMENT_H
#define MAHDAR_CLAUSE_ARGUMENT_H

#include "clause/sight.h"

typedef struct VerbSlots {
    const Reading *verb;
    uint32_t head;
    bool inner;        /* a phrase names an event: بين and مع behind it tell its sides */
    bool listed;       /* behind a comma, one more of those acted on */
    bool resumed;      /* behind a relative clause or a remark between commas */
    bool of_state;     /* in a relative clause about a state */
    bool subject;      /* found */
    bool closed;       /* an object has come: what follows is no subject */
    bool object_first; /* a light verb: an event noun without an article is its object */
    bool attends; /* the meeting right behind it is its object: حضر القمة الرئيس */
    uint32_t objects, pauses;
    Argument aside; /* with whom an event inside is: of a noun, but named here */
} VerbSlots;

/** Subject and object that stand before the verb. */
void argument_before_verb(Sight *sight, Clause *clause, VerbSlots *slots);

/** Whether agreement lets the phrase at token j be the subject of the verb reading. */
bool argument_may_be_subject(const Sight *sight, uint32_t head, uint32_t j);

/** تمكنت: I or she; the verb has another reading of the third person. */
bool argument_third_person(const Sight *sight, uint32_t head);

/** Whether the verb at `head` has its own subject behind it: في وقت أعلنت │واشنطن│. */
bool argument_subject_behind(const Sight *sight, uint32_t head);

/** مطلب │ترفضه ألمانيا│: behind a verb that has its object written onto it stands who does it, and
 *  what stands before is the object. */
bool argument_actor_behind(const Sight *sight, uint32_t head);

/** التحقيق الذي │تعهد الجيش│ بإجرائه: a verb that takes no object, and who does it behind it. */
bool argument_acts_intransitively(const Sight *sight, uint32_t head);

#endif
