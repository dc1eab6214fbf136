/* SPDX-License-Identifier: Apache-2.0
 * Role:   who negotiates in an event of talks, and who only brings them together.
 * Input:  Records up to the instruments.   Output: codes.
 */
#include "record/talks/talks_parties.h"

#include "mention/columns.h"

enum {
    MEDIATOR_WINDOW = 4, /* tokens behind بوساطة that name the mediator */
    ATTEND_WINDOW = 3,   /* tokens before a noun of talks that tell who goes there */
    TEXTS_ASKED = 256,
    TRIPLES_MAX = 16,
    GROUPS_MAX = 32, /* states whose armed groups an article may name */
};

/* ---- The article's cast ---- */

static void add_next_actor(Arena *arena, const Mentions *mentions, uint32_t token, uint32_t limit,
                           Codes *codes) {
    uint32_t stop = token + MEDIATOR_WINDOW < limit ? token + MEDIATOR_WINDOW : limit;
    uint32_t at = mention_actor_in(mentions, token, stop);
    for (uint32_t n = 0; at != NONE && n < LISTED_MAX; n++) { /* ترعى │مالطا والنرويج│ */
        codes_add(arena, codes, wording_code(mentions, at));
        at = listed_next(mentions, mentions->actor_mentions.at[at].end);
    }
}

static void read_mediators(Arena *arena, const Mentions *mentions, Codes *mediators) {
    for (uint32_t s = 0; s < mentions->tokens->sentence_count; s++) {
        const Sentence *sentence = &mentions->tokens->sentences[s];
        for (uint32_t i = sentence->first; i + 1 < sentence->end; i++)
            if (wording_use(mentions, TABLE_TALKS_WORDS, i, "mediated") ||
                wording_row(mentions, TABLE_TALKS_MEDIATION, i) != NONE)
                add_next_actor(arena, mentions, i + 1, sentence->end, mediators);
    }
}

static void add_group(Arena *arena, Cast *cast, const char *state, const char *group) {
    for (uint32_t i = 0; i < cast->groups.count; i++) {
        ArmedGroup *known = &cast->groups.at[i];
        if (strcmp(known->state, state) != 0)
            continue;
        if (known->group && strcmp(known->group, group) != 0)
            known->group = NULL;
        return;
    }
    if (cast->groups.count < GROUPS_MAX)
        *VECTOR_PUSH(arena, &cast->groups) = (ArmedGroup){state, group};
}

/* مصر والسودان وإثيوبيا: three states that are listed together. */
static void read_triples(Arena *arena, const Mentions *mentions, Cast *cast) {
    for (uint32_t i = 0; i + 2 < mentions->actor_mentions.count; i++) {
        const char *codes[3];
        uint32_t at = i, count = 0;
        while (at != NONE && count < 3) {
            const ActorMention *mention = &mentions->actor_mentions.at[at];
            bool state =
                mention->actor != NONE && mentions->actors.at[mention->actor].kind == ACTOR_COUNTRY;
            if (!state)
                break;
            codes[count++] = mentions->actors.at[mention->actor].code;
            at = listed_next(mentions, mention->end);
        }
        if (count == 3 && at == NONE && cast->triples.count < TRIPLES_MAX)
            *VECTOR_PUSH(arena, &cast->triples) = (Triple){{codes[0], codes[1], codes[2]}};
    }
}

void cast_read(Arena *arena, const Mentions *mentions, Cast *cast) {
    read_mediators(arena, mentions, &cast->mediators);
    read_triples(arena, mentions, cast);
    for (uint32_t a = 0; a < mentions->actors.count; a++) {
        const char *code = mentions->actors.at[a].code;
        uint32_t row = code ? table_find(mentions->model, TABLE_GROUPS, slice_of(code)) : NONE;
        if (row != NONE)
            add_group(arena, cast, table_text(mentions->model, TABLE_GROUPS, row, GROUP_STATE),
                      code);
    }
}

/* The one armed group of a state that the article names, or NULL. */
static const char *cast_group(const Cast *cast, const char *state) {
    for (uint32_t i = 0; i < cast->groups.count; i++)
        if (strcmp(cast->groups.at[i].state, state) == 0)
            return cast->groups.at[i].group;
    return NULL;
}

