/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom a clause means without naming him: elided subjects, pronouns, a bare الوفد.
 * Input:  Sight with the last subject and the last actors.   Output: Arguments taken over.
 *
 *     التقى الوزير نظيره … و│دعاه│ إلى زيارة البلاد          subject: الوزير, object: نظيره
 */
#include "clause/sight.h"

enum {
    ASIDE_WORDS = 7
}; /* tokens behind a head where a preposition with its pronoun belongs to it */

static uint32_t actor_of(const Sight *sight, Argument range) {
    for (uint32_t i = range.first; i < range.end; i++) {
        if (sight->at[i].actor != NONE) {
            return sight->mentions->actor_mentions.at[sight->at[i].actor].actor;
        }
    }
    return NONE;
}

static uint32_t subject_of(const Sight *sight, const Clause *clause) {
    uint32_t subject = NONE;
    for (uint32_t i = clause->argument_first; i < sight->clauses->arguments.count; i++) {
        if (sight->clauses->arguments.at[i].role == ROLE_SUBJECT) {
            subject = actor_of(sight, sight->clauses->arguments.at[i]);
        }
    }
    return subject;
}

static bool actors_alike(const Sight *sight, uint32_t a, uint32_t b) {
    const char *one = sight->mentions->actors.at[a].code,
               *other = sight->mentions->actors.at[b].code;
    return a == b || (one && other && strcmp(one, other) == 0);
}

/** The pronoun on the verb stands for the last actor that is not its subject: تتهمه. */
void argument_pronoun_object(Sight *sight, const Clause *clause) {
    uint32_t subject = subject_of(sight, clause);
    for (uint32_t k = 0; k < RECENT; k++) {
        Argument recent = sight->recent[k];
        if (recent.end > 0 && actor_of(sight, recent) != subject) {
            recent.role = ROLE_OBJECT;
            recent.particle = PARTICLE_NONE;
            recent.inferred = true;
            argument_add(sight, recent);
            return;
        }
    }
}

/** The kind of the preposition that has a pronoun of the third person written onto it: معها. */
static uint8_t pronoun_particle(const Sight *sight, uint32_t i) {
    const PhraseHits *hits = sight->mentions->hits;
    const Reading *reading = reading_best(sight->readings, i);
    if (sight->at[i].unit != NONE || reading->features.pos != POS_ADP ||
        reading->enclitic.person != 3 || reading->enclitic.number != NUMBER_SINGULAR) {
        return PARTICLE_NONE;
    }
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        if (hits->at[k].entry.table == TABLE_EVENT_PARTICLES && hits->at[k].pronoun) {
            return sight_particle(sight, hits->at[k].entry.row);
        }
    }
    return PARTICLE_NONE;
}

/** The last actor before the clause, not its subject, that a pronoun of that gender may mean: a
 * state or body for ها, anybody for ه. */
static Argument meant_by(const Sight *sight, const Clause *clause, uint8_t gender) {
    uint32_t subject = subject_of(sight, clause), sentence = clause->sentence;
    for (uint32_t k = 0; k < RECENT; k++) {
        Argument recent = sight->recent[k];
        uint32_t actor = recent.end > 0 ? actor_of(sight, recent) : NONE;
        if (actor == NONE || recent.first > clause->head ||
            sight->tokens->at[recent.first].sentence + 1 < sentence) {
            continue;
        }
        uint8_t kind = sight->mentions->actors.at[actor].kind;
        bool person = kind == ACTOR_PERSON || kind == ACTOR_OFFICE;
        const Features *f = &reading_best(sight->readings, recent.first)->features;
        bool named = kind == ACTOR_COUNTRY && f->pos == POS_PROPN;
        if (!named && !person && f->gender != 0 && f->gender != gender) {
            continue; /* النظام السوري is no ها */
        }
        bool same = subject != NONE && actors_alike(sight, actor, subject);
        if (!same && person != (gender == GENDER_FEMININE)) {
            return recent;
        }
    }
    return (Argument){0};
}

