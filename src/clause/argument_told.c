/* SPDX-License-Identifier: Apache-2.0
 * Role:   of whom a verb tells that no relative pronoun leads to.
 * Input:  Sight.   Output: Arguments.
 *
 *     خلاف بين │نواب أوروبيين│ يؤيدون الخطة وآخرين …
 */
#include "clause/sight.h"

/** Whether the word at token i is of people, and has no article: نواب، أوروبيين. */
static bool indefinite_men(const Sight *sight, uint32_t i) {
    const Reading *reading = reading_best(sight->readings, i);
    const Features *f = &reading->features;
    bool several = f->number == NUMBER_PLURAL || f->number == NUMBER_DUAL; /* one spelling: -īn */
    return (f->pos == POS_NOUN || f->pos == POS_ADJ) && several &&
           (reading->proclitics & PRO_AL) == 0 && reading->enclitic.person == 0;
}

Argument argument_told_men(const Sight *sight, uint32_t head) {
    enum { ADJECTIVES = 2 };
    const Reading *verb = reading_best(sight->readings, head);
    const Features *f = &verb->features;
    uint32_t first = sight->tokens->sentences[sight->tokens->at[head].sentence].first, i = head;
    if (sight->at[head].joined || f->person != 3 || f->number != NUMBER_PLURAL ||
        f->gender != GENDER_MASCULINE) {
        return (Argument){0};
    }
    while (i > first && i + ADJECTIVES > head && indefinite_men(sight, i - 1) &&
           reading_best(sight->readings, i - 1)->features.pos == POS_ADJ) {
        i--;
    }
    bool men = i > first && i < head && indefinite_men(sight, i - 1) &&
               reading_best(sight->readings, i - 1)->features.pos == POS_NOUN;
    return men ? (Argument){.role = ROLE_SUBJECT, .first = i - 1, .end = head, .marker = NONE}
               : (Argument){0};
}

/** … الذي رفضته كييف، │مؤكدة│ أنها …: whether a participle between token `from` and `that` tells
 * anew who speaks. */
static bool told_anew(const Sight *sight, uint32_t from, uint32_t that) {
    for (uint32_t i = from; i < that; i++) {
        if (sight->at[i].circumstance) {
            return true;
        }
    }
    return false;
}

bool argument_resumed(const Sight *sight, uint32_t head) {
    enum { RIGHT_BEHIND = 2 };
    uint32_t end = sight_sentence_end(sight, head);
    for (uint32_t i = head + 1; i < end && i <= head + RIGHT_BEHIND; i++) {
        const Reading *reading = reading_best(sight->readings, i);
        if (sight->at[i].unit == NONE && reading->features.pos == POS_ADP &&
            reading->enclitic.person == 3) {
            return true;
        }
    }
    return false;
}

Argument argument_outer(const Sight *sight, uint32_t that) {
    Argument outer = sight->outer;
    bool here = outer.end > 0 && outer.first < that &&
                sight->tokens->at[outer.first].sentence == sight->tokens->at[that].sentence;
    bool man = reading_best(sight->readings, that)->enclitic.gender == GENDER_MASCULINE;
    bool agrees = here && !(man && argument_names_country(sight, outer.first));
    return agrees && !told_anew(sight, outer.end, that) ? outer : sight->subject;
}

bool argument_meets(const Sight *sight, uint32_t i) {
    Senses senses = head_senses(sight, i);
    for (uint32_t k = 0; k < senses.count; k++) {
        Frame frame = frame_at(sight->model, senses.rows[k]);
        if (strcmp(frame.type, "CONSULT") == 0 && frame_mutual(&frame)) {
            return true;
        }
    }
    return false;
}

Argument argument_issuer(const Sight *sight, uint32_t verb, Argument words) {
    bool masculine = reading_best(sight->readings, verb)->features.gender == GENDER_MASCULINE;
    enum { BEHIND = 2 };
    uint32_t next = verb + BEHIND; /* جولة قام بها │الرئيس│: another acts */
    bool another = next < sight->tokens->count && phrase_nominal(sight, next) &&
                   sight->at[next].clitic == PARTICLE_NONE && !argument_names_country(sight, next);
    bool his = sight->subject.end > 0 && masculine && !another &&
               head_of_class(sight, words.first, slice_of("ADDRESS")) &&
               sight->subject.end <= words.first && argument_one_person(sight, sight->subject) &&
               !argument_names_actor(sight, words) &&
               sight->tokens->at[sight->subject.first].sentence == sight->tokens->at[verb].sentence;
    return his ? sight->subject : (Argument){0};
}

