/* SPDX-License-Identifier: Apache-2.0
 * Role:   negotiations as a whole: parties, delegations, state, agenda, what comes next.
 * Input:  Records up to the events.   Output: records->talks.
 *
 * Every CONSULT event that is told with a noun for talks belongs to the negotiation of its parties.
 */
#include "record/talks/delegation.h"
#include "record/talks/talks_parties.h"

enum {
    STATUS_WINDOW = 3, /* tokens between the noun and the verb that tells its state */
    OFTEN_NAMED = 2,   /* talks whose sides other sentences tell are named as often */
    TALKS_MAX = 64,    /* negotiations of one article */
};

static uint32_t head_of(const Records *records, const Event *event, uint32_t mention) {
    return records->clauses->list.at[event->mentions.at[mention]].head;
}

/* What all questions about one article need. */
typedef struct Reader {
    Arena *arena;
    Records *records;
    Cast cast;
    Origins origins;
} Reader;

/* Whether all that names the event are talks that an agreement came out of. */
static bool is_origin(const Reader *reader, const Event *event) {
    for (uint32_t m = 0; m < event->mentions.count; m++) {
        const Clause *clause = &reader->records->clauses->list.at[event->mentions.at[m]];
        bool origin = false;
        for (uint32_t i = 0; i < reader->origins.count && !origin; i++)
            origin = reader->origins.at[i].noun >= clause->head &&
                     reader->origins.at[i].noun < clause->head_end;
        if (!origin)
            return false;
    }
    return true;
}

static bool same_parties(const Codes *a, const Codes *b) {
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!codes_have(b, a->at[i]))
            return false;
    return true;
}

static bool within(const Codes *few, const Codes *many) {
    for (uint32_t i = 0; i < few->count; i++)
        if (!codes_have(many, few->at[i]))
            return false;
    return true;
}

/* The state that a verb near a mention tells, as a rank: later in the list is stronger. */
static const char *const STATES[] = {"planned", "ongoing", "suspended", "concluded", "failed"};
static const uint8_t STATE_VALUE[] = {TALKS_PLANNED, TALKS_ONGOING, TALKS_SUSPENDED,
                                      TALKS_CONCLUDED, TALKS_FAILED};

enum { RANK_PLANNED, RANK_ONGOING, RANK_SUSPENDED, RANK_CONCLUDED, RANK_FAILED, RANK_COUNT };

static int rank_of(const char *state) {
    for (int i = 0; i < RANK_COUNT; i++)
        if (strcmp(STATES[i], state) == 0)
            return i;
    return 0;
}

/* The rank of the state that the verb, masdar or participle at the token tells. */
static int rank_at(const Mentions *mentions, uint32_t token) {
    uint32_t row = wording_row(mentions, TABLE_TALKS_STATUS, token);
    return row == NONE ? RANK_PLANNED
                       : rank_of(table_text(mentions->model, TABLE_TALKS_STATUS, row, 1));
}

static int told_rank(const Records *records, const Clause *clause) {
    const Mentions *mentions = record_mentions(records);
    const Sentence *sentence = &mentions->tokens->sentences[clause->sentence];
    uint32_t from = clause->head > sentence->first + STATUS_WINDOW ? clause->head - STATUS_WINDOW
                                                                   : sentence->first;
    uint32_t until = clause->head_end + STATUS_WINDOW < sentence->end
                         ? clause->head_end + STATUS_WINDOW
                         : sentence->end;
    const Clause *verb = talks_verb(records, clause); /* │اختتمت│ أمس في جنيف جولة مفاوضات */
    int rank = verb && !talks_aimed(records, verb) ? rank_at(mentions, verb->head) : RANK_PLANNED;
    for (uint32_t i = from; i < until; i++) {
        int told = rank_at(mentions, i);
        if (told > rank)
            rank = told;
    }
    Span behind = {clause->head_end, sentence->end};
    bool stuck = wording_find(mentions, TABLE_TALKS_WORDS, behind, "dead-end") != NONE;
    return stuck ? RANK_FAILED : rank;
}

static int event_rank(const Records *records, const Event *event) {
    int rank = event->status == STATUS_OCCURRED ? RANK_ONGOING : RANK_PLANNED;
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Clause *clause = &records->clauses->list.at[event->mentions.at[i]];
        if (clause->status == STATUS_POSSIBLE || clause->status == STATUS_PLANNED)
            continue;
        int told = told_rank(records, clause);
        if (told > rank)
            rank = told;
    }
    /* What is to come may be put off, but it does not go on: تستأنفان غدا. */
    bool ahead = event->status == STATUS_PLANNED || event->status == STATUS_POSSIBLE;
    if (ahead && rank != RANK_SUSPENDED)
        return RANK_PLANNED;
    return event->status == STATUS_NEGATED && rank < RANK_SUSPENDED ? RANK_SUSPENDED : rank;
}