/** بفرض رسوم │عليها│، طلب │منه│، المفاوضات │معها│: who is meant. */
void argument_pronoun_prepositions(Sight *sight, Clause *clause) {
    uint32_t limit = sight_sentence_end(sight, clause->head), end = clause->head_end + ASIDE_WORDS;
    if (head_senses(sight, clause->head).count == 0) {
        return;
    }
    for (uint32_t i = clause->head_end; i < limit && i < end && !sight_stops(sight, i); i++) {
        if (head_finite(sight, i) || sight_pauses(sight, i)) {
            return;
        }
        uint8_t particle = pronoun_particle(sight, i);
        bool aims = particle == PARTICLE_ON || particle == PARTICLE_WITH ||
                    particle == PARTICLE_FROM || particle == PARTICLE_TO ||
                    particle == PARTICLE_AGAINST;
        Argument meant =
            aims ? meant_by(sight, clause, reading_best(sight->readings, i)->enclitic.gender)
                 : (Argument){0};
        if (meant.end > 0) {
            meant.role = ROLE_PREPOSITION;
            meant.particle = particle;
            meant.marker = i;
            meant.inferred = true;
            meant.adjective = false;
            argument_add(sight, meant);
            return;
        }
    }
}

/** Whether the phrase is a bare الوفد, the delegation: the last one that was told whose it is. */
static bool delegation_again(const Sight *sight, Argument range) {
    return sight->delegation.end > 0 && sight->at[range.first].definite &&
           sight->at[range.first].unit == NONE && !argument_names_actor(sight, range) &&
           head_of_class(sight, range.first, slice_of("WHOSE_PEOPLE"));
}

/** Let الوفد stand for its delegation, in the same role. */
void argument_delegations(Sight *sight, Clause *clause) {
    for (uint32_t i = clause->argument_first, end = clause->argument_end; i < end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument.inferred || argument.adjective) {
            continue;
        }
        if (argument_names_actor(sight, argument) &&
            (head_of_class(sight, argument.first, slice_of("WHOSE_PEOPLE")))) {
            sight->delegation = argument;
        } else if (delegation_again(sight, argument)) {
            Argument same = sight->delegation;
            same.role = argument.role;
            same.particle = argument.particle;
            same.marker = argument.marker;
            argument_add(sight, same);
            clause->argument_end = sight->clauses->arguments.count;
        }
    }
}

/** يأتي │افتتاح الوزير│ …: an act; who does it is not its subject. */
static bool names_act(const Sight *sight, Argument range) {
    return sight->at[range.first].unit == NONE &&
           reading_best(sight->readings, range.first)->features.deverbal == DEVERBAL_MASDAR &&
           !head_of_class(sight, range.first, slice_of("TROOPS")) &&
           !head_of_class(sight, range.first, slice_of("WHOSE_PEOPLE"));
}

static uint8_t gender_of(const Sight *sight, Argument subject) {
    for (uint32_t k = 0; k < PAST; k++) {
        if (sight->past[k].range.end > 0 && sight->past[k].range.first == subject.first) {
            return sight->past[k].gender;
        }
    }
    return 0;
}

static void past_add(Sight *sight, PastSubject subject) {
    for (uint32_t k = PAST - 1; k > 0; k--) {
        sight->past[k] = sight->past[k - 1];
    }
    sight->past[0] = subject;
}

void argument_main_subject(Sight *sight, Argument subject) {
    uint8_t gender = gender_of(sight, subject);
    sight->subject = subject;
    past_add(sight, (PastSubject){subject, gender});
}

/** Keep the subject and the last actors for pronouns to come. */
void argument_remember(Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (!argument_names_actor(sight, argument)) {
            continue;
        }
        if (argument.role == ROLE_SUBJECT && !names_act(sight, argument)) {
            sight->subject = argument;
            if (!argument.inferred) {
                const Features *f = &reading_best(sight->readings, clause->head)->features;
                past_add(sight, (PastSubject){argument, f->person == 3 ? f->gender : 0});
            }
        }
        for (uint32_t k = RECENT - 1; k > 0 && !argument.inferred; k--) {
            sight->recent[k] = sight->recent[k - 1];
        }
        sight->recent[0] = argument.inferred ? sight->recent[0] : argument;
    }
}