const char *cast_code(const Cast *cast, const Actor *actor) {
    bool armed =
        actor->sector && (strcmp(actor->sector, "REB") == 0 || strcmp(actor->sector, "OPP") == 0);
    const char *group = armed && actor->code ? cast_group(cast, actor->code) : NULL;
    return group ? group : actor->code;
}

/* ---- The sides of an event ---- */

static bool mediates(const Mentions *mentions, const Cast *cast, const char *code) {
    return codes_have(&cast->mediators, code) ||
           table_find(mentions->model, TABLE_TALKS_MEDIATORS, slice_of(code)) != NONE;
}

static void add_codes(Arena *arena, const Records *records, const Cast *cast, const Indexes *actors,
                      Codes *codes) {
    for (uint32_t i = 0; i < actors->count; i++)
        codes_add(arena, codes,
                  cast_code(cast, &record_mentions(records)->actors.at[actors->at[i]]));
}

static const Sentence *sentence_of(const Records *records, const Clause *clause) {
    return &record_mentions(records)->tokens->sentences[clause->sentence];
}

static bool tells_sides(const Records *records, const Event *event) {
    const Mentions *mentions = record_mentions(records);
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Sentence *s = sentence_of(records, &records->clauses->list.at[event->mentions.at[i]]);
        if (wording_find(mentions, TABLE_TALKS_WORDS, (Span){s->first, s->end}, "sides") != NONE)
            return true;
    }
    return false;
}

/* The longest list of parties behind one of the mentions. */
static Listed listed(Arena *arena, const Records *records, const Event *event, const Cast *cast) {
    Listed longest = {.office = NONE};
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Clause *clause = &records->clauses->list.at[event->mentions.at[i]];
        if (!talks_named(records, clause))
            continue;
        Span behind = {clause->head_end, sentence_of(records, clause)->end};
        Listed list = talks_listed(arena, records, cast, behind);
        if (list.codes.count > longest.codes.count || longest.items == 0)
            longest = list;
    }
    return longest;
}

enum { NAMES_NOBODY, NAMES_SOMEBODY, NAMES_BODY };

/* قمة │حلف الأطلسي│; but الكوريتان are two states, and the European Union negotiates itself, though
 * قمة أوروبية is its own. */
static bool is_body(const Mentions *mentions, const Actor *actor, bool summit) {
    Slice code = slice_of(actor->code ? actor->code : "");
    return actor->kind == ACTOR_ORGANIZATION && /* وفد مالطي, of a state, is none */
           table_find(mentions->model, TABLE_STATES, code) == NONE &&
           table_find(mentions->model, TABLE_MEMBERS, code) == NONE &&
           (summit || table_find(mentions->model, TABLE_TALKS_UNIONS, code) == NONE);
}

/* Whether an argument names an actor, and whether one of them is an organisation. */
static int names_actor(const Mentions *mentions, const Clause *clause, const Argument *argument,
                       bool summit) {
    int named = NAMES_NOBODY;
    uint32_t at = mention_actor_in(mentions, argument->first, argument->end);
    for (; at != NONE && at < mentions->actor_mentions.count; at++) {
        const ActorMention *mention = &mentions->actor_mentions.at[at];
        if (mention->first >= argument->end)
            break;
        /* مشاورات │موسكو│: where they are held. */
        bool town = mention->form == MENTION_METONYM && mention->first == clause->head_end;
        if (mention->as_place || mention->actor == NONE || town)
            continue;
        bool body = is_body(mentions, &mentions->actors.at[mention->actor], summit);
        named = body || named == NAMES_BODY ? NAMES_BODY : NAMES_SOMEBODY;
    }
    return named;
}