/* How they are held and how they end, told in a sentence that names them. */
static void read_manner(const Mentions *mentions, Span tokens, Talks *talks) {
    struct {
        const char *use;
        bool *holds;
    } manners[] = {
        {"closed", &talks->closed_doors}, {"indirect", &talks->indirect},
        {"direct", &talks->direct},       {"expanded", &talks->expanded},
        {"no-result", &talks->fruitless},
    };
    for (uint32_t m = 0; m < sizeof manners / sizeof *manners; m++)
        if (wording_find(mentions, TABLE_TALKS_WORDS, tokens, manners[m].use) != NONE)
            *manners[m].holds = true;
    /* غير مباشرة holds the word for direct, too. */
    if (wording_find(mentions, TABLE_TALKS_WORDS, tokens, "indirect") != NONE)
        talks->direct = false;
    uint32_t round = talks_round(mentions, tokens);
    talks->round = round > talks->round ? round : talks->round;
}

static void read_manners(const Records *records, const Event *event, Talks *talks) {
    const Mentions *mentions = record_mentions(records);
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        uint32_t token = head_of(records, event, i);
        const Sentence *s = &mentions->tokens->sentences[mentions->tokens->at[token].sentence];
        read_manner(mentions, (Span){s->first, s->end}, talks);
    }
}

static void join_event(Arena *arena, Records *records, Talks *talks, uint32_t index) {
    const Event *event = &records->events.at[index];
    *VECTOR_PUSH(arena, &talks->meetings) = index;
    if (talks->place == NONE)
        talks->place = event->place;
    if (talks->begin == NONE)
        talks->begin = event->time;
    if (event->time != NONE && event->status == STATUS_OCCURRED)
        talks->stop = event->time;
    for (uint32_t i = 0; i < event->agenda.count; i++)
        record_span_add(arena, &talks->agenda, event->agenda.at[i]);
    read_manners(records, event, talks);
}

/* The negotiation of exactly these parties; else, of one side alone, the one that has it; or NONE.
 */
static uint32_t talks_for(const Records *records, const Codes *parties) {
    for (uint32_t i = 0; i < records->talks.count; i++)
        if (same_parties(&records->talks.at[i].parties, parties))
            return i;
    for (uint32_t i = 0; parties->count == 1 && i < records->talks.count; i++)
        if (within(parties, &records->talks.at[i].parties))
            return i;
    return NONE;
}

static Talks *new_talks(Reader *reader, Codes parties, uint8_t status) {
    Talks *talks = VECTOR_PUSH(reader->arena, &reader->records->talks);
    *talks = (Talks){.parties = parties,
                     .place = NONE,
                     .begin = NONE,
                     .stop = NONE,
                     .status = status,
                     .rule = (Rule){"talks-of-parties", TABLE_COUNT, NONE}};
    return talks;
}

/* Talks whose own words name no side are those that others name: of the same parties, of more, or
 * the only ones; or NONE. */
static uint32_t talks_meant(const Records *records, const Codes *parties) {
    for (uint32_t i = 0; i < records->talks.count; i++)
        if (within(parties, &records->talks.at[i].parties))
            return i;
    return records->talks.count == 1 ? 0 : NONE;
}

static void seat_person(Arena *arena, const Mentions *mentions, uint32_t actor, Talks *talks) {
    const char *code = mentions->actors.at[actor].code;
    if (code && codes_have(&talks->parties, code))
        delegation_add(arena, delegation_of(arena, &talks->delegations, code), actor);
}

/* محادثات بين │وزراء الري│ في …: every minister of it that the article names for a party. */
static void seat_holders(Arena *arena, const Mentions *mentions, uint32_t office, Talks *talks) {
    for (uint32_t a = 0; a < mentions->actors.count; a++)
        if (mentions->actors.at[a].kind == ACTOR_PERSON && delegation_holds(mentions, a, office))
            seat_person(arena, mentions, a, talks);
}

/* Several who hold one office: │وزيرا خارجية مالطا والنرويج│. */
static bool is_joint_office(const Mentions *mentions, const ActorMention *words) {
    return words->actor != NONE && mentions->actors.at[words->actor].kind == ACTOR_OFFICE &&
           reading_best(mentions->readings, words->first)->features.number != NUMBER_SINGULAR;
}

