/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether the genitive of a masdar or noun acts or is acted on.
 * Input:  Sight, a clause of a noun with its frame.   Output: the role of its genitive.
 *
 *     اعتقال │الشرطة│ لصحفي      subject          تم اعتقال │الصحفي│، عقوبات │روسيا│      acted on
 */
#include "clause/sight.h"

/** تحالف │لدعم اليمن│، أقلع │لقصف مواقع│: behind ل of purpose whom the act is meant for, not who
 * acts. */
static bool for_whom(const Sight *sight, const Clause *clause) {
    static const char *const types[] = {"SUPPORT", "AID", "THREATEN", "ASSAULT", NULL};
    return clause_is_any(sight, clause, types) && clause->kind == HEAD_MASDAR &&
           sight->at[clause->head].clitic == PARTICLE_TO && !sight->at[clause->head].definite &&
           frame_selects(frame_at(sight->model, clause->frame).target, "obj");
}

/** قصف │سوريا│: what is shelled, where it is a state by its name, unlike قصف │الجيش السوري│. */
static bool shelled(const Sight *sight, const Clause *clause, const Argument *genitive) {
    uint32_t first = genitive->first;
    const Features *f = &reading_best(sight->readings, clause->head)->features;
    bool act = f->deverbal == DEVERBAL_MASDAR && f->gender == GENDER_MASCULINE;
    return act && clause_is_type(sight, clause, "ASSAULT") &&
           strcmp(frame_at(sight->model, clause->frame).modes, "heavy-weapons") == 0 &&
           sight->at[first].unit == first && sight->at[first].unit_end == genitive->end &&
           argument_names_country(sight, first);
}

/** حرب │اليمن│: where it is fought, unlike حرب إسرائيل │على غزة│، │في لبنان│. */
static bool fought_in(const Sight *sight, const Clause *clause, const Argument *genitive) {
    bool war =
        head_of_class(sight, clause->head, slice_of("WARS")) &&
        sight->at[genitive->first].unit == genitive->first &&
        sight->at[genitive->first].unit_end == genitive->end &&
        argument_names_country(sight, genitive->first) &&
        sight->mentions->actor_mentions.at[sight->at[genitive->first].actor].form == MENTION_NAME;
    for (uint32_t i = clause->argument_first; war && i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        static const uint8_t foes[] = {PARTICLE_ON,      PARTICLE_AGAINST, PARTICLE_WITH,
                                       PARTICLE_BETWEEN, PARTICLE_IN,      PARTICLE_TO};
        for (size_t k = 0; !argument->inferred && k < sizeof foes; k++) {
            war &= argument->particle != foes[k];
        }
    }
    return war;
}

/** قصف إسرائيل أمس │لغزة│: whether ل leads to whom the act hits, behind its agent and the times. */
static bool lam_behind(const Sight *sight, uint32_t i) {
    while (i < sight->tokens->count && sight->at[i].adverbial && sight->at[i].unit_end > i &&
           sight->at[i].clitic != PARTICLE_TO) {
        i = sight->at[i].unit_end;
    }
    return i < sight->tokens->count && sight->at[i].clitic == PARTICLE_TO;
}

/** عقوبات │روسيا│: whom they hit, where nobody else is told, unlike عقوبات واشنطن │على│ …. */
static bool sanctioned(const Sight *sight, const Clause *clause, const Argument *genitive) {
    uint32_t first = genitive->first;
    return clause->kind == HEAD_NOUN && clause_is_type(sight, clause, "SANCTION") &&
           sight->at[first].unit == first && sight->at[first].unit_end == genitive->end &&
           argument_names_country(sight, first);
}

/** في دعم │الميليشيات│: an armed group is who is helped, unless ل or ب tells another. */
static bool helped_group(const Sight *sight, const Clause *clause, const Argument *genitive) {
    static const char *const help[] = {"SUPPORT", "AID", NULL};
    uint32_t at = genitive->first < genitive->end ? sight->at[genitive->first].actor : NONE;
    if (at == NONE || clause->kind != HEAD_MASDAR || genitive->inferred ||
        sight->at[clause->head].clitic == PARTICLE_BY || !clause_is_any(sight, clause, help) ||
        !head_of_class(sight, clause->head, slice_of("HELP"))) {
        return false;
    }
    const Mentions *m = sight->mentions;
    const Actor *actor = &m->actors.at[m->actor_mentions.at[at].actor];
    static const char *const armed[] = {"REB", NULL};
    return actor->kind == ACTOR_GROUP || actor_in_sector(actor, armed);
}

