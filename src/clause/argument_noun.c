/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a masdar, participle or event noun takes as its arguments.
 * Input:  Sight.   Output: Arguments, behind clauses->arguments.
 *
 *     زيارة   الرئيس الفرنسي   الرسمية   إلى لبنان
 *     head    genitive         adjective preposition
 */
#include "clause/sight.h"

enum {
    RELATIVE_GAP = 3, /* words between a relative pronoun and its verb */
};

/** المفاوضات الأمريكية│-│الإيرانية: a dash between two of whose it is. */
static bool dash_between(const Sight *sight, uint32_t j, uint32_t limit) {
    return j + 1 < limit && token_is(sight->tokens, j, '-') &&
           sight->at[j + 1].kind == KIND_ADJECTIVE && sight->at[j + 1].actor != NONE &&
           sight->at[j - 1].actor != NONE;
}

/** Adjectives behind a noun; adds them as its subject where one is an adjective of relation. */
static uint32_t adjectives(Sight *sight, uint32_t j, uint32_t limit) {
    uint32_t first = j;
    while (j < limit && sight->at[j].kind == KIND_ADJECTIVE && sight->at[j].unit == NONE &&
           sight->at[j].clitic == PARTICLE_NONE && sight->at[j].particle == PARTICLE_NONE) {
        j += dash_between(sight, j + 1, limit) ? 2 : 1;
    }
    if (j > first) {
        argument_add(
            sight,
            (Argument){
                .role = ROLE_SUBJECT, .adjective = true, .first = first, .end = j, .marker = NONE});
    }
    return j;
}

/** المستوى in محادثات رفيعة المستوى: still the adjective. */
static bool adjective_construct(const Sight *sight, uint32_t j) {
    const Glance *before = &sight->at[j - 1];
    return sight->at[j].kind == KIND_NOUN && sight->at[j].definite && sight->at[j].unit == NONE &&
           before->kind == KIND_ADJECTIVE && !before->definite;
}

/** عقوبات │حتى الآن│ على …, اتصال │أيضا│ مع …. */
static bool adverb(const Sight *sight, uint32_t j) {
    const Features *f = &reading_best(sight->readings, j)->features;
    return sight->at[j].unit == NONE && f->pos == POS_ADV;
}

/** Behind a comma: بين وزير الخارجية … ونظيره …, مع …. */
static bool sides_follow(const Sight *sight, uint32_t j) {
    uint8_t particle = sight->at[j].particle;
    return particle == PARTICLE_BETWEEN || particle == PARTICLE_WITH ||
           head_of_class(sight, j, slice_of("CHAIR")); /* لقاء في الدوحة، │برئاسة│ … */
}

/** Prepositional phrases behind a noun, until its phrase ends. */
static void scan_noun(Sight *sight, Clause *clause, uint32_t from, uint32_t limit) {
    for (uint32_t j = from; j < limit;) {
        const Glance *g = &sight->at[j];
        if (g->reach == REACH_CLAUSE && g->cue_words > 1 && j > from) {
            clause->end = j;
            return; /* من أجل …: what follows is of another */
        }
        if (g->adverbial) {
            j = g->unit_end > j ? g->unit_end : j + 1;
        } else if (sight_pauses(sight, j) && j + 1 < limit && sides_follow(sight, j + 1)) {
            j++;
        } else if (argument_at(sight, j)) {
            uint32_t first = sight->at[j].particle_words && g->unit == NONE
                                 ? j + sight->at[j].particle_words
                                 : j;
            bool other = g->particle == PARTICLE_OTHER && g->unit == NONE;
            uint32_t marker = j;
            j = argument_prepositional(sight, j, limit, true);
            if (first < limit && sight->clause_of[first] != NONE) {
                clause->end = other ? marker : j;
                return; /* what follows belongs to the event noun inside the phrase */
            }
        } else if (sight_quotation(sight, j) || g->kind == KIND_ADJECTIVE ||
                   adjective_construct(sight, j) || adverb(sight, j) ||
                   (j > from && head_of_class(sight, j, slice_of("CAPITAL")))) {
            j++; /* الاعتراف بالقدس │عاصمة│ لـ … */
        } else {
            clause->end = j;
            return;
        }
    }
    clause->end = limit;
}

