/* SPDX-License-Identifier: Apache-2.0
 * Role:   the clauses of an article, sentence by sentence.
 * Input:  Mentions.   Output: Clauses: heads, arguments, frames, status.
 *
 *     1. heads       every finite verb; every noun with a sense in lang/events
 *     2. verbs       their arguments, and who is the subject when none is written
 *     3. nouns       their arguments, and what the verb over them lends: أجرى الوزير محادثات
 *     4. frames      the sense that the arguments allow
 *     5. status      once all verbs and frames are known
 */
#include "clause/sight.h"

enum { COLUMN_OBJECT = 5, WARNING_REACH = 14 };

static uint8_t head_kind(const Sight *sight, uint32_t i) {
    if (head_finite(sight, i)) {
        return HEAD_VERB;
    }
    if (sight->at[i].circumstance) {
        return HEAD_PARTICIPLE;
    }
    const Reading *reading = reading_best(sight->readings, i);
    switch (reading->features.deverbal) {
    case DEVERBAL_MASDAR:
        return HEAD_MASDAR;
    case DEVERBAL_ACTIVE:
    case DEVERBAL_PASSIVE:
        return HEAD_PARTICIPLE;
    default:
        return HEAD_NOUN;
    }
}

/** Words of the head at token i: those of its wording, without the preposition that leads to what
 * it takes: السيطرة │على│ المدينة. */
static uint32_t head_words(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    if (g->frame == NONE || g->guarded || g->frame_words < 2) {
        return 1;
    }
    uint8_t last = sight->at[i + g->frame_words - 1].particle;
    bool leads = last == PARTICLE_ON || last == PARTICLE_ABOUT || last == PARTICLE_WITH;
    return leads ? g->frame_words - 1 : g->frame_words;
}

static void heads(Sight *sight, uint32_t s) {
    const Sentence *sentence = &sight->tokens->sentences[s];
    uint32_t from = sentence->dateline > sentence->first ? sentence->dateline : sentence->first;
    for (uint32_t i = from; i < sentence->end; i++) {
        bool verb = head_finite(sight, i);
        if (!verb && head_senses(sight, i).count == 0) {
            continue;
        }
        const Glance *g = &sight->at[i];
        uint32_t words = head_words(sight, i);
        const Features *f = &reading_best(sight->readings, i)->features;
        sight->clause_of[i] = sight->clauses->list.count;
        *VECTOR_PUSH(sight->arena, &sight->clauses->list) =
            (Clause){.sentence = s,
                     .head = i,
                     .head_end = i + words,
                     .first = i,
                     .end = i + words,
                     .frame = NONE,
                     .parent = NONE,
                     .kind = head_kind(sight, i),
                     .relation = verb ? RELATION_MAIN : RELATION_NOMINAL,
                     .passive = verb && f->voice == VOICE_PASSIVE,
                     .circumstance = !verb && g->circumstance};
        i += words - 1;
    }
}

/** The possessor on the noun: مباحثاتها. Stands for the last subject. */
static void possessor(Sight *sight, Clause *clause, Argument salient) {
    const Enclitic *pronoun = &reading_best(sight->readings, clause->head)->enclitic;
    if (pronoun->person != 3 || salient.end == 0 || clause_has_subject(sight, clause)) {
        return;
    }
    if (pronoun->number == NUMBER_PLURAL && argument_one_person(sight, salient)) {
        return; /* اجتماعهم: not hers */
    }
    Argument whom = borrow_blamed(sight, clause);
    if (whom.end > 0) {
        salient = whom;
        salient.particle = PARTICLE_NONE;
    } else if (pronoun->number == NUMBER_SINGULAR) {
        salient = argument_agreeing(sight, salient, pronoun->gender, clause->head);
    }
    salient.role = ROLE_OBJECT; /* a genitive: its frame tells agent from patient */
    salient.marker = clause->head;
    salient.inferred = true;
    argument_add(sight, salient);
    clause->argument_end = sight->clauses->arguments.count;
}

