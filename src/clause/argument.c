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
#include "base/utf8.h"
#include "clause/sight.h"
#include "text/letter.h"

enum {
    LOOK_BACK = 40,  /* tokens before a head in which its clause may begin */
    LOOK_AHEAD = 60, /* tokens behind a head in which its arguments stand */
    PAUSES = 2,      /* commas that may part a verb from its arguments */
    OBJECTS = 2,
    ASIDE = 6,         /* tokens of a bracket between a phrase and its relative clause */
    OBLIQUE_BYTES = 4, /* of the ending -īn */
    COLUMN_ROLE = 1,   /* of TABLE_EVENT_LIGHT */
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
                   g->kind == KIND_VERB || g->circumstance;
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

/** The subject that stands before the verb: the first bare noun phrase of its clause. */
Argument argument_subject_before(Sight *sight, uint32_t head) {
    uint32_t j = clause_begin(sight, head);
    if (j > 0 && j < head && sight->at[j - 1].kind == KIND_VERB && sight->at[j - 1].unit == NONE &&
        sight->at[j - 1].particle == PARTICLE_NONE) {
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
        const Token *close = &sight->tokens->at[j - 1];
        bool aside = close->kind == TOKEN_CLOSE && (close->flags & TOKEN_QUOTE) == 0 &&
                     close->mate != NONE && close->mate + ASIDE > j;
        j = aside ? close->mate : j - 1; /* حزب العمال │(بي كي كي)│، الذي … */
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

/** تمكنت: I or she; the verb has another reading of the third person. */
static bool third_person_too(const Sight *sight, uint32_t head) {
    const Readings *readings = sight->readings;
    uint32_t lemma = reading_best(readings, head)->lemma;
    for (uint32_t k = readings->first[head]; k < readings->first[head + 1]; k++) {
        const Reading *reading = &readings->all[k];
        if (reading->lemma == lemma && reading->features.person == 3) {
            return true;
        }
    }
    return false;
}

/** Whether the word at token j has the ending of an object: الحوثيين, where no reading shows its
 *  case because it is a name. */
static bool oblique(const Sight *sight, uint32_t j) {
    const Features *f = &reading_best(sight->readings, j)->features;
    if (f->cased == CASE_ACCUSATIVE || f->cased == CASE_GENITIVE) {
        return true;
    }
    Slice word = token_light(sight->tokens, j);
    uint32_t group = sight->at[j].actor, length;
    if (group == NONE || word.length < OBLIQUE_BYTES || sight->at[j].unit_end != j + 1) {
        return false;
    }
    const Mentions *m = sight->mentions;
    const char *end = word.at + word.length - OBLIQUE_BYTES;
    return m->actors.at[m->actor_mentions.at[group].actor].kind == ACTOR_GROUP &&
           utf8_decode(end, &length) == LETTER_YEH &&
           utf8_decode(end + length, &length) == LETTER_NOON;
}

/** Whether the unit at token j is a man or several, by his name or office. */
static bool names_men(const Sight *sight, uint32_t j) {
    const Mentions *m = sight->mentions;
    if (j >= sight->tokens->count || sight->at[j].unit != j || sight->at[j].actor == NONE) {
        return false;
    }
    uint8_t kind = m->actors.at[m->actor_mentions.at[sight->at[j].actor].actor].kind;
    return (kind == ACTOR_PERSON || kind == ACTOR_OFFICE) &&
           reading_best(sight->readings, j)->features.gender == GENDER_MASCULINE;
}

/** Whether agreement lets the phrase at token j be the subject of the verb reading. */
static bool may_be_subject(const Sight *sight, uint32_t head, uint32_t j) {
    const Reading *verb = reading_best(sight->readings, head);
    const Features *f = &verb->features;
    if (f->number == NUMBER_PLURAL || f->number == NUMBER_DUAL ||
        (f->person != 3 && !third_person_too(sight, head))) {
        return false;
    }
    if (oblique(sight, j)) {
        return false;
    }
    bool elided = sight->at[head].joined && sight->subject.end > 0;
    uint32_t noun_at = sight->tokens->at[j].kind == TOKEN_NUMBER ? j + 1 : j;
    if (elided && f->gender == GENDER_FEMININE && names_men(sight, noun_at)) {
        return false; /* إسرائيل تمنع … │وتوبخ خمسة سفراء│ */
    }
    if (sight->at[j].unit != NONE) {
        bool masculine = f->gender == GENDER_MASCULINE && f->voice != VOICE_PASSIVE;
        const Reading *noun = reading_best(sight->readings, j);
        bool other = masculine && j == head + 1 && (noun->proclitics & PRO_AL) != 0 &&
                     noun->features.gender == GENDER_FEMININE && sight->subject.end > 0 &&
                     noun->features.number == NUMBER_SINGULAR &&
                     noun->features.pos == POS_NOUN; /* كما طالب │السلطة الفلسطينية│ بـ … */
        return !other && !(elided && masculine && argument_names_country(sight, j));
    }
    const Features *noun = &reading_best(sight->readings, j)->features;
    bool feminine = noun->gender == GENDER_FEMININE;
    if (f->gender == GENDER_FEMININE && noun->deverbal == DEVERBAL_MASDAR &&
        noun->gender == GENDER_MASCULINE && noun->number == NUMBER_SINGULAR) {
        return false; /* قررت │إلغاء الاتفاق│ */
    }
    return !(f->gender == GENDER_MASCULINE && feminine && f->voice != VOICE_PASSIVE);
}

/** Whether the verb at `head` has its own subject behind it: في وقت أعلنت │واشنطن│. */
static bool subject_behind(const Sight *sight, uint32_t head) {
    uint32_t next = head + 1;
    return next < sight_sentence_end(sight, head) && phrase_nominal(sight, next) &&
           sight->at[next].clitic == PARTICLE_NONE && may_be_subject(sight, head, next);
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
        noun->unit != NONE || noun->particle != PARTICLE_NONE || verb->features.person != 3) {
        return (Argument){0};
    }
    bool event = sight->clause_of[j - 1] != NONE;
    if (!event) {
        Argument before = argument_subject_before(sight, head);
        bool leads = before.end > 0 && before.first < j && j <= before.end; /* أن │شابا│ قتل */
        if (leads || noun->joined || verb->enclitic.person == 3 || subject_behind(sight, head)) {
            return (Argument){0};
        }
    }
    return (Argument){.role = ROLE_SUBJECT, .first = j - 1, .end = head, .marker = NONE};
}

/** مطلب │ترفضه ألمانيا│: behind a verb that has its object written onto it stands who does it, and
 *  what stands before is the object. */
static bool actor_behind(const Sight *sight, uint32_t head) {
    uint32_t next = head + 1;
    return next < sight->tokens->count && sight->at[next].unit == next &&
           sight->at[next].actor != NONE && !sight->at[next].adverbial && !sight->at[next].joined &&
           subject_behind(sight, head);
}

/** التحقيق الذي │تعهد الجيش│ بإجرائه: a verb that takes no object, and who does it behind it. */
static bool acts_intransitively(const Sight *sight, uint32_t head) {
    Senses senses = actor_behind(sight, head) ? head_senses(sight, head) : (Senses){.count = 0};
    for (uint32_t i = 0; i < senses.count; i++) {
        Frame frame = frame_at(sight->model, senses.rows[i]);
        if (strcmp(frame.source, "subj") != 0 || frame_selects(frame.target, "obj")) {
            return false;
        }
    }
    return senses.count > 0;
}

typedef struct VerbSlots {
    const Reading *verb;
    uint32_t head;
    bool inner;        /* a phrase names an event: بين and مع behind it tell its sides */
    bool listed;       /* behind a comma, one more of those acted on */
    bool of_state;     /* in a relative clause about a state */
    bool subject;      /* found */
    bool closed;       /* an object has come: what follows is no subject */
    bool object_first; /* a light verb: an event noun without an article is its object */
    uint32_t objects, pauses;
    Argument aside; /* with whom an event inside is: of a noun, but named here */
} VerbSlots;

static void bare_phrase(Sight *sight, VerbSlots *slots, Argument range) {
    uint32_t j = range.first;
    bool event = sight->clause_of[j] != NONE && !sight->at[j].definite && slots->object_first;
    if (!slots->subject && !slots->closed && !event && may_be_subject(sight, slots->head, j)) {
        range.role = ROLE_SUBJECT;
        slots->subject = true;
    } else if (slots->subject && slots->objects == 0 && j > 0 &&
               head_of_class(sight, j - 1, slice_of("AMONG"))) {
        range.role = ROLE_SUBJECT; /* امتنعت ثلاث دول عن التصويت، هي │الصين وروسيا وإثيوبيا│ */
    } else if (slots->objects < OBJECTS || slots->listed) {
        range.role = ROLE_OBJECT;
        slots->objects++;
        slots->closed = true;
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

/** The phrases behind a verb, up to `limit`. */
static void scan_verb(Sight *sight, VerbSlots *slots, uint32_t from, uint32_t limit) {
    for (uint32_t j = from; j < limit;) {
        const Glance *g = &sight->at[j];
        if (sight_pauses(sight, j)) {
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

/** أنه، إنها، لكنه: the conjunction at token i carries the subject. */
static bool pronoun_subject(const Sight *sight, uint32_t i) {
    uint8_t particle = sight->at[i].particle;
    return (particle == PARTICLE_THAT || particle == PARTICLE_CONJUNCTION) &&
           reading_best(sight->readings, i)->enclitic.person == 3;
}

/** الشروط التي وافقت │عليها│ الكويت: what the relative clause is about stands behind a preposition.
 */
static bool resumed(const Sight *sight, uint32_t head) {
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

/** في تصريحات │للأسد│ هدد فيها …: whose words or meeting the noun is that the verb takes up. */
static Argument owner_before(const Sight *sight, uint32_t head) {
    uint32_t j = sight_before_adverbials(sight, head);
    bool owner = j > 0 && sight->at[j - 1].unit != NONE && sight->at[j - 1].actor != NONE &&
                 sight->tokens->at[j - 1].sentence == sight->tokens->at[head].sentence &&
                 !sight->mentions->actor_mentions.at[sight->at[j - 1].actor].as_place;
    uint32_t behind = head + 2; /* جرت في أوغندا وتوسط فيها │الرئيس│: another acts */
    bool another = behind < sight->tokens->count && phrase_nominal(sight, behind) &&
                   sight->at[behind].clitic == PARTICLE_NONE;
    return owner && !another && resumed(sight, head) ? (Argument){.role = ROLE_SUBJECT,
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

/** Subject and object that stand before the verb. */
static void before_verb(Sight *sight, Clause *clause, VerbSlots *slots) {
    Argument relative = antecedent(sight, clause_begin(sight, clause->head));
    relative = relative.end > 0 ? relative : told_of_noun(sight, clause->head);
    relative = relative.end > 0 ? relative : argument_told_men(sight, clause->head);
    if (relative.end > 0 && resumed(sight, clause->head)) {
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
        bool object =
            !clause->passive && !gathers &&
            (slots->verb->enclitic.person == 3 ||
             (!argument_names_actor(sight, relative) && acts_intransitively(sight, clause->head)));
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
    before = before.end > 0 ? before : subject_before_relative(sight, clause->head);
    before = before.end > 0 || sight->at[clause->head].joined ? before
                                                              : owner_before(sight, clause->head);
    if (before.end > 0 &&
        (slots->verb->features.person == 3 || third_person_too(sight, clause->head))) {
        bool object = slots->verb->enclitic.person == 3 && !clause->passive &&
                      actor_behind(sight, clause->head);
        before.role = object ? ROLE_OBJECT : ROLE_SUBJECT;
        slots->subject = !object;
        slots->objects += object;
        argument_add(sight, before);
    }
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
    before_verb(sight, clause, &slots);
    bool pronoun = slots.verb->enclitic.person != 0 && slots.objects == 0;
    bool worded = clause->head_end > clause->head + 1; /* دعاه إلى زيارة │نيروبي│: no object */
    slots.objects += pronoun ? (worded ? OBJECTS : 1) : 0;
    uint32_t limit = argument_limit(sight, clause->head_end);
    scan_verb(sight, &slots, clause->head_end, limit);
    clause->end = limit;
    Argument asked = slots.subject && slots.objects == 0 && slots.pauses > 0
                         ? argument_behind_aside(sight, clause->head, limit)
                         : (Argument){0};
    if (asked.end > 0) {
        argument_add(sight, asked);
    }
    argument_act_on_object(sight, clause);
    clause->passive |= slots.object_first && !slots.subject && argument_held_itself(sight, clause);
    bool third = slots.verb->features.person == 3 || third_person_too(sight, clause->head);
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
