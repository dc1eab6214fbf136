/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom a clause means without naming him: elided subjects, pronouns, a bare الوفد.
 * Input:  Sight with the last subject and the last actors.   Output: Arguments taken over.
 *
 *     التقى الوزير نظيره … و│دعاه│ إلى زيارة البلاد          subject: الوزير, object: نظيره
 */
#include "clause/sight.h"

static uint32_t actor_of(const Sight *sight, Argument range) {
    for (uint32_t i = range.first; i < range.end; i++) {
        if (sight->at[i].actor != NONE) {
            return sight->mentions->actor_mentions.at[sight->at[i].actor].actor;
        }
    }
    return NONE;
}

/** Whether one who acts in the clause is the first actor of the range. */
static bool acts_here(const Sight *sight, const Clause *clause, Argument range) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT &&
            actor_of(sight, *argument) == actor_of(sight, range)) {
            return true;
        }
    }
    return false;
}

/** ضدها; العقوبات المفروضة عليه. */
static bool against_him(const Sight *sight, const Clause *clause, uint32_t i) {
    enum { COLUMN_KIND = 1 };
    const PhraseHit *hit = phrase_at(sight->mentions->hits, i, TABLE_EVENT_PARTICLES, NONE);
    if (!hit || !hit->pronoun || hit->end != i + 1 || sight->at[i].unit != NONE ||
        reading_best(sight->readings, i)->enclitic.person != 3) {
        return false;
    }
    Slice kind = table_cell(sight->model, TABLE_EVENT_PARTICLES, hit->entry.row, COLUMN_KIND);
    return slice_is(kind, "against") ||
           (slice_is(kind, "on") && clause_is_type(sight, clause, "SANCTION"));
}

/** شنت │ضدها│ عملية، فرضت │عليها│ عقوبات: behind the verb that carries the noun right before it;
 * else behind the noun. */
static uint32_t foes_from(const Sight *sight, const Clause *clause) {
    enum { BETWEEN = 3 };
    for (uint32_t i = clause->head; i > 0 && i + BETWEEN > clause->head; i--) {
        if (sight_stops(sight, i - 1)) {
            break;
        }
        if (head_finite(sight, i - 1)) {
            return i;
        }
    }
    return clause->head_end;
}

void argument_foe_again(Sight *sight, Clause *clause) {
    uint32_t end = sight_sentence_end(sight, clause->head);
    for (uint32_t i = foes_from(sight, clause); i <= clause->end && i < end; i++) {
        if (!against_him(sight, clause, i)) {
            continue;
        }
        for (uint32_t k = 0; k < RECENT; k++) {
            Argument recent = sight->recent[k];
            if (recent.end > 0 && recent.end <= clause->head && !acts_here(sight, clause, recent)) {
                recent.role = ROLE_PREPOSITION;
                recent.particle = PARTICLE_AGAINST;
                recent.marker = clause->head; /* as good as said */
                recent.inferred = true;
                argument_add(sight, recent);
                clause->argument_end = sight->clauses->arguments.count;
                return;
            }
        }
    }
}

/** Whether the phrase is a bare الوفد, the delegation: the last one that was told whose it is. */
static bool delegation_again(const Sight *sight, Argument range) {
    return sight->delegation.end > 0 && sight->at[range.first].definite &&
           sight->at[range.first].unit == NONE && !argument_names_actor(sight, range) &&
           head_of_class(sight, range.first, slice_of("WHOSE_PEOPLE"));
}