/* أعلن │وزيرا خارجية مالطا والنرويج│ فشل المفاوضات: whoever holds the office that its sentence
 * names took part. */
static void seat_offices(Arena *arena, const Records *records, const Event *event, Talks *talks) {
    enum { OFFICE_REACH = 60 }; /* tokens */
    const Mentions *mentions = record_mentions(records);
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        uint32_t token = head_of(records, event, i);
        const Sentence *s = &mentions->tokens->sentences[mentions->tokens->at[token].sentence];
        uint32_t from = token > s->first + OFFICE_REACH ? token - OFFICE_REACH : s->first;
        uint32_t at = mention_actor_in(mentions, from, s->end);
        for (; at != NONE && at < mentions->actor_mentions.count; at++) {
            const ActorMention *words = &mentions->actor_mentions.at[at];
            if (words->first >= s->end || words->first > token + OFFICE_REACH)
                break;
            if (is_joint_office(mentions, words))
                seat_holders(arena, mentions, at, talks);
        }
    }
}

static void seat_listed(Arena *arena, const Records *records, const Indexes *persons,
                        Talks *talks) {
    for (uint32_t i = 0; i < persons->count; i++)
        seat_person(arena, record_mentions(records), persons->at[i], talks);
}

/* المفاوضات where the article tells of الحوثيون: with an armed group nobody merely meets. */
static bool with_group(const Records *records, const Codes *parties) {
    for (uint32_t i = 0; i < parties->count; i++)
        if (table_find(record_mentions(records)->model, TABLE_GROUPS, slice_of(parties->at[i])) !=
            NONE)
            return true;
    return false;
}

/* اتفقت │مالطا والنرويج│ على …: an agreement of exactly these is told. */
static bool have_agreed(const Reader *reader, const Codes *parties) {
    const Records *records = reader->records;
    for (uint32_t e = 0; e < records->events.count && e < TALKS_EVENTS; e++) {
        const Event *event = &records->events.at[e];
        const Indexes *sides[] = {&event->source, &event->target};
        Codes codes = {0};
        for (int s = 0; s < 2 && event->type == EVENT_AGREE; s++)
            for (uint32_t i = 0; i < sides[s]->count; i++)
                codes_add(reader->arena, &codes,
                          record_mentions(records)->actors.at[sides[s]->at[i]].code);
        if (same_parties(&codes, parties))
            return true;
    }
    return false;
}

/* Of which not all sides are known, only a dialogue is told, a summit that is told so often, and
 * talks that name no side at all. */
static bool tells_enough(const Records *records, const Event *event, const Sides *sides) {
    enum { SUMMIT_OFTEN = 3 };
    return !sides->unknown || (sides->vague && talks_count(records, event, "talks")) ||
           talks_count(records, event, "dialogue") ||
           talks_count(records, event, "summit") >= SUMMIT_OFTEN;
}

/* Whether talks whose own words name no side make a record of guessed parties. */
static bool is_likely(const Reader *reader, const Event *event, const Sides *sides) {
    uint32_t named = talks_count(reader->records, event, "talks");
    return named >= OFTEN_NAMED || sides->agreeing ||
           (named &&
            (with_group(reader->records, &sides->parties) || have_agreed(reader, &sides->parties)));
}

/* The later state of two in the list of STATES. */
static uint8_t later_state(uint8_t state, int rank) {
    int before = 0;
    for (int i = 0; i < RANK_COUNT; i++)
        before = STATE_VALUE[i] == state ? i : before;
    return STATE_VALUE[rank > before ? rank : before];
}

/* The record of these sides, made where it may be; or NULL. */
static Talks *talks_of(Reader *reader, const Event *event, const Sides *sides) {
    Records *records = reader->records;
    int rank = event_rank(records, event);
    uint32_t known = talks_for(records, &sides->parties);
    if (known == NONE && sides->vague) {
        known = talks_meant(records, &sides->parties);
        if (known == NONE && (records->talks.count || !is_likely(reader, event, sides)))
            return NULL;
    }
    if (known == NONE)
        return sides->parties.count < 2 ? NULL
                                        : new_talks(reader, sides->parties, STATE_VALUE[rank]);
    Talks *talks = &records->talks.at[known];
    if (rank > RANK_PLANNED)
        talks->status = later_state(talks->status, rank);
    return talks;
}