/** Gender and number of whom a word of its own tells: هي، إنهم، باتت. */
typedef struct {
    uint8_t gender, number;
} Agreement;

/** Whether the words right before token i stand for somebody named before, of whom it tells: وهي،
 *  إنهم، لا تزال. */
static bool stands_for(const Sight *sight, uint32_t i, Agreement *agreement) {
    bool copula = false;
    for (uint32_t words = 1; words <= 2 && words <= i && !copula; words++) {
        const Glance *g = &sight->at[i - words];
        if (g->particle == PARTICLE_COPULA && g->particle_words == words) { /* لا تزال */
            const Features *f = &reading_best(sight->readings, i - 1)->features;
            *agreement = (Agreement){f->gender, f->number};
            copula = true;
            i -= words;
        }
    }
    if (i == 0) {
        return copula;
    }
    const Reading *before = reading_best(sight->readings, i - 1);
    const Features *f = &before->features;
    uint8_t particle = sight->at[i - 1].particle;
    bool joins = sight->at[i - 1].kind == KIND_OTHER &&
                 (particle == PARTICLE_NONE || particle == PARTICLE_THAT ||
                  particle == PARTICLE_CONJUNCTION);
    if (f->pos == POS_PRON && f->person == 3) {
        *agreement = (Agreement){f->gender, f->number};
        return true;
    }
    if (joins && before->enclitic.person == 3) {
        *agreement = (Agreement){before->enclitic.gender, before->enclitic.number};
        return true;
    }
    return copula;
}

/** أن │البحرين│ ستظل ملتزمة، │بلاده│ باتت جاهزة: of whom the verb before token i tells that they
 * are so; end 0 without one. */
static Argument named_before(Sight *sight, uint32_t i) {
    enum { WORDS = 2 };
    for (uint32_t words = 1; words <= WORDS && words < i; words++) {
        const Glance *g = &sight->at[i - words];
        if (g->particle != PARTICLE_COPULA || g->particle_words != words) {
            continue;
        }
        Argument before = argument_subject_before(sight, i - words);
        return argument_names_actor(sight, before) ? before : (Argument){0};
    }
    return (Argument){0};
}

/** وهي │ملتزمة│ بـ، إنهم │على استعداد│ لـ: of whom the words right before it tell. */
static void told_of(Sight *sight, Clause *clause, Argument salient) {
    const Features *f = &reading_best(sight->readings, clause->head)->features;
    bool trait = clause->kind == HEAD_PARTICIPLE || f->pos == POS_ADJ ||
                 sight->at[clause->head].particle == PARTICLE_ON;
    Agreement agreement = {0};
    if (!trait || clause_has_subject(sight, clause)) {
        return;
    }
    Argument named = named_before(sight, clause->head);
    if (named.end > 0) {
        salient = named;
    } else if (salient.end == 0 || !stands_for(sight, clause->head, &agreement)) {
        return;
    } else if (agreement.number == NUMBER_SINGULAR) {
        salient = argument_agreeing(sight, salient, agreement.gender, clause->head);
    }
    salient.role = ROLE_SUBJECT;
    salient.marker = NONE;
    salient.inferred = true;
    argument_add(sight, salient);
    clause->argument_end = sight->clauses->arguments.count;
}

/** مناقشات │بينه وبين│ لافروف: the pronoun stands for the last subject. */
static void between_him(Sight *sight, Clause *clause, Argument salient) {
    for (uint32_t i = clause->argument_first, end = clause->argument_end; i < end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        bool sides = argument->particle == PARTICLE_WITH || argument->particle == PARTICLE_BETWEEN;
        if (!sides || argument->inferred || salient.end == 0 || argument->marker == NONE ||
            sight->at[argument->marker].particle_words < 2 ||
            reading_best(sight->readings, argument->marker)->enclitic.person != 3) {
            continue;
        }
        salient.role = ROLE_PREPOSITION;
        salient.particle = argument->particle;
        salient.marker = clause->head; /* as good as said: not only where nothing else is */
        salient.inferred = true;
        argument_add(sight, salient);
        clause->argument_end = sight->clauses->arguments.count;
    }
}