/** The last actor named before the phrase, if it is a bare الأخير and he is one man; end 0. */
static Argument latter(const Sight *sight, Argument range) {
    enum { BACK = 40 };
    uint32_t first = range.first;
    bool man = reading_best(sight->readings, first)->features.gender == GENDER_MASCULINE;
    bool bare = range.end == first + 1 && sight->at[first].definite && man &&
                sight->at[first].unit == NONE && head_of_class(sight, first, slice_of("LATTER"));
    uint32_t floor = first > BACK ? first - BACK : 0;
    for (uint32_t i = first; bare && i > floor; i--) {
        uint32_t unit = sight->at[i - 1].unit;
        if (unit == NONE || sight->at[i - 1].actor == NONE) {
            continue;
        }
        Argument named = {.first = unit, .end = i, .marker = NONE};
        if (argument_one_person(sight, named)) {
            return named;
        }
        i = unit + 1;
    }
    return (Argument){0};
}

/** Let الأخير stand for who was named last, in the same role. */
static void latter_again(Sight *sight, Clause *clause, const Argument *argument) {
    Argument same = latter(sight, *argument);
    if (same.end > 0) {
        same.role = argument->role;
        same.particle = argument->particle;
        same.marker = argument->marker;
        argument_add(sight, same);
        clause->argument_end = sight->clauses->arguments.count;
    }
}

