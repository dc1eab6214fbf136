/* SPDX-License-Identifier: Apache-2.0
 * Role:   who leads and who sits in a party's delegation, as sentences tell it.
 * Input:  Mentions.   Output: Delegations.
 */
#include "record/talks/delegation.h"
#include "record/talks/talks_parties.h"

enum {
    PARTY_WINDOW = 4, /* tokens behind وفد that may name its party */
    ROLE_WINDOW = 3,  /* tokens between a name and عضو, between وفد and the name behind it */
};

Delegation *delegation_of(Arena *arena, Delegations *delegations, const char *party) {
    for (uint32_t i = 0; i < delegations->count; i++)
        if (strcmp(delegations->at[i].party, party) == 0)
            return &delegations->at[i];
    Delegation *delegation = VECTOR_PUSH(arena, delegations);
    *delegation = (Delegation){.party = party, .head = NONE};
    return delegation;
}

void delegation_add(Arena *arena, Delegation *delegation, uint32_t actor) {
    if (delegation->head == actor)
        return;
    for (uint32_t i = 0; i < delegation->members.count; i++)
        if (delegation->members.at[i] == actor)
            return;
    *VECTOR_PUSH(arena, &delegation->members) = actor;
}

typedef struct Seat {
    uint32_t noun, end; /* tokens of وفد and of its phrase */
    const char *party;
    bool led; /* a verb before it, or before one that is told before, leads it */
} Seat;

/* The party named in the delegation's phrase: الوفد │الروسي│, وفد │منغولي│, وفد │بلاده│. */
static bool seat_at(const Mentions *mentions, uint32_t token, uint32_t limit, Seat *seat) {
    const PhraseHit *hit = wording_use(mentions, TABLE_TALKS_WORDS, token, "delegation");
    if (!hit)
        hit = wording_use(mentions, TABLE_TALKS_WORDS, token, "side");
    if (!hit)
        return false;
    *seat = (Seat){token, hit->end, NULL, false};
    uint32_t stop = hit->end + PARTY_WINDOW < limit ? hit->end + PARTY_WINDOW : limit;
    uint32_t at = mention_actor_in(mentions, token, stop);
    if (at == NONE || !wording_code(mentions, at) || mentions->actor_mentions.at[at].as_place)
        return true;
    const ActorMention *mention = &mentions->actor_mentions.at[at];
    if (mentions->actors.at[mention->actor].kind == ACTOR_PERSON)
        return true;
    *seat = (Seat){token, mention->end > hit->end ? mention->end : hit->end,
                   wording_code(mentions, at), false};
    return true;
}

static bool is_coded_person(const Mentions *mentions, uint32_t mention) {
    if (mention == NONE || mentions->actor_mentions.at[mention].actor == NONE)
        return false;
    const Actor *actor = &mentions->actors.at[mentions->actor_mentions.at[mention].actor];
    return actor->kind == ACTOR_PERSON && actor->code;
}

static bool is_person(const Mentions *mentions, uint32_t mention) {
    uint32_t actor = mention == NONE ? NONE : mentions->actor_mentions.at[mention].actor;
    return actor != NONE && mentions->actors.at[actor].kind == ACTOR_PERSON;
}

/* The first person with a state or group in these tokens: a mention, or NONE. */
static uint32_t person_in(const Mentions *mentions, Span tokens) {
    uint32_t m = mention_actor_in(mentions, tokens.begin, tokens.end);
    for (; m != NONE && m < mentions->actor_mentions.count; m++) {
        if (mentions->actor_mentions.at[m].first >= tokens.end)
            return NONE;
        if (is_coded_person(mentions, m))
            return m;
    }
    return NONE;
}

static bool leads(const Mentions *mentions, Span tokens) {
    for (uint32_t i = tokens.begin; i < tokens.end; i++)
        if (wording_row(mentions, TABLE_TALKS_HEADS, i) != NONE ||
            wording_use(mentions, TABLE_TALKS_WORDS, i, "led-by"))
            return true;
    return false;
}

/* حضر │من الجانب الروسي │فلان│: right behind the side. */
static bool is_named_behind(const Mentions *mentions, const Seat *seat) {
    if (seat->noun == 0 || !wording_use(mentions, TABLE_TALKS_WORDS, seat->noun - 1, "from"))
        return false;
    uint32_t person = mention_actor_in(mentions, seat->end, seat->end + 1);
    return is_person(mentions, person) &&
           !(reading_best(mentions->readings, seat->end)->proclitics & PRO_WA);
}