/** Whether a feminine verb is followed by a masculine subject: it is a masdar (وتخلي الحلف). */
static bool disagrees(const Sight *sight, const Clause *clause) {
    const Features *verb = &reading_best(sight->readings, clause->head)->features;
    if (clause->kind != HEAD_VERB || verb->gender != GENDER_FEMININE ||
        verb->aspect != ASPECT_IMPERFECT || clause->passive) {
        return false;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role != ROLE_SUBJECT || argument->inferred ||
            argument->first != clause->head_end) {
            continue;
        }
        const Features *noun = &reading_best(sight->readings, argument->first)->features;
        return noun->pos == POS_NOUN && noun->gender == GENDER_MASCULINE &&
               noun->number == NUMBER_SINGULAR && sight->at[argument->first].definite;
    }
    return false;
}

/** قتل خمسة جنود: killed, not killing, where the only phrase is an indefinite one behind it. */
static bool suffers(const Sight *sight, const Clause *clause) {
    if (frame_at(sight->model, clause->frame).genitive != FRAME_PATIENT || clause->passive ||
        reading_best(sight->readings, clause->head)->enclitic.person != 0) {
        return false;
    }
    bool indefinite = false, aside = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        aside |= argument->role == ROLE_PREPOSITION;
        if (argument->role == ROLE_OBJECT && !aside) {
            return false;
        }
        indefinite |= argument->role == ROLE_SUBJECT && !argument->inferred &&
                      argument->first >= clause->head_end && !sight->at[argument->first].definite;
    }
    return indefinite;
}

static bool visits(const Sight *sight, const Clause *clause) {
    return strcmp(frame_at(sight->model, clause->frame).modes, "visit") == 0;
}

/** ورفض │استئناف المفاوضات│: an act, which does nothing itself. But ودعا │اجتماع الوزراء│ إلى …. */
static bool acts_nothing(const Sight *sight, const Clause *clause, Argument range) {
    static const char *const troops[] = {"TROOPS", NULL};
    Senses senses = head_senses(sight, range.first);
    bool meeting = false;
    for (uint32_t i = 0; i < senses.count; i++) {
        meeting |= strcmp(frame_type(sight->model, senses.rows[i]), "CONSULT") == 0;
    }
    static const char *const shooting[] = {"ASSAULT", "MOBILIZE", NULL};
    bool weapon = clause_is_any(sight, clause, shooting) && /* وتطلق │الصواريخ│ على … */
                  head_of_class(sight, range.first, slice_of("WEAPON"));
    weapon |= clause_is_type(sight, clause, "ASSAULT") && /* وتقصف │الأراضي الكينية│ */
              sight->at[range.first].unit == NONE &&
              head_of_class(sight, range.first, slice_of("TERRITORY"));
    return sight->at[clause->head].joined && !meeting &&
           (weapon || argument_names_act(sight, range, troops));
}

/** وتهدد الحركة الملاحة، │وتطلق الصواريخ│ …: a joined verb of shooting in the imperfect, which no
 * letter shows to be passive, goes on about who acts. */
static bool fires(const Sight *sight, const Clause *clause) {
    static const char *const shooting[] = {"ASSAULT", "MOBILIZE", NULL};
    return sight->at[clause->head].joined && clause_is_any(sight, clause, shooting) &&
           reading_best(sight->readings, clause->head)->features.aspect == ASPECT_IMPERFECT &&
           clause->head_end < sight->tokens->count &&
           head_of_class(sight, clause->head_end, slice_of("WEAPON"));
}

/** وزار │موسكو│: the phrase is a state or its capital, and nothing else. */
static bool is_country(const Sight *sight, Argument range) {
    return range.end == sight->at[range.first].unit_end &&
           argument_names_country(sight, range.first);
}