/** تم │اعتقال الصحفي│، سيتم │استدعاء السفير│: what is done to somebody without a word of who does
 * it.
 */
static bool done_to(const Sight *sight, const Clause *clause) {
    uint32_t i = clause->head;
    i -= i > 0 && sight_pauses(sight, i - 1);
    i = sight_before_adverbials(sight, i); /* تم │اليوم│ اعتقال … */
    return clause->kind == HEAD_MASDAR && i > 0 && head_of_class(sight, i - 1, slice_of("DONE")) &&
           frame_selects(frame_at(sight->model, clause->frame).target, "obj");
}

/** رفض │قرار الرئيس│، تأييد │موقف الرياض│: a thing or an act is judged, and judges nobody. */
static bool judged(const Sight *sight, const Clause *clause, Argument range) {
    static const char *const types[] = {"REJECT", "ACCUSE", "SUPPORT", NULL};
    static const char *const people[] = {"TROOPS", "WHOSE_PEOPLE", "MEMBERS", NULL};
    return range.marker == clause->head && !range.inferred && clause->kind == HEAD_MASDAR &&
           clause_is_any(sight, clause, types) &&
           (argument_names_act(sight, range, people) ||
            head_of_class(sight, range.first, slice_of("OFFER")) ||
            head_of_class(sight, range.first, slice_of("CONDUCT")) ||
            head_of_class(sight, range.first, slice_of("TEXT")));
}

/** اعتقال │تونسي│، ترحيل │سوري│: behind a masdar without an article, of holding somebody, an
 * adjective without one is who is held. */
static bool held(const Sight *sight, const Clause *clause, const Argument *adjective) {
    static const char *const modes[] = {"arrest", "deport", "abduct"};
    static const char *const types[] = {"COERCE", "ASSAULT", NULL};
    bool bare = adjective->adjective && !adjective->inferred && clause->kind == HEAD_MASDAR &&
                adjective->first == clause->head_end && !sight->at[adjective->first].joined &&
                (reading_best(sight->readings, adjective->first)->proclitics & PRO_AL) == 0 &&
                argument_names_actor(sight, *adjective) && clause_is_any(sight, clause, types);
    const char *mode = frame_at(sight->model, clause->frame).modes;
    for (size_t i = 0; bare && i < sizeof modes / sizeof modes[0]; i++) {
        if (strcmp(mode, modes[i]) == 0) {
            return true;
        }
    }
    return false;
}

/** اتهام │روسيا│ بتدبير …: who is charged, where ب tells with what and nobody else is charged. */
static bool charged(const Sight *sight, const Clause *clause, const Argument *genitive) {
    uint32_t end = genitive->end;
    return clause->kind == HEAD_MASDAR && clause_is_type(sight, clause, "ACCUSE") &&
           !genitive->inferred && !sight->at[clause->head].definite &&
           reading_best(sight->readings, clause->head)->features.number == NUMBER_SINGULAR &&
           head_of_class(sight, clause->head, slice_of("CHARGES")) && end < sight->tokens->count &&
           sight->at[end].clitic == PARTICLE_BY;
}

/** متوعدا │أوغندا│: what stands behind an active participle is on whom it is. */
static bool participle_object(const Sight *sight, const Clause *clause) {
    const Features *f = &reading_best(sight->readings, clause->head)->features;
    return clause->kind == HEAD_PARTICIPLE && f->deverbal == DEVERBAL_ACTIVE &&
           !sight->at[clause->head].definite &&
           frame_selects(frame_at(sight->model, clause->frame).target, "obj");
}

