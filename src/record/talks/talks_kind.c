/* SPDX-License-Identifier: Apache-2.0
 * Role:   which events are negotiations: not a courtesy, not an interview.
 * Input:  Records up to the events.   Output: answers.
 */
#include "record/talks/talks_parties.h"

static const Clause *clause_of(const Records *records, const Event *event, uint32_t mention) {
    return &records->clauses->list.at[event->mentions.at[mention]];
}

/* │جولة│ جديدة من │المفاوضات│: the round of talks that are named behind it. */
static bool names_round(const Mentions *mentions, uint32_t token, uint32_t end) {
    enum { NEAR = 5 };
    uint32_t stop = token + NEAR < end ? token + NEAR : end;
    return wording_use(mentions, TABLE_TALKS_WORDS, token, "round") &&
           wording_find(mentions, TABLE_TALKS_WORDS, (Span){token + 1, stop}, "talks") != NONE;
}

/* The noun may stand behind its verb: أجرى │محادثات│. */
static bool named_as(const Records *records, const Clause *clause, const char *use) {
    const Mentions *mentions = record_mentions(records);
    uint32_t end = mentions->tokens->sentences[clause->sentence].end;
    bool talks = strcmp(use, "talks") == 0;
    for (uint32_t i = clause->head; i < clause->head_end; i++)
        if (wording_use(mentions, TABLE_TALKS_WORDS, i, use) ||
            (talks && names_round(mentions, i, end)))
            return true;
    return false;
}

bool talks_aimed(const Records *records, const Clause *verb) {
    const Sentence *sentence = &record_mentions(records)->tokens->sentences[verb->sentence];
    return verb->status != STATUS_OCCURRED ||
           (verb->head > sentence->first &&
            wording_use(record_mentions(records), TABLE_TALKS_WORDS, verb->head - 1, "that"));
}

/* │تتفاوض│ مالطا مع النرويج */
static bool negotiates(const Records *records, const Clause *clause) {
    return clause->kind == HEAD_VERB && named_as(records, clause, "negotiates") &&
           !talks_aimed(records, clause);
}

bool talks_named(const Records *records, const Clause *clause) {
    return named_as(records, clause, "talks") || named_as(records, clause, "summit") ||
           named_as(records, clause, "dialogue") || negotiates(records, clause);
}

const Clause *talks_verb(const Records *records, const Clause *noun) {
    if (noun->kind == HEAD_VERB || noun->parent == NONE)
        return NULL;
    const Clause *verb = &records->clauses->list.at[noun->parent];
    if (verb->kind != HEAD_VERB ||
        wording_row(record_mentions(records), TABLE_TALKS_STATUS, verb->head) == NONE)
        return NULL;
    for (uint32_t a = verb->argument_first; a < verb->argument_end; a++) {
        const Argument *argument = &records->clauses->arguments.at[a];
        bool core = argument->role == ROLE_SUBJECT || argument->role == ROLE_OBJECT;
        if (core && argument->first <= noun->head && noun->head < argument->end)
            return verb;
    }
    return NULL;
}

uint32_t talks_count(const Records *records, const Event *event, const char *use) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < event->mentions.count; i++)
        count += named_as(records, clause_of(records, event, i), use);
    return count;
}

/* Nobody but persons; on a visit the states they go to may be named besides. */
static bool of_persons(const Records *records, const Event *event) {
    bool visit = strstr(event->mode, "visit") != NULL, person = false;
    const Indexes *sides[] = {&event->source, &event->target};
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            uint8_t kind = record_mentions(records)->actors.at[sides[s]->at[i]].kind;
            person = person || kind == ACTOR_PERSON;
            if (kind != ACTOR_PERSON && kind != ACTOR_OFFICE && !(visit && kind == ACTOR_COUNTRY))
                return false;
        }
    return !visit || person;
}

/* محادثات بين …, المحادثات, جولة: more than a word for having met. */
static bool told_as_talks(const Records *records, const Clause *clause) {
    enum { NEAR = 8 };
    const Mentions *mentions = record_mentions(records);
    const Sentence *sentence = &mentions->tokens->sentences[clause->sentence];
    uint32_t stop =
        clause->head_end + NEAR < sentence->end ? clause->head_end + NEAR : sentence->end;
    Span near = {clause->head, stop};
    return (reading_best(mentions->readings, clause->head)->proclitics & PRO_AL) ||
           wording_find(mentions, TABLE_TALKS_WORDS, near, "between") != NONE ||
           wording_find(mentions, TABLE_TALKS_WORDS, near, "round") != NONE;
}

/* An envoy who goes around between the sides meets many. */
static bool with_mediator(const Records *records, const Event *event) {
    const Mentions *mentions = record_mentions(records);
    const Indexes *sides[] = {&event->source, &event->target};
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            const char *code = mentions->actors.at[sides[s]->at[i]].code;
            if (code && table_find(mentions->model, TABLE_TALKS_MEDIATORS, slice_of(code)) != NONE)
                return true;
        }
    return false;
}

/* Persons who hold talks, told once or twice: a courtesy, no negotiation. */
static bool courtesy(const Records *records, const Event *event) {
    enum { SELDOM = 2 };
    bool often = event->mentions.count > SELDOM && !with_mediator(records, event);
    if (talks_count(records, event, "summit") || often ||
        talks_count(records, event, "talks") > SELDOM || !of_persons(records, event))
        return false;
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Clause *clause = clause_of(records, event, i);
        if (talks_named(records, clause) && told_as_talks(records, clause))
            return false;
    }
    return true;
}

/* حوار │مع مالطا│ is one of states; حوار مع الكاتبة is an interview. */
static bool of_states(const Records *records, const Clause *clause) {
    const Mentions *mentions = record_mentions(records);
    for (uint32_t a = clause->argument_first; a < clause->argument_end; a++) {
        const Argument *argument = &records->clauses->arguments.at[a];
        uint32_t at = mention_actor_in(mentions, argument->first, argument->end);
        uint32_t actor = at == NONE ? NONE : mentions->actor_mentions.at[at].actor;
        if (actor == NONE || argument->inferred || mentions->actor_mentions.at[at].as_place)
            continue;
        uint8_t kind = mentions->actors.at[actor].kind;
        if (kind != ACTOR_PERSON && kind != ACTOR_OFFICE && !mentions->actors.at[actor].channel)
            return true;
    }
    return false;
}

bool talks_are(const Records *records, const Event *event) {
    if (event->type != EVENT_CONSULT || strstr(event->mode, "phone") || courtesy(records, event))
        return false;
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Clause *clause = clause_of(records, event, i);
        if (named_as(records, clause, "talks") || named_as(records, clause, "summit") ||
            negotiates(records, clause) ||
            (named_as(records, clause, "dialogue") && of_states(records, clause)))
            return true;
    }
    return false;
}