/** بوتين يلتقي ميركل │ويدعو أوروبا│ إلى …: behind a verb whose subject stands before it, a joined
 *  one that may have whom it asks as its object has the same subject. */
static bool goes_on(const Sight *sight, const Clause *clause, const Clause *before) {
    bool follows = before && sight->at[clause->head].joined && clause->head > 0 &&
                   !sight_pauses(sight, clause->head - 1) && before->relation == RELATION_MAIN &&
                   strncmp(frame_at(sight->model, clause->frame).target, "obj", 3) == 0;
    for (uint32_t i = before ? before->argument_first : 0; follows && i < before->argument_end;
         i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred) {
            return argument->first < before->head && argument_names_actor(sight, *argument);
        }
    }
    return false;
}

/** والتقى خلال زيارته رئيس الوزراء، واتهم إيران بـ…: the only phrase is whom somebody met or
 *  accused; who did is the subject before. */
static void meets_alone(Sight *sight, Clause *clause, Argument salient, const Clause *before) {
    const Features *verb = &reading_best(sight->readings, clause->head)->features;
    if (clause->frame == NONE || salient.end == 0 || verb->number != NUMBER_SINGULAR ||
        (clause->passive && !fires(sight, clause)) || clause->relation == RELATION_RELATIVE) {
        return;
    }
    bool on = goes_on(sight, clause, before);
    bool alone = on || frame_selects(frame_at(sight->model, clause->frame).source, "alone");
    bool meeting = clause_is_type(sight, clause, "CONSULT");
    Argument *met = NULL;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        bool subject = argument->role == ROLE_SUBJECT && !argument->inferred;
        bool partner =
            meeting && (argument->particle == PARTICLE_BY || argument->particle == PARTICLE_WITH);
        if (argument->role == ROLE_OBJECT || partner ||
            (subject && argument->first < clause->head) ||
            (argument->role == ROLE_SUBJECT && argument->inferred)) {
            return;
        }
        met = subject ? argument : met;
    }
    if (on && met && met->first != clause->head_end) {
        return;
    }
    if (met && (!alone                  ? acts_nothing(sight, clause, *met)
                : visits(sight, clause) ? is_country(sight, *met)
                : meeting               ? argument_met(sight, *met)
                                        : sight->at[met->first].actor != NONE)) {
        met->role = ROLE_OBJECT;
        clause->passive = false;
        salient.inferred = true;
        argument_add(sight, salient);
        clause->argument_end = sight->clauses->arguments.count;
        sight->subject = salient;
    }
}

/** Choose the frame; for a verb right behind its arguments, so that nouns can ask for it. */
static void choose(Sight *sight, Clause *clause) {
    Senses senses = head_senses(sight, clause->head);
    clause->frame = disagrees(sight, clause) ? NONE : head_choose(sight, clause, &senses);
    if (clause->frame != NONE && clause->kind != HEAD_VERB) {
        clause_genitive(sight, clause);
    } else if (clause->frame != NONE && suffers(sight, clause)) {
        clause->passive = true;
    }
}

/** Row of the sense of `clause` for a warning of what one will do oneself, or NONE. */
static uint32_t own_act(const Sight *sight, const Clause *clause) {
    Senses senses = head_senses(sight, clause->head);
    for (uint32_t i = 0; i < senses.count; i++) {
        if (slice_is(table_cell(sight->model, TABLE_FRAMES, senses.rows[i], COLUMN_OBJECT),
                     "OWN_ACT")) {
            return senses.rows[i];
        }
    }
    return NONE;
}

static const char *subject_code(const Sight *sight, const Clause *clause) {
    uint32_t subject = clause_subject(sight, clause);
    return subject == NONE ? NULL : sight->mentions->actors.at[subject].code;
}

/** حذر الوزير من أن بلاده │سترد│: a warning of one's own act is a threat. `next` is the verb behind
 *  it. */
