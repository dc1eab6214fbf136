/* SPDX-License-Identifier: Apache-2.0
 * Role:   the subject or object of a verb that stands before it.
 * Input:  Sight.   Output: Arguments, behind clauses->arguments.
 *
 *     الرئيس المصري   استقبل …         the first bare phrase of its clause
 *     الهجمات  التي   شنتها …          the phrase before a relative pronoun
 *     تصريحات للأسد   هدد فيها …       whose words they are
 */
#include "clause/argument.h"

enum { ASIDE = 6 }; /* tokens of a bracket between a phrase and its relative clause */

/** The subject that stands before the verb: the first bare noun phrase of its clause. */
Argument argument_subject_before(Sight *sight, uint32_t head) {
    uint32_t j = clause_begin(sight, head);
    if (j > 0 && j < head && sight_finite(sight, j - 1)) {
        return (Argument){0};
    }
    while (j < head) {
        const Glance *g = &sight->at[j];
        if (g->adverbial) {
            j = g->unit_end;
        } else if (argument_at(sight, j)) {
            j = argument_prepositional(sight, j, head, false);
        } else if (phrase_nominal(sight, j)) {
            uint32_t end = argument_origin_end(sight, j, phrase_end(sight, j, head), head);
            return (Argument){.role = ROLE_SUBJECT, .first = j, .end = end, .marker = NONE};
        } else {
            j += g->particle_words > 1 ? g->particle_words : 1u;
        }
    }
    return (Argument){0};
}

/** الميليشيات │في اليمن│، والتي تهدد …: the pronoun with و tells more of what stands before the
 * place that ends at token j. */
static uint32_t before_place(const Sight *sight, uint32_t relative, uint32_t j) {
    uint32_t first = j > 1 ? sight->at[j - 1].unit : NONE;
    bool place = first != NONE && first > 1 && sight->at[first - 1].particle == PARTICLE_IN &&
                 sight->at[first - 1].unit == NONE;
    if (!place) {
        return j;
    }
    bool man = reading_best(sight->readings, relative)->features.gender == GENDER_MASCULINE;
    bool town = man && !argument_names_country(sight, first); /* قرار القمة في │شرم الشيخ│ الذي … */
    return (sight->at[relative].joined && sight->at[first - 2].unit != NONE) || town ? first - 1
                                                                                     : j;
}

/** Whether a phrase of its own begins with the word at token j behind a definite one. */
static bool opens_phrase(const Sight *sight, uint32_t j) {
    const Glance *g = &sight->at[j];
    const Features *f = &reading_best(sight->readings, j)->features;
    bool numbered = sight->tokens->at[j + 1].kind == TOKEN_NUMBER; /* القرار │رقم 2216│ الذي … */
    return g->unit == NONE && g->kind == KIND_NOUN && !g->definite && !g->joined && !numbered &&
           f->pos == POS_NOUN && f->deverbal != DEVERBAL_ACTIVE;
}

/** The token of the relative pronoun of the clause of a verb, or NONE. */
static uint32_t pronoun_of(const Sight *sight, uint32_t verb) {
    uint32_t begin = clause_begin(sight, verb);
    return begin > 0 && sight->at[begin - 1].particle == PARTICLE_RELATIVE ? begin - 1 : NONE;
}

/** أن │الحكومة│ التي تقودها الحركة │طلبت│ …: the subject before a relative clause, with whose
 * pronoun the verb agrees; end 0 without one. */
static Argument subject_before_relative(Sight *sight, uint32_t head) {
    uint32_t begin = clause_begin(sight, head);
    bool follows = begin > 0 && !sight->at[head].joined && sight->at[begin - 1].unit == NONE &&
                   sight->at[begin - 1].kind == KIND_VERB;
    uint32_t relative = follows ? pronoun_of(sight, begin - 1) : NONE;
    if (relative == NONE) {
        return (Argument){0};
    }
    const Features *verb = &reading_best(sight->readings, head)->features;
    const Features *pronoun = &reading_best(sight->readings, relative)->features;
    bool agrees = verb->person == 3 && verb->gender == pronoun->gender &&
                  verb->number != NUMBER_DUAL && verb->number == pronoun->number;
    Argument before = agrees ? argument_subject_before(sight, relative) : (Argument){0};
    return argument_names_actor(sight, before) ? before : (Argument){0};
}