/** Whether the verb at token k names who takes part: قمة تجمع روسيا وتركيا. */
static bool gathers(const Sight *sight, uint32_t k) {
    return head_light_is(sight, k, "gathers");
}

/** اجتماع │تشارك فيه│ روسيا: the preposition behind the verb takes the noun up again. */
static bool resumes(const Sight *sight, uint32_t verb) {
    const Reading *next = reading_best(sight->readings, verb + 1);
    return verb + 1 < sight->tokens->count && sight->at[verb + 1].unit == NONE &&
           next->features.pos == POS_ADP && next->enclitic.person == 3 &&
           (head_light_is(sight, verb, "agent") || head_light_is(sight, verb, "patient"));
}

/** الاتفاق الذي أبرمه الوفد مع …, مشاورات أجراها الرئيس مع …: the verb that carries the noun, or
 *  NONE. */
static uint32_t carrier(const Sight *sight, uint32_t j, bool definite) {
    uint32_t end = sight_sentence_end(sight, j ? j - 1 : 0);
    while (j < end && (sight_pauses(sight, j) || sight->at[j].kind == KIND_ADJECTIVE)) {
        j++;
    }
    bool relative = j < end && sight->at[j].particle == PARTICLE_RELATIVE;
    for (uint32_t k = relative ? j + 1 : j; k < end && k < j + RELATIVE_GAP; k++) {
        if (sight->at[k].kind == KIND_VERB && sight->at[k].unit == NONE) {
            bool pronoun = reading_best(sight->readings, k)->enclitic.person == 3;
            bool carries = (relative && definite) || pronoun || gathers(sight, k) ||
                           resumes(sight, k) || head_light_is(sight, k, "hits");
            return carries && !sight->at[k].joined ? k : NONE;
        }
        if (!relative) {
            return NONE;
        }
    }
    return NONE;
}

/** هجمات على مواقع تركية │يشنها│ …: the verb that carries the noun, behind its phrases, if none of
 *  them is of another event. */
static uint32_t carrier_behind(const Sight *sight, const Clause *clause, bool definite) {
    for (uint32_t i = clause->head_end; i < clause->end; i++) {
        if (sight->clause_of[i] != NONE) {
            return NONE;
        }
    }
    uint32_t verb = carrier(sight, clause->end, definite);
    const Features *noun = &reading_best(sight->readings, clause->head)->features;
    bool other = verb != NONE &&
                 noun->gender == GENDER_MASCULINE && /* انتقاد للرسوم التي │تفرضها│ */
                 noun->number == NUMBER_SINGULAR &&
                 reading_best(sight->readings, verb)->enclitic.gender == GENDER_FEMININE;
    verb = other ? (uint32_t)NONE : verb;
    bool carries = verb != NONE && reading_best(sight->readings, verb)->enclitic.person == 3 &&
                   sight->at[clause->end - 1].unit == NONE;
    return carries ? verb : NONE;
}

/** العقوبات التي شلت الاقتصاد الإيراني: whom the noun reaches is the object of the verb. */
static void reached(Sight *sight, const Clause *verb) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument.role == ROLE_OBJECT) {
            argument.role = ROLE_PREPOSITION;
            argument.particle = PARTICLE_ON;
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
}

static void copy_of_verb(Sight *sight, const Clause *verb, uint8_t as_subject) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        bool phrase = argument.role == ROLE_PREPOSITION || argument.role == ROLE_AGENT;
        bool gathered = as_subject == ROLE_OBJECT && argument.role == ROLE_SUBJECT;
        if (argument.role == as_subject || phrase || (gathered && !argument.inferred)) {
            bool beside = as_subject == ROLE_OBJECT && argument_gathered(sight, argument);
            argument.role = phrase ? argument.role : ROLE_SUBJECT;
            argument.particle = beside ? PARTICLE_WITH : argument.particle; /* جمعه │بنظيره│ */
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
}

/** هجوم تعرضت له │السفارة│: who suffers it is the subject of the verb. */
static void suffered(Sight *sight, const Clause *verb) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument.role == ROLE_SUBJECT) {
            argument.role = ROLE_OBJECT;
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
}