/* │يضم│ الوفد فلانا; شارك │عن│ الجانب الروسي فلان; │أعضاء│ الوفد فلان وفلان */
static bool is_listed(const Mentions *mentions, uint32_t token) {
    return wording_use(mentions, TABLE_TALKS_WORDS, token, "with") ||
           wording_use(mentions, TABLE_TALKS_WORDS, token, "for") ||
           wording_use(mentions, TABLE_TALKS_WORDS, token, "from") ||
           (wording_use(mentions, TABLE_TALKS_WORDS, token, "seat-role") &&
            reading_best(mentions->readings, token)->features.number == NUMBER_PLURAL);
}

/* Seat the persons named in `tokens`: the first is the head where something says so. */
static void seat_people(Arena *arena, const Mentions *mentions, Span tokens, Delegation *delegation,
                        bool led) {
    /* without a head, only those behind يضم، برفقة، عن الجانب sit in it */
    bool joined = led || is_listed(mentions, tokens.begin);
    uint32_t m = mention_actor_in(mentions, tokens.begin, tokens.end);
    uint32_t seen = tokens.begin;
    for (; m != NONE && m < mentions->actor_mentions.count; m++) {
        const ActorMention *mention = &mentions->actor_mentions.at[m];
        if (mention->first >= tokens.end)
            break;
        if (mention->actor == NONE || mention->first < seen ||
            mentions->actors.at[mention->actor].kind != ACTOR_PERSON)
            continue;
        Span between = {seen, mention->first};
        bool with = wording_find(mentions, TABLE_TALKS_WORDS, between, "with") != NONE;
        const char *code = mentions->actors.at[mention->actor].code;
        if (code && strcmp(code, delegation->party) != 0 && !led)
            continue;
        if (led && delegation->head == NONE)
            delegation->head = mention->actor;
        else if (joined || with)
            delegation_add(arena, delegation, mention->actor);
        joined = true;
        seen = mention->end;
    }
}

static bool definite(const Mentions *mentions, uint32_t token) {
    return reading_best(mentions->readings, token)->proclitics & PRO_AL;
}

/* اللجنة التي يقودها │الوزير النرويجي│: a delegation without a name is that of who leads it. */
static const char *party_of_first(const Mentions *mentions, Span tokens) {
    uint32_t person = person_in(mentions, tokens);
    return person == NONE ? NULL : wording_code(mentions, person);
}

/* The delegation of a seat with its rule where it is a new one. */
static Delegation *seated(Arena *arena, const Mentions *mentions, Delegations *found,
                          const char *party, Span tokens) {
    Delegation *delegation = delegation_of(arena, found, party);
    if (delegation->rule.name == NULL) {
        delegation->span = token_span(mentions->tokens, tokens.begin, tokens.end);
        delegation->rule = (Rule){"delegation-role", TABLE_COUNT, NONE};
    }
    return delegation;
}

static void seat_one(Arena *arena, Delegation *delegation, uint32_t actor, bool heads) {
    if (heads && delegation->head == NONE)
        delegation->head = actor;
    else
        delegation_add(arena, delegation, actor);
}

/* │رئيس الوفد الروسي فلان│, │المتحدث باسم الوفد الروسي فلان│: the mention in which the seat stands
 * behind its role, or NONE. */
static uint32_t whole_at(const Mentions *mentions, const Seat *seat) {
    uint32_t whole = mention_actor_at(mentions, seat->noun);
    bool office =
        is_coded_person(mentions, whole) && mentions->actor_mentions.at[whole].first < seat->noun;
    return office ? whole : (uint32_t)NONE;
}

/* Who holds the role told before the seat: a mention, or NONE. */
static uint32_t role_holder(const Mentions *mentions, const Sentence *sentence, const Seat *seat,
                            bool verb) {
    uint32_t whole = whole_at(mentions, seat);
    if (whole != NONE)
        return whole;
    uint32_t stop =
        seat->end + ROLE_WINDOW < sentence->end ? seat->end + ROLE_WINDOW : sentence->end;
    uint32_t person = person_in(mentions, (Span){seat->end, stop});
    if (person != NONE)
        return verb ? NONE : person; /* يرأس الوفد الوزير: found behind it */
    for (uint32_t i = 1; i <= ROLE_WINDOW && seat->noun >= sentence->first + i + 1; i++) {
        uint32_t before = mention_actor_at(mentions, seat->noun - 1 - i);
        bool relative = verb && seat->party && i == 2 && /* فلان │الذي│ يرأس الوفد الروسي */
                        wording_use(mentions, TABLE_TALKS_WORDS, seat->noun - 2, "which");
        if (is_coded_person(mentions, before) || (relative && is_person(mentions, before)))
            return before;
    }
    return NONE;
}