/** The phrase before a relative pronoun: الهجمات in الهجمات التي شنتها …; end 0 without one. */
static Argument antecedent(const Sight *sight, uint32_t begin) {
    if (begin == 0 || sight->at[begin - 1].particle != PARTICLE_RELATIVE) {
        return (Argument){0};
    }
    uint32_t j = begin - 1;
    while (j > 0 && (sight_pauses(sight, j - 1) || sight_quotation(sight, j - 1))) {
        uint32_t bracket = sight_bracket_begin(sight, j);
        j = bracket < j && bracket + ASIDE > j ? bracket
                                               : j - 1; /* حزب العمال │(بي كي كي)│، الذي … */
    }
    j = before_place(sight, begin - 1, j);
    uint32_t end = j, floor = j > 8 ? j - 8 : 0;
    while (j > floor && phrase_nominal(sight, j - 1)) {
        const Glance *g = &sight->at[j - 1];
        if (j < end && g->definite && opens_phrase(sight, j)) {
            break; /* قتل الجيش السوري │عشرات المدنيين│ الذين … */
        }
        j = g->unit != NONE ? g->unit : j - 1;
        if (sight->at[j].frame != NONE || sight->clause_of[j] != NONE ||
            sight->at[j].clitic != PARTICLE_NONE || sight->at[j].unit != NONE) {
            break;
        }
    }
    if (j > 1 && j < end && sight->at[j].definite && sight_pauses(sight, j - 1) &&
        sight->at[j - 2].actor != NONE && sight->at[j - 2].unit != NONE &&
        !argument_names_actor(sight, (Argument){.first = j, .end = end})) {
        j = sight->at[j - 2].unit; /* إسرائيل، عدوتها اللدود│ التي … */
    }
    return (Argument){.role = ROLE_SUBJECT, .first = j, .end = end, .marker = NONE};
}

/** في │حال│ شنوا هجمات: whether the verb is of several and the noun is one thing. */
static bool apart_in_number(const Sight *sight, uint32_t verb, uint32_t noun) {
    const Reading *reading = reading_best(sight->readings, verb);
    return reading->features.number == NUMBER_PLURAL && reading->enclitic.person == 0 &&
           reading_best(sight->readings, noun)->features.number == NUMBER_SINGULAR &&
           sight->clause_of[noun] == NONE;
}

/** The indefinite noun that a verb right behind it goes on about: في │هدنة مؤقتة│ سمحت بـ …, and
 *  بسرعة تصل إلى …, قمة تستضيفها …; end 0 without one. */
static Argument told_of_noun(Sight *sight, uint32_t head) {
    enum { ADJECTIVES = 2 };
    uint32_t j = head, floor = head > ADJECTIVES + 1 ? head - ADJECTIVES - 1 : 0;
    while (j > floor && sight->at[j - 1].unit == NONE && sight->clause_of[j - 1] == NONE &&
           sight->at[j - 1].kind == KIND_ADJECTIVE && !sight->at[j - 1].definite) {
        j--;
    }
    const Reading *verb = reading_best(sight->readings, head);
    const Glance *noun = j > 0 ? &sight->at[j - 1] : NULL;
    if (!noun || sight->at[head].joined || noun->definite || noun->kind != KIND_NOUN ||
        noun->unit != NONE || noun->particle != PARTICLE_NONE || verb->features.person != 3 ||
        apart_in_number(sight, head, j - 1)) {
        return (Argument){0};
    }
    bool event = sight->clause_of[j - 1] != NONE;
    if (!event) {
        Argument before = argument_subject_before(sight, head);
        bool leads = before.end > 0 && before.first < j && j <= before.end; /* أن │شابا│ قتل */
        if (leads || noun->joined || verb->enclitic.person == 3 ||
            argument_subject_behind(sight, head)) {
            return (Argument){0};
        }
    }
    return (Argument){.role = ROLE_SUBJECT, .first = j - 1, .end = head, .marker = NONE};
}

/** في زيارة هي │الأولى│، وصل الرئيس …: whether the phrase before a comma names nobody, where an
 * actor stands right behind the verb. */
static bool fronted(const Sight *sight, uint32_t head, Argument before) {
    uint32_t next = head + 1;
    return before.end > 0 && !argument_names_actor(sight, before) && head > 0 &&
           sight_pauses(sight, head - 1) && next < sight->tokens->count &&
           sight->at[next].unit == next && sight->at[next].actor != NONE &&
           !sight->at[next].adverbial && argument_subject_behind(sight, head);
}

/** أنه، إنها، لكنه: the conjunction at token i carries the subject. */
static bool pronoun_subject(const Sight *sight, uint32_t i) {
    uint8_t particle = sight->at[i].particle;
    return (particle == PARTICLE_THAT || particle == PARTICLE_CONJUNCTION) &&
           reading_best(sight->readings, i)->enclitic.person == 3;
}