static void warns(Sight *sight, Clause *clause, const Clause *next) {
    bool that = next->head > clause->head && next->head - clause->head < WARNING_REACH;
    bool will = (reading_best(sight->readings, next->head)->proclitics & PRO_SA) ||
                head_light_makes(sight, next->head, "planned"); /* أنها │تعتزم│ */
    uint32_t row = that && will ? own_act(sight, clause) : NONE;
    const char *warner = row == NONE ? NULL : subject_code(sight, clause);
    const char *actor = warner ? subject_code(sight, next) : NULL;
    if (actor && strcmp(actor, warner) == 0) {
        clause->frame = row;
    }
}

/** في ختام │زيارته│ لطهران قال الوزير …: the pronoun before the first verb stands for its subject.
 */
static bool fronted(const Sight *sight, const Clause *clause, const Clause *verb,
                    Argument subject) {
    const Enclitic *pronoun = &reading_best(sight->readings, clause->head)->enclitic;
    bool behind = subject.end > 0 && subject.first > clause->head && subject.first < verb->end &&
                  verb->relation != RELATION_RELATIVE;
    return behind && !subject.inferred && pronoun->number == NUMBER_SINGULAR &&
           pronoun->gender == reading_best(sight->readings, verb->head)->features.gender &&
           argument_one_person(sight, subject);
}

static void build_sentence(Sight *sight, uint32_t s) {
    Clauses *out = sight->clauses;
    uint32_t first = out->list.count;
    heads(sight, s);
    uint32_t count = out->list.count - first;
    Argument *salient = ARENA_ARRAY(sight->arena, Argument, count + 1);
    Argument main_subject = {0};
    uint32_t verb = NONE, leading = NONE;
    for (uint32_t i = 0; i < count; i++) {
        Clause *clause = &out->list.at[first + i];
        if (clause->kind == HEAD_VERB) {
            Argument before = sight->subject;
            argument_of_verb(sight, clause);
            choose(sight, clause);
            meets_alone(sight, clause, before, verb == NONE ? NULL : &out->list.at[verb]);
            if (verb != NONE) {
                warns(sight, &out->list.at[verb], clause);
            }
            verb = first + i;
            leading = leading == NONE ? verb : leading;
            main_subject = main_subject.end > 0 ? main_subject : sight->subject;
        } else if (clause->circumstance) {
            argument_of_circumstance(sight, clause,
                                     main_subject.end > 0 ? main_subject : sight->subject);
            choose(sight, clause);
        }
        salient[i] = sight->subject;
    }
    for (uint32_t i = 0; i < count; i++) {
        Clause *clause = &out->list.at[first + i];
        if (clause->kind != HEAD_VERB && !clause->circumstance) {
            argument_of_noun(sight, clause);
            bool before = leading != NONE && clause->head < out->list.at[leading].head &&
                          fronted(sight, clause, &out->list.at[leading], main_subject);
            salient[i] = before ? main_subject : salient[i];
            possessor(sight, clause, salient[i]);
            told_of(sight, clause, salient[i]);
            between_him(sight, clause, salient[i]);
            choose(sight, clause);
            if (!borrow_allowed(sight, clause)) {
                borrow_from_masdar(sight, clause, salient[i]);
                borrow_from_verb(sight, clause);
                borrow_from_joined(sight, clause);
                borrow_apart(sight, clause, salient[i]);
            }
            argument_foe_again(sight, clause);
            if (clause->frame == NONE) {
                choose(sight, clause);
            }
        }
    }
    if (main_subject.end > 0) {
        argument_main_subject(sight, main_subject);
    }
}

Clauses *clause_run(Arena *arena, const Mentions *mentions) {
    Clauses *clauses = ARENA_NEW(arena, Clauses);
    clauses->mentions = mentions;
    Sight sight = {.arena = arena,
                   .mentions = mentions,
                   .tokens = mentions->tokens,
                   .readings = mentions->readings,
                   .model = mentions->model,
                   .clauses = clauses};
    sight_fill(&sight);
    for (uint32_t s = 0; s < sight.tokens->sentence_count; s++) {
        build_sentence(&sight, s);
    }
    status_run(&sight);
    return clauses;
}
