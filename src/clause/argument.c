/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a verb takes as its arguments (nouns: argument_noun.c, phrases: phrase.c).
 * Input:  Sight.   Output: Arguments, behind clauses->arguments.
 *
 *     استقبل  الرئيس المصري   أمس   وزير الخارجية الروسي   في القاهرة
 *     head    subject         time  object                 preposition
 *
 * The first bare noun phrase behind a verb is its subject (VSO) unless one stands before it (SVO)
 * or agreement forbids it; the next one is its object.
 */
#include "clause/argument.h"

enum {
    LOOK_BACK = 40,  /* tokens before a head in which its clause may begin */
    LOOK_AHEAD = 60, /* tokens behind a head in which its arguments stand */
    PAUSES = 2,      /* commas that may part a verb from its arguments */
    OBJECTS = 2,
    COLUMN_ROLE = 1, /* of TABLE_EVENT_LIGHT */
};

static bool preposition(uint8_t particle) {
    return particle >= PARTICLE_WITH && particle <= PARTICLE_OTHER;
}

void argument_add(Sight *sight, Argument argument) {
    *VECTOR_PUSH(sight->arena, &sight->clauses->arguments) = argument;
}

const Argument *argument_around(const Sight *sight, const Clause *verb, uint32_t head) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (!argument->inferred && argument->first <= head && head < argument->end) {
            return argument;
        }
    }
    return NULL;
}

/** Where the arguments of a head end at the latest: the next verb, "that", "which" or full stop. */
uint32_t argument_limit(const Sight *sight, uint32_t from) {
    uint32_t end = sight_sentence_end(sight, from ? from - 1 : 0);
    if (end > from + LOOK_AHEAD) {
        end = from + LOOK_AHEAD;
    }
    for (uint32_t i = from; i < end; i++) {
        const Glance *g = &sight->at[i];
        if (g->unit != NONE) {
            continue;
        }
        bool cut = g->particle == PARTICLE_THAT || g->particle == PARTICLE_CONJUNCTION ||
                   g->particle == PARTICLE_RELATIVE || g->particle == PARTICLE_COPULA ||
                   g->kind == KIND_VERB || g->circumstance || g->over != NONE;
        if (cut || sight_stops(sight, i)) {
            return i;
        }
    }
    return end;
}

/** …، │فالحكومة│ تقوم بـ …: behind a comma, ف on a noun begins a clause of its own. */
static bool begins_anew(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    return i > 0 && sight_pauses(sight, i - 1) && (g->unit == NONE || g->unit == i) &&
           phrase_nominal(sight, i) && (reading_best(sight->readings, i)->proclitics & PRO_FA) != 0;
}

uint32_t clause_begin(const Sight *sight, uint32_t head) {
    const Sentence *sentence = &sight->tokens->sentences[sight->tokens->at[head].sentence];
    uint32_t first = sentence->dateline > sentence->first ? sentence->dateline : sentence->first;
    uint32_t floor = head > first + LOOK_BACK ? head - LOOK_BACK : first;
    uint32_t i = head;
    for (; i > floor; i--) {
        const Glance *g = &sight->at[i - 1];
        if (g->over < i) {
            i = g->over + 1;
            continue;
        }
        if (begins_anew(sight, i - 1)) {
            return i - 1;
        }
        if (g->unit != NONE) {
            continue;
        }
        if (sight_stops(sight, i - 1) || g->particle == PARTICLE_THAT ||
            g->particle == PARTICLE_CONJUNCTION || g->particle == PARTICLE_RELATIVE) {
            break;
        }
        if (g->kind == KIND_VERB && g->particle != PARTICLE_COPULA) {
            break;
        }
    }
    return i;
}

bool argument_at(const Sight *sight, uint32_t j) {
    const Glance *g = &sight->at[j];
    return (preposition(g->particle) && g->unit == NONE) ||
           (g->clitic != PARTICLE_NONE && phrase_nominal(sight, j));
}