/** في تصريحات │للأسد│ هدد فيها …: whose words or meeting the noun is that the verb takes up. */
static Argument owner_before(const Sight *sight, uint32_t head) {
    uint32_t j = sight_before_adverbials(sight, head);
    bool owner = j > 0 && sight->at[j - 1].unit != NONE && sight->at[j - 1].actor != NONE &&
                 sight->tokens->at[j - 1].sentence == sight->tokens->at[head].sentence &&
                 !sight->mentions->actor_mentions.at[sight->at[j - 1].actor].as_place;
    uint32_t behind = head + 2; /* جرت في أوغندا وتوسط فيها │الرئيس│: another acts */
    bool another = behind < sight->tokens->count && phrase_nominal(sight, behind) &&
                   sight->at[behind].clitic == PARTICLE_NONE;
    return owner && !another && argument_resumed(sight, head)
               ? (Argument){.role = ROLE_SUBJECT,
                            .first = sight->at[j - 1].unit,
                            .end = j,
                            .inferred = true,
                            .marker = NONE}
               : (Argument){0};
}

/** أقوال │الوزير│ التي انتقد فيها إسرائيل: whose words they are is who speaks in them. */
static bool speaks_in(const Sight *sight, uint32_t head, Argument owner) {
    uint32_t behind = head + 2;
    bool masculine = reading_best(sight->readings, head)->features.gender == GENDER_MASCULINE;
    bool another = behind < sight->tokens->count && phrase_nominal(sight, behind) &&
                   sight->at[behind].clitic == PARTICLE_NONE &&
                   !(masculine && argument_names_country(sight, behind));
    return argument_met(sight, owner) && masculine && !another;
}

void argument_before_verb(Sight *sight, Clause *clause, VerbSlots *slots) {
    Argument author = argument_author(sight, clause->head);
    if (author.end > 0) {
        clause->relation = RELATION_RELATIVE;
        clause->passive = false;
        author.inferred = true;
        argument_add(sight, author);
        slots->subject = true;
        return;
    }
    Argument relative = antecedent(sight, clause_begin(sight, clause->head));
    relative = relative.end > 0 ? relative : told_of_noun(sight, clause->head);
    relative = relative.end > 0 ? relative : argument_told_men(sight, clause->head);
    if (relative.end > 0 && argument_resumed(sight, clause->head)) {
        clause->relation = RELATION_RELATIVE;
        bool speaks = speaks_in(sight, clause->head, relative);
        Argument issuer = speaks ? relative : argument_issuer(sight, clause->head, relative);
        if (issuer.end > 0) {
            issuer.inferred = true;
            argument_add(sight, issuer);
            slots->subject = true;
        }
        return;
    }
    if (relative.end > 0 && argument_first_of_many(sight, relative)) {
        Argument same = sight->subject;
        same.inferred = true;
        argument_add(sight, same);
        slots->subject = true;
        return;
    }
    if (relative.end > 0) {
        bool gathers = head_light_is(sight, clause->head, "gathers") &&
                       !argument_names_actor(sight, relative); /* لقاء جمعه بنظيره */
        bool object = !clause->passive && !gathers &&
                      (slots->verb->enclitic.person == 3 ||
                       (!argument_names_actor(sight, relative) &&
                        argument_acts_intransitively(sight, clause->head)));
        relative.role = object ? ROLE_OBJECT : ROLE_SUBJECT;
        slots->subject = !object;
        slots->objects += object;
        slots->of_state = !object && argument_names_country(sight, relative.first);
        clause->relation = RELATION_RELATIVE;
        argument_add(sight, relative);
        return;
    }
    uint32_t begin = clause_begin(sight, clause->head);
    if (begin > 0 && sight->subject.end > 0 && pronoun_subject(sight, begin - 1)) {
        Argument same = argument_stated_in(sight, begin - 1);
        same = same.end > 0 ? same : argument_outer(sight, begin - 1);
        same.inferred = true;
        argument_add(sight, same);
        slots->subject = true;
        return;
    }
    Argument before = argument_subject_before(sight, clause->head);
    before = fronted(sight, clause->head, before) ? (Argument){0} : before;
    before = before.end > 0 ? before : subject_before_relative(sight, clause->head);
    before = before.end > 0 || sight->at[clause->head].joined ? before
                                                              : owner_before(sight, clause->head);
    if (before.end > 0 &&
        (slots->verb->features.person == 3 || argument_third_person(sight, clause->head))) {
        bool object = slots->verb->enclitic.person == 3 && !clause->passive &&
                      argument_actor_behind(sight, clause->head);
        before.role = object ? ROLE_OBJECT : ROLE_SUBJECT;
        slots->subject = !object;
        slots->objects += object;
        argument_add(sight, before);
    }
}