/** Let الوفد stand for its delegation, in the same role. */
void argument_delegations(Sight *sight, Clause *clause) {
    for (uint32_t i = clause->argument_first, end = clause->argument_end; i < end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument.inferred || argument.adjective) {
            continue;
        }
        latter_again(sight, clause, &argument);
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

/** Whether the phrase may be the subject that is meant later: يأتي │افتتاح الوزير│ is an act. */
static bool names_doer(const Sight *sight, Argument range) {
    static const char *const people[] = {"TROOPS", "WHOSE_PEOPLE", NULL};
    return !argument_names_act(sight, range, people);
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

static void recent_add(Sight *sight, Argument argument) {
    for (uint32_t k = RECENT - 1; k > 0; k--) {
        sight->recent[k] = sight->recent[k - 1];
    }
    sight->recent[0] = argument;
}

void argument_recall(Sight *sight, Argument range) {
    if (argument_names_actor(sight, range)) {
        recent_add(sight, range);
    }
}

/** Keep the subject and the last actors for pronouns to come. */
void argument_remember(Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (!argument_names_actor(sight, argument)) {
            continue;
        }
        if (argument.role == ROLE_SUBJECT && names_doer(sight, argument)) {
            sight->subject = argument;
            bool relative = clause->relation == RELATION_RELATIVE;
            sight->outer = relative ? sight->outer : argument;
            sight->aside = relative && !argument.inferred && argument.first > clause->head;
            if (!argument.inferred) {
                const Features *f = &reading_best(sight->readings, clause->head)->features;
                past_add(sight, (PastSubject){argument, f->person == 3 ? f->gender : 0});
            }
        }
        if (!argument.inferred) {
            recent_add(sight, argument);
        }
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

bool argument_one_person(const Sight *sight, Argument range) {
    uint32_t actor = actor_of(sight, range);
    uint8_t kind = actor == NONE ? (uint8_t)ACTOR_COUNTRY : sight->mentions->actors.at[actor].kind;
    const Features *f = &reading_best(sight->readings, range.first)->features;
    return kind == ACTOR_PERSON || (kind == ACTOR_OFFICE && f->number == NUMBER_SINGULAR);
}

/** الحوثيون، المقاتلون: people, of whom a plural verb without a subject tells. */
static bool many(const Sight *sight, Argument range) {
    uint32_t actor = actor_of(sight, range);
    const Features *f = &reading_best(sight->readings, range.first)->features;
    bool counted =
        f->pos == POS_NUM && range.end > range.first + 1 && /* أربعة │صيادين│ هنود */
        reading_best(sight->readings, range.first + 1)->features.number != NUMBER_SINGULAR;
    return range.end > 0 && actor != NONE && !argument_one_person(sight, range) &&
           (sight->mentions->actors.at[actor].kind == ACTOR_GROUP || f->number == NUMBER_PLURAL ||
            counted);
}

/** Whether the pronoun on the verb may mean the actor of the phrase: هم people, ها no man, ه no
 *  state. */
static bool may_be_meant(const Sight *sight, const Enclitic *pronoun, Argument range) {
    bool one = argument_one_person(sight, range);
    uint8_t gender = reading_best(sight->readings, range.first)->features.gender;
    switch (pronoun->number) {
    case NUMBER_PLURAL:
        return many(sight, range);
    case NUMBER_SINGULAR:
        return pronoun->gender == GENDER_FEMININE ? !one || gender == GENDER_FEMININE
                                                  : !argument_names_country(sight, range.first);
    default:
        return true;
    }
}

/** The pronoun on the verb stands for the last actor that is not its subject and agrees with it:
 * تتهمه. */
void argument_pronoun_object(Sight *sight, const Clause *clause) {
    const Enclitic *pronoun = &reading_best(sight->readings, clause->head)->enclitic;
    uint32_t subject = NONE;
    for (uint32_t i = clause->argument_first; i < sight->clauses->arguments.count; i++) {
        if (sight->clauses->arguments.at[i].role == ROLE_SUBJECT) {
            subject = actor_of(sight, sight->clauses->arguments.at[i]);
        }
    }
    for (uint32_t k = 0; k < RECENT; k++) {
        Argument recent = sight->recent[k];
        if (recent.end > 0 && actor_of(sight, recent) != subject &&
            may_be_meant(sight, pronoun, recent)) {
            recent.role = ROLE_OBJECT;
            recent.particle = PARTICLE_NONE;
            recent.inferred = true;
            argument_add(sight, recent);
            return;
        }
    }
}

/** Whether the word that names the actor is feminine, or a state by its name. */
static bool feminine(const Sight *sight, const ActorMention *mention) {
    const Actor *actor = &sight->mentions->actors.at[mention->actor];
    bool named = mention->form == MENTION_NAME || mention->form == MENTION_METONYM;
    bool body = actor->kind == ACTOR_ORGANIZATION || actor->kind == ACTOR_GROUP;
    return (named && actor->kind == ACTOR_COUNTRY) ||
           (body &&
            reading_best(sight->readings, mention->first)->features.gender == GENDER_FEMININE);
}

/** انتقد الوزير إعلان │واشنطن│ حماية من دربتهم: the last state or body of the sentence that a
 *  feminine verb may mean, in whatever role it was told. */
static Argument feminine_before(const Sight *sight, uint32_t sentence, uint32_t head) {
    enum { BACK = 80 };
    uint32_t first = sight->tokens->sentences[sentence].first;
    first = head > first + BACK ? head - BACK : first;
    for (uint32_t i = head; i > first; i--) {
        uint32_t actor = sight->at[i - 1].actor;
        uint32_t unit = sight->at[i - 1].unit;
        if (actor == NONE || unit == NONE || sight->at[unit].adverbial) {
            continue;
        }
        if (feminine(sight, &sight->mentions->actor_mentions.at[actor])) {
            return (Argument){.role = ROLE_SUBJECT,
                              .first = unit,
                              .end = sight->at[unit].unit_end,
                              .marker = NONE};
        }
        i = unit + 1;
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
    Argument found =
        gender == GENDER_FEMININE ? feminine_before(sight, sentence, head) : (Argument){0};
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

/** The same, where the plural is one of men: not السلطات, of which a feminine verb tells. */
static bool men(const Sight *sight, Argument range) {
    uint32_t actor = actor_of(sight, range);
    return many(sight, range) &&
           (sight->mentions->actors.at[actor].kind == ACTOR_GROUP ||
            reading_best(sight->readings, range.first)->features.gender != GENDER_FEMININE);
}

/** طالب الحوثيون بأن تتسلم الأمم المتحدة الميناء │واشترطوا│ …: the last of many people, who was a
 *  subject or not; end 0 without one. */
static Argument men_before(const Sight *sight) {
    for (uint32_t k = 0; k < PAST; k++) {
        if (men(sight, sight->past[k].range)) {
            return sight->past[k].range;
        }
    }
    for (uint32_t k = 0; k < RECENT; k++) {
        if (men(sight, sight->recent[k])) {
            Argument recent = sight->recent[k];
            recent.role = ROLE_SUBJECT;
            recent.particle = PARTICLE_NONE;
            return recent;
        }
    }
    return (Argument){0};
}

/** رفضت │روسيا│ المهلة التي منحتها إياها لندن و│استدعت│ …: whether a joined verb goes on with the
 * main clause, over a relative one whose subject is another. */
static bool goes_on_main(const Sight *sight, const Clause *clause) {
    const Features *verb = &reading_best(sight->readings, clause->head)->features;
    uint32_t next = clause->head_end;
    bool resumed = next < sight->tokens->count &&
                   sight->at[next].unit == NONE && /* وتوعد │خلاله│ */
                   reading_best(sight->readings, next)->features.pos == POS_ADP &&
                   reading_best(sight->readings, next)->enclitic.person == 3;
    return sight->aside && !resumed && sight->at[clause->head].joined && sight->outer.end > 0 &&
           sight->tokens->at[sight->outer.first].sentence == clause->sentence &&
           verb->number == NUMBER_SINGULAR && gender_of(sight, sight->outer) == verb->gender;
}

/** Who did it where the verb alone tells: the last subject; for a plural the last that is no single
 *  person (وطالبوا), one of many people if there is one. */
Argument argument_elided_subject(const Sight *sight, const Clause *clause) {
    const Reading *verb = reading_best(sight->readings, clause->head);
    if (goes_on_main(sight, clause)) {
        return sight->outer;
    }
    bool one = argument_one_person(sight, sight->subject);
    if (verb->features.number == NUMBER_PLURAL && verb->features.gender == GENDER_MASCULINE &&
        !one && !men(sight, sight->subject)) {
        Argument told = men_before(sight);
        return told.end > 0 ? told : sight->subject;
    }
    if (verb->features.number != NUMBER_PLURAL || !one) {
        uint8_t gender = verb->features.number == NUMBER_SINGULAR ? verb->features.gender : 0;
        return argument_agreeing(sight, sight->subject, gender, clause->head);
    }
    uint32_t people = 0;
    while (people < RECENT && !many(sight, sight->recent[people])) {
        people++;
    }
    for (uint32_t k = people < RECENT ? people : 0; k < RECENT; k++) {
        if (sight->recent[k].end > 0 && !argument_one_person(sight, sight->recent[k])) {
            Argument recent = sight->recent[k];
            recent.role = ROLE_SUBJECT;
            recent.particle = PARTICLE_NONE;
            return recent;
        }
    }
    return sight->subject;
}

Argument argument_stated_in(const Sight *sight, uint32_t that) {
    enum { BEHIND = 12 };
    uint32_t first = sight->tokens->sentences[sight->tokens->at[that].sentence].first;
    for (uint32_t i = that; i > first && i + BEHIND > that; i--) {
        if (!head_finite(sight, i - 1)) {
            continue;
        }
        bool stands = head_of_class(sight, i - 1, slice_of("STANDS")) && i + 1 < that &&
                      sight->at[i].particle == PARTICLE_IN;
        Argument whose = {.role = ROLE_SUBJECT, .first = i + 1, .end = that, .marker = NONE};
        return stands && argument_names_actor(sight, whose) ? whose : (Argument){0};
    }
    return (Argument){0};
}

bool argument_first_of_many(const Sight *sight, Argument noun) {
    return noun.first > 0 && sight->subject.end > 0 && sight->subject.first < noun.first &&
           sight->tokens->at[sight->subject.first].sentence ==
               sight->tokens->at[noun.first].sentence &&
           !argument_names_actor(sight, noun) &&
           head_of_class(sight, noun.first, slice_of("HUMAN")) &&
           head_of_class(sight, noun.first - 1, slice_of("FIRST"));
}