/* │أولاف ستينسن│، عضو الوفد …; رئيس الوفد │إسبن هولمدال│; │هولمدال│ الذي قاد وفد بلاده: who sits in
 * it by the word before it. */
static bool seat_role(Arena *arena, const Mentions *mentions, const Sentence *sentence,
                      const Seat *seat, Delegations *found) {
    if (seat->noun == sentence->first)
        return false;
    uint32_t role = seat->noun - 1;
    bool verb = wording_row(mentions, TABLE_TALKS_HEADS, role) != NONE;
    if (!verb && whole_at(mentions, seat) == NONE &&
        !wording_use(mentions, TABLE_TALKS_WORDS, role, "seat-role"))
        return false;
    uint32_t person = role_holder(mentions, sentence, seat, verb);
    if (person == NONE)
        return false;
    bool deputy = role > sentence->first && /* نائب رئيس الوفد */
                  wording_use(mentions, TABLE_TALKS_WORDS, role - 1, "deputy");
    bool heads = verb || (wording_use(mentions, TABLE_TALKS_WORDS, role, "led-by") && !deputy);
    const char *code = wording_code(mentions, person);
    Delegation *delegation =
        seated(arena, mentions, found, code ? code : seat->party, (Span){role, seat->end});
    seat_one(arena, delegation, mentions->actor_mentions.at[person].actor, heads);
    /* من بين │أعضاء│ الوفد: more than one may follow */
    return reading_best(mentions->readings, role)->features.number != NUMBER_PLURAL;
}

/* ترأس │فلان│ الوفد الروسي; برئاسة │فلان│ عن الجانب الروسي: the name right before the seat. */
static bool seat_named_before(Arena *arena, const Mentions *mentions, Span tokens, const Seat *seat,
                              Delegations *found) {
    bool stands_for = seat->noun > tokens.begin && /* │عن│ الجانب */
                      wording_use(mentions, TABLE_TALKS_WORDS, seat->noun - 1, "for");
    uint32_t end = stands_for ? seat->noun - 1 : seat->noun;
    uint32_t person = end > tokens.begin ? mention_actor_at(mentions, end - 1) : (uint32_t)NONE;
    if (!seat->party || !is_person(mentions, person) ||
        mentions->actor_mentions.at[person].end != end)
        return false;
    uint32_t first = mentions->actor_mentions.at[person].first;
    bool verb = first > tokens.begin && wording_row(mentions, TABLE_TALKS_HEADS, first - 1) != NONE;
    if (!verb && !stands_for)
        return false;
    Delegation *delegation =
        seated(arena, mentions, found, seat->party, (Span){seat->noun, seat->end});
    bool heads = verb || seat->led || leads(mentions, (Span){tokens.begin, first});
    seat_one(arena, delegation, mentions->actor_mentions.at[person].actor, heads);
    return true;
}

/* و│مثل│ روسيا في المحادثات │فلان│: the verb begins, its object is a state, a person follows. */
static void seat_representative(Arena *arena, const Mentions *mentions, const Sentence *sentence,
                                uint32_t token, Delegations *found) {
    enum { SUBJECT_WINDOW = 6 };
    const Reading *reading = reading_best(mentions->readings, token);
    bool opens = token == sentence->first || (reading->proclitics & PRO_WA) ||
                 mentions->tokens->at[token - 1].kind == TOKEN_PUNCT;
    if (!opens || !wording_use(mentions, TABLE_TALKS_WORDS, token, "represents"))
        return;
    uint32_t state = mention_actor_at(mentions, token + 1);
    if (state == NONE || !wording_code(mentions, state) || is_person(mentions, state))
        return;
    uint32_t end = mentions->actor_mentions.at[state].end;
    uint32_t stop = end + SUBJECT_WINDOW < sentence->end ? end + SUBJECT_WINDOW : sentence->end;
    const char *party = wording_code(mentions, state);
    uint32_t person = mention_actor_in(mentions, end, stop);
    while (person != NONE && person + 1 < mentions->actor_mentions.count &&
           !is_person(mentions, person))
        person = mentions->actor_mentions.at[person + 1].first < stop ? person + 1 : NONE;
    if (!is_person(mentions, person))
        return;
    for (uint32_t i = end; i < mentions->actor_mentions.at[person].first; i++)
        if (reading_best(mentions->readings, i)->features.pos == POS_VERB)
            return;
    Delegation *delegation = seated(arena, mentions, found, party, (Span){token, end});
    seat_one(arena, delegation, mentions->actor_mentions.at[person].actor, true);
}