static void bare_phrase(Sight *sight, VerbSlots *slots, Argument range) {
    uint32_t j = range.first;
    bool attended = slots->attends && j == slots->head + 1 && sight->clause_of[j] != NONE &&
                    argument_meets(sight, j); /* unlike حضر │الاستقبال│ */
    bool event =
        attended || (sight->clause_of[j] != NONE && !sight->at[j].definite && slots->object_first);
    bool second = slots->resumed && slots->objects == 0 && sight->at[j].joined &&
                  sight->at[j].actor != NONE; /* …، الذي وصل أمس، │وأردوغان│ اجتماعا */
    if (second) {
        range.role = ROLE_SUBJECT;
    } else if (!slots->subject && !slots->closed && !event &&
               argument_may_be_subject(sight, slots->head, j)) {
        range.role = ROLE_SUBJECT;
        slots->subject = true;
    } else if (slots->subject && slots->objects == 0 && j > 0 &&
               head_of_class(sight, j - 1, slice_of("AMONG"))) {
        range.role = ROLE_SUBJECT; /* امتنعت ثلاث دول عن التصويت، هي │الصين وروسيا وإثيوبيا│ */
    } else if (slots->objects < OBJECTS || slots->listed) {
        range.role = ROLE_OBJECT;
        slots->objects++;
        slots->closed = !attended; /* حضر │القمة│ الرئيس الكيني */
    } else {
        return;
    }
    argument_add(sight, range);
}

static bool names_event(const Sight *sight, uint32_t first, uint32_t end) {
    while (first < end && sight->clause_of[first] == NONE) {
        first++;
    }
    return first < end;
}

/** Behind a comma: one more of those acted on (… نظيره الفرنسي، ورئيس الوزراء الإيطالي), no new
 *  clause. */
static bool actor_listed(const Sight *sight, uint32_t j, uint32_t limit) {
    if (j >= limit || !sight->at[j].joined || sight->at[j].actor == NONE ||
        sight->at[j].unit != j) {
        return false;
    }
    uint32_t next = sight->at[j].unit_end;
    return next >= limit || sight->at[next].kind != KIND_VERB;
}

/** بوتين │(65 عاما)│: where a bracket ends that names nobody or tells of the subject; j without. */
static uint32_t aside_end(const Sight *sight, const VerbSlots *slots, uint32_t j, uint32_t limit) {
    const Token *open = &sight->tokens->at[j];
    if (open->kind != TOKEN_OPEN || !sight_pauses(sight, j) || open->mate >= limit) {
        return j;
    }
    uint32_t count = sight->clauses->arguments.count;
    const Argument *last = count > 0 ? &sight->clauses->arguments.at[count - 1] : NULL;
    bool names = argument_at(sight, j + 1) || /* (في المباحثات) */
                 argument_names_actor(sight, (Argument){.first = j + 1, .end = open->mate});
    bool subject = last && last->end == j && last->role == ROLE_SUBJECT && slots->objects == 0;
    return subject || !names ? open->mate + 1 : j;
}

/** The phrases behind a verb, up to `limit`. */
static void scan_verb(Sight *sight, VerbSlots *slots, uint32_t from, uint32_t limit) {
    for (uint32_t j = from; j < limit;) {
        const Glance *g = &sight->at[j];
        uint32_t aside = aside_end(sight, slots, j, limit);
        if (aside > j) {
            j = aside;
        } else if (sight_pauses(sight, j)) {
            bool listed = slots->listed = !slots->of_state && actor_listed(sight, j + 1, limit);
            if (j + 1 < limit && sight->at[j + 1].circumstance) {
                return;
            }
            if (++slots->pauses > PAUSES || (slots->subject && slots->objects > 0 && !listed)) {
                return;
            }
            j++;
        } else if (g->adverbial) {
            j = g->unit_end > j ? g->unit_end : j + 1;
        } else if (argument_at(sight, j)) {
            uint32_t begin = j;
            bool sides = g->unit == NONE &&
                         (g->particle == PARTICLE_BETWEEN || g->particle == PARTICLE_WITH);
            j = argument_prepositional(sight, j, limit, !(sides && slots->inner));
            if (sides && slots->inner && slots->aside.end == 0) {
                slots->aside = (Argument){.role = ROLE_PREPOSITION,
                                          .first = begin + g->particle_words,
                                          .end = j,
                                          .marker = NONE};
            }
            slots->inner |= names_event(sight, begin, j);
        } else if (phrase_nominal(sight, j)) {
            uint32_t end = argument_origin_end(sight, j, phrase_end(sight, j, limit), limit);
            bare_phrase(sight, slots, (Argument){.first = j, .end = end, .marker = NONE});
            j = end > j ? end : j + 1;
        } else {
            j++;
        }
    }
}