static void read_event(Reader *reader, uint32_t index, bool vague) {
    Arena *arena = reader->arena;
    Records *records = reader->records;
    const Event *event = &records->events.at[index];
    Sides sides = talks_sides(arena, records, event, &reader->cast);
    if (sides.parties.count == 0 || sides.vague != vague || !tells_enough(records, event, &sides) ||
        (vague && is_origin(reader, event)))
        return;
    Talks *talks = talks_of(reader, event, &sides);
    if (!talks)
        return;
    for (uint32_t i = 0; i < sides.mediators.count; i++)
        codes_add(arena, &talks->mediators, sides.mediators.at[i]);
    seat_listed(arena, records, &sides.persons, talks);
    if (sides.office != NONE && talks->meetings.count == 0)
        seat_holders(arena, record_mentions(records), sides.office, talks);
    join_event(arena, records, talks, index);
}

/* Persons who take part in its meetings sit for the party whose code they carry. */
static void seat_participants(Arena *arena, Records *records, Talks *talks, const Indexes *actors) {
    for (uint32_t i = 0; i < actors->count; i++) {
        if (record_mentions(records)->actors.at[actors->at[i]].kind == ACTOR_PERSON)
            seat_person(arena, record_mentions(records), actors->at[i], talks);
    }
}

/* وصل الوزير … بعد │القمة│ بين الرئيسين: who met at a summit before sits in no later talks. */
static bool only_summits(const Records *records, const Talks *talks) {
    for (uint32_t i = 0; i < talks->meetings.count; i++) {
        const Event *event = &records->events.at[talks->meetings.at[i]];
        if (talks_count(records, event, "summit") < event->mentions.count)
            return false;
    }
    return true;
}

static void add_delegations(Arena *arena, Records *records, const Delegations *found,
                            Talks *talks) {
    for (uint32_t i = 0; i < found->count; i++) {
        const Delegation *from = &found->at[i];
        if ((from->head == NONE && from->members.count == 0) ||
            !codes_have(&talks->parties, from->party))
            continue;
        Delegation *to = delegation_of(arena, &talks->delegations, from->party);
        *to = *from;
    }
    bool summits = only_summits(records, talks);
    for (uint32_t i = 0; i < talks->meetings.count; i++) {
        const Event *event = &records->events.at[talks->meetings.at[i]];
        if (!summits && event->status == STATUS_OCCURRED &&
            talks_count(records, event, "summit") == event->mentions.count)
            continue;
        seat_offices(arena, records, event, talks);
        seat_participants(arena, records, talks, &event->source);
        seat_participants(arena, records, talks, &event->target);
    }
}

static bool shares_party(const Records *records, const Event *event, const Talks *talks) {
    const Indexes *sides[] = {&event->source, &event->target};
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            const char *code = record_mentions(records)->actors.at[sides[s]->at[i]].code;
            if (code && codes_have(&talks->parties, code))
                return true;
        }
    return false;
}

static bool holds(const Indexes *list, uint32_t value) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->at[i] == value)
            return true;
    return false;
}

/* What is planned with one of the parties and is not the negotiation itself. */
static void add_next(Arena *arena, const Records *records, Talks *talks) {
    enum { NEXT_MAX = 16 };
    for (uint32_t e = 0; e < records->events.count && talks->next.count < NEXT_MAX; e++) {
        const Event *event = &records->events.at[e];
        if (event->type == EVENT_CONSULT && event->status == STATUS_PLANNED &&
            shares_party(records, event, talks) &&
            (talks->status == TALKS_PLANNED || !holds(&talks->meetings, e)))
            *VECTOR_PUSH(arena, &talks->next) = e;
    }
}

/* Meetings of the same sides, as often as the article names them. */
typedef struct Meetings {
    Codes parties;
    uint32_t count;
} Meetings;

typedef VECTOR(Meetings) MeetingList;

static Meetings *meetings_of(Arena *arena, MeetingList *list, const Codes *parties) {
    for (uint32_t i = 0; i < list->count; i++)
        if (same_parties(&list->at[i].parties, parties))
            return &list->at[i];
    Meetings *meetings = VECTOR_PUSH(arena, list);
    meetings->parties = *parties;
    return meetings;
}

/* اجتماع │مجلس الأمن│: a session of a body is no negotiation. */
static bool is_session(const Records *records, const Sides *sides) {
    enum { PARTIES_MAX = 5 };
    bool body = false;
    for (uint32_t i = 0; i < sides->parties.count; i++)
        body |= table_find(record_mentions(records)->model, TABLE_TALKS_MEDIATORS,
                           slice_of(sides->parties.at[i])) != NONE;
    return body || sides->parties.count > PARTIES_MAX || sides->mediators.count;
}