/* عقدت │مالطا والنرويج│ محادثات: two are the subject of the verb that holds or ends them. */
static bool held_by_two(Arena *arena, const Records *records, const Clause *clause) {
    const Mentions *mentions = record_mentions(records);
    const Clause *verb = talks_verb(records, clause);
    Codes codes = {0};
    if (!verb)
        return false;
    for (uint32_t a = verb->argument_first; a < verb->argument_end; a++) {
        const Argument *argument = &records->clauses->arguments.at[a];
        if (argument->role != ROLE_SUBJECT)
            continue;
        uint32_t at = mention_actor_in(mentions, argument->first, argument->end);
        for (; at != NONE && at < mentions->actor_mentions.count; at++) {
            const ActorMention *mention = &mentions->actor_mentions.at[at];
            if (mention->first >= argument->end)
                break;
            if (mention->actor != NONE && mentions->actors.at[mention->actor].kind != ACTOR_PERSON)
                codes_add(arena, &codes, mentions->actors.at[mention->actor].code);
            if (mention->also != NONE)
                codes_add(arena, &codes, mentions->actors.at[mention->also].code);
        }
    }
    return codes.count >= 2;
}

/* Whom the arguments of the mentions name: محادثات │مع مالطا│, قمة │حلف الأطلسي│. */
static int named_itself(Arena *arena, const Records *records, const Event *event) {
    const Mentions *mentions = record_mentions(records);
    int most = NAMES_NOBODY;
    bool summit = talks_count(records, event, "talks") == 0;
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Clause *clause = &records->clauses->list.at[event->mentions.at[i]];
        if (clause->kind != HEAD_VERB && !talks_named(records, clause))
            continue;
        if (most == NAMES_NOBODY && held_by_two(arena, records, clause))
            most = NAMES_SOMEBODY;
        for (uint32_t a = clause->argument_first; a < clause->argument_end; a++) {
            const Argument *argument = &records->clauses->arguments.at[a];
            int named =
                argument->inferred ? NAMES_NOBODY : names_actor(mentions, clause, argument, summit);
            most = named > most ? named : most;
        }
    }
    return most;
}

/* Who goes to talks. */
typedef struct Attendance {
    Arena *arena;
    const Records *records;
    const Cast *cast;
    Codes codes;
    Indexes persons; /* actors */
    bool joins; /* they go to talks of others: إلى القاهرة │للمشاركة في│ المفاوضات */
} Attendance;

static void attends(Attendance *attendance, uint32_t actor) {
    if (actor == NONE)
        return;
    const Actor *who = &record_mentions(attendance->records)->actors.at[actor];
    codes_add(attendance->arena, &attendance->codes, cast_code(attendance->cast, who));
    if (who->kind == ACTOR_PERSON)
        *VECTOR_PUSH(attendance->arena, &attendance->persons) = actor;
}

static void attend_all(Attendance *attendance, const Argument *argument) {
    const Mentions *mentions = record_mentions(attendance->records);
    uint32_t at = mention_actor_in(mentions, argument->first, argument->end);
    for (; at != NONE && at < mentions->actor_mentions.count; at++) {
        const ActorMention *mention = &mentions->actor_mentions.at[at];
        if (mention->first >= argument->end)
            return;
        if (!mention->as_place && mention->form != MENTION_NOMINAL) /* عاد الطرفان: named before */
            attends(attendance, mention->actor);
    }
}

/* Whether a word of this use stands right before the noun of talks. */
static bool led_by(const Records *records, const Clause *clause, const char *use) {
    uint32_t first = sentence_of(records, clause)->first;
    uint32_t from = clause->head > first + ATTEND_WINDOW ? clause->head - ATTEND_WINDOW : first;
    return wording_find(record_mentions(records), TABLE_TALKS_WORDS, (Span){from, clause->head},
                        use) != NONE;
}

/* │لإجراء│ المفاوضات; حضر │للقاء│ نظرائه: the noun itself may say what for. */
static bool is_aim(const Records *records, const Clause *clause) {
    const Readings *readings = record_mentions(records)->readings;
    return (reading_best(readings, clause->head)->proclitics & PRO_LI) ||
           led_by(records, clause, "attend");
}

/* سيتوجه │مسؤولون من مالطا│ إلى فيينا لإجراء المفاوضات: who goes there takes part. */
static void read_attendance(const Event *event, Attendance *attendance) {
    const Clauses *clauses = attendance->records->clauses;
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Clause *clause = &clauses->list.at[event->mentions.at[i]];
        if (!is_aim(attendance->records, clause))
            continue;
        attendance->joins |= led_by(attendance->records, clause, "join");
        while (clause->kind != HEAD_VERB && clause->parent != NONE)
            clause = &clauses->list.at[clause->parent];
        for (uint32_t a = clause->argument_first; a < clause->argument_end; a++)
            if (clauses->arguments.at[a].role == ROLE_SUBJECT)
                attend_all(attendance, &clauses->arguments.at[a]);
    }
}