bool argument_met(const Sight *sight, Argument range) {
    for (uint32_t i = range.first; i < range.end; i++) {
        if (sight->at[i].actor == NONE) {
            continue;
        }
        const Mentions *m = sight->mentions;
        const ActorMention *mention = &m->actor_mentions.at[sight->at[i].actor];
        uint8_t kind = m->actors.at[mention->actor].kind;
        return kind == ACTOR_PERSON || kind == ACTOR_OFFICE || mention->form == MENTION_NOMINAL;
    }
    return false;
}

static bool one_person(const Sight *sight, Argument range) {
    uint32_t actor = actor_of(sight, range);
    uint8_t kind = actor == NONE ? (uint8_t)ACTOR_COUNTRY : sight->mentions->actors.at[actor].kind;
    const Features *f = &reading_best(sight->readings, range.first)->features;
    return kind == ACTOR_PERSON || (kind == ACTOR_OFFICE && f->number == NUMBER_SINGULAR);
}

/** الحوثيون، المقاتلون: people, of whom a plural verb without a subject tells. */
static bool many(const Sight *sight, Argument range) {
    uint32_t actor = actor_of(sight, range);
    const Features *f = &reading_best(sight->readings, range.first)->features;
    return range.end > 0 && actor != NONE && !one_person(sight, range) &&
           (sight->mentions->actors.at[actor].kind == ACTOR_GROUP || f->number == NUMBER_PLURAL);
}

/** The last state by its name that the sentence tells of as no subject: حذر الوزير │روسيا│ من
 *  عواقب إذا انسحبت. */
static Argument state_told(const Sight *sight, uint32_t sentence, uint32_t head) {
    for (uint32_t k = 0; k < RECENT && sight->recent[k].end > 0; k++) {
        Argument range = sight->recent[k];
        uint32_t actor = sight->at[range.first].actor;
        const ActorMention *mention =
            actor == NONE ? NULL : &sight->mentions->actor_mentions.at[actor];
        if (mention && range.first < head && sight->tokens->at[range.first].sentence == sentence &&
            sight->at[range.first].unit == range.first && mention->form != MENTION_DEMONYM &&
            sight->mentions->actors.at[mention->actor].kind == ACTOR_COUNTRY) {
            return range;
        }
    }
    return (Argument){0};
}

/** `last`; where it was the subject of a verb of the other gender, the last one before token `head`
 *  that was not, of this sentence or the one before: قال الوزير إن تركيا ستلعب دورا عندما │يلتقي│
 * …. */
Argument argument_agreeing(const Sight *sight, Argument last, uint8_t gender, uint32_t head) {
    uint32_t sentence = sight->tokens->at[head].sentence;
    uint8_t known = gender_of(sight, last);
    if (gender == 0 || known == 0 || gender == known) {
        return last;
    }
    Argument found = gender == GENDER_FEMININE ? state_told(sight, sentence, head) : (Argument){0};
    for (uint32_t k = 0; k < PAST && found.end == 0; k++) {
        const PastSubject *past = &sight->past[k];
        if (past->range.end > 0 && past->gender == gender && past->range.first < head &&
            sight->tokens->at[past->range.first].sentence + 1 >= sentence) {
            found = past->range;
        }
    }
    found = found.end == 0 ? last : found;
    found.role = ROLE_SUBJECT;
    found.particle = PARTICLE_NONE;
    return found;
}

/** Who did it where the verb alone tells: the last subject; for a plural the last that is no single
 *  person (وطالبوا), one of many people if there is one. */
Argument argument_elided_subject(const Sight *sight, const Clause *clause) {
    const Reading *verb = reading_best(sight->readings, clause->head);
    if (verb->features.number != NUMBER_PLURAL || !one_person(sight, sight->subject)) {
        uint8_t gender = verb->features.number == NUMBER_SINGULAR ? verb->features.gender : 0;
        return argument_agreeing(sight, sight->subject, gender, clause->head);
    }
    uint32_t people = 0;
    while (people < RECENT && !many(sight, sight->recent[people])) {
        people++;
    }
    for (uint32_t k = people < RECENT ? people : 0; k < RECENT; k++) {
        if (sight->recent[k].end > 0 && !one_person(sight, sight->recent[k])) {
            Argument recent = sight->recent[k];
            recent.role = ROLE_SUBJECT;
            recent.particle = PARTICLE_NONE;
            return recent;
        }
    }
    return sight->subject;
}