/** The genitive of a masdar is its agent or its object; اتهام موسكو لواشنطن has both. */
void clause_genitive(Sight *sight, Clause *clause) {
    uint8_t genitive = frame_at(sight->model, clause->frame).genitive;
    bool dead = genitive == FRAME_PATIENT && clause->kind != HEAD_VERB &&
                head_of_class(sight, clause->head, slice_of("DEATHS"));
    bool to = false, aims = false;
    bool force = clause_is_type(sight, clause, "ASSAULT"); /* ضربات الحوثيين │على السعودية│ */
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        bool aimed = argument->particle == PARTICLE_ON || argument->particle == PARTICLE_AGAINST;
        bool object = argument->role == ROLE_OBJECT && argument->marker != clause->head &&
                      !argument->inferred; /* اعتقال إسرائيل │نائبا│ */
        bool by = argument->marker == clause->head && !argument->inferred &&
                  lam_behind(sight, argument->end);
        aims |= aimed;
        to |= argument->particle == PARTICLE_TO || object || by ||
              (force && aimed && !argument->inferred && argument_names_actor(sight, *argument));
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        if ((dead && argument->adjective && !argument->inferred) || held(sight, clause, argument)) {
            argument->adjective = false; /* مقتل │فلسطيني│ */
            argument->role = ROLE_OBJECT;
        }
        bool visit = genitive == FRAME_AGENT && clause_is_type(sight, clause, "CONSULT") &&
                     frame_selects(frame_at(sight->model, clause->frame).target, "place");
        uint32_t first = argument->first;
        bool there =
            visit && ((sight->at[first].unit == first && argument_names_country(sight, first)) ||
                      head_of_class(sight, first, slice_of("TERRITORY")));
        bool visited =
            there || judged(sight, clause, *argument) || done_to(sight, clause) ||
            participle_object(sight, clause) ||
            (genitive == FRAME_AGENT && for_whom(sight, clause)) ||
            (!to && (shelled(sight, clause, argument) || fought_in(sight, clause, argument) ||
                     charged(sight, clause, argument) || helped_group(sight, clause, argument)));
        if (argument->marker == clause->head && !to && !aims &&
            sanctioned(sight, clause, argument)) {
            argument->role = ROLE_PREPOSITION;
            argument->particle = PARTICLE_ON;
        }
        if (argument->role == ROLE_OBJECT && argument->marker == clause->head && !visited &&
            (genitive != FRAME_PATIENT || to)) {
            argument->role = ROLE_SUBJECT;
        }
    }
}

/* ---- The genitive where a verb lends who acts ---- */

static const char *code_of(const Sight *sight, Argument range) {
    for (uint32_t i = range.first; i < range.end; i++) {
        if (sight->at[i].actor != NONE) {
            const Mentions *m = sight->mentions;
            return m->actors.at[m->actor_mentions.at[sight->at[i].actor].actor].code;
        }
    }
    return NULL;
}

/** The phrase that a verb has lent the noun as who acts; NULL. */
static const Argument *lent_agent(const Sight *sight, const Clause *clause) {
    const Argument *agent = NULL;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        bool lent = argument->role == ROLE_SUBJECT && argument->inferred && !argument->adjective &&
                    argument_names_actor(sight, *argument);
        agent = lent ? argument : agent;
    }
    return agent;
}

void genitive_as_object(Sight *sight, Clause *clause) {
    static const char *const met[] = {"CONSULT", "ASSAULT", NULL}; /* زار السفير │مواطنه│ */
    const Argument *agent = lent_agent(sight, clause);
    const char *code = agent && !clause_is_any(sight, clause, met) ? code_of(sight, *agent) : NULL;
    for (uint32_t i = clause->argument_first; agent && i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        const char *other = code_of(sight, *argument);
        bool own = code && other && strcmp(code, other) == 0;
        if (argument->role == ROLE_SUBJECT && argument->marker == clause->head &&
            !argument->inferred && !own) {
            argument->role = ROLE_OBJECT;
        }
    }
}

/** قام القائم بالأعمال بزيارة │القس│: whose agent is told before it, so that the genitive is whom
 * the act goes to. */
void genitive_after_agent(Sight *sight, Clause *clause) {
    Frame frame = frame_at(sight->model, clause->frame);
    if (frame.genitive != FRAME_AGENT || !frame_selects(frame.target, "obj")) {
        return;
    }
    genitive_as_object(sight, clause);
}