/** المشاورات التي احتضنتها الدوحة │بين│ …. */
static void copy_sides(Sight *sight, const Clause *verb) {
    for (uint32_t i = verb->argument_first, end = verb->argument_end; i < end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument.particle == PARTICLE_BETWEEN && !argument.inferred) {
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
}

/** What the verb of a relative clause tells of the noun: شنتها حماس على …. */
static void carried(Sight *sight, Clause *clause, uint32_t verb) {
    uint32_t index = sight->clause_of[verb];
    if (index == NONE) {
        return;
    }
    const Clause *carrying = &sight->clauses->list.at[index];
    if (head_light(sight, verb) == NONE || clause_has_sides(sight, carrying)) {
        copy_sides(sight, carrying);
        return;
    }
    bool pronoun =
        reading_best(sight->readings, verb)->enclitic.person == 3 || resumes(sight, verb);
    if (head_light_is(sight, verb, "hits")) {
        reached(sight, carrying);
    } else if (head_light_is(sight, verb, "patient")) {
        suffered(sight, carrying);
    } else {
        copy_of_verb(sight, carrying,
                     gathers(sight, verb) ? ROLE_OBJECT
                     : pronoun            ? ROLE_SUBJECT
                                          : ROLE_CONTENT);
    }
    clause->parent = index;
    if (carrying->end > clause->end) {
        clause->end = carrying->end;
    }
}

/** المحتجز، المختطف: written like who does it, and mostly who suffers it. */
static bool suffers(const Sight *sight, uint32_t i) {
    const Readings *readings = sight->readings;
    bool passive = false, force = false;
    for (uint32_t k = readings->first[i]; k < readings->first[i + 1]; k++) {
        passive |= readings->all[k].features.deverbal == DEVERBAL_PASSIVE;
    }
    Senses senses = head_senses(sight, i);
    for (uint32_t k = 0; k < senses.count; k++) {
        const char *type = frame_type(sight->model, senses.rows[k]);
        force |= strcmp(type, "COERCE") == 0 || strcmp(type, "ASSAULT") == 0;
    }
    return reading_best(readings, i)->features.deverbal == DEVERBAL_PASSIVE || (passive && force);
}

/** الحوثيون المدعومون من إيران │والمسيطرون│ على …: whom the participle before it, to which it is
 * joined, tells of; end 0 without one. */
static Argument described_before(const Sight *sight, const Clause *clause) {
    enum { CLAUSES = 3 };
    const Features *f = &reading_best(sight->readings, clause->head)->features;
    const Clause *first = sight->clauses->list.at;
    bool joined = sight->at[clause->head].joined && sight->at[clause->head].definite;
    for (const Clause *c = clause; joined && c > first && clause - c < CLAUSES;) {
        c--;
        const Features *other = &reading_best(sight->readings, c->head)->features;
        if (c->sentence != clause->sentence || c->kind == HEAD_VERB) {
            break;
        }
        bool alike = c->kind == HEAD_PARTICIPLE && other->gender == f->gender &&
                     other->number == f->number && sight->at[c->head].definite;
        for (uint32_t i = c->argument_first; alike && i < c->argument_end; i++) {
            const Argument *argument = &sight->clauses->arguments.at[i];
            if (argument->inferred && argument->end <= c->head &&
                (argument->role == ROLE_SUBJECT || argument->role == ROLE_OBJECT)) {
                return *argument;
            }
        }
    }
    return (Argument){0};
}

/** الصين │والهند│ الداعمتان لـ …: where the two states begin of which a participle tells, the
 * second at token `last`. */
static uint32_t first_described(const Sight *sight, const Clause *clause, uint32_t last) {
    bool two = reading_best(sight->readings, clause->head)->features.number == NUMBER_DUAL &&
               sight->at[last].joined && last > 0 && argument_names_country(sight, last) &&
               argument_names_country(sight, last - 1) && sight->at[last - 1].unit != NONE &&
               sight->tokens->at[last - 1].sentence == clause->sentence;
    return two ? sight->at[last - 1].unit : last;
}

/** The actor that a participle says something of: روسيا، الداعم الرئيسي لـ …. */
static void described(Sight *sight, const Clause *clause) {
    Argument joined = described_before(sight, clause);
    if (joined.end > 0) {
        joined.role = suffers(sight, clause->head) ? ROLE_OBJECT : ROLE_SUBJECT;
        argument_add(sight, joined);
        return;
    }
    uint32_t i = clause->head;
    i -= i > 0 && sight_pauses(sight, i - 1);
    if (i > 0 && sight->subject.end > 0 && sight->at[i - 1].particle == PARTICLE_THAT &&
        reading_best(sight->readings, i - 1)->enclitic.person == 3) {
        Argument same = sight->subject; /* قالت إنها │مستعدة│ */
        same.inferred = true;
        argument_add(sight, same);
        return;
    }
    if (i == 0 || sight->at[i - 1].unit == NONE || sight->at[i - 1].actor == NONE ||
        sight->tokens->at[i - 1].sentence != clause->sentence) {
        return;
    }
    bool passive = suffers(sight, clause->head);
    argument_add(sight, (Argument){.role = passive ? ROLE_OBJECT : ROLE_SUBJECT,
                                   .inferred = true,
                                   .first = first_described(sight, clause, sight->at[i - 1].unit),
                                   .end = i,
                                   .marker = NONE});
}

/** اعتقال إسرائيل │نائبا│، استقبال أمير قطر │وزير الخارجية│: a noun behind an actor that no
 * preposition leads to is the object of the masdar; else `end`. */
static uint32_t object_behind(const Sight *sight, const Clause *clause, uint32_t end,
                              uint32_t limit) {
    const Glance *before = &sight->at[end - 1];
    if (clause->kind != HEAD_MASDAR || end >= limit || before->actor == NONE ||
        before->unit == NONE || before->unit_end != end) {
        return end;
    }
    const Glance *g = &sight->at[end];
    bool noun = g->unit == NONE ? g->kind == KIND_NOUN : g->actor != NONE;
    bool object = noun && phrase_nominal(sight, end) && g->clitic == PARTICLE_NONE && !g->joined;
    return object ? phrase_end(sight, end, limit) : end;
}

/** اجتماع مفاجئ │جمع│ بين …: a verb that gathers, here read as a noun. */
static bool misread_gathering(const Sight *sight, uint32_t j) {
    const Readings *readings = sight->readings;
    if (sight->at[j].kind != KIND_NOUN || sight->at[j + 1].particle != PARTICLE_BETWEEN) {
        return false;
    }
    for (uint32_t k = readings->first[j]; k < readings->first[j + 1]; k++) {
        if (readings->all[k].features.pos == POS_VERB &&
            head_light_reading_is(sight, &readings->all[k], "gathers")) {
            return true;
        }
    }
    return false;
}

void argument_of_noun(Sight *sight, Clause *clause) {
    Clauses *out = sight->clauses;
    clause->argument_first = out->arguments.count;
    uint32_t head = clause->head, limit = argument_limit(sight, clause->head_end);
    uint32_t j = adjectives(sight, clause->head_end, limit);
    const Reading *reading = reading_best(sight->readings, head);
    bool open = reading->enclitic.person == 0;
    for (uint32_t i = head; i < clause->head_end; i++) {
        open &= !sight->at[i].definite;
    }
    if (open && j == clause->head_end && j < limit && sight->at[j].clitic == PARTICLE_NONE &&
        !sight->at[j].joined && phrase_nominal(sight, j)) {
        uint32_t end = argument_origin_end(sight, j, phrase_end(sight, j, limit), limit);
        argument_add(sight,
                     (Argument){.role = ROLE_OBJECT, .first = j, .end = end, .marker = head});
        uint32_t object = object_behind(sight, clause, end, limit);
        if (object > end) {
            argument_add(
                sight,
                (Argument){.role = ROLE_OBJECT, .first = end, .end = object, .marker = NONE});
        }
        j = adjectives(sight, object, limit);
    } else if (clause->head_end == head + 1 && j < limit &&
               argument_object_follows(sight, head)) { /* لقائه الرئيس: no genitive */
        uint32_t end = phrase_end(sight, j, limit);
        argument_add(sight,
                     (Argument){.role = ROLE_OBJECT, .first = j, .end = end, .marker = NONE});
        j = end;
    }
    clause->end = j;
    j += j + 1 < limit && misread_gathering(sight, j);
    scan_noun(sight, clause, j, limit);
    if (clause->kind == HEAD_PARTICIPLE) {
        described(sight, clause);
    }
    uint32_t verb = carrier(sight, j, !open);
    verb = verb == NONE && clause->end > j ? carrier_behind(sight, clause, !open) : verb;
    if (verb != NONE) {
        carried(sight, clause, verb);
    }
    clause->argument_end = out->arguments.count;
}