/** The clause of the nearest verb before token `head` in its sentence; NULL. */
static const Clause *verb_before(const Sight *sight, uint32_t head) {
    enum { BACK = 40 };
    uint32_t first = sight->tokens->sentences[sight->tokens->at[head].sentence].first;
    for (uint32_t i = head; i > first && i + BACK > head; i--) {
        if (head_finite(sight, i - 1)) {
            uint32_t clause = sight->clause_of[i - 1];
            return clause == NONE ? NULL : &sight->clauses->list.at[clause];
        }
    }
    return NULL;
}

/** Whether the verb makes words its subject's own: أصدر، تبنى; not رفض، أيد، تلقى. */
static bool issues(const Sight *sight, const Clause *verb) {
    if (verb->passive || head_light_is(sight, verb->head, "patient")) {
        return false;
    }
    return verb->frame == NONE ||
           (clause_is_type(sight, verb, "SUPPORT") &&
            frame_selects(frame_at(sight->model, verb->frame).source, "both"));
}

/** The words that the verb has as its object; end 0 without. */
static Argument words_of(const Sight *sight, const Clause *verb, uint32_t head) {
    static const char *const written[] = {"ADDRESS", "TEXT", NULL};
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_OBJECT && !argument->inferred && argument->first > verb->head &&
            argument->end <= head && head_of_any(sight, argument->first, written) &&
            !sight->at[argument->first].definite) {
            return *argument;
        }
    }
    return (Argument){0};
}

/** Whether the verb that stands right behind words is told of them: بيانا │يدين│ الهجوم. */
static bool of_words(const Sight *sight, uint32_t head, Argument words) {
    const Reading *verb = reading_best(sight->readings, head);
    uint8_t gender = reading_best(sight->readings, words.first)->features.gender;
    return words.end == head && sight->clause_of[words.first] == NONE &&
           verb->features.aspect == ASPECT_IMPERFECT && verb->features.gender == gender &&
           verb->features.number == NUMBER_SINGULAR && verb->enclitic.person == 0;
}

Argument argument_author(const Sight *sight, uint32_t head) {
    const Clause *verb = sight->at[head].joined ? NULL : verb_before(sight, head);
    Argument words = verb && issues(sight, verb) ? words_of(sight, verb, head) : (Argument){0};
    const Features *f = &reading_best(sight->readings, head)->features;
    if (words.end == 0 || f->person != 3) {
        return (Argument){0};
    }
    bool resumed = argument_resumed(sight, head);
    bool same = f->number == NUMBER_PLURAL ||
                f->gender == reading_best(sight->readings, verb->head)->features.gender;
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && argument_names_actor(sight, *argument) &&
            (resumed ? same : of_words(sight, head, words))) {
            return *argument;
        }
    }
    return (Argument){0};
}

Argument argument_behind_aside(const Sight *sight, uint32_t verb, uint32_t limit) {
    enum { WORDS = 14 };
    uint32_t end = sight_sentence_end(sight, verb);
    bool aside = limit < end && sight->at[limit].kind == KIND_VERB && !sight->at[limit].joined;
    for (uint32_t i = limit; aside && i + 1 < end && i < limit + WORDS; i++) {
        if (sight_stops(sight, i) || sight->at[i].particle == PARTICLE_THAT) {
            break;
        }
        uint32_t next = i + 1;
        if (!sight_pauses(sight, i) || sight->at[next].unit != next ||
            sight->at[next].actor == NONE || sight->at[next].adverbial || sight->at[next].joined ||
            sight->at[next].clitic != PARTICLE_NONE) {
            continue;
        }
        uint32_t last = phrase_end(sight, next, end);
        bool asked = argument_meets(sight, verb) ||
                     (last < end && (sight->at[last].particle == PARTICLE_TO ||
                                     sight->at[last].particle == PARTICLE_ON ||
                                     sight->at[last].clitic == PARTICLE_BY));
        return asked ? (Argument){.role = ROLE_OBJECT, .first = next, .end = last, .marker = NONE}
                     : (Argument){0};
    }
    return (Argument){0};
}