/* │كبير المفاوضين الأوروبيين ستينسن│: by his office. */
static void seat_negotiator(Arena *arena, const Mentions *mentions, uint32_t token,
                            Delegations *found) {
    const PhraseHit *hit = wording_use(mentions, TABLE_TALKS_WORDS, token, "negotiator");
    uint32_t person = hit ? mention_actor_at(mentions, token) : NONE;
    if (!is_coded_person(mentions, person))
        return;
    Delegation *delegation =
        seated(arena, mentions, found, wording_code(mentions, person), (Span){token, hit->end});
    delegation_add(arena, delegation, mentions->actor_mentions.at[person].actor);
}

static void find_in(Arena *arena, const Mentions *mentions, const Sentence *sentence,
                    Delegations *found) {
    Seat seat, next;
    bool led = false;
    uint32_t from = sentence->first;
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        seat_negotiator(arena, mentions, i, found);
        seat_representative(arena, mentions, sentence, i, found);
        if (!seat_at(mentions, i, sentence->end, &seat))
            continue;
        uint32_t until = seat.end;
        while (until < sentence->end && !seat_at(mentions, until, sentence->end, &next))
            until++;
        /* A verb before the first delegation leads the later ones too, whose verb is elided. */
        seat.led = led;
        led = led || leads(mentions, (Span){from, until});
        if (seat_role(arena, mentions, sentence, &seat, found) ||
            seat_named_before(arena, mentions, (Span){from, sentence->end}, &seat, found)) {
            from = i = seat.end - 1;
            continue;
        }
        if (!seat.party && led && definite(mentions, seat.noun))
            seat.party = party_of_first(mentions, (Span){seat.end, until});
        bool lists =
            i > sentence->first && (is_listed(mentions, i - 1) || is_named_behind(mentions, &seat));
        if (!seat.party && lists && definite(mentions, seat.noun)) /* يضم │الوفد المرافق│ فلانا */
            seat.party = party_of_first(mentions, (Span){seat.end, until});
        if (!seat.party)
            continue;
        uint32_t before = found->count;
        Delegation *delegation = delegation_of(arena, found, seat.party);
        if (found->count > before) {
            delegation->span = token_span(mentions->tokens, seat.noun, seat.end);
            delegation->rule = (Rule){"delegation-phrase", TABLE_COUNT, NONE};
        }
        if (!delegation->size)
            delegation->size = talks_size(mentions, (Span){seat.end, until});
        seat_people(arena, mentions, (Span){lists ? i - 1 : seat.end, until}, delegation, led);
        from = i = until - 1;
    }
}

void delegation_find(Arena *arena, const Mentions *mentions, Delegations *found) {
    for (uint32_t s = 0; s < mentions->tokens->sentence_count; s++)
        if (mentions->tokens->sentences[s].role == SENTENCE_BODY)
            find_in(arena, mentions, &mentions->tokens->sentences[s], found);
}

bool delegation_holds(const Mentions *mentions, uint32_t person, uint32_t office) {
    const ActorMention *many = &mentions->actor_mentions.at[office];
    uint32_t first = mentions->actors.at[person].mention;
    if (first == NONE || many->first + 1 >= many->end)
        return false;
    const ActorMention *one = &mentions->actor_mentions.at[first];
    const Reading *head = reading_best(mentions->readings, many->first);
    bool same =
        head->lemma != NONE && head->lemma == reading_best(mentions->readings, one->first)->lemma;
    Slice charge = reading_stem(mentions->readings, many->first + 1);
    for (uint32_t i = one->first + 1; same && i < one->end; i++)
        if (slice_equal(reading_stem(mentions->readings, i), charge))
            return true;
    return false;
}