static bool light_takes_object(const Sight *sight, uint32_t head) {
    uint32_t row = head_light(sight, head);
    return row != NONE &&
           slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE), "agent");
}

void argument_of_circumstance(Sight *sight, Clause *clause, Argument subject) {
    clause->argument_first = sight->clauses->arguments.count;
    if (subject.end > 0) {
        subject.role = ROLE_SUBJECT;
        subject.inferred = true;
        argument_add(sight, subject);
    }
    VerbSlots slots = {
        .verb = reading_best(sight->readings, clause->head), .head = clause->head, .subject = true};
    clause->end = argument_limit(sight, clause->head_end);
    scan_verb(sight, &slots, clause->head_end, clause->end);
    clause->argument_end = sight->clauses->arguments.count;
}

void argument_of_verb(Sight *sight, Clause *clause) {
    Clauses *out = sight->clauses;
    clause->argument_first = out->arguments.count;
    VerbSlots slots = {.verb = reading_best(sight->readings, clause->head), .head = clause->head};
    slots.object_first = light_takes_object(sight, clause->head);
    slots.attends = head_of_class(sight, clause->head, slice_of("ATTENDS"));
    argument_before_verb(sight, clause, &slots);
    bool pronoun = slots.verb->enclitic.person != 0 && slots.objects == 0;
    bool worded = clause->head_end > clause->head + 1; /* دعاه إلى زيارة │نيروبي│: no object */
    slots.objects += pronoun ? (worded ? OBJECTS : 1) : 0;
    uint32_t limit = argument_limit(sight, clause->head_end);
    scan_verb(sight, &slots, clause->head_end, limit);
    if (sight->at[limit].over != NONE && sight->at[limit].over > limit) {
        uint32_t next = sight->at[limit].over + 1; /* …، الذي يزور المنطقة، │تركيا│ */
        limit = argument_limit(sight, next);
        slots.resumed = true;
        scan_verb(sight, &slots, next, limit);
    }
    clause->end = limit;
    Argument asked = slots.subject && slots.objects == 0 && slots.pauses > 0
                         ? argument_behind_aside(sight, clause->head, limit)
                         : (Argument){0};
    if (asked.end > 0) {
        argument_add(sight, asked);
    }
    argument_act_on_object(sight, clause);
    clause->passive |= slots.object_first && !slots.subject && argument_held_itself(sight, clause);
    bool third = slots.verb->features.person == 3 || argument_third_person(sight, clause->head);
    if (!slots.subject && !clause->passive && third && sight->subject.end > 0) {
        Argument inferred = argument_elided_subject(sight, clause);
        inferred.inferred = true;
        argument_add(sight, inferred);
    }
    if (pronoun && slots.verb->enclitic.person == 3) {
        bool gathers = clause->relation == RELATION_RELATIVE && sight->subject.end > 0 &&
                       head_light_is(sight, clause->head, "gathers");
        Argument met = sight->subject;
        met.role = ROLE_OBJECT;
        met.inferred = true;
        if (gathers) {
            argument_add(sight, met);
        } else {
            argument_pronoun_object(sight, clause);
        }
    }
    clause->argument_end = out->arguments.count;
    argument_delegations(sight, clause);
    argument_remember(sight, clause);
    argument_recall(sight, slots.aside);
}