/* A single meeting may be a courtesy; one to which the article keeps coming back is talks. */
static void read_meetings(Reader *reader) {
    enum { OFTEN = 3 };
    Arena *arena = reader->arena;
    Records *records = reader->records;
    MeetingList list = {0};
    uint32_t of_event[TALKS_EVENTS];
    uint32_t count = records->events.count < TALKS_EVENTS ? records->events.count : TALKS_EVENTS;
    for (uint32_t e = 0; e < count; e++) {
        const Event *event = &records->events.at[e];
        of_event[e] = NONE;
        if (event->type != EVENT_CONSULT || talks_are(records, event))
            continue;
        Sides sides = talks_sides(arena, records, event, &reader->cast);
        if (sides.parties.count < 2 || is_session(records, &sides))
            continue;
        Meetings *meetings = meetings_of(arena, &list, &sides.parties);
        meetings->count += talks_count(records, event, "meeting");
        of_event[e] = (uint32_t)(meetings - list.at);
    }
    for (uint32_t e = 0; e < count; e++)
        if (of_event[e] != NONE && list.at[of_event[e]].count >= OFTEN) {
            uint32_t before = records->talks.count;
            read_event(reader, e, false);
            read_event(reader, e, true);
            if (records->talks.count > before)
                records->talks.at[before].rule.name = "talks-of-meetings";
        }
}

/* Talks of an envoy with a group that negotiates with nobody else here. */
static void read_envoys(Reader *reader) {
    Records *records = reader->records;
    for (uint32_t e = 0; e < records->events.count && e < TALKS_EVENTS; e++) {
        const Event *event = &records->events.at[e];
        Codes parties = {0};
        if (records->talks.count >= TALKS_MAX ||
            !talks_with_envoy(reader->arena, records, event, &parties))
            continue;
        Codes group = {0};
        codes_add(reader->arena, &group, parties.at[1]);
        uint32_t known = talks_for(records, &parties);
        if (known == NONE && talks_for(records, &group) != NONE)
            continue;
        Talks *talks = known != NONE
                           ? &records->talks.at[known]
                           : new_talks(reader, parties, STATE_VALUE[event_rank(records, event)]);
        join_event(reader->arena, records, talks, e);
    }
}

/* An agreement that was reached between two or more of the parties. */
static void read_outcome(Reader *reader, Talks *talks) {
    const Records *records = reader->records;
    const Cast nobody = {0};
    for (uint32_t e = 0; e < records->events.count && !talks->agreed; e++) {
        const Event *event = &records->events.at[e];
        if (event->type != EVENT_AGREE || event->status != STATUS_OCCURRED)
            continue;
        Sides sides = talks_sides(reader->arena, records, event, &nobody);
        talks->agreed = sides.parties.count >= 2 && within(&sides.parties, &talks->parties);
    }
}

/* An agreement that came out of talks: they are over, and their parties are its own. */
static void read_origins(Reader *reader) {
    Records *records = reader->records;
    for (uint32_t i = 0; i < reader->origins.count && records->talks.count < TALKS_MAX; i++) {
        const Instrument *text = &records->instruments.at[reader->origins.at[i].instrument];
        Codes parties = {0};
        codes_add_members(reader->arena, record_mentions(records), &text->parties, &parties);
        if (parties.count < 2 || talks_for(records, &parties) != NONE)
            continue;
        Talks *talks = new_talks(reader, parties, TALKS_CONCLUDED);
        talks->agreed = true;
        talks->rule.name = "talks-of-agreement";
    }
}

/* Those whose words name their sides come first. */
static void read_talks(Reader *reader, bool vague) {
    Records *records = reader->records;
    for (uint32_t e = 0; e < records->events.count && records->talks.count < TALKS_MAX; e++)
        if (talks_are(records, &records->events.at[e]))
            read_event(reader, e, vague);
}

void talks_run(Arena *arena, Records *records) {
    Reader reader = {.arena = arena, .records = records};
    cast_read(arena, record_mentions(records), &reader.cast);
    talks_origins(arena, records, &reader.origins);
    read_talks(&reader, false);
    read_origins(&reader);
    read_meetings(&reader);
    read_envoys(&reader);
    read_talks(&reader, true);
    if (records->talks.count == 0)
        return;
    Delegations found = {0};
    delegation_find(arena, record_mentions(records), &found);
    for (uint32_t i = 0; i < records->talks.count; i++) {
        add_delegations(arena, records, &found, &records->talks.at[i]);
        add_next(arena, records, &records->talks.at[i]);
        read_outcome(&reader, &records->talks.at[i]);
    }
}