/* إلى القاهرة للمشاركة في المفاوضات: the state that they go to is the host, no side. */
static const char *host_of(const Records *records, const Event *event,
                           const Attendance *attendance) {
    if (!attendance->joins || attendance->codes.count == 0 || event->place == NONE)
        return NULL;
    const char *state = record_mentions(records)->places.at[event->place].country;
    return state && !codes_have(&attendance->codes, state) ? state : NULL;
}

static void take_part(Arena *arena, const Mentions *mentions, const Cast *cast, const Codes *all,
                      Sides *sides) {
    enum { MANY = 4 };
    Codes each = {0};
    codes_add_members(arena, mentions, all, &each);
    /* قمة بمشاركة مالطا والنرويج والبرتغال والسويد: who mediates elsewhere is one of so many. */
    bool many = each.count >= MANY;
    for (uint32_t i = 0; i < each.count; i++) {
        bool mediator =
            many ? table_find(mentions->model, TABLE_TALKS_MEDIATORS, slice_of(each.at[i])) != NONE
                 : mediates(mentions, cast, each.at[i]);
        codes_add(arena, mediator ? &sides->mediators : &sides->parties, each.at[i]);
    }
}

/* The parties of the first text of two or more that the one who is told has part in. */
static void add_parties_of_text(Arena *arena, const Records *records, Sides *sides) {
    for (uint32_t i = 0; i < records->instruments.count && i < TEXTS_ASKED; i++) {
        const Instrument *text = &records->instruments.at[i];
        Codes others = {0};
        for (uint32_t p = 0; p < text->parties.count; p++)
            if (!codes_have(&sides->mediators, text->parties.at[p]))
                codes_add(arena, &others, text->parties.at[p]);
        if (others.count < 2 || !codes_have(&others, sides->parties.at[0]))
            continue;
        codes_add_members(arena, record_mentions(records), &others, &sides->parties);
        return;
    }
}

/* Who is told to have agreed was one of the sides. */
static void add_agreeing(Arena *arena, const Records *records, const Cast *cast, Sides *sides) {
    for (uint32_t e = 0; e < records->events.count && e < TALKS_EVENTS; e++) {
        const Event *event = &records->events.at[e];
        if (event->type != EVENT_AGREE || event->status != STATUS_OCCURRED)
            continue;
        Codes agreeing = {0};
        add_codes(arena, records, cast, &event->source, &agreeing);
        for (uint32_t i = 0; i < agreeing.count; i++)
            if (!codes_have(&sides->mediators, agreeing.at[i]))
                codes_add(arena, &sides->parties, agreeing.at[i]);
        sides->agreeing = sides->parties.count >= 2;
        if (sides->agreeing)
            return;
    }
}

/* الدول │الثلاث│: two of them are told, so is the third where the article lists all. */
static void add_third(Arena *arena, const Records *records, const Event *event, const Cast *cast,
                      Sides *sides) {
    const Mentions *mentions = record_mentions(records);
    const Tokens *tokens_of = mentions->tokens;
    bool titled = tokens_of->sentence_count && tokens_of->sentences[0].role == SENTENCE_TITLE;
    Span title = {0, titled ? tokens_of->sentences[0].end : 0};
    bool three = wording_find(mentions, TABLE_TALKS_WORDS, title, "three") != NONE;
    for (uint32_t i = 0; i < event->mentions.count && !three; i++) {
        const Sentence *s = sentence_of(records, &records->clauses->list.at[event->mentions.at[i]]);
        Span tokens = {s->first, s->end};
        three = wording_find(mentions, TABLE_TALKS_WORDS, tokens, "three") != NONE;
    }
    three = three || sides->vague;
    for (uint32_t i = 0; three && i < cast->triples.count; i++) {
        const Triple *triple = &cast->triples.at[i];
        uint32_t told = 0;
        for (int k = 0; k < 3; k++)
            told += codes_have(&sides->parties, triple->codes[k]);
        for (int k = 0; told == 2 && k < 3; k++)
            codes_add(arena, &sides->parties, triple->codes[k]);
    }
}

/* المفاوضات النووية where the article tells of السداسية: who of the group is known stands for all.
 */
static void add_group_of(Arena *arena, const Mentions *mentions, Sides *sides) {
    for (uint32_t a = 0; a < mentions->actors.count && sides->parties.count == 2; a++) {
        const Actor *group = &mentions->actors.at[a];
        if (group->kind != ACTOR_ORGANIZATION || !group->code)
            continue;
        Codes name = {0}, members = {0};
        codes_add(arena, &name, group->code);
        codes_add_members(arena, mentions, &name, &members);
        uint32_t inside =
            codes_have(&members, sides->parties.at[0]) + codes_have(&members, sides->parties.at[1]);
        for (uint32_t i = 0; members.count > 2 && inside == 1 && i < members.count; i++)
            codes_add(arena, &sides->parties, members.at[i]);
    }
}

static void complete(Arena *arena, const Records *records, const Event *event, const Cast *cast,
                     Sides *sides) {
    if (sides->parties.count == 1 && sides->mediators.count && tells_sides(records, event))
        codes_add(arena, &sides->parties, cast_group(cast, sides->parties.at[0]));
    if (sides->parties.count == 1)
        add_parties_of_text(arena, records, sides);
    if (sides->parties.count == 1 && sides->mediators.count)
        add_agreeing(arena, records, cast, sides);
    if (sides->parties.count == 2)
        add_third(arena, records, event, cast, sides);
    if (sides->vague)
        add_group_of(arena, record_mentions(records), sides);
    if (sides->parties.count >= 2)
        return;
    /* Alone with a mediator, he is the other side. */
    for (uint32_t i = 0; i < sides->mediators.count; i++)
        codes_add(arena, &sides->parties, sides->mediators.at[i]);
    sides->mediators.count = 0;
}

/* Where no list names two: who goes there and who acts, but the host of talks of others. */
static void ask_actors(Attendance *attendance, const Event *event, Codes *all, Sides *sides) {
    Arena *arena = attendance->arena;
    const Records *records = attendance->records;
    uint32_t listed_codes = all->count;
    read_attendance(event, attendance);
    for (uint32_t i = 0; i < attendance->codes.count; i++)
        codes_add(arena, all, attendance->codes.at[i]);
    for (uint32_t i = 0; i < attendance->persons.count; i++)
        *VECTOR_PUSH(arena, &sides->persons) = attendance->persons.at[i];
    int named = named_itself(arena, records, event);
    sides->vague = attendance->codes.count == 0 && named == NAMES_NOBODY;
    Codes acting = {0};
    add_codes(arena, records, attendance->cast, &event->source, &acting);
    const char *host = host_of(records, event, attendance);
    for (uint32_t i = 0; i < acting.count; i++)
        if (!host || strcmp(acting.at[i], host) != 0)
            codes_add(arena, all, acting.at[i]);
    /* قمة │تجمعه│ بالزعيم: one is listed, the other is known */
    bool listed_one = listed_codes == 1 && all->count >= 2;
    sides->unknown = (sides->unknown && !listed_one) || sides->vague || named == NAMES_BODY;
    bool visit = strstr(event->mode, "visit") != NULL;
    if (!host && (!visit || all->count < 2))
        add_codes(arena, records, attendance->cast, &event->target, all);
}

Sides talks_sides(Arena *arena, const Records *records, const Event *event, const Cast *cast) {
    Listed list = listed(arena, records, event, cast);
    Codes all = list.codes;
    Sides sides = {
        .persons = list.persons, .office = list.office, .unknown = list.items > 0 && all.count < 2};
    if (all.count < 2) {
        Attendance attendance = {.arena = arena, .records = records, .cast = cast};
        ask_actors(&attendance, event, &all, &sides);
    }
    take_part(arena, record_mentions(records), cast, &all, &sides);
    complete(arena, records, event, cast, &sides);
    return sides;
}
